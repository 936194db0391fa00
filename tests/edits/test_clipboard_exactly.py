"""What is copied, and where it comes to lie when it is pasted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits
from kneetree.edits import clipboard
from kneetree.edits.references import Names, references
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.change import KEYED_PARTS
from kneetree.model.tree import Advice, Case, Condition, Finding, Leaf, QuestionNode, Source, WarningSign
from tests.edits.rich import rich
from tests.trees import ask, leaf, make, small, trees

FULL = json.loads(tree_files.encode_tree(rich()))


def part_of(name, *keys):
    return {key: FULL[name][key] for key in FULL[name] if key in keys}


def test_what_lies_below_is_told_in_file_order():
    tree = rich()
    assert edits.below(tree, ["q_age"]) == ["q_age", "q_again", "d_clues", "l_soon", "l_rest"]
    assert edits.below(tree, ["l_rest", "gone", "l_now"]) == ["l_now", "l_rest"]
    assert edits.below(tree, ["q_lungs"]) == list(tree.nodes)
    assert edits.below(tree, []) == edits.below(tree, ["gone"]) == []


def test_a_copied_part_holds_what_it_names_and_nothing_else():
    text = edits.copy(rich(), ["q_list"], subtree=True)
    assert text.startswith('{\n  "format": "kneetree-fragment/2",\n  "nodes": {\n    "q_list": {\n')
    assert text.endswith("\n}\n")
    nodes = ("q_list", "q_number", "q_collect", "q_age", "q_again", "d_clues", "l_today", "l_soon", "l_rest")
    assert json.loads(text) == {
        "format": "kneetree-fragment/2",
        "nodes": part_of("nodes", *nodes),
        "scales": part_of("scales", "z_years"),
        "findings": part_of("findings", "f_travel", "f_plaster", "f_draft", "f_calf", "f_other_draft"),
        "sources": part_of("sources", "s_one", "s_two", "s_three"),
        "conditions": part_of("conditions", "c_clot", "c_pull", "c_cyst"),
        "questions": part_of("questions", "u_list", "u_again"),
        "advice": part_of("advice", "a_rest", "a_walk", "a_stretch"),
        "warnings": part_of("warnings", "w_worse", "w_cold"),
        "layout": part_of("layout", "l_today", "l_rest", "q_age"),
    }
    assert list(json.loads(text)["nodes"]) == [key for key in FULL["nodes"] if key in nodes]


def test_without_its_subtree_a_question_is_copied_alone():
    assert json.loads(edits.copy(rich(), ["q_calf", "gone"], subtree=False)) == {
        "format": "kneetree-fragment/2",
        "nodes": part_of("nodes", "q_calf"),
        "pictures": part_of("pictures", "p_calf"),
        "findings": part_of("findings", "f_calf"),
        "sources": part_of("sources", "s_two"),
        "questions": part_of("questions", "u_calf"),
        "layout": part_of("layout", "q_calf"),
    }
    both = json.loads(edits.copy(rich(), ["l_rest", "l_now"], subtree=False))
    assert list(both["nodes"]) == ["l_now", "l_rest"]
    assert set(both["conditions"]) == {"c_clot", "c_pull"}
    for ids in ([], ["gone"]):
        for subtree in (True, False):
            with pytest.raises(KneetreeError, match="nothing to copy"):
                edits.copy(rich(), ids, subtree=subtree)


def pasted(tree, text, **options):
    change, ids = edits.paste(tree, text, **options)
    tree.apply(change)
    return ids


def test_a_part_pasted_into_its_own_tree_is_told_tops_first_and_names_what_is_there():
    tree = rich()
    ids = pasted(tree, edits.copy(tree, ["l_today", "q_age", "l_now"], subtree=False))
    assert ids == ["q_age_2", "l_now_2", "l_today_2"]
    tree = rich()
    ids = pasted(tree, edits.copy(tree, ["q_again"]))
    assert ids == ["q_again_2", "l_soon_2", "l_rest_2"]
    assert list(tree.nodes)[-3:] == ["q_again_2", "l_soon_2", "l_rest_2"]
    assert tree.nodes["q_again_2"] == QuestionNode(asks="u_again", yes="l_soon_2", no="l_rest_2")
    assert tree.leaf("l_soon_2") == rich().leaf("l_soon")
    for part in set(KEYED_PARTS) - {"node", "layout"}:
        assert tree.parts[part] == rich().parts[part]
    assert tree.layout == {**rich().layout, "l_rest_2": (340, 441)}


def other_tree(**more):
    """Another tree, about nothing that ``rich`` is about."""
    return make({"q": ask("other", "a", "b", sources=()), "a": leaf(sources=()), "b": leaf(sources=())}, **more)


def test_into_another_tree_comes_all_that_is_named_and_only_that():
    tree, first = other_tree(), rich()
    before = tree.copy()
    assert pasted(tree, edits.copy(first, ["q_calf"]))[0] == "q_calf"
    for key in edits.below(first, ["q_calf"]):
        assert tree.nodes[key] == first.nodes[key]
    gone = {
        "picture": {"p_leg"}, "scale": {"z_days"}, "finding": {"f_breath", "f_unused"}, "source": set(),
        "condition": set(), "question": {"u_lungs", "u_spare"}, "advice": {"a_spare"}, "warning": set(),
    }  # fmt: skip
    for part, kept_out in gone.items():
        come = {key: value for key, value in first.parts[part].items() if key not in kept_out}
        assert tree.parts[part] == {**before.parts[part], **come}
    assert pasted(tree, edits.copy(first, ["q_calf"]))[0] == "q_calf_2"
    assert tree.questions == {
        **before.questions,
        **{key: first.questions[key] for key in ("u_calf", "u_list", "u_again")},
    }


OTHER = {
    "picture": "<svg/>",
    "scale": structs.replace(rich().scales["z_years"], most=99),
    "finding": Finding("My own"),
    "source": Source("My own"),
    "condition": Condition("My own"),
    "question": structs.replace(rich().questions["u_spare"], text="My own?"),
    "advice": Advice("My own."),
    "warning": WarningSign("it is my own"),
}


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("picture", "p_calf"), ("scale", "z_years"), ("finding", "f_calf"), ("source", "s_two"),
        ("condition", "c_clot"), ("question", "u_list"), ("advice", "a_walk"), ("warning", "w_cold"),
    ],
)  # fmt: skip
def test_what_the_other_tree_has_otherwise_stays_and_the_new_one_comes_under_another_id(part, key):
    """The pasted part is the copied one with the id exchanged wherever it is named, in entries too."""
    tree, renamed = other_tree(), rich()
    for need in ("finding", "source"):
        for name, value in rich().parts[need].items():
            if (need, name) != (part, key):
                tree.parts[need][name] = value
    tree.parts[part][key] = OTHER[part]
    pasted(tree, edits.copy(rich(), ["q_calf"]))
    renamed.apply(edits.rename(renamed, part, key, f"{key}_2"))
    assert tree.parts[part][key] == OTHER[part]
    assert tree.parts[part][f"{key}_2"] == rich().parts[part][key]
    for node in edits.below(renamed, ["q_calf"]):
        first = references(Names(renamed.questions, renamed.scales), renamed.nodes[node])
        made = references(Names(tree.questions, tree.scales), tree.nodes[node])
        assert [settled(tree, *one) for one in made] == [settled(renamed, *one) for one in first]


def settled(tree, part, key):
    """An entry as it reads wherever it is named, with all that it names; a node by its id."""
    if part == "node":
        return key
    value = tree.parts[part][key]
    if part not in ("question", "condition"):
        return value
    names = Names(tree.questions, tree.scales)
    return getattr(value, "text", ""), [settled(tree, *one) for one in references(names, value)]


def test_an_id_that_means_something_else_in_the_other_tree_is_not_used():
    tree = other_tree(scales=rich().scales, findings={"other": Finding("x")})
    first = other_tree(findings={"other": Finding("x")})
    first.apply(edits.add_part(first, "finding", "z_days", Finding("Days")))
    first.apply(edits.add_part(first, "finding", "z_days_at_least_4", Finding("Four")))
    first.apply(edits.ask_items(first, "q", ["z_days", "z_days_at_least_4"]))
    pasted(tree, edits.copy(first, ["q"]))
    made = tree.asked("q_2")
    assert [line.finding for line in made.lines] == ["z_days_2", "z_days_at_least_4_2"]
    assert [line.text for line in made.lines] == ["Days", "Four"]


def test_an_end_that_does_not_come_leads_where_it_did_or_to_an_empty_leaf_behind_the_anchor():
    text = edits.copy(rich(), ["q_calf"], subtree=False)
    tree = rich()
    assert pasted(tree, text) == ["q_calf_2"]
    assert (tree.asked("q_calf_2").yes, tree.asked("q_calf_2").no) == ("l_today", "q_list")
    other = small()
    assert pasted(other, text) == ["q_calf"]
    assert (other.asked("q_calf").yes, other.asked("q_calf").no) == ("new_result", "new_result_2")
    # Behind the last node, the other way round: each comes right behind the anchor.
    assert set(list(other.nodes)[-3:]) == {"q_calf", "new_result", "new_result_2"}
    other = small()
    pasted(other, text, end=("lungs", "yes"))
    assert list(other.nodes)[:3] == ["lungs", "new_result_2", "new_result"]
    assert other.asked("lungs").yes == "q_calf"


@pytest.mark.parametrize(
    "end",
    [
        ("q_age", "yes"),
        ("q_list", "no"),
        ("q_collect", "next"),
        ("q_collect", "yes"),
        ("l_now", "yes"),
        ("q_calf", "unsure"),
        ("x", "no"),
    ],
)
def test_a_part_at_an_answer_makes_no_circle(end):
    tree = rich()
    text = edits.copy(tree, ["q_calf"], subtree=False)
    if end not in (("q_age", "yes"), ("q_list", "no"), ("q_collect", "next")):
        with pytest.raises(KneetreeError):
            edits.paste(tree, text, end=end)
        return
    ids = pasted(tree, text, end=end)
    assert tree.asked(end[0]).target(end[1]) == ids[0] == "q_calf_2"
    made = tree.asked("q_calf_2")
    assert made.yes == "l_today"
    assert edits.is_draft(tree.nodes[made.no]), "q_list leads back to where it was pasted"
    if end[1] == "next":
        return
    assert tree.asked(end[0]).target("no" if end[1] == "yes" else "yes") == rich().asked(end[0]).target(
        "no" if end[1] == "yes" else "yes"
    )


def test_a_copy_of_the_question_itself_hangs_from_it_without_a_circle():
    tree = rich()
    inner = json.loads(edits.copy(tree, ["q_calf"], subtree=False))
    inner["nodes"]["q_calf"]["no"] = "q_age"
    pasted(tree, json.dumps(inner), end=("q_age", "no"))
    assert edits.is_draft(tree.nodes[tree.asked("q_calf_2").no])


def test_a_draft_that_gave_way_to_a_part_goes_and_a_written_leaf_stays():
    tree = rich()
    tree.apply(edits.add_leaf(tree, "q_calf", "yes"))
    pasted(tree, edits.copy(tree, ["l_rest"]), end=("q_calf", "yes"))
    assert "new_result" not in tree.nodes
    pasted(tree, edits.copy(tree, ["l_rest"]), end=("q_lungs", "yes"))
    assert "l_now" in tree.nodes


def test_a_part_comes_to_lie_beside_its_original_or_where_it_was_dropped():
    tree = rich()
    text = edits.copy(tree, ["q_calf"])
    assert pasted(tree, text, at=(1000, 50))[0] == "q_calf_2"
    moved = {f"{key}_2": (x + 900, y - 150) for key, (x, y) in rich().layout.items() if key != "q_lungs"}
    assert tree.layout == {**rich().layout, **moved}
    tree = rich()
    change, ids = edits.duplicate(tree, ["q_calf"])
    tree.apply(change)
    assert ids[0] == "q_calf_2"
    moved = {f"{key}_2": (x + 40, y + 40) for key, (x, y) in rich().layout.items() if key != "q_lungs"}
    assert tree.layout == {**rich().layout, **moved}
    tree = rich()
    tree.apply(edits.duplicate(tree, ["q_calf"], subtree=False)[0])
    assert tree.nodes.keys() - rich().nodes.keys() == {"q_calf_2"}


def test_a_part_whose_top_has_no_place_is_dropped_without_the_places_of_the_rest():
    tree = rich()
    assert pasted(tree, edits.copy(tree, ["q_again"]), at=(7, 8))[0] == "q_again_2"
    assert tree.layout == {**rich().layout, "q_again_2": (7, 8)}


def test_places_from_elsewhere_are_not_trusted():
    content = json.loads(edits.copy(rich(), ["l_rest", "l_now"]))
    content["layout"] = {"l_rest": [1e300, 0], "l_now": [1, 2], "q_calf": [3, 4]}
    tree = small()
    pasted(tree, json.dumps(content))
    assert tree.layout == {"l_now": (41, 42)}


def test_a_part_may_have_just_so_many_letters_and_nodes(monkeypatch):
    text = edits.copy(rich(), ["q_again"])
    monkeypatch.setattr(clipboard, "MOST_BYTES", len(text))
    monkeypatch.setattr(clipboard, "MOST_NODES", 3)
    assert edits.why_not_paste(text) is None
    monkeypatch.setattr(clipboard, "MOST_NODES", 2)
    assert "more than 2 nodes" in (edits.why_not_paste(text) or "")
    monkeypatch.setattr(clipboard, "MOST_BYTES", len(text) - 1)
    assert "too large" in (edits.why_not_paste(text) or "")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda part: part.update(format="kneetree-fragment/1"), "not a part"),
        (lambda part: part.update(nodes={}), "not a part"),
        (lambda part: part.update(colour=1), "not a part"),
        (lambda part: part["nodes"]["q_again"].update(no="q_again"), "circle"),
        (lambda part: part["findings"]["f_calf"].update(means=3), "not a part"),
        (lambda part: part["questions"]["u_again"].update(finding="f_calf"), "not a part"),
        (lambda part: part["advice"]["a_rest"].update(colour="red"), "not a part"),
    ],
)
def test_a_part_that_does_not_fit_is_refused_with_the_reason(spoil, words):
    content = json.loads(edits.copy(rich(), ["q_again"]))
    spoil(content)
    text = json.dumps(content)
    assert words in (edits.why_not_paste(text) or "")
    with pytest.raises(KneetreeError, match=words):
        edits.paste(rich(), text)
    assert edits.why_not_paste("\ud800") is not None


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda part: part["nodes"]["q_list"].update(asks="u_gone"), "no question, scale or threshold"),
        (lambda part: part["questions"].pop("u_list"), "no question, scale or threshold"),
        (lambda part: part["nodes"]["q_list"].update(at_least=9), "more than all points"),
        (lambda part: part["nodes"]["q_list"].update(points={"f_calf": 2}), "not in the list"),
        (lambda part: part["questions"]["u_list"].update(list=["f_calf", "z_years_at_least_3"]), "in a list"),
        (lambda part: part["scales"].update(source=part["scales"]["z_years"]), None),
    ],
)
def test_a_part_that_does_not_hold_together_is_refused_whole(spoil, words):
    content = json.loads(edits.copy(rich(), ["q_list"]))
    spoil(content)
    tree = other_tree()
    if words is None:
        pasted(tree, json.dumps(content))
        assert "source" not in tree.scales, "a case has something else under that name"
        return
    with pytest.raises(KneetreeError, match=words):
        edits.paste(tree, json.dumps(content))
    assert tree == other_tree()


def test_a_number_comes_only_where_the_cases_fit_it():
    tree, text = other_tree(), edits.copy(rich(), ["q_number"])
    tree.cases["k"] = Case(id="k", extra={"z_years": 500})
    with pytest.raises(KneetreeError, match="Case 'k' has 500"):
        edits.paste(tree, text)
    tree.cases["k"] = Case(id="k", extra={"z_years": 50})
    pasted(tree, text)
    assert "z_years" in tree.scales


@given(trees(), trees(), st.data())
def test_a_pasted_part_is_the_copied_one_under_other_names(source, target, data):
    ids = data.draw(st.lists(st.sampled_from(list(source.nodes)), min_size=1, max_size=3))
    before = target.copy()
    new = pasted(target, edits.copy(source, ids))
    copied = edits.below(source, ids)
    assert len(new) == len(set(new)) == len(copied)
    assert set(new).isdisjoint(before.nodes)
    assert target.nodes.keys() == before.nodes.keys() | set(new)
    for part in KEYED_PARTS:
        for key, value in before.parts[part].items():
            assert target.parts[part][key] == value
    old_of = dict(zip([key for key in target.nodes if key not in before.nodes], copied, strict=True))
    for key, old in old_of.items():
        node, first = target.nodes[key], source.nodes[old]
        assert [(way, old_of[end]) for way, end in node.edges()] == list(first.edges())
        if isinstance(first, Leaf):
            assert node == first
            continue
        made, asked = target.asked(key), source.asked(old)
        for name in ("kind", "text", "help", "unsure", "at_least", "topic", "note"):
            assert getattr(made, name) == getattr(asked, name)
        assert [(line.text, line.points, line.true) for line in made.lines] == [
            (line.text, line.points, line.true) for line in asked.lines
        ]
        assert [target.statement(one) for one in made.findings] == [source.statement(one) for one in asked.findings]
    tops = set(copied) - {end for key in copied for _, end in source.nodes[key].edges()}
    assert {old_of[key] for key in new[: len(tops)]} == tops


def test_a_part_of_a_tree_without_conditions_or_sources_is_small():
    tree = make(
        {"q": ask("f", "a", "b", sources=()), "a": leaf(sources=()), "b": leaf(sources=())},
        conditions={}, advice={}, warnings={},
    )  # fmt: skip
    assert list(json.loads(edits.copy(tree, ["q"]))) == ["format", "nodes", "findings", "questions"]
