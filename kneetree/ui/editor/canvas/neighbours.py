"""Find where an arrow key leads on the map.  Pure: a map and a node go in, a node comes out."""

from __future__ import annotations

from kneetree.layout import Rect
from kneetree.model.tree import Leaf
from kneetree.ui.editor.canvas.drawn_map import DrawnMap

SIDEWAYS = 40_000.0


def step(model: DrawnMap, node_id: str, way: str, came_from: str | None = None) -> str | None:
    """Return the node to the ``"left"``, ``"right"``, ``"up"`` or ``"down"`` of one, or ``None``.

    Along the graph's direction the key follows the edges, back to ``came_from`` if that leads here; across it
    goes to the neighbour in the row.
    """
    on, back = ("down", "up") if model.direction == "down" else ("right", "left")
    if way == on:
        return _on(model, node_id)
    if way == back:
        return _back(model, node_id, came_from)
    return _aside(model, node_id, forward=way in ("right", "down"))


def target(model: DrawnMap, node_id: str, answer: str) -> str | None:
    """Return where an answer leads, or the only way on, or ``None`` if that is not shown."""
    node = model.tree.nodes.get(node_id)
    if node is None or isinstance(node, Leaf) or node_id in model.folded:
        return None
    found = node.target(answer) or node.target("next")
    return found if model.is_shown(found) else None


def _on(model: DrawnMap, node_id: str) -> str | None:
    below = [key for answer in ("yes", "no") if (key := target(model, node_id, answer))]
    axis = 0 if model.direction == "down" else 1
    near = model.positions[node_id][axis]
    return min(below, key=lambda key: round(abs(model.positions[key][axis] - near)), default=None)


def _back(model: DrawnMap, node_id: str, came_from: str | None) -> str | None:
    above = [source for source, _ in model.into.get(node_id, ()) if model.is_shown(source)]
    if came_from in above:
        return came_from
    (x, y) = model.positions[node_id]
    return min(above, key=lambda key: abs(model.positions[key][0] - x) + abs(model.positions[key][1] - y), default=None)


def _aside(model: DrawnMap, node_id: str, forward: bool) -> str | None:
    box, (x, y) = model.rect(node_id), model.positions[node_id]
    across = model.direction == "down"
    reach = 600.0
    while reach <= SIDEWAYS:
        if across:
            area = Rect(x, box.top, x + reach, box.bottom) if forward else Rect(x - reach, box.top, x, box.bottom)
        else:
            area = Rect(box.left, y, box.right, y + reach) if forward else Rect(box.left, y - reach, box.right, y)
        axis = 0 if across else 1
        here = model.positions[node_id][axis]
        found = [
            key
            for key in model.nodes_in(area)
            if key != node_id and (model.positions[key][axis] > here) is forward and model.positions[key][axis] != here
        ]
        if found:
            return min(found, key=lambda key: abs(model.positions[key][axis] - here))
        reach *= 4
    return None
