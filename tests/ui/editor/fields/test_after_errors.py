"""A field, table or outline that could not show something still tells what a person does next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from kneetree.model.change import Change
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.entry_row import EntryRow
from kneetree.ui.editor.fields.field import TextField
from kneetree.ui.editor.fields.list_fields import TextListField
from kneetree.ui.editor.fields.number_field import NumberField
from kneetree.ui.editor.outline.outline import Outline
from kneetree.ui.editor.panels.table import Cell, Line, Table
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import small_tree

TOO_MUCH = 10**12
"""More than a spin box of Qt can hold."""


def failing(*_: object) -> None:
    raise RuntimeError("not today")


def test_a_text_is_committed(qtbot, monkeypatch) -> None:
    field = TextField("text", "Text")
    qtbot.addWidget(field)
    with monkeypatch.context() as patch:
        patch.setattr(field.text, "show_text", failing)
        with pytest.raises(RuntimeError):
            field.show_value("x")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.text, "a")


def test_a_number_is_committed(qtbot) -> None:
    field = NumberField("at_least", "Points")
    qtbot.addWidget(field)
    with pytest.raises(OverflowError):
        field.show_value(TOO_MUCH)
    with qtbot.waitSignal(field.edited):
        field.box.stepUp()


def test_the_points_of_a_line_are_committed(qtbot) -> None:
    choices = Choices()
    choices.tree = small_tree()
    row = EntryRow(choices.shelf("finding"), copies=False, points=True)
    qtbot.addWidget(row)
    with pytest.raises(OverflowError):
        row.show_entry("cancer", TOO_MUCH)
    with qtbot.waitSignal(row.worth_changed):
        row.points.stepUp()


def test_a_list_of_texts_is_committed(qtbot, monkeypatch) -> None:
    field = TextListField("do", "What to do")
    qtbot.addWidget(field)
    with monkeypatch.context() as patch:
        patch.setattr(field.rows[0], "show_text", failing)
        with pytest.raises(RuntimeError):
            field.show_value(("one",))
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.rows[0], "a")


def test_a_table_tells_which_row_is_picked(qtbot, monkeypatch, theme: Theme) -> None:
    table = Table("Table", ["Words"], theme.icon)
    qtbot.addWidget(table)
    with monkeypatch.context() as patch:
        patch.setattr(table, "go_to", failing)
        with pytest.raises(RuntimeError):
            table.show_lines([Line("a", (Cell("a"),))])
    with qtbot.waitSignal(table.picked):
        table.go_to("a")


def outline_over(qtbot, theme: Theme) -> Outline:
    outline = Outline(theme.icon)
    qtbot.addWidget(outline)
    outline.show_tree(small_tree())
    return outline


@pytest.mark.parametrize(
    ("broken", "call"),
    [
        ("model.show", lambda outline: outline.show_tree(small_tree())),
        ("model.follow", lambda outline: outline.follow(Change(()))),
        ("model.index_of", lambda outline: outline.select(["chest"], "chest")),
    ],
)
def test_the_outline_tells_what_is_picked(
    qtbot, monkeypatch, theme: Theme, broken: str, call: Callable[[Outline], None]
) -> None:
    outline = outline_over(qtbot, theme)
    with monkeypatch.context() as patch:
        patch.setattr(outline.model, broken.partition(".")[2], failing)
        with pytest.raises(RuntimeError):
            call(outline)
    index = outline.model.index_of(outline.model.rows.full["chest"])
    with qtbot.waitSignal(outline.picked):
        outline.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_the_model_of_the_outline_ends_its_reset(qtbot, monkeypatch, theme: Theme) -> None:
    outline = outline_over(qtbot, theme)
    with monkeypatch.context() as patch:
        patch.setattr(outline.model.rows, "build", failing)
        with qtbot.waitSignal(outline.model.modelReset), pytest.raises(RuntimeError):
            outline.show_tree(small_tree())
    assert outline.model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
