"""The top of a question leaves the room of a small window to the answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.ui import language
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.app import Windows

RISES = "Question {number}, at most {more} more, since “not sure” leaves both possibilities open"


@pytest.mark.parametrize("chosen", language.SPOKEN)
@pytest.mark.parametrize(("width", "height", "percent"), [(1024, 570, 200), (1024, 570, 100), (1280, 770, 200)])
def test_why_a_number_rises_takes_two_lines_at_most(
    qtbot: QtBot,
    theme: Theme,
    open_windows: Callable[..., Windows],
    width: int,
    height: int,
    percent: int,
    chosen: str,
) -> None:
    theme.choose_text(percent)
    window = open_windows(None, chosen).window
    window.resize(width, height)
    window.start()
    qtbot.waitUntil(lambda: window.view.wizard.node_shown is not None)
    page = window.view.wizard.question_page(window.view.wizard.node_shown)
    page.show_progress(window.view.wizard.tr(RISES).format(number=14, more=21))
    for _ in range(5):
        QApplication.processEvents()
    progress = page.progress
    assert "14" in progress.text()
    assert progress.heightForWidth(progress.width()) <= progress.height() < 2.5 * progress.fontMetrics().height()
