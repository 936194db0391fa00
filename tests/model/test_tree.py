"""The shape of a tree always holds, and a change can always be taken back."""

from __future__ import annotations

import time

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree.errors import KneetreeError, ShapeError, StaleChange
from kneetree.files import tree_files
from kneetree.files.change_json import from_json, to_json
from kneetree.model.change import Change, PartChange
from kneetree.model.change_builder import ChangeBuilder, between
from kneetree.model.tree import About, Answer, Finding, QuestionNode, Review, Start, Tree
from tests import trees


def test_the_graph_carries_the_answers_on_its_edges() -> None:
    tree = trees.small()
    assert isinstance(tree.graph, nx.DiGraph)
    assert tree.graph.edges["calf", "clot_today"]["answer"] == "yes"
    assert tree.parents("clot_today") == [("calf", "yes"), ("risks", "yes")]
    assert tree.topological()[0] == "lungs"
    tree = trees.make({"a": trees.number("age", "b"), "b": trees.collect(["f"], "x"), "x": trees.leaf()})
    assert tree.graph.edges["a", "b"]["answer"] == "next"
    assert tree.parents("x") == [("b", Answer.NEXT)]


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
    circle.set("node", "risks", QuestionNode(asks="breathless", yes="lungs", no="strain"))
    with pytest.raises(ShapeError, match="circle"):
        tree.apply(circle.change())
    assert tree == before


def test_a_refused_change_leaves_everything_in_its_place() -> None:
    tree = trees.small()
    before = tree.copy()
    broken = PartChange("node", "strain", tree.nodes["strain"], None, 5)
    for parts in (
        [PartChange("finding", "breathless", tree.findings["breathless"], None, 0)],
        [PartChange("finding", "one", None, Finding("One"), 1), PartChange("finding", "two", None, Finding("Two"), 0)],
        [PartChange("title", "", tree.title, "Other")],
        [PartChange("finding", "breathless", tree.findings["breathless"], Finding("Other"))],
    ):
        with pytest.raises(ShapeError, match="`no` of 'risks' leads to 'strain', which is not there"):
            tree.apply(Change((*parts, broken)))
        assert tree == before


def test_a_new_part_comes_to_the_place_it_names_or_to_the_end() -> None:
    for at, place in ((0, 0), (1, 1), (3, 3), (5, 5), (9, 5), (None, 5)):
        tree = trees.small()
        names = list(tree.findings)
        tree.apply(Change((PartChange("finding", "new", None, Finding("New"), at),)))
        assert list(tree.findings) == [*names[:place], "new", *names[place:]]


def test_several_parts_come_to_the_places_they_name_one_after_the_other() -> None:
    tree = trees.small()
    _ = tree.graph
    names = list(tree.findings)
    new = (("b", 1), ("a", 0), ("c", 3))
    tree.apply(Change(tuple(PartChange("finding", key, None, Finding(key), at) for key, at in new)))
    assert list(tree.findings) == ["a", names[0], "b", "c", *names[1:]]


def test_several_parts_without_a_place_come_to_the_end() -> None:
    tree = trees.small()
    names = list(tree.findings)
    new = ("a", "b", "c")
    tree.apply(Change(tuple(PartChange("finding", key, None, Finding(key)) for key in new)))
    assert list(tree.findings) == [*names, *new]


def test_thousands_of_parts_come_back_quickly() -> None:
    tree = trees.small()
    names = [f"f{number}" for number in range(6000)]
    tree.findings = {name: Finding(name) for name in (*names, "last")}
    before = tree.copy()
    builder = ChangeBuilder(tree)
    builder.set("title", "", "Other")
    for name in names:
        builder.set("finding", name, None)
    change = builder.change()
    tree.apply(change)
    assert list(tree.findings) == ["last"]
    undo = Change((*change.inverse().parts[-1:], *change.inverse().parts[:-1]))
    assert [part.part for part in undo.parts[:2]] == ["title", "finding"]
    started = time.process_time()
    tree.apply(undo)
    assert time.process_time() - started < 1, "one by one, each would copy all that is there"
    assert tree == before


def test_nothing_comes_of_a_change_from_nothing_to_nothing() -> None:
    tree = trees.small()
    tree.apply(Change((PartChange("finding", "gone"),)))
    assert tree == trees.small()


def test_a_part_that_alters_stays_in_its_place() -> None:
    tree = trees.small()
    names = list(tree.findings)
    tree.apply(Change((PartChange("finding", names[2], tree.findings[names[2]], Finding("Other"), 0),)))
    assert list(tree.findings) == names
    assert tree.findings[names[2]] == Finding("Other")


def test_what_is_there_already_does_not_come_again() -> None:
    tree = trees.small()
    before = tree.copy()
    new, other = Finding("New"), Finding("Other")
    for stale, keys in (("pill", ("pill", "travel")), ("pill", ("new", "pill")), ("new", ("new", "other", "new"))):
        parts = tuple(PartChange("finding", key, None, (new, other)[at % 2], at) for at, key in enumerate(keys))
        with pytest.raises(StaleChange, match=f"finding '{stale}' has changed"):
            tree.apply(Change(parts))
        assert tree == before


def test_a_key_that_is_not_there_has_no_node() -> None:
    tree = trees.small()
    assert tree.asked("calf").node == "calf"
    assert tree.leaf("strain") == tree.nodes["strain"]
    for key, look in (("strain", tree.asked), ("gone", tree.asked), ("calf", tree.leaf), ("gone", tree.leaf)):
        with pytest.raises(KeyError, match=key):
            look(key)
    assert [asked.node for asked in tree.all_asked()] == ["lungs", "calf", "risks"]
    assert [key for key, _ in tree.leaves()] == ["lungs_now", "clot_today", "strain"]


def test_what_a_tree_is_when_only_its_nodes_are_given() -> None:
    tree = Tree(title="T", root="x", nodes={"x": trees.leaf()})
    assert (tree.version, tree.language, tree.about, tree.review) == ("", "en", None, None)
    assert not any(values for name, values in tree.parts.items() if name != "node")
    about, review = About("For knees."), Review("A. Doctor", "GP", "2026-01-02", "2027-01-02", "")
    tree = Tree(title="T", root="x", nodes={"x": trees.leaf()}, about=about, review=review, start=Start("Knees"))
    assert (tree.about, tree.review, tree.start) == (about, review, Start("Knees"))


def test_two_trees_are_equal_if_each_part_is() -> None:
    tree = trees.small()
    assert tree == trees.small()
    assert tree != "tree"
    for name, value in (("title", "Other"), ("version", "9.9.9"), ("language", "es"), ("root", "calf")):
        other = trees.small()
        setattr(other, name, value)
        assert tree != other
    turned = trees.small()
    turned.findings = dict(reversed(tree.findings.items()))
    assert tree != turned, "the order of ids counts"


def test_a_copy_is_a_tree_of_its_own() -> None:
    tree = trees.small()
    twin = tree.copy()
    twin.apply(Change((PartChange("finding", "pill", tree.findings["pill"], None, 4),)))
    assert "pill" in tree.findings
    assert twin != tree


def test_a_change_that_no_longer_fits_is_refused() -> None:
    tree = trees.small()
    builder = ChangeBuilder(tree)
    builder.set("title", "", "One")
    change = builder.change()
    tree.apply(change)
    with pytest.raises(StaleChange, match="The title has changed meanwhile"):
        tree.apply(change)
    finding = Change((PartChange("finding", "pill", Finding("Other"), None, 4),))
    with pytest.raises(StaleChange, match="finding 'pill' has changed meanwhile"):
        tree.apply(finding)


def test_a_removed_part_comes_back_to_its_place() -> None:
    tree = trees.small()
    before = tree_files.encode_tree(tree)
    builder = ChangeBuilder(tree)
    for finding in list(tree.findings)[:2]:
        builder.set("finding", finding, None)
    builder.set("finding", "new_one", Finding("New"), at=1)
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
    assert tree.parts == new.parts
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


def test_an_id_that_is_not_there_has_no_parents() -> None:
    tree = trees.make({"a": trees.ask("f", "b", "c"), "b": trees.leaf(), "c": trees.leaf()})
    assert tree.parents("b") == [("a", "yes")]
    assert tree.parents("bc") == []


def test_the_graph_cannot_be_altered_and_follows_the_tree() -> None:
    tree = trees.small()
    graph = tree.graph
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        graph.remove_node("calf")
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        graph.add_edge("calf", "strain")
    other = next(key for key, _ in tree.leaves() if key not in (tree.asked("calf").yes, tree.asked("calf").no))
    builder = ChangeBuilder(tree)
    builder.set("node", "calf", structs.replace(tree.nodes["calf"], yes=other))
    tree.apply(builder.change())
    assert graph.has_edge("calf", other)
    assert tree.graph is graph


def test_a_change_that_fails_in_any_way_leaves_the_tree_as_it_was() -> None:
    tree, before = trees.small(), trees.small()
    good = PartChange("title", "", tree.title, "Another")
    with pytest.raises(KeyError):
        tree.apply(Change((good, PartChange("nonsense", "x", None, 1))))  # type: ignore[arg-type]
    assert tree == before
