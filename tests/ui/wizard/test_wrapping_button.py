"""A title to press goes on in the next line where there is no room, and is never cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure, text_disclosure

TITLE = "More, for the other &possible results of these answers (12)"


Show = Callable[[int], Disclosure]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    """Shows a part to open in a window of a width."""
    windows = []

    def show(width: int) -> Disclosure:
        holder = QWidget()
        windows.append(holder)
        qtbot.addWidget(holder)
        fold = text_disclosure(theme, TITLE, "What it says.", holder)
        QVBoxLayout(holder).addWidget(fold)
        holder.resize(width, 400)
        holder.show()
        QApplication.processEvents()
        return fold

    return show


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_title_takes_more_lines_and_not_more_width(show: Show, theme: Theme, percent: int) -> None:
    theme.choose_text(percent)
    wide = show(1600).button
    narrow = show(300).button
    assert wide.width() == wide.sizeHint().width()
    assert narrow.width() <= 300
    line = narrow.fontMetrics().height()
    words = narrow.fontMetrics().horizontalAdvance(TITLE.replace("&", ""))
    assert narrow.height() >= wide.height() + (words // 300) * line
    assert narrow.height() >= narrow.heightForWidth(narrow.width())


def test_all_words_are_painted(show: Show, theme: Theme) -> None:
    fold = show(300)
    image = fold.button.grab().toImage()
    ink = theme.color("accent")
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) == ink for x in range(fold.button.iconSize().width() + 4, image.width()))
    ]
    line = fold.button.fontMetrics().height()
    assert rows[-1] - rows[0] > 1.5 * line


def test_it_is_pressed_as_before(qtbot: QtBot, show: Show) -> None:
    fold = show(300)
    qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    assert fold.opened
    assert fold.button.accessibleName() == f"{TITLE.replace('&', '')}, open"
