"""Definite persons of a tree, and where each ends by the plainest reading of the format."""

from __future__ import annotations

from hypothesis import strategies as st

from kneetree.model import knowledge, scales
from kneetree.model.tree import Leaf, Tree


def people(tree: Tree) -> st.SearchStrategy[dict[str, bool]]:
    """Definite persons: one value for each finding, thresholds by one age and one number of days."""
    asked = sorted({finding for _, question in tree.questions() for finding in question.findings})
    plain = [finding for finding in asked if scales.threshold(finding) is None]
    values = st.fixed_dictionaries({finding: st.booleans() for finding in plain})
    measures = st.tuples(st.integers(0, 90), st.integers(0, 30))
    usual = dict.fromkeys(asked, False)
    return st.builds(lambda said, measured: knowledge.person(usual, said, *measured), values, measures)


def leaf_of(tree: Tree, person: dict[str, bool]) -> str:
    """Where a definite person ends, in the plainest way there is."""
    key = tree.root
    while not isinstance(node := tree.nodes[key], Leaf):
        if node.items:
            points = sum(item.points for item in node.items if person[item.finding])
            key = node.yes if points >= node.at_least else node.no
        else:
            key = node.yes if person[node.finding] else node.no
    return key
