"""Numbers about a person and their thresholds: what is one, and what each says of the others."""

from __future__ import annotations

import copy
import json
import pickle
from itertools import product
from pathlib import Path

import pytest

import kneetree
from kneetree.model import scales
from kneetree.model.scales import Threshold, threshold, threshold_of, told_by
from kneetree.model.tree import Scale
from tests.trees import SCALES

FINDINGS = ("age_at_least_40", "age_at_least_60", "days_at_least_40", "fever")
PULSE = Scale(text="?", unit="beats", least=30, most=250, at_least="{n} or more", under="Under {n}")


@pytest.mark.parametrize(
    "finding",
    [
        "fever", "age", "age_at_least_", "age_at_least_x", "age_at_least_²", "age_at_least_٣", "age_at_least_0",
        "age_at_least_060", "age_at_least_-1", "age_at_least_6.5", "age_at_least_1234567890", "_at_least_5",
    ],
)  # fmt: skip
def test_other_ids_are_no_thresholds(finding: str) -> None:
    assert threshold(finding) is None


def test_a_threshold_has_a_scale_and_a_number() -> None:
    assert threshold("days_at_least_14") == Threshold("days", 14)
    assert threshold("blood_sugar_at_least_7") == Threshold("blood_sugar", 7), "an author's own scale"
    assert scales.id_of(Threshold("days", 14)) == "days_at_least_14"


@pytest.mark.parametrize(
    ("finding", "is_one"),
    [
        ("pulse_at_least_30", False),
        ("pulse_at_least_31", True),
        ("pulse_at_least_250", True),
        ("pulse_at_least_251", False),
        ("weight_at_least_60", False),
        ("pulse", False),
    ],
)
def test_a_threshold_lies_above_the_least_and_up_to_the_most(finding: str, is_one: bool) -> None:
    assert (threshold_of(finding, {"pulse": PULSE}) is not None) is is_one


@pytest.mark.parametrize(
    ("number", "is_in"),
    [(29, False), (30, True), (250, True), (251, False), (60.0, False), (True, False), ("60", False), (None, False)],
)
def test_a_number_is_whole_and_in_its_bounds(number: object, is_in: bool) -> None:
    assert scales.is_in(PULSE, number) is is_in


def test_what_a_threshold_says_of_others_holds_for_every_number() -> None:
    limits = [Threshold("age", 40), Threshold("age", 60), Threshold("days", 40)]
    people = [{"age": age, "days": days} for age in range(0, 80, 10) for days in range(0, 80, 10)]
    for known, value, other in product(limits, (True, False), limits):
        alike = [person for person in people if (person[known.scale] >= known.number) is value]
        found = {person[other.scale] >= other.number for person in alike}
        assert scales.says(known, value, other) is (next(iter(found)) if len(found) == 1 else None)


def test_bits_are_told_together_along_a_scale() -> None:
    yes, no = told_by({finding: 1 << place for place, finding in enumerate(FINDINGS)}, SCALES)
    assert yes == {"age_at_least_40": 0b0001, "age_at_least_60": 0b0011, "days_at_least_40": 0b0100, "fever": 0b1000}
    assert no == {"age_at_least_40": 0b0011, "age_at_least_60": 0b0010, "days_at_least_40": 0b0100, "fever": 0b1000}


def test_where_the_numbers_of_a_scale_are_cut() -> None:
    found = scales.cuts(["age_at_least_60", "fever", "age_at_least_17", "age_at_least_60", "pulse_at_least_40"], SCALES)
    assert found == {"age": [17, 60], "days": []}


@pytest.mark.parametrize(
    ("amount", "unit", "days"),
    [
        (5, "days", 5), (2, "weeks", 14), (3, "years", 1095), (0, "months", 0), (1, "months", 30), (2, "months", 60),
        (3, "months", 91), (6, "months", 182), (12, "months", 365), (24, "months", 730),
    ],
)  # fmt: skip
def test_how_many_days_a_time_has(amount: int, unit: str, days: int) -> None:
    assert scales.days(amount, unit) == days


@pytest.mark.parametrize(
    ("scale", "number", "language", "words"),
    [
        (SCALES["age"], 17, "en", "17 years"),
        (SCALES["age"], 1, "en", "1 year"),
        (SCALES["days"], 1, "en", "1 day"),
        (SCALES["days"], 14, "es", "2 semanas"),
        (PULSE, 90, "en", "90 beats"),
        (PULSE, 1, "es", "1 beats"),
    ],
)
def test_a_number_is_said_with_its_unit(scale: Scale, number: int, language: str, words: str) -> None:
    assert scales.amount(scale, number, language) == words
    assert scales.statement(PULSE, 90, True, "en") == "90 beats or more"
    assert scales.statement(PULSE, 90, False, "en") == "Under 90 beats"


def test_ids_of_thresholds_are_taken_apart_in_one_module() -> None:
    package = Path(kneetree.__file__).parent
    takes_apart = ("re.compile", "split(", "partition(", "removeprefix(", "removesuffix(", "find(", "index(")
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if "_at_least_" in line and any(how in line for how in takes_apart)
    }
    assert found == {"model/scales.py"}


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (scales.Time(3, "weeks"), "3 weeks"),
        (scales.Time(14, "days"), "14 days"),
        (scales.Time(2, "months"), "2 months"),
        (scales.Time(12, "months"), "12 months"),
        (scales.Time(1, "years"), "1 year"),
        (0, "0 days"),
        (1, "1 day"),
        (21, "3 weeks"),
        (30, "30 days"),
        (365, "1 year"),
    ],
)
def test_a_time_is_told_as_it_was_said_or_in_the_largest_unit_that_divides_it(number: int, told: str) -> None:
    assert scales.amount(SCALES["days"], number, "en") == told
    assert scales.amount_in_unit(SCALES["days"], 36500, "en") == "36500 days", "a range stays in one unit"


def test_a_time_is_the_number_of_its_days_and_survives_a_copy() -> None:
    time = scales.Time(2, "months")
    assert (time, copy.deepcopy(time).unit, copy.deepcopy(time).amount) == (60, "months", 2)


@pytest.mark.parametrize(
    ("scale", "least", "most", "english", "spanish"),
    [
        ("age", 0, 16, "under 17 years", "menos de 17 años"),
        ("age", 17, 24, "17 to 24 years", "de 17 a 24 años"),
        ("age", 8, 8, "8 years", "8 años"),
        ("age", 60, 120, "60 years or more", "60 años o más"),
        ("days", 0, 4, "under 5 days", "menos de 5 días"),
        ("days", 7, 13, "7 to 13 days", "de 7 a 13 días"),
        ("days", 14, 14, "2 weeks", "2 semanas"),
        ("days", 15, 41, "over 2 and under 6 weeks", "más de 2 y menos de 6 semanas"),
        ("days", 14, 41, "at least 2 and under 6 weeks", "como mínimo 2 y menos de 6 semanas"),
        ("days", 84, 89, "12 weeks, not yet 3 months", "12 semanas, todavía no 3 meses"),
        ("days", 90, 91, "3 months", "3 meses"),
        ("days", 92, 364, "over 3 months and under 1 year", "más de 3 meses y menos de 1 año"),
        ("days", 365, 36500, "1 year or more", "1 año o más"),
    ],
)
def test_a_range_is_told_as_a_range(scale: str, least: int, most: int, english: str, spanish: str) -> None:
    span = scales.Span(least, most)
    assert scales.amount(SCALES[scale], span, "en") == english
    assert scales.amount(SCALES[scale], span, "es") == spanish


def test_a_range_is_a_number_in_it_and_survives_a_copy() -> None:
    span = scales.Span(17, 24)
    assert (span, json.dumps(span)) == (20, "20")
    for same in (copy.deepcopy(span), pickle.loads(pickle.dumps(span))):
        assert (same, same.least, same.most) == (20, 17, 24)
    assert scales.Span(60, 120, 60) == 60
