"""The shape of a tree always holds, and a change can always be taken back."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.errors import KneetreeError, ShapeError, StaleChange
from kneetree.files import tree_files
from kneetree.files.change_json import from_json, to_json
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder, between
from kneetree.model.tree import Tree
from tests import trees


def test_the_graph_carries_yes_and_no_on_its_edges() -> None:
    tree = trees.small()
    assert isinstance(tree.graph, nx.DiGraph)
    assert tree.graph.edges["calf", "clot_today"]["answer"] == "yes"
    assert tree.parents("clot_today") == [("calf", "yes"), ("risks", "yes")]
    assert tree.topological()[0] == "lungs"


@pytest.mark.parametrize(
    ("nodes", "word"),
    [
        ({"q": trees.ask("f", "a", "nowhere"), "a": trees.leaf()}, "nowhere"),
        ({"q": trees.ask("f", "p", "a"), "p": trees.ask("g", "q", "a"), "a": trees.leaf()}, "circle"),
        ({"q": trees.ask("f", "q", "a"), "a": trees.leaf()}, "circle"),
    ],
)
def test_a_broken_shape_is_refused(nodes: dict, word: str) -> None:
    with pytest.raises(ShapeError, match=word):
        trees.make(nodes)


def test_a_refused_change_leaves_the_tree_as_it_was() -> None:
    tree = trees.small()
    before = tree.copy()
    _ = tree.graph
    builder = ChangeBuilder(tree)
    builder.set("title", "", "Another")
    builder.set("node", "strain", None)
    with pytest.raises(ShapeError, match="strain"):
        tree.apply(builder.change())
    assert tree == before
    assert tree.graph.has_edge("risks", "strain")
    circle = ChangeBuilder(tree)
    circle.set("node", "risks", trees.ask("f", "lungs", "strain"))
    with pytest.raises(ShapeError, match="circle"):
        tree.apply(circle.change())
    assert tree == before


def test_a_change_that_no_longer_fits_is_refused() -> None:
    tree = trees.small()
    builder = ChangeBuilder(tree)
    builder.set("title", "", "One")
    change = builder.change()
    tree.apply(change)
    with pytest.raises(StaleChange):
        tree.apply(change)


def test_a_removed_part_comes_back_to_its_place() -> None:
    tree = trees.small()
    before = tree_files.encode_tree(tree)
    builder = ChangeBuilder(tree)
    for finding in list(tree.findings)[:2]:
        builder.set("finding", finding, None)
    builder.set("finding", "new_one", trees.Finding("New"), at=1)
    change = builder.change()
    tree.apply(change)
    assert "breathless" not in tree.findings
    tree.apply(change.inverse())
    assert tree_files.encode_tree(tree) == before


@given(trees.trees(), trees.trees())
def test_the_change_between_two_trees_and_its_inverse(old: Tree, new: Tree) -> None:
    tree = old.copy()
    _ = tree.graph
    change = between(tree, new)
    tree.apply(change)
    assert tree.nodes == new.nodes
    assert tree.findings == new.findings
    assert nx.utils.graphs_equal(tree.graph, tree.copy().graph)
    tree.apply(change.inverse())
    assert tree == old
    assert nx.utils.graphs_equal(tree.graph, old.graph)


@given(trees.trees(), trees.trees())
def test_a_change_survives_its_journal_line(old: Tree, new: Tree) -> None:
    change = between(old, new)
    line = to_json(change)
    assert b"\n" not in line
    assert from_json(line) == change


@given(st.binary(max_size=60))
def test_a_torn_journal_line_is_a_sentence(line: bytes) -> None:
    try:
        from_json(line)
    except KneetreeError as error:
        assert str(error)


def test_an_empty_change_is_false() -> None:
    tree = trees.small()
    builder = ChangeBuilder(tree)
    builder.set("title", "", tree.title)
    assert not builder.change()
    assert builder.change() == Change()
