"""A page that was left for another has room for all its words when it comes back, however wide it is then."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Answer
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.page_ids import EMERGENCY
from kneetree.ui.wizard.question_page import QuestionPage

Open = Callable[..., Windows]
SCREEN = 1180
"""As wide as the window is on a screen of 1280 pixels: the path beside a question takes a part of it."""

ROUNDS = 8
"""Turns of the event loop in which a page finds its place; one that is laid out without end is so in each of them."""
TIMES = 5
"""What is not without end may still come, such as the number of questions left, which a thread counts."""


class Restless(QObject):
    """Counts how often a page was asked to find its place."""

    def __init__(self, page: ScrollPage) -> None:
        super().__init__()
        self.times = 0
        for watched in (page, page.scroll_area, page.scroll_area.widget(), page.middle):
            watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


def page_of(window: MainWindow) -> ScrollPage:
    page = window.view.wizard.currentPage()
    assert isinstance(page, ScrollPage)
    return page


def settle() -> None:
    for _ in range(ROUNDS):
        QApplication.processEvents()


def look(window: MainWindow, told: str) -> None:
    """Complain of a page that does not come to rest, or whose words have less room than they need."""
    settle()
    page = page_of(window)
    assert any(rests(page) for _ in range(TIMES)), f"{told}: it is laid out without end"
    for label in page.middle.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), f"{told}: {label.text()}"


def rests(page: ScrollPage) -> bool:
    restless = Restless(page)
    settle()
    return restless.times < ROUNDS


def answer(page: QuestionPage, chance: random.Random, *, calm: bool) -> None:
    """Say something; a ``calm`` person has no sign of danger."""
    if page.items is not None:
        for line in page.items.shown if not calm else ():
            line.tick.setChecked(chance.random() < 0.1)
        while page.isVisible() and page.go_on.isVisible():
            before = page.items.draft, page.go_on.text(), page.scroll_area.verticalScrollBar().value()
            page.go_on.click()
            settle()
            if before == (page.items.draft, page.go_on.text(), page.scroll_area.verticalScrollBar().value()):
                break
    elif page.number is not None:
        band = next(iter(page.bands.buttons.values()), None) if page.bands is not None else None
        if band is not None:
            band.click()
        else:
            page.number.edit.setText("40")
            page.go_on.click()
    elif page.answers is not None:
        answers = [Answer.NO] if calm else [*page.answers.buttons]
        page.answers.buttons[chance.choice(answers)].click()
    settle()


@pytest.mark.parametrize("language", ["en", "es"])
def test_danger_signs_are_whole_after_a_slip(qtbot: QtBot, theme: Theme, open_windows: Open, language: str) -> None:
    """At every height about which the page begins to scroll: what is above decides whether there is more below."""
    window = open_windows(language=language).window
    for height in range(580, 800, 9):
        window.resize(SCREEN, height)
        window.start()
        qtbot.waitUntil(lambda: window.view.wizard.node_shown is not None)
        look(window, f"{height}, first")
        first = page_of(window)
        assert isinstance(first, QuestionPage) and first.items is not None
        first.items.rows[0].tick.setChecked(True)
        while page_of(window) is first:
            first.go_on.click()
            settle()
        assert window.view.wizard.currentId() == EMERGENCY
        look(window, f"{height}, emergency")
        next(iter(window.results.emergency.mistakes.values())).click()
        assert page_of(window) is first
        look(window, f"{height}, back")


@pytest.mark.seeds(1)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_that_comes_back_cuts_its_words(
    qtbot: QtBot, theme: Theme, open_windows: Open, language: str, seed: int
) -> None:
    """By Back, by a slip, by a change of an answer on the path; meanwhile the window or the text has another size."""
    chance = random.Random(seed)
    window = open_windows(language=language).window
    window.start()
    qtbot.waitUntil(lambda: window.view.wizard.node_shown is not None)
    passed: list[str] = []
    for turn in range(20):
        wizard, told = window.view.wizard, f"turn {turn}"
        node = wizard.node_shown
        if node is not None:
            passed.append(node)
            answer(wizard.question_page(node), chance, calm=chance.random() < 0.8)
        if chance.random() < 0.5:
            window.resize(chance.randrange(560, 1500), chance.randrange(480, 950))
        if chance.random() < 0.1:
            theme.choose_text(chance.choice([100, 125, 150]))
        look(window, told)
        asked = [step.node for step in window.session.walk.path if step.asked]
        if wizard.currentId() == EMERGENCY and window.results.emergency.mistakes:
            chance.choice([*window.results.emergency.mistakes.values()]).click()
            look(window, f"{told}, slip")
        elif asked and (wizard.node_shown is None or chance.random() < 0.3):
            window.change_answer(chance.choice(asked))
            look(window, f"{told}, back")
    assert len(set(passed)) > 1
