"""Whether a part of a form is in sight, in the scroll area that it lies in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def area_around(widget: QWidget) -> QScrollArea | None:
    """Return the nearest scroll area around a widget, if there is one."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def is_seen(part: QWidget, area: QScrollArea) -> bool:
    """Return whether all of a part is in the viewport of ``area``."""
    view = area.viewport()
    return part.isVisible() and view.rect().contains(QRect(part.mapTo(view, QPoint()), part.size()))
