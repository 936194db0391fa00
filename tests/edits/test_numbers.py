"""A question that is to be answered with a number, and a number that is to be a question."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.scales import amount, statement
from kneetree.model.tree import Question, Scale, Topic, Tree
from tests.edits.rich import rich
from tests.edits.test_one_intent import there_and_back
from tests.trees import ask, leaf, make


def asking(text: str, language: str = "en", **more: object) -> Tree:
    """Two nodes that ask one question, one with Yes and No and one that only collects."""
    nodes = {
        "first": ask("old", "second", "home", text=text),
        "second": ask("old", "today", "home", text=text),
        "today": leaf("same_day", "clot"),
        "home": leaf("self_care", "strain"),
    }
    tree = make(nodes, "first")
    key = tree.nodes["first"].asks
    tree.apply(edits.set_single(tree, "language", language))
    tree.apply(edits.set_part(tree, "question", key, **more) if more else edits.move(tree, {}))
    tree.apply(edits.set_part(tree, "finding", "old", statement="", means=""))
    return tree


@pytest.mark.parametrize(
    ("language", "text", "key", "unit", "words"),
    [
        ("en", "How old are you?", "age", "years", "Aged 60 years or over"),
        ("es", "¿Qué edad tiene?", "age", "years", "Tiene 60 años o más"),
        ("en", "How long ago did it start?", "days", "days", "Started 2 weeks or more ago"),
        ("es", "¿Desde cuándo le duele?", "days", "days", "Empezó hace 2 semanas o más"),
        ("en", "How much do you smoke?", "number", "", "How much do you smoke: 50 or more"),
        ("es", "¿Cuántos cigarrillos fuma al día?", "number", "", "Cuántos cigarrillos fuma al día: 50 o más"),
    ],
)
def test_a_question_becomes_the_number_that_it_reads_like(
    language: str, text: str, key: str, unit: str, words: str
) -> None:
    tree = asking(text, language)
    question = tree.nodes["first"].asks
    after = there_and_back(tree, edits.ask_number(tree, "first"))
    scale = after.scales[key]
    assert (scale.text, scale.unit) == (text, unit)
    assert after.nodes["first"].asks == after.nodes["second"].asks
    assert after.statement(after.nodes["first"].asks) == words
    assert question not in after.questions and "old" not in after.findings
    assert [after.nodes[node].target("yes") for node in ("first", "second")] == ["second", "today"]


def test_all_that_was_written_of_a_question_goes_with_it_into_the_number() -> None:
    said = {"help": "Count.", "answer_rule": "Full years.", "why": "It matters.", "unsure": False, "note": "Mine."}
    tree = asking("How many stairs?", **said)
    key = tree.nodes["first"].asks
    tree.apply(edits.set_part(tree, "question", key, topic="activity"))
    scale = there_and_back(tree, edits.ask_number(tree, "first")).scales["number"]
    assert {name: getattr(scale, name) for name in said} == said
    assert scale.topic is Topic.ACTIVITY


def test_a_question_that_only_collects_asks_for_the_number_itself() -> None:
    tree = asking("How old are you?")
    tree.apply(edits.to_collecting(tree, "second"))
    after = there_and_back(tree, edits.ask_number(tree, "second"))
    assert (after.nodes["first"].asks, after.nodes["second"].asks) == ("age_at_least_60", "age")
    assert after.nodes["second"].next == "home"


def test_nobody_is_asked_for_one_number_twice() -> None:
    tree = asking("And how old are you?")
    age = Scale(text="Your age", unit="years", least=0, most=40, at_least="{n}", under="{n}")
    tree.apply(edits.add_part(tree, "scale", "age", age))
    after = there_and_back(tree, edits.ask_number(tree, "first"))
    assert after.scales == {"age": age}
    assert after.nodes["first"].asks == "age_at_least_20"


@pytest.mark.parametrize(("least", "most", "asks"), [(0, 10, 5), (20, 30, 25), (14, 90, 42), (0, 14, 14), (13, 90, 14)])
def test_a_number_of_days_that_the_tree_has_is_asked_within_its_bounds(least: int, most: int, asks: int) -> None:
    tree = asking("How long ago did it start?")
    days = Scale(text="Days", unit="days", least=least, most=most, at_least="{n}", under="{n}")
    tree.apply(edits.add_part(tree, "scale", "days", days))
    after = there_and_back(tree, edits.ask_number(tree, "first"))
    assert after.nodes["first"].asks == after.nodes["second"].asks == f"days_at_least_{asks}"


def test_a_question_that_only_collects_needs_no_threshold() -> None:
    tree = asking("How old are you?")
    for node in ("second", "first"):
        tree.apply(edits.to_collecting(tree, node))
    age = Scale(text="Your age", unit="years", least=40, most=40, at_least="{n}", under="{n}")
    tree.apply(edits.add_part(tree, "scale", "age", age))
    after = there_and_back(tree, edits.ask_number(tree, "first"))
    assert after.nodes["first"].asks == "age"


def test_a_written_finding_and_a_question_with_a_picture_stay() -> None:
    tree = asking("How bent is it?", picture="leg")
    tree.apply(edits.set_part(tree, "finding", "old", statement="It is bent"))
    key = tree.nodes["first"].asks
    after = there_and_back(tree, edits.ask_number(tree, "first"))
    assert after.questions[key] == tree.questions[key]
    assert after.findings["old"].statement == "It is bent"


def test_a_draft_becomes_a_number_without_words() -> None:
    tree = asking("x")
    tree.apply(edits.add_question(tree, "second", "no"))
    new = tree.nodes["second"].no
    after = there_and_back(tree, edits.ask_number(tree, new))
    assert after.scales["number"].text == ""
    assert edits.is_unwritten(after, new)


def test_a_number_and_its_node_are_called_after_its_text() -> None:
    tree = asking("How many stairs?")
    tree.apply(edits.ask_number(tree, "first"))
    change, given = edits.follow_text(tree, "first", lambda part, key: True)
    after = there_and_back(tree, change)
    assert given == {("scale", "number"): "how_many_stairs", ("node", "first"): "how_many_stairs"}
    assert after.nodes["how_many_stairs"].asks == after.nodes["second"].asks == "how_many_stairs_at_least_50"


@pytest.mark.parametrize("as_list", [False, True])
@pytest.mark.parametrize("node", ["q_number", "q_age"])
def test_a_number_becomes_a_question_again(node: str, as_list: bool) -> None:
    tree = rich()
    after = there_and_back(tree, edits.ask_in_words(tree, node, as_list=as_list))
    question: Question = after.questions[after.nodes[node].asks]
    assert question.text == tree.scales["z_years"].text
    assert bool(question.lines) is as_list
    assert "z_years" in after.scales, "other nodes, rules and cases name it"


def test_a_number_that_nothing_else_uses_goes() -> None:
    tree = asking("How many stairs?")
    tree.apply(edits.ask_number(tree, "first"))
    tree.apply(edits.ask(tree, "second", tree.nodes["first"].asks))
    tree.apply(edits.ask_in_words(tree, "second", as_list=False))
    assert "number" in tree.scales
    tree.apply(edits.ask_in_words(tree, "first", as_list=False))
    assert not tree.scales
    assert tree.questions[tree.nodes["first"].asks].text == "How many stairs?"


def test_what_is_so_already_changes_nothing() -> None:
    tree = rich()
    assert not edits.ask_number(tree, "q_age")
    assert not edits.ask_in_words(tree, "q_calf", as_list=True)


def test_a_number_may_be_of_nothing() -> None:
    plain = Scale(text="How bad is it?", unit="", least=0, most=10, at_least="{n} or more", under="Less than {n}")
    assert amount(plain, 7, "en") == "7"
    assert statement(structs.replace(plain, unit="points"), 7, True, "en") == "7 points or more"
    assert statement(plain, 7, True, "en") == "7 or more"


def test_there_is_no_threshold_in_numbers_that_are_all_below_1() -> None:
    cold = Scale(text="How cold is it?", unit="", least=-10, most=0, at_least="{n} or more", under="Less than {n}")
    with pytest.raises(KneetreeError, match="no number above 0"):
        edits.some_number(cold, "cold")
    assert edits.some_number(structs.replace(cold, most=1), "cold") == "cold_at_least_1"


@pytest.mark.parametrize(
    ("unit", "least", "most", "first"),
    [
        ("days", 0, 36500, 14), ("days", 0, 14, 14), ("days", 0, 13, 7), ("days", 13, 3650, 14), ("days", 14, 3650, 42),
        ("days", 100, 3650, 365), ("days", 400, 3650, 2025), ("years", 0, 120, 60),
    ],
)  # fmt: skip
def test_a_time_begins_with_two_weeks_six_weeks_or_a_year_and_any_other_number_with_its_middle(
    unit: str, least: int, most: int, first: int
) -> None:
    scale = Scale(text="Since when?", unit=unit, least=least, most=most, at_least="{n} or more", under="Less than {n}")
    assert edits.some_number(scale, "since") == f"since_at_least_{first}"


@pytest.mark.parametrize(
    ("bound", "number", "asks"),
    [("most", 40, "number_at_least_40"), ("least", 70, "number_at_least_71"), ("most", 90, "number_at_least_50")],
)
def test_the_threshold_of_a_new_number_stays_within_its_bounds(bound: str, number: int, asks: str) -> None:
    tree = asking("How many stairs?")
    tree.apply(edits.ask_number(tree, "first"))
    tree.apply(edits.ask_in_words(tree, "second", as_list=False))
    after = there_and_back(tree, edits.set_bound(tree, "first", bound, number))
    assert (getattr(after.scales["number"], bound), after.nodes["first"].asks) == (number, asks)


def test_a_bound_is_refused_that_another_place_would_be_outside_of() -> None:
    tree = asking("How many stairs?")
    tree.apply(edits.ask_number(tree, "first"))
    with pytest.raises(KneetreeError, match="would be outside 0 to 40"):
        edits.set_bound(tree, "first", "most", 40)
