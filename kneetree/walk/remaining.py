"""Safe bounds on what a walk may still bring: how many questions, and how urgent a result.

The longest way ahead depends on what will be known at each question, which takes exponential time to work out exactly.
So each question is looked at once, with what is known there on *every* way that leads to it: a question whose answer
follows from that is not counted, and a branch that contradicts it is not taken.  The count can be more than the
longest walk, but never less.  The time is linear in the questions ahead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kneetree.model import knowledge, points
from kneetree.model.reading_order import reading_order
from kneetree.model.scales import told_by
from kneetree.model.tree import Answer, Leaf, Node, Question


class _Known(NamedTuple):
    """Bit masks of the findings that are known to be true, known to be false, and asked or known at all."""

    true: int
    false: int
    told: int

    def both(self, other: _Known) -> _Known:
        """Return what is known whichever of the two ways was taken."""
        return _Known(self.true & other.true, self.false & other.false, self.told & other.told)


class _Passed(NamedTuple):
    """A question that was looked at: what it adds to the count, where it leads, and whether both ways are followed."""

    cost: int
    targets: tuple[str, ...]
    both: bool


def most_ahead(
    nodes: Mapping[str, Node], starts: Iterable[str], answers: Mapping[str, bool | None], passed: Iterable[str]
) -> int:
    """Return the most questions that can be asked from ``starts`` on if each is answered with yes or no.

    All of ``starts`` are followed, and so are both sides of a question that is *not sure* already; questions in
    ``passed`` are not asked again.  The sum over the open branches counts a question that they share more than once,
    so the result is never more than the number of all open questions.
    """
    heads = list(dict.fromkeys(starts))
    gone = set(passed)
    order = _questions(nodes, heads, gone)
    bits = _Bits(finding for key in order for finding in _question(nodes, key).findings)
    unsure, first = bits.seed(answers)
    known = dict.fromkeys(heads, first)
    looked: dict[str, _Passed] = {}
    for key in order:
        if key not in known:
            continue
        question, here = _question(nodes, key), known[key]
        step, ways = bits.look(question, here, unsure)
        looked[key] = step
        for target, after in ways:
            before = known.get(target)
            known[target] = after if before is None else before.both(after)
    most: dict[str, int] = {}
    for key in reversed(order):
        if key in looked:
            step = looked[key]
            counts = [most.get(target, 0) for target in step.targets]
            most[key] = step.cost + (sum(counts) if step.both else max(counts))
    open_questions = sum(step.cost for step in looked.values())
    return min(open_questions, sum(most.get(key, 0) for key in heads))


def ranks_ahead(
    nodes: Mapping[str, Node], starts: Iterable[str], answers: Mapping[str, bool | None], passed: Iterable[str]
) -> tuple[int, int]:
    """Return the lowest and the highest rank of urgency that the leaves ahead can bring; ``-1`` stands for none.

    If both sides of a question are followed, the higher rank counts.  What the answers on the way would tell is not
    taken into account, so the true ranks lie between these two.
    """
    heads = list(dict.fromkeys(starts))
    gone = set(passed)
    ranks: dict[str, tuple[int, int]] = {}

    def rank(key: str) -> tuple[int, int]:
        node = nodes[key]
        return (node.urgency.rank, node.urgency.rank) if isinstance(node, Leaf) else ranks.get(key, (-1, -1))

    for key in reversed(_questions(nodes, heads, gone)):
        question = _question(nodes, key)
        answer = knowledge.outcome(question, answers)
        yes, no = rank(question.yes), rank(question.no)
        if answer is None:
            ranks[key] = (min(yes[0], no[0]), max(yes[1], no[1]))
        elif answer is Answer.UNSURE:
            ranks[key] = (max(yes[0], no[0]), max(yes[1], no[1]))
        else:
            ranks[key] = yes if answer is Answer.YES else no
    ends = [rank(key) for key in heads]
    return max((low for low, _ in ends), default=-1), max((high for _, high in ends), default=-1)


class _Bits:
    """A bit for each finding, and the bits of the findings that its yes or no decides."""

    def __init__(self, findings: Iterable[str]) -> None:
        self._bit = {finding: 1 << place for place, finding in enumerate(dict.fromkeys(findings))}
        self._yes, self._no = told_by(self._bit)

    def seed(self, answers: Mapping[str, bool | None]) -> tuple[int, _Known]:
        """Return the mask of what is *not sure* already, and what is known at the start."""
        true = false = unsure = 0
        for finding, bit in self._bit.items():
            value = knowledge.value_of(finding, answers)
            true |= bit if value is True else 0
            false |= bit if value is False else 0
            unsure |= bit if value is None else 0
        return unsure, _Known(true, false, true | false | unsure)

    def look(self, question: Question, here: _Known, unsure: int) -> tuple[_Passed, list[tuple[str, _Known]]]:
        """Return the cost of a question, given what is known there, and each way on with what is known after it."""
        own = self._own(question)
        answer = self._outcome(question, here)
        if answer is not None:
            target = question.yes if answer else question.no
            return _Passed(0, (target,), False), [(target, here)]
        told = here.told | own
        # With a line that is not sure, a list can come out as not sure whatever is said of the others.
        both = own & unsure != 0
        step = _Passed(1 if own & ~here.told else 0, (question.yes, question.no), both)
        if both:
            after = _Known(here.true, here.false, told)
            return step, [(question.yes, after), (question.no, after)]
        yes, no = (learnt & ~unsure for learnt in self._learnt(question, here))  # what was not sure stays so
        return step, [
            (question.yes, _Known(here.true | yes, here.false, told | yes)),
            (question.no, _Known(here.true, here.false | no, told | no)),
        ]

    def _own(self, question: Question) -> int:
        if not question.items:
            return self._bit[question.finding]
        own = 0
        for item in question.items:
            own |= self._bit[item.finding]
        return own

    def _outcome(self, question: Question, here: _Known) -> bool | None:
        if not question.items:
            return self._value(question.finding, here)
        lines = ((item.points, self._value(item.finding, here)) for item in question.items)
        return points.comes_out(lines, question.at_least)

    def _value(self, finding: str, here: _Known) -> bool | None:
        bit = self._bit[finding]
        return True if here.true & bit else False if here.false & bit else None

    def _learnt(self, question: Question, here: _Known) -> tuple[int, int]:
        """Return what a yes shows to be true and what a no shows to be false; for a list only what is certain."""
        if not question.items:
            return self._yes[question.finding], self._no[question.finding]
        yes = no = 0
        unknown = [item.finding for item in question.items if not (here.true | here.false) & self._bit[item.finding]]
        if len(set(unknown)) == 1:
            yes = self._yes[unknown[0]]
        if points.no_denies_every_line(question):
            for finding in unknown:
                no |= self._no[finding]
        return yes, no


def _question(nodes: Mapping[str, Node], key: str) -> Question:
    node = nodes[key]
    assert isinstance(node, Question)
    return node


def _questions(nodes: Mapping[str, Node], heads: Iterable[str], gone: set[str]) -> list[str]:
    """Return the questions ahead that are not in ``gone``, each before what it leads to."""
    return [key for key in reading_order(nodes, heads, gone) if isinstance(nodes[key], Question)]
