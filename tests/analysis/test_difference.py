import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from kneetree import edits
from kneetree.analysis import difference
from kneetree.errors import KneetreeError
from kneetree.model.change import SINGLE_PARTS
from kneetree.model.tree import Advice, Case, Finding, QuestionNode, Region, Start, Tree, Urgency, WarningSign
from tests.edits.test_random_edits import EDITS
from tests.luck import examples
from tests.proof.small_trees import as_text, findings_of, random_tree
from tests.trees import SCALES, ask, leaf, make, number, small

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'


def after(*steps):
    tree = small()
    for step in steps:
        tree.apply(step(tree))
    return tree


def test_the_same_tree_has_no_difference():
    found = difference.compare(small(), small())
    assert not found
    assert difference.to_text(found) == "The two trees are the same.\n"
    assert difference.to_json(found)["same"] is True


def test_a_changed_text_is_told_field_by_field():
    found = difference.compare(
        small(), after(lambda t: edits.set_part(t, "question", "swelling_calf", text="Other?", help=""))
    )
    (part,) = found.parts
    assert (part.part, part.kind, part.key, part.title) == ("question", "changed", "swelling_calf", "Other?")
    assert {(change.field, change.after) for change in part.fields} == {("text", "Other?"), ("help", None)}
    assert not found.cases
    assert "No case and no single finding" in difference.to_text(found)


def test_an_answer_that_leads_elsewhere_is_told_with_whose_result_changes():
    found = difference.compare(small(), after(lambda t: edits.connect(t, "calf", "yes", "strain")))
    assert found.nodes() == {"calf": "rerouted"}
    assert [(change.field, change.after) for change in found.parts[0].fields] == [("yes", "strain")]
    assert "swelling_calf" in {change.id for change in found.findings}
    (change,) = [change for change in found.findings if change.id == "swelling_calf"]
    assert change.before.urgency is Urgency.SAME_DAY
    assert change.after.urgency is Urgency.SELF_CARE
    assert {change.id for change in found.cases} <= small().cases.keys()
    assert found.cases
    text = difference.to_text(found)
    assert "Leads elsewhere (1)" in text
    assert "same_day (clot_today) -> self_care (strain)" in text
    assert "el mismo día (clot_today) -> en casa (strain)" in difference.to_text(found, "es")
    assert json.loads(json.dumps(difference.to_json(found)))["rerouted"][0]["key"] == "calf"


def test_a_renamed_id_is_one_difference():
    found = difference.compare(
        small(),
        after(
            lambda t: edits.rename(t, "node", "calf", "leg"),
            lambda t: edits.rename(t, "node", "clot_today", "clot"),
            lambda t: edits.rename(t, "finding", "swelling_calf", "fat_calf"),
            lambda t: edits.rename(t, "condition", "dvt", "thrombosis"),
            lambda t: edits.rename(t, "source", "src", "book"),
            lambda t: edits.rename(t, "question", "breathless", "breath"),
            lambda t: edits.rename(t, "advice", "rest", "a_rest"),
            lambda t: edits.rename(t, "warning", "worse", "is_worse"),
        ),
    )
    assert {(part.kind, part.was, part.key) for part in found.parts} == {
        ("renamed", "calf", "leg"), ("renamed", "clot_today", "clot"), ("renamed", "swelling_calf", "fat_calf"),
        ("renamed", "dvt", "thrombosis"), ("renamed", "src", "book"),
        ("renamed", "breathless", "breath"), ("renamed", "rest", "a_rest"), ("renamed", "worse", "is_worse"),
    }  # fmt: skip
    assert not found.cases
    assert "node calf -> leg" in difference.to_text(found)


def test_parts_of_every_kind_are_compared():
    old = small()
    new = after(
        lambda t: edits.set_title(t, "Other"),
        lambda t: edits.sign_off(t, "A", "GP", "2026-01-01", "2027-01-01"),
        lambda t: edits.add_part(t, "region", "r", Region("R")),
        lambda t: edits.add_part(t, "finding", "hot", Finding("It is hot")),
        lambda t: edits.remove_part(t, "case", next(iter(t.cases))),
        lambda t: edits.move(t, {"calf": (1, 2)}),
        lambda t: edits.delete_subtree(t, "risks"),
    )
    found = difference.compare(old, new)
    kinds = {(part.part, part.kind) for part in found.parts}
    assert {("title", "changed"), ("review", "added"), ("region", "added"), ("finding", "added"), ("case", "removed"),
            ("layout", "added"), ("node", "removed"), ("node", "added")} <= kinds  # fmt: skip
    text = difference.to_text(found)
    assert "Boxes moved on the map: 1" in text
    assert "node risks" in text
    assert found.of("added")[0].kind == "added"
    back = difference.compare(new, old)
    assert len(back.of("added")) == len(found.of("removed"))
    moved = after(lambda t: edits.move(t, {"calf": (1, 2)}))
    further = difference.compare(moved, after(lambda t: edits.move(t, {"calf": (3, 4)})))
    assert further.parts[0].fields[0].after == (3, 4)


def test_the_parts_of_format_2_are_compared_and_named_in_words():
    old = after(lambda t: edits.add_part(t, "picture", "drawn", DRAWN))
    new = after(
        lambda t: edits.add_part(t, "picture", "drawn", DRAWN.replace("<g/>", "<rect/>")),
        lambda t: edits.add_part(t, "advice", "ice", Advice("Put ice on it.")),
        lambda t: edits.add_part(t, "warning", "cold", WarningSign("the foot goes cold")),
        lambda t: edits.add_part(t, "scale", "age", SCALES["age"]),
        lambda t: edits.set_part(t, "finding", "swelling_calf", statement="One calf is bigger"),
        lambda t: edits.set_single(t, "start", Start("Your knee")),
    )
    found = difference.compare(old, new)
    assert {(part.part, part.key, part.kind, part.title) for part in found.parts} == {
        ("picture", "drawn", "changed", ""), ("advice", "ice", "added", "Put ice on it."),
        ("warning", "cold", "added", "the foot goes cold"), ("scale", "age", "added", "How old are you?"),
        ("finding", "swelling_calf", "changed", "One calf is bigger"), ("start", "", "added", ""),
    }  # fmt: skip
    assert "      picture: " in difference.to_text(found)


def test_what_only_goes_on_elsewhere_leads_elsewhere():
    def tree(after: str) -> Tree:
        nodes = {"age": number("age", "a"), "a": ask("f", "x", "y"), "x": leaf(), "y": leaf("same_day")}
        return make({**nodes, "age": number("age", after), "top": ask("g", "age", "a")}, "top")

    found = difference.compare(tree("a"), tree("x"))
    assert found.nodes() == {"age": "rerouted"}
    assert [change.field for change in found.parts[0].fields] == ["next"]


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 10**6)), max_size=8))
def test_two_trees_differ_exactly_when_they_are_not_equal(steps):
    old, new = small(), small()
    for which, seed in steps:
        try:
            new.apply(EDITS[which](random.Random(seed), new))
        except (KneetreeError, KeyError):
            continue
    found = difference.compare(old, new)
    alike = all(getattr(old, part) == getattr(new, part) for part in SINGLE_PARTS) and old.parts == new.parts
    assert bool(found) == (not alike)
    assert difference.to_text(found).endswith("\n")
    assert json.dumps(difference.to_json(found))
    assert set(found.nodes()) <= old.nodes.keys() | new.nodes.keys()


def test_nobody_is_walked_for_a_finding_on_which_nothing_turns(monkeypatch):
    walked = []
    truly = difference.cases.run_case
    monkeypatch.setattr(
        difference.cases, "run_case", lambda tree, case, *more: walked.append(case.id) or truly(tree, case, *more)
    )
    other = small()
    for number_of in range(50):
        other.findings[f"idle_{number_of}"] = Finding("Something is so")
    difference.compare(small(), other)
    assert {"cancer", "breathless"} <= set(walked)
    assert not [name for name in walked if name.startswith("idle")]


@pytest.mark.seeds(4)
def test_whoever_is_asked_only_what_is_usual_is_not_walked_and_ends_where_they_would(seed: int) -> None:
    dice, walked, others = random.Random(seed), 0, 0
    for _ in range(60):
        tree = random_tree(dice)
        results = difference._Results(tree)
        for key in findings_of(tree):
            case = Case(id=key, findings={key: dice.choice([True, None])})
            expected = results._walked(case)
            assert results.of(case) == expected, f"seed {seed}\n{as_text(tree)}\n{case}"
            walked += expected != results._result
            others += expected == results._result
    assert walked > 20
    assert others > 20


def chain(length: int) -> Tree:
    """A tree in which most people are asked everything, one question after the other."""
    nodes = {f"q{at}": ask(f"f{at}", "now", f"q{at + 1}" if at + 1 < length else "home") for at in range(length)}
    return make({**nodes, "now": leaf("emergency"), "home": leaf("self_care")})


def seconds(old: Tree, new: Tree) -> float:
    """Return the processor time that comparing takes, the least of three."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        difference.compare(old, new)
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.timed
def test_a_long_tree_is_compared_with_itself_in_a_time_that_grows_as_it_does():
    half, whole = chain(1500), chain(3000)
    other = chain(3000)
    for key, question in other.questions.items():
        other.questions[key] = structs.replace(question, text=question.text + " Say so.")
    assert seconds(whole, whole.copy()) < 0.5
    assert seconds(whole, chain(3000)) < 0.5
    assert seconds(whole, other) < 1.0
    assert seconds(whole, chain(3000)) < 3 * seconds(half, chain(1500)) + 0.05


@pytest.mark.seeds(4)
def test_trees_that_walk_alike_give_everybody_the_same_result(seed: int) -> None:
    """Whatever is altered, and whatever is only said otherwise."""
    dice, alike, not_alike, tried = random.Random(seed), 0, 0, 0
    while alike < 20 or not_alike < 10:
        tried += 1
        assert tried < 600, f"seed {seed}: {alike} alike, {not_alike} with another result"
        old = random_tree(dice)
        new = old.copy()
        for key, question in old.questions.items():
            new.questions[key] = structs.replace(question, text="Other words?")
        nodes = [key for key, node in new.nodes.items() if isinstance(node, QuestionNode) and node.yes]
        if nodes and dice.random() < 0.5:
            key = dice.choice(nodes)
            new.nodes[key] = structs.replace(new.nodes[key], yes=new.nodes[key].no, no=new.nodes[key].yes)
        before, after = difference._Results(old), difference._Results(new)
        people = [Case(id=key, findings={key: dice.choice([True, None])}) for key in findings_of(old)]
        same = all(before._walked(case) == after._walked(case) for case in people)
        if difference._walks_alike(old, new):
            alike += 1
            assert same, f"seed {seed}\n{as_text(old)}\n{as_text(new)}"
        else:
            not_alike += not same
