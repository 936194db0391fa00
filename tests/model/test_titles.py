"""What the parts of a tree are called."""

from __future__ import annotations

from kneetree.model.titles import title_of
from kneetree.model.tree import Condition, Tree
from tests import trees


def tree() -> Tree:
    return trees.make(
        {
            "q": trees.ask("f", "named", "age", text="Does it hurt?"),
            "age": trees.number("age", "old"),
            "old": trees.ask("age_at_least_60", "risks", "plain"),
            "risks": trees.collect(["f", "g"], "enough", text="Do any apply?"),
            "enough": trees.decide({"g": 1}, 1, "lost", "bare"),
            "named": trees.leaf(title="Rest it"),
            "plain": trees.leaf(condition="cyst"),
            "bare": trees.leaf(condition="strain"),
            "lost": trees.leaf(condition="gone"),
        },
        conditions={"cyst": Condition("Cystis", "A cyst"), "strain": Condition("Distorsio")},
    )


def test_what_a_node_is_called() -> None:
    titles = {key: title_of(tree(), key) for key in (*tree().nodes, "nowhere")}
    assert titles == {
        "q": "Does it hurt?",
        "age": "How old are you?",
        "old": "Aged 60 years or over",
        "risks": "Do any apply?",
        "enough": "Enough of them",
        "named": "Rest it",
        "plain": "A cyst",
        "bare": "Distorsio",
        "lost": "gone",
        "nowhere": "nowhere",
    }
