"""A result does not claim what somebody was not sure of."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.tree import Tree
from kneetree.report.summary import summarise
from kneetree.report.unsure_note import rests_on_unsure
from kneetree.walk.walk import Walk
from tests import trees

TREE = trees.make({
    "hot": trees.ask("hot", "red", "fall"),
    "red": trees.collect(["red"], "fall"),
    "fall": trees.ask("fall", "now", "lump"),
    "lump": trees.ask("lump", "today", "home"),
    "now": trees.leaf("emergency", reason="You fell."),
    "today": trees.leaf("same_day", reason="You have a lump."),
    "home": trees.leaf("self_care", reason="It is a strain."),
})  # fmt: skip
COULD = "You were not sure about “{}”, so some of this may not apply."


@pytest.mark.parametrize(
    ("answers", "note", "reason"),
    [
        ({"fall": True, "lump": False}, "", "You fell."),
        ({"fall": None, "lump": False}, "You were not sure about “Has fall”. Call all the same.", "You fell."),
        ({"fall": False, "lump": None}, COULD.format("Has lump"), "You have a lump."),
        ({"fall": False, "lump": True, "red": None, "hot": True}, "", "You have a lump."),
        ({"fall": False, "lump": True, "hot": None}, "", "You have a lump."),
        ({"fall": False, "lump": False}, "", "It is a strain."),
    ],
)
def test_a_result_does_not_claim_what_was_not_sure(answers: dict[str, Said], note: str, reason: str) -> None:
    said = summarise(Walk.start(TREE, answers={"hot": False, "red": False, **answers}))
    assert (said.unsure_note, said.reason) == (note, reason)


@given(trees.trees(), st.randoms(use_true_random=False))
def test_a_result_told_without_reserve_is_that_of_everybody_who_is_alike(tree: Tree, chance: random.Random) -> None:
    """Whatever is true of what somebody was not sure of, it leads to the same result."""
    walk = Walk.start(tree)
    while walk.question:
        walk = walk.answer(
            {
                fact: chance.choice([*_sure(tree, fact), None])
                for fact in knowledge.to_ask(tree.asked(walk.question), walk.told)
            }
        )
    if rests_on_unsure(walk):
        assert None in walk.said.values()
        return
    for _ in range(5):
        sure = {fact: chance.choice(_sure(tree, fact)) for fact, said in walk.said.items() if said is None}
        other = walk.answer(sure)
        while other.question:  # such as a list that was passed, since a line of it had been told in the other branch
            wanted = knowledge.to_ask(tree.asked(other.question), other.told)
            known = other.answers
            other = other.answer({fact: chance.choice(_sure(tree, fact)) for fact in wanted if fact not in known})
        if not _lacks_facts(other):
            assert other.leaves == walk.leaves


def _lacks_facts(walk: Walk) -> bool:
    """Return whether a decision counted what was never asked: a fault of the tree, which comes out as *not sure*."""
    decided = [walk.tree.asked(step.node) for step in walk.path if step.how == "decided"]
    return any(knowledge.open_findings(asked, walk.told) for asked in decided)


def _sure(tree: Tree, fact: str) -> list[Said]:
    return [0, 30, 50, 70] if fact in tree.scales else [True, False]
