"""LHC-Forms, a real program for forms, asks our Questionnaire as the walk does and comes to the same results."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from kneetree import exchange
from kneetree.analysis import cases
from kneetree.exchange.fhir_response import fhir_response
from kneetree.model.tree import Case, Tree
from kneetree.proof import reaching
from kneetree.walk.walk import Walk
from tests.luck import examples
from tests.report.walks import rich
from tests.shipped.in_languages import shipped_in
from tests.trees import trees
from tests.web.browser import in_browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PEOPLE = 40
MOST = 1.5
"""The form may ask so many times as many questions as a walk in which nothing is left out."""


def chosen(tree: Tree) -> list[Case]:
    """People from all over the tree, a quarter of them not sure about something."""
    people = list(tree.cases.values())
    doubtful = [case for case in people if None in case.findings.values() or len(case.extra) < len(tree.scales)]
    some = doubtful[:: max(1, len(doubtful) // (PEOPLE // 4))][: PEOPLE // 4]
    rest = [case for case in people if case not in some]
    return [*some, *rest[:: len(rest) // (PEOPLE - len(some))]][:PEOPLE]


def facts_of(tree: Tree, case: Case) -> dict[str, Any]:
    said: dict[str, Any] = {key: case.findings.get(key, finding.usual) for key, finding in tree.findings.items()}
    return said | {scale: case.extra.get(scale) for scale in tree.scales}


def filled_in(folder: Path, people: list[tuple[Tree, dict[str, Any]]]) -> list[dict[str, Any]]:
    """What the form of each person's tree asked them and showed in the end."""
    own: dict[int, Tree] = {id(tree): tree for tree, _ in people}
    forms = [json.loads(exchange.export(tree, "fhir.json")) for tree in own.values()]
    answering = [{"form": list(own).index(id(tree)), "facts": facts} for tree, facts in people]
    found: list[dict[str, Any]] = in_browser("forms.mjs", folder, {"forms": forms, "people": answering}, 800)
    numbers = [[i["linkId"] for i in form["item"] if i["type"] == "integer"] for form in forms]
    return [{**seen, "numbers": numbers[person["form"]]} for seen, person in zip(found, answering, strict=True)]


def asked_by(seen: dict[str, Any]) -> int:
    """How many questions a person answered; a number and *not sure* beside it are one, a list of doubts is another."""
    numbers = {link for link in seen["asked"] if link.endswith(".unsure") and link[:-7] in seen["numbers"]}
    return len(set(seen["asked"]) - numbers)


@pytest.mark.timeout(900)
def test_people_click_their_way_to_the_same_result(tmp_path: Path) -> None:
    tree = shipped_in("en")
    people = chosen(tree)
    found = filled_in(tmp_path, [(tree, facts_of(tree, case)) for case in people])
    walks = [cases.walk_of(tree, case) for case in people]
    assert len(found) == len({case.id for case in people}) == PEOPLE
    for case, walk, seen in zip(people, walks, found, strict=True):
        first, *results = seen["shown"]
        assert first == "about"
        assert results, case.id
        assert tree.leaf(results[0]).urgency is walk.urgency, (case.id, results, walk.leaves)
    assert sum(map(asked_by, found)) <= MOST * sum(walk.asked for walk in walks)
    same = sum(set(walk.leaves) == set(seen["shown"][1:]) for walk, seen in zip(walks, found, strict=True))
    assert same >= 0.9 * PEOPLE


@pytest.mark.timeout(300)
def test_small_trees_are_walked_alike_by_anybody(tmp_path: Path) -> None:
    people: list[tuple[Tree, dict[str, Any]]] = []

    @settings(
        max_examples=examples(30), deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(trees(), st.randoms(use_true_random=False))
    def collect(tree: Tree, luck: Random) -> None:
        # A form decides anew at every answer, so a decision that lacks a fact, which is an error, hears it later.
        assume(not any(reaching.decisions_lacking(tree)))
        facts: dict[str, Any] = {key: luck.choice([True, False]) for key in tree.findings}
        facts |= {key: luck.randint(one.least, one.most) for key, one in tree.scales.items()}
        people.append((tree, facts))
        questions = [tree.asked(key) for key, node in tree.nodes.items() if node.edges()]
        sure = {fact for asked in questions for fact in asked.facts if not asked.unsure}
        people.append((tree, {key: said if key in sure else luck.choice([said, None]) for key, said in facts.items()}))

    collect()
    assert len(people) >= examples(30)
    for (tree, facts), seen in zip(people, filled_in(tmp_path, people), strict=True):
        walk = Walk.start(tree, answers=facts)
        results = seen["shown"][1:]
        assert walk.urgency is tree.leaf(results[0]).urgency, (facts, results, walk.path)
        if None not in facts.values():
            assert sorted(results) == sorted(walk.leaves), (facts, seen["asked"], walk.path)


def test_a_response_that_the_form_makes_is_that_of_the_walk(tmp_path: Path) -> None:
    tree = rich()
    facts: dict[str, Any] = dict.fromkeys(tree.findings, False) | {"travel": None, "cancer": True, "age": 44, "days": 3}
    (seen,) = filled_in(tmp_path, [(tree, {**dict.fromkeys(tree.scales), **facts})])
    walk = Walk.start(tree, answers=facts)
    own = json.loads(fhir_response(walk))
    assert walk.finished
    assert answers(seen["response"]) == answers(own)
    assert own["questionnaire"] == seen["response"]["questionnaire"]


def answers(response: dict[str, Any]) -> dict[str, Any]:
    """What was answered to each item, without the words and in no order."""
    kept = {}
    for item in response["item"]:
        given = [
            answer.get("valueInteger", answer.get("valueCoding", {}).get("code")) for answer in item.get("answer", ())
        ]
        if given:
            kept[item["linkId"]] = sorted(map(str, given))
    return kept
