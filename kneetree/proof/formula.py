"""Clauses, and the gates that they are built from.

A literal is a whole number, and its negation is the negative number; ``TRUE`` and ``FALSE`` are constants.  Every gate
is encoded in both directions, so that a literal is true exactly if what it stands for is true.  Gates over constants
are worked out and cost nothing, and a gate that was asked for before is given again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kneetree.errors import KneetreeError
from kneetree.proof import pace

TRUE = 1
FALSE = -1

MOST_COUNTS = 200_000
"""The most places of all counts together; it bounds the memory that lists with wild points can take."""


class TooLarge(KneetreeError):
    """Something in the tree takes more clauses than a proof may have."""


class Formula:
    """A growing set of clauses; ``clauses`` are those that were added since somebody last emptied the list."""

    def __init__(self) -> None:
        self.clauses: list[Sequence[int]] = [(TRUE,)]
        self._last = TRUE
        self._ors: dict[frozenset[int], int] = {}
        self._choices: dict[tuple[int, int, int], int] = {}
        self._places = 0
        self._counts: dict[tuple[frozenset[tuple[int, int]], int], int] = {}

    def new(self) -> int:
        """Return a new literal that may be true or false."""
        self._last += 1
        return self._last

    def add(self, *literals: int) -> None:
        """Demand that at least one of ``literals`` is true."""
        self.clauses.append(literals)

    def any_of(self, literals: Iterable[int]) -> int:
        """Return a literal that is true exactly if one of ``literals`` is."""
        pace.rest()
        wanted = set(literals)
        wanted.discard(FALSE)
        if TRUE in wanted or any(-literal in wanted for literal in wanted):
            return TRUE
        if len(wanted) < 2:
            return wanted.pop() if wanted else FALSE
        key = frozenset(wanted)
        gate = self._ors.get(key)
        if gate is None:
            gate = self._ors[key] = self.new()
            self.clauses.append([-gate, *wanted])
            self.clauses += [(gate, -literal) for literal in wanted]
        return gate

    def all_of(self, literals: Iterable[int]) -> int:
        """Return a literal that is true exactly if all of ``literals`` are."""
        return -self.any_of([-literal for literal in literals])

    def at_least(self, weighted: Iterable[tuple[int, int]], points: int) -> int:
        """Return a literal that is true exactly if the true ones of ``weighted`` literals have so many points together.

        Raises ``TooLarge`` if the points are so many and so various that the count is too large.
        """
        terms = [(literal, worth) for literal, worth in weighted if literal != FALSE]
        points -= sum(worth for literal, worth in terms if literal == TRUE)
        terms = sorted([term for term in terms if term[0] != TRUE], key=lambda term: (-term[1], abs(term[0]), term[0]))
        key = frozenset(terms), points
        if len(key[0]) < len(terms):
            return self._count(terms, points)
        gate = self._counts.get(key)
        if gate is None:
            gate = self._counts[key] = self._count(terms, points)
        return gate

    def _count(self, terms: Sequence[tuple[int, int]], points: int) -> int:
        """Build a decision diagram over the terms: what is missing before each term decides all that follows."""
        left = [0]
        for _, worth in reversed(terms):
            left.append(left[-1] + worth)
        left.reverse()  # the points of each term and those after it
        if points <= 0 or points > left[0]:
            return TRUE if points <= 0 else FALSE
        literals = [literal for literal, _ in terms]
        if terms[-1][1] >= points:
            return self.any_of(literals)
        if left[0] - terms[-1][1] < points:
            return self.all_of(literals)
        layers: list[set[int]] = [{points}]
        for place, (_, worth) in enumerate(terms[:-1]):
            following = {missing for before in layers[-1] for missing in (before, before - worth)}
            layers.append({missing for missing in following if 0 < missing <= left[place + 1]})
            self._places += len(layers[-1])
            if self._places > MOST_COUNTS:
                raise TooLarge("The points of a list are too various for a proof; give its lines simpler points.")
        below: dict[int, int] = {}
        for place in range(len(terms) - 1, -1, -1):
            literal, worth = terms[place]
            rest = left[place + 1]
            below = {
                missing: self._if(
                    literal, _reached(below, missing - worth, rest), _reached(below, missing, rest)
                )
                for missing in layers[place]
            }  # fmt: skip
        return below[points]

    def _if(self, literal: int, with_it: int, without: int) -> int:
        """Return ``with_it`` where ``literal`` is true, else ``without``, which implies ``with_it``."""
        if with_it == without:
            return with_it
        if with_it == TRUE:
            return self.any_of((literal, without))
        if without == FALSE:
            return self.all_of((literal, with_it))
        key = literal, with_it, without
        gate = self._choices.get(key)
        if gate is None:
            gate = self._choices[key] = self.new()
            self.clauses += [
                (-gate, with_it), (-gate, literal, without), (gate, -without), (gate, -literal, -with_it),
            ]  # fmt: skip
        return gate

    def counted(self, literals: Sequence[int], most: int) -> list[int]:
        """Return literals of which number ``k`` is true exactly if ``k + 1`` of ``literals`` are, for ``k`` < ``most``.

        Raises ``TooLarge`` if that is too many clauses.
        """
        if len(literals) * most > MOST_COUNTS:
            raise TooLarge("The tree is too deep for its questions to be counted in a proof.")
        reached: list[int] = []
        for literal in literals:
            if literal != FALSE:
                before = [TRUE, *reached]
                here = [*reached, FALSE]
                reached = [self._if(literal, *pair) for pair in zip(before, here, strict=True)][:most]
        return reached


def _reached(below: dict[int, int], missing: int, rest: int) -> int:
    """Return whether so many points are reached by terms that have ``rest`` points together."""
    return TRUE if missing <= 0 else FALSE if missing > rest else below[missing]
