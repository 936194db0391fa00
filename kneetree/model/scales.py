"""Numbers about a person and their thresholds, such as ``age_at_least_60``.

A threshold is the statement that a number is at least so much.  A number that is known decides all thresholds of its
scale.  This is the only module that takes the id of a threshold apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from kneetree import words
from kneetree.model.values import Scale

_MARK = "_at_least_"
_THRESHOLD = re.compile(r"(.+)_at_least_([1-9][0-9]{0,8})", re.ASCII | re.DOTALL)

TIMES = ("days", "weeks", "months", "years")
"""The units in which a number of days can be given."""


_DAYS = {"days": 1, "weeks": 7, "years": 365}


class Time(int):
    """A number of days that keeps the unit in which it was said, so that it can be told back in that unit.

    It equals the plain number, and goes wherever that goes; a file gets the plain number.
    """

    amount: int
    unit: str

    def __new__(cls, amount: int, unit: str) -> Time:
        """Make a time from an amount of one of ``TIMES``."""
        time = super().__new__(cls, days(amount, unit))
        time.amount, time.unit = amount, unit
        return time

    def __getnewargs__(self) -> tuple[int, str]:  # type: ignore[override]
        """Return what a copy is made from."""
        return self.amount, self.unit


class Span(int):
    """A number that was chosen as a range from ``least`` to ``most``, and is told as that range.

    It equals a plain number of the range, and goes wherever that goes; a file gets the plain number.
    """

    least: int
    most: int

    def __new__(cls, least: int, most: int, number: int | None = None) -> Span:
        """Make a range; it stands for ``number``, or if that is left out for the one in its middle."""
        span = super().__new__(cls, (least + most) // 2 if number is None else number)
        span.least, span.most = least, most
        return span

    def __getnewargs__(self) -> tuple[int, int, int]:  # type: ignore[override]
        """Return what a copy is made from."""
        return self.least, self.most, int(self)


class Threshold(NamedTuple):
    """The statement that the number of a scale is at least ``number``, in the unit of the scale."""

    scale: str
    number: int


def threshold(finding: str) -> Threshold | None:
    """Return what an id such as ``age_at_least_60`` says if it is a threshold, or ``None`` if it cannot be one.

    Whether there is such a scale is not asked here; see ``threshold_of``.
    """
    # Most are none; the pattern takes ten times as long to say so.
    return _taken_apart(finding) if _MARK in finding else None


@lru_cache(maxsize=4096)
def _taken_apart(finding: str) -> Threshold | None:
    found = _THRESHOLD.fullmatch(finding)
    return Threshold(found.group(1), int(found.group(2))) if found else None


def threshold_of(finding: str, scales: Mapping[str, Scale]) -> Threshold | None:
    """Return the threshold that an id states: one of ``scales``, above its least number and up to its most."""
    found = threshold(finding)
    scale = scales.get(found.scale) if found else None
    return found if found and scale and scale.least < found.number <= scale.most else None


def number_named(finding: str, scales: Mapping[str, Scale]) -> str | None:
    """Return the scale to which an id belongs, as its own id or in the form of a threshold, in its bounds or not."""
    if finding in scales:
        return finding
    found = threshold(finding)
    return found.scale if found and found.scale in scales else None


def id_of(limit: Threshold) -> str:
    """Return the id of a threshold."""
    return f"{limit.scale}{_MARK}{limit.number}"


def fact_of(finding: str, scales: Mapping[str, Scale]) -> str:
    """Return the id under which an answer about a finding is kept: the scale of a threshold, else the finding."""
    limit = threshold_of(finding, scales)
    return limit.scale if limit else finding


def says(known: Threshold, value: bool, other: Threshold) -> bool | None:
    """Return what a threshold that is ``value`` says of another one; ``None`` if it says nothing of it."""
    if known.scale != other.scale:
        return None
    if value:
        return True if other.number <= known.number else None
    return False if other.number >= known.number else None


def told_by(bits: Mapping[str, int], scales: Mapping[str, Scale]) -> tuple[dict[str, int], dict[str, int]]:
    """Return, for each finding, the bits of all findings that its Yes makes true, and of all that its No makes false.

    ``bits`` gives the bit of each finding.  A finding that is not a threshold decides only itself.
    """
    yes, no = dict(bits), dict(bits)
    limits = [(finding, limit) for finding in bits if (limit := threshold_of(finding, scales))]
    for finding, limit in limits:
        yes[finding] = sum(bits[other] for other, said in limits if says(limit, True, said) is not None)
        no[finding] = sum(bits[other] for other, said in limits if says(limit, False, said) is not None)
    return yes, no


def cuts(findings: Iterable[str], scales: Mapping[str, Scale]) -> dict[str, list[int]]:
    """Return for each scale the numbers of the thresholds among ``findings``, rising, each once."""
    found: dict[str, set[int]] = {scale: set() for scale in scales}
    for finding in findings:
        limit = threshold_of(finding, scales)
        if limit is not None:
            found[limit.scale].add(limit.number)
    return {scale: sorted(numbers) for scale, numbers in found.items()}


def is_in(scale: Scale, number: object) -> bool:
    """Return whether ``number`` is a whole number in the bounds of ``scale``."""
    return isinstance(number, int) and not isinstance(number, bool) and scale.least <= number <= scale.most


def days(amount: int, unit: str) -> int:
    """Return an amount of ``days``, ``weeks``, ``months`` or ``years`` in days, rounded down.

    A month has 365 / 12 days, as the format says.
    """
    return amount * 365 // 12 if unit == "months" else amount * _DAYS[unit]


def time_said(number: int) -> Time:
    """Return a number of days in the unit in which it was said, or else in the largest unit that divides it.

    A month, which is not a whole number of days, is used only where it was said.
    """
    if isinstance(number, Time):
        return number
    unit = next((unit for unit in ("years", "weeks") if number and number % _DAYS[unit] == 0), "days")
    return Time(number // _DAYS[unit], unit)


def amount(scale: Scale, number: int, language: str) -> str:
    """Return a number with its unit, such as "17 years", "1 day" or "3 weeks", in the language of the tree.

    A number that was chosen as a range is told as that, such as "17 to 24 years".
    """
    if isinstance(number, Span):
        return _range_in_words(scale, number, language)
    if scale.unit == "days":
        time = time_said(number)
        return words.count(language, f"unit.{time.unit}", time.amount)
    return amount_in_unit(scale, number, language)


def _range_in_words(scale: Scale, span: Span, language: str) -> str:
    def of(number: int) -> str:
        return amount(scale, _round_time(number) if scale.unit == "days" else number, language)

    if span.least == span.most:
        return of(span.least)
    if span.most == scale.most:
        return words.text(language, "span.or_more", least=of(span.least))
    if span.least == scale.least:
        return words.text(language, "span.under", most=of(span.most + 1))
    if scale.unit != "days" or span.most < _FORTNIGHT:
        most = amount_in_unit(scale, span.most, language)
        return words.text(language, "span.between", least=span.least, most=most)
    if span.most - span.least < _DAYS["weeks"]:  # "3 months" or "12 weeks" does not mean one single day
        if _round_time(span.most).unit == "months":
            return of(span.most)
        if _round_time(span.least).unit == "weeks":
            weeks, month = of(span.least), _month_just_after(span)
            return words.text(language, "span.not_yet", least=weeks, most=of(month)) if month else weeks
    after = not _is_round(span.least) and _is_round(span.least - 1)
    before = _is_round(span.most + 1) or not _is_round(span.most)
    low, high = _round_time(span.least - after), _round_time(span.most + before)
    least = str(low.amount) if low.unit == high.unit else of(low)
    return words.text(
        language,
        "span.both",
        least=words.text(language, "span.more_than" if after else "span.at_least", amount=least),
        most=words.text(language, "span.less_than" if before else "span.up_to", amount=of(high)),
    )


def _month_just_after(span: Span) -> int | None:
    """Return the number of days of whole months that would be taken for these weeks, being less than a week later."""
    ahead = range(span.most + 1, span.least + _DAYS["weeks"] + 1)
    return next((number for number in ahead if _round_time(number).unit == "months"), None)


_FORTNIGHT = 14
"""Up to here a range of time is told in days."""


def _round_time(number: int) -> Time:
    """Return a number of days in the largest unit in which it is round: years, months, weeks, else days."""
    months = (12 * number + 364) // 365
    if number >= 2 * 30 and number % _DAYS["years"] and days(months, "months") == number:
        return Time(months, "months")
    return time_said(int(number))


def _is_round(number: int) -> bool:
    return _round_time(number).unit != "days"


def amount_in_unit(scale: Scale, number: int, language: str) -> str:
    """Return a number in the unit of its scale, as the end of a range is told."""
    if scale.unit in ("years", "days"):
        return words.count(language, f"unit.{scale.unit}", number)
    return f"{number} {scale.unit}".rstrip()  # some numbers, such as a score from 0 to 10, have none


def statement(scale: Scale, number: int, value: bool, language: str) -> str:
    """Return a threshold in words, such as "Aged 17 years or over" if it is true."""
    return (scale.at_least if value else scale.under).replace("{n}", amount(scale, number, language))
