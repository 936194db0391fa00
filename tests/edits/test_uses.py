"""Where entries are used, what nothing uses, and what a change leaves unused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits
from kneetree.edits import Use
from kneetree.edits.references import NAMED_BY, Names, references
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.change import KEYED_PARTS
from kneetree.model.tree import Condition, Recovery, Source
from tests.edits.rich import rich
from tests.trees import small, trees

LIBRARY = ("picture", "scale", "finding", "source", "condition", "question", "advice", "warning")
SPARE = [Use("finding", "f_unused"), Use("question", "u_spare"), Use("advice", "a_spare")]


@pytest.mark.parametrize("make", [rich, small])
def test_all_uses_are_those_of_each_entry(make):
    tree = make()
    every = edits.all_uses(tree)
    for part in LIBRARY:
        for key in tree.parts[part]:
            assert edits.uses(tree, part, key) == every.get((part, key), [])
    assert {key for part, key in every if part == "node"} == set()


@given(trees())
def test_no_type_of_value_names_what_it_is_not_known_to_name(tree):
    """``uses`` looks into these types only."""
    names = Names(tree.questions, tree.scales)
    for part in KEYED_PARTS:
        for value in tree.parts[part].values():
            assert all(type(value) in NAMED_BY[kind] for kind, _ in references(names, value))


def test_each_type_names_what_it_can_name():
    tree = rich()
    names = Names(tree.questions, tree.scales)
    values = [tree.start, *(value for part in KEYED_PARTS for value in tree.parts[part].values())]
    found = {(kind, type(value)) for value in values for kind, _ in references(names, value)}
    assert found == {(kind, named) for kind, types in NAMED_BY.items() for named in types}


@pytest.mark.parametrize(
    ("part", "key", "nodes"),
    [
        ("question", "u_list", ["q_list", "q_collect"]),
        ("question", "u_spare", []),
        ("finding", "f_calf", ["q_calf", "q_again", "d_clues"]),
        ("finding", "f_breath", ["q_lungs"]),
        ("finding", "f_travel", ["q_list", "q_collect", "d_clues"]),
        ("scale", "z_years", ["q_number", "q_age", "d_clues"]),
        ("scale", "z_days", []),
        ("advice", "a_rest", ["l_now", "l_today", "l_rest"]),
        ("advice", "a_stretch", ["l_today", "l_rest"]),
        ("warning", "w_cold", ["l_today", "l_soon", "l_rest"]),
        ("condition", "c_cyst", ["l_today", "l_soon"]),
        ("picture", "p_calf", ["q_calf"]),
        ("source", "s_one", ["q_lungs", "q_number", "q_age", "d_clues", "l_now", "l_soon"]),
        ("source", "gone", []),
    ],
)
def test_people_meet_an_entry_at_these_nodes(part, key, nodes):
    assert edits.nodes_of(rich(), part, key) == nodes


def test_what_nothing_names_is_unused():
    assert edits.unused(rich()) == SPARE
    assert edits.unused(small()) == []


def test_what_is_unused_goes_together_and_what_is_used_does_not():
    tree = rich()
    tree.apply(edits.remove_unused(tree, SPARE))
    assert edits.unused(tree) == []
    for entry, words in (
        (Use("advice", "a_rest"), "It is used in"),
        (Use("finding", "f_draft"), "'Any of them"),
        (Use("advice", "gone"), "no line of advice"),
        (Use("node", "q_calf"), "no node"),
        (Use("rule", "r_short"), "no safety rule"),
    ):
        with pytest.raises(KneetreeError, match=words):
            edits.remove_unused(tree, [entry])
    assert not edits.remove_unused(tree, [])


def test_entries_that_name_only_each_other_go_together():
    tree = rich()
    tree.apply(edits.delete(tree, ["q_again"]))
    with pytest.raises(KneetreeError, match="'And these"):
        edits.remove_unused(tree, [Use("finding", "f_other_draft")])
    tree.apply(edits.remove_unused(tree, [Use("finding", "f_other_draft"), Use("question", "u_again")]))
    assert {"f_other_draft", "u_again"}.isdisjoint({*tree.findings, *tree.questions})


def test_a_change_says_what_it_leaves_unused_and_can_take_that_along():
    tree = rich()
    tree.apply(edits.add_part(tree, "condition", "c_one", Condition("One", recovery=Recovery(first_days=("a_spare",)))))
    tree.apply(edits.set_fields(tree, "l_now", condition="c_one", sources=()))
    change = edits.delete_question(tree, "q_lungs", "no")
    left = edits.unused_after(tree, change)
    assert left == [Use("condition", "c_one"), Use("question", "u_lungs"), Use("advice", "a_spare")]
    before = tree_files.encode_tree(tree)
    whole = edits.with_unused_removed(tree, change)
    assert tree_files.encode_tree(tree) == before
    tree.apply(whole)
    assert edits.unused(tree) == [entry for entry in SPARE if entry.key != "a_spare"], "these were unused before"
    tree.apply(whole.inverse())
    assert tree_files.encode_tree(tree) == before


def test_a_change_that_leaves_nothing_unused_says_so():
    change = edits.connect(rich(), "q_lungs", "yes", "l_rest")
    assert edits.unused_after(rich(), change) == []
    assert edits.with_unused_removed(rich(), change) == change


def test_a_source_that_goes_is_gone_from_exemptions_too():
    tree = rich()
    tree.apply(edits.remove_part(tree, "source", "s_one"))
    assert tree.rules["r_thick"].unless[0].sources == ()
    assert tree.scales["z_years"].sources == ()
    tree.apply(edits.add_part(tree, "source", "s_new", Source("New")))
    tree.apply(edits.remove_part(tree, "source", "s_new"))
    assert "s_new" not in tree.sources


@given(trees(), st.data())
def test_deleting_with_what_it_leaves_unused_leaves_nothing_more_unused_than_before(tree, data):
    before = edits.unused(tree)
    key = data.draw(st.sampled_from(list(tree.nodes)))
    if key == tree.root:
        return
    change = edits.delete_subtree(tree, key)
    left = edits.unused_after(tree, change)
    tree.apply(edits.with_unused_removed(tree, change))
    assert edits.unused(tree) == [entry for entry in before if entry not in left]
    assert all(entry.key not in tree.parts[entry.part] for entry in left)
