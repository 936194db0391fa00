"""The program's own table comes back without loss of what it holds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

from kneetree import exchange, importing, shipped
from kneetree.files import tree_files
from kneetree.model.tree import About, Scale, Tree, Urgency, WarningSign
from tests import trees
from tests.exchange.test_exchange import TREES
from tests.luck import examples


def back(tree: Tree, **said: object) -> Tree:
    """What is read of the table of a tree, which can be saved and opened again."""
    found = importing.read(exchange.export(tree, "csv"), "table.csv", importing.Said(**said)).tree
    assert tree_files.decode_tree(tree_files.encode_tree(found), "table.json") == found
    return found


@settings(max_examples=examples(150), suppress_health_check=list(HealthCheck), deadline=None)
@given(trees.trees())
def test_what_a_table_of_a_random_tree_holds_comes_back(tree: Tree) -> None:
    found = back(tree)
    assert exchange.export(found, "csv") == exchange.export(tree, "csv")
    assert list(found.graph.edges(data=True)) == list(back(found).graph.edges(data=True))


@pytest.mark.parametrize("tree", TREES)
def test_every_kind_of_node_and_text_comes_back(tree: Tree) -> None:
    if tree.about is not None:
        tree.about = structs.replace(tree.about, call="999")
    assert exchange.export(back(tree), "csv") == exchange.export(tree, "csv")


@pytest.mark.parametrize("path", [shipped.SHIPPED_TREE, *shipped.examples()], ids=lambda path: path.name)
def test_a_whole_tree_comes_back(path) -> None:
    tree = tree_files.read_tree(path).tree
    assert exchange.export(back(tree), "csv") == exchange.export(tree, "csv")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("call", ["", "112"])
def test_warnings_come_back_at_their_level_in_each_language(language: str, call: str) -> None:
    net = {
        Urgency.EMERGENCY: ("worse", "two"), Urgency.SAME_DAY: ("day",), Urgency.WITHIN_DAYS: ("some",),
        Urgency.ROUTINE: ("slow",),
    }  # fmt: skip
    said = {key: WarningSign(f"it is {key}\nand more") for key in ("worse", "two", "day", "some", "slow")}
    nodes = {"q": trees.ask("f", "a", "b"), "a": trees.leaf("self_care", get_help_if=net), "b": trees.leaf("routine",
        get_help_if={Urgency.EMERGENCY: ("worse",), Urgency.ROUTINE: ("slow",)})}  # fmt: skip
    tree = trees.make(nodes, warnings=said, language=language, about=About(call=call))
    found = back(tree, language="fr")
    assert found.language == language
    assert (found.about.call if found.about else "") == call
    for key in ("a", "b"):
        told = {level: [found.warnings[one].text for one in ids] for level, ids in found.leaf(key).get_help_if.items()}
        assert told == {level: [said[one].text for one in ids] for level, ids in tree.leaf(key).get_help_if.items()}


@pytest.mark.parametrize("unit", ["years", "days", "points"])
def test_a_number_comes_back_with_its_bounds_and_words(unit: str) -> None:
    scale = Scale(text="How many?", unit=unit, least=-3, most=400, at_least="From {n} on", under="Under {n}")
    nodes = {"q": trees.number("age", "r"), "r": trees.ask("age_at_least_60", "a", "b"), "a": trees.leaf(),
        "b": trees.leaf("self_care")}  # fmt: skip
    assert back(trees.make(nodes, scales={"age": scale})).scales == {"age": scale}


def test_a_number_that_is_only_counted_reaches_as_far_as_the_table_says() -> None:
    counted = trees.decide({"age_at_least_40": 1, "age_at_least_60": 2}, 2, "a", "b")
    nodes = {"q": trees.ask("f", "d", "b"), "d": counted, "a": trees.leaf(), "b": trees.leaf("self_care")}  # fmt: skip
    found = back(trees.make(nodes))
    assert (found.scales["age"].most, found.scales["age"].text) == (60, "")
    assert found.scales["age"].at_least == "Aged {n} or over"


def test_a_row_that_was_added_to_the_table_gets_ids() -> None:
    text = exchange.export(trees.small(), "csv").decode("utf-8-sig")
    head, *rows = text.splitlines()
    columns = dict.fromkeys(head.split(","), "")
    added = columns | {"kind": "yes_no", "text": "Is it hot?", "yes": "clot_today", "no": "strain"}
    changed = "\r\n".join([head, *rows, ",".join(added.values())]).replace("clot_today,risks", "clot_today,Is it hot?")
    found = importing.read(changed.encode(), "x.csv").tree
    assert found.nodes["is_it_hot"].asks in found.questions
    assert found.nodes["calf"].no == "is_it_hot"


def test_an_altered_table_names_all_its_faults() -> None:
    text = exchange.export(trees.small(), "csv").decode("utf-8-sig")
    wrong = text.replace(",same_day,", ",tomorrow,").replace(",list,", ",lisst,").replace(",symptom,", ",sympton,", 1)
    assert wrong.count("tomorrow") == wrong.count("lisst") == wrong.count("sympton") == 1
    with pytest.raises(importing.Faulty) as caught:
        importing.read(wrong.encode(), "x.csv")
    told = sorted((fault.where, fault.reason.split(" ")[0]) for fault in caught.value.faults)
    assert told == [("Row 2", "'sympton'"), ("Row 5", "'lisst'"), ("Row 6", "'tomorrow'")]


def test_how_urgent_a_result_is_can_be_said_beside_the_table() -> None:
    tree = trees.make({"q": trees.ask("f", "a", "b"), "a": trees.leaf("self_care"), "b": trees.leaf("routine")})
    found = back(tree, urgencies={"a": Urgency.EMERGENCY})
    assert (found.leaf("a").urgency, found.leaf("b").urgency) == (Urgency.EMERGENCY, Urgency.ROUTINE)
