"""Keys on the map that move: arrows along the graph, with Shift to select, with Ctrl to nudge boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from kneetree.ui.editor.canvas import neighbours

if TYPE_CHECKING:
    from kneetree.ui.editor.canvas.canvas import Canvas

NUDGE, FINE = 20, 2
WAYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_BY = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Keyboard(QObject):
    """Remembers which way the keys came, so that they go back the same way."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._came: dict[str, str] = {}

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; whether it means anything."""
        canvas = self._canvas
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in WAYS:
            return self._arrow(WAYS[key], modifiers)
        if modifiers == Qt.KeyboardModifier.NoModifier:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and canvas.view_state.current:
                canvas.activated.emit(canvas.view_state.current)
                return True
            if key == Qt.Key.Key_Home:
                self.go(canvas.model.tree.root, extend=False)
                return True
            if key == Qt.Key.Key_Escape and canvas.view_state.selected:
                canvas.select_asked.emit([], "")
                return True
        return False

    def _arrow(self, way: str, modifiers: Qt.KeyboardModifier) -> bool:
        control, shift, alt = (
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.AltModifier,
        )
        if modifiers in (control, control | shift):
            return self._nudge(way, FINE if modifiers & shift else NUDGE)
        canvas, current = self._canvas, self._canvas.view_state.current
        if modifiers == alt and current is not None and way in ("left", "right"):
            found = neighbours.target(canvas.model, current, "yes" if way == "left" else "no")
        elif modifiers & ~shift == Qt.KeyboardModifier.NoModifier:
            if current is None or not canvas.model.is_shown(current):
                found = canvas.model.tree.root
            else:
                found = neighbours.step(canvas.model, current, way, self._came.get(current))
        else:
            return False
        if found is not None:
            if current is not None and current in (source for source, _ in canvas.model.into.get(found, ())):
                self._came[found] = current
            self.go(found, extend=bool(modifiers & shift))
        return True

    def go(self, node: str, extend: bool) -> None:
        """Make a node current and bring it into sight."""
        canvas = self._canvas
        chosen = [*(key for key in canvas.view_state.selected if key != node), node] if extend else [node]
        canvas.select_asked.emit(chosen, node)
        canvas.reveal(node)

    def _nudge(self, way: str, by: int) -> bool:
        canvas = self._canvas
        x, y = _BY[way]
        places = {
            key: (round(left + x * by), round(top + y * by))
            for key in canvas.view_state.selected
            if canvas.model.is_shown(key)
            for left, top in (canvas.model.positions[key],)
        }
        if places:
            canvas.nudged.emit(places)
        return bool(places)
