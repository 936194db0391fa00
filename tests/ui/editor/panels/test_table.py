"""A table of thousands of rows makes the cells of those that are looked at."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.checks import Problem
from kneetree.model.titles import title_of
from kneetree.ui.editor.panels.problems import ProblemsPanel
from kneetree.ui.editor.panels.table import Cell, LateLine, Line, Table
from kneetree.ui.style.theme import Theme
from tests.trees import small


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


def test_the_same_problems_are_shown_with_the_words_of_now(qtbot: QtBot, theme: Theme) -> None:
    tree, panel = small(), ProblemsPanel(theme.icon)
    qtbot.addWidget(panel)
    problem = Problem("code", "warning", "calf", "Something is wrong.")
    panel.show_problems(tree, [problem], [])
    where = panel.table.lines_model.index(1, 0)
    assert where.data() == title_of(tree, "calf")
    tree.apply(edits.set_fields(tree, "calf", text="Is it other words now?"))
    panel.show_again(checked=True)
    assert where.data() == "Is it other words now?"
