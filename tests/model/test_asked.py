"""A node joined with the wording that it names, and findings in the words that people read."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree.model.tree import Answer, Finding, Kind, Line, Topic, Tree
from tests import trees


def tree() -> Tree:
    return trees.make(
        {
            "first": trees.ask("sore", "old", "age", answer_rule="Say yes if it hurts.", unsure=False, note="N."),
            "age": trees.number("age", "more"),
            "more": trees.collect(["clot", "pill"], "risks"),
            "risks": trees.ask_items({"cancer": 2, "travel": 1}, 3, "soon", "enough"),
            "old": trees.ask("age_at_least_60", "soon", "home"),
            "enough": trees.decide({"clot": 1, "age_at_least_40": 2}, 2, "soon", "home", false=("clot",)),
            "soon": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )


def test_a_yes_no_question() -> None:
    asked = tree().asked("first")
    assert (asked.node, asked.entry, asked.kind, asked.finding) == ("first", "sore", Kind.YES_NO, "sore")
    assert (asked.text, asked.answer_rule, asked.unsure) == ("Is it sore?", "Say yes if it hurts.", False)
    assert (asked.help, asked.why, asked.topic, asked.sources, asked.note) == (
        "Look.", "It matters.", Topic.SYMPTOM, ("src",), "N.",
    )  # fmt: skip
    assert asked.findings == asked.facts == ("sore",)
    assert (asked.lines, asked.is_list, asked.collects) == ((), False, False)
    assert asked.edges() == ((Answer.YES, "old"), (Answer.NO, "age"))
    assert (asked.target("yes"), asked.target("no")) == ("old", "age")


def test_a_list_with_points() -> None:
    asked = tree().asked("risks")
    assert (asked.kind, asked.at_least, asked.is_list) == (Kind.LIST, 3, True)
    assert asked.lines == (Line("cancer", "Has cancer", 2), Line("travel", "Has travel", 1))
    assert asked.findings == asked.facts == ("cancer", "travel")


def test_a_list_that_collects() -> None:
    asked = tree().asked("more")
    assert asked.collects and asked.is_list
    assert asked.edges() == ((Answer.NEXT, "risks"),)
    assert asked.target("next") == "risks"


def test_a_number() -> None:
    asked = tree().asked("age")
    assert (asked.kind, asked.entry, asked.scale, asked.finding) == (Kind.NUMBER, "age", "age", "")
    assert (asked.text, asked.help, asked.why, asked.topic) == (
        "How old are you?", "Count whole years.", "It matters.", Topic.AGE,
    )  # fmt: skip
    assert (asked.findings, asked.facts) == ((), ("age",))


def test_a_threshold_asks_for_its_number() -> None:
    asked = tree().asked("old")
    assert (asked.kind, asked.entry, asked.scale, asked.finding) == (Kind.NUMBER, "age", "age", "age_at_least_60")
    assert asked.text == "How old are you?"
    assert (asked.findings, asked.facts) == (("age_at_least_60",), ("age",))
    assert (asked.yes, asked.no) == ("soon", "home")


def test_a_decision_asks_nothing() -> None:
    asked = tree().asked("enough")
    assert (asked.kind, asked.entry, asked.text, asked.at_least) == (Kind.DECISION, "", "Enough of them", 2)
    assert asked.lines == (
        Line("clot", "Has clot", 1, False),
        Line("age_at_least_40", "Aged 40 years or over", 2, True),
    )
    assert (asked.findings, asked.facts) == (("clot", "age_at_least_40"), ())
    assert not asked.is_list


def test_one_wording_serves_every_place_that_asks_it() -> None:
    nodes = {
        "a": trees.ask("sore", "b", "c"),
        "b": trees.ask("sore", "c", "d"),
        "c": trees.leaf(),
        "d": trees.leaf("same_day"),
    }
    twice = trees.make(nodes)
    assert list(twice.questions) == ["sore"]
    assert twice.asked("a") == structs.replace(twice.asked("b"), node="a", yes="b", no="c")


def test_how_a_finding_reads() -> None:
    some = tree()
    assert some.statement("sore") == "Has sore"
    assert some.statement("age_at_least_60") == "Aged 60 years or over"
    assert some.statement("age_at_least_60", False) == "Aged under 60 years"
    assert some.statement("age_at_least_1") == "Aged 1 year or over"
    assert some.statement("nobody") == "nobody"
    assert some.statement("days_at_least_7") == "days_at_least_7", "there is no such scale here"
    some.findings["empty"] = Finding("")
    assert some.statement("empty") == "empty"
    some.language = "es"
    assert some.statement("age_at_least_60") == "Aged 60 años or over"


@pytest.mark.parametrize("key", ["soon", "nowhere"])
def test_only_what_leads_on_asks(key: str) -> None:
    with pytest.raises(KeyError, match=key):
        tree().asked(key)
