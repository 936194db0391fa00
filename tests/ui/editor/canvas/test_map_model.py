"""The model of the map: always equal to the tree, moving nothing that it does not have to."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from kneetree import edits, layout
from kneetree.errors import KneetreeError
from kneetree.layout import Point
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Region, Tree
from kneetree.model.values import FURTHEST
from kneetree.ui.document.edit_command import joined
from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.free_space import ROW
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.rectangles import touching
from kneetree.ui.editor.canvas.steps import Seen, Turn, Way
from tests.trees import ask, leaf, make, small, trees
from tests.ui.editor.canvas.mapcheck import (
    assert_equal,
    assert_nothing_moved_needlessly,
    before,
    random_edit,
    random_steps,
)
from tests.ui.editor.canvas.scene import Scene, scene_of
from tests.ui.editor.kinds import all_kinds

SEEN = Seen(Camera(), (), None)


def do(
    model: MapModel,
    change: Change,
    carried: Mapping[str, Point] | None = None,
    *,
    let_go: bool = False,
    way: Way = "do",
) -> bool:
    """Alter the tree and let the map follow, while a hand carries boxes and perhaps lets go of them in between.

    Return whether it put boxes back, since the change was a step that is undone or done again.
    """
    then, revision = before(model), model.revision
    if carried:
        model.move(carried)
    model.tree.apply(change)
    if carried and let_go:
        model.put_back()
    back = model.follow(change, Turn(way), SEEN) is not None
    assert_equal(model, model.tree)
    if not back:
        assert_nothing_moved_needlessly(model, then)
    assert model.revision > revision or not change.touches("node", "layout", "root", "region")
    return back


def test_a_new_map_is_the_tree():
    model = MapModel(small())
    assert_equal(model, model.tree)
    assert model.extent.width > 500


def test_no_two_maps_share_a_revision():
    # What is drawn is kept by the model's identity, which another model has once this one is gone, and its revision.
    seen = [MapModel(small()).revision for _ in range(20)]
    assert len(set(seen)) == len(seen)


def test_an_insert_moves_only_what_stands_in_its_way():
    model = MapModel(small())
    before = dict(model.positions)
    do(model, edits.insert_question(model.tree, "calf", "no"))
    moved = {key for key in before if model.positions[key] != before[key]}
    assert moved == {"risks", "clot_today", "strain"}  # the question to which it leads, and what is below that
    assert model.positions["new_question"][0] == model.positions["risks"][0]
    assert model.positions["new_result"][0] < model.positions["risks"][0]
    assert model.rect("risks").top == model.rect("new_question").bottom + ROW


def test_a_new_box_covers_none():
    model = MapModel(small())
    for _ in range(12):
        source = random.Random(3).choice([key for key, node in model.tree.nodes.items() if node.edges()])
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


LONG = "Are you more breathless than usual, or does it hurt to breathe in? " * 8


def test_a_box_that_the_author_put_somewhere_is_not_pushed():
    model = MapModel(small())
    x, y = model.positions["lungs"]
    place = (round(x), round(y + 90))
    do(model, edits.move(model.tree, {"calf": place}))
    do(model, edits.set_fields(model.tree, "lungs", text=LONG))
    assert touching(model.rect("lungs"), model.rect("calf"))
    assert model.positions["calf"] == place


def test_what_is_pushed_goes_on_below_a_box_that_the_author_put_somewhere():
    model = MapModel(small())
    x, y = model.positions["calf"]
    text = LONG[:60]
    do(model, edits.move(model.tree, {"strain": (round(x), round(y + 110))}))
    place = model.positions["strain"]
    for length in range(60, len(LONG), 40):
        text = LONG[:length]
        do(model, edits.set_fields(model.tree, "lungs", text=text))
        assert model.positions["strain"] == place
        assert not touching(model.rect("calf"), model.rect("strain"))
    assert model.rect("calf").top > model.rect("strain").bottom


def test_a_part_that_is_pasted_stands_where_its_author_had_it_though_a_box_grows_with_it():
    model = MapModel(small())
    x, y = model.positions["lungs"]
    do(model, edits.move(model.tree, {"strain": (round(x), round(y + 60))}))
    copy = edits.duplicate(model.tree, ["strain"])[0]
    longer = edits.set_fields(model.tree, "lungs", text=LONG)
    do(model, joined(copy, longer))
    assert model.positions["strain_2"] == (round(x) + 40, round(y + 60) + 40)


def test_new_boxes_look_for_room_beside_those_that_come_with_a_place():
    model, twin = MapModel(small()), MapModel(small())
    do(twin, edits.add_leaf(twin.tree, "lungs", "yes"))
    x, y = twin.positions["new_result"]
    leaf = edits.add_leaf(model.tree, "lungs", "yes")
    after = model.tree.copy()
    after.apply(leaf)
    do(model, joined(leaf, edits.add_leaf(after, "calf", "yes", (round(x), round(y)))))
    assert model.positions["new_result_2"] == (round(x), round(y))
    assert not touching(model.rect("new_result"), model.rect("new_result_2"))


@pytest.mark.parametrize("let_go", [False, True])
def test_a_box_that_was_moved_goes_back_when_that_is_undone(let_go):
    model = MapModel(small())
    where = dict(model.positions)
    change = edits.move(model.tree, {"calf": (900, 900), "strain": (-900, 40)})
    do(model, change, {"calf": (900, 900), "strain": (-900, 40)}, let_go=let_go)
    assert model.positions["calf"] == (900, 900)
    longer = edits.set_fields(model.tree, "calf", text=LONG)
    do(model, longer)
    do(model, longer.inverse())
    gone = edits.delete_subtree(model.tree, "risks")
    do(model, gone)
    do(model, gone.inverse())
    do(model, change.inverse())
    assert model.positions == where


def test_what_grows_over_a_moved_box_does_not_keep_it_from_going_back():
    model = MapModel(small())
    where = dict(model.positions)
    x, y = where["lungs"]
    change = edits.move(model.tree, {"strain": (round(x), round(y + 90))})
    do(model, change)
    longer = edits.set_fields(model.tree, "lungs", text=LONG[:130])
    do(model, longer)
    do(model, longer.inverse())
    do(model, change.inverse())
    assert model.positions["strain"] == where["strain"]


def test_a_draft_that_was_replaced_by_what_was_pasted_is_back_in_its_own_place():
    model = MapModel(small())
    do(model, edits.move(model.tree, {"strain": (900, 900)}))
    do(model, edits.add_leaf(model.tree, "lungs", "yes"))
    where = dict(model.positions)
    change = edits.paste(model.tree, edits.copy(model.tree, ["strain"]), end=("lungs", "yes"))[0]
    do(model, change)
    assert "new_result" not in model.positions
    assert model.positions["strain_2"] == (940, 940)
    do(model, change.inverse())
    assert model.positions == where


def test_what_takes_the_place_of_a_box_in_the_hand_stands_where_that_was_taken_from():
    model = MapModel(small())
    do(model, edits.add_leaf(model.tree, "lungs", "yes"))
    place = model.positions["new_result"]
    do(model, edits.rename(model.tree, "node", "new_result", "draft"), {"new_result": (900, 900)})
    assert model.positions["draft"] == place


def test_a_place_too_far_away_is_left_to_the_map():
    model = MapModel(small())
    place = model.positions["calf"]
    far = Change((PartChange("layout", "calf", None, (3 * FURTHEST, 0)),))
    do(model, far)
    assert model.positions["calf"] == place
    model.lay_out()
    assert_equal(model, model.tree)


def test_an_id_that_is_used_again_elsewhere_is_another_box():
    model = MapModel(small())
    do(model, edits.move(model.tree, {"lungs": (-4000, 0), "risks": (4000, 0)}))
    do(model, edits.add_leaf(model.tree, "lungs", "yes"))
    assert abs(model.positions["new_result"][0] + 4000) < 1000
    do(model, edits.connect(model.tree, "lungs", "yes", "lungs_now"))
    do(model, edits.add_leaf(model.tree, "risks", "yes"))
    assert abs(model.positions["new_result"][0] - 4000) < 1000


def test_boxes_in_the_hand_do_not_keep_the_map_from_following():
    model = MapModel(small())
    change = edits.insert_question(model.tree, "calf", "yes")
    do(model, change)
    where = dict(model.positions)
    made = model.tree.nodes["calf"].yes
    for let_go in (False, True):
        do(model, change.inverse(), {made: (700, 700), "calf": (800, 800)}, let_go=let_go)
        do(model, change, {"calf": (800, 800)}, let_go=let_go)
        assert model.positions == where


def test_an_edit_while_boxes_glide_to_their_places_is_followed():
    model = MapModel(small())
    placed = layout.place(model.tree, layout.measure(model.tree))
    change = edits.connect(model.tree, "calf", "yes", "strain")
    model.tree.apply(change)
    model.lay_out(placed)
    model.follow(change)
    assert_equal(model, model.tree)


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
    do(model, edits.set_fields(model.tree, "lungs", text=LONG))
    place = model.positions["leg"]
    do(model, edits.rename(model.tree, "node", "leg", "calf"))
    assert model.positions["calf"] == place


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


def test_a_stub_comes_along_with_its_question():
    model = MapModel(small())
    do(model, edits.move(model.tree, {"strain": (9000, 9000)}))
    do(model, edits.connect(model.tree, "lungs", "yes", "strain"))
    (x, y), (left, top) = model.positions["lungs"], model.stubs["lungs", "yes"].position
    do(model, edits.move(model.tree, {"lungs": (500, 700)}))
    assert model.stubs["lungs", "yes"].position == (left + 500 - x, top + 700 - y)


def test_another_id_alters_no_stub():
    model = MapModel(small())
    do(model, edits.move(model.tree, {"strain": (9000, 9000)}))
    do(model, edits.connect(model.tree, "lungs", "yes", "strain"))
    do(model, edits.tidy(model.tree))
    place = model.stubs["lungs", "yes"].position
    do(model, edits.rename(model.tree, "node", "strain", "pulled"))
    do(model, edits.rename(model.tree, "node", "lungs", "breath"))
    assert model.stubs["breath", "yes"].target == "pulled"
    assert model.stubs["breath", "yes"].position == place
    assert ("risks", "no") not in model.stubs


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


def test_another_id_unfolds_nothing():
    model = MapModel(small())
    model.set_view(["risks"], "calf")
    do(model, edits.rename(model.tree, "node", "risks", "history"))
    do(model, edits.rename(model.tree, "node", "calf", "leg"))
    assert (model.folded, model.focus) == ({"history"}, "leg")


def test_regions_alter_the_picture_only():
    model = MapModel(small())
    before, seen = dict(model.positions), model.revision
    do(model, edits.add_part(model.tree, "region", "clots", Region(title="Clots", nodes=("calf",))))
    assert model.positions == before
    assert model.revision > seen


def test_what_was_placed_anew_after_a_step_that_moves_nothing_goes_back_with_that_step():
    model = MapModel(small())
    do(model, edits.insert_question(model.tree, "calf", "no"))
    before = scene_of(model)
    region = edits.add_part(model.tree, "region", "clots", Region(title="Clots", nodes=("calf",)))
    do(model, region)
    model.lay_out()
    tidied = scene_of(model)
    assert tidied != before
    longer = edits.set_title(model.tree, "Knees")
    do(model, longer)
    do(model, longer.inverse(), way="undo")
    assert scene_of(model) == tidied
    do(model, region.inverse(), way="undo")
    assert scene_of(model) == before
    do(model, region, way="redo")
    assert scene_of(model) == tidied


@given(trees(), trees(), st.sampled_from(["down", "right"]), st.randoms(use_true_random=False))
def test_the_map_follows_whatever_is_done(tree, other, direction, dice):
    first = tree.copy()
    model = MapModel(tree, direction)
    done: list[tuple[Change, Scene]] = []
    undone: list[tuple[Change, Scene]] = []
    for _ in range(12):
        what = dice.choice(["undo", "undo", "undo", "redo", "look", "tidy", *["edit"] * 4, "steps", "there and back"])
        if what == "look":
            look(model, dice)
        elif what == "tidy":
            if not model.stands_as(model.tidied()):
                undone.clear()
                done.append(tidy(model))
        elif what == "undo":
            if done:
                undo(model, done, undone)
        elif what == "redo":
            if undone:
                change, then = undone.pop()
                note(f"redo: {change}")
                done.append((change, scene_of(model)))
                do(model, change, way="redo")
                assert scene_of(model) == then
        else:
            change = (random_steps if what == "steps" else random_edit)(
                tree, dice, other, list(model.positions.values())
            )
            if not change or not can_be_applied(tree, change):
                continue
            undone.clear()
            if what == "there and back":
                there_and_back(model, change)
            else:
                done.append((change, do_amid_something_else(model, change, dice)))
    while done:
        undo(model, done, undone)
    assert tree == first


def undo(model: MapModel, done: list[tuple[Change, Scene]], undone: list[tuple[Change, Scene]]) -> None:
    """Undo the last change: every box, line and stub is where it was before it."""
    change, then = done.pop()
    note(f"undo: {change}")
    undone.append((change, scene_of(model)))
    do(model, change.inverse(), way="undo")
    assert scene_of(model) == then


def tidy(model: MapModel) -> tuple[Change, Scene]:
    """Tidy the map as the author does: a step of its own, also if no box was placed and the tree stays as it is."""
    then, change, placed = scene_of(model), edits.tidy(model.tree), model.tidied()
    note(f"tidy: {change}")
    do(model, change)
    model.lay_out(placed)
    assert_equal(model, model.tree)
    assert model.stands_as(placed)
    return change, then


def look(model: MapModel, dice: random.Random) -> None:
    """Fold some questions away, or see only the ways in and out of one node, or all again."""
    nodes = list(model.tree.nodes)
    folded = [dice.choice(nodes) for _ in range(dice.randint(0, 2))]
    model.set_view(folded, dice.choice([None, None, dice.choice(nodes)]))
    assert_equal(model, model.tree)


def can_be_applied(tree: Tree, change: Change) -> bool:
    try:
        tree.copy().apply(change)
    except KneetreeError:
        return False
    return True


def there_and_back(model: MapModel, change: Change) -> None:
    """Do and undo a change: every box, line and stub is where it was."""
    note(f"there and back: {change}")
    then = scene_of(model)
    do(model, change)
    do(model, change.inverse(), way="undo")
    assert scene_of(model) == then


def do_amid_something_else(model: MapModel, change: Change, dice: random.Random) -> Scene:
    """Do a change as it comes, or while a hand has boxes, or while they glide to a placement made before it.

    Return where all was before it, or where it glided to.
    """
    then = scene_of(model)
    meanwhile = dice.choice(["", "", "", "carried", "let go", "glides"])
    note(f"{meanwhile}: {change}")
    if meanwhile == "glides":
        placed = layout.place(
            model.tree, layout.measure(model.tree), direction=model.direction, fixed=model.tree.layout
        )
        model.tree.apply(change)
        model.lay_out(placed)
        then = scene_of(model)
        model.follow(change, seen=SEEN)
        assert_equal(model, model.tree)
        return then
    carried = [key for key in model.tree.nodes if meanwhile and dice.choice([True, False])]
    do(model, change, {key: (dice.randint(-900, 900), 7) for key in carried}, let_go=meanwhile == "let go")
    return then


@pytest.mark.parametrize("direction", ["down", "right"])
def test_both_directions_follow(direction):
    dice = random.Random(7)
    model = MapModel(small(), direction)
    for _ in range(150):
        change = random_edit(model.tree, dice, near=list(model.positions.values()))
        if change and len(model.tree.nodes) < 120:
            do(model, change)


@pytest.mark.parametrize(
    ("part", "key", "field", "grown"),
    [
        ("question", "list_cancer_travel", "text", "you"),
        ("scale", "age", "text", "age"),
        ("scale", "age", "at_least", "old"),
    ],
)
def test_a_shared_text_that_grows_makes_every_box_grow_that_shows_it(part, key, field, grown):
    model = MapModel(all_kinds())
    before = model.sizes[grown]
    do(model, edits.set_part(model.tree, part, key, **{field: LONG}))
    assert model.sizes[grown][1] > before[1]


def test_a_question_that_only_collects_from_now_on_has_one_line():
    model = MapModel(all_kinds())
    change = edits.to_collecting(model.tree, "list")
    do(model, change)
    assert [key for key in model.routes if key[0] == "list"] == [("list", "next")]
    do(model, change.inverse())
    assert {key for key in model.routes if key[0] == "list"} == {("list", "yes"), ("list", "no")}


def test_a_move_that_was_made_before_the_map_was_placed_anew_is_undone():
    tree = small()
    place = MapModel(tree, "right").positions["calf"]
    model = MapModel(tree)
    change = edits.move(tree, {"calf": (900, 900)})
    do(model, change)
    model.turn("right")
    assert model.positions["calf"] == (900, 900)
    do(model, change.inverse(), way="undo")
    assert model.positions["calf"] == place


def with_a_shortcut() -> Tree:
    """A chain of questions with a leaf at its end that the first of them leads to as well, past a row."""
    return make({
        "first": ask("f0", "second", "end"), "second": ask("f1", "left", "third"), "third": ask("f2", "under", "end"),
        "left": leaf(), "under": leaf(), "end": leaf("emergency", "embolism"),
    })  # fmt: skip


def test_boxes_that_are_let_go_where_they_were_keep_their_lines():
    model = MapModel(with_a_shortcut())
    bent = scene_of(model)
    assert any(len(route.points) > 3 for route in bent.lines.values())
    model.move(dict.fromkeys(model.positions, (0, 0)))
    model.put_back()
    assert scene_of(model) == bent


def test_an_insert_at_a_far_edge_is_undone_with_its_line():
    model = MapModel(with_a_shortcut())
    then = scene_of(model)
    far = max(then.lines, key=lambda key: len(then.lines[key].points))
    assert len(then.lines[far].points) > 3
    change = edits.insert_question(model.tree, *far)
    do(model, change)
    assert model.routes[far].points != then.lines[far].points
    do(model, change.inverse(), way="undo")
    assert scene_of(model) == then
    do(model, change, way="redo")
    do(model, change.inverse(), way="undo")
    assert scene_of(model) == then
