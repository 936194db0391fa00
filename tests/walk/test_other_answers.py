"""Going back and changing earlier answers: all others stay, and count where their question is reached."""

from __future__ import annotations

import pytest

from kneetree.model.tree import Answer, Tree, Urgency
from kneetree.walk.walk import Walk
from tests import trees

YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE
ENDS = {str(urgency): trees.leaf(urgency) for urgency in Urgency}


def replied(tree: Tree, *said: Answer) -> Walk:
    walk = Walk.start(tree)
    for answer in said:
        walk = walk.reply(answer)
    return walk


def test_changing_an_earlier_answer_keeps_the_others() -> None:
    walk = replied(trees.small(), NO, NO, NO)
    assert walk.leaves == ("strain",)
    changed = walk.answer({"swelling_calf": True})
    assert changed.leaves == ("clot_today",)
    assert [step.node for step in changed.path] == ["lungs", "calf"], "what no longer matters drops out"
    assert changed.answer({"swelling_calf": False}) == walk, "and comes back without being asked"


def test_answers_that_no_longer_matter_are_kept_but_not_told() -> None:
    walk = replied(trees.small(), NO, NO, NO).answer({"swelling_calf": True})
    assert walk.told == {"breathless": False, "swelling_calf": True}
    assert replied(trees.small(), NO, NO).told == {"breathless": False, "swelling_calf": False}, "and before the end"
    assert walk.answers.keys() > walk.told.keys()
    assert walk.answered("calf")
    assert not walk.answered("risks")


def test_a_list_that_was_partly_answered_elsewhere_is_asked() -> None:
    tree = trees.make(
        {
            "way": trees.ask("way", "one", "list"),
            "one": trees.ask("one", "same_day", "list"),
            "list": trees.ask_items({"one": 1, "two": 1}, 1, "same_day", "routine"),
            **ENDS,
        }
    )
    walk = replied(tree, YES, YES)
    assert walk.leaves == ("same_day",)
    turned = walk.answer({"way": False})
    assert turned.question == "list", "one line is answered on another way, the other is not"
    assert turned.answer({"two": False}).leaves == ("same_day",), "what was said of the first counts here"
    whole = walk.answer({"two": True}).answer({"way": False})
    assert whole.finished and whole.path[-1].asked, "nothing is left to ask of it"


def test_a_number_told_on_another_way_counts_where_it_is_reached() -> None:
    tree = trees.make(
        {
            "way": trees.ask("way", "age", "old"),
            "age": trees.number("age", "routine"),
            "old": trees.ask("age_at_least_60", "same_day", "self_care"),
            **ENDS,
        }
    )
    walk = Walk.start(tree).reply(YES).answer({"age": 70})
    turned = walk.answer({"way": False})
    assert turned.leaves == ("same_day",)
    assert turned.path[-1].how == "asked", "the question is shown as asked and answered"


def test_back_opens_the_question_that_was_asked_last() -> None:
    walk = replied(trees.small(), NO, NO)
    assert walk.back().question == "calf"
    assert walk.back().back().question == "lungs"
    start = Walk.start(trees.small())
    assert start.back() is start


BACK = {
    "age": trees.number("age", "list"),
    "list": trees.collect(["one", "two"], "old"),
    "old": trees.ask("age_at_least_60", "again", "enough"),
    "again": trees.ask("one", "enough", "routine"),
    "enough": trees.decide({"one": 1, "two": 1}, 2, "same_day", "self_care"),
    **ENDS,
}


def test_back_passes_over_what_was_known_or_decided() -> None:
    walk = Walk.start(trees.make(BACK)).answer({"age": 70}).answer({"one": True, "two": True})
    assert [step.how for step in walk.path] == ["asked", "asked", "known", "known", "decided"]
    assert walk.leaves == ("same_day",)
    back = walk.back()
    assert back.question == "list"
    assert back.answers == {"age": 70}
    assert back.back().question == "age", "a number is a question too"
    assert back.back().answers == {}
    assert back.back().back() is not None and back.back().back().question == "age"


def test_back_leaves_lines_that_an_earlier_question_told() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "list", "x"),
            "list": trees.ask_items({"one": 1, "two": 1, "three": 1}, 3, "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    walk = replied(tree, YES, NO)
    assert walk.answers == {"one": True, "two": False, "three": False}
    assert walk.without("list").answers == {"one": True}
    assert walk.without("a").answers == {"two": False, "three": False}
    assert walk.told_before("list") == {"one": True}
    assert walk.told_before("a") == {}


def test_without_a_number_its_thresholds_are_open_again() -> None:
    walk = Walk.start(trees.make(BACK)).answer({"age": 70, "one": True, "two": True})
    gone = walk.without("age")
    assert (gone.question, gone.answers) == ("age", {"one": True, "two": True})
    assert walk.without("old").answers == {"age": 70, "one": True, "two": True}, "it was told before"
    assert walk.without("enough") == walk, "a decision has no answer"


def test_back_opens_a_question_whose_finding_a_list_passed_over_names_too() -> None:
    tree = trees.make(
        {
            "first": trees.ask("f", "list", "home"),
            "list": trees.ask_items({"f": 1, "g": 1}, 1, "last", "home"),
            "last": trees.ask("g", "today", "home"),
            "home": trees.leaf("self_care"),
            "today": trees.leaf("same_day"),
        },
        "first",
    )
    walk = Walk.start(tree).reply(YES)
    assert [(step.node, step.how) for step in walk.path] == [("first", "asked"), ("list", "known")]
    assert walk.reply(YES).back() == walk
    assert walk.reply(YES).without("last") == walk


# -- other trees -------------------------------------------------------------------------------------


def test_the_same_answers_through_another_tree() -> None:
    walk = replied(trees.small(), NO)
    other = trees.make({"calf": trees.ask("swelling_calf", "x", "y"), "x": trees.leaf(), "y": trees.leaf("same_day")})
    assert walk.on(other).question == "calf"
    assert walk.on(trees.small()).question == "calf"


def test_a_walk_from_another_node_stays_there_while_it_can() -> None:
    tree = trees.small()
    part = Walk.start(tree, "calf", {"breathless": True}).reply(NO)
    assert part.on(trees.small()).path == part.path
    without_calf = trees.make({"lungs": trees.ask("breathless", "x", "y"), "x": trees.leaf(), "y": trees.leaf()})
    assert part.on(without_calf).leaves == ("x",), "from the root if the node has gone"


def test_a_walk_from_the_root_follows_another_root() -> None:
    tree = trees.small()
    nodes = {"first": trees.ask("first", "lungs", "strain"), **tree.nodes}
    other = trees.make(nodes, "first", questions={**tree.questions, "first": trees.ask("first", "x", "y").question})
    assert Walk.start(tree).on(other).question == "first"


@pytest.mark.parametrize("answers", [{}, {"breathless": False}, {"breathless": None}])
def test_a_walk_is_equal_to_one_with_the_same_answers(answers: dict[str, bool | None]) -> None:
    tree = trees.small()
    assert Walk.start(tree, answers=answers) == Walk(tree, "lungs", answers)
