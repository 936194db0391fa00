"""Ages and times: thresholds such as ``age_at_least_60`` and what they say of one another.

Whoever is at least 60 is at least 40 too, and whoever is younger than 40 is not 60: thresholds of one scale imply one
another.  This is the only module that takes the id of a threshold apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

SCALES = ("age", "days")
"""Age in years; days since the pain began."""

_THRESHOLD = re.compile(rf"({'|'.join(SCALES)})_at_least_(\d{{1,9}})", re.ASCII)


class Threshold(NamedTuple):
    """That a measure reaches ``number``: years for the scale ``age``, days for ``days``."""

    scale: str
    number: int


@lru_cache(maxsize=4096)
def threshold(finding: str) -> Threshold | None:
    """Return what a finding such as ``age_at_least_60`` says; ``None`` for a finding that is not a threshold."""
    found = _THRESHOLD.fullmatch(finding)
    return Threshold(found.group(1), int(found.group(2))) if found else None


def implied(findings: Iterable[str], value: bool, number: Threshold) -> list[str]:
    """Return those of ``findings`` that have ``value`` too, once the threshold ``number`` has it."""
    return [
        finding
        for finding in findings
        if (limit := threshold(finding))
        and limit.scale == number.scale
        and (limit.number <= number.number if value else limit.number >= number.number)
    ]


def told_by(bits: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """For each finding, combine the bits of all findings that its Yes makes true, and of all that its No makes false.

    ``bits`` gives the bit of each finding; a finding that is not a threshold tells of itself alone.
    """
    yes, no = dict(bits), dict(bits)
    for finding in bits:
        limit = threshold(finding)
        if limit is not None:
            yes[finding] = sum(bits[other] for other in implied(bits, True, limit))
            no[finding] = sum(bits[other] for other in implied(bits, False, limit))
    return yes, no
