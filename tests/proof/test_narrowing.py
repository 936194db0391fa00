"""What is carried along the ways never hides somebody who breaks a rule, and clears what needs no clauses."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from kneetree.files import tree_files
from kneetree.model.tree import PathTo, Rule, Tree, Urgency
from kneetree.proof import knowing, narrowing, safety_rules
from kneetree.proof.arrays import Compiled
from kneetree.proof.hazards import Hazard, hazards
from kneetree.proof.narrowing import Narrowing
from kneetree.proof.quick_pass import suspects
from kneetree.slices import result_of
from tests.proof.brute_force import Everybody, Outcome
from tests.proof.small_trees import as_text, random_rules, random_tree
from tests.trees import ask, ask_items, leaf, make

VERSION_1 = Path(__file__).parents[2] / "benchmarks" / "tree_of_version_1.json"


def looked_over(tree: Tree, *rules: Rule) -> list[bool]:
    """Return for each hazard of ``rules`` whether it is suspected."""
    found = result_of(suspects(Compiled(tree), [hazard for rule in rules for hazard in hazards(rule)]))
    return [one is not None for one in found]


def never(given: Mapping[str, bool], level: Urgency = Urgency.EMERGENCY) -> Rule:
    return Rule(id="r", statement="s", given=dict(given), urgency_at_least=level)


@pytest.mark.seeds(4)
@pytest.mark.parametrize(("kinds", "carried"), [(1, 256), (4, 256), (1000, 256), (2, 1), (2, 2), (4, 3)])
def test_nobody_who_breaks_a_rule_is_hidden(
    seed: int, kinds: int, carried: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "MOST_KINDS", kinds)
    monkeypatch.setattr(narrowing, "MOST_CARRIED", carried)
    dice = random.Random(seed)
    for _ in range(40):
        tree = random_tree(dice)
        rules = [rule for rule in random_rules(dice, tree) if rule.never_lowers is None]
        everybody, compiled = Everybody(tree, rules), Compiled(tree)
        for rule in rules:
            breaking = everybody.breaking(rule)
            if breaking:
                assert any(looked_over(tree, rule)), f"seed {seed}\n{as_text(tree)}\n{rule}\n{min(breaking)}"
        for rule in rules:
            for hazard in hazards(rule):
                for outcome in _happening(everybody, rule, hazard):
                    way = [(compiled.index[node], answer != "no") for node, answer, _ in outcome.path]
                    carry = _narrowing(compiled, hazard)
                    assert carry.fits(hazard, way), f"seed {seed}\n{as_text(tree)}\n{hazard}\n{outcome}"


def _happening(everybody: Everybody, rule: Rule, hazard: Hazard) -> set[Outcome]:
    """Return the ways on which a hazard happens, wherever they end."""
    if rule.given is not None:
        return {outcome for person, outcome in everybody.walks if everybody.is_like(person, rule.given)}
    everywhere = {"urgency_at_least": None, "every_path_to": PathTo()}
    form = {"asks": (hazard.without,)} if hazard.without else {"questions_at_most": rule.questions_at_most}
    return everybody.breaking(Rule(id="r", statement="s", **everywhere, **form))


def _narrowing(compiled: Compiled, hazard: Hazard) -> Narrowing:
    lacking = compiled.decisions - knowing.complete_turns(compiled, knowing.surely_asked(compiled))
    return Narrowing(compiled, lacking, hazard.given)


def test_what_was_denied_above_is_not_affirmed_below() -> None:
    tree = make(
        {
            "list": ask_items({"a": 1, "b": 1}, 1, "bad", "again"),
            "again": ask("a", "home", "c"),
            "c": ask("c", "bad", "bad2"),
            "home": leaf(Urgency.SELF_CARE),
            "bad": leaf(Urgency.EMERGENCY),
            "bad2": leaf(Urgency.EMERGENCY),
        }
    )
    assert looked_over(tree, never({"c": True}), never({"b": True}), never({"a": False})) == [False, False, False]


def test_a_number_that_was_given_is_not_another_below() -> None:
    tree = make(
        {
            "old": ask("age_at_least_60", "adult", "bad"),
            "adult": ask("age_at_least_20", "c", "home"),
            "c": ask("c", "bad", "bad2"),
            "home": leaf(Urgency.SELF_CARE),
            "bad": leaf(Urgency.EMERGENCY),
            "bad2": leaf(Urgency.EMERGENCY),
        }
    )
    assert looked_over(tree, never({"c": True})) == [False]


def test_a_list_that_cannot_be_passed_asks_for_all_its_lines() -> None:
    """Everybody who reaches the list has denied ``a``, which alone does not settle it, so ``b`` is asked."""
    tree = make(
        {
            "first": ask("a", "bad", "list"),
            "list": ask_items({"a": 1, "b": 1}, 1, "home", "home2"),
            "bad": leaf(Urgency.EMERGENCY),
            "home": leaf(Urgency.SELF_CARE),
            "home2": leaf(Urgency.SELF_CARE),
        }
    )
    home = PathTo(urgency=Urgency.SELF_CARE)
    assert looked_over(tree, Rule(id="r", statement="s", every_path_to=home, asks=("b",))) == [False]


def test_a_question_that_was_answered_is_not_counted_again() -> None:
    tree = make(
        {
            "list": ask_items({"a": 1, "b": 2}, 3, "one", "one2"),
            "one": ask("a", "end", "end2"),
            "one2": ask("b", "two", "end"),
            "two": ask("a", "end", "end2"),
            "end": leaf(),
            "end2": leaf(),
        }
    )
    most = Rule(id="r", statement="s", every_path_to=PathTo(), questions_at_most=1)
    assert looked_over(tree, most) == [False]


def test_no_rule_of_the_tree_of_version_1_needs_clauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take most of the time of a proof."""
    tree = tree_files.read_tree(VERSION_1).tree
    monkeypatch.setattr(safety_rules, "Clauses", None)
    assert len(tree.rules) == 132
    assert all(verdict.holds for verdict in safety_rules.prove_all(tree))
