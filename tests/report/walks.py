"""Walks for the tests of reports: whatever a person may say, and a tree that has everything a report tells."""

from __future__ import annotations

from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.tree import (
    About,
    Advice,
    Condition,
    Finding,
    Kind,
    Recovery,
    Start,
    Tree,
    Urgency,
    WarningSign,
)
from kneetree.walk.walk import Walk
from tests import trees


def step(walk: Walk, data: st.DataObject) -> Walk:
    """The walk with anything said to its open question."""
    asked = walk.tree.asked(walk.question or "")
    if asked.kind is Kind.NUMBER:
        scale = walk.tree.scales[asked.scale]
        return walk.answer({asked.scale: data.draw(st.none() | st.integers(scale.least, scale.most))})
    said = {fact: data.draw(st.sampled_from([True, False, None])) for fact in knowledge.to_ask(asked, walk.told)}
    return walk.answer(said)


def rich(language: str = "en") -> Tree:
    """A number, a collecting list, a yes/no question and a decision; results with warnings of several levels."""
    return trees.make(
        {
            "age": trees.number("age", "you"),
            "you": trees.collect(["cancer", "travel", "pill"], "calf"),
            "calf": trees.ask("swelling_calf", "clot_today", "score"),
            "score": trees.decide({"cancer": 2, "travel": 1, "age_at_least_60": 1}, 2, "clot_soon", "adult"),
            "adult": trees.ask("age_at_least_17", "strain", "growing"),
            "clot_today": trees.leaf(
                "same_day", "dvt", get_help_if={Urgency.EMERGENCY: ("breathless",), Urgency.SAME_DAY: ("cold",)}
            ),
            "clot_soon": trees.leaf("within_days", "dvt", get_help_if={Urgency.EMERGENCY: ("breathless", "blue")}),
            "strain": trees.leaf(
                "self_care",
                get_help_if={
                    Urgency.EMERGENCY: ("breathless",),
                    Urgency.ROUTINE: ("weeks",),
                    Urgency.SAME_DAY: ("blue",),
                },
            ),
            "growing": trees.leaf("routine", "growing", get_help_if={Urgency.EMERGENCY: ("breathless",)}),
        },
        language=language,
        about=About(intended_use="For knees.", not_for="No diagnosis.", emergency="Call 999.", call="999"),
        start=Start("Your knee", "Answer some questions.", "Begin"),
        findings={
            "swelling_calf": Finding("One calf is bigger than the other"),
            "cancer": Finding("You have been treated for cancer"),
            "travel": Finding("You have travelled"),
            "pill": Finding("You do not take a pill", usual=True),
        },
        advice={"rest": Advice("Rest."), "bridges": Advice("Do bridges."), "sprint": Advice("Sprint twice.")},
        warnings={
            "breathless": WarningSign("you become short of breath"),
            "cold": WarningSign("the foot goes cold"),
            "blue": WarningSign("the leg turns blue"),
            "weeks": WarningSign("it still hurts after six weeks"),
            "worse": WarningSign("it gets worse"),
        },
        conditions={
            "dvt": Condition("DVT", "A clot", "A clot.", Recovery("Months.")),
            "strain": Condition(
                "Strain", "A strain", "It tore.", Recovery("Six weeks.", ("rest",), ("bridges",), ("sprint",))
            ),
            "growing": Condition("Growing pains"),
        },
    )


def told(tree: Tree | None = None, **answers: bool | int | None) -> Walk:
    """The walk through ``rich`` of somebody of 30 with nothing to tell but ``answers``."""
    usual = {"age": 30, "cancer": False, "travel": False, "pill": True, "swelling_calf": False}
    return Walk.start(tree or rich(), answers={**usual, **answers})
