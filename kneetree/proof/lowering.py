"""What can lower a result: for each finding whether having it makes somebody less urgent, by how much, and whom.

A finding is looked at with the value that a rule of the form *never lowers* names, else with its unusual one; a
threshold as reached.  The levels are gone through from the most urgent down, with one question about all findings that
are left, until nobody falls from there.  So what cannot lower anything is settled together, and whatever is found first
for a finding is its fall from the highest level.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from typing import NamedTuple

from kneetree.model.tree import Tree, Urgency
from kneetree.proof.arrays import Compiled
from kneetree.proof.purse import Purse
from kneetree.proof.solver import Contradiction, NotDecided
from kneetree.proof.two_people import Drop, Fall, LacksFacts, TwoPeople

__all__ = ["Fall", "LacksFacts", "Lowering", "Lowerings", "values_to_look_at", "worst_first"]

_LEVELS = sorted(Urgency, key=lambda level: -level.rank)
"""The most urgent first."""
_MOST_OPEN = 3
"""So many findings that are not decided by themselves show that the tree is too hard; the others are left open too."""


class Lowering(NamedTuple):
    """Whether ``value`` of ``finding`` can lower a result, all else equal.

    At worst it lowers from ``high`` to ``low``: ``high`` is the most urgent level from which anybody falls, and ``low``
    the least urgent one to which anybody falls from there.  ``fall`` shows two such people, not the smallest ones.
    ``lowers`` is ``None`` if the budget did not suffice; ``exact`` is false if somebody might fall further.
    """

    finding: str
    value: bool
    lowers: bool | None
    high: Urgency | None = None
    low: Urgency | None = None
    fall: Fall | None = None
    exact: bool = True


def worst_first(one: Lowering) -> tuple[int, int, int]:
    """Return what to sort by so that the worst fall comes first, and what is not decided after what is."""
    if one.high is None or one.low is None:
        return (1 if one.lowers is None else 2, 0, 0)
    return (0, -one.high.rank, one.low.rank)


def values_to_look_at(tree: Tree, facts: Iterable[str]) -> dict[str, bool]:
    """Return the value of each finding or threshold that should not lower a result."""
    named: dict[str, bool] = {}
    for rule in tree.rules.values():
        named |= rule.never_lowers or {}
    return {fact: named.get(fact, not (fact in tree.findings and tree.findings[fact].usual)) for fact in facts}


class Lowerings:
    """The answers for one tree, which must not be altered meanwhile."""

    def __init__(self, tree: Tree, arrays: Compiled | None = None, purse: Purse | None = None) -> None:
        """Begin; raise ``NoSolver`` if python-sat is not installed.  What is asked is paid from ``purse``."""
        self._tree = tree
        self._arrays = arrays or Compiled(tree)
        self._two = TwoPeople(tree, self._arrays, purse=purse or Purse())
        self._encoded = False

    def steps(self, wanted: Mapping[str, bool] | None = None) -> Generator[Lowering | None, None, None]:
        """Yield the answer for each ``wanted`` finding or threshold.

        If none are given, all that the tree asks or counts are looked at.  What lowers a result comes first, the most
        urgent level first; ``None`` comes between slices.  Raises ``LacksFacts`` if a decision can be reached without
        a fact that it counts, and ``NotDecided`` or ``TooLarge`` if the tree is too much.
        """
        if not self._encoded:
            yield from self._two.encode(wanted or ())
            self._encoded = True
        facts = self._two.facts
        if wanted is None:
            collected = [fact for fact in self._arrays.facts if fact not in self._arrays.scales]
            wanted = values_to_look_at(self._tree, [*facts, *collected])
        left = dict(wanted)
        idle = {fact: value for fact, value in left.items() if fact not in facts}  # nothing turns on these
        left = {fact: value for fact, value in left.items() if fact in facts}
        open_: dict[str, bool] = {}
        for level in _LEVELS[:-1]:
            if len(open_) < _MOST_OPEN:
                yield from self._from(level, left, open_)
        settled = idle | {fact: value for fact, value in left.items() if fact not in open_}
        yield from (Lowering(fact, value, False) for fact, value in settled.items())
        yield from (Lowering(fact, value, None, exact=False) for fact, value in open_.items())

    def encoded_by(self, two: TwoPeople) -> Lowerings:
        """Go on with two people who are in clauses already; return these answers."""
        self._two, self._encoded = two, True
        return self

    def smallest(self, lowering: Lowering) -> Generator[None, None, Fall | None]:
        """Return the smallest person who falls as far as ``lowering`` says; the smallest one found within the budget.

        Returns ``None`` for what cannot lower a result.
        """
        if lowering.fall is None or lowering.low is None:
            return None
        drop = Drop(lowering.high, _above(lowering.low))
        wanted = {lowering.finding: lowering.value}
        return self._checked((yield from self._two.smaller(lowering.fall, wanted, drop)), drop)

    def _from(
        self, level: Urgency, left: dict[str, bool], open_: dict[str, bool]
    ) -> Generator[Lowering | None, None, None]:
        """Yield what lowers a result from ``level`` and take it from ``left``; add what is not decided to ``open_``."""
        drop = Drop(level, level)
        try:
            while left and (fall := (yield from self._two.fall(left, drop))) is not None:
                lowering = yield from self._furthest(self._checked(fall, drop), level)
                del left[fall.finding]
                yield self._doubted(lowering, open_)
        except NotDecided:
            yield from self._singly(drop, left, open_)

    def _singly(
        self, drop: Drop, left: dict[str, bool], open_: dict[str, bool]
    ) -> Generator[Lowering | None, None, None]:
        """Do the same finding by finding, since together they were too much."""
        for fact, value in list(left.items()):
            if len(open_) >= _MOST_OPEN:
                open_ |= left
                return
            try:
                fall = yield from self._two.fall({fact: value}, drop)
            except NotDecided:
                open_[fact] = value
                continue
            if fall is not None and drop.high is not None:
                lowering = yield from self._furthest(self._checked(fall, drop), drop.high)
                del left[fact]
                yield self._doubted(lowering, open_)

    def _doubted(self, lowering: Lowering, open_: dict[str, bool]) -> Lowering:
        """Return ``lowering``, as not exact if a higher level was left open for it."""
        was_open = open_.pop(lowering.finding, None) is not None
        return lowering._replace(exact=lowering.exact and not was_open)

    def _furthest(self, fall: Fall, level: Urgency) -> Generator[None, None, Lowering]:
        """Return how far anybody falls from ``level`` who differs as in ``fall``."""
        wanted, exact = {fall.finding: fall.value}, True
        while (low := self._tree.leaf(fall.having.leaf).urgency) is not _LEVELS[-1]:
            drop = Drop(level, low)
            try:
                further = yield from self._two.fall(wanted, drop)
            except NotDecided:
                exact = False
                break
            if further is None:
                break
            fall = self._checked(further, drop)
        return Lowering(fall.finding, fall.value, True, level, low, fall, exact)

    def _checked(self, fall: Fall, drop: Drop) -> Fall:
        """Return two people whom the solver has found, once they were walked and seen to fall."""
        if not drop.happens(self._tree, fall) or not fall.differ_in_one(self._tree):
            raise Contradiction(f"The solver lets {fall} fall, who do not.")
        return fall


def _above(level: Urgency) -> Urgency:
    """Return the next more urgent level."""
    return _LEVELS[_LEVELS.index(level) - 1]
