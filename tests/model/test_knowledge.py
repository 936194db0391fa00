"""What is known about a person, and how a question comes out by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN, Answers, Said
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Answer, Asked, Kind, Tree
from tests import trees
from tests.people import is_true, people

YES, NO, UNSURE, NEXT = Answer.YES, Answer.NO, Answer.UNSURE, Answer.NEXT


def asked(node: object) -> Asked:
    return trees.make({"q": node, "x": trees.leaf(), "y": trees.leaf("same_day")}, "x").asked("q")


POINTS = {"two": 2, "one": 1, "other": 1}


@pytest.mark.parametrize(
    ("finding", "answers", "expected"),
    [
        ("a", {}, UNKNOWN),
        ("a", {"a": None}, None),
        ("a", {"a": False}, False),
        ("a", {"a": True, "b": False}, True),
        ("age_at_least_40", {}, UNKNOWN),
        ("age_at_least_40", {"age": 39}, False),
        ("age_at_least_40", {"age": 40}, True),
        ("age_at_least_40", {"age": 0}, False),
        ("age_at_least_40", {"age": None}, None),
        ("days_at_least_40", {"age": 60}, UNKNOWN),
    ],
)
def test_what_is_known(finding: str, answers: Answers, expected: object) -> None:
    assert knowledge.value_of(finding, answers) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, None),
        ({"two": True}, YES),
        ({"one": True}, None),
        ({"one": True, "other": True}, YES),
        ({"two": False, "one": False}, NO),
        ({"two": False, "one": True, "other": None}, UNSURE),
        ({"two": None, "one": False, "other": False}, UNSURE),
        ({"two": None}, None),
        ({"two": None, "one": True, "other": True}, YES),
        ({"two": False, "one": False, "other": None}, NO),
    ],
)
def test_a_list_that_branches_counts_points(answers: Answers, expected: Answer | None) -> None:
    assert knowledge.outcome(asked(trees.ask_items(POINTS, 2, "x", "y")), answers) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, None),
        ({"two": True, "one": True}, None),
        ({"two": True, "one": None, "other": False}, NEXT),
    ],
)
def test_a_list_that_collects_is_answered_when_all_lines_are(answers: Answers, expected: Answer | None) -> None:
    assert knowledge.outcome(asked(trees.collect(list(POINTS), "x")), answers) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, UNSURE),
        ({"two": True}, YES),
        ({"one": True}, UNSURE),
        ({"one": True, "age": 60}, YES),
        ({"one": True, "age": 59}, UNSURE),
        ({"one": False, "age": 59}, UNSURE),
        ({"two": False, "age": 59}, NO),
        ({"two": False, "one": False, "age": None}, NO),
        ({"two": False, "one": True, "age": None}, UNSURE),
        ({"two": None, "one": False, "age": 20}, UNSURE),
    ],
)
def test_a_decision_never_asks(answers: Answers, expected: Answer) -> None:
    decision = asked(trees.decide({"two": 2, "one": 1, "age_at_least_60": 1}, 2, "x", "y"))
    assert knowledge.outcome(decision, answers) is expected
    assert knowledge.to_ask(decision, answers) == ()


def test_a_decision_counts_what_is_false() -> None:
    decision = asked(trees.decide({"a": 1, "age_at_least_60": 1}, 2, "x", "y", false=("a", "age_at_least_60")))
    assert knowledge.outcome(decision, {"a": False, "age": 59}) is YES
    assert knowledge.outcome(decision, {"a": True}) is NO
    assert knowledge.outcome(decision, {"a": False, "age": 60}) is NO
    assert knowledge.outcome(decision, {"a": False, "age": None}) is UNSURE


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({}, None), ({"age": 60}, YES), ({"age": 59}, NO), ({"age": None}, UNSURE), ({"days": 60}, None)],
)
def test_a_threshold_is_asked_as_a_number(answers: Answers, expected: Answer | None) -> None:
    threshold = asked(trees.ask("age_at_least_60", "x", "y"))
    assert knowledge.outcome(threshold, answers) is expected
    assert knowledge.to_ask(threshold, answers) == (() if "age" in answers else ("age",))
    number = asked(trees.number("age", "x"))
    assert knowledge.outcome(number, answers) is (None if expected is None else NEXT)


@pytest.mark.parametrize(
    ("answers", "expected"), [({}, None), ({"f": True}, YES), ({"f": False}, NO), ({"f": None}, UNSURE)]
)
def test_a_yes_no_question(answers: Answers, expected: Answer | None) -> None:
    assert knowledge.outcome(asked(trees.ask("f", "x", "y")), answers) is expected
    collected = asked(trees.collect(["f"], "x"))
    assert knowledge.outcome(collected, answers) is (None if expected is None else NEXT)


def test_a_list_asks_only_what_is_not_known() -> None:
    listed = asked(trees.ask_items(POINTS, 2, "x", "y"))
    assert knowledge.to_ask(listed, {"one": None, "age": 3}) == ("two", "other")
    assert knowledge.open_findings(listed, dict.fromkeys(POINTS)) == ()


def test_a_reply_to_the_whole_question_leaves_what_is_known() -> None:
    listed = asked(trees.ask_items(POINTS, 2, "x", "y"))
    assert knowledge.reply(listed, YES, {"one": False}) == {"two": True, "other": True}
    assert knowledge.reply(listed, NO, {"one": None}) == {"two": False, "other": False}
    assert knowledge.reply(listed, UNSURE, {}) == {"two": None, "one": None, "other": None}
    assert knowledge.reply(asked(trees.ask("f", "x", "y")), YES, {}) == {"f": True}
    assert knowledge.reply(asked(trees.number("age", "x")), UNSURE, {}) == {"age": None}
    assert knowledge.reply(asked(trees.collect(["f", "g"], "x")), NO, {"f": True}) == {"g": False}


def test_no_more_lines_are_ticked_than_it_takes() -> None:
    listed = asked(trees.ask_items(POINTS, 2, "x", "y"))
    assert knowledge.answers_for(listed, YES, {}) == {"two": True, "one": False, "other": False}
    assert knowledge.answers_for(listed, YES, {}, "one") == {"one": True, "two": True, "other": False}
    assert knowledge.answers_for(listed, YES, {"one": True}, "other") == {"other": True, "two": False}
    assert not any(knowledge.answers_for(listed, NO, {}).values())
    assert knowledge.answers_for(asked(trees.ask("f", "x", "y")), NO, {}) == {"f": False}


def test_what_was_ticked_counts_towards_a_yes() -> None:
    listed = asked(trees.ask_items({"one": 1, "two": 2, "three": 3}, 4, "x", "y"))
    assert knowledge.answers_for(listed, YES, {"one": True}) == {"three": True, "two": False}
    assert knowledge.answers_for(listed, YES, {"three": False}) == {"two": True, "one": True}
    assert knowledge.answers_for(listed, YES, {}, "two") == {"two": True, "three": True, "one": False}
    assert knowledge.answers_for(listed, NO, {"one": True}) == {"three": False, "two": False}


@given(trees.trees(), st.data())
def test_an_outcome_holds_for_everybody_whom_the_answers_fit(tree: Tree, data: st.DataObject) -> None:
    """What is not sure or not known may be either: an answer is told only if nothing of that can change it."""
    person = data.draw(people(tree))
    given_up = {key: data.draw(st.sampled_from(["said", "not sure", "not said"])) for key in person}
    answers: dict[str, Said] = {
        key: person[key] if how == "said" else None for key, how in given_up.items() if how != "not said"
    }
    for one in tree.all_asked():
        found = knowledge.outcome(one, answers)
        if found in (YES, NO) and one.kind is not Kind.NUMBER:
            points = sum(line.points for line in one.lines if is_true(tree, person, line.finding) is line.true)
            true = points >= one.at_least if one.lines else is_true(tree, person, one.finding)
            assert found is (YES if true else NO)
        if found is UNSURE:
            lacking = [fact for fact in one.findings if knowledge.value_of(fact, answers) in (None, UNKNOWN)]
            assert lacking
        if found is None:
            assert knowledge.to_ask(one, answers)
        for fact in knowledge.to_ask(one, answers):
            assert threshold_of(fact, tree.scales) is None, "answers are never kept by threshold"
