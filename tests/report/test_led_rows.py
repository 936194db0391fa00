"""What is said of the answer that led to an emergency."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kneetree.model.knowledge import Said
from kneetree.model.tree import Topic
from kneetree.report.led_rows import led_here
from kneetree.walk.walk import Walk
from tests import trees

TREE = trees.make({
    "age": trees.number("age", "signs"),
    "signs": trees.collect(["cold", "numb", "swollen"], "breath"),
    "breath": trees.ask("breathless", "now", "gate"),
    "gate": trees.decide({"cold": 1, "numb": 1, "age_at_least_90": 1}, 1, "now", "home"),
    "now": trees.leaf("emergency"),
    "home": trees.leaf("self_care"),
})  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "sentences", "slip", "unsure"),
    [
        ({"cold": True, "swollen": None}, ["You ticked: Has cold"], "ticked", ["Has swollen"]),
        ({"cold": None, "swollen": None}, ["You were not sure: Has cold"], "unsure", ["Has swollen"]),
        (
            {"breathless": True, "age": None}, ["You answered Yes to “Is it breathless?”"], "answered",
            ["How old are you?"],
        ),
        ({"breathless": None}, ["You were not sure: Is it breathless?"], "unsure", []),
        ({"age": 91}, ["Age: 91 years"], "answered", []),
        ({"age": None}, ["You were not sure: How old are you?"], "unsure", []),
    ],
)  # fmt: skip
def test_the_answer_is_named_as_it_was_asked(
    answers: dict[str, Said], sentences: list[str], slip: str, unsure: list[str]
) -> None:
    usual: dict[str, Said] = {"age": 40, **dict.fromkeys(["cold", "numb", "swollen", "breathless"], False)}
    led = led_here(Walk.start(TREE, answers={**usual, **answers}))
    assert [(row.sentence, row.slip) for row in led.rows] == [(sentence, slip) for sentence in sentences]
    assert list(led.unsure) == unsure


def test_a_good_sign_that_was_not_ticked_is_named_as_that() -> None:
    tree = trees.make({
        "good": trees.ask_items({"walks": 1}, 1, "home", "now"),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    led = led_here(Walk.start(tree, answers={"walks": False}))
    assert [(row.sentence, row.slip) for row in led.rows] == [("You did not tick: Has walks", "answered")]


def test_every_danger_sign_that_was_ticked_is_named_beside_the_one_that_led_here() -> None:
    tree = trees.make({
        "signs": trees.ask_items({"cold": 1, "numb": 1, "hard": 1}, 1, "which", "home"),
        "which": trees.decide({"cold": 1, "hard": 1}, 2, "now", "more"),
        "more": trees.ask("feels", "now", "home"),
        "now": trees.leaf("emergency"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    for key, question in list(tree.questions.items()):
        tree.questions[key] = replace(question, topic=Topic.RED_FLAG)
    led = led_here(Walk.start(tree, answers={"cold": True, "numb": True, "hard": True}))
    assert {row.fact for row in led.rows} == {"cold", "numb", "hard"}


def test_each_not_sure_that_alone_could_make_it_milder_can_be_asked_again() -> None:
    """An injury and standing were both not sure: each of them, if it were as usual, leads to a milder result."""
    tree = trees.make({
        "injury": trees.ask("injured", "stand", "home"),
        "stand": trees.collect(["stands", "clicks"], "gate"),
        "gate": trees.decide({"stands": 1}, 1, "today", "now"),
        "now": trees.leaf("emergency"),
        "today": trees.leaf("same_day"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    led = led_here(Walk.start(tree, answers={"injured": None, "stands": None, "clicks": None}))
    assert sorted((row.fact, row.slip) for row in led.rows) == [("injured", "unsure"), ("stands", "unsure")]
    assert led.unsure == ("Has clicks",)
