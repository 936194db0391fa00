"""A drawing (SVG) as PNG or PDF, through Qt; for the command line and the editor's export.

What takes long is done in steps, between which a window can draw itself or end the work.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from kneetree import exchange
from kneetree.drawing.markup import clean, language_tag
from kneetree.drawing.palette import URGENCY_COLOURS
from kneetree.errors import KneetreeError
from kneetree.exchange import map_sheets, map_svg, poster
from kneetree.files import whole_files
from kneetree.layout import Placement, Rect, rect_around
from kneetree.model.tree import Leaf, Tree
from kneetree.ui.background import writing
from kneetree.ui.printing.pdf_bytes import PdfPages, ensure_application, pdf_bytes
from kneetree.ui.printing.pdf_language import in_language
from kneetree.ui.printing.png_strips import PngStrips
from kneetree.ui.style.painting import painting, unchanged

_MOST_PIXELS = 60_000_000
"""Above this a PNG would be larger than most programs open."""
_MOST_POINTS = 14_400
"""The longest side of a PDF page that readers accept: 200 inches."""
_DPI = 300
_PX_TO_PT = 0.75
_MM_AN_INCH = 25.4
_LABEL_MM = 3.0
_STRIP, _TILE = 1024, 1024
"""Pixels of a PNG that are drawn in one step."""
_HEAD_MM = 8.0


def write(tree: Tree, path: Path, paper: str = "A4") -> None:
    """Write the map in the format that the file's name ends in, one of ``exchange.DRAWN``.

    A poster is spread over sheets of ``paper``, one of ``poster.PAPERS``.
    Raises ``KneetreeError`` if it cannot be drawn or written.
    """
    for _ in steps(tree, path, paper=paper):
        pass


def steps(
    tree: Tree, path: Path, plan: poster.Poster | None = None, *, paper: str = "A4"
) -> Generator[float, None, None]:
    """Write the map as ``write`` does, and yield how much of it is done, from 0 to 1.

    Nothing is written if the steps are not taken to their end.  ``plan`` says how a poster is spread over sheets, else
    it is spread over sheets of ``paper``.
    """
    kind = exchange.format_of(path.name)
    placement = map_svg.place(tree)
    yield 0.0
    if kind == "poster.pdf":
        spread = plan or map_sheets.poster_of(tree, placement, paper=poster.PAPERS[paper])
        yield from _poster_steps(tree, placement, path, spread)
    elif kind == "png":
        yield from _png_steps(tree, placement, path)
    else:
        yield from _pdf_steps(tree, placement, path)


# -- PNG -------------------------------------------------------------------------------------------


def write_png(svg: bytes, path: Path, scale: float = 2.0) -> None:
    """Write the drawing on white, ``scale`` times its size, or smaller if that would be too large."""
    renderer = _renderer(svg)
    size = QSizeF(renderer.defaultSize())
    for _ in _png(size, path, lambda _area: renderer, scale):
        pass


def _png_steps(tree: Tree, placement: Placement, path: Path) -> Iterator[float]:
    def part(area: Rect) -> QSvgRenderer:
        return _renderer(map_svg.draw(tree, placement, area).encode())

    return _png(QSizeF(*map_svg.size_of(placement)), path, part)


def _png(size: QSizeF, path: Path, part: Callable[[Rect], QSvgRenderer], scale: float = 2.0) -> Iterator[float]:
    """Draw tile by tile into strips, and pack these; ``part`` gives the drawing of an area of the picture."""
    ensure_application()
    scale = min(scale, (_MOST_PIXELS / max(1.0, size.width() * size.height())) ** 0.5)
    whole = (size * scale).toSize()
    made = PngStrips(whole.width(), whole.height())
    for top in range(0, whole.height(), _STRIP):
        strip = QImage(whole.width(), min(_STRIP, whole.height() - top), QImage.Format.Format_RGB888)
        strip.fill(0xFFFFFFFF)
        for left in range(0, whole.width(), _TILE):
            _draw_tile(strip, part, scale, left, top)
            yield top / whole.height() + strip.height() / whole.height() * 0.6 * left / whole.width()
        for rows in made.steps(strip):
            made.add(strip, rows)
            yield (top + 0.6 * strip.height() + 0.4 * rows.stop) / whole.height()
    yield from writing.steps(path, made.data(), 1.0)


def _draw_tile(strip: QImage, part: Callable[[Rect], QSvgRenderer], scale: float, left: int, top: int) -> None:
    tile = QRectF(left, 0, min(_TILE, strip.width() - left), strip.height())
    area = Rect(left / scale, top / scale, (left + tile.width()) / scale, (top + tile.height()) / scale)
    renderer = part(area)
    with painting(strip) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(tile)
        size = QSizeF(renderer.defaultSize())
        renderer.setViewBox(QRectF(QPointF(0, 0), size))
        renderer.render(painter, QRectF(0, -top, size.width() * scale, size.height() * scale))


# -- PDF -------------------------------------------------------------------------------------------


def write_pdf(svg: bytes, path: Path) -> None:
    """Write the drawing as one page of its own size, in vectors, its text to be marked and found."""
    renderer = _renderer(svg)
    paper, place = _page(QSizeF(renderer.defaultSize()))

    def draw(painter: QPainter, _next_page: Callable[[], object]) -> None:
        renderer.render(painter, place)

    whole_files.write_bytes(path, pdf_bytes(paper, _DPI, draw))


def _page(size: QSizeF) -> tuple[QPageSize, QRectF]:
    """Return a page as large as a drawing, and where the drawing is on it, in dots."""
    size = size * _PX_TO_PT
    size *= min(1.0, _MOST_POINTS / max(size.width(), size.height()))
    paper = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return paper, QRectF(0, 0, size.width() * _DPI / 72, size.height() * _DPI / 72)


def _pdf_steps(tree: Tree, placement: Placement, path: Path) -> Iterator[float]:
    paper, place = _page(QSizeF(*map_svg.size_of(placement)))
    parts = map_sheets.pieces(placement)
    with PdfPages(paper, _DPI, title=clean(tree.title)) as pages:
        for number, part in enumerate(parts):
            svg = map_svg.draw(tree, placement, only=part, ground=not number)
            _renderer(svg.encode()).render(pages.painter, place)
            yield (number + 1) / len(parts)
    yield from writing.steps(path, in_language(pages.data(), language_tag(tree.language)), 1.0)


# -- poster ----------------------------------------------------------------------------------------


def _poster_steps(tree: Tree, placement: Placement, path: Path, plan: poster.Poster) -> Iterator[float]:
    """Draw a sheet that shows where each belongs, if there are several, and then the sheets."""
    several = len(plan.sheets) > 1
    first = _overview_paper(plan, map_svg.size_of(placement)) if several else plan.paper
    with PdfPages(_paper(first), _DPI, title=clean(tree.title)) as pages:
        if several:
            with unchanged(pages.painter):  # the drawing takes what it does not say from the painter
                _draw_overview(pages.painter, tree, placement, plan, first)
        for number, sheet in enumerate(plan.sheets):
            if number or several:
                pages.next(_paper(plan.paper))
            renderer = _renderer(map_svg.draw(tree, placement, sheet.area).encode())
            yield (number + 0.5) / len(plan.sheets)
            with unchanged(pages.painter):
                _draw_sheet(pages.painter, renderer, plan, sheet)
            yield (number + 1) / len(plan.sheets)
    yield from writing.steps(path, in_language(pages.data(), language_tag(tree.language)), 1.0)


def _paper(size: tuple[float, float]) -> QPageSize:
    return QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)


def _overview_paper(plan: poster.Poster, size: tuple[float, float]) -> tuple[float, float]:
    """Return the paper of the first sheet, upright or across as the whole picture is."""
    wide, high = sorted(plan.paper, reverse=size[0] > size[1])
    return wide, high


def _draw_sheet(painter: QPainter, renderer: QSvgRenderer, plan: poster.Poster, sheet: poster.Sheet) -> None:
    """Draw a sheet in the middle of its paper, so that the margins are even; it is trimmed along the marks."""
    dots, area, edge = _DPI / _MM_AN_INCH, sheet.area, poster.MARGIN_MM
    shown = rect_around((plan.paper[0] / 2, plan.paper[1] / 2), (area.width * plan.scale, area.height * plan.scale))
    room = QRectF(shown.left * dots, shown.top * dots, shown.width * dots, shown.height * dots)
    painter.save()
    painter.setClipRect(room)
    renderer.setViewBox(QRectF(area.left, area.top, area.width, area.height))
    renderer.render(painter, room)
    painter.restore()
    for (x1, y1), (x2, y2) in poster.crop_marks(shown):
        painter.drawLine(QPointF(x1 * dots, y1 * dots), QPointF(x2 * dots, y2 * dots))
    _set_size(painter, _LABEL_MM)
    foot = QRectF(0, (plan.paper[1] - edge) * dots, plan.paper[0] * dots, edge * dots)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, sheet.name)


def _draw_overview(
    painter: QPainter, tree: Tree, placement: Placement, plan: poster.Poster, paper: tuple[float, float]
) -> None:
    """Draw the boxes as blots and the sheets as a grid with their names, as large as ``paper`` holds."""
    dots, edge = _DPI / _MM_AN_INCH, poster.MARGIN_MM
    wide, high = map_svg.size_of(placement)
    room = ((paper[0] - 2 * edge) * dots, (paper[1] - 2 * edge - _HEAD_MM) * dots)
    scale = min(room[0] / wide, room[1] / high)
    left = edge * dots + (room[0] - wide * scale) / 2
    top = (edge + _HEAD_MM) * dots + (room[1] - high * scale) / 2
    _set_size(painter, 2 * _LABEL_MM)
    head = QRectF(edge * dots, edge * dots, room[0], _HEAD_MM * dots)
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, tree.title)
    painter.setPen(Qt.PenStyle.NoPen)
    for key, box in map_sheets.solid(tree, placement).items():
        node = tree.nodes.get(key)
        if node is not None:
            painter.setBrush(QColor(URGENCY_COLOURS[node.urgency] if isinstance(node, Leaf) else "#B9B4A6"))
            painter.drawRect(_scaled(box, scale, left, top))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for sheet in plan.sheets:
        spot = _scaled(sheet.area, scale, left, top)
        painter.setPen(QPen(QColor("#000000"), 0.25 * dots))
        painter.drawRect(spot)
        font = painter.font()
        font.setPixelSize(max(1, round(min(spot.height() * 0.5, spot.width() * 0.3, 2 * _LABEL_MM * dots))))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, sheet.name)


def _scaled(box: Rect, scale: float, left: float, top: float) -> QRectF:
    return QRectF(left + box.left * scale, top + box.top * scale, box.width * scale, box.height * scale)


def _set_size(painter: QPainter, millimetres: float) -> None:
    font = painter.font()
    font.setPixelSize(round(millimetres * _DPI / _MM_AN_INCH))
    painter.setFont(font)


def _renderer(svg: bytes) -> QSvgRenderer:
    ensure_application()
    renderer = QSvgRenderer(QByteArray(svg))
    if not renderer.isValid() or renderer.defaultSize().isEmpty():
        raise KneetreeError("The drawing cannot be made into a picture; export it as SVG instead.")
    return renderer
