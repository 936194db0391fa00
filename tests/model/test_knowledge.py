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


def test_what_contradicts_is_found_among_other_answers_too() -> None:
    known = {"age_at_least_060": True, "days_at_least_7": False}
    new = {"swollen": False, "days_at_least_30": False, "age_at_least_60": False}
    assert knowledge.with_answers(known, new) == {"days_at_least_7": False, **new}
    assert knowledge.with_answers({"age_at_least_060": False}, {"age_at_least_60": True}) == {"age_at_least_60": True}
    assert knowledge.with_answers(known, {"age_at_least_60": True}) == {**known, "age_at_least_60": True}


def test_the_same_number_written_otherwise_is_the_same_age() -> None:
    assert knowledge.value_of("age_at_least_60", {"age_at_least_060": False}) is False
    assert knowledge.value_of("age_at_least_60", {"age_at_least_060": True}) is True


def test_a_reply_to_a_list_leaves_what_is_known() -> None:
    question = trees.ask_items({"two": 2, "one": 1, "other": 1}, 2, "x", "y")
    assert knowledge.reply(question, Answer.YES, {"one": False}) == {"two": True, "other": True}
    assert knowledge.reply(question, Answer.NO, {"one": None}) == {"two": False, "other": False}
    assert knowledge.reply(question, Answer.UNSURE, {}) == {"two": None, "one": None, "other": None}
    assert knowledge.reply(trees.ask("f", "x", "y"), Answer.YES, {}) == {"f": True}


def test_what_is_said_of_a_question() -> None:
    question = trees.ask_items({"two": 2, "age_at_least_40": 1}, 2, "x", "y")
    assert knowledge.said_of(question, {"two": None, "age_at_least_60": True})
    assert not knowledge.said_of(question, {"two": True})
    assert not knowledge.said_of(question, {"age_at_least_40": False})


@pytest.mark.parametrize(
    ("age", "days", "expected"),
    [
        (60, 6, {"age_at_least_60": True, "days_at_least_7": False}),
        (59, 7, {"age_at_least_60": False, "days_at_least_7": True}),
        (None, 7, {"age_at_least_60": None, "days_at_least_7": True}),
        (60.5, None, {"age_at_least_60": True, "days_at_least_7": None}),
    ],
)
def test_the_findings_of_a_person(age: float | None, days: float | None, expected: dict[str, bool | None]) -> None:
    usual = {"age_at_least_60": False, "days_at_least_7": False, "sore": True, "red": False, "hot": False}
    said = {"red": True, "hot": None, "not_wanted": True}
    assert knowledge.person(usual, said, age, days) == {**expected, "sore": True, "red": True, "hot": None}


def test_how_a_question_about_one_finding_is_answered() -> None:
    question = trees.ask("age_at_least_40", "x", "y")
    assert knowledge.outcome(question, {"age_at_least_60": True}) is Answer.YES
    assert knowledge.outcome(question, {"age_at_least_40": False}) is Answer.NO
    assert knowledge.outcome(question, {"age_at_least_40": None}) is Answer.UNSURE
    assert knowledge.outcome(question, {"age_at_least_60": False}) is None
    assert knowledge.answers_for(question, Answer.YES, {}) == {"age_at_least_40": True}
    assert knowledge.answers_for(question, Answer.NO, {}) == {"age_at_least_40": False}


def test_what_was_ticked_counts_when_a_list_shall_come_out_as_yes() -> None:
    question = trees.ask_items({"one": 1, "two": 2, "three": 3}, 4, "x", "y")
    assert knowledge.answers_for(question, Answer.YES, {"one": True}) == {"three": True, "two": False}
    assert knowledge.answers_for(question, Answer.YES, {"three": False}) == {"two": True, "one": True}
    assert knowledge.answers_for(question, Answer.YES, {}, "two") == {"two": True, "three": True, "one": False}
    assert knowledge.answers_for(question, Answer.NO, {"one": True}) == {"three": False, "two": False}
