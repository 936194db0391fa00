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
from kneetree.ui.editor.canvas.free_space import COLUMN, ROW
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


def covered(model: MapModel) -> list[tuple[object, object]]:
    """Return the pairs of boxes and stubs that cover each other."""
    boxes = list(things(model).items())
    return [
        (key, other_key)
        for number, (key, box) in enumerate(boxes)
        for other_key, other in boxes[number + 1 :]
        if over(box, other) and box.top < other.bottom and box.bottom > other.top
    ]


def moved_too_far(model: MapModel, before: dict[object, Rect]) -> tuple[list[str], int]:
    """Return what has moved and is not right below something, with the room of one row between; and how much moved."""
    now, moved, too_far = things(model), 0, []
    for key, box in before.items():
        if isinstance(key, str) and key in now and now[key].top != box.top:
            mine, moved = now[key], moved + 1
            above = [other for name, other in now.items() if name != key and other.bottom <= mine.top]
            if not any(mine.top - other.bottom == pytest.approx(ROW) for other in above):
                too_far.append(key)
    return too_far, moved


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


def insert_and_look(model: MapModel, dice: random.Random) -> tuple[list[str], int, list[tuple[object, object]]]:
    """Return what has moved too far, how much has moved, and what covers each other, after an insert somewhere."""
    change = insert_somewhere(model, dice)
    if change is None:
        return [], 0, []
    before = things(model)
    model.tree.apply(change)
    model.follow(change)
    assert_yes_is_left_of_no(model, {key for key in model.positions if key not in before})
    return *moved_too_far(model, before), covered(model)


@given(trees(), st.sampled_from(["down", "right"]), st.randoms(use_true_random=False))
def test_whatever_is_inserted_has_room_where_it_belongs(tree, direction, dice):
    tree.layout.clear()
    model = MapModel(tree, direction)
    for _ in range(8):
        too_far, _, hidden = insert_and_look(model, dice)
        assert (too_far, hidden) == ([], [])


@pytest.mark.seeds(2)
def test_a_large_map_makes_room_where_something_is_inserted(seed):
    assert_room_is_made(seed)


@pytest.mark.parametrize("seed", [17, 31, 52, 136])
def test_a_stub_goes_with_its_box_once_and_one_that_is_about_to_go_is_in_nobodys_way(seed):
    """With these seeds a stub that was pushed went on once more with its box, or a box stood below a stub of before."""
    assert_room_is_made(seed)


def assert_room_is_made(seed: int) -> None:
    model, dice = MapModel(ladder(12)), random.Random(seed)
    looks = [insert_and_look(model, dice) for _ in range(40)]
    too_far, moved = sum(len(keys) for keys, _, _ in looks), sum(count for _, count, _ in looks)
    hidden = {pair for _, _, pairs in looks for pair in pairs}
    assert (too_far, hidden) == (0, set()), f"seed {seed}"
    assert moved > 100


@pytest.mark.parametrize("seed", range(4))
def test_stubs_too_make_way_where_the_author_has_placed_every_box(seed):
    model, dice = MapModel(ladder(12)), random.Random(seed)
    pushed = 0
    for _ in range(30):
        hold_all(model)
        change = insert_somewhere(model, dice)
        if change is None:
            continue
        model.tree.apply(change)
        model.follow(change)
        stood = {edge: (stub.position, model.positions[edge[0]]) for edge, stub in model.stubs.items()}
        places = model.room_among_placed(
            [part.key for part in change.parts if part.part == "node" and part.before is None]
        )
        move = edits.move(model.tree, places)
        model.tree.apply(move)
        model.follow(move)
        assert [pair for pair in covered(model) if not all(isinstance(key, str) for key in pair)] == [], f"seed {seed}"
        pushed += sum(
            model.stubs[edge].position != place and model.positions[edge[0]] == source
            for edge, (place, source) in stood.items()
        )
    assert pushed, "no stub went without its box"


def hold_all(model: MapModel) -> None:
    """Let the author have placed each box where it is."""
    change = edits.move(model.tree, dict(model.positions))
    model.tree.apply(change)
    model.follow(change)
