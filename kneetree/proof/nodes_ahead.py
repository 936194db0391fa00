"""What a walk can still visit, and what is known for certain at the decisions among it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kneetree.model.asked import Kind
from kneetree.proof.arrays import Compiled
from kneetree.proof.formula import TooLarge
from kneetree.walk.walk import Walk

MOST_NODES = 2_000
"""The most nodes ahead that are looked at; it bounds the time and the memory that this takes."""


class Ahead(NamedTuple):
    """The nodes that may still be visited, each before what it leads to, and where the walk goes on.

    ``heads`` are the open branches in the order in which they are walked.  ``sure`` has for each decision the facts
    that are known there for certain.
    """

    nodes: Sequence[int]
    heads: Sequence[int]
    sure: Mapping[int, Collection[str]]


def what_is_ahead(compiled: Compiled, walk: Walk) -> Ahead:
    """Return what a walk can still visit; raise ``TooLarge`` if that is more than ``MOST_NODES``."""
    index = compiled.index
    gone = {index[step.node] for step in walk.path} | {index[leaf] for leaf in walk.leaves}
    heads = [node for key in dict.fromkeys(walk.pending) if (node := index[key]) not in gone]
    found = _reachable(compiled, heads, gone)
    if len(found) > MOST_NODES:
        raise TooLarge("There are too many questions ahead.")
    nodes = [node for node in compiled.order if node in found]
    return Ahead(nodes, heads, _SurelyKnown(compiled, nodes, heads, gone, walk.told).at_decisions())


def _reachable(compiled: Compiled, heads: Iterable[int], gone: Collection[int]) -> set[int]:
    """Return the nodes to which ways lead from ``heads`` that pass none of ``gone``; it may stop above the most."""
    yes, no = compiled.yes, compiled.no
    stack = [node for node in heads if node not in gone]
    found = set(stack)
    while stack and len(found) <= MOST_NODES:
        node = stack.pop()
        for target in (yes[node], no[node]):
            if target >= 0 and target not in found and target not in gone:
                found.add(target)
                stack.append(target)
    return found


class _SurelyKnown:
    """What is known at each decision whichever way leads there.

    A list that branches can be passed by what is known of its lines, and then it tells nothing of the others.
    """

    def __init__(
        self,
        compiled: Compiled,
        nodes: Sequence[int],
        heads: Sequence[int],
        gone: Collection[int],
        told: Collection[str],
    ) -> None:
        self._compiled = compiled
        self._nodes = nodes
        self._heads = heads
        self._gone = gone
        self._told = frozenset(told)
        self._askers: dict[str, list[int]] = {}
        for node in nodes:
            for fact in compiled.asked_by(node):
                self._askers.setdefault(fact, []).append(node)

    def at_decisions(self) -> dict[int, frozenset[str]]:
        """Return the facts that are surely known at each decision, or rather of those that it counts."""
        passable = {node for node in self._nodes if self._may_be_passed(node)}
        known = self._known(passable)
        lacking = {fact for node, facts in known.items() for fact in self._counted(node) if fact not in facts}
        doubtful = {node for fact in lacking for node in self._askers.get(fact, ()) if node in passable}
        asked = {node for node in doubtful if not self._is_passed_after_others(node)}
        return self._known(passable - asked) if asked else known

    def _known(self, passable: Collection[int]) -> dict[int, frozenset[str]]:
        compiled = self._compiled
        known = dict.fromkeys(self._heads, self._told)
        found: dict[int, frozenset[str]] = {}
        for node in self._nodes:
            if compiled.yes[node] < 0:
                continue
            here = known[node]
            if compiled.turn[node] in compiled.decisions:
                found[node] = here
            after = here if node in passable else here.union(compiled.asked_by(node))
            for target in (compiled.yes[node], compiled.no[node]):
                known[target] = known.get(target, after) & after
        return found

    def _counted(self, node: int) -> set[str]:
        return {self._compiled.fact(finding) for finding, _, _ in self._compiled.turn_of(node).terms}

    def _may_be_passed(self, node: int) -> bool:
        """Return whether a list that branches has a line that is known, or that another node asks."""
        if self._compiled.yes[node] < 0:
            return False
        turn = self._compiled.turn_of(node)
        if turn.kind is not Kind.LIST or not turn.terms:
            return False
        return any(fact in self._told or len(self._askers[fact]) > 1 for fact in turn.facts)

    def _is_passed_after_others(self, node: int) -> bool:
        """Return whether a line of a list may be known before it: told, or asked where ways lead past the list."""
        facts = self._compiled.asked_by(node)
        if not self._told.isdisjoint(facts):
            return True
        before = _reachable(self._compiled, self._heads, {*self._gone, node})
        return any(asker in before for fact in facts for asker in self._askers[fact] if asker != node)
