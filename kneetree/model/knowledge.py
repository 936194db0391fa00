"""What is known about a person, finding by finding, and what follows from it.

A finding is true, false, not sure (``None``) or not yet known (``UNKNOWN``).  Thresholds of one scale, such as
``age_at_least_40`` and ``age_at_least_60``, imply one another.  This module decides how a question is answered by
what is known; it does not know which question comes next.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from kneetree.model import points
from kneetree.model.scales import says, threshold
from kneetree.model.values import Answer, Question


class Unknown(Enum):
    """The type of ``UNKNOWN``, the value of a finding about which nothing was said."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
Value = bool | None | Unknown


def value_of(finding: str, answers: Mapping[str, bool | None]) -> Value:
    """Return what was said about a finding, *not sure* included, or else what follows from other thresholds.

    A later answer about age or time does not alter an earlier *not sure*: the question that was asked stays on the
    path, both of its branches are followed, and the person can return to it.
    """
    said: Value = answers.get(finding, UNKNOWN)
    if said is not UNKNOWN:
        return said
    limit = threshold(finding)
    if limit is None:
        return UNKNOWN
    if limit.number == 0:
        return True
    for other, value in answers.items():
        known = threshold(other) if value is not None else None
        if known is not None and (told := says(known, bool(value), limit)) is not None:
            return told
    return UNKNOWN


def outcome(question: Question, answers: Mapping[str, bool | None]) -> Answer | None:
    """Return the answer to ``question`` that follows from ``answers``, or ``None`` if it must be asked."""
    value: Value
    if not question.items:
        value = value_of(question.finding, answers)
        return None if value is UNKNOWN else _ANSWER[value]
    values = [value_of(item.finding, answers) for item in question.items]
    reached = points.comes_out(zip((item.points for item in question.items), values, strict=True), question.at_least)
    if reached is not None:
        return _ANSWER[reached]
    return None if UNKNOWN in values else Answer.UNSURE


def said_of(question: Question, answers: Mapping[str, bool | None]) -> bool:
    """Return whether ``answers`` say something about every finding of ``question``."""
    return all(value_of(finding, answers) is not UNKNOWN for finding in question.findings)


def with_answers(known: Mapping[str, bool | None], new: Mapping[str, bool | None]) -> dict[str, bool | None]:
    """Return ``known`` updated with ``new``, without the older thresholds that contradict ``new``."""
    kept = {finding: value for finding, value in known.items() if not _contradicted(finding, value, new)}
    return kept | dict(new)


def _contradicted(finding: str, value: bool | None, new: Mapping[str, bool | None]) -> bool:
    old = threshold(finding)
    if old is None or value is None or finding in new:
        return False
    for other, said in new.items():
        limit = threshold(other)
        told = says(old, value, limit) if limit is not None else None
        if told is not None and said is not told:
            return True
    return False


def reply(question: Question, answer: Answer, answers: Mapping[str, bool | None]) -> dict[str, bool | None]:
    """Return the findings that follow from one answer to the whole question; all items not known get that answer."""
    value = _VALUE[answer]
    return {finding: value for finding in question.findings if value_of(finding, answers) is UNKNOWN}


def answers_for(
    question: Question, answer: Answer, answers: Mapping[str, bool | None], first: str = ""
) -> dict[str, bool | None]:
    """Return what to say to a question so that it comes out as ``answer`` (yes or no), given what is known already.

    In a list no more items are ticked than that takes: ``first`` if it is named, then those with most points.
    """
    if not question.items:
        return {question.finding: answer is Answer.YES}
    missing = question.at_least if answer is Answer.YES else 0
    for item in question.items:
        missing -= item.points if answer is Answer.YES and value_of(item.finding, answers) is True else 0
    given: dict[str, bool | None] = {}
    for item in sorted(question.items, key=lambda item: (item.finding != first, -item.points)):
        if value_of(item.finding, answers) is UNKNOWN:
            given[item.finding] = missing > 0
            missing -= item.points
    return given


def person(
    usual: Mapping[str, bool], said: Mapping[str, bool | None], age: float | None, days: float | None
) -> dict[str, bool | None]:
    """Return all findings of a person from ``said``, the age in years and the days since the pain began.

    ``usual`` maps every finding that is wanted to its value when nothing is said.  A threshold follows from ``age`` or
    ``days``, and is *not sure* if that number is not known.  What is ``said`` overrides both.
    """
    values: dict[str, bool | None] = dict(usual)
    for finding in usual:
        limit = threshold(finding)
        if limit is not None:
            measure = age if limit[0] == "age" else days
            values[finding] = None if measure is None else measure >= limit[1]
    values.update((finding, value) for finding, value in said.items() if finding in usual)
    return values


_ANSWER = {True: Answer.YES, False: Answer.NO, None: Answer.UNSURE}
_VALUE = {Answer.YES: True, Answer.NO: False, Answer.UNSURE: None}
