"""Say in facts what followed from the numbers that a person gave: the limits of age and time that counted for them.

A walk turns on many decisions, whose titles are written for authors.  All but the limits of numbers are put together
from what the person said, which is told elsewhere, so nothing else is news to anybody.
"""

from __future__ import annotations

from kneetree.model import scales
from kneetree.model.scales import Span
from kneetree.walk.walk import Walk


def concluded(walk: Walk) -> tuple[str, ...]:
    """Return for each number the nearest limit below it and above it on which the walk turned without asking.

    A person of 52 may be told "Aged 50 years or over" and "Aged under 55 years".
    """
    tree = walk.tree
    turned = [tree.asked(step.node) for step in walk.path if step.how in ("known", "decided")]
    limits = scales.cuts((finding for asked in turned for finding in asked.findings), tree.scales)
    lines: list[str] = []
    for key, number in walk.said.items():
        if key not in limits or number is None:
            continue
        # A range may have been chosen.
        least, most = (number.least, number.most) if isinstance(number, Span) else (number, number)
        scale, language = tree.scales[key], tree.language
        lines += [scales.statement(scale, limit, True, language) for limit in limits[key] if limit <= least][-1:]
        lines += [scales.statement(scale, limit, False, language) for limit in limits[key] if limit > most][:1]
    return tuple(lines)
