"""Walks from which something is left out, and how they are written down."""

from __future__ import annotations

import random

import pytest

from kneetree.errors import KneetreeError
from kneetree.model import knowledge
from kneetree.walk import typed_answers
from kneetree.walk.leaving_out import as_if_open, nothing, settled
from kneetree.walk.walk import Walk
from tests.proof.small_trees import as_text, random_tree
from tests.walk.test_walk import with_a_list


def only_red(walk: Walk) -> list[str]:
    """Leave out whether it is red."""
    return [fact for fact in ("red",) if walk.question == "list"]


def test_where_nothing_is_left_out_the_walk_stays_as_it_is() -> None:
    walk = Walk.start(with_a_list(), answers={"hot": True, "red": True, "stiff": False})
    assert settled(walk, nothing).path == walk.path
    assert settled(walk, nothing).not_asked == frozenset()


def test_each_question_is_looked_at_as_if_nothing_after_it_was_answered() -> None:
    seen: list[tuple[str | None, dict[str, object]]] = []

    def look(walk: Walk) -> tuple[str, ...]:
        seen.append((walk.question, dict(walk.told)))
        return ()

    walk = settled(Walk.start(with_a_list(), answers={"hot": True, "red": True, "stiff": False}), look)
    assert seen == [
        ("first", {}),
        ("list", {"hot": True}),
        ("bent", {"hot": True, "red": True, "stiff": False}),
    ]
    seen.clear()
    assert settled(walk.answer({"bent": True}), look).finished
    assert not seen
    settled(walk.answer({"hot": None}), look)
    assert [question for question, _ in seen] == ["list", "bent"]


def test_a_line_that_is_not_asked_is_refused() -> None:
    walk = settled(Walk.start(with_a_list(), answers={"hot": True}), only_red)
    with pytest.raises(KneetreeError, match="Line 1 is not asked"):
        typed_answers.reply(walk, "1")
    assert typed_answers.written(typed_answers.reply(typed_answers.reply(walk, "2"), "y")) == "y,1-+2,y"
    assert typed_answers.written(typed_answers.reply(typed_answers.reply(walk, "u"), "n")) == "y,1-+2?,n"


@pytest.mark.seeds(4)
def test_what_was_left_out_is_written_and_replayed(seed: int) -> None:
    """Whatever is left out here; whether it matters is not asked."""
    dice, gone = random.Random(seed), 0

    def some(walk: Walk) -> list[str]:
        assert walk.question is not None
        asked = walk.tree.asked(walk.question)
        drop = random.Random(f"{walk.question} {sorted(walk.told)}").choice([0, 0.5, 1])
        return [fact for fact in knowledge.to_ask(asked, walk.told) if dice.random() < drop]

    for _ in range(150):
        tree = random_tree(dice)
        walk = settled(Walk.start(tree), some)
        while walk.question is not None:
            wanted = knowledge.to_ask(tree.asked(walk.question), walk.told)
            said = {fact: dice.choice([2, 50, None] if fact in tree.scales else [True, False, None]) for fact in wanted}
            said |= {"pain": dice.choice([1, 3, None])} if "pain" in wanted else {}
            walk = settled(walk.answer(said), some)
        written = typed_answers.written(walk)
        again = typed_answers.walk_with(tree, written)
        where = f"seed {seed}\n{as_text(tree)}\n{written}"
        assert (again.path, again.leaves, again.told) == (walk.path, walk.leaves, walk.told), where
        assert again.not_asked == walk.not_asked, where
        assert typed_answers.written(again) == written, where
        gone += bool(walk.not_asked)
    assert gone > 20


def test_going_back_leaves_out_the_same() -> None:
    walk = settled(Walk.start(with_a_list(), answers={"hot": True, "stiff": True, "bent": False}), only_red)
    assert walk.leaves == ("today",)
    back = walk.back().back()
    assert back.question == "list"
    assert back.left_out["list"] == ("red",)
    assert as_if_open(back, "list").question == "list"
