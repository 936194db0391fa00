"""The tree as numbers, and what follows from what is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.tree import Question, Tree
from kneetree.proof.arrays import Compiled, Knowledge
from tests import trees
from tests.trees import ask, leaf, make


@given(trees.trees())
def test_the_order_has_each_node_that_can_be_reached_before_what_it_leads_to(tree: Tree) -> None:
    arrays = Compiled(tree.nodes, tree.root)
    place = {arrays.ids[number]: at for at, number in enumerate(arrays.order)}
    reached = {tree.root}
    for key in place:
        node = tree.nodes[key]
        if isinstance(node, Question):
            reached |= {node.yes, node.no}
            assert place[key] < min(place[node.yes], place[node.no])
    assert place.keys() == reached


@given(trees.trees())
def test_the_numbers_say_what_the_questions_say(tree: Tree) -> None:
    arrays = Compiled(tree.nodes, tree.root)
    for number, key in enumerate(arrays.ids):
        node = tree.nodes[key]
        names = {arrays.findings[finding] for finding in arrays.asked_by(number)}
        if isinstance(node, Question):
            assert names == set(node.findings)
            assert (arrays.ids[arrays.yes[number]], arrays.ids[arrays.no[number]]) == (node.yes, node.no)
        else:
            assert not names
            assert arrays.yes[number] == arrays.no[number] == -1


def test_findings_that_imply_one_another_are_one_group() -> None:
    tree = make(
        {
            "a": ask("age_at_least_40", "b", "end"),
            "b": ask("age_at_least_60", "c", "end"),
            "c": ask("days_at_least_7", "end", "home"),
            "end": leaf(),
            "home": leaf("self_care"),
        }
    )
    arrays = Compiled(tree.nodes, tree.root)
    group = {name: arrays.group[number] for name, number in arrays.number.items()}
    assert group["age_at_least_40"] == group["age_at_least_60"] != group["days_at_least_7"]
    known = Knowledge()
    assert known.learn("age_at_least_60", True)
    assert arrays.facts(known) == {arrays.number["age_at_least_40"]: True, arrays.number["age_at_least_60"]: True}


FINDINGS = st.sampled_from(["f", "g", "age_at_least_20", "age_at_least_40", "age_at_least_60", "days_at_least_7"])


@given(st.lists(st.tuples(FINDINGS, st.booleans()), max_size=6), FINDINGS)
def test_what_is_known_is_what_a_walk_knows(told: list[tuple[str, bool]], asked: str) -> None:
    known = Knowledge()
    kept = {finding: value for finding, value in told if known.value(finding) is None and known.learn(finding, value)}
    value = knowledge.value_of(asked, kept)
    assert known.value(asked) is (None if value is knowledge.UNKNOWN else value)


def test_a_contradiction_is_refused_and_changes_nothing() -> None:
    known = Knowledge()
    assert known.learn("age_at_least_60", True)
    assert not known.learn("age_at_least_40", False)
    assert known.value("age_at_least_40") is True
    assert known.value("age_at_least_0") is True
    assert known.value("age_at_least_70") is None
