"""Rules of the form *never lowers*: nobody ends less urgent for having a finding of the rule.

One question to the solver is about all findings of a rule.  The verdict on a broken rule is about the person with the
fewest findings away from their usual values.
"""

from __future__ import annotations

from collections.abc import Generator

from kneetree.model.tree import Rule, Tree
from kneetree.proof.people import is_like
from kneetree.proof.solver import NotDecided
from kneetree.proof.two_people import Drop, Fall, TwoPeople


def find_fall(two: TwoPeople, rule: Rule, *, smallest: bool = True) -> Generator[None, None, Fall | None]:
    """Return somebody whom having a finding of ``rule`` makes less urgent; ``None`` if there is nobody.

    It is the smallest such person unless ``smallest`` is false.  Raises ``NotDecided`` if it is open for a finding, and
    nobody was found for the others.
    """
    wanted, drop, given = rule.never_lowers or {}, drop_of(rule), rule.given or {}
    try:
        found = yield from two.fall(wanted, drop, given)
    except NotDecided:
        if len(wanted) == 1:
            raise
        found = yield from _one_by_one(two, rule)
    if found is not None and smallest:
        found = yield from two.smaller(found, wanted, drop, given)
    return found


def _one_by_one(two: TwoPeople, rule: Rule) -> Generator[None, None, Fall | None]:
    """Look for somebody finding by finding, since together they were too much."""
    open_: NotDecided | None = None
    for finding, value in (rule.never_lowers or {}).items():
        try:
            found = yield from two.fall({finding: value}, drop_of(rule), rule.given)
        except NotDecided as error:
            open_ = error
            continue
        if found is not None:
            return found
    if open_ is not None:
        raise open_
    return None


def breaks(tree: Tree, rule: Rule, fall: Fall) -> bool:
    """Return whether two people who were walked break a rule."""
    given = rule.given or {}
    people = fall.person_having, fall.person_without
    return (
        (rule.never_lowers or {}).get(fall.finding) is fall.value
        and drop_of(rule).happens(tree, fall)
        and all(is_like(person, given, tree.scales) for person in people)
        and fall.differ_in_one(tree)
    )


def drop_of(rule: Rule) -> Drop:
    """Return which falls a rule forbids."""
    return Drop(rule.below, rule.below)
