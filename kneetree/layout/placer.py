"""``place``: the whole map, from a tree and the sizes of its boxes to positions and routes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from kneetree import collector
from kneetree.layout import box_sizes, crossings
from kneetree.layout.box_sizes import Size
from kneetree.layout.layers import Skeleton, answers_of, build, targets_of
from kneetree.layout.making_room import make_way
from kneetree.layout.placement import Direction, EdgeKey, Placement, Point, Rect, Route, Stub
from kneetree.layout.routes import LABEL_BELOW, flipped, leaving, routes_between
from kneetree.layout.tidy import tidy
from kneetree.model.titles import title_of
from kneetree.model.tree import Position, Tree
from kneetree.model.values import can_stand

BESIDE = 28.0
"""Room between neighbours of a row, in pixels."""
BETWEEN = 64.0
"""Room between rows, in pixels, for the lines and their words."""
JOINT = 6.0
MOST_CROSSED = 4
"""A link that crosses more edges of the tree than this ends in a stub."""
WIDEST = 1600.0
"""A link that would run further across than this many pixels (about the width of a window) ends in a stub."""


def place(
    tree: Tree,
    sizes: Mapping[str, Size],
    *,
    direction: Direction = "down",
    fixed: Mapping[str, Position] | None = None,
) -> Placement:
    """Return positions and routes for every node of ``tree``, always the same for the same input.

    No two boxes overlap, unless ``fixed`` (usually ``tree.layout``) says so: those boxes are put exactly there, and
    others make way for them along their row.  Places at which no box ``can_stand`` are passed over.
    """
    # Nothing here makes cycles, but the many small lists set the collector off time and again over the
    # whole tree: 51 ms with it, 25 ms without, at 5,000 nodes.
    with collector.paused():
        near = {key: place for key, place in (fixed or {}).items() if can_stand(place)}
        return _place(tree, sizes, direction, near)


def _place(tree: Tree, sizes: Mapping[str, Size], direction: Direction, fixed: Mapping[str, Position]) -> Placement:
    turn = direction == "right"
    shape = _shape(tree)
    ids, count = shape.ids, len(shape.ids)
    across, made = _across(tree, shape, sizes, turn)
    wide = [edge for edge, ends in shape.links.items() if abs(across[ends[0]] - across[ends[1]]) > WIDEST]
    if wide:
        for edge in wide:
            shape.cut(edge)
        across, made = _across(tree, shape, sizes, turn)
    breadth, length = made.breadth, made.length
    tops, bottoms = _rows(shape.layer, length)
    along = [tops[layer] + half / 2 for layer, half in zip(shape.layer, length, strict=True)]

    middles = list(zip(along, across, strict=True) if turn else zip(across, along, strict=True))
    positions: dict[str, Point] = dict(zip(ids, middles, strict=False))
    stubs: dict[EdgeKey, Stub] = {}
    for stub, edge in shape.stubs.items():
        key = (ids[edge >> 1], shape.answer_of(edge))
        stubs[key] = Stub(middles[stub], made.stubs[stub], ids[shape.end_of(edge)], made.titles[stub])
    routes = _routes(shape, across, breadth, length, tops, bottoms)
    if turn:
        routes = {key: flipped(route) for key, route in routes.items()}
    placed = {node_id: sizes[node_id] for node_id in ids}
    free = {key: positions[key] for key in fixed if key in positions}
    if fixed:
        _move(tree, positions, placed, stubs, routes, fixed, direction)
    rows = dict(zip(ids, shape.layer[:count], strict=False))
    extent = extent_of(positions, placed, stubs, routes)
    return Placement(positions, placed, routes, stubs, extent, rows, direction, free)


class _Measures(NamedTuple):
    """The size of every number across and along the rows, and the titles and sizes of stubs."""

    breadth: list[float]
    length: list[float]
    titles: dict[int, str]
    stubs: dict[int, Size]


def _across(tree: Tree, shape: Skeleton, sizes: Mapping[str, Size], turn: bool) -> tuple[list[float], _Measures]:
    titles = {stub: title_of(tree, shape.ids[shape.end_of(edge)]) for stub, edge in shape.stubs.items()}
    stubs = {stub: box_sizes.stub_size(title) for stub, title in titles.items()}
    breadth, length = [2 * JOINT] * len(shape.layer), [0.0] * len(shape.layer)
    for number, node_id in enumerate(shape.ids):
        breadth[number], length[number] = sizes[node_id][::-1] if turn else sizes[node_id]
    for stub, size in stubs.items():
        breadth[stub], length[stub] = size[::-1] if turn else size
    across = tidy(shape, [wide / 2 for wide in breadth], BESIDE)
    return across, _Measures(breadth, length, titles, stubs)


def _shape(tree: Tree) -> Skeleton:
    ids, targets = targets_of(tree)
    shape = build(ids, targets, ids.index(tree.root))
    for last in (False, True):
        bad = crossings.order_children(shape)
        if shape.links:
            crossed = crossings.crossings_of(shape, crossings.rows_of(shape))
            bad += [edge for edge, times in crossed.items() if times > MOST_CROSSED]
        if not bad:
            break
        if not last:
            shape.turn_back()
        for edge in dict.fromkeys(bad):
            shape.cut(edge)
    return shape


def _rows(layer: list[int], length: list[float]) -> tuple[list[float], list[float]]:
    deepest = [0.0] * (max(layer) + 1)
    for row, needed in zip(layer, length, strict=True):
        if needed > deepest[row]:
            deepest[row] = needed
    tops = [0.0, *accumulate(height + BETWEEN for height in deepest[:-1])]
    return tops, [top + height for top, height in zip(tops, deepest, strict=True)]


def _routes(
    shape: Skeleton,
    across: list[float],
    breadth: list[float],
    length: list[float],
    tops: list[float],
    bottoms: list[float],
) -> dict[EdgeKey, Route]:
    routes: dict[EdgeKey, Route] = {}
    ids, layers, below, onward = shape.ids, shape.layer, shape.below, shape.onward
    count = len(ids)
    for source, pair in enumerate(shape.targets):
        if not pair:
            continue
        row, first_edge = layers[source], 2 * source
        edges = range(first_edge, first_edge + len(pair))
        leave = leaving(across[source], breadth[source], [across[below[edge]] for edge in edges])
        bottom, low = tops[row] + length[source], bottoms[row]
        label_at = bottom + LABEL_BELOW
        for edge, start, name, target in zip(edges, leave, answers_of(pair), pair, strict=True):
            first = end = below[edge]
            points = [(start, bottom), (start, low)] if low > bottom else [(start, bottom)]
            while end in onward:
                joint_row = layers[end]
                points += ((across[end], tops[joint_row]), (across[end], bottoms[joint_row]))
                end = onward[end]
            points.append((across[end], tops[layers[end]]))
            stub = first >= count and end == first
            routes[ids[source], name] = Route(tuple(points), (start, label_at), ids[target], stub)
    return routes


def _move(
    tree: Tree,
    positions: dict[str, Point],
    sizes: dict[str, Size],
    stubs: dict[EdgeKey, Stub],
    routes: dict[EdgeKey, Route],
    fixed: Mapping[str, Position],
    direction: Direction,
) -> None:
    """Put the boxes in ``fixed`` where they belong and others out of their way; join them by new routes."""
    everything: dict[EdgeKey, tuple[Point, Size]] = {(key, ""): (positions[key], sizes[key]) for key in positions}
    everything |= {key: (stub.position, stub.size) for key, stub in stubs.items()}
    held: dict[EdgeKey, Point] = {(key, ""): place for key, place in fixed.items() if key in positions}
    for (source, answer), stub in stubs.items():
        if source in fixed:
            x, y = positions[source]
            held_x, held_y = fixed[source]
            held[source, answer] = (stub.position[0] + held_x - x, stub.position[1] + held_y - y)
    moved = make_way(everything, held, direction, BESIDE / 2)
    touched: dict[str, None] = {}
    for (node_id, answer), middle in moved.items():
        if answer:
            old = stubs[node_id, answer]
            stubs[node_id, answer] = Stub(middle, old.size, old.target, old.text)
        else:
            positions[node_id] = middle
            touched |= dict.fromkeys(parent for parent, _ in tree.parents(node_id))
        touched[node_id] = None
    ends = {key: (stub.position, stub.size) for key, stub in stubs.items()}
    routes |= routes_between(tree, positions, sizes, touched, direction=direction, stubs=ends)


def extent_of(
    positions: Mapping[str, Point],
    sizes: Mapping[str, Size],
    stubs: Mapping[EdgeKey, Stub],
    routes: Mapping[EdgeKey, Route],
) -> Rect:
    """Return the rectangle around all boxes, stubs and bends."""
    boxes_there = [(middle, sizes[key]) for key, middle in positions.items()]
    boxes_there += [(stub.position, stub.size) for stub in stubs.values()]
    bends = [point for route in routes.values() if len(route.points) > 3 for point in route.points]
    across, along = [x for x, _ in bends], [y for _, y in bends]
    return Rect(
        min([x - w / 2 for (x, _), (w, _) in boxes_there] + across),
        min([y - h / 2 for (_, y), (_, h) in boxes_there] + along),
        max([x + w / 2 for (x, _), (w, _) in boxes_there] + across),
        max([y + h / 2 for (_, y), (_, h) in boxes_there] + along),
    )
