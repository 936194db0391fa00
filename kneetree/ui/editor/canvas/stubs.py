"""Decide which edges to far targets end in a small box, a stub, and where it is.

Works on the drawn map and alters nothing but its stubs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kneetree import layout
from kneetree.layout import EdgeKey, Point, Stub
from kneetree.model.titles import title_of
from kneetree.ui.editor.canvas import free_space
from kneetree.ui.editor.canvas.drawn_map import ANSWERS, DrawnMap

FAR_ACROSS, FAR_ALONG = 2600.0, 800.0


def shift(model: DrawnMap, source: str, by: Point) -> None:
    """Move the stubs of a node's answers along with it."""
    for answer in ANSWERS:
        stub = model.stubs.get((source, answer))
        if stub:
            place = (stub.position[0] + by[0], stub.position[1] + by[1])
            model.stubs[source, answer] = Stub(place, stub.size, stub.target, stub.text)


def put(model: DrawnMap, edge: EdgeKey, place: Point) -> None:
    """Put the stub of an edge somewhere."""
    stub = model.stubs[edge]
    model.stubs[edge] = Stub(place, stub.size, stub.target, stub.text)


def put_below(model: DrawnMap, source: str) -> dict[EdgeKey, Point]:
    """Put the stubs of a node's answers on free ground below it, and return where they are now."""
    places: dict[EdgeKey, Point] = {}
    for answer in ANSWERS:
        stub = model.stubs.pop((source, answer), None)
        if stub:
            place = free_space.spot_below(model, source, answer, stub.size)
            model.stubs[source, answer] = Stub(place, stub.size, stub.target, stub.text)
            places[source, answer] = place
    return places


def hand_over(model: DrawnMap, former: str, heir: str) -> None:
    """Give the stubs of a node to the one that takes its place."""
    for answer in ANSWERS:
        if (former, answer) in model.stubs:
            model.stubs[heir, answer] = model.stubs.pop((former, answer))


def renew(model: DrawnMap, sources: Iterable[str], heirs: Mapping[str, str]) -> None:
    """Bring the stubs of ``sources`` up to date: an edge that leads elsewhere now has one if its new target is far.

    ``heirs`` maps the id of a node that took the place of another one to that one: an edge to it leads where it did.
    """
    for source in sources:
        node = model.tree.nodes.get(source)
        for answer, target in node.edges() if node is not None else ():
            key = (source, answer.value)
            stub = model.stubs.get(key)
            drawn = stub or model.routes.get(key)
            if drawn is not None and drawn.target in (target, heirs.get(target)):
                wanted = stub is not None
            else:
                wanted = _is_far(model, source, target)
            if not wanted:
                model.stubs.pop(key, None)
                continue
            text = title_of(model.tree, target)
            size = layout.stub_size(text)
            place = stub.position if stub else free_space.spot_below(model, source, answer, size)
            model.stubs[key] = Stub(place, size, target, text)


def _is_far(model: DrawnMap, source: str, target: str) -> bool:
    """Return whether an edge between two boxes is better drawn with a stub."""
    (x, y), (other_x, other_y) = model.positions[source], model.positions[target]
    across, along = abs(x - other_x), abs(y - other_y)
    if model.direction == "right":
        across, along = along, across
    return across > FAR_ACROSS or along > FAR_ALONG
