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
        """Whether coming to ``leaf`` like that breaks the rule."""
        if self.rule.urgency_at_least is not None:
            return leaf.urgency.rank < self.rule.urgency_at_least.rank
        return self.rule.every_path_to is not None and self.rule.every_path_to.matches(leaf)


def hazards(rule: Rule) -> list[Hazard]:
    """What must not happen for ``rule`` to hold."""
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
        """A flag for each node: whether it is a leaf that completes ``hazard``."""
        harms = [*(hazard.harms(leaf) for leaf in self._kinds), False]
        return bytearray([harms[kind] for kind in self.kind])

    def harms(self, found: Sequence[Hazard]) -> list[int]:
        """For each kind of leaf the bits of the hazards that it completes."""
        return [sum(1 << place for place, hazard in enumerate(found) if hazard.harms(leaf)) for leaf in self._kinds]


class Suspicion(NamedTuple):
    """A hazard that the graph has a way to; ``way`` is the shortest such where that was plain to see."""

    way: Way | None


def suspects(tree: Compiled, ends: Ends, found: Sequence[Hazard]) -> list[Suspicion | None]:
    """For each hazard whether the graph has such a way at all."""
    if not found:
        return []
    gate_yes, gate_no, gate = _gates(tree, found)
    harms = [*ends.harms(found), 0]
    arrived = [0] * len(tree.ids)
    arrived[tree.root] = (1 << len(found)) - 1
    yes, no, kind = tree.yes, tree.no, ends.kind
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
                place = gate[node]
                arrived[child] |= bits & gate_yes[place]
                arrived[no[node]] |= bits & gate_no[place]
    if not hits:
        return [None] * len(found)
    depths = Depths(tree)
    hits.sort(key=lambda hit: depths.near[hit[0]])
    first = _first(hits)
    ways: list[Suspicion | None] = []
    for place, hazard in enumerate(found):
        bit = 1 << place
        end = first.get(bit)
        if end is not None and hazard.asked:
            end = _nearest(depths, hits, bit, hazard.asked)
        if end is None:
            ways.append(None)
            continue
        way = depths.way(end) if end >= 0 else None
        if way and not all(arrived[node] & (gate_yes if yes else gate_no)[gate[node]] & bit for node, yes in way):
            way = None
        ways.append(Suspicion(way))
    return ways


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
        """A shortest way from the root to ``node``."""
        way = []
        while (above := self._above[node]) >= 0:
            node = above // 2
            way.append((node, bool(above % 2)))
        way.reverse()
        return way


def _first(hits: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The first leaf that has each bit."""
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
    """The leaf nearest to the root after ``steps`` steps or more; -1 where only a search can tell, ``None`` for none.

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


def _gates(tree: Compiled, found: Sequence[Hazard]) -> tuple[list[int], list[int], list[int]]:
    """The bits that each answer lets through, by place; a question's place is its finding, a list has its own."""
    everything = (1 << len(found)) - 1
    count = len(tree.findings)
    gate = tree.finding
    lists = list(tree.items)
    if lists:
        gate = gate[:]
        for place, node in enumerate(lists):
            gate[node] = count + place
    let_yes = [everything] * (count + len(lists))
    let_no = let_yes[:]
    lists_of: dict[int, list[int]] = {}
    for node in lists:
        for finding, _ in tree.items[node]:
            lists_of.setdefault(finding, []).append(node)
    for place, hazard in enumerate(found):
        bit = 1 << place
        if hazard.without is not None:
            for finding in tree.numbers([hazard.without]):
                for shut in (finding, *(gate[node] for node in lists_of.get(finding, ()))):
                    let_yes[shut] &= ~bit
                    let_no[shut] &= ~bit
        elif hazard.given:
            known = person(hazard.given)
            facts = tree.facts(known) if known else {}
            if known is None:
                for finding in range(len(let_yes)):
                    let_yes[finding] &= ~bit
                    let_no[finding] &= ~bit
            for finding, value in facts.items():
                (let_no if value else let_yes)[finding] &= ~bit
            for node in {node for finding in facts for node in lists_of.get(finding, ())}:
                low = sum(points for finding, points in tree.items[node] if facts.get(finding, False))
                high = sum(points for finding, points in tree.items[node] if facts.get(finding, True))
                if low >= tree.at_least[node]:
                    let_no[gate[node]] &= ~bit
                if high < tree.at_least[node]:
                    let_yes[gate[node]] &= ~bit
    return let_yes, let_no, gate
