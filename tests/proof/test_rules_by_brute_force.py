"""The proof equals brute force over every person of thousands of random small trees.

Only the public face of the proof is used here: ``prove``, ``prove_all``, ``walk_to``, ``decisions_lacking``,
``unreachable`` and the tree.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from kneetree.errors import CannotStart
from kneetree.model.tree import Answer, Decision, Kind, Rule, Tree
from kneetree.proof import safety_rules
from kneetree.proof.answers_to_node import walk_to
from kneetree.proof.hazards import Hazard
from kneetree.proof.quick_pass import Suspicion
from kneetree.proof.reaching import decisions_lacking, unreachable
from kneetree.proof.safety_rules import Verdict, contradicts_itself, prove, prove_all
from kneetree.walk.walk import Walk
from tests.proof.brute_force import Everybody, Person, nodes_on, walks
from tests.proof.small_trees import as_text, random_rules, random_tree, smallest, smallest_rule, tree_of
from tests.trees import leaf

TREES = 80
"""Random trees for each seed."""


def with_rules(tree: Tree, rules: list[Rule]) -> Tree:
    found = tree.copy()
    found.rules = {rule.id: rule for rule in rules}
    return found


# -- what can be wrong ------------------------------------------------------------------------------


def fault_of_verdict(everybody: Everybody, rule: Rule, verdict: Verdict) -> str:
    """Return what is wrong with a verdict, "" if nothing is."""
    if rule.never_lowers is not None:
        return _fault_of_two(everybody, rule, verdict)
    breaking = everybody.breaking(rule)
    if not breaking:
        return "" if verdict == Verdict(rule.id, True) else f"nobody breaks the rule, but it says {verdict}"
    if verdict.holds is not False or verdict.path is None or verdict.leaf is None:
        return f"somebody breaks the rule, as by {min(breaking)}, but it says {verdict}"
    way = verdict.path, verdict.leaf
    if way not in {outcome[:2] for outcome in everybody.outcomes}:
        return f"nobody walks {way}"
    if way not in {outcome[:2] for outcome in breaking}:
        return f"who walks {way} does not break the rule"
    fewest, found = min(outcome.questions for outcome in breaking), sum(how == "asked" for _, _, how in verdict.path)
    return "" if found == fewest else f"{way} asks {found} questions, and {fewest} are enough"


def _fault_of_two(everybody: Everybody, rule: Rule, verdict: Verdict) -> str:
    if everybody.torn:
        return "" if verdict.holds is None and "fact missing" in verdict.reason else f"facts are missing: {verdict}"
    falls = everybody.falls(rule)
    if not falls:
        return "" if verdict == Verdict(rule.id, True) else f"nobody falls, but it says {verdict}"
    if verdict.holds is not False:
        return f"{falls[0]} breaks the rule, but it says {verdict}"
    unusual = min(fall.unusual for fall in falls)
    smallest_falls = {(fall.finding, fall.without[:2], fall.having[:2]) for fall in falls if fall.unusual == unusual}
    told = verdict.finding, (verdict.path, verdict.leaf), (verdict.other_path, verdict.other_leaf)
    if told not in smallest_falls:
        return f"{told} are not among {smallest_falls}"
    assert verdict.path is not None
    assert verdict.other_path is not None
    here, there = dict(enumerate(verdict.path)), dict(enumerate(verdict.other_path))
    place = next(place for place in here if here[place][:2] != there[place][:2])
    return "" if verdict.parts_at == here[place][0] else f"they part at {here[place][0]}, not at {verdict.parts_at}"


def fault_of_proof(tree: Tree, rule: Rule) -> str:
    """Return what is wrong with the proof of one rule by itself."""
    return fault_of_verdict(Everybody(tree, [rule]), rule, prove(tree, rule))


def fault_of_walk(tree: Tree, person: Person) -> str:
    """Return how ``Walk`` goes another way than the person does; where facts are missing, it need not say."""
    ways = list(walks(tree, person))
    if any(way.torn for way in ways):
        return ""
    real = Walk.start(tree, answers=person)
    words = tuple((step.node, str(step.answer), str(step.how)) for step in real.path)
    return "" if (words, real.leaves) == (ways[0].path, (ways[0].leaf,)) else f"Walk goes {words}, the person {ways[0]}"


def fault_of_answers(everybody: Everybody, node: str) -> str:
    """Return what is wrong with the answers that are said to lead to ``node``."""
    tree, fewest = everybody.tree, everybody.shortest_to(node)
    try:
        found = walk_to(tree, node)
    except CannotStart:
        return "" if fewest is None else f"somebody gets to {node} in {fewest} questions, but no answers are found"
    if fewest is None:
        return f"nobody gets to {node}, but {dict(found.answers)} shall"
    said = found.answers.items()
    whole = [outcome for person, outcome in everybody.walks if node in nodes_on(outcome) and said <= person.items()]
    if not whole:
        return f"nobody who comes to {node} has {dict(found.answers)}"
    if any(outcome.torn for outcome in everybody.outcomes if node in nodes_on(outcome)):
        return ""
    if Answer.UNSURE in {step.answer for step in found.path}:
        return f"{dict(found.answers)} leaves a question on the way to {node} not sure"
    if node not in (*(step.node for step in found.path), found.question, *found.leaves):
        return f"{dict(found.answers)} does not lead to {node}"
    asked = sum(step.asked for step in found.path if step.node != node)
    later = [step.node for step in found.path]
    asked -= sum(step.asked for step in found.path[later.index(node) + 1 :]) if node in later else 0
    # A way on which it is asked goes before a shorter one on which its answer is known already.
    to_ask = everybody.shortest_to_ask(node)
    fewest = fewest if to_ask is None else to_ask
    return (
        "" if asked == fewest else f"{dict(found.answers)} takes {asked} questions to {node}, and {fewest} are enough"
    )


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


@pytest.mark.seeds(10)
def test_clauses_alone_decide_as_brute_force(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pass over the graph decides nothing here, neither that a rule holds nor how it is broken."""

    def all_of_them(_tree: object, found: list[Hazard]) -> Iterator[None]:
        yield
        return [Suspicion(None, 0)] * len(found)

    monkeypatch.setattr(safety_rules, "suspects", all_of_them)
    test_every_verdict_equals_brute_force(seed)


@pytest.mark.seeds(2)
def test_a_rule_by_itself_is_decided_as_among_others(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        rules = random_rules(dice, tree)
        for rule, verdict in zip(rules, prove_all(with_rules(tree, rules)), strict=True):
            assert prove(tree, rule).holds == verdict.holds, f"seed {seed}\n{as_text(tree)}\n{rule}"


@pytest.mark.seeds(2)
def test_a_rule_that_contradicts_itself_is_about_nobody(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        for rule in random_rules(dice, tree):
            if rule.given is not None:
                everybody = Everybody(tree, [rule])
                nobody = not any(everybody.is_like(person, rule.given) for person in everybody.people)
                assert contradicts_itself(rule) == nobody, f"seed {seed}\n{rule}"


@pytest.mark.seeds(2)
def test_each_person_walks_as_the_format_says(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        for person in Everybody(tree).people:
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


@pytest.mark.seeds(8)
def test_nodes_that_nobody_reaches_equal_brute_force(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        everybody = Everybody(tree)
        nobody = {key for key in tree.nodes if everybody.shortest_to(key) is None}
        leaves = {key for key, _ in tree.leaves()}
        assert {key for key in unreachable(tree) if key} == nobody & leaves, f"seed {seed}\n{as_text(tree)}"


@pytest.mark.seeds(12)
def test_decisions_that_lack_a_fact_equal_brute_force(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        everybody = Everybody(tree)
        found = [one for one in decisions_lacking(tree) if one is not None]
        where = f"seed {seed}\n{as_text(tree)}\n{found}"
        assert {(one.decision, one.finding) for one in found} == everybody.lacking, where
        for one in found:
            said = one.answers.items()
            assert any(
                (one.decision, one.finding) in outcome.lacked
                for person, outcome in everybody.walks
                if said <= person.items()
            ), where
            for missed in one.missed:
                assert any(missed in nodes_on(outcome) or outcome for outcome in everybody.outcomes)
                assert tree.asked(missed).kind is not Kind.DECISION


def test_a_tree_of_one_leaf_equals_brute_force() -> None:
    tree = tree_of({"only": leaf("routine")}, "only", {})
    rules = random_rules(random.Random(1), tree)
    everybody = Everybody(tree, rules)
    for rule in rules:
        assert not fault_of_verdict(everybody, rule, prove(tree, rule))
    assert not fault_of_answers(everybody, "only")


def test_the_random_trees_are_hard_enough() -> None:
    """Each form is broken and holds often, shortest ways pass known questions, and facts are missing and not."""
    dice, seen = random.Random(1), Counter[object]()
    for _ in range(400):
        tree = random_tree(dice)
        rules = random_rules(dice, tree)
        everybody = Everybody(tree, rules)
        seen["unreached node"] += sum(everybody.shortest_to(node) is None for node in tree.nodes)
        seen["known list"] += any(
            how == "known" and tree.asked(node).is_list for one in everybody.outcomes for node, _, how in one.path
        )
        decides = any(isinstance(node, Decision) for node in tree.nodes.values())
        seen["decisions with all facts" if decides and not everybody.lacking else ""] += 1
        seen["a fact that decides nothing is missing"] += bool(everybody.lacking) and not everybody.torn
        seen["torn"] += everybody.torn
        for rule in rules:
            if rule.never_lowers is not None:
                if not everybody.torn:
                    seen["never lowers", bool(everybody.falls(rule))] += 1
                continue
            form = "given" if rule.given is not None else "asks" if rule.asks is not None else "questions_at_most"
            breaking = everybody.breaking(rule)
            seen[form, bool(breaking)] += 1
            if breaking:
                fewest = min(outcome.questions for outcome in breaking)
                seen["known on the way"] += all(
                    "known" in {how for _, _, how in outcome.path}
                    for outcome in breaking
                    if outcome.questions == fewest
                )
            if rule.unless:
                seen["exempt"] += bool(everybody.breaking(replace(rule, unless=())) - breaking)
    assert len(seen) == 16, seen
    assert min(seen.values()) >= 10, seen


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
