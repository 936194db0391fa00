"""Findings that are asked in ways that do not fit together, and lists whose lines do not belong together."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import checks
from kneetree.model.tree import Question, Topic, Tree
from tests import trees

LIST = "question:list_cancer_travel_pill"


def found(tree: Tree) -> set[tuple[str, str | None]]:
    codes = {"list_mixes_reassuring", "list_mixes_usual", "asked_in_two_ways", "asked_with_and_without_not_sure"}
    return {(one.code, one.place) for one in checks.check(tree) if one.code in codes}


def alter(tree: Tree, *findings: str, **fields: object) -> None:
    for finding in findings:
        tree.findings[finding] = structs.replace(tree.findings[finding], **fields)


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"reassures": "It is harmless."}, "list_mixes_reassuring"), ({"usual": True}, "list_mixes_usual")],
)
def test_a_list_holds_good_signs_or_bad_ones(fields: dict[str, object], code: str) -> None:
    tree = trees.small()
    assert found(tree) == set()
    alter(tree, "travel", **fields)
    assert found(tree) == {(code, LIST)}
    (message,) = [one.message for one in checks.check(tree) if one.code == code]
    assert "'Has travel'" in message
    alter(tree, "cancer", "pill", **fields)
    assert found(tree) == set(), "all lines are alike"


def test_a_finding_has_one_yes_no_question() -> None:
    tree = trees.small()
    tree.questions["again"] = structs.replace(tree.questions["breathless"], text="Are you short of breath?")
    assert found(tree) == {("asked_in_two_ways", "question:again")}


def test_a_finding_may_be_asked_by_itself_and_in_a_list() -> None:
    tree = trees.small()
    tree.questions["pill"] = Question(topic=Topic.HISTORY, text="Do you take the pill?", finding="pill")
    assert found(tree) == set()


def test_a_finding_takes_not_sure_everywhere_or_nowhere() -> None:
    tree = trees.small()
    tree.questions["pill"] = Question(topic=Topic.HISTORY, text="Do you take the pill?", finding="pill", unsure=False)
    assert found(tree) == {("asked_with_and_without_not_sure", "finding:pill")}
    key = LIST.partition(":")[2]
    tree.questions[key] = structs.replace(tree.questions[key], unsure=False)
    assert found(tree) == set()
