"""The longest walk, by example and by brute force over every person of random small trees."""

from __future__ import annotations

import random
from collections.abc import Generator

import pytest

from kneetree.model.tree import Tree
from kneetree.proof import formula, longest, solver
from kneetree.proof.longest import Longest, longest_walk
from kneetree.proof.solver import NotDecided, Solver
from kneetree.slices import result_of
from kneetree.walk.walk import Walk
from tests import trees
from tests.proof.brute_force import Everybody, Outcome
from tests.proof.small_trees import as_text, random_tree
from tests.shipped.seeded_faults import shipped
from tests.trees import ask, ask_items, leaf, make, number

TREES = 60
"""Random trees for each seed."""


def settled(tree: Tree) -> Longest:
    return result_of(longest_walk(tree))


def longer_on_paper() -> Tree:
    """The longest way through the graph needs a calf that is swollen and is not."""
    return make(
        {
            "calf": ask("calf", "old", "list"),
            "old": ask("age_at_least_40", "list", "home"),
            "list": ask_items({"a": 1, "b": 1, "c": 1}, 2, "again", "home"),
            "again": ask("calf", "now", "older"),
            "older": number("age", "now"),
            "now": leaf("emergency"),
            "home": leaf(),
        }
    )


def test_what_only_the_graph_allows_is_not_counted() -> None:
    found = settled(longer_on_paper())
    assert [(one.most, one.exact) for one in found] == [(3, True), (5, True)]
    assert found.questions.path.asked == 3
    assert len(found.lines.path.said) == 5


def test_a_tree_of_one_leaf_asks_nothing() -> None:
    found = settled(make({"only": leaf()}))
    assert [(one.most, one.exact) for one in found] == [(0, True), (0, True)]


def fault(everybody: Everybody, found: Longest) -> str:
    """Return what is wrong with the ceilings, "" if nothing is."""
    questions = max(outcome.questions for outcome in everybody.outcomes)
    lines = max(len(outcome.known) for outcome in everybody.outcomes)
    for one, most, counted in ((found.questions, questions, _questions), (found.lines, lines, _lines)):
        if (one.most, one.at_most) != (most, most):
            return f"{one} is not {most}"
        way = one.path.steps, one.path.leaf
        if not any(outcome[:2] == way and counted(outcome) == most for outcome in everybody.outcomes):
            return f"nobody walks {way} and is asked {most}"
    return ""


def _questions(outcome: Outcome) -> int:
    return outcome.questions


def _lines(outcome: Outcome) -> int:
    return len(outcome.known)


@pytest.mark.seeds(12)
def test_both_ceilings_equal_brute_force(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        wrong = fault(Everybody(tree), settled(tree))
        assert not wrong, f"seed {seed}\n{as_text(tree)}\n{wrong}"


@pytest.mark.seeds(4)
def test_what_the_budget_leaves_open_is_bounded_soundly(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any question to the solver may end without an answer."""
    dice, coin, holds, open_ = random.Random(seed), random.Random(seed), Solver.holds, 0

    def perhaps(self: Solver, *given: object) -> Generator[None, None, bool]:
        if coin.random() < 0.7:
            raise NotDecided
        return (yield from holds(self, *given))

    monkeypatch.setattr(Solver, "holds", perhaps)
    for _ in range(4 * TREES):
        tree = random_tree(dice)
        everybody, found = Everybody(tree), settled(tree)
        questions = max(outcome.questions for outcome in everybody.outcomes)
        lines = max(len(outcome.known) for outcome in everybody.outcomes)
        where = f"seed {seed}\n{as_text(tree)}\n{found}"
        assert found.questions.most <= questions <= found.questions.at_most, where
        assert found.lines.most <= lines <= found.lines.at_most, where
        assert found.lines.most == len(found.lines.path.said), where
        open_ += not (found.lines.exact and found.questions.exact)
    assert open_ >= 5


def test_without_the_solver_the_bound_of_the_graph_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(solver, "_solvers", missing)
    found = settled(longer_on_paper())
    assert found.questions[:2] == (2, 5)  # five on paper
    assert found.lines.at_most == 5
    assert settled(trees.small()).questions.exact  # plain to see


def test_too_many_facts_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(longest, "MOST_COUNTS", 10)
    monkeypatch.setattr(formula, "MOST_COUNTS", 10)
    found = settled(longer_on_paper())
    assert not found.questions.exact
    assert found.questions.at_most >= 3


def test_the_ceilings_of_the_shipped_tree_are_walked() -> None:
    found = settled(shipped())
    assert all(one.exact for one in found)
    for one in found:
        walked = Walk.start(shipped(), answers=one.person)
        assert walked.leaves == (one.path.leaf,)
        assert sum(step.asked for step in walked.path) == one.path.asked
    assert found.questions.most == found.questions.path.asked
    assert found.lines.most == len(found.lines.path.said)
