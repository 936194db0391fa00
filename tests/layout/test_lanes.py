"""Lines that run side by side have lanes of their own, so that each can be followed by the eye."""

from __future__ import annotations

import random
from itertools import pairwise, takewhile

import pytest

from kneetree import layout, shipped
from kneetree.files import tree_files
from kneetree.layout import routes
from tests.layout.test_layout import grown

NEAR = 4.0
"""Lines that are not this far apart, in pixels, look like one."""


def alike(placed: layout.Placement) -> list[tuple[layout.EdgeKey, layout.EdgeKey]]:
    """Return the pairs of edges to different ends that share a straight piece longer than the lowest box."""
    least = min(high for _, high in placed.sizes.values())
    pieces = sorted(
        (a[side], *sorted((a[1 - side], b[1 - side])), side, key, route.target)
        for key, route in placed.routes.items()
        for a, b in pairwise(route.points)
        for side in (0, 1)
        if abs(a[side] - b[side]) < 0.01 and a != b
    )
    found = set()
    for at, (place, low, high, side, key, target) in enumerate(pieces):
        for place2, low2, high2, side2, key2, target2 in pieces[at + 1 :]:
            if place2 - place >= NEAR:
                break
            if side == side2 and key != key2 and target != target2 and min(high, high2) - max(low, low2) > least:
                found.add((min(key, key2), max(key, key2)))
    return sorted(found)


def in_columns(seed: int) -> layout.Placement:
    """A random map whose author has put all boxes into columns, in no order that the lines could like."""
    tree, dice = grown(120, 0.3, seed), random.Random(seed)
    places = [(270 * column, 170 * row) for column in range(12) for row in range(12)]
    dice.shuffle(places)
    fixed = dict(zip(tree.nodes, places, strict=False))
    return layout.place(tree, layout.measure(tree), fixed=fixed)


@pytest.mark.seeds(4)
def test_fewer_lines_of_a_crowded_map_look_like_one(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = len(alike(in_columns(seed)))
    monkeypatch.setattr(routes, "lane_of", lambda *_: 0)
    together = len(alike(in_columns(seed)))
    assert together > 40
    assert apart < 0.6 * together


def test_few_lines_of_the_shipped_map_look_like_one() -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    placed = layout.place(tree, layout.measure(tree), fixed=tree.layout)
    assert len(alike(placed)) <= 20, "69 before there were lanes"


@pytest.mark.parametrize("direction", ["down", "right"])
def test_the_two_ways_past_one_column_are_apart_all_the_way(direction: layout.Direction) -> None:
    tree = grown(3, 0.0, 1, collecting=0.0)
    root = tree.nodes[tree.root]
    assert len(root.edges()) == 2
    sizes = layout.measure(tree)
    ends = [target for _, target in root.edges()]
    fixed = {tree.root: (0, 0), ends[0]: (0, -600), ends[1]: (0, -900)}
    if direction == "right":
        fixed = {key: (y, x) for key, (x, y) in fixed.items()}
    assert alike(layout.place(tree, sizes, direction=direction, fixed=fixed)) == []


def test_a_lane_is_that_of_the_box_and_of_nothing_else() -> None:
    assert len({routes.lane_of((0.0, 170.0 * row), 0) % routes.LANES for row in range(5)}) >= 4
    assert routes.lane_of((10.0, 20.0), 0) != routes.lane_of((10.0, 20.0), 1)


@pytest.mark.seeds(4)
def test_lanes_let_no_two_answers_of_a_box_change_places(seed: int) -> None:
    placed = in_columns(seed)
    for (source, answer), yes in placed.routes.items():
        no = placed.routes.get((source, "no"))
        if answer == "yes" and no is not None and not yes.stub and not no.stub:
            left = placed.positions[yes.target][0] <= placed.positions[no.target][0]
            assert (yes.points[0][0] < no.points[0][0]) is left
            below = [len(route.points) == 3 for route in (yes, no)]
            assert not all(below) or (yes.points[-1][0] <= no.points[-1][0]) is left


def test_no_two_boxes_of_the_shipped_map_overlap() -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    placed = layout.place(tree, layout.measure(tree), fixed=tree.layout)
    rects = sorted(((placed.rect(node), node) for node in tree.nodes), key=lambda pair: pair[0].left)
    found = [
        (one, other)
        for at, (rect, one) in enumerate(rects)
        for beside, other in takewhile(lambda pair, end=rect.right: pair[0].left < end, rects[at + 1 :])
        if rect.top < beside.bottom and beside.top < rect.bottom
    ]
    assert found == []
