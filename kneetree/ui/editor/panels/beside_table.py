"""Lay out a panel as a table with more about its current row beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from kneetree.ui.editor.panels.path_words import PathList
from kneetree.ui.editor.panels.table import Table
from kneetree.ui.style.text_labels import nested


def detail_label() -> QLabel:
    """Return a label for the text about the current row."""
    label = QLabel()
    label.setObjectName("panelDetail")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setMargin(4)
    return label


def text_and_path(text: QLabel, name: str, path: PathList, shares: tuple[int, int]) -> QWidget:
    """Return a text above a path; the text scrolls, so that a long one never takes the room of the path.

    ``name`` is what a screen reader calls the text, and ``shares`` are the parts of the height that both get.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(name)
    area.setWidget(text)
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    for widget, share in zip((area, path), shares, strict=True):
        column.addWidget(widget, share)
    return side


def next_to(table: QWidget, side: QWidget, shares: tuple[int, int] = (3, 2)) -> QSplitter:
    """Return a table with ``side`` next to it and a handle between them; neither can be pushed out of sight.

    ``shares`` are the parts of the width that both get when there is more room.
    """
    parts = QSplitter(Qt.Orientation.Horizontal)
    parts.setChildrenCollapsible(False)
    for place, (widget, share) in enumerate(zip((table, side), shares, strict=True)):
        parts.addWidget(widget)
        parts.setStretchFactor(place, share)
    return parts


def lay_out(panel: QWidget, top: QHBoxLayout, table: Table, side: QWidget, *between: QWidget) -> None:
    """Put ``top`` first, then what is ``between``, and below it the table with ``side`` next to it."""
    column = QVBoxLayout()
    column.setContentsMargins(8, 8, 8, 8)
    column.setSpacing(8)
    nested(column, top)
    for widget in between:
        column.addWidget(widget)
    column.addWidget(next_to(table, side), 1)
    panel.setLayout(column)
