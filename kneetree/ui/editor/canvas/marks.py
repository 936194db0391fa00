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


@dataclass(frozen=True)
class Marks:
    """Hold all marks; a node or edge that is not named is drawn as usual.

    The ``path`` is what a walk lights, ``untaken`` what no case takes, and ``hits`` what a search has found.
    """

    badges: Mapping[str, Badge] = field(default_factory=dict)
    differences: Mapping[str, Difference] = field(default_factory=dict)
    path_nodes: frozenset[str] = frozenset()
    path_edges: frozenset[EdgeKey] = frozenset()
    untaken_nodes: frozenset[str] = frozenset()
    untaken_edges: frozenset[EdgeKey] = frozenset()
    hits: frozenset[str] = frozenset()


def lit_by(
    path: Sequence[tuple[str, str]], nodes: Container[str], routes: Mapping[EdgeKey, Route]
) -> tuple[frozenset[str], frozenset[EdgeKey]]:
    """Return what a walk lights: ``path`` has its nodes with the answer each was given, as in the format's paths.

    *Not sure* lights both edges.  An answer that was known lights the edge to the next node of the path; if neither
    leads there, those that lead to a node that is lit.
    """
    lit: set[str] = set()
    edges: set[EdgeKey] = set()
    passed: set[EdgeKey] = set()
    following = [node for node, _ in path[1:]] + [""]
    for (node, answer), then in zip(path, following, strict=False):
        if node not in nodes:
            continue
        lit.add(node)
        ends = _ends_of(node, routes)
        if answer == "known":
            passed |= {(node, side) for side in _sides_to(then, ends)}
        taken = [side for side in ends if answer in (side, "unsure")]
        edges |= {(node, side) for side in taken}
        lit |= {ends[side] for side in taken}
    return frozenset(lit), frozenset(edges | {edge for edge in passed if routes[edge].target in lit})


def _ends_of(node: str, routes: Mapping[EdgeKey, Route]) -> dict[str, str]:
    """Return where the answers of a question lead, as drawn."""
    return {side: routes[node, side].target for side in ("yes", "no") if (node, side) in routes}


def _sides_to(node: str, ends: Mapping[str, str]) -> list[str]:
    """Return the answers that lead to a node, or all if none does."""
    return [side for side, end in ends.items() if end == node or node not in ends.values()]
