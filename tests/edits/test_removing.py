import pytest

from kneetree import edits
from kneetree.errors import ShapeError
from kneetree.model.tree import Region
from tests.trees import ask, leaf, make, small


def test_a_question_goes_and_its_kept_side_takes_its_place():
    tree = small()
    tree.apply(edits.delete_question(tree, "calf", "no"))
    assert tree.asked("lungs").no == "risks"
    assert "clot_today" in tree.nodes  # something else leads there


def test_the_side_that_is_not_kept_goes_with_the_question():
    tree = small()
    tree.apply(edits.delete_question(tree, "calf", "yes"))
    assert tree.asked("lungs").no == "clot_today"
    assert tree.nodes.keys() == {"lungs", "lungs_now", "clot_today"}


def test_the_first_question_hands_over_to_its_kept_side():
    tree = small()
    tree.apply(edits.delete_question(tree, "lungs", "no"))
    assert tree.root == "calf"
    assert "lungs_now" not in tree.nodes


def test_a_question_whose_bridge_would_end_twice_in_one_place_stays():
    tree = make({"a": ask("f", "b", "x"), "b": ask("g", "x", "y"), "x": leaf(), "y": leaf()})
    reason = edits.why_not_delete_question(tree, "b", "yes")
    assert reason is not None
    assert "both lead to" in reason
    assert edits.why_not_delete_question(tree, "b", "no") is None


def test_place_region_and_draft_finding_go_with_the_node():
    tree = small()
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    tree.apply(edits.move(tree, {"new_question": (1, 2)}))
    tree.apply(edits.add_part(tree, "region", "r", Region("R", nodes=("calf", "new_question"))))
    tree.apply(edits.delete_question(tree, "new_question", "no"))
    assert tree.layout == {}
    assert tree.regions["r"].nodes == ("calf",)
    assert "new_question" not in tree.findings


def test_a_leaf_that_goes_leaves_an_empty_one_and_an_empty_one_goes_with_its_question():
    tree = small()
    tree.apply(edits.delete_leaf(tree, "lungs_now"))
    assert tree.asked("lungs").yes == "new_result"
    tree.apply(edits.delete_leaf(tree, "new_result"))
    assert tree.root == "calf"
    assert "lungs" not in tree.nodes


def test_a_subtree_goes_with_all_that_only_it_leads_to():
    tree = small()
    tree.apply(edits.delete_subtree(tree, "risks"))
    assert tree.nodes.keys() == {"lungs", "calf", "lungs_now", "clot_today", "new_result"}
    with pytest.raises(ShapeError, match="first question"):
        edits.delete_subtree(tree, "lungs")


def test_a_selection_of_a_question_and_one_side_is_bridged():
    tree = small()
    tree.apply(edits.delete(tree, ["lungs", "lungs_now"]))
    assert tree.root == "calf"
    assert "lungs_now" not in tree.nodes
    assert edits.delete(tree, ["not_there"]).parts == ()


def test_yes_and_no_change_places_for_each_question_of_the_selection():
    tree = small()
    tree.apply(edits.swap(tree, ["lungs", "calf", "strain"]))
    assert (tree.asked("lungs").yes, tree.asked("lungs").no) == ("calf", "lungs_now")
    assert tree.asked("calf").yes == "risks"


def test_a_leaf_becomes_a_question_and_a_leaf_again():
    tree = small()
    first = tree.copy()
    tree.apply(edits.leaf_to_question(tree, "strain"))
    assert tree.leaf(tree.asked("strain").no) == first.leaf("strain")
    assert tree.asked("risks").no == "strain"
    tree.apply(edits.question_to_leaf(tree, "strain"))
    assert tree == first


def test_a_question_that_becomes_a_leaf_keeps_the_more_urgent_result():
    tree = make(
        {"a": ask("f", "b", "c"), "b": ask("g", "x", "y"), "c": leaf(), "x": leaf("self_care"), "y": leaf("same_day")}
    )
    tree.apply(edits.question_to_leaf(tree, "b"))
    assert tree.leaf("b").urgency == "same_day"
    assert tree.nodes.keys() == {"a", "b", "c"}


def test_the_walk_can_begin_elsewhere():
    tree = small()
    tree.apply(edits.set_root(tree, "calf"))
    assert tree.root == "calf"
    with pytest.raises(ShapeError):
        edits.set_root(tree, "nowhere")
    with pytest.raises(ShapeError, match="not a question"):
        edits.question_to_leaf(tree, "strain")
    with pytest.raises(ShapeError, match="not a result"):
        edits.leaf_to_question(tree, "calf")
