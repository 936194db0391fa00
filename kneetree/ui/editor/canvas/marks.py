"""What is drawn over the map and is not in the tree: problems, a path, coverage, differences, hits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kneetree.layout import EdgeKey


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
