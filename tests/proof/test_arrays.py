"""The arrays say of each node what the tree says."""

from __future__ import annotations

from hypothesis import given

from kneetree.model.tree import Kind, Leaf, Tree
from kneetree.proof.arrays import Compiled
from tests import trees
from tests.trees import ask, ask_items, collect, leaf, make


@given(trees.trees())
def test_each_node_is_as_the_tree_has_it(tree: Tree) -> None:
    arrays = Compiled(tree)
    for node, key in enumerate(arrays.ids):
        if isinstance(tree.nodes[key], Leaf):
            assert (arrays.yes[node], arrays.no[node], arrays.turn[node]) == (-1, -1, -1)
            assert arrays.asked_by(node) == ()
            continue
        asked, turn = tree.asked(key), arrays.turn_of(node)
        targets = [target for _, target in asked.edges()]
        assert [arrays.ids[arrays.yes[node]], arrays.ids[arrays.no[node]]] == [targets[0], targets[-1]]
        assert turn.facts == asked.facts
        assert turn.kind is asked.kind
        if asked.lines and not asked.next:
            assert turn.terms == tuple((line.finding, line.points, line.true) for line in asked.lines)
            assert turn.at_least == asked.at_least
        else:
            assert [finding for finding, _, _ in turn.terms] == ([asked.finding] if asked.yes else [])


@given(trees.trees())
def test_the_order_has_each_node_that_can_be_reached_before_what_it_leads_to(tree: Tree) -> None:
    arrays = Compiled(tree)
    place = {node: number for number, node in enumerate(arrays.order)}
    depths = arrays.depths()
    for node in arrays.order:
        for target in {arrays.yes[node], arrays.no[node]} - {-1}:
            assert place[node] < place[target]
            assert depths[node] < depths[target]
    assert arrays.order[0] == arrays.root
    for fact in {fact for node in place for fact in arrays.asked_by(node)}:
        askers = [node for node in arrays.order if fact in arrays.asked_by(node)]
        assert list(arrays.askers(fact)) == askers
        assert arrays.asked_again.get(fact, askers[:1]) == askers
    assert list(arrays.askers("nobody asks for it")) == []


def test_nodes_that_turn_on_the_same_share_it() -> None:
    tree = make(
        {
            "one": ask("a", "two", "list"),
            "two": ask("a", "list", "more"),
            "list": ask_items({"a": 1, "b": 2}, 2, "more", "end"),
            "more": ask_items({"a": 1, "b": 2}, 3, "all", "end"),
            "all": collect(["a", "b"], "end"),
            "end": leaf(),
        }
    )
    arrays = Compiled(tree)
    assert arrays.turn == [0, 0, 1, 2, 3, -1]
    assert [turn.kind for turn in arrays.turns] == [Kind.YES_NO, Kind.LIST, Kind.LIST, Kind.LIST]
    assert arrays.askers("b") == [2, 3, 4]
    assert list(arrays.above([3])) == [1, 1, 1, 1, 0, 0]
