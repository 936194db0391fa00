"""Lines of the map go around boxes that are put in their way, and run straight again once these are gone."""

from __future__ import annotations

import random

import pytest

from kneetree import edits, layout
from kneetree.layout import Placement
from kneetree.model.change import Change
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.steps import Turn
from tests.layout.test_clear_lines import through
from tests.layout.test_layout import grown, tree_from
from tests.ui.editor.canvas.mapcheck import assert_equal
from tests.ui.editor.canvas.scene import scene_of


def as_placed(model: MapModel) -> Placement:
    """The map as it is drawn now."""
    where = (dict(model.positions), dict(model.sizes), dict(model.routes), dict(model.stubs))
    return Placement(*where, model.extent, {}, model.direction)


def put(model: MapModel, **places: layout.Point) -> Change:
    """Move boxes as an author does; return the change."""
    change = edits.move(model.tree, places)
    model.tree.apply(change)
    model.follow(change)
    return change


@pytest.fixture
def model() -> MapModel:
    """A question whose Yes leads straight down, and its other boxes far from there."""
    tree = tree_from([(1, 2), None, (3, 4), None, None])
    fixed = {"n0": (0, 0), "n1": (0, 400), "n2": (600, 200), "n3": (500, 500), "n4": (900, 500)}
    tree.apply(edits.move(tree, fixed))
    return MapModel(tree)


def test_a_line_bends_around_a_box_that_is_put_in_its_way_and_is_straight_again_when_that_goes(model: MapModel) -> None:
    straight = model.routes["n0", "yes"]
    put(model, n4=(0, 200))
    bent = model.routes["n0", "yes"]
    assert len(bent.points) > len(straight.points) and through(as_placed(model)) == set()
    put(model, n4=(900, 500))
    assert model.routes["n0", "yes"] == straight


def test_undo_brings_the_line_back_and_a_box_in_the_hand_moves_no_line_of_others(model: MapModel) -> None:
    before = scene_of(model)
    model.move({"n4": (0.0, 200.0)})
    assert model.routes["n0", "yes"] is before.lines["n0", "yes"]
    change = put(model, n4=(0, 200))
    after = scene_of(model)
    for turn, there in (("undo", before), ("redo", after), ("undo", before)):
        change = change.inverse()
        model.tree.apply(change)
        model.follow(change, Turn(turn))
        assert scene_of(model) == there


def test_a_line_that_finds_no_way_ends_in_a_stub_and_comes_back_once_its_question_is_near(model: MapModel) -> None:
    put(model, n1=(0, 2000), n4=(0, 1000))
    assert model.stubs["n0", "yes"].blocked
    assert_equal(model, model.tree)
    put(model, n0=(0, 1500))
    assert ("n0", "yes") not in model.stubs and not model.routes["n0", "yes"].stub
    assert_equal(model, model.tree)


@pytest.mark.seeds(4)
@pytest.mark.parametrize("direction", ["down", "right"])
def test_boxes_dropped_anywhere_on_free_ground_are_behind_no_line(direction: layout.Direction, seed: int) -> None:
    tree, dice = grown(50, 0.2, seed), random.Random(seed)
    spots = [(310 * column, 260 * row) for column in range(10) for row in range(10)]
    dice.shuffle(spots)
    tree.apply(edits.move(tree, {key: spots.pop() for key in tree.nodes}))
    model = MapModel(tree, direction)
    for _ in range(40):
        key = dice.choice(list(tree.nodes))
        spots.insert(0, tree.layout[key])
        put(model, **{key: spots.pop()})
        assert through(as_placed(model)) == set()
    assert_equal(model, tree)
