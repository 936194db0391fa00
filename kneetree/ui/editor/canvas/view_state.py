"""Hold what is to be drawn now as one value, which the painters read."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from kneetree.layout import EdgeKey
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.marks import Marks


@dataclass
class ViewState:
    """Hold the map, the marks on it, and what is selected, current or under the hand.

    ``covered`` is the part of the view that something lies over.
    ``target`` is the box to which a connection is being drawn, ``refused`` whether it may not go there.
    """

    model: MapModel
    marks: Marks = field(default_factory=Marks)
    selected: tuple[str, ...] = ()
    current: str | None = None
    hovered: str | None = None
    hovered_edge: EdgeKey | None = None
    target: str | None = None
    refused: bool = False
    focused: bool = False
    covered: QRectF = field(default_factory=QRectF)
