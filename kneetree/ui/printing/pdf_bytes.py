"""A PDF of any content, made in memory; works without a window or a screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from typing import Self

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from kneetree.ui.style.painting import painting

Draw = Callable[[QPainter, Callable[[], object]], None]
"""Draws with the painter; the second argument begins another page."""

_made: list[QGuiApplication] = []
"""The application that was made here; it would go with the last reference to it."""


class PdfPages:
    """Draws a PDF page by page, with other work between them; a context, after which ``data`` is the file.

    The paper has no margins, and one unit of ``painter`` is one of ``dpi`` dots to the inch.
    """

    def __init__(self, paper: QPageSize, dpi: int, *, title: str = "", creator: str = "") -> None:
        ensure_application()
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setTitle(title)
        if creator:
            self._writer.setCreator(creator)
        self._writer.setResolution(dpi)
        self._writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
        self._drawing = ExitStack()

    def __enter__(self) -> Self:
        self.painter = self._drawing.enter_context(painting(self._writer))
        return self

    def __exit__(self, *told: object) -> None:
        self._drawing.close()

    def next(self, paper: QPageSize | None = None) -> None:
        """Begin another page, on other ``paper`` if that is given."""
        if paper is not None:
            self._writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
        self._writer.newPage()

    def data(self) -> bytes:
        """Return the whole file."""
        return bytes(self._buffer.data().data())


def pdf_bytes(paper: QPageSize, dpi: int, draw: Draw, *, title: str = "", creator: str = "") -> bytes:
    """Return a PDF on ``paper`` without margins; one unit of the painter is one of ``dpi`` dots to the inch."""
    with PdfPages(paper, dpi, title=title, creator=creator) as pages:
        draw(pages.painter, pages.next)
    return pages.data()


def ensure_application() -> None:
    """Make an application without a screen if there is none yet: fonts need one."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _made.append(QGuiApplication([]))
