"""The model of the map: always equal to the tree, moving nothing that it does not have to."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits, layout
from kneetree.errors import KneetreeError
from kneetree.tree import Question, Tree
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.rects import touching
from tests.trees import small, trees


def assert_equal(model: MapModel, tree: Tree) -> None:
    """The map shows exactly the boxes and edges of the tree, each as large as its text."""
    assert model.positions.keys() == tree.nodes.keys()
    assert model.sizes == layout.measure(tree)
    edges = {
        (key, answer): node.target(answer)
        for key, node in tree.nodes.items()
        if isinstance(node, Question)
        for answer in ("yes", "no")
    }
    assert {key: route.target for key, route in model.routes.items()} == edges
    assert {key: stub.target for key, stub in model.stubs.items()} == {key: edges[key] for key in model.stubs}
    assert {key for key, route in model.routes.items() if route.stub} == model.stubs.keys()
    into = {}
    for key, target in edges.items():
        into.setdefault(target, set()).add(key)
    assert {key: set(found) for key, found in model.into.items() if found} == into
    assert set(model.boxes) == tree.nodes.keys() - model.hidden
    for key, place in tree.layout.items():
        assert model.positions[key] == place
    for key, route in model.routes.items():
        assert_touches(model, key, route.points[0], key[0])
        if not route.stub:
            assert_touches(model, key, route.points[-1], route.target)


def assert_touches(model: MapModel, edge, point, node) -> None:
    box = model.rect(node)
    x, y = point
    assert box.left - 1 <= x <= box.right + 1, edge
    assert box.top - 1 <= y <= box.bottom + 1, edge


def do(model: MapModel, change) -> None:
    model.tree.apply(change)
    model.follow(change)
    assert_equal(model, model.tree)


def test_a_new_map_is_the_tree():
    model = MapModel(small())
    assert_equal(model, model.tree)
    assert model.extent.width > 500


def test_an_edit_moves_no_other_box():
    model = MapModel(small())
    before = dict(model.positions)
    do(model, edits.insert_question(model.tree, "calf", "no"))
    assert {key: model.positions[key] for key in before} == before


def test_a_new_box_covers_none():
    model = MapModel(small())
    for _ in range(12):
        source = random.Random(3).choice([key for key, _ in model.tree.questions()])
        do(model, edits.insert_question(model.tree, source, "yes"))
    keys = list(model.positions)
    for at, key in enumerate(keys):
        for other in keys[at + 1 :]:
            assert not touching(model.rect(key), model.rect(other)), (key, other)


def test_a_box_that_grows_keeps_its_top_and_pushes_what_it_would_cover():
    model = MapModel(small())
    top = model.rect("lungs").top
    long = "Are you more breathless than usual, or does it hurt to breathe in? " * 8
    do(model, edits.set_fields(model.tree, "lungs", text=long))
    assert model.rect("lungs").top == top
    assert not touching(model.rect("lungs"), model.rect("calf"))
    assert not touching(model.rect("lungs"), model.rect("lungs_now"))


def test_what_is_undone_stands_where_it_stood():
    model = MapModel(small())
    before = dict(model.positions)
    change = edits.question_to_leaf(model.tree, "risks")
    do(model, change)
    assert "strain" not in model.positions
    do(model, change.inverse())
    assert model.positions["strain"] == before["strain"]


def test_a_renamed_box_stays():
    model = MapModel(small())
    place = model.positions["calf"]
    do(model, edits.rename(model.tree, "node", "calf", "leg"))
    assert model.positions["leg"] == place


def test_a_condition_with_another_name_fits_its_leaves():
    model = MapModel(small())
    name = "A very long plain name for a strain that goes over several lines " * 3
    do(model, edits.set_part(model.tree, "condition", "strain", plain_name=name))


def test_a_far_new_target_is_a_stub():
    model = MapModel(small())
    do(model, edits.move(model.tree, {"strain": (9000, 9000)}))
    do(model, edits.connect(model.tree, "lungs", "yes", "strain"))
    assert model.stubs["lungs", "yes"].target == "strain"
    do(model, edits.connect(model.tree, "lungs", "yes", "clot_today"))
    assert ("lungs", "yes") not in model.stubs


def test_folding_hides_what_cannot_be_reached_another_way():
    model = MapModel(small())
    model.set_view(["risks"], None)
    assert model.hidden == {"strain"}  # the clot leaf hangs from the calf too
    assert model.hidden_below("risks") == 1
    assert ("risks", "yes") not in model.edges
    do(model, edits.insert_question(model.tree, "risks", "no"))
    assert "strain" in model.hidden
    model.set_view([], None)
    assert not model.hidden
    assert_equal(model, model.tree)


def test_focus_shows_the_ways_in_and_out():
    model = MapModel(small())
    model.set_view([], "calf")
    assert model.hidden == {"lungs_now"}
    model.set_view([], "lungs_now")
    assert set(model.boxes) == {"lungs", "lungs_now"}


def test_regions_alter_the_picture_only():
    model = MapModel(small())
    before, seen = dict(model.positions), model.revision
    from kneetree.tree import Region

    do(model, edits.add_part(model.tree, "region", "clots", Region(title="Clots", nodes=("calf",))))
    assert model.positions == before
    assert model.revision > seen


def random_edit(tree: Tree, dice: random.Random):
    """One of the author's edits, at random; ``None`` where the dice chose one that is refused."""
    node = dice.choice(list(tree.nodes))
    answer = dice.choice(["yes", "no"])
    other = dice.choice(list(tree.nodes))
    makers = [
        lambda: edits.insert_question(tree, node, answer),
        lambda: edits.add_leaf(tree, node, answer),
        lambda: edits.add_question(tree, node, answer, (dice.randint(-900, 900), dice.randint(-900, 900))),
        lambda: edits.connect(tree, node, answer, other),
        lambda: edits.connect(tree, node, answer, other),
        lambda: edits.delete_question(tree, node, answer),
        lambda: edits.delete_leaf(tree, node),
        lambda: edits.delete(tree, [node, other]),
        lambda: edits.delete_subtree(tree, node),
        lambda: edits.swap(tree, [node, other]),
        lambda: edits.leaf_to_question(tree, node),
        lambda: edits.question_to_leaf(tree, node),
        lambda: edits.duplicate(tree, [node])[0],
        lambda: edits.rename(tree, "node", node, f"n{dice.randint(0, 10**9)}"),
        lambda: edits.set_root(tree, other),
        lambda: edits.move(tree, {node: (dice.randint(-3000, 3000), dice.randint(-3000, 3000))}),
        lambda: edits.tidy(tree),
        lambda: edits.set_fields(tree, node, note="word " * dice.randint(0, 30)),
        lambda: edits.set_fields(tree, node, text="word " * dice.randint(1, 60)),
        lambda: edits.set_fields(tree, node, title="word " * dice.randint(1, 60)),
    ]
    try:
        return dice.choice(makers)()
    except KneetreeError:
        return None


@given(trees(), st.integers(0, 10**6))
def test_the_map_follows_whatever_is_done(tree, seed):
    dice = random.Random(seed)
    model = MapModel(tree)
    done = []
    for _ in range(12):
        if done and dice.random() < 0.3:
            change = done.pop().inverse()
        else:
            change = random_edit(model.tree, dice)
            if not change:
                continue
            done.append(change)
        try:
            do(model, change)
        except KneetreeError:
            done.remove(change)
    model.lay_out()
    assert_equal(model, model.tree)


@pytest.mark.parametrize("direction", ["down", "right"])
def test_both_directions_follow(direction):
    dice = random.Random(7)
    model = MapModel(small(), direction)
    for _ in range(150):
        change = random_edit(model.tree, dice)
        if change and len(model.tree.nodes) < 120:
            do(model, change)
