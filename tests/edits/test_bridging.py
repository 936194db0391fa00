"""What is deleted is bridged, emptied or kept just as the author was told, on any tree."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError, ShapeError
from kneetree.files import tree_files
from kneetree.model.tree import Decision, Leaf, Region, Tree
from tests.edits.rich import rich
from tests.trees import ask, leaf, make, trees


def targets(node):
    return [target for _, target in node.edges()]


def stand_in(tree, chosen, node_id):
    """What takes the place of a deleted node: the one side that is left of one that loses a side or has only one."""
    if node_id not in chosen:
        return node_id
    ways = targets(tree.nodes[node_id])
    if len(ways) != 1 and chosen.isdisjoint(ways):
        return None
    sides = {stand_in(tree, chosen, target) for target in ways} - {None}
    return sides.pop() if len(sides) == 1 else None


def reached(nodes, starts):
    found, waiting = set(), list(starts)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += targets(nodes[key])
    return found


def orphans(tree):
    return tree.nodes.keys() - {target for node in tree.nodes.values() for target in targets(node)}


def branches(tree):
    return {key: node for key, node in tree.nodes.items() if not isinstance(node, Leaf)}


def without_ends(node):
    return structs.replace(node, **{str(answer): f"to_{answer}" for answer, _ in node.edges()})


def check_deleted(tree: Tree, after: Tree, chosen: set[str], bridge, instead: str = "") -> None:
    """Every answer leads where it did, to the stand-in of what went, or to an empty leaf; nothing else changes."""
    drafts: dict[str, str] = {}
    for key, node in after.nodes.items():
        if key not in tree.nodes:
            assert edits.is_draft(node)
            continue
        before = tree.nodes[key]
        if isinstance(before, Leaf):
            assert node == before
            continue
        assert without_ends(node) == without_ends(before)
        for answer, old in before.edges():
            new = node.target(answer)
            if old not in chosen:
                assert new == old
            elif new in tree.nodes:
                assert new == bridge(old)
            else:
                assert drafts.setdefault(old, new) == new, "one empty leaf for each node that went"
                assert bridge(old) is None or bridge(old) in (*targets(before), *targets(node))
    assert len(set(drafts.values())) == len(drafts)
    assert after.nodes.keys() - tree.nodes.keys() == set(drafts.values())
    assert after.root == (bridge(tree.root) if tree.root in chosen else tree.root)
    assert chosen.isdisjoint(after.nodes)
    # What hangs nowhere now did so before, or the walk began there.
    assert orphans(after) <= orphans(tree) | {after.root, tree.root, instead}
    # What is still led to by anything that stays, stays.
    assert reached(after.nodes, after.nodes) == after.nodes.keys()
    gone = tree.nodes.keys() - after.nodes.keys()
    for key in gone - chosen:
        assert all(parent in gone for parent, _ in tree.parents(key)), "only what the deleted nodes lead to goes"
    for part in ("question", "scale", "finding", "advice", "warning", "condition", "source"):
        written = {key: value for key, value in after.parts[part].items() if not edits.is_draft_condition(value)}
        assert written == tree.parts[part], "no wording goes with the nodes that use it"


@given(trees(), st.data())
def test_several_nodes_go_and_are_bridged(tree, data):
    chosen = set(data.draw(st.lists(st.sampled_from(list(tree.nodes)), min_size=1, max_size=4)))
    first = tree.copy()
    root = stand_in(tree, chosen, tree.root)
    if root is None:
        with pytest.raises(ShapeError, match="first question"):
            edits.delete(tree, chosen)
        return
    if isinstance(tree.nodes[root], Decision):
        with pytest.raises(ShapeError, match="decision"):
            edits.delete(tree, chosen)
        return
    change = edits.delete(tree, chosen)
    assert tree == first
    tree.apply(change)
    check_deleted(first, tree, chosen, lambda key: stand_in(first, chosen, key))
    tree.apply(change.inverse())
    assert tree_files.encode_tree(tree) == tree_files.encode_tree(first)


@given(trees(), st.data())
def test_a_subtree_goes_and_is_never_bridged(tree, data):
    key = data.draw(st.sampled_from(list(tree.nodes)))
    first = tree.copy()
    if key == tree.root:
        with pytest.raises(ShapeError, match="first question"):
            edits.delete_subtree(tree, key)
        return
    tree.apply(edits.delete_subtree(tree, key))
    check_deleted(first, tree, {key}, lambda _: None)
    if first.parents(key):
        assert len(tree.nodes.keys() - first.nodes.keys()) == 1


@given(trees(), st.data())
def test_a_question_goes_and_one_side_stays(tree, data):
    key = data.draw(st.sampled_from(list(branches(tree))))
    keep = data.draw(st.sampled_from(["yes", "no"]))
    first = tree.copy()
    kept = tree.nodes[key].target(keep) or tree.nodes[key].target("next")
    if key == tree.root and isinstance(tree.nodes[kept], Decision):
        with pytest.raises(ShapeError, match="decision"):
            edits.delete_question(tree, key, keep)
        return
    twice = any(set(targets(node)) == {key, kept} for node in branches(tree).values())
    assert (edits.why_not_delete_question(tree, key, keep) is not None) is twice
    if twice:
        with pytest.raises(ShapeError, match="both lead to"):
            edits.delete_question(tree, key, keep)
        return
    tree.apply(edits.delete_question(tree, key, keep))
    check_deleted(first, tree, {key}, lambda _: kept, instead="" if first.parents(key) else kept)
    assert tree.nodes.keys() <= first.nodes.keys()
    assert list(tree.nodes) == [name for name in first.nodes if name in tree.nodes]


@given(trees(), st.data())
def test_yes_and_no_change_places_and_back(tree, data):
    ids = data.draw(st.lists(st.sampled_from(list(tree.nodes)), max_size=4, unique=True))
    first = tree.copy()
    turned = [key for key in ids if len(targets(tree.nodes[key])) == 2]
    if not turned and any(targets(tree.nodes[key]) for key in ids):
        with pytest.raises(KneetreeError, match="only collects"):
            edits.swap(tree, ids)
        return
    tree.apply(edits.swap(tree, ids))
    for key, node in first.nodes.items():
        ends = targets(node)
        assert targets(tree.nodes[key]) == (ends[::-1] if key in ids else ends)
        assert isinstance(node, Leaf) or without_ends(tree.nodes[key]) == without_ends(node)
    tree.apply(edits.swap(tree, ids))
    assert tree == first


@given(trees(), st.data())
def test_a_leaf_that_goes_is_an_empty_one_at_the_same_ends(tree, data):
    key = data.draw(st.sampled_from([name for name, _ in tree.leaves()]))
    assume(tree.parents(key))
    first = tree.copy()
    if key == tree.root:
        return
    tree.apply(edits.delete_leaf(tree, key))
    check_deleted(first, tree, {key}, lambda _: None)


# -- by hand ------------------------------------------------------------------------------------------


def diamond():
    """``a`` asks ``b`` or ``c``; both end in ``x`` or ``y``."""
    return make(
        {
            "a": ask("f", "b", "c"), "b": ask("g", "x", "y"), "c": ask("h", "x", "z"),
            "x": leaf(title="X"), "y": leaf(title="Y"), "z": leaf(title="Z"),
        }
    )  # fmt: skip


def ends(tree):
    return {key: tuple(targets(node)) for key, node in branches(tree).items()}


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (["b", "y"], {"a": ("x", "c"), "c": ("x", "z")}),
        (["b", "x"], {"a": ("y", "c"), "c": ("new_result", "z")}),
        (["b"], {"a": ("new_result", "c"), "c": ("x", "z")}),
        (["b", "x", "y"], {"a": ("new_result", "c"), "c": ("new_result_2", "z")}),
        (["b", "c", "y", "z"], {"a": ("x", "new_result")}),
        (["a", "b", "y", "c", "z"], {}),
        (["a", "b", "y"], None),
        (["a", "c", "x"], None),
        (["a", "b", "c"], None),
        (["a", "b", "x", "y"], {"c": ("new_result", "z")}),
        (["y"], {"a": ("b", "c"), "b": ("x", "new_result"), "c": ("x", "z")}),
        ([], {"a": ("b", "c"), "b": ("x", "y"), "c": ("x", "z")}),
    ],
)
def test_a_question_that_loses_a_side_is_bridged(chosen, left):
    tree = diamond()
    if left is None:
        with pytest.raises(ShapeError, match="first question"):
            edits.delete(tree, chosen)
        return
    tree.apply(edits.delete(tree, [*chosen, "gone"]))
    assert ends(tree) == left


def test_the_first_question_hands_over_when_both_sides_come_to_one_place():
    tree = diamond()
    tree.apply(edits.delete(tree, ["a", "b", "y", "c", "z"]))
    assert tree.root == "x"
    assert list(tree.nodes) == ["x"]


def test_the_empty_leaf_stands_where_the_deleted_box_stood():
    tree = rich()
    tree.apply(edits.delete_leaf(tree, "l_today"))
    assert tree.asked("q_calf").yes == tree.asked("q_list").yes == "new_result"
    assert tree.layout["new_result"] == (-50, 400)
    assert "l_today" not in tree.layout
    assert list(tree.nodes)[2] == "new_result"
    tree.apply(edits.delete_subtree(tree, "l_soon"))
    assert "new_result_2" not in tree.layout


def test_no_empty_leaf_is_left_where_the_question_above_it_goes_too():
    """The question between the two that were chosen led to an empty leaf, then went itself and left that behind."""
    tree = rich()
    tree.apply(edits.delete(tree, ["q_list", "l_soon"]))
    assert tree.nodes.keys() == {"q_lungs", "q_calf", "l_now", "l_today", "new_result"}
    assert tree.asked("q_calf").no == "new_result"
    tree = rich()
    tree.apply(edits.insert_question(tree, "q_again", "yes", "yes"))
    tree.apply(edits.delete(tree, ["q_list", "new_question", "new_result"]))
    assert tree.nodes.keys() == {"q_lungs", "q_calf", "l_now", "l_today", "new_result_2"}


def test_what_goes_leaves_its_place_and_its_regions_and_its_wording_stays():
    tree = rich()
    tree.apply(edits.delete_question(tree, "q_age", "yes"))
    assert tree.nodes["q_collect"].next == "q_again"
    assert tree.layout == {key: place for key, place in rich().layout.items() if key != "q_age"}
    assert tree.regions["g_low"] == Region("Low", nodes=("l_rest", "q_again"))
    tree.apply(edits.delete_question(tree, "q_again", "yes"))
    assert tree.regions["g_low"] == Region("Low")
    assert tree.regions["g_top"] == rich().regions["g_top"]
    assert "l_rest" not in tree.layout
    for part in ("question", "scale", "finding", "advice", "warning", "condition"):
        assert tree.parts[part] == rich().parts[part]


def test_a_question_that_only_collects_is_bridged_whatever_goes_with_it():
    tree = rich()
    tree.apply(edits.delete(tree, ["q_number", "q_collect"]))
    assert tree.nodes["q_list"].no == "q_age"
    for keep in ("", "yes", "no", "next"):
        tree = rich()
        tree.apply(edits.delete_question(tree, "q_number", keep))
        assert tree.nodes["q_list"].no == "q_collect"
        assert tree.nodes.keys() == rich().nodes.keys() - {"q_number"}


def test_a_decision_is_deleted_like_a_question():
    tree = rich()
    tree.apply(edits.delete_question(tree, "d_clues", "no"))
    assert tree.nodes["q_age"].no == "l_rest"
    tree = rich()
    tree.apply(edits.delete(tree, ["d_clues", "l_rest"]))
    assert tree.nodes["q_age"].no == "l_soon"
    assert edits.is_draft(tree.nodes[tree.nodes["q_again"].no])


def test_a_decision_cannot_become_the_first_question():
    tree = rich()
    tree.apply(edits.set_root(tree, "q_age"))
    assert "decision" in (edits.why_not_delete_question(tree, "q_age", "no") or "")
    for call in (
        lambda: edits.delete_question(tree, "q_age", "no"),
        lambda: edits.delete(tree, ["q_age", "q_again", "l_soon", "l_rest"]),
        lambda: edits.set_root(tree, "d_clues"),
    ):
        with pytest.raises(ShapeError):
            call()
    assert edits.why_not_delete_question(tree, "q_age", "yes") is None


def test_an_empty_leaf_after_a_question_that_only_collects_stays():
    tree = rich()
    tree.apply(edits.add_leaf(tree, "q_number", "next"))
    with pytest.raises(ShapeError, match="no other way"):
        edits.delete_leaf(tree, "new_result")


def test_a_draft_goes_with_its_node_and_its_finding_and_a_written_one_stays():
    tree = rich()
    tree.apply(edits.insert_question(tree, "q_calf", "no"))
    tree.apply(edits.delete_question(tree, "new_question", "no"))
    assert tree == rich()
    tree.apply(edits.insert_question(tree, "q_calf", "no"))
    tree.apply(edits.set_fields(tree, "new_question", help="Look."))
    tree.apply(edits.delete_question(tree, "new_question", "no"))
    assert tree.questions["new_question"].help == "Look."
    assert tree.findings["new_question"].statement == ""


def test_the_second_first_question_stays_where_the_walk_begins():
    tree = rich()
    tree.apply(edits.set_root(tree, "q_list"))
    tree.apply(edits.delete_question(tree, "q_calf", "yes"))
    assert tree.root == "q_list"
    assert "q_list" in tree.nodes
    tree.apply(edits.delete(tree, ["q_lungs"]))
    assert "q_lungs" not in tree.nodes
    assert "q_list" in tree.nodes


def test_a_draft_goes_with_its_question_which_keeps_the_other_side():
    for answer in ("yes", "no"):
        tree = rich()
        tree.apply(edits.add_leaf(tree, "q_calf", answer))
        kept = {"yes": "q_list", "no": "l_today"}[answer]
        tree.apply(edits.delete_leaf(tree, "new_result"))
        assert tree.asked("q_lungs").no == kept
        assert {"q_calf", "new_result"}.isdisjoint(tree.nodes)


def test_a_draft_of_several_answers_stays_and_one_of_none_goes():
    tree = rich()
    tree.apply(edits.add_leaf(tree, "q_calf", "yes"))
    tree.apply(edits.connect(tree, "q_lungs", "yes", "new_result"))
    with pytest.raises(ShapeError, match="several answers"):
        edits.delete_leaf(tree, "new_result")
    tree.apply(edits.duplicate(tree, ["new_result"])[0])
    tree.apply(edits.delete_leaf(tree, "new_result_2"))
    assert "new_result_2" not in tree.nodes


def test_only_the_right_kind_of_node_goes_each_way():
    tree = rich()
    for call in (
        lambda: edits.delete_leaf(tree, "q_calf"),
        lambda: edits.delete_leaf(tree, "gone"),
        lambda: edits.delete_question(tree, "l_now", "yes"),
        lambda: edits.delete_question(tree, "gone", "yes"),
    ):
        with pytest.raises(ShapeError):
            call()
    assert "not a question" in (edits.why_not_delete_question(tree, "l_now", "yes") or "")
    for answer in ("unsure", ""):
        with pytest.raises(KneetreeError):
            edits.delete_question(tree, "q_calf", answer)
    assert edits.swap(tree, ["l_now", "gone"]).parts == ()


@pytest.mark.seeds(10)
def test_deleting_at_random_never_takes_a_described_finding(seed):
    dice = random.Random(seed)
    tree = rich()
    described = {key: value for key, value in tree.findings.items() if value.statement}
    for _ in range(12):
        try:
            tree.apply(edits.delete(tree, dice.sample(list(tree.nodes), min(2, len(tree.nodes)))))
        except ShapeError:
            continue
        assert {key: value for key, value in tree.findings.items() if value.statement} == described
        assert set(tree.layout) <= tree.nodes.keys()
        for part in ("rule", "case"):
            assert tree.parts[part] == rich().parts[part]
