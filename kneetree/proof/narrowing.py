"""Whether any one person can take a way to a hazard, as far as what was said on the way tells.

The quick pass looks at each node by itself.  Here the answers are carried along the ways to one hazard: what was denied
above is not affirmed further down.  Where more than ``MOST_KINDS`` kinds of people come to one node, only what they
have in common is carried on, so the time is linear in the nodes.  A hazard to which nobody comes cannot happen; one to
which somebody seems to come may still be impossible.

A kind of people is a number whose bits say what is sure of all of them: that a finding is true or false, that a fact
was asked for, or that it was not.  Unless something is given, a value is sure only of what was asked for: the answer
to a list that is passed settles no fact that is not known.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import islice
from typing import NamedTuple

from kneetree.model.asked import Kind
from kneetree.model.points import decided
from kneetree.model.scales import told_by
from kneetree.proof.arrays import Compiled
from kneetree.proof.hazards import Hazard
from kneetree.proof.ways import Ways

MOST_KINDS = 4
"""The most kinds of people who are told apart at one node."""
MOST_CARRIED = 256
"""The most findings, and the most facts, of which something is carried along."""
_EVERYBODY = 1
"""A bit that all people have, so that no kind of people is 0; also what is sure of facts asked for nowhere above."""


class _Term(NamedTuple):
    """What a node counts, as bits: that it has its points, that it lacks them, and all that follows from either.

    ``unasked`` says that the fact was not asked for.  It is 0 if that is never sure.
    """

    has: int
    lacks: int
    points: int
    if_it_has: int
    if_it_lacks: int
    unasked: int


class _Step(NamedTuple):
    """A turn as bits; ``asked`` says of its facts that they were asked for, and ``unasked`` that they were not.

    ``both`` if both branches count whatever is known, and ``whole`` if ``asked`` tells of every fact.  ``live`` are all
    bits that make a difference here.
    """

    kind: Kind
    terms: tuple[_Term, ...]
    points: int
    at_least: int
    both: bool
    facts: tuple[str, ...]
    asked: int
    unasked: int
    whole: bool
    live: int


class Narrowing:
    """What is carried along the ways of one tree.

    Something is carried of what can be said twice: facts that several nodes ask for, what decisions count, and
    thresholds.
    """

    def __init__(self, tree: Compiled, lacking: Container[int], given: Iterable[str]) -> None:
        """Prepare for hazards with any of ``given``; ``lacking`` are the places of decisions that can lack a fact."""
        self._tree = tree
        self._lacking = lacking
        again = list(islice(tree.asked_again, MOST_CARRIED))
        told_twice = dict.fromkeys([*(fact for fact in again if fact not in tree.scales), *_counted(tree)])
        carried = list(islice(dict.fromkeys([*given, *told_twice]), MOST_CARRIED)) if told_twice else []
        self._true = {finding: 2 << 2 * number for number, finding in enumerate(carried)}
        self._if_true, self._if_false = told_by(self._true, tree.scales)
        self._values = (2 << 2 * len(carried)) - 1
        self._asked = {fact: 2 << 2 * (len(carried) + number) for number, fact in enumerate(again)}
        self._all_unasked = sum(self._asked.values()) << 1
        self._steps: dict[int, _Step] = {}
        self._live: list[int] | None = None

    @property
    def carries(self) -> bool:
        """Whether anything is carried along."""
        return bool(self._true or self._asked)

    def fits(self, hazard: Hazard, way: Iterable[tuple[int, bool]]) -> bool:
        """Return whether somebody seems to be able to take ``way`` to a hazard."""
        people, count = self._start(hazard), 0
        for node, answer in way:
            yes, no, asked = self._after(self._step(self._tree.turn[node]), people, hazard)
            people = yes if answer else no
            if not people:
                return False
            count += asked
        return count >= hazard.asked

    def happens(self, hazard: Hazard, ways: Ways) -> bool:
        """Return whether somebody seems to be able to come to a hazard by one of ``ways``."""
        yes, no, turn = self._tree.yes, self._tree.no, self._tree.turn
        _, bit, leads, let_yes, let_no = ways
        if self._live is None:
            self._live = self._live_bits()
        live = self._live
        mask = self._values if hazard.given else -1
        kinds: dict[int, dict[int, int]] = {self._tree.root: {self._start(hazard): 0}}
        for node in ways.nodes:
            here = kinds.pop(node, None)
            if not here:
                continue
            if yes[node] < 0:
                if max(here.values()) >= hazard.asked:
                    return True
                continue
            if len(here) > MOST_KINDS:
                here = _in_common(here)
            step = self._step(turn[node])
            lets_yes = let_yes[turn[node]] & leads[yes[node]] & bit
            lets_no = let_no[turn[node]] & leads[no[node]] & bit
            to_yes = kinds.setdefault(yes[node], {}) if lets_yes else {}
            to_no = kinds.setdefault(no[node], {}) if lets_no else {}
            live_yes, live_no = live[yes[node]] & mask, live[no[node]] & mask
            for people, count in here.items():
                if_yes, if_no, asked = self._after(step, people, hazard)
                count += asked
                if if_yes:
                    if_yes = if_yes & live_yes | _EVERYBODY
                    if count >= to_yes.get(if_yes, 0):
                        to_yes[if_yes] = count
                if if_no:
                    if_no = if_no & live_no | _EVERYBODY
                    if count >= to_no.get(if_no, 0):
                        to_no[if_no] = count
        return False

    def _start(self, hazard: Hazard) -> int:
        """Return what is sure of the people of a hazard before anything is asked."""
        if not hazard.given:
            return _EVERYBODY | self._all_unasked
        people = _EVERYBODY
        for finding, value in hazard.given.items():
            people |= self._if_true.get(finding, 0) if value else self._if_false.get(finding, 0) << 1
        return people

    def _live_bits(self) -> list[int]:
        """Return for each node the bits on which something turns there or below; people are alike in all others."""
        live = [0] * len(self._tree.ids)
        yes, no, turn = self._tree.yes, self._tree.no, self._tree.turn
        for node in reversed(self._tree.order):
            if yes[node] >= 0:
                live[node] = self._step(turn[node]).live | live[yes[node]] | live[no[node]]
        return live

    def _step(self, place: int) -> _Step:
        """Return a turn as bits."""
        step = self._steps.get(place)
        if step is not None:
            return step
        turn = self._tree.turns[place]
        terms = tuple([self._term(*term) for term in turn.terms])
        asked = sum(self._asked.get(fact, 0) for fact in turn.facts)
        whole = all(fact in self._asked for fact in turn.facts)
        live = asked | asked << 1
        for term in terms:
            live |= term.has | term.lacks | term.unasked
        both = place in self._lacking
        points = sum(term.points for term in terms)
        step = _Step(turn.kind, terms, points, turn.at_least, both, turn.facts, asked, asked << 1, whole, live)
        self._steps[place] = step
        return step

    def _term(self, finding: str, points: int, true: bool) -> _Term:
        is_true, if_true, if_false = (bits.get(finding, 0) for bits in (self._true, self._if_true, self._if_false))
        fact = self._tree.fact(finding)
        unasked = self._asked.get(fact, 0) << 1 if fact in self._tree.asked_again else _EVERYBODY
        if true:
            return _Term(is_true, is_true << 1, points, if_true, if_false << 1, unasked)
        return _Term(is_true << 1, is_true, points, if_false << 1, if_true, unasked)

    def _after(self, step: _Step, people: int, hazard: Hazard) -> tuple[int, int, int]:
        """Return the people who take the Yes branch, and those who take the No branch, and how many are asked: 0 or 1.

        The people are 0 if nobody takes a branch.
        """
        if step.both:
            return people, people, 0
        answer, yes, no = _answered(step, people) if step.terms else (None, people, people)
        if hazard.given or step.kind is Kind.DECISION:
            return yes, no, 0
        if answer is not None or (step.whole and people & step.asked == step.asked):
            return yes, no, 0
        learnt, lost = step.asked, step.unasked
        if step.kind is Kind.LIST and step.terms:
            if_passed = _passed(step, people)
            if any(if_passed):
                learnt = 0
            if hazard.without in step.facts:
                yes, no = yes if if_passed[0] else 0, no if if_passed[1] else 0
                lost &= ~(self._asked.get(hazard.without, 0) << 1)
        return yes and yes & ~lost | learnt, no and no & ~lost | learnt, 1


def _answered(step: _Step, people: int) -> tuple[bool | None, int, int]:
    """Return how a node comes out for ``people`` if that is sure, and who they are after a Yes and after a No."""
    if len(step.terms) == 1:
        (term,) = step.terms
        if people & (term.has | term.lacks):
            return (True, people, 0) if people & term.has else (False, 0, people)
        return None, people | term.if_it_has, people | term.if_it_lacks
    low, most = 0, step.points
    for term in step.terms:
        if people & term.has:
            low += term.points
        elif people & term.lacks:
            most -= term.points
    answer = decided(low, most, step.at_least)
    if answer is not None:
        return answer, people if answer else 0, 0 if answer else people
    yes = no = people
    for term in step.terms:
        if not people & (term.has | term.lacks):
            if most - term.points < step.at_least:
                yes |= term.if_it_has
            if low + term.points >= step.at_least:
                no |= term.if_it_lacks
    return None, yes, no


def _passed(step: _Step, people: int) -> tuple[bool, bool]:
    """Return whether a list can be passed with Yes, and with No, as far as is sure of what was not asked for."""
    if_all_help = if_none_helps = 0
    for term in step.terms:
        unasked = people & term.unasked
        if_all_help += 0 if unasked or people & term.lacks else term.points
        if_none_helps += term.points if unasked or people & term.has else 0
    return if_all_help >= step.at_least, if_none_helps < step.at_least


def _in_common(kinds: dict[int, int]) -> dict[int, int]:
    """Return what all kinds of people have in common, with the most questions that any of them were asked."""
    common = -1
    for people in kinds:
        common &= people
    return {common: max(kinds.values())}


def _counted(tree: Compiled) -> list[str]:
    """Return what decisions count, and the thresholds on which nodes turn."""
    places = [*tree.turns.places_of(Kind.DECISION), *tree.turns.places_of(Kind.NUMBER)]
    return [finding for place in places for finding, _, _ in tree.turns[place].terms]
