"""What can lower a result, by example and by brute force over every person of random small trees."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Generator

import pytest

from kneetree.model.tree import Finding, Rule, Tree, Urgency
from kneetree.proof.lowering import Fall, LacksFacts, Lowering, Lowerings, values_to_look_at
from kneetree.proof.solver import NotDecided, Solver
from kneetree.slices import result_of
from tests.proof.brute_force import Everybody
from tests.proof.small_trees import as_text, findings_of, random_tree
from tests.shipped.seeded_faults import shipped
from tests.trees import collect, decide, leaf, make

TREES = 60
"""Random trees for each seed."""


def answers(tree: Tree) -> dict[str, Lowering]:
    return {one.finding: one for one in Lowerings(tree).steps() if one is not None}


def numb_foot() -> Tree:
    """A numb foot is an emergency, unless there is back pain too, which wins."""
    return make(
        {
            "list": collect(["numb", "back", "tired"], "both"),
            "both": decide({"numb": 1, "back": 1}, 2, "home", "alone"),
            "alone": decide({"numb": 1}, 1, "now", "worn_out"),
            "worn_out": decide({"tired": 1}, 1, "later", "soon"),
            "now": leaf("emergency"),
            "soon": leaf("within_days"),
            "later": leaf("routine"),
            "home": leaf("self_care"),
        },
        findings={name: Finding(name) for name in ("numb", "back", "tired")},
    )


def test_the_worst_fall_of_each_finding_is_told() -> None:
    found = answers(numb_foot())
    assert {name: (one.lowers, one.high, one.low) for name, one in found.items()} == {
        "back": (True, Urgency.EMERGENCY, Urgency.SELF_CARE),
        "numb": (True, Urgency.WITHIN_DAYS, Urgency.SELF_CARE),
        "tired": (True, Urgency.WITHIN_DAYS, Urgency.ROUTINE),
    }
    assert next(iter(found)) == "back"  # the worst first


def test_a_rule_says_which_value_is_looked_at() -> None:
    tree = numb_foot()
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"tired": False})
    tree.findings["back"] = Finding("back", usual=True)
    assert values_to_look_at(tree, ["numb", "back", "tired"]) == {"numb": True, "back": False, "tired": False}
    assert {name: one.lowers for name, one in answers(tree).items()} == {"numb": True, "back": False, "tired": False}


def test_what_no_node_turns_on_lowers_nothing() -> None:
    found = [one for one in Lowerings(numb_foot()).steps({"elsewhere": True, "back": True}) if one is not None]
    assert [(one.finding, one.lowers) for one in found] == [("back", True), ("elsewhere", False)]


def test_a_decision_that_lacks_a_fact_is_named() -> None:
    tree = make({"list": collect(["a"], "both"), "both": decide({"b": 1}, 1, "x", "y"), "x": leaf(), "y": leaf()})
    with pytest.raises(LacksFacts, match="fact missing"):
        answers(tree)


def test_what_the_budget_leaves_open_is_neither_yes_nor_no(monkeypatch: pytest.MonkeyPatch) -> None:
    lowerings = Lowerings(numb_foot())
    list(lowerings.steps())

    def too_much(*_: object) -> Generator[None, None, bool]:
        yield
        raise NotDecided

    monkeypatch.setattr(Solver, "holds", too_much)
    assert {(one.lowers, one.exact) for one in lowerings.steps() if one is not None} == {(None, False)}


def test_together_or_one_by_one_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lowerings = Lowerings(numb_foot())
    together = {one[:5] for one in lowerings.steps() if one is not None}
    fall = lowerings._two.fall

    def one_at_a_time(wanted: dict[str, bool], *rest: object) -> Generator[None, None, Fall | None]:
        if len(wanted) > 1:
            raise NotDecided
        return (yield from fall(wanted, *rest))

    monkeypatch.setattr(lowerings._two, "fall", one_at_a_time)
    assert {one[:5] for one in lowerings.steps() if one is not None} == together


def worst(everybody: Everybody, finding: str, value: bool) -> tuple[Urgency, Urgency, int] | None:
    """Return from where to where having a value lowers at worst, and how many findings of the smallest are unusual."""
    tree = everybody.tree
    rule = Rule(id="r", statement="s", never_lowers={finding: value})
    falls = [
        (tree.leaf(fall.without.leaf).urgency, tree.leaf(fall.having.leaf).urgency, fall.unusual)
        for fall in everybody.falls(rule)
    ]
    return min(falls, key=lambda one: (-one[0].rank, one[1].rank, one[2]), default=None)


@pytest.mark.seeds(12)
def test_every_lowering_equals_brute_force(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        everybody = Everybody(tree)
        lowerings = Lowerings(tree)
        where = f"seed {seed}\n{as_text(tree)}"
        if everybody.torn:
            with pytest.raises(LacksFacts):
                list(lowerings.steps())
            continue
        found = {one.finding: one for one in lowerings.steps() if one is not None}
        turning = set(findings_of(tree))
        assert turning <= found.keys(), where
        for finding in turning:
            one = found[finding]
            smallest = result_of(lowerings.smallest(one))
            expected = worst(everybody, finding, one.value)
            told = (one.high, one.low, smallest.unusual) if one.lowers and smallest is not None else None
            assert told == expected, f"{where}\n{one}"
            assert (one.lowers, one.exact) == (expected is not None, True), f"{where}\n{one}"


def test_the_random_trees_lower_enough() -> None:
    dice, seen = random.Random(2), Counter[bool]()
    for _ in range(100):
        everybody = Everybody(random_tree(dice))
        if not everybody.torn:
            seen.update(worst(everybody, finding, True) is not None for finding in findings_of(everybody.tree))
    assert min(seen[True], seen[False]) >= 30, seen


def test_the_shipped_tree_is_settled_with_people_who_walk() -> None:
    found = [one for one in Lowerings(shipped()).steps() if one is not None]
    assert all(one.lowers is not None and one.exact for one in found)
    assert {one.finding for one in found} >= set(findings_of(shipped()))
    for one in found:
        if one.fall is not None:
            assert shipped().leaf(one.fall.without.leaf).urgency is one.high
            assert shipped().leaf(one.fall.having.leaf).urgency is one.low
