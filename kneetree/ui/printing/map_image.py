"""A drawing (SVG) as PNG or PDF, through Qt; for the command line and the editor's export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPainter
from PySide6.QtSvg import QSvgRenderer

from kneetree import exchange
from kneetree.errors import KneetreeError
from kneetree.exchange import map_svg, poster
from kneetree.files import whole_files
from kneetree.layout import Rect
from kneetree.model.tree import Tree
from kneetree.ui.printing.pdf_bytes import ensure_application, pdf_bytes
from kneetree.ui.style.painting import painting

_MOST_PIXELS = 60_000_000
"""Above this a PNG would take more than 240 MB of memory to draw."""
_MOST_POINTS = 14_400
"""The longest side of a PDF page that readers accept: 200 inches."""
_DPI = 300
_PX_TO_PT = 0.75
_MM_AN_INCH = 25.4
_POSTER_MM = 0.18
"""Millimetres a pixel of the drawing on a poster: its text is printed at 7 points."""
_LABEL_MM = 3.0


def write(tree: Tree, path: Path) -> None:
    """Write the map in the format that the file's name ends in, one of ``exchange.DRAWN``.

    Raises ``KneetreeError`` if it cannot be drawn or written.
    """
    kind = exchange.format_of(path.name)
    if kind == "poster.pdf":
        write_poster(tree, path)
    else:
        (write_png if kind == "png" else write_pdf)(map_svg.svg(tree), path)


def write_png(svg: bytes, path: Path, scale: float = 2.0) -> None:
    """Write the drawing on white, ``scale`` times its size, or smaller if that would be too large."""
    renderer = _renderer(svg)
    size = QSizeF(renderer.defaultSize())
    scale = min(scale, (_MOST_PIXELS / max(1.0, size.width() * size.height())) ** 0.5)
    image = QImage((size * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(image.rect()))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    whole_files.write_bytes(path, bytes(buffer.data().data()))


def write_pdf(svg: bytes, path: Path) -> None:
    """Write the drawing as one page of its own size, in vectors, its text to be marked and found."""
    renderer = _renderer(svg)
    size = QSizeF(renderer.defaultSize()) * _PX_TO_PT
    size *= min(1.0, _MOST_POINTS / max(size.width(), size.height()))
    place = QRectF(0, 0, size.width() * _DPI / 72, size.height() * _DPI / 72)

    def draw(painter: QPainter, _next_page: Callable[[], object]) -> None:
        renderer.render(painter, place)

    paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    whole_files.write_bytes(path, pdf_bytes(paper, _DPI, draw))


def write_poster(tree: Tree, path: Path) -> None:
    """Write the map over A4 sheets to be glued together: crop marks, and each sheet's row and column.

    A sheet on which nothing would show is left out.
    """
    placement = map_svg.place(tree)
    plan = poster.poster(*map_svg.size_of(placement), _POSTER_MM)

    def draw(painter: QPainter, next_page: Callable[[], object]) -> None:
        for number, tile in enumerate(plan.tiles):
            if number:
                if not map_svg.shows(placement, tile):
                    continue
                next_page()
            _draw_sheet(painter, _renderer(map_svg.draw(tree, placement, tile).encode()), plan, number, tile)

    paper = QPageSize(QSizeF(*plan.paper), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    whole_files.write_bytes(path, pdf_bytes(paper, _DPI, draw))


def _draw_sheet(painter: QPainter, renderer: QSvgRenderer, plan: poster.Poster, number: int, tile: Rect) -> None:
    dots = _DPI / _MM_AN_INCH
    edge = poster.MARGIN_MM * dots
    room = QRectF(edge, edge, plan.paper[0] * dots - 2 * edge, plan.paper[1] * dots - 2 * edge)
    painter.save()
    painter.setClipRect(room)
    renderer.setViewBox(QRectF(tile.left, tile.top, tile.right - tile.left, tile.bottom - tile.top))
    renderer.render(painter, room)
    painter.restore()
    for (x1, y1), (x2, y2) in poster.crop_marks(plan.paper):
        painter.drawLine(QPointF(x1 * dots, y1 * dots), QPointF(x2 * dots, y2 * dots))
    font = painter.font()
    font.setPixelSize(round(_LABEL_MM * dots))
    painter.setFont(font)
    row, column = divmod(number, plan.columns)
    foot = QRectF(0, room.bottom(), plan.paper[0] * dots, edge)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{row + 1} / {plan.rows}  -  {column + 1} / {plan.columns}")


def _renderer(svg: bytes) -> QSvgRenderer:
    ensure_application()
    renderer = QSvgRenderer(QByteArray(svg))
    if not renderer.isValid() or renderer.defaultSize().isEmpty():
        raise KneetreeError("The drawing cannot be made into a picture; export it as SVG instead.")
    return renderer
