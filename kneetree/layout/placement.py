"""Where everything on the map is: the values that the editor draws and the exporters write."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kneetree.layout.box_sizes import Size

Point = tuple[float, float]
EdgeKey = tuple[str, str]
"""The id of a question or decision, and ``"yes"``, ``"no"`` or ``"next"``."""

Direction = Literal["down", "right"]


class Rect(Struct, frozen=True):
    """A rectangle by its left, top, right and bottom edge, in scene pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The distance from the left edge to the right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The distance from the top edge to the bottom one."""
        return self.bottom - self.top

    def grown(self, by: float) -> Rect:
        """Return the rectangle with ``by`` pixels more on every side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)


class Route(Struct, frozen=True, gc=False):
    """One edge: the points from the question's border to the target's (or the stub's) border.

    ``label`` is the middle of the word of the answer.  Between two points that share neither x nor y the line may be
    drawn as a curve: see ``curve``.
    """

    points: tuple[Point, ...]
    label: Point
    target: str
    stub: bool = False


class Stub(Struct, frozen=True, gc=False):
    """A small box in place of a node that is drawn far away; ``position`` is its middle."""

    position: Point
    size: Size
    target: str
    text: str


class Placement(Struct, frozen=True):
    """The placed map.

    ``positions`` are the middles of boxes, ``rows`` each node's layer from the root.  ``free`` says where boxes would
    be that the author has put elsewhere.
    """

    positions: dict[str, Point]
    sizes: dict[str, Size]
    routes: dict[EdgeKey, Route]
    stubs: dict[EdgeKey, Stub]
    extent: Rect
    rows: dict[str, int]
    direction: Direction = "down"
    free: dict[str, Point] = {}

    def rect(self, node_id: str) -> Rect:
        """Return the rectangle of a node's box."""
        return rect_around(self.positions[node_id], self.sizes[node_id])


def rect_around(middle: Point, size: Size) -> Rect:
    """Return the rectangle of that size around ``middle``."""
    (x, y), (w, h) = middle, size
    return Rect(x - w / 2, y - h / 2, x + w / 2, y + h / 2)


def curve(start: Point, end: Point, direction: Direction = "down") -> tuple[Point, Point]:
    """Return the two control points of the cubic curve between neighbouring points of a route.

    Between rows the curves of two edges cross exactly where the straight lines would.
    """
    if start[0] == end[0] or start[1] == end[1]:
        return start, end
    if direction == "down":
        middle = (start[1] + end[1]) / 2
        return (start[0], middle), (end[0], middle)
    middle = (start[0] + end[0]) / 2
    return (middle, start[1]), (middle, end[1])
