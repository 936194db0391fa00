"""The result as a PDF file; works without a window or a screen, also for the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPageSize, QPainter

from kneetree.files import whole_files
from kneetree.report.summary import Summary
from kneetree.ui.printing.pages import Pages
from kneetree.ui.printing.pdf_bytes import ensure_application, pdf_bytes

_DPI = 1200


def write_report(summary: Summary, path: Path) -> None:
    """Write the pages to ``path``, whole or not at all; raise ``FileProblem`` if that cannot be done."""
    whole_files.write_bytes(path, report_bytes(summary))


def report_bytes(summary: Summary) -> bytes:
    """Return the printed pages as a PDF."""
    ensure_application()
    pages = Pages(summary)

    def draw(painter: QPainter, next_page: Callable[[], object]) -> None:
        painter.scale(_DPI / 72, _DPI / 72)
        for number in range(len(pages)):
            if number:
                next_page()
            pages.paint(painter, number)

    title = f"{summary.tree_title}: {summary.urgency_word}"
    paper = QPageSize(QPageSize.PageSizeId.A4)
    return pdf_bytes(paper, _DPI, draw, title=title, creator=f"kneetree {summary.program}")
