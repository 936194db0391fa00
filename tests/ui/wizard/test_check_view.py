"""The wizard follows the walk; the path beside it shows and changes answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Answer, Tree
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.check_view import CheckView
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.wizard import EMERGENCY, RESULT, START
from kneetree.walk.walk import Walk
from tests import trees


class Driver:
    """A view with a walk behind it, as the window joins them."""

    def __init__(self, qtbot: QtBot, theme: Theme, tree: Tree) -> None:
        self.qtbot = qtbot
        self.view = CheckView(theme)
        qtbot.addWidget(self.view)
        for number in (RESULT, EMERGENCY):
            self.view.wizard.setPage(number, ScrollPage(theme, lambda: -1))
        self.view.resize(1200, 800)
        self.view.show()
        self.walk = Walk.start(tree)
        self.view.wizard.answered.connect(self.answer)
        self.view.wizard.kept.connect(self.show)
        self.view.change_asked.connect(self.show)
        self.show()

    def show(self, node: str | None = None) -> None:
        self.view.show_walk(self.walk, node)

    def answer(self, answers: dict[str, bool | None]) -> None:
        self.walk = self.walk.answer(answers)
        self.show()

    @property
    def page(self):
        return self.view.wizard.question_page(self.node)

    @property
    def node(self) -> str | None:
        return self.view.wizard.node_shown

    def press(self, answer: Answer) -> None:
        self.qtbot.mouseClick(self.page.answers.buttons[answer], Qt.MouseButton.LeftButton)

    def go_on(self) -> None:
        self.qtbot.mouseClick(self.page.go_on, Qt.MouseButton.LeftButton)

    def back(self) -> None:
        self.qtbot.mouseClick(self.page.back, Qt.MouseButton.LeftButton)


@pytest.fixture
def driver(qtbot: QtBot, theme: Theme) -> Driver:
    return Driver(qtbot, theme, trees.small())


def test_one_question_after_the_other_to_the_result(driver: Driver) -> None:
    assert driver.node == "lungs"
    driver.press(Answer.NO)
    assert driver.node == "calf"
    driver.press(Answer.NO)
    assert driver.node == "risks"
    driver.go_on()
    assert driver.view.wizard.currentId() == RESULT
    assert driver.walk.leaves == ("strain",)


def test_an_emergency_interrupts_at_once(driver: Driver) -> None:
    driver.press(Answer.YES)
    assert driver.view.wizard.currentId() == EMERGENCY


def test_back_keeps_every_answer(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.UNSURE)
    driver.back()
    assert driver.node == "calf"
    assert driver.page.answers.buttons[Answer.UNSURE].isChecked()
    driver.back()
    assert driver.node == "lungs"
    driver.back()
    assert driver.view.wizard.currentId() == START
    assert driver.walk.answers == {"breathless": False, "swelling_calf": None}


def test_keeping_an_answer_leads_back_to_where_the_walk_is(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.NO)
    driver.back()
    driver.back()
    driver.go_on()
    assert driver.node == "risks"
    assert driver.walk.answers == {"breathless": False, "swelling_calf": False}


def test_a_changed_answer_does_not_ask_the_others_again(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.NO)
    driver.go_on()
    driver.qtbot.mouseClick(driver.view.path.button("calf"), Qt.MouseButton.LeftButton)
    assert driver.node == "calf"
    driver.press(Answer.UNSURE)
    assert driver.view.wizard.currentId() == RESULT
    assert driver.walk.leaves == ("clot_today", "strain")
    assert driver.walk.answers["breathless"] is False


def test_back_from_a_result_after_a_change_goes_to_the_last_question(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.NO)
    driver.go_on()
    driver.show("lungs")
    driver.go_on()
    driver.view.wizard.back()
    assert driver.node == "risks"


def test_the_path_shows_questions_answers_and_what_is_next(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.UNSURE)
    entries = [(entry.node, entry.answer, entry.state) for entry in driver.view.path.entries]
    assert entries == [
        ("lungs", "No", "answered"), ("calf", "Not sure", "answered"), ("risks", "", "open"),
    ]  # fmt: skip
    button = driver.view.path.button("calf")
    assert button.text() == "Not sure"
    assert button.accessibleName() == "Is it swelling_calf? Not sure. Change"
    driver.go_on()
    assert driver.view.path.entries[-1].state == "end"


def test_what_is_known_is_passed_and_shown_as_known(qtbot: QtBot, theme: Theme) -> None:
    tree = trees.make({
        "old": trees.ask("age_at_least_60", "young", "end"),
        "young": trees.ask("age_at_least_40", "left", "end"),
        "left": trees.leaf("routine"),
        "end": trees.leaf("self_care"),
    })  # fmt: skip
    driver = Driver(qtbot, theme, tree)
    driver.press(Answer.YES)
    assert driver.view.wizard.currentId() == RESULT
    assert [entry.state for entry in driver.view.path.entries] == ["answered", "known", "end"]
    assert driver.view.path.button("young") is None


def test_progress_is_honest(driver: Driver) -> None:
    assert driver.page.progress.text() == "Question 1, at most 2 more"
    driver.press(Answer.NO)
    driver.press(Answer.NO)
    assert driver.page.progress.text() == "Question 3, the last one"
    driver.back()
    assert driver.page.progress.text() == "Question 2"


@pytest.mark.parametrize(("width", "percent"), [(620, 100), (1200, 200)])
def test_without_room_the_path_stands_behind_a_button(driver: Driver, theme: Theme, width: int, percent: int) -> None:
    driver.press(Answer.NO)
    assert driver.view.path.isVisible()
    theme.choose_text(percent)
    driver.view.resize(width, 700)
    assert not driver.view.path.isVisible()
    driver.qtbot.mouseClick(driver.view.toggle, Qt.MouseButton.LeftButton)
    assert driver.view.path.isVisible()
    assert not driver.view.wizard.isVisible()
    driver.qtbot.mouseClick(driver.view.path.button("lungs"), Qt.MouseButton.LeftButton)
    assert driver.node == "lungs"
    assert driver.view.wizard.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_stray_keys_neither_close_nor_answer(driver: Driver, key: Qt.Key) -> None:
    driver.qtbot.keyClick(driver.view.wizard, key)
    driver.qtbot.keyClick(driver.page.heading, key)
    assert driver.node == "lungs"
    assert driver.view.wizard.isVisible()


def test_pages_of_altered_questions_are_made_anew(driver: Driver) -> None:
    driver.press(Answer.NO)
    before = driver.view.wizard.question_page("lungs")
    tree = driver.walk.tree.copy()
    tree.nodes["calf"] = trees.ask("swelling_calf", "clot_today", "risks", text="Swollen, is it?")
    driver.view.wizard.keep_pages(tree)
    driver.walk = driver.walk.on(tree)
    driver.show()
    assert driver.page.heading.text() == "Swollen, is it?"
    assert driver.view.wizard.question_page("lungs") is before


def test_a_long_walk_opens_each_page_once(qtbot: QtBot, theme: Theme) -> None:
    driver = Driver(qtbot, theme, trees.ladder(12))
    for _ in range(24):
        driver.press(Answer.YES if driver.node.startswith(("left", "right")) else Answer.NO)
    assert driver.view.wizard.currentId() == RESULT
    assert len(driver.view.wizard.visitedIds()) == 26
