"""Text on demand: a button that opens and closes it, whose words wrap instead of being cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneetree import words
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure, text_disclosure

TITLES = ("heading.other_advice", "heading.you_said_no", "heading.worked_out", "heading.left_out", "heading.sources")


@pytest.fixture
def narrow(qtbot: QtBot, theme: Theme) -> QWidget:
    """Room as on a result at 1024 x 600 and 200 %, in half of that since there may be a box within a box."""
    theme.choose_text(200)
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(480, 600)
    QVBoxLayout(room)
    room.show()
    return room


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", TITLES)
def test_a_title_wraps_where_it_would_be_cut(narrow: QWidget, theme: Theme, language: str, key: str) -> None:
    title = f"{words.text(language, key)} (123)"
    fold = text_disclosure(theme, f"{title} {title}", "Text.")
    narrow.layout().addWidget(fold)
    narrow.layout().addStretch(1)
    QApplication.processEvents()
    button = fold.button
    assert narrow.width() == 480, "the words do not push the page wider"
    assert button.geometry().right() <= fold.width()
    assert button.sizeHint().width() > button.width()
    assert button.height() >= button.heightForWidth(button.width()) > button.sizeHint().height()


def test_a_short_title_is_no_wider_than_its_words(narrow: QWidget, theme: Theme) -> None:
    fold = text_disclosure(theme, "Why", "Text.")
    narrow.layout().addWidget(fold)
    QApplication.processEvents()
    assert fold.button.width() == fold.button.sizeHint().width() < 200


@pytest.fixture
def fold(qtbot: QtBot, theme: Theme) -> Disclosure:
    made = text_disclosure(theme, "&Why we ask", "Since it matters.")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_opens_and_closes_by_mouse_and_key(qtbot: QtBot, fold: Disclosure) -> None:
    assert (fold.opened, fold.content.isVisible()) == (False, False)
    with qtbot.waitSignal(fold.toggled):
        qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    assert (fold.opened, fold.content.isVisible()) == (True, True)
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    assert (fold.opened, fold.content.isVisible()) == (False, False)


def test_a_screen_reader_finds_a_button_and_opens_it(qtbot: QtBot, fold: Disclosure) -> None:
    found = QAccessible.queryAccessibleInterface(fold.button)
    assert found.role() is QAccessible.Role.Button
    assert found.text(QAccessible.Text.Name) == "Why we ask, closed"
    found.actionInterface().doAction("Press")
    qtbot.waitUntil(fold.content.isVisible)
    assert found.text(QAccessible.Text.Name) == "Why we ask, open"
    assert found.text(QAccessible.Text.Description) == "Since it matters."
