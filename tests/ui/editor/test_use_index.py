"""The index of uses is right after every edit, and is not found anew while somebody types."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.tree import Advice, Leaf, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor import use_index
from kneetree.ui.editor.use_index import UseIndex
from tests.edits.rich import rich
from tests.edits.test_random_edits import EDITS
from tests.luck import examples
from tests.ui.editor.conftest import tree_of_all_kinds

ORDER = ["start", "node", "question", "scale", "condition", "rule", "case"]


@pytest.fixture
def opened() -> Tree:
    return tree_of_all_kinds()


def check(document: Document, index: UseIndex) -> None:
    tree = document.tree
    for part in ("question", "finding", "scale", "advice", "warning", "condition", "source"):
        for key in tree.parts[part]:
            found, right = index.of(part, key), edits.uses(tree, part, key)
            assert sorted(map(str, found)) == sorted(map(str, right)), (part, key)
            assert [use.part for use in found] == [use.part for use in right], (part, key)
            if part != "source":
                assert set(index.nodes_of(part, key)) >= set(edits.nodes_of(tree, part, key)), (part, key)


def test_it_follows_edits_of_every_kind(document: Document) -> None:
    index = UseIndex(document, document)
    check(document, index)
    steps = [
        lambda tree: edits.ask(tree, "chest", "calf_swollen"),
        lambda tree: edits.set_part(tree, "question", "calf_swollen", finding="unused"),
        lambda tree: edits.add_part(tree, "advice", "ice", Advice("Ice.")),
        lambda tree: edits.set_fields(tree, "clot", do=("ice",)),
        lambda tree: edits.set_fields(tree, "risk", counts=("unused", "age_at_least_40")),
        lambda tree: edits.delete(tree, ["score"]),
        lambda tree: edits.collect_first(tree, "adult"),
        lambda tree: edits.rename(tree, "scale", "age", "years"),
    ]
    for step in steps:
        document.do(step(document.tree), "edit")
        check(document, index)
    while document.stack.canUndo():
        document.stack.undo()
        check(document, index)


def test_typing_does_not_find_uses_again(document: Document, monkeypatch) -> None:
    index = UseIndex(document, document)
    index.of("advice", "rest")
    monkeypatch.setattr(edits, "all_uses", lambda _tree: pytest.fail("found again"))
    told = []
    index.changed.connect(lambda: told.append(1))
    document.do(edits.set_fields(document.tree, "swollen", text="Is it?"), "text")
    document.do(edits.set_part(document.tree, "advice", "rest", text="Lie."), "text")
    document.do(edits.set_fields(document.tree, "clot", reason="So."), "text")
    document.do(edits.connect(document.tree, "chest", "yes", "late_clot"), "connect")
    assert told == []
    document.do(edits.set_fields(document.tree, "clot", do=()), "do")
    assert told == [1]
    assert index.of("advice", "rest") == edits.uses(document.tree, "advice", "rest")
    assert isinstance(document.tree.nodes["clot"], Leaf)


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9), st.integers(1, 25))
def test_after_any_edits_it_is_as_found_afresh(qapp, tmp_path: Path, seed: int, steps: int) -> None:
    dice, document = random.Random(seed), Document(rich(), folder=tmp_path)
    index = UseIndex(document)
    index.of("advice", "none")
    for _ in range(steps):
        try:
            document.do(dice.choice(EDITS)(dice, document.tree), "edit")
        except (KneetreeError, KeyError):
            continue
        assert_as_afresh(document, index)
    while document.stack.canUndo():
        document.stack.undo()
        assert_as_afresh(document, index)
    document.close()


def assert_as_afresh(document: Document, index: UseIndex) -> None:
    found = edits.all_uses(document.tree)
    entries = found.keys() | (index._uses or {}).keys()
    for part, key in entries:
        uses = index.of(part, key)
        assert Counter(map(str, uses)) == Counter(map(str, found.get((part, key), []))), (part, key)
        places = [ORDER.index(use.part) for use in uses]
        assert places == sorted(places), (part, key)


def test_it_is_found_in_slices_while_nobody_asks(qtbot, document: Document, monkeypatch) -> None:
    index = UseIndex(document, document)
    monkeypatch.setattr(use_index, "_SLICE_S", 0.0)
    qtbot.waitUntil(lambda: index._uses is not None)
    assert_as_afresh(document, index)
    document.new(rich())
    index._on_slice()
    document.do(edits.set_fields(document.tree, "q_lungs", text="Begun, then altered?"), "text")
    assert index._finding is None, "what was begun over the former tree is dropped"
    qtbot.waitUntil(lambda: index._uses is not None)
    assert_as_afresh(document, index)
