"""The ways through the graph with the fewest questions, whoever may take them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kneetree.proof.arrays import Compiled

Way = list[tuple[int, bool]]
"""Nodes with the branch taken at each: true for Yes, and for the one branch of a node that only collects."""


class Gates(Protocol):
    """The bits that each branch lets through, by the place of what a node turns on."""

    yes: list[int]
    no: list[int]


class Depths:
    """How few and how many questions can be asked before each node.

    ``least[v]`` is 1 if a question is asked at ``v`` whatever is known before, else 0.  ``near`` orders nodes by the
    fewest questions, then by the fewest steps.
    """

    def __init__(self, tree: Compiled, sure: Sequence[int]) -> None:
        self._size = size = len(tree.ids)
        self.least = least = sure
        self.near = near = [size * size] * size
        self.deep = deep = [0] * size
        self._above = above = [-1] * size
        near[tree.root] = 0
        yes, no, turn, decisions = tree.yes, tree.no, tree.turn, tree.decisions
        for node in tree.order:
            child = yes[node]
            if child < 0:
                continue
            nearest = near[node] + least[node] * size + 1
            deepest = deep[node] + (turn[node] not in decisions)
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

    def fewest(self, node: int) -> int:
        """Return a number of questions that are asked on each way to ``node``."""
        return self.near[node] // self._size

    def way(self, node: int) -> Way:
        """Return the way from the root on which ``fewest`` is counted."""
        way = []
        while (above := self._above[node]) >= 0:
            node = above // 2
            way.append((node, bool(above % 2)))
        way.reverse()
        return way


def first_way(tree: Compiled, least: Sequence[int], ends: set[int], gates: Gates, bit: int, asked: int) -> Way | None:
    """Return the way to one of ``ends`` with the fewest questions that gates let ``bit`` take, ``None`` if none is.

    Only questions that are sure to be asked count, and there are at least ``asked`` of them on the way.
    """
    size, layers = len(tree.ids), asked + 1
    far = size * size
    cost = [far] * (size * layers)  # by node, and by questions so far
    came = [-1] * (size * layers)
    cost[tree.root * layers] = 0
    best = far, -1
    for node in tree.order:
        start = node * layers
        if tree.yes[node] < 0:
            if node in ends:
                best = min(best, (cost[start + asked], node))
            continue
        let_yes, let_no = gates.yes[tree.turn[node]] & bit, gates.no[tree.turn[node]] & bit
        ways: tuple[tuple[int, int], ...] = ((tree.yes[node] * layers, 1),) if let_yes else ()
        ways += ((tree.no[node] * layers, 0),) if let_no else ()
        for count in range(layers):
            if cost[start + count] == far:
                continue
            price = cost[start + count] + least[node] * size + 1
            after = min(count + least[node], asked)
            for target, answer in ways:
                if price < cost[target + after]:
                    cost[target + after] = price
                    came[target + after] = (start + count) * 2 + answer
    if best[0] == far:
        return None
    way: Way = []
    place = best[1] * layers + asked
    while (origin := came[place]) >= 0:
        place, answer = divmod(origin, 2)
        way.append((place // layers, bool(answer)))
    way.reverse()
    return way
