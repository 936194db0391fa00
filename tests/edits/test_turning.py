"""A leaf becomes a question, a question a leaf, and another node the first."""

import pytest

from kneetree import edits
from kneetree.errors import ShapeError
from kneetree.model.tree import Finding, Topic, Urgency
from tests.edits.rich import rich
from tests.trees import ask, leaf, make, small


def test_a_leaf_hangs_from_the_no_of_the_question_that_takes_its_id():
    tree = rich()
    before = tree.leaf("l_today")
    tree.apply(edits.leaf_to_question(tree, "l_today"))
    made = tree.question("l_today")
    assert (made.topic, made.text, made.finding) == (Topic.SYMPTOM, "New question", "new_question")
    assert (made.yes, made.no) == ("new_result", "l_today_end")
    assert edits.is_draft(tree.nodes["new_result"])
    assert tree.leaf("l_today_end") == before
    assert tree.question("q_calf").yes == tree.question("q_list").yes == "l_today"
    assert tree.findings["new_question"] == Finding("")
    assert "new_question" not in tree.nodes
    assert list(tree.nodes)[6:9] == ["l_today", "new_result", "l_today_end"]
    assert tree.layout == rich().layout


def test_the_question_that_comes_has_the_topic_of_the_one_above():
    tree = small()
    tree.apply(edits.leaf_to_question(tree, "strain"))
    assert tree.question("strain").topic is Topic.HISTORY
    lonely = make({"q": ask("f", "a", "b", topic=Topic.AGE), "a": leaf(), "b": leaf(), "c": leaf()})
    lonely.apply(edits.leaf_to_question(lonely, "c"))
    assert lonely.question("c").topic is Topic.SYMPTOM


def test_a_long_id_stays_an_id():
    key = "a" * 99
    tree = make({"q": ask("f", key, "b"), key: leaf(), "b": leaf()})
    tree.apply(edits.leaf_to_question(tree, key))
    assert edits.is_slug(tree.question(key).no)


@pytest.mark.parametrize(
    ("yes", "no", "kept"),
    [
        (leaf("same_day", title="A"), leaf("routine", title="B"), "A"),
        (leaf("routine", title="A"), leaf("same_day", title="B"), "B"),
        (leaf("routine", title="A"), leaf("routine", title="B"), "A"),
        (leaf("routine", title="A"), ask("g", "e", "f"), "A"),
        (ask("g", "e", "f"), leaf("routine", title="B"), "B"),
        (ask("g", "e", "f"), ask("h", "e", "f"), "New result"),
    ],
)
def test_the_more_urgent_written_end_takes_the_place(yes, no, kept):
    tree = make({"top": ask("t", "q", "f"), "q": ask("x", "a", "b"), "a": yes, "b": no, "e": leaf(), "f": leaf()})
    tree.apply(edits.question_to_leaf(tree, "q"))
    assert tree.leaf("q").title == kept
    assert {"top", "q", "f"} <= tree.nodes.keys()
    assert {"a", "b"}.isdisjoint(tree.nodes)
    assert list(tree.nodes)[1] == "q"


def test_a_draft_end_is_not_what_a_question_becomes():
    tree = small()
    tree.apply(edits.add_leaf(tree, "lungs", "yes"))
    tree.apply(edits.add_leaf(tree, "risks", "no"))
    assert tree.leaf("new_result_2").urgency is Urgency.SAME_DAY
    tree.apply(edits.question_to_leaf(tree, "risks"))
    assert tree.leaf("risks") == small().leaf("clot_today")
    tree.apply(edits.question_to_leaf(tree, "lungs"))
    assert edits.is_draft(tree.nodes["lungs"])
    assert tree.nodes.keys() == {"lungs", "lungs_now", "strain"}  # these two hung nowhere before


def test_what_something_else_leads_to_stays_and_the_first_node_too():
    tree = rich()
    tree.apply(edits.question_to_leaf(tree, "q_list"))
    assert tree.leaf("q_list") == rich().leaf("l_today")
    assert tree.nodes.keys() == {"q_lungs", "q_calf", "q_list", "l_now", "l_today"}
    assert tree.layout == {"q_lungs": (0, 0), "q_calf": (100, 200), "l_today": (-50, 400)}
    assert tree.regions["g_low"].nodes == ()
    assert tree.regions["g_top"] == rich().regions["g_top"]
    assert "f_draft" not in tree.findings
    tree = rich()
    tree.apply(edits.set_root(tree, "q_list"))
    tree.apply(edits.question_to_leaf(tree, "q_calf"))
    assert tree.root == "q_list"
    assert tree.question("q_list") == rich().question("q_list")


def test_the_first_node_is_one_that_is_there():
    tree = rich()
    change = edits.set_root(tree, "l_rest")
    assert [(part.part, part.before, part.after) for part in change.parts] == [("root", "q_lungs", "l_rest")]
    with pytest.raises(ShapeError):
        edits.set_root(tree, "gone")
    with pytest.raises(ShapeError):
        edits.leaf_to_question(tree, "gone")
    with pytest.raises(ShapeError):
        edits.question_to_leaf(tree, "gone")
