"""A small tree with a node of each kind."""

from __future__ import annotations

from kneetree.model.tree import Tree
from tests.trees import ask, ask_items, collect, decide, leaf, make, number


def all_kinds() -> Tree:
    """A number, a collecting list, a decision, a threshold, a list that branches, and two leaves."""
    return make(
        {
            "age": number("age", "you"),
            "you": collect(["cancer", "travel"], "clues"),
            "clues": decide({"cancer": 1, "age_at_least_60": 1}, 2, "clot", "old"),
            "old": ask("age_at_least_17", "list", "home"),
            "list": ask_items({"swelling": 1, "warm": 1}, 2, "clot", "home"),
            "clot": leaf("same_day", "dvt"),
            "home": leaf("self_care"),
        }
    )
