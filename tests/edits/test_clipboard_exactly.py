"""What is copied, and where it comes to lie when it is pasted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits
from kneetree.edits import clipboard
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.tree import Condition, Finding, Leaf, Question, Source, Tree
from tests.edits.rich import rich
from tests.trees import ask, leaf, make, small, trees

FULL = json.loads(tree_files.encode_tree(rich()))


def part_of(name, *keys):
    return {key: FULL[name][key] for key in FULL[name] if key in keys}


def test_what_lies_below_is_told_in_file_order():
    tree = rich()
    assert edits.below(tree, ["q_age"]) == ["q_age", "q_again", "l_soon", "l_rest"]
    assert edits.below(tree, ["l_rest", "gone", "l_now"]) == ["l_now", "l_rest"]
    assert edits.below(tree, ["q_lungs"]) == list(tree.nodes)
    assert edits.below(tree, []) == edits.below(tree, ["gone"]) == []


def test_a_copied_part_holds_what_it_names_and_nothing_else():
    text = edits.copy(rich(), ["q_list"], subtree=True)
    assert text.startswith('{\n  "format": "kneetree-fragment/1",\n  "nodes": {\n    "q_list": {\n')
    assert text.endswith("\n}\n")
    nodes = ("q_list", "q_age", "q_again", "l_today", "l_soon", "l_rest")
    assert json.loads(text) == {
        "format": "kneetree-fragment/1",
        "nodes": part_of("nodes", *nodes),
        "findings": part_of("findings", "f_travel", "f_plaster", "f_draft", "f_calf", "f_other_draft"),
        "sources": part_of("sources", "s_one", "s_two", "s_three"),
        "conditions": part_of("conditions", "c_clot", "c_pull", "c_cyst"),
        "layout": part_of("layout", "l_today", "l_rest", "q_age"),
    }
    assert list(json.loads(text)["nodes"]) == [key for key in FULL["nodes"] if key in nodes]


def test_without_its_subtree_a_question_is_copied_alone():
    assert json.loads(edits.copy(rich(), ["q_calf", "gone"], subtree=False)) == {
        "format": "kneetree-fragment/1",
        "nodes": part_of("nodes", "q_calf"),
        "findings": part_of("findings", "f_calf"),
        "sources": part_of("sources", "s_two"),
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
    made = tree.question("q_again_2")
    assert (made.yes, made.no) == ("l_soon_2", "l_rest_2")
    assert made.items == rich().question("q_again").items
    assert tree.leaf("l_soon_2") == rich().leaf("l_soon")
    for part in ("finding", "source", "condition", "rule", "case", "region"):
        assert tree.parts[part] == rich().parts[part]
    assert tree.layout == {**rich().layout, "l_rest_2": (340, 441)}


def test_what_the_other_tree_already_has_is_not_overwritten_and_the_rest_comes():
    tree = Tree(
        title="Other", root="q", nodes={"q": ask("f_calf", "a", "b"), "a": leaf(), "b": leaf()},
        findings={"f_calf": Finding("My own")}, conditions={"c_cyst": Condition("My own")},
        sources={"s_two": Source("My own")},
    )  # fmt: skip
    ids = pasted(tree, edits.copy(rich(), ["q_again"]))
    assert ids == ["q_again", "l_soon", "l_rest"]
    assert tree.findings == {"f_calf": Finding("My own"), "f_other_draft": Finding("")}
    first = rich()
    assert tree.conditions == {
        "c_cyst": Condition("My own"), "c_clot": first.conditions["c_clot"], "c_pull": first.conditions["c_pull"]
    }  # fmt: skip
    assert tree.sources == {
        "s_two": Source("My own"), "s_one": first.sources["s_one"], "s_three": first.sources["s_three"]
    }  # fmt: skip
    assert tree.question("q_again") == first.question("q_again")
    assert tree.layout == {"l_rest": (340, 441)}


def test_an_end_that_does_not_come_leads_where_it_did_or_to_an_empty_leaf_behind_the_anchor():
    text = edits.copy(rich(), ["q_calf"], subtree=False)
    tree = rich()
    assert pasted(tree, text) == ["q_calf_2"]
    assert (tree.question("q_calf_2").yes, tree.question("q_calf_2").no) == ("l_today", "q_list")
    other = small()
    assert pasted(other, text) == ["q_calf"]
    assert (other.question("q_calf").yes, other.question("q_calf").no) == ("new_result", "new_result_2")
    # Behind the last node, the other way round: each comes right behind the anchor.
    assert set(list(other.nodes)[-3:]) == {"q_calf", "new_result", "new_result_2"}
    other = small()
    pasted(other, text, end=("lungs", "yes"))
    assert list(other.nodes)[:3] == ["lungs", "new_result_2", "new_result"]
    assert other.question("lungs").yes == "q_calf"


@pytest.mark.parametrize(
    "end", [("q_age", "yes"), ("q_list", "no"), ("l_now", "yes"), ("q_calf", "unsure"), ("x", "no")]
)
def test_a_part_at_an_answer_makes_no_circle(end):
    tree = rich()
    text = edits.copy(tree, ["q_calf"], subtree=False)
    if end[0] not in ("q_age", "q_list"):
        with pytest.raises(KneetreeError):
            edits.paste(tree, text, end=end)
        return
    ids = pasted(tree, text, end=end)
    assert tree.question(end[0]).target(end[1]) == ids[0] == "q_calf_2"
    made = tree.question("q_calf_2")
    assert made.yes == "l_today"
    assert edits.is_draft(tree.nodes[made.no]), "q_list leads back to where it was pasted"
    assert tree.question(end[0]).target("no" if end[1] == "yes" else "yes") == rich().question(end[0]).target(
        "no" if end[1] == "yes" else "yes"
    )


def test_a_copy_of_the_question_itself_hangs_from_it_without_a_circle():
    tree = rich()
    inner = json.loads(edits.copy(tree, ["q_calf"], subtree=False))
    inner["nodes"]["q_calf"]["no"] = "q_age"
    pasted(tree, json.dumps(inner), end=("q_age", "no"))
    assert edits.is_draft(tree.nodes[tree.question("q_calf_2").no])


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
        (lambda part: part.update(format="kneetree-fragment/2"), "not a part"),
        (lambda part: part.update(nodes={}), "not a part"),
        (lambda part: part.update(colour=1), "not a part"),
        (lambda part: part["nodes"]["q_again"].update(no="q_again"), "circle"),
        (lambda part: part["findings"]["f_calf"].update(means=3), "not a part"),
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


@given(trees(), trees(), st.data())
def test_a_pasted_part_is_the_copied_one_under_other_names(source, target, data):
    ids = data.draw(st.lists(st.sampled_from(list(source.nodes)), min_size=1, max_size=3))
    before = target.copy()
    new = pasted(target, edits.copy(source, ids))
    copied = edits.below(source, ids)
    assert len(new) == len(set(new)) == len(copied)
    assert set(new).isdisjoint(before.nodes)
    assert target.nodes.keys() == before.nodes.keys() | set(new)
    for key, node in before.nodes.items():
        assert target.nodes[key] == node
    old_of = dict(zip([key for key in target.nodes if key not in before.nodes], copied, strict=True))
    for key, old in old_of.items():
        node, first = target.nodes[key], source.nodes[old]
        if isinstance(first, Leaf):
            assert node == first
            continue
        assert isinstance(node, Question)
        assert (old_of[node.yes], old_of[node.no], node.findings) == (first.yes, first.no, first.findings)
        assert all(finding in target.findings or "_at_least_" in finding for finding in node.findings)
    tops = set(copied) - {
        end for key in copied if isinstance(one := source.nodes[key], Question) for end in (one.yes, one.no)
    }
    assert {old_of[key] for key in new[: len(tops)]} == tops


def test_a_part_of_a_tree_without_conditions_or_sources_is_small():
    tree = make({"q": ask("f", "a", "b", sources=()), "a": leaf(sources=()), "b": leaf(sources=())}, conditions={})
    assert list(json.loads(edits.copy(tree, ["q"]))) == ["format", "nodes", "findings"]
