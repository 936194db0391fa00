"""Every key of the window: none clashes with another, in either language and in each mode; each can be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.model.tree import About, Answer, Tree
from kneetree.report.summary import summarise
from kneetree.ui import dialogs, language
from kneetree.ui.editor.forms import rule as rule_form
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.editor.forms.signoff import SignOffDialog
from kneetree.ui.editor.verbs import asking, menus
from kneetree.ui.keys import Key, clashes, keys_of, letters_in, plain
from kneetree.ui.printing import preview
from kneetree.ui.printing.poster_dialog import PosterDialog
from kneetree.ui.style.theme import TEXT_PERCENTS, Theme
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT
from kneetree.ui.wizard.second_click import UNREAD_MS
from kneetree.walk.walk import Walk
from tests import trees
from tests.ui.layouts import LAYOUTS

T = TypeVar("T")
REAL_LEAVE_WALK = dialogs.leave_walk
"""Taken before a test's patches."""
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def every_page() -> Tree:
    """A number, a list and a yes/no question, each with help and a reason; then a decision and three results."""
    return trees.make({
        "age": trees.number("age", "signs"),
        "signs": trees.collect(["cold", "swollen"], "breath"),
        "breath": trees.ask("breathless", "gate", "score"),
        "gate": trees.decide({"cold": 1, "swollen": 1}, 1, "now", "score"),
        "score": trees.decide({"swollen": 1, "age_at_least_60": 1}, 1, "today", "home"),
        "now": trees.leaf("emergency"),
        "today": trees.leaf("same_day"),
        "home": trees.leaf("self_care"),
    }, about=About("For knees.", "Not for hips.", call="112"))  # fmt: skip


@pytest.fixture(params=language.SPOKEN)
def window(request: pytest.FixtureRequest, open_windows: Callable[..., Windows], tmp_path: Path) -> MainWindow:
    """The window in each language, on a tree that has every kind of page."""
    path = tmp_path / "pages.json"
    path.write_bytes(tree_files.encode_tree(every_page()))
    window = open_windows(path, request.param).window
    window.resize(1200, 800)
    return window


def pages(window: MainWindow) -> Iterator[str]:
    """Go from page to page of the wizard, and say where."""
    wizard, session = window.view.wizard, window.session
    yield "start"
    window.start()
    yield "number"
    session.answer({"age": 70})
    yield "list"
    session.answer({"cold": True, "swollen": False})
    yield "yes or no"
    session.answer({"breathless": False})
    assert wizard.currentId() == RESULT
    yield "result"
    window.view.path.fold.button.click()
    yield "worked out"
    wizard.back()
    yield "answered before"
    window.resize(600, 800)
    yield "narrow"
    window.view.toggle.click()
    yield "path"
    window.change_answer("breath")
    session.answer({"breathless": True})
    assert wizard.currentId() == EMERGENCY
    yield "emergency"
    window.resize(1200, 800)
    window.start_again()
    yield "start again"


def panels(window: MainWindow) -> Iterator[str]:
    """Go from panel to panel of the editor, with one node and with several."""
    window.show_edit()
    editor = window.editor
    for chosen in (["breath"], ["breath", "now"], ["now"], []):
        editor.selection.set(chosen, chosen[0] if chosen else None)
        for name in editor.panels.widgets():
            editor.show_panel(name)
            yield f"{name} with {len(chosen)} nodes"


def described(pairs: list[tuple[Key, Key]]) -> list[str]:
    return sorted({f"{one.text}: {one.words} / {other.words}" for one, other in pairs})


def test_no_two_keys_clash_on_any_page(qtbot: QtBot, window: MainWindow) -> None:
    found = {place: described(clashes(keys_of(window))) for place in pages(window)}
    assert {place: pairs for place, pairs in found.items() if pairs} == {}


def test_no_two_keys_clash_in_any_panel_of_the_editor(qtbot: QtBot, window: MainWindow) -> None:
    found = {place: described(clashes(keys_of(window))) for place in panels(window)}
    assert {place: pairs for place, pairs in found.items() if pairs} == {}


def test_no_two_keys_clash_in_the_window_of_parts(qtbot: QtBot, window: MainWindow) -> None:
    window.show_edit()
    parts = window.editor.panels.parts
    parts.show()
    found = {}
    for row in range(parts.names.count()):
        parts.names.setCurrentRow(row)
        found[parts.names.item(row).text()] = described(clashes(keys_of(parts)))
    parts.close()
    assert len(found) > 3
    assert {name: pairs for name, pairs in found.items() if pairs} == {}


@pytest.mark.slow
def test_no_two_keys_clash_on_any_page_after_a_look_at_the_editor(qtbot: QtBot, window: MainWindow) -> None:
    window.show_edit()
    window.show_check()
    found = {place: described(clashes(keys_of(window))) for place in pages(window)}
    assert {place: pairs for place, pairs in found.items() if pairs} == {}


def every_menu(window: MainWindow) -> Iterator[QMenu]:
    """The menus of the bar, those within them, and those that the map opens."""
    commands = window.editor.commands
    for entries in (menus.ON_BRANCH, menus.ON_LEAF, menus.ON_MANY, menus.ON_GROUND, *menus.ON_EDGE.values()):
        menu = QMenu(window)
        menus.fill(menu, entries, commands)
        yield from _with_submenus(menu)
    for action in window.menuBar().actions():
        yield from _with_submenus(action.menu())


def _with_submenus(menu: QMenu) -> Iterator[QMenu]:
    menu.aboutToShow.emit()
    yield menu
    for action in menu.actions():
        if action.menu() is not None:
            yield from _with_submenus(action.menu())


@pytest.mark.slow
@pytest.mark.parametrize("node", ["age", "breath", "now"])
def test_no_two_entries_of_a_menu_have_the_same_letter(qtbot: QtBot, window: MainWindow, node: str) -> None:
    window.show_edit()
    window.editor.selection.select(node)
    found = {menu.title(): described(clashes(letters_in(menu))) for menu in every_menu(window)}
    assert {title: pairs for title, pairs in found.items() if pairs} == {}


def test_every_key_can_be_typed_on_every_layout(qtbot: QtBot, window: MainWindow) -> None:
    table = [key for _place in pages(window) for key in keys_of(window)]
    table += [key for _place in panels(window) for key in keys_of(window)]
    table += [key for menu in every_menu(window) for key in letters_in(menu)]
    assert len(table) > 100
    alias = QKeySequence("Ctrl+=")  # for those who leave Shift away where plus needs it
    wrong = {
        f"{name}: {key.text}: {key.words}"
        for name, layout in LAYOUTS.items()
        for key in table
        if key.keys != alias and not layout.can_type(key.keys)
    }
    assert wrong == set()


def test_a_layout_tells_what_it_has_not() -> None:
    typed = {
        name: [keys for keys in ("Ctrl++", "Ctrl+.", "Ctrl+[", "Ctrl+Shift++", "Alt+Í", "Ctrl+Alt+E", "Ctrl+Alt+Y")
               if layout.can_type(QKeySequence(keys))]
        for name, layout in LAYOUTS.items()
    }  # fmt: skip
    assert typed == {
        "US": ["Ctrl++", "Ctrl+.", "Ctrl+[", "Ctrl+Alt+E", "Ctrl+Alt+Y"],
        "UK": ["Ctrl++", "Ctrl+.", "Ctrl+[", "Ctrl+Alt+Y"],
        "German": ["Ctrl++", "Ctrl+.", "Ctrl+Alt+Y"],
        "Spanish": ["Ctrl++", "Ctrl+.", "Ctrl+Alt+Y"],
    }


def test_clashes_are_found(qtbot: QtBot, window: MainWindow) -> None:
    window.start()
    number = window.view.wizard.question_page("age")
    number.back.setText("&File" if language.chosen() == "en" else "&Archivo")
    assert len(clashes(keys_of(window))) == 1


# -- dialogs ---------------------------------------------------------------------------------------


def forms(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The editor's forms, a rule in each of its forms and with something in every list."""
    tree, theme = window.document.tree, window.theme
    rule = RuleDialog(tree, theme, window)
    for form in (rule_form.GIVEN, rule_form.ASKS, rule_form.AT_MOST, rule_form.NEVER):
        rule.fill({"form": form, "given": {"cold": True, "swollen": False}, "never_lowers": {"cold": True}})
        rule.draft_changed.emit()
        yield f"rule, {form}", rule
    case = CaseDialog(tree, theme, window)
    case.fill({"findings": {"cold": True, "swollen": None}})
    yield "case", case
    yield "sign off", SignOffDialog(None, "Draft", "Rules.", window)
    yield "poster", PosterDialog(tree, window)


def questions(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What opens each dialog that asks or tells something and is waited for, by what it is."""
    walk = Walk.start(window.session.tree, answers={"age": 70, "cold": True, "swollen": False, "breathless": False})
    nodes = [("age", "How old are you?"), ("breath", "Is it breathless?")]
    return {
        "problem": partial(dialogs.problem, window, "It cannot be done."),
        "unexpected": partial(dialogs.unexpected, window, "Traceback"),
        "save first": partial(dialogs.save_first, window, "tree.json"),
        "recover": partial(dialogs.recover, window, "tree.json", "2026-11-27T12:00", 3),
        "confirm": partial(dialogs.confirm, window, "Delete it?", "Delete"),
        "leave the walk": partial(REAL_LEAVE_WALK, window),
        "about": partial(dialogs.about, window, "Draft."),
        "keyboard": partial(dialogs.keyboard, window),
        "keyboard of the editor": partial(dialogs.keyboard, window, [("Everywhere", window)]),
        "text": partial(asking.text, window, "Title", "Name", "", lambda _text: None),
        "node": partial(asking.node, window, "Title", nodes, lambda _key: None),
        "choice": partial(asking.choice, window, "Title", "Which?", [("yes", "Yes"), ("no", "No")]),
        "preview": partial(preview.show, window, summarise(walk)),
    }


def keys_while(qapp: QApplication, ask: Callable[[], object]) -> tuple[Key, ...]:
    """Open a modal dialog, return its keys, and close it."""
    return read_while(qapp, ask, keys_of)


def read_while(qapp: QApplication, ask: Callable[[], object], read: Callable[[QDialog], T]) -> T:
    """Open a modal dialog, return what is read of it, and close it."""
    found: list[T] = []

    def look() -> None:
        dialog = qapp.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            QTimer.singleShot(20, qapp, look)
            return
        found.append(read(dialog))
        dialog.reject()

    QTimer.singleShot(20, qapp, look)
    ask()
    return found[0]


def test_no_two_keys_clash_in_any_form(qtbot: QtBot, window: MainWindow) -> None:
    window.show_edit()
    found, letters = {}, 0
    for name, form in forms(window):
        form.show()
        table = keys_of(form)
        letters += sum(key.letter for key in table)
        found[name] = described(clashes(table))
        form.close()
    assert {name: pairs for name, pairs in found.items() if pairs} == {}
    assert letters > 0


def test_no_two_keys_clash_in_any_dialog_or_in_the_preview(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    tables = {name: keys_while(qapp, ask) for name, ask in questions(window).items()}
    found = {name: described(clashes(table)) for name, table in tables.items()}
    assert {name: pairs for name, pairs in found.items() if pairs} == {}
    assert [key.letter for key in tables["preview"]].count(True) > 0


# -- what the keys do ------------------------------------------------------------------------------


def test_alt_with_a_letter_answers_after_a_look_at_the_editor(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    window.show_edit()
    window.show_check()
    window.start()
    window.session.answer({"age": 70})
    window.session.answer({"cold": True, "swollen": False})
    assert window.view.wizard.node_shown == "breath"
    qtbot.waitUntil(window.isActiveWindow)
    buttons = window.view.wizard.question_page("breath").answers.buttons
    letter = buttons[Answer.NO].shortcut()[0].key()
    qtbot.wait(UNREAD_MS + 20)
    qtbot.keyClick(qapp.focusWidget(), letter, ALT)
    qtbot.waitUntil(lambda: window.view.wizard.currentId() == RESULT)


def test_the_text_gets_larger_and_smaller_by_the_keys_of_each_mode(
    qtbot: QtBot, window: MainWindow, qapp: QApplication, theme: Theme
) -> None:
    at, keys = TEXT_PERCENTS.index(theme.text_percent), Qt.Key
    qtbot.waitUntil(window.isActiveWindow)
    for larger, smaller in ((keys.Key_Plus, keys.Key_Minus), (keys.Key_Equal, keys.Key_Comma)):
        qtbot.keyClick(qapp.focusWidget(), larger, CTRL)
        assert theme.text_percent == TEXT_PERCENTS[at + 1]
        qtbot.keyClick(qapp.focusWidget(), smaller, CTRL)
        assert theme.text_percent == TEXT_PERCENTS[at]
    window.show_edit()
    qtbot.waitUntil(window.editor.canvas.hasFocus)
    qtbot.keyClick(window.editor.canvas, keys.Key_Period, CTRL)
    assert theme.text_percent == TEXT_PERCENTS[at + 1]


def test_plus_and_minus_mean_the_map_while_it_is_there(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    percent = theme.text_percent
    window.show_edit()
    canvas = window.editor.canvas
    qtbot.waitUntil(canvas.hasFocus)
    zoom = canvas.zoom
    qtbot.keyClick(canvas, Qt.Key.Key_Plus, CTRL)
    assert canvas.zoom > zoom
    assert theme.text_percent == percent


def test_the_help_in_the_editor_shows_the_keys_of_where_one_is_first(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    window.show_edit()
    editor = window.editor
    qtbot.waitUntil(editor.canvas.hasFocus)
    for pane in ("map", "outline"):
        editor.room.show_pane(pane)
        (editor.canvas if pane == "map" else editor.panels.outline.find_line).setFocus()
        text = read_while(
            qapp, window.menus.actions["keys"].trigger, lambda box: box.findChild(QPlainTextEdit).toPlainText()
        )
        parts = [part.splitlines() for part in text.split("\n\n")]
        assert parts[0][0] == editor.room.toggles[pane].text()
        assert [line for part in parts for line in part if line.startswith("F2: ")]
        assert parts[-1][0] not in (part[0] for part in parts[:-1])
        save = window.menus.actions["save"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert [line for line in parts[-1] if line.startswith(f"{save}: ")], parts[-1]


def test_the_help_shows_the_keys_that_there_are(qtbot: QtBot, window: MainWindow, qapp: QApplication) -> None:
    shown: list[str] = []

    def read() -> None:
        box = qapp.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.extend(box.informativeText().splitlines())
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    qtbot.waitUntil(window.isActiveWindow)
    QTimer.singleShot(100, window, read)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_F1)
    for name in ("larger", "print"):
        action = window.menus.actions[name]
        texts = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
        assert f"{', '.join(texts)}: {plain(action.text())}" in shown
    assert len(shown) == len(set(shown))
