"""Each safety rule of the shipped tree holds, and a seeded fault that breaks it is caught with a real path."""

from __future__ import annotations

from collections import Counter

import pytest

from kneetree.analysis import cases
from kneetree.model.scales import threshold
from kneetree.model.tree import Answer, Rule, Tree
from kneetree.proof.safety_rules import Verdict, prove, prove_all
from kneetree.walk.walk import Walk
from tests.shipped.seeded_faults import Fault, faults, is_exempt, protected_cases, shipped

RULES = list(shipped().rules)
SEEDED: Counter[str] = Counter()


def _broken(rule: Rule, first: int) -> tuple[Fault, Verdict]:
    """The first fault that breaks ``rule``, and how."""
    for number, fault in enumerate(faults(shipped(), rule, first)):
        verdict = prove(fault.tree, rule)
        assert verdict.decided, verdict.reason
        if not verdict.holds and _is_sure(fault.tree, verdict):
            return fault, verdict
        assert number < 40, f"no fault tried so far breaks {rule.id!r}"
    raise AssertionError(f"no fault breaks {rule.id!r}")


def _is_sure(tree: Tree, verdict: Verdict) -> bool:
    """Whether the walk that breaks the rule knows all that decisions count; ``check`` names trees where it does not."""
    walk = Walk.start(tree, answers=verdict.answers)
    return all(step.answer is not Answer.UNSURE for step in walk.path)


def test_every_rule_holds_and_there_are_at_least_thirty() -> None:
    verdicts = prove_all(shipped())
    assert [verdict.rule_id for verdict in verdicts if not verdict.holds] == []
    assert len(verdicts) == len(RULES) >= 30


@pytest.mark.slow
@pytest.mark.parametrize("rule_id", RULES)
def test_a_seeded_fault_breaks_the_rule_with_a_real_path(rule_id: str) -> None:
    rule = shipped().rules[rule_id]
    fault, verdict = _broken(rule, RULES.index(rule_id))
    SEEDED[fault.kind] += 1
    assert verdict.rule_id == rule_id and verdict.path is not None and verdict.leaf is not None

    walk = Walk.start(fault.tree, answers=verdict.answers)
    assert tuple((step.node, step.answer, step.how) for step in walk.path) == verdict.path
    assert walk.leaves == (verdict.leaf,)
    assert _breaks(fault.tree, rule, verdict)
    shortest = _asked(verdict)
    for case in protected_cases(shipped(), rule):
        if is_exempt(shipped(), rule, case):
            continue
        other = cases.walk_of(fault.tree, case)
        if not {None, "unsure"} & {*case.findings.values(), *(step.answer for step in other.path)}:
            other_leaf = fault.tree.leaf(other.leaves[0])
            broken = rule.urgency_at_least is not None and other_leaf.urgency.rank < rule.urgency_at_least.rank
            assert not broken or other.asked >= shortest, f"{case.id!r} breaks the rule by a shorter path"


def _asked(verdict: Verdict) -> int:
    assert verdict.path is not None
    return sum(how == "asked" for _, _, how in verdict.path)


def _breaks(tree: Tree, rule: Rule, verdict: Verdict) -> bool:
    """Whether the path of ``verdict`` ends where the rule says that it must not."""
    assert verdict.path is not None and verdict.leaf is not None
    leaf = tree.leaf(verdict.leaf)
    if rule.urgency_at_least is not None:
        return leaf.urgency.rank < rule.urgency_at_least.rank
    if rule.below is not None:
        assert verdict.other_leaf is not None
        ends = sorted(tree.leaf(key).urgency.rank for key in (verdict.leaf, verdict.other_leaf))
        return ends[0] < rule.below.rank <= ends[1]
    assert rule.every_path_to is not None
    if rule.questions_at_most is not None:
        return rule.every_path_to.matches(leaf) and _asked(verdict) > rule.questions_at_most
    assert rule.asks is not None
    told = {fact for key, _, how in verdict.path if how == "asked" for fact in tree.asked(key).facts}
    met = told | {finding for finding in rule.asks if (limit := threshold(finding)) and limit.scale in told}
    return rule.every_path_to.matches(leaf) and not set(rule.asks) <= met


@pytest.mark.parametrize("rule_id", [key for key, rule in shipped().rules.items() if rule.given])
def test_cases_stand_on_both_sides_of_the_rule(rule_id: str) -> None:
    rule = shipped().rules[rule_id]
    assert protected_cases(shipped(), rule), "no case is as the rule's given says"
    assert protected_cases(shipped(), rule, off=1), "no case differs from the rule's given in just one finding"


def test_the_seeded_faults_are_of_many_kinds() -> None:
    if sum(SEEDED.values()) < len(RULES):
        pytest.skip("needs the faults of all rules, seeded before")
    assert len(SEEDED) >= 5, SEEDED
