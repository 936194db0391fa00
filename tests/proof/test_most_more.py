"""At most how many more questions follow, by example and by brute force over all that can still be said."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator

import pytest

from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.tree import Answer, Tree
from kneetree.proof import most_more, open_branches, solver, unsure_people
from kneetree.proof.left_out import LeavesOut
from kneetree.proof.most_more import MostMore
from kneetree.proof.solver import NotDecided, Solver
from kneetree.walk.leaving_out import settled
from kneetree.walk.walk import Walk
from tests.proof.small_trees import as_text, random_tree
from tests.proof.test_longest import longer_on_paper
from tests.proof.test_trust import Gap, open_gap
from tests.shipped.seeded_faults import shipped
from tests.trees import ask, ask_items, collect, decide, leaf, make
from tests.walk.players import bands

TREES = 60
"""Random trees for each seed."""
LEAST_MORE = 3
SHARE_OF_UNSURE, SHARE_OF_CHANGED, SHARE_ELSEWHERE = 0.5, 0.2, 0.1


class Everything:
    """All walks that go on from a walk with definite answers, each looked at once."""

    def __init__(self, tree: Tree) -> None:
        self._bands = bands(tree)
        self._found: dict[object, tuple[int, bool]] = {}

    def longest(self, walk: Walk) -> tuple[int, bool]:
        """Return how many questions are asked at most, and whether each decision always knows all it needs."""
        key = walk.question, frozenset(walk.answers.items())
        if key not in self._found:
            self._found[key] = self._longest(walk)
        return self._found[key]

    def _longest(self, walk: Walk) -> tuple[int, bool]:
        if walk.finished:
            return 0, all(step.answer is not Answer.UNSURE for step in walk.path)
        after = [self.longest(walk.answer(said)) for said in replies(walk, self._bands, unsure=False)]
        return 1 + max(most for most, _ in after), all(sure for _, sure in after)


def replies(walk: Walk, numbers: dict[str, list[int]], *, unsure: bool) -> Iterator[dict[str, Said]]:
    """Yield all that can be said to the open question; of numbers only those that differ."""
    wanted = [
        fact for fact in knowledge.to_ask(walk.tree.asked(walk.question or ""), walk.told) if fact not in walk.answers
    ]
    said: list[dict[str, Said]] = [{}]
    for fact in wanted:
        values: list[Said] = [*numbers.get(fact, [True, False]), *([None] if unsure else [])]
        said = [{**before, fact: value} for before in said for value in values]
    yield from said


def deep_tree(dice: random.Random) -> Tree:
    """Return a random tree in which several questions can follow the first."""
    while True:
        tree = random_tree(dice)
        if Walk.start(tree).at_most_more >= LEAST_MORE:
            return tree


def some_walk(dice: random.Random, tree: Tree, *, unsure: bool) -> Walk:
    """Return a walk through a tree with some questions answered at random, and perhaps one of them otherwise later."""
    elsewhere = dice.choice(list(tree.nodes)) if dice.random() < SHARE_ELSEWHERE else None
    walk, numbers = Walk.start(tree, elsewhere), bands(tree)
    for _ in range(dice.randint(0, 3)):
        if walk.finished:
            break
        wanted = knowledge.to_ask(tree.asked(walk.question or ""), walk.told)
        if unsure and dice.random() < SHARE_OF_UNSURE:
            walk = walk.answer(dict.fromkeys(wanted))
        else:
            walk = walk.answer(dice.choice(list(replies(walk, numbers, unsure=unsure))))
    if walk.told and dice.random() < SHARE_OF_CHANGED:
        fact = dice.choice(list(walk.told))
        walk = walk.answer({fact: dice.choice(numbers.get(fact, [True, False]))})
    return walk


def fault_on_the_way(dice: random.Random, tree: Tree, *, unsure: bool) -> tuple[str, bool]:
    """Return what is wrong with a number, "" if nothing is, and whether it had to be exact."""
    walk = some_walk(dice, tree, unsure=unsure)
    everything = Everything(tree)
    most, all_sure = everything.longest(walk)
    on_the_path, _ = everything.longest(Walk(tree, walk.origin, walk.told))
    expected = max(0, most - 1)
    reached = {expected, max(0, on_the_path - 1)}
    found, _, said_exact = MostMore(tree)(walk)
    exact = all_sure and None not in walk.told.values() and len(walk.answers) == len(walk.told)
    exact = exact and walk.origin == tree.root
    is_wrong = found < expected or (exact and found != expected) or (said_exact and found not in reached)
    if is_wrong or exact > said_exact:
        return f"{found} instead of {expected} after {walk.answers}\n{as_text(tree)}", exact
    return "", exact


# -- by example -------------------------------------------------------------------------------------


def test_what_only_the_graph_allows_is_not_counted() -> None:
    tree = longer_on_paper()
    walk = Walk.start(tree)
    assert walk.at_most_more == 3
    found = MostMore(tree)
    assert found.so_far(walk).most == 3
    assert found(walk)[:2] == (2, False)
    assert found.so_far(walk).most == 2
    assert found.known(walk)


def test_after_a_not_sure_the_number_may_rise_and_says_so() -> None:
    tree = make(
        {
            "first": ask("hot", "one", "other"),
            "one": ask("a", "home", "two"),
            "two": ask("b", "home", "today"),
            "other": ask("c", "home", "today"),
            "home": leaf(),
            "today": leaf("same_day"),
        }
    )
    found, walk = MostMore(tree), Walk.start(tree)
    assert found(walk)[:2] == (2, False)
    assert found(walk.answer({"hot": True}))[:2] == (1, False)
    unsure = walk.answer({"hot": None})
    assert found(unsure)[:2] == (2, True)
    assert found(unsure.answer({"a": True}))[:2] == (0, False)


def test_a_not_sure_counts_both_ways_before_they_part() -> None:
    tree = make(
        {
            "first": collect(["hot"], "then"),
            "then": ask("a", "part", "home"),
            "part": decide({"hot": 1}, 1, "one", "other"),
            "one": ask("b", "home", "today"),
            "other": ask("c", "home", "today"),
            "home": leaf(),
            "today": leaf("same_day"),
        }
    )
    for said, more in ((True, 1), (False, 1), (None, 2)):
        assert MostMore(tree)(Walk.start(tree, answers={"hot": said})) == (more, said is None, said is not None)


def test_a_question_that_both_branches_lead_to_is_counted_once() -> None:
    tree = make(
        {
            "first": ask("hot", "one", "other"),
            "one": ask("a", "list", "again"),
            "other": ask("b", "list", "again"),
            "again": ask("a", "list", "home"),
            "list": ask_items({"a": 1, "b": 1}, 1, "home", "today"),
            "home": leaf(),
            "today": leaf("same_day"),
        }
    )
    unsure = Walk.start(tree, answers={"hot": None})
    assert MostMore(tree)(unsure).most == 1


def test_what_was_answered_on_another_path_is_not_asked_again() -> None:
    tree = make(
        {
            "first": ask("hot", "one", "two"),
            "one": ask("a", "two", "home"),
            "two": ask("b", "three", "three2"),
            "three": ask("c", "home", "today"),
            "three2": ask("a", "home", "three"),
            "home": leaf(),
            "today": leaf("same_day"),
        }
    )
    before = Walk.start(tree, answers={"hot": True, "a": True})
    changed = before.answer({"hot": False})
    assert MostMore(tree)(changed).most == 1
    assert MostMore(tree)(Walk.start(tree, answers={"hot": False})).most == 2


def test_the_number_depends_on_the_answers_alone() -> None:
    tree = shipped()
    walk = Walk.start(tree)
    said = [dict.fromkeys(knowledge.to_ask(tree.asked(walk.question or ""), {}), False)]
    after = walk.answer(said[0])
    asked_before, fresh = MostMore(tree), MostMore(tree)
    asked_before(walk)
    assert asked_before(after) == fresh(after)
    assert asked_before(after.back()) == fresh(walk)


def test_the_shipped_tree_says_at_the_first_question_how_many_follow() -> None:
    assert MostMore(shipped())(Walk.start(shipped())) == (23, False, True)


def test_whoever_has_said_more_is_asked_no_more() -> None:
    """As after a tick that is taken back: the other lines of the list are known already."""
    tree = shipped()
    walk = Walk.start(tree)
    first, *others = knowledge.to_ask(tree.asked(walk.question or ""), {})
    ticked = walk.answer({first: True, **dict.fromkeys(others, False)})
    back = ticked.take_back([first])
    found = MostMore(tree)
    assert back.question == walk.question
    assert len(back.answers) == len(others)
    assert found(back).most <= found(walk).most
    assert found.so_far(back).most <= found(walk).most


def test_without_the_solver_the_bound_of_the_graph_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(solver, "_solvers", missing)
    assert MostMore(longer_on_paper())(Walk.start(longer_on_paper())).most == 3


def test_a_tree_that_is_too_large_is_put_into_clauses_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []
    whole = most_more._Everybody.__init__

    def counting(self: object, *given: object) -> None:
        tried.append(1)
        whole(self, *given)

    monkeypatch.setattr(most_more._Everybody, "__init__", counting)
    monkeypatch.setattr(most_more, "MOST_PLACES", 0)
    found, walk = MostMore(longer_on_paper()), Walk.start(longer_on_paper())
    assert found(walk) == (3, False, False)
    after = walk.answer({"calf": True})
    assert found(after) == (after.at_most_more, False, False)
    assert len(tried) == 1


# -- by brute force ---------------------------------------------------------------------------------


@pytest.mark.seeds(12)
def test_it_equals_brute_force_where_everything_is_sure(seed: int) -> None:
    dice, exact = random.Random(seed), 0
    for _ in range(TREES):
        wrong, had_to_be = fault_on_the_way(dice, deep_tree(dice), unsure=False)
        assert not wrong, f"seed {seed}\n{wrong}"
        exact += had_to_be
    assert exact > TREES // 3


@pytest.mark.seeds(12)
def test_it_is_never_too_low_after_a_not_sure(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        wrong, _ = fault_on_the_way(dice, deep_tree(dice), unsure=True)
        assert not wrong, f"seed {seed}\n{wrong}"


@pytest.mark.seeds(6)
def test_whatever_is_decided_it_only_falls_from_page_to_page(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Left-out questions included; any question to the solver may end without an answer."""
    dice, coin, holds = random.Random(seed), random.Random(seed), Solver.holds

    def perhaps(self: Solver, *given: object) -> Generator[None, None, bool]:
        if coin.random() < 0.3:
            raise NotDecided
        return (yield from holds(self, *given))

    monkeypatch.setattr(Solver, "holds", perhaps)
    for _ in range(2 * TREES):
        tree = deep_tree(dice)
        found, matters, numbers = MostMore(tree), LeavesOut(tree), bands(tree)
        walk = settled(Walk.start(tree), matters)
        shown = [found.so_far(walk).most, found(walk).most]
        while not walk.finished:
            walk = settled(walk.answer(dice.choice(list(replies(walk, numbers, unsure=False)))), matters)
            more = found.so_far(walk).most, found(walk).most
            assert walk.finished or shown[-1] > more[0] >= more[1], f"seed {seed}\n{as_text(tree)}\n{walk.answers}"
            shown += more


@pytest.mark.seeds(12)
def test_it_is_never_too_low_where_something_is_left_out(seed: int) -> None:
    dice = random.Random(seed)
    left = 0
    for _ in range(TREES):
        tree = deep_tree(dice)
        found, matters, numbers = MostMore(tree), LeavesOut(tree), bands(tree)
        for _ in range(6):
            walk = settled(Walk.start(tree), matters)
            pages = []
            while not walk.finished:
                pages.append(found(walk).most)
                walk = settled(walk.answer(dice.choice(list(replies(walk, numbers, unsure=False)))), matters)
            left += bool(walk.not_asked)
            follow = range(len(pages) - 1, -1, -1)
            assert all(most >= more for most, more in zip(pages, follow, strict=True)), (
                f"seed {seed}\n{as_text(tree)}\n{walk.answers} {pages}"
            )
    assert left > TREES // 5


# -- gaps in the clauses ----------------------------------------------------------------------------

GAPS: list[Gap] = [
    (most_more._Everybody, "query", "asked = state.asked + 1", "asked = state.asked + 2"),
    (most_more._Everybody, "query", "said = self._as_literals(state)", "said = []"),
    (most_more._Everybody, "query", "self._open != FALSE", "False"),
    (most_more._Everybody, "_as_literals", "if told[fact] else -literal", "if told[fact] else literal"),
    (most_more._Everybody, "_as_literals", "if number >= mark else -literal", "if number > mark else -literal"),
    (most_more._Query, "most", "low = middle", "low = most = middle"),
    (most_more._Query, "most", "most = middle - 1", "most = max(low, middle - 2)"),
    (open_branches._Definite, "_be_sure", "add(value.true, value.false)", "add(value.true)"),
    (unsure_people.Course, "encode", "all_of((here, self.no[node], -stopped))", "FALSE"),
    (open_branches, "_given_a_fact_each", "formula.add(-one, -other)", "formula.add(-one)"),
    (open_branches, "_not_answered", "is not None", "is None"),
    (open_branches, "_given_a_fact_each", "formula.all_of((reached, formula.any_of(takes)))", "FALSE"),
    (most_more, "_is_on_one_way", "state.origin != state.tree.root or ", ""),
]  # fmt: skip
MOST_TREES = 6_000


@pytest.mark.seeds(1)
@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{gap[1]}: {gap[2]} > {gap[3]}")
def test_a_gap_shows(seed: int, gap: Gap, monkeypatch: pytest.MonkeyPatch) -> None:
    open_gap(monkeypatch, gap)
    dice = random.Random(seed)
    for tried in range(MOST_TREES):
        if fault_on_the_way(dice, deep_tree(dice), unsure=tried % 2 == 0)[0]:
            print(f"shown by tree {tried}")
            return
    raise AssertionError(f"seed {seed}: {MOST_TREES} random trees do not show the gap")
