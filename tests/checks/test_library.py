"""Entries of the library that nothing uses, that say nothing, or that say the same twice."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import checks
from kneetree.checks import library
from kneetree.model.tree import (
    Advice,
    Condition,
    Decision,
    Finding,
    Question,
    QuestionNode,
    Source,
    Topic,
    Tree,
    WarningSign,
)
from tests import trees


def found(tree: Tree, code: str) -> set[str | None]:
    return {one.place for one in checks.check(tree) if one.code == code}


def test_what_nothing_uses_is_named_in_every_part_of_the_library() -> None:
    tree = trees.small()
    assert found(tree, "unused") == set()
    tree.pictures["idle"] = "<svg/>"
    tree.scales["pulse"] = trees.SCALES["age"]
    tree.findings["idle"] = Finding("It is idle")
    tree.sources["idle"] = Source("Idle")
    tree.conditions["idle"] = Condition("Idle")
    tree.questions["idle"] = Question(topic=Topic.AGE, text="Idle?", finding="pill")
    tree.advice["idle"] = Advice("Idle.")
    tree.warnings["idle"] = WarningSign("it is idle")
    parts = ("picture", "finding", "source", "condition", "question", "advice", "warning")
    assert found(tree, "unused") == {"scale:pulse"} | {f"{part}:idle" for part in parts}


def test_a_scale_is_used_where_its_threshold_is() -> None:
    tree = trees.make(
        {
            "q": trees.ask("f", "old", "home"),
            "old": trees.decide({"age_at_least_60": 1}, 1, "soon", "home"),
            "soon": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )
    assert "age" in tree.scales
    assert found(tree, "unused") == set()


@pytest.mark.parametrize(
    ("part", "key", "field"),
    [
        ("finding", "swelling_calf", "statement"),
        ("finding", "pill", "statement"),
        ("question", "swelling_calf", "text"),
        ("advice", "rest", "text"),
        ("warning", "worse", "text"),
        ("condition", "dvt", "name"),
    ],
)
def test_a_text_that_people_read_is_written(part: str, key: str, field: str) -> None:
    tree = trees.small()
    assert found(tree, "not_written") == set()
    values = tree.parts[part]
    values[key] = structs.replace(values[key], **{field: "  "})
    assert found(tree, "not_written") == {f"{part}:{key}"}
    values["idle"] = values[key]
    assert found(tree, "not_written") == {f"{part}:{key}"}, "nobody reads what nothing uses"


def test_a_threshold_needs_no_description() -> None:
    tree = trees.make({"q": trees.number("age", "end"), "end": trees.leaf()})
    tree.findings["age_at_least_60"] = Finding("Old")
    tree.findings["days_at_least_60"] = Finding("Long ago")
    assert found(tree, "described_threshold") == {"finding:age_at_least_60"}, "there is no scale of days here"


@pytest.mark.parametrize(
    ("part", "first", "second"),
    [
        ("finding", Finding("One calf is bigger than the other"), Finding("One calf bigger than the other.")),
        ("advice", Advice("Rest the leg."), Advice("Rest your leg")),
        ("warning", WarningSign("you become short of breath"), WarningSign("You become short of breath!")),
    ],
)
def test_two_wordings_of_one_thing_are_named_at_the_second(part: str, first: object, second: object) -> None:
    tree = trees.small()
    tree.parts[part].update(one=first, two=second)
    assert found(tree, "same_wording") == {f"{part}:two"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Put weight on the leg.", "Do not put weight on the leg."),
        ("Take it with food.", "Take it without food."),
        ("Wait 2 days.", "Wait 3 days."),
        ("It is 2.5 cm wide.", "It is 25 cm wide."),
        ("So it is.", "It is."),
    ],
)
def test_what_says_something_else_is_left_alone(first: str, second: str) -> None:
    tree = trees.small()
    tree.advice.update(one=Advice(first), two=Advice(second))
    assert found(tree, "same_wording") == set()


def test_only_small_words_are_compared_as_they_are() -> None:
    assert library.essence("It is so.", frozenset({"it", "is", "so"})) == ("it", "is", "so")
    assert library.essence("It is red.", frozenset({"it", "is"})) == ("red",)


def test_words_that_deny_are_never_small() -> None:
    for words in library._SMALL.values():
        assert not {"no", "not", "never", "without", "none", "sin", "nunca", "ni"} & set(words.split())


def test_small_words_are_those_of_the_language() -> None:
    tree = trees.small()
    tree.advice.update(one=Advice("Descanse la pierna."), two=Advice("Descanse su pierna"))
    assert found(tree, "same_wording") == set()
    tree.language = "es-MX"
    assert found(tree, "same_wording") == {"advice:two"}


def test_two_lists_with_one_heading_are_the_same_only_if_their_lines_are() -> None:
    tree = trees.small()

    def listed(*lines: str) -> Question:
        return Question(topic=Topic.HISTORY, text="Do any of these apply?", lines=lines)

    tree.questions.update(one=listed("pill", "travel"), other=listed("pill", "cancer"))
    assert found(tree, "same_wording") == set()
    tree.questions["again"] = listed("travel", "pill")
    assert found(tree, "same_wording") == {"question:again"}


def test_two_questions_with_the_same_words_are_named_whatever_they_ask() -> None:
    tree = trees.small()
    for key, finding in (("one", "pill"), ("two", "travel")):
        tree.questions[key] = Question(topic=Topic.HISTORY, text="Is it so?", finding=finding)
    assert found(tree, "same_wording") == {"question:two"}


def test_a_decision_does_not_read_like_a_question() -> None:
    tree = trees.small()
    tree.nodes["calf"] = QuestionNode(asks="swelling_calf", yes="clot_today", no="enough")
    tree.nodes["enough"] = Decision(title="Enough", counts=("breathless",), yes="clot_today", no="risks")
    codes = {one.code for one in checks.check(tree) if one.place == "enough"}
    assert codes == set()
