import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.values import FURTHEST
from tests.trees import ask, leaf, make, small


def test_a_copied_subtree_is_pasted_under_new_ids_where_the_old_ones_are_taken():
    tree = small()
    change, ids = edits.paste(tree, edits.copy(tree, ["risks"]), end=("lungs", "yes"))
    tree.apply(change)
    assert ids[0] == "risks_2"
    assert tree.asked("lungs").yes == "risks_2"
    assert tree.asked("risks_2").yes == "clot_today_2"
    assert tree.leaf("clot_today_2") == tree.leaf("clot_today")


def test_what_the_part_names_comes_along_into_another_tree():
    other = make({"q": ask("f", "a", "b"), "a": leaf(condition="other"), "b": leaf(condition="other")}, sources={})
    change, _ = edits.paste(other, edits.copy(small(), ["risks"]))
    other.apply(change)
    assert {"cancer", "travel", "pill"} <= other.findings.keys()
    assert {"dvt", "strain"} <= other.conditions.keys()
    assert "src" in other.sources


def test_an_end_that_was_not_copied_leads_where_it_did_or_to_an_empty_leaf():
    tree = small()
    text = edits.copy(tree, ["calf"], subtree=False)
    change, ids = edits.paste(tree, text, at=(5, 6))
    tree.apply(change)
    assert tree.asked(ids[0]).yes == "clot_today"
    assert tree.layout[ids[0]] == (5, 6)
    other = make({"q": ask("f", "a", "b"), "a": leaf(), "b": leaf()})
    other.apply(edits.paste(other, text)[0])
    assert edits.is_draft(other.nodes[other.asked("calf").yes])


def test_pasting_above_itself_makes_no_circle():
    tree = small()
    tree.apply(edits.paste(tree, edits.copy(tree, ["lungs"], subtree=False), end=("calf", "yes"))[0])
    assert tree.asked("calf").yes == "lungs_2"


def test_a_pasted_part_keeps_its_own_shape_on_the_map():
    tree = small()
    tree.apply(edits.move(tree, {"risks": (100, 100), "strain": (150, 300)}))
    change, ids = edits.paste(tree, edits.copy(tree, ["risks"]), at=(0, 0))
    tree.apply(change)
    assert tree.layout[ids[0]] == (0, 0)
    assert tree.layout["strain_2"] == (50, 200)
    tree.apply(edits.duplicate(tree, ["risks"])[0])
    assert tree.layout["risks_3"] == (140, 140)


def test_a_box_that_would_stand_too_far_away_is_left_to_the_map():
    tree = small()
    tree.apply(edits.move(tree, {"strain": (FURTHEST, 0), "lungs_now": (0, -FURTHEST)}))
    tree.apply(edits.duplicate(tree, ["strain", "lungs_now"])[0])
    assert "strain_2" not in tree.layout
    assert tree.layout["lungs_now_2"] == (40, 40 - FURTHEST)
    tree.apply(edits.paste(tree, edits.copy(tree, ["strain"]), at=(0, FURTHEST + 1))[0])
    tree.apply(edits.add_leaf(tree, "calf", "no", (FURTHEST + 1, 0)))
    assert tree.layout.keys() == {"strain", "lungs_now", "lungs_now_2"}


def test_what_was_copied_and_deleted_can_be_pasted():
    tree = small()
    text = edits.copy(tree, ["strain"])
    tree.apply(edits.delete(tree, ["strain"]))
    assert "strain" not in tree.nodes
    tree.apply(edits.paste(tree, text, end=("risks", "no"))[0])
    assert tree.asked("risks").no == "strain"


@settings(deadline=None)
@given(st.one_of(st.text(), st.recursive(st.none() | st.text(), lambda inner: st.lists(inner)).map(json.dumps)))
def test_any_other_text_is_refused_with_a_sentence(text):
    with pytest.raises(KneetreeError, match="not a part of a tree"):
        edits.paste(small(), text)
    assert edits.why_not_paste(text) is not None


def test_hostile_parts_are_refused():
    good = json.loads(edits.copy(small(), ["risks"]))
    assert edits.why_not_paste(json.dumps(good)) is None
    for spoil in (
        lambda part: part["nodes"]["risks"].update(yes="risks"),
        lambda part: part["nodes"].update({"Bad Id": part["nodes"]["strain"]}),
        lambda part: part["nodes"]["strain"].update(urgency="soon"),
        lambda part: part["nodes"]["strain"].update(extra=1),
        lambda part: part.update(format="kneetree-fragment/1"),
        lambda part: part.update(nodes={}),
        lambda part: part.update(layout={"risks": ["a", 1]}),
        lambda part: part["nodes"]["risks"].update(items=[]),
    ):
        bad = json.loads(json.dumps(good))
        spoil(bad)
        with pytest.raises(KneetreeError):
            edits.paste(small(), json.dumps(bad))
    with pytest.raises(KneetreeError, match="not a part"):
        edits.paste(small(), "[" * 100_000)
    with pytest.raises(KneetreeError, match="too large"):
        edits.paste(small(), " " * 9_000_000)
    with pytest.raises(KneetreeError, match="nothing to copy"):
        edits.copy(small(), [])
