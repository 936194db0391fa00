"""Ages and times: thresholds such as ``age_at_least_60`` and what they say about one another.

A person aged at least 60 is also aged at least 40, and one younger than 40 is not yet 60: thresholds of one scale
imply one another.  This is the only module that takes the id of a threshold apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

SCALES = ("age", "days")
"""The scales of thresholds: age in years, and days since the pain began."""

_THRESHOLD = re.compile(rf"({'|'.join(SCALES)})_at_least_(\d{{1,9}})", re.ASCII)


class Threshold(NamedTuple):
    """The statement that a measure is at least ``number``: in years on the scale ``age``, in days on ``days``."""

    scale: str
    number: int


@lru_cache(maxsize=4096)
def threshold(finding: str) -> Threshold | None:
    """Return the threshold that a finding such as ``age_at_least_60`` states, or ``None`` if it states none."""
    found = _THRESHOLD.fullmatch(finding)
    return Threshold(found.group(1), int(found.group(2))) if found else None


def says(known: Threshold, value: bool, other: Threshold) -> bool | None:
    """Return what a threshold that is ``value`` says of another one; ``None`` if it says nothing of it."""
    if known.scale != other.scale:
        return None
    if value:
        return True if other.number <= known.number else None
    return False if other.number >= known.number else None


def implied(findings: Iterable[str], value: bool, number: Threshold) -> list[str]:
    """Return those of ``findings`` that must have ``value`` too once the threshold ``number`` has it."""
    return [finding for finding in findings if (limit := threshold(finding)) and says(number, value, limit) is not None]


def told_by(bits: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return, for each finding, the bits of all findings that its Yes makes true, and of all that its No makes false.

    ``bits`` gives the bit of each finding.  A finding that is not a threshold decides only itself.
    """
    yes, no = dict(bits), dict(bits)
    for finding in bits:
        limit = threshold(finding)
        if limit is not None:
            yes[finding] = sum(bits[other] for other in implied(bits, True, limit))
            no[finding] = sum(bits[other] for other in implied(bits, False, limit))
    return yes, no
