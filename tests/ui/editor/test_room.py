"""How the panes share the room: what is folded, what finds no room, what is kept, where the keys go."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.document.document import Document
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.panels.table import Cell, Line, Table
from kneetree.ui.editor.room import INSPECTOR, MAP, OUTLINE, PANELS, PANES
from kneetree.ui.keys import in_places
from kneetree.ui.style.theme import Theme


@pytest.fixture
def editor(qtbot: QtBot, document: Document, theme: Theme) -> Editor:
    with theme.while_many_are_made():
        made = Editor(document, theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QApplication.processEvents()
    return made


def shown(editor: Editor) -> list[str]:
    return [name for name in PANES if editor.room.is_shown(name)]


def pane(editor: Editor, name: str) -> QWidget:
    return dict(zip(PANES, (editor.panels.outline, editor.canvas, editor.panels.inspector, editor.tabs), strict=True))[
        name
    ]


def has_keys(editor: Editor, name: str) -> bool:
    focus = editor.window().focusWidget()
    return focus is not None and (focus is pane(editor, name) or pane(editor, name).isAncestorOf(focus))


@pytest.mark.parametrize("size", [(1280, 640), (1024, 410), (500, 250), (420, 200)])
def test_with_the_largest_text_the_map_is_there_and_every_other_pane_can_be(
    editor: Editor, theme: Theme, size: tuple[int, int]
) -> None:
    theme.choose_text(200)
    editor.resize(*size)
    QApplication.processEvents()
    assert MAP in shown(editor)
    for name in PANES:
        editor.room.show_pane(name)
        QApplication.processEvents()
        assert name in shown(editor)
        assert pane(editor, name).width() >= min(editor.room.width(), theme.px(170))
        assert pane(editor, name).height() >= min(editor.room.height(), theme.px(100))
    theme.choose_text(100)


def test_what_found_no_room_comes_back_with_the_room_and_what_was_folded_does_not(editor: Editor) -> None:
    editor.room.toggles[OUTLINE].trigger()
    editor.resize(460, 240)
    QApplication.processEvents()
    assert len(shown(editor)) == 1
    editor.resize(1400, 900)
    QApplication.processEvents()
    assert shown(editor) == [MAP, INSPECTOR, PANELS]


@pytest.mark.slow
@pytest.mark.seeds(6)
def test_after_anything_that_is_done_something_is_seen_whole_and_the_toggles_say_what(
    editor: Editor, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(120):
        do = chance.randrange(4)
        if do == 0:
            editor.resize(chance.randint(420, 1900), chance.randint(200, 1000))
        elif do == 1:
            editor.room.toggles[chance.choice(PANES)].trigger()
        elif do == 2:
            chance.choice(editor.room.steps).trigger()
        else:
            editor.show_panel(chance.choice(["outline", "inspector", "problems", "library", "compare", "map"]))
        QApplication.processEvents()
        there = shown(editor)
        assert there
        assert [name for name in PANES if editor.room.toggles[name].isChecked()] == there
        for name in there:
            inside = pane(editor, name)
            corner = inside.mapTo(editor, inside.rect().bottomRight())
            assert inside.isVisible()
            assert editor.rect().contains(corner), (name, corner, editor.size())


def test_what_is_folded_and_how_large_it_is_are_kept_for_each_text_size(
    qtbot: QtBot, editor: Editor, document: Document, theme: Theme
) -> None:
    editor.across.setSizes([300, 600, 380])
    editor.across.splitterMoved.emit(300, 1)
    theme.choose_text(200)
    QApplication.processEvents()
    editor.room.toggles[PANELS].trigger()
    assert PANELS not in shown(editor)
    theme.choose_text(100)
    QApplication.processEvents()
    assert shown(editor) == list(PANES)
    assert abs(editor.across.sizes()[0] - 300) < 5
    again = Editor(document, theme)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    QApplication.processEvents()
    assert abs(again.across.sizes()[0] - editor.across.sizes()[0]) < 5
    assert abs(again.across.sizes()[2] - editor.across.sizes()[2]) < 5
    theme.choose_text(200)
    QApplication.processEvents()
    assert PANELS not in shown(again)
    theme.choose_text(100)


def test_the_small_map_stays_folded(qtbot: QtBot, editor: Editor, document: Document, theme: Theme) -> None:
    editor.small_map.trigger()
    assert editor.minimap.isHidden()
    again = Editor(document, theme)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    assert again.minimap.isHidden()
    assert not again.small_map.isChecked()
    QSettings().remove("editor/small_map")


def test_f6_goes_from_pane_to_pane_both_ways_and_escape_back_to_the_map(qtbot: QtBot, editor: Editor) -> None:
    editor.selection.select("chest")
    editor.canvas.setFocus()
    qtbot.waitUntil(lambda: has_keys(editor, MAP))
    for name in (INSPECTOR, PANELS, OUTLINE, MAP):
        qtbot.keyClick(editor.window().focusWidget(), Qt.Key.Key_F6)
        assert has_keys(editor, name), name
    for name in (OUTLINE, PANELS, INSPECTOR, MAP):
        qtbot.keyClick(editor.window().focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert has_keys(editor, name), name
    for step in range(1, 4):
        for _ in range(step):
            qtbot.keyClick(editor.window().focusWidget(), Qt.Key.Key_F6)
        qtbot.keyClick(editor.window().focusWidget(), Qt.Key.Key_Escape)
        assert has_keys(editor, MAP)


def test_escape_shows_the_map_where_it_found_no_room(qtbot: QtBot, editor: Editor) -> None:
    editor.resize(460, 240)
    editor.show_panel("library")
    editor.panels.library.find_line.setFocus()
    assert shown(editor) == [PANELS]
    qtbot.keyClick(editor.panels.library.find_line, Qt.Key.Key_Escape)
    assert MAP in shown(editor)
    assert has_keys(editor, MAP)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_command_of_the_bar_is_a_button_in_sight_or_in_its_menu(
    editor: Editor, theme: Theme, percent: int
) -> None:
    theme.choose_text(percent)
    bar = editor.bar
    for width in range(420, 1940, 40):
        editor.resize(width, 700)
        QApplication.processEvents()
        buttons = bar.buttons | bar.toggles
        there = [button.geometry() for button in (*buttons.values(), bar.more) if button.isVisible()]
        assert all(bar.rect().contains(place) for place in there)
        assert not [1 for at, one in enumerate(there) for other in there[at + 1 :] if one.intersects(other)]
        hidden = [action for action, button in buttons.items() if not button.isVisible()]
        assert bar.more.menu().actions() == hidden == bar.in_menu()
        assert bar.more.isVisible() is bool(hidden)
    theme.choose_text(100)
    assert not hidden or percent == 200


def test_the_column_that_matters_keeps_its_room(qtbot: QtBot, theme: Theme) -> None:
    for widths, main in (((12, 0, 24), 1), ((16, 34), 2), ((16, 16, 0, 18, 30), 2)):
        columns = max(len(widths), main + 1)
        table = Table("Table", ["Heading"] * columns, theme.icon)
        qtbot.addWidget(table)
        table.set_widths(*widths)
        table.show_lines([Line("one", (Cell("Words"),) * columns)])
        table.show()
        letter = table.fontMetrics().averageCharWidth()
        for wide in (300, 500, 900, 1400):
            table.resize(wide, 200)
            QApplication.processEvents()
            assert table.columnWidth(main) >= 28 * letter
            if wide > 600:
                assert sum(table.columnWidth(at) for at in range(columns)) == table.viewport().width()
                assert not table.horizontalScrollBar().isVisible()


def test_the_help_names_the_keys_of_each_pane_the_one_in_use_first(qtbot: QtBot, editor: Editor) -> None:
    editor.panels.outline.setFocus()
    editor.room.toggles[INSPECTOR].trigger()
    qtbot.waitUntil(lambda: has_keys(editor, OUTLINE))
    told = dict(in_places(editor, editor.places()))
    assert next(iter(told)) == "Outline"
    assert "Inspector" not in told
    assert "F2: Rename the id" in told["Map"]
    assert "F2: Rename the id" in told["Outline"]
    assert any(line.startswith("Arrow keys:") for line in told["Map"])
    assert "F6: Next pane" in told["In the whole editor"]
    lines = [line for found in told.values() for line in found]
    assert "F6: Next pane" not in told["Map"]
    assert len(lines) > 40


def test_escape_in_find_goes_back_to_the_map(qtbot: QtBot, editor: Editor) -> None:
    editor.find_text.trigger()
    qtbot.waitUntil(editor.panels.find.text.hasFocus)
    qtbot.keyClick(editor.panels.find.text, Qt.Key.Key_Escape)
    assert has_keys(editor, MAP)


@pytest.mark.parametrize("size", [(1280, 640), (1024, 410)])
@pytest.mark.parametrize("name", ["find", "library"])
def test_no_button_of_a_panel_is_cut_with_the_largest_text(
    editor: Editor, theme: Theme, name: str, size: tuple[int, int]
) -> None:
    theme.choose_text(200)
    editor.resize(*size)
    editor.show_panel(name)
    QApplication.processEvents()
    panel = editor.panels.widgets()[name]
    buttons = [button for button in panel.findChildren(QAbstractButton) if button.isVisible() and button.text()]
    assert len(buttons) > 4
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        assert panel.rect().contains(button.mapTo(panel, button.rect().bottomRight()))
    theme.choose_text(100)


def test_the_keys_stay_in_the_editor_when_what_has_them_finds_no_room(qtbot: QtBot, editor: Editor) -> None:
    for button in (editor.panels.review.sign_button, editor.panels.library.find_line, editor.panels.outline.find_line):
        editor.resize(1400, 900)
        editor.show_panel("library")
        editor.show_panel("outline")
        QApplication.processEvents()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        editor.show_panel("map")
        editor.resize(460, 240)
        QApplication.processEvents()
        focus = editor.window().focusWidget()
        assert focus is not None
        assert focus.isVisible()
        assert any(has_keys(editor, name) for name in PANES)


@pytest.mark.parametrize("percent", [100, 200])
def test_no_field_of_the_inspector_is_lower_than_its_words_need(
    qtbot: QtBot, document: Document, theme: Theme, percent: int
) -> None:
    theme.choose_text(percent)
    with theme.while_many_are_made():
        made = Editor(document, theme)
    qtbot.addWidget(made)
    made.resize(1280, 640)
    made.show()
    QApplication.processEvents()
    for node in ("chest", "clot"):
        made.selection.select(node)
        QApplication.processEvents()
        fields = [box for box in made.panels.inspector.findChildren(QComboBox) if box.isVisible()]
        assert len(fields) > 2
        for field in fields:
            assert field.height() >= field.fontMetrics().height() + 8
    theme.choose_text(100)


@pytest.mark.parametrize(("width", "letters"), [(1180, 24), (1280, 26), (1920, 26)])
def test_a_row_of_the_outline_can_be_read_and_the_map_still_has_most_of_the_room(
    editor: Editor, width: int, letters: int
) -> None:
    editor.resize(width, 800)
    QApplication.processEvents()
    editor.room.arrange()
    view = editor.panels.outline.view
    first = view.model().index(0, 0)
    row = view.model().index(0, 0, view.model().index(1, 0, first))
    view.expandAll()
    beside = view.visualRect(row).left() + view.iconSize().width() + view.fontMetrics().horizontalAdvance("Yes  ")
    assert view.viewport().width() - beside >= letters * view.fontMetrics().averageCharWidth()
    assert editor.canvas.width() >= 0.4 * width


def test_the_panels_get_what_the_largest_needs_now_although_nobody_sees_it(editor: Editor) -> None:
    """Qt keeps what a splitter on a hidden page needed when somebody asked last."""
    room, tabs = editor.room, editor.tabs
    before = room.down.sizes()[1]
    (cases,) = [tabs.widget(place) for place in range(tabs.count()) if tabs.widget(place).objectName() == "cases"]
    (splitter,) = cases.findChildren(QSplitter)
    assert not splitter.isVisible()
    splitter.widget(0).setMinimumHeight(before)
    room.arrange()
    assert room.down.sizes()[1] > before
