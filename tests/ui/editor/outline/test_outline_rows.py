"""The rows that follow a tree change by change are those that would be made afresh, and few are made anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks import made
from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Tree
from kneetree.ui.editor.outline.outline_rows import Row, Rows
from tests.edits.rich import rich
from tests.edits.test_random_edits import EDITS
from tests.luck import examples
from tests.trees import small


def lines(rows: Rows) -> Iterator[tuple[object, ...]]:
    """All that is known of every row, in reading order."""

    def walk(level: list[Row], parent: Row | None, depth: int) -> Iterator[tuple[object, ...]]:
        for place, row in enumerate(level):
            assert (row.parent, row.place, row.depth) == (parent, place, depth)
            assert rows.by_number[row.number] is row
            assert row in rows.references[row.node] if row.reference else rows.full[row.node] is row
            yield depth, row.node, row.asked_by, row.answer, row.reference
            yield from walk(row.children, row, depth + 1)

    yield from walk(rows.top, None, 0)


def assert_as_afresh(rows: Rows, tree: Tree) -> None:
    fresh = Rows()
    fresh.build(tree)
    assert list(lines(rows)) == list(lines(fresh))
    assert rows.full.keys() == fresh.full.keys()
    assert rows.depth == fresh.depth
    assert len(rows.by_number) == len(fresh.by_number)
    assert {key: len(held) for key, held in rows.references.items() if held} == {
        key: len(held) for key, held in fresh.references.items()
    }
    assert rows.in_order() == list(fresh.full)


def shared() -> Tree:
    """A tree of many shared nodes, so that another row often shows in full what an edit has taken away."""
    return made.tree(60, sharing=0.4)


@settings(max_examples=examples(150), deadline=None)
@given(st.sampled_from([small, rich, shared]), st.integers(0, 10**9), st.integers(1, 25))
@example(shared, 238513, 5)  # a node goes from one stretch into a later one; a reference between the two shows it now
def test_after_any_edits_the_rows_are_as_made_afresh(make: Callable[[], Tree], seed: int, steps: int) -> None:
    dice, tree, rows = random.Random(seed), make(), Rows()
    rows.build(tree)
    done: list[Change] = []
    for _ in range(steps):
        try:
            change = dice.choice(EDITS)(dice, tree)
            tree.apply(change)
        except (KneetreeError, KeyError):
            continue
        done.append(change)
        numbers = {(row.node, row.reference, row.reference and row.asked_by): row.number for row in every(rows)}
        rows.follow(tree, change)
        assert_as_afresh(rows, tree)
        for row in every(rows):
            known = numbers.get((row.node, row.reference, row.reference and row.asked_by))
            assert row.reference or known in (None, row.number), "what is folded or selected stays so"
    for change in reversed(done):
        tree.apply(change.inverse())
        rows.follow(tree, change.inverse())
        assert_as_afresh(rows, tree)


def every(rows: Rows) -> list[Row]:
    return list(rows.by_number.values())


def test_an_edit_makes_only_the_rows_below_it_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    tree, rows = made.tree(2000), Rows()
    rows.build(tree)
    monkeypatch.setattr(rows, "build", lambda _tree: pytest.fail("all rows were made anew"))
    branches = [key for key, node in tree.nodes.items() if not isinstance(node, Leaf)]
    kept = {row.number: row for row in every(rows)}
    for key in branches[500::40]:
        for answer in ("yes", "no"):
            change = edits.insert_question(tree, key, answer)
            for step in (change, change.inverse(), change):
                tree.apply(step)
                rows.follow(tree, step)
    assert_as_afresh(rows, tree)
    assert sum(kept.get(row.number) is row for row in every(rows)) > len(kept) / 2
