"""The wizard follows the walk; the path beside it shows and changes answers."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Answer, QuestionNode, Tree
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.check_view import CheckView
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT, START
from kneetree.walk.how_many_more import More
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

    def answer(self, answers: dict[str, bool | int | None]) -> None:
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

    def type(self, text: str) -> None:
        self.page.number.focus()
        self.qtbot.keyClicks(self.page.number.edit, text)
        self.qtbot.keyClick(self.page.number.edit, Qt.Key.Key_Return)

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


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NO, Answer.UNSURE])
def test_back_marks_the_answer_to_a_question_that_leads_one_way(qtbot: QtBot, theme: Theme, answer: Answer) -> None:
    first = trees.ask("first", "second", "sprain")
    assert isinstance(first, trees.Inline)
    one_way = trees.Inline(QuestionNode(asks="asked", next="second"), first.question)
    nodes = {"one_way": one_way, "second": trees.ask("second", "sprain", "strain")}
    driver = Driver(qtbot, theme, trees.make({**nodes, "sprain": trees.leaf(), "strain": trees.leaf()}))
    driver.press(answer)
    driver.back()
    assert [given for given, button in driver.page.answers.buttons.items() if button.chosen] == [answer]


def test_back_keeps_every_answer(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.UNSURE)
    driver.back()
    assert driver.node == "calf"
    assert driver.page.answers.buttons[Answer.UNSURE].chosen
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
    assert button.accessibleName() == "2. Is it swelling_calf? Not sure. Change"
    driver.go_on()
    assert driver.view.path.entries[-1].state == "end"


@pytest.fixture
def every_kind(qtbot: QtBot, theme: Theme) -> Driver:
    """A number, a collecting list, the same facts in a list that branches, a threshold, a decision."""
    return Driver(qtbot, theme, trees.make({
        "age": trees.number("age", "about"),
        "about": trees.collect(["cancer", "clot", "pill"], "since"),
        "since": trees.number("days", "again"),
        "again": trees.ask_items({"clot": 1, "fever": 1}, 1, "old", "score"),
        "old": trees.ask("age_at_least_60", "today", "score"),
        "score": trees.decide({"cancer": 1, "pill": 1}, 2, "today", "home"),
        "today": trees.leaf("same_day"),
        "home": trees.leaf("self_care"),
    }))  # fmt: skip


def through(driver: Driver) -> None:
    driver.type("40")
    driver.page.items.rows[0].tick.click()
    driver.page.items.rows[1].unsure.click()
    driver.go_on()
    driver.page.number.units["weeks"].click()
    driver.type("3")


def test_every_kind_is_asked_and_told_in_facts(every_kind: Driver) -> None:
    through(every_kind)
    assert every_kind.node == "again"
    assert [line.finding for line in every_kind.page.items.shown] == ["fever"]
    entries = {entry.node: entry for entry in every_kind.view.path.entries}
    assert [entry.title for entry in entries.values()] == [
        "1. How old are you?", "2. Do any of these fit?", "3. How long ago did it start?", "4. Do any of these fit?",
    ]  # fmt: skip
    assert entries["age"].answer == "40 years"
    assert entries["about"].lines == ("✓ Has cancer", "? Not sure: Has clot", "The other one does not apply")
    assert entries["since"].answer == "3 weeks"
    name = every_kind.view.path.button("about").accessibleName()
    assert name == "2. Do any of these fit? Has cancer; not sure: Has clot; does not apply: Has pill. Change"
    words = " ".join(f"{entry.answer} {' '.join(entry.lines)}" for entry in entries.values())
    assert "Yes" not in words
    assert "No " not in words


def test_what_was_worked_out_is_folded_away(every_kind: Driver) -> None:
    through(every_kind)
    path = every_kind.view.path
    assert not path.fold.isVisible()
    every_kind.go_on()
    assert every_kind.view.wizard.currentId() == RESULT
    assert [entry.node for entry in every_kind.view.path.entries] == ["age", "about", "since", "again", ""]
    assert not path.isVisible(), "the result says it all, and takes the room"
    fold = path.fold
    assert fold.button.text() == "Wo&rked out from your answers (1)"
    assert fold.isVisibleTo(path)
    assert not fold.content.isVisibleTo(path)
    fold.button.click()
    assert fold.content.isVisibleTo(path)
    assert fold.content.text() == "Aged under 60 years", "what decisions are called is for authors"
    assert every_kind.view.path.button("old") is None


def test_back_opens_the_number_with_its_answer(every_kind: Driver) -> None:
    through(every_kind)
    every_kind.back()
    assert every_kind.node == "since"
    assert (every_kind.page.number.edit.text(), every_kind.page.number.unit) == ("3", "weeks")
    every_kind.back()
    assert every_kind.page.items.values == {"cancer": True, "clot": None, "pill": False}
    every_kind.back()
    assert every_kind.page.number.edit.text() == "40"


def test_a_number_and_a_list_are_changed_from_the_path(every_kind: Driver) -> None:
    through(every_kind)
    every_kind.go_on()
    every_kind.qtbot.mouseClick(every_kind.view.path.button("about"), Qt.MouseButton.LeftButton)
    assert every_kind.page.items.values == {"cancer": True, "clot": None, "pill": False}
    every_kind.page.items.rows[2].tick.click()
    every_kind.go_on()
    assert every_kind.view.wizard.currentId() == RESULT
    assert every_kind.walk.leaves == ("today",)
    every_kind.qtbot.mouseClick(every_kind.view.path.button("age"), Qt.MouseButton.LeftButton)
    every_kind.type("75")
    assert every_kind.view.path.entries[0].answer == "75 years"
    assert every_kind.walk.answers["age"] == 75


def test_a_list_asks_again_what_an_earlier_answer_no_longer_tells(qtbot: QtBot, theme: Theme) -> None:
    driver = Driver(qtbot, theme, trees.make({
        "first": trees.ask("calf", "some", "all"),
        "some": trees.collect(["pill"], "all"),
        "all": trees.collect(["pill", "travel"], "end"),
        "end": trees.leaf(),
    }))  # fmt: skip
    driver.press(Answer.YES)
    driver.page.items.rows[0].tick.click()
    driver.go_on()
    assert driver.page.items.values == {"travel": False}
    driver.go_on()
    driver.show("first")
    driver.press(Answer.NO)
    assert driver.view.wizard.currentId() == RESULT
    driver.show("all")
    assert driver.page.items.values == {"pill": True, "travel": False}


def test_progress_is_honest(driver: Driver) -> None:
    assert driver.page.progress.text() == "Question 1, at most 2 more"
    driver.press(Answer.NO)
    driver.press(Answer.NO)
    assert driver.page.progress.text() == "Question 3, the last one"
    driver.back()
    assert driver.page.progress.text() == "Question 2, at most 1 more"
    driver.back()
    assert driver.page.progress.text() == "Question 1, at most 2 more"


def test_a_question_gone_back_to_asks_for_its_own_number(driver: Driver) -> None:
    asked: list[tuple[str | None, dict]] = []

    def counts(walk: Walk) -> More:
        asked.append((walk.question, dict(walk.answers)))
        return More(7, exact=True)

    driver.view.wizard.count_with(counts)
    driver.press(Answer.NO)
    driver.press(Answer.UNSURE)
    asked.clear()
    driver.back()
    assert asked == [("calf", {"breathless": False})], "as it was before it was answered"
    assert driver.page.progress.text() == "Question 2, at most 7 more"
    driver.view.wizard.show_more(driver.walk, More(3))
    assert driver.page.progress.text() == "Question 2, at most 7 more", "that is the number of the open question"


def test_a_question_gone_back_to_is_told_anew_when_more_is_known(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.NO)
    driver.back()
    driver.view.wizard.count_with(lambda _walk: More(0, exact=True))
    driver.view.wizard.show_more(driver.walk, More(0))
    assert driver.page.progress.text() == "Question 2, the last one"


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


def test_escape_turns_from_the_path_to_the_question(driver: Driver) -> None:
    driver.press(Answer.NO)
    driver.view.resize(620, 700)
    driver.qtbot.mouseClick(driver.page.top.path, Qt.MouseButton.LeftButton)
    assert driver.view.path.isVisible()
    driver.qtbot.keyClick(driver.view.path, Qt.Key.Key_Escape)
    assert not driver.view.path.isVisible()
    assert driver.view.wizard.isVisible()
    assert driver.page.top.path.hasFocus()


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
    old = tree.questions["swelling_calf"]
    tree.apply(Change((PartChange("question", "swelling_calf", old, structs.replace(old, text="Swollen, is it?")),)))
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


def with_lines_left_out() -> Walk:
    tree = trees.make(
        {
            "list": trees.collect(["red", "stiff", "hot"], "bent"),
            "bent": trees.ask("bent", "more", "home"),
            "more": trees.collect(["old"], "today"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )
    return Walk.start(tree).leave_out("list", ["stiff"])


def test_what_was_worked_out_is_scrolled_to_when_it_is_opened(every_kind: Driver) -> None:
    through(every_kind)
    every_kind.go_on()
    every_kind.view.wizard.back()
    path, qtbot = every_kind.view.path, every_kind.qtbot
    every_kind.view.resize(1200, 400)
    qtbot.waitUntil(lambda: path.verticalScrollBar().maximum() > 0)
    qtbot.mouseClick(path.fold.button, Qt.MouseButton.LeftButton)

    def in_sight() -> bool:
        view = path.viewport()
        corner = path.fold.button.mapTo(view, QPoint(0, 0))
        return view.rect().contains(QRect(corner, path.fold.button.size()))

    qtbot.waitUntil(lambda: in_sight() and path.fold.content.visibleRegion().boundingRect().height() > 20)


def test_a_line_that_cannot_matter_is_not_shown_and_a_question_has_no_page(qtbot: QtBot, theme: Theme) -> None:
    walk = with_lines_left_out()
    driver = Driver(qtbot, theme, walk.tree)
    driver.walk = walk
    driver.show()
    assert [row.finding for row in driver.page.items.shown] == ["red", "hot"]
    driver.go_on()
    assert driver.walk.answers == {"red": False, "hot": False}
    assert driver.node == "bent"
    driver.press(Answer.YES)
    driver.walk = driver.walk.leave_out("more", ["old"])
    driver.show()
    assert driver.walk.finished
    assert driver.walk.asked == 2
    told = driver.view.path.fold
    assert not told.isHidden()
    assert "Not asked: could not change the result (2)" in driver.view.path._worked_out.text()
    driver.show("list")  # going back to it shows the same lines
    assert [row.finding for row in driver.page.items.shown] == ["red", "hot"]


def test_a_number_that_rises_after_not_sure_says_why(qtbot: QtBot, theme: Theme) -> None:
    tree = trees.make(
        {
            "first": trees.ask("hot", "yes1", "no1"),
            "yes1": trees.ask("a", "yes2", "home"),
            "yes2": trees.ask("b", "today", "home"),
            "no1": trees.ask("c", "no2", "home"),
            "no2": trees.ask("d", "today", "home"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )
    driver = Driver(qtbot, theme, tree)
    assert driver.page.progress.text() == "Question 1, at most 2 more"
    driver.press(Answer.UNSURE)
    assert driver.page.progress.text() == "Question 2, at most 3 more, since “not sure” leaves both possibilities open"
    driver.press(Answer.YES)
    assert driver.page.progress.text() == "Question 3, at most 2 more"


def test_a_number_that_comes_later_leaves_what_was_ticked(qtbot: QtBot, theme: Theme) -> None:
    tree = trees.make(
        {
            "list": trees.ask_items({"hot": 1, "red": 1}, 1, "then", "home"),
            "then": trees.ask("a", "today", "home"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )
    driver = Driver(qtbot, theme, tree)
    driver.view.wizard.show_more(Walk.start(tree), More(7))
    assert driver.page.progress.text() == "Question 1, at most 1 more", "that is another walk"
    driver.show()
    assert driver.page.progress.text() == "Question 1, at most 1 more"
    driver.page.items.shown[0].show_value(True)
    driver.view.wizard.show_more(driver.walk, More(0))
    assert driver.page.progress.text() == "Question 1, the last one"
    assert driver.page.items.shown[0].value is True


def test_more_than_twenty_are_only_said_where_it_is_certain(qtbot: QtBot, theme: Theme) -> None:
    driver = Driver(qtbot, theme, trees.small())
    driver.view.wizard.show_more(driver.walk, More(21))
    assert driver.page.progress.text() == "Question 1"
    driver.view.wizard.show_more(driver.walk, More(21, exact=True))
    assert driver.page.progress.text() == "Question 1, at most 21 more"


def test_after_not_sure_the_number_is_said_however_large_with_its_reason(qtbot: QtBot, theme: Theme) -> None:
    tree = trees.make(
        {
            "first": trees.ask("hot", "more", "home"),
            "more": trees.ask("a", "today", "home"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )
    driver = Driver(qtbot, theme, tree)
    driver.press(Answer.UNSURE)
    driver.view.wizard.show_more(driver.walk, More(25, rises=True))
    assert driver.page.progress.text() == "Question 2, at most 25 more, since “not sure” leaves both possibilities open"
    driver.view.wizard.show_more(driver.walk, More(24))
    assert driver.page.progress.text() == "Question 2, at most 24 more"


def test_the_pages_that_may_come_next_have_their_places_before_they_are_shown(every_kind: Driver) -> None:
    view, now = every_kind.view, every_kind.page
    following = every_kind.walk.answer(dict.fromkeys(every_kind.walk.tree.asked(every_kind.node).facts, False))
    wizard = view.wizard
    every_kind.qtbot.waitUntil(
        lambda: following.question in wizard._ids and wizard.question_page(following.question).size() == now.size()
    )
    page = wizard.question_page(following.question)
    assert page.isHidden()
    parts = [part for part in page.findChildren(QWidget) if part.isVisibleTo(page)]
    ahead = [(part.mapTo(page, QPoint(0, 0)), part.size()) for part in parts]
    every_kind.answer(dict.fromkeys(every_kind.walk.tree.asked(every_kind.node).facts, False))
    assert every_kind.page is page
    QApplication.processEvents()
    moved = [
        part
        for part, place in zip(parts, ahead, strict=True)
        if part.isVisible() and place != (part.mapTo(page, QPoint(0, 0)), part.size())
    ]
    assert moved in ([], [page.progress]), "only how far the walk is was not known"


def test_the_path_is_reached_in_its_order_and_enter_changes_an_answer(driver: Driver, qtbot: QtBot) -> None:
    driver.press(Answer.NO)
    driver.press(Answer.NO)
    panel = driver.view.path
    asked = [entry.node for entry in panel.entries if panel.button(entry.node) is not None]
    assert asked == ["lungs", "calf"]
    first, second = (panel.button(node) for node in asked)
    assert first is not None and second is not None
    assert first.nextInFocusChain() is second and second.nextInFocusChain() is panel.fold.button
    changed: list[str] = []
    panel.change_asked.connect(changed.append)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert changed == [asked[0]]
