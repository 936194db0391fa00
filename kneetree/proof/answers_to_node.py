"""Answers that lead to a node, for "try from here": the shortest way that some person can take.

The way is found by the exact search that also decides safety rules, over the tree cut off at the node.
Here a person is made for it: who answers each question on the way as it says, and else has nothing.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence

from kneetree.errors import CannotStart
from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN
from kneetree.model.points import no_denies_every_line
from kneetree.model.tree import Answer, Leaf, Question, Tree, Urgency
from kneetree.proof.arrays import Compiled
from kneetree.proof.search import Goal, shortest_steps
from kneetree.walk.walk import Walk

Answers = dict[str, bool | None]
_Way = Sequence[tuple[Question, Answer]]


def answers_to(tree: Tree, target: str) -> Generator[None, None, Answers | None]:
    """The answers of a shortest way from the root to ``target``; ``None`` where nobody comes there.

    Works in slices of some milliseconds, for a few nodes of a large tree seconds long: it yields between
    them, and returns the answers.  Raises ``TooManyStates`` where that cannot be decided.
    """
    cut = Compiled({**tree.nodes, target: Leaf(condition="", urgency=Urgency.ROUTINE)}, tree.root)
    targets = bytearray(len(cut.ids))
    targets[cut.index[target]] = 1
    steps = yield from shortest_steps(cut, Goal(targets))
    if steps is None:
        return None
    way = [(tree.question(cut.ids[step.node]), Answer.YES if step.answer else Answer.NO) for step in steps]
    answers = _person(way)
    return None if answers is None else _filled(way, answers)


def walk_to(tree: Tree, node: str) -> Walk:
    """Return a walk from the root whose answers lead to ``node`` by a shortest way.

    A question whose answer follows from earlier ones on that way is on the path and not open.  Raises ``CannotStart``
    if no answers lead there, and ``TooManyStates`` if that cannot be decided.
    """
    slices = walk_to_in_slices(tree, node)
    while True:
        try:
            next(slices)
        except StopIteration as done:
            found: Walk = done.value
            return found


def walk_to_in_slices(tree: Tree, node: str) -> Generator[None, None, Walk]:
    """Do what ``walk_to`` does in slices of some milliseconds, so that a window can work between them."""
    if node not in tree.nodes:
        raise CannotStart(f"There is no question {node!r} to start from.")
    answers = yield from answers_to(tree, node)
    if answers is None:
        raise CannotStart(f"No answers lead to {node!r} from the first question.")
    return Walk.start(tree, answers=answers)


def _person(way: _Way) -> Answers | None:
    """What must be true and false for each question on ``way`` to be answered as it says."""
    decided: Answers = {}
    for question, answer in way:
        if not question.items:
            decided[question.finding] = answer is Answer.YES
    lists = [(question, answer) for question, answer in way if question.items]
    for question, answer in lists:
        if answer is Answer.NO and no_denies_every_line(question):
            decided.update(_open(question, decided, False))
    return _settled(lists, decided)


def _settled(lists: _Way, decided: Answers) -> Answers | None:
    """``decided`` with items ticked until each list comes out as it shall, by trying one after the other."""
    for question, answer in lists:
        known = knowledge.outcome(question, decided)
        if known is answer:
            continue
        if known is not None:
            return None
        if answer is Answer.NO and _outcome_of_rest(question, decided) is Answer.NO:
            continue
        for finding in _open(question, decided, False):
            given = knowledge.answers_for(question, Answer.YES, decided, finding)
            settled = _settled(lists, decided | {key: True for key, value in given.items() if value})
            if settled is not None:
                return settled
        return None
    return decided


def _outcome_of_rest(question: Question, decided: Mapping[str, bool | None]) -> Answer | None:
    """How a list comes out if nothing more is ticked."""
    return knowledge.outcome(question, {**decided, **_open(question, decided, False)})


def _open(question: Question, decided: Mapping[str, bool | None], value: bool) -> Answers:
    return {key: value for key in question.findings if knowledge.value_of(key, decided) is UNKNOWN}


def _filled(way: _Way, answers: Answers) -> Answers:
    """With what the lists on the way leave open as not ticked."""
    filled = dict(answers)
    for question, _ in way:
        filled |= _open(question, filled, False)
    return filled
