"""Wording that several places share: a copy for one of them, or one entry in the place of another."""

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.tree import Advice, Count, Decision, Finding, Question, QuestionNode, Topic, WarningSign
from tests.edits.rich import rich


def touched(change):
    return {(part.part, part.key) for part in change.parts}


def done(change):
    tree = rich()
    tree.apply(change)
    return tree


# -- a copy for one place -----------------------------------------------------------------------------


def test_a_node_asks_a_copy_of_its_question_and_the_others_ask_the_first():
    change, key = edits.copy_for(rich(), "q_list", "question", "u_list", text="Any of these two?")
    assert key == "u_list_2"
    assert touched(change) == {("question", "u_list_2"), ("node", "q_list")}
    tree = done(change)
    assert list(tree.questions)[2:4] == ["u_list", "u_list_2"]
    assert tree.questions["u_list_2"] == structs.replace(tree.questions["u_list"], text="Any of these two?")
    assert tree.nodes["q_list"] == structs.replace(rich().nodes["q_list"], asks="u_list_2")
    assert tree.nodes["q_collect"].asks == "u_list"


def test_a_copy_with_other_lines_settles_the_points_of_its_node_alone():
    tree = done(edits.copy_for(rich(), "q_list", "question", "u_list", lines=("f_plaster", "f_new"))[0])
    assert (tree.nodes["q_list"].points, tree.nodes["q_list"].at_least) == ({}, 2)
    assert tree.questions["u_list"] == rich().questions["u_list"]
    assert tree.findings["f_new"] == Finding("")


def test_a_leaf_or_a_condition_has_its_own_copy_of_an_advice_a_warning_or_a_condition():
    tree = done(edits.copy_for(rich(), "l_today", "advice", "a_rest", text="Lie still.")[0])
    assert tree.leaf("l_today").do == ("a_rest_2", "a_walk")
    assert tree.advice["a_rest_2"] == Advice("Lie still.")
    assert tree.leaf("l_rest").do == ("a_rest",)
    tree = done(edits.copy_for(rich(), "l_soon", "warning", "w_cold")[0])
    assert tree.leaf("l_soon").get_help_if == {"emergency": ("w_cold_2",), "within_days": ("w_worse",)}
    tree = done(edits.copy_for(rich(), "l_soon", "condition", "c_clot", summary="Another.")[0])
    assert tree.leaf("l_soon").conditions == ("c_cyst", "c_clot_2")
    tree = done(edits.copy_for(rich(), "c_pull", "advice", "a_walk", place_part="condition")[0])
    assert tree.conditions["c_pull"].recovery.advice == ("a_rest", "a_stretch", "a_walk_2", "a_walk_2")


@pytest.mark.parametrize(
    ("place", "part", "key", "fields"),
    [
        ("q_calf", "question", "u_list", {}),
        ("q_number", "scale", "z_years", {}),
        ("q_calf", "question", "gone", {}),
        ("gone", "question", "u_list", {}),
        ("l_rest", "advice", "a_walk", {}),
        ("q_list", "question", "u_list", {"colour": "red"}),
        ("q_list", "question", "u_list", {"lines": ("z_years",)}),
        ("q_list", "question", "u_list", {"finding": "", "lines": ()}),
    ],
)
def test_a_copy_of_what_is_not_used_there_is_refused(place, part, key, fields):
    with pytest.raises(KneetreeError):
        edits.copy_for(rich(), place, part, key, **fields)


# -- one entry in the place of another ----------------------------------------------------------------


@pytest.mark.parametrize("remove", [True, False])
def test_one_advice_takes_the_place_of_another_everywhere_and_stands_once(remove):
    change = edits.replace_entry(rich(), "advice", "a_walk", "a_rest", remove=remove)
    tree = done(change)
    assert tree.leaf("l_today").do == ("a_rest",)
    assert tree.leaf("l_soon").do == ("a_rest",)
    assert tree.conditions["c_pull"].recovery.exercises == ("a_stretch", "a_rest")
    assert ("a_walk" in tree.advice) is not remove
    assert edits.uses(tree, "advice", "a_walk") == []


def test_the_words_of_a_copy_become_those_of_all_places():
    tree = rich()
    made, new = edits.copy_for(tree, "l_today", "advice", "a_walk", text="Walk a little.")
    twin = tree.copy()
    twin.apply(made)
    change = edits.reword_by_copy(twin, "advice", new, "a_walk")
    twin.apply(change)
    assert new not in twin.advice and twin.advice["a_walk"].text == "Walk a little."
    assert twin.nodes == tree.nodes and twin.conditions == tree.conditions
    twin.apply(change.inverse())
    assert twin.advice[new].text == "Walk a little." and twin.advice["a_walk"] == tree.advice["a_walk"]
    with pytest.raises(KneetreeError):
        edits.reword_by_copy(tree, "advice", "gone", "a_walk")


def test_a_warning_at_two_levels_stays_at_the_more_urgent():
    tree = done(edits.replace_entry(rich(), "warning", "w_worse", "w_cold"))
    for key in ("l_today", "l_soon", "l_rest"):
        assert tree.leaf(key).get_help_if == {"emergency": ("w_cold",)}


def test_a_condition_is_named_once_by_a_leaf_a_rule_and_a_case():
    tree = done(edits.replace_entry(rich(), "condition", "c_cyst", "c_clot", remove=True))
    assert tree.leaf("l_today").conditions == ("c_clot", "c_pull")
    assert tree.leaf("l_soon").conditions == ("c_clot",)
    assert tree.rules["r_asked"].every_path_to.conditions == ("c_pull", "c_clot")
    assert tree.cases["k_one"].expect.conditions == ("c_clot",)


@pytest.mark.parametrize(
    ("new", "points", "at_least"), [("u_again", {}, 2), ("u_calf", {}, 1), ("u_other", {"f_travel": 2}, 2)]
)
def test_one_question_takes_the_place_of_another_and_points_follow(new, points, at_least):
    tree = rich()
    other = Question(topic=Topic.AGE, text="O?", lines=("f_travel", "f_calf"))
    tree.apply(edits.add_part(tree, "question", "u_other", other))
    tree.apply(edits.replace_entry(tree, "question", "u_list", new, remove=True))
    node = tree.nodes["q_list"]
    assert (node.asks, node.points, node.at_least) == (new, points, at_least)
    assert tree.nodes["q_collect"] == QuestionNode(asks=new, next="q_age")
    assert "u_list" not in tree.questions


def test_one_finding_takes_the_place_of_another_in_lists_decisions_and_rules():
    tree = done(edits.replace_entry(rich(), "finding", "f_plaster", "f_travel", remove=True))
    assert tree.questions["u_list"].lines == ("f_travel", "f_draft")
    assert tree.nodes["q_list"].points == {"f_travel": 2}
    made = tree.nodes["d_clues"]
    assert made.counts == (Count("f_travel", 2), Count("f_calf", true=False), "z_years_at_least_40")
    assert made.at_least == 4
    assert tree.rules["r_thick"].unless[0].given == {"f_travel": True, "z_years_at_least_60": False}
    assert tree.rules["r_asked"].asks == ("f_breath", "f_travel", "z_years")
    assert "f_plaster" not in tree.findings


def test_a_list_that_gets_shorter_asks_for_no_more_points_than_it_has():
    tree = rich()
    tree.apply(edits.set_fields(tree, "q_list", at_least=4))
    tree.apply(edits.set_fields(tree, "d_clues", counts=("f_travel", "f_plaster"), at_least=2))
    tree.apply(edits.replace_entry(tree, "finding", "f_plaster", "f_travel"))
    assert tree.nodes["q_list"].at_least == 3
    assert tree.nodes["d_clues"].at_least == 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("f_plaster", "f_calf", "the decision 'Clues'"),
        ("f_breath", "f_calf", "the safety rule 'A thick calf is seen.'"),
        ("f_travel", "f_breath", "he safety rule 'It never helps.'"),
    ],
)
def test_an_exchange_that_would_contradict_is_refused_with_the_place(old, new, words):
    tree = rich()
    assert words in (edits.why_not_replace_entry(tree, "finding", old, new) or "")
    with pytest.raises(KneetreeError, match=words):
        edits.replace_entry(tree, "finding", old, new)


def test_a_case_that_says_both_is_refused_only_if_it_says_two_things():
    tree = rich()
    for key in ("r_thick", "r_asked", "r_never"):
        tree.apply(edits.remove_part(tree, "rule", key))
    tree.apply(edits.set_part(tree, "case", "k_one", findings={"f_breath": None, "f_calf": True}))
    assert "case 'k_one'" in (edits.why_not_replace_entry(tree, "finding", "f_breath", "f_calf") or "")
    tree.apply(edits.set_part(tree, "case", "k_one", findings={"f_breath": True, "f_calf": True}))
    tree.apply(edits.replace_entry(tree, "finding", "f_breath", "f_calf"))
    assert tree.cases["k_one"].findings == {"f_calf": True}


def test_pictures_and_sources_are_exchanged_too():
    tree = done(edits.replace_entry(rich(), "picture", "p_calf", "p_leg", remove=True))
    assert tree.questions["u_calf"].picture == "p_leg"
    tree = done(edits.replace_entry(rich(), "source", "s_two", "s_one", remove=True))
    assert tree.conditions["c_clot"].sources == ("s_one",)
    assert tree.rules["r_thick"].sources == ("s_one",)
    assert edits.uses(tree, "source", "s_two") == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("advice", "a_walk", "a_walk"), ("advice", "a_walk", "gone"), ("advice", "gone", "a_walk"),
        ("scale", "z_years", "z_days"), ("node", "q_calf", "q_list"), ("rule", "r_short", "r_never"),
    ],
)  # fmt: skip
def test_what_cannot_be_exchanged_has_a_reason(part, old, new):
    reason = edits.why_not_replace_entry(rich(), part, old, new)
    assert reason is not None
    assert reason.endswith(".")
    assert edits.why_not_replace_entry(rich(), "advice", "a_walk", "a_rest") is None


@pytest.mark.parametrize(
    ("node", "entry"),
    [
        ("q_list", ("question", "u_list")), ("q_number", ("scale", "z_years")), ("q_age", ("scale", "z_years")),
        ("d_clues", None), ("l_now", None), ("gone", None),
    ],
)  # fmt: skip
def test_what_a_node_asks_is_an_entry_of_the_library(node, entry):
    assert edits.entry_at(rich(), node) == entry


def test_a_text_is_edited_for_all_that_use_it():
    tree = rich()
    tree.apply(edits.set_part(tree, "advice", "a_rest", text="Put your leg up."))
    tree.apply(edits.set_part(tree, "warning", "w_cold", text="your foot goes cold"))
    assert (tree.advice["a_rest"], tree.warnings["w_cold"]) == (
        Advice("Put your leg up."), WarningSign("your foot goes cold")
    )  # fmt: skip
    assert tree.nodes == rich().nodes
    assert isinstance(tree.nodes["d_clues"], Decision)


def test_of_two_lines_that_become_one_the_greater_points_count():
    tree = rich()
    tree.apply(edits.set_fields(tree, "q_list", points={"f_travel": 3, "f_plaster": 2}))
    tree.apply(edits.replace_entry(tree, "finding", "f_travel", "f_plaster"))
    assert tree.nodes["q_list"].points == {"f_plaster": 3}


def test_a_draft_that_a_decision_no_longer_counts_goes():
    tree = rich()
    tree.apply(edits.set_fields(tree, "d_clues", counts=("f_calf", "f_new"), at_least=1))
    assert tree.findings["f_new"] == Finding("")
    tree.apply(edits.set_fields(tree, "d_clues", counts=("f_calf",)))
    assert tree.findings == rich().findings
