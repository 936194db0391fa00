"""The values of a tree: what they refuse, and what they say of themselves."""

from __future__ import annotations

import pytest

from kneetree.model.tree import Item, PathTo, Question, Rule, Topic, Urgency
from kneetree.model.values import FURTHEST, can_stand
from tests import trees

ITEMS = (Item("a", "A", 2), Item("b", "B"))


def question(**given: object) -> Question:
    return Question(**{"topic": Topic.AGE, "text": "?", "yes": "x", "no": "y", **given})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "either `finding` or `items`"),
        ({"finding": "a", "items": ITEMS}, "not both"),
        ({"finding": "a", "at_least": 2}, "goes with `items`"),
        ({"items": ITEMS, "at_least": 4}, "more than all points"),
        ({"finding": "a", "no": "x"}, "two different nodes"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(given: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        question(**given)


def test_what_a_question_asks_about_and_leads_to() -> None:
    listed = question(items=ITEMS, at_least=3)
    assert listed.findings == ("a", "b")
    assert question(finding="c").findings == ("c",)
    assert (listed.target("yes"), listed.target("no")) == ("x", "y")


RULE = {
    "given": {"a": True},
    "urgency_at_least": Urgency.ROUTINE,
    "every_path_to": PathTo(),
    "asks": ("a",),
    "questions_at_most": 0,
}


@pytest.mark.parametrize(
    "keys",
    [
        ("given", "urgency_at_least"),
        ("every_path_to", "asks"),
        ("every_path_to", "questions_at_most"),
    ],
)
def test_a_rule_has_one_of_three_forms(keys: tuple[str, ...]) -> None:
    rule = Rule(id="r", statement="So.", **{key: RULE[key] for key in keys})
    assert all(getattr(rule, key) == RULE[key] for key in keys)


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("given",),
        ("urgency_at_least",),
        ("every_path_to",),
        ("asks", "questions_at_most"),
        ("every_path_to", "asks", "questions_at_most"),
        ("given", "urgency_at_least", "asks"),
        ("given", "asks"),
    ],
)
def test_a_rule_in_no_form_or_in_two_is_refused(keys: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="a rule has `given` with"):
        Rule(id="r", statement="So.", **{key: RULE[key] for key in keys})


@pytest.mark.parametrize(
    ("target", "matches"),
    [
        (PathTo(), True),
        (PathTo(conditions=("dvt", "cyst")), True),
        (PathTo(conditions=("strain",)), False),
        (PathTo(conditions=()), False),
        (PathTo(urgency=Urgency.SAME_DAY), True),
        (PathTo(urgency=Urgency.ROUTINE), False),
        (PathTo(urgency_below=Urgency.EMERGENCY), True),
        (PathTo(urgency_below=Urgency.SAME_DAY), False),
        (PathTo(urgency_below=Urgency.ROUTINE), False),
        (PathTo(conditions=("dvt",), urgency=Urgency.ROUTINE), False),
        (PathTo(conditions=("strain",), urgency=Urgency.SAME_DAY), False),
        (PathTo(conditions=("dvt",), urgency=Urgency.SAME_DAY, urgency_below=Urgency.SAME_DAY), False),
        (PathTo(conditions=("dvt",), urgency=Urgency.SAME_DAY, urgency_below=Urgency.EMERGENCY), True),
    ],
)
def test_every_key_of_a_target_must_match(target: PathTo, matches: bool) -> None:
    assert target.matches(trees.leaf("same_day", "dvt", also=("strain",))) is matches


def test_urgencies_rank_from_self_care_to_emergency() -> None:
    assert [urgency.rank for urgency in Urgency] == [0, 1, 2, 3, 4]
    assert Urgency.EMERGENCY.rank == 4


def test_a_leaf_names_the_most_likely_condition_first() -> None:
    assert trees.leaf(condition="dvt", also=("strain", "cyst")).conditions == ("dvt", "strain", "cyst")


@pytest.mark.parametrize("sign", [1, -1])
def test_a_box_stands_as_far_as_a_picture_can_hold_it(sign: int) -> None:
    edge = sign * FURTHEST
    assert can_stand((edge, 0)) and can_stand((0, edge)) and can_stand((edge, edge))
    assert not can_stand((edge + sign, 0))
    assert not can_stand((0, edge + sign))
