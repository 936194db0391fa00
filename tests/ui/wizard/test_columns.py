"""Parts in columns: by turns left and right, in the order in which they are read, whatever is opened."""

from __future__ import annotations

import random

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


def test_parts_stand_left_and_right_by_turns(qtbot: QtBot, theme: Theme) -> None:
    columns, parts = columns_of(qtbot, theme, 100, 400, 200, 150, 100)
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (516, 0), (0, 116), (516, 416), (0, 464)]
    assert columns.heightForWidth(1016) == 566
    assert columns.heightForWidth(600) == 950 + 4 * 16, "in one column"


def test_no_part_begins_above_one_that_is_read_before_it(qtbot: QtBot, theme: Theme) -> None:
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for _ in range(30):
        heights = [chance.choice([40, 90, 300, 700]) for _ in range(chance.randint(2, 8))]
        _, parts = columns_of(qtbot, theme, *heights)
        places = [(part.y(), part.x()) for part in parts]
        assert places == sorted(places), heights
        assert [part.x() for part in parts] == [516 * (number % 2) for number in range(len(parts))]
        for above, below in zip(parts, parts[2:], strict=False):
            assert below.y() >= above.y() + above.height() + 16


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
    assert (third.x(), third.y()) == (0, 616)
