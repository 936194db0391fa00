"""A tree as clauses: one definite person and the way that they take.

A person is a value for each finding and a number for each scale; the thresholds of a scale that are used imply one
another.  The answer at a node follows from these values alone, whatever was known before.  What is known matters for
what is asked, and for a decision that lacks a fact: there both branches count, so the person may take either.

The person takes exactly one way.  So something is known at a node of the way exactly if some node before it in
topological order has asked for it: a node that is not above is not on the way.  This makes one literal for each node
that asks enough, where each node and each finding would be needed otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Generator, Iterable, Mapping, Sequence

from kneetree.model.asked import Kind
from kneetree.model.scales import threshold_of
from kneetree.proof import knowing
from kneetree.proof.arrays import Compiled, Turn
from kneetree.proof.formula import FALSE, TRUE, Formula

_BREATH = 500
"""Nodes between two breaths while a tree is put into clauses; some 10 ms."""


class Person:
    """The literals of a person: one for each finding, and one for each threshold that is used."""

    def __init__(self, tree: Compiled, formula: Formula) -> None:
        self._tree = tree
        self._formula = formula
        self.findings: dict[str, int] = {}
        self.marks: dict[str, list[int]] = {}
        self._limits: dict[tuple[str, int], int] = {}

    def value(self, finding: str) -> int:
        """Return the literal that is true exactly if a finding or threshold is."""
        limit = threshold_of(finding, self._tree.scales)
        if limit is None:
            literal = self.findings.get(finding)
            if literal is None:
                literal = self.findings[finding] = self._formula.new()
            return literal
        literal = self._limits.get(limit)
        if literal is None:
            literal = self._limits[limit] = self._formula.new()
            self._put_in_order(limit.scale, limit.number, literal)
        return literal

    def values(self, given: Mapping[str, bool]) -> list[int]:
        """Return the literals that are true exactly if the person is as ``given``."""
        return [self.value(finding) if value else -self.value(finding) for finding, value in given.items()]

    def solved(self, is_true: Callable[[int], bool]) -> dict[str, bool | int]:
        """Return the person of a solution: a value for each finding, and for each scale the least number that fits."""
        person: dict[str, bool | int] = {finding: is_true(literal) for finding, literal in self.findings.items()}
        for name, scale in self._tree.scales.items():
            marks = [number for number in self.marks.get(name, ()) if is_true(self._limits[name, number])]
            person[name] = max([scale.least, *marks])
        return person

    def _put_in_order(self, scale: str, number: int, literal: int) -> None:
        """Let the threshold imply the next lower one, and follow from the next higher one."""
        marks = self.marks.setdefault(scale, [])
        place = bisect_left(marks, number)
        if place > 0:
            self._formula.add(-literal, self._limits[scale, marks[place - 1]])
        if place < len(marks):
            self._formula.add(-self._limits[scale, marks[place]], literal)
        marks.insert(place, number)


class Way:
    """The way of a person through the nodes of a tree from which a leaf of interest can be reached.

    ``reached[v]`` is true exactly if the person comes to node ``v``, ``asks[v]`` if they are asked there, ``says[v]``
    if they take its Yes branch.  ``lacks[v]`` has for each finding that a decision counts whether it is not known
    there, and ``open_at[v]`` is true if so much is not known that both branches count.  ``asked[f]`` is true if the
    fact ``f`` was asked for when the way ends.
    """

    def __init__(self, tree: Compiled, person: Person, formula: Formula) -> None:
        self._tree = tree
        self._person = person
        self._formula = formula
        self._lacking: Container[int] = ()
        self._follows_both = True
        self.reached: dict[int, int] = {}
        self.asks: dict[int, int] = {}
        self.says: dict[int, int] = {}
        self.lacks: dict[int, dict[str, int]] = {}
        self.open_at: dict[int, int] = {}
        self.asked: dict[str, int] = {}

    def encode(
        self, nodes: Sequence[int], lacking: Container[int] | None = None, *, follows_both: bool = True
    ) -> Generator[None, None, None]:
        """Put ``nodes`` into clauses: an order of nodes with all that is above each of them, each after those.

        ``lacking`` are the decisions that may lack a fact; if ``None`` is given, those of which the graph alone does
        not tell.  Without ``follows_both`` the person goes on from there as if they had said all.  It yields now and
        then for others to work.
        """
        self._lacking = lacking_in_graph(self._tree) if lacking is None else lacking
        self._follows_both = follows_both
        came: dict[int, list[int]] = {self._tree.root: [TRUE]}
        yes, no = self._tree.yes, self._tree.no
        any_of, all_of = self._formula.any_of, self._formula.all_of
        for count, node in enumerate(nodes):
            if count % _BREATH == _BREATH - 1:
                yield
            reached = self.reached[node] = any_of(came.pop(node))
            if yes[node] < 0:
                continue
            says = self.says[node] = self._at(node, reached)
            if says == TRUE:
                came.setdefault(yes[node], []).append(reached)
                if yes[node] != no[node]:
                    came.setdefault(no[node], [])
                continue
            came.setdefault(yes[node], []).append(all_of((reached, says)))
            came.setdefault(no[node], []).append(all_of((reached, -says)))

    def met(self, fact: str) -> int:
        """Return whether a fact has been asked for when the way ends."""
        return self.asked.get(fact, FALSE)

    def levels(self) -> list[int]:
        """Return literals of which so many are true as questions are asked on the way.

        Of the nodes that lie equally deep at most one is on a way, so they share a literal.
        """
        depths = self._tree.depths()
        by_depth: dict[int, list[int]] = {}
        for node, asks in self.asks.items():
            by_depth.setdefault(depths[node], []).append(asks)
        return [self._formula.any_of(by_depth[depth]) for depth in sorted(by_depth)]

    def _at(self, node: int, reached: int) -> int:
        """Return the literal of the branch that the person takes at a node, and note what is asked and known there."""
        turn = self._tree.turn_of(node)
        value, formula = self._person.value, self._formula
        if turn.kind is Kind.DECISION:
            return self._decide(node, turn, reached)
        known = {fact: self.met(fact) for fact in turn.facts}
        self.asks[node] = formula.all_of((reached, -self._passed(turn, known)))
        # Only a list that branches can be passed while some of its facts stay unknown.
        branches = turn.kind is Kind.LIST and bool(turn.terms)
        learnt = self.asks[node] if branches else reached
        for fact in turn.facts:
            self.asked[fact] = formula.any_of((known[fact], learnt))
        if not turn.terms:
            return TRUE
        return formula.at_least(self._scores(turn), turn.at_least) if branches else value(turn.terms[0][0])

    def _passed(self, turn: Turn, known: Mapping[str, int]) -> int:
        """Return whether the answer follows from what is known, so that nothing is asked."""
        if turn.kind is Kind.LIST and turn.terms:
            if all(literal == FALSE for literal in known.values()):
                return FALSE
            low, most = self._bounds(turn, known)
            return self._formula.any_of((low, -most))
        return self._formula.all_of(known.values())

    def _decide(self, node: int, turn: Turn, reached: int) -> int:
        formula = self._formula
        if node not in self._lacking:
            self.lacks[node] = {}
            return formula.at_least(self._scores(turn), turn.at_least)
        known = {finding: self.met(self._tree.fact(finding)) for finding, _, _ in turn.terms}
        self.lacks[node] = {finding: -literal for finding, literal in known.items() if literal != TRUE}
        low, most = self._bounds(turn, known)
        self.open_at[node] = formula.all_of((reached, -low, most))
        if not self._follows_both:
            return formula.at_least(self._scores(turn), turn.at_least)
        return formula.any_of((low, formula.all_of((most, formula.new()))))

    def _bounds(self, turn: Turn, known: Mapping[str, int]) -> tuple[int, int]:
        """Return whether the points of what is known suffice, and whether those of all that is not ruled out do."""
        formula, scores = self._formula, self._scores(turn)
        sure = [known[finding] for finding, _, _ in turn.terms]
        low = [
            (formula.all_of((is_known, score)), worth) for is_known, (score, worth) in zip(sure, scores, strict=True)
        ]
        most = [
            (formula.any_of((-is_known, score)), worth) for is_known, (score, worth) in zip(sure, scores, strict=True)
        ]
        return formula.at_least(low, turn.at_least), formula.at_least(most, turn.at_least)

    def _scores(self, turn: Turn) -> list[tuple[int, int]]:
        value = self._person.value
        return [(value(finding) if true else -value(finding), worth) for finding, worth, true in turn.terms]


def lacking_in_graph(tree: Compiled) -> frozenset[int]:
    """Return the decisions at which some fact may not be known, as far as the graph alone tells."""
    return frozenset(knowing.incomplete(tree, knowing.surely_asked(tree)) if tree.decisions else ())


def whole(tree: Compiled, targets: Iterable[int] | None = None) -> list[int]:
    """Return the nodes that a way to one of ``targets`` can pass, in order, and all nodes if none are given."""
    if targets is None:
        return tree.order
    above = tree.above(list(targets))
    return [node for node in tree.order if above[node]]
