"""What is known about a person, and what follows from it.

Answers are kept by finding (true, false, or ``None`` for not sure) and by scale (a whole number, or ``None``), in one
mapping.  A number that is known decides every threshold of its scale.  This module decides how a question is answered
by what is known; it does not know which question comes next.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from kneetree.model import points
from kneetree.model.asked import Asked, Kind
from kneetree.model.scales import threshold
from kneetree.model.values import Answer

Said = bool | int | None
"""What a person says of one finding, or of a number."""
Answers = Mapping[str, Said]


class Unknown(Enum):
    """The type of ``UNKNOWN``, the value of a finding about which nothing was said."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
# Python 3.11 calls a function for each that is named.
_NUMBER, _YES_NO, _LIST, _DECISION = Kind.NUMBER, Kind.YES_NO, Kind.LIST, Kind.DECISION
Value = bool | None | Unknown


def value_of(finding: str, answers: Answers) -> Value:
    """Return what was said about a finding, *not sure* included, or what follows for a threshold from its number."""
    said = answers.get(finding, UNKNOWN)
    if said is not UNKNOWN:
        return None if said is None else bool(said)
    limit = threshold(finding)
    if limit is None or limit.scale not in answers:
        return UNKNOWN
    number = answers[limit.scale]
    return None if number is None else number >= limit.number


def outcome(asked: Asked, answers: Answers) -> Answer | None:
    """Return how a question comes out by ``answers``, or ``None`` if it must be asked.

    A decision never asks: what is not known there counts as not sure.
    """
    kind = asked.kind
    if kind is _NUMBER:
        if asked.scale not in answers:
            return None
        return Answer.NEXT if asked.next else _ANSWER[_sure(value_of(asked.finding, answers))]
    if asked.next:
        return None if open_findings(asked, answers) else Answer.NEXT
    if kind is _YES_NO:
        value = value_of(asked.finding, answers)
        return None if value is UNKNOWN else _ANSWER[value]
    reached = points.reached(asked, lambda finding: value_of(finding, answers))
    if reached is not None:
        return _ANSWER[reached]
    if kind is _LIST and not _is_unsure_anyhow(asked, answers):
        return None
    return Answer.UNSURE


def _is_unsure_anyhow(asked: Asked, answers: Answers) -> bool:
    """Return whether a list comes out as *not sure* whatever is said of its lines that are not known yet."""
    values = [(line.points, value_of(line.finding, answers)) for line in asked.lines]
    most_sure = sum(worth for worth, value in values if value is True or value is UNKNOWN)
    least_possible = sum(worth for worth, value in values if value is True or value is None)
    return most_sure < asked.at_least <= least_possible


def open_findings(asked: Asked, answers: Answers) -> tuple[str, ...]:
    """Return the findings of a question about which ``answers`` say nothing, that is, those that it would ask."""
    return tuple([finding for finding in asked.findings if value_of(finding, answers) is UNKNOWN])


def to_ask(asked: Asked, answers: Answers) -> tuple[str, ...]:
    """Return the ids of what a question would ask: a scale, or the findings about which ``answers`` say nothing."""
    if asked.kind is _NUMBER:
        return () if asked.scale in answers else (asked.scale,)
    return () if asked.kind is _DECISION else open_findings(asked, answers)


def reply(asked: Asked, answer: Answer, answers: Answers) -> dict[str, Said]:
    """Return what follows from one answer to the whole question; all lines not known get that answer.

    A number can only be answered *not sure* like this.
    """
    value = _VALUE[answer]
    return dict.fromkeys(to_ask(asked, answers), value)


def answers_for(asked: Asked, answer: Answer, answers: Answers, first: str = "") -> dict[str, bool]:
    """Return what to say to a list or a yes/no question so that it comes out as ``answer``, given what is known.

    In a list no more lines are ticked than that takes: ``first`` if it is named, then those with most points.
    """
    if not asked.lines:
        return {asked.finding: answer is Answer.YES}
    missing = asked.at_least if answer is Answer.YES else 0
    for line in asked.lines:
        missing -= line.points if answer is Answer.YES and value_of(line.finding, answers) is True else 0
    given: dict[str, bool] = {}
    for line in sorted(asked.lines, key=lambda line: (line.finding != first, -line.points)):
        if value_of(line.finding, answers) is UNKNOWN:
            given[line.finding] = missing > 0
            missing -= line.points
    return given


def _sure(value: Value) -> bool | None:
    assert value is not UNKNOWN  # its scale is answered
    return value


_ANSWER = {True: Answer.YES, False: Answer.NO, None: Answer.UNSURE}
_VALUE = {Answer.YES: True, Answer.NO: False, Answer.UNSURE: None}
