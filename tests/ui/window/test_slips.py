"""Nothing is lost by a slip: a wrong tick, Start again, closing, another tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kneetree.model.tree import About, Answer, Tree
from kneetree.ui import dialogs
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT, START
from tests import trees
from tests.ui.reader import stops

LEAVE_WALK, LEAVE_RESULT = dialogs.leave_walk, dialogs.leave_result
"""The real dialog, in whose stead no other test is asked."""
Open = Callable[..., MainWindow]


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def page_of(window: MainWindow):
    return window.view.wizard.question_page(window.view.wizard.node_shown)


def texts_of(window: MainWindow) -> str:
    page = window.view.wizard.currentPage()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def signs() -> Tree:
    """A number, signs that are only collected, a question; then two gates."""
    return trees.make({
        "age": trees.number("age", "signs"),
        "signs": trees.collect(["cold", "numb", "swollen"], "breath"),
        "breath": trees.ask("breathless", "now", "gate"),
        "gate": trees.decide({"cold": 1, "numb": 1, "age_at_least_90": 1}, 1, "now", "calf"),
        "calf": trees.decide({"swollen": 1}, 1, "today", "home"),
        "now": trees.leaf("emergency"),
        "today": trees.leaf("same_day"),
        "home": trees.leaf("self_care"),
    }, about=About(call="112"))  # fmt: skip


def answer_signs(
    qtbot: QtBot, window: MainWindow, *ticks: str, age: str = "40", unsure: tuple[str, ...] = (),
    breath: Answer = Answer.NO,
) -> None:  # fmt: skip
    """From Start to the end, by keys and clicks; ``breath`` to the question, if it is asked."""
    click(qtbot, window.view.wizard.start_page.start)
    while window.view.wizard.node_shown is not None:
        page = page_of(window)
        if page.answers is not None:
            click(qtbot, page.answers.buttons[breath])
            continue
        if page.number is not None:
            qtbot.keyClicks(page.number.edit, age)
        else:
            fill(qtbot, page, ticks, unsure)
        click(qtbot, page.go_on)


def fill(qtbot: QtBot, page, ticks: tuple[str, ...], unsure: tuple[str, ...]) -> None:
    """Tick lines with the mouse, and say not sure to others with the keyboard."""
    for line in page.items.shown:
        if line.finding in ticks:
            qtbot.mouseClick(line.text, Qt.MouseButton.LeftButton)
        if line.finding in unsure:
            qtbot.keyClick(line.unsure, Qt.Key.Key_Space)


# -- a wrong tick ----------------------------------------------------------------------------------


def test_the_emergency_page_says_which_tick_led_there_and_takes_back_exactly_that(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window(signs())
    answer_signs(qtbot, window, "cold", "swollen")
    assert window.view.wizard.currentId() == EMERGENCY
    emergency = window.results.emergency
    assert emergency.word.text() == "Call 112 now"
    assert "You ticked: Has cold" in texts_of(window)
    assert "Has swollen" not in texts_of(window)
    assert list(emergency.mistakes) == ["cold"]
    button = emergency.mistakes["cold"]
    assert button.text() == "I ticked that by mistake"
    assert button.accessibleName() == "I ticked that by mistake: You ticked: Has cold"
    click(qtbot, button)
    assert window.view.wizard.node_shown == "signs"
    assert page_of(window).items.values == {"cold": False, "numb": False, "swollen": True}
    assert window.session.walk.answers == {"age": 40, "numb": False, "swollen": True}
    assert window.bar.isVisible()
    click(qtbot, page_of(window).go_on)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    assert window.view.wizard.currentId() == RESULT


def test_the_keyboard_takes_the_tick_back_too_and_a_stray_enter_does_not(
    qtbot: QtBot, open_window: Open, qapp: QApplication
) -> None:
    window = open_window(signs())
    qtbot.waitUntil(window.isActiveWindow)
    answer_signs(qtbot, window, "cold")
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    assert window.view.wizard.currentId() == EMERGENCY
    emergency = window.results.emergency
    assert qapp.focusWidget() is emergency.word
    action = window.results.emergency.word.accessibleDescription().splitlines()[0]
    assert action.startswith("Do not wait"), "the action is read first"
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    assert qapp.focusWidget() is emergency.mistakes["cold"], "it is right beneath the action"
    pressed = [stop for stop in stops(window) if isinstance(stop, QPushButton) and emergency.isAncestorOf(stop)]
    assert pressed == [emergency.mistakes["cold"], emergency.print, emergency.again]
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Space)
    assert window.view.wizard.node_shown == "signs"


def test_two_ticks_that_are_each_enough_are_taken_back_one_by_one(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(signs())
    answer_signs(qtbot, window, "cold", unsure=("numb",))
    shown = texts_of(window)
    assert shown.index("You ticked: Has cold") < shown.index("You were not sure: Has numb")
    click(qtbot, window.results.emergency.mistakes["numb"])
    assert page_of(window).items.values == {"cold": True, "numb": False, "swollen": False}
    click(qtbot, page_of(window).go_on)
    assert list(window.results.emergency.mistakes) == ["cold"]


def test_what_was_not_sure_is_said(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(signs())
    answer_signs(qtbot, window, unsure=("cold", "swollen"))
    assert "You were not sure: Has cold" in texts_of(window)
    for fact in ("cold", "swollen"):  # each of them alone would make it milder, so each can be asked again
        assert f"You were not sure: Has {fact}" in texts_of(window)
        assert window.results.emergency.mistakes[fact].text() == "I am sure now: ask me again", "it was no slip"


def test_nobody_ticked_a_yes(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(signs())
    answer_signs(qtbot, window, breath=Answer.YES)
    assert "You answered Yes to “Is it breathless?”" in texts_of(window)
    button = window.results.emergency.mistakes["breathless"]
    assert button.text() == "I answered that by mistake"
    click(qtbot, button)
    assert window.view.wizard.node_shown == "breath"
    assert "breathless" not in window.session.walk.answers


def test_a_number_is_asked_again_with_an_empty_field(qtbot: QtBot, open_window: Open) -> None:
    window = open_window(signs())
    answer_signs(qtbot, window, age="94")
    assert "Age: 94 years" in texts_of(window)
    button = window.results.emergency.mistakes["age"]
    assert button.text() == "I answered that by mistake", "it may have been a range that was pressed"
    click(qtbot, button)
    assert window.view.wizard.node_shown == "age"
    assert page_of(window).number.edit.text() == ""
    qtbot.keyClicks(page_of(window).number.edit, "49")
    click(qtbot, page_of(window).go_on)
    assert window.view.wizard.node_shown == "signs"


def test_yes_by_mistake_opens_its_question_with_nothing_chosen(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    click(qtbot, window.view.wizard.start_page.start)
    click(qtbot, page_of(window).answers.buttons[Answer.YES])
    assert "You answered Yes to “Is it breathless?”" in texts_of(window)
    click(qtbot, window.results.emergency.mistakes["breathless"])
    assert window.view.wizard.node_shown == "lungs"
    assert not any(button.isChecked() for button in page_of(window).answers.buttons.values())
    assert window.session.walk.answers == {}


# -- Start again -----------------------------------------------------------------------------------


def test_start_again_offers_to_go_back_to_the_answers(qtbot: QtBot, open_window: Open, qapp: QApplication) -> None:
    window = open_window()
    start = window.view.wizard.start_page
    assert not start.take_up.isVisible()
    click(qtbot, start.start)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    click(qtbot, page_of(window).answers.buttons[Answer.YES])
    assert window.view.wizard.currentId() == RESULT
    click(qtbot, window.results.page.wishes["start_again"])
    assert window.view.wizard.currentId() == START
    assert start.start.text() == "&Start"
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.view.wizard.currentId() == RESULT)
    assert window.session.walk.answers == {"breathless": False, "swelling_calf": True}
    window.start_again()
    click(qtbot, start.start)
    assert window.view.wizard.node_shown == "lungs"
    click(qtbot, page_of(window).back)
    assert start.take_up.isVisible()


def test_what_was_put_aside_is_gone_with_the_first_new_answer(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    start = window.view.wizard.start_page
    click(qtbot, start.start)
    click(qtbot, page_of(window).answers.buttons[Answer.YES])
    click(qtbot, window.results.emergency.again)
    click(qtbot, start.start)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    for _ in range(2):
        click(qtbot, page_of(window).back)
    assert start.again.isVisible()
    assert not start.take_up.isVisible()
    click(qtbot, start.again)
    click(qtbot, start.take_up)
    assert window.session.walk.answers == {"breathless": False}


def test_start_again_without_an_answer_has_nothing_to_go_back_to(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    start = window.view.wizard.start_page
    click(qtbot, start.start)
    click(qtbot, page_of(window).back)
    assert start.start.text() == "&Start", "there is nothing to go on with"
    assert not start.again.isVisible()
    window.start_again()
    assert not start.take_up.isVisible()


def test_whoever_starts_again_and_repents_finds_the_answers_behind_the_large_button(
    qtbot: QtBot, open_window: Open, qapp: QApplication
) -> None:
    window = open_window()
    start = window.view.wizard.start_page
    click(qtbot, start.start)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    window.start_again()
    assert start.start.property("kind") == "primary", "this one wants to start"
    click(qtbot, start.start)
    click(qtbot, page_of(window).back)
    assert not start.again.isVisible() and start.start.text() == "&Start"
    assert (start.take_up.property("kind"), start.start.property("kind")) == ("primary", "")
    qtbot.waitUntil(window.isActiveWindow)
    assert qapp.focusWidget() is start.take_up
    qtbot.keyClick(start.take_up, Qt.Key.Key_Return)
    assert window.session.walk.answers == {"breathless": False}
    for _ in range(2):
        click(qtbot, page_of(window).back)
    assert start.start.property("kind") == "primary" and start.start.text() == "&Go on"


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_moves_under_the_mouse_that_starts_again(
    qtbot: QtBot, open_window: Open, theme: Theme, qapp: QApplication, percent: int
) -> None:
    theme.choose_text(percent)
    window = open_window()
    start = window.view.wizard.start_page
    click(qtbot, start.start)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    for _ in range(2):
        click(qtbot, page_of(window).back)
    QApplication.processEvents()
    parts = (start.heading, start.emergency, start.start, start.again)
    before = [(part.mapTo(window, part.rect().topLeft()), part.size()) for part in parts]
    click(qtbot, start.again)
    QApplication.processEvents()
    assert [(part.mapTo(window, part.rect().topLeft()), part.size()) for part in parts] == before
    assert start.again.isVisible() and not start.again.isEnabled()
    qtbot.waitUntil(window.isActiveWindow)
    assert qapp.focusWidget() is start.start
    click(qtbot, start.start)
    click(qtbot, page_of(window).back)
    assert not start.again.isVisible()
    theme.choose_text(100)


# -- closing, and another tree ---------------------------------------------------------------------


@pytest.fixture
def asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    """Presses a key in the dialog that comes up, as a person would."""
    made = Asked(qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(dialogs, "leave_walk", LEAVE_WALK)
        patched.setattr(dialogs, "leave_result", LEAVE_RESULT)
        yield made
    made.timer.stop()


class Asked:
    """Waits for dialogs; ``said`` holds what they said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.said: list[str] = []
        self.key = Qt.Key.Key_Return
        self._qtbot = qtbot
        self.timer = QTimer(interval=10)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.said.append(f"{box.text()} {box.informativeText()}")
            self._qtbot.keyClick(box, self.key)

    def press(self, words: str) -> None:
        """From now on, press the button with these words."""
        self.timer.timeout.disconnect()
        self.timer.timeout.connect(lambda: self.click(words))

    def click(self, words: str) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.said.append(box.text())
            button = next(one for one in box.buttons() if one.text() == words)
            self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


QUESTION = "Leave the questions? You have not come to the end, and your answers are not kept."
COMES_BACK = (
    "Leave the questions? You have not come to the end. Until kneetree is closed, “Back to my answers” on the first "
    "page goes on with them."
)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_closing_in_mid_walk_is_asked_about_and_stays_by_default(
    qtbot: QtBot, open_window: Open, asked: Asked, key: Qt.Key
) -> None:
    window = open_window()
    asked.key = key
    click(qtbot, window.view.wizard.start_page.start)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    assert not window.close()
    assert asked.said == [QUESTION]
    assert window.isVisible()
    assert window.view.wizard.node_shown == "calf"
    window.menus.actions["quit"].trigger()
    assert asked.said == [QUESTION, QUESTION]
    asked.press("Leave them")
    assert window.close()


def test_another_tree_in_mid_walk_is_asked_about(
    qtbot: QtBot, open_window: Open, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    monkeypatch.setattr(dialogs, "open_path", lambda *_: tmp_path / "small.json")
    click(qtbot, window.view.wizard.start_page.start)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    for name in ("new", "open", "shipped", "revert"):
        window.menus.actions[name].trigger()
        assert asked.said.pop() == COMES_BACK, name
        assert asked.said == []
        assert window.session.walk.answers == {"breathless": False}
    asked.press("Leave them")
    window.menus.actions["open"].trigger()
    assert window.session.walk is None
    assert window.view.wizard.currentId() == START
    click(qtbot, window.view.wizard.start_page.take_up)
    assert window.session.walk.answers == {"breathless": False}
    assert window.view.wizard.node_shown == "calf"


RESULT_LOST = "Leave the result? You have not printed, saved or copied it, and your answers are not kept."


def come_to_the_end(qtbot: QtBot, window: MainWindow) -> None:
    """Answer so that the result is no emergency."""
    click(qtbot, window.view.wizard.start_page.start)
    click(qtbot, page_of(window).answers.buttons[Answer.NO])
    click(qtbot, page_of(window).answers.buttons[Answer.YES])
    assert window.view.wizard.currentId() == RESULT


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_result_that_is_only_on_screen_is_not_closed_by_a_slip(
    qtbot: QtBot, open_window: Open, asked: Asked, key: Qt.Key
) -> None:
    window = open_window()
    asked.key = key
    come_to_the_end(qtbot, window)
    assert not window.close()
    assert asked.said == [RESULT_LOST] and window.view.wizard.currentId() == RESULT
    window.show_edit()
    window.menus.actions["quit"].trigger()
    assert asked.said == [RESULT_LOST] * 2 and window.isVisible()
    asked.press("Leave it")
    assert window.close()


def printed(window: MainWindow, _path: Path, accepted: bool = True) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        dialog.accept() if accepted else dialog.reject()

    QTimer.singleShot(50, press)
    window.results.print()


KEPT: dict[str, Callable[[MainWindow, Path], object]] = {
    "print": printed,
    "pdf": lambda window, _: window.results.save_pdf(),
    "html": lambda window, _: window.results.save_html(),
    "copy": lambda window, _: window.results.copy_text(),
}


@pytest.mark.parametrize("way", KEPT)
def test_nobody_is_asked_who_keeps_the_result(
    qtbot: QtBot, open_window: Open, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    window = open_window()
    come_to_the_end(qtbot, window)
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "kept")
    KEPT[way](window, tmp_path)
    qtbot.wait(30)
    asked.said.clear()
    window.session.answer(dict.fromkeys(("swelling_calf", "cancer", "travel", "pill"), False))
    assert window.view.wizard.currentId() == RESULT
    assert not window.close(), "this one is another"
    KEPT[way](window, tmp_path)
    qtbot.wait(30)
    asked.said.clear()
    assert window.close() and asked.said == []


def test_a_preview_that_was_only_looked_at_keeps_nothing(qtbot: QtBot, open_window: Open, asked: Asked) -> None:
    window = open_window()
    come_to_the_end(qtbot, window)
    printed(window, Path(), accepted=False)
    assert not window.close() and asked.said == [RESULT_LOST]


def test_a_result_is_left_for_another_tree_unasked_since_it_comes_back(
    qtbot: QtBot, open_window: Open, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    come_to_the_end(qtbot, window)
    monkeypatch.setattr(dialogs, "open_path", lambda *_: tmp_path / "small.json")
    window.menus.actions["open"].trigger()
    assert asked.said == []
    click(qtbot, window.view.wizard.start_page.take_up)
    assert window.view.wizard.currentId() == RESULT
    window.document.new(window.document.tree.copy())
    come_to_the_end(qtbot, window)
    window.menus.actions["shipped"].trigger()
    assert asked.said == [RESULT_LOST], "a tree without a file cannot be opened again"


def test_an_author_is_not_asked_about_what_was_only_tried(qtbot: QtBot, open_window: Open, asked: Asked) -> None:
    window = open_window()
    window.show_edit()
    with qtbot.waitSignal(window.session.walk_changed):
        window.edit_mode.try_from("clot_today")
    assert window.session.walk.finished
    assert window.close() and asked.said == []


def test_nobody_is_asked_who_has_no_answers_or_has_an_emergency(qtbot: QtBot, open_window: Open, asked: Asked) -> None:
    window = open_window()
    click(qtbot, window.view.wizard.start_page.start)
    window.menus.actions["revert"].trigger()
    window.start()
    click(qtbot, page_of(window).answers.buttons[Answer.YES])
    assert window.close()
    assert asked.said == []


def test_the_file_menu_starts_again_in_the_middle_and_what_was_answered_can_be_gone_back_to(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window(signs())
    again = window.menus.actions["start_again"]
    assert not again.isVisible(), "nothing has begun"
    click(qtbot, window.view.start_page.start)
    window.session.answer({"age": 40})
    assert again.isVisible()
    window.show_edit()
    assert not again.isVisible()
    window.show_check()
    again.trigger()
    assert window.view.wizard.currentId() == START
    assert not again.isVisible()
    assert window.session.put_aside.walk.answers == {"age": 40}
