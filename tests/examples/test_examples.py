"""The examples as data: as sound as the tree beside them, and right for all of their people."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from kneetree import checks, shipped
from kneetree.analysis import cases
from kneetree.files import translation, tree_files
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Case, QuestionNode, Tree, Urgency
from kneetree.proof.safety_rules import prove_all

TODAY = datetime.date(2026, 11, 28)
PEOPLE = Path(__file__).parent / "people"
NAMES = ["ankle-injury", "back-pain"]
ROUNDS = [("", 20), ("-2", 12)]
URGENT = (Urgency.EMERGENCY, Urgency.SAME_DAY)


def path_of(name: str) -> Path:
    return next(path for path in shipped.examples() if path.name == f"{name}.kneetree.json")


@cache
def example(name: str) -> Tree:
    return tree_files.read_tree(path_of(name)).tree


def dangers(tree: Tree) -> set[str]:
    """Return the findings for which a rule asks for help on the same day or sooner."""
    return {
        finding
        for rule in tree.rules.values()
        if rule.urgency_at_least in URGENT
        for finding, value in (rule.given or {}).items()
        if value and not threshold_of(finding, tree.scales)
    }


def has_two_dangers(tree: Tree, case: Case) -> bool:
    return sum(value is True and finding in dangers(tree) for finding, value in case.findings.items()) >= 2


def test_these_are_the_examples() -> None:
    assert [path.name.partition(".")[0] for path in shipped.examples()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_check_finds_nothing(name: str) -> None:
    tree = example(name)
    problems = [*checks.check(tree, shipped.picture_names(), TODAY), *checks.check_languages(tree, path_of(name))]
    assert translation.languages(path_of(name)).keys() == {"es"}
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_holds_on_every_path(name: str) -> None:
    tree = example(name)
    verdicts = prove_all(tree)
    assert len(verdicts) == len(tree.rules) >= 8
    assert [verdict.rule_id for verdict in verdicts if not verdict.holds] == []
    assert any(rule.never_lowers for rule in tree.rules.values())


@pytest.mark.parametrize("name", NAMES)
def test_it_is_small_yet_whole_and_a_draft(name: str) -> None:
    tree = example(name)
    assert tree.review is None
    assert "draft" in tree.about.intended_use
    assert sum(isinstance(node, QuestionNode) for node in tree.nodes.values()) >= 15
    assert len(dict(tree.leaves())) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_words_and_a_picture_of_its_own(name: str) -> None:
    tree = example(name)
    assert tree.start.picture in tree.pictures
    assert "knee" not in f"{tree.title} {tree.start} {tree.about.emergency} {tree.about.not_for}"


@pytest.mark.parametrize("name", NAMES)
def test_its_cases_are_right_and_a_third_show_two_dangers(name: str) -> None:
    tree = example(name)
    assert len(tree.cases) >= 30
    assert sum(has_two_dangers(tree, case) for case in tree.cases.values()) * 3 >= len(tree.cases)
    results = cases.run_cases(tree, tree.cases.values())
    assert [row.id for row in results if row.triage != "right" or row.condition == "missed"] == []


@pytest.mark.parametrize(
    ("name", "file", "count"), [(name, name + end, count) for name in NAMES for end, count in ROUNDS]
)
def test_others_are_not_told_to_wait_too_long(name: str, file: str, count: int) -> None:
    tree = example(name)
    people = tree_files.read_cases(PEOPLE / f"{file}.json", tree.scales).cases
    results = cases.run_cases(tree, people.values())
    assert len(results) == count
    assert [row.id for row in results if row.triage == "under"] == []
    assert sum(row.triage == "over" for row in results) <= 1


@pytest.mark.parametrize("age", [4, 40, 75])
@pytest.mark.parametrize("name", NAMES)
def test_not_sure_is_never_milder_than_yes_or_no(name: str, age: int) -> None:
    tree = example(name)
    for finding in tree.findings:
        ends = {said: run(tree, {finding: said}, age).urgency.rank for said in (True, False, None)}
        assert ends[None] == max(ends.values()), finding
    assert run(tree, dict.fromkeys(tree.findings), age).urgency is Urgency.EMERGENCY


def run(tree: Tree, said: dict[str, bool | None], age: int) -> cases.CaseResult:
    return cases.run_case(tree, Case(id="somebody", findings=said, extra={"age": age, "days": 10}))
