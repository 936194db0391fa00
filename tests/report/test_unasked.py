"""What nobody asked: named where a safety rule could still hold for this person, counted where not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.report.first_sentence import parted
from kneetree.report.summary import summarise
from kneetree.report.unasked import Unasked, unasked
from kneetree.walk.walk import Walk
from tests import trees


def tree_with(**rules: tuple[dict[str, bool], Urgency]) -> Tree:
    return trees.make(
        {
            "cold": trees.ask("cold", "now", "age"),
            "age": trees.number("age", "numb"),
            "numb": trees.ask("numb", "today", "hot"),
            "hot": trees.ask("hot", "today", "home"),
            "now": trees.leaf("emergency"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf("self_care"),
        },
        rules={
            key: Rule(id=key, statement="", given=given, urgency_at_least=level)
            for key, (given, level) in rules.items()
        },
    )


def test_without_rules_everything_is_counted() -> None:
    assert unasked(Walk.start(tree_with(), answers={"cold": True})) == Unasked((), 3)


def test_a_fact_of_a_rule_at_the_level_of_the_result_is_named_and_one_below_is_not() -> None:
    tree = tree_with(a=({"numb": True}, Urgency.EMERGENCY), b=({"hot": True}, Urgency.SAME_DAY))
    assert unasked(Walk.start(tree, answers={"cold": True})) == Unasked((tree.statement("numb"),), 2)


def test_a_rule_that_an_answer_rules_out_names_nothing() -> None:
    tree = tree_with(a=({"hot": True, "cold": True}, Urgency.SAME_DAY))
    walk = Walk.start(tree, answers={"cold": False, "age": 40, "numb": True})
    assert unasked(walk) == Unasked((), 1)


@pytest.mark.parametrize("said", [False, None])
def test_a_rule_that_agrees_with_what_was_said_or_unsure_names_the_rest(said: bool | None) -> None:
    tree = tree_with(a=({"hot": True, "cold": False}, Urgency.EMERGENCY))
    walk = Walk.start(tree, answers={"cold": said, "age": 40, "numb": True})
    assert unasked(walk).named == ((tree.statement("hot"),) if "hot" not in walk.said else ())


def test_a_number_is_named_by_its_question_once() -> None:
    tree = tree_with(
        a=({"age_at_least_60": True}, Urgency.EMERGENCY), b=({"age_at_least_17": False}, Urgency.EMERGENCY)
    )
    assert unasked(Walk.start(tree, answers={"cold": True})).named == (tree.scales["age"].text,)


LONG = "that goes on for more letters than a sentence has that only names a part of the body"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ("",)),
        ("One only.", ("One only.",)),
        (f"A clot {LONG}. It is in a vein. Go.", (f"A clot {LONG}.", "It is in a vein. Go.")),
        (f"At 3 p.m. or later {LONG}. Then go.", (f"At 3 p.m. or later {LONG}.", "Then go.")),
        (f"Es un coágulo {LONG}. ¿Qué hacer?", (f"Es un coágulo {LONG}.", "¿Qué hacer?")),
        ("A muscle. It can tear. Rest it. Go.", ("A muscle. It can tear.", "Rest it. Go.")),
        ("A muscle. It can tear.", ("A muscle. It can tear.",)),
    ],
)
def test_the_first_sentence_is_parted_from_the_rest_a_short_one_with_the_next(
    text: str, parts: tuple[str, ...]
) -> None:
    assert parted(text) == parts


def test_what_was_answered_on_a_way_that_was_left_was_asked() -> None:
    tree = tree_with(a=({"numb": True}, Urgency.EMERGENCY), b=({"hot": True}, Urgency.EMERGENCY))
    walk = Walk.start(tree, answers={"cold": False, "age": 72, "numb": False, "hot": False}).answer({"cold": True})
    assert unasked(walk) == Unasked((tree.statement("numb"), tree.statement("hot")), 1)
    assert unasked(walk, walk.elsewhere) == Unasked()


@given(trees.trees(), st.randoms(use_true_random=False))
def test_no_answer_is_ever_told_as_not_asked(tree: Tree, chance: random.Random) -> None:
    """A person walks, goes back, and answers some question otherwise, as after a slip."""
    walk = _walked(Walk.start(tree), chance)
    asked = [step.node for step in walk.path if step.asked]
    if asked:
        walk = _walked(walk.without(chance.choice(asked)), chance)
    summary = summarise(walk, elsewhere=walk.elsewhere)
    facts = summary.facts
    told = [*facts.numbers, *facts.true, *facts.false, *facts.unsure]
    assert len(told) == len(walk.answers)
    assert summary.unasked.others + len(summary.unasked.named) == len({*tree.findings, *tree.scales} - {*walk.answers})


def _walked(walk: Walk, chance: random.Random) -> Walk:
    while walk.question:
        facts = knowledge.to_ask(walk.tree.asked(walk.question), walk.told)
        values: dict[str, list[Said]] = {fact: [0, 30, 70] for fact in facts if fact in walk.tree.scales}
        walk = walk.answer({fact: chance.choice([*values.get(fact, [True, False]), None]) for fact in facts})
    return walk
