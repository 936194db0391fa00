"""The states of an exact search: a node with what is known of those findings that still matter.

A finding is *tracked* when the search tells its values apart, and *live* at a node when a question
there or below asks about it.  Only tracked live findings are part of a state, as two bit masks
(known, true), so a state is small: in a tree that asks each finding once it is the node alone.
What is not tracked is taken as free at every question; that can only add ways, never hide one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kneetree.compiled import Compiled, threshold
from kneetree.errors import KneetreeError

MOST_STATES = 2_000_000
"""Where a search gives up; some 600 MB.  Only trees that ask dozens of findings again get there."""


class TooManyStates(KneetreeError):
    """The exact answer would take more memory than is sensible."""

    def __init__(self) -> None:
        super().__init__(
            "Too many findings are asked again further down to decide this exactly; "
            "ask fewer of them again, or put questions that share findings closer together."
        )


class Move(NamedTuple):
    """One step from a state: the answer, where it leads, the state there, and what the answer told."""

    answer: bool
    child: int
    known: int
    true: int
    asked: bool
    told: int
    told_true: int


class Space:
    """The states that matter for reaching ``targets`` (a flag for each node).

    ``facts`` are values by finding number that every person of this search has; ``avoid`` are nodes
    that a way must not pass.  ``up[v]`` is the most steps from ``v`` to a target, -1 where there is
    no way.
    """

    def __init__(
        self, tree: Compiled, targets: bytearray, facts: Mapping[int, bool], avoid: set[int], tracked: set[int]
    ) -> None:
        self.tree = tree
        self.tracked = tracked
        self._facts = facts
        followed = [number for number, group in enumerate(tree.group) if group in tracked] if tracked else []
        self._bit = {number: 1 << place for place, number in enumerate(followed)}
        self._tells_yes, self._tells_no = self._closures(followed)
        self.live, self.up = self._look_up(targets, avoid)
        known = true = 0
        for number, value in facts.items():
            if number in self._bit:
                known |= self._bit[number]
                true |= self._bit[number] if value else 0
        self.start = (known & self.live[tree.root], true & self.live[tree.root])

    def _closures(self, followed: list[int]) -> tuple[dict[int, int], dict[int, int]]:
        """For each tracked finding the bits that its Yes makes known true, and its No known false."""
        families: dict[str, list[tuple[int, int]]] = {}
        yes, no = dict(self._bit), dict(self._bit)
        for number in followed:
            limit = threshold(self.tree.findings[number])
            if limit is not None:
                families.setdefault(limit[0], []).append((limit[1], number))
        for members in families.values():
            for mark, number in members:
                yes[number] = sum(self._bit[other] for limit, other in members if limit <= mark)
                no[number] = sum(self._bit[other] for limit, other in members if limit >= mark)
        return yes, no

    def _look_up(self, targets: bytearray, avoid: set[int]) -> tuple[list[int], list[int]]:
        tree, bit = self.tree, self._bit
        live, up = [0] * len(tree.ids), [-1] * len(tree.ids)
        yes, no, finding = tree.yes, tree.no, tree.finding
        for node in reversed(tree.order):
            if yes[node] < 0:
                if targets[node]:
                    up[node] = 0
                continue
            above = max(up[yes[node]], up[no[node]])
            if above < 0 or node in avoid:
                continue
            up[node] = above + 1
            if bit:
                own = bit.get(finding[node], 0)
                if finding[node] < 0:
                    own = sum(bit.get(number, 0) for number, _ in tree.items[node])
                live[node] = own | live[yes[node]] | live[no[node]]
        return live, up

    def moves(self, node: int, known: int, true: int) -> Iterator[Move]:
        """All steps from a question in a state towards a target, Yes first."""
        tree = self.tree
        finding = tree.finding[node]
        if finding < 0:
            yield from self._item_moves(node, known, true)
            return
        bit = self._bit.get(finding, 0)
        if known & bit:
            answer = bool(true & bit)
            yield from self._to(node, answer, known, true, False, 0, 0)
            return
        forced = self._facts.get(finding)
        if forced is not False:
            told = self._tells_yes.get(finding, 0)
            yield from self._to(node, True, known | told, true | told, True, 0, 0)
        if forced is not True:
            yield from self._to(node, False, known | self._tells_no.get(finding, 0), true, True, 0, 0)

    def bits(self, mask: int) -> Iterator[tuple[int, int]]:
        """The tracked findings whose bits are in ``mask``, each with its bit."""
        return ((number, bit) for number, bit in self._bit.items() if mask & bit) if mask else iter(())

    def _to(
        self, node: int, answer: bool, known: int, true: int, asked: bool, told: int, told_true: int
    ) -> Iterator[Move]:
        child = self.tree.yes[node] if answer else self.tree.no[node]
        if self.up[child] >= 0:
            live = self.live[child]
            yield Move(answer, child, known & live, true & live, asked, told, told_true)

    def _item_moves(self, node: int, known: int, true: int) -> Iterator[Move]:
        tree, bit = self.tree, self._bit
        at_least = tree.at_least[node]
        after = self.live[tree.yes[node]] | self.live[tree.no[node]]
        low = free = 0
        split: dict[int, list[tuple[int, int]]] = {}
        for finding, points in tree.items[node]:
            mask = bit.get(finding, 0)
            if known & mask:
                low += points if true & mask else 0
            elif not mask and finding in self._facts:
                low += points if self._facts[finding] else 0
            elif mask and self._group_bits(finding) & after:
                split.setdefault(tree.group[finding], []).append((finding, points))
            else:
                free += points
        most = low + free + sum(points for members in split.values() for _, points in members)
        if low >= at_least or most < at_least:
            yield from self._to(node, low >= at_least, known, true, False, 0, 0)
            return
        ticked = {(low, known, true)}
        for members in split.values():
            choices = list(self._choices(members))
            ticked = {
                (min(points + more, at_least), mask | told, truth | told_true)
                for points, mask, truth in ticked
                for more, told, told_true in choices
            }
            if len(ticked) > MOST_STATES:
                raise TooManyStates
        for answer in (True, False):
            seen = set()
            for points, mask, truth in sorted(ticked):
                if not (points + free >= at_least if answer else points < at_least):
                    continue
                for move in self._to(node, answer, mask, truth, True, mask & ~known, truth & ~known):
                    if move[:4] not in seen:
                        seen.add(move[:4])
                        yield move

    def _group_bits(self, finding: int) -> int:
        return self._tells_yes[finding] | self._tells_no[finding]

    def _choices(self, members: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """What a person can tick of findings that imply one another: points, bits known, bits true."""
        marks = {finding: (threshold(self.tree.findings[finding]) or ("", 0))[1] for finding, _ in members}
        ranked = sorted(members, key=lambda member: marks[member[0]])
        for count in range(len(ranked) + 1):
            if 0 < count < len(ranked) and marks[ranked[count - 1][0]] == marks[ranked[count][0]]:
                continue
            told = told_true = points = 0
            for finding, worth in ranked[:count]:
                told |= self._tells_yes[finding]
                told_true |= self._tells_yes[finding]
                points += worth
            for finding, _ in ranked[count:]:
                told |= self._tells_no[finding]
            yield points, told, told_true
