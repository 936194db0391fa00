"""Which verdicts on rules about one person still stand after an edit.

A rule that held can only be broken by people who end elsewhere than before, or if it is about what is asked, by people
who go otherwise.  Where the shortest way that broke a rule is still there, only who goes otherwise can have a shorter
one.  One question to the solver is about all rules together; what somebody shows to be wrong is left to the proof.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable

from kneetree.model.tree import Rule
from kneetree.proof.altered import Altered
from kneetree.proof.clauses import Clauses
from kneetree.proof.formula import FALSE
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.solver import NotDecided

MOST_CONFLICTS = 2_000
"""The budget for all rules together; those about which nothing is known by then are left to the proof."""
MOST_PEOPLE = 100
"""If so many people were found who break rules, all other rules are left to the proof too."""


def standing(
    clauses: Clauses, edit: Altered, known: Iterable[tuple[Rule, Verdict]]
) -> Generator[None, None, dict[str, Verdict]]:
    """Return those of the ``known`` verdicts that stand after an edit.

    ``encode_sure`` must be done with ``clauses``.  A verdict says that a rule held before, or shows a way of somebody
    who still breaks it that has no more questions than any had before.  Raises ``TooLarge`` if that cannot be told.
    """
    formula, solver = clauses.formula, clauses.solver
    elsewhere = edit.ends_elsewhere(clauses.way, formula)
    otherwise = edit.goes_otherwise(clauses.way, formula)
    left: dict[str, int] = {}
    stand: dict[str, Verdict] = {}
    for rule, verdict in known:
        who = elsewhere if verdict.holds and rule.given is not None else otherwise
        left[rule.id] = formula.all_of([who, *_shorter(clauses, verdict), *clauses.breaking(rule)])
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
