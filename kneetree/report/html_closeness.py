"""How close the web page is set on paper, so that a browser prints it on two pages as the program does.

A browser cannot be asked how high a text is, so its lines are counted: about as many letters fit a column as in the
mean of English and Spanish.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal

from kneetree.report.first_sentence import parted
from kneetree.report.summary import Summary

Closeness = Literal["wide", "close", "closest"]
_PAGE = 755.0
"""The height of a Letter page in points without its head; A4 has more."""
_SURE, _QUITE_SURE = 0.97, 0.9
"""How much of two pages, and of one, the lines may take by this count, which is not exact."""
_FULL = 1.155
"""How much of two pages the closest setting may take by this count, which is too high for it."""
_COLUMN: dict[Closeness, tuple[float, float]] = {"wide": (53, 11.3), "close": (56, 10.7), "closest": (60, 9.3)}
"""How many letters are on a line of the person's part, and how high it is in points."""


def setting(summary: Summary, foot: float) -> tuple[Closeness, bool]:
    """Return how close a result is set on pages with a foot of ``foot`` points, and whether each part has its own page.

    It is the widest setting in which all of it takes two pages, or else the closest.
    """
    page, clinic = _PAGE - foot, _clinic(summary)
    heights = {close: _person(summary, close) for close in _COLUMN}
    fits = [close for close, person in heights.items() if person + clinic < 2 * page * _SURE]
    close = fits[0] if fits else "closest"
    return close, max(heights[close], clinic) < page * _QUITE_SURE


def needs_narrow_type(summary: Summary, foot: float) -> bool:
    """Return whether even the closest setting takes more than two pages unless its letters are narrow ones."""
    return _person(summary, "closest") + _clinic(summary) > 2 * (_PAGE - foot) * _FULL


def _person(summary: Summary, close: Closeness) -> float:
    letters, leading = _COLUMN[close]
    heading = 2 * leading
    told: list[tuple[str, Sequence[str]]] = [
        ("do", summary.own_do),
        ("avoid", summary.own_avoid),
        ("other_advice", [*summary.other_do, *summary.other_avoid, *("-" for _ in summary.other_avoid[:1])]),
        *((row.heading, row.lines) for row in summary.get_help_if),
        ("changes", summary.would_change),
        ("unknowns", summary.unknown_lines),
    ]
    height = sum((heading + _high(lines, letters, leading) for _, lines in told if lines), 0.0)
    names = [row.both_names for row in summary.conditions]
    sentences = [] if close == "closest" else [parted(row.summary)[0] for row in summary.conditions]
    height += heading + _high([*names, *sentences], letters, leading) + 4 * leading
    if len(summary.leaves) > 1:
        results = [f"{leaf.urgency_word}: {leaf.title}" for leaf in summary.leaves]
        height += heading + 3 * leading + _high(results, letters, leading)
    if summary.recovery:
        lines = [summary.recovery.time, *(line for _, told in summary.recovery.parts for line in told)]
        height += heading * (1 + len(summary.recovery.parts)) + _high(lines, letters * 0.9, leading)
    card = 70 + _high([summary.unsure_note, summary.reason], 2.1 * letters, 11.3)
    return card + 40 + height / 2


def _clinic(summary: Summary) -> float:
    facts, missing = summary.facts, summary.unasked
    listed = [*facts.numbers, *facts.true, *facts.unsure, *missing.named]
    run = sum(len(line) + 3 for line in facts.false) / 43.5 * 9.6 + len(summary.denied) * 9.6
    columns = 45 + _high(listed, 41, 9.6) + run + 4 * 9.6
    path = 20 + math.ceil((len(summary.answers) + len(summary.leaves)) / 5) * 42
    sources = 20 + sum(len(row.citation) + 3 for row in summary.sources) / 130 * 9.6
    about = _high([summary.intended_use, summary.not_for, *summary.authors], 130, 9.6) + 20
    return columns / 3 + 40 + path + sources + about


def _high(lines: Iterable[str], letters: float, leading: float) -> float:
    """Return how high lines are one below the other, with a little between them."""
    return sum((math.ceil(len(line) / letters) * leading + 2 for line in lines if line), 0.0)
