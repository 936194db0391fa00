"""A document over a small tree, with what the editor's panels share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kneetree.model.tree import Condition, Finding, Source, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.selection import Selection
from tests.trees import ask, ask_items, leaf, make


def small_tree() -> Tree:
    """Four questions and five leaves; one leaf is reached by two ways, one is not reached."""
    nodes = {
        "chest": ask("chest_pain", "call", "swollen", text="Does your chest hurt?"),
        "swollen": ask("calf_swollen", "clot", "score", text="Is one calf swollen?"),
        "score": ask_items({"bed_rest": 1, "cancer": 2}, 2, "clot", "twist", text="Do these fit?"),
        "twist": ask("twisted", "strain_leaf", "cyst_leaf", text="Did you twist it?"),
        "call": leaf("emergency", "embolism"),
        "clot": leaf("same_day", "dvt", also=("cyst",)),
        "strain_leaf": leaf("self_care", "strain"),
        "cyst_leaf": leaf("routine", "cyst"),
        "lost": leaf("routine", "cyst", title="A lost leaf"),
    }
    sources = {"src": Source("A book"), "web": Source("A page", "https://example.org")}
    tree = make(nodes, "chest", sources=sources)
    tree.findings["unused"] = Finding("Nobody asks this")
    tree.conditions["spare"] = Condition("Spare", "A spare condition")
    return tree


@pytest.fixture
def document(qapp: object, tmp_path: Path) -> Iterator[Document]:
    """An open document over the small tree."""
    made = Document(small_tree(), folder=tmp_path / "app")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def selection(qapp: object) -> Selection:
    """Nothing selected."""
    return Selection()
