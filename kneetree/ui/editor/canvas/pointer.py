"""Decide what the pointer does on the map: which gesture a press begins, what hovering shows, wheel and pinch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from kneetree.model.titles import title_of
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas import hit_test
from kneetree.ui.editor.canvas.edge_scroll import EdgeScroll
from kneetree.ui.editor.canvas.gestures import Connect, Frame, Gesture, Move, Pan, WhyNot
from kneetree.ui.editor.canvas.hit_test import Hit, Part
from kneetree.ui.editor.canvas.levels import FROM
from kneetree.ui.editor.canvas.view import MapView
from kneetree.ui.editor.canvas.wishes import Wishes

translate = QCoreApplication.translate

STEP = 1.2
"""One notch of the wheel."""
ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_CURSORS = {
    Part.GRIP: Qt.CursorShape.CrossCursor,
    Part.STUB: Qt.CursorShape.PointingHandCursor,
    Part.FOLD: Qt.CursorShape.PointingHandCursor,
}


class Pointer(QObject):
    """Hold the gesture in progress, if there is one."""

    def __init__(self, view: MapView, wishes: Wishes, why_not: WhyNot) -> None:
        super().__init__(view)
        self._view, self._wishes, self._why_not = view, wishes, why_not
        self._gesture: Gesture | None = None
        self._waiting: Gesture | None = None
        self._click: str | None = None
        self._space = False
        self._edges: tuple[EdgeScroll, ...] = ()
        self._scroll = QTimer(self, interval=16)
        self._scroll.timeout.connect(self._on_scroll)
        view.viewport().installEventFilter(self)

    # -- gestures --------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Begin what a press at that place means; a drag begins only after some pixels."""
        if self._gesture is not None or self._waiting is not None:
            return
        view, at = self._view, event.position()
        adds = bool(event.modifiers() & ADDS)
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space
        ):
            self._begin(Pan(view, at))
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        found = self._hit(at)
        if found.part is Part.GRIP:
            self._waiting = Connect(view, self._wishes, self._why_not, at, found.node, found.answer)
        elif found.part is Part.FOLD:
            self._wishes.fold_asked.emit([found.node])
        elif found.part is Part.STUB:
            self._go_to(view.model.routes[found.node, found.answer].target)
        elif found.part is Part.NODE:
            self._press_node(found.node, at, adds)
        else:
            if not adds:
                self._wishes.select_asked.emit([], "")
            self._waiting = Frame(view, self._wishes, at, adds)

    def _press_node(self, node: str, at: QPointF, adds: bool) -> None:
        view = self._view
        selected = view.view_state.selected
        if adds:
            rest = [key for key in selected if key != node]
            self._wishes.select_asked.emit(rest if node in selected else [*selected, node], "")
        elif node not in selected:
            self._wishes.select_asked.emit([node], node)
        else:
            self._click = node
        if node in view.view_state.selected:
            self._waiting = Move(view, self._wishes, at, view.view_state.selected)

    def move(self, at: QPointF) -> None:
        """Go on with the gesture, or mark what is under the pointer."""
        if self._waiting is not None:
            away = at - self._waiting.start
            if away.manhattanLength() < QApplication.startDragDistance():
                return
            gesture, self._waiting, self._click = self._waiting, None, None
            self._begin(gesture)
        if self._gesture is not None:
            for edge, place, room in zip(self._edges, at.toTuple(), self._view.room(), strict=True):
                edge.follow(place, room)
            self._go_on(self._gesture, at)
            if self._gesture is not None and self._gesture.scrolls and not self._scroll.isActive():
                self._scroll.start()
            return
        self._hover(at)

    def release(self) -> None:
        """End the gesture, or select the box that was clicked."""
        click = self._click
        with self._ended() as gesture:
            if gesture is not None:
                gesture.finish()
            elif click is not None:
                self._wishes.select_asked.emit([click], click)
        self._show_cursor()

    def stop(self) -> bool:
        """Give up the gesture in progress; return whether there was one."""
        with self._ended() as gesture:
            if gesture is not None:
                gesture.cancel()
        return gesture is not None

    def double_click(self, event: QMouseEvent) -> None:
        """Ask for a box to be edited; elsewhere treat it as a second press."""
        found = self._hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found.part is Part.NODE and not self._space:
            self._wishes.activated.emit(found.node)
        else:
            self.press(event)

    def menu(self, at: QPointF, screen: QPoint) -> None:
        """Ask for the menu of what is under the pointer; a box is selected first."""
        self.stop()
        found = self._hit(at)
        view = self._view
        if found.part in (Part.NODE, Part.FOLD):
            if found.node not in view.view_state.selected:
                self._wishes.select_asked.emit([found.node], found.node)
            self._wishes.menu_asked.emit(found.node, "", screen)
            return
        edge = (found.node, found.answer) if found.answer else None
        edge = edge or hit_test.edge_at(view.model, view.to_map(at), view.camera.scale)
        self._wishes.menu_asked.emit(*(edge or ("", "")), screen)

    def draw(self, painter: QPainter) -> None:
        """Draw what the gesture shows over the map."""
        if self._gesture is not None:
            self._gesture.draw(painter)

    def hold_space(self, held: bool) -> None:
        """Let drags pan while Space is held."""
        self._space = held
        self._show_cursor()

    def _begin(self, gesture: Gesture) -> None:
        self._gesture = gesture
        self._edges = tuple(map(EdgeScroll, gesture.start.toTuple(), self._view.room()))
        self._show_cursor()

    def _go_on(self, gesture: Gesture, at: QPointF) -> None:
        """Let a gesture follow the pointer; one that fails is given up."""
        try:
            gesture.move(at)
        except Exception:
            self.stop()
            raise

    @contextmanager
    def _ended(self) -> Iterator[Gesture | None]:
        """Yield the gesture that was in progress, if any; whatever happens to it, none is afterwards."""
        gesture, self._gesture, self._waiting, self._click = self._gesture, None, None, None
        self._scroll.stop()
        try:
            yield gesture
        finally:
            if gesture is not None:
                self._view.viewport().update()
                self._show_cursor()

    def _go_to(self, node: str) -> None:
        self._wishes.select_asked.emit([node], node)
        self._view.reveal(node)

    def _on_scroll(self) -> None:
        if self._gesture is None:
            self._scroll.stop()
            return
        x, y = (edge.push for edge in self._edges)
        if x or y:
            self._view.pan_by(x, y)
            self._go_on(self._gesture, self._gesture.at)

    # -- hovering --------------------------------------------------------------------------------

    def _hit(self, at: QPointF) -> Hit:
        view = self._view
        scale = view.camera.scale
        return hit_test.hit_at(view.model, view.to_map(at), scale, view.zoom >= FROM.whole_texts)

    def _hover(self, at: QPointF) -> None:
        view, found = self._view, self._hit(at)
        hovered = found.node if found.part in (Part.NODE, Part.FOLD, Part.GRIP) else None
        if hovered != view.view_state.hovered:
            view.view_state.hovered = hovered
            view.viewport().update()
        self._show_cursor(_CURSORS.get(found.part, Qt.CursorShape.ArrowCursor))

    def _show_cursor(self, shape: Qt.CursorShape = Qt.CursorShape.ArrowCursor) -> None:
        if self._gesture is not None:
            shape = self._gesture.cursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)

    def _tip(self, event: QHelpEvent) -> None:
        view = self._view
        found = self._hit(QPointF(event.pos()))
        tree = view.model.tree
        text = ""
        if found.part is Part.NODE:
            text = labels.note_of(tree, found.node) or (
                title_of(tree, found.node) if view.zoom < FROM.whole_texts * 1.5 else ""
            )
        elif found.part is Part.STUB:
            text = title_of(tree, view.model.routes[found.node, found.answer].target)
        elif found.part is Part.FOLD:
            text = (
                translate("Canvas", "Unfold")
                if found.node in view.model.folded
                else translate("Canvas", "Fold what is below")
            )
        elif found.part is Part.GRIP:
            text = translate("Canvas", "Drag to a box to connect it, or to empty ground for a new one")
        QToolTip.showText(event.globalPos(), labels.plain_tip(text), view)

    # -- wheel and fingers -----------------------------------------------------------------------

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom to the pointer; pan sideways with Shift, up and down with Alt, and with two fingers on a touch pad."""
        view, at = self._view, event.position()
        turned = event.angleDelta()
        fingers = event.phase() != Qt.ScrollPhase.NoScrollPhase or not event.pixelDelta().isNull()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            view.pan_by(turned.y() or turned.x(), 0)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            view.pan_by(0, turned.x() or turned.y())
        elif fingers and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = event.pixelDelta() if not event.pixelDelta().isNull() else turned / 2
            view.pan_by(by.x(), by.y())
        elif turned.y():
            view.zoom_by(STEP ** (turned.y() / 120), at.x(), at.y())
        elif turned.x():
            view.pan_by(turned.x(), 0)
        event.accept()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Zoom at a pinch, show a tool tip, notice that the pointer leaves; let all else through."""
        view = self._view
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tip(event)
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            view.zoom_by(1 + event.value(), event.position().x(), event.position().y())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = view.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                view.zoom_by(pinch.scaleFactor(), middle.x(), middle.y())
                return True
        if event.type() == QEvent.Type.Leave and view.view_state.hovered is not None:
            view.view_state.hovered = None
            view.viewport().update()
        return False
