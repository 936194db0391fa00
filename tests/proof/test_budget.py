"""Whatever is looked for after a first find has one budget together, in conflicts; so have all rules of a tree."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kneetree.cli.checking import check
from kneetree.model.tree import Rule
from kneetree.proof import people, purse, safety_rules, solver
from kneetree.proof.after_edit import after_edit
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.purse import Purse
from kneetree.proof.solver import FOR_BETTER
from kneetree.proof.two_people import Drop, Fall, TwoPeople
from kneetree.slices import result_of
from tests import trees
from tests.proof.test_safety_rules import given_rule, pigeons


class Spending:
    """A solver that always finds somebody, at 100 conflicts each time, and keeps what it was allowed to spend."""

    def __init__(self) -> None:
        self.conflicts = 0
        self.allowed: list[int | None] = []

    def holds(self, assumed: Iterable[int], most: int | None = None) -> Generator[None, None, bool]:
        self.allowed.append(most)
        self.conflicts += 100
        return True
        yield


def path(asked: int) -> people.Path:
    return people.Path(tuple((f"q{place}", "no", "asked") for place in range(asked)), "home", {})


def test_shorter_ways_are_looked_for_with_what_is_left() -> None:
    tree = trees.small()
    clauses: Any = Clauses(tree, Compiled(tree))
    clauses.solver = Spending()
    found = iter([({}, path(asked)) for asked in (3, 2, 1)])
    clauses.solution = lambda: next(found)
    clauses.asked_more_than = lambda most: 1
    assert result_of(clauses.shortest([1], fewest=1))[1].asked == 1
    assert clauses.solver.allowed == [None, FOR_BETTER, FOR_BETTER - 100]


def test_smaller_people_are_looked_for_with_what_is_left() -> None:
    tree = trees.small()
    two: Any = TwoPeople(tree, Compiled(tree))
    two._solver = Spending()
    two._demanded = lambda *given: []
    two._more_unusual_than = lambda most: 1

    def fall(unusual: int) -> Fall:
        return Fall("f", True, path(1), path(1), unusual, {}, {})

    found = iter([fall(unusual) for unusual in (2, 1, 0)])
    two._fall = lambda wanted: next(found)
    assert result_of(two.smaller(fall(3), {"f": True}, Drop())).unusual == 0
    assert two._solver.allowed == [FOR_BETTER, FOR_BETTER - 100, FOR_BETTER - 200]


HOLES = 12
TOGETHER, BESIDE = 40_000, 3_000
OVER = 15_000
"""How far one question may pass its budget: the solver ends where it begins anew by itself, mostly after some 500."""


def hard(number: int) -> Rule:
    """A rule that holds, which nobody proves soon: there is one pigeon too many."""
    return replace(given_rule({f"p0_{number}": True}, "emergency"), id=f"hard{number}")


def easy() -> Rule:
    """One that holds where most pigeons sit in holes already; the graph alone does not show it."""
    return replace(given_rule({f"p{place}_{place}": True for place in range(HOLES - 4)}, "emergency"), id="easy")


RULES = [*map(hard, range(8)), easy(), hard(8), hard(9)]


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The conflicts of each question, in the order in which they were asked."""
    counted: list[int] = []
    holds = solver.Solver.holds

    def counting(self: solver.Solver, assumed: Iterable[int], most: int | None = None) -> Generator[None, None, bool]:
        before = self.conflicts
        try:
            return (yield from holds(self, assumed, most))
        finally:
            counted.append(self.conflicts - before)

    monkeypatch.setattr(solver.Solver, "holds", counting)
    monkeypatch.setattr(solver, "SLICE", 50)
    return counted


def test_a_question_costs_what_the_solver_has_met(met: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "MOST_CONFLICTS", 3_000)
    assert safety_rules.prove(pigeons(HOLES), hard(0)).holds is None
    assert 3_000 <= sum(met) < 3_000 + OVER


def test_rules_that_take_little_are_decided_first_and_the_others_share_what_is_left(
    met: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solver, "MOST_CONFLICTS", 10**9)
    verdicts = [one for one in safety_rules.prove_steps(pigeons(HOLES), RULES, purse=Purse(TOGETHER)) if one]
    assert [one.rule_id for one in verdicts] == [rule.id for rule in RULES]
    assert [one.rule_id for one in verdicts if one.holds] == ["easy"]
    assert all("together" in one.reason for one in verdicts if not one.decided)
    assert sum(met) < TOGETHER + OVER
    assert len(met) >= len(RULES), "each had its turn"
    assert max(met) < OVER + TOGETHER / len(RULES), "none had the turn of others"


def test_who_needs_more_than_its_share_gets_what_others_have_left(
    met: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety_rules, "_FIRST", 100)
    assert safety_rules.prove(pigeons(8), hard(0)).holds
    needed = sum(met)
    assert needed > 1_000, "more than its first share"
    plain = [replace(given_rule({"p0_0": True}, "self_care"), id=f"r{number}") for number in range(60)]
    steps = safety_rules.prove_steps(pigeons(8), [hard(0), *plain], purse=Purse(needed * 3))
    found = [one for one in steps if one]
    assert [one.rule_id for one in found][:2] == ["hard0", "r0"]
    assert all(one.holds for one in found)


def test_check_ends_within_its_budget_and_tells_all_else(
    met: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(purse.Purse.__init__, "__defaults__", (TOGETHER,))
    monkeypatch.setattr(solver, "MOST_CONFLICTS", BESIDE)  # rules do not ask whether somebody reaches every leaf
    tree = pigeons(HOLES)
    tree.rules.update({rule.id: rule for rule in RULES})
    found = check(tree, tmp_path / "tree.json", lambda doing: None)
    assert [one.rule_id for one in found.verdicts if one.holds] == ["easy"]
    assert found.fails
    assert found.strengths.keys() == {"easy"}
    assert {one.lowers for one in found.lowerings} <= {True, None}
    assert sum(met) < 2 * TOGETHER + BESIDE, "each question may pass its share a little"


def test_what_is_known_after_an_edit_has_one_budget_too(met: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purse.Purse.__init__, "__defaults__", (TOGETHER,))
    tree = pigeons(HOLES)
    tree.rules.update({rule.id: rule for rule in RULES})
    verdicts: dict[str, safety_rules.Verdict] = {}
    for news in after_edit(tree, None):
        verdicts |= (news and news.verdicts) or {}
    assert [key for key, one in verdicts.items() if one.holds] == ["easy"]
    assert sum(met) < TOGETHER + OVER + 100 * len(met)
