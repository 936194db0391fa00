"""A walk: answers by finding, replayed; both branches of *not sure*; known answers passed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.errors import CannotStart
from kneetree.model import knowledge, scales
from kneetree.model.tree import Answer, Tree, Urgency
from kneetree.walk.walk import Step, Walk
from tests import trees
from tests.people import leaf_of, people

YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE


def replied(tree: Tree, *said: Answer) -> Walk:
    walk = Walk.start(tree)
    for answer in said:
        walk = walk.reply(answer)
    return walk


# -- the plain way -----------------------------------------------------------------------------------


def test_a_walk_goes_from_question_to_leaf() -> None:
    walk = Walk.start(trees.small())
    assert walk.question == "lungs"
    assert walk.urgency is None
    walk = walk.reply(NO)
    assert walk.question == "calf"
    walk = walk.reply(YES)
    assert walk.finished
    assert walk.leaves == ("clot_today",)
    assert walk.urgency is Urgency.SAME_DAY
    assert walk.path == (Step("lungs", NO, False), Step("calf", YES, False))
    assert walk.asked == 2


def test_lists_take_points() -> None:
    walk = replied(trees.small(), NO, NO)
    assert walk.answer({"cancer": True, "travel": False, "pill": False}).leaves == ("clot_today",)
    assert walk.answer({"cancer": False, "travel": True, "pill": False}).leaves == ("strain",)
    assert walk.answer({"cancer": False, "travel": True, "pill": None}).leaves == ("clot_today", "strain")
    assert walk.answer({"cancer": None, "travel": False, "pill": False}).path[-1].answer is UNSURE
    assert walk.answer({"cancer": True, "travel": None, "pill": None}).path[-1].answer is YES
    assert walk.answer({"cancer": True}).leaves == ("clot_today",), "what is known decides already"
    assert walk.answer({"travel": True}).question == "risks"


def test_not_sure_follows_both_branches_yes_first() -> None:
    walk = replied(trees.small(), NO, UNSURE)
    assert walk.question == "risks"
    assert walk.leaves == ("clot_today",)
    walk = walk.reply(NO)
    assert walk.leaves == ("clot_today", "strain")
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


def test_an_emergency_ends_the_walk_at_once() -> None:
    walk = replied(trees.small(), UNSURE)
    assert walk.finished
    assert walk.leaves == ("lungs_now",)


def test_shared_findings_are_asked_once_and_shown_as_known() -> None:
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
    assert walk.path[-1] == Step("c", YES, True)
    assert walk.asked == 2
    unsure = replied(tree, UNSURE, YES)
    assert unsure.path[-1] == Step("c", UNSURE, True)
    assert set(unsure.leaves) == {"x", "y"}


def test_thresholds_imply_one_another() -> None:
    tree = trees.make(
        {
            "old": trees.ask("age_at_least_60", "grown", "x"),
            "grown": trees.ask("age_at_least_40", "y", "x"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    walk = replied(tree, YES)
    assert walk.leaves == ("y",)
    assert walk.path[-1] == Step("grown", YES, True)
    assert walk.answer({"age_at_least_40": False}).answers == {"age_at_least_40": False}
    assert replied(tree, UNSURE).question == "grown"


def test_a_later_age_does_not_alter_an_earlier_not_sure() -> None:
    tree = trees.make(
        {
            "old": trees.ask("age_at_least_60", "grown", "x"),
            "grown": trees.ask("age_at_least_40", "y", "x"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    walk = replied(tree, UNSURE, NO)
    assert [(step.node, step.answer) for step in walk.path] == [("old", UNSURE), ("grown", NO)]
    assert walk.back().question == "grown"
    assert walk.back().back().question == "old"
    known = Walk.start(tree, answers={"age_at_least_60": None, "age_at_least_65": True})
    assert known.path[0].answer is UNSURE


def test_no_third_answer_where_there_is_none() -> None:
    tree = trees.make({"a": trees.ask("f", "x", "y", unsure=False), "x": trees.leaf(), "y": trees.leaf("same_day")})
    with pytest.raises(CannotStart, match="only be answered with yes or no"):
        Walk.start(tree).reply(UNSURE)


def test_after_the_end_nothing_is_answered() -> None:
    with pytest.raises(CannotStart, match="ended"):
        replied(trees.small(), YES).reply(YES)


def test_a_walk_starts_where_it_is_told() -> None:
    tree = trees.small()
    assert Walk.start(tree, "calf").question == "calf"
    assert Walk.start(tree, "strain").leaves == ("strain",)
    with pytest.raises(CannotStart, match="no question 'nowhere'"):
        Walk.start(tree, "nowhere")


# -- other answers -----------------------------------------------------------------------------------


def test_changing_an_earlier_answer_keeps_the_others() -> None:
    walk = replied(trees.small(), NO, NO, NO)
    assert walk.leaves == ("strain",)
    changed = walk.answer({"swelling_calf": True})
    assert changed.leaves == ("clot_today",)
    assert [step.node for step in changed.path] == ["lungs", "calf"], "what no longer matters drops out"
    assert changed.answer({"swelling_calf": False}) == walk, "and comes back without being asked"


def test_back_opens_the_last_question_again() -> None:
    walk = replied(trees.small(), NO, NO)
    assert walk.back().question == "calf"
    assert walk.back().back().question == "lungs"
    start = Walk.start(trees.small())
    assert start.back() is start


def test_the_same_answers_over_another_tree() -> None:
    walk = replied(trees.small(), NO)
    other = trees.make({"calf": trees.ask("swelling_calf", "x", "y"), "x": trees.leaf(), "y": trees.leaf("same_day")})
    assert walk.on(other).question == "calf"
    assert walk.on(trees.small()).question == "calf"


def test_a_walk_from_another_node_stays_there_while_it_can() -> None:
    tree = trees.small()
    part = Walk.start(tree, "calf", {"breathless": True}).reply(NO)
    assert part.on(trees.small()).path == part.path
    without_calf = trees.make({"lungs": trees.ask("breathless", "x", "y"), "x": trees.leaf(), "y": trees.leaf()})
    assert part.on(without_calf).leaves == ("x",), "from the root where the node has gone"


def test_a_walk_from_the_root_follows_another_root() -> None:
    tree = trees.small()
    nodes = {"first": trees.ask("first", "lungs", "strain"), **tree.nodes}
    assert Walk.start(tree).on(trees.make(nodes, "first")).question == "first"


def test_without_an_age_those_answered_later_go_and_the_rest_stays() -> None:
    tree = trees.make(
        {
            "plain": trees.ask("f", "days", "x"),
            "days": trees.ask("days_at_least_7", "grown", "x"),
            "grown": trees.ask("age_at_least_40", "old", "x"),
            "old": trees.ask("age_at_least_60", "x", "older"),
            "older": trees.ask("age_at_least_65", "last", "last2"),
            "last": trees.ask("days_at_least_30", "x", "y"),
            "last2": trees.ask("days_at_least_30", "y", "x"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    walk = replied(tree, YES, YES, YES, UNSURE).reply(YES)
    assert walk.answers["age_at_least_65"] is True
    walk = walk.reply(YES) if walk.question else walk
    earlier = {"f": True, "days_at_least_7": True, "age_at_least_40": True}
    gone = walk.without("old")
    assert gone.question == "old"
    assert gone.answers == {key: walk.answers[key] for key in walk.answers if "age" not in key} | earlier
    assert walk.without("days").answers == {
        key: value for key, value in walk.answers.items() if not key.startswith("days")
    }
    assert walk.without("plain").answers == {key: value for key, value in walk.answers.items() if key != "f"}


def test_what_a_question_was_told_by_an_earlier_one_stays_when_it_is_opened() -> None:
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


def test_answers_that_no_longer_matter_are_kept_but_not_told() -> None:
    walk = replied(trees.small(), NO, NO, NO).answer({"swelling_calf": True})
    assert walk.told == {"breathless": False, "swelling_calf": True}
    assert replied(trees.small(), NO, NO).told == {"breathless": False, "swelling_calf": False}, "and before the end"
    assert walk.answers.keys() > walk.told.keys()
    assert walk.answered("calf")
    assert not walk.answered("risks")


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
    assert walk.urgency is Urgency.SAME_DAY


# -- what must always hold ---------------------------------------------------------------------------


@given(trees.trees(), st.data())
def test_a_definite_person_ends_where_the_plainest_reading_says(tree: Tree, data: st.DataObject) -> None:
    person = data.draw(people(tree))
    walk = Walk.start(tree, answers=person)
    assert walk.leaves == (leaf_of(tree, person),)


@given(trees.trees(), st.data())
def test_not_sure_never_lowers_the_urgency(tree: Tree, data: st.DataObject) -> None:
    person = data.draw(people(tree))
    unsure = data.draw(st.sets(st.sampled_from(sorted(person)))) if person else set()
    sure = Walk.start(tree, answers=person)
    doubting = Walk.start(tree, answers={**person, **dict.fromkeys(unsure)})
    assert doubting.finished
    assert sure.urgency is not None and doubting.urgency is not None
    assert doubting.urgency.rank >= sure.urgency.rank
    if doubting.urgency is not Urgency.EMERGENCY:
        assert set(sure.leaves) <= set(doubting.leaves)


@given(trees.trees(), st.data())
def test_a_change_of_one_answer_keeps_all_others_and_can_be_taken_back(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    while not walk.finished:
        walk = walk.reply(data.draw(st.sampled_from(list(Answer))))
    plain = [finding for finding in walk.answers if scales.threshold(finding) is None]
    if not plain:
        return
    finding = data.draw(st.sampled_from(plain))
    changed = walk.answer({finding: data.draw(st.sampled_from([True, False, None]))})
    assert {key: value for key, value in changed.answers.items() if key != finding} == {
        key: value for key, value in walk.answers.items() if key != finding
    }
    again = changed.answer({finding: walk.answers[finding]})
    assert again.path == walk.path
    assert again.leaves == walk.leaves


@given(trees.trees(), st.data())
def test_replay_does_not_depend_on_the_order_of_the_answers(tree: Tree, data: st.DataObject) -> None:
    person: dict[str, bool | None] = {
        key: data.draw(st.sampled_from([True, False, None])) for key in data.draw(people(tree))
        if scales.threshold(key) is None
    }  # fmt: skip
    one = Walk.start(tree, answers=person)
    other = Walk.start(tree, answers=dict(data.draw(st.permutations(list(person.items())))))
    assert (one.path, one.leaves, one.question) == (other.path, other.leaves, other.question)


@given(trees.trees(), st.data())
def test_back_undoes_a_reply(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    while not walk.finished:
        after = walk.reply(data.draw(st.sampled_from(list(Answer))))
        back = after.back()
        assert (back.question, back.path) == (walk.question, walk.path)
        walk = after


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
    walk = Walk.start(tree).reply(Answer.YES)
    assert [(step.node, step.known) for step in walk.path] == [("first", False), ("list", True)]
    assert walk.reply(Answer.YES).back() == walk
    assert walk.reply(Answer.YES).without("last") == walk


@given(trees.trees(), st.data())
def test_no_more_questions_come_than_was_said(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    for _ in range(data.draw(st.integers(0, 4))):
        if not walk.finished:
            walk = walk.reply(data.draw(st.sampled_from(list(Answer))))
    if walk.finished:
        assert walk.at_most_more == 0
        return
    said, more = walk.at_most_more, -1
    while not walk.finished:
        question = tree.question(walk.question or "")
        if question.items and data.draw(st.booleans()):
            unknown = [f for f in question.findings if knowledge.value_of(f, walk.answers) is knowledge.UNKNOWN]
            walk = walk.answer({finding: data.draw(st.booleans()) for finding in unknown})
        else:
            walk = walk.reply(data.draw(st.sampled_from([YES, NO])))
        more += 1
    assert more <= said


def test_a_long_tree_is_walked_without_recursion() -> None:
    tree = trees.ladder(3000)
    started = time.perf_counter()
    walk = Walk.start(tree, answers={f"{letter}{index}": True for index in range(3000) for letter in "fl"})
    assert walk.finished
    assert walk.asked == 6000
    assert Walk.start(tree).at_most_more == 5999
    assert time.perf_counter() - started < 20
