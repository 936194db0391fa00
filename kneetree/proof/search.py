"""The shortest way through a tree that some definite person takes.

The search starts with no question watched: then it is a plain search whose ways include all real
ones.  Where the shortest way found is none that a person can take (it says yes to a finding and later
no), the questions that ask again are watched, which makes their findings part of the state on the way
there, and the search is repeated.  So it is exact, its result is shortest, and it is exponential only
in the number of findings that are live at once *and* had to be told apart.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from kneetree.model.values import Question
from kneetree.proof.arrays import Compiled, Knowledge
from kneetree.proof.quick_pass import Way, first_way
from kneetree.proof.states import MOST_STATES, Move, Space, State, TooManyStates


class Goal(NamedTuple):
    """What is looked for: a way to a target that passes none of ``avoid`` and asks ``asked`` questions or more.

    ``given`` are the facts of the person by finding; they must not contradict one another.
    """

    targets: bytearray
    given: Mapping[str, bool] = {}
    avoid: frozenset[int] = frozenset()
    asked: int = 0


class Step(NamedTuple):
    """A question passed, its answer, and whether it was known rather than asked."""

    node: int
    answer: bool
    known: bool


class WayTaken(NamedTuple):
    """A way as some person takes it, and that person: a finding of which nothing is known there they do not have."""

    steps: list[Step]
    person: Knowledge


_TURNS = 3
"""After so many turns a search that counts questions watches all: that is cheaper than many more turns."""

_SLICE = 500
"""States between two breaths; some 5 ms."""


class _Found(NamedTuple):
    """A step found; ``fixed`` are the findings of a list that the search has told apart there."""

    node: int
    answer: bool
    fixed: tuple[tuple[int, bool], ...] = ()


def person(given: Mapping[str, bool]) -> Knowledge | None:
    """Return what follows from ``given``, or ``None`` if it contradicts itself."""
    known = Knowledge()
    return known if all(known.learn(finding, value) for finding, value in given.items()) else None


def shortest_way(tree: Compiled, goal: Goal, longest: int | None = None) -> Generator[None, None, WayTaken | None]:
    """Return the shortest way to ``goal`` that a person can take, of ``longest`` steps at most; ``None`` if none is.

    Works in slices of some milliseconds and yields between them.  Raises ``TooManyStates`` if the answer would take
    too much memory.
    """
    known = person(goal.given)
    if known is None:
        return None
    facts = tree.facts(known)
    watched: dict[int, set[int]] = {}
    way = first_way(tree, goal.targets, facts, goal.avoid, goal.asked, longest)
    found = None if way is None else [_Found(node, answer) for node, answer in way]
    for turn in count(1):
        if found is None:
            return None
        way_taken, more = _realised(tree, goal, found)
        if way_taken is not None:
            return way_taken
        if goal.asked and turn == _TURNS:
            watched = {node: {tree.group[number] for number in tree.asked_by(node)} for node in tree.order}
        elif not _watch(tree, watched, found, more):
            raise AssertionError(f"the search that watches {len(watched)} nodes does not get on")
        if goal.asked:
            _watch_whole_lists(tree, watched)
        space = Space(tree, goal.targets, facts, goal.avoid, watched, counting=bool(goal.asked))
        found = yield from _search(space, goal.asked, longest)
    raise AssertionError


def taken(tree: Compiled, way: Way, given: Mapping[str, bool], asked: int) -> WayTaken | None:
    """``way`` as a person with ``given`` takes it, asked ``asked`` questions or more; ``None`` if none is at hand."""
    if person(given) is None:
        return None
    goal = Goal(bytearray(), given, frozenset(), asked)
    return _realised(tree, goal, [_Found(node, answer) for node, answer in way])[0]


def _watch(tree: Compiled, watched: dict[int, set[int]], found: Sequence[_Found], groups: set[int]) -> bool:
    """Watch ``groups`` wherever the way asks about them again; whether that is new."""
    seen: set[int] = set()
    new = False
    for step in found:
        mine = {tree.group[number] for number in tree.asked_by(step.node)} & groups
        again = (mine & seen) - watched.get(step.node, set())
        seen |= mine
        if again:
            new = True
            watched.setdefault(step.node, set()).update(again)
    return new


def _watch_whole_lists(tree: Compiled, watched: dict[int, set[int]]) -> None:
    """Watch every line of each list that tells of a watched finding.

    If a list that is passed as known were taken as asked, the questions below it about its lines would not count.
    """
    followed = set().union(*watched.values())
    groups = {node: {tree.group[number] for number in tree.asked_by(node)} for node in tree.items}
    while more := [node for node, mine in groups.items() if mine & followed and not mine <= watched.get(node, set())]:
        for node in more:
            watched.setdefault(node, set()).update(groups[node])
            followed |= groups[node]


class _Trail:
    """The states come to, each with the step that led there; a state's number is its place."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self.states = [(space.tree.root, State())]
        self._came: list[tuple[int, Move] | None] = [None]

    def add(self, origin: int, move: Move) -> None:
        self.states.append((move.child, move.state))
        self._came.append((origin, move))
        if len(self.states) > MOST_STATES:
            raise TooManyStates

    def back(self, at: int) -> list[_Found]:
        steps = []
        while (came := self._came[at]) is not None:
            at, move = came
            fixed = tuple((number, bool(move.fixed_true & bit)) for number, bit in self._space.bits(move.fixed))
            steps.append(_Found(self.states[at][0], move.answer, fixed))
        steps.reverse()
        return steps


def _search(space: Space, need: int, longest: int | None) -> Generator[None, None, list[_Found] | None]:
    """Return the shortest way to a target after at least ``need`` questions, found by A*.

    A state is come to again where more questions were asked or the way was shorter.  As many steps
    as questions are wanting are still to come, so ways that ask are followed before ways that know.
    """
    tree, up = space.tree, space.up
    if up[tree.root] < need:
        return None
    trail = _Trail(space)
    best: dict[tuple[int, State], list[tuple[int, int]]] = {(tree.root, State()): [(0, 0)]}
    told = [(0, 0)]
    heap = [(need, 0, 0)]
    slices = 0
    while heap:
        at = heappop(heap)[2]
        node, state = trail.states[at]
        if tree.yes[node] < 0:
            return trail.back(at)
        asked, length = told[at]
        if length == longest:
            continue
        for move in space.moves(node, state):
            now = (min(asked + move.asked, need), length + 1)
            if now[0] + up[move.child] < need:
                continue
            earlier = best.setdefault((move.child, move.state), [])
            if any(more >= now[0] and short <= now[1] for more, short in earlier):
                continue
            earlier.append(now)
            trail.add(at, move)
            told.append(now)
            heappush(heap, (now[1] + need - now[0], -now[0], len(told) - 1))
        slices += 1
        if not slices % _SLICE:
            yield
    return None


def _realised(tree: Compiled, goal: Goal, found: Sequence[_Found]) -> tuple[WayTaken | None, set[int]]:
    """Return the way as a person takes it, or the groups of findings that must be told apart first."""
    known = person(goal.given)
    assert known is not None
    clashes = _settle(tree, known, found)
    if clashes:
        return None, clashes
    clashes = _settle_lists(tree, known, found)
    if clashes:
        return None, clashes
    steps = replay(tree, known, [step.node for step in found])
    assert [step.answer for step in steps] == [step.answer for step in found]
    asked = sum(not step.known for step in steps)
    if asked >= goal.asked:
        return WayTaken(steps, known), set()
    doubtful = {tree.group[number] for step in steps if step.known for number in tree.asked_by(step.node)}
    return None, doubtful


def _settle(tree: Compiled, known: Knowledge, found: Sequence[_Found]) -> set[int]:
    """Let ``known`` learn all that the way fixes; the groups that would need two values."""
    clashes = set()
    for step in found:
        number = tree.finding[step.node]
        fixed = step.fixed if number < 0 else ((number, step.answer),)
        clashes |= {tree.group[other] for other, value in fixed if not known.learn(tree.findings[other], value)}
    return clashes


def _settle_lists(tree: Compiled, known: Knowledge, found: Sequence[_Found]) -> set[int]:
    """Let ``known`` learn what makes each list of items come out as the way says; the groups that hinder it.

    From the last list to the first: what is not fixed by then is had or not as suits that list.
    """
    lists = [step for step in found if tree.finding[step.node] < 0]
    for step in reversed(lists):
        if known.answer(_question(tree, step.node)) is None:
            for number, _ in tree.items[step.node]:
                if known.value(tree.findings[number]) is None:
                    known.learn(tree.findings[number], step.answer)
    wrong = [step for step in lists if known.answer(_question(tree, step.node)) is not step.answer]
    return {tree.group[number] for step in wrong for number, _ in tree.items[step.node]}


def _question(tree: Compiled, node: int) -> Question:
    question = tree.nodes[node]
    assert isinstance(question, Question)
    return question


def replay(tree: Compiled, fully: Knowledge, way: Sequence[int]) -> list[Step]:
    """Walk along ``way`` as the person ``fully``: which questions are asked and which follow from earlier ones.

    A finding of which nothing is said is taken as not there.
    """
    told = Knowledge()
    steps = []
    for node in way:
        question = _question(tree, node)
        answer = told.answer(question)
        known = answer is not None
        if answer is None:
            for finding in question.findings:
                if told.value(finding) is None:
                    told.learn(finding, fully.value(finding) or False)
            answer = told.answer(question)
            assert answer is not None
        steps.append(Step(node, answer, known))
    return steps
