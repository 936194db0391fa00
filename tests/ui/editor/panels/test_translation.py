"""Translating in the editor: every text beside its translation, one history, stale and missing ones marked."""

from __future__ import annotations

import itertools
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import beside
from kneetree.files.translation import Fault, read
from kneetree.model.tree import Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels
from kneetree.ui.editor.panels.translation import state_word
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme
from tests.files.shouting import shouted
from tests.journals import as_if_killed
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened() -> Tree:
    QSettings().remove("editor/translate_into")
    tree = tree_of_all_kinds()
    return beside.with_languages(tree, {"es": shouted(tree)})


def states(panels: Panels) -> dict[str, str]:
    return {line.key: line.cells[0].text for line in panels.translation.table.lines_model.lines}


def refreshed(qtbot, panels: Panels) -> dict[str, str]:
    qtbot.waitUntil(lambda: not panels._translation_join._soon.isActive())
    return states(panels)


def typed(qtbot, panels: Panels, field: str, text: str) -> None:
    editor = panels.translation.form.texts[field]
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def test_every_text_has_its_row_beside_its_translation(panels: Panels, document: Document) -> None:
    lines = {line.key: [cell.text for cell in line.cells] for line in panels.translation.table.lines_model.lines}
    kinds = {key.partition("/")[0] for key in lines}
    assert {"tree", "finding", "question", "advice", "warning", "condition", "node", "scale"} <= kinds
    assert lines["advice/rest"][2:] == ["Rest.", "REST."]
    assert set(states(panels).values()) == {state_word(None)}
    assert panels.translation.count.text().startswith("All")


def test_a_changed_original_is_stale_here_and_in_the_library(qtbot, panels: Panels, document: Document) -> None:
    document.do(edits.set_part(document.tree, "advice", "rest", text="Rest a lot."), "edit")
    assert refreshed(qtbot, panels)["advice/rest"] == state_word(Fault.STALE)
    qtbot.waitUntil(lambda: any(row.cells[4].icon == "warning" for row in panels.library.table.lines_model.lines))
    row = next(row for row in panels.library.table.lines_model.lines if row.key == "advice/rest")
    assert (row.cells[4].text, row.cells[4].icon) == ("REST.", "warning")
    panels.translation.only.click()
    assert panels.translation.table.ids()[-1] == "advice/rest"


def test_what_is_typed_is_one_step_of_the_same_history(qtbot, panels: Panels, document: Document) -> None:
    panels.translation.go_to("advice", "rest")
    typed(qtbot, panels, "text", "Descanse.")
    assert document.tree.translations["es/advice/rest"].text == "Descanse."
    assert document.stack.count() == 1 and document.dirty
    document.stack.undo()
    assert document.tree.translations["es/advice/rest"].text == "REST."
    assert panels.translation.form.texts["text"].toPlainText() == "REST."
    document.stack.redo()
    assert panels.translation.form.texts["text"].toPlainText() == "Descanse."


def test_an_entry_of_several_texts_fits_when_that_is_said(qtbot, panels: Panels, document: Document) -> None:
    document.do(edits.set_part(document.tree, "condition", "dvt", summary="A clot."), "edit")
    refreshed(qtbot, panels)
    panels.translation.next()
    assert panels.translation.entry == ("condition", "dvt")
    typed(qtbot, panels, "summary", "Un trombo.")
    assert refreshed(qtbot, panels)["condition/dvt"] == state_word(Fault.STALE)
    assert panels.translation.form.fits_button.isVisible()
    qtbot.mouseClick(panels.translation.form.fits_button, Qt.MouseButton.LeftButton)
    assert refreshed(qtbot, panels)["condition/dvt"] == state_word(None)
    assert not panels.translation.form.fits_button.isVisible()


def test_a_language_is_begun_and_its_texts_gone_through_by_key(qtbot, panels: Panels, document: Document) -> None:
    panel = panels.translation
    qtbot.mouseClick(panel.begin_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.begin.code, "fr")
    assert panel.begin.name.text() == "Français (fr)"
    qtbot.keyClick(panel.begin.code, Qt.Key.Key_Return)
    assert panels._translation_join.language == "fr"
    assert set(states(panels).values()) == {state_word(Fault.MISSING)}
    panel.only.click()
    panel.window().activateWindow()
    qtbot.waitUntil(panel.window().isActiveWindow)
    seen = []
    for _ in range(3):
        field = next(name for name, text in panel.form.texts.items() if text is panel.form.focusWidget())
        seen.append((panel.entry, field))
        typed(qtbot, panels, field, "x")
        assert panel.entry == seen[-1][0], "it went away while it was written"
        QTest.keyClick(panel.form.texts[field], Qt.Key.Key_Down, CTRL)
    assert len(set(seen)) == 3
    assert any(left[0] == right[0] for left, right in itertools.pairwise(seen)), "nothing left in an entry is skipped"
    after = panel.entry
    first = next(iter(panel.form.texts.values()))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up, CTRL)
    assert panel.entry != after
    while document.stack.canUndo():
        document.stack.undo()
    assert panels._translation_join.language == "es"


@pytest.mark.parametrize("code", ["en", "es", "Spanish"])
def test_a_language_that_cannot_be_begun_says_why(qtbot, panels: Panels, document: Document, code: str) -> None:
    panels.translation.begin.wanted.emit(code)
    assert panels.translation.trouble.text()
    assert not document.dirty


def test_the_selected_node_leads_to_its_translation(panels: Panels, selection: Selection) -> None:
    selection.select("clot")
    panels.library.hide()
    panels.going.translate()
    assert panels.translation.entry == ("node", "clot")
    selection.select("swollen")
    panels.going.translate()
    assert panels.translation.entry == ("question", "calf_swollen")


def test_translations_are_saved_beside_the_tree_and_outlive_a_crash(
    qtbot, panels: Panels, document: Document, tmp_path
) -> None:
    panels.translation.go_to("advice", "rest")
    typed(qtbot, panels, "text", "Descanse.")
    found = as_if_killed(tmp_path / "app" / "journals", tmp_path / "copy")
    assert found.tree.translations == document.tree.translations
    document.save_as(tmp_path / "tree.json")
    assert read(tmp_path / "tree.es.json").advice["rest"].text == "Descanse."
    before = (tmp_path / "tree.es.json").stat().st_mtime_ns
    document.do(edits.set_single(document.tree, "version", "9"), "version")
    document.save()
    assert (tmp_path / "tree.es.json").stat().st_mtime_ns == before, "nothing in it has changed"
    document.open(tmp_path / "tree.json")
    assert document.tree.translations["es/advice/rest"].text == "Descanse."


def test_whoever_is_in_the_translation_stays_at_their_entry(qtbot, panels: Panels, selection: Selection) -> None:
    selection.select("clot")
    panels.library.hide()
    panels.translation.go_to("advice", "rest")
    panels.translation.activateWindow()
    panels.translation.table.setFocus()
    qtbot.waitUntil(panels.translation.table.hasFocus)
    panels.going.translate()
    assert panels.translation.entry == ("advice", "rest")
    panels.outline.activateWindow()
    panels.outline.setFocus()
    qtbot.waitUntil(lambda: not panels.translation.table.hasFocus())
    panels.going.translate()
    assert panels.translation.entry == ("node", "clot")


def test_enter_goes_on_to_the_next_text_and_after_the_last_to_the_next_entry(
    qtbot, panels: Panels, document: Document
) -> None:
    tree = document.tree
    keys = list(tree.questions)[:2]
    for key in keys:
        document.do(edits.set_part(tree, "question", key, text=f"{tree.questions[key].text[:-1]} now?"), "edit")
    refreshed(qtbot, panels)
    table, form = panels.translation.table, panels.translation.form
    table.go_to(f"question/{keys[0]}")
    form.begin()
    texts = list(form.texts.values())
    assert len(texts) > 1
    texts[0].setFocus()
    before = [text.toPlainText() for text in texts]
    for text, following in itertools.pairwise(texts):
        qtbot.keyClick(text, Qt.Key.Key_Return)
        assert panels.translation.window().focusWidget() is following
    assert [text.toPlainText() for text in texts] == before
    qtbot.keyClick(texts[-1], Qt.Key.Key_Return)
    assert table.current_key() == f"question/{keys[1]}"
    qtbot.keyClick(form.texts["text"], Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "\n" in form.texts["text"].toPlainText()


@pytest.mark.parametrize("wide", [560, 900, 1280])
def test_text_and_translation_share_the_room_of_the_table(qtbot, panels: Panels, wide: int) -> None:
    table = panels.translation.table
    table.resize(wide, 300)
    table._fit_columns()
    widths = [table.columnWidth(at) for at in range(4)]
    assert abs(widths[2] - widths[3]) <= 1
    assert sum(widths) <= table.viewport().width(), "both are in sight"


def test_every_empty_text_of_an_entry_is_gone_to_down_and_up(qtbot, panels: Panels, document: Document) -> None:
    """By key, from wherever one is in the entry, and the last one left is not skipped on the way up."""
    panel = panels.translation
    panels.translation.begin_wanted.emit("fr")
    panel.go_to("scale", "age")
    texts = list(panel.form.texts.values())
    assert len(texts) > 2
    window = panel.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    texts[0].setFocus()
    for text in texts[1:]:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, CTRL)
        assert window.focusWidget() is text
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, CTRL)
    assert panel.entry != ("scale", "age")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up, CTRL)
    assert panel.entry == ("scale", "age")
    assert window.focusWidget() is list(panel.form.texts.values())[-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_the_button_that_begins_a_language(qtbot, panels: Panels, key: Qt.Key) -> None:
    button = panels.translation.begin_button
    button.window().activateWindow()
    qtbot.waitUntil(button.window().isActiveWindow)
    button.setFocus()
    QTest.keyClick(button, key)
    assert panels.translation.begin.isVisible()
    assert button.window().focusWidget() is panels.translation.begin.code


@pytest.mark.parametrize("size", [(1270, 180), (1910, 300)])
def test_in_the_largest_letters_a_text_and_its_translation_are_in_sight(
    qtbot, theme: Theme, panels: Panels, size: tuple[int, int]
) -> None:
    """As high as the panel is at first in a window of 1280 x 800, and nothing above the table is cut."""
    panel = panels.translation
    theme.choose_text(200)
    panel.resize(*size)
    QApplication.processEvents()
    panel.go_to("node", "clot")
    panel.activateWindow()
    qtbot.waitUntil(lambda: panel.isActiveWindow() and not panel.form._in_sight.isActive())
    QApplication.processEvents()
    view = panel.form.area.viewport()
    for text in panel.form.texts.values():
        panel.form._write(text)
        qtbot.waitUntil(lambda: not panel.form._in_sight.isActive())
        for widget in (text, panel.form._originals[next(k for k, v in panel.form.texts.items() if v is text)]):
            top = widget.mapTo(view, QPoint(0, 0)).y()
            assert top >= 0 and top + widget.height() <= view.height()
    for widget in (panel.language, panel.begin_button, panel.remove_button, panel.only, panel.count, panel.find_line):
        row = widget.parentWidget()
        assert row.rect().contains(widget.geometry())
        assert widget.width() >= widget.minimumSizeHint().width()
    theme.choose_text(100)


@pytest.mark.parametrize(("wide", "high"), [(1024, 220), (1024, 340), (1280, 500)])
def test_nothing_of_the_panel_is_cut_where_letters_are_large(
    panels: Panels, theme: Theme, qtbot: QtBot, wide: int, high: int
) -> None:
    """Its buttons were cut at the top; now what has no room is scrolled to."""

    def is_whole(widget: QWidget) -> bool:
        room.ensureWidgetVisible(widget, 0, 0)
        return widget.visibleRegion().boundingRect().width() >= widget.width() - 1

    theme.choose_text(200)
    panel = panels.translation
    panel.resize(wide, high)
    panel.show()
    QApplication.processEvents()
    room = panel.room
    for widget in (panel.language, panel.begin_button, panel.find_line, panel.next_button, panel.table):
        qtbot.waitUntil(partial(is_whole, widget))  # what grows with the letters is laid out in turns
        place = QRect(widget.mapTo(room.widget(), QPoint()), widget.size())
        assert room.widget().rect().contains(place)
        assert widget is panel.table or widget.height() >= widget.minimumSizeHint().height()
        assert is_whole(widget)
    assert panel.table.height() >= 3 * panel.fontMetrics().lineSpacing()
