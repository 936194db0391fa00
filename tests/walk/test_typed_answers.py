"""Answers as they are typed, and written so that they can be typed again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import words
from kneetree.errors import CannotStart, KneetreeError
from kneetree.model.tree import Scale, Tree
from kneetree.walk import typed_answers
from kneetree.walk.walk import Walk
from tests import trees
from tests.walk.players import to_the_end


@pytest.mark.parametrize(
    ("typed", "leaves"),
    [
        ("y", ("lungs_now",)),
        ("n,y", ("clot_today",)),
        ("No, YES", ("clot_today",)),
        ("n., y!", ("clot_today",)),
        ("not  sure", ("lungs_now",)),
        ("no,no lo sé,none", ("clot_today", "strain")),
        ("n,n,1", ("clot_today",)),
        ("n,n,2", ("strain",)),
        ("n,n,2+3", ("clot_today",)),
        ("n,n,2 3", ("clot_today",)),
        ("n,n,n", ("strain",)),
        ("n,n,y", ("clot_today",)),
        ("n,n,1?", ("clot_today", "strain")),
        ("n,n,?1", ("clot_today", "strain")),
        ("n,n,2?", ("strain",)),
        ("n,n,2+3?", ("clot_today", "strain")),
        ("n,u,n", ("clot_today", "strain")),
        ("u,n,n", ("lungs_now",)),
    ],
)
def test_what_can_be_typed(typed: str, leaves: tuple[str, ...]) -> None:
    if typed == "u,n,n":
        typed = "u"  # the emergency ends the walk
    assert typed_answers.walk_with(trees.small(), typed).leaves == leaves


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Too few answers: 0"),
        ("n", "Too few answers: 1"),
        ("n,n", "Do any of these fit?"),
        ("y,n", "Too many answers: the walk ended after 1, and 2 were given"),
        ("n,maybe", "“maybe” is not understood"),
        ("n,,n", "is not understood"),
        ("n,1", "“1” is not understood"),
        ("n,n,4", "There is no line 4. The lines go from 1 to 3."),
        ("n,y,n", "Too many answers: the walk ended after 2, and 3 were given"),
        ("n,maybe", "Answer 2, to “Is it swelling_calf?”: "),
        ("n,n,0+1", "There is no line 0"),
        ("n,n,1++2?+", None),
        ("n,n,99999", "is not understood"),
        ("n,n,²", "is not understood"),
        ("n," + "x" * 10_000, "…"),
        ("n,\x1b[2J", "is not understood"),
    ],
)
def test_what_cannot_be_typed_is_told_in_a_sentence(typed: str, told: str | None) -> None:
    if told is None:
        typed_answers.walk_with(trees.small(), typed)
        return
    with pytest.raises(KneetreeError) as caught:
        typed_answers.walk_with(trees.small(), typed)
    assert told in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_s_says_yes_in_spanish_only_since_others_may_mean_that_they_are_not_sure() -> None:
    with pytest.raises(typed_answers.NotUnderstood):
        typed_answers.walk_with(trees.small(), "s")
    spanish = trees.small()
    spanish.language = "es"
    assert typed_answers.walk_with(spanish, "s").leaves == ("lungs_now",)


def test_no_third_answer_where_the_question_takes_none() -> None:
    tree = trees.make(
        {
            "a": trees.ask("swollen", "b", "x", unsure=False),
            "b": trees.ask_items({"one": 1, "two": 1}, 1, "x", "y", unsure=False),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert typed_answers.walk_with(tree, "y,n").leaves == ("y",)
    for typed in ("u", "y,u", "y,1?"):
        with pytest.raises(KneetreeError, match="only be answered with yes or no"):
            typed_answers.walk_with(tree, typed)


def test_lines_that_are_known_are_not_ticked_again() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "x", "b"),
            "b": trees.ask_items({"one": 1, "two": 1, "three": 1}, 1, "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    with pytest.raises(KneetreeError, match="Line 1 has already been answered"):
        typed_answers.walk_with(tree, "n,1")
    assert typed_answers.walk_with(tree, "n,2").leaves == ("x",)


def test_a_line_that_is_not_sure_already_can_be_typed_as_such_only() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "x"),
            "b": trees.ask_items({"one": 1, "two": 1, "three": 1}, 2, "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    assert typed_answers.walk_with(tree, "u,1?+2").answers == {"one": None, "two": True, "three": False}
    assert typed_answers.walk_with(tree, "u,2+3?").answers == {"one": None, "two": True, "three": None}
    with pytest.raises(KneetreeError, match="Line 1 has already been answered"):
        typed_answers.walk_with(tree, "u,1+2")
    with pytest.raises(KneetreeError, match="Line 1 has already been answered"):
        typed_answers.walk_with(tree, "y,1?+2")
    assert typed_answers.walk_with(tree, "y,1+2").leaves == ("x",)


@pytest.mark.parametrize(("listed", "unsure"), [(False, False), (False, True), (True, False), (True, True)])
def test_what_can_be_typed_is_told_as_it_fits_the_question(listed: bool, unsure: bool) -> None:
    first = (
        trees.ask_items({"one": 1, "two": 1}, 1, "x", "y", unsure=unsure)
        if listed
        else trees.ask("one", "x", "y", unsure=unsure)
    )
    tree = trees.make({"q": first, "x": trees.leaf(), "y": trees.leaf("same_day")})
    with pytest.raises(KneetreeError) as caught:
        typed_answers.reply(Walk.start(tree), "what")
    key = "ask.not_understood" + ("" if unsure else "_no_unsure") + ("_items" if listed else "")
    assert str(caught.value) == words.text("en", key, typed="what")


def test_a_long_answer_is_shortened_where_it_is_repeated() -> None:
    for typed, repeated in (("x" * 40, "x" * 40), ("x" * 41, "x" * 39 + "…"), (" x\ty ", "xy")):
        with pytest.raises(KneetreeError) as caught:
            typed_answers.reply(Walk.start(trees.small()), typed)
        assert f"“{repeated}”" in str(caught.value)


def test_after_the_end_nothing_is_understood() -> None:
    with pytest.raises(CannotStart, match="ended"):
        typed_answers.reply(typed_answers.walk_with(trees.small(), "y"), "y")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("yes", "y"),
        ("n,not sure,?", "n,u,u"),
        ("n,n,none", "n,n,n"),
        ("n,n,y", "n,n,1+2+3"),
        ("n,n,3 1", "n,n,1+3"),
        ("n,n,?2;1", "n,n,1+2?"),
        ("n,n,1?+2?+3?", "n,n,u"),
    ],
)
def test_how_answers_are_written(typed: str, written: str) -> None:
    assert typed_answers.written(typed_answers.walk_with(trees.small(), typed)) == written


def test_only_what_was_not_known_before_is_written_of_a_list() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "x"),
            "b": trees.ask_items({"one": 1, "two": 1, "three": 1}, 2, "c", "y"),
            "c": trees.ask("two", "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    walk = Walk.start(tree, answers={"one": True, "two": True, "three": False})
    assert typed_answers.written(walk) == "y,2", "c is passed as known"
    assert typed_answers.written(Walk.start(tree, answers={"one": True, "two": None, "three": None})) == "y,u"


@given(trees.trees(), st.data())
def test_written_answers_lead_the_same_way_again(tree: Tree, data: st.DataObject) -> None:
    walk = to_the_end(Walk.start(tree), data)
    again = typed_answers.walk_with(tree, typed_answers.written(walk))
    assert again.path == walk.path
    assert again.leaves == walk.leaves
    assert again.told == walk.told


# -- numbers and lists that collect ------------------------------------------------------------------


def numbers() -> Tree:
    """A number of years, a number of days, a scale with a unit of its own, and a list that collects."""
    pulse = Scale(text="Pulse?", unit="beats", least=30, most=250, at_least="{n}", under="{n}")
    return trees.make(
        {
            "age": trees.number("age", "days"),
            "days": trees.number("days", "pulse"),
            "pulse": trees.number("pulse", "list"),
            "list": trees.collect(["one", "two", "three"], "end"),
            "end": trees.leaf(),
        },
        scales={**trees.SCALES, "pulse": pulse},
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("=72,=3,=90", {"age": 72, "days": 3, "pulse": 90}),
        ("72, = 3 , 90", {"age": 72, "days": 3, "pulse": 90}),
        ("=0,=0,=30", {"age": 0, "days": 0, "pulse": 30}),
        ("=7y,=3w,=90 beats", {"age": 7, "days": 21, "pulse": 90}),
        ("=7 years,=2m,=90", {"age": 7, "days": 60, "pulse": 90}),
        ("=7 años,=1y,=90", {"age": 7, "days": 365, "pulse": 90}),
        ("u,not sure,?", {"age": None, "days": None, "pulse": None}),
        ("=1,=2 semanas,=90", {"age": 1, "days": 14, "pulse": 90}),
        ("=1,=5 DAYS.,=90", {"age": 1, "days": 5, "pulse": 90}),
    ],
)
def test_how_numbers_are_typed(typed: str, told: dict[str, int | None]) -> None:
    walk = typed_answers.walk_with(numbers(), f"{typed},n")
    assert {key: walk.told[key] for key in told} == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("=121,=1,=90,n", "The number must be from 0 to 120 years."),
        ("=1,=1,=29,n", "The number must be from 30 to 250 beats."),
        ("=1,=101y,=90,n", "It must be from 0 days to 100 years."),
        ("=3w,=1,=90,n", "“=3w” is not understood"),
        ("=1,=1,=90y,n", "“=90y” is not understood"),
        ("=-1,=1,=90,n", "from 0 to 120"),
        ("=1.5,=1,=90,n", "“=1.5” is not understood"),
        ("=1,=3 moons,=90,n", "is not understood"),
        ("=,=1,=90,n", "“=” is not understood"),
        ("=9999999999,=1,=90,n", "is not understood"),
        ("=²,=1,=90,n", "is not understood"),
        ("y,=1,=90,n", "“y” is not understood"),
        ("n,=1,=90,n", "“n” is not understood"),
        ("=1,=1,=90,=1", "is not understood"),
    ],
)
def test_what_is_no_number_of_the_scale_is_told(typed: str, told: str) -> None:
    with pytest.raises(KneetreeError) as caught:
        typed_answers.walk_with(numbers(), typed)
    assert told in str(caught.value)


def test_a_number_without_not_sure_takes_only_a_number() -> None:
    scales = {"age": structs.replace(trees.SCALES["age"], unsure=False)}
    tree = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()}, scales=scales)
    with pytest.raises(KneetreeError, match="Only a number can be the answer"):
        typed_answers.walk_with(tree, "u")


@pytest.mark.parametrize(
    ("typed", "told", "written"),
    [
        ("n", [False, False, False], "n"),
        ("y", [True, True, True], "1+2+3"),
        ("2+3?", [False, True, None], "2+3?"),
        ("u", [None, None, None], "u"),
        ("1", [True, False, False], "1"),
    ],
)
def test_a_list_that_collects_is_typed_like_any_other(typed: str, told: list[bool | None], written: str) -> None:
    walk = typed_answers.walk_with(numbers(), f"=1,=2,=90,{typed}")
    assert [walk.told[finding] for finding in ("one", "two", "three")] == told
    assert typed_answers.written(walk) == f"=1,=2,=90,{written}"


def test_a_number_that_was_not_sure_is_written_as_such() -> None:
    assert typed_answers.written(typed_answers.walk_with(numbers(), "u,=1w,?,n")) == "u,=1w,u,n"


def test_what_was_left_out_counts_as_not_sure() -> None:
    tree = trees.small()
    assert typed_answers.walk_with(tree, "n,-,n").told["swelling_calf"] is None
    told = typed_answers.walk_with(tree, "n,n,1-+2").told
    assert (told["cancer"], told["travel"], told["pill"]) == (None, True, False)
    number = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()})
    assert typed_answers.walk_with(number, "-").told == {"age": None}


def test_a_line_that_is_said_in_two_ways_is_refused() -> None:
    with pytest.raises(KneetreeError, match="two different answers to line 1"):
        typed_answers.walk_with(trees.small(), "n,n,1+1?")


@pytest.mark.parametrize("typed", ["=3w", "=21", "=2m", "=1y", "=365", "u"])
def test_a_time_is_written_in_the_unit_in_which_it_was_said(typed: str) -> None:
    tree = trees.make({"d": trees.number("days", "x"), "x": trees.leaf()})
    assert typed_answers.written(typed_answers.walk_with(tree, typed)) == typed
