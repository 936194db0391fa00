"""The map of a tree: how large its boxes are, where they are and how the lines run.

Nothing here draws.  The editor, the SVG export and the tests use the same ``Placement``.
"""

from kneetree.layout.areas import Polygon, area_of
from kneetree.layout.box_sizes import (
    BOX_WIDTH,
    NUMBER_CORNER,
    POINT,
    SHEET,
    Form,
    Size,
    form_of,
    measure,
    measure_node,
    stub_lines,
    stub_size,
    text_left,
    text_lines,
)
from kneetree.layout.making_room import Room
from kneetree.layout.placement import Direction, EdgeKey, Placement, Point, Rect, Route, Stub, curve, rect_around
from kneetree.layout.placer import place
from kneetree.layout.routes import routes_between

__all__ = [
    "BOX_WIDTH",
    "NUMBER_CORNER",
    "POINT",
    "SHEET",
    "Direction",
    "EdgeKey",
    "Form",
    "Placement",
    "Point",
    "Polygon",
    "Rect",
    "Room",
    "Route",
    "Size",
    "Stub",
    "area_of",
    "curve",
    "form_of",
    "measure",
    "measure_node",
    "place",
    "rect_around",
    "routes_between",
    "stub_lines",
    "stub_size",
    "text_left",
    "text_lines",
]
