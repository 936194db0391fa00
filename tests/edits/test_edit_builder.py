"""Ids, drafts and words: what all edits share, seen from outside."""

import pytest

from kneetree import edits
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.tree import Condition, Finding, Region, Source, Topic, Urgency
from tests.edits.rich import rich
from tests.trees import ask, ask_items, leaf, make, small


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Über die Größe", "uber_die_groe"),
        ("One two, three-four five six seven", "one_two_three_four_five_six"),
        ("a" * 79 + " b", "a" * 79),
        ("a" * 78 + " bc", "a" * 78 + "_b"),
        ("  ?!", "other"),
        ("", "other"),
        ("  3 Days ", "3_days"),
        ("日本", "other"),
    ],
)
def test_an_id_is_made_of_the_words_of_a_text(text, made):
    assert edits.slug_of(text, (), "other") == made


def test_an_id_that_is_taken_gets_the_next_number():
    assert edits.slug_of("A b", {"a_b"}, "x") == "a_b_2"
    assert edits.slug_of("A b", {"a_b", "a_b_2", "a_b_3"}, "x") == "a_b_4"
    assert edits.slug_of("A b", {"a_b_2"}, "x") == "a_b"
    assert edits.slug_of("", {"x"}, "x") == "x_2"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("a", True), ("a_b-2", True), ("a" * 100, True), ("a" * 101, False), ("", False), ("A", False),
        ("a b", False), ("a\n", False), ("_a", False), ("a_", False), ("ä", False),
    ],
)  # fmt: skip
def test_what_may_be_an_id(text, fits):
    assert edits.is_slug(text) is fits


def test_a_node_is_quoted_by_its_title_in_at_most_forty_letters():
    for title, said in (
        ("x" * 40, f"'{'x' * 40}'"),
        ("x" * 41, f"'{'x' * 39}…'"),
        ("x" * 38 + " yyy", f"'{'x' * 38}…'"),
        ("Pain behind the knee that gets worse at night", "'Pain behind the knee that gets worse at…'"),
        ("Pain behind the knee that gets worse atten night", "'Pain behind the knee that gets worse…'"),
        ("Pain behind the knee that gets worse now and then", "'Pain behind the knee that gets worse…'"),
        ("Calf " + "x" * 40, f"'Calf {'x' * 34}…'"),
    ):
        tree = small()
        tree.apply(edits.set_fields(tree, "strain", title=title))
        assert edits.quoted(tree, "strain") == said


def test_a_node_without_text_is_called_by_its_id_and_said_to_have_none():
    tree = small()
    tree.apply(edits.set_fields(tree, "calf", text=" "))
    assert edits.quoted(tree, "calf") == "'calf' (without text)"
    tree.apply(edits.set_single(tree, "language", "es"))
    assert edits.quoted(tree, "calf") == "'calf' (sin texto)"


@pytest.mark.parametrize("title", ["New result", "Resultado nuevo"])
def test_a_leaf_is_a_draft_until_anything_is_written_into_it(title):
    empty = {"reason": "", "do": (), "get_help_if": {}, "sources": (), "title": title, "urgency": "same_day"}
    assert edits.is_draft(leaf(**empty))
    for written in (
        {"title": "Title"},
        {"title": ""},
        {"also": ("dvt",)},
        {"reason": "x"},
        {"do": ("x",)},
        {"avoid": ("x",)},
        {"get_help_if": {Urgency.EMERGENCY: ("x",)}},
        {"sources": ("src",)},
        {"note": "x"},
        {"urgency": "emergency"},
    ):
        assert not edits.is_draft(leaf(**{**empty, **written}))
    assert edits.is_draft(leaf(condition="other", **empty))
    assert not edits.is_draft(None)
    assert not edits.is_draft(small().nodes["lungs"])


@pytest.mark.parametrize(
    ("language", "question", "result", "unknown"),
    [
        ("en", "New question", "New result", "Not chosen yet"),
        ("en-GB", "New question", "New result", "Not chosen yet"),
        ("es", "Pregunta nueva", "Resultado nuevo", "Aún sin elegir"),
        ("es-MX", "Pregunta nueva", "Resultado nuevo", "Aún sin elegir"),
        ("xx", "New question", "New result", "Not chosen yet"),
    ],
)
def test_drafts_are_written_in_the_language_of_the_tree(language, question, result, unknown):
    tree = make({"q": ask("f", "a", "b"), "a": leaf(), "b": leaf()}, conditions={}, language=language)
    tree.apply(edits.insert_question(tree, "q", "yes"))
    assert tree.asked("new_question").text == question
    assert tree.leaf("new_result").title == result
    assert tree.conditions == {"unknown": Condition(unknown)}
    assert tree.leaf("new_result").condition == "unknown"


def test_what_is_new_is_a_whole_draft_right_behind_the_question_it_hangs_from():
    tree = rich()
    tree.apply(edits.insert_question(tree, "q_calf", "no", "yes"))
    assert list(tree.nodes)[:4] == ["q_lungs", "q_calf", "new_question", "new_result"]
    made = tree.asked("new_question")
    assert (made.topic, made.text, made.finding) == (Topic.SYMPTOM, "New question", "new_question")
    assert (made.yes, made.no, made.help, made.sources) == ("q_list", "new_result", "", ())
    assert list(tree.findings.items())[-1] == ("new_question", Finding(""))
    result = tree.leaf("new_result")
    assert (result.condition, result.urgency) == ("unknown", Urgency.SAME_DAY)
    assert edits.is_draft(result)


def test_ids_made_in_one_edit_differ_from_each_other_and_from_what_is_there():
    tree = small()
    tree.apply(edits.add_part(tree, "finding", "new_question", Finding("Taken")))
    tree.apply(edits.add_question(tree, "calf", "yes"))
    made = tree.asked("new_question")
    assert (made.yes, made.no, made.finding) == ("new_result", "new_result_2", "new_question_2")
    assert tree.findings["new_question"] == Finding("Taken")


def test_the_topic_of_a_new_question_is_that_of_the_one_above():
    for verb in (edits.add_question, edits.insert_question):
        tree = small()
        tree.apply(verb(tree, "risks", "no"))
        assert tree.asked("new_question").topic is Topic.HISTORY


@pytest.mark.parametrize("above", Topic)
@pytest.mark.parametrize("below", [*Topic, None])
def test_a_new_question_is_about_danger_signs_only_between_two_that_are(above, below):
    """``below`` is the topic of what comes after the new question, a leaf if it is none."""
    end = leaf() if below is None else ask("g", "far", "near", topic=below)
    nodes = {"first": ask("f", "other", "end", topic=above), "other": leaf(), "end": end}
    tree = make(nodes | ({"far": leaf(), "near": leaf()} if below else {}), "first")
    between = Topic.SYMPTOM if above is Topic.RED_FLAG and below is not Topic.RED_FLAG else above
    for change in (edits.insert_question(tree, "first", "no"), edits.add_question(tree, "first", "no")):
        twin = tree.copy()
        twin.apply(change)
        assert twin.asked("new_question").topic is between
    if below is None:
        tree.apply(edits.leaf_to_question(tree, "end"))
        assert tree.asked("end").topic is between


@pytest.mark.parametrize("verb", [edits.add_question, edits.add_leaf, edits.insert_question])
def test_making_starts_at_an_answer_of_a_question(verb):
    with pytest.raises(ShapeError):
        verb(small(), "strain", "yes")
    with pytest.raises(ShapeError):
        verb(small(), "nowhere", "yes")
    for answer in ("unsure", "next", ""):
        with pytest.raises(KneetreeError):
            verb(small(), "lungs", answer)


def test_a_question_is_inserted_only_before_its_own_yes_or_no():
    with pytest.raises(KneetreeError):
        edits.insert_question(small(), "lungs", "no", "unsure")


# -- findings that go with their question -------------------------------------------------------------


def lists(**words):
    """A draft of a question with a list of findings, each with the given statement."""
    listed = ask_items(dict.fromkeys(words, 1), 1, "a", "b", text="New question", help="", why="", sources=())
    tree = make({"q": ask("top", "l", "a"), "l": listed, "a": leaf(), "b": leaf()})
    for key, statement in words.items():
        tree.findings[key] = Finding(statement)
    return tree


GOERS = {
    "question": lambda tree: edits.delete_question(tree, "l", "no"),
    "subtree": lambda tree: edits.delete_subtree(tree, "l"),
    "several": lambda tree: edits.delete(tree, ["l", "b"]),
    "leaf": lambda tree: edits.question_to_leaf(tree, "l"),
    "another finding": lambda tree: edits.ask_finding(tree, "l", "top"),
    "another list": lambda tree: edits.set_fields(tree, "l", finding="top", lines=()),
}


@pytest.mark.parametrize("goes", GOERS.values(), ids=GOERS)
def test_only_findings_that_nobody_described_go_with_their_question(goes):
    tree = lists(first="Described", second="", third="Too", fourth="")
    tree.apply(goes(tree))
    assert set(tree.findings) == {"top", "first", "third"}
    assert tree.findings["first"] == Finding("Described")


@pytest.mark.parametrize("goes", GOERS.values(), ids=GOERS)
def test_a_finding_that_another_question_asks_stays(goes):
    tree = lists(first="", second="")
    tree.apply(edits.set_fields(tree, "q", finding="second"))
    tree.findings["second"] = Finding("")
    tree.apply(goes(tree))
    assert "second" in tree.findings
    assert "first" not in tree.findings


@pytest.mark.parametrize("goes", GOERS.values(), ids=GOERS)
def test_a_finding_that_a_rule_or_a_case_names_stays(goes):
    for part, key, value in (
        ("rule", "r_thick", {"given": {"first": True}}),
        ("rule", "r_asked", {"asks": ("first",)}),
        ("case", "k_one", {"findings": {"first": None}}),
    ):
        tree = lists(first="", second="")
        tree.apply(edits.add_part(tree, part, key, rich().parts[part][key]))
        tree.apply(edits.set_part(tree, part, key, **value))
        tree.apply(goes(tree))
        assert "first" in tree.findings
        assert "second" not in tree.findings


def test_a_finding_that_two_questions_asked_goes_when_both_go():
    tree = lists(first="", second="")
    tree.apply(edits.add_question(tree, "l", "yes"))
    tree.apply(edits.set_fields(tree, "new_question", finding="second"))
    tree.findings["second"] = Finding("")
    tree.apply(edits.delete_subtree(tree, "l"))
    assert set(tree.findings) == {"top"}


def test_a_written_field_leaves_the_finding_of_a_draft_alone():
    tree = small()
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    tree.apply(edits.set_fields(tree, "new_question", text="Is it so?", note="x"))
    assert tree.findings["new_question"] == Finding("")


def test_a_draft_that_two_nodes_ask_goes_with_the_last():
    tree = small()
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    tree.apply(edits.insert_question(tree, "calf", "no", asks="new_question"))
    assert tree.nodes["new_question_2"].asks == "new_question"
    tree.apply(edits.delete_question(tree, "new_question", "no"))
    assert "new_question" in tree.questions
    tree.apply(edits.delete_question(tree, "new_question_2", "no"))
    assert tree.questions == small().questions
    assert tree.findings == small().findings


def test_a_finding_that_only_a_decision_counted_goes_with_it_if_it_has_no_words():
    tree = small()
    tree.apply(edits.insert_decision(tree, "lungs", "no", counts=("breathless", "fresh")))
    assert tree.findings["fresh"] == Finding("")
    tree.apply(edits.delete_question(tree, "new_decision", "no"))
    assert tree == small()


# -- drafts that go -----------------------------------------------------------------------------------


def test_a_draft_stays_where_another_answer_leads_to_it_or_the_walk_begins_there():
    tree = small()
    tree.apply(edits.add_leaf(tree, "lungs", "yes"))
    tree.apply(edits.connect(tree, "risks", "no", "new_result"))
    tree.apply(edits.connect(tree, "lungs", "yes", "strain"))
    assert "new_result" in tree.nodes
    tree.apply(edits.set_root(tree, "new_result"))
    tree.apply(edits.connect(tree, "risks", "no", "strain"))
    assert tree.root == "new_result"
    assert "new_result" in tree.nodes


@pytest.mark.parametrize("verb", [
    lambda tree: edits.connect(tree, "lungs", "yes", "strain"),
    lambda tree: edits.add_leaf(tree, "lungs", "yes", (3, 4)),
    lambda tree: edits.paste(tree, edits.copy(tree, ["strain"]), end=("lungs", "yes"))[0],
])  # fmt: skip
def test_a_draft_that_gave_way_goes_with_its_place_and_from_its_regions(verb):
    tree = small()
    tree.apply(edits.add_leaf(tree, "lungs", "yes", (1, 2)))
    tree.apply(edits.add_part(tree, "region", "r", Region("R", nodes=("new_result", "calf"))))
    tree.apply(edits.add_part(tree, "region", "other", Region("O", nodes=("calf",))))
    tree.apply(verb(tree))
    assert "new_result" not in tree.nodes
    assert "new_result" not in tree.layout
    assert tree.regions["r"].nodes == ("calf",)
    assert tree.regions["other"].nodes == ("calf",)


@pytest.mark.parametrize("verb", [
    lambda tree: edits.connect(tree, "lungs", "yes", "strain"),
    lambda tree: edits.add_leaf(tree, "lungs", "yes"),
    lambda tree: edits.paste(tree, edits.copy(tree, ["strain"]), end=("lungs", "yes"))[0],
])  # fmt: skip
def test_a_written_leaf_that_gave_way_stays(verb):
    tree = small()
    written = tree.leaf("lungs_now")
    tree.apply(verb(tree))
    assert tree.leaf("lungs_now") == written


def test_a_place_too_far_away_is_left_to_the_map():
    tree = small()
    tree.apply(edits.add_question(tree, "calf", "yes", (1e9, 0)))
    assert tree.layout == {}


def test_a_source_that_is_not_there_is_not_added_by_any_of_this():
    tree = small()
    tree.apply(edits.add_question(tree, "calf", "yes"))
    assert tree.sources == {"src": Source("A book.", "https://example.org/", 2024, "2026-11-22")}
