"""One intent of the author is one change: undone once, it gives back the first bytes."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.tree import Advice, Condition, Finding, Region, Tree, WarningSign
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
    assert after.asked("calf").finding == "fat_calf"
    assert after.findings["fat_calf"] == Finding("It is fat")


def test_a_question_is_replaced_and_renamed_with_the_points_of_its_nodes() -> None:
    tree = small()
    name = tree.nodes["risks"].asks
    value = structs.replace(tree.questions[name], lines=("pill", "travel"))
    after = there_and_back(tree, edits.replace_and_rename(tree, "question", name, "two_risks", value))
    assert after.nodes["risks"].asks == "two_risks"
    assert (after.nodes["risks"].points, after.nodes["risks"].at_least) == ({}, 2)


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
    fields = {"finding": "hot"}
    after = there_and_back(
        tree, edits.set_fields_with_new(tree, "calf", fields, "finding", "hot", Finding("Hot", usual=True))
    )
    assert after.asked("calf").finding == "hot"
    assert after.findings["hot"] == Finding("Hot", usual=True)


def test_a_new_finding_comes_with_the_list_that_offers_it() -> None:
    tree = small()
    fields = {"lines": ("swelling_calf", "hot"), "at_least": 3, "points": {"hot": 2}}
    after = there_and_back(tree, edits.set_fields_with_new(tree, "calf", fields, "finding", "hot", Finding("Hot")))
    made = after.asked("calf")
    assert [(line.finding, line.points) for line in made.lines] == [("swelling_calf", 1), ("hot", 2)]
    assert made.at_least == 3
    assert after.findings["hot"] == Finding("Hot")


def test_a_new_finding_comes_with_the_decision_that_counts_it() -> None:
    tree = small()
    tree.apply(edits.insert_decision(tree, "lungs", "no", counts=("breathless",)))
    fields = {"counts": ("breathless", "hot"), "at_least": 2}
    after = there_and_back(
        tree, edits.set_fields_with_new(tree, "new_decision", fields, "finding", "hot", Finding("Hot"))
    )
    assert after.asked("new_decision").findings == ("breathless", "hot")


def test_a_new_question_comes_with_the_node_that_asks_it() -> None:
    tree = small()
    question = structs.replace(tree.questions["swelling_calf"], text="Is it thick?")
    after = there_and_back(
        tree, edits.set_fields_with_new(tree, "calf", {"asks": "thick"}, "question", "thick", question)
    )
    assert after.asked("calf").text == "Is it thick?"
    assert "swelling_calf" in after.questions


@pytest.mark.parametrize(
    ("field", "value", "part", "entry"),
    [
        ("do", ("rest", "ice"), "advice", Advice("Cool the knee.")),
        ("get_help_if", {"emergency": ("worse", "ice")}, "warning", WarningSign("the foot goes cold")),
    ],
)
def test_new_wording_comes_with_the_leaf_that_uses_it(field: str, value: object, part: str, entry: object) -> None:
    tree = small()
    after = there_and_back(tree, edits.set_fields_with_new(tree, "strain", {field: value}, part, "ice", entry))
    assert getattr(after.leaf("strain"), field) == value
    assert after.parts[part]["ice"] == entry


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
