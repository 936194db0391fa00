"""Safe bounds on what a walk may still bring: how many questions, and how urgent a result.

The longest way ahead depends on what will be known at each question, which takes exponential time to work out exactly.
So each question is looked at once, with what is known there on *every* way that leads to it: a question whose answer
follows from that is not counted, and a branch that contradicts it is not taken.  The count can be more than the
longest walk, but never less.  The time is linear in the questions ahead.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kneetree.model import knowledge, points
from kneetree.model.asked import Asked, Kind
from kneetree.model.knowledge import UNKNOWN, Answers
from kneetree.model.reading_order import reading_order
from kneetree.model.scales import threshold_of, told_by
from kneetree.model.tree import Answer, Leaf, Tree


class _Known(NamedTuple):
    """Bit masks of the facts that are known to be true, known to be false, and asked or known at all."""

    true: int
    false: int
    told: int

    def where_told(self) -> _Known:
        """Return only what was told on the way, without answers that count once their question is reached."""
        return _Known(self.true & self.told, self.false & self.told, self.told)

    def both(self, other: _Known) -> _Known:
        """Return what is known whichever of the two ways was taken."""
        return _Known(self.true & other.true, self.false & other.false, self.told & other.told)


class _Passed(NamedTuple):
    """A question that was looked at: what it adds to the count, where it leads, and whether both ways are followed."""

    cost: int
    targets: tuple[str, ...]
    both: bool


def most_ahead(tree: Tree, starts: Iterable[str], answers: Answers, told: Answers, passed: Iterable[str]) -> int:
    """Return the most questions that can be asked from ``starts`` on if each is answered, none with *not sure*.

    ``told`` is what was answered on the path; ``answers`` may hold more, which counts where its question is reached.
    All of ``starts`` are followed, and so are both sides of a question that is *not sure* already; questions in
    ``passed`` are not asked again.  The sum over the open branches counts a question that they share more than once,
    so the result is never more than the number of all open questions.
    """
    heads = list(dict.fromkeys(starts))
    order = _questions(tree, heads, set(passed))
    bits = _Bits(tree, order)
    unsure, first = bits.seed(answers, told)
    looked = _looked(bits, order, dict.fromkeys(heads, first), unsure)
    if len(heads) > 1 or any(step.both for step in looked.values()):
        bits.tell_elsewhere(order)
        looked = _looked(bits, order, dict.fromkeys(heads, first), unsure)
    most: dict[str, int] = {}
    for asked in reversed(order):
        if asked.node in looked:
            step = looked[asked.node]
            counts = [most.get(target, 0) for target in step.targets]
            most[asked.node] = step.cost + (sum(counts) if step.both else max(counts))
    open_questions = sum(step.cost for step in looked.values())
    return min(open_questions, sum(most.get(key, 0) for key in heads))


def _looked(bits: _Bits, order: Iterable[Asked], known: dict[str, _Known], unsure: int) -> dict[str, _Passed]:
    """Return each question that can be reached, looked at with what is known there; ``known`` begins with the heads."""
    looked: dict[str, _Passed] = {}
    for asked in order:
        if asked.node not in known:
            continue
        step, ways = bits.look(asked, known[asked.node], unsure)
        looked[asked.node] = step
        for target, after in ways:
            before = known.get(target)
            known[target] = after if before is None else before.both(after)
    return looked


def ranks_ahead(
    tree: Tree, starts: Iterable[str], answers: Answers, told: Answers, passed: Iterable[str]
) -> tuple[int, int]:
    """Return the lowest and the highest rank of urgency that the leaves ahead can bring; ``-1`` stands for none.

    If both sides of a question are followed, the higher rank counts.  What the answers on the way would tell is not
    taken into account, so the true ranks lie between these two.  ``answers`` and ``told`` are as in ``most_ahead``.
    """
    heads = list(dict.fromkeys(starts))
    ranks: dict[str, tuple[int, int]] = {}

    def rank(key: str) -> tuple[int, int]:
        node = tree.nodes[key]
        return (node.urgency.rank, node.urgency.rank) if isinstance(node, Leaf) else ranks.get(key, (-1, -1))

    ahead = _questions(tree, heads, set(passed))
    kept = _kept(ahead, answers, told)
    for asked in reversed(ahead):
        if asked.next:
            ranks[asked.node] = rank(asked.next)
            continue
        yes, no = rank(asked.yes), rank(asked.no)
        answer = _outcome_ahead(asked, kept, told)
        if answer is None:
            ranks[asked.node] = (min(yes[0], no[0]), max(yes[1], no[1]))
        elif answer is Answer.UNSURE:
            ranks[asked.node] = (max(yes[0], no[0]), max(yes[1], no[1]))
        else:
            ranks[asked.node] = yes if answer is Answer.YES else no
    ends = [rank(key) for key in heads]
    return max((low for low, _ in ends), default=-1), max((high for _, high in ends), default=-1)


def _kept(ahead: Iterable[Asked], answers: Answers, told: Answers) -> Answers:
    """Return the answers that nothing ahead asks anew: a list that lacks one of its answers is put as a whole."""
    anew: set[str] = set()
    for asked in ahead:
        wanted = knowledge.to_ask(asked, told)
        if not all(fact in answers for fact in wanted):
            anew.update(wanted)
    return {fact: said for fact, said in answers.items() if fact not in anew}


def _outcome_ahead(asked: Asked, answers: Answers, told: Answers) -> Answer | None:
    """Return how a question or decision will come out, ``None`` if answers on the way to it may yet tell."""
    if asked.kind is Kind.DECISION and knowledge.open_findings(asked, told):
        reached = points.reached(asked, lambda finding: knowledge.value_of(finding, told))
        return None if reached is None else Answer.YES if reached else Answer.NO
    return knowledge.outcome(asked, answers)


class _Bits:
    """A bit for each fact that is asked or counted ahead, and the bits of the facts that its yes or no decides.

    A threshold has a bit, and so has its scale.
    """

    def __init__(self, tree: Tree, order: Iterable[Asked]) -> None:
        facts = [fact for asked in order for fact in (*asked.findings, *((asked.scale,) if asked.scale else ()))]
        scale_of = {fact: limit.scale for fact in facts if (limit := threshold_of(fact, tree.scales))}
        self._bit = {fact: 1 << place for place, fact in enumerate(dict.fromkeys([*facts, *scale_of.values()]))}
        self._said = {fact: self._bit[scale_of.get(fact, fact)] for fact in self._bit}
        self._yes, self._no = told_by(self._bit, tree.scales)
        self._scales = tree.scales
        self._answered = self._elsewhere = 0

    def tell_elsewhere(self, order: Iterable[Asked]) -> None:
        """Take into account that what one branch asks, another may be told before.

        Those are the facts that more than one question asks.
        """
        once = 0
        for asked in order:
            own = sum(self._bit[fact] for fact in dict.fromkeys(asked.facts))
            self._elsewhere |= once & own
            once |= own

    def seed(self, answers: Answers, told: Answers) -> tuple[int, _Known]:
        """Return the mask of what is *not sure* already, and what is known at the start.

        What was answered on another path is not asked again, and a decision knows it only once its question is reached.
        """
        true = false = unsure = said = 0
        for fact, bit in self._bit.items():
            if fact in self._scales:
                self._answered |= bit if fact in answers else 0
                said |= bit if fact in told else 0
                continue
            value = knowledge.value_of(fact, answers)
            self._answered |= 0 if value is UNKNOWN else bit
            said |= 0 if knowledge.value_of(fact, told) is UNKNOWN else bit
            true |= bit if value is True else 0
            false |= bit if value is False else 0
            unsure |= bit if value is None else 0
        return unsure, _Known(true, false, said)

    def look(self, asked: Asked, here: _Known, unsure: int) -> tuple[_Passed, list[tuple[str, _Known]]]:
        """Return the cost of a question, given what is known there, and each way on with what is known after it."""
        own = sum(self._bit[fact] for fact in dict.fromkeys(asked.facts))
        cost = 1 if own & ~here.told & ~self._answered else 0
        told = here.told if self._may_be_passed(asked, here) else here.told | own
        if asked.next:
            return _Passed(cost, (asked.next,), False), [(asked.next, _Known(here.true, here.false, told))]
        after = _Known(here.true, here.false, told)
        # With a line that is not sure, a list can come out as not sure whatever is said of the others; and what a
        # decision lacks counts as not sure.
        if any(self._bit[finding] & unsure or self._lacks(asked, finding, here) for finding in asked.findings):
            return _Passed(cost, (asked.yes, asked.no), True), [(asked.yes, after), (asked.no, after)]
        answer = self._outcome(asked, here)
        if answer is not None:
            target = asked.yes if answer else asked.no
            if asked.kind is Kind.LIST and self._outcome(asked, here.where_told()) is not None:
                return _Passed(0, (target,), False), [(target, here)]
            return _Passed(cost, (target,), False), [(target, after)]
        (yes_true, yes_false), (no_true, no_false) = self._learnt(asked, here)
        yes = _Known(here.true | yes_true, here.false | yes_false, told | yes_true | yes_false)
        no = _Known(here.true | no_true, here.false | no_false, told | no_true | no_false)
        return _Passed(cost, (asked.yes, asked.no), False), [(asked.yes, yes), (asked.no, no)]

    def _may_be_passed(self, asked: Asked, here: _Known) -> bool:
        """Return whether a list may be passed by answers that are not the same on every way, and so tells nothing."""
        if asked.kind is not Kind.LIST or asked.collects:
            return False
        varies = here.told & ~(here.true | here.false) | self._elsewhere & ~here.told
        return any(varies & self._bit[line.finding] for line in asked.lines)

    def _lacks(self, asked: Asked, finding: str, here: _Known) -> bool:
        return asked.kind is Kind.DECISION and not here.told & self._said[finding]

    def _outcome(self, asked: Asked, here: _Known) -> bool | None:
        if not asked.lines:
            return self._value(asked.finding, here)
        return points.reached(asked, lambda finding: self._value(finding, here))

    def _value(self, finding: str, here: _Known) -> bool | None:
        bit = self._bit[finding]
        return True if here.true & bit else False if here.false & bit else None

    def _learnt(self, asked: Asked, here: _Known) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return what a yes shows to be true and false, and what a no does; for a list only what is certain."""
        if not asked.lines:
            return (self._yes[asked.finding], 0), (0, self._no[asked.finding])
        yes, no = (0, 0), (0, 0)
        unknown = [line for line in asked.lines if self._value(line.finding, here) is None]
        if len(unknown) == 1:
            yes = self._told(unknown[0].finding, unknown[0].true)
        if points.no_denies_every_line(asked):
            for line in unknown:
                true, false = self._told(line.finding, not line.true)
                no = no[0] | true, no[1] | false
        return yes, no

    def _told(self, finding: str, value: bool) -> tuple[int, int]:
        return (self._yes[finding], 0) if value else (0, self._no[finding])


def _questions(tree: Tree, heads: Iterable[str], gone: set[str]) -> list[Asked]:
    """Return the questions and decisions ahead that are not in ``gone``, each before what it leads to."""
    keys = reading_order(tree.nodes, heads, gone)
    return [tree.asked(key) for key in keys if not isinstance(tree.nodes[key], Leaf)]
