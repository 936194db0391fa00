"""A form in which a field is tried."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> QWidget:
    """A form with a line before what is tried, which has the focus."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(260, 160)
    return made


def show_in(form: QWidget, field: QWidget, qtbot: QtBot) -> None:
    """Show what is tried, with the focus in the line before it."""
    form.layout().addWidget(field)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=5000)
    form.findChild(QLineEdit).setFocus()
    QApplication.processEvents()
