"""Leaves to which ways lead that no person can take.

For most somebody is soon found who takes one: a case of the tree, or a person made to fit a way up
from the leaf who walks down.  Only a leaf that many such people miss is searched exactly, which costs far more.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from kneetree import cases, knowledge, safety
from kneetree.checks.codes import Problem, problem
from kneetree.safety.search import Goal, shortest
from kneetree.safety.search import person as whole
from kneetree.tree import Answer, Question, Tree

TRIES = 400
"""How many ways up from a leaf are tried before it is searched exactly."""


def nobody_reaches(tree: Tree, arrays: safety.Compiled) -> Iterator[Problem | None]:
    """A problem for each such leaf; ``None`` after each leaf that was looked at."""
    walked = {key for case in tree.cases.values() for key in cases.walk_of(tree, case).leaves}
    yield None
    doubtful = [number for number in _doubtful(arrays) if arrays.ids[number] not in walked]
    if not doubtful:
        return
    parents = _parents(arrays)
    chance = random.Random(0)
    for number in doubtful:
        if not any(_somebody(arrays, parents, number, chance) for _ in range(TRIES)):
            targets = bytearray(len(arrays.ids))
            targets[number] = 1
            try:
                taken = shortest(arrays, Goal(targets, {}, frozenset(), 0)) is not None
            except safety.TooManyStates:
                continue
            if not taken:
                message = "Ways lead here, but no person's answers can take one; mend the questions before it."
                yield problem("nobody_reaches", message, arrays.ids[number])
        yield None


def _doubtful(arrays: safety.Compiled) -> list[int]:
    """The leaves below questions whose finding is asked or implied elsewhere too; the rest is in no doubt."""
    asked: dict[int, int] = {}
    for number in arrays.order:
        for finding in arrays.asked_by(number):
            asked[arrays.group[finding]] = asked.get(arrays.group[finding], 0) + 1
    below = bytearray(len(arrays.ids))
    for number in arrays.order:
        repeated = any(asked[arrays.group[finding]] > 1 for finding in arrays.asked_by(number))
        if arrays.yes[number] >= 0 and (below[number] or repeated):
            below[arrays.yes[number]] = below[arrays.no[number]] = 1
    return [number for number in arrays.order if arrays.yes[number] < 0 and below[number]]


def _parents(arrays: safety.Compiled) -> dict[int, list[tuple[int, bool]]]:
    parents: dict[int, list[tuple[int, bool]]] = {}
    for number in arrays.order:
        if arrays.yes[number] >= 0:
            parents.setdefault(arrays.yes[number], []).append((number, True))
            parents.setdefault(arrays.no[number], []).append((number, False))
    return parents


def _somebody(
    arrays: safety.Compiled, parents: dict[int, list[tuple[int, bool]]], leaf: int, chance: random.Random
) -> bool:
    """Whether a person made for one way up from ``leaf``, chosen by chance, walks down to it."""
    person: dict[str, bool] = {}
    lists: list[Question] = []
    number = leaf
    while number != arrays.root:
        number, yes = chance.choice(parents[number])
        question = arrays.nodes[number]
        assert isinstance(question, Question)
        if question.items and yes:
            lists.append(question)
        else:
            person.update(dict.fromkeys(question.findings, yes))
    for question in lists:
        more = knowledge.answers_for(question, Answer.YES, person, chance.choice(question.findings))
        person.update((finding, bool(value)) for finding, value in more.items())
    if whole(person) is None:  # over 60 and not over 40
        return False
    number = arrays.root
    while isinstance(question := arrays.nodes[number], Question):
        answer = knowledge.outcome(question, person) or Answer.NO
        number = arrays.yes[number] if answer is Answer.YES else arrays.no[number]
    return number == leaf
