"""What is to be drawn now, as one value that the drawing modules read."""

from __future__ import annotations

from dataclasses import dataclass, field

from kneetree.layout import EdgeKey
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.marks import Marks


@dataclass
class ViewState:
    """The map, what lies over it, and what the hand is at.

    ``target`` is the box that a connection is being drawn to, ``refused`` whether it may not go there.
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
