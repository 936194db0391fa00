"""File > New from example: a copy without a file, shown in Edit, that walks with its own words and picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneetree import shipped
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import Urgency
from kneetree.ui import dialogs
from kneetree.ui.document import recent_files
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT

Open = Callable[..., MainWindow]
TITLES = {"ankle-injury": "Ankle injury and ankle pain", "back-pain": "Back pain", "tree": "Pain behind the knee"}
NAMES = ["ankle-injury", "back-pain"]


def begin_with(window: MainWindow, name: str) -> None:
    """As a person does, in the File menu."""
    menu = window.menus.examples
    menu.aboutToShow.emit()
    chosen = next(action for action in menu.actions() if action.data().name.partition(".")[0] == name)
    chosen.trigger()


def retitle(window: MainWindow) -> None:
    builder = ChangeBuilder(window.document.tree)
    builder.set("title", "", "Changed")
    window.document.do(builder.change(), "title")


def test_only_an_author_is_offered_the_examples(open_window: Open) -> None:
    window = open_window()
    assert not window.menus.examples.menuAction().isVisible()
    window.show_edit()
    assert window.menus.examples.menuAction().isVisible()
    window.menus.examples.aboutToShow.emit()
    window.menus.examples.aboutToShow.emit()
    assert [action.text().replace("&", "") for action in window.menus.examples.actions()] == list(TITLES.values())


@pytest.mark.parametrize("name", TITLES)
def test_an_example_opens_as_a_copy_in_edit(open_window: Open, name: str, tmp_path: Path) -> None:
    window = open_window()
    begin_with(window, name)
    assert window.document.path is None
    assert window.document.tree.title == window.windowTitle() == TITLES[name]
    assert window.editor.isVisible()
    assert recent_files.paths() == [tmp_path / "small.json"]
    assert not window.document.dirty


@pytest.mark.parametrize("name", NAMES)
def test_what_came_with_the_program_is_never_written(
    open_window: Open, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    begin_with(window, name)
    source = window.document.source
    before = source.read_bytes()
    retitle(window)
    for place in (source, source.with_name("mine.json")):
        with pytest.raises(KneetreeError, match="comes with the program"):
            window.document.save_as(place)
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "mine.json")
    window.menus.actions["save"].trigger()
    assert tree_files.read_tree(tmp_path / "mine.json").tree.title == "Changed"
    assert window.windowTitle() == "mine.json"
    assert source.read_bytes() == before
    assert not source.with_name("mine.json").exists()


def test_unsaved_work_is_not_lost_for_an_example(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    retitle(window)
    monkeypatch.setattr(dialogs, "save_first", lambda *_: dialogs.Choice.CANCEL)
    begin_with(window, "back-pain")
    assert window.document.tree.title == "Changed"


def test_an_example_that_cannot_be_read_leaves_the_open_tree(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    (tmp_path / "bad.kneetree.json").write_text("{", "utf-8")
    monkeypatch.setattr(shipped, "examples", lambda: [tmp_path / "bad.kneetree.json"])
    said: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    begin_with(window, "bad")
    assert len(said) == 1
    assert window.document.path == tmp_path / "small.json"
    assert window.editor is None


@pytest.mark.parametrize("name", NAMES)
def test_the_first_page_shows_its_words_and_its_picture(open_window: Open, name: str) -> None:
    window = open_window()
    begin_with(window, name)
    window.show_check()
    page, start = window.view.wizard.start_page, window.document.tree.start
    assert (page.heading.text(), page.use.text(), page.start.text()) == (start.heading, start.text, start.button)
    assert page.picture.isVisible()
    assert page.emergency.text() == window.document.tree.about.emergency


def walking(qtbot: QtBot, open_window: Open, name: str) -> MainWindow:
    """A window at the first question of an example."""
    window = open_window()
    begin_with(window, name)
    window.show_check()
    window.start()
    qtbot.waitUntil(lambda: window.session.walk is not None, timeout=20_000)
    return window


@pytest.mark.parametrize("name", NAMES)
def test_somebody_without_a_danger_sign_walks_to_the_end(qtbot: QtBot, open_window: Open, name: str) -> None:
    window = walking(qtbot, open_window, name)
    session = window.session
    while not session.walk.finished:
        node = str(session.walk.question)
        qtbot.waitUntil(lambda node=node: window.view.wizard.node_shown == node, timeout=20_000)
        asked = session.tree.asked(node)
        numbers = {"age": 40, "days": 3}
        session.answer({asked.scale: numbers[asked.scale]} if asked.scale else dict.fromkeys(asked.findings, False))
    qtbot.waitUntil(lambda: window.view.wizard.currentId() == RESULT, timeout=20_000)
    assert window.results.summary.urgency in {Urgency.ROUTINE, Urgency.SELF_CARE}


@pytest.mark.parametrize("name", NAMES)
def test_a_danger_sign_leads_to_its_emergency_page(qtbot: QtBot, open_window: Open, name: str) -> None:
    window = walking(qtbot, open_window, name)
    session = window.session
    asked = session.tree.asked(str(session.walk.question))
    session.answer({finding: finding == "breathless_or_chest_pain" for finding in asked.findings})
    qtbot.waitUntil(lambda: window.view.wizard.currentId() == EMERGENCY, timeout=20_000)


@pytest.mark.parametrize("name", TITLES)
def test_a_window_in_another_language_goes_on_with_the_example(
    open_windows: Callable[..., Windows], qtbot: QtBot, name: str
) -> None:
    windows = open_windows()
    begin_with(windows.window, name)
    spanish = next(action for action in windows.window.menus.language.actions() if action.data() == "es")
    spanish.trigger()
    qtbot.waitUntil(lambda: windows.window.session is not None)
    assert windows.window.document.tree.title == TITLES[name]
    assert windows.window.document.path is None
    assert windows.window.session.tree.language == "es"
    assert windows.window.document.tree.language == "en"
