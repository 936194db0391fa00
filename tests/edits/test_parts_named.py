"""Who names a part, and what that allows."""

import pytest
from msgspec import structs

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.tree import About, Case, Condition, Finding, Region, Rule, Source, Urgency
from tests.edits.rich import rich

USES = {
    ("finding", "f_breath"): ["node q_lungs", "rule r_thick", "rule r_asked", "case k_one"],
    ("finding", "f_calf"): ["node q_calf", "node q_again", "rule r_thick", "case k_one"],
    ("finding", "f_plaster"): ["node q_list", "rule r_asked"],
    ("finding", "f_travel"): ["node q_list", "case k_one"],
    ("finding", "f_unused"): [],
    ("condition", "c_clot"): ["node l_now", "node l_today", "node l_soon", "case k_one"],
    ("condition", "c_pull"): ["node l_today", "node l_rest", "rule r_asked", "case k_two"],
    ("condition", "c_cyst"): ["node l_today", "node l_soon", "rule r_asked", "case k_one"],
    ("source", "s_one"): ["node q_lungs", "node l_now", "node l_soon", "condition c_clot"],
    ("source", "s_two"): ["node q_lungs", "node q_calf", "condition c_clot", "rule r_thick"],
    ("source", "s_three"): ["node l_soon", "condition c_cyst"],
    ("node", "q_lungs"): ["region g_top"],
    ("node", "l_today"): ["node q_calf", "node q_list"],
    ("node", "l_rest"): ["node q_age", "node q_again", "region g_low"],
    ("node", "gone"): [],
    ("finding", "c_clot"): [],
    ("condition", "f_calf"): [],
}


@pytest.mark.parametrize(("part", "key"), USES)
def test_every_place_that_names_a_part_is_told_once(part, key):
    assert [f"{use.part} {use.key}" for use in edits.uses(rich(), part, key)] == USES[part, key]


@pytest.mark.parametrize(("part", "key"), [pair for pair in USES if pair[0] in ("finding", "condition")])
def test_a_finding_or_condition_goes_only_when_nothing_names_it(part, key):
    tree = rich()
    tree.conditions["c_unused"] = Condition("Nothing")
    reason = edits.why_not_remove(tree, part, key)
    used = USES[part, key]
    assert (reason is None) is (key == "f_unused")
    if used:
        first = used[0].split()
        assert first[0] in reason
        assert repr(first[1]) in reason
        assert ("more" in reason) is (len(used) > 1)
        assert len(used) == 1 or f" {len(used) - 1} more" in reason
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
    tree.apply(edits.remove_part(tree, "case", "k_two"))
    assert "more" not in (edits.why_not_remove(tree, "condition", "c_pull") or "")
    tree.apply(edits.set_fields(tree, "l_now", also=("c_pull",)))
    assert "1 more" in (edits.why_not_remove(tree, "condition", "c_pull") or "")


@pytest.mark.parametrize("key", ["s_one", "s_two", "s_three"])
def test_a_source_goes_from_the_file_with_every_word_that_cites_it(key):
    tree = rich()
    tree.apply(edits.remove_part(tree, "source", key))
    assert key not in tree.sources
    assert f'"{key}"'.encode() not in tree_files.encode_tree(tree)
    first = rich()
    for part in ("node", "condition", "rule"):
        for name, value in first.parts[part].items():
            kept = tuple(source for source in value.sources if source != key)
            assert tree.parts[part][name].sources == kept
            assert structs.replace(tree.parts[part][name], sources=value.sources) == value


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
    "finding": Finding("New"),
    "source": Source("New"),
    "condition": Condition("New"),
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
    assert tree.findings["f_travel"] == Finding("Far", usual=True)
    tree.apply(edits.set_part(tree, "rule", "r_thick", given={"f_calf": True}))
    assert tree.rules["r_thick"].given == {"f_calf": True}
    assert tree.rules["r_thick"].statement == rich().rules["r_thick"].statement
    tree.apply(edits.set_part(tree, "case", "k_one", age=3))
    assert tree.cases["k_one"].extra == {"tag": "typical"}


@pytest.mark.parametrize(
    "call",
    [
        lambda tree: edits.set_part(tree, "finding", "f_calf", means=3),
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
    values = {"title": "T", "version": "9", "language": "es", "about": About("a")}
    for part, value in values.items():
        tree = rich()
        change = edits.set_single(tree, part, value)
        assert [(one.part, one.key, one.after) for one in change.parts] == [(part, "", value)]
        tree.apply(change)
        assert getattr(tree, part) == value
    assert edits.set_title(rich(), "T") == edits.set_single(rich(), "title", "T")
    tree = rich()
    tree.apply(edits.set_single(tree, "about", None))
    assert tree.about is None


def test_a_region_takes_nodes_in_file_order_each_once_and_lets_them_go():
    tree = rich()
    tree.apply(edits.put_in_region(tree, "g_low", ["l_now", "q_age", "q_calf", "gone"]))
    assert tree.regions["g_low"].nodes == ("l_rest", "q_age", "q_again", "q_calf", "l_now")
    assert tree.regions["g_top"] == rich().regions["g_top"]
    tree.apply(edits.take_from_region(tree, "g_low", ["q_age", "gone", "l_rest"]))
    assert tree.regions["g_low"].nodes == ("q_again", "q_calf", "l_now")
    tree.apply(edits.take_from_region(tree, "g_low", list(tree.nodes)))
    assert tree.regions["g_low"] == Region("Low")
