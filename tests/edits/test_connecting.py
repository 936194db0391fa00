import pytest

from kneetree import checks, edits
from kneetree.errors import KneetreeError, ShapeError
from tests.trees import ask, leaf, make, small


def applied(tree, change):
    tree.apply(change)
    return tree


def test_an_answer_leads_elsewhere_and_what_it_led_to_stays():
    tree = applied(small(), edits.connect(small(), "lungs", "yes", "strain"))
    assert tree.asked("lungs").yes == "strain"
    assert "lungs_now" in tree.nodes


def test_an_empty_draft_goes_when_nothing_leads_to_it_any_more():
    tree = small()
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    assert "new_result" in tree.nodes
    tree.apply(edits.connect(tree, "new_question", "yes", "strain"))
    assert "new_result" not in tree.nodes


@pytest.mark.parametrize(
    ("source", "answer", "target", "word"),
    [
        ("risks", "yes", "lungs", "circle"),
        ("lungs", "yes", "lungs", "itself"),
        ("lungs", "yes", "calf", "No already"),
        ("strain", "yes", "calf", "A result leads nowhere"),
        ("lungs", "yes", "nowhere", "no such node"),
    ],
)
def test_what_cannot_be_connected_is_refused_with_the_reason(source, answer, target, word):
    reason = edits.why_not_connect(small(), source, answer, target)
    assert reason is not None
    assert word in reason
    with pytest.raises(ShapeError):
        edits.connect(small(), source, answer, target)


def test_what_can_be_connected_has_no_reason_against_it():
    assert edits.why_not_connect(small(), "lungs", "yes", "strain") is None


def test_connecting_starts_at_yes_or_no():
    with pytest.raises(KneetreeError, match="Yes or at No"):
        edits.connect(small(), "lungs", "unsure", "strain")


def test_a_question_dropped_on_empty_space_keeps_what_would_hang_nowhere():
    tree = small()
    tree.apply(edits.add_question(tree, "lungs", "yes", (10, 20)))
    made = tree.asked("new_question")
    assert tree.asked("lungs").yes == "new_question"
    assert made.no == "lungs_now"
    assert edits.is_draft(tree.nodes[made.yes])
    assert tree.layout["new_question"] == (10, 20)
    assert tree.findings[made.finding].statement == ""


def test_a_question_in_place_of_a_shared_target_leaves_that_where_it_is():
    tree = small()
    tree.apply(edits.add_question(tree, "calf", "yes"))
    made = tree.asked("new_question")
    assert {made.yes, made.no} == {"new_result", "new_result_2"}
    assert "clot_today" in tree.nodes


def test_a_new_leaf_has_no_condition_that_nobody_chose():
    tree = small()
    tree.apply(change := edits.add_leaf(tree, "lungs", "yes"))
    made = tree.leaf("new_result").condition
    assert made not in small().conditions and edits.is_draft_condition(tree.conditions[made])
    assert [one.code for one in checks.check(tree) if one.code == "condition_not_chosen"]
    tree.apply(edits.add_leaf(tree, "calf", "no"))
    assert tree.leaf("new_result_2").condition == made
    for key in ("new_result", "new_result_2"):
        tree.apply(edits.set_fields(tree, key, condition="dvt"))
    assert tree.conditions == small().conditions
    assert "condition_not_chosen" not in {one.code for one in checks.check(tree)}
    tree = small()
    tree.apply(change)
    tree.apply(edits.connect(tree, "lungs", "yes", "clot_today"))
    assert tree.conditions == small().conditions
    bare = make({"q": ask("f", "a", "b"), "a": leaf(), "b": leaf()}, conditions={})
    bare.apply(edits.add_leaf(bare, "q", "yes"))
    assert bare.conditions["unknown"].name == "Not chosen yet"


def test_drafts_speak_the_language_of_the_tree():
    tree = small()
    tree.apply(edits.set_single(tree, "language", "es"))
    tree.apply(edits.insert_question(tree, "lungs", "no"))
    assert tree.asked("new_question").text == "Pregunta nueva"


@pytest.mark.parametrize("keep", ["yes", "no"])
def test_a_question_is_inserted_on_an_edge_midway(keep):
    tree = small()
    tree.apply(edits.move(tree, {"lungs": (0, 0), "calf": (100, 301)}))
    tree.apply(edits.insert_question(tree, "lungs", "no", keep))
    made = tree.asked("new_question")
    assert made.target(keep) == "calf"
    assert tree.asked("lungs").no == "new_question"
    assert tree.layout["new_question"] == (50, 150)
    assert list(tree.nodes)[1] == "new_question"
