"""Choosing a language: another window with the same answers, its questions in that language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import opening, translation, tree_files
from kneetree.report.summary import summarise
from kneetree.shipped import SHIPPED_TREE
from kneetree.ui import dialogs, language
from kneetree.ui.document.document import Document
from kneetree.ui.document.session import Session
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.walk.walk import Walk


@pytest.fixture
def windows(open_windows: Callable[..., Windows]) -> Windows:
    """The window on the shipped tree, in English, its tree loaded."""
    return open_windows()


def choose(windows: Windows, qtbot: QtBot, name: str) -> None:
    """As a person does, in the View menu."""
    old = windows.window
    action = next(action for action in old.menus.language.actions() if action.data() == name)
    action.trigger()
    assert windows.window is not old
    qtbot.waitUntil(lambda: windows.window.session is not None)


def test_the_first_page_offers_the_other_language_by_its_own_name(windows: Windows, qtbot: QtBot) -> None:
    old = windows.window
    button = old.view.wizard.start_page.other_language
    assert button.text() == "Español"
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert windows.window is not old
    qtbot.waitUntil(lambda: windows.window.session is not None)
    page = windows.window.view.wizard.start_page
    assert page.heading.text().startswith("Dolor")
    assert page.other_language.text() == "English"
    qtbot.mouseClick(page.other_language, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: windows.window.session is not None)
    assert windows.window.view.wizard.start_page.heading.text() == "Pain behind the knee"


@pytest.mark.parametrize("spoken", ["en", "es"])
def test_nothing_moves_under_the_mouse_when_the_tree_comes(
    qapp: QApplication, qtbot: QtBot, theme: Theme, spoken: str
) -> None:
    QSettings().setValue("view/language", spoken)
    made = Windows(qapp, theme)
    window = made.window
    window.resize(1280, 760)
    window.show()
    page = window.view.wizard.start_page
    parts = (
        page.heading,
        page.use,
        page.emergency,
        page.limits,
        page.about,
        page.start,
        page.open,
        page.edit,
        window.bar.edit_button,
    )

    def places() -> list[tuple[QPoint, QSize]]:
        QApplication.processEvents()
        return [(part.mapTo(window, QPoint(0, 0)), part.size()) for part in parts]

    before = places()
    made.show(None)
    qtbot.waitUntil(lambda: window.session is not None)
    qtbot.wait(1)
    after = places()
    window.close()
    window.wait_for_loader()
    window.deleteLater()
    QSettings().setValue("view/language", "en")
    made.speak()
    assert after == before


def walk_of(window: MainWindow, qtbot: QtBot) -> Walk:
    """Return the walk once what it leaves out is found."""
    session = window.session
    assert session is not None
    qtbot.waitUntil(lambda: session.walk is not None and not session.waiting)
    assert session.walk is not None
    return session.walk


def come_to_the_end(window: MainWindow, qtbot: QtBot) -> Walk:
    """Say No to everything, or 50 where a number is asked for; return the finished walk."""
    window.start()
    while not (walk := walk_of(window, qtbot)).finished:
        asked = walk.tree.asked(str(walk.question))
        window.session.answer({asked.scale: 50} if asked.scale else dict.fromkeys(asked.findings, False))
    return walk


def session_of(document: Document) -> Session:
    return Session(document, document, language="es")


def test_the_question_on_screen_is_in_spanish_and_the_answers_are_kept(windows: Windows, qtbot: QtBot) -> None:
    window = windows.window
    window.start()
    session = window.session
    first = walk_of(window, qtbot).question
    assert first is not None and session is not None
    session.answer(dict.fromkeys(session.tree.asked(first).findings, False))
    second = walk_of(window, qtbot).question
    english = session.tree.asked(str(second)).text
    choose(windows, qtbot, "es")
    window = windows.window
    walk = walk_of(window, qtbot)
    assert walk.question == second
    assert [step.node for step in walk.path] == [first]
    assert walk.tree.language == "es"
    heading = window.view.wizard.question_page(str(second)).heading.text()
    assert heading == walk.tree.asked(str(second)).text != english
    assert window.bar.check_button.text() == "Revisar mi rodilla"
    assert "Borrador" in window.foot.text()


def test_what_was_opened_on_a_result_is_open_in_the_other_language(windows: Windows, qtbot: QtBot) -> None:
    window = windows.window
    come_to_the_end(window, qtbot)
    page = window.results.page
    qtbot.waitUntil(page.isVisible)
    for part in (page.path, page.said.said_no):
        qtbot.mouseClick(part.button, Qt.MouseButton.LeftButton)
    opened = page.opened
    assert len(opened) == 2
    choose(windows, qtbot, "es")
    assert walk_of(windows.window, qtbot).finished
    page = windows.window.results.page
    qtbot.waitUntil(page.isVisible)
    assert page.opened == opened
    assert page.path.opened and page.said.said_no.opened and not page.sources.opened
    assert page.path.content.isVisible()


def test_a_result_that_was_copied_is_kept_in_the_other_language_too(
    windows: Windows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "leave_result", asked.append)
    window = windows.window
    come_to_the_end(window, qtbot)
    qtbot.waitUntil(window.results.page.isVisible)
    choose(windows, qtbot, "es")
    assert walk_of(windows.window, qtbot).finished
    assert not windows.window.close() and len(asked) == 1, "it is only on screen"
    windows.window.results.copy_text()
    choose(windows, qtbot, "en")
    assert walk_of(windows.window, qtbot).finished
    assert windows.window.close() and len(asked) == 1


def test_another_language_in_mid_walk_is_not_taken_for_leaving(
    windows: Windows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "leave_walk", lambda parent, **_more: asked.append(parent))
    window = windows.window
    window.start()
    first = walk_of(window, qtbot).question
    assert window.session is not None
    window.session.answer(dict.fromkeys(window.session.tree.asked(str(first)).findings, False))
    assert walk_of(window, qtbot).asked == 1
    choose(windows, qtbot, "es")
    assert walk_of(windows.window, qtbot).asked == 1
    assert asked == []
    assert not windows.window.close()
    assert len(asked) == 1


def test_back_to_english(windows: Windows, qtbot: QtBot) -> None:
    choose(windows, qtbot, "es")
    choose(windows, qtbot, "en")
    window = windows.window
    assert window.bar.check_button.text() == "Check my knee"
    assert window.session is not None
    assert window.session.tree is window.document.tree


def test_a_whole_result_is_in_spanish(windows: Windows, qtbot: QtBot) -> None:
    choose(windows, qtbot, "es")
    window = windows.window
    walk = come_to_the_end(window, qtbot)
    assert window.results is not None
    summary = window.results.summary
    assert summary is not None
    assert summary.language == "es"
    assert translation.languages(SHIPPED_TREE).keys() == {"es"}
    english = summarise(walk.on(tree_files.read_tree(SHIPPED_TREE).tree))
    assert [row.urgency for row in summary.get_help_if] == [row.urgency for row in english.get_help_if]
    assert not {row.sentence for row in summary.get_help_if} & {row.sentence for row in english.get_help_if}


def test_the_editor_keeps_the_texts_that_it_edits(windows: Windows, qtbot: QtBot) -> None:
    choose(windows, qtbot, "es")
    window = windows.window
    assert window.document is not None
    assert window.document.tree.language == "en"


def test_an_edit_that_makes_one_safety_net_stale_shows_the_whole_tree_as_written(qapp: QApplication) -> None:
    tree = opening.read(SHIPPED_TREE).tree
    document = Document(tree)
    session = session_of(document)
    assert session.tree.language == "es"
    assert not session.is_foreign
    warning = next(iter(tree.warnings))
    document.do(edits.set_part(document.tree, "warning", warning, text="something new happens"), "edit")
    assert session.tree is document.tree
    assert session.is_foreign
    document.stack.undo()
    assert session.tree.language == "es"
    document.close()


def test_a_tree_without_the_language_is_shown_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    shutil.copy(SHIPPED_TREE, tmp_path / "mine.json")
    document = Document(tree_files.read_tree(SHIPPED_TREE).tree)
    document.open(tmp_path / "mine.json")
    session = session_of(document)
    assert session.tree is document.tree
    assert session.is_foreign
    shutil.copy(SHIPPED_TREE.with_name("tree.es.json"), tmp_path / "mine.es.json")
    document.open(tmp_path / "mine.json")
    assert session.tree.language == "es"
    (tmp_path / "mine.es.json").write_text("{}")
    document.open(tmp_path / "mine.json")
    assert session.tree is document.tree
    document.close()


@pytest.mark.parametrize("setting", ["en", "es", "system", "nonsense"])
def test_the_language_to_show_is_one_that_the_window_speaks(qapp: QApplication, setting: str) -> None:
    QSettings().setValue("view/language", setting)
    assert language.chosen() in language.SPOKEN
    if setting in language.SPOKEN:
        assert language.chosen() == setting


@pytest.mark.parametrize("name", language.SPOKEN)
def test_no_two_entries_of_a_menu_have_the_same_letter(windows: Windows, qtbot: QtBot, name: str) -> None:
    if name != "en":
        choose(windows, qtbot, name)
    bar = windows.window.menuBar()
    for menu in [bar, *bar.findChildren(QMenu)]:
        letters = [found[1].lower() for one in menu.actions() if (found := re.search("&([^&])", one.text()))]
        assert len(letters) == len(set(letters)), [one.text() for one in menu.actions()]


def test_what_was_put_aside_and_what_was_only_ticked_go_over_to_the_other_language(
    windows: Windows, qtbot: QtBot
) -> None:
    window = windows.window
    window.start()
    first = str(walk_of(window, qtbot).question)
    window.session.answer(dict.fromkeys(window.session.tree.asked(first).findings, False))
    walk_of(window, qtbot)
    window.start_again()
    window.start()
    assert walk_of(window, qtbot).asked == 0
    line = window.view.wizard.question_page(first).items.shown[0]
    line.tick.click()
    choose(windows, qtbot, "es")
    window = windows.window
    assert walk_of(window, qtbot).asked == 0
    qtbot.waitUntil(lambda: window.view.wizard.node_shown == first)
    page = window.view.wizard.question_page(first)
    assert page.items.values[line.finding] is True
    page.back.click()
    window.view.wizard.start_page.take_up.click()
    qtbot.waitUntil(lambda: window.session.walk.asked == 1)
    assert not any(window.session.walk.answers.values())
