"""One pass over a tree for all rules at once: which of them might be broken.

It looks at ways through the graph without asking whether one person can take them all along, so a
rule that it clears holds, and a rule that it suspects is then decided exactly.  One bit stands for
one thing that must not happen; the bits travel down the tree together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kneetree.model.values import Leaf, Rule
from kneetree.proof.arrays import Compiled
from kneetree.proof.quick_pass import Way
from kneetree.proof.search import person


class Hazard(NamedTuple):
    """One thing that a rule forbids: a way to one of its leaves, past or without certain questions.

    ``without`` is a finding that the way never asks about, ``asked`` the number of questions that is
    too many.
    """

    rule: Rule
    given: Mapping[str, bool] = {}
    without: str | None = None
    asked: int = 0

    def harms(self, leaf: Leaf) -> bool:
        """Return whether coming to ``leaf`` like that breaks the rule."""
        if self.rule.urgency_at_least is not None:
            return leaf.urgency.rank < self.rule.urgency_at_least.rank
        return self.rule.every_path_to is not None and self.rule.every_path_to.matches(leaf)


def hazards(rule: Rule) -> list[Hazard]:
    """Return what must not happen for ``rule`` to hold."""
    if rule.given is not None:
        return [Hazard(rule, given=rule.given)]
    if rule.asks is not None:
        return [Hazard(rule, without=finding) for finding in dict.fromkeys(rule.asks)]
    return [Hazard(rule, asked=(rule.questions_at_most or 0) + 1)]


class Ends:
    """The leaves that can be reached, sorted into kinds that no hazard tells apart."""

    def __init__(self, tree: Compiled) -> None:
        seen: dict[tuple[str, str], int] = {}
        self._kinds: list[Leaf] = []
        self.kind = [-1] * len(tree.ids)
        nodes, yes = tree.nodes, tree.yes
        for node in tree.order:
            if yes[node] < 0:
                leaf = nodes[node]
                assert isinstance(leaf, Leaf)
                key = (leaf.condition, leaf.urgency)
                number = seen.setdefault(key, len(seen))
                if number == len(self._kinds):
                    self._kinds.append(leaf)
                self.kind[node] = number

    def targets(self, hazard: Hazard) -> bytearray:
        """Return a flag for each node: whether it is a leaf that completes ``hazard``."""
        harms = [*(hazard.harms(leaf) for leaf in self._kinds), False]
        return bytearray([harms[kind] for kind in self.kind])

    def harms(self, found: Sequence[Hazard]) -> list[int]:
        """Return, for each kind of leaf, the bits of the hazards that it completes."""
        return [sum(1 << place for place, hazard in enumerate(found) if hazard.harms(leaf)) for leaf in self._kinds]


class Suspicion(NamedTuple):
    """A hazard that the graph has a way to; ``way`` is the shortest such where that was plain to see."""

    way: Way | None


def suspects(tree: Compiled, ends: Ends, found: Sequence[Hazard]) -> list[Suspicion | None]:
    """Return for each hazard whether the graph has such a way at all."""
    if not found:
        return []
    gates = _Gates(tree, found)
    arrived, hits = _travel(tree, ends, found, gates)
    if not hits:
        return [None] * len(found)
    depths = Depths(tree)
    hits.sort(key=lambda hit: depths.near[hit[0]])
    first = _first(hits)
    ways: list[Suspicion | None] = []
    for number, hazard in enumerate(found):
        bit = 1 << number
        end = first.get(bit)
        if end is not None and hazard.asked:
            end = _nearest(depths, hits, bit, hazard.asked)
        if end is None:
            ways.append(None)
            continue
        way = depths.way(end) if end >= 0 else None
        if way and not all(
            arrived[node] & (gates.yes if answer else gates.no)[gates.place[node]] & bit for node, answer in way
        ):
            way = None
        ways.append(Suspicion(way))
    return ways


def _travel(
    tree: Compiled, ends: Ends, found: Sequence[Hazard], gates: _Gates
) -> tuple[list[int], list[tuple[int, int]]]:
    """Let the bits of all hazards travel down the tree; the bits at each node, and the leaves that complete some."""
    harms = [*ends.harms(found), 0]
    arrived = [0] * len(tree.ids)
    arrived[tree.root] = (1 << len(found)) - 1
    yes, no, kind = tree.yes, tree.no, ends.kind
    place, let_yes, let_no = gates.place, gates.yes, gates.no
    hits: list[tuple[int, int]] = []
    for node in tree.order:
        bits = arrived[node]
        if bits:
            child = yes[node]
            if child < 0:
                bits &= harms[kind[node]]
                if bits:
                    hits.append((node, bits))
            else:
                arrived[child] |= bits & let_yes[place[node]]
                arrived[no[node]] |= bits & let_no[place[node]]
    return arrived, hits


class Depths:
    """How near to and how deep below the root each node lies, in steps."""

    def __init__(self, tree: Compiled) -> None:
        size = len(tree.ids)
        self.near = near = [size] * size
        self.deep = deep = [0] * size
        self._above = above = [-1] * size
        near[tree.root] = 0
        yes, no = tree.yes, tree.no
        for node in tree.order:
            child = yes[node]
            if child < 0:
                continue
            nearest, deepest = near[node] + 1, deep[node] + 1
            if nearest < near[child]:
                near[child] = nearest
                above[child] = node * 2 + 1
            if deepest > deep[child]:
                deep[child] = deepest
            child = no[node]
            if nearest < near[child]:
                near[child] = nearest
                above[child] = node * 2
            if deepest > deep[child]:
                deep[child] = deepest

    def way(self, node: int) -> Way:
        """Return a shortest way from the root to ``node``."""
        way = []
        while (above := self._above[node]) >= 0:
            node = above // 2
            way.append((node, bool(above % 2)))
        way.reverse()
        return way


def _first(hits: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return the first leaf that has each bit."""
    first: dict[int, int] = {}
    done = 0
    for node, bits in hits:
        new = bits & ~done
        done |= bits
        while new:
            bit = new & -new
            first[bit] = node
            new ^= bit
    return first


def _nearest(depths: Depths, hits: Sequence[tuple[int, int]], bit: int, steps: int) -> int | None:
    """Return the leaf nearest to the root after at least ``steps`` steps; -1 if only a search can tell, or ``None``.

    ``hits`` are leaves, nearest first, with the bits of the hazards that they complete.
    """
    near, deep = depths.near, depths.deep
    unclear = False
    for node, bits in hits:
        if bits & bit:
            if near[node] >= steps:
                return -1 if unclear else node
            unclear = unclear or deep[node] >= steps
    return -1 if unclear else None


class _Gates:
    """The bits that each answer lets through.

    A question's place is its finding, so that all questions of one finding share a gate; a list has a place of its own.
    ``place[v]`` is that of node ``v``; ``yes[p]`` and ``no[p]`` are the bits that its answers let through.
    """

    def __init__(self, tree: Compiled, found: Sequence[Hazard]) -> None:
        self._tree = tree
        count = len(tree.findings)
        lists = list(tree.items)
        self.place = tree.finding[:] if lists else tree.finding
        self._lists_of: dict[int, list[int]] = {}
        for number, node in enumerate(lists):
            self.place[node] = count + number
            for finding, _ in tree.items[node]:
                self._lists_of.setdefault(finding, []).append(node)
        self.yes = [(1 << len(found)) - 1] * (count + len(lists))
        self.no = self.yes[:]
        for number, hazard in enumerate(found):
            if hazard.without is not None:
                self._shut_where_asked(hazard.without, ~(1 << number))
            elif hazard.given:
                self._shut_against(hazard.given, ~(1 << number))

    def _shut_where_asked(self, name: str, mask: int) -> None:
        """Stop a way that must not ask about a finding wherever it is asked."""
        for finding in self._tree.numbers([name]):
            for place in (finding, *(self.place[node] for node in self._lists_of.get(finding, ()))):
                self.yes[place] &= mask
                self.no[place] &= mask

    def _shut_against(self, given: Mapping[str, bool], mask: int) -> None:
        """Stop a way wherever it contradicts what is given, and everywhere if nobody can be as is given."""
        known = person(given)
        if known is None:
            self.yes[:] = [bits & mask for bits in self.yes]
            self.no[:] = [bits & mask for bits in self.no]
            return
        facts = self._tree.facts(known)
        for finding, value in facts.items():
            (self.no if value else self.yes)[finding] &= mask
        for node in {node for finding in facts for node in self._lists_of.get(finding, ())}:
            answer = self._tree.comes_out(node, facts)
            if answer is not None:
                (self.no if answer else self.yes)[self.place[node]] &= mask
