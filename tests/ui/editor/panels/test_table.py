"""A table of thousands of rows makes the cells of those that are looked at."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kneetree.ui.editor.panels.table import Cell, LateLine, Line, Table
from kneetree.ui.style.theme import Theme


def test_only_rows_in_sight_are_made(qtbot: QtBot, theme: Theme) -> None:
    table = Table("Things", ["Thing"], theme.icon)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    made: list[int] = []

    def line(number: int, words: str) -> LateLine:
        def make() -> Line:
            made.append(number)
            return Line(str(number), (Cell(f"{words} {number}"),))

        return LateLine(str(number), make)

    table.show_lines([line(number, "first") for number in range(3000)])
    table.grab()
    assert 0 < len(made) < 100
    assert table.lines_model.index(2, 0).data() == "first 2"
    made.clear()
    table.show_lines([line(number, "second") for number in range(3000)])
    table.grab()
    assert 0 < len(made) < 100
    assert table.lines_model.index(2, 0).data() == "second 2", "the same rows with other words are painted anew"
