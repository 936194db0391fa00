"""Where an answer may lead, and what stays where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.tree import Count, Decision, Finding, QuestionNode
from tests.edits.rich import rich
from tests.trees import ask, leaf, make, small, trees


@given(trees(), st.data())
def test_an_answer_leads_anywhere_but_round_in_a_circle_or_to_its_other_end(tree, data):
    source, target = (data.draw(st.sampled_from(list(tree.nodes))) for _ in range(2))
    answer = data.draw(st.sampled_from(["yes", "no", "next"]))
    first = tree.copy()
    below = set(edits.below(tree, [target]))
    ways = dict(tree.nodes[source].edges())
    possible = (
        answer in ways and source not in below and target not in [end for way, end in ways.items() if way != answer]
    )
    assert (edits.why_not_connect(tree, source, answer, target) is None) is possible
    assert edits.leads_to(tree, target, source) is (source in below and source != target)
    if not possible:
        with pytest.raises(KneetreeError):
            edits.connect(tree, source, answer, target)
        return
    tree.apply(edits.connect(tree, source, answer, target))
    assert dict(tree.nodes[source].edges()) == {**ways, answer: target}
    for key, other in first.nodes.items():
        if key != source:
            assert tree.nodes[key] == other
    assert tree.nodes.keys() == first.nodes.keys()


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_the_reason_names_the_other_answer_and_the_way_round(answer):
    other = {"yes": "No", "no": "Yes"}[answer]
    target = rich().asked("q_calf").target(other.lower())
    assert (edits.why_not_connect(rich(), "q_calf", answer, target) or "").startswith(f"Its {other} already")
    reason = edits.why_not_connect(rich(), "q_age", answer, "q_lungs") or ""
    assert "'Is it f_breath?' already leads to '60 years or more'" in reason


def test_a_new_question_takes_a_draft_or_what_only_that_answer_leads_to_as_its_no():
    tree = rich()
    tree.apply(edits.add_leaf(tree, "q_calf", "yes"))
    tree.apply(edits.connect(tree, "q_lungs", "yes", "new_result"))
    tree.apply(edits.add_question(tree, "q_lungs", "yes", (5, 6)))
    made = tree.asked("new_question")
    assert (made.yes, made.no) == ("new_result_2", "new_result"), "an empty leaf is kept, although shared"
    assert tree.asked("q_calf").yes == "new_result"
    assert tree.layout["new_question"] == (5, 6)
    assert list(tree.nodes)[:3] == ["q_lungs", "new_question", "new_result_2"]
    tree = rich()
    tree.apply(edits.add_question(tree, "q_again", "no"))
    made = tree.asked("new_question")
    assert (made.yes, made.no) == ("new_result", "new_result_2"), "a written leaf that is shared stays where it is"
    assert tree.asked("d_clues").no == "l_rest"
    assert list(tree.nodes)[6:10] == ["q_again", "new_question", "new_result_2", "new_result"]
    assert tree.layout == rich().layout


def test_the_node_where_the_walk_begins_is_not_hung_below_a_new_question():
    tree = rich()
    tree.apply(edits.set_root(tree, "q_calf"))
    tree.apply(edits.add_question(tree, "q_lungs", "no"))
    assert (tree.asked("new_question").yes, tree.asked("new_question").no) == ("new_result", "new_result_2")


def test_a_new_leaf_lies_where_it_was_dropped():
    tree = rich()
    tree.apply(edits.add_leaf(tree, "q_list", "yes", (5, 6)))
    assert tree.asked("q_list").yes == "new_result"
    assert tree.layout == {**rich().layout, "new_result": (5, 6)}
    assert list(tree.nodes)[3] == "new_result"
    assert tree.asked("q_list").no == rich().asked("q_list").no
    assert "l_today" in tree.nodes


@pytest.mark.parametrize(("source", "answer", "place"), [
    ("q_lungs", "no", (50, 100)), ("q_calf", "yes", (25, 300)), ("q_calf", "no", None), ("q_list", "yes", None),
    ("q_number", "next", None), ("d_clues", "no", (20, 30)),
])  # fmt: skip
def test_an_inserted_question_stands_midway_if_both_ends_have_places(source, answer, place):
    tree = rich()
    tree.apply(edits.move(tree, {"d_clues": (-260, -341)}))
    at_first = dict(tree.layout)
    before = tree.asked(source).target(answer)
    tree.apply(edits.insert_question(tree, source, answer))
    made = tree.asked("new_question")
    assert (made.yes, made.no) == ("new_result", before)
    assert tree.layout.get("new_question") == place
    assert tree.asked(source).target(answer) == "new_question"
    assert {key: at for key, at in tree.layout.items() if key != "new_question"} == at_first


def test_an_inserted_question_keeps_the_side_that_was_asked_for():
    for keep, ends in (("yes", ("q_calf", "new_result")), ("no", ("new_result", "q_calf"))):
        tree = rich()
        tree.apply(edits.insert_question(tree, "q_lungs", "no", keep))
        assert (tree.asked("new_question").yes, tree.asked("new_question").no) == ends
    for answer in ("unsure", "next", "x"):
        for call in (
            lambda answer=answer: edits.insert_question(rich(), "q_lungs", answer),
            lambda answer=answer: edits.insert_question(rich(), "q_lungs", "no", answer),
            lambda answer=answer: edits.connect(rich(), "q_lungs", answer, "l_rest"),
        ):
            with pytest.raises(KneetreeError, match="Yes or"):
                call()


def test_ids_of_one_letter_are_not_taken_for_longer_ones():
    tree = make({"g": ask("f", "o", "n"), "o": leaf(), "n": leaf()})
    assert edits.uses(tree, "node", "gon") == []
    assert edits.uses(tree, "node", "o") == [edits.Use("node", "g")]


def test_connecting_a_draft_to_where_it_already_leads_changes_nothing():
    tree = small()
    tree.apply(edits.add_leaf(tree, "lungs", "yes"))
    assert edits.connect(tree, "lungs", "yes", "new_result").parts == ()


# -- numbers, decisions, and questions that collect ---------------------------------------------------


def test_the_one_edge_of_a_question_that_collects_is_drawn_as_then():
    tree = rich()
    tree.apply(edits.connect(tree, "q_number", "next", "q_age"))
    assert tree.nodes["q_number"] == structs.replace(rich().nodes["q_number"], next="q_age")
    for answer in ("yes", "no"):
        assert "Then" in (edits.why_not_connect(tree, "q_number", answer, "l_rest") or "")
        with pytest.raises(KneetreeError, match="Then"):
            edits.connect(tree, "q_number", answer, "l_rest")
    assert "Yes or at No" in (edits.why_not_connect(tree, "q_age", "next", "l_rest") or "")
    assert "circle" in (edits.why_not_connect(rich(), "q_collect", "next", "q_list") or "")


ASKED = {
    "z_days": QuestionNode(asks="z_days", next="q_list"),
    "z_days_at_least_7": QuestionNode(asks="z_days_at_least_7", yes="new_result", no="q_list"),
    "u_list": QuestionNode(asks="u_list", yes="new_result", no="q_list"),
    "u_calf": QuestionNode(asks="u_calf", yes="new_result", no="q_list"),
}
COLLECTED = {"z_days": "z_days", "z_days_at_least_7": "z_days", "u_list": "u_list", "u_calf": "u_calf"}


def touched_parts(change):
    """Return the parts that a change touches, besides the condition of a new leaf, which says that none is chosen."""
    return {part.part for part in change.parts if not edits.is_draft_condition(part.after or part.before)}


@pytest.mark.parametrize("verb", [edits.add_question, edits.insert_question])
@pytest.mark.parametrize("asks", ASKED)
def test_a_new_node_asks_what_is_in_the_library_already(verb, asks):
    tree = rich()
    change = verb(tree, "q_calf", "no", asks=asks)
    assert touched_parts(change) == {"node", "region"}
    tree.apply(change)
    assert tree.nodes["q_calf"].no == asks
    assert tree.nodes[asks] == ASKED[asks]
    tree = rich()
    tree.apply(verb(tree, "q_calf", "no", asks=asks, collect=True))
    assert tree.nodes[tree.nodes["q_calf"].no] == QuestionNode(asks=COLLECTED[asks], next="q_list")
    assert set(tree.nodes) - set(rich().nodes) == {asks}, "no leaf hangs where only one way goes on"


@pytest.mark.parametrize("verb", [edits.add_question, edits.insert_question])
@pytest.mark.parametrize("asks", ["u_gone", "z_days_at_least_0", "z_gone_at_least_3", "f_calf"])
def test_a_new_node_asks_nothing_that_is_not_there(verb, asks):
    with pytest.raises(KneetreeError, match="no question or number"):
        verb(rich(), "q_calf", "no", asks=asks)


def test_a_draft_that_collects_leads_on_by_then():
    tree = rich()
    tree.apply(edits.add_question(tree, "q_number", "next", (1, 2), collect=True))
    assert tree.nodes["new_question"] == QuestionNode(asks="new_question", next="q_collect")
    assert tree.layout["new_question"] == (1, 2)
    tree = rich()
    tree.apply(edits.add_question(tree, "q_again", "no", collect=True))
    assert edits.is_draft(tree.nodes[tree.nodes["new_question"].next]), "a shared leaf stays where it is"


@pytest.mark.parametrize(
    ("source", "answer", "counts"),
    [
        ("q_calf", "no", ("f_calf",)),
        ("q_list", "no", (Count("f_travel", 2), "f_plaster", "f_draft")),
        ("q_collect", "next", ("f_travel", "f_plaster", "f_draft")),
        ("q_number", "next", ("z_years_at_least_60",)),
        ("q_age", "no", ("z_years_at_least_60",)),
        ("d_clues", "no", rich().nodes["d_clues"].counts),
    ],
)
def test_a_new_decision_counts_what_the_node_above_it_is_about(source, answer, counts):
    for verb in (edits.insert_decision, edits.add_decision):
        tree = rich()
        tree.apply(verb(tree, source, answer))
        assert tree.nodes[source].target(answer) == "new_decision"
        made = tree.nodes["new_decision"]
        assert (made.title, made.counts, made.at_least) == ("New decision", counts, 1)
        assert edits.is_draft(tree.nodes[made.yes])


def test_a_new_decision_counts_what_it_is_told():
    tree = rich()
    counts = ("f_calf", Count("z_days_at_least_7", 2), "f_fresh")
    tree.apply(edits.insert_decision(tree, "q_calf", "no", "yes", counts=counts, at_least=3, title="Both"))
    assert tree.nodes["new_decision"] == Decision(
        title="Both", counts=counts, at_least=3, yes="q_list", no="new_result"
    )
    assert tree.findings["f_fresh"] == Finding("")


@pytest.mark.parametrize(
    ("counts", "at_least", "words"),
    [
        (("f_calf",), 2, "more than all points"),
        (("f_calf", "f_calf"), 1, "twice"),
        (("z_years",), 1, "threshold"),
        (("z_years_at_least_200",), 1, "from 1 to 120"),
        (("Not an id",), 1, "small letters"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(counts, at_least, words):
    for verb in (edits.insert_decision, edits.add_decision):
        with pytest.raises(KneetreeError, match=words):
            verb(rich(), "q_calf", "no", counts=counts, at_least=at_least)


def test_a_scale_that_nothing_turns_on_yet_gives_its_first_threshold():
    tree = rich()
    tree.apply(edits.insert_question(tree, "q_calf", "no", asks="z_days"))
    tree.apply(edits.insert_decision(tree, "z_days", "next"))
    assert tree.nodes["new_decision"].counts == ("z_days_at_least_14",)
    tree = rich()
    tree.apply(edits.set_part(tree, "scale", "z_days", least=2, most=2))
    tree.apply(edits.insert_question(tree, "q_calf", "no", asks="z_days"))
    with pytest.raises(KneetreeError, match="one number only"):
        edits.insert_decision(tree, "z_days", "next")


@pytest.mark.parametrize(
    "make",
    [
        lambda tree: edits.insert_question(tree, "q_calf", "no"),
        lambda tree: edits.insert_decision(tree, "q_calf", "yes"),
        lambda tree: edits.add_question(tree, "q_calf", "no"),
        lambda tree: edits.add_leaf(tree, "q_calf", "no"),
    ],
)
def test_what_is_new_joins_the_regions_of_what_leads_to_it(make):
    tree = rich()
    before = dict(tree.nodes)
    homes = {key for key, region in tree.regions.items() if "q_calf" in region.nodes}
    assert homes
    change = make(tree)
    tree.apply(change)
    come = [key for key in tree.nodes if key not in before]
    for key, region in tree.regions.items():
        assert all((new in region.nodes) is (key in homes) for new in come)
    tree.apply(change.inverse())
    assert tree == rich()
