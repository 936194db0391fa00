"""Two people who differ in one fact, as clauses, and where each of them ends.

The two walk the same tree in one formula.  They are alike but for one of the findings that a question to the solver
allows; for a threshold they differ by one in the number, which tells them apart at that threshold alone.  So one
question can be about many findings at once, and only what falls has to be looked at singly.

Where a decision lacks a fact a person has several ends, and what is asked before matters for them.  ``check`` reports
such a decision as an error; until it is mended, two people are not compared.
"""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable, Mapping
from typing import NamedTuple

from kneetree.model.scales import Threshold, fact_of, id_of, threshold_of
from kneetree.model.tree import Tree, Urgency
from kneetree.proof import encoding
from kneetree.proof.altered import Altered
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses, LacksFacts
from kneetree.proof.formula import FALSE
from kneetree.proof.people import Path, Person, has, walk
from kneetree.proof.purse import Purse
from kneetree.proof.solver import FOR_BETTER, Contradiction, NotDecided

__all__ = ["Drop", "Fall", "LacksFacts", "TwoPeople"]


class Fall(NamedTuple):
    """Two people who differ in ``finding``: the one for whom it is ``value`` ends less urgent.

    ``unusual`` is how many other findings are away from their usual values.
    """

    finding: str
    value: bool
    without: Path
    having: Path
    unusual: int
    person_without: Person
    person_having: Person

    @property
    def parts_at(self) -> str | None:
        """The last node before the two ways part."""
        last = None
        for (node, answer, _), (other, other_answer, _) in zip(self.without.steps, self.having.steps, strict=False):
            if node != other:
                break
            last = node
            if answer != other_answer:
                break
        return last

    def goes_by_none(self, steps: Container[tuple[str, str]]) -> bool:
        """Return whether none of ``steps`` (see ``Path.goes_by_none``) is on either way."""
        return self.without.goes_by_none(steps) and self.having.goes_by_none(steps)

    def differ_in_one(self, tree: Tree) -> bool:
        """Return whether only ``finding`` tells the two apart, and has its value for the second."""
        first, second = self.person_having, self.person_without
        limit = threshold_of(self.finding, tree.scales)
        fact = fact_of(self.finding, tree.scales)
        others_alike = all(first[name] == second[name] for name in first if name != fact)
        values = has(first, self.finding, tree.scales), has(second, self.finding, tree.scales)
        one_apart = limit is None or abs(first[fact] - second[fact]) == 1
        return others_alike and one_apart and values == (self.value, not self.value)


class Drop(NamedTuple):
    """Which falls count: from ``high`` or above to less than ``below``; every fall if both are ``None``."""

    high: Urgency | None = None
    below: Urgency | None = None

    def happens(self, tree: Tree, fall: Fall) -> bool:
        """Return whether a fall is one that counts."""
        before, after = tree.leaf(fall.without.leaf).urgency.rank, tree.leaf(fall.having.leaf).urgency.rank
        from_there = self.high is None or before >= self.high.rank
        return after < before and from_there and (self.below is None or after < self.below.rank)


class TwoPeople:
    """Two people in one tree, as clauses: the first has a finding with the value asked about, the second has not."""

    def __init__(
        self, tree: Tree, compiled: Compiled, first: Clauses | None = None, purse: Purse | None = None
    ) -> None:
        """Begin, or go on from the clauses of the ``first`` person, which ``encode_sure`` was done with.

        What is asked of new clauses is paid from ``purse``.  Raises ``NoSolver`` if python-sat is not installed.
        """
        self.tree = tree
        self._compiled = compiled
        self._one = first or Clauses(tree, compiled, purse)
        self._is_one_encoded = first is not None
        self._formula = self._one.formula
        self._solver = self._one.solver
        self._first = self._one.person
        self._second = encoding.Person(compiled, self._formula)
        self._differ: dict[str, int] = {}
        self._two_differ = FALSE
        self._ways: tuple[encoding.Way, ...] = ()
        self._having: dict[Urgency, int] = {}
        self._without: dict[Urgency, int] = {}
        self._unusual: list[int] = []

    @property
    def facts(self) -> list[str]:
        """The findings and thresholds in which two people can differ, once the tree is encoded."""
        return list(self._differ)

    def encode(self, findings: Iterable[str] = ()) -> Generator[None, None, None]:
        """Put the tree into clauses twice, for questions that name ``findings`` besides those of the tree.

        Raises ``LacksFacts`` if a decision can be reached without a fact that it counts.
        """
        having = self._one.way
        without = encoding.Way(self._compiled, self._second, self._formula)
        if not self._is_one_encoded:
            yield from self._one.encode_sure()
        yield from without.encode(self._compiled.order, lacking=())
        self._ways = having, without
        self._tie(findings)
        self._having = {level: self._at_least(having, level) for level in Urgency}
        self._without = {level: self._at_least(without, level) for level in Urgency}

    def fall(
        self,
        wanted: Mapping[str, bool],
        drop: Drop,
        given: Mapping[str, bool] | None = None,
        edit: Altered | None = None,
        most: int | None = None,
        fewer_than: int | None = None,
    ) -> Generator[None, None, Fall | None]:
        """Return somebody whom one of the ``wanted`` values makes less urgent, all else equal, or ``None``.

        If an ``edit`` is given, it sends one of the two elsewhere.  If ``fewer_than`` is given, fewer other findings
        than that are unusual.  ``most`` is the budget in conflicts.
        Raises ``NotDecided`` if the budget does not suffice to tell whether there is somebody.
        """
        demanded = self._demanded(wanted, drop, given or {})
        if edit is not None:
            ends = [edit.ends_elsewhere(way, self._formula) for way in self._ways]
            demanded.append(self._formula.any_of(ends))
        if fewer_than is not None:
            demanded.append(-self._more_unusual_than(fewer_than - 1) if fewer_than else FALSE)
        found = yield from self._solver.holds(demanded, most)
        return self._fall(wanted) if found else None

    def smaller(
        self, fall: Fall, wanted: Mapping[str, bool], drop: Drop, given: Mapping[str, bool] | None = None
    ) -> Generator[None, None, Fall]:
        """Return the smallest person whom one of the ``wanted`` values makes less urgent; ``fall`` shows a larger one.

        It ends with the smallest one found within the budget.
        """
        demanded = self._demanded(wanted, drop, given or {})
        most = self._solver.conflicts + FOR_BETTER
        while fall.unusual:
            try:
                fewer = -self._more_unusual_than(fall.unusual - 1)
                if not (yield from self._solver.holds([*demanded, fewer], most - self._solver.conflicts)):
                    break
            except NotDecided:
                break
            smaller = self._fall(wanted)
            if smaller.unusual >= fall.unusual:
                raise Contradiction(f"The solver counts fewer unusual findings than {smaller} has.")
            fall = smaller
        return fall

    def _demanded(self, wanted: Mapping[str, bool], drop: Drop, given: Mapping[str, bool]) -> list[int]:
        """Return the literals that are true together exactly for those who fall."""
        demanded = [-literal for name, literal in self._differ.items() if name not in wanted]
        for finding, value in wanted.items():
            mine = self._first.value(finding)
            demanded.append(-self._formula.all_of((self._differ[finding], -mine if value else mine)))
        if len(wanted) > 1:
            demanded.append(-self._two_differ)
        return [*demanded, *self._first.values(given), self._falls(drop)]

    def _more_unusual_than(self, most: int) -> int:
        """Return the literal that is true exactly if more than ``most`` findings are unusual for both people."""
        if most >= len(self._unusual):
            unusual = [
                self._formula.all_of((-literal if _usual(self.tree, name) else literal, -self._differ[name]))
                for name, literal in self._first.findings.items()
            ]
            self._unusual = self._formula.counted(unusual, most + 1)
        return self._unusual[most]

    def _tie(self, findings: Iterable[str]) -> None:
        """Make the two people alike wherever the literal of a finding or threshold in ``_differ`` is false.

        Where it is true they differ.
        """
        people = self._first, self._second
        names = {*findings, *self._first.findings, *self._second.findings}
        names |= {id_of(Threshold(scale, mark)) for one in people for scale in one.marks for mark in one.marks[scale]}
        for name in sorted(names):
            mine, other = self._first.value(name), self._second.value(name)
            differing = self._differ[name] = self._formula.new()
            for sign in (1, -1):
                self._formula.add(differing, sign * mine, -sign * other)
                # Nobody falls who is alike, so that this only helps the solver.
                self._formula.add(-differing, sign * mine, sign * other)
        if len(names) > 1:
            self._two_differ = self._formula.counted(list(self._differ.values()), 2)[1]

    def _at_least(self, way: encoding.Way, level: Urgency) -> int:
        """Return the literal that is true exactly if a way ends at ``level`` or above."""
        tree = self._compiled
        leaves = [node for node in way.reached if tree.yes[node] < 0]
        return self._formula.any_of(
            [way.reached[node] for node in leaves if tree.leaf(node).urgency.rank >= level.rank]
        )

    def _falls(self, drop: Drop) -> int:
        """Return the literal that is true exactly if the first person ends so much less urgent than the second."""
        formula = self._formula
        falls = formula.any_of([formula.all_of((self._without[level], -self._having[level])) for level in Urgency])
        high = [] if drop.high is None else [self._without[drop.high]]
        low = [] if drop.below is None else [-self._having[drop.below]]
        return formula.all_of([falls, *high, *low])

    def _fall(self, wanted: Mapping[str, bool]) -> Fall:
        """Return what the solver's last solution shows, once both people were walked."""
        is_true = self._solver.is_true
        finding = next((name for name in wanted if is_true(self._differ[name])), None)
        if finding is None:
            raise Contradiction("The solver lets somebody fall who differs in nothing.")
        value = wanted[finding]
        usual = {name: entry.usual for name, entry in self.tree.findings.items()}  # of what nothing turns on
        first, second = usual | self._first.solved(is_true), usual | self._second.solved(is_true)
        limit = threshold_of(finding, self.tree.scales)
        if limit is not None:  # they differ by one
            first[limit.scale] = limit.number - (0 if value else 1)
            second[limit.scale] = limit.number - (1 if value else 0)
        away = [name for name in self._first.findings if name != finding and first[name] != _usual(self.tree, name)]
        without, having = walk(self.tree, second, {}), walk(self.tree, first, {})
        return Fall(finding, value, without, having, len(away), second, first)


def _usual(tree: Tree, finding: str) -> bool:
    entry = tree.findings.get(finding)
    return entry is not None and entry.usual
