"""The proof equals brute force over every person of thousands of random small trees.

Only the public face of the proof is used here: ``prove``, ``prove_all``, ``walk_to`` and the tree.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest
from msgspec.structs import replace

from kneetree.errors import CannotStart
from kneetree.model.tree import Answer, Rule, Tree
from kneetree.proof.answers_to_node import walk_to
from kneetree.proof.safety_rules import Verdict, prove, prove_all
from kneetree.walk.walk import Walk
from tests.proof.brute_force import Everybody, Outcome, nodes_on, walk
from tests.proof.small_trees import as_text, random_rules, random_tree, smallest, smallest_rule
from tests.trees import leaf, make

TREES = 150
"""Random trees for each seed."""


def with_rules(tree: Tree, rules: list[Rule]) -> Tree:
    return Tree(title=tree.title, root=tree.root, nodes=tree.nodes, rules={rule.id: rule for rule in rules})


# -- what can be wrong ------------------------------------------------------------------------------


def fault_of_verdict(everybody: Everybody, rule: Rule, verdict: Verdict) -> str:
    """Return what is wrong with a verdict, "" if nothing is."""
    breaking = everybody.breaking(rule)
    if not breaking:
        return "" if verdict == Verdict(rule.id, True) else f"nobody breaks the rule, but it says {verdict}"
    if verdict.holds or verdict.path is None or verdict.leaf is None:
        return f"somebody breaks the rule, as by {min(breaking)}, but it says {verdict}"
    outcome = Outcome(verdict.path, verdict.leaf)
    if outcome not in everybody.outcomes:
        return f"nobody walks {outcome}"
    if outcome not in breaking:
        return f"who walks {outcome} does not break the rule"
    shortest = min(breaking, key=lambda other: len(other.path))
    return "" if len(outcome.path) == len(shortest.path) else f"{outcome} is longer than {shortest}"


def fault_of_proof(tree: Tree, rule: Rule) -> str:
    """Return what is wrong with the proof of one rule by itself."""
    return fault_of_verdict(Everybody(tree, [rule]), rule, prove(tree, rule))


def fault_of_walk(tree: Tree, person: dict[str, bool]) -> str:
    """Return how ``Walk`` goes another way than the person does."""
    expected = walk(tree, person)
    real = Walk.start(tree, answers=person)
    words = tuple((step.node, "known" if step.known else str(step.answer)) for step in real.path)
    same = (words, real.leaves) == (expected.path, (expected.leaf,))
    targets = [tree.question(step.node).target(step.answer) for step in real.path]
    same = same and [tree.root, *targets] == nodes_on(expected)
    return "" if same else f"Walk goes {words} to {real.leaves}, the person {expected}"


def fault_of_answers(everybody: Everybody, node: str) -> str:
    """Return what is wrong with the answers that are said to lead to ``node``."""
    tree, shortest = everybody.tree, everybody.shortest_to(node)
    try:
        found = walk_to(tree, node)
    except CannotStart:
        return "" if shortest is None else f"somebody gets to {node} in {shortest} steps, but no answers are found"
    if shortest is None:
        return f"nobody gets to {node}, but {dict(found.answers)} shall"
    if Answer.UNSURE in {step.answer for step in found.path}:
        return f"{dict(found.answers)} leaves a question on the way to {node} not sure"
    said = found.answers.items()
    ways = {tuple(nodes_on(outcome)[: shortest + 1]) for person, outcome in everybody.walks if said <= person.items()}
    if not ways:
        return f"nobody has {dict(found.answers)}"
    if len(ways) > 1 or not all(way[-1] == node for way in ways):
        return f"{dict(found.answers)} leads {ways}, not to {node} in {shortest} steps"
    way = next(iter(ways))
    walked = (*(step.node for step in found.path), *([found.question] if found.question else found.leaves))
    return "" if walked[: shortest + 1] == way else f"Walk with {dict(found.answers)} goes {walked}, a person {way}"


# -- the tests --------------------------------------------------------------------------------------


@pytest.mark.seeds(25)
def test_every_verdict_equals_brute_force(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        rules = random_rules(dice, tree)
        everybody = Everybody(tree, rules)
        for rule, verdict in zip(rules, prove_all(with_rules(tree, rules)), strict=True):
            fault = fault_of_verdict(everybody, rule, verdict)
            if fault:
                report(seed, tree, rule, fault)


@pytest.mark.seeds(1)
def test_a_rule_by_itself_is_decided_as_among_others(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        rules = random_rules(dice, tree)
        assert [prove(tree, rule) for rule in rules] == prove_all(with_rules(tree, rules)), f"\n{as_text(tree)}"


@pytest.mark.seeds(1)
def test_each_person_walks_as_the_format_says(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        for person, _ in Everybody(tree).walks:
            fault = fault_of_walk(tree, person)
            assert not fault, f"seed {seed}, {person}\n{as_text(tree)}\n{fault}"


@pytest.mark.seeds(4)
def test_answers_to_a_node_are_found_where_somebody_gets_there(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        everybody = Everybody(tree)
        for node in tree.nodes:
            if fault_of_answers(everybody, node):
                report_answers(seed, tree, node)


def test_a_tree_of_one_leaf_equals_brute_force() -> None:
    tree = make({"only": leaf("routine")})
    rules = random_rules(random.Random(1), tree)
    everybody = Everybody(tree, rules)
    for rule in rules:
        assert not fault_of_verdict(everybody, rule, prove(tree, rule))
    assert not fault_of_answers(everybody, "only")


def test_the_random_trees_are_hard_enough() -> None:
    """Each form is broken and holds often, many shortest ways pass known questions, and many nodes nobody reaches."""
    dice, seen = random.Random(1), Counter[str]()
    for _ in range(200):
        tree = random_tree(dice)
        rules = random_rules(dice, tree)
        everybody = Everybody(tree, rules)
        seen["unreached node"] += sum(everybody.shortest_to(node) is None for node in tree.nodes)
        seen["known list"] += any(
            word == "known" and tree.question(node).items for path, _ in everybody.outcomes for node, word in path
        )
        for rule in rules:
            form = "given" if rule.given is not None else "asks" if rule.asks is not None else "questions_at_most"
            breaking = everybody.breaking(rule)
            seen[form, bool(breaking)] += 1
            if breaking:
                shortest = min(len(outcome.path) for outcome in breaking)
                seen["known on the way"] += all(
                    "known" in dict(outcome.path).values() for outcome in breaking if len(outcome.path) == shortest
                )
    assert len(seen) == 9
    assert min(seen.values()) >= 50, seen


# -- reports ----------------------------------------------------------------------------------------


def report(seed: int, tree: Tree, rule: Rule, fault: str) -> None:
    """Fail with the smallest tree and rule that show the fault, where the rule by itself shows it."""
    if fault_of_proof(tree, rule):
        tree = smallest(tree, lambda smaller: bool(fault_of_proof(smaller, rule)))
        rule = smallest_rule(rule, lambda less: bool(fault_of_proof(tree, less)))
        fault = fault_of_proof(tree, rule)
    pytest.fail(f"seed {seed}\n{as_text(tree)}\n{replace(rule, id='r')}\n{fault}", pytrace=False)


def report_answers(seed: int, tree: Tree, node: str) -> None:
    """Fail with the smallest tree that shows that the answers to ``node`` are wrong."""
    tree = smallest(tree, lambda smaller: node in smaller.nodes and bool(fault_of_answers(Everybody(smaller), node)))
    fault = fault_of_answers(Everybody(tree), node)
    pytest.fail(f"seed {seed}\n{as_text(tree)}\n{fault}", pytrace=False)
