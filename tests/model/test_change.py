"""Changes: what they touch, how they are collected, in which order they are applied."""

from __future__ import annotations

from kneetree.files.change_json import from_json, to_json
from kneetree.model.change import Change, PartChange
from kneetree.model.change_builder import ChangeBuilder, between
from kneetree.model.tree import Finding, Tree
from tests import trees

FIRST, SECOND, THIRD = Finding("First"), Finding("Second"), Finding("Third")


def found(*names: str) -> Tree:
    """A tree with findings of these names, in this order."""
    nodes = {"q": trees.ask("f", "x", "y"), "x": trees.leaf(), "y": trees.leaf("same_day")}
    return trees.make(nodes, findings={name: Finding(f"It is {name}") for name in names})


def test_what_a_change_touches() -> None:
    change = Change(
        (
            PartChange("finding", "b", None, FIRST, 0),
            PartChange("node", "q", trees.leaf(), None, 0),
            PartChange("finding", "a", None, FIRST, 0),
            PartChange("finding", "b", FIRST, SECOND),
        )
    )
    assert change.keys("finding") == ["b", "a"]
    assert change.keys("node") == ["q"]
    assert change.keys("case") == []
    assert change.touches("node", "case")
    assert not change.touches("case", "title")
    assert change and not Change()


def test_what_is_put_in_the_place_of_a_tree_stays_a_whole_in_its_inverse_and_in_the_journal() -> None:
    whole = Change((PartChange("title", "", "One", "Two"),), whole=True)
    assert whole.inverse() == Change((PartChange("title", "", "Two", "One"),), whole=True)
    assert from_json(to_json(whole)) == whole
    assert not from_json(to_json(Change(whole.parts))).whole


def test_the_inverse_exchanges_before_and_after_and_turns_the_order_round() -> None:
    one, other = PartChange("title", "", "Old", "New"), PartChange("finding", "a", None, FIRST, 3)
    assert Change((one, other)).inverse() == Change(
        (PartChange("finding", "a", FIRST, None, 3), PartChange("title", "", "New", "Old"))
    )


def test_the_builder_shows_what_will_be() -> None:
    tree = found("a", "b")
    builder = ChangeBuilder(tree)
    assert (builder.get("title"), builder.get("finding", "c")) == (tree.title, None)
    builder.set("title", "", "New")
    builder.set("finding", "a", None)
    builder.set("finding", "c", FIRST)
    assert builder.get("title") == "New"
    assert builder.get("finding", "a") is None
    assert builder.get("finding", "b") == tree.findings["b"]
    assert builder.get("finding", "c") == FIRST
    assert (tree.title, list(tree.findings)) == ("Small tree", ["a", "b"]), "nothing is applied"


def test_the_first_before_and_the_last_after_of_a_part_count() -> None:
    tree = found("a")
    builder = ChangeBuilder(tree)
    builder.set("finding", "a", FIRST)
    builder.set("finding", "a", SECOND)
    assert builder.change() == Change((PartChange("finding", "a", tree.findings["a"], SECOND),))
    builder.set("finding", "a", tree.findings["a"])
    assert builder.change() == Change()


def test_what_comes_stands_before_what_alters_and_what_goes_last() -> None:
    tree = found("a", "b", "c", "d")
    builder = ChangeBuilder(tree)
    builder.set("finding", "b", None)
    builder.set("title", "", "New")
    builder.set("finding", "c", FIRST)
    builder.set("finding", "d", None)
    builder.set("finding", "new", SECOND, 0)
    builder.set("finding", "late", THIRD)
    before = tree.copy()
    change = builder.change()
    assert [(part.part, part.key, part.at) for part in change.parts] == [
        ("finding", "new", 0),
        ("finding", "late", 5),
        ("title", "", None),
        ("finding", "c", None),
        ("finding", "d", 4),
        ("finding", "b", 2),
    ]
    tree.apply(change)
    assert list(tree.findings) == ["new", "a", "c", "late"]
    assert (tree.findings["c"], tree.title) == (FIRST, "New")
    tree.apply(change.inverse())
    assert tree == before


def test_the_change_between_two_trees_has_every_part() -> None:
    old, new = found("a", "b", "z"), found("first", "a", "middle", "b", "last")
    new.title, new.version, new.language, new.root = "Other", "2.0.0", "es", "x"
    change = between(old, new)
    assert [(part.part, part.key) for part in change.parts] == [
        ("finding", "first"),
        ("finding", "middle"),
        ("finding", "last"),
        ("title", ""),
        ("version", ""),
        ("language", ""),
        ("root", ""),
        ("finding", "z"),
    ]
    old.apply(change)
    assert (old.title, old.version, old.language, old.root) == ("Other", "2.0.0", "es", "x")
    assert set(old.findings) == set(new.findings)
    assert not between(old, new)


def test_what_is_new_in_another_tree_comes_to_its_place() -> None:
    old, new = found("a", "b"), found("first", "a", "middle", "b", "last")
    old.apply(between(old, new))
    assert list(old.findings) == list(new.findings)
