"""Open the editor, and say on screen meanwhile that it takes a moment.

Its import takes some 100 ms and building it 300 ms, in the thread of the window; with the style sheet on it was 1.5 s.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget

from kneetree.ui.style.theme import Theme
from kneetree.ui.window.menus import Menus

if TYPE_CHECKING:
    from kneetree.ui.document.document import Document
    from kneetree.ui.document.session import Session
    from kneetree.ui.window.file_actions import Files
    from kneetree.ui.window.modes import EditMode


def opened(
    window: QMainWindow,
    pages: QStackedWidget,
    document: Document,
    session: Session,
    files: Files,
    theme: Theme,
    menus: Menus,
) -> EditMode:
    """Return the editor, built as one of ``pages``."""
    with waiting(pages, QCoreApplication.translate("Waiting", "The editor is being opened\u2026")):
        from kneetree.ui.window.modes import EditMode  # noqa: PLC0415 - most never ask for the editor

        with theme.while_many_are_made():
            return EditMode(window, pages, document, session, files, theme, menus)


@contextmanager
def waiting(pages: QStackedWidget, words: str) -> Iterator[None]:
    """Show a page with ``words`` and the wait cursor, painted at once; whatever happens, both are gone afterwards."""
    before = pages.currentIndex()
    page = QLabel(words)
    page.setObjectName("quiet")
    page.setTextFormat(Qt.TextFormat.PlainText)
    page.setAlignment(Qt.AlignmentFlag.AlignCenter)
    pages.addWidget(page)
    pages.setCurrentWidget(page)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    page.repaint()  # no event is handled until it is built, so that nobody can ask for it twice
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
        if pages.currentWidget() is page:
            pages.setCurrentIndex(before)
        pages.removeWidget(page)
        page.deleteLater()
