"""What all questions to the solver that are asked about one tree may cost together, and how they share it.

The cost is in conflicts, as that of one question is, so that the same rules are decided on every machine.  A conflict
costs more in a formula of many clauses, as it takes longer there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

TOGETHER = 500_000
"""What a whole check may cost: some 30 s.  The shipped tree, with 277 rules, takes 74,000."""
_CLAUSES = 3_000
"""The clauses of a formula in which a conflict costs 1; in one of twice as many it costs 2."""


class Purse:
    """What is left for the questions about one tree; each asker may be given a share of it."""

    def __init__(self, cost: float = TOGETHER) -> None:
        self._left = float(cost)
        self._kept = 0.0
        """What is kept for others than those who ask now."""
        self.was_short = False
        """Whether a question ended because the share was used up; clear it to know about the next question alone."""

    @property
    def left(self) -> float:
        """What those who ask now may still spend."""
        return max(0.0, self._left - self._kept)

    def spend(self, conflicts: int, clauses: int) -> bool:
        """Pay for conflicts that were met; return whether there is anything left."""
        self._left -= conflicts * max(1.0, clauses / _CLAUSES)
        return self.left > 0

    @contextmanager
    def sharing(self, cost: float) -> Iterator[None]:
        """Let what is asked inside cost at most so much, and no more than is left."""
        with self._keeping(self._kept + max(0.0, self.left - cost)):
            yield

    @contextmanager
    def for_all(self) -> Iterator[None]:
        """Let all have paid what is asked inside, since it serves them all."""
        with self._keeping(float("-inf")):
            yield

    @contextmanager
    def _keeping(self, cost: float) -> Iterator[None]:
        before, self._kept = self._kept, cost
        try:
            yield
        finally:
            self._kept = before
