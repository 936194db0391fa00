"""Rules of the form *never lowers*: two people who differ in one finding, and where each of them ends.

The two walk the same tree in one formula.  They are alike but for the finding chosen by an assumption; for a threshold
they differ by one in the number, which tells them apart at that threshold alone.  The verdict on a broken rule is about
the person with the fewest findings away from their usual values.

Where a decision lacks a fact a person has several ends, and what is asked before matters for them.  ``check`` reports
such a decision as an error; until it is mended, these rules are not decided.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from typing import NamedTuple

from kneetree.errors import KneetreeError
from kneetree.model.scales import Threshold, id_of, threshold_of
from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.proof import encoding
from kneetree.proof.arrays import Compiled
from kneetree.proof.formula import FALSE, Formula
from kneetree.proof.people import Path, has, is_like, walk
from kneetree.proof.people import Person as AnyPerson
from kneetree.proof.solver import FOR_BETTER, NotDecided, Solver


class LacksFacts(KneetreeError):
    """Somebody reaches a decision that lacks a fact."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The decision {title!r} can be reached with a fact missing; ask for it before, and this can be decided."
        )


class Fall(NamedTuple):
    """Two people who differ in ``finding``: the one who has it as the rule says ends less urgent.

    ``unusual`` is how many other findings are away from their usual values.
    """

    finding: str
    without: Path
    having: Path
    unusual: int
    person_without: AnyPerson
    person_having: AnyPerson

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


class TwoPeople:
    """Two people in one tree, as clauses: the first has the chosen finding as the rule says, the second has it not."""

    def __init__(self, tree: Tree, compiled: Compiled) -> None:
        """Begin a formula; raise ``NoSolver`` if python-sat is not installed."""
        self._tree = tree
        self._compiled = compiled
        self._formula = Formula()
        self._solver = Solver(self._formula)
        self._first = encoding.Person(compiled, self._formula)
        self._second = encoding.Person(compiled, self._formula)
        self._differ: dict[str, int] = {}
        self._having: list[int] = []
        self._without: list[int] = []
        self._unusual: list[int] = []

    def encode(self, findings: Iterable[str]) -> Generator[None, None, None]:
        """Put the tree into clauses twice, for rules that name ``findings``.

        Raises ``LacksFacts`` if a decision can be reached without a fact that it counts.
        """
        having = encoding.Way(self._compiled, self._first, self._formula)
        without = encoding.Way(self._compiled, self._second, self._formula)
        yield from having.encode(self._compiled.order)
        yield from without.encode(self._compiled.order)
        for node, is_open in having.open_at.items():
            if is_open != FALSE and (yield from self._solver.holds([is_open])):
                raise LacksFacts(self._tree.asked(self._compiled.ids[node]).text)
        self._tie(findings)
        self._having = [self._at_least(having, level) for level in Urgency]
        self._without = [self._at_least(without, level) for level in Urgency]

    def fall(
        self, finding: str, value: bool, given: Mapping[str, bool], below: Urgency | None
    ) -> Generator[None, None, Fall | None]:
        """Return the smallest person whom having ``value`` of ``finding`` makes less urgent, or ``None``.

        Raises ``NotDecided`` if the budget does not suffice to tell whether there is somebody.
        """
        mine = self._first.value(finding)
        demanded = [literal if name == finding else -literal for name, literal in self._differ.items()]
        demanded += [mine if value else -mine, *self._first.values(given), self._falls(below)]
        if not (yield from self._solver.holds(demanded)):
            return None
        found = self._fall(finding, value)
        # The finding itself is counted too, and alike for everybody.
        own = 1 if finding in self._first.findings and _usual(self._tree, finding) is not value else 0
        while found.unusual:
            try:
                fewer = -self._more_unusual_than(found.unusual - 1 + own)
                if not (yield from self._solver.holds([*demanded, fewer], FOR_BETTER)):
                    break
            except NotDecided:
                break
            smaller = self._fall(finding, value)
            if smaller.unusual >= found.unusual:
                raise AssertionError(f"The solver counts fewer unusual findings than {smaller} has.")
            found = smaller
        return found

    def _more_unusual_than(self, most: int) -> int:
        """Return the literal that is true exactly if more than ``most`` findings of the first person are unusual."""
        if most >= len(self._unusual):
            literals = self._first.findings.items()
            unusual = [-literal if _usual(self._tree, name) else literal for name, literal in literals]
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

    def _at_least(self, way: encoding.Way, level: Urgency) -> int:
        """Return the literal that is true exactly if a way ends at ``level`` or above."""
        tree = self._compiled
        leaves = [node for node in way.reached if tree.yes[node] < 0]
        return self._formula.any_of(
            [way.reached[node] for node in leaves if tree.leaf(node).urgency.rank >= level.rank]
        )

    def _falls(self, below: Urgency | None) -> int:
        """Return the literal that is true exactly if the first person ends less urgent than the second.

        With ``below`` only a fall from that level or above to under it counts.
        """
        both = zip(Urgency, self._having, self._without, strict=True)
        falls = [(without, -having) for level, having, without in both if below in (None, level)]
        return self._formula.any_of([self._formula.all_of(fall) for fall in falls])

    def _fall(self, finding: str, value: bool) -> Fall:
        """Return what the solver's last solution shows, once both people were walked."""
        usual = {name: entry.usual for name, entry in self._tree.findings.items()}  # of what nothing turns on
        first = usual | self._first.solved(self._solver.is_true)
        second = usual | self._second.solved(self._solver.is_true)
        limit = threshold_of(finding, self._tree.scales)
        if limit is not None:  # they differ by one
            first[limit.scale] = limit.number - (0 if value else 1)
            second[limit.scale] = limit.number - (1 if value else 0)
        away = [name for name in self._first.findings if name != finding and first[name] != _usual(self._tree, name)]
        return Fall(finding, walk(self._tree, second, {}), walk(self._tree, first, {}), len(away), second, first)


def _usual(tree: Tree, finding: str) -> bool:
    entry = tree.findings.get(finding)
    return entry is not None and entry.usual


def breaks(tree: Tree, rule: Rule, fall: Fall) -> bool:
    """Return whether two people who were walked break a rule."""
    value = (rule.never_lowers or {}).get(fall.finding)
    first, second = fall.person_having, fall.person_without
    high, low = tree.leaf(fall.without.leaf).urgency, tree.leaf(fall.having.leaf).urgency
    falls = low.rank < high.rank if rule.below is None else low.rank < rule.below.rank <= high.rank
    given = rule.given or {}
    are_like = is_like(first, given, tree.scales) and is_like(second, given, tree.scales)
    return falls and are_like and _differ_in(tree, fall.finding, value, first, second)


def _differ_in(tree: Tree, finding: str, value: bool | None, first: AnyPerson, second: AnyPerson) -> bool:
    """Return whether only ``finding`` tells two people apart, and the first has it as ``value`` says."""
    limit = threshold_of(finding, tree.scales)
    fact = limit.scale if limit else finding
    others_alike = all(first[name] == second[name] for name in first if name != fact)
    values = has(first, finding, tree.scales), has(second, finding, tree.scales)
    return others_alike and values == (value, not value) and (limit is None or abs(first[fact] - second[fact]) == 1)


def smallest_fall(two: TwoPeople, rule: Rule) -> Generator[None, None, Fall | None]:
    """Return the smallest person whom having a finding of ``rule`` makes less urgent; ``None`` if there is nobody.

    Raises ``NotDecided`` if that is open for a finding, and nobody was found for the others.
    """
    found: Fall | None = None
    open_: NotDecided | None = None
    for finding, value in (rule.never_lowers or {}).items():
        try:
            fall = yield from two.fall(finding, value, rule.given or {}, rule.below)
        except NotDecided as error:
            open_ = error
            continue
        if fall is not None and (found is None or fall.unusual < found.unusual):
            found = fall
    if found is None and open_ is not None:
        raise open_
    return found
