"""What a screen reader finds on each page: all inputs named, buttons as buttons, nothing that is hidden, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.editor import saying
from kneetree.ui.editor.saying import Saying
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard import disclosure, notice, number_field, start_page
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.page_ids import RESULT, START
from tests.ui.reader import INPUT, Role, Thing, shown, stops, things
from tests.ui.test_keys import every_page, forms, pages, questions, read_while

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(every_page())


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was said through assistive technology at once."""
    heard: list[str] = []
    for module in (disclosure, notice, number_field, start_page, saying):
        monkeypatch.setattr(module, "announce", lambda _widget, sentence: heard.append(sentence))
    return heard


def everywhere(window: MainWindow) -> Iterator[str]:
    """Each page as it is at first and after a look at the editor, which stays there hidden; then the editor."""
    yield from pages(window)
    window.show_edit()
    window.show_check()
    for place in pages(window):
        yield f"{place}, with an editor behind"
    window.show_edit()
    yield "edit"


def test_all_that_takes_input_has_a_name_on_every_page(window: MainWindow) -> None:
    unnamed = {
        f"{place}: {thing.thing!r}"
        for place in everywhere(window)
        for thing in shown(window)
        if thing.role in INPUT and thing.focusable and not thing.name.strip()
    }
    assert unnamed == set()


def unnamed(dialog: QWidget) -> list[str]:
    """What takes input in a dialog and has no name."""
    found = [thing for thing in shown(dialog) if thing.role in INPUT and thing.focusable]
    assert found
    return [repr(thing.thing) for thing in found if not thing.name.strip()]


def test_all_that_takes_input_has_a_name_in_every_dialog(window: MainWindow, qapp: QApplication) -> None:
    wrong = {name: read_while(qapp, ask, unnamed) for name, ask in questions(window).items()}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_all_that_takes_input_has_a_name_in_every_form(window: MainWindow) -> None:
    window.show_edit()
    wrong = {}
    for name, form in forms(window):
        form.show()
        wrong[name] = unnamed(form)
        form.close()
    assert {name: found for name, found in wrong.items() if found} == {}


def test_nothing_that_is_hidden_is_exposed(window: MainWindow) -> None:
    for place in everywhere(window):
        hidden, there = (window.view, window.editor) if place == "edit" else (window.editor, window.view)
        found = things(window)
        widgets = [thing.thing for thing in found if isinstance(thing.thing, QWidget)]
        assert there in widgets
        assert hidden not in widgets, place
        wrong = [str(thing) for thing in found if not thing.invisible and _is_hidden(thing.thing)]
        assert wrong == [], place
        if place != "edit":
            kinds = {thing.role for thing in found if not thing.invisible}
            assert not kinds & {Role.Table, Role.Cell, Role.Tree, Role.TreeItem, Role.List, Role.ListItem}, place


def _is_hidden(thing: object) -> bool:
    return isinstance(thing, QWidget) and not thing.isVisible()


def test_buttons_are_buttons(window: MainWindow) -> None:
    for place in pages(window):
        roles = {thing.role for thing in shown(window) if isinstance(thing.thing, QPushButton)}
        assert roles == {Role.Button}, place


def test_what_is_chosen_is_told_of_a_button(window: MainWindow) -> None:
    def told() -> dict[str, str]:
        found = (thing for thing in shown(window.bar) if isinstance(thing.thing, QPushButton))
        return {thing.name: thing.description for thing in found}

    walk, edit = window.bar.check_button.text(), window.bar.edit_button.text()
    assert told() == {walk: "chosen", edit: ""}
    window.bar.edit_button.click()
    assert told() == {walk: "", edit: "chosen"}


def test_the_reading_order_is_the_focus_order(window: MainWindow) -> None:
    for place in pages(window):
        # The first page comes before the wizard, which has an empty one in its place.
        view = window.view
        page = view.start_page if view.wizard.currentId() == START else view.wizard.currentPage()
        focus = [widget for widget in stops(window) if page.isAncestorOf(widget)]
        reading = [thing.thing for thing in shown(page) if thing.thing in focus]
        assert reading == focus, place
        assert any(isinstance(widget, QAbstractButton) for widget in focus) or place == "path"


# -- a number --------------------------------------------------------------------------------------


def test_a_wrong_number_is_said_and_stays_with_the_field(window: MainWindow, said: list[str]) -> None:
    window.start()
    page = window.view.wizard.question_page("age")
    page.go_on.click()
    sentence = "Please give a whole number from 0 to 120 (years)."
    assert said == [sentence]
    field = next(thing for thing in shown(page) if isinstance(thing.thing, QAbstractSpinBox))
    assert field.description == sentence
    page.number.edit.show_number(40)
    page.number.edit.changed.emit()
    assert page.number.edit.accessibleDescription() == "", "what is right again is not complained about"


# -- what is not a page ----------------------------------------------------------------------------


def test_why_the_questions_cannot_start_is_said(window: MainWindow, said: list[str]) -> None:
    window.view.wizard.start_page.set_trouble("The file is gone.")
    assert said == ["The file is gone."]


def test_what_came_of_an_edit_is_said(window: MainWindow, said: list[str]) -> None:
    note = Saying(window.view)
    note.say("Pasted 3 boxes.")
    assert said == ["Pasted 3 boxes."]


# -- an emergency ----------------------------------------------------------------------------------


def test_each_part_of_an_emergency_is_reached_and_says_what_it_holds(window: MainWindow) -> None:
    window.start()
    for answers in ({"age": 70}, {"cold": True, "swollen": False}, {"breathless": True}):
        window.session.answer(answers)
    page = window.results.emergency
    read = {thing.thing: thing for thing in shown(page)}
    reached = [read[widget] for widget in stops(window) if page.isAncestorOf(widget)]
    summary = window.results.summary
    assert reached[0].name == f"{summary.level}: {summary.urgency_word}"
    assert summary.action in reached[0].description and summary.title in reached[0].description
    lines = [line for row in summary.get_help_if for line in row.lines]
    for line in (*summary.do, *summary.avoid, *lines):
        assert any(line in thing.description for thing in reached), line


# -- the result ------------------------------------------------------------------------------------


@pytest.fixture
def result(qtbot: QtBot, window: MainWindow) -> QWidget:
    window.start()
    for answers in ({"age": 70}, {"cold": True, "swollen": False}, {"breathless": False}):
        window.session.answer(answers)
    assert window.view.wizard.currentId() == RESULT
    return window.results.page


def test_each_part_of_the_result_is_reached_and_says_what_it_holds(window: MainWindow, result: QWidget) -> None:
    reached = [widget for widget in stops(window) if result.isAncestorOf(widget)]
    labels = [label for label in result.findChildren(QLabel) if label.isVisible()]
    headings = [label for label in labels if label.property("role") in {"title", "heading"}]
    assert len(headings) > 3
    assert [widget for widget in reached if isinstance(widget, QLabel)] == headings
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        end = labels.index(following) if following is not None else labels.index(heading) + 2
        for label in labels[labels.index(heading) + 1 : end]:
            assert label.text() in heading.accessibleDescription()
    for fold in result.findChildren(Disclosure):
        if fold.isVisible():
            assert fold.button in reached


def test_what_is_opened_is_said_and_stays_with_its_button(
    qtbot: QtBot, window: MainWindow, result: QWidget, said: list[str]
) -> None:
    path = result.path
    assert named(result, path.button).name.endswith(", closed")
    assert named(result, path.button).description == ""
    qtbot.mouseClick(path.button, Qt.MouseButton.LeftButton)
    read = named(result, path.button)
    assert read.name.endswith(", open")
    assert "How old are you? 70 years" in read.description
    assert said == [read.description]
    qtbot.mouseClick(path.button, Qt.MouseButton.LeftButton)
    assert named(result, path.button).description == ""
    assert said == [read.description, ""], "nothing is said of what is closed"


def test_copying_is_said(window: MainWindow, result: QWidget, said: list[str]) -> None:
    result.wishes["copy_text"].click()
    assert said == ["Copied. You can now paste the result into a message or a document."]


def test_no_bullet_is_read(result: QWidget) -> None:
    assert not [thing for thing in things(result) if thing.name.strip() == "•"]


def named(page: QWidget, widget: QWidget) -> Thing:
    return next(thing for thing in shown(page) if thing.thing is widget)
