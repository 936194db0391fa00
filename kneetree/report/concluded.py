"""Say in facts what followed from the numbers that a person gave: the limits of age and time that counted for them.

A walk turns on many decisions, whose titles are written for authors.  All but the limits of numbers are put together
from what the person said, which is told elsewhere, so nothing else is news to anybody.
"""

from __future__ import annotations

from kneetree.model import scales
from kneetree.model.knowledge import Said
from kneetree.model.scales import Span
from kneetree.walk.walk import Walk


def concluded(walk: Walk) -> tuple[str, ...]:
    """Return for each number the nearest limit below it and above it on which the walk turned without asking.

    Such as "Aged 50 years or over" and "Aged under 55 years".
    """
    lines: list[str] = []
    counted = _limits(walk)
    for key, number in walk.said.items():
        scale = walk.tree.scales.get(key)
        if scale is None or number is None:
            continue
        least, most = _ends(number)
        language, limits = walk.tree.language, counted.get(key, set())
        reached = [limit for limit in limits if limit <= least]
        beyond = [limit for limit in limits if limit > most]
        if reached:
            lines.append(scales.statement(scale, max(reached), True, language))
        if beyond:
            lines.append(scales.statement(scale, min(beyond), False, language))
    return tuple(lines)


def _limits(walk: Walk) -> dict[str, set[int]]:
    """Return by scale the limits of the decisions, and of the questions that were passed."""
    found: dict[str, set[int]] = {}
    for step in walk.path:
        if step.how in ("known", "decided"):
            for finding in walk.tree.asked(step.node).findings:
                limit = scales.threshold_of(finding, walk.tree.scales)
                if limit is not None:
                    found.setdefault(limit.scale, set()).add(limit.number)
    return found


def _ends(number: Said) -> tuple[int, int]:
    """Return the least and the most that a number can be: a range may have been chosen."""
    return (number.least, number.most) if isinstance(number, Span) else (int(number or 0), int(number or 0))
