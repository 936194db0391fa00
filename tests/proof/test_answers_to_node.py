"""The walk to a node: it is found for every node that some person reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import shipped
from kneetree.errors import CannotStart
from kneetree.files import tree_files
from kneetree.model.tree import Answer, QuestionNode, Tree
from kneetree.proof.answers_to_node import walk_to
from kneetree.walk.walk import Walk
from tests import trees
from tests.people import leaf_of, people
from tests.trees import ask, ask_items, decide, leaf, make, number


def facts_are_missing(walk: Walk) -> bool:
    return any(step.how == "decided" and step.answer is Answer.UNSURE for step in walk.path)


@given(trees.trees(), st.data())
def test_the_walk_to_a_node_comes_to_it(tree: Tree, data: st.DataObject) -> None:
    node = data.draw(st.sampled_from(sorted(tree.nodes)))
    try:
        walk = walk_to(tree, node)
    except CannotStart:
        person = data.draw(people(tree))
        assert node not in {step.node for step in Walk.start(tree, answers=person).path}
        assert leaf_of(tree, person) != node
        return
    assert node in (walk.question, *walk.leaves, *(step.node for step in walk.path)) or facts_are_missing(walk)
    assert None not in walk.answers.values()


def test_the_walk_to_an_unknown_node() -> None:
    with pytest.raises(CannotStart):
        walk_to(trees.small(), "nowhere")


@pytest.mark.parametrize("every", [9])
def test_nodes_of_the_shipped_tree_can_be_walked_to(every: int) -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    for node in list(tree.nodes)[::every]:
        walk = walk_to(tree, node)
        assert node == walk.question or node in walk.leaves or node in {step.node for step in walk.path}


def test_ticks_of_one_list_leave_the_next_one_as_the_way_needs_it() -> None:
    """Two of three must be ticked, and the list that follows asks for the first of them by points."""
    tree = make(
        {
            "first": ask_items({"a": 1, "b": 1, "c": 1}, 2, "second", "end"),
            "second": ask_items({"a": 2}, 2, "end", "third"),
            "third": ask("a", "never", "home"),
            "end": leaf("same_day"),
            "never": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    walk = walk_to(tree, "third")
    assert walk.answers == {"a": False, "b": True, "c": True}
    assert walk.leaves == ("home",)
    assert walk_to(tree, "end").answers == {"a": False, "b": False, "c": False}


def test_no_more_is_ticked_than_the_way_needs() -> None:
    tree = make(
        {
            "list": ask_items({"one": 1, "two": 2, "another": 1}, 2, "age", "home"),
            "age": number("age", "old"),
            "old": decide({"age_at_least_40": 1, "age_at_least_60": 2}, 1, "now", "home"),
            "now": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    assert walk_to(tree, "now").answers == {
        "one": False,
        "two": True,
        "another": False,
        "age": 40,
    }


def test_a_longer_way_is_taken_where_only_there_the_question_is_asked() -> None:
    """The short way to the last question tells its answer before; the long one does not."""
    tree = make(
        {
            "first": ask("a", "known", "long"),
            "known": ask("c", "last", "home"),
            "long": ask("b", "longer", "home"),
            "longer": ask("d", "last", "home"),
            "last": ask("c", "today", "home"),
            "today": leaf("same_day"),
            "home": leaf("self_care"),
        },
        "first",
    )
    walk = walk_to(tree, "last")
    assert walk.question == "last"
    assert [step.node for step in walk.path] == ["first", "long", "longer"]


@given(trees.trees(), st.data())
def test_a_question_that_the_walk_to_it_passes_over_is_asked_of_nobody(tree: Tree, data: st.DataObject) -> None:
    node = data.draw(st.sampled_from([key for key, held in tree.nodes.items() if isinstance(held, QuestionNode)]))
    try:
        walk = walk_to(tree, node)
    except CannotStart:
        return
    if walk.question != node and not tree.asked(node).is_list and not facts_are_missing(walk):
        person = data.draw(people(tree))
        assert not Walk.start(tree, answers=person).answered(node)
