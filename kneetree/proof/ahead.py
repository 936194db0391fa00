"""Ask only what can matter: which facts of an open question could still change the leaves of this person.

A fact is left out where yes, no and *not sure* would all lead to the same leaves in the same order, whatever the person
says to everything else, *not sure* included.  Two such facts can be left out together: each may have any value, that
of *not sure* too, while the other is looked at.

Two walks that differ in one fact part where something turns on it, and until then both people were asked the same.  So
a fact that no such place can tell apart is left out, whatever decisions further down may lack.

The budget is in conflicts, and each question is looked at with a solver of its own.  So what is left out depends on
the tree and the answers so far alone: not on the machine, nor on what was looked at before.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import NamedTuple

from kneetree.model import knowledge
from kneetree.model.asked import Kind
from kneetree.model.tree import Tree
from kneetree.proof import solver
from kneetree.proof.arrays import Compiled
from kneetree.proof.formula import FALSE, TRUE, Formula, TooLarge
from kneetree.proof.nodes_ahead import what_is_ahead
from kneetree.proof.solver import NotDecided, Solver
from kneetree.proof.unsure_people import Course, Facts
from kneetree.slices import result_of
from kneetree.walk.walk import Walk

MOST_CONFLICTS = 5_000
"""The budget of an open question for all its facts together; when it is used up, the rest is asked."""


class Idle(NamedTuple):
    """The facts of an open question that cannot change the result.

    Nobody's path turns on those that are ``nowhere``, so any answer to them does as well as another.
    """

    facts: tuple[str, ...] = ()
    nowhere: frozenset[str] = frozenset()


class AsksWhatMatters:
    """Tells, for walks through one tree, which facts of the open question cannot change the result any more.

    It holds a picture of the tree at one moment: after an edit it is made anew.  What was found is kept.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._compiled: Compiled | None = None
        self.found: dict[object, Idle] = {}

    def __call__(self, walk: Walk) -> tuple[str, ...]:
        """Return the facts of the open question of ``walk`` that can be left out; none if that cannot be decided."""
        return self.idle(walk).facts

    def idle(self, walk: Walk) -> Idle:
        """Return the same facts, and those among them on which nobody's path turns."""
        key = self._key(walk)
        if key not in self.found:
            self.found[key] = _irrelevant(self._all(), walk) if solver.is_there() else Idle()
        return self.found[key]

    def _all(self) -> Compiled:
        if self._compiled is None:  # in the thread that asks first
            self._compiled = Compiled(self._tree)
        return self._compiled

    def _key(self, walk: Walk) -> object:
        return walk.origin, walk.question, frozenset(walk.told.items())


def _irrelevant(compiled: Compiled, walk: Walk) -> Idle:
    if walk.question is None:
        return Idle()
    wanted = knowledge.to_ask(walk.tree.asked(walk.question), walk.told)
    try:
        query = _Query(compiled, walk, wanted)
    except TooLarge:
        return Idle()
    try:
        facts = tuple([fact for fact in wanted if not result_of(query.can_matter(fact))])
        return Idle(facts, frozenset(query.nowhere))
    finally:
        query.close()


class _Query:
    """One open question as clauses, about which each of the facts that it would ask can be put to the solver."""

    def __init__(self, compiled: Compiled, walk: Walk, wanted: Sequence[str]) -> None:
        """Put what is ahead into clauses; raise ``TooLarge`` if that is too much."""
        self._compiled = compiled
        ahead = what_is_ahead(compiled, walk)
        formula = self._formula = Formula()
        self._facts = Facts(compiled, formula, walk.told, wanted)
        self._first = Course(compiled, ahead, self._facts, formula, first=True)
        self._second = Course(compiled, ahead, self._facts, formula, first=False)
        for course in (self._first, self._second):
            course.encode()
        self._leaves = [
            node
            for node in ahead.nodes
            if compiled.yes[node] < 0 and (node in self._first.reached or node in self._second.reached)
        ]
        self._other_leaves = formula.any_of([self._differs(leaf) for leaf in self._leaves])
        self._other_order: int | None = None
        self.nowhere: set[str] = set()
        self._solver = Solver(formula)

    def can_matter(self, fact: str) -> Generator[None, None, bool]:
        """Decide whether *not sure* of a fact can lead to other leaves than yes or no, or to another order."""
        drops = self._facts.drops
        assumed = [*(drop if other == fact else -drop for other, drop in drops.items()), self._parts_at(fact)]
        try:
            if not (yield from self._can_be(assumed)):
                self.nowhere.add(fact)
                return False
            if (yield from self._can_be([*assumed, self._other_leaves])):
                return True
            return (yield from self._can_be([*assumed, self._order()]))
        except (NotDecided, TooLarge):
            return True

    def _can_be(self, assumed: Sequence[int]) -> Generator[None, None, bool]:
        if assumed[-1] == FALSE:
            return False
        left = MOST_CONFLICTS - self._solver.conflicts
        if left <= 0:
            raise NotDecided
        return (yield from self._solver.holds(assumed, left))

    def close(self) -> None:
        """Give the memory of the solver back."""
        self._solver.close()

    def _differs(self, leaf: int) -> int:
        """Return whether one of the two comes to a leaf and the other does not."""
        return self._other(self._first.reached.get(leaf, FALSE), self._second.reached.get(leaf, FALSE))

    def _other(self, one: int, other: int) -> int:
        """Return whether just one of two literals is true."""
        if one == other:
            return FALSE
        formula = self._formula
        return formula.any_of((formula.all_of((one, -other)), formula.all_of((-one, other))))

    def _parts_at(self, fact: str) -> int:
        """Return whether the two come to a place that turns on a fact and part there, having been asked the same.

        A list that is passed for one of them is asked of the other, so at a list they may part in what they know.
        """
        places = []
        for node in self._first.yes.keys() & self._second.yes.keys():
            turn = self._compiled.turn_of(node)
            if any(self._compiled.fact(finding) == fact for finding, _, _ in turn.terms):
                here = self._first.reached[node], self._second.reached[node]
                goes_on = TRUE if turn.kind is Kind.LIST else self._goes_on_otherwise(node)
                places.append(self._formula.all_of((*here, goes_on)))
        return self._formula.any_of(places)

    def _goes_on_otherwise(self, node: int) -> int:
        first, second = self._first, self._second
        other_way = (self._other(first.yes[node], second.yes[node]), self._other(first.no[node], second.no[node]))
        know = first.knows.get(node, {}), second.knows.get(node, {})
        alike = [-self._other(known, know[1][finding]) for finding, known in know[0].items()]
        return self._formula.all_of((self._formula.any_of(other_way), *alike))

    def _order(self) -> int:
        """Return whether some leaves of equal urgency are reached by both people, but not in the same order.

        The solver picks these leaves: some that come first for one of the two, and others that do for the other.
        """
        if self._other_order is None:
            self._other_order = self._ordered_otherwise()
        return self._other_order

    def _ordered_otherwise(self) -> int:
        formula = self._formula
        by_urgency: dict[int, list[int]] = {}
        for leaf in self._leaves:
            if leaf in self._first.reached and leaf in self._second.reached:
                by_urgency.setdefault(self._compiled.leaf(leaf).urgency.rank, []).append(leaf)
        levels = {rank: formula.new() for rank, leaves in by_urgency.items() if len(leaves) > 1}
        picked = [leaf for rank in levels for leaf in by_urgency[rank]]
        if not picked:
            return FALSE
        for rank, level in levels.items():
            for other in levels:
                if other < rank:
                    formula.add(-level, -levels[other])
        these = {leaf: formula.new() for leaf in picked}
        others = {leaf: formula.new() for leaf in picked}
        for rank, level in levels.items():
            for leaf in by_urgency[rank]:
                formula.add(-these[leaf], -others[leaf])
                for pick in (these[leaf], others[leaf]):
                    formula.add(-pick, level)
                    formula.add(-pick, self._first.reached[leaf])  # and so does the other, or the leaves differ
        return formula.all_of((self._first.comes_first(these, others), self._second.comes_first(others, these)))
