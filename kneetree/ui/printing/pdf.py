"""The result as a PDF file; works without a window or a screen, also for the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QPageSize, QPainter

from kneetree.files import whole_files
from kneetree.report.summary import Summary
from kneetree.ui.printing.pages import A4, LETTER, Pages
from kneetree.ui.printing.pdf_bytes import ensure_application, pdf_bytes
from kneetree.ui.printing.pdf_language import in_language

_DPI = 1200


def usual_paper() -> QSizeF:
    """Return the paper that is usual where the system's language is spoken: Letter in North America, or else A4."""
    system = QLocale.system().measurementSystem()
    return LETTER if system is QLocale.MeasurementSystem.ImperialUSSystem else A4


def page_size(size: QSizeF) -> QPageSize:
    """Return paper of a size in points, with the name that printers know it by."""
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def write_report(summary: Summary, path: Path) -> None:
    """Write the pages to ``path``, whole or not at all; raise ``FileProblem`` if that cannot be done."""
    whole_files.write_bytes(path, report_bytes(summary))


def report_bytes(summary: Summary, size: QSizeF | None = None) -> bytes:
    """Return the printed pages as a PDF, on paper of ``size`` or else the usual one."""
    ensure_application()
    size = size or usual_paper()
    pages = Pages(summary, size)

    def draw(painter: QPainter, next_page: Callable[[], object]) -> None:
        painter.scale(_DPI / 72, _DPI / 72)
        for number in range(len(pages)):
            if number:
                next_page()
            pages.paint(painter, number)

    title = f"{summary.tree_title}: {summary.urgency_word}"
    made = pdf_bytes(page_size(size), _DPI, draw, title=title, creator=f"kneetree {summary.program}")
    return in_language(made, summary.language)
