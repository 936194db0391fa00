"""What the parts of a tree are called."""

from __future__ import annotations

from kneetree.model.titles import title_of
from kneetree.model.tree import Condition, Tree
from tests import trees


def tree() -> Tree:
    return trees.make(
        {
            "q": trees.ask("f", "named", "plain", text="Does it hurt?"),
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
        "named": "Rest it",
        "plain": "A cyst",
        "bare": "Distorsio",
        "lost": "gone",
        "nowhere": "nowhere",
    }
