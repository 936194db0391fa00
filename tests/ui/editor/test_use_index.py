"""The index of uses is right after every edit, and is not found anew while somebody types."""

from __future__ import annotations

import pytest

from kneetree import edits
from kneetree.model.tree import Advice, Leaf, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.use_index import UseIndex
from tests.ui.editor.conftest import tree_of_all_kinds


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
