"""Definite persons of a tree, and where each ends by the plainest reading of the format."""

from __future__ import annotations

from hypothesis import strategies as st

from kneetree.model.scales import threshold_of
from kneetree.model.tree import Leaf, Tree


def people(tree: Tree) -> st.SearchStrategy[dict[str, bool | int]]:
    """Definite persons: one value for each finding, and one number for each scale."""
    plain = sorted({finding for asked in tree.all_asked() for finding in asked.findings if not limit(tree, finding)})
    values = st.fixed_dictionaries({finding: st.booleans() for finding in plain})
    numbers = st.fixed_dictionaries(
        {name: st.integers(scale.least, min(scale.most, 90)) for name, scale in tree.scales.items()}
    )
    return st.builds(lambda said, measured: said | measured, values, numbers)


def limit(tree: Tree, finding: str):
    """The threshold that a finding is, if it is one."""
    return threshold_of(finding, tree.scales)


def is_true(tree: Tree, person: dict[str, bool | int], finding: str) -> bool:
    """Whether a finding or threshold is true of a definite person."""
    found = limit(tree, finding)
    return person[found.scale] >= found.number if found else bool(person[finding])


def leaf_of(tree: Tree, person: dict[str, bool | int]) -> str:
    """Where a definite person ends who is asked everything that is counted, in the plainest way there is."""
    key = tree.root
    while not isinstance(tree.nodes[key], Leaf):
        asked = tree.asked(key)
        if asked.next:
            key = asked.next
        elif asked.lines:
            points = sum(line.points for line in asked.lines if is_true(tree, person, line.finding) is line.true)
            key = asked.yes if points >= asked.at_least else asked.no
        else:
            key = asked.yes if is_true(tree, person, asked.finding) else asked.no
    return key
