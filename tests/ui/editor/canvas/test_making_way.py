"""Room is made for what is inserted: nothing is covered, nothing moves further than it must, Yes stays left of No."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits, layout
from kneetree.errors import KneetreeError
from kneetree.layout import Rect
from kneetree.model.change import Change
from kneetree.ui.editor.canvas.free_space import COLUMN
from kneetree.ui.editor.canvas.making_way import ROW
from kneetree.ui.editor.canvas.map_model import MapModel
from tests.trees import ladder, trees

INSERTS = (
    lambda tree, end: edits.insert_question(tree, *end),
    lambda tree, end: edits.insert_question(tree, *end, "yes"),
    lambda tree, end: edits.insert_question(tree, *end, collect=True),
    lambda tree, end: edits.insert_decision(tree, *end),
    lambda tree, end: edits.add_question(tree, *end),
    lambda tree, end: edits.add_leaf(tree, *end),
)


def insert_somewhere(model: MapModel, dice: random.Random) -> Change | None:
    tree = model.tree
    key = dice.choice([key for key, node in tree.nodes.items() if node.edges()])
    answer = dice.choice(tree.nodes[key].edges())[0]
    try:
        return dice.choice(INSERTS)(tree, (key, answer.value))
    except KneetreeError:
        return None


def things(model: MapModel) -> dict[object, Rect]:
    """All boxes and stubs; those of a map that goes to the right are turned, so that it goes down."""
    found: dict[object, Rect] = {key: model.rect(key) for key in model.positions}
    found |= {edge: layout.rect_around(stub.position, stub.size) for edge, stub in model.stubs.items()}
    if model.direction == "right":
        return {key: Rect(box.top, box.left, box.bottom, box.right) for key, box in found.items()}
    return found


def over(one: Rect, other: Rect) -> bool:
    """Whether two boxes have something of their breadth in common."""
    return one.left < other.right and one.right > other.left


def assert_nothing_is_covered(model: MapModel) -> None:
    boxes = list(things(model).items())
    for number, (key, box) in enumerate(boxes):
        for other_key, other in boxes[number + 1 :]:
            if over(box, other):
                assert box.top >= other.bottom or box.bottom <= other.top, (key, other_key)


def assert_moved_no_further_than_needed(model: MapModel, before: dict[object, Rect]) -> None:
    """What has moved is right below something, with the room of one row between."""
    now = things(model)
    for key, box in before.items():
        if isinstance(key, str) and key in now and now[key].top != box.top:
            mine = now[key]
            above = [other for name, other in now.items() if name != key and other.bottom <= mine.top]
            assert any(mine.top - other.bottom == pytest.approx(ROW) for other in above), key


def assert_yes_is_left_of_no(model: MapModel, come: set[str]) -> None:
    boxes = things(model)
    for key in come:
        ends = dict(model.tree.nodes[key].edges())
        near = [
            target
            for answer, target in ends.items()
            if (key, answer.value) not in model.stubs and abs(middle(boxes[target]) - middle(boxes[key])) <= COLUMN
        ]
        if len(ends) == 2 and len(near) == 2 and any(target in come for target in near):
            yes, no = (boxes[target] for _, target in model.tree.nodes[key].edges())
            assert middle(yes) < middle(no), key


def middle(box: Rect) -> float:
    return (box.left + box.right) / 2


def insert_and_look(model: MapModel, dice: random.Random) -> None:
    change = insert_somewhere(model, dice)
    if change is None:
        return
    before = things(model)
    model.tree.apply(change)
    model.follow(change)
    assert_nothing_is_covered(model)
    assert_moved_no_further_than_needed(model, before)
    assert_yes_is_left_of_no(model, {key for key in model.positions if key not in before})


@given(trees(), st.sampled_from(["down", "right"]), st.randoms(use_true_random=False))
def test_whatever_is_inserted_has_room_where_it_belongs(tree, direction, dice):
    tree.layout.clear()
    model = MapModel(tree, direction)
    for _ in range(8):
        insert_and_look(model, dice)


@pytest.mark.seeds(2)
def test_a_large_map_makes_room_where_something_is_inserted(seed):
    model, dice = MapModel(ladder(12)), random.Random(seed)
    for _ in range(40):
        insert_and_look(model, dice)
