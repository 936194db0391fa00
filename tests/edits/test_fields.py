"""The fields of nodes, and what a question asks."""

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.tree import Advice, Finding, Topic, Urgency
from tests.edits.rich import rich


def touched(change):
    return {(part.part, part.key) for part in change.parts}


def after(change):
    tree = rich()
    tree.apply(change)
    return tree


def test_a_field_of_what_a_node_asks_is_set_for_all_nodes_that_ask_it():
    change = edits.set_fields(rich(), "q_list", topic="red_flag", unsure=False)
    assert touched(change) == {("question", "u_list")}
    tree = after(change)
    for key in ("q_list", "q_collect"):
        assert (tree.asked(key).topic, tree.asked(key).unsure) == (Topic.RED_FLAG, False)
    assert structs.replace(tree.questions["u_list"], topic="history", unsure=True) == rich().questions["u_list"]
    assert tree.nodes == rich().nodes


def test_a_field_of_the_node_is_set_there_alone():
    change = edits.set_fields(rich(), "q_list", at_least=3)
    assert touched(change) == {("node", "q_list")}
    assert (after(change).nodes["q_list"].at_least, after(change).nodes["q_list"].points) == (3, {"f_travel": 2})
    change = edits.set_fields(rich(), "d_clues", at_least=1, title="Other", note="")
    assert touched(change) == {("node", "d_clues")}


@pytest.mark.parametrize("node", ["q_number", "q_age"])
def test_the_words_of_a_number_are_set_for_all_its_thresholds(node):
    """``at_least`` is a threshold in words here, not a number of points."""
    change = edits.set_fields(rich(), node, at_least="Aged {n}", text="How old?")
    assert touched(change) == {("scale", "z_years")}
    assert after(change).statement("z_years_at_least_40") == "Aged 40 years"


@pytest.mark.parametrize(
    "fields", [{"yes": "l_now"}, {"no": "l_now"}, {"next": "l_now"}, {"kind": "leaf"}, {"note": "x", "yes": "l_now"}]
)
def test_where_an_answer_leads_is_no_field(fields):
    with pytest.raises(KneetreeError, match="connecting"):
        edits.set_fields(rich(), "q_calf", **fields)
    with pytest.raises(KneetreeError, match="connecting"):
        edits.set_fields_with_new(rich(), "q_calf", fields, "advice", "a_new", Advice("Do."))


def test_a_field_is_set_in_those_of_several_nodes_that_have_it():
    tree = rich()
    change = edits.set_fields_of(tree, ["q_lungs", "gone", "l_now", "l_rest"], urgency="routine")
    assert touched(change) == {("node", "l_now"), ("node", "l_rest")}
    tree.apply(change)
    assert tree.leaf("l_rest").urgency is Urgency.ROUTINE
    change = edits.set_fields_of(tree, ["q_lungs", "l_now", "q_age", "d_clues"], note="A note.")
    assert touched(change) == {
        ("question", "u_lungs"), ("node", "l_now"), ("scale", "z_years"), ("node", "d_clues")
    }  # fmt: skip


@pytest.mark.parametrize("ids", [[], ["gone"], ["gone", "away"], ["q_lungs", "d_clues"]])
def test_a_field_that_no_node_has_is_refused(ids):
    with pytest.raises(KneetreeError, match="no such node"):
        edits.set_fields_of(rich(), ids, urgency="routine")


def test_one_node_without_the_field_is_told_which():
    for node in ("q_lungs", "q_age", "d_clues"):
        with pytest.raises(KneetreeError, match="'urgency'"):
            edits.set_fields(rich(), node, urgency="routine")
    with pytest.raises(KneetreeError, match="'colour'"):
        edits.set_fields(rich(), "q_lungs", size=1, colour="x")


# -- the urgency of a leaf and its warnings -----------------------------------------------------------


@pytest.mark.parametrize(
    ("urgency", "left"),
    [
        ("emergency", {"emergency": ("w_cold", "w_worse")}),
        ("same_day", {"emergency": ("w_cold",), "same_day": ("w_worse",)}),
        ("within_days", {"emergency": ("w_cold",), "within_days": ("w_worse",)}),
        ("routine", {"emergency": ("w_cold",), "routine": ("w_worse",)}),
        ("self_care", {"emergency": ("w_cold",), "routine": ("w_worse",)}),
    ],
)
def test_warnings_below_a_new_urgency_move_to_the_lowest_level_that_is_left(urgency, left):
    change = edits.set_fields(rich(), "l_rest", urgency=urgency)
    assert touched(change) <= {("node", "l_rest")}
    assert after(change).leaf("l_rest").get_help_if == left


def test_a_warning_that_is_there_already_is_not_there_twice():
    tree = rich()
    warnings = {"same_day": ("w_worse",), "within_days": ("w_cold", "w_worse")}
    tree.apply(edits.set_fields(tree, "l_soon", get_help_if=warnings))
    tree.apply(edits.set_fields(tree, "l_soon", urgency="same_day"))
    assert tree.leaf("l_soon").get_help_if == {"same_day": ("w_worse", "w_cold")}


def test_a_warning_below_the_urgency_is_refused_and_moved_only_with_it():
    with pytest.raises(KneetreeError, match="less urgent"):
        edits.set_fields(rich(), "l_today", get_help_if={"routine": ("w_cold",)})
    change = edits.set_fields(rich(), "l_today", urgency="emergency", get_help_if={"routine": ["w_cold"]})
    assert after(change).leaf("l_today").get_help_if == {"emergency": ("w_cold",)}


# -- what a question asks -----------------------------------------------------------------------------


def test_lines_that_go_take_their_points_along_at_every_node_in_one_change():
    tree = rich()
    tree.apply(edits.duplicate(tree, ["q_list"], subtree=False)[0])
    change = edits.set_fields(tree, "q_list", lines=["f_plaster"])
    tree.apply(change)
    for key in ("q_list", "q_list_2"):
        assert (tree.nodes[key].at_least, tree.nodes[key].points) == (1, {})
    assert tree.nodes["q_collect"] == rich().nodes["q_collect"]
    assert "f_draft" not in tree.findings
    assert "f_travel" in tree.findings
    tree.apply(change.inverse())
    assert tree.nodes["q_list_2"].points == {"f_travel": 2}


def test_lines_that_come_or_move_leave_points_alone():
    tree = after(edits.set_fields(rich(), "q_list", lines=["f_new", "f_draft", "f_travel"]))
    assert (tree.nodes["q_list"].at_least, tree.nodes["q_list"].points) == (2, {"f_travel": 2})
    assert tree.findings["f_new"] == Finding("")


def test_points_that_cannot_be_reached_are_refused_and_fewer_points_need_fewer():
    for fields in ({"at_least": 5}, {"points": {"f_calf": 2}}, {"at_least": 0}, {"points": {"f_draft": 0}}):
        with pytest.raises(KneetreeError):
            edits.set_fields(rich(), "q_list", **fields)
    tree = after(edits.set_fields(rich(), "q_list", at_least=4))
    tree.apply(edits.set_fields(tree, "q_list", points={}))
    assert tree.nodes["q_list"].at_least == 3
    for node in ("q_collect", "q_calf"):
        with pytest.raises(KneetreeError):
            edits.set_fields(rich(), node, at_least=2)


def test_a_list_becomes_a_question_of_yes_or_no_and_back():
    tree = after(edits.set_fields(rich(), "q_list", finding="f_calf"))
    assert (tree.questions["u_list"].finding, tree.questions["u_list"].lines) == ("f_calf", ())
    assert (tree.nodes["q_list"].at_least, tree.nodes["q_list"].points) == (1, {})
    assert "f_draft" not in tree.findings
    tree.apply(edits.set_fields(tree, "q_list", lines=("f_calf", "f_travel")))
    assert (tree.questions["u_list"].finding, tree.questions["u_list"].lines) == ("", ("f_calf", "f_travel"))


def test_a_list_of_one_line_becomes_a_question_about_the_same_finding():
    tree = after(edits.ask_items(rich(), "q_calf", ["f_calf"], 2, points={"f_calf": 2}))
    tree.apply(edits.set_fields(tree, "q_calf", finding="f_calf"))
    assert (tree.nodes["q_calf"].points, tree.nodes["q_calf"].at_least) == ({}, 1)


@pytest.mark.parametrize(
    ("statement", "found"), [(None, Finding("")), ("It is warm", Finding("It is warm")), ("", Finding(""))]
)
def test_a_question_asks_about_one_finding(statement, found):
    tree = after(edits.ask_finding(rich(), "q_list", "f_warm", statement))
    made, first = tree.asked("q_list"), rich().asked("q_list")
    assert (made.finding, made.lines, made.at_least) == ("f_warm", (), 1)
    assert (made.text, made.yes, made.no, made.note) == (first.text, first.yes, first.no, first.note)
    assert tree.findings["f_warm"] == found
    assert "f_draft" not in tree.findings
    assert {"f_travel", "f_plaster"} <= tree.findings.keys()


def test_a_finding_that_is_worded_anew_keeps_the_rest():
    tree = after(edits.ask_finding(rich(), "q_lungs", "f_travel", "Travelled"))
    assert tree.findings["f_travel"] == Finding("Travelled", usual=True)
    tree.apply(edits.ask_finding(tree, "q_lungs", "f_calf", "Thick"))
    assert tree.findings["f_calf"] == structs.replace(rich().findings["f_calf"], statement="Thick")


def test_a_threshold_is_asked_as_a_number():
    tree = after(edits.ask_finding(rich(), "q_calf", "z_years_at_least_30", "ignored"))
    assert tree.nodes["q_calf"] == structs.replace(rich().nodes["q_calf"], asks="z_years_at_least_30")
    assert tree.findings == rich().findings
    assert tree.questions == rich().questions


@pytest.mark.parametrize("fact", ["z_years", "z_years_at_least_121"])
def test_a_number_or_a_threshold_outside_its_scale_is_no_finding(fact):
    for call in (
        lambda: edits.ask_finding(rich(), "q_calf", fact),
        lambda: edits.ask_items(rich(), "q_calf", [fact]),
        lambda: edits.set_fields(rich(), "d_clues", counts=(fact,), at_least=1),
        lambda: edits.set_part(rich(), "question", "u_calf", finding=fact),
        lambda: edits.add_part(rich(), "finding", fact, Finding("x")),
    ):
        with pytest.raises(KneetreeError):
            call()


def test_a_threshold_does_not_stand_in_a_list():
    with pytest.raises(KneetreeError, match="question of its own"):
        edits.ask_items(rich(), "q_list", ["f_calf", "z_years_at_least_60"])


def test_a_list_is_offered_with_points_and_words():
    tree = after(
        edits.ask_items(
            rich(), "q_calf", ["f_calf", "f_new"], 3, points={"f_calf": 1, "f_new": 2}, statements={"f_new": "New"}
        )
    )
    made = tree.asked("q_calf")
    assert [(line.finding, line.points) for line in made.lines] == [("f_calf", 1), ("f_new", 2)]
    assert (made.finding, made.at_least) == ("", 3)
    assert tree.nodes["q_calf"].points == {"f_new": 2}
    assert tree.findings["f_new"] == Finding("New")
    assert tree.findings["f_calf"] == rich().findings["f_calf"]


def test_a_list_without_words_keeps_what_the_node_has():
    tree = after(edits.ask_items(rich(), "q_list", ["f_travel", "f_calf"]))
    assert (tree.nodes["q_list"].at_least, tree.nodes["q_list"].points) == (2, {"f_travel": 2})
    tree.apply(edits.ask_items(tree, "q_collect", ["f_travel"], 1))
    assert tree.nodes["q_collect"] == rich().nodes["q_collect"]


@pytest.mark.parametrize("bad", ["Not an id", "", "x" * 101])
def test_a_finding_is_named_by_an_id(bad):
    with pytest.raises(KneetreeError, match=r"like swelling_calf|does not fit"):
        edits.ask_finding(rich(), "q_calf", bad)
    with pytest.raises(KneetreeError):
        edits.ask_items(rich(), "q_calf", ["f_new", bad])


def test_only_a_question_asks_and_its_points_must_be_reachable():
    for node in ("l_now", "gone", "d_clues"):
        with pytest.raises(ShapeError):
            edits.ask_finding(rich(), node, "f_calf")
        with pytest.raises(ShapeError):
            edits.ask_items(rich(), node, ["f_calf"])
        with pytest.raises(ShapeError):
            edits.ask(rich(), node, "u_calf")
    for lines, at_least in (([], 1), (["f_calf"], 2), (["f_calf"], 0)):
        with pytest.raises(KneetreeError):
            edits.ask_items(rich(), "q_calf", lines, at_least)
    for node in ("q_number", "q_age"):
        with pytest.raises(KneetreeError, match="asks for a number"):
            edits.ask_finding(rich(), node, "f_calf")


# -- another question, here ---------------------------------------------------------------------------


def test_a_node_asks_another_question_and_what_it_asked_stays():
    change = edits.ask(rich(), "q_list", "u_again")
    assert touched(change) == {("node", "q_list")}
    tree = after(change)
    assert (tree.nodes["q_list"].asks, tree.nodes["q_list"].at_least, tree.nodes["q_list"].points) == ("u_again", 2, {})
    tree.apply(edits.ask(tree, "q_list", "u_calf"))
    assert tree.nodes["q_list"].at_least == 1
    assert edits.set_fields(rich(), "q_list", asks="u_again") == change


@pytest.mark.parametrize(
    ("node", "entry", "asks"),
    [
        ("q_number", "z_days", "z_days"),
        ("q_number", "z_days_at_least_7", "z_days"),
        ("q_number", "u_calf", "u_calf"),
        ("q_collect", "z_days", "z_days"),
        ("q_calf", "z_days_at_least_7", "z_days_at_least_7"),
        ("q_age", "u_list", "u_list"),
    ],
)
def test_a_node_keeps_its_edges_whatever_it_asks(node, entry, asks):
    tree = after(edits.ask(rich(), node, entry))
    assert tree.nodes[node].asks == asks
    assert tree.nodes[node].edges() == rich().nodes[node].edges()


@pytest.mark.parametrize(
    ("entry", "words"), [("z_days", "only collect"), ("u_gone", "no question"), ("z_days_at_least_0", "no question")]
)
def test_what_a_node_cannot_ask_is_refused(entry, words):
    with pytest.raises(KneetreeError, match=words):
        edits.ask(rich(), "q_calf", entry)


def test_a_draft_question_goes_when_its_node_asks_another():
    tree = rich()
    tree.apply(edits.insert_question(tree, "q_calf", "no"))
    tree.apply(edits.ask(tree, "new_question", "u_spare"))
    assert tree.questions == rich().questions
    assert tree.findings == rich().findings


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
