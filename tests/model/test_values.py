"""The values of a tree: what they refuse, and what they say of themselves."""

from __future__ import annotations

import pytest
from msgspec import ValidationError, convert

from kneetree.model.tree import Advice, Condition, Finding, Question, Recovery, Scale, Slug, Topic, Urgency, WarningSign
from kneetree.model.values import FURTHEST, can_stand


def question(**given: object) -> Question:
    return Question(**{"topic": Topic.AGE, "text": "?", **given})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "either `finding` or `list`"),
        ({"finding": "a", "lines": ("a", "b")}, "not both"),
        ({"lines": ("a", "b", "a")}, "names a finding twice"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(given: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        question(**given)


def test_what_a_question_asks_about() -> None:
    assert question(lines=("a", "b")).findings == ("a", "b")
    assert question(finding="c").findings == ("c",)
    assert question(finding="c").unsure, "the third answer is there if nothing is said"


def test_the_list_of_a_question_stands_under_that_name_in_a_file() -> None:
    assert convert({"topic": "age", "text": "?", "list": ["a"]}, Question) == question(lines=("a",))


@pytest.mark.parametrize(("least", "most", "refused"), [(0, 120, False), (5, 5, False), (6, 5, True)])
def test_a_scale_goes_from_its_least_to_its_most(least: int, most: int, refused: bool) -> None:
    def make() -> Scale:
        return Scale(text="?", unit="years", least=least, most=most, at_least="{n}", under="{n}")

    if refused:
        with pytest.raises(ValueError, match="`least` is above `most`"):
            make()
    else:
        assert make().unsure


def test_a_finding_is_usually_false_and_does_not_reassure() -> None:
    finding = Finding("It hurts")
    assert (finding.usual, finding.reassures, finding.means) == (False, "", "")


def test_a_recovery_names_all_its_advice() -> None:
    recovery = Recovery("Weeks.", ("rest",), ("bridges", "squats"), ("sprint",))
    assert recovery.advice == ("rest", "bridges", "squats", "sprint")
    assert Condition("Strain").recovery is None


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Finding, {"statement": "So", "unheard": 1}),
        (Advice, {"text": "So", "why": "x"}),
        (WarningSign, {"text": "so", "urgency": "emergency"}),
        (Recovery, {"time": "Weeks", "days": []}),
        (Question, {"topic": "age", "text": "?", "finding": "a", "items": []}),
    ],
)
def test_a_key_that_the_format_does_not_know_is_refused(kind: type, raw: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="unknown field"):
        convert(raw, kind)


@pytest.mark.parametrize("text", ["a", "a_b-c", "calf2", "a--b", "7"])
def test_a_slug(text: str) -> None:
    assert convert(text, Slug) == text


@pytest.mark.parametrize("text", ["", "A", "_a", "a_", "a b", "ä", "a\n", "a" * 101])
def test_what_is_no_slug(text: str) -> None:
    with pytest.raises(ValidationError):
        convert(text, Slug)


def test_urgencies_rank_from_self_care_to_emergency() -> None:
    assert [urgency.rank for urgency in Urgency] == [0, 1, 2, 3, 4]
    assert Urgency.EMERGENCY.rank == 4


@pytest.mark.parametrize("sign", [1, -1])
def test_a_box_stands_as_far_as_a_picture_can_hold_it(sign: int) -> None:
    edge = sign * FURTHEST
    assert can_stand((edge, 0)) and can_stand((0, edge)) and can_stand((edge, edge))
    assert not can_stand((edge + sign, 0))
    assert not can_stand((0, edge + sign))
