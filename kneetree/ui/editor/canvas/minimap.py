"""Show the whole map small in a corner, to see where one is and to go elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kneetree.layout import Rect, rect_around
from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.drawn_map import ANSWERS
from kneetree.ui.editor.canvas.map_painter import MOST_SINGLE
from kneetree.ui.editor.canvas.overview_painter import (
    Overview,
    advance,
    draw_hits,
    draw_paths_from_afar,
    draw_specks,
)
from kneetree.ui.editor.canvas.rectangles import touching
from kneetree.ui.editor.canvas.view import MapView
from kneetree.ui.style.painting import painting

WIDE, HIGH, AWAY = 176, 124, 12
WAIT_MS = 120
WORD = (48.0, 24.0)
"""About the room that the word of an answer takes, in pixels of the map."""
FAINT = 0.15
"""How much of the small map is seen while what is being edited lies under it."""


class Minimap(QWidget):
    """Stay in the lower right corner of a view, and let it look where the map is pressed or dragged."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._overview = Overview()
        self._picture = QPixmap()
        self._shown: tuple[object, ...] = ()
        self._planned: tuple[object, ...] = ()
        self._steps: Iterator[None] | None = None
        self._later = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._later.timeout.connect(self._on_later)
        self._go_on = QTimer(self, interval=0, singleShot=True)
        self._go_on.timeout.connect(self._on_slice)
        self._put_away = False
        self.setAccessibleName(self.tr("Small map"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.viewport().installEventFilter(self)
        view.camera_changed.connect(self.update)
        self._place()

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text."""
        scale = self._view.theme.scale
        return QSize(round(WIDE * scale), round(HIGH * scale))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the corner, and plan to draw the picture anew once the map has changed."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.Paint:
            self._plan()
        return False

    def _plan(self) -> None:
        """Plan to draw the picture anew: of a small map now and then, of a large one when it is at rest."""
        state = self._state()
        if state != self._shown and not (state == self._planned if self._is_large() else self._later.isActive()):
            self._planned = state
            self._go_on.stop()
            self._later.start()

    def _is_large(self) -> bool:
        return len(self._view.model.boxes) > MOST_SINGLE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture of the map, and a frame around what is in sight."""
        if self._picture.isNull() or self._picture.deviceIndependentSize().toSize() != self.size():
            self._draw_picture(only_frame=self._is_large())
        look, view, camera = self._view.look, self._view, self._camera()
        faint = self._covers_what_is_edited()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, faint)
        with painting(self) as painter:
            painter.setOpacity(FAINT if faint else 1.0)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._picture)
            seen = view.camera.sees(*view.room())
            left, top = camera.to_screen(seen.left, seen.top)
            wide, high = max(seen.width * camera.scale, 6.0), max(seen.height * camera.scale, 6.0)
            frame = QRectF(left, top, wide, high).intersected(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
            painter.setPen(look.pen("accent", 2.0))
            painter.setBrush(look.faint("accent", 28))
            painter.drawRoundedRect(frame, 3, 3)

    def _covers_what_is_edited(self) -> bool:
        """Return whether something selected lies under the small map, or an answer of the current box.

        The small map lets that be seen and pressed then.
        """
        view, state = self._view, self._view.view_state
        here = QRectF(self.geometry())
        chosen = [key for key in (*state.selected, state.current) if key is not None and view.model.is_shown(key)]
        if any(view.on_screen(key).intersects(here) for key in chosen):
            return True
        corner = Rect(*view.camera.to_map(here.left(), here.top()), *view.camera.to_map(here.right(), here.bottom()))
        return state.current in chosen and any(touching(area, corner) for area in self._answers_of(state.current or ""))

    def _answers_of(self, node: str) -> Iterator[Rect]:
        """Yield where the words of the answers of a box are, and the stubs to which they lead."""
        model = self._view.model
        for answer in ANSWERS:
            route, stub = model.routes.get((node, answer)), model.stubs.get((node, answer))
            if route is not None:
                yield rect_around(route.label, WORD)
            if stub is not None:
                yield rect_around(stub.position, stub.size)

    def _on_later(self) -> None:
        """Draw the picture anew now that the map has been at rest: an edit never waits for it."""
        if self._state() == self._shown:
            return
        if self._is_large():
            self._steps = self._overview.make_ready(self._view.model, self._camera().scale)
            self._go_on.start()
        else:
            self._draw_picture()
            self.update()

    def _on_slice(self) -> None:
        """Make a part of the picture of a large map ready, between the events of the window."""
        if self._steps is None or self._state() != self._planned:
            self._planned = ()
            self._plan()
        elif advance(self._steps):
            self._go_on.start()
        else:
            self._steps = None
            self._draw_picture()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the view look at the point that was pressed."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the view look where the pointer is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        x, y = self._camera().to_map(at.x(), at.y())
        self._view.look_from(self._view.camera.centred(x, y, *self._view.room()))

    def _place(self) -> None:
        size, room = self.sizeHint(), self._view.viewport().size()
        self.setVisible(room.width() > 2 * size.width() and room.height() > 2 * size.height() and not self._put_away)
        self.setGeometry(
            room.width() - size.width() - AWAY, room.height() - size.height() - AWAY, size.width(), size.height()
        )
        self._view.view_state.covered = QRectF() if self.isHidden() else QRectF(self.geometry())

    def put_away(self, away: bool) -> None:
        """Hide the small map, or show it again."""
        self._put_away = away
        self._place()
        self._view.keep_fitted()

    def _camera(self) -> Camera:
        return Camera().fitted(self._view.model.extent, self.width() - 12, self.height() - 12, 1.0).panned(6, 6)

    def _state(self) -> tuple[object, ...]:
        view = self._view
        return (view.model.revision, id(view.model), id(view.look), id(view.view_state.marks), self.size().toTuple())

    def _draw_picture(self, *, only_frame: bool = False) -> None:
        self._view.model.shrink()
        self._shown = () if only_frame else self._state()
        view, look, ratio = self._view, self._view.look, self.devicePixelRatioF()
        model, camera = view.model, self._camera()
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        with painting(self._picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.pen("line", 1.0))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            if only_frame:
                return
            painter.scale(camera.scale, camera.scale)
            painter.translate(-camera.left, -camera.top)
            if self._is_large():
                self._overview.draw(painter, model, model.extent, camera.scale, look)
            else:
                self._overview.draw_single(painter, model, look)
            draw_paths_from_afar(painter, model, view.view_state.marks, look)
            draw_hits(painter, model, view.view_state.marks.hits, camera.scale, look)
            errors = [key for key, badge in view.view_state.marks.badges.items() if badge == "error"]
            draw_specks(painter, model, errors, look.colour("emergency"), camera.scale, 4)
