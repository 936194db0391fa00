"""A walk: answers by finding and by scale, replayed; both branches of *not sure*; known answers passed."""

from __future__ import annotations

import time

import pytest
from msgspec import structs

from kneetree.errors import CannotStart
from kneetree.model.knowledge import Said
from kneetree.model.tree import Answer, Tree, Urgency
from kneetree.walk.walk import Step, Walk
from tests import trees
from tests.trees import ask, ask_items, leaf, make

YES, NO, UNSURE, NEXT = Answer.YES, Answer.NO, Answer.UNSURE, Answer.NEXT
ENDS = {str(urgency): trees.leaf(urgency) for urgency in Urgency}


def replied(tree: Tree, *said: Answer) -> Walk:
    walk = Walk.start(tree)
    for answer in said:
        walk = walk.reply(answer)
    return walk


def path(walk: Walk) -> list[tuple[str, Answer, str]]:
    return [(step.node, step.answer, step.how) for step in walk.path]


# -- the plain way -----------------------------------------------------------------------------------


def test_a_walk_goes_from_question_to_leaf() -> None:
    walk = Walk.start(trees.small())
    assert (walk.question, walk.urgency) == ("lungs", None)
    walk = walk.reply(NO)
    assert walk.question == "calf"
    walk = walk.reply(YES)
    assert walk.finished
    assert walk.leaves == ("clot_today",)
    assert walk.urgency is Urgency.SAME_DAY
    assert walk.path == (Step("lungs", NO, "asked"), Step("calf", YES, "asked"))
    assert walk.asked == 2


def test_lists_take_points() -> None:
    walk = replied(trees.small(), NO, NO)
    assert walk.answer({"cancer": True, "travel": False, "pill": False}).leaves == ("clot_today",)
    assert walk.answer({"cancer": False, "travel": True, "pill": False}).leaves == ("strain",)
    assert walk.answer({"cancer": False, "travel": True, "pill": None}).leaves == ("clot_today", "strain")
    assert walk.answer({"cancer": None, "travel": False, "pill": False}).path[-1].answer is UNSURE
    assert walk.answer({"cancer": True, "travel": None, "pill": None}).path[-1].answer is YES


def test_a_list_that_is_asked_is_answered_as_a_whole() -> None:
    walk = replied(trees.small(), NO, NO)
    assert walk.answer({"cancer": True}).question == "risks", "one line would do, but the others were shown too"
    assert walk.answer({"travel": True, "pill": False}).question == "risks"


def test_a_question_that_only_collects_goes_on_whatever_is_said() -> None:
    tree = trees.make(
        {
            "age": trees.number("age", "pain"),
            "pain": structs.replace(trees.ask("sore", "more", "home").node, yes="", no="", next="more"),
            "more": trees.collect(["clot", "pill"], "home"),
            "home": trees.leaf(),
        },
        questions={"sore": trees.ask("sore", "x", "y").question, **_lists("clot", "pill")},
    )
    for said in (YES, NO, UNSURE):
        walk = Walk.start(tree).answer({"age": 60}).reply(said).reply(said)
        assert walk.leaves == ("home",)
        assert [step.answer for step in walk.path] == [NEXT, NEXT, NEXT]
        assert walk.asked == 3


def _lists(*lines: str) -> dict[str, object]:
    inline = trees.collect(list(lines), "x")
    return {inline.node.asks: inline.question}


def test_an_emergency_ends_the_walk_at_once() -> None:
    walk = replied(trees.small(), UNSURE)
    assert walk.finished
    assert walk.leaves == ("lungs_now",)


def test_an_emergency_keeps_what_was_reached_and_drops_open_branches() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "routine", "emergency"),
            "c": trees.ask("three", "same_day", "self_care"),
            **ENDS,
        }
    )
    walk = replied(tree, UNSURE, UNSURE)
    assert walk.finished
    assert walk.leaves == ("emergency", "routine")
    assert walk.pending == ()


def test_results_stand_with_the_most_urgent_first_and_else_as_they_were_reached() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "zz", "soon"),
            "c": trees.ask("three", "same_day", "aa"),
            "zz": trees.leaf("routine"),
            "aa": trees.leaf("routine"),
            "soon": trees.leaf("self_care"),
            "same_day": trees.leaf("same_day"),
        }
    )
    walk = replied(tree, UNSURE, UNSURE, UNSURE)
    assert walk.leaves == ("same_day", "zz", "aa", "soon")
    assert walk.urgency is Urgency.SAME_DAY


def test_no_third_answer_where_there_is_none() -> None:
    nodes = {"x": trees.leaf(), "y": trees.leaf("same_day")}
    sure = {"a": trees.ask("f", "x", "y", unsure=False), **nodes}
    scales = {"age": structs.replace(trees.SCALES["age"], unsure=False)}
    number = trees.make({"a": trees.ask("age_at_least_60", "x", "y"), **nodes}, scales=scales)
    for tree in (trees.make(sure), number):
        with pytest.raises(CannotStart, match="cannot be answered with not sure"):
            Walk.start(tree).reply(UNSURE)


def test_a_number_is_answered_with_a_number() -> None:
    tree = trees.make({"a": trees.number("age", "x"), "x": trees.leaf()})
    for answer in (YES, NO):
        with pytest.raises(CannotStart, match="is answered with a number"):
            Walk.start(tree).reply(answer)
    assert Walk.start(tree).reply(UNSURE).told == {"age": None}


def test_after_the_end_nothing_is_answered() -> None:
    with pytest.raises(CannotStart, match="ended"):
        replied(trees.small(), YES).reply(YES)


def test_a_walk_starts_where_it_is_told() -> None:
    tree = trees.small()
    assert Walk.start(tree, "calf").question == "calf"
    assert Walk.start(tree, "strain").leaves == ("strain",)
    with pytest.raises(CannotStart, match="no question 'nowhere'"):
        Walk.start(tree, "nowhere")


# -- what is known -----------------------------------------------------------------------------------


def test_a_question_whose_answer_follows_is_passed() -> None:
    tree = trees.make(
        {
            "a": trees.ask("swollen", "b", "c"),
            "b": trees.ask("sore", "c", "x"),
            "c": trees.ask("swollen", "y", "x"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    walk = replied(tree, YES, YES)
    assert path(walk)[-1] == ("c", YES, "known")
    assert walk.asked == 2, "passing is not asking"
    unsure = replied(tree, UNSURE, YES)
    assert path(unsure)[-1] == ("c", UNSURE, "known"), "in the Yes branch of a not sure as well"
    assert unsure.leaves == ("y", "x")


NUMBERS = {
    "old": trees.ask("age_at_least_60", "grown", "young"),
    "grown": trees.ask("age_at_least_40", "y", "x"),
    "young": trees.ask("age_at_least_17", "z", "x"),
    "x": trees.leaf("self_care"),
    "y": trees.leaf("same_day"),
    "z": trees.leaf("routine"),
}


@pytest.mark.parametrize(("age", "leaf"), [(0, "x"), (16, "x"), (17, "z"), (59, "z"), (60, "y"), (120, "y")])
def test_a_number_is_asked_once_and_settles_all_its_thresholds(age: int, leaf: str) -> None:
    walk = Walk.start(trees.make(NUMBERS)).answer({"age": age})
    assert (walk.leaves, walk.asked) == ((leaf,), 1)
    assert [step.how for step in walk.path] == ["asked", "known"]
    assert walk.told == {"age": age}


def test_a_number_that_is_not_sure_leaves_its_thresholds_not_sure() -> None:
    walk = Walk.start(trees.make(NUMBERS)).reply(UNSURE)
    assert path(walk) == [("old", UNSURE, "asked"), ("grown", UNSURE, "known"), ("young", UNSURE, "known")]
    assert walk.leaves == ("y", "z", "x")


def test_numbers_of_two_scales_have_nothing_to_do_with_each_other() -> None:
    tree = trees.make(
        {"age": trees.ask("age_at_least_40", "days", "x"), "days": trees.ask("days_at_least_40", "y", "x"), **NUMBERS}
    )
    walk = Walk.start(tree).answer({"age": 60})
    assert walk.question == "days"
    assert walk.answer({"days": 39}).leaves == ("x",)


FACTS = ["one", "two", "three"]


def after_one(listed: object) -> Tree:
    """A question about the first line of a list, then the list, then a question about its last line."""
    return trees.make(
        {
            "a": trees.ask("one", "list", "list2"),
            "list": listed,
            "list2": trees.leaf("routine"),
            "then": trees.ask("three", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )


def test_a_list_asks_only_what_is_not_known() -> None:
    walk = replied(after_one(trees.collect(FACTS, "then")), YES)
    assert walk.question == "list"
    assert walk.answer({"two": True}).question == "list"
    done = walk.answer({"two": True, "three": None})
    assert path(done)[1:] == [("list", NEXT, "asked"), ("then", UNSURE, "known")]
    assert done.told == {"one": True, "two": True, "three": None}


def test_a_list_that_was_passed_leaves_its_other_lines_unknown() -> None:
    walk = replied(after_one(trees.ask_items(dict.fromkeys(FACTS, 1), 1, "then", "y")), YES)
    assert path(walk) == [("a", YES, "asked"), ("list", YES, "known")]
    assert walk.told == {"one": True}
    assert walk.question == "then", "the last line was never asked"


def test_a_list_that_collects_is_passed_only_when_all_lines_are_known() -> None:
    tree = trees.make(
        {
            "a": trees.collect(["one", "two"], "b"),
            "b": trees.collect(["one", "two"], "c"),
            "c": trees.collect(["two", "three"], "x"),
            "x": trees.leaf(),
        }
    )
    walk = replied(tree, UNSURE)
    assert path(walk) == [("a", NEXT, "asked"), ("b", NEXT, "known")]
    assert walk.question == "c"
    assert replied(tree, UNSURE, NO).told == {"one": None, "two": None, "three": False}


def test_a_number_that_only_collects_is_passed_when_it_is_known() -> None:
    tree = trees.make({"a": trees.number("age", "b"), "b": trees.number("age", "x"), "x": trees.leaf()})
    walk = Walk.start(tree).reply(UNSURE)
    assert path(walk) == [("a", NEXT, "asked"), ("b", NEXT, "known")]


@pytest.mark.parametrize("said", [YES, UNSURE])
def test_a_line_that_was_told_before_counts_in_a_list(said: Answer) -> None:
    walk = replied(after_one(trees.ask_items({"one": 2, "two": 1, "three": 1}, 3, "then", "y")), said)
    assert path(walk.answer({"two": True, "three": False}))[1] == ("list", said, "asked")


# -- decisions ---------------------------------------------------------------------------------------


def decided(counts: dict[str, int], at_least: int, false: tuple[str, ...] = ()) -> Tree:
    """A number and a list, then a decision."""
    return trees.make(
        {
            "age": trees.number("age", "list"),
            "list": trees.collect(["a", "b"], "enough"),
            "enough": trees.decide(counts, at_least, "same_day", "routine", false=false),
            **ENDS,
        }
    )


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"age": 60, "a": False, "b": True}, YES),
        ({"age": 59, "a": False, "b": True}, NO),
        ({"age": 59, "a": True, "b": False}, YES),
        ({"age": None, "a": False, "b": True}, UNSURE),
        ({"age": None, "a": True, "b": None}, YES),
        ({"age": None, "a": False, "b": False}, NO),
        ({"age": 60, "a": False, "b": None}, UNSURE),
    ],
)
def test_a_decision_is_made_from_what_was_said(said: dict[str, Said], answer: Answer) -> None:
    walk = Walk.start(decided({"age_at_least_60": 1, "a": 2, "b": 1}, 2), answers=said)
    assert path(walk)[-1] == ("enough", answer, "decided")
    assert walk.asked == 2, "a decision is no question"
    assert walk.leaves == {YES: ("same_day",), NO: ("routine",), UNSURE: ("same_day", "routine")}[answer]


def test_a_decision_counts_what_is_false() -> None:
    tree = decided({"age_at_least_60": 1, "a": 1}, 2, false=("a",))
    assert Walk.start(tree, answers={"age": 60, "a": False, "b": False}).leaves == ("same_day",)
    assert Walk.start(tree, answers={"age": 60, "a": True, "b": False}).leaves == ("routine",)


def test_a_fact_that_is_lacking_at_a_decision_counts_as_not_sure() -> None:
    tree = trees.make(
        {
            "first": trees.ask("sore", "enough", "list"),
            "list": trees.collect(["a", "b"], "enough"),
            "enough": trees.decide({"a": 2, "sore": 1}, 2, "then", "routine"),
            "then": trees.ask("a", "same_day", "self_care"),
            **ENDS,
        }
    )
    walk = replied(tree, YES)
    assert path(walk)[-1] == ("enough", UNSURE, "decided")
    assert walk.question == "then", "it is still not known, so it is asked where a question asks it"
    assert walk.answer({"a": False}).leaves == ("routine", "self_care")
    assert path(walk.answer({"a": True}))[1] == ("enough", UNSURE, "decided"), "what is told later changes nothing"
    kept = Walk.start(tree, answers={"sore": True, "a": True, "b": True})
    assert path(kept)[1] == ("enough", UNSURE, "decided"), "nor does an answer that is not on the path"


# -- not sure ----------------------------------------------------------------------------------------


def test_not_sure_follows_both_branches_yes_first() -> None:
    walk = replied(trees.small(), NO, UNSURE)
    assert walk.question == "risks"
    assert walk.leaves == ("clot_today",)
    walk = walk.reply(NO)
    assert walk.leaves == ("clot_today", "strain")
    assert walk.urgency is Urgency.SAME_DAY


def test_the_example_of_the_format() -> None:
    tree = trees.make(
        {
            "calf": trees.ask("swelling_calf", "clot_today", "old"),
            "old": trees.ask("sixty", "routine_calf", "home_calf"),
            "clot_today": trees.leaf("same_day"),
            "routine_calf": trees.leaf("routine"),
            "home_calf": trees.leaf("self_care"),
        }
    )
    walk = replied(tree, UNSURE, NO)
    assert walk.leaves == ("clot_today", "home_calf")
    assert walk.urgency is Urgency.SAME_DAY


def test_what_two_open_branches_lead_to_comes_once() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "shared", "x"),
            "c": trees.ask("three", "shared", "x"),
            "shared": trees.ask("four", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf(),
        }
    )
    walk = replied(tree, UNSURE, YES, NO, UNSURE)
    assert [step.node for step in walk.path] == ["a", "b", "shared", "c"]
    assert (walk.leaves, walk.asked) == (("y", "x"), 4)


def test_open_branches_stand_in_the_order_in_which_they_come() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "x", "y"),
            "c": trees.ask("three", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert Walk.start(tree).pending == ("a",)
    walk = replied(tree, UNSURE)
    assert (walk.question, walk.pending) == ("b", ("b", "c"))
    assert walk.at_most_more == 1
    walk = walk.reply(YES)
    assert (walk.leaves, walk.pending, walk.asked) == (("x",), ("c",), 2)
    walk = walk.reply(NO)
    assert (walk.leaves, walk.pending) == (("y", "x"), ())


def test_a_long_tree_is_walked_without_recursion() -> None:
    tree = trees.ladder(3000)
    started = time.process_time()
    walk = Walk.start(tree, answers={f"{letter}{index}": True for index in range(3000) for letter in "fl"})
    assert walk.finished
    assert walk.asked == 6000
    assert Walk.start(tree).at_most_more == 5999
    assert time.process_time() - started < 20


@pytest.mark.parametrize("said", [True, False, None])
def test_a_list_that_is_not_sure_whatever_is_said_of_the_rest_is_passed(said: bool | None) -> None:
    tree = trees.make({
        "a": trees.collect(["a1"], "b"),
        "b": trees.ask_items({"a1": 2, "b1": 1}, 2, "yes", "no"),
        "yes": trees.leaf("same_day"),
        "no": trees.leaf("routine"),
    })  # fmt: skip
    walk = Walk.start(tree, answers={"a1": None, "b1": said})
    assert [(step.node, step.answer, step.how) for step in walk.path] == [
        ("a", "next", "asked"), ("b", "unsure", "known"),
    ]  # fmt: skip


# -- what was left out ------------------------------------------------------------------------------


def with_a_list() -> Tree:
    return make(
        {
            "first": ask("hot", "list", "home"),
            "list": ask_items({"red": 1, "stiff": 1}, 1, "bent", "home"),
            "bent": ask("bent", "home", "today"),
            "today": leaf("same_day"),
            "home": leaf(),
        }
    )


def test_a_line_that_is_left_out_counts_as_not_sure_and_is_not_waited_for() -> None:
    walk = Walk.start(with_a_list(), answers={"hot": True, "stiff": True}).leave_out("list", ["red"])
    assert walk.question == "bent"
    assert walk.told == {"hot": True, "red": None, "stiff": True}
    assert walk.not_asked == {"red"}
    assert walk.asked_of("list") == {"stiff": True}
    assert walk.asked == 2


def test_a_question_of_which_all_is_left_out_is_passed_and_not_gone_back_to() -> None:
    walk = Walk.start(with_a_list(), answers={"hot": True, "bent": True}).leave_out("list", ["red", "stiff"])
    assert [step.how for step in walk.path] == ["asked", "left_out", "asked"]
    assert walk.asked == 2
    assert walk.told_before("bent") == {"hot": True, "red": None, "stiff": None}
    assert walk.back().question == "bent"
    assert walk.back().back().question == "first"
    assert walk.back().back().left_out == {}


def test_what_was_left_out_after_a_changed_answer_is_found_again() -> None:
    walk = Walk.start(with_a_list(), answers={"hot": True}).leave_out("first", []).leave_out("list", ["red"])
    assert walk.answer({"stiff": True}).left_out == {"first": (), "list": ("red",)}
    assert walk.answer({"hot": True}).left_out == {"first": (), "list": ("red",)}
    assert walk.answer({"hot": None}).left_out == {"first": ()}
    assert walk.answer({"stiff": False, "bent": True}).said == {"hot": True, "stiff": False, "bent": True}
