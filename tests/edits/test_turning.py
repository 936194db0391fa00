"""A leaf becomes a question, a question a leaf, and another node the first."""

import random

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.tree import Count, Finding, QuestionNode, Topic, Urgency
from tests.edits.rich import rich
from tests.people import leaf_of
from tests.trees import ask, leaf, make, small


def test_a_leaf_hangs_from_the_no_of_the_question_that_takes_its_id():
    tree = rich()
    before = tree.leaf("l_today")
    tree.apply(edits.leaf_to_question(tree, "l_today"))
    made = tree.asked("l_today")
    assert (made.topic, made.text, made.finding) == (Topic.SYMPTOM, "New question", "new_question")
    assert (made.yes, made.no) == ("new_result", "l_today_end")
    assert edits.is_draft(tree.nodes["new_result"])
    assert tree.leaf("l_today_end") == before
    assert tree.asked("q_calf").yes == tree.asked("q_list").yes == "l_today"
    assert tree.findings["new_question"] == Finding("")
    assert "new_question" not in tree.nodes
    assert list(tree.nodes)[9:12] == ["l_today", "new_result", "l_today_end"]
    assert tree.layout == rich().layout


def test_the_question_that_comes_has_the_topic_of_the_one_above():
    tree = small()
    tree.apply(edits.leaf_to_question(tree, "strain"))
    assert tree.asked("strain").topic is Topic.HISTORY
    lonely = make({"q": ask("f", "a", "b", topic=Topic.AGE), "a": leaf(), "b": leaf(), "c": leaf()})
    lonely.apply(edits.leaf_to_question(lonely, "c"))
    assert lonely.asked("c").topic is Topic.SYMPTOM


def test_a_long_id_stays_an_id():
    key = "a" * 99
    tree = make({"q": ask("f", key, "b"), key: leaf(), "b": leaf()})
    tree.apply(edits.leaf_to_question(tree, key))
    assert edits.is_slug(tree.asked(key).no)


@pytest.mark.parametrize(
    ("yes", "no", "kept"),
    [
        (leaf("same_day", title="A"), leaf("routine", title="B"), "A"),
        (leaf("routine", title="A"), leaf("same_day", title="B"), "B"),
        (leaf("routine", title="A"), leaf("routine", title="B"), "A"),
        (leaf("routine", title="A"), ask("g", "e", "f"), "A"),
        (ask("g", "e", "f"), leaf("routine", title="B"), "B"),
        (ask("g", "e", "f"), ask("h", "e", "f"), "New result"),
    ],
)
def test_the_more_urgent_written_end_takes_the_place(yes, no, kept):
    tree = make({"top": ask("t", "q", "f"), "q": ask("x", "a", "b"), "a": yes, "b": no, "e": leaf(), "f": leaf()})
    tree.apply(edits.question_to_leaf(tree, "q"))
    assert tree.leaf("q").title == kept
    assert {"top", "q", "f"} <= tree.nodes.keys()
    assert {"a", "b"}.isdisjoint(tree.nodes)
    assert list(tree.nodes)[1] == "q"


def test_a_draft_end_is_not_what_a_question_becomes():
    tree = small()
    tree.apply(edits.add_leaf(tree, "lungs", "yes"))
    tree.apply(edits.add_leaf(tree, "risks", "no"))
    assert tree.leaf("new_result_2").urgency is Urgency.SAME_DAY
    tree.apply(edits.question_to_leaf(tree, "risks"))
    assert tree.leaf("risks") == small().leaf("clot_today")
    tree.apply(edits.question_to_leaf(tree, "lungs"))
    assert edits.is_draft(tree.nodes["lungs"])
    assert tree.nodes.keys() == {"lungs", "lungs_now", "strain"}  # these two hung nowhere before


def test_what_something_else_leads_to_stays_and_the_first_node_too():
    tree = rich()
    tree.apply(edits.question_to_leaf(tree, "q_list"))
    assert tree.leaf("q_list") == rich().leaf("l_today")
    assert tree.nodes.keys() == {"q_lungs", "q_calf", "q_list", "l_now", "l_today"}
    assert tree.layout == {"q_lungs": (0, 0), "q_calf": (100, 200), "l_today": (-50, 400)}
    assert tree.regions["g_low"].nodes == ()
    assert tree.regions["g_top"] == rich().regions["g_top"]
    assert tree.questions == rich().questions
    tree = rich()
    tree.apply(edits.set_root(tree, "q_list"))
    tree.apply(edits.question_to_leaf(tree, "q_calf"))
    assert tree.root == "q_list"
    assert tree.asked("q_list") == rich().asked("q_list")


def test_the_first_node_is_one_that_is_there():
    tree = rich()
    change = edits.set_root(tree, "l_rest")
    assert [(part.part, part.before, part.after) for part in change.parts] == [("root", "q_lungs", "l_rest")]
    with pytest.raises(ShapeError):
        edits.set_root(tree, "gone")
    with pytest.raises(ShapeError):
        edits.leaf_to_question(tree, "gone")
    with pytest.raises(ShapeError):
        edits.question_to_leaf(tree, "gone")


# -- questions that collect, and decisions ------------------------------------------------------------


def done(change_of, *args, **options):
    tree = rich()
    tree.apply(change_of(tree, *args, **options))
    return tree


@pytest.mark.parametrize("keep", ["yes", "no"])
def test_a_question_that_comes_to_collect_goes_on_to_the_side_that_is_kept(keep):
    tree = done(edits.to_collecting, "q_list", keep)
    kept = rich().nodes["q_list"].target(keep)
    assert tree.nodes["q_list"] == QuestionNode(asks="u_list", next=kept)
    gone = {"yes": {"q_number", "q_collect", "q_age", "q_again", "d_clues", "l_soon", "l_rest"}, "no": set()}[keep]
    assert rich().nodes.keys() - tree.nodes.keys() == gone
    assert tree.questions == rich().questions


def test_the_side_that_is_lost_stays_where_the_walk_begins_there():
    tree = rich()
    tree.apply(edits.set_root(tree, "q_again"))
    tree.apply(edits.to_collecting(tree, "q_age", "no"))
    assert {"q_again", "l_soon"} <= tree.nodes.keys()


def test_a_threshold_that_comes_to_collect_asks_for_the_number():
    assert done(edits.to_collecting, "q_age").nodes["q_age"] == QuestionNode(asks="z_years", next="d_clues")
    assert "q_again" not in done(edits.to_collecting, "q_age").nodes


@pytest.mark.parametrize("keep", ["yes", "no"])
def test_a_question_that_comes_to_branch_keeps_its_way_on(keep):
    tree = done(edits.to_branching, "q_collect", keep)
    made = tree.nodes["q_collect"]
    assert made.target(keep) == "q_age"
    assert (made.asks, made.next, made.at_least, made.points) == ("u_list", "", 1, {})
    assert edits.is_draft(tree.nodes[made.target("no" if keep == "yes" else "yes")])


@pytest.mark.parametrize(
    ("number", "asks"), [(None, "z_years_at_least_60"), (1, "z_years_at_least_1"), (120, "z_years_at_least_120")]
)
def test_a_number_comes_to_branch_on_a_threshold(number, asks):
    made = done(edits.to_branching, "q_number", number=number).nodes["q_number"]
    assert (made.asks, made.no) == (asks, "q_collect")


@pytest.mark.parametrize("number", [0, 121, -3])
def test_a_number_outside_its_scale_is_no_threshold(number):
    with pytest.raises(KneetreeError, match="from 1 to 120"):
        edits.to_branching(rich(), "q_number", number=number)


@pytest.mark.parametrize(
    ("node", "asks", "counts", "at_least"),
    [
        ("q_list", "u_list", (Count("f_travel", 2), "f_plaster", "f_draft"), 2),
        ("q_calf", "u_calf", ("f_calf",), 1),
        ("q_age", "z_years", ("z_years_at_least_60",), 1),
    ],
)
def test_a_question_collects_first_and_a_decision_after_it_branches_as_it_did(node, asks, counts, at_least):
    first, tree = rich(), done(edits.collect_first, node)
    before, made = first.nodes[node], tree.nodes[f"{node}_decision"]
    assert tree.nodes[node] == QuestionNode(asks=asks, next=f"{node}_decision")
    assert (made.counts, made.at_least, made.yes, made.no) == (counts, at_least, before.yes, before.no)
    assert made.title == edits.quoted(first, node).strip("'")
    assert tree.nodes.keys() - first.nodes.keys() == {f"{node}_decision"}


def test_nobody_ends_elsewhere_when_all_is_collected_first():
    for node in ("q_lungs", "q_calf", "q_list", "q_age", "q_again"):
        first, tree = rich(), done(edits.collect_first, node)
        for number in range(400):
            dice = random.Random(number)
            person = {finding: dice.random() < 0.5 for finding in first.findings}
            person |= {"z_years": dice.randint(0, 120), "z_days": dice.randint(0, 90)}
            assert leaf_of(tree, person) == leaf_of(first, person)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda tree: edits.to_collecting(tree, "q_number"), "already"),
        (lambda tree: edits.to_collecting(tree, "d_clues"), "decision"),
        (lambda tree: edits.to_collecting(tree, "l_now"), "not a question"),
        (lambda tree: edits.to_collecting(tree, "q_calf", "next"), "Yes or No"),
        (lambda tree: edits.to_branching(tree, "q_calf"), "already"),
        (lambda tree: edits.to_branching(tree, "d_clues"), "decision"),
        (lambda tree: edits.collect_first(tree, "q_collect"), "already"),
        (lambda tree: edits.collect_first(tree, "d_clues"), "decision"),
        (lambda tree: edits.set_root(tree, "d_clues"), "decision"),
        (lambda tree: edits.swap(tree, ["q_number", "q_collect", "l_now"]), "only collects"),
    ],
)
def test_what_cannot_be_turned_is_refused_with_the_reason(call, words):
    with pytest.raises(KneetreeError, match=words):
        call(rich())


def test_a_decision_and_a_list_are_turned_like_a_question_and_what_collects_is_passed():
    first, tree = rich(), done(edits.swap, ["d_clues", "q_list", "q_number"])
    for key in ("d_clues", "q_list"):
        old = first.nodes[key]
        assert tree.nodes[key] == structs.replace(old, yes=old.no, no=old.yes)
    assert tree.nodes["q_number"] == first.nodes["q_number"]


def test_a_decision_becomes_a_leaf():
    tree = done(edits.question_to_leaf, "d_clues")
    assert tree.leaf("d_clues") == rich().leaf("l_soon")
    assert {"l_soon", "l_rest"} <= tree.nodes.keys()
