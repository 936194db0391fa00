"""Show on the map what the panel in front has to say of it, and nothing of the panels behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

Path = list[tuple[str, str]]
"""Pairs of node and the answer taken there; a leaf with ""."""
Told = tuple[Path, Path, str]
"""The paths of two people, the more urgent first, and the node where they part; the second is empty for one person."""
NOTHING: Told = ([], [], "")
WALK = "walk"


class MarksJoin(QObject):
    """Keep what each panel wants marked, by its name, and tell what the one in front wants.

    Until it is told which one that is, it tells all.  Signals: ``paths(list, list, str, str)`` as in ``Told``, with
    the panel they belong to, or ``"walk"``; ``untaken(object, object)``, ``differences(dict)``, ``ghosts(dict)`` and
    ``hits(object)`` as in ``Panels``; ``path_chosen(list)`` the nodes of another path than before, of the panel in
    front.
    """

    paths = Signal(list, list, str, str)
    untaken = Signal(object, object)
    differences = Signal(dict)
    ghosts = Signal(dict)
    hits = Signal(object)
    path_chosen = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._front: str | None = None
        self._paths: dict[str, Told] = {}
        self._untaken: tuple[object, object] = (frozenset(), frozenset())
        self._differences: dict[str, str] = {}
        self._ghosts: dict[str, object] = {}
        self._hits: object = frozenset()

    def path_of(self, panel: str) -> Callable[[Path], None]:
        """Return what takes the path that a panel shows."""
        return partial(self._take_path, panel)

    def paths_of(self, panel: str) -> Callable[[Path, Path, str], None]:
        """Return what takes the paths of two people that a panel shows."""
        return partial(self._take_paths, panel)

    def show_walk(self, path: Path) -> None:
        """Show the walk in the wizard while the panel in front has no path of its own."""
        self._paths[WALK] = (path, [], "")
        self._tell_paths()

    def take_untaken(self, nodes: object, edges: object) -> None:
        """Take what no case comes to."""
        self._untaken = (nodes, edges)
        self._tell("cases", self.untaken.emit, *self._untaken)

    def take_differences(self, differences: dict[str, str]) -> None:
        """Take how nodes differ from another tree."""
        self._differences = differences
        self._tell("compare", self.differences.emit, differences)

    def take_ghosts(self, ghosts: dict[str, object]) -> None:
        """Take what another tree has and this one has not."""
        self._ghosts = ghosts
        self._tell("compare", self.ghosts.emit, ghosts)

    def take_hits(self, nodes: object) -> None:
        """Take the nodes that a search has found."""
        self._hits = nodes
        self._tell("find", self.hits.emit, nodes)

    def bring_forward(self, panel: str) -> None:
        """Tell what this panel wants, now that it is in front; what the others want goes from the map."""
        self._front = panel
        self._tell_paths()
        none: frozenset[str] = frozenset()
        self.untaken.emit(*(self._untaken if panel == "cases" else (none, none)))
        self.differences.emit(self._differences if panel == "compare" else {})
        self.ghosts.emit(self._ghosts if panel == "compare" else {})
        self.hits.emit(self._hits if panel == "find" else none)

    def _take_path(self, panel: str, path: Path) -> None:
        self._take_paths(panel, path, [], "")

    def _take_paths(self, panel: str, path: Path, other: Path, parts_at: str) -> None:
        before, now = self._paths.get(panel, NOTHING), (path, other, parts_at)
        self._paths[panel] = now
        if self._front in (None, panel):
            self._tell_paths(panel)
            if path and now != before:
                self.path_chosen.emit(_nodes_of(path, other))

    def _tell_paths(self, panel: str = "") -> None:
        name = panel or self._front or WALK
        told = self._paths.get(name, NOTHING)
        if not told[0]:
            told, name = self._paths.get(WALK, NOTHING), WALK
        self.paths.emit(*told, name)

    def _tell(self, panel: str, emit: Callable[..., None], *told: Any) -> None:
        if self._front in (None, panel):
            emit(*told)


def _nodes_of(*paths: Sequence[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(node for path in paths for node, _ in path))
