"""What a row of buttons has measured it forgets as soon as a button looks otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.wizard.steady_button import SteadyButton

WORDS = ("Under 18", "18 to 49 years", "50 to 64, or 65 and older with nothing else")


def _lengthen(button: SteadyButton) -> None:
    button.setText("Somewhat longer than all the others, and in several lines where there is no room for it")


def _enlarge(button: SteadyButton) -> None:
    font = button.font()
    font.setPixelSize(40)
    button.setFont(font)


def _offer_more(button: SteadyButton) -> None:
    button.show_one_of((button.text(), "None of these applies to me, so please go on to the next one"), button.text())


@pytest.mark.parametrize("change", [_lengthen, _enlarge, _offer_more, SteadyButton.hide])
@pytest.mark.parametrize("columns", [False, True])
def test_a_row_is_as_high_as_its_buttons_are_now(
    qtbot: QtBot, change: Callable[[SteadyButton], None], columns: bool
) -> None:
    row = ButtonRow(even=True, columns=columns)
    qtbot.addWidget(row)
    for words in WORDS:
        row.add(SteadyButton(words))
    widths = range(60, 700, 80)
    before = [(row.heightForWidth(width), row.minimumSizeHint()) for width in widths]
    button = row.parts[1]
    assert isinstance(button, SteadyButton)
    change(button)
    after = [(row.heightForWidth(width), row.minimumSizeHint()) for width in widths]
    assert after != before
    for part in row.parts:
        assert isinstance(part, SteadyButton)
        part._measured = None
    assert after == [(row.place(QRect(0, 0, width, 0), move=False), row.minimumSizeHint()) for width in widths]
