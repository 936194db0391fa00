"""The result as a PDF file; works without a window or a screen, also for the command line."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from kneetree.files import whole_files
from kneetree.report.summary import Summary
from kneetree.ui.printing.pages import Pages
from kneetree.ui.style.painting import painting

_DPI = 1200
_made: list[QGuiApplication] = []
"""The application that was made here; it would go with the last reference to it."""


def write_report(summary: Summary, path: Path) -> None:
    """Write the pages to ``path``, whole or not at all; ``FileProblem`` where that cannot be done."""
    whole_files.write_bytes(path, report_bytes(summary))


def report_bytes(summary: Summary) -> bytes:
    """The PDF."""
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{summary.tree_title}: {summary.urgency_word}")
    writer.setCreator(f"kneetree {summary.program}")
    writer.setResolution(_DPI)
    paper = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    pages = Pages(summary)
    with painting(writer) as painter:
        painter.scale(_DPI / 72, _DPI / 72)
        for number in range(len(pages)):
            if number:
                writer.newPage()
            pages.paint(painter, number)
    return bytes(buffer.data().data())


def ensure_application() -> None:
    """Fonts need an application; without one there is no screen either."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _made.append(QGuiApplication([]))
