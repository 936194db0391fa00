"""How many questions may still come, and how urgent it may still get."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneetree.model.tree import Answer, Tree, Urgency
from kneetree.walk.remaining import most_ahead, ranks_ahead
from kneetree.walk.walk import Walk
from tests import trees


def test_a_finding_asked_before_is_not_counted_again() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "d", "x"),
            "c": trees.ask("three", "d", "x"),
            "d": trees.ask("one", "e", "f"),
            "e": trees.ask("four", "x", "y"),
            "f": trees.ask("five", "g", "y"),
            "g": trees.ask("six", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert most_ahead(tree.nodes, ["a"], {}, []) == 4
    assert most_ahead(tree.nodes, ["a"], {"one": True}, []) == 2
    assert most_ahead(tree.nodes, ["a"], {"one": None, "two": True, "three": True}, []) == 3
    assert most_ahead(tree.nodes, ["b"], {}, ["b"]) == 0


def test_thresholds_settle_what_follows() -> None:
    tree = trees.make(
        {
            "a": trees.ask("age_at_least_60", "b", "x"),
            "b": trees.ask("age_at_least_40", "c", "y"),
            "c": trees.ask("one", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    assert most_ahead(tree.nodes, ["a"], {}, []) == 2


def test_how_urgent_it_may_get() -> None:
    nodes = trees.small().nodes
    assert ranks_ahead(nodes, ["calf"], {}, []) == (Urgency.SELF_CARE.rank, Urgency.SAME_DAY.rank)
    assert ranks_ahead(nodes, ["calf"], {"swelling_calf": None}, []) == (Urgency.SAME_DAY.rank, Urgency.SAME_DAY.rank)
    assert ranks_ahead(nodes, [], {}, []) == (-1, -1)


@given(trees.trees(), st.data())
def test_the_end_lies_between_what_was_said(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    for _ in range(data.draw(st.integers(0, 3))):
        if not walk.finished:
            walk = walk.reply(data.draw(st.sampled_from(list(Answer))))
    if walk.finished:
        return
    passed = [step.node for step in walk.path] + list(walk.leaves)
    low, high = ranks_ahead(tree.nodes, walk.pending, walk.answers, passed)
    reached = walk.urgency.rank if walk.urgency else -1
    while not walk.finished:
        walk = walk.reply(data.draw(st.sampled_from([Answer.YES, Answer.NO])))
    assert walk.urgency is not None
    assert max(low, reached) <= walk.urgency.rank <= max(high, reached)
