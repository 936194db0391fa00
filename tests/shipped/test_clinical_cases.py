"""People by others than the tree's authors, from published reports, guidelines and practice: the figures they reach."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kneetree.analysis import cases
from kneetree.analysis.cases import CaseResult
from kneetree.files import tree_files
from kneetree.model.values import Urgency
from tests.shipped.seeded_faults import shipped

FILES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))


@cache
def results(file: Path) -> list[CaseResult]:
    people = tree_files.read_cases(file, shipped().scales).cases
    return cases.run_cases(shipped(), people.values())


def everyday(file: Path) -> set[str]:
    """Ids of those whom a doctor would tell to wait: the best answer is routine or self-care."""
    people = tree_files.read_cases(file, shipped().scales).cases
    return {key for key, case in people.items() if case.expect.best_urgency in (Urgency.ROUTINE, Urgency.SELF_CARE)}


def test_the_files_are_there() -> None:
    assert len(FILES) >= 4


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_nobody_is_told_to_wait_too_long(file: Path) -> None:
    assert [row.id for row in results(file) if row.triage == "under"] == []


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_urgency_and_causes_are_right(file: Path) -> None:
    found, naming = cases.summarise(results(file)), sum(row.condition != "none" for row in results(file))
    assert found.triage_right >= 0.97 * found.total
    assert found.condition_first >= 0.85 * naming
    assert found.condition_listed >= 0.95 * naming
    assert found.mean_conditions <= 3.5


def test_of_those_who_can_wait_one_in_twenty_at_most_is_sent_too_soon() -> None:
    rows = [row for file in FILES for row in results(file) if row.id in everyday(file)]
    assert len(rows) >= 150
    assert sum(row.triage == "over" for row in rows) <= 0.05 * len(rows)
