"""What is known of a finding, and what follows from it."""

from __future__ import annotations

import pytest

from kneetree.model import knowledge, scales
from kneetree.model.knowledge import UNKNOWN
from kneetree.model.tree import Answer
from tests import trees


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        ("age_at_least_60", ("age", 60)),
        ("days_at_least_0", ("days", 0)),
        ("age_at_least_060", ("age", 60)),
        ("age_at_least_", None),
        ("age_at_least_x", None),
        ("age_at_least_-1", None),
        ("age_at_least_٣", None),
        ("weeks_at_least_3", None),
        ("not_age_at_least_3", None),
        ("swelling", None),
    ],
)
def test_thresholds(finding: str, expected: tuple[str, int] | None) -> None:
    assert scales.threshold(finding) == expected


@pytest.mark.parametrize(
    ("finding", "answers", "expected"),
    [
        ("a", {}, UNKNOWN),
        ("a", {"a": None}, None),
        ("a", {"a": False}, False),
        ("age_at_least_40", {"age_at_least_60": True}, True),
        ("age_at_least_60", {"age_at_least_40": False}, False),
        ("age_at_least_60", {"age_at_least_40": True}, UNKNOWN),
        ("age_at_least_40", {"age_at_least_60": False}, UNKNOWN),
        ("age_at_least_40", {"age_at_least_60": None}, UNKNOWN),
        ("age_at_least_40", {"age_at_least_40": None, "age_at_least_60": True}, None),
        ("days_at_least_40", {"age_at_least_60": True}, UNKNOWN),
        ("age_at_least_0", {}, True),
    ],
)
def test_what_is_known(finding: str, answers: dict[str, bool | None], expected: object) -> None:
    assert knowledge.value_of(finding, answers) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, None),
        ({"two": True}, Answer.YES),
        ({"one": True}, None),
        ({"one": True, "other": True}, Answer.YES),
        ({"two": False, "one": False}, Answer.NO),
        ({"two": False, "one": True, "other": None}, Answer.UNSURE),
        ({"two": None, "one": False, "other": False}, Answer.UNSURE),
        ({"two": None}, None),
        ({"two": None, "one": True, "other": True}, Answer.YES),
    ],
)
def test_lists_count_points(answers: dict[str, bool | None], expected: Answer | None) -> None:
    question = trees.ask_items({"two": 2, "one": 1, "other": 1}, 2, "x", "y")
    assert knowledge.outcome(question, answers) is expected


def test_a_new_answer_drops_what_contradicts_it() -> None:
    known = {"age_at_least_40": True, "age_at_least_60": True, "days_at_least_7": True, "a": False}
    assert knowledge.with_answers(known, {"age_at_least_50": False}) == {
        "age_at_least_40": True,
        "days_at_least_7": True,
        "a": False,
        "age_at_least_50": False,
    }
    assert knowledge.with_answers({"age_at_least_40": False}, {"age_at_least_60": True}) == {"age_at_least_60": True}
    assert knowledge.with_answers({"age_at_least_40": False}, {"age_at_least_60": None}) == {"age_at_least_60": None}
    assert knowledge.with_answers({"age_at_least_40": None}, {"age_at_least_60": True}) == {
        "age_at_least_40": None,
        "age_at_least_60": True,
    }


def test_as_few_items_as_it_takes() -> None:
    question = trees.ask_items({"two": 2, "one": 1, "other": 1}, 2, "x", "y")
    assert knowledge.answers_for(question, Answer.YES, {}) == {"two": True, "one": False, "other": False}
    assert knowledge.answers_for(question, Answer.YES, {}, "one") == {"one": True, "two": True, "other": False}
    assert knowledge.answers_for(question, Answer.YES, {"one": True}, "other") == {"other": True, "two": False}
    assert not any(knowledge.answers_for(question, Answer.NO, {}).values())
