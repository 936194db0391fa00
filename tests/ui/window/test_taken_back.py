"""What was said on a way that was left is on the result as on paper, and can be taken back and put back there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Finding, Tree
from kneetree.report.facts import Facts
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import RESULT
from tests import trees

Open = Callable[..., MainWindow]


def tree() -> Tree:
    """A clot is asked for first; whoever has none says how old they are and what else there is."""
    return trees.make(
        {
            "clot": trees.ask("swollen", "today", "age"),
            "age": trees.number("age", "more"),
            "more": trees.collect(["cold", "numb", "walks", "blue"], "home"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf("self_care"),
        },
        findings={
            "walks": Finding("You can walk", usual=True),
            **{key: Finding(f"Has {key}") for key in ("swollen", "cold", "numb", "blue")},
        },
    )


@pytest.fixture
def window(qtbot: QtBot, open_window: Open) -> MainWindow:
    """At a result for today, reached by going back from another one."""
    window = open_window(tree())
    window.view.start_page.start.click()
    answer = window.session.answer
    answer({"swollen": False})
    answer({"age": 72})
    answer({"cold": True, "numb": None, "walks": False, "blue": False})
    assert window.view.wizard.currentId() == RESULT
    answer({"swollen": True})
    assert window.results.summary.urgency == "same_day"
    return window


def shown(window: MainWindow) -> list[str]:
    return [label.text() for label in window.results.page.said.findChildren(QLabel) if label.isVisible()]


def press(qtbot: QtBot, window: MainWindow, fact: str) -> None:
    """Press the button beside what was said of a fact, with the keyboard."""
    button = next(part.buttons[fact] for part in window.results.page.said._earlier if fact in part.buttons)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.hasFocus()


def test_all_that_was_said_is_there_and_no_is_folded(window: MainWindow) -> None:
    assert shown(window)[-6:] == [
        "Is it swollen? Yes",
        "You also said, before you changed an answer",
        "Age: 72 years",
        "Has cold",
        "Not sure: Has numb",
        "“You can walk”: no",
    ]
    said_no = window.results.page.said.said_no
    assert said_no is not None
    assert said_no.button.text() == "What you said no to (1)"
    assert "“Has blue”: no" in [label.text() for label in said_no.content.findChildren(QLabel)]


@pytest.mark.parametrize("fact", ["age", "cold", "numb", "walks"])
def test_what_is_wrong_is_taken_back_from_paper_and_put_back(qtbot: QtBot, window: MainWindow, fact: str) -> None:
    whole, path = window.results.summary.facts, window.results.summary.path
    place = window.results.page.scroll_area.verticalScrollBar().value()
    press(qtbot, window, fact)
    assert fact not in window.session.walk.answers
    assert window.results.summary.facts != whole
    assert window.results.summary.path == path
    assert sum(text.startswith("Taken back: ") for text in shown(window)) == 1
    press(qtbot, window, fact)
    assert _sorted(window.results.summary.facts) == _sorted(whole)
    assert not any(text.startswith("Taken back: ") for text in shown(window))
    assert window.results.page.scroll_area.verticalScrollBar().value() >= place


def _sorted(told: Facts) -> list[set[str]]:
    return [set(told.numbers), set(told.true), set(told.false), set(told.unsure), set(told.lacking)]


def test_another_answer_ends_what_can_be_put_back(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "cold")
    window.session.answer({"swollen": False})
    window.session.answer({"swollen": True})
    assert "Has cold" not in " ".join(shown(window))


def test_somebody_else_sees_nothing_of_it(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "age")
    window.session.start()
    window.session.answer({"swollen": True})
    assert shown(window)[-1] == "Is it swollen? Yes"
