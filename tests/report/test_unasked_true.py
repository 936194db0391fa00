"""What a result says of the facts that were not asked is true: whatever they are, the result is the same."""

from __future__ import annotations

import random

import pytest

from kneetree.model.tree import Tree
from kneetree.walk.walk import Walk
from tests.shipped.seeded_faults import shipped

PEOPLE = 150
SELDOM = 0.02
"""How often a fact is not as it is for most people: with more, nearly everybody is an emergency at the first list."""


@pytest.fixture(scope="module")
def tree() -> Tree:
    return shipped()


def person(tree: Tree, dice: random.Random) -> dict[str, bool | int | None]:
    """Somebody of whom everything is known."""
    numbers = {name: dice.randint(scale.least, min(scale.most, 400)) for name, scale in tree.scales.items()}
    found = {name: finding.usual is not (dice.random() < SELDOM) for name, finding in tree.findings.items()}
    return {**found, **numbers}


def walked(tree: Tree, of: dict[str, bool | int | None]) -> Walk:
    """The walk of somebody who is asked one question after the other."""
    walk = Walk.start(tree)
    while walk.question is not None:
        asked = tree.asked(walk.question)
        walk = walk.answer({fact: of[fact] for fact in asked.facts})
    return walk


def test_no_fact_that_was_not_asked_could_change_the_result(tree: Tree) -> None:
    dice, seen = random.Random(8), set()
    for _ in range(PEOPLE):
        one, other = person(tree, dice), person(tree, dice)
        walk = walked(tree, one)
        likewise = walked(tree, {**other, **walk.said})
        assert likewise.leaves == walk.leaves
        seen.add(walk.urgency)
    assert len(seen) >= 4
