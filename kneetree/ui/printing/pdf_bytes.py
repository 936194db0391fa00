"""A PDF of any content, made in memory; works without a window or a screen."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from kneetree.ui.style.painting import painting

Draw = Callable[[QPainter, Callable[[], object]], None]
"""Draws with the painter; the second argument begins another page."""

_made: list[QGuiApplication] = []
"""The application that was made here; it would go with the last reference to it."""


def pdf_bytes(paper: QPageSize, dpi: int, draw: Draw, *, title: str = "", creator: str = "") -> bytes:
    """Return a PDF on ``paper`` without margins; one unit of the painter is one of ``dpi`` dots to the inch."""
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    if creator:
        writer.setCreator(creator)
    writer.setResolution(dpi)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    with painting(writer) as painter:
        draw(painter, writer.newPage)
    return bytes(buffer.data().data())


def ensure_application() -> None:
    """Make an application without a screen if there is none yet: fonts need one."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _made.append(QGuiApplication([]))
