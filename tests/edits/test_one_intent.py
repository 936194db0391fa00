"""One intent of the author is one change: undone once, it gives back the first bytes."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.tree import Condition, Finding, Item, Region, Tree
from tests.trees import small


def there_and_back(tree: Tree, change) -> Tree:
    """The tree with the change; undoing it must give back the same bytes."""
    before = tree_files.encode_tree(tree)
    tree.apply(change)
    after = tree.copy()
    assert tree_files.encode_tree(tree) != before
    tree.apply(change.inverse())
    assert tree_files.encode_tree(tree) == before
    return after


def with_regions() -> Tree:
    tree = small()
    for key, nodes in (("one", ("lungs", "calf")), ("two", ("calf",)), ("three", ("risks", "calf")), ("four", ())):
        tree.apply(edits.add_part(tree, "region", key, Region(key, nodes=nodes)))
    return tree


def test_nodes_leave_all_regions_and_those_they_leave_empty_go() -> None:
    after = there_and_back(with_regions(), edits.leave_regions(with_regions(), ["calf", "risks"]))
    assert {key: region.nodes for key, region in after.regions.items()} == {"one": ("lungs",), "four": ()}


def test_nodes_of_no_region_leave_nothing() -> None:
    assert not edits.leave_regions(with_regions(), ["strain"])


@pytest.mark.parametrize("part", ["rule", "case"])
def test_a_value_and_its_id_are_replaced_together(part: str) -> None:
    tree = small()
    first = next(iter(tree.parts[part].values()))
    for old in ("second", "third"):
        tree.apply(edits.add_part(tree, part, old, first))
    old = "second"
    place = list(tree.parts[part]).index(old)
    words = {"rule": "statement", "case": "story"}[part]
    value = structs.replace(tree.parts[part][old], **{words: "Other words."})
    after = there_and_back(tree, edits.replace_and_rename(tree, part, old, "another", value))
    assert list(after.parts[part])[place] == "another"
    assert old not in after.parts[part]
    found = after.parts[part]["another"]
    assert (found.id, getattr(found, words)) == ("another", "Other words.")


def test_what_names_a_part_follows_when_it_is_replaced() -> None:
    tree = small()
    after = there_and_back(
        tree, edits.replace_and_rename(tree, "finding", "swelling_calf", "fat_calf", Finding("It is fat"))
    )
    assert after.question("calf").finding == "fat_calf"
    assert after.findings["fat_calf"].means == "It is fat"


def test_an_id_that_stays_is_no_rename() -> None:
    tree = small()
    after = there_and_back(tree, edits.replace_and_rename(tree, "condition", "dvt", "dvt", Condition("Clot", "A clot")))
    assert after.conditions["dvt"].name == "Clot"


def test_an_id_that_is_taken_is_refused_with_the_value() -> None:
    tree = small()
    with pytest.raises(KneetreeError, match="already"):
        edits.replace_and_rename(tree, "condition", "dvt", "strain", tree.conditions["dvt"])


def test_a_new_finding_comes_with_the_question_that_asks_it() -> None:
    tree = small()
    fields = {"finding": "hot", "items": (), "at_least": 1}
    after = there_and_back(
        tree, edits.set_fields_with_new(tree, "calf", fields, "finding", "hot", Finding("Hot", usual=True))
    )
    assert after.question("calf").finding == "hot"
    assert after.findings["hot"] == Finding("Hot", usual=True)


def test_a_new_finding_comes_with_the_list_that_offers_it() -> None:
    tree = small()
    items = (Item("swelling_calf", "Swollen"), Item("hot", "Hot", 2))
    fields = {"finding": "", "items": items, "at_least": 3}
    after = there_and_back(tree, edits.set_fields_with_new(tree, "calf", fields, "finding", "hot", Finding("Hot")))
    assert (after.question("calf").items, after.question("calf").at_least) == (items, 3)
    assert "hot" in after.findings


def test_a_new_condition_comes_with_the_leaf_that_names_it() -> None:
    tree = small()
    fields = {"condition": "gout"}
    after = there_and_back(
        tree, edits.set_fields_with_new(tree, "strain", fields, "condition", "gout", Condition("Gout", "Gout"))
    )
    assert after.leaf("strain").condition == "gout"
    assert after.conditions["gout"].name == "Gout"


@pytest.mark.parametrize(("node", "key"), [("strain", "dvt"), ("nowhere", "gout"), ("strain", "No Slug")])
def test_a_new_entry_that_cannot_be_is_refused(node: str, key: str) -> None:
    with pytest.raises(KneetreeError):
        edits.set_fields_with_new(small(), node, {"condition": key}, "condition", key, Condition("Gout", "Gout"))
