"""Show a part of the map: paint what is in sight, zoom to the pointer, pan, fit.

It moves only when it is told to.  It knows the map and nothing of gestures or edits.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kneetree.layout import Point, Rect
from kneetree.model.tree import Tree
from kneetree.ui.editor.canvas import fitting
from kneetree.ui.editor.canvas.animation import Animation
from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.fitting import MARGIN, READABLE, Find, Frame
from kneetree.ui.editor.canvas.levels import FROM
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.map_painter import MapPainter
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.view_state import ViewState
from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme


class MapView(QAbstractScrollArea):
    """Paint a map.

    Signals: ``camera_changed()`` another part or another zoom is in sight.
    """

    camera_changed = Signal()

    def __init__(self, theme: Theme, tree: Tree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.look = Look(theme)
        self.view_state = ViewState(MapModel(tree))
        self.camera = Camera(theme.scale)
        self._map = MapPainter()
        self.ghosts = self._map.ghosts
        self.animation = Animation(self)
        self._begun = False
        self._fitted: tuple[Find, Camera, int] | None = None
        """How the camera was found that shows what it should, that camera, and the revision of the map then."""
        self.led_to: Camera | None = None
        """Where the view was led last, unless the author has gone elsewhere by a key since."""
        self._brought: tuple[str, Camera] | None = None
        """The box that was brought in last, and the camera then."""
        self._idle = QTimer(self, interval=30)
        self._idle.timeout.connect(self._on_idle)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._on_theme)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._on_bar)

    @property
    def model(self) -> MapModel:
        """The map that is shown."""
        return self.view_state.model

    # -- where to look ---------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """The zoom; at 1 text is as large as elsewhere in the program."""
        return self.camera.scale / self.theme.scale

    def look_from(self, camera: Camera) -> None:
        """Show another part of the map, or another zoom."""
        self.animation.stop()
        self._set_camera(camera)

    def _set_camera(self, camera: Camera) -> None:
        if camera != self.camera:
            self.camera = camera
            self.update_bars()
            self.viewport().update()
            self.camera_changed.emit()

    def zoom_by(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        """Go nearer or further off; what is under that point of the screen (the middle if left out) stays there."""
        wide, high = self.room()
        self.look_from(self.camera.zoomed(factor, wide / 2 if x is None else x, high / 2 if y is None else y))

    def zoom_to(self, zoom: float) -> None:
        """Set the zoom, 1 for 100 %; the middle stays."""
        self.zoom_by(zoom / self.zoom)

    def pan_by(self, x: float, y: float) -> None:
        """Push the map by so many screen pixels."""
        self.look_from(self.camera.panned(x, y))

    def fit_all(self) -> None:
        """Show the whole map as it is now, at most at 100 %."""
        self._fit(fitting.around_all)

    def fit_nodes(self, nodes: Iterable[str]) -> None:
        """Show these boxes as large as they fit, at most at 100 %."""
        chosen = list(nodes)
        if self.model.bounds_of(chosen) is not None:
            self._fit(partial(fitting.around, chosen))

    def _fit(self, find: Find) -> None:
        camera = find(self.model, _frame_of(self))
        self.lead_to(camera)
        self._fitted, self.led_to = (find, camera, self.model.revision), None

    def keep_fitted(self) -> None:
        """Fit the map again to the room of now, if it was fitted and the author has not looked elsewhere since."""
        if self._fitted is not None and self.look.scale == self.theme.scale:  # else the theme is about to change
            self.animation.stop()
            find, camera, _ = self._fitted
            self._fitted = None
            if self.camera == camera:
                self.look_from(find(self.model, _frame_of(self)))
                self._fitted = (find, self.camera, self.model.revision)

    def reveal(self, node_id: str) -> None:
        """Bring a box into sight, moving as little as needed; go nearer if it could not be read."""
        if not self.model.is_shown(node_id):
            return
        wide, high = self.room()
        box, camera = self.model.rect(node_id), self.camera
        if self.zoom < FROM.whole_texts:
            camera = Camera(self.theme.scale * READABLE).centred(*self.model.positions[node_id], wide, high)
        camera = camera.showing(box, wide, high, MARGIN)
        self.lead_to(fitting.beside_corner(camera, [box], _frame_of(self), MARGIN / 2))

    def bring_in(self, node_id: str) -> None:
        """Reveal a box that is not in sight; if all of it is, nothing moves, however small it is."""
        if self.model.is_shown(node_id) and not self.is_in_sight(node_id):
            self.reveal(node_id)

    def bring_in_new(self, node_id: str) -> None:
        """Bring a box that was just made into sight, at the same zoom, with the box that leads to it.

        It stays in sight when its form then takes some of the room.
        """
        camera = self.camera
        if self.model.is_shown(node_id) and not self.is_in_sight(node_id):
            above = (source for source, _ in self.model.into.get(node_id, ()) if self.model.is_shown(source))
            origin = next(map(self.model.rect, above), None)
            camera = fitting.with_origin(camera, self.model.rect(node_id), origin, _frame_of(self))
            self.lead_to(camera)
        self._brought = node_id, camera

    def is_in_sight(self, node_id: str) -> bool:
        """Return whether all of a box is seen, however small, and nothing lies over it."""
        if not self.model.is_shown(node_id):
            return False
        spot = self.on_screen(node_id)
        return QRectF(self.viewport().rect()).contains(spot) and not self.view_state.covered.intersects(spot)

    def lead_to(self, camera: Camera) -> None:
        """Look elsewhere because of what was done, not because the author moved the view."""
        self.animation.stop()
        self.animation.camera_to(self.camera, camera, self._set_camera)
        self.led_to = camera

    def on_screen(self, node_id: str) -> QRectF:
        """Return where a box is in the viewport now."""
        return _on_screen(self.model.rect(node_id), self.camera)

    def begin(self) -> None:
        """Look at a tree that was just opened: at all of it if that can be read, else at its first question."""
        self.look_from(fitting.from_the_beginning(self.model, _frame_of(self)))
        self._fitted = (fitting.from_the_beginning, self.camera, self.model.revision)
        self._idle.start()

    def _on_idle(self) -> None:
        self._idle.stop()
        if self._map.prepare(self.view_state):
            self._idle.start()

    def room(self) -> Point:
        """Return width and height of what is seen, in screen pixels."""
        size = self.viewport().size()
        return float(size.width()), float(size.height())

    def to_map(self, point: QPointF) -> Point:
        """Return the map's point under a point of the viewport."""
        return self.camera.to_map(point.x(), point.y())

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        with painting(self.viewport()) as painter:
            self.draw(painter, *self.room())

    def draw(self, painter: QPainter, wide: float, high: float) -> None:
        """Draw the part of the map that ``camera`` sees, on a ground of so many pixels."""
        self._map.draw(painter, self.view_state, self.camera, self.look, (wide, high))

    def _on_theme(self) -> None:
        ratio = self.theme.scale / self.look.scale
        self.look = Look(self.theme)
        if ratio != 1.0:
            self.zoom_by(ratio)
        self.viewport().update()

    # -- bars ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is fitted, else the corner where it is; the first time, look at the tree from its beginning."""
        super().resizeEvent(event)
        if not self._begun and self.isVisible():
            self._begun = True
            self.begin()
        elif self._fitted is not None and self._fitted[2] == self.model.revision:  # an edit must not move the view
            self.keep_fitted()
        elif self._brought is not None:
            self.animation.stop()
            if self._brought[1] == self.camera:
                self.bring_in_new(self._brought[0])
        self.update_bars()

    def update_bars(self) -> None:
        """Let the bars say where the camera is; the map can be pushed until its edge is in the middle."""
        camera, extent = self.camera, self.model.extent
        wide, high = self.room()
        sides = (
            (self.horizontalScrollBar(), extent.left, extent.right, camera.left, wide),
            (self.verticalScrollBar(), extent.top, extent.bottom, camera.top, high),
        )
        for bar, low, up, at, length in sides:
            with QSignalBlocker(bar):
                value = round(at * camera.scale)
                bar.setPageStep(int(length))
                bar.setSingleStep(40)
                bar.setRange(
                    min(value, round(low * camera.scale - length / 2)),
                    max(value, round(up * camera.scale - length / 2)),
                )
                bar.setValue(value)

    def _on_bar(self) -> None:
        scale = self.camera.scale
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.look_from(Camera(scale, left / scale, top / scale))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Do nothing: the camera decides what is painted."""

    def sizeHint(self) -> QSize:
        """Return a size with room for some boxes."""
        return QSize(800, 600)


def _frame_of(view: MapView) -> Frame:
    covered = view.view_state.covered
    corner = Rect(covered.left(), covered.top(), covered.right(), covered.bottom())
    return Frame(*view.room(), None if covered.isEmpty() else corner, view.theme.scale)


def _on_screen(box: Rect, camera: Camera) -> QRectF:
    left, top = camera.to_screen(box.left, box.top)
    return QRectF(left, top, box.width * camera.scale, box.height * camera.scale)
