"""The person of a case: numbers and findings in their bounds, and what is usual where nothing is said."""

from __future__ import annotations

import pytest

from kneetree.model.case_numbers import fault_of, numbers_of
from kneetree.model.people import person_of
from kneetree.model.tree import Case, Finding
from tests import trees

SCALES = trees.SCALES


@pytest.mark.parametrize(
    ("case", "path", "told"),
    [
        (Case(id="c", extra={"age": 121}), ("age",), "121 is not a whole number from 0 to 120 years"),
        (Case(id="c", extra={"age": -1}), ("age",), "-1 is not a whole number"),
        (Case(id="c", extra={"age": 60.5}), ("age",), "60.5 is not a whole number"),
        (Case(id="c", extra={"days": True}), ("days",), "true is not a whole number"),
        (Case(id="c", extra={"days": "3"}), ("days",), '"3" is not a whole number'),
        (
            Case(id="c", findings={"age_at_least_60": True}),
            ("findings", "age_at_least_60"),
            "a number or threshold is not allowed here; give the number as `age`",
        ),
    ],
)
def test_what_keeps_a_case_from_being_a_person(case: Case, path: tuple[str, ...], told: str) -> None:
    fault = fault_of(case, SCALES)
    assert fault is not None
    assert fault.path == path
    assert told in fault.reason


@pytest.mark.parametrize(
    "case",
    [
        Case(id="c"),
        Case(id="c", extra={"age": 120, "days": 0}),
        Case(id="c", extra={"age": None}),
        Case(id="c", extra={"weight": "heavy"}),
        Case(id="c", findings={"pulse_at_least_60": True, "f": None}),
    ],
)
def test_a_case_that_is_a_person(case: Case) -> None:
    assert fault_of(case, SCALES) is None


def test_a_number_that_is_not_given_is_not_sure() -> None:
    assert numbers_of(Case(id="c", extra={"age": 0, "weight": 80}), SCALES) == {"age": 0, "days": None}


def test_what_is_not_mentioned_is_usual() -> None:
    tree = trees.make(
        {
            "age": trees.number("age", "list"),
            "list": trees.collect(["walks", "red", "hot", "sore"], "old"),
            "old": trees.decide({"age_at_least_60": 1, "walks": 1}, 2, "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    tree.findings["walks"] = Finding("Walks", usual=True)
    del tree.findings["sore"]
    case = Case(id="c", findings={"red": True, "hot": None}, extra={"age": 60})
    assert person_of(tree, case) == {"walks": True, "red": True, "hot": None, "sore": False, "age": 60}
    assert person_of(tree, Case(id="c", findings={"walks": False})) == {
        "walks": False, "red": False, "hot": False, "sore": False, "age": None,
    }  # fmt: skip
