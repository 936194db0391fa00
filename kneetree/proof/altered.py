"""What an edit altered, and whose way or end is no longer the same because of it.

A person who comes to no altered node and takes no altered branch goes the same way as before and is asked the same.  A
person who takes a branch that leads elsewhere now, but still comes to where it led, also ends where they ended before,
if no decision lacks a fact.  For what a person is like settles each branch, so every node of their former way is on
their present way; that includes the leaf, and a way has only one leaf.
"""

from __future__ import annotations

from typing import NamedTuple

from kneetree.proof.arrays import Compiled
from kneetree.proof.encoding import Way
from kneetree.proof.formula import FALSE, Formula


class Branch(NamedTuple):
    """A branch of a node that leads elsewhere than before; ``before`` is where it led, -1 if that is gone."""

    node: int
    answer: bool
    before: int


class Altered(NamedTuple):
    """The nodes that ask, count or end in something else than before, and the branches that lead elsewhere.

    New nodes are not among them, since only altered branches lead there.  If ``is_all`` is true, nothing is as before,
    and the root stands for every node.
    """

    nodes: tuple[int, ...]
    branches: tuple[Branch, ...] = ()
    is_all: bool = False

    def steps(self, tree: Compiled) -> frozenset[tuple[str, str]]:
        """Return all steps of ways that are altered: a node and an answer; a leaf has the answer ""."""
        found = {(tree.ids[node], answer) for node in self.nodes for answer in ("yes", "no", "next", "")}
        for node, says_yes, _ in self.branches:
            found |= {(tree.ids[node], answer) for answer in (("yes", "next") if says_yes else ("no",))}
        return frozenset(found)

    def below(self, tree: Compiled) -> bytearray:
        """Return a flag for each node: whether somebody whose path has changed can reach it."""
        targets = [(tree.yes if answer else tree.no)[node] for node, answer, _ in self.branches]
        return tree.below([*self.nodes, *targets])

    def goes_otherwise(self, way: Way, formula: Formula) -> int:
        """Return the literal that is true exactly for people who come to an altered node or take an altered branch."""
        taken = [_taken(way, formula, branch) for branch in self.branches]
        return formula.any_of([*(way.reached[node] for node in self.nodes), *taken])

    def ends_elsewhere(self, way: Way, formula: Formula) -> int:
        """Return a literal that is true of everybody who ends elsewhere than before, or at a leaf that is altered.

        No decision may lack a fact, nor have lacked one before.
        """
        found = [way.reached[node] for node in self.nodes]
        for branch in self.branches:
            comes_back = way.reached.get(branch.before, FALSE)
            found.append(formula.all_of((_taken(way, formula, branch), -comes_back)))
        return formula.any_of(found)


def everything(now: Compiled) -> Altered:
    """Return the edit after which nothing is as before."""
    return Altered((now.root,), is_all=True)


def altered(before: Compiled, now: Compiled) -> Altered:
    """Return what differs in ``now``: everything, if it has another root.  Both must have the same scales."""
    if before.ids[before.root] != now.ids[now.root]:
        return everything(now)
    nodes: list[int] = []
    branches: list[Branch] = []
    for node in now.order:
        old = before.index.get(now.ids[node])
        if old is None:
            continue
        if _essence(now, node) != _essence(before, old):
            nodes.append(node)
        elif now.yes[node] >= 0:
            ends = (True, before.yes[old], now.yes[node]), (False, before.no[old], now.no[node])
            changed = [(answer, before.ids[led]) for answer, led, leads in ends if before.ids[led] != now.ids[leads]]
            branches += [Branch(node, answer, now.index.get(led, -1)) for answer, led in changed]
    return Altered(tuple(nodes), tuple(branches))


def _taken(way: Way, formula: Formula, branch: Branch) -> int:
    says = way.says[branch.node]
    return formula.all_of((way.reached[branch.node], says if branch.answer else -says))


def _essence(tree: Compiled, node: int) -> object:
    """Return what a walk turns on at a node; of a leaf, return what rules speak of."""
    if tree.yes[node] < 0:
        leaf = tree.leaf(node)
        return leaf.urgency, leaf.condition
    return tree.turn_of(node)
