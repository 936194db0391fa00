"""How many questions it takes, proved or counted, and which questions change nothing."""

from __future__ import annotations

import json

import pytest

from kneetree.analysis import statistics
from tests import trees


def test_the_figures_of_a_small_tree() -> None:
    found = statistics.stats(trees.small())
    assert (found.questions, found.leaves, found.rules, found.cases) == (3, 3, 1, 2)
    assert found.emergency_within == 1
    asked_most = (("lungs", "no", "asked"), ("calf", "no", "asked"), ("risks", "no", "asked"))
    assert found.longest_walk == statistics.Ceiling(3, 3, asked_most, "strain")
    assert found.most_lines == statistics.Ceiling(5, 5, asked_most, "strain")
    assert (found.median_of_cases, found.longest_of_cases) == (2.5, 3)
    rows = {row.leaf: row for row in found.by_leaf}
    assert (rows["clot_today"].cases, rows["clot_today"].fewest) == (1, 2)
    assert rows["lungs_now"].cases == 0


def test_a_question_whose_answers_end_alike_changes_nothing() -> None:
    tree = trees.make(
        {
            "idle": trees.ask("f", "a", "b"),
            "a": trees.leaf("routine", "strain"),
            "b": trees.leaf("routine", "strain"),
        }
    )
    assert statistics.stats(tree).never_change_a_result == ("idle",)


def test_a_question_that_another_one_builds_on_does_change_results() -> None:
    tree = trees.make(
        {
            "sorter": trees.ask("f", "left", "right"),
            "left": trees.ask("f", "a", "b"),
            "right": trees.ask("f", "a", "b"),
            "a": trees.leaf("routine", "strain"),
            "b": trees.leaf("self_care", "strain"),
        }
    )
    assert statistics.stats(tree).never_change_a_result == ()


def test_figures_as_text_and_json() -> None:
    found = statistics.stats(trees.ladder(60))
    told = json.loads(json.dumps(statistics.to_json(found)))["longest_walk"]
    assert (told["most"], told["at_most"], told["leaf"], len(told["path"])) == (120, 120, "end", 120)
    text = statistics.to_text(found)
    assert "is asked more than 120 questions and 120 lines" in text
    assert "Asked most questions: top0 " in text


def test_a_ceiling_that_is_not_exact_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kneetree.proof.longest.MOST_COUNTS", 0)
    tree = trees.make(
        {
            "calf": trees.ask("calf", "old", "again"),
            "old": trees.ask("hot", "again", "home"),
            "again": trees.ask("calf", "home", "older"),
            "older": trees.number("age", "home"),
            "home": trees.leaf(),
        }
    )
    found = statistics.stats(tree)
    assert found.longest_walk.most < found.longest_walk.at_most == 4
    assert "more than 4 questions (somebody is asked 2) and" in statistics.to_text(found)


def test_what_only_collects_changes_a_result_where_a_decision_counts_it() -> None:
    tree = trees.make(
        {
            "one": trees.collect(["f"], "other"),
            "other": trees.collect(["g"], "n"),
            "n": trees.number("age", "sum"),
            "sum": trees.decide({"f": 1, "age_at_least_60": 1}, 1, "a", "idle"),
            "idle": trees.decide({"f": 1}, 1, "b", "c"),
            "a": trees.leaf("same_day"),
            "b": trees.leaf("routine"),
            "c": trees.leaf("routine"),
        }
    )
    found = statistics.stats(tree)
    assert set(found.never_change_a_result) == {"other", "idle"}
    assert (found.questions, found.decisions, found.findings, found.scales) == (3, 2, 2, 1)
    assert "2 decisions" in statistics.to_text(found)


def test_the_lines_of_cases_are_counted() -> None:
    found = statistics.stats(trees.small())
    assert (found.median_lines_of_cases, found.most_lines_of_cases) == (3.5, 5)
