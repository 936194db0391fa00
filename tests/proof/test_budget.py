"""Whatever is looked for after a first find has one budget together, in conflicts."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any

from kneetree.proof import people
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.solver import FOR_BETTER
from kneetree.proof.two_people import Drop, Fall, TwoPeople
from kneetree.slices import result_of
from tests import trees


class Spending:
    """A solver that always finds somebody, at 100 conflicts each time, and keeps what it was allowed to spend."""

    def __init__(self) -> None:
        self.conflicts = 0
        self.allowed: list[int | None] = []

    def holds(self, assumed: Iterable[int], most: int | None = None) -> Generator[None, None, bool]:
        self.allowed.append(most)
        self.conflicts += 100
        return True
        yield


def path(asked: int) -> people.Path:
    return people.Path(tuple((f"q{place}", "no", "asked") for place in range(asked)), "home", {})


def test_shorter_ways_are_looked_for_with_what_is_left() -> None:
    tree = trees.small()
    clauses: Any = Clauses(tree, Compiled(tree))
    clauses.solver = Spending()
    found = iter([({}, path(asked)) for asked in (3, 2, 1)])
    clauses.solution = lambda: next(found)
    clauses.asked_more_than = lambda most: 1
    assert result_of(clauses.shortest([1], fewest=1))[1].asked == 1
    assert clauses.solver.allowed == [None, FOR_BETTER, FOR_BETTER - 100]


def test_smaller_people_are_looked_for_with_what_is_left() -> None:
    tree = trees.small()
    two: Any = TwoPeople(tree, Compiled(tree))
    two._solver = Spending()
    two._demanded = lambda *given: []
    two._more_unusual_than = lambda most: 1

    def fall(unusual: int) -> Fall:
        return Fall("f", True, path(1), path(1), unusual, {}, {})

    found = iter([fall(unusual) for unusual in (2, 1, 0)])
    two._fall = lambda wanted: next(found)
    assert result_of(two.smaller(fall(3), {"f": True}, Drop())).unusual == 0
    assert two._solver.allowed == [FOR_BETTER, FOR_BETTER - 100, FOR_BETTER - 200]
