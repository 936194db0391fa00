"""Where an answer may lead, and what stays where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits
from kneetree.errors import KneetreeError, ShapeError
from tests.edits.rich import rich
from tests.trees import ask, leaf, make, small, trees


@given(trees(), st.data())
def test_an_answer_leads_anywhere_but_round_in_a_circle_or_to_its_other_end(tree, data):
    source, target = (data.draw(st.sampled_from(list(tree.nodes))) for _ in range(2))
    answer = data.draw(st.sampled_from(["yes", "no"]))
    first = tree.copy()
    below = set(edits.below(tree, [target]))
    node = tree.nodes[source]
    possible = (
        source in dict(tree.questions())
        and source not in below
        and node.target("no" if answer == "yes" else "yes") != target
    )
    assert (edits.why_not_connect(tree, source, answer, target) is None) is possible
    assert edits.leads_to(tree, target, source) is (source in below and source != target)
    if not possible:
        with pytest.raises(ShapeError):
            edits.connect(tree, source, answer, target)
        return
    tree.apply(edits.connect(tree, source, answer, target))
    assert tree.question(source).target(answer) == target
    for key, other in first.nodes.items():
        if key != source:
            assert tree.nodes[key] == other
    assert tree.nodes.keys() == first.nodes.keys()


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_the_reason_names_the_other_answer_and_the_way_round(answer):
    other = {"yes": "No", "no": "Yes"}[answer]
    target = rich().question("q_calf").target(other.lower())
    assert (edits.why_not_connect(rich(), "q_calf", answer, target) or "").startswith(f"Its {other} already")
    reason = edits.why_not_connect(rich(), "q_age", answer, "q_lungs") or ""
    assert "'Is it f_breath?' already leads to 'Is it age_at_least_60?'" in reason


def test_a_new_question_takes_a_draft_or_what_only_that_answer_leads_to_as_its_no():
    tree = rich()
    tree.apply(edits.add_leaf(tree, "q_calf", "yes"))
    tree.apply(edits.connect(tree, "q_lungs", "yes", "new_result"))
    tree.apply(edits.add_question(tree, "q_lungs", "yes", (5, 6)))
    made = tree.question("new_question")
    assert (made.yes, made.no) == ("new_result_2", "new_result"), "an empty leaf is kept, although shared"
    assert tree.question("q_calf").yes == "new_result"
    assert tree.layout["new_question"] == (5, 6)
    assert list(tree.nodes)[:3] == ["q_lungs", "new_question", "new_result_2"]
    tree = rich()
    tree.apply(edits.add_question(tree, "q_again", "no"))
    made = tree.question("new_question")
    assert (made.yes, made.no) == ("new_result", "new_result_2"), "a written leaf that is shared stays where it is"
    assert tree.question("q_age").no == "l_rest"
    assert list(tree.nodes)[4:8] == ["q_again", "new_question", "new_result_2", "new_result"]
    assert tree.layout == rich().layout


def test_the_node_where_the_walk_begins_is_not_hung_below_a_new_question():
    tree = rich()
    tree.apply(edits.set_root(tree, "q_calf"))
    tree.apply(edits.add_question(tree, "q_lungs", "no"))
    assert (tree.question("new_question").yes, tree.question("new_question").no) == ("new_result", "new_result_2")


def test_a_new_leaf_lies_where_it_was_dropped():
    tree = rich()
    tree.apply(edits.add_leaf(tree, "q_list", "yes", (5, 6)))
    assert tree.question("q_list").yes == "new_result"
    assert tree.layout == {**rich().layout, "new_result": (5, 6)}
    assert list(tree.nodes)[3] == "new_result"
    assert tree.question("q_list").no == rich().question("q_list").no
    assert "l_today" in tree.nodes


@pytest.mark.parametrize(("source", "answer", "place"), [
    ("q_lungs", "no", (50, 100)), ("q_calf", "yes", (25, 300)), ("q_calf", "no", None), ("q_list", "yes", None),
    ("q_age", "no", (154, 204)),
])  # fmt: skip
def test_an_inserted_question_stands_midway_if_both_ends_have_places(source, answer, place):
    tree = rich()
    before = tree.question(source).target(answer)
    tree.apply(edits.insert_question(tree, source, answer))
    made = tree.question("new_question")
    assert (made.yes, made.no) == ("new_result", before)
    assert tree.layout.get("new_question") == place
    assert tree.question(source).target(answer) == "new_question"
    assert {key: at for key, at in tree.layout.items() if key != "new_question"} == rich().layout


def test_an_inserted_question_keeps_the_side_that_was_asked_for():
    for keep, ends in (("yes", ("q_calf", "new_result")), ("no", ("new_result", "q_calf"))):
        tree = rich()
        tree.apply(edits.insert_question(tree, "q_lungs", "no", keep))
        assert (tree.question("new_question").yes, tree.question("new_question").no) == ends
    for answer in ("unsure", "x"):
        for call in (
            lambda answer=answer: edits.insert_question(rich(), "q_lungs", answer),
            lambda answer=answer: edits.insert_question(rich(), "q_lungs", "no", answer),
            lambda answer=answer: edits.connect(rich(), "q_lungs", answer, "l_rest"),
        ):
            with pytest.raises(KneetreeError, match="Yes or at No"):
                call()


def test_ids_of_one_letter_are_not_taken_for_longer_ones():
    tree = make({"g": ask("f", "o", "n"), "o": leaf(), "n": leaf()})
    assert edits.uses(tree, "node", "gon") == []
    assert edits.uses(tree, "node", "o") == [edits.Use("node", "g")]


def test_connecting_a_draft_to_where_it_already_leads_changes_nothing():
    tree = small()
    tree.apply(edits.add_leaf(tree, "lungs", "yes"))
    assert edits.connect(tree, "lungs", "yes", "new_result").parts == ()
