"""A choice that is wider than its box ends in dots, and can be read whole in a tip and in the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionComboBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.completing_text import CompletingText
from kneetree.ui.editor.fields.pick_fields import PickBox
from kneetree.ui.editor.fields.whole_words import ElidedLine
from tests.ui.editor.fields.conftest import show_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG = "Do any of these apply to you now, or have they happened in the last few days"
NAMES = [("danger", LONG), ("short", "Is it short"), ("worst", f"{LONG}, or is it worse than ever before")]


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tips that were shown."""
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: shown.append(words))
    return shown


def point_at(widget: QWidget) -> None:
    place = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def test_a_box_to_pick_from_ends_in_dots_until_it_has_the_keys(qtbot: QtBot, form: QWidget, tips: list[str]) -> None:
    box = PickBox(lambda: NAMES)
    show_in(form, box, qtbot)
    box.show_key("danger", LONG)
    assert box.line.is_cut
    point_at(box.line)
    assert len(tips) == 1 and LONG in tips[0]
    dots = ElidedLine(box)
    cut = box.line.grab().toImage()
    wide = next(n for n in range(len(LONG), 0, -1) if not _is_cut(dots, f"{LONG[:n]}…", box.line))
    box.line.setText(f"{LONG[:wide].rstrip()}…")
    assert box.line.grab().toImage() == cut, "the same letters and dots, in the same place"
    box.show_key("short", "Is it short")
    assert not box.line.is_cut
    point_at(box.line)
    assert len(tips) == 1


def _is_cut(line: ElidedLine, words: str, like: QLineEdit) -> bool:
    line.setGeometry(like.geometry())
    line.setFrame(like.hasFrame())
    line.setFont(like.font())
    line.setText(words)
    return line.is_cut


def test_a_box_of_a_few_choices_does_too(qtbot: QtBot, form: QWidget, tips: list[str]) -> None:
    box = Choice()
    box.addItems([words for _, words in NAMES])
    show_in(form, box, qtbot)
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    assert option.currentText.endswith("…") and LONG.startswith(option.currentText[:-1].rstrip())
    point_at(box)
    assert len(tips) == 1 and LONG in tips[0]
    box.setCurrentIndex(1)
    box.initStyleOption(option)
    assert option.currentText == "Is it short"
    point_at(box)
    assert len(tips) == 1


@pytest.mark.parametrize("kind", ["pick", "text"])
@pytest.mark.parametrize("at", [0, 700])
def test_the_list_that_opens_while_one_types_is_as_wide_as_its_rows_and_on_the_screen(
    qtbot: QtBot, form: QWidget, kind: str, at: int
) -> None:
    field = PickBox(lambda: NAMES) if kind == "pick" else CompletingText(lambda: [(key, words) for key, words in NAMES])
    show_in(form, field, qtbot)
    form.move(QPoint(at, 0))
    box = field.line if isinstance(field, PickBox) else field
    box.setFocus()
    completer = field.completer() if isinstance(field, PickBox) else field.completer
    for letters in ("any", " of", " these"):
        QTest.keyClicks(box, letters)
        qtbot.waitUntil(lambda: completer.popup().isVisible(), timeout=5000)
        popup = completer.popup()
        assert popup.viewport().width() >= min(popup.sizeHintForColumn(0), popup.screen().availableSize().width() - 60)
        assert popup.screen().availableGeometry().contains(popup.geometry())
    QTest.keyClick(popup, Qt.Key.Key_Escape)
