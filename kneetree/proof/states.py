"""The states of an exact search: a node with what is known of those findings that still matter.

A question is *watched* for a finding when the search heeds there what is known of it, and the finding
is *live* at all nodes that lead to a watched one.  Only live findings are part of a state, as bit
masks, so a state is small: in a tree that asks each finding once it is the node alone.  What is not
part of the state is taken as free at every question; that can only add ways, never hide one.

The ticks of a list are not told apart when it is asked, only when a later question turns on one of
them: until then a state holds how many points are still owed.  So a list of twelve items that are
asked again one by one costs twelve states and not four thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kneetree.errors import KneetreeError
from kneetree.model import points
from kneetree.model.scales import threshold, told_by
from kneetree.proof.arrays import Compiled

MOST_STATES = 1_000_000
"""Where a search gives up; some 600 MB and a minute.  Only trees that ask dozens of findings again get there."""


class TooManyStates(KneetreeError):
    """The exact answer would take more memory than is sensible."""

    def __init__(self, what: str = "This") -> None:
        super().__init__(
            f"{what} cannot be decided exactly: too many findings are asked again further down. "
            "Ask fewer of them again, or put questions that share findings closer together."
        )


class Owed(NamedTuple):
    """A list that was answered as a whole: the findings in ``open`` must reach ``points``, after No must not."""

    node: int
    reached: bool
    open: int
    points: int


class State(NamedTuple):
    """Bits of the live findings: known, true, asked in a list but not told apart yet."""

    known: int = 0
    true: int = 0
    told: int = 0
    owed: tuple[Owed, ...] = ()


class Move(NamedTuple):
    """One step from a state: the answer, where it leads, the state there.

    ``fixed`` are the findings (``fixed_true`` the true ones) of a list that this step tells apart.
    """

    answer: bool
    child: int
    state: State
    asked: bool
    fixed: int = 0
    fixed_true: int = 0


class Space:
    """The states that matter for reaching ``targets`` (a flag for each node).

    ``facts`` are values by finding number that every person of this search has; ``avoid`` are nodes
    that a way must not pass; ``watched`` are the groups of findings heeded at a node; ``counting`` says
    whether it matters which questions are asked.
    ``up[v]`` is the most steps from ``v`` to a target, -1 where there is no way.
    """

    def __init__(
        self,
        tree: Compiled,
        targets: bytearray,
        facts: Mapping[int, bool],
        avoid: frozenset[int],
        watched: Mapping[int, set[int]],
        counting: bool,
    ) -> None:
        self.tree = tree
        self._counting = counting
        self._facts = facts
        groups = set().union(*watched.values())
        followed = [number for number, group in enumerate(tree.group) if group in groups] if groups else []
        self._bit = {number: 1 << place for place, number in enumerate(followed)}
        self._tells_yes, self._tells_no = self._closures(followed)
        self._points: dict[int, dict[int, int]] = {}
        self.live, self.up = self._look_up(targets, avoid, watched)

    def _closures(self, followed: list[int]) -> tuple[dict[int, int], dict[int, int]]:
        """Return, for each watched finding, the bits that its Yes makes known true and its No known false."""
        names = {self.tree.findings[number]: self._bit[number] for number in followed}
        yes, no = told_by(names)
        numbers = {self.tree.findings[number]: number for number in followed}
        return {numbers[name]: mask for name, mask in yes.items()}, {numbers[name]: mask for name, mask in no.items()}

    def _look_up(
        self, targets: bytearray, avoid: frozenset[int], watched: Mapping[int, set[int]]
    ) -> tuple[list[int], list[int]]:
        tree, bit = self.tree, self._bit
        live, up = [0] * len(tree.ids), [-1] * len(tree.ids)
        yes, no = tree.yes, tree.no
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
                own = 0
                if node in watched:
                    groups = watched[node]
                    own = sum(bit[number] for number in tree.asked_by(node) if tree.group[number] in groups)
                live[node] = own | live[yes[node]] | live[no[node]]
        return live, up

    def bits(self, mask: int) -> Iterator[tuple[int, int]]:
        """Yield the watched findings whose bits are in ``mask``, each with its bit."""
        return ((number, bit) for number, bit in self._bit.items() if mask & bit) if mask else iter(())

    # -- moving ----------------------------------------------------------------------------------

    def moves(self, node: int, state: State) -> Iterator[Move]:
        """Yield all steps from a question in a state towards a target, Yes first."""
        finding = self.tree.finding[node]
        if finding < 0:
            yield from self._list_moves(node, state)
            return
        bit = self._bit.get(finding, 0)
        if state.known & bit:
            yield from self._to(node, bool(state.true & bit), state, False)
        elif state.told & bit:
            for answer in (True, False):
                after = self._settle(state, bit, answer)
                if after is not None:
                    yield from self._to(node, answer, after, False)
        else:
            forced = self._facts.get(finding)
            known, true, told, owed = state
            if forced is not False:
                more = self._tells_yes.get(finding, 0)
                yield from self._to(node, True, State(known | more, true | more, told, owed), forced is None)
            if forced is not True:
                more = self._tells_no.get(finding, 0)
                yield from self._to(node, False, State(known | more, true, told, owed), forced is None)

    def _to(
        self, node: int, answer: bool, state: State, asked: bool, fixed: int = 0, fixed_true: int = 0
    ) -> Iterator[Move]:
        child = self.tree.yes[node] if answer else self.tree.no[node]
        if self.up[child] >= 0:
            yield Move(answer, child, self._at(child, state), asked, fixed, fixed_true)

    def _at(self, node: int, state: State) -> State:
        """Return what of ``state`` still matters at ``node``."""
        live = self.live[node]
        known, true, told, owed = state
        if not told:
            return State(known & live, true & live)
        owed = tuple(left for debt in owed if (left := self._still_owed(debt, live)) is not None)
        if not self._counting:
            told = sum(debt.open for debt in owed)
        return State(known & live, true & live, told & live, owed)

    def _still_owed(self, debt: Owed, live: int) -> Owed | None:
        """Return a debt less what can no longer be asked, since a person may then have whatever suits."""
        worth = self._points[debt.node]
        left = debt.open & live
        owed = debt.points - (self._worth(worth, debt.open & ~live) if debt.reached else 0)
        if owed <= 0 if debt.reached else self._worth(worth, left) < owed:
            return None
        return Owed(debt.node, debt.reached, left, owed)

    def _settle(self, state: State, bit: int, value: bool) -> State | None:
        """``state`` with a finding of a list told apart; ``None`` where nobody can have it so."""
        known, true, told, owed = state
        after = []
        for debt in owed:
            if not debt.open & bit:
                after.append(debt)
                continue
            worth = self._points[debt.node]
            left, due = debt.open & ~bit, debt.points - (worth[bit] if value else 0)
            if self._worth(worth, left) < due if debt.reached else due <= 0:
                return None
            if due > 0 if debt.reached else self._worth(worth, left) >= due:
                after.append(Owed(debt.node, debt.reached, left, due))
        return State(known | bit, true | (bit if value else 0), told & ~bit, tuple(after))

    @staticmethod
    def _worth(worth: Mapping[int, int], mask: int) -> int:
        return sum(value for bit, value in worth.items() if mask & bit)

    # -- lists -----------------------------------------------------------------------------------

    def _list_moves(self, node: int, state: State) -> Iterator[Move]:
        seen = set()
        for split, fixed, fixed_true in self._split(node, state):
            for move in self._decided_moves(node, split, fixed, fixed_true):
                if move[:4] not in seen:
                    seen.add(move[:4])
                    yield move

    def _split(self, node: int, state: State) -> list[tuple[State, int, int]]:
        """``state`` with those items told apart that an earlier list has asked, unless the answer is plain."""
        low, most = self._bounds(node, state)
        found = [(state, 0, 0)]
        if points.decided(low, most, self.tree.at_least[node]) is not None:
            return found
        for finding, _ in self.tree.items[node]:
            bit = self._bit.get(finding, 0)
            if state.told & bit:
                found = [
                    (after, fixed | bit, fixed_true | (bit if value else 0))
                    for before, fixed, fixed_true in found
                    for value in (True, False)
                    if (after := self._settle(before, bit, value)) is not None
                ]
                if len(found) > MOST_STATES:
                    raise TooManyStates
        return found

    def _bounds(self, node: int, state: State) -> tuple[int, int]:
        """Return the fewest and the most points that a list can come to in a state."""
        return points.bounds((worth, self._value(finding, state)) for finding, worth in self.tree.items[node])

    def _value(self, finding: int, state: State) -> bool | None:
        """Return what is known of a finding in a state."""
        bit = self._bit.get(finding, 0)
        return bool(state.true & bit) if state.known & bit else self._facts.get(finding)

    def _decided_moves(self, node: int, state: State, fixed: int, fixed_true: int) -> Iterator[Move]:
        at_least = self.tree.at_least[node]
        low, most = self._bounds(node, state)
        plain = points.decided(low, most, at_least)
        if plain is not None:
            yield from self._to(node, plain, state, False, fixed, fixed_true)
            return
        worth, families, free = self._open_items(node, state, most - low)
        if worth:
            self._points.setdefault(node, {}).update(worth)
        can_be, open_ = sum(worth.values()), sum(worth)
        for answer in (True, False):
            for sum_, told, true in self._choices_of_all(low, families):
                due = at_least - sum_ - (free if answer else 0)
                if due > can_be if answer else due <= 0:
                    continue
                owed = state.owed
                if due > 0 if answer else can_be >= due:
                    owed = (*owed, Owed(node, answer, open_, due))
                then = State(state.known | told, state.true | true, state.told | open_, owed)
                yield from self._to(node, answer, then, True, fixed | told, fixed_true | true)

    def _open_items(
        self, node: int, state: State, free: int
    ) -> tuple[dict[int, int], list[list[tuple[int, int]]], int]:
        """Return what of a list is open and matters later: points by bit, families of thresholds with their points.

        The third value is what of ``free`` points is left to items that do not matter further down.
        """
        after = self.live[self.tree.yes[node]] | self.live[self.tree.no[node]]
        worth: dict[int, int] = {}
        families: dict[int, list[tuple[int, int]]] = {}
        for finding, value in self.tree.items[node]:
            bit = self._bit.get(finding, 0)
            if not bit or state.known & bit or finding in self._facts:
                continue
            if not (self._tells_yes[finding] | self._tells_no[finding]) & after:
                continue
            free -= value
            if threshold(self.tree.findings[finding]) is None:
                worth[bit] = value
            else:
                families.setdefault(self.tree.group[finding], []).append((finding, value))
        return worth, list(families.values()), free

    def _choices_of_all(self, low: int, families: list[list[tuple[int, int]]]) -> list[tuple[int, int, int]]:
        """Return what a person can tick of several families together, on top of ``low`` points (see ``_choices``)."""
        choices = [(low, 0, 0)]
        for members in families:
            choices = [
                (sum_ + value, told | more, true | more_true)
                for sum_, told, true in choices
                for value, more, more_true in self._choices(members)
            ]
        return choices

    def _choices(self, members: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """Yield what a person can tick of findings that imply one another: points, bits known, bits true."""
        marks = {finding: (threshold(self.tree.findings[finding]) or ("", 0))[1] for finding, _ in members}
        ranked = sorted(members, key=lambda member: marks[member[0]])
        for count in range(len(ranked) + 1):
            if 0 < count < len(ranked) and marks[ranked[count - 1][0]] == marks[ranked[count][0]]:
                continue
            told = true = sum_ = 0
            for finding, value in ranked[:count]:
                told |= self._tells_yes[finding]
                true |= self._tells_yes[finding]
                sum_ += value
            for finding, _ in ranked[count:]:
                told |= self._tells_no[finding]
            yield sum_, told, true
