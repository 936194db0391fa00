"""Turn keys on the map into wishes: arrows go along the graph, select with Shift and nudge boxes with Ctrl."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from kneetree.ui.editor.canvas import neighbours
from kneetree.ui.editor.canvas.view import MapView
from kneetree.ui.editor.canvas.wishes import Wishes

NUDGE, FINE = 20, 2
WAYS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_BY = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Keyboard(QObject):
    """Say what keys mean; remember which way the arrows came, so that they go back the same way."""

    def __init__(self, view: MapView, wishes: Wishes) -> None:
        super().__init__(view)
        self._view = view
        self._wishes = wishes
        self._came: dict[str, str] = {}

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return whether it means anything."""
        state = self._view.view_state
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in WAYS:
            return self._arrow(WAYS[key], modifiers)
        if modifiers == Qt.KeyboardModifier.NoModifier:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and state.current:
                self._wishes.activated.emit(state.current)
                return True
            if key == Qt.Key.Key_Home:
                self._go(self._view.model.tree.root, extend=False)
                return True
            if key == Qt.Key.Key_Escape and state.selected:
                self._wishes.select_asked.emit([], "")
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
        model, current = self._view.model, self._view.view_state.current
        if modifiers == alt and current is not None and way in ("left", "right"):
            found = neighbours.target(model, current, "yes" if way == "left" else "no")
        elif modifiers & ~shift == Qt.KeyboardModifier.NoModifier:
            found = self._next(current, way)
        else:
            return False
        if found is not None:
            if current is not None and current in (source for source, _ in model.into.get(found, ())):
                self._came[found] = current
            self._go(found, extend=bool(modifiers & shift))
        return True

    def _next(self, current: str | None, way: str) -> str | None:
        """Return the node that an arrow leads to; that is the root while no shown node is current."""
        model = self._view.model
        if current is None or not model.is_shown(current):
            return model.tree.root
        return neighbours.step(model, current, way, self._came.get(current))

    def _go(self, node: str, extend: bool) -> None:
        """Make a node current and bring it into sight."""
        selected = self._view.view_state.selected
        chosen = [*(key for key in selected if key != node), node] if extend else [node]
        self._wishes.select_asked.emit(chosen, node)
        self._view.reveal(node)

    def _nudge(self, way: str, by: int) -> bool:
        model = self._view.model
        x, y = _BY[way]
        places = {
            key: (round(left + x * by), round(top + y * by))
            for key in self._view.view_state.selected
            if model.is_shown(key)
            for left, top in (model.positions[key],)
        }
        if places:
            self._wishes.nudged.emit(places)
        return bool(places)
