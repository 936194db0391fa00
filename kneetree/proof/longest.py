"""The longest walk: how many questions, and how many lines, a definite person can be asked, with the one asked most.

A line is whatever has to be read and answered: a yes/no question, a number, or a statement of a list.  Each asks for
one fact that is not known yet, so the lines of a walk are the facts that it has asked for when it ends.  Nothing is
left out, and nobody is *not sure*.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import NamedTuple

from kneetree.model.tree import PathTo, Rule, Tree
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.formula import MOST_COUNTS, TooLarge
from kneetree.proof.hazards import Hazard
from kneetree.proof.people import Path, Person, walk
from kneetree.proof.quick_pass import likely_person, suspects
from kneetree.proof.solver import FOR_BETTER, MOST_CONFLICTS, Contradiction, NoSolver, NotDecided


class Ceiling(NamedTuple):
    """The most that is asked: ``most`` of the person who takes ``path``, and of nobody more than ``at_most``.

    ``at_most`` is always proven.  It is the exact ceiling where it equals ``most``.
    """

    most: int
    at_most: int
    person: Person
    path: Path

    @property
    def exact(self) -> bool:
        """Whether no doubt is left about the ceiling."""
        return self.most == self.at_most


class Longest(NamedTuple):
    """The ceilings of a tree: of questions, a list or a number being one, and of lines."""

    questions: Ceiling
    lines: Ceiling


Work = Generator[None, None, Ceiling]


def longest_walk(tree: Tree, arrays: Compiled | None = None) -> Generator[None, None, Longest]:
    """Return the ceilings of ``tree``; it yields between slices, and the tree may be altered meanwhile.

    Where the budget does not suffice, or python-sat is not installed, a ceiling is not exact but sound.
    """
    search = _Search(tree.copy(), arrays or Compiled(tree))
    questions = yield from search.questions()
    return Longest(questions, (yield from search.lines(questions)))


class _Search:
    """The search for both ceilings; clauses are made when they are first needed."""

    def __init__(self, tree: Tree, arrays: Compiled) -> None:
        self._tree = tree
        self._arrays = arrays
        self._clauses: Clauses | None = None

    def questions(self) -> Work:
        """Return the ceiling of questions."""
        arrays = self._arrays
        bound = _heaviest(arrays, lambda node: 1 if arrays.asked_by(node) else 0)
        start = self._ceiling(_questions, bound)
        if start.exact:
            return start
        rule = Rule(id="longest", statement="", every_path_to=PathTo(), questions_at_most=bound - 1)
        (suspicion,) = yield from suspects(arrays, [Hazard(rule, asked=bound)])
        way = None if suspicion is None else suspicion.way
        person = None if way is None else likely_person(arrays, way, {})
        if way is not None and person is not None:
            choices = {arrays.ids[node]: answer for node, answer in way}
            start = _better(start, _questions, person, walk(self._tree, person, choices))
        return (yield from self._search(start, _questions, _levels))

    def lines(self, questions: Ceiling) -> Work:
        """Return the ceiling of lines, beginning with the person who is asked most questions."""
        arrays = self._arrays
        bound = min(len(arrays.facts), _heaviest(arrays, lambda node: len(arrays.asked_by(node))))
        start = _better(self._ceiling(_lines, bound), _lines, questions.person, questions.path)
        return (yield from self._search(start, _lines, _facts))

    def _search(self, start: Ceiling, counted: Callable[[Path], int], literals: Callable[[Clauses], list[int]]) -> Work:
        """Ask for somebody with more until there is nobody; where that is too much, lower what is proven by halving."""
        found, least, budget = start, start.most, MOST_CONFLICTS
        try:
            while least < found.at_most:
                middle = least if budget == MOST_CONFLICTS else (least + found.at_most) // 2
                try:
                    more = yield from self._more_than(middle, literals, budget)
                except NotDecided:
                    least, budget = middle + 1, FOR_BETTER
                    continue
                if more is None:
                    found = found._replace(at_most=middle)
                    continue
                if counted(more[1]) <= middle:
                    raise Contradiction(f"The solver counts more than {middle} on {more[1]}, which has no more.")
                found = _better(found, counted, *more)
                least = max(least, found.most)
        except (NoSolver, TooLarge):
            pass
        return found

    def _more_than(
        self, most: int, literals: Callable[[Clauses], list[int]], budget: int
    ) -> Generator[None, None, tuple[Person, Path] | None]:
        """Return somebody for whom more than ``most`` literals are true, or ``None``."""
        if self._clauses is None:
            if len(self._arrays.facts) * (most + 1) > MOST_COUNTS:
                raise TooLarge("The tree asks for too many facts to be counted in a proof.")
            clauses = Clauses(self._tree, self._arrays)
            yield from clauses.encode()
            self._clauses = clauses
        clauses = self._clauses
        more = clauses.formula.counted(literals(clauses), most + 1)
        if len(more) <= most or not (yield from clauses.solver.holds([more[most]], budget)):
            return None
        return clauses.solution()

    def _ceiling(self, counted: Callable[[Path], int], bound: int) -> Ceiling:
        """Return what a person without any finding shows."""
        path = walk(self._tree, {}, {})
        return Ceiling(counted(path), bound, {}, path)


def _better(found: Ceiling, counted: Callable[[Path], int], person: Person, path: Path) -> Ceiling:
    """Return the ceiling with a person who was walked, if more is asked of them."""
    most = counted(path)
    return found._replace(most=most, person=person, path=path) if most > found.most else found


def _questions(path: Path) -> int:
    return path.asked


def _lines(path: Path) -> int:
    return len(path.said)


def _levels(clauses: Clauses) -> list[int]:
    return clauses.way.levels()


def _facts(clauses: Clauses) -> list[int]:
    return list(clauses.way.asked.values())


def _heaviest(arrays: Compiled, weight: Callable[[int], int]) -> int:
    """Return the greatest weight of a way through the graph, whether or not anybody takes it."""
    below = [0] * len(arrays.ids)
    for node in reversed(arrays.order):
        if arrays.yes[node] >= 0:
            below[node] = weight(node) + max(below[arrays.yes[node]], below[arrays.no[node]])
    return below[arrays.root]
