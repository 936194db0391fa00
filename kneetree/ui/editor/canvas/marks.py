"""What is drawn over the map and is not in the tree: problems, a path, coverage, differences, hits."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kneetree.layout import EdgeKey, Route


class Badge(StrEnum):
    """How bad a node's worst problem is."""

    ERROR = "error"
    WARNING = "warning"


class Difference(StrEnum):
    """How a node differs from the same node of another tree."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REROUTED = "rerouted"


@dataclass(frozen=True)
class Marks:
    """All of them; a node or edge that is not named is drawn as usual.

    ``path`` are nodes and edges lit up, in the order walked; ``untaken`` what no case takes.
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
    """Return the nodes and edges that a walk lights: nodes with the answer each was given, as in the format's paths.

    *Not sure* takes both edges.  An answer that was known takes the edge to the next node of the path; if none of
    the two leads there, those that lead to a node that is lit.
    """
    lit: set[str] = set()
    edges: set[EdgeKey] = set()
    passed: set[EdgeKey] = set()
    following = [node for node, _ in path[1:]] + [""]
    for (node, answer), then in zip(path, following, strict=False):
        if node not in nodes:
            continue
        lit.add(node)
        ends = {side: routes[node, side].target for side in ("yes", "no") if (node, side) in routes}
        if answer == "known":
            passed |= {(node, side) for side, end in ends.items() if end == then or then not in ends.values()}
        taken = [side for side in ends if answer in (side, "unsure")]
        edges |= {(node, side) for side in taken}
        lit |= {ends[side] for side in taken}
    return frozenset(lit), frozenset(edges | {edge for edge in passed if routes[edge].target in lit})
