"""Draw a map as it is seen from a camera: near with its texts, further off as plain boxes, from afar as a poster."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kneetree.layout import EdgeKey, Point, Rect
from kneetree.ui.editor.canvas import overview_painter, plain_marks, selection_painter
from kneetree.ui.editor.canvas.badges import draw_badges_from_afar
from kneetree.ui.editor.canvas.box_painter import draw_boxes
from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.ghosts import Ghosts
from kneetree.ui.editor.canvas.levels import FROM
from kneetree.ui.editor.canvas.line_painter import Lines
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.poster_painter import Poster
from kneetree.ui.editor.canvas.region_painter import Regions
from kneetree.ui.editor.canvas.view_state import ViewState
from kneetree.ui.style.painting import unchanged

MOST_SINGLE = 1500
"""So many boxes are drawn one by one at any scale."""


class MapPainter:
    """Draw maps, and keep what takes long to make until the map is altered."""

    def __init__(self) -> None:
        self._lines = Lines()
        self._overview = overview_painter.Overview()
        self._regions = Regions()
        self._poster = Poster()
        self.ghosts = Ghosts()

    def prepare(self, state: ViewState) -> bool:
        """Make something ready while nothing is painted; return whether there may be more to do."""
        return self._overview.prepare(state.model)

    def draw(self, painter: QPainter, state: ViewState, camera: Camera, look: Look, room: Point) -> None:
        """Draw the part of the map that ``camera`` sees, on a ground of ``room``, width and height in pixels."""
        painter.fillRect(QRectF(0, 0, *room), look.colour("paper"))
        with unchanged(painter):
            painter.scale(camera.scale, camera.scale)
            painter.translate(-camera.left, -camera.top)
            self._draw_map(painter, state, camera.sees(*room), camera.scale, look)

    def _draw_map(self, painter: QPainter, state: ViewState, area: Rect, scale: float, look: Look) -> None:
        model, zoom = state.model, scale / look.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._regions.draw(painter, model, area, scale, look)
        if zoom < FROM.boxes:
            if len(model.boxes) > MOST_SINGLE:
                self._overview.draw(painter, model, area, scale, look)
            else:
                self._overview.draw_single(painter, model, look)
            _draw_marks_from_afar(painter, state, scale, look)
            self._draw_poster(painter, state, area, scale, look)
        else:
            nodes, edges = model.nodes_in(area), model.edges_in(area)
            if zoom < FROM.icons:
                overview_painter.plain(model, nodes, edges).draw(painter, look)
                _draw_marks_from_afar(painter, state, scale, look)
                self._draw_poster(painter, state, area, scale, look)
            elif zoom < FROM.whole_texts:
                _draw_plain(painter, state, nodes, edges, scale, look)
                self._draw_poster(painter, state, area, scale, look)
            else:
                self._lines.draw(painter, state, edges, look)
                draw_boxes(painter, state, nodes, look)
                self._lines.draw_words(painter, state, edges, look)
                self._lines.draw_stubs(painter, state, edges, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ghosts.draw(painter, model, area, scale, look)
        selection_painter.draw_selection(painter, state, scale, look)

    def _draw_poster(self, painter: QPainter, state: ViewState, area: Rect, scale: float, look: Look) -> None:
        """Draw the titles of regions and the badges of problems; from far off the badges are counted at the titles."""
        model, badges, zoom = state.model, state.marks.badges, scale / look.scale
        regions = model.tree.regions.values() if zoom < FROM.badges else ()
        told = {key for region in regions for key in region.nodes} if badges else frozenset()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_badges_from_afar(painter, model, badges, told, scale, look)
        if zoom < FROM.first_words:
            blocks = self._regions.blocks(model)
            whole, covered = self._regions.whole, state.covered
            self._poster.draw(painter, model, blocks, whole, badges, area, scale, look, covered)


def _draw_plain(
    painter: QPainter, state: ViewState, nodes: Collection[str], edges: Collection[EdgeKey], scale: float, look: Look
) -> None:
    """Draw boxes with as much in them as can be seen; paths run below them, so that they hide no words."""
    model, marks = state.model, state.marks
    drawn = overview_painter.plain(model, nodes, edges)
    drawn.draw_lines(painter, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    overview_painter.draw_paths_from_afar(painter, model, marks, look)
    drawn.draw_boxes(painter, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ordered = model.in_drawing_order(nodes)  # what is in boxes that cover one another is drawn on top of each other
    if scale / look.scale >= FROM.first_words:
        overview_painter.draw_first_words(painter, model, ordered, scale, look)
    else:
        plain_marks.draw_icons(painter, model, ordered, scale, look)
    plain_marks.draw_outlines(painter, model, ordered, marks, look)
    overview_painter.draw_hits(painter, model, marks.hits, scale, look)


def _draw_marks_from_afar(painter: QPainter, state: ViewState, scale: float, look: Look) -> None:
    marks, model = state.marks, state.model
    overview_painter.draw_paths_from_afar(painter, model, marks, look)
    overview_painter.draw_specks(painter, model, marks.untaken_nodes, look.faint("within_days", 150), scale, 3)
    overview_painter.draw_specks(painter, model, marks.path_nodes, look.colour("accent"), scale, 5)
    overview_painter.draw_specks(painter, model, marks.other_nodes, look.colour("ink"), scale, 5)
    overview_painter.draw_specks(painter, model, filter(None, [marks.parts_at]), look.colour("ink"), scale, 9)
    overview_painter.draw_hits(painter, model, marks.hits, scale, look)
