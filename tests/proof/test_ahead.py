"""What is left out since it cannot matter, by example and by brute force over everybody, *not sure* included."""

from __future__ import annotations

import itertools
import random
from collections.abc import Generator

import pytest

from kneetree.analysis.cases import walk_of
from kneetree.model.knowledge import Said
from kneetree.model.tree import Tree
from kneetree.proof import ahead, nodes_ahead, solver, unsure_people
from kneetree.proof.ahead import AsksWhatMatters
from kneetree.proof.solver import NotDecided, Solver
from kneetree.walk.leaving_out import as_if_open, settled
from kneetree.walk.walk import Walk
from tests.proof.small_trees import as_text, random_tree
from tests.proof.test_trust import Gap, open_gap
from tests.proof.unsure_everybody import MOST_PEOPLE, Everyone, faults, hard_cases, is_exact
from tests.shipped.seeded_faults import shipped
from tests.trees import ask, ask_items, collect, decide, leaf, make, number

TREES = 100
"""Random trees for each seed."""


def answered(tree: Tree, **said: Said) -> Walk:
    return Walk.start(tree, answers=said)


def left_out(tree: Tree, **said: Said) -> tuple[str, ...]:
    return AsksWhatMatters(tree)(answered(tree, **said))


# -- by example -------------------------------------------------------------------------------------


def test_a_line_that_only_matters_together_with_one_that_is_false_is_left_out() -> None:
    tree = make(
        {
            "first": ask("bent", "list", "list2"),
            "list": ask_items({"hot": 1, "red": 1}, 1, "today", "home"),
            "list2": collect(["hot", "red", "stiff"], "both"),
            "both": decide({"bent": 1, "red": 1}, 2, "today", "hot"),
            "hot": decide({"hot": 1}, 1, "today", "home"),
            "today": leaf("same_day"),
            "home": leaf(),
        }
    )
    assert left_out(tree) == ()
    assert left_out(tree, bent=False) == ("red", "stiff")
    assert left_out(tree, bent=True) == ()


def test_what_changes_only_the_order_of_two_leaves_is_asked() -> None:
    """A person who is not sure of the lump reaches both leaves; the other question decides which comes first."""
    tree = make(
        {
            "which": ask("hot", "lump", "other"),
            "lump": ask("lump", "knee", "calf"),
            "other": ask("lump", "calf", "knee"),
            "knee": leaf(),
            "calf": leaf(condition="cyst"),
        }
    )
    assert left_out(tree) == ()
    same = make(
        {
            "which": ask("hot", "lump", "other"),
            "lump": ask("lump", "knee", "calf"),
            "other": ask("lump", "knee", "calf"),
            "knee": leaf(),
            "calf": leaf(condition="cyst"),
        }
    )
    assert left_out(same) == ("hot",)


def only_the_order() -> Tree:
    return make(
        {
            "lump": ask("lump", "which", "again"),
            "which": ask("hot", "knee", "calf"),
            "again": ask("hot", "calf", "knee"),
            "knee": leaf(),
            "calf": leaf(condition="cyst"),
        }
    )


def test_after_not_sure_the_order_of_the_leaves_is_all_that_another_answer_changes() -> None:
    tree = only_the_order()
    ends = {said: answered(tree, lump=None, hot=said).leaves for said in (True, False, None)}
    assert {frozenset(leaves) for leaves in ends.values()} == {frozenset({"knee", "calf"})}
    assert len(set(ends.values())) == 2
    assert left_out(tree, lump=None) == ()


def test_a_number_is_left_out_once_no_threshold_matters() -> None:
    tree = make(
        {
            "hot": collect(["hot"], "age"),
            "age": number("age", "old"),
            "old": decide({"age_at_least_60": 1, "hot": 1}, 2, "today", "home"),
            "today": leaf("same_day"),
            "home": leaf(),
        }
    )
    assert left_out(tree, hot=True) == ()
    assert left_out(tree, hot=False) == ("age",)
    assert left_out(tree, hot=None) == ()


# -- by brute force ---------------------------------------------------------------------------------


@pytest.mark.parametrize("number_", range(10))
def test_hard_cases_are_decided_exactly(number_: int) -> None:
    tree = hard_cases()[number_]
    everyone = Everyone(tree)
    assert everyone.size <= MOST_PEOPLE
    assert not list(faults(everyone, AsksWhatMatters(tree), exact=is_exact(tree)))


@pytest.mark.seeds(12)
def test_everybody_comes_to_the_same_leaves_and_nothing_is_asked_in_vain(seed: int) -> None:
    dice, left, exact = random.Random(seed), 0, 0
    for _ in range(TREES):
        everyone = Everyone(random_tree(dice))
        if everyone.size > MOST_PEOPLE:
            continue
        decided = AsksWhatMatters(everyone.tree)
        is_sure = is_exact(everyone.tree)
        fault = next(faults(everyone, decided, exact=is_sure), "")
        assert not fault, f"seed {seed}\n{as_text(everyone.tree)}\n{fault}"
        left += any(one.facts for one in decided.found.values())
        exact += is_sure
    assert left > TREES // 5
    assert exact > TREES // 3


@pytest.mark.seeds(3)
def test_whatever_the_budget_leaves_open_is_asked(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice, coin, holds = random.Random(seed), random.Random(seed), Solver.holds

    def perhaps(self: Solver, *given: object) -> Generator[None, None, bool]:
        if coin.random() < 0.5:
            raise NotDecided
        return (yield from holds(self, *given))

    monkeypatch.setattr(Solver, "holds", perhaps)
    for _ in range(TREES):
        everyone = Everyone(random_tree(dice))
        if everyone.size <= MOST_PEOPLE:
            fault = next(faults(everyone, AsksWhatMatters(everyone.tree), exact=False), "")
            assert not fault, f"seed {seed}\n{as_text(everyone.tree)}\n{fault}"


GAPS: list[Gap] = [
    (unsure_people.Facts, "_new", "self._formula.add(-value.true, -value.false)", "pass"),
    (unsure_people.Facts, "_put_in_order", "formula.add(value.true, value.false, unsure)", "pass"),
    (unsure_people.Facts, "_put_in_order", "formula.add(-unsure, -value.true)", "pass"),
    (unsure_people.Facts, "_put_in_order", "formula.add(-unsure, -value.false)", "pass"),
    (unsure_people.Facts, "_put_in_order", "formula.add(-high.true, low.true)", "pass"),
    (unsure_people.Facts, "_less", "if drop is None:", "if True:"),
    (unsure_people.Course, "encode", "all_of((here, self.yes[node]))", "here"),
    (unsure_people.Course, "encode", "all_of((here, self.no[node], -stopped))", "all_of((here, self.no[node]))"),
    (unsure_people.Course, "encode", "all_of((here, self.no[node], -stopped))", "all_of((here, -stopped))"),
    (unsure_people.Course, "encode", "all_of((before, -ends[head]))", "before"),
    (unsure_people.Course, "_comes_to", "all_of((self.no[node], reach.get(no, FALSE)))", "FALSE"),
    (unsure_people.Course, "_comes_to", "all_of((self.yes[node], reach.get(yes, FALSE)))", "reach.get(yes, FALSE)"),
    (unsure_people.Course, "comes_first", "self.no[node], passed, before", "self.no[node], before"),
    (unsure_people.Course, "comes_first", "all_of((none_yet, before[head]))", "before[head]"),
    (unsure_people.Course, "comes_first", "all_of((none_yet, -reach[head]))", "none_yet"),
    (unsure_people.Course, "_branches", "-(value.false if true else value.true)", "-value.false"),
    (unsure_people.Course, "_branches", "value.true if true else value.false", "value.true"),
    (unsure_people.Course, "_branches", "-(value.false if true else value.true)", "value.true"),
    (unsure_people.Course, "_value", "all_of((literal, known))", "all_of((literal,))"),
    (ahead._Query, "can_matter", "[*assumed, self._order()]", "[FALSE]"),
    (ahead._Query, "_other", "formula.all_of((one, -other))", "FALSE"),
    (ahead._Query, "_other", "formula.all_of((-one, other))", "FALSE"),
    (ahead._Query, "_parts_at", "TRUE if turn.kind is Kind.LIST else ", ""),
    (ahead._Query, "_goes_on_otherwise", "self._other(first.yes[node], second.yes[node])", "FALSE"),
    (ahead._Query, "_goes_on_otherwise", "self._other(first.no[node], second.no[node])", "FALSE"),
    (ahead._Query, "_ordered_otherwise", "formula.add(-these[leaf], -others[leaf])", "pass"),
    (ahead._Query, "_ordered_otherwise", "formula.add(-pick, level)", "pass"),
    (ahead._Query, "_ordered_otherwise", "formula.add(-pick, self._first.reached[leaf])", "pass"),
    (ahead._Query, "_ordered_otherwise", "formula.add(-level, -levels[other])", "pass"),
    (nodes_ahead._SurelyKnown, "_may_be_passed", "if turn.kind is not Kind.LIST or not turn.terms:", "if True:"),
    (nodes_ahead._SurelyKnown, "_known", "known.get(target, after) & after", "after"),
    (nodes_ahead._SurelyKnown, "_is_passed_after_others", "return any(", "return False and any("),
    (nodes_ahead._SurelyKnown, "_is_passed_after_others", "return True", "pass"),
]  # fmt: skip
MOST_TREES = 3000


@pytest.mark.seeds(1)
@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{gap[1]}: {gap[2]} > {gap[3]}")
def test_a_gap_in_the_clauses_shows(seed: int, gap: Gap, monkeypatch: pytest.MonkeyPatch) -> None:
    open_gap(monkeypatch, gap)
    dice = random.Random(seed)
    trees = itertools.chain(hard_cases(), (random_tree(dice) for _ in range(MOST_TREES)))
    for tried, tree in enumerate(trees):
        everyone = Everyone(tree)
        if everyone.size > MOST_PEOPLE // 8:
            continue
        exact = is_exact(everyone.tree)
        if next(faults(everyone, AsksWhatMatters(everyone.tree), exact=exact), ""):
            print(f"shown by tree {tried}")
            return
    raise AssertionError(f"seed {seed}: {MOST_TREES} random trees do not show the gap")


# -- the same everywhere ----------------------------------------------------------------------------


def test_nothing_that_was_looked_at_before_changes_what_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The budget is so small that it decides: the solver remembers nothing from one question to the next."""
    monkeypatch.setattr(solver, "_CLAUSES", 1)
    monkeypatch.setattr(ahead, "MOST_CONFLICTS", 20)
    tree = shipped()
    forward, alone = AsksWhatMatters(tree), dict[str, object]()
    walk = settled(walk_of(tree, tree.cases["bb-03"]), forward)
    for node in reversed(walk.left_out):
        alone[node] = AsksWhatMatters(tree)(as_if_open(walk, node))
    assert alone == walk.left_out
    assert any(walk.left_out.values())


def _all_false(tree: Tree) -> dict[str, Said]:
    said: dict[str, Said] = {fact: False for one in tree.all_asked() for fact in one.facts}
    return said | {scale: tree.scales[scale].least for scale in tree.scales}


def test_without_the_solver_everything_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(solver, "_solvers", missing)
    walk = settled(Walk.start(shipped(), answers=_all_false(shipped())), AsksWhatMatters(shipped()))
    assert not any(walk.left_out.values())
    assert walk.finished


def test_with_too_much_ahead_everything_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = make({"hot": ask("hot", "red", "red2"), "red": ask("red", "a", "b"), "red2": ask("red", "a", "b"),
                 "a": leaf(), "b": leaf("same_day")})  # fmt: skip
    assert left_out(tree) == ("hot",)
    monkeypatch.setattr(nodes_ahead, "MOST_NODES", 3)
    assert left_out(tree) == ()
