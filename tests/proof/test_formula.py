"""Every gate is true exactly if what it stands for is, for every value of its literals."""

from __future__ import annotations

import itertools
import random

import pytest

from kneetree.proof import formula as module
from kneetree.proof.formula import FALSE, TRUE, Formula, TooLarge
from kneetree.proof.solver import NotDecided, Solver
from kneetree.slices import result_of


def ask(solver: Solver, assumed: list[int]) -> bool:
    """Return what the solver says at the end of all slices."""
    return result_of(solver.holds(assumed))


def assert_is(solver: Solver, gate: int, literals: list[int], wanted: object) -> None:
    """For all values of ``literals``, the gate must be what ``wanted`` makes of them, and must not be the other."""
    for values in itertools.product((False, True), repeat=len(literals)):
        assumed = [literal if value else -literal for literal, value in zip(literals, values, strict=True)]
        truth = bool(wanted(values))
        assert ask(solver, [*assumed, gate]) is truth, values
        assert ask(solver, [*assumed, -gate]) is not truth, values


@pytest.mark.seeds(30)
def test_points_are_counted_as_they_are(seed: int) -> None:
    dice, formula = random.Random(seed), Formula()
    literals = [formula.new() for _ in range(dice.randint(1, 6))]
    weights = [dice.randint(1, dice.choice([1, 3, 9])) for _ in literals]
    signs = [dice.choice([1, 1, -1]) for _ in literals]
    constant = dice.choice([[], [(TRUE, 2)], [(FALSE, 2)], [(literals[0], 3)], [(-literals[0], 2), (literals[0], 1)]])
    points = dice.randint(-1, sum(weights) + 4)
    terms = [(sign * literal, weight) for sign, literal, weight in zip(signs, literals, weights, strict=True)]
    gate = formula.at_least(dice.sample(terms + constant, len(terms + constant)), points)

    def reached(values: tuple[bool, ...]) -> bool:
        of = dict(zip(literals, values, strict=True)) | {TRUE: True}
        return sum(worth for literal, worth in terms + constant if of[abs(literal)] is (literal > 0)) >= points

    assert_is(Solver(formula), gate, literals, reached)


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_literals_are_counted(most: int) -> None:
    formula = Formula()
    solver = Solver(formula)
    literals = [formula.new() for _ in range(4)]
    counted = formula.counted([literals[0], FALSE, *literals[1:]], most)
    assert len(counted) == most
    for number, gate in enumerate(counted):
        assert_is(solver, gate, literals, lambda values, number=number: sum(values) > number)


def test_any_and_all() -> None:
    formula = Formula()
    solver = Solver(formula)
    literals = [formula.new() for _ in range(3)]
    assert_is(solver, formula.any_of(literals), literals, any)
    assert_is(solver, formula.all_of(literals), literals, all)
    assert formula.any_of([]) == FALSE
    assert formula.all_of([]) == TRUE
    assert formula.any_of([literals[0], TRUE]) == TRUE
    assert formula.any_of([literals[0], FALSE]) == literals[0]
    assert formula.any_of([literals[0], -literals[0]]) == TRUE
    assert formula.any_of(literals) == formula.any_of(reversed(literals))


def test_a_count_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_COUNTS", 100)
    formula = Formula()
    literals = [formula.new() for _ in range(20)]
    with pytest.raises(TooLarge):
        formula.at_least([(literal, 100 + place * place) for place, literal in enumerate(literals)], 1500)
    with pytest.raises(TooLarge):
        formula.counted(literals, 6)


def test_the_budget_ends_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    formula = Formula()
    holes = [[formula.new() for _ in range(9)] for _ in range(10)]
    for pigeon in holes:
        formula.add(*pigeon)
    for one, other in itertools.combinations(holes, 2):
        for here, there in zip(one, other, strict=True):
            formula.add(-here, -there)
    solver = Solver(formula)
    with pytest.raises(NotDecided, match="ask about each once"):
        list(solver.holds([], 500))
    solver.close()
