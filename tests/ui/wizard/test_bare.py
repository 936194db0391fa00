"""Nothing of Qt's is around the pages of the wizard, whatever style it wears."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow


@pytest.mark.parametrize("percent", [100, 200])
def test_a_page_takes_all_the_room_of_the_wizard(
    qtbot: QtBot, theme: Theme, open_window: Callable[..., MainWindow], percent: int
) -> None:
    window = open_window()
    window.resize(1024, 570)
    window.start()
    qtbot.waitUntil(lambda: window.view.wizard.node_shown is not None, timeout=20_000)
    wizard = window.view.wizard
    for change in (
        lambda: theme.choose_text(percent),
        lambda: theme.choose_mode("dark"),
        lambda: window.resize(900, 700),
    ):
        change()
        for _ in range(5):
            QApplication.processEvents()
        page = wizard.currentPage()
        assert QRect(page.mapTo(wizard, QPoint(0, 0)), page.size()) == wizard.rect()
