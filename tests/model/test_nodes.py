"""The nodes of a tree: where each leads, what it refuses, and that equal nodes are equal however they were written."""

from __future__ import annotations

import pytest
from msgspec import ValidationError, convert

from kneetree.model.nodes import warning_levels
from kneetree.model.tree import Answer, Count, Decision, Leaf, Node, QuestionNode, Urgency
from tests import trees

# -- questions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "`yes` is missing"),
        ({"yes": "x"}, "`no` is missing"),
        ({"no": "x"}, "`yes` is missing"),
        ({"yes": "x", "no": "x"}, "two different nodes"),
        ({"yes": "x", "no": "y", "next": "z"}, "not both"),
        ({"yes": "x", "next": "z"}, "not both"),
        ({"next": "z", "at_least": 2}, "go with `yes` and `no`, not with `next`"),
        ({"next": "z", "points": {"a": 2}}, "go with `yes` and `no`, not with `next`"),
    ],
)
def test_a_question_branches_or_only_collects(given: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        QuestionNode(asks="q", **given)


def test_where_a_question_leads() -> None:
    branching = QuestionNode(asks="q", yes="x", no="y")
    assert branching.edges() == ((Answer.YES, "x"), (Answer.NO, "y"))
    assert [branching.target(answer) for answer in ("yes", "no", "next")] == ["x", "y", ""]
    collecting = QuestionNode(asks="q", next="z")
    assert collecting.edges() == ((Answer.NEXT, "z"),)
    assert [collecting.target(answer) for answer in ("yes", "no", "next")] == ["", "", "z"]


def test_one_point_is_as_good_as_none_named() -> None:
    written = QuestionNode(asks="q", points={"a": 1, "b": 2}, yes="x", no="y")
    assert written == QuestionNode(asks="q", points={"b": 2}, yes="x", no="y")


@pytest.mark.parametrize(
    "given",
    [
        {"at_least": 0},
        {"points": {"a": 0}},
        {"points": {"a": 1001}},
        {"points": {"a": 1.5}},
        {"items": []},
        {"finding": "a"},
    ],
)
def test_points_are_whole_numbers_from_one(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        convert({"kind": "question", "asks": "q", "yes": "x", "no": "y", **given}, Node)


# -- decisions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"counts": ()}, "`counts` is empty"),
        ({"counts": ("a", "b", "a")}, "names a finding twice"),
        ({"counts": ("a", Count("a", 2))}, "names a finding twice"),
        ({"counts": ("a", Count("a", true=False))}, "names a finding twice"),
        ({"counts": ("a", Count("b", 2)), "at_least": 4}, "more than all points"),
        ({"yes": ""}, "`yes` is missing"),
        ({"no": ""}, "`no` is missing"),
        ({"no": "x"}, "two different nodes"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(given: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Decision(**{"title": "T", "counts": ("a",), "yes": "x", "no": "y", **given})


def test_what_a_decision_counts() -> None:
    decision = Decision(title="T", counts=("a", Count("b", 2), Count("c", true=False)), at_least=4, yes="x", no="y")
    assert decision.terms == (Count("a", 1, True), Count("b", 2, True), Count("c", 1, False))
    assert decision.edges() == ((Answer.YES, "x"), (Answer.NO, "y"))
    assert (decision.target("yes"), decision.target("no"), decision.target("next")) == ("x", "y", "")


def test_a_count_of_one_point_is_as_good_as_its_id() -> None:
    assert Decision(title="T", counts=(Count("a"),), yes="x", no="y") == Decision(
        title="T", counts=("a",), yes="x", no="y"
    )


def test_a_decision_as_it_stands_in_a_file() -> None:
    raw = {
        "kind": "decision", "title": "T", "counts": ["a", {"finding": "b", "points": 2, "is": False}],
        "yes": "x", "no": "y",
    }  # fmt: skip
    assert convert(raw, Node) == Decision(title="T", counts=("a", Count("b", 2, False)), yes="x", no="y")
    for given in ({"title": None}, {"next": "z"}, {"asks": "q"}, {"counts": [{"finding": "a", "points": 0}]}):
        with pytest.raises(ValidationError):
            convert({**raw, **given}, Node)
    with pytest.raises(ValidationError, match="title"):
        convert({key: value for key, value in raw.items() if key != "title"}, Node)


# -- leaves ----------------------------------------------------------------------------------------


def test_a_leaf_names_the_most_likely_condition_first() -> None:
    leaf = trees.leaf(condition="dvt", also=("strain", "cyst"))
    assert leaf.conditions == ("dvt", "strain", "cyst")
    assert leaf.edges() == ()


def test_a_leaf_lists_at_most_five_others() -> None:
    assert trees.leaf(also=("a", "b", "c", "d", "e")).also[-1] == "e"
    with pytest.raises(ValueError, match="more than 5 conditions"):
        trees.leaf(also=("a", "b", "c", "d", "e", "f"))


@pytest.mark.parametrize("urgency", list(Urgency))
def test_no_warning_is_less_urgent_than_its_leaf(urgency: Urgency) -> None:
    for level in Urgency:
        allowed = level.rank >= urgency.rank and level is not Urgency.SELF_CARE
        assert (level in warning_levels(urgency)) is allowed
        if allowed:
            assert trees.leaf(urgency, get_help_if={level: ("worse",)}).warnings == ("worse",)
        else:
            reason = "less urgent than the leaf itself" if level.rank < urgency.rank else "no level for warnings"
            with pytest.raises(ValueError, match=reason):
                trees.leaf(urgency, get_help_if={level: ("worse",)})


def test_self_care_says_when_to_make_an_ordinary_appointment() -> None:
    assert warning_levels(Urgency.SELF_CARE) == (
        Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.WITHIN_DAYS, Urgency.ROUTINE,
    )  # fmt: skip


def test_warnings_stand_with_the_most_urgent_first_and_empty_levels_do_not_count() -> None:
    leaf = trees.leaf(
        get_help_if={Urgency.ROUTINE: ("a", "b"), Urgency.SAME_DAY: (), Urgency.EMERGENCY: ("c",)},
    )
    assert leaf.warnings == ("c", "a", "b")
    assert list(leaf.get_help_if) == [Urgency.EMERGENCY, Urgency.ROUTINE]


def test_a_leaf_needs_an_urgency_and_a_condition() -> None:
    raw = {"kind": "leaf", "urgency": "routine", "condition": "strain"}
    assert convert(raw, Node) == Leaf(urgency=Urgency.ROUTINE, condition="strain")
    for missing in ("urgency", "condition"):
        with pytest.raises(ValidationError, match=missing):
            convert({key: value for key, value in raw.items() if key != missing}, Node)
    with pytest.raises(ValidationError):
        convert({**raw, "get_help_if": ["it gets worse"]}, Node)
    with pytest.raises(ValidationError):
        convert({**raw, "get_help_if": {"soon": ["worse"]}}, Node)
