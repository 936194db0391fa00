"""The ground behind a widget, as the style sheet names it."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget

from kneetree.ui.style import text_labels


def on_surface(widget: QWidget, name: str) -> None:
    """Paint the ground of a plain widget as the style sheet says for ``surface="name"``.

    The names are ``bar``, ``card``, ``foot``, ``note``, ``paper``, ``red`` and ``side``.
    """
    widget.setProperty("surface", name)
    if type(widget) is not QWidget:  # Qt's style sheets set it on a plain one themselves
        widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)


def ground_in(widget: QWidget, name: str) -> QWidget:
    """Return a plain widget with a ground that fills ``widget``, for what is on the first page.

    There a ground has to do without ``Qt`` (see ``qt_numbers``).
    """
    ground = QWidget(widget)
    on_surface(ground, name)
    text_labels.column(widget, 0).addWidget(ground)
    return ground
