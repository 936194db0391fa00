"""What the map draws, as a value that can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from kneetree.layout import EdgeKey, Point, Route, Size, Stub
from kneetree.ui.editor.canvas.map_model import MapModel


@dataclass(frozen=True)
class Scene:
    """Where every box, line and stub of a map is."""

    places: dict[str, Point]
    sizes: dict[str, Size]
    lines: dict[EdgeKey, Route]
    stubs: dict[EdgeKey, Stub]


def scene_of(model: MapModel) -> Scene:
    """Return what a map draws now, whatever of it is folded away."""
    return Scene(dict(model.positions), dict(model.sizes), dict(model.routes), dict(model.stubs))
