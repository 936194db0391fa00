"""One pass over a tree for all rules at once: which of them might be broken.

It looks at ways through the graph without asking whether one person can take them all along, so a
rule that it clears holds, and a rule that it suspects is then decided exactly.  One bit stands for
one thing that must not happen; the bits travel down the tree together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kneetree.compiled import Compiled
from kneetree.safety.search import person
from kneetree.values import Leaf, Rule


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


def suspects(tree: Compiled, ends: Ends, found: Sequence[Hazard]) -> list[bool]:
    """For each hazard whether the graph has such a way at all."""
    if not found:
        return []
    gate_yes, gate_no, gate = _gates(tree, found)
    harms = [*ends.harms(found), 0]
    targets = [harms[kind] for kind in ends.kind]
    arrived = [0] * len(tree.ids)
    arrived[tree.root] = (1 << len(found)) - 1
    hit = 0
    yes, no = tree.yes, tree.no
    for node in tree.order:
        bits = arrived[node]
        if bits:
            child = yes[node]
            if child < 0:
                hit |= bits & targets[node]
            else:
                place = gate[node]
                arrived[child] |= bits & gate_yes[place]
                arrived[no[node]] |= bits & gate_no[place]
    deep = _too_deep(tree, found, targets)
    return [bool(hit >> place & 1 and (not hazard.asked or deep[place])) for place, hazard in enumerate(found)]


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


def _too_deep(tree: Compiled, found: Sequence[Hazard], targets: list[int]) -> list[bool]:
    """For each hazard that counts questions whether a leaf of its lies deep enough in the graph."""
    deep = [False] * len(found)
    counted = [(place, hazard.asked) for place, hazard in enumerate(found) if hazard.asked]
    if not counted:
        return deep
    yes, no = tree.yes, tree.no
    depth = [0] * len(tree.ids)
    deepest: dict[int, int] = {}
    for node in tree.order:
        child = yes[node]
        if child < 0:
            if depth[node] > deepest.get(targets[node], -1):
                deepest[targets[node]] = depth[node]
            continue
        below = depth[node] + 1
        if depth[child] < below:
            depth[child] = below
        child = no[node]
        if depth[child] < below:
            depth[child] = below
    for place, asked in counted:
        deep[place] = any(bits >> place & 1 and most >= asked for bits, most in deepest.items())
    return deep
