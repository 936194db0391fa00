"""Say what is marked on the map and is not in the tree: problems, a path, coverage, differences, hits."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kneetree.layout import EdgeKey, Route


class Badge(StrEnum):
    """Say how bad a node's worst problem is."""

    ERROR = "error"
    WARNING = "warning"


class Difference(StrEnum):
    """Say how a node differs from the same node of another tree."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REROUTED = "rerouted"
    RENAMED = "renamed"


DIFFERENCE_ROLES = {
    Difference.ADDED: "self_care",
    Difference.REMOVED: "emergency",
    Difference.CHANGED: "routine",
    Difference.REROUTED: "same_day",
    Difference.RENAMED: "within_days",
}
"""The role of the colour in which each kind of difference is drawn."""


@dataclass(frozen=True)
class Marks:
    """Hold all marks; a node or edge that is not named is drawn as usual.

    The ``path`` is what a walk lights, ``other`` what only a second person comes to, whose path leaves the first at
    ``parts_at``; ``path_of`` names the panel that shows it.  ``untaken`` is what no case takes, and ``hits`` what a
    search has found.
    """

    badges: Mapping[str, Badge] = field(default_factory=dict)
    differences: Mapping[str, Difference] = field(default_factory=dict)
    path_nodes: frozenset[str] = frozenset()
    path_edges: frozenset[EdgeKey] = frozenset()
    other_nodes: frozenset[str] = frozenset()
    other_edges: frozenset[EdgeKey] = frozenset()
    parts_at: str = ""
    path_of: str = ""
    untaken_nodes: frozenset[str] = frozenset()
    untaken_edges: frozenset[EdgeKey] = frozenset()
    hits: frozenset[str] = frozenset()


_FOLLOWED = {"yes": ("yes",), "no": ("no",), "next": ("next",), "unsure": ("yes", "no")}
"""The edges that an answer follows; a leaf at the end of a path has none."""


def lit_by(
    path: Sequence[tuple[str, str]], nodes: Container[str], routes: Mapping[EdgeKey, Route]
) -> tuple[frozenset[str], frozenset[EdgeKey]]:
    """Return what a walk lights: ``path`` has its nodes with the answer each was given, as in the format's paths.

    *Not sure* lights both edges.
    """
    lit: set[str] = set()
    edges: set[EdgeKey] = set()
    for node, answer in path:
        if node not in nodes:
            continue
        lit.add(node)
        for side in _FOLLOWED.get(answer, ()):
            route = routes.get((node, side))
            if route is not None:
                edges.add((node, side))
                lit.add(route.target)
    return frozenset(lit), frozenset(edges)
