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
    columns, parts = columns_of(qtbot, theme, 10, 60, 20, 10, 10)
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (516, 0), (0, 26), (0, 62), (516, 76)]
    assert columns.heightForWidth(1016) == 86
    assert columns.heightForWidth(600) == 110 + 4 * 16, "in one column"


def test_a_part_that_grows_moves_none_into_the_other_column(qtbot: QtBot, theme: Theme) -> None:
    columns, (first, _, third) = columns_of(qtbot, theme, 10, 60, 20)
    assert (third.x(), third.y()) == (0, 26)
    first.setFixedHeight(300)
    QApplication.processEvents()
    assert (third.x(), third.y()) == (0, 316)
    assert columns.heightForWidth(1016) == 336
    columns.resize(1100, 400)
    QApplication.processEvents()
    assert third.x() > 0, "with another width all are placed anew"
