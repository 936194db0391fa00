"""Who names a part, and what that allows."""

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.edits import Use
from kneetree.edits.words import called
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.tree import (
    About,
    Advice,
    Case,
    Condition,
    Finding,
    Question,
    Region,
    Rule,
    Source,
    Start,
    Topic,
    Urgency,
    WarningSign,
)
from tests.edits.rich import rich

USES = {
    ("finding", "f_breath"): ["question u_lungs", "rule r_thick", "rule r_asked", "rule r_never", "case k_one"],
    ("finding", "f_calf"): ["node d_clues", "question u_calf", "question u_again", "rule r_thick", "case k_one"],
    ("finding", "f_plaster"): ["node d_clues", "question u_list", "question u_spare", "rule r_thick", "rule r_asked"],
    ("finding", "f_travel"): ["node q_list", "node d_clues", "question u_list", "rule r_never", "case k_one"],
    ("finding", "f_unused"): [],
    ("condition", "c_clot"): ["node l_now", "node l_today", "node l_soon", "case k_one"],
    ("condition", "c_pull"): ["node l_today", "node l_rest", "rule r_asked", "case k_one", "case k_two"],
    ("condition", "c_cyst"): ["node l_today", "node l_soon", "rule r_asked", "case k_one"],
    ("source", "s_one"): [
        "node l_now", "node l_soon", "question u_lungs", "scale z_years", "condition c_clot", "rule r_thick",
    ],
    ("source", "s_two"): ["node d_clues", "question u_lungs", "question u_calf", "condition c_clot", "rule r_thick"],
    ("source", "s_three"): ["node l_soon", "condition c_cyst"],
    ("scale", "z_years"): [
        "node q_number", "node q_age", "node d_clues", "rule r_thick", "rule r_asked", "rule r_never", "case k_one",
    ],
    ("scale", "z_days"): ["case k_one"],
    ("question", "u_list"): ["node q_list", "node q_collect"],
    ("question", "u_calf"): ["node q_calf"],
    ("question", "u_spare"): [],
    ("advice", "a_rest"): ["node l_now", "node l_today", "node l_rest", "condition c_pull"],
    ("advice", "a_stretch"): ["node l_rest", "condition c_pull"],
    ("advice", "a_spare"): [],
    ("warning", "w_worse"): ["node l_today", "node l_soon", "node l_rest"],
    ("picture", "p_leg"): ["start "],
    ("picture", "p_calf"): ["question u_calf"],
    ("node", "q_lungs"): ["region g_top"],
    ("node", "q_collect"): ["node q_number"],
    ("node", "l_today"): ["node q_calf", "node q_list"],
    ("node", "l_rest"): ["node q_again", "node d_clues", "region g_low"],
    ("node", "gone"): [],
    ("finding", "c_clot"): [],
    ("finding", "z_years_at_least_60"): [],
    ("condition", "f_calf"): [],
}  # fmt: skip
KEPT = [pair for pair in USES if pair[0] not in ("source", "node")]


@pytest.mark.parametrize(("part", "key"), USES)
def test_every_place_that_names_a_part_is_told_once(part, key):
    assert [f"{use.part} {use.key}" for use in edits.uses(rich(), part, key)] == USES[part, key]


@pytest.mark.parametrize(("part", "key"), KEPT)
def test_an_entry_goes_only_when_nothing_names_it(part, key):
    tree = rich()
    tree.conditions["c_unused"] = Condition("Nothing")
    reason = edits.why_not_remove(tree, part, key)
    used = USES[part, key]
    assert (reason is None) is (key in ("f_unused", "u_spare", "a_spare"))
    if used:
        first, _, name = used[0].partition(" ")
        assert called(tree, first, name) in reason
        assert "''" not in reason
        assert first in ("case", "start") or repr(name) not in reason
        others = len(used) - 1
        assert ("other place" in reason) is bool(others)
        assert not others or f" {others} other place{'s' if others > 1 else ''};" in reason
    if reason:
        with pytest.raises(KneetreeError):
            edits.remove_part(tree, part, key)
    tree.apply(edits.remove_part(tree, "condition", "c_unused"))
    tree.apply(edits.remove_part(tree, "finding", "f_unused"))
    assert tree.conditions == rich().conditions
    assert list(tree.findings) == [name for name in rich().findings if name != "f_unused"]


def test_one_use_is_told_without_a_number():
    tree = rich()
    for key in ("l_today", "l_soon"):
        tree.apply(edits.set_fields(tree, key, also=()))
    tree.apply(edits.remove_part(tree, "rule", "r_asked"))
    for key in ("k_one", "k_two"):
        tree.apply(edits.remove_part(tree, "case", key))
    assert "more" not in (edits.why_not_remove(tree, "condition", "c_pull") or "")
    tree.apply(edits.set_fields(tree, "l_now", also=("c_pull",)))
    assert "1 other place;" in (edits.why_not_remove(tree, "condition", "c_pull") or "")


@pytest.mark.parametrize("key", ["s_one", "s_two", "s_three"])
def test_a_source_goes_from_the_file_with_every_word_that_cites_it(key):
    tree = rich()
    tree.apply(edits.remove_part(tree, "source", key))
    assert key not in tree.sources
    assert f'"{key}"'.encode() not in tree_files.encode_tree(tree)
    first = rich()
    for part in ("node", "scale", "question", "condition", "rule"):
        for name, value in first.parts[part].items():
            made = tree.parts[part][name]
            if hasattr(value, "sources"):
                assert made.sources == tuple(source for source in value.sources if source != key)
                made = structs.replace(made, sources=value.sources)
            if part == "rule":
                made = structs.replace(made, unless=value.unless)
            assert made == value


@pytest.mark.parametrize("part", ["rule", "case", "region"])
def test_rules_cases_and_regions_go_whenever_the_author_wants(part):
    for key in rich().parts[part]:
        tree = rich()
        assert edits.why_not_remove(tree, part, key) is None
        change = edits.remove_part(tree, part, key)
        assert [(one.part, one.key, one.after) for one in change.parts] == [(part, key, None)]


@pytest.mark.parametrize("part", ["node", "layout", "title", "root"])
def test_what_is_no_part_beside_the_nodes_is_not_handled_here(part):
    tree = rich()
    assert edits.why_not_add(tree, part, "x") is not None
    assert edits.why_not_remove(tree, part, "q_lungs") is not None
    for call in (
        lambda: edits.add_part(tree, part, "x", Finding("x")),
        lambda: edits.remove_part(tree, part, "q_lungs"),
        lambda: edits.set_part(tree, part, "q_lungs", note="x"),
        lambda: edits.replace_part(tree, part, "q_lungs", Finding("x")),
    ):
        with pytest.raises(KneetreeError):
            call()


NEW = {
    "picture": "<svg/>",
    "scale": structs.replace(rich().scales["z_years"], text="New?"),
    "finding": Finding("New"),
    "source": Source("New"),
    "condition": Condition("New"),
    "question": Question(topic=Topic.AGE, text="New?", finding="f_calf"),
    "advice": Advice("New."),
    "warning": WarningSign("it is new"),
    "rule": Rule(id="other", statement="New.", given={}, urgency_at_least=Urgency.ROUTINE),
    "case": Case(id="other", story="New."),
    "region": Region("New"),
}


@pytest.mark.parametrize("part", NEW)
def test_a_part_comes_last_under_an_id_that_is_free(part):
    tree = rich()
    taken = next(iter(tree.parts[part]))
    tree.apply(edits.add_part(tree, part, "new", NEW[part]))
    assert list(tree.parts[part])[-1] == "new"
    made = tree.parts[part]["new"]
    assert getattr(made, "id", "new") == "new"
    tree.apply(edits.replace_part(tree, part, taken, NEW[part]))
    assert next(iter(tree.parts[part])) == taken
    assert getattr(tree.parts[part][taken], "id", taken) == taken
    if part not in ("rule", "case"):
        assert made == tree.parts[part][taken] == NEW[part]
    assert "already" in (edits.why_not_add(tree, part, taken) or "")
    assert edits.why_not_add(tree, part, "") is not None
    assert (edits.why_not_add(tree, part, "Any words") is None) is (part == "case")
    assert edits.why_not_add(tree, part, "fine") is None
    for call in (
        lambda: edits.add_part(tree, part, taken, NEW[part]),
        lambda: edits.add_part(tree, part, " ", NEW[part]),
        lambda: edits.replace_part(tree, part, "gone", NEW[part]),
        lambda: edits.set_part(tree, part, "gone", note="x"),
        lambda: edits.remove_part(tree, part, "gone"),
        lambda: edits.set_part(tree, part, taken, colours="x"),
    ):
        with pytest.raises(KneetreeError):
            call()


@pytest.mark.parametrize("part", ["rule", "case"])
def test_an_id_is_not_a_field(part):
    key = next(iter(rich().parts[part]))
    with pytest.raises(KneetreeError, match="renaming"):
        edits.set_part(rich(), part, key, id="x")


def test_fields_of_a_part_are_set_and_the_others_kept():
    tree = rich()
    tree.apply(edits.set_part(tree, "finding", "f_travel", means="Far"))
    assert tree.findings["f_travel"] == Finding("Came from afar", "Far", usual=True)
    tree.apply(edits.set_part(tree, "rule", "r_thick", given={"f_calf": True}))
    assert tree.rules["r_thick"].given == {"f_calf": True}
    assert tree.rules["r_thick"].statement == rich().rules["r_thick"].statement
    tree.apply(edits.set_part(tree, "case", "k_one", story="Mine."))
    assert tree.cases["k_one"] == structs.replace(rich().cases["k_one"], story="Mine.")


@pytest.mark.parametrize(
    "call",
    [
        lambda tree: edits.set_part(tree, "finding", "f_calf", means=3),
        lambda tree: edits.set_part(tree, "picture", "p_leg", text="x"),
        lambda tree: edits.set_part(tree, "question", "u_calf", finding="", lines=()),
        lambda tree: edits.set_part(tree, "question", "u_calf", lines=("f_calf", "f_calf")),
        lambda tree: edits.set_part(tree, "scale", "z_days", least=9, most=3),
        lambda tree: edits.set_part(tree, "region", "g_top", colour="red"),
        lambda tree: edits.set_part(tree, "rule", "r_thick", asks=("f_calf",)),
        lambda tree: edits.set_part(tree, "source", "s_one", citation="\ud800"),
        lambda tree: edits.add_part(tree, "finding", "new", "text"),
        lambda tree: edits.add_part(tree, "finding", "new", Source("x", year=3)),
        lambda tree: edits.add_part(tree, "finding", "new", object()),
        lambda tree: edits.set_single(tree, "about", Finding("x")),
        lambda tree: edits.set_single(tree, "title", None),
        lambda tree: edits.set_single(tree, "version", None),
        lambda tree: edits.set_single(tree, "review", None),
        lambda tree: edits.set_single(tree, "root", "q_calf"),
        lambda tree: edits.set_single(tree, "finding", "x"),
        lambda tree: edits.set_title(tree, ""),
        lambda tree: edits.set_title(tree, " "),
        lambda tree: edits.put_in_region(tree, "gone", ["q_calf"]),
        lambda tree: edits.take_from_region(tree, "gone", ["q_calf"]),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_one_sentence(call):
    with pytest.raises(KneetreeError) as caught:
        call(rich())
    assert str(caught.value).endswith(".")
    assert not str(caught.value).endswith("..")
    assert "`" not in str(caught.value)


def test_the_single_parts_are_set_each_for_itself():
    values = {"title": "T", "version": "9", "language": "es", "about": About("a"), "start": Start("S")}
    for part, value in values.items():
        tree = rich()
        change = edits.set_single(tree, part, value)
        assert [(one.part, one.key, one.after) for one in change.parts] == [(part, "", value)]
        tree.apply(change)
        assert getattr(tree, part) == value
    assert edits.set_title(rich(), "T") == edits.set_single(rich(), "title", "T")
    tree = rich()
    tree.apply(edits.set_single(tree, "about", None))
    tree.apply(edits.set_single(tree, "start", None))
    assert tree.about is tree.start is None


def test_a_region_takes_nodes_in_file_order_each_once_and_lets_them_go():
    tree = rich()
    tree.apply(edits.put_in_region(tree, "g_low", ["l_now", "q_age", "q_calf", "gone"]))
    assert tree.regions["g_low"].nodes == ("l_rest", "q_age", "q_again", "d_clues", "q_calf", "l_now")
    assert tree.regions["g_top"] == rich().regions["g_top"]
    tree.apply(edits.take_from_region(tree, "g_low", ["q_age", "gone", "l_rest"]))
    assert tree.regions["g_low"].nodes == ("q_again", "d_clues", "q_calf", "l_now")
    tree.apply(edits.take_from_region(tree, "g_low", list(tree.nodes)))
    assert tree.regions["g_low"] == Region("Low")


# -- ids that mean something else ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("finding", "z_years"),
        ("finding", "z_years_at_least_7"),
        ("finding", "z_years_at_least_999"),
        ("question", "z_years"),
        ("question", "z_days_at_least_7"),
        ("scale", "f_calf"),
        ("scale", "u_calf"),
        ("scale", "f_odd"),
        ("scale", "u_odd"),
        ("scale", "story"),
        ("scale", "expect"),
    ],
)
def test_scales_and_their_thresholds_share_their_ids_with_nothing(part, key):
    tree = rich()
    tree.apply(edits.add_part(tree, "finding", "f_odd_at_least_3", Finding("Odd")))
    tree.apply(edits.add_part(tree, "question", "u_odd_at_least_3", NEW["question"]))
    reason = edits.why_not_add(tree, part, key)
    assert reason is not None
    with pytest.raises(KneetreeError):
        edits.add_part(tree, part, key, NEW[part])
    old = next(iter(tree.parts[part]))
    assert edits.why_not_rename(tree, part, old, key) == reason
    with pytest.raises(KneetreeError):
        edits.rename(tree, part, old, key)
    value = {"finding": Finding("x"), "question": NEW["question"], "scale": NEW["scale"]}[part]
    tree.parts[part][key] = value
    if part == "scale":
        tree.apply(edits.add_part(tree, "advice", key, Advice("Other parts may have the id.")))


@pytest.mark.parametrize(("least", "most"), [(0, 59), (40, 120), (60, 120), (0, 49), (51, 120)])
def test_a_scale_keeps_the_numbers_that_are_used(least, most):
    with pytest.raises(KneetreeError, match=f"outside {least} to {most}"):
        edits.set_part(rich(), "scale", "z_years", least=least, most=most)


def test_a_scale_may_have_any_bounds_that_hold_what_is_used():
    tree = rich()
    tree.apply(edits.set_part(tree, "scale", "z_years", least=39, most=60))
    assert (tree.scales["z_years"].least, tree.scales["z_years"].most) == (39, 60)
    tree.apply(edits.set_fields(tree, "q_age", most=200))
    assert tree.scales["z_years"].most == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"extra": {"z_years": 121}},
        {"extra": {"z_years": "old"}},
        {"extra": {"z_years": True}},
        {"findings": {"z_years_at_least_60": True}},
    ],
)
def test_a_case_that_is_no_person_of_the_tree_is_refused(fields):
    for call in (
        lambda: edits.set_part(rich(), "case", "k_one", **fields),
        lambda: edits.add_part(rich(), "case", "k_new", Case(id="k_new", **fields)),
        lambda: edits.replace_and_rename(rich(), "case", "k_one", "k_new", Case(id="k_new", **fields)),
    ):
        with pytest.raises(KneetreeError, match=r"Case 'k_(one|new)' cannot be like this"):
            call()


def test_a_new_scale_fits_the_cases_that_have_something_under_its_name():
    tree = rich()
    with pytest.raises(KneetreeError, match="'typical' under 'tag'"):
        edits.add_part(tree, "scale", "tag", NEW["scale"])
    tree.apply(edits.set_part(tree, "case", "k_one", extra={"tag": 7}))
    tree.apply(edits.add_part(tree, "scale", "tag", NEW["scale"]))
    assert Use("case", "k_one") in edits.uses(tree, "scale", "tag")


def test_what_comes_with_an_entry_comes_in_the_same_change():
    tree = rich()
    tree.apply(edits.add_part(tree, "question", "u_new", Question(topic=Topic.AGE, text="N?", finding="f_new")))
    assert tree.findings["f_new"] == Finding("")
    tree.apply(edits.replace_part(tree, "question", "u_list", Question(topic=Topic.AGE, text="N?", finding="f_new")))
    assert (tree.nodes["q_list"].points, tree.nodes["q_list"].at_least) == ({}, 1)
    assert "f_draft" not in tree.findings
