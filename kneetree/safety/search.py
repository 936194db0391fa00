"""The shortest way through a tree that some definite person takes.

The search starts with no finding tracked: then it is a plain breadth-first search whose ways include
all real ones.  Where the shortest way found is none that a person can take (it says yes to a finding
and later no), the findings in question are tracked and the search is repeated.  So it is exact, its
result is shortest, and it is exponential only in the number of findings that are live at once *and*
had to be told apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kneetree.compiled import Compiled, Knowledge
from kneetree.safety.space import MOST_STATES, Space, TooManyStates
from kneetree.values import Question


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


class _Found(NamedTuple):
    node: int
    answer: bool
    told: int
    told_true: int


def person(given: Mapping[str, bool]) -> Knowledge | None:
    """What follows from ``given``; ``None`` where it contradicts itself."""
    known = Knowledge()
    return known if all(known.learn(finding, value) for finding, value in given.items()) else None


def facts_of(tree: Compiled, known: Knowledge) -> dict[int, bool]:
    """The values by number of the tree's findings that are known."""
    values = ((number, known.value(name)) for number, name in enumerate(tree.findings))
    return {number: value for number, value in values if value is not None}


def shortest(tree: Compiled, goal: Goal, longest: int | None = None) -> list[Step] | None:
    """The shortest way to ``goal`` that a person can take, of ``longest`` steps at most; ``None`` if there is none.

    Raises ``TooManyStates`` where the answer would take too much memory.
    """
    known = person(goal.given)
    if known is None:
        return None
    facts = facts_of(tree, known)
    tracked: set[int] = set()
    while True:
        space = Space(tree, goal.targets, facts, set(goal.avoid), tracked)
        found = _search(space, goal, longest)
        if found is None:
            return None
        steps, more = _realised(space, goal, found)
        if steps is not None:
            return steps
        if more <= tracked:
            raise AssertionError(f"the search over {len(tracked)} tracked findings does not get on")
        tracked |= more


def _search(space: Space, goal: Goal, longest: int | None) -> list[_Found] | None:
    tree, up, need = space.tree, space.up, goal.asked
    if up[tree.root] < 0 or up[tree.root] < need:
        return None
    if tree.yes[tree.root] < 0:
        return []
    nodes, knowns, trues = [tree.root], [space.start[0]], [space.start[1]]
    came: list[tuple[int, bool, int, int]] = [(-1, False, 0, 0)]
    asked, lengths = [0], [0]
    best = {(tree.root, *space.start): 0}
    at = 0
    while at < len(nodes):
        length = lengths[at] + 1
        if longest is not None and length > longest:
            return None
        for move in space.moves(nodes[at], knowns[at], trues[at]):
            count = min(asked[at] + move.asked, need)
            child = move.child
            if tree.yes[child] < 0:
                if count >= need:
                    return _back(nodes, came, at, move.answer, move.told, move.told_true)
                continue
            if count + up[child] < need:
                continue
            key = (child, move.known, move.true)
            if best.get(key, -1) >= count:
                continue
            best[key] = count
            nodes.append(child)
            knowns.append(move.known)
            trues.append(move.true)
            asked.append(count)
            lengths.append(length)
            came.append((at, move.answer, move.told, move.told_true))
        if len(nodes) > MOST_STATES:
            raise TooManyStates
        at += 1
    return None


def _back(
    nodes: list[int], came: list[tuple[int, bool, int, int]], at: int, answer: bool, told: int, true: int
) -> list[_Found]:
    steps = [_Found(nodes[at], answer, told, true)]
    while came[at][0] >= 0:
        at, answer, told, true = came[at]
        steps.append(_Found(nodes[at], answer, told, true))
    steps.reverse()
    return steps


def _realised(space: Space, goal: Goal, found: Sequence[_Found]) -> tuple[list[Step] | None, set[int]]:
    """The way as a person takes it, or the groups of findings that must be told apart first."""
    tree = space.tree
    known = person(goal.given)
    assert known is not None
    clashes = _settle(space, known, found)
    if clashes:
        return None, clashes
    clashes = _settle_lists(space, known, found)
    if clashes:
        return None, clashes
    steps = replay(tree, known, [step.node for step in found])
    asked = sum(not step.known for step in steps)
    if asked >= goal.asked:
        return steps, set()
    doubtful = {
        tree.group[number]
        for step in steps
        if step.known
        for number in tree.asked_by(step.node)
        if tree.group[number] not in space.tracked
    }
    return None, doubtful


def _settle(space: Space, known: Knowledge, found: Sequence[_Found]) -> set[int]:
    """Let ``known`` learn all that the way fixes; the groups that would need two values."""
    tree = space.tree
    clashes = set()
    for step in found:
        number = tree.finding[step.node]
        if number >= 0:
            fixed = [(number, step.answer)]
        else:
            fixed = [(other, bool(step.told_true & bit)) for other, bit in space.bits(step.told)]
        clashes |= {tree.group[other] for other, value in fixed if not known.learn(tree.findings[other], value)}
    return clashes


def _settle_lists(space: Space, known: Knowledge, found: Sequence[_Found]) -> set[int]:
    """Let ``known`` learn what makes each list of items come out as the way says; the groups that hinder it."""
    tree = space.tree
    lists = [step for step in found if tree.finding[step.node] < 0]
    open_lists = [step for step in lists if known.answer(_question(tree, step.node)) is None]
    wanted: dict[int, set[bool]] = {}
    unset: dict[int, list[int]] = {}
    for step in open_lists:
        for number, _ in tree.items[step.node]:
            if known.value(tree.findings[number]) is None:
                wanted.setdefault(tree.group[number], set()).add(step.answer)
                unset.setdefault(tree.group[number], []).append(number)
    torn = {group for group, answers in wanted.items() if len(answers) > 1}
    if torn:
        return torn
    for group, numbers in unset.items():
        for number in numbers:
            known.learn(tree.findings[number], next(iter(wanted[group])))
    wrong = [step for step in lists if known.answer(_question(tree, step.node)) is not step.answer]
    return {
        tree.group[number]
        for step in wrong
        for number, _ in tree.items[step.node]
        if tree.group[number] not in space.tracked
    }


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
