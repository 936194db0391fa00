"""Walk the people again who broke a rule, or whose result fell, before an edit: if they still do, no solver is needed.

What is found is true of the tree as it is now, but it may no longer be the shortest way, the smallest person or the
worst fall.  It says nothing of rules and findings for which these people no longer show a fault.
"""

from __future__ import annotations

from collections.abc import Mapping

from kneetree.model.scales import threshold_of
from kneetree.model.tree import Rule, Tree
from kneetree.proof import hazards, monotone
from kneetree.proof.arrays import Compiled
from kneetree.proof.lowering import Lowering
from kneetree.proof.people import Facts, Person, Step, walk
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.two_people import Drop, Fall


def still_broken(tree: Tree, arrays: Compiled, rule: Rule, before: Verdict) -> Verdict | None:
    """Return the verdict on ``rule`` if the person of ``before`` still breaks it, else ``None``."""
    if before.holds is not False:
        return None
    if rule.never_lowers is not None:
        value = rule.never_lowers.get(before.finding or "")
        if before.finding is None or value is None:
            return None
        fall = _fall(tree, before.finding, value, _person(tree, rule, before.other_answers | before.answers))
        return Verdict.of_fall(rule, fall) if fall and monotone.breaks(tree, rule, fall) else None
    person = _person(tree, rule, before.answers)
    if not _fits(tree, person):
        return None
    path = walk(tree, person, _choices(before.path or ()))
    if not hazards.breaks(tree, arrays, rule, person, path):
        return None
    return Verdict(rule.id, False, path.steps, path.leaf, path.said)


def still_falls(tree: Tree, value: bool, before: Lowering) -> Lowering | None:
    """Return how far the two people of ``before`` fall now; ``None`` if they do not, or ``value`` is the other one."""
    if before.fall is None or before.value is not value:
        return None
    fall = _fall(tree, before.finding, value, _usual(tree) | dict(before.fall.person_having))
    if fall is None or not Drop().happens(tree, fall):
        return None
    return told(tree, fall)


def as_before(tree: Tree, value: bool, before: Lowering) -> Lowering | None:
    """Return what ``still_falls`` does for two people who go as before, without a walk."""
    if before.fall is None or before.value is not value:
        return None
    unusual = _unusual(tree, before.finding, before.fall.person_having)
    return before._replace(fall=before.fall._replace(unusual=unusual), exact=False)


def told(tree: Tree, fall: Fall) -> Lowering:
    """Return what two people show; they may not be the two who fall furthest."""
    high, low = tree.leaf(fall.without.leaf).urgency, tree.leaf(fall.having.leaf).urgency
    return Lowering(fall.finding, fall.value, True, high, low, fall, exact=False)


def _fall(tree: Tree, finding: str, value: bool, person: Person) -> Fall | None:
    """Return ``person`` with the two values of a finding; ``None`` if a number is not possible any more."""
    first, second = dict(person), dict(person)
    limit = threshold_of(finding, tree.scales)
    if limit is None:
        first[finding], second[finding] = value, not value
    else:
        first[limit.scale] = limit.number - (0 if value else 1)
        second[limit.scale] = limit.number - (1 if value else 0)
    if not (_fits(tree, first) and _fits(tree, second)):
        return None
    unusual = _unusual(tree, finding, first)
    return Fall(finding, value, walk(tree, second, {}), walk(tree, first, {}), unusual, second, first)


def _unusual(tree: Tree, finding: str, person: Person) -> int:
    """Return how many findings of a person other than ``finding`` are away from their usual values."""
    usual = _usual(tree)
    return sum(
        value != usual.get(name, False) for name, value in person.items() if name != finding and name not in tree.scales
    )


def _person(tree: Tree, rule: Rule, answers: Mapping[str, bool | int]) -> dict[str, bool | int]:
    """Return somebody who answers like that, is as a rule says, and as usual beyond that."""
    return _usual(tree) | Facts(tree.scales, rule.given).person() | dict(answers)


def _usual(tree: Tree) -> dict[str, bool | int]:
    numbers = {name: scale.least for name, scale in tree.scales.items()}
    return {**{name: finding.usual for name, finding in tree.findings.items()}, **numbers}


def _fits(tree: Tree, person: Person) -> bool:
    """Return whether all numbers of a person are within their bounds."""
    return all(scale.least <= person.get(name, scale.least) <= scale.most for name, scale in tree.scales.items())


def _choices(steps: tuple[Step, ...]) -> dict[str, bool]:
    return {node: answer == "yes" for node, answer, _ in steps}
