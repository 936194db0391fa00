"""No line runs through a box that is not its own, wherever the author has put the boxes."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from kneetree import layout, shipped
from kneetree.files import tree_files
from kneetree.layout import Placement, Point, Rect, ways
from tests.layout.test_layout import grown, overlaps, tree_from

SAMPLES = 24


def drawn(placed: Placement, points: tuple[Point, ...]) -> list[Point]:
    """Return many points on a line as it is drawn, worked out apart from what the layout does."""
    found = [points[0]]
    for one, other in pairwise(points):
        first, second = layout.curve(one, other, placed.direction)
        for step in range(1, SAMPLES + 1):
            t = step / SAMPLES
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            ends = (one, first, second, other)
            found.append(tuple(sum(w * end[at] for w, end in zip(weights, ends, strict=True)) for at in (0, 1)))
    return found


def through(placed: Placement) -> set[layout.EdgeKey]:
    """Return the edges whose line has a point inside a box or stub, its own ones too."""
    boxes = [placed.rect(key) for key in placed.positions]
    boxes += [layout.rect_around(stub.position, stub.size) for stub in placed.stubs.values()]
    inner = [Rect(box.left + 1, box.top + 1, box.right - 1, box.bottom - 1) for box in boxes]
    return {
        key
        for key, route in placed.routes.items()
        for x, y in drawn(placed, route.points)
        if any(box.left < x < box.right and box.top < y < box.bottom for box in inner)
    }


def in_columns(seed: int, direction: layout.Direction) -> Placement:
    """A random map whose author has put all boxes into columns in no order, with some room between them."""
    tree, dice = grown(80, 0.3, seed), random.Random(seed)
    places = [(310 * column, 260 * row) for column in range(9) for row in range(9)]
    dice.shuffle(places)
    fixed = dict(zip(tree.nodes, places, strict=False))
    return layout.place(tree, layout.measure(tree), fixed=fixed, direction=direction)


@pytest.mark.parametrize("direction", ["down", "right"])
def test_no_line_of_the_shipped_map_runs_through_a_box_and_no_stub_covers_one(direction: layout.Direction) -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    placed = layout.place(tree, layout.measure(tree), fixed=tree.layout, direction=direction)
    assert through(placed) == set()
    assert overlaps(placed) == 0
    assert all(placed.positions[key] == place for key, place in tree.layout.items())


@pytest.mark.seeds(4)
@pytest.mark.parametrize("direction", ["down", "right"])
def test_no_line_of_a_map_in_columns_runs_through_a_box(direction: layout.Direction, seed: int) -> None:
    placed = in_columns(seed, direction)
    assert through(placed) == set()
    assert overlaps(placed) == 0


def test_a_line_bends_around_the_box_below_its_question_and_keeps_its_ends() -> None:
    tree = tree_from([(1, 2), None, (3, 4), None, None])
    fixed = {"n0": (0, 0), "n1": (0, 400), "n2": (0, 200), "n3": (600, 500), "n4": (900, 500)}
    placed = layout.place(tree, layout.measure(tree), fixed=fixed)
    points = placed.routes["n0", "yes"].points
    assert not placed.stubs and through(placed) == set()
    assert points[0][1] == placed.rect("n0").bottom and points[-1][1] == placed.rect("n1").top
    assert abs(points[-1][0]) <= layout.routes.LANE * layout.routes.LANES / 2
    assert all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(points))
    assert max(x for x, _ in points) - min(x for x, _ in points) < placed.rect("n2").width + 60


def test_a_far_line_in_whose_way_boxes_are_ends_in_a_blocked_stub_near_its_question() -> None:
    tree = tree_from([(1, 2), None, (3, 4), None, None])
    fixed = {"n0": (0, 0), "n1": (0, 2000), "n2": (0, 400), "n3": (-300, 800), "n4": (300, 800)}
    placed = layout.place(tree, layout.measure(tree), fixed=fixed)
    stub = placed.stubs["n0", "yes"]
    assert stub.blocked and stub.target == "n1" and placed.routes["n0", "yes"].stub
    assert abs(stub.position[0]) < 200 and 0 < stub.position[1] < 300
    fixed["n2"] = (1000, 400)
    assert ("n0", "yes") not in layout.place(tree, layout.measure(tree), fixed=fixed).stubs


def test_a_map_that_the_layout_places_alone_is_left_as_it_is() -> None:
    tree = grown(200, 0.2, 5)
    free = layout.place(tree, layout.measure(tree))
    assert through(free) == set()
    assert layout.place(tree, layout.measure(tree), fixed={"gone": (0, 0)}) == free


def test_a_way_keeps_clear_of_boxes_and_none_leads_into_a_walled_box() -> None:
    start, end = (0.0, 0.0), (0.0, 300.0)
    walls = [Rect(-100, 100, 100, 200), Rect(-100, -50, 100, 0), Rect(-100, 300, 100, 350)]
    way = ways.way_around(start, end, walls)
    assert way is not None and way[0] == start and way[-1] == end
    assert not ways.passes(way, [box.grown(ways.CLEARS[0] - 1) for box in walls[:1]])
    ring = [Rect(-200, 60, 200, 80), Rect(-220, 60, -200, 500), Rect(200, 60, 220, 500), Rect(-220, 480, 220, 500)]
    assert ways.way_around(start, end, [*walls[1:], *ring]) is None
