"""What each answer and each *not sure* has done to the result."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneetree.model.tree import Answer, Tree, Urgency
from kneetree.walk import why
from kneetree.walk.walk import Walk
from tests import trees


def walk(**answers: bool | None) -> Walk:
    return Walk.start(trees.small(), answers=answers)


NOTHING = {"breathless": False, "swelling_calf": False, "cancer": False, "travel": False, "pill": False}


def test_each_answer_turned_round() -> None:
    turns = why.turns(walk(**NOTHING))
    assert [(turn.node, turn.effect, turn.outlook.lowest) for turn in turns] == [
        ("lungs", "more", Urgency.EMERGENCY),
        ("calf", "more", Urgency.SAME_DAY),
        ("risks", "more", Urgency.SAME_DAY),
    ]
    assert turns[2].item == "cancer"
    assert all(turn.outlook.finished for turn in turns)


def test_the_nearest_more_urgent_result_is_the_smallest_step_and_the_latest_question() -> None:
    nearest = why.nearest(why.turns(walk(**NOTHING)))
    assert nearest is not None
    assert nearest.node == "risks"
    assert why.nearest(why.turns(walk(breathless=True))) is None


def test_a_turn_that_opens_questions_gives_a_range() -> None:
    turns = why.turns(walk(breathless=False, swelling_calf=True))
    calf = turns[1]
    assert not calf.outlook.finished
    assert (calf.outlook.lowest, calf.outlook.highest) == (Urgency.SELF_CARE, Urgency.SAME_DAY)
    assert calf.effect == "open"


def test_which_unknowns_mattered() -> None:
    unsure = walk(**{**NOTHING, "swelling_calf": None})
    (unknown,) = why.unknowns(unsure)
    assert unknown.node == "calf"
    assert unknown.yes.lowest is Urgency.SAME_DAY
    assert unknown.no.lowest is Urgency.SELF_CARE
    assert unknown.changes_urgency
    (pill,) = why.unknowns(walk(**{**NOTHING, "pill": None}))
    assert not pill.changes_result, "one point is not enough"


@given(trees.trees(), st.data())
def test_turning_an_answer_round_says_what_a_walk_would(tree: Tree, data: st.DataObject) -> None:
    done = Walk.start(tree)
    while not done.finished:
        done = done.reply(data.draw(st.sampled_from(list(Answer))))
    assert done.urgency is not None
    for turn in why.turns(done):
        question = tree.question(turn.node)
        if question.items:
            continue
        other = done.answer({question.finding: turn.other is Answer.YES})
        while not other.finished:
            other = other.reply(data.draw(st.sampled_from([Answer.YES, Answer.NO])))
        assert other.urgency is not None
        assert turn.outlook.lowest.rank <= other.urgency.rank <= turn.outlook.highest.rank
        if turn.effect == "more":
            assert other.urgency.rank > done.urgency.rank
    for unknown in why.unknowns(done):
        assert unknown.yes.lowest.rank <= done.urgency.rank or unknown.yes.highest.rank >= unknown.yes.lowest.rank
