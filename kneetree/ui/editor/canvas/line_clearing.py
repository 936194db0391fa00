"""Lead the lines of the drawn map around boxes that have come in their way, as far as a change has to do with them.

Works on the drawn map and alters nothing but lines and the stubs in which they end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kneetree import layout
from kneetree.layout import EdgeKey, Rect, Route
from kneetree.ui.editor.canvas.drawn_map import ANSWERS, DrawnMap

ROUNDS = 6
"""How often lines are looked at again that new stubs have come in the way of."""
_BENDS = 3
"""A line through more points than this may go around a box."""


class _OfMap:
    """What stands and runs on a drawn map, for the layout."""

    def __init__(self, model: DrawnMap) -> None:
        self._model = model

    def boxes_in(self, area: Rect) -> list[Rect]:
        """Return the boxes and stubs that touch ``area``."""
        model = self._model
        found = [model.rect(key) for key in model.nodes_in(area)]
        for key in model.edges.within(area):
            stub = model.stubs.get(key)
            if stub is not None:
                found.append(layout.rect_around(stub.position, stub.size))
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        return [box for box in found if box.left < right and box.right > left and box.top < bottom and box.bottom > top]

    def lines_in(self, area: Rect) -> list[tuple[EdgeKey, Route]]:
        """Return the lines that may run through ``area``, by their edges."""
        routes = self._model.routes
        return [(key, routes[key]) for key in self._model.edges.within(area)]


def free_blocked(model: DrawnMap, sources: Iterable[str]) -> None:
    """Take away the stubs of ``sources`` whose lines found no way: they may find one now."""
    for source in sources:
        for answer in ANSWERS:
            stub = model.stubs.get((source, answer))
            if stub is not None and stub.blocked:
                del model.stubs[source, answer]


def clear_lines(model: DrawnMap, sources: Collection[str], gone: Iterable[Rect], come: Iterable[Rect]) -> None:
    """Draw lines anew that pass a box which is not theirs, and straight those that need go around none any more.

    ``sources`` are the boxes whose lines were just drawn, ``gone`` and ``come`` where boxes stood and where they stand.
    """
    ground = _OfMap(model)
    settler = layout.Settler(ground, model.direction)
    _straighten(model, settler, gone)
    own = [stub for source in sources for answer in ANSWERS if (stub := model.stubs.get((source, answer)))]
    come = [*come, *(layout.rect_around(stub.position, stub.size) for stub in own)]
    seen = {(source, answer): None for source in sources for answer in ANSWERS if (source, answer) in model.routes}
    going: set[EdgeKey] = set()
    for _ in range(ROUNDS):
        seen |= {key: None for box in come for key in model.edges.within(box)}
        covered = going | {key for key in seen if _is_covered(model, ground, key)}
        bad = [key for key in seen if key in covered or not settler.is_clear(model.routes[key])]
        if not bad:
            break
        come = [box for key in bad if (box := _clear(model, settler, key, key in covered)) is not None]
        still = [key for key in bad if not settler.is_clear(model.routes[key])]
        going = {stub for key in still for stub in _stubs_on(model, model.routes[key])}
        seen = dict.fromkeys((*sorted(going), *still))


def _stubs_on(model: DrawnMap, route: Route) -> list[EdgeKey]:
    """Return the edges whose stubs bar every way to a line, by the one that it takes; these go elsewhere."""
    found = []
    for key in model.edges.within(layout.around(route.points)):
        stub = model.stubs.get(key)
        if stub is not None and layout.passes(route, [layout.rect_around(stub.position, stub.size)], model.direction):
            found.append(key)
    return found


def _is_covered(model: DrawnMap, ground: layout.Ground, key: EdgeKey) -> bool:
    """Return whether an edge ends in a stub that a box or another stub covers."""
    stub = model.stubs.get(key)
    return stub is not None and len(list(ground.boxes_in(layout.rect_around(stub.position, stub.size)))) > 1


def _clear(model: DrawnMap, settler: layout.Settler, key: EdgeKey, covered: bool) -> Rect | None:
    """Draw a line anew; return the box of the stub in which it ends now, if that is new or elsewhere.

    A stub that is ``covered`` goes elsewhere.
    """
    route = model.routes[key]
    found = None if covered else settler.settle(key, route)
    if found is not None:
        model.draw_line(key, found)
        return None
    former = model.stubs.pop(key, None)
    source = (model.positions[key[0]], model.sizes[key[0]])
    made = layout.stub_for(model.tree, settler, key, route, source)
    if made is None:
        if former is not None:
            model.stubs[key] = former
        return None
    stub, line = made
    model.draw_line(key, line, stub)
    model.draw_line(key, settler.settle(key, line) or line, stub)
    return layout.rect_around(stub.position, stub.size)


def _straighten(model: DrawnMap, settler: layout.Settler, gone: Iterable[Rect]) -> None:
    """Draw lines straight that went around a box which is gone, where nothing else is in the way."""
    bent = {key for box in gone for key in model.edges.within(box) if len(model.routes[key].points) > _BENDS}
    for key in sorted(bent):
        straight = model.straight_line(key)
        if len(straight.points) < len(model.routes[key].points) and settler.is_clear(straight):
            model.draw_line(key, straight)
