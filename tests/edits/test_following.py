"""Ids follow the text of what is new, and nothing else does."""

import pytest

from kneetree import edits
from kneetree.edits import following
from kneetree.model.tree import QuestionNode
from tests.trees import small

TEXTS = ["Is it cold?", "¿Está fría?", "  Is it   cold? ", "?!", "Is it one of these six or seven words at all?"]


def written(text):
    tree = small()
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    tree.apply(edits.set_fields(tree, "new_question", text=text))
    return tree


@pytest.mark.parametrize("text", TEXTS)
def test_a_node_its_question_and_its_finding_are_called_after_the_text(text):
    tree = written(text)
    change, given = edits.follow_text(tree, "new_question", lambda _part, _key: True)
    before = tree.copy()
    tree.apply(change)
    wanted = edits.slug_of(text, (), "new_question")
    if wanted == "new_question":
        assert not given and not change
        return
    assert {part for part, _ in given} == {"node", "question", "finding"}
    node = given["node", "new_question"]
    assert isinstance(tree.nodes[node], QuestionNode) and tree.asked(node).text == before.asked("new_question").text
    assert tree.asked("lungs").no == node
    assert "new_question" not in {*tree.nodes, *tree.questions, *tree.findings}
    assert all(new.startswith(wanted) for new in given.values())
    assert edits.follow_text(tree, node, lambda _part, _key: True) == (type(change)(), {}), "once is enough"
    tree.apply(change.inverse())
    assert tree == before


def test_an_id_that_may_not_follow_stays():
    tree = written("Is it cold?")
    change, given = edits.follow_text(tree, "new_question", lambda part, _key: part == "node")
    tree.apply(change)
    assert set(given) == {("node", "new_question")}
    assert {"new_question"} <= tree.questions.keys() & tree.findings.keys()


def test_a_draft_follows_nothing_and_counts_as_unwritten():
    tree = small()
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    for node in ("new_question", "new_result"):
        assert edits.is_unwritten(tree, node)
        assert edits.follow_text(tree, node, lambda _part, _key: True)[1] == {}
    assert edits.is_unwritten(tree, "not there")
    assert not any(edits.is_unwritten(small(), key) for key in small().nodes), "a leaf is called after its condition"


@pytest.mark.parametrize("key", ["new_question", "new_question_2", "new_result_14", "new_finding", "new_decision"])
def test_the_ids_of_drafts_are_known(key):
    assert following.is_draft_id(key)
    assert not following.is_draft_id(f"{key}s") and not following.is_draft_id(f"my_{key}")


@pytest.mark.parametrize("counted", [False, True])
def test_each_statement_of_a_list_is_called_after_its_own_words(counted):
    tree = written("Does any of these apply?")
    tree.apply(edits.follow_text(tree, "new_question", lambda *_: True)[0])
    node = tree.asked("lungs").no
    tree.apply(edits.ask_items(tree, node, [tree.asked(node).finding], 1))
    (first,) = (line.finding for line in tree.asked(node).lines)
    if counted:
        tree.apply(edits.insert_decision(tree, node, "no"))
        assert first in [term.finding for term in tree.nodes["new_decision"].terms]
    tree.apply(edits.set_part(tree, "finding", first, statement="The foot is cold"))
    before = tree.copy()
    change, given = edits.follow_text(tree, node, lambda _part, key: key == first)
    tree.apply(change)
    assert given == {("finding", first): "the_foot_is_cold"}
    assert tree.questions[tree.nodes[node].asks].lines == ("the_foot_is_cold",)
    if counted:
        assert "the_foot_is_cold" in [term.finding for term in tree.nodes["new_decision"].terms]
    tree.apply(change.inverse())
    assert tree == before


def test_a_statement_that_is_not_written_keeps_the_id_of_a_draft():
    tree = written("Does any of these apply?")
    tree.apply(edits.ask_items(tree, "new_question", ["new_question"], 1))
    change, given = edits.follow_text(tree, "new_question", lambda *_: True)
    tree.apply(change)
    assert {part for part, _ in given} == {"node", "question"}
    assert "new_question" in tree.findings
