"""Two people who may be *not sure*, as clauses, and the leaves that each of them has still to come to.

The second person says what they like to everything that is not told yet; the first says the same, but is *not sure* of
the facts that are dropped.  Whether leaves differ, or only their order, can be asked of the solver.

*Not sure* follows both branches, the Yes branch first.  A node is visited once, which leaves the order in which leaves
are first reached as it is: the order of a traversal that would visit it each time.  So what comes before what is
decided from the leaves upwards, and an emergency on the Yes side keeps a person from the No side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kneetree.model import knowledge
from kneetree.model.asked import Kind
from kneetree.model.knowledge import UNKNOWN, Answers
from kneetree.model.scales import threshold_of
from kneetree.model.values import Urgency
from kneetree.proof.arrays import Compiled, Turn
from kneetree.proof.formula import FALSE, TRUE, Formula
from kneetree.proof.nodes_ahead import Ahead


class Value(NamedTuple):
    """The literals that a fact is true and that it is false; neither if the person is not sure."""

    true: int
    false: int


class Facts:
    """What the second person says, and the first, as literals; what is ``told`` is the same for both and constant."""

    def __init__(self, compiled: Compiled, formula: Formula, told: Answers, dropped: Iterable[str]) -> None:
        self._compiled = compiled
        self._formula = formula
        self._told = told
        self._second: dict[str, Value] = {}
        self._first: dict[str, Value] = {}
        self._marks: dict[str, dict[int, Value]] = {}
        self._unsure: dict[str, int] = {}
        self.drops = {fact: formula.new() for fact in dropped}

    def value(self, finding: str, *, first: bool) -> Value:
        """Return what the first or the second person says of a finding or threshold."""
        if finding not in self._second:
            self._second[finding] = self._new(finding)
        if not first:
            return self._second[finding]
        if finding not in self._first:
            self._first[finding] = self._less(finding, self._second[finding])
        return self._first[finding]

    def _new(self, finding: str) -> Value:
        said = knowledge.value_of(finding, self._told)
        if said is not UNKNOWN:
            return Value(TRUE if said is True else FALSE, TRUE if said is False else FALSE)
        value = Value(self._formula.new(), self._formula.new())
        self._formula.add(-value.true, -value.false)
        limit = threshold_of(finding, self._compiled.scales)
        if limit is not None:
            self._put_in_order(limit.scale, limit.number, value)
        return value

    def _put_in_order(self, scale: str, number: int, value: Value) -> None:
        """Let a threshold imply the others, and be not sure exactly if its number is."""
        formula, unsure = self._formula, self._unsure_of(scale)
        formula.add(value.true, value.false, unsure)
        formula.add(-unsure, -value.true)
        formula.add(-unsure, -value.false)
        for other, known in self._marks.setdefault(scale, {}).items():
            high, low = (value, known) if number > other else (known, value)
            formula.add(-high.true, low.true)
        self._marks[scale][number] = value

    def _less(self, finding: str, value: Value) -> Value:
        drop = self.drops.get(self._compiled.fact(finding))
        if drop is None:
            return value
        return Value(*(self._formula.all_of((literal, -drop)) for literal in value))

    def _unsure_of(self, scale: str) -> int:
        if scale not in self._unsure:
            self._unsure[scale] = self._formula.new()
        return self._unsure[scale]


class Course:
    """The ways of one person through what is ahead of them.

    ``yes[v]`` and ``no[v]`` are true exactly if the person, once at node ``v``, follows that branch, ``reached[v]`` if
    they come to it before an emergency ends the walk.
    """

    def __init__(self, compiled: Compiled, ahead: Ahead, facts: Facts, formula: Formula, *, first: bool) -> None:
        self._compiled = compiled
        self._ahead = ahead
        self._facts = facts
        self._formula = formula
        self._is_first = first
        self.yes: dict[int, int] = {}
        self.no: dict[int, int] = {}
        self.reached: dict[int, int] = {}
        self.knows: dict[int, dict[str, int]] = {}
        """For each decision that may lack a fact the literals that it is known there."""

    def encode(self) -> None:
        """Put the ways into clauses."""
        possible = set(self._ahead.heads)
        nodes = [node for node in self._ahead.nodes if self._turn(node, possible)]
        ends = self._comes_to(nodes, self._emergencies(nodes))
        any_of, all_of = self._formula.any_of, self._formula.all_of
        came: dict[int, list[int]] = {node: [] for node in nodes}
        before = TRUE
        for head in self._ahead.heads:
            came[head].append(before)
            before = all_of((before, -ends[head]))
        yes, no = self._compiled.yes, self._compiled.no
        for node in nodes:
            here = self.reached[node] = any_of(came[node])
            if node not in self.yes:
                continue
            if yes[node] in came:
                came[yes[node]].append(all_of((here, self.yes[node])))
            if no[node] in came and self.no[node] != FALSE:
                stopped = all_of((self.yes[node], ends.get(yes[node], FALSE)))
                came[no[node]].append(all_of((here, self.no[node], -stopped)))

    def comes_first(self, these: Mapping[int, int], others: Mapping[int, int]) -> int:
        """Return whether a leaf of ``these`` is reached before all of ``others``.

        Both give the literal that a leaf is one of them.
        """
        any_of, all_of = self._formula.any_of, self._formula.all_of
        nodes = list(self.reached)
        reach = self._comes_to(nodes, others)
        before: dict[int, int] = {}
        for node in reversed(nodes):
            if node not in self.yes:
                before[node] = these.get(node, FALSE)
                continue
            yes, no = self._compiled.yes[node], self._compiled.no[node]
            passed = -all_of((self.yes[node], reach.get(yes, FALSE)))
            before[node] = any_of(
                (
                    all_of((self.yes[node], before.get(yes, FALSE))),
                    all_of((self.no[node], passed, before.get(no, FALSE))),
                )
            )
        none_yet, found = TRUE, []
        for head in self._ahead.heads:
            found.append(all_of((none_yet, before[head])))
            none_yet = all_of((none_yet, -reach[head]))
        return any_of(found)

    def _emergencies(self, nodes: Iterable[int]) -> dict[int, int]:
        compiled = self._compiled
        leaves = [node for node in nodes if compiled.yes[node] < 0]
        return {node: TRUE for node in leaves if compiled.leaf(node).urgency is Urgency.EMERGENCY}

    def _comes_to(self, nodes: Sequence[int], leaves: Mapping[int, int]) -> dict[int, int]:
        """Return for each node whether one of ``leaves`` is reached from it, were the walk to go on to its end."""
        any_of, all_of = self._formula.any_of, self._formula.all_of
        reach: dict[int, int] = {}
        for node in reversed(nodes):
            if node not in self.yes:
                reach[node] = leaves.get(node, FALSE)
                continue
            yes, no = self._compiled.yes[node], self._compiled.no[node]
            reach[node] = any_of(
                (all_of((self.yes[node], reach.get(yes, FALSE))), all_of((self.no[node], reach.get(no, FALSE))))
            )
        return reach

    def _turn(self, node: int, possible: set[int]) -> bool:
        """Note which branches the person follows at a node; return ``False`` if nobody reaches it."""
        if node not in possible:
            return False
        compiled = self._compiled
        if compiled.yes[node] < 0:
            return True
        yes, no = self._branches(node, compiled.turn_of(node))
        self.yes[node], self.no[node] = yes, no
        possible |= {compiled.yes[node]} if yes != FALSE else set()
        possible |= {compiled.no[node]} if no != FALSE else set()
        return True

    def _branches(self, node: int, turn: Turn) -> tuple[int, int]:
        if not turn.terms:
            return TRUE, FALSE
        formula = self._formula
        values = [(self._value(node, turn, finding), worth, true) for finding, worth, true in turn.terms]
        most = [(-(value.false if true else value.true), worth) for value, worth, true in values]
        least = [(value.true if true else value.false, worth) for value, worth, true in values]
        return formula.at_least(most, turn.at_least), -formula.at_least(least, turn.at_least)

    def _value(self, node: int, turn: Turn, finding: str) -> Value:
        """Return what the person says of a finding; what a decision may lack is said or, just as well, not sure."""
        value = self._facts.value(finding, first=self._is_first)
        if turn.kind is not Kind.DECISION or self._compiled.fact(finding) in self._ahead.sure[node]:
            return value
        known = self.knows.setdefault(node, {})[finding] = self._formula.new()
        return Value(*(self._formula.all_of((literal, known)) for literal in value))
