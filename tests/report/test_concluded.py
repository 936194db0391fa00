"""What followed from the numbers that a person gave is told in facts that are true of them, and in few words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.analysis import cases
from kneetree.model import scales
from kneetree.model.knowledge import Said
from kneetree.model.scales import Span
from kneetree.model.tree import Kind
from kneetree.report.concluded import concluded
from kneetree.walk.walk import Walk
from tests import trees
from tests.report import walks
from tests.shipped.in_languages import shipped_in

TREE = trees.make({
    "age": trees.number("age", "days"),
    "days": trees.number("days", "signs"),
    "signs": trees.collect(["cold"], "gate"),
    "gate": trees.decide(
        {"cold": 1, "age_at_least_40": 1, "age_at_least_60": 1, "days_at_least_14": 1}, 2, "adult", "home"
    ),
    "adult": trees.ask("age_at_least_17", "child", "home"),
    "child": trees.decide({"age_at_least_90": 1}, 1, "today", "home"),
    "today": trees.leaf("same_day"),
    "home": trees.leaf("self_care"),
})  # fmt: skip


@pytest.mark.parametrize(
    ("age", "days", "lines"),
    [
        (50, 3, ("Aged 40 years or over", "Aged under 60 years", "Started less than 2 weeks ago")),
        (40, 14, ("Aged 40 years or over", "Aged under 60 years", "Started 2 weeks or more ago")),
        (39, 14, ("Aged 17 years or over", "Aged under 40 years", "Started 2 weeks or more ago")),
        (70, 20, ("Aged 60 years or over", "Aged under 90 years", "Started 2 weeks or more ago")),
        (95, 20, ("Aged 90 years or over", "Started 2 weeks or more ago")),
        (None, 20, ("Started 2 weeks or more ago",)),
        (None, None, ()),
        (Span(40, 59), Span(0, 13), ("Aged 40 years or over", "Aged under 60 years", "Started less than 2 weeks ago")),
        (Span(30, 70), 3, ("Aged 17 years or over", "Aged under 90 years", "Started less than 2 weeks ago")),
    ],
)
def test_the_nearest_limits_that_counted_are_told(age: Said, days: Said, lines: tuple[str, ...]) -> None:
    walk = Walk.start(TREE, answers={"age": age, "days": days, "cold": True})
    assert concluded(walk) == lines


def test_what_was_asked_itself_is_not_told_again() -> None:
    tree = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()})
    assert concluded(Walk.start(tree, answers={"age": 50})) == ()


@given(st.data())
def test_all_that_is_told_is_true_of_the_person(data: st.DataObject) -> None:
    walk = Walk.start(walks.rich())
    while not walk.finished:
        walk = walks.step(walk, data)
    age = walk.said.get("age")
    told = concluded(walk)
    true = {
        scales.statement(walk.tree.scales["age"], limit, True, "en")
        for limit in range(1, 121)
        if age is not None and age >= limit
    }
    true |= {
        scales.statement(walk.tree.scales["age"], limit, False, "en")
        for limit in range(1, 121)
        if age is not None and age < limit
    }
    assert {*told} <= true
    assert len(told) <= 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_nobody_reads_what_authors_call_a_decision_or_more_than_a_few_lines(language: str) -> None:
    tree = shipped_in(language)
    titles = {asked.text for asked in tree.all_asked() if asked.kind is Kind.DECISION}
    for key in sorted(tree.cases)[::20]:
        told = concluded(cases.walk_of(tree, tree.cases[key]))
        assert len(told) <= 2 * len(tree.scales)
        assert not titles & {*told}
        assert all(len(line) < 60 for line in told)
