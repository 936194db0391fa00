"""A button that opens a menu shows its words and, beside them, the arrow that says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme

ARROW, BESIDE = 14, 6
"""How wide the arrow is and how far from the right edge it ends, in pixels, as the style sheet says."""


@pytest.fixture(params=[100, 200])
def percent(theme: Theme, request: pytest.FixtureRequest) -> Iterator[int]:
    theme.choose_text(request.param)
    yield request.param
    theme.choose_text(100)


@pytest.mark.parametrize("words", ["More", "Más"])
@pytest.mark.parametrize(
    "mode", [QToolButton.ToolButtonPopupMode.InstantPopup, QToolButton.ToolButtonPopupMode.MenuButtonPopup]
)
@pytest.mark.usefixtures("percent")
def test_the_arrow_stands_beside_the_words(qtbot: QtBot, words: str, mode: QToolButton.ToolButtonPopupMode) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setText(words)
    button.setProperty("kind", "tool")
    button.setPopupMode(mode)
    button.setMenu(QMenu(button))
    button.show()
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    ground = image.pixelColor(2, image.height() // 2)

    def inked(column: int) -> bool:
        return any(image.pixelColor(column, row) != ground for row in range(4, image.height() - 4))

    begin = image.width() - BESIDE - ARROW
    assert any(map(inked, range(begin, image.width() - BESIDE))), "there is no arrow"
    assert any(map(inked, range(6, begin - 2))) and not any(map(inked, (begin - 1, begin - 2)))
