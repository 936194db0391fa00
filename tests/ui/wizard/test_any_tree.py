"""Any small tree can be walked in the window, to and fro: what is shown is always what the walk says."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Tree
from kneetree.report.summary import summarise
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.check_view import CheckView
from kneetree.ui.wizard.emergency_page import EmergencyPage
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT
from kneetree.ui.wizard.question_page import QuestionPage
from kneetree.ui.wizard.result_page import ResultPage
from kneetree.walk.walk import Walk
from tests.trees import trees

TURNS = 12


class Person:
    """Somebody who answers, goes back and changes answers at random."""

    def __init__(self, theme: Theme, tree: Tree, luck: random.Random) -> None:
        self.luck = luck
        self.view = CheckView(theme)
        self.pages = {
            RESULT: ResultPage(theme, self.view.wizard.follow),
            EMERGENCY: EmergencyPage(theme, self.view.wizard.follow),
        }
        for number, page in self.pages.items():
            self.view.wizard.setPage(number, page)
        self.walk = Walk.start(tree)
        self.view.wizard.answered.connect(self.answered)
        self.view.wizard.kept.connect(self.show)
        self.show()

    def answered(self, answers: dict[str, bool | int | None]) -> None:
        self.walk = self.walk.answer(answers)
        self.show()

    def show(self, at: str | None = None) -> None:
        if self.walk.finished:
            summary = summarise(self.walk)
            self.pages[EMERGENCY if summary.urgency == "emergency" else RESULT].show_summary(summary)
        self.view.show_walk(self.walk, at)

    @property
    def asked(self) -> list[str]:
        return [step.node for step in self.walk.path if step.asked]

    def turn(self) -> None:
        """Answer what is on screen, or change an answer given before."""
        node = self.view.wizard.node_shown
        if node is None or (self.asked and self.luck.random() < 0.2):
            if self.asked:
                self.show(self.luck.choice(self.asked))
            return
        self.answer(self.view.wizard.question_page(node))
        if self.walk.question is None:
            assert self.view.wizard.currentId() == (EMERGENCY if self.walk.urgency == "emergency" else RESULT)
        else:
            assert self.view.wizard.node_shown == self.walk.question

    def answer(self, page: QuestionPage) -> None:
        if page.answers is not None:
            self.luck.choice(list(page.answers.buttons.values())).click()
        elif page.items is not None:
            assert page.items.shown
            for line in page.items.shown:
                line.show_value(self.luck.choice([True, False, None]))
            page.go_on.click()
        elif page.number is not None:
            page.number.show_number(self.luck.choice([0, 5, 7, 40, 60, 120]))
            self.luck.choice([page.go_on, page.unsure]).click()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees(), luck=st.randoms(use_true_random=False))
def test_any_walk_shows_what_it_says(qtbot: QtBot, theme: Theme, tree: Tree, luck: random.Random) -> None:
    person = Person(theme, tree, luck)
    for _ in range(TURNS):
        person.turn()
        entries = [entry for entry in person.view.path.entries if entry.state == "answered"]
        assert [entry.node for entry in entries] == person.asked
        lists = [entry for entry in entries if tree.asked(entry.node).is_list]
        assert not any(entry.spoken.startswith(("Yes", "No:", "No;")) for entry in lists)
    person.view.deleteLater()
