"""A rule in words says all that the rule says: every finding, limit, exemption and level, and no word of the file."""

from __future__ import annotations

import random
import re

import pytest
from msgspec import structs

from kneetree import words
from kneetree.model.scales import threshold_of
from kneetree.model.tree import About, Condition, Exemption, Finding, PathTo, Rule, Tree, Urgency
from kneetree.report.rule_words import rule_texts, rule_words
from tests import trees
from tests.proof import small_trees

FILE_WORDS = "_at_least_|never_lowers|urgency_|every_path|unless|same_day|within_days|self_care|True|False|None"


@pytest.fixture
def tree() -> Tree:
    tree = trees.small()
    tree.about = About(call="999")
    tree.scales |= trees.SCALES
    tree.findings |= {
        "swelling": Finding("One calf is bigger than the other."),
        "walks": Finding("You can walk", usual=True),
        "fever": Finding("You have a fever"),
    }
    tree.conditions["strain"] = Condition("Strain of a muscle", "A pulled muscle")
    tree.conditions["cyst"] = Condition("Popliteal cyst", "A cyst")
    return tree


def given(facts: dict[str, bool], level: str = "same_day", *unless: Exemption) -> Rule:
    return Rule(id="r", statement="s", given=facts, urgency_at_least=Urgency(level), unless=unless)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            given({"fever": False, "swelling": True, "age_at_least_40": False, "age_at_least_17": True}),
            "If “One calf is bigger than the other” and “Aged 17 years or over and under 40 years” are true and “You "
            "have a fever” is not true, the result is never less urgent than “Get medical care today”.",
        ),
        (
            given(
                {},
                "emergency",
                Exemption({"swelling": False, "walks": False}, "Nobody is ill."),
                Exemption({"walks": True}, ""),
            ),
            "Whatever is true of a person, the result is never less urgent than “Call 999 now”. "
            "This does not apply if none of these is true: “One calf is bigger than the other” and “You can walk”. "
            "The reason: Nobody is ill. This does not apply if “You can walk” is true. No reason is given.",
        ),
        (
            given(
                {
                    "days_at_least_15": True,
                    "days_at_least_30": True,
                    "days_at_least_60": False,
                    "days_at_least_90": False,
                }
            ),
            "If “Started 30 days or more ago and less than 60 days ago” is true, the result is never less urgent than "
            "“Get medical care today”.",
        ),
        (
            Rule(
                id="r",
                statement="s",
                every_path_to=PathTo(conditions=("strain", "cyst"), urgency_below=Urgency.SAME_DAY),
                asks=("fever", "age_at_least_60", "age", "age_at_least_17"),
            ),
            "Nobody gets a result that names “A pulled muscle” or “A cyst” first and is less urgent than “Get medical "
            "care today” without having been asked about all of these: “You have a fever” and “How old are you?”.",
        ),
        (
            Rule(id="r", statement="s", every_path_to=PathTo(), asks=("fever",)),
            "Nobody gets any result without having been asked about “You have a fever”.",
        ),
        (
            Rule(id="r", statement="s", every_path_to=PathTo(urgency=Urgency.EMERGENCY), questions_at_most=4),
            "Nobody who gets a result that says “Call 999 now” is asked more than 4 questions.",
        ),
        (
            Rule(id="r", statement="s", every_path_to=PathTo(), questions_at_most=1),
            "Nobody who gets any result is asked more than 1 question.",
        ),
        (
            Rule(id="r", statement="s", never_lowers={"fever": True}),
            "All else being equal, this never makes the result less urgent: “You have a fever”.",
        ),
        (
            Rule(
                id="r",
                statement="s",
                never_lowers={"fever": True, "walks": False, "age_at_least_60": False},
                below=Urgency.SAME_DAY,
                given={"swelling": True},
            ),
            "All else being equal, none of these alone takes the result from “Get medical care today” or above to "
            "something less urgent: “You have a fever”, not “You can walk” and “Aged under 60 years”. "
            "This is promised only if “One calf is bigger than the other” is true.",
        ),
    ],
)
def test_each_form_in_words(tree: Tree, rule: Rule, told: str) -> None:
    assert rule_words(tree, rule) == told


def test_the_words_are_in_the_language_of_the_tree(tree: Tree) -> None:
    tree.language = "es"
    rule = given({"fever": True, "walks": False}, "same_day", Exemption({"swelling": True}, "Ya antes."))
    assert rule_words(tree, rule) == (
        "Si se cumple «You have a fever» y no se cumple «You can walk», el resultado nunca es menos urgente que "
        "«Busque atención médica hoy». Esto no vale si se cumple «One calf is bigger than the other». "
        "El motivo: Ya antes."
    )


def test_a_window_repeats_what_the_words_of_a_scale_do_not_share(tree: Tree) -> None:
    tree.scales["age"] = structs.replace(tree.scales["age"], at_least="{n} or more", under="Less than {n}")
    told = rule_words(tree, given({"age_at_least_17": True, "age_at_least_40": False}))
    assert "“17 years or more and less than 40 years”" in told


def test_an_authors_statement_stands_first_and_never_twice(tree: Tree) -> None:
    rule = given({"fever": True})
    own = rule_words(tree, rule)
    assert rule_texts(tree, structs.replace(rule, statement="A fever is for today.\n")) == (
        "A fever is for today.",
        own,
    )
    assert rule_texts(tree, structs.replace(rule, statement=own)) == (own,)
    assert rule_texts(tree, structs.replace(rule, statement="")) == (own,)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.seeds(100)
def test_nothing_of_a_rule_is_left_out(language: str, seed: int) -> None:
    dice = random.Random(seed)
    tree = small_trees.random_tree(dice)
    rules = small_trees.random_rules(dice, tree)
    tree.language = language
    tree.findings = {
        name: Finding(f"Fact no. {at} is so") for at, name in enumerate([*small_trees.PLAIN, "never_asked"])
    }
    tree.conditions = {name: Condition(f"Illness no. {at}") for at, name in enumerate(small_trees.CONDITIONS)}
    for rule in rules:
        told = rule_words(tree, rule)
        for text in _texts(tree, rule):
            assert text in told, f"{rule}\n{told}"
        assert not re.search(rf"{FILE_WORDS}|\b[f][0-3]\b|never_asked|\bdvt\b|\br\d+\b", told), told
        sentence = told.split(" This does not apply" if language == "en" else " Esto no vale")
        assert len(sentence) - 1 == len(rule.unless)


def _texts(tree: Tree, rule: Rule) -> list[str]:
    """Return all that the words of a rule must contain."""
    levels = [level for level in (rule.urgency_at_least, rule.below) if level]
    which = rule.every_path_to or PathTo()
    levels += [level for level in (which.urgency, which.urgency_below) if level]
    texts = [words.urgency(tree.language, level) for level in levels]
    texts += [tree.conditions[name].name for name in which.conditions or ()]
    texts += [f"{rule.questions_at_most} "] if rule.questions_at_most is not None else []
    for facts in (rule.given or {}, *[exemption.given for exemption in rule.unless]):
        limits = {limit: value for name, value in facts.items() if (limit := threshold_of(name, tree.scales))}
        texts += [tree.findings[name].statement for name in facts if name in tree.findings]
        for scale in {limit.scale for limit in limits}:
            least = [limit.number for limit, value in limits.items() if limit.scale == scale and value]
            under = [limit.number for limit, value in limits.items() if limit.scale == scale and not value]
            texts += [f"{max(least)} points"] if least else []
            texts += [f"< {min(under)} points"] if under else []
    for name, value in (rule.never_lowers or {}).items():
        texts.append(tree.statement(name, value))
    for name in rule.asks or ():
        limit = threshold_of(name, tree.scales)
        scale = limit.scale if limit else name
        texts.append(tree.scales[scale].text if scale in tree.scales else tree.findings[name].statement)
    return [*texts, *[exemption.why for exemption in rule.unless]]
