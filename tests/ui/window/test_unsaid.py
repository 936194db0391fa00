"""What is ticked or typed and not said yet comes back with the answers, whatever way the questions are left."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import tree_files
from kneetree.ui import dialogs
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import START
from kneetree.ui.wizard.question_page import QuestionPage
from tests.trees import small
from tests.ui.window.test_drafts import walked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Person:
    """Answers, ticks and types; leaves the questions in every way that there is, and comes back."""

    def __init__(self, qtbot: QtBot, windows: Windows, chance: random.Random) -> None:
        self._qtbot = qtbot
        self._windows = windows
        self._chance = chance
        self._edits = 0
        self.language = "en"

    @property
    def window(self) -> MainWindow:
        return self._windows.window

    @property
    def page(self) -> QuestionPage:
        node = self.window.view.wizard.node_shown
        assert node is not None
        return self.window.view.wizard.question_page(node)

    def click(self, button: QPushButton) -> None:
        assert button.isVisible()
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def seen(self) -> tuple[object, ...]:
        """What is answered, what is not said yet, and what the page shows, which may be an answer in want of a tick."""
        page, session = self.page, self.window.session
        field: object = None
        if page.items is not None:
            field = page.items.values
        elif page.number is not None:
            field = page.number.edit.text(), page.number.unit
        return session.walk.answers, self.window.view.wizard.drafts, self.window.view.wizard.node_shown, field

    # -- on a page -------------------------------------------------------------------------------

    def fill(self) -> None:
        """Tick or untick a line, or type a number."""
        page = self.page
        if page.items is not None:
            line = self._chance.choice(page.items.shown)
            words = self._chance.choice([line.text, line.text, line.unsure])
            if words is line.text:
                self._qtbot.mouseClick(line.text, Qt.MouseButton.LeftButton)
            else:
                self._qtbot.keyClick(line.unsure, Qt.Key.Key_Space)
        elif page.number is not None:
            self._qtbot.mouseClick(page.number.units[self._chance.choice(["days", "weeks"])], Qt.MouseButton.LeftButton)
            page.number.edit.selectAll()
            self._qtbot.keyClicks(page.number.edit, str(self._chance.randint(1, 99)))

    def go_on(self) -> None:
        """Answer, but not the last question that can be: from there on nothing is asked."""
        if self.window.view.wizard.node_shown not in ("more", "breath"):
            self.click(self.page.go_on)

    def go_back(self) -> None:
        self.click(self.page.back)
        if self.window.view.wizard.currentId() == START:
            self.click(self.window.view.start_page.start)

    # -- leaving and coming back -----------------------------------------------------------------

    def start_again(self) -> None:
        self.window.start_again()
        self._take_up()

    def begin_anew_and_repent(self) -> None:
        """Start again, look at the first question, and go back to what was left."""
        self.window.start_again()
        self.click(self.window.view.start_page.start)
        self.click(self.page.back)
        self._take_up()

    def open_another_tree(self) -> None:
        self.window.menus.actions["open"].trigger()
        assert "signs" not in self.window.document.tree.nodes
        self._take_up()

    def open_another_tree_in_another_language(self) -> None:
        self.window.menus.actions["open"].trigger()
        self.speak()
        self._take_up()

    def speak(self) -> None:
        old, self.language = self.window, {"en": "es", "es": "en"}[self.language]
        next(action for action in old.menus.language.actions() if action.data() == self.language).trigger()
        self._qtbot.waitUntil(lambda: self.window is not old and self.window.session is not None)
        QApplication.processEvents()

    def look_at_the_editor(self) -> None:
        self.window.show_edit()
        self.window.show_check()

    def edit_the_questions(self) -> None:
        """Give every question another text, so that every page is made anew."""
        self.window.show_edit()
        document, self._edits = self.window.document, self._edits + 1
        for node in ("signs", "days", "more"):
            words = f"Is it so, after {self._edits} edits?"
            document.do(edits.set_fields(document.tree, node, text=words), "write")
        self.window.show_check()
        document.stack.setClean()

    def try_to_close(self) -> None:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(dialogs, "leave_walk", lambda *_args, **_more: False)
            assert not self.window.close()

    def go_to_the_first_page(self) -> None:
        for _ in range(9):
            if self.window.view.wizard.currentId() != START:
                self.click(self.page.back)
        self.click(self.window.view.start_page.start)

    def _take_up(self) -> None:
        self._qtbot.waitUntil(lambda: self.window.view.wizard.currentId() == START)
        self.click(self.window.view.start_page.take_up)
        self._qtbot.waitUntil(lambda: self.window.view.wizard.node_shown is not None)


@pytest.fixture
def windows(open_windows: Callable[..., Windows], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Windows:
    path, other = tmp_path / "walked.json", tmp_path / "other.json"
    path.write_bytes(tree_files.encode_tree(walked()))
    other.write_bytes(tree_files.encode_tree(small()))
    monkeypatch.setattr(dialogs, "open_path", lambda *_: other)
    return open_windows(path)


@pytest.fixture
def person(qtbot: QtBot, windows: Windows, request: pytest.FixtureRequest) -> Person:
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    made = Person(qtbot, windows, random.Random(seed))
    made.click(windows.window.view.start_page.start)
    qtbot.waitUntil(lambda: windows.window.view.wizard.node_shown == "signs")
    return made


WAYS = [
    Person.start_again,
    Person.begin_anew_and_repent,
    Person.open_another_tree,
    Person.open_another_tree_in_another_language,
    Person.speak,
    Person.look_at_the_editor,
    Person.edit_the_questions,
    Person.try_to_close,
]


@pytest.mark.parametrize("way", WAYS)
def test_a_single_tick_comes_back(person: Person, qtbot: QtBot, way: Callable[[Person], None]) -> None:
    qtbot.mouseClick(person.page.items.rows[0].text, Qt.MouseButton.LeftButton)
    way(person)
    assert person.page.items.values == {"cold": True, "numb": False, "swollen": False}
    assert person.window.session.walk.answers == {}


@pytest.mark.parametrize("way", WAYS)
def test_a_tick_that_was_taken_back_and_not_said_comes_back(
    person: Person, qtbot: QtBot, way: Callable[[Person], None]
) -> None:
    qtbot.mouseClick(person.page.items.rows[0].text, Qt.MouseButton.LeftButton)
    person.go_on()
    person.go_back()
    qtbot.mouseClick(person.page.items.rows[0].text, Qt.MouseButton.LeftButton)
    before = person.window.view.wizard.drafts
    assert before == {"signs": {"cold": False}}
    way(person)
    assert person.window.view.wizard.drafts == before
    person.window.change_answer("signs")
    assert person.page.items.values["cold"] is False
    assert person.window.session.walk.answers["cold"] is True


def test_whatever_is_unsaid_comes_back_after_any_ways_of_leaving(person: Person) -> None:
    acts = [Person.fill, Person.fill, Person.fill, Person.go_on, Person.go_back]
    for _ in range(12):
        for _ in range(3):
            person._chance.choice(acts)(person)
        if not (person.window.view.wizard.drafts or person.window.session.walk.asked):
            person.fill()
        person.window.change_answer(person.window.session.walk.question)
        before, way = person.seen(), person._chance.choice(WAYS)
        print(way.__name__, before)
        way(person)
        if person.window.view.wizard.node_shown != before[2]:
            person.window.change_answer(before[2])
        assert person.seen() == before
