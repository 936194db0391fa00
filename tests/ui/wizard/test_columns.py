"""Parts in columns: each in the shorter one, and there it stays while something is opened in another."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.columns import Columns


def columns_of(qtbot: QtBot, theme: Theme, *heights: int) -> tuple[Columns, list[QWidget]]:
    columns, parts = Columns(theme), [QWidget() for _ in heights]
    qtbot.addWidget(columns)
    for part, height in zip(parts, heights, strict=True):
        part.setFixedHeight(height)
        columns.add(part)
    columns.resize(1016, 400)
    columns.show()
    QApplication.processEvents()
    return columns, parts


def test_each_part_stands_in_the_shorter_column(qtbot: QtBot, theme: Theme) -> None:
    columns, parts = columns_of(qtbot, theme, 100, 400, 200, 150, 100)
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (516, 0), (0, 116), (0, 332), (516, 416)]
    assert columns.heightForWidth(1016) == 516
    assert columns.heightForWidth(600) == 950 + 4 * 16, "in one column"


def test_the_left_column_is_read_first_if_both_are_about_equal(qtbot: QtBot, theme: Theme) -> None:
    columns, (_, _, third, fourth) = columns_of(qtbot, theme, 430, 400, 200, 150)
    assert columns.isVisible()
    assert (third.x(), fourth.x()) == (0, 516)


def test_a_part_that_would_be_cut_in_half_the_room_gets_all_of_it(qtbot: QtBot, theme: Theme) -> None:
    columns, (first, second) = columns_of(qtbot, theme, 100, 100)
    assert (first.width(), second.x()) == (500, 516)
    first.setMinimumWidth(510)
    QApplication.processEvents()
    assert (first.width(), second.x(), second.y()) == (1016, 0, 116)
    assert columns.heightForWidth(1016) == 216


def test_a_part_that_grows_moves_none_into_the_other_column(qtbot: QtBot, theme: Theme) -> None:
    columns, (first, _, third) = columns_of(qtbot, theme, 100, 400, 200)
    assert (third.x(), third.y()) == (0, 116)
    first.setFixedHeight(600)
    QApplication.processEvents()
    assert (third.x(), third.y()) == (0, 616)
    assert columns.heightForWidth(1016) == 816
    columns.resize(1100, 400)
    QApplication.processEvents()
    assert third.x() > 0, "with another width all are placed anew"
