"""Thresholds of age and time: what is one, and what each says of the others."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

import kneetree
from kneetree import edits
from kneetree.model.scales import implied, threshold, told_by
from tests.trees import small

FINDINGS = ("age_at_least_40", "age_at_least_60", "days_at_least_40", "fever")


@pytest.mark.parametrize(
    "finding",
    [
        "fever",
        "age",
        "age_at_least_",
        "age_at_least_x",
        "age_at_least_²",
        "age_at_least_1234567890",
        "xage_at_least_5",
    ],
)
def test_other_findings_are_no_thresholds(finding: str) -> None:
    assert threshold(finding) is None


def test_a_threshold_has_a_scale_and_a_number() -> None:
    found = threshold("days_at_least_14")
    assert found is not None
    assert (found.scale, found.number) == ("days", 14)


def test_what_a_threshold_says_of_others_holds_for_every_measure() -> None:
    limits = {finding: limit for finding in FINDINGS if (limit := threshold(finding))}
    for (finding, limit), value in product(limits.items(), (True, False)):
        people = [
            {other: measures[known.scale] >= known.number for other, known in limits.items()}
            for measures in ({"age": age, "days": days} for age in range(0, 80, 10) for days in range(0, 80, 10))
        ]
        alike = [person for person in people if person[finding] is value]
        expected = [other for other in limits if all(person[other] is value for person in alike)]
        assert implied(FINDINGS, value, limit) == expected


def test_bits_are_told_together_along_a_scale() -> None:
    yes, no = told_by({finding: 1 << place for place, finding in enumerate(FINDINGS)})
    assert yes == {"age_at_least_40": 0b0001, "age_at_least_60": 0b0011, "days_at_least_40": 0b0100, "fever": 0b1000}
    assert no == {"age_at_least_40": 0b0011, "age_at_least_60": 0b0010, "days_at_least_40": 0b0100, "fever": 0b1000}


def test_a_recorded_walk_keeps_a_finding_that_only_looks_like_a_threshold() -> None:
    tree = small()
    change = edits.record_walk(tree, {"age_at_least_1234567890": True}, [next(key for key, _ in tree.leaves())])
    case = next(part.after for part in change.parts if part.part == "case")
    assert (case.age, case.findings) == (None, {"age_at_least_1234567890": True})


def test_ids_of_thresholds_are_taken_apart_in_one_module() -> None:
    package = Path(kneetree.__file__).parent
    found = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if "_at_least_" in line and not line.lstrip().startswith("#") and '"given"' not in line and "``" not in line
    }
    assert found == {"model/scales.py"}
