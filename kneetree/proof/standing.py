"""Which verdicts on rules about one person still stand after an edit.

Where nobody comes to a node that the edit altered, everybody goes as before.  So a rule that held can only be broken by
people who come to such a node, and where the shortest way that broke it is still there, only they can have a shorter
one.  One question to the solver is about all rules together; what somebody shows to be otherwise is left to the proof.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

from kneetree.model.tree import Rule
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.formula import FALSE
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.solver import NotDecided

MOST_CONFLICTS = 2_000
"""The budget for all rules together; those about which nothing is known by then are left to the proof."""
MOST_PEOPLE = 20
"""If so many people were found who break rules, all other rules are left to the proof too."""


def altered(before: Compiled, now: Compiled) -> list[int]:
    """Return the nodes of ``now`` that are new or at which people go on or end otherwise; all if the root is another.

    The scales must be the same.
    """
    if before.ids[before.root] != now.ids[now.root]:
        return now.order
    found = []
    for node in now.order:
        old = before.index.get(now.ids[node])
        if old is None or _essence(now, node) != _essence(before, old):
            found.append(node)
    return found


def standing(
    clauses: Clauses, nodes: Sequence[int], known: Iterable[tuple[Rule, Verdict]]
) -> Generator[None, None, dict[str, Verdict]]:
    """Return those of the ``known`` verdicts that stand, where ``nodes`` are all that was altered.

    The whole tree must be encoded in ``clauses``.  A verdict says that a rule held before, or shows a way of somebody
    who still breaks it that has no more questions than any had before.  Raises ``TooLarge`` if that cannot be told.
    """
    formula, solver = clauses.formula, clauses.solver
    comes_there = clauses.comes_to(nodes)
    left: dict[str, int] = {}
    stand: dict[str, Verdict] = {}
    for rule, verdict in known:
        demanded = [comes_there, *_shorter(clauses, verdict), *clauses.breaking(rule)]
        left[rule.id] = formula.all_of(demanded)
        stand[rule.id] = verdict
    left = {rule_id: literal for rule_id, literal in left.items() if literal != FALSE}
    end = solver.conflicts + MOST_CONFLICTS
    try:
        for _ in range(MOST_PEOPLE):
            if not left or not (yield from solver.holds([formula.any_of(left.values())], end - solver.conflicts)):
                return stand
            for rule_id in [rule_id for rule_id, literal in left.items() if solver.is_true(literal)]:
                del left[rule_id], stand[rule_id]
    except NotDecided:
        pass
    return {rule_id: verdict for rule_id, verdict in stand.items() if rule_id not in left}


def _shorter(clauses: Clauses, verdict: Verdict) -> list[int]:
    """Return the literals that are true together exactly for those who have a shorter way than a verdict shows."""
    if verdict.holds:
        return []
    asked = verdict.asked
    return [-clauses.asked_more_than(asked - 1)] if asked else [FALSE]


def _essence(arrays: Compiled, node: int) -> object:
    """Return what a walk turns on at a node, or what rules name of a leaf."""
    if arrays.yes[node] < 0:
        leaf = arrays.leaf(node)
        return leaf.urgency, leaf.condition
    return arrays.turn_of(node), arrays.ids[arrays.yes[node]], arrays.ids[arrays.no[node]]
