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
