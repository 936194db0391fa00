"""The pointer on the map: which gesture a press begins, what hovering shows, wheel and pinch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from kneetree.layout import title_of
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas import hit_test
from kneetree.ui.editor.canvas.gestures import Connect, Frame, Gesture, Move, Pan
from kneetree.ui.editor.canvas.hit_test import Hit, Part
from kneetree.ui.editor.canvas.view import DETAIL

if TYPE_CHECKING:
    from kneetree.ui.editor.canvas.canvas import Canvas

translate = QCoreApplication.translate

STEP = 1.2
"""One notch of the wheel."""
EDGE = 26
ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_CURSORS = {
    Part.GRIP: Qt.CursorShape.CrossCursor,
    Part.STUB: Qt.CursorShape.PointingHandCursor,
    Part.FOLD: Qt.CursorShape.PointingHandCursor,
}


class Pointer(QObject):
    """Holds the gesture in progress, if there is one."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._gesture: Gesture | None = None
        self._waiting: Gesture | None = None
        self._click: str | None = None
        self._space = False
        self._scroll = QTimer(self, interval=16)
        self._scroll.timeout.connect(self._on_scroll)

    # -- gestures --------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Begin what a press at that place means; a drag begins only after some pixels."""
        if self._gesture is not None or self._waiting is not None:
            return
        canvas, at = self._canvas, event.position()
        adds = bool(event.modifiers() & ADDS)
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space
        ):
            self._begin(Pan(canvas, at))
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        found = self._hit(at)
        if found.part is Part.GRIP:
            self._waiting = Connect(canvas, at, found.node, found.answer)
        elif found.part is Part.FOLD:
            canvas.toggle_fold([found.node])
        elif found.part is Part.STUB:
            self._go_to(canvas.model.routes[found.node, found.answer].target)
        elif found.part is Part.NODE:
            self._press_node(found.node, at, adds)
        else:
            if not adds:
                canvas.select_asked.emit([], "")
            self._waiting = Frame(canvas, at, adds)

    def _press_node(self, node: str, at: QPointF, adds: bool) -> None:
        canvas = self._canvas
        selected = canvas.view_state.selected
        if adds:
            rest = [key for key in selected if key != node]
            canvas.select_asked.emit(rest if node in selected else [*selected, node], "")
        elif node not in selected:
            canvas.select_asked.emit([node], node)
        else:
            self._click = node
        if node in canvas.view_state.selected:
            self._waiting = Move(canvas, at, canvas.view_state.selected)

    def move(self, at: QPointF) -> None:
        """The pointer has moved."""
        if self._waiting is not None:
            away = at - self._waiting.start
            if away.manhattanLength() < QApplication.startDragDistance():
                return
            gesture, self._waiting, self._click = self._waiting, None, None
            self._begin(gesture)
        if self._gesture is not None:
            self._gesture.move(at)
            if self._gesture.scrolls and not self._scroll.isActive():
                self._scroll.start()
            return
        self._hover(at)

    def release(self) -> None:
        """The button was let go."""
        gesture, self._gesture, self._waiting = self._gesture, None, None
        self._scroll.stop()
        if self._click is not None and gesture is None:
            self._canvas.select_asked.emit([self._click], self._click)
        self._click = None
        if gesture is not None:
            gesture.finish()
            self._canvas.viewport().update()
        self._show_cursor()

    def stop(self) -> bool:
        """Give up the gesture in progress; whether there was one."""
        gesture, self._gesture, self._waiting, self._click = self._gesture, None, None, None
        self._scroll.stop()
        if gesture is not None:
            gesture.cancel()
            self._canvas.viewport().update()
            self._show_cursor()
        return gesture is not None

    def double_click(self, event: QMouseEvent) -> None:
        """Edit a box; elsewhere it is a second press."""
        found = self._hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found.part is Part.NODE and not self._space:
            self._canvas.activated.emit(found.node)
        else:
            self.press(event)

    def menu(self, at: QPointF, screen: QPoint) -> None:
        """Ask for the menu of what is under the pointer, which is selected first."""
        self.stop()
        found = self._hit(at)
        canvas = self._canvas
        if found.part in (Part.NODE, Part.FOLD):
            if found.node not in canvas.view_state.selected:
                canvas.select_asked.emit([found.node], found.node)
            canvas.menu_asked.emit(found.node, "", screen)
            return
        edge = (found.node, found.answer) if found.answer else None
        edge = edge or hit_test.edge_at(canvas.model, canvas.to_map(at), canvas.camera.scale)
        canvas.menu_asked.emit(*(edge or ("", "")), screen)

    def draw(self, painter: QPainter) -> None:
        """What the gesture shows."""
        if self._gesture is not None:
            self._gesture.draw(painter)

    def hold_space(self, held: bool) -> None:
        """While Space is held, a drag pans."""
        self._space = held
        self._show_cursor()

    def _begin(self, gesture: Gesture) -> None:
        self._gesture = gesture
        self._show_cursor()

    def _go_to(self, node: str) -> None:
        self._canvas.select_asked.emit([node], node)
        self._canvas.reveal(node)

    def _on_scroll(self) -> None:
        if self._gesture is None:
            self._scroll.stop()
            return
        at, (wide, high) = self._gesture.at, self._canvas.room()
        x = max(0.0, EDGE - at.x()) - max(0.0, at.x() - wide + EDGE)
        y = max(0.0, EDGE - at.y()) - max(0.0, at.y() - high + EDGE)
        if x or y:
            self._canvas.pan_by(x / 3, y / 3)
            self._gesture.move(at)

    # -- hovering --------------------------------------------------------------------------------

    def _hit(self, at: QPointF) -> Hit:
        canvas = self._canvas
        scale = canvas.camera.scale
        return hit_test.hit_at(canvas.model, canvas.to_map(at), scale, scale >= DETAIL)

    def _hover(self, at: QPointF) -> None:
        canvas, found = self._canvas, self._hit(at)
        hovered = found.node if found.part in (Part.NODE, Part.FOLD, Part.GRIP) else None
        if hovered != canvas.view_state.hovered:
            canvas.view_state.hovered = hovered
            canvas.viewport().update()
        self._show_cursor(_CURSORS.get(found.part, Qt.CursorShape.ArrowCursor))

    def _show_cursor(self, shape: Qt.CursorShape = Qt.CursorShape.ArrowCursor) -> None:
        if self._gesture is not None:
            shape = self._gesture.cursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        if self._canvas.viewport().cursor().shape() != shape:
            self._canvas.viewport().setCursor(shape)

    def _tip(self, event: QHelpEvent) -> None:
        canvas = self._canvas
        found = self._hit(QPointF(event.pos()))
        tree = canvas.model.tree
        text = ""
        if found.part is Part.NODE:
            text = tree.nodes[found.node].note or (
                title_of(tree, found.node) if canvas.camera.scale < DETAIL * 1.5 else ""
            )
        elif found.part is Part.STUB:
            text = title_of(tree, canvas.model.routes[found.node, found.answer].target)
        elif found.part is Part.FOLD:
            text = (
                translate("Canvas", "Unfold")
                if found.node in canvas.model.folded
                else translate("Canvas", "Fold what is below")
            )
        elif found.part is Part.GRIP:
            text = translate("Canvas", "Drag to a box to connect it, or to empty ground for a new one")
        QToolTip.showText(event.globalPos(), labels.plain_tip(text), canvas)

    # -- wheel and fingers -----------------------------------------------------------------------

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms to the pointer; with Shift it goes sideways; two fingers on a pad pan."""
        canvas, at = self._canvas, event.position()
        turned = event.angleDelta()
        fingers = event.phase() != Qt.ScrollPhase.NoScrollPhase or not event.pixelDelta().isNull()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            canvas.pan_by(turned.y() or turned.x(), 0)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            canvas.pan_by(0, turned.x() or turned.y())
        elif fingers and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = event.pixelDelta() if not event.pixelDelta().isNull() else turned / 2
            canvas.pan_by(by.x(), by.y())
        elif turned.y():
            canvas.zoom_by(STEP ** (turned.y() / 120), at.x(), at.y())
        elif turned.x():
            canvas.pan_by(turned.x(), 0)
        event.accept()

    def other(self, event: QEvent) -> bool:
        """Pinch and tool tips; whether the event was one of these."""
        canvas = self._canvas
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tip(event)
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            canvas.zoom_by(1 + event.value(), event.position().x(), event.position().y())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                canvas.zoom_by(pinch.scaleFactor(), middle.x(), middle.y())
                return True
        if event.type() == QEvent.Type.Leave and canvas.view_state.hovered is not None:
            canvas.view_state.hovered = None
            canvas.viewport().update()
        return False
