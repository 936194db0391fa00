"""What the safety rules leave unsaid: hidden exemptions, and findings of which no rule says which way they work."""

from __future__ import annotations

import pytest

from kneetree import checks
from kneetree.model.tree import Exemption, Finding, PathTo, Rule, Tree, Urgency
from kneetree.proof.strength import Strength
from tests import trees


@pytest.fixture
def tree() -> Tree:
    tree = trees.small()
    tree.rules.clear()
    tree.scales |= trees.SCALES
    tree.findings |= {"fever": Finding("You have a fever"), "walks": Finding("You can walk", usual=True)}
    return tree


def found(tree: Tree, code: str) -> dict[str, str]:
    return {one.key: one.message for one in checks.check(tree) if one.code == code}


def given(facts: dict[str, bool], **more: object) -> Rule:
    return Rule(id="r", statement="s", given=facts, urgency_at_least=Urgency.SAME_DAY, **more)


def test_each_fact_at_its_usual_value_is_a_hidden_exemption(tree: Tree) -> None:
    tree.rules["r"] = given({"fever": False, "walks": True, "swelling_calf": True, "age_at_least_60": False})
    assert found(tree, "hidden_exemption") == {
        "r": "The rule leaves people out without saying so: people for whom 'You have a fever' is true; people for "
        "whom 'You can walk' is not true. Name them under the exceptions, with the reason."
    }


@pytest.mark.parametrize(
    "rule",
    [
        given({"fever": True, "walks": False}),
        given({"age_at_least_60": False, "days_at_least_15": True}),
        given({"fever": True}, unless=(Exemption({"walks": True}, "General knowledge."),)),
        Rule(id="r", statement="s", never_lowers={"fever": True}, given={"walks": True}),
    ],
)
def test_unusual_facts_windows_and_named_exemptions_hide_nothing(tree: Tree, rule: Rule) -> None:
    tree.rules["r"] = rule
    assert found(tree, "hidden_exemption") == {}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (given({"fever": True, "walks": False}, unless=(Exemption({"fever": True}, "w"),)), "for everybody whom"),
        (Rule(id="r", statement="s", every_path_to=PathTo(urgency=Urgency.ROUTINE), asks=("fever",)), "No result is"),
        (
            Rule(
                id="r",
                statement="s",
                every_path_to=PathTo(urgency=Urgency.SELF_CARE, urgency_below=Urgency.SELF_CARE),
                questions_at_most=0,
            ),
            "No result is",
        ),
        (Rule(id="r", statement="s", every_path_to=PathTo(conditions=()), questions_at_most=0), "No result is"),
        (Rule(id="r", statement="s", every_path_to=PathTo(urgency=Urgency.SELF_CARE), asks=()), "what has to be asked"),
        (Rule(id="r", statement="s", never_lowers={"fever": True}, below=Urgency.SELF_CARE), "No result is less"),
    ],
)
def test_a_rule_that_says_nothing_is_named(tree: Tree, rule: Rule, said: str) -> None:
    tree.rules["r"] = rule
    assert said in found(tree, "rule_about_nobody")["r"]


@pytest.mark.parametrize(
    "rule",
    [
        given({}),
        given({"fever": True}, unless=(Exemption({"fever": True, "walks": False}, "w"),)),
        Rule(id="r", statement="s", every_path_to=PathTo(), asks=("fever",)),
        Rule(id="r", statement="s", never_lowers={"fever": True}, below=Urgency.ROUTINE),
        Rule(id="r", statement="s", every_path_to=PathTo(urgency=Urgency.SELF_CARE), questions_at_most=0),
    ],
)
def test_a_rule_about_somebody_is_not(tree: Tree, rule: Rule) -> None:
    tree.rules["r"] = rule
    assert found(tree, "rule_about_nobody") == {}


def test_a_blank_reason_settles_no_finding(tree: Tree) -> None:
    tree.findings["walks"] = Finding("You can walk", usual=True, reassures="  ")
    assert "walks" in found(tree, "may_lower")


def test_conditions_without_which_a_rule_holds_are_named(tree: Tree) -> None:
    strong = Strength("r", needless=("fever", "age_at_least_60"))
    tree.rules["r"] = given({"fever": True, "age_at_least_60": True, "walks": False})
    (problem,) = checks.needless_conditions(tree, [strong, Strength("other")])
    assert (problem.code, problem.level, problem.place) == ("needless_condition", "warning", "rule:r")
    assert problem.message == (
        "The rule holds without 'You have a fever', 'Aged 60 years or over' as well. Leave that out: it protects more "
        "people than it says."
    )


def test_each_finding_without_a_direction_is_named(tree: Tree) -> None:
    assert found(tree, "may_lower").keys() == tree.findings.keys()
    assert not any(key in tree.scales or "_at_least_" in key for key in found(tree, "may_lower"))
    tree.findings["walks"] = Finding("You can walk", usual=True, reassures="Nothing is broken.")
    assert "walks" not in found(tree, "may_lower")


@pytest.mark.parametrize(
    ("more", "settles"),
    [
        ({}, True),
        ({"below": Urgency.SAME_DAY}, True),
        ({"below": Urgency.EMERGENCY}, False),
        ({"below": Urgency.WITHIN_DAYS}, False),
        ({"given": {"walks": False}}, False),
    ],
)
def test_only_a_rule_for_everybody_settles_a_finding(tree: Tree, more: dict[str, object], settles: bool) -> None:
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"fever": False}, **more)
    assert ("fever" not in found(tree, "may_lower")) is settles
