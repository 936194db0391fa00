"""What a screen reader finds in a window: everything that is exposed, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
INPUT = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.SpinBox, Role.ComboBox,
    Role.List, Role.Table, Role.Tree, Role.Slider, Role.Dial, Role.Link, Role.MenuItem,
}  # fmt: skip
"""What takes input."""


@dataclass(frozen=True)
class Thing:
    """One accessible thing as it was read; ``thing`` is what it stands for, if that is an object of Qt."""

    role: Role
    name: str
    description: str
    focusable: bool
    invisible: bool
    thing: QObject | None

    def __str__(self) -> str:
        return f"{self.role.name} {self.name!r}"


def things(widget: QWidget) -> list[Thing]:
    """Return all that is exposed in a widget, whether it can be seen or not."""
    found = QAccessible.queryAccessibleInterface(widget)
    return [] if found is None else list(_read(found))


def _read(found: QAccessibleInterface) -> Iterator[Thing]:
    state, text = found.state(), QAccessible.Text
    yield Thing(
        found.role(),
        found.text(text.Name),
        found.text(text.Description),
        bool(state.focusable),
        bool(state.invisible),
        found.object(),
    )
    for place in range(found.childCount()):
        child = found.child(place)
        if child is not None:
            yield from _read(child)


def shown(widget: QWidget) -> list[Thing]:
    """Return what a screen reader reads: all that is not said to be invisible."""
    return [thing for thing in things(widget) if not thing.invisible]


def stops(window: QWidget) -> list[QWidget]:
    """Return what the Tab key comes to in a window, in this order; of radio buttons that is only the marked one."""
    found, widget = list[QWidget](), window.nextInFocusChain()
    while widget is not window:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
