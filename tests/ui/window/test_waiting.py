"""While the editor is built, the window says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QStackedWidget

from kneetree.ui.window.waiting import waiting


def test_a_page_says_what_takes_a_moment_and_goes_whatever_happens(qtbot) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    first = QLabel("first")
    pages.addWidget(first)
    pages.show()
    with pytest.raises(ValueError, match="a bug"), waiting(pages, "Wait."):
        page = pages.currentWidget()
        assert isinstance(page, QLabel) and page.text() == "Wait." and page.isVisible()
        assert QGuiApplication.overrideCursor().shape() == Qt.CursorShape.WaitCursor
        raise ValueError("a bug")
    assert pages.currentWidget() is first and pages.count() == 1
    assert QGuiApplication.overrideCursor() is None
