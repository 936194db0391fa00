"""Changes of a journal as the steps that their author took, and where the last of them was."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from kneetree import edits
from kneetree.model.change import Change, PartChange
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import Tree
from kneetree.ui.document import recovered
from kneetree.ui.document.recovered import Place
from tests import trees

SENTENCE = "Did your calf swell within a few days?"


def set_part(tree: Tree, part: str, key: str, **fields: object) -> Change:
    builder = ChangeBuilder(tree)
    builder.set(part, key, replace(tree.parts[part][key], **fields))
    return builder.change()


def applied(tree: Tree, change: Change) -> Change:
    tree.apply(change)
    return change


def typed(tree: Tree, part: str, key: str, field: str, text: str) -> list[Change]:
    """Type a text letter by letter."""
    return [applied(tree, set_part(tree, part, key, **{field: text[:end]})) for end in range(len(text) + 1)]


def leaf_of(tree: Tree) -> str:
    return next(key for key, node in tree.nodes.items() if not node.edges())


def test_a_sentence_is_one_step_however_many_letters_it_has() -> None:
    tree = trees.small()
    start, question = trees.small(), next(iter(tree.questions))
    changes = typed(tree, "question", question, "text", SENTENCE)
    changes += typed(tree, "question", question, "help", "Look at both.")
    changes += typed(tree, "node", leaf_of(tree), "reason", "So.")
    found = recovered.steps(changes)
    assert len(changes) > 40
    assert len(found) == 3
    for step in found:
        start.apply(step)
    assert start == tree
    for step in reversed(found):
        start.apply(step.inverse())
    assert start == trees.small()


def test_what_is_no_typing_is_a_step_each_time() -> None:
    tree = trees.small()
    moved = [applied(tree, edits.move(tree, {tree.root: (x, 1)})) for x in (1, 3)]
    again = typed(tree, "question", next(iter(tree.questions)), "text", "No?")
    assert len(recovered.steps([*moved, *again, *moved])) == 5


def test_what_was_typed_and_taken_away_again_is_no_step() -> None:
    tree = trees.small()
    question = next(iter(tree.questions))
    text = tree.questions[question].text
    changes = typed(tree, "question", question, "text", text + "!")[len(text) + 1 :]
    changes.append(applied(tree, set_part(tree, "question", question, text=text)))
    assert recovered.steps(changes) == []


def test_the_place_is_that_of_the_last_change_to_something_that_is_shown() -> None:
    tree = trees.small()
    question = next(iter(tree.questions))
    asked = typed(tree, "question", question, "help", "Why?")
    assert recovered.place_of(asked) == Place("question", question, "help")
    named = [applied(tree, edits.set_title(tree, "Other"))]
    assert recovered.place_of([*asked, *named]) == Place("question", question, "help")
    assert recovered.place_of(named) is None


def test_nobody_is_led_to_what_was_deleted_after_it_was_altered() -> None:
    tree = trees.small()
    question, leaf = next(iter(tree.questions)), leaf_of(tree)
    asked = typed(tree, "question", question, "help", "Why?")
    told = typed(tree, "node", leaf, "reason", "So.")
    moved = [applied(tree, edits.move(tree, {leaf: (3, 1)}))]
    assert recovered.place_of([*asked, *told, *moved]) == Place("node", leaf)
    deleted = [Change((PartChange("layout", leaf, tree.layout[leaf]), PartChange("node", leaf, tree.nodes[leaf])))]
    assert recovered.place_of([*asked, *told, *moved, *deleted]) == Place("question", question, "help")
    assert recovered.place_of([*asked, *told, *moved, *deleted, deleted[0].inverse()]) == Place("node", leaf)


@pytest.mark.parametrize("seed", range(20))
def test_steps_do_what_the_changes_did(seed: int) -> None:
    dice = random.Random(seed)
    tree, again = trees.small(), trees.small()
    changes: list[Change] = []
    for _ in range(30):
        question, where = dice.choice(list(tree.questions)), dice.choice(["text", "help", "why"])
        changes.append(
            applied(tree, set_part(tree, "question", question, **{where: dice.choice(["", "a", "ab", "b"])}))
        )
        if dice.random() < 0.2:
            changes.append(applied(tree, edits.move(tree, {tree.root: (dice.randrange(99), 1)})))
    steps = recovered.steps(changes)
    for step in steps:
        again.apply(step)
    assert again == tree
    assert len(steps) < len(changes)
