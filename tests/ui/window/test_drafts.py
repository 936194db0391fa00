"""What was ticked or typed before Back stays, and is not an answer until the person goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Answer, Tree
from kneetree.ui import dialogs
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import START
from kneetree.ui.wizard.question_page import QuestionPage
from tests import trees

Open = Callable[..., MainWindow]


def walked() -> Tree:
    """A list, a time, another list with a line of the first, a question; every fact turns the result round."""
    facts = ["cold", "numb", "swollen", "hard", "days_at_least_7"]
    turns = {}
    for fact, after in zip(facts, [*facts[1:], "end"], strict=True):
        turns[f"even_{fact}"] = trees.decide({fact: 1}, 1, f"odd_{after}", f"even_{after}")
        turns[f"odd_{fact}"] = trees.decide({fact: 1}, 1, f"even_{after}", f"odd_{after}")
    del turns["odd_cold"]
    return trees.make({
        "signs": trees.collect(["cold", "numb", "swollen"], "days"),
        "days": trees.number("days", "more"),
        "more": trees.collect(["hard", "numb"], "breath"),
        "breath": trees.ask("breathless", "now", "even_cold"),
        **turns,
        "now": trees.leaf("emergency"),
        "odd_end": trees.leaf("same_day"),
        "even_end": trees.leaf("self_care"),
    })  # fmt: skip


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def page_of(qtbot: QtBot, window: MainWindow, node: str) -> QuestionPage:
    qtbot.waitUntil(lambda: window.view.wizard.node_shown == node)
    return window.view.wizard.question_page(node)


def tick(qtbot: QtBot, page: QuestionPage, *findings: str) -> None:
    for line in page.items.shown:
        if line.finding in findings:
            qtbot.mouseClick(line.text, Qt.MouseButton.LeftButton)


@pytest.fixture
def window(qtbot: QtBot, open_window: Open) -> MainWindow:
    window = open_window(walked())
    click(qtbot, window.view.wizard.start_page.start)
    return window


def test_ticks_before_back_are_there_again_and_are_no_answers(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window, "signs")
    assert page.kept_note.isHidden()
    tick(qtbot, page, "cold")
    qtbot.mouseClick(page.items.rows[2].unsure, Qt.MouseButton.LeftButton)
    click(qtbot, page.back)
    assert window.view.wizard.currentId() == START
    assert window.session.walk.answers == {}
    assert window.session.walk.asked == 0
    click(qtbot, window.view.wizard.start_page.start)
    page = page_of(qtbot, window, "signs")
    assert page.items.values == {"cold": True, "numb": False, "swollen": None}
    assert page.kept_note.isVisible()
    assert window.session.walk.answers == {}
    click(qtbot, page.go_on)
    assert window.session.walk.answers == {"cold": True, "numb": False, "swollen": None}
    assert window.view.wizard.node_shown != "signs"
    assert window.view.wizard.drafts == {}


def test_ticks_that_were_altered_after_continuing_are_kept_beside_the_answer(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(qtbot, window, "signs")
    tick(qtbot, page, "cold")
    click(qtbot, page.go_on)
    click(qtbot, page_of(qtbot, window, "days").back)
    assert page.kept_note.isHidden()
    tick(qtbot, page, "cold", "swollen")
    click(qtbot, page.back)
    click(qtbot, window.view.wizard.start_page.start)  # goes on where something is ticked that was not said
    assert window.session.walk.answers == {"cold": True, "numb": False, "swollen": False}
    assert page_of(qtbot, window, "signs") is page
    assert page.items.values == {"cold": False, "numb": False, "swollen": True}
    assert page.kept_note.isVisible()
    tick(qtbot, page, "cold", "swollen")
    assert window.view.wizard.drafts == {}, "what was ticked back is as it was said"


def test_a_time_typed_before_back_is_there_again_with_its_unit(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, page_of(qtbot, window, "signs").go_on)
    page = page_of(qtbot, window, "days")
    qtbot.mouseClick(page.number.units["weeks"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.number.edit, "3")
    click(qtbot, page.back)
    click(qtbot, page_of(qtbot, window, "signs").go_on)
    page = page_of(qtbot, window, "days")
    assert (page.number.edit.text(), page.number.unit) == ("3", "weeks")
    assert page.number.says.text() == "= 21 days"
    assert page.kept_note.isVisible()
    assert "days" not in window.session.walk.answers
    click(qtbot, page.go_on)
    page_of(qtbot, window, "more")
    assert window.view.wizard.drafts == {}
    click(qtbot, window.view.wizard.question_page("more").back)
    assert page.kept_note.isHidden()


def test_a_line_that_is_known_meanwhile_is_not_kept(qtbot: QtBot, window: MainWindow) -> None:
    first = page_of(qtbot, window, "signs")
    tick(qtbot, first, "cold")
    click(qtbot, first.go_on)
    days = page_of(qtbot, window, "days")
    qtbot.keyClicks(days.number.edit, "9")
    click(qtbot, days.go_on)
    second = page_of(qtbot, window, "more")
    assert [line.finding for line in second.items.shown] == ["hard"]
    tick(qtbot, second, "hard")
    click(qtbot, second.back)
    assert window.view.wizard.drafts == {"more": {"hard": True}}
    assert window.session.walk.answers.keys() == {"cold", "numb", "swollen", "days"}


def test_a_walk_that_starts_afresh_has_nothing_ticked_and_going_back_to_it_has(
    qtbot: QtBot, window: MainWindow
) -> None:
    first = page_of(qtbot, window, "signs")
    tick(qtbot, first, "cold")
    click(qtbot, first.go_on)
    days = page_of(qtbot, window, "days")
    qtbot.keyClicks(days.number.edit, "40")
    click(qtbot, days.back)
    tick(qtbot, first, "numb")
    click(qtbot, first.back)
    start = window.view.wizard.start_page
    click(qtbot, start.again)
    assert window.view.wizard.drafts == {}
    click(qtbot, start.start)
    assert page_of(qtbot, window, "signs").items.values == {"cold": False, "numb": False, "swollen": False}
    click(qtbot, first.back)
    click(qtbot, start.take_up)
    assert page_of(qtbot, window, "signs") is first
    assert first.items.values == {"cold": True, "numb": True, "swollen": False}
    click(qtbot, first.go_on)
    assert page_of(qtbot, window, "days").number.edit.text() == "40"


def test_leaving_is_asked_about_when_something_is_only_ticked(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "leave_walk", lambda *arguments, **more: asked.append(arguments))
    tick(qtbot, page_of(qtbot, window, "signs"), "cold")
    assert not window.close()
    assert len(asked) == 1


def test_a_tick_taken_back_on_the_emergency_page_is_not_kept(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, page_of(qtbot, window, "signs").go_on)
    days = page_of(qtbot, window, "days")
    qtbot.keyClicks(days.number.edit, "40")
    click(qtbot, days.go_on)
    click(qtbot, page_of(qtbot, window, "more").go_on)
    click(qtbot, page_of(qtbot, window, "breath").answers.buttons[Answer.YES])
    click(qtbot, window.results.emergency.mistakes["breathless"])
    page_of(qtbot, window, "breath")
    assert window.view.wizard.drafts == {}


@pytest.mark.parametrize("last", ["more", "breath"])
def test_what_is_ticked_is_not_passed_on_the_path(qtbot: QtBot, window: MainWindow, last: str) -> None:
    """Somebody goes back, ticks a danger sign, and presses a later question in the path instead of Continue."""
    window.session.answer({"cold": False, "numb": False, "swollen": False})
    window.session.answer({"days": 3})
    if last == "breath":
        window.session.answer({"hard": False})
    page_of(qtbot, window, last)
    window.view.path.change_asked.emit("signs")
    tick(qtbot, page_of(qtbot, window, "signs"), "cold")
    window.view.path.change_asked.emit(last)
    page = page_of(qtbot, window, "signs")
    assert page.kept_note.isVisible()
    assert (
        page.kept_note.mapTo(page, page.kept_note.rect().topLeft()).y() < page.items.rows[0].mapTo(page, QPoint()).y()
    )
    window.view.path.change_asked.emit("signs")
    assert page_of(qtbot, window, "signs") is page
    click(qtbot, page.go_on)
    page_of(qtbot, window, last)
    assert window.session.walk.answers["cold"] is True


def test_a_later_answer_leads_back_to_what_was_ticked_and_not_said(qtbot: QtBot, window: MainWindow) -> None:
    window.session.answer({"cold": False, "numb": False, "swollen": False})
    window.session.answer({"days": 3})
    page_of(qtbot, window, "more")
    window.view.path.change_asked.emit("days")
    page_of(qtbot, window, "days").number.edit.lineEdit().setText("9")
    click(qtbot, page_of(qtbot, window, "days").back)
    click(qtbot, page_of(qtbot, window, "signs").go_on)
    page = page_of(qtbot, window, "days")
    assert page.number.edit.text() == "9"
    assert page.kept_note.isVisible()
