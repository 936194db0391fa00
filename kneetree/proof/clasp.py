"""Clauses decided by clasp, the solver inside clingo.  This is the only module that knows clingo.

Clingo reads logic programs.  A variable is an atom that may be chosen freely, and a clause is the rule that not all of
its literals may be false, so the answer sets of the program are the solutions of the clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

_OPTIONS = ("--eq=0", "--no-init-moms")
"""There is nothing to simplify in rules without heads, and first scores that are worked out anew for each question cost
more than they save.  All else is as clingo has it; it draws nothing by chance unless it is told to."""


class Clasp:
    """A growing set of clauses, and the solution that was found last."""

    def __init__(self) -> None:
        """Begin without clauses.  Raises ``ImportError`` if clingo is not installed."""
        self._control = _clingo().Control(_OPTIONS)
        self._limit = self._control.configuration.solve
        self._most = 0
        self._atoms = 0
        self._handle: Any = None
        self._model: Any = None
        self.conflicts = 0
        """The conflicts met so far."""

    def add(self, clauses: Sequence[Sequence[int]]) -> None:
        """Demand that each of ``clauses`` has a true literal."""
        if not clauses:
            return  # to open the program takes 0.2 ms
        self._forget()
        last = max((abs(literal) for clause in clauses for literal in clause), default=0)
        with self._control.backend() as backend:
            self._let_choose(backend, last)
            rule = backend.add_rule
            for clause in clauses:
                rule((), [-literal for literal in clause])

    def solve(self, assumed: Sequence[int], most: int) -> bool | None:
        """Return whether all clauses and all that is ``assumed`` can be true; ``None`` after ``most`` conflicts.

        Other threads run meanwhile.
        """
        self._forget()
        last = max(map(abs, assumed), default=0)
        if last > self._atoms:
            with self._control.backend() as backend:
                self._let_choose(backend, last)
        if most != self._most:
            self._limit.solve_limit = f"{most},umax"
            self._most = most
        self._handle = self._control.solve(assumptions=assumed, yield_=True)
        if self._handle.model() is not None:
            self._handle.resume()  # the search ends after one solution, and only then its conflicts can be read
        found: bool | None = self._handle.get().satisfiable
        self._model = self._handle.last()
        self.conflicts += _conflicts(self._control)
        return found

    def is_true(self, literal: int) -> bool:
        """Return the value of a literal in the solution; without one, or for a new variable, it counts as false."""
        if self._model is None or abs(literal) > self._atoms:
            return literal < 0
        return bool(self._model.is_true(literal))

    def close(self) -> None:
        """Give the memory back."""
        self._forget()
        self._control = self._limit = None

    def _let_choose(self, backend: Any, last: int) -> None:
        """Make an atom for each variable up to ``last``; one that is not made would be false for everybody."""
        new = [backend.add_atom() for _ in range(last - self._atoms)]
        if new:
            backend.add_rule(new, choice=True)
            self._atoms = last

    def _forget(self) -> None:
        """End the question that was asked last, since nothing can be added before."""
        self._model = None
        if self._handle is not None:
            handle, self._handle = self._handle, None
            handle.__exit__(None, None, None)


def is_there() -> bool:
    """Return whether clingo is installed."""
    try:
        _clingo()
    except ImportError:
        return False
    return True


def _clingo() -> Any:
    return import_module("clingo")  # a walk does not need it: 24 ms


def _conflicts(control: Any) -> int:
    """Return the conflicts of the question that was asked last.

    ``control.statistics`` makes a dictionary of all figures, which takes 0.4 ms after each question.  So one figure is
    read in the way in which that reads them all, as long as clingo has the functions for it.
    """
    try:
        inside = import_module("clingo._internal")
        call, lib = inside._c_call, inside._lib
        figures = call("clingo_statistics_t*", lib.clingo_control_statistics, control._rep)
        key = call("uint64_t", lib.clingo_statistics_root, figures)
        for name in (b"solving", b"solvers", b"conflicts"):
            key = call("uint64_t", lib.clingo_statistics_map_at, figures, key, name)
        return int(call("double", lib.clingo_statistics_value_get, figures, key))
    except (ImportError, AttributeError):
        return int(control.statistics["solving"]["solvers"]["conflicts"])
