"""The solver that decides formulas: python-sat with glucose4, in slices and within a budget of conflicts.

This is the only module that knows python-sat.  The budget is in conflicts rather than seconds, so that a formula is
decided on every machine or on none.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from importlib import import_module
from math import inf
from typing import Any

from kneetree.errors import KneetreeError
from kneetree.proof import pace
from kneetree.proof.formula import Formula
from kneetree.proof.purse import Purse

MOST_CONFLICTS = 20_000
"""The budget of one question to the solver; some 3 to 6 s for the hardest of a hundred nodes."""
FOR_BETTER = 10_000
"""The budget of a question whether there is a shorter way, or a smaller person, than one that was found."""
SLICE = 1_000
"""The most conflicts between two breaths; a formula of many clauses has fewer, since each takes longer."""
_AT_ONCE = 1_000
"""The clauses that the solver takes between two breaths, in less than a millisecond."""
_LEAST = 50
"""The conflicts that a question may have when nothing is left for it: what is easy is decided all the same."""
_CLAUSES = 3_000_000
"""Clauses times conflicts between two breaths: some 20 to 50 ms."""


class NoSolver(KneetreeError):
    """The solver is not installed."""

    def __init__(self) -> None:
        super().__init__("Safety rules cannot be decided here; install python-sat.")


class NotDecided(KneetreeError):
    """A question was not decided within its budget, or within that of all questions together."""

    def __init__(self, *, together: bool = False) -> None:
        super().__init__(_TOO_MUCH_TOGETHER if together else _TOO_MUCH)


_TOO_MUCH = (
    "The tree asks about too many findings more than once to be decided exactly; ask about each once, or about fewer."
)
_TOO_MUCH_TOGETHER = (
    "All rules together would take too long to decide exactly; ask about each finding once, or repeat fewer of them."
)


class Contradiction(KneetreeError):
    """A solution that was walked does not do what was asked for: a fault of this program, not of a tree."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "The proof contradicts itself here; please report it as a fault of kneetree. {what}", what=what
        )


def is_there() -> bool:
    """Return whether python-sat is installed."""
    try:
        _solvers()
    except ImportError:
        return False
    return True


class Solver:
    """One formula with its solver; the formula may grow between two questions."""

    def __init__(self, formula: Formula, purse: Purse | None = None) -> None:
        """Start the solver, whose questions are paid from ``purse``; if none is given, each has its budget only.

        Raises ``NoSolver`` if python-sat is not installed.
        """
        try:
            self._solver = _solvers().Solver(name="glucose4")
        except ImportError as error:
            raise NoSolver from error
        self._formula = formula
        self._purse = purse or Purse(inf)
        self._true: frozenset[int] = frozenset()
        self._clauses = 0

    @property
    def conflicts(self) -> int:
        """The conflicts met so far, which is how the cost of a proof is measured."""
        return int(self._solver.accum_stats()["conflicts"])

    def holds(self, assumed: Iterable[int], most: int | None = None) -> Generator[None, None, bool]:
        """Decide whether all of the formula and all that is ``assumed`` can be true together.

        It yields between slices.  Raises ``NotDecided`` if the budget of conflicts, ``most`` if that is given,
        does not suffice, or the purse is empty.  The solver goes on until it begins anew by itself, so that a slice can
        have several times the conflicts that it is given: what counts are those that it met.
        """
        before = self.conflicts
        end = before + (MOST_CONFLICTS if most is None else most)
        self._feed()
        assumptions = list(assumed)
        conflicts = max(20, min(SLICE, _CLAUSES // (1 + self._clauses)))
        if self._purse.left <= 0:
            conflicts = min(conflicts, _LEAST)
        while True:
            self._solver.conf_budget(conflicts)
            # Only with `expect_interrupt` does python-sat let other threads run meanwhile.
            found = self._solver.solve_limited(assumptions=assumptions, expect_interrupt=True)
            before, met = self.conflicts, self.conflicts - before
            has_more = self._purse.spend(met, self._clauses)
            if found is not None:
                self._true = frozenset(self._solver.get_model() or ()) if found else frozenset()
                return bool(found)
            yield
            if not has_more:
                self._purse.was_short = True
                raise NotDecided(together=True)
            if before >= end:
                raise NotDecided

    def is_true(self, literal: int) -> bool:
        """Return the value that a literal has in the solution found last; what is open there counts as false."""
        return literal in self._true if literal > 0 else -literal not in self._true

    def close(self) -> None:
        """Give the memory of the solver back."""
        self._solver.delete()

    def _feed(self) -> None:
        clauses: list[Sequence[int]] = self._formula.clauses
        self._clauses += len(clauses)
        for begin in range(0, len(clauses), _AT_ONCE):
            pace.rest()
            self._solver.append_formula(clauses[begin : begin + _AT_ONCE])
        clauses.clear()


def _solvers() -> Any:
    return import_module("pysat.solvers")  # a walk does not need it: 28 ms
