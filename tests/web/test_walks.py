"""The web page walks as Python does and says the same: on random trees and for all people of the shipped tree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec import structs

from kneetree.analysis import cases
from kneetree.files import tree_files
from kneetree.model.tree import About, Advice, Finding, Recovery, Rule, Topic, Tree, Urgency
from kneetree.walk.walk import Walk
from tests.luck import examples
from tests.shipped.in_languages import shipped_in
from tests.trees import trees
from tests.walk.players import some_more, to_the_end
from tests.web.browser import in_browser
from tests.web.recorded import recorded

pytestmark = [pytest.mark.slow, pytest.mark.browser]

ODD = {"f0": "constructor", "f1": "valueof", "q1": "tostring", "l0": "hasownproperty", "f2": "7", "q2": "0"}
"""Ids that an object has before anything is put into it, or that it puts in another order."""


def many(count: int) -> list[dict[str, Any]]:
    """Random trees, each with a few people who walk to the end and some who stop on the way."""
    found = []

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(trees(), st.data())
    def collect(tree: Tree, data: st.DataObject) -> None:
        tree = fuller(tree)
        walks = [to_the_end(Walk.start(tree), data) for _ in range(3)]
        walks.append(some_more(Walk.start(tree), data))
        found.append(recorded([tree], walks))

    collect()
    return found


def fuller(tree: Tree) -> Tree:
    """The tree with what random trees do not have: recovery, a number to call, rules, and facts of every kind."""
    twin = tree.copy()
    twin.about = About(call="999", emergency="Call.")
    twin.advice["ice"] = Advice("Cool it.")
    recovery = Recovery("Six weeks.", ("rest", "ice"), ("ice",), ("rest",))
    twin.conditions.update({key: structs.replace(one, recovery=recovery) for key, one in twin.conditions.items()})
    facts = {"f0": Finding("MRI shows it.", usual=True), "f1": Finding("I can walk", reassures="So it is.")}
    twin.findings.update({key: fact for key, fact in facts.items() if key in twin.findings})
    flagged = [key for key, question in twin.questions.items() if question.lines][::2]
    twin.questions.update({key: structs.replace(twin.questions[key], topic=Topic.RED_FLAG) for key in flagged})
    given = {"age_at_least_60": True, **{key: False for key in facts if key in twin.findings}}
    twin.rules["r"] = Rule(id="r", statement="So.", given=given, urgency_at_least=Urgency.WITHIN_DAYS)
    return twin.copy()


def with_odd_ids(row: dict[str, Any]) -> dict[str, Any]:
    text = json.dumps(row)
    for plain, odd in ODD.items():
        text = text.replace(f'"{plain}"', f'"{odd}"')
    renamed: dict[str, Any] = json.loads(text)
    return renamed


def test_random_trees_are_walked_alike(tmp_path: Path) -> None:
    rows = many(examples(500))
    found = in_browser("walks.mjs", tmp_path, {"trees": [*rows, *map(with_odd_ids, rows[::4])]})
    assert found["differences"] == []
    assert found["walks"] >= 4 * len(rows)


def test_all_people_of_the_shipped_tree_are_walked_alike_in_both_languages(tmp_path: Path) -> None:
    tree, spanish = shipped_in("en"), shipped_in("es")
    people = dict(tree.cases)
    for path in sorted((Path(__file__).parents[1] / "cases").glob("*.json")):
        people |= {f"{path.stem}-{key}": case for key, case in tree_files.read_cases(path, tree.scales).cases.items()}
    walks = [cases.walk_of(tree, person) for person in people.values()]
    found = in_browser("walks.mjs", tmp_path, {"trees": [recorded([tree, spanish], walks, each=12)]})
    assert found == {"walks": len(people), "differences": []}
