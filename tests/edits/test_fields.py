"""The fields of nodes, and what a question asks."""

import pytest

from kneetree import edits
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.tree import Finding, Item, Topic, Urgency
from tests.edits.rich import rich


def touched(change):
    return {(part.part, part.key) for part in change.parts}


def test_one_field_of_one_node_is_set_and_nothing_else():
    tree = rich()
    change = edits.set_fields(tree, "q_calf", topic="red_flag", unsure=False)
    assert touched(change) == {("node", "q_calf")}
    tree.apply(change)
    first, after = rich().question("q_calf"), tree.question("q_calf")
    assert (after.topic, after.unsure) == (Topic.RED_FLAG, False)
    assert (after.text, after.yes, after.no, after.sources) == (first.text, first.yes, first.no, first.sources)


@pytest.mark.parametrize("fields", [{"yes": "l_now"}, {"no": "l_now"}, {"kind": "leaf"}, {"note": "x", "yes": "l_now"}])
def test_where_an_answer_leads_is_no_field(fields):
    with pytest.raises(KneetreeError, match="connecting"):
        edits.set_fields(rich(), "q_calf", **fields)


def test_a_field_is_set_in_those_of_several_nodes_that_have_it():
    tree = rich()
    change = edits.set_fields_of(tree, ["q_lungs", "gone", "l_now", "l_rest"], urgency="routine")
    assert touched(change) == {("node", "l_now"), ("node", "l_rest")}
    tree.apply(change)
    assert tree.leaf("l_rest").urgency is Urgency.ROUTINE
    change = edits.set_fields_of(tree, ["q_lungs", "l_now"], note="A note.")
    assert touched(change) == {("node", "q_lungs"), ("node", "l_now")}


@pytest.mark.parametrize("ids", [[], ["gone"], ["gone", "away"], ["q_lungs", "q_calf"]])
def test_a_field_that_no_node_has_is_refused(ids):
    with pytest.raises(KneetreeError, match="no such node"):
        edits.set_fields_of(rich(), ids, urgency="routine")


def test_one_node_without_the_field_is_told_which():
    with pytest.raises(KneetreeError, match="'urgency'"):
        edits.set_fields(rich(), "q_lungs", urgency="routine")
    with pytest.raises(KneetreeError, match="'colour'"):
        edits.set_fields(rich(), "q_lungs", size=1, colour="x")


def test_another_finding_takes_the_draft_of_the_old_one_away():
    tree = rich()
    tree.apply(edits.set_fields(tree, "q_again", items=(Item("f_calf", "Thick"),)))
    assert "f_other_draft" not in tree.findings
    assert "f_calf" in tree.findings


@pytest.mark.parametrize(("means", "found"), [(None, None), ("It is warm", Finding("It is warm")), ("", Finding(""))])
def test_a_question_asks_about_one_finding(means, found):
    tree = rich()
    tree.apply(edits.ask_finding(tree, "q_list", "f_warm", means))
    made, first = tree.question("q_list"), rich().question("q_list")
    assert (made.finding, made.items, made.at_least) == ("f_warm", (), 1)
    assert (made.text, made.yes, made.no, made.note) == (first.text, first.yes, first.no, first.note)
    assert tree.findings.get("f_warm") == found
    assert "f_draft" not in tree.findings
    assert {"f_travel", "f_plaster"} <= tree.findings.keys()


def test_a_finding_that_is_described_anew_keeps_what_is_usual():
    tree = rich()
    tree.apply(edits.ask_finding(tree, "q_calf", "f_travel", "Travelled"))
    assert tree.findings["f_travel"] == Finding("Travelled", usual=True)
    tree.apply(edits.ask_finding(tree, "q_calf", "f_plaster", "Cast"))
    assert tree.findings["f_plaster"] == Finding("Cast")


@pytest.mark.parametrize(
    ("finding", "described"),
    [("age_at_least_60", False), ("days_at_least_3", False), ("age_at_least_x", True), ("age_at_least_x1", True)],
)
def test_a_threshold_is_never_described(finding, described):
    tree = rich()
    tree.apply(edits.ask_finding(tree, "q_calf", finding, "Words"))
    assert (finding in tree.findings) is described
    tree = rich()
    items = [Item(finding, "One"), Item("f_new", "Two", 3)]
    tree.apply(edits.ask_items(tree, "q_calf", items, 3, {finding: "Words", "f_new": "New"}))
    made = tree.question("q_calf")
    assert (made.finding, made.items, made.at_least) == ("", tuple(items), 3)
    assert (finding in tree.findings) is described
    assert tree.findings["f_new"] == Finding("New")


def test_a_list_may_come_without_descriptions():
    tree = rich()
    tree.apply(edits.ask_items(tree, "q_calf", [Item("f_new", "New")], 1))
    assert tree.findings == rich().findings


@pytest.mark.parametrize("bad", ["Not an id", "", "x" * 101])
def test_a_finding_is_named_by_an_id(bad):
    with pytest.raises(KneetreeError, match=r"like swelling_calf|does not fit"):
        edits.ask_finding(rich(), "q_calf", bad)
    with pytest.raises(KneetreeError):
        edits.ask_items(rich(), "q_calf", [Item("f_new", "New"), Item(bad, "Bad")], 1)


def test_only_a_question_asks_and_its_points_must_be_reachable():
    for call in (
        lambda: edits.ask_finding(rich(), "l_now", "f_calf"),
        lambda: edits.ask_finding(rich(), "gone", "f_calf"),
        lambda: edits.ask_items(rich(), "l_now", [Item("f_calf", "x")], 1),
        lambda: edits.ask_items(rich(), "gone", [Item("f_calf", "x")], 1),
    ):
        with pytest.raises(ShapeError):
            call()
    for items, points in (([], 1), ([Item("f_calf", "x")], 2), ([Item("f_calf", "x")], 0)):
        with pytest.raises(KneetreeError):
            edits.ask_items(rich(), "q_calf", items, points)


# -- places -------------------------------------------------------------------------------------------


def test_boxes_are_put_down_in_whole_pixels_up_to_the_edge():
    tree = rich()
    tree.apply(edits.move(tree, {"q_list": (1.6, -2.4), "q_calf": (10_000_000, -10_000_000)}))
    assert tree.layout["q_list"] == (2, -2)
    assert tree.layout["q_calf"] == (10_000_000, -10_000_000)
    assert list(tree.layout) == [*rich().layout, "q_list"]
    for place in ((10_000_001, 0), (0, -10_000_001)):
        with pytest.raises(KneetreeError):
            edits.move(tree, {"q_list": place})
    with pytest.raises(KneetreeError, match="no such node"):
        edits.move(tree, {"q_list": (0, 0), "gone": (0, 0)})


def test_boxes_are_left_to_the_map_again():
    assert [part.key for part in edits.tidy(rich(), ["q_calf", "q_list", "gone"]).parts] == ["q_calf"]
    assert {part.key for part in edits.tidy(rich()).parts} == set(rich().layout)
    assert not edits.tidy(rich(), [])
