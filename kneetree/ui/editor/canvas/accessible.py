"""Tell assistive technology about the map: Qt shows nothing of what is painted, so this is a list of the boxes.

It can only be read: in PySide6 an action interface kills the process at the first query.  What can be done is
done by keys and in the outline, which is the map's equal.

Qt's cache owns an interface from the first time that it is handed over, and deletes it itself: with its widget,
or with the application.  PySide6 does not know that and deletes it too when Python's last reference goes, after
which the cache calls freed memory.  So everything here is kept until Qt has deleted it.
"""

from __future__ import annotations

import weakref
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from shiboken6 import isValid

from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas.view import MapView

translate = QCoreApplication.translate

_NO_INTERFACE, _NO_OBJECT = cast(QAccessibleInterface, None), cast(QObject, None)
"""How Qt is told that there is none, which PySide6's type stubs leave out."""

_factory_there: list[bool] = []
_kept: list[Map] = []
"""All lists that Qt has been given, until ``make_accessible`` finds their maps gone."""


class _Entry(QAccessibleInterface):
    """Answer what is the same for the list and its entries."""

    def __init__(self, view: MapView) -> None:
        super().__init__()
        # Qt keeps these longer than the widget lives: they must not keep it.
        self._view = weakref.ref(view)

    @property
    def view(self) -> MapView:
        """The map.  Ask for it only while it is there; Qt does so, since this is not valid afterwards."""
        view = self._view()
        assert view is not None
        return view

    def there(self) -> bool:
        """Return whether the map is still there."""
        view = self._view()
        return view is not None and isValid(view)

    def reads(self, view: MapView) -> bool:
        """Return whether this is an interface of that map."""
        return self._view() is view

    def window(self) -> QWindow:
        """Return the window that the map is in."""
        return self.view.window().windowHandle()

    def foregroundColor(self) -> QColor:
        """Return the colour of texts."""
        return self.view.look.colour("ink")

    def backgroundColor(self) -> QColor:
        """Return the colour of the ground."""
        return self.view.look.colour("paper")

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """Ignore the text: the map can only be read."""


class Map(_Entry):
    """Present the boxes that are shown as a list, in the order of the file."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._order: list[str] = []
        self._place: dict[str, int] = {}
        self._state: tuple[int, int] = (-1, -1)
        self._boxes: dict[str, Box] = {}

    def order(self) -> list[str]:
        """Return the nodes of the entries."""
        model = self.view.model
        now = (id(model), model.revision)
        if now != self._state:
            self._order = [key for key in model.tree.nodes if key in model.boxes]
            self._place = {key: place for place, key in enumerate(self._order)}
            self._state = now
        return self._order

    def place_of(self, node: str) -> int:
        """Return the number of a node's entry, or -1 if it has none."""
        self.order()
        return self._place.get(node, -1)

    def isValid(self) -> bool:
        """Return whether the widget is still there."""
        return self.there()

    def object(self) -> QObject:
        """Return the widget."""
        return self.view

    def parent(self) -> QAccessibleInterface:
        """Return the interface of the widget that holds the map."""
        above = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above is not None else _NO_INTERFACE

    def end(self) -> None:
        """Let Qt delete the entries of a map that is gone."""
        for box in self._boxes.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(box))

    def childCount(self) -> int:
        """Return how many boxes are shown."""
        return len(self.order())

    def child(self, index: int) -> QAccessibleInterface:
        """Return one box: the same object each time, which is kept also while its node is not shown."""
        order = self.order()
        if not 0 <= index < len(order):
            return _NO_INTERFACE
        key = order[index]
        if key not in self._boxes:
            self._boxes[key] = Box(self, key)
        return self._boxes[key]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of an entry, or -1 if it is none of the list."""
        return self.place_of(child.node) if isinstance(child, Box) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the box at a point of the screen."""
        point = self.view.viewport().mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        node = self.view.model.node_at(self.view.camera.to_map(point.x(), point.y()))
        return self.child(self.place_of(node)) if node is not None else _NO_INTERFACE

    def focusChild(self) -> QAccessibleInterface:
        """Return the current box."""
        current = self.view.view_state.current
        return self.child(self.place_of(current)) if current is not None else _NO_INTERFACE

    def role(self) -> QAccessible.Role:
        """Return that this is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return that it can have the focus, and whether it has it."""
        state = QAccessible.State()
        state.focusable = True
        state.multiSelectable = True
        state.focused = self.view.hasFocus()
        return state

    def text(self, what: QAccessible.Text) -> str:
        """Return its name, or as a description how many boxes it has and which keys move on it."""
        if what == QAccessible.Text.Name:
            return self.view.accessibleName()
        if what == QAccessible.Text.Description:
            return translate("Canvas", "{n} boxes; arrow keys follow the answers").format(n=self.childCount())
        return ""

    def rect(self) -> QRect:
        """Return where the widget is on the screen."""
        return QRect(self.view.mapToGlobal(self.view.rect().topLeft()), self.view.size())


class Box(_Entry):
    """Present one box as an entry of the list."""

    def __init__(self, whole: Map, node: str) -> None:
        super().__init__(whole.view)
        self.whole = whole
        self.node = node

    def isValid(self) -> bool:
        """Return whether the box is shown."""
        return self.there() and self.whole.place_of(self.node) >= 0

    def object(self) -> QObject:
        """Return nothing, since a box has no widget of its own."""
        return _NO_OBJECT

    def parent(self) -> QAccessibleInterface:
        """Return the list."""
        return self.whole

    def childCount(self) -> int:
        """Return that there is nothing inside."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        """Return nothing: there is nothing inside."""
        return _NO_INTERFACE

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that there is nothing inside."""
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Return nothing: there is nothing inside."""
        return _NO_INTERFACE

    def role(self) -> QAccessible.Role:
        """Return that this is an entry of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected, current or out of sight."""
        shown = self.view.view_state
        state = QAccessible.State()
        state.selectable = state.focusable = True
        state.selected = self.node in shown.selected
        state.focused = shown.focused and self.node == shown.current
        state.offscreen = not self.view.viewport().rect().intersects(self._on_view())
        return state

    def text(self, what: QAccessible.Text) -> str:
        """Return kind, text, and urgency or targets as its name, and its id as a description."""
        if what == QAccessible.Text.Name:
            return labels.spoken_node(self.view.model.tree, self.node)
        return self.node if what == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        """Return where the box is on the screen."""
        box = self._on_view()
        return QRect(self.view.viewport().mapToGlobal(box.topLeft()), box.size())

    def _on_view(self) -> QRect:
        if not self.isValid():
            return QRect()
        box, camera = self.view.model.rect(self.node), self.view.camera
        left, top = camera.to_screen(box.left, box.top)
        near = 100_000
        return QRect(
            round(min(max(left, -near), near)),
            round(min(max(top, -near), near)),
            round(box.width * camera.scale),
            round(box.height * camera.scale),
        )


def _make(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, MapView):
        return None
    # A new one each time: Qt asks again when PySide6 has made the class's meta-object anew (for another slot, say)
    # and deletes what it got each time; the same one would be deleted twice.
    heard = Map(thing)
    _kept.append(heard)
    return heard


def make_accessible() -> None:
    """Let assistive technology read maps that are made from now on, and forget those that are gone.

    Never call this while Qt asks an interface something: the interface that answers might be deleted.
    """
    if not _factory_there:
        QAccessible.installFactory(_make)
        _factory_there.append(True)
    for gone in [heard for heard in _kept if not isValid(heard)]:
        gone.end()
        _kept.remove(gone)


def current_entry(view: MapView) -> int | None:
    """Return the number of the current box's entry, or ``None`` if no screen reader has asked for this map."""
    heard = next((heard for heard in reversed(_kept) if isValid(heard) and heard.reads(view)), None)
    current = view.view_state.current
    place = heard.place_of(current) if heard is not None and current is not None else -1
    return place if place >= 0 else None


def tell_current(view: MapView) -> None:
    """Say that another box is current, if a screen reader listens."""
    place = current_entry(view) if QAccessible.isActive() else None
    if place is not None:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)
