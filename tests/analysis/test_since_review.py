"""What a reviewer is told of a change: what it does, the gravest first, each with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import edits
from kneetree.analysis.since_review import Effect, Proved, Since, since
from kneetree.model.change import Change
from kneetree.model.tree import Tree, Urgency
from tests import trees


def told(old: Tree, new: Tree) -> Since:
    told = list(since(old, new))
    proved = next(one for one in told if isinstance(one, Proved))
    first, last = [one for one in told if isinstance(one, Since)]
    assert (first.whole, last.whole) == (False, True)
    assert all(line in last.lines for line in first.lines), "what was told at first stays"
    assert list(since(old, new, proved))[-1] == last, "what is known of the old tree changes nothing"
    return last


def effects(*changes: Callable[[Tree], Change]) -> dict[Effect, list[str]]:
    old = trees.small()
    new = old.copy()
    for change in changes:
        new.apply(change(new))
    found: dict[Effect, list[str]] = {}
    for line in told(old, new).lines:
        found.setdefault(line.effect, []).append(line.key)
    return found


def test_nothing_changed_says_nothing() -> None:
    assert effects() == {}
    assert effects(lambda tree: edits.move(tree, {"calf": (10, 10)})) == {}


def test_a_leaf_that_became_less_urgent_breaks_the_rule_and_is_told_first() -> None:
    found = effects(lambda tree: edits.set_fields(tree, "clot_today", urgency=Urgency.ROUTINE))
    assert next(iter(found)) is Effect.RULE_BROKEN
    assert found[Effect.RULE_BROKEN] == ["swollen"]
    assert found[Effect.LEAF_URGENCY] == ["clot_today"]
    assert "swelling_calf" in found[Effect.FINDING_OTHER]
    assert found[Effect.CASE_LOWER]


def test_a_rule_that_went_or_was_altered_is_told() -> None:
    assert effects(lambda tree: edits.remove_part(tree, "rule", "swollen"))[Effect.RULE_GONE] == ["swollen"]
    reworded = effects(lambda tree: edits.set_part(tree, "rule", "swollen", urgency_at_least=Urgency.ROUTINE))
    assert reworded[Effect.RULE_CHANGED] == ["swollen"]


def test_a_finding_that_can_now_lower_a_result_is_told() -> None:
    found = effects(lambda tree: edits.swap(tree, ["calf"]))
    assert "swelling_calf" in found[Effect.CAN_FALL]
    assert found[Effect.REROUTED] == ["calf"]


def test_texts_are_told_with_what_they_were() -> None:
    old = trees.small()
    new = old.copy()
    new.apply(edits.set_fields(new, "calf", text="Is it thicker?"))
    (line,) = told(old, new).lines
    assert (line.effect, line.part, line.field, line.after) == (Effect.TEXT, "question", "text", "Is it thicker?")
    assert line.before == old.asked("calf").text


def test_nodes_that_came_and_went_are_told() -> None:
    found = effects(lambda tree: edits.insert_question(tree, "calf", "yes"))
    assert found[Effect.NODE_NEW] == ["new_question", "new_result"]
    assert found[Effect.REROUTED] == ["calf"]
    turned = effects(lambda tree: edits.question_to_leaf(tree, "risks"))
    assert "risks" in {key for keys in turned.values() for key in keys}


@given(st.lists(st.sampled_from(["swap", "urgency", "rename", "text"]), max_size=4))
def test_every_line_leads_to_what_is_there_and_the_gravest_is_first(steps: list[str]) -> None:
    old = trees.small()
    new = old.copy()
    for number, step in enumerate(steps):
        leaf = next(key for key, _ in new.leaves())
        change = {
            "swap": lambda tree: edits.swap(tree, ["calf"]),
            "urgency": lambda tree, leaf=leaf: edits.set_fields(tree, leaf, urgency=Urgency.SELF_CARE),
            "rename": lambda tree, leaf=leaf, number=number: edits.rename(tree, "node", leaf, f"other_{number}"),
            "text": lambda tree, number=number: edits.set_fields(tree, "calf", text=f"Text {number}?"),
        }[step]
        new.apply(change(new))
    found = told(old, new)
    order = list(Effect)
    ranks = [order.index(line.effect) for line in found.lines]
    assert ranks == sorted(ranks)
    for line in found.lines:
        part = "finding" if line.part == "lowering" else line.part
        assert not line.there or not line.key or line.key in new.parts[part]
    assert bool(found.lines) == (old != new)


@pytest.mark.parametrize("effect", list(Effect))
def test_lines_are_found_by_their_kind(effect: Effect) -> None:
    assert told(trees.small(), trees.small()).of(effect) == []
