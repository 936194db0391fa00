"""A drawing (SVG) as PNG or PDF, through Qt; for the command line and the editor's export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from kneetree import fileio
from kneetree.errors import KneetreeError
from kneetree.ui.printing.pdf import ensure_application

_MOST_PIXELS = 60_000_000
"""Above this a PNG would take more than 240 MB of memory to draw."""
_MOST_POINTS = 14_400
"""The longest side of a PDF page that readers accept: 200 inches."""
_DPI = 300
_PX_TO_PT = 0.75


def write_png(svg: bytes, path: Path, scale: float = 2.0) -> None:
    """Write the drawing on white, ``scale`` times its size, smaller where it would be too large."""
    renderer = _renderer(svg)
    size = QSizeF(renderer.defaultSize())
    scale = min(scale, (_MOST_PIXELS / max(1.0, size.width() * size.height())) ** 0.5)
    image = QImage((size * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    fileio.write_bytes(path, buffer.data().data())


def write_pdf(svg: bytes, path: Path) -> None:
    """Write the drawing as one page of its own size, in vectors, its text to be marked and found."""
    renderer = _renderer(svg)
    size = QSizeF(renderer.defaultSize()) * _PX_TO_PT
    size *= min(1.0, _MOST_POINTS / max(size.width(), size.height()))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    renderer.render(painter, QRectF(0, 0, size.width() * _DPI / 72, size.height() * _DPI / 72))
    painter.end()
    fileio.write_bytes(path, buffer.data().data())


def _renderer(svg: bytes) -> QSvgRenderer:
    ensure_application()
    renderer = QSvgRenderer(QByteArray(svg))
    if not renderer.isValid() or renderer.defaultSize().isEmpty():
        raise KneetreeError("The drawing cannot be made into a picture; export it as SVG instead.")
    return renderer
