"""At most how many more questions follow the open one: exact for a person who is sure of everything, else a bound.

It is taken for exact, too, where it is so for somebody who has said no more than what is on the path.

The most of one question is at most one less than that of the question before, so it is looked for from there on
downwards, and usually one query finds it.  That also makes it fall from page to page, whatever is decided and left out.
Only after a *not sure* it may rise, since both branches are followed from there on.

What will be left out further down is not looked ahead to: it takes no more questions than asking it, for which
``left_out`` sees.

The budget is in conflicts, and each question is looked at with a solver of its own.  So the number depends on the tree
and the answers alone: not on the machine, nor on what was looked at before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kneetree.model.tree import Tree
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.formula import FALSE, Formula, TooLarge
from kneetree.proof.nodes_ahead import MOST_NODES
from kneetree.proof.open_branches import asked_ahead
from kneetree.proof.solver import NoSolver, NotDecided, Solver
from kneetree.slices import result_of
from kneetree.walk.how_many_more import More, counted
from kneetree.walk.walk import Walk

MOST_CONFLICTS = 5_000
"""The budget of one question."""
MOST_PLACES = 30_000
"""The most places of a count; it bounds the time of putting it into a solver to some 0.2 s."""


class MostMore:
    """Tells, for walks through one tree, at most how many more questions can follow the open one.

    It holds a picture of the tree at one moment: after an edit it is made anew.  What was found is kept.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._compiled: Compiled | None = None
        self._everybody: _Everybody | None = None
        self._fits = True
        self._found: dict[object, More] = {}
        self._bounds: dict[object, int] = {}
        self._searched: dict[object, tuple[int, bool]] = {}

    def __call__(self, walk: Walk) -> More:
        """Return the number for ``walk``; without python-sat, or where the budget ends, what is proven without."""
        key = _key(walk)
        if key not in self._found:
            self._found[key] = counted(walk, self._search)
        return self._found[key]

    def so_far(self, walk: Walk) -> More:
        """Return the smallest number that is known without a search."""
        return self._found[_key(walk)] if self.known(walk) else counted(walk, self._recall)

    def known(self, walk: Walk) -> bool:
        """Return whether the number for ``walk`` was searched for already."""
        return _key(walk) in self._found

    def rises_without(self, walk: Walk, facts: Iterable[str], nowhere: Iterable[str] = ()) -> bool:
        """Return whether more questions may follow than were said if the open question does not ask ``facts``.

        A fact on which nobody's path turns, ``nowhere``, is given an answer; a number counts as not sure.
        """
        most = self(walk).most
        any_answer = {fact: False if fact in walk.tree.findings else None for fact in nowhere}
        without = Walk(walk.tree, walk.origin, {**walk.told, **any_answer, **dict.fromkeys(facts)})
        if without.finished or without.at_most_more <= most:
            return False
        try:
            query, _ = self._query(without, most + 1)
        except (NoSolver, TooLarge):
            return True
        try:
            return query.most(most + 1) > most
        finally:
            query.close()

    def _bound(self, state: Walk, known: int | None) -> int:
        key = _key(state)
        if key not in self._bounds:
            self._bounds[key] = state.at_most_more
        return self._bounds[key] if known is None else min(known, self._bounds[key])

    def _recall(self, state: Walk, known: int | None) -> tuple[int, bool]:
        bound, is_certain = self._bound(state, known), False
        bare = _without_elsewhere(state)
        if bare is not None:
            bound, is_certain = min(self._recall(bare, None), (bound, False), key=_most_of)
        return _with(self._searched.get((_key(state), bound), (bound, False)), bound, is_certain)

    def _search(self, state: Walk, known: int | None) -> tuple[int, bool]:
        bound, is_certain = self._bound(state, known), False
        bare = _without_elsewhere(state)
        if bare is not None:  # a person who has answered more is not asked more
            bound, is_certain = min(self._search(bare, None), (bound, False), key=_most_of)
        key = _key(state), bound
        if key not in self._searched:
            self._searched[key] = self._most(state, bound)
        return _with(self._searched[key], bound, is_certain)

    def _most(self, state: Walk, bound: int) -> tuple[int, bool]:
        if bound == 0:
            return 0, True
        try:
            query, is_exact = self._query(state, bound)
        except (NoSolver, TooLarge):
            return bound, False
        try:
            return query.most(bound), is_exact and query.decided
        finally:
            query.close()

    def _query(self, state: Walk, bound: int) -> tuple[_Query, bool]:
        """Return what to ask about a walk, and whether what is found is exact."""
        if self._compiled is None:  # in the thread that asks first
            self._compiled = Compiled(self._tree)
        everybody = self._with_everybody(self._compiled) if _is_on_one_way(state) else None
        query = None if everybody is None else everybody.query(state, bound)
        if query is not None:
            return query, True
        formula = Formula()
        more = _counted(formula, asked_ahead(self._compiled, state, formula), bound + 1)
        return _Query(formula, (), more[1:]), False

    def _with_everybody(self, compiled: Compiled) -> _Everybody | None:
        """Return the whole tree as clauses, ``None`` if it is too large."""
        if self._everybody is None and self._fits:
            try:
                self._everybody = _Everybody(self._tree, compiled)
            except TooLarge:
                self._fits = False
        return self._everybody


class _Everybody:
    """The whole tree as clauses, made once: how many questions a person who is sure of everything is asked."""

    def __init__(self, tree: Tree, compiled: Compiled) -> None:
        """Put the tree into clauses; raise ``TooLarge`` if that is too much, ``NoSolver`` without python-sat."""
        if len(compiled.order) > MOST_NODES:
            raise TooLarge("There are too many questions.")
        most = Walk.start(tree).at_most_more + 1
        clauses = self._clauses = Clauses(tree, compiled)
        result_of(clauses.encode())
        clauses.solver.close()
        self._counted = _counted(clauses.formula, clauses.way.levels(), most)
        self._open = clauses.formula.any_of(clauses.way.open_at.values())
        self._whole = tuple(clauses.formula.clauses)

    def query(self, state: Walk, bound: int) -> _Query | None:
        """Return what to ask about a walk, ``None`` if it may come to a decision at which both branches count."""
        said = self._as_literals(state)
        asked = state.asked + 1
        query = _Query(self._copy(), said, self._counted[asked : asked + bound])
        if self._open != FALSE and query.can_be(self._open):
            query.close()
            return None
        return query

    def _copy(self) -> Formula:
        copy = Formula()
        copy.clauses = list(self._whole)
        return copy

    def _as_literals(self, state: Walk) -> list[int]:
        """Return what was told as literals; numbers by the thresholds that they reach or miss."""
        person, told = self._clauses.person, state.told
        said = [literal if told[fact] else -literal for fact, literal in person.findings.items() if fact in told]
        for scale, marks in person.marks.items():
            number = told.get(scale)
            if number is not None:
                for mark in marks:
                    literal = person.value(f"{scale}_at_least_{mark}")
                    said.append(literal if number >= mark else -literal)
        return said


class _Query:
    """One question of a walk: number ``k`` of ``counted`` can be true if more than ``k`` questions can follow."""

    def __init__(self, formula: Formula, said: Sequence[int], counted: Sequence[int]) -> None:
        self._solver = Solver(formula)
        self._said = said
        self._counted = counted
        self.decided = True

    def most(self, bound: int) -> int:
        """Return the most questions that can follow, which are no more than ``bound``."""
        low, most = 0, min(bound, len(self._counted))
        middle = most
        while low < most:
            if self.can_be(self._counted[middle - 1]):
                low = middle
            else:
                most = middle - 1
            middle = (low + most + 1) // 2
        return most

    def can_be(self, literal: int) -> bool:
        """Return whether a literal can be true of somebody who said the same; also if that cannot be decided."""
        if literal == FALSE:
            return False
        left = MOST_CONFLICTS - self._solver.conflicts
        try:
            if left > 0:
                return result_of(self._solver.holds([*self._said, literal], left))
        except NotDecided:
            pass
        self.decided = False
        return True

    def close(self) -> None:
        """Give the memory of the solver back."""
        self._solver.close()


def _most_of(found: tuple[int, bool]) -> int:
    return found[0]


def _with(found: tuple[int, bool], bound: int, is_certain: bool) -> tuple[int, bool]:
    """Return a number that was ``found`` below a ``bound``, with what is known of the bound if it is the same."""
    return found[0], found[1] or (is_certain and found[0] == bound)


def _counted(formula: Formula, literals: Sequence[int], most: int) -> list[int]:
    if len(literals) * most > MOST_PLACES:
        raise TooLarge("The tree asks too many questions to be counted while somebody reads.")
    return formula.counted(literals, most)


def _without_elsewhere(state: Walk) -> Walk | None:
    """Return the walk as if nothing had been said but on its path, ``None`` if that is so, or something is not sure."""
    if len(state.answers) == len(state.told) or None in state.answers.values():
        return None
    return Walk(state.tree, state.origin, state.told)


def _is_on_one_way(state: Walk) -> bool:
    """Return whether a walk from the root has followed one branch everywhere, and all it has answers to is told."""
    if state.origin != state.tree.root or len(state.pending) != 1 or len(state.answers) > len(state.told):
        return False
    return None not in state.told.values() and not state.leaves


def _key(walk: Walk) -> object:
    answers = frozenset(walk.answers.items())
    return walk.origin, walk.question, answers, walk.not_asked
