"""A tree that was read holds what it repeats once, and is equal to the tree that was written."""

from __future__ import annotations

import tracemalloc

from hypothesis import given

from benchmarks import made
from kneetree.files import tree_files
from kneetree.model.tree import Leaf, QuestionNode, Tree
from tests import trees


def read_again(tree: Tree) -> Tree:
    return tree_files.decode_tree(tree_files.encode_tree(tree), "t")


@given(trees.trees())
def test_what_is_repeated_is_one_object(tree: Tree) -> None:
    read = read_again(tree)
    assert read == tree
    keys = {key: key for key in read.nodes}
    questions = {key: key for key in read.questions}
    rows: dict[object, object] = {}
    for node in read.nodes.values():
        if isinstance(node, QuestionNode):
            assert questions.get(node.asks, node.asks) is node.asks
            assert all(target is keys[target] for _, target in node.edges())
        elif isinstance(node, Leaf):
            for row in (node.condition, node.also, node.do, node.avoid, node.sources):
                assert rows.setdefault(row, row) is row
            assert rows.setdefault(tuple(node.get_help_if.items()), node.get_help_if) is node.get_help_if


@given(trees.trees())
def test_nodes_without_points_or_warnings_share_an_empty_mapping(tree: Tree) -> None:
    empty = [node.points for node in tree.nodes.values() if isinstance(node, QuestionNode) and not node.points]
    none = [node.get_help_if for node in tree.nodes.values() if isinstance(node, Leaf) and not node.get_help_if]
    for mappings in (empty, none):
        assert all(mapping is mappings[0] for mapping in mappings)


def test_a_node_takes_no_more_memory_than_in_format_1() -> None:
    """It took 1,061 bytes there."""
    data = tree_files.encode_tree(made.tree(2_000, sharing=0.0))
    tree_files.decode_tree(data, "t")
    tracemalloc.start()
    try:
        tree = tree_files.decode_tree(data, "t")
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert held / len(tree.nodes) < 900
