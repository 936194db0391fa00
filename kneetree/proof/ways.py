"""The ways through the graph with the fewest questions, for no particular person."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from kneetree.proof.arrays import Compiled

Way = list[tuple[int, bool]]
"""Nodes with the branch taken at each: true for Yes, and for the one branch of a node that only collects."""


MOST_PLACES = 200_000
"""The most places (a node, and how many questions were asked before it) at which a search for one way looks."""


class Ways(NamedTuple):
    """All ways to a hazard that the quick pass leaves open: ``nodes`` are on them, in order.

    ``leads`` has the bits of the hazards to which some way leads from a node, and ``let_yes`` and ``let_no`` those that
    may take a branch, by its turn.  ``bit`` is that of the hazard.
    """

    nodes: Sequence[int]
    bit: int
    leads: Sequence[int]
    let_yes: Sequence[int]
    let_no: Sequence[int]


class Depths:
    """How few and how many questions can be asked before each node.

    ``least[v]`` is 1 if a question is asked at ``v`` whatever is known before, else 0.  ``near`` orders nodes by the
    fewest questions, then by the fewest steps.
    """

    def __init__(self, tree: Compiled, sure: Sequence[int]) -> None:
        self._size = size = len(tree.ids)
        self.least = least = sure
        self.near = near = array("q", [size * size]) * size  # lists would hold an object for each number
        self.deep = deep = [0] * size
        self._above = above = array("i", [-1]) * size
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


def first_way(tree: Compiled, least: Sequence[int], ways: Ways, asked: int) -> Way | None:
    """Return the way with the fewest questions among ``ways``, ``None`` if there is none.

    Only questions that are sure to be asked count, and there are at least ``asked`` of them on the way.  Also ``None``
    if more than ``MOST_PLACES`` have to be looked at.
    """
    size, layers = len(tree.ids), asked + 1
    still = _still_asked(tree, least, ways) if asked else None
    branches = (tree.yes, ways.let_yes), (tree.no, ways.let_no)
    came: dict[int, int] = {}
    waiting = [(0, tree.root * layers, -1)]
    while waiting and len(came) < MOST_PLACES:
        price, place, origin = heappop(waiting)
        if place in came:
            continue
        came[place] = origin
        node, count = divmod(place, layers)
        if tree.yes[node] < 0:
            if count == asked:
                return _way_back(came, place, layers)
            continue
        price += least[node] * size + 1
        count = min(count + least[node], asked)
        for number, (targets, let) in enumerate(branches):
            target = targets[node]
            if let[tree.turn[node]] & ways.leads[target] & ways.bit and (not still or count + still[target] >= asked):
                heappush(waiting, (price, target * layers + count, place * 2 + number))
    return None


def _way_back(came: Mapping[int, int], place: int, layers: int) -> Way:
    """Return the way to a place; ``came`` has for each place twice the one before it, and 1 more after a No."""
    way: Way = []
    while (origin := came[place]) >= 0:
        place, number = divmod(origin, 2)
        way.append((place // layers, not number))
    way.reverse()
    return way


def _still_asked(tree: Compiled, least: Sequence[int], ways: Ways) -> list[int]:
    """Return for each node the most questions that are sure to be asked there and below on one of ``ways``."""
    still = [0] * len(tree.ids)
    yes, no, turn = tree.yes, tree.no, tree.turn
    for node in reversed(ways.nodes):
        if yes[node] >= 0:
            below = still[yes[node]] if ways.let_yes[turn[node]] & ways.bit else 0
            if ways.let_no[turn[node]] & ways.bit:
                below = max(below, still[no[node]])
            still[node] = below + least[node]
    return still
