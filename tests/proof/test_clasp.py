"""What clasp says of clauses is what the plainest reading and another solver say of them."""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections.abc import Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

from kneetree.proof import clasp
from kneetree.proof.clasp import Clasp
from tests.proof.minisat import Minisat

Clauses = list[tuple[int, ...]]
ENOUGH = 10_000


def random_clauses(dice: random.Random, last: int, number: int, longest: int = 3) -> Clauses:
    """Return clauses in which a literal may stand twice, beside its opposite, or not at all."""
    literals = [sign * variable for variable in range(1, last + 1) for sign in (1, -1)]
    return [tuple(dice.choices(literals, k=dice.choice([1, *[longest] * 6]))) for _ in range(number)]


def can_be_true(clauses: Sequence[Sequence[int]], assumed: Sequence[int], last: int) -> bool:
    """Try all values of all variables."""
    demanded = [*clauses, *([literal] for literal in assumed)]
    return any(
        all(any(values[abs(literal) - 1] is (literal > 0) for literal in clause) for clause in demanded)
        for values in itertools.product((False, True), repeat=last)
    )


def pigeons(holes: int) -> list[Sequence[int]]:
    """Return clauses that cannot be true, although no solver sees that soon."""
    at = [[pigeon * holes + hole + 1 for hole in range(holes)] for pigeon in range(holes + 1)]
    clauses: list[Sequence[int]] = [*at]
    clauses += [(-one[hole], -two[hole]) for one, two in itertools.combinations(at, 2) for hole in range(holes)]
    return clauses


@pytest.mark.seeds(40)
def test_small_clauses_are_decided_as_by_trying_all_values(seed: int) -> None:
    dice = random.Random(seed)
    solver, clauses, last = Clasp(), Clauses(), 0
    for _ in range(dice.randint(1, 5)):
        last += dice.randint(0 if last else 1, 3)
        new = random_clauses(dice, last, dice.randint(0, 8))
        if dice.random() < 0.03:
            new.append(())
        clauses += new
        solver.add(new)
        for _ in range(3):
            assumed = [dice.choice((1, -1)) * dice.randint(1, last + 1) for _ in range(dice.randint(0, 3))]
            found = solver.solve(assumed, ENOUGH)
            assert found is can_be_true(clauses, assumed, last + 1), f"seed {seed}: {clauses} {assumed}"
            if found:
                for clause in [*clauses, *([literal] for literal in assumed)]:
                    assert any(map(solver.is_true, clause)), f"seed {seed}: {clauses} {assumed}"
                assert all(solver.is_true(one) is not solver.is_true(-one) for one in range(1, last + 3))


@pytest.mark.seeds(10)
def test_large_clauses_are_decided_as_by_another_solver_and_the_same_twice(seed: int) -> None:
    dice = random.Random(seed)
    last = 120
    one, again, other = Clasp(), Clasp(), Minisat()
    clauses, told = Clauses(), set()
    for _ in range(8):
        new = random_clauses(dice, last, 90)
        new = [clause for clause in new if len(clause) > 1]
        clauses += new
        for solver in (one, again, other):
            solver.add(new)
        for _ in range(10):
            assumed = [dice.choice((1, -1)) * dice.randint(1, last) for _ in range(4)]
            found = one.solve(assumed, ENOUGH)
            told.add(found)
            assert found is other.solve(assumed, ENOUGH), f"seed {seed}"
            assert found is again.solve(assumed, ENOUGH), f"seed {seed}"
            assert one.conflicts == again.conflicts, f"seed {seed}"
            assert [one.is_true(n) for n in range(1, last)] == [again.is_true(n) for n in range(1, last)]
            if found:
                assert all(any(map(one.is_true, clause)) for clause in clauses)
    assert told == {True, False}, f"seed {seed} shows nothing"


def test_a_question_ends_at_its_limit_and_goes_on_where_it_ended() -> None:
    solver = Clasp()
    solver.add(pigeons(7))
    slices = 0
    found = None
    while found is None:
        before = solver.conflicts
        found = solver.solve([], 100)
        met = solver.conflicts - before
        assert met == pytest.approx(100, abs=2) if found is None else met < 102
        slices += 1
    assert found is False
    assert slices > 3
    assert solver.solve([1], 100) is False, "and nothing is possible from now on"


def test_conflicts_are_those_that_clingo_tells_however_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = []
    load = import_module
    for inside in (load("clingo._internal"), SimpleNamespace()):
        with monkeypatch.context() as patch:
            patch.setattr(clasp, "import_module", lambda name, inside=inside: inside if "." in name else load(name))
            solver = Clasp()
            solver.add(pigeons(6))
            for most in (50, 60, 70):
                solver.solve([], most)
                counted.append(solver.conflicts)
    assert counted[:3] == counted[3:]
    assert counted[0] >= 50


def test_other_threads_run_while_it_searches() -> None:
    solver = Clasp()
    solver.add(pigeons(12))
    took: list[float] = []

    def search() -> None:
        start = time.thread_time()
        solver.solve([], 6_000)
        took.append(time.thread_time() - start)

    thread = threading.Thread(target=search)
    start = time.thread_time()
    thread.start()
    while not took:
        sum(range(100))
    meanwhile = time.thread_time() - start
    thread.join()
    assert meanwhile > took[0] / 10, f"{meanwhile:.3f} s here, {took[0]:.3f} s there"


def test_it_is_closed_while_a_solution_is_open_and_without_one() -> None:
    for assumed in ([1], [-1]):
        solver = Clasp()
        solver.add([(1,), (1, 2)])
        solver.solve(assumed, ENOUGH)
        solver.close()
        assert not solver.is_true(1)


def test_without_clingo_it_says_that_it_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clasp.is_there()

    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(clasp, "import_module", missing)
    assert not clasp.is_there()
    with pytest.raises(ImportError):
        Clasp()
