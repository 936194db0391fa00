"""What comes as a whole, such as an earlier version, is drawn as if it had just been opened, and undone as it was."""

from __future__ import annotations

import random

import pytest

from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.change_builder import instead
from kneetree.model.tree import Tree
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.steps import Turn
from tests.trees import ladder, small
from tests.ui.editor.canvas.mapcheck import assert_equal, random_edit
from tests.ui.editor.canvas.scene import scene_of


def edited(tree: Tree, dice: random.Random, times: int) -> list[Change]:
    """Alter a tree so often at random; return the changes."""
    done: list[Change] = []
    while len(done) < times:
        try:
            change = random_edit(tree, dice)
            if change:
                tree.apply(change)
                done.append(change)
        except KneetreeError:
            continue
    return done


@pytest.mark.seeds(20)
@pytest.mark.parametrize("begin", [small, lambda: ladder(6)], ids=["small", "ladder"])
def test_what_is_restored_is_drawn_as_if_it_had_just_been_opened(begin, seed: int) -> None:
    dice = random.Random(seed)
    earlier = begin()
    tree = earlier.copy()
    model = MapModel(tree)
    for number, change in enumerate(edited(tree.copy(), dice, 6), 1):
        tree.apply(change)
        model.follow(change, Turn("do", number))
    model.set_view([key for key, node in tree.nodes.items() if node.edges() and dice.random() < 0.2], None)
    if dice.random() < 0.5:
        edited(earlier, dice, 3)
    before = scene_of(model)
    whole = instead(tree, earlier)
    tree.apply(whole)
    model.follow(whole, Turn("do", 7))
    assert_equal(model, tree)
    opened = scene_of(MapModel(tree.copy()))
    assert scene_of(model) == opened
    if list(tree.nodes) == list(earlier.nodes):  # ids that both have keep their order, which counts for lost boxes
        assert opened == scene_of(MapModel(earlier))
    tree.apply(whole.inverse())
    model.follow(whole.inverse(), Turn("undo", 7))
    assert_equal(model, tree)
    assert scene_of(model) == before
    tree.apply(whole)
    model.follow(whole, Turn("redo", 7))
    assert scene_of(model) == opened


@pytest.mark.seeds(10)
def test_what_was_done_before_the_map_was_there_can_be_undone_step_by_step(seed: int) -> None:
    dice = random.Random(seed)
    tree = small()
    if seed % 2:
        whole = instead(tree, ladder(4))
        tree.apply(whole)
        done = [whole, *edited(tree, dice, 4)]
        model = MapModel(tree)
    else:
        done, model = [], MapModel(tree)
        for number, change in enumerate(edited(tree.copy(), dice, 4), 1):
            tree.apply(change)
            model.follow(change, Turn("do", number))
            done.append(change)
        model.turn("right")
    for number in range(len(done), 0, -1):
        change = done[number - 1].inverse()
        tree.apply(change)
        model.follow(change, Turn("undo", number))
        assert_equal(model, tree)
        if change.whole:
            assert scene_of(model) == scene_of(MapModel(tree))
    for number, change in enumerate(done, 1):
        tree.apply(change)
        model.follow(change, Turn("redo", number))
        assert_equal(model, tree)
