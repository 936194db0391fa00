"""Another solver with the face of ``Clasp``: MiniSat of python-sat, which shares no code with clingo.

Python-sat is for tests only.  Its one library holds solvers that a program like this may not ship.
"""

from __future__ import annotations

from collections.abc import Sequence

from pysat import solvers


class Minisat:
    """A growing set of clauses, and the solution that was found last."""

    def __init__(self) -> None:
        self._solver = solvers.Solver(name="minisat22")
        self._true: frozenset[int] = frozenset()

    @property
    def conflicts(self) -> int:
        return int(self._solver.accum_stats()["conflicts"])

    def add(self, clauses: Sequence[Sequence[int]]) -> None:
        self._solver.append_formula(clauses)

    def solve(self, assumed: Sequence[int], most: int) -> bool | None:
        self._solver.conf_budget(most)
        found: bool | None = self._solver.solve_limited(assumptions=assumed)
        self._true = frozenset(self._solver.get_model() or ()) if found else frozenset()
        return found

    def is_true(self, literal: int) -> bool:
        return literal in self._true if literal > 0 else -literal not in self._true

    def close(self) -> None:
        self._solver.delete()
