"""Safety rules: the forms that they have, whom they are about, and what they name."""

from __future__ import annotations

import pytest

from kneetree.model.tree import Exemption, PathTo, Rule, Urgency
from tests import trees

RULE = {
    "given": {"a": True},
    "urgency_at_least": Urgency.ROUTINE,
    "every_path_to": PathTo(),
    "asks": ("a",),
    "questions_at_most": 0,
    "never_lowers": {"b": True},
    "below": Urgency.SAME_DAY,
}


def made(*keys: str) -> Rule:
    return Rule(id="r", statement="So.", **{key: RULE[key] for key in keys})


@pytest.mark.parametrize(
    "keys",
    [
        ("given", "urgency_at_least"),
        ("every_path_to", "asks"),
        ("every_path_to", "questions_at_most"),
        ("never_lowers",),
        ("never_lowers", "below"),
        ("never_lowers", "given"),
        ("never_lowers", "below", "given"),
    ],
)
def test_a_rule_has_one_of_four_forms(keys: tuple[str, ...]) -> None:
    rule = made(*keys)
    assert all(getattr(rule, key) == RULE[key] for key in keys)


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("given",),
        ("urgency_at_least",),
        ("every_path_to",),
        ("below",),
        ("asks", "questions_at_most"),
        ("every_path_to", "asks", "questions_at_most"),
        ("given", "urgency_at_least", "asks"),
        ("given", "urgency_at_least", "below"),
        ("given", "asks"),
        ("never_lowers", "urgency_at_least"),
        ("never_lowers", "given", "urgency_at_least"),
        ("never_lowers", "every_path_to", "asks"),
    ],
)
def test_a_rule_in_no_form_or_in_two_is_refused(keys: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"a rule has `given` with|goes with `below` and `given` only"):
        made(*keys)


def test_a_rule_that_lowers_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="names at least one finding"):
        Rule(id="r", statement="So.", never_lowers={})


def test_what_is_given_may_not_be_what_never_lowers() -> None:
    with pytest.raises(ValueError, match="both name `b`"):
        Rule(id="r", statement="So.", never_lowers={"b": True, "a": True}, given={"b": False})


def test_an_exemption_names_a_value_and_goes_with_an_urgency() -> None:
    unless = (Exemption({"c": True}, "It is old."),)
    rule = Rule(id="r", statement="So.", given={"a": True}, urgency_at_least=Urgency.ROUTINE, unless=unless)
    assert rule.unless == unless
    with pytest.raises(ValueError, match="at least one finding under `given`"):
        Exemption({}, "It is old.")
    with pytest.raises(ValueError, match="`unless` goes with"):
        Rule(id="r", statement="So.", every_path_to=PathTo(), asks=("a",), unless=unless)
    with pytest.raises(ValueError, match="`unless` goes with"):
        Rule(id="r", statement="So.", never_lowers={"a": True}, unless=unless)


def test_what_a_rule_names_is_named_once() -> None:
    unless = (Exemption({"c": True, "a": False}, "It is old."), Exemption({"d": True}, "It is known."))
    rule = Rule(id="r", statement="So.", given={"a": True}, urgency_at_least=Urgency.ROUTINE, unless=unless)
    assert rule.findings == ("a", "c", "d")
    assert made("every_path_to", "asks").findings == ("a",)
    assert made("never_lowers", "given").findings == ("a", "b")


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
