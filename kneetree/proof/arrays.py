"""A tree as arrays of small numbers: what the proofs and the counts run on.

It exists for speed only.  Nodes are numbered in file order; ``-1`` stands for "none".  It holds a picture of the tree
at one moment: after an edit it is made anew.  It knows nothing of rules, walks or people.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kneetree.model.asked import Kind
from kneetree.model.nodes import Decision, Leaf, QuestionNode
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Tree

Term = tuple[str, int, bool]
"""A finding or threshold, its points, and the value with which it has them."""


class Turn(NamedTuple):
    """What a node turns on: the terms that it counts, and the facts that it asks for.

    A yes/no question and a threshold count one term.  A fact is a finding or a scale, since answers are kept by these.
    A node that only collects counts nothing; it asks for ``facts`` and goes on.
    """

    kind: Kind
    terms: tuple[Term, ...]
    at_least: int
    facts: tuple[str, ...]


class Compiled:
    """The nodes that a walk can come to, as numbers.

    ``yes[v]`` and ``no[v]`` are the targets of node ``v``, -1 for a leaf, and equal for a node that only collects.
    ``turn[v]`` is the place in ``turns`` of what it turns on, -1 for a leaf; nodes that turn on the same share it.
    ``order`` holds the nodes reachable from the root, each before what it leads to.  ``askers`` has the nodes of
    ``order`` that ask for each fact, in that order.  ``scales`` are those of the tree.
    """

    __slots__ = (
        "askers", "ids", "index", "no", "nodes", "order", "root", "scales", "turn", "turns", "yes",
    )  # fmt: skip

    def __init__(self, tree: Tree) -> None:
        self.ids = list(tree.nodes)
        self.nodes = list(tree.nodes.values())
        self.index = index = {key: number for number, key in enumerate(self.ids)}
        self.root = index[tree.root]
        self.scales = dict(tree.scales)
        self.turns: list[Turn] = []
        self.yes, self.no, self.turn = _numbered(tree, index, self.turns)
        self.order = _order(self.yes, self.no, self.root)
        self.askers: dict[str, list[int]] = {}
        for node in self.order:
            for fact in self.asked_by(node):
                self.askers.setdefault(fact, []).append(node)

    def turn_of(self, node: int) -> Turn:
        """Return what a node that is no leaf turns on."""
        return self.turns[self.turn[node]]

    def asked_by(self, node: int) -> tuple[str, ...]:
        """Return the facts that a node asks for: findings, or a scale; none for a leaf or a decision."""
        turn = self.turn[node]
        return self.turns[turn].facts if turn >= 0 else ()

    def fact(self, finding: str) -> str:
        """Return the id under which an answer about a finding is kept: the scale of a threshold, else itself."""
        limit = threshold_of(finding, self.scales)
        return limit.scale if limit else finding

    def leaf(self, node: int) -> Leaf:
        """Return the leaf with that number."""
        leaf = self.nodes[node]
        assert isinstance(leaf, Leaf)
        return leaf

    def depths(self) -> list[int]:
        """Return how many steps the longest way from the root to each node has."""
        depths = [0] * len(self.ids)
        yes, no = self.yes, self.no
        for node in self.order:
            if yes[node] >= 0:
                below = depths[node] + 1
                depths[yes[node]] = max(below, depths[yes[node]])
                depths[no[node]] = max(below, depths[no[node]])
        return depths

    def above(self, targets: Sequence[int]) -> bytearray:
        """Return a flag for each node: whether a way leads from it to one of ``targets``, themselves included."""
        flags = bytearray(len(self.ids))
        for node in targets:
            flags[node] = 1
        yes, no = self.yes, self.no
        for node in reversed(self.order):
            if yes[node] >= 0 and (flags[yes[node]] or flags[no[node]]):
                flags[node] = 1
        return flags


def _numbered(tree: Tree, index: dict[str, int], turns: list[Turn]) -> tuple[list[int], list[int], list[int]]:
    """Return the two targets of each node, and the place of its turn in ``turns``, to which each is added once."""
    yes, no, turn = [-1] * len(index), [-1] * len(index), [-1] * len(index)
    plain: dict[tuple[str, bool], int] = {}
    places: dict[Turn, int] = {}
    for number, node in enumerate(tree.nodes.values()):
        if type(node) is QuestionNode:
            yes[number] = index[node.next or node.yes]
            no[number] = index[node.next or node.no]
            key = node.asks, bool(node.next)
            is_plain = node.at_least == 1 and not node.points
            place = plain.get(key, -1) if is_plain else -1
            if place < 0:
                place = _place(_turn_of_question(tree, node), turns, places)
                if is_plain:
                    plain[key] = place
            turn[number] = place
        elif type(node) is Decision:
            yes[number], no[number] = index[node.yes], index[node.no]
            terms = tuple([(term.finding, term.points, term.true) for term in node.terms])
            turn[number] = _place(Turn(Kind.DECISION, terms, node.at_least, ()), turns, places)
    return yes, no, turn


def _place(turn: Turn, turns: list[Turn], places: dict[Turn, int]) -> int:
    place = places.setdefault(turn, len(turns))
    if place == len(turns):
        turns.append(turn)
    return place


def _turn_of_question(tree: Tree, node: QuestionNode) -> Turn:
    question = tree.questions.get(node.asks)
    if question is None:
        limit = threshold_of(node.asks, tree.scales)
        scale = limit.scale if limit else node.asks
        return Turn(Kind.NUMBER, () if node.next else ((node.asks, 1, True),), 1, (scale,))
    kind = Kind.LIST if question.lines else Kind.YES_NO
    terms = () if node.next else tuple([(line, node.points.get(line, 1), True) for line in question.findings])
    return Turn(kind, terms, node.at_least, question.findings)


def _order(yes: list[int], no: list[int], root: int) -> list[int]:
    """Reverse postorder of a depth-first search without recursion; ``~v`` on the stack: leave ``v``."""
    seen = bytearray(len(yes))
    found: list[int] = []
    stack = [root]
    while stack:
        node = stack.pop()
        if node < 0:
            found.append(~node)
            continue
        if seen[node]:
            continue
        seen[node] = 1
        if yes[node] < 0:
            found.append(node)
            continue
        stack.append(~node)
        for child in (yes[node], no[node]):
            if not seen[child]:
                if yes[child] < 0:
                    seen[child] = 1
                    found.append(child)
                else:
                    stack.append(child)
    found.reverse()
    return found
