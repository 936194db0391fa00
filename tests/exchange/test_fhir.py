"""The Questionnaire and the response to it are valid R4B, and say of each question and fact what the tree says.

That a form walks as we do is held in ``tests/web/test_forms.py``, by a program that evaluates the expressions.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits, exchange
from kneetree.drawing.markup import clean
from kneetree.exchange.fhir import url_of
from kneetree.exchange.fhir_response import fhir_response
from kneetree.model.tree import Decision, Kind, Leaf, Tree
from kneetree.report.summary import review_sentence
from kneetree.walk.walk import Walk
from tests.exchange.test_exchange import TREES
from tests.luck import examples
from tests.report.walks import rich
from tests.shipped.in_languages import shipped_in
from tests.trees import small, trees
from tests.walk.players import to_the_end

F = "urn:kneetree:finding"


def made(tree: Tree) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(exchange.export(tree, "fhir.json"))
    return read


def valid(kind: str, data: object) -> None:
    """Hold it that a resource is valid R4B; left out where the validator is not installed, as without Qt."""
    pytest.importorskip("fhir.resources")
    from fhir.resources.R4B.questionnaire import Questionnaire
    from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

    {"Questionnaire": Questionnaire, "QuestionnaireResponse": QuestionnaireResponse}[kind].model_validate(data)


def options(item: dict[str, Any]) -> list[str]:
    return [option["valueCoding"]["code"] for option in item.get("answerOption", ())]


@pytest.mark.parametrize("tree", TREES, ids=["small", "evil", "rich"])
def test_each_question_is_an_item_and_each_result_after_them(tree: Tree) -> None:
    read = made(tree)
    valid("Questionnaire", read)
    assert (read["resourceType"], read["status"]) == ("Questionnaire", "draft")
    assert re.fullmatch(r"[A-Z][A-Za-z0-9_]{0,254}", read["name"])
    assert "This export loses" in read["description"]
    assert not re.search(r"(?<!\\)<script", read["description"])
    first, *items = read["item"]
    assert first["type"] == "display"
    assert first["text"].startswith(review_sentence(tree))
    about = tree.about
    assert about is None or all(clean(text) in first["text"] for text in (about.emergency, about.not_for))
    links = [item["linkId"] for item in items]
    assert len(links) == len(set(links))
    asks = {key for key, node in tree.nodes.items() if not isinstance(node, Leaf | Decision)}
    leaves = [key for key, node in tree.nodes.items() if isinstance(node, Leaf)]
    assert {link for link in links if not link.endswith(".unsure")} == {*asks, *leaves}
    told = [tree.leaf(item["linkId"]).urgency.rank for item in items if item["type"] == "display"]
    assert told == sorted(told, reverse=True)
    assert [item["type"] for item in items[-len(leaves) :]] == ["display"] * len(leaves)
    names = [extension["valueExpression"]["name"] for extension in read["extension"]]
    assert len(names) == len(set(names))
    for extension in [*read["extension"], *(e for item in items for e in item.get("extension", ()))]:
        text = extension.get("valueExpression", {}).get("expression", "")
        assert set(re.findall(r"%(\w+)", text)) <= {*names, "resource", "questionnaire"}


def test_statements_keep_one_code_and_not_sure_is_asked_unknown() -> None:
    items = {item["linkId"]: item for item in made(rich())["item"]}
    assert items["age"]["type"] == "integer"
    bounds = [extension["valueInteger"] for extension in items["age"]["extension"] if "valueInteger" in extension]
    assert bounds == [0, 120]
    assert options(items["age.unsure"]) == ["asked-unknown"]
    lines = ["cancer", "travel", "pill"]
    assert options(items["you"])[: len(lines)] == lines == options(items["you.unsure"])
    assert options(items["you"])[len(lines) :] == ["none", "asked-unknown"]
    assert items["you"]["repeats"] is True
    assert options(items["calf"]) == ["Y", "N", "asked-unknown"]
    assert items["calf"]["code"][0]["system"] == F
    codes: dict[str, set[str]] = {}
    for item in items.values():
        for one in [*item.get("code", ()), *(option["valueCoding"] for option in item.get("answerOption", ()))]:
            if one["system"] == F:
                codes.setdefault(one["code"], set()).add(one["display"])
    assert all(len(words) == 1 for words in codes.values())


def test_no_not_sure_where_a_question_does_not_allow_it() -> None:
    tree = small()
    tree.questions["breathless"] = structs.replace(tree.questions["breathless"], unsure=False)
    item = made(tree.copy())["item"][1]
    assert options(item) == ["Y", "N"]


def test_the_name_and_address_are_the_same_in_all_languages() -> None:
    english, spanish = (made(shipped_in(language)) for language in ("en", "es"))
    valid("Questionnaire", spanish)
    for key in ("url", "name", "version"):
        assert english[key] == spanish[key]
    assert english["title"] != spanish["title"]
    assert [item["linkId"] for item in english["item"]] == [item["linkId"] for item in spanish["item"]]


def test_it_is_active_only_as_it_was_reviewed() -> None:
    tree = small()
    tree.apply(edits.sign_off(tree, "A", "GP", "2026-11-24", "2027-11-24"))
    read = made(tree)
    assert (read["status"], read["approvalDate"]) == ("active", "2026-11-24")
    tree.questions["breathless"] = structs.replace(tree.questions["breathless"], unsure=False)
    assert made(tree.copy())["status"] == "draft"


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees(), st.data())
def test_a_response_holds_what_was_asked_and_nothing_else(tree: Tree, data: st.DataObject) -> None:
    walk = to_the_end(Walk.start(tree), data)
    read = json.loads(fhir_response(walk))
    valid("QuestionnaireResponse", read)
    assert read["questionnaire"].split("|")[0] == url_of(tree)
    items = {item["linkId"]: item for item in read["item"]}
    form = {item["linkId"]: item for item in made(tree)["item"]}
    assert items.keys() <= form.keys()
    for link, item in items.items():
        given = [answer.get("valueCoding", {}).get("code") for answer in item.get("answer", ())]
        assert form[link]["type"] == "integer" or set(given) <= set(options(form[link]))
    said: dict[str, Any] = {}
    for step in walk.path:
        if not step.asked:
            continue
        asked, wanted = tree.asked(step.node), walk.asked_of(step.node)
        codes = [answer.get("valueCoding", {}).get("code") for answer in items.get(step.node, {}).get("answer", ())]
        beside = options_of(items.get(f"{step.node}.unsure", {}))
        if asked.kind is Kind.NUMBER:
            value = None if "asked-unknown" in beside else items[step.node]["answer"][0]["valueInteger"]
            said[asked.scale] = value
        elif not asked.lines:
            said[asked.finding] = {"Y": True, "N": False, "asked-unknown": None}[codes[0]]
        else:
            assert ("asked-unknown" in codes) == bool(beside)
            said |= {key: True if key in codes else None if key in beside else False for key in wanted}
    assert said == walk.said
    assert [link for link, item in items.items() if "answer" not in item] == list(walk.leaves)


def options_of(item: dict[str, Any]) -> list[str]:
    return [answer["valueCoding"]["code"] for answer in item.get("answer", ())]
