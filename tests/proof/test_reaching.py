"""Leaves that nobody reaches and decisions that lack a fact, by example; brute force has random trees."""

from __future__ import annotations

import pytest

from kneetree.model.tree import Tree
from kneetree.proof import solver
from kneetree.proof.reaching import decisions_lacking, unreachable
from kneetree.proof.solver import NoSolver
from tests.trees import ask, ask_items, collect, decide, leaf, make, number


def passed_list() -> Tree:
    """The second list is passed where ``a`` was said before, and then nobody has asked for ``b``."""
    return make(
        {
            "first": ask("a", "list", "list2"),
            "list": ask_items({"a": 1, "b": 1}, 1, "age", "age2"),
            "list2": collect(["b"], "age2"),
            "age": number("age", "score"),
            "age2": ask("age_at_least_40", "score", "home"),
            "score": decide({"b": 1, "age_at_least_60": 1}, 2, "now", "home"),
            "now": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )


def test_a_finding_of_a_list_that_was_passed_is_missing_at_a_decision() -> None:
    found = [one for one in decisions_lacking(passed_list()) if one]
    assert [(one.decision, one.finding, one.missed) for one in found] == [("score", "b", ("list", "list2"))]
    assert found[0].answers["a"] is True
    assert found[0].path[:2] == (("first", "yes", "asked"), ("list", "yes", "known"))
    assert found[0].path[-1][0] == "age"


def test_a_decision_with_all_its_facts_lacks_nothing() -> None:
    tree = make(
        {
            "facts": collect(["a", "b"], "age"),
            "age": number("age", "score"),
            "score": decide({"a": 1, "b": 2, "age_at_least_60": 1}, 2, "now", "home", false=("b",)),
            "now": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    assert [one for one in decisions_lacking(tree) if one] == []
    assert [key for key in unreachable(tree) if key] == []


def test_a_leaf_that_only_points_make_impossible_is_found() -> None:
    tree = make(
        {
            "list": ask_items({"a": 1, "b": 1, "c": 1}, 2, "none", "home"),
            "none": ask_items({"a": 1, "b": 1}, 1, "now", "nobody"),
            "now": leaf("emergency"),
            "nobody": leaf("routine"),
            "home": leaf("self_care"),
        }
    )
    assert [key for key in unreachable(tree) if key] == ["nobody"]


def test_two_thresholds_of_one_decision_can_leave_nobody() -> None:
    tree = make(
        {
            "age": number("age", "either"),
            "either": decide(
                {"age_at_least_20": 1, "age_at_least_60": 1}, 1, "now", "nobody", false=("age_at_least_60",)
            ),
            "now": leaf("emergency"),
            "nobody": leaf("routine"),
        }
    )
    assert [key for key in unreachable(tree) if key] == ["nobody"]


def test_without_the_solver_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(solver, "_solvers", missing)
    with pytest.raises(NoSolver, match="install python-sat"):
        list(decisions_lacking(passed_list()))
    with pytest.raises(NoSolver):
        list(unreachable(passed_list()))
