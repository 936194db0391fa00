"""What is left out never takes more questions than asking it, by example; by random walks in ``test_most_more``."""

from __future__ import annotations

from kneetree.model.tree import Tree
from kneetree.proof.ahead import AsksWhatMatters
from kneetree.proof.left_out import LeavesOut
from kneetree.proof.most_more import MostMore
from kneetree.walk.leaving_out import settled
from kneetree.walk.walk import Walk
from tests.trees import ask, ask_items, leaf, make


def asks_instead() -> Tree:
    """Return a tree in which red cannot matter, but tells a list further down all that it would ask."""
    return make(
        {
            "first": ask_items({"red": 1, "hot": 3}, 4, "short", "long"),
            "short": ask_items({"red": 1, "stiff": 1}, 1, "long", "last"),
            "long": ask_items({"stiff": 1, "bent": 1, "hot": 3}, 5, "home", "last"),
            "last": ask("bent", "today", "home"),
            "home": leaf(),
            "today": leaf("same_day"),
        }
    )


def test_what_cannot_matter_is_asked_where_leaving_it_out_would_take_more_questions() -> None:
    tree = asks_instead()
    start = Walk.start(tree)
    assert AsksWhatMatters(tree)(start) == ("red",)
    assert LeavesOut(tree)(start) == ()
    said = {"red": True, "hot": True, "stiff": False, "bent": False}
    most = MostMore(tree)(start).most
    whole = settled(Walk.start(tree, answers=said), LeavesOut(tree))
    without = settled(Walk.start(tree, answers=said), AsksWhatMatters(tree))
    assert whole.leaves == without.leaves
    assert whole.asked - 1 <= most < without.asked - 1


def test_what_cannot_matter_is_left_out_where_no_more_questions_follow() -> None:
    tree = make(
        {
            "first": ask_items({"red": 1, "hot": 3}, 4, "last", "again"),
            "again": ask("stiff", "today", "home"),
            "last": ask("stiff", "today", "home"),
            "home": leaf(),
            "today": leaf("same_day"),
        }
    )
    found = LeavesOut(tree)
    assert not found.known(Walk.start(tree))
    assert found(Walk.start(tree)) == ("red", "hot")
    assert found.known(Walk.start(tree))
