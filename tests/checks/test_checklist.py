"""The checklist says of each thing whether it is there; what is written is no longer missing."""

import pytest

from kneetree import checks, edits
from kneetree.checks.checklist import checklist
from kneetree.edits import beginning
from kneetree.model.tree import About, Leaf, QuestionNode
from tests.edits.rich import rich
from tests.trees import small

UNTITLED = "A new tree"


def missing(tree):
    return {(item.kind, item.key) for item in checklist(tree, UNTITLED) if not item.done}


def test_a_new_tree_lacks_everything_that_its_author_has_to_write():
    tree = beginning.first_tree(UNTITLED)
    questions = [key for key, node in tree.nodes.items() if isinstance(node, QuestionNode)]
    leaves = [key for key, node in tree.nodes.items() if isinstance(node, Leaf)]
    wanted = {(kind, "") for kind in ("title", "intended_use", "not_for", "emergency", "call")}
    wanted |= {(kind, key) for kind in ("text", "statement") for key in questions}
    wanted |= {(kind, key) for kind in ("condition", "reason") for key in leaves}
    assert missing(tree) == wanted | {(kind, "") for kind in ("source", "rule", "case", "review")}


@pytest.mark.parametrize("field", ["intended_use", "not_for", "emergency", "call"])
def test_each_text_about_the_tree_is_an_item_of_its_own(field):
    tree = beginning.first_tree(UNTITLED)
    before = missing(tree)
    tree.apply(edits.set_single(tree, "about", About(**{field: "Written."})))
    assert before - missing(tree) == {(field, "")}


def test_each_gap_of_a_node_is_an_item_that_leads_to_its_field_and_goes_once_it_is_written():
    tree = beginning.first_tree(UNTITLED)
    written = {"text": "Is it cold?", "statement": "It is cold", "reason": "It can be a clot."}
    for item in [one for one in checklist(tree, UNTITLED) if one.part == "node" and one.kind in written]:
        assert item.field == item.kind
        before = missing(tree)
        if item.kind == "statement":
            change = edits.set_part(tree, "finding", tree.asked(item.key).finding, statement=written["statement"])
        else:
            change = edits.set_fields(tree, item.key, **{item.field: written[item.kind]})
        tree.apply(change)
        assert before - missing(tree) == {(item.kind, item.key)}
        assert not missing(tree) - before


def test_nothing_missing_is_one_item_for_questions_and_one_for_leaves():
    items = {item.kind: item for item in checklist(small(), UNTITLED)}
    for tree in (small(), rich()):
        kinds = [item.kind for item in checklist(tree, UNTITLED) if item.done]
        assert len(kinds) == len(set(kinds))
    assert items["title"].done


def test_what_is_a_problem_too_is_told_in_its_words_and_as_often():
    """The list of what a tree has to have and that of its problems are looked at side by side."""
    codes = {"not_written", "condition_not_chosen", "urgency_not_chosen", "no_safety_net", "no_emergency_warning"}
    codes |= {"no_advice", "no_reason"}
    bare = beginning.first_tree(UNTITLED)
    again = bare.copy()
    first, second = [key for key, node in bare.nodes.items() if isinstance(node, QuestionNode)]
    again.apply(edits.ask(again, second, again.nodes[first].asks))
    numbered = bare.copy()
    numbered.apply(edits.ask_number(numbered, first))
    for tree in (bare, again, numbered, small(), rich()):
        problems = [one.message for one in checks.check(tree) if one.code in codes and one.part in READ]
        items = [item.message for item in checklist(tree, UNTITLED) if item.message]
        assert sorted(items) == sorted(problems)


READ = ("node", "question", "finding", "scale")


def test_a_draft_is_unwritten_and_nothing_else_is_wrong_with_its_words():
    tree = beginning.first_tree(UNTITLED)
    found = {one.code for one in checks.check(tree) if one.part == "question" or one.code == "same_text_twice"}
    assert found == {"not_written", "no_why", "no_source"}
