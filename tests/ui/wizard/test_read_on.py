"""A list is read before it is denied: the button reads on until every line has been on screen."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Finding
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.question_page import QuestionPage
from kneetree.ui.wizard.second_click import UNREAD_MS
from tests import trees

LINES = [f"sign{number}" for number in range(12)]


class Reader:
    """A person before a page that is too small for its list."""

    def __init__(self, qtbot: QtBot, theme: Theme, findings: dict[str, Finding], size: tuple[int, int]) -> None:
        self.qtbot = qtbot
        tree = trees.make({"node": trees.collect(list(findings), "end"), "end": trees.leaf()}, findings=findings)
        self.page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
        qtbot.addWidget(self.page)
        self.answers: list[object] = []
        self.page.answered.connect(self.answers.append)
        self.page.resize(*size)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.open()

    def open(self, values: dict[str, bool | None] | None = None, known: dict[str, bool] | None = None) -> None:
        self.page.show_state(values or {}, known or {}, answered=bool(values), progress="")
        self.page.begin()
        self.look()

    def look(self) -> None:
        """Let the page be painted."""
        for _ in range(5):
            QApplication.processEvents()

    @property
    def button(self) -> str:
        return self.page.go_on.text()

    def is_on_screen(self, widget: QWidget) -> bool:
        top = widget.mapTo(self.page.scroll_area.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + widget.height() <= self.page.scroll_area.viewport().height()

    @property
    def on_screen(self) -> list[str]:
        return [line.finding for line in self.page.items.shown if self.is_on_screen(line)]

    def wheel(self) -> None:
        view = self.page.scroll_area.viewport()
        middle = QPointF(view.rect().center())
        QApplication.sendEvent(
            view,
            QWheelEvent(
                middle, view.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
        self.look()

    def press(self) -> None:
        self.page.go_on.click()
        self.look()

    def press_aloud(self) -> None:
        """Press the button as a screen reader does."""
        button = QAccessible.queryAccessibleInterface(self.page.go_on)
        button.actionInterface().doAction(QAccessibleActionInterface.pressAction())
        self.qtbot.waitUntil(lambda: not self.page.go_on.isDown())
        self.look()


def signs(names: list[str]) -> dict[str, Finding]:
    return {name: Finding(f"You have the sign {name}, which takes some words to say", "So.") for name in names}


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> Reader:
    return Reader(qtbot, theme, signs(LINES), (700, 480))


def test_a_list_that_is_seen_whole_need_not_be_read_on(qtbot: QtBot, theme: Theme) -> None:
    reader = Reader(qtbot, theme, signs(LINES[:4]), (1000, 700))
    assert reader.button == "None of these, &continue"
    reader.press()
    assert reader.answers == [dict.fromkeys(LINES[:4], False)]


def test_the_button_reads_on_until_the_last_line_was_on_screen(qtbot: QtBot, reader: Reader) -> None:
    assert 0 < len(reader.on_screen) < len(LINES)
    seen = set(reader.on_screen)
    bar = reader.page.scroll_area.verticalScrollBar()
    while len(seen) < len(LINES):
        assert reader.button == "Read &on"
        before = bar.value()
        reader.wheel()
        assert bar.value() > before
        seen |= set(reader.on_screen)
    assert reader.button == "None of these, &continue"
    assert reader.answers == []


def test_it_scrolls_to_the_next_line_that_was_not_seen_and_denies_nothing(qtbot: QtBot, reader: Reader) -> None:
    seen = set(reader.on_screen)
    presses = 0
    while reader.button == "Read &on":
        following = next(name for name in LINES if name not in seen)
        reader.press()
        presses += 1
        assert following in reader.on_screen
        assert QApplication.focusWidget() is reader.page.items.rows[LINES.index(following)].tick
        seen |= set(reader.on_screen)
        assert reader.answers == []
    assert 0 < presses < len(LINES)
    assert seen == set(LINES)
    reader.press()
    assert reader.answers == [dict.fromkeys(LINES, False)]


def test_it_holds_when_a_screen_reader_presses_the_button(qtbot: QtBot, reader: Reader) -> None:
    name = QAccessible.queryAccessibleInterface(reader.page.go_on).text(QAccessible.Text.Name)
    assert name.replace("&", "") == "Read on"
    first = next(line for line in reader.page.items.rows if not reader.is_on_screen(line))
    reader.press_aloud()
    assert reader.answers == []
    assert reader.is_on_screen(first)
    assert QApplication.focusWidget() is first.tick, "so that it is read aloud"
    for _ in LINES:
        if reader.answers:
            break
        reader.press_aloud()
    assert reader.answers == [dict.fromkeys(LINES, False)]


def test_with_the_keyboard_alone_every_line_is_met_and_the_button_answers(qtbot: QtBot, reader: Reader) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is reader.page.heading)
    for _ in range(40):
        if QApplication.focusWidget() is reader.page.go_on:
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reader.look()
    assert reader.button == "None of these, &continue"
    assert reader.is_on_screen(reader.page.go_on)
    qtbot.keyClick(reader.page.go_on, Qt.Key.Key_Space)
    assert reader.answers == [dict.fromkeys(LINES, False)]


@pytest.mark.parametrize("size", [(700, 480), (500, 200), (400, 90)])
def test_nobody_is_kept_by_the_mnemonic_however_small_the_window(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    reader = Reader(qtbot, theme, signs(LINES), size)
    qtbot.waitUntil(reader.page.isActiveWindow)
    for _ in range(len(LINES) + 1):
        if not reader.answers:
            type_letter(qtbot, reader, Qt.Key.Key_O if reader.button == "Read &on" else Qt.Key.Key_C)
            qtbot.waitUntil(lambda: not reader.page.go_on.isDown())
            reader.look()
    assert reader.answers == [dict.fromkeys(LINES, False)]


def type_letter(qtbot: QtBot, reader: Reader, letter: Qt.Key) -> None:
    """Type a letter once the person can have read what is there."""
    qtbot.wait(UNREAD_MS + 200)  # the button is let go a tenth of a second later
    qtbot.keyClick(reader.page, letter, Qt.KeyboardModifier.AltModifier)


def test_the_letter_that_continues_reads_on_as_well(qtbot: QtBot, reader: Reader) -> None:
    qtbot.waitUntil(reader.page.isActiveWindow)
    seen = set(reader.on_screen)
    while reader.button == "Read &on":
        following = next(name for name in LINES if name not in seen)
        type_letter(qtbot, reader, Qt.Key.Key_C)
        reader.look()
        assert following in reader.on_screen
        assert reader.answers == []
        seen |= set(reader.on_screen)
    assert seen == set(LINES)
    type_letter(qtbot, reader, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: reader.answers == [dict.fromkeys(LINES, False)])


def test_going_backwards_to_the_button_does_not_count_as_reading(qtbot: QtBot, theme: Theme) -> None:
    reader = Reader(qtbot, theme, signs([f"sign{number}" for number in range(30)]), (700, 480))
    why = next(box for box in reader.page.findChildren(Disclosure) if box.button.text() == "&Why we ask")
    why.button.setFocus(Qt.FocusReason.BacktabFocusReason)
    qtbot.keyClick(why.button, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is reader.page.go_on
    assert reader.button == "Read &on"
    qtbot.keyClick(reader.page.go_on, Qt.Key.Key_Space)
    assert reader.answers == []
    assert reader.page.items.rows[8].finding in reader.on_screen


def test_a_key_held_down_does_not_read_through_to_the_end(qapp: QApplication, reader: Reader) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    for _ in range(20):
        qapp.sendEvent(reader.page.go_on, held)
    assert reader.answers == []
    assert reader.button == "Read &on"


def test_an_answered_list_need_not_be_read_again_and_a_new_one_must(qtbot: QtBot, reader: Reader) -> None:
    while reader.button == "Read &on":
        reader.press()
    reader.open(dict.fromkeys(LINES, False))
    assert reader.button == "None of these, &continue"
    reader.open()
    assert reader.button == "Read &on"


def test_lines_that_are_not_asked_need_not_be_seen(qtbot: QtBot, reader: Reader) -> None:
    reader.open(known=dict.fromkeys(LINES[3:], False))
    assert reader.button == "None of these, &continue"


def test_a_smaller_window_takes_nothing_back(qtbot: QtBot, theme: Theme) -> None:
    reader = Reader(qtbot, theme, signs(LINES), (1000, 1200))
    assert reader.button == "None of these, &continue"
    reader.page.resize(700, 480)
    reader.look()
    assert reader.button == "None of these, &continue"


def test_where_good_and_bad_signs_meet_none_of_these_is_not_offered(qtbot: QtBot, theme: Theme) -> None:
    findings = signs(["cold", "walks"])
    mixed = {**findings, "walks": structs.replace(findings["walks"], usual=True)}
    reader = Reader(qtbot, theme, mixed, (1000, 700))
    assert reader.button == "&Continue"
    reader.open(known={"cold": False})
    assert reader.button == "This does not apply, &continue"
    mixed["walks"] = structs.replace(findings["walks"], reassures="It is a good sign.")
    assert Reader(qtbot, theme, mixed, (1000, 700)).button == "&Continue"
