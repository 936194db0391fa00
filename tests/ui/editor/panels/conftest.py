"""The panels of the editor over an open document, with all results there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels, make_panels
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def panels(qtbot, document: Document, selection: Selection, theme: Theme, window: QWidget) -> Panels:
    with theme.while_many_are_made():
        made = make_panels(document, selection, theme, window)
    for widget in (*made.widgets().values(), made.review):
        qtbot.addWidget(widget)
        widget.show()
    settle(qtbot, made)
    return made


def settle(qtbot, panels: Panels) -> None:
    """Wait for all results."""
    qtbot.waitUntil(lambda: not panels.live.busy, timeout=5000)
