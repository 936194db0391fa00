"""The ground that a widget stands on, as the style sheet names it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def on_surface(widget: QWidget, name: str) -> None:
    """Paint the ground of a plain widget as the style sheet says for ``surface="name"``.

    The names are ``bar``, ``card``, ``foot``, ``note``, ``paper``, ``red`` and ``side``.
    """
    widget.setProperty("surface", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
