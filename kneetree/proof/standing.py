"""Which verdicts on rules about one person still stand after an edit.

Only people who end elsewhere than before can break a rule that held; if the rule is about what is asked, only people
whose way is another one now can.  Where the shortest way that broke a rule is still there, only the latter can have a
shorter one.  One query to the solver covers all rules; those whose verdict it disproves are left to the proof.
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
"""The budget for all rules together; rules that it does not suffice for are left to the proof."""
MOST_PEOPLE = 100
"""After so many people who disprove a verdict, the rules that are left go to the proof as well."""


def standing(
    clauses: Clauses, edit: Altered, known: Iterable[tuple[Rule, Verdict]]
) -> Generator[None, None, dict[str, Verdict]]:
    """Return those of the ``known`` verdicts that stand after an edit.

    ``clauses`` must be encoded by ``encode_sure``.  Each verdict either says that a rule held before, or shows somebody
    who still breaks it, by a way with no more questions than the shortest one before the edit.  Raises ``TooLarge`` if
    there are too many clauses.
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
