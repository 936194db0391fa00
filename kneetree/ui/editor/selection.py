"""Hold what is selected, for map, outline and inspector together; it is never part of the tree or of undo."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Some node ids, and among them the current one, which the keyboard moves and the inspector shows.

    Signals: ``changed()`` after either differs.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[str, ...] = ()
        self._current: str | None = None

    @property
    def nodes(self) -> tuple[str, ...]:
        """The selected ids, in the order in which they were chosen."""
        return self._nodes

    @property
    def current(self) -> str | None:
        """The id that was chosen last, or ``None``."""
        return self._current

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._nodes

    def set(self, nodes: Iterable[str], current: str | None = None) -> None:
        """Select exactly these; ``current`` is the last of them if left out."""
        chosen = tuple(dict.fromkeys(nodes))
        now = current if current in chosen else (chosen[-1] if chosen else None)
        if (chosen, now) != (self._nodes, self._current):
            self._nodes, self._current = chosen, now
            self.changed.emit()

    def select(self, node_id: str) -> None:
        """Select one node alone."""
        self.set((node_id,))

    def toggle(self, node_id: str) -> None:
        """Add a node to the selection, or take it out."""
        if node_id in self._nodes:
            self.set(key for key in self._nodes if key != node_id)
        else:
            self.set((*self._nodes, node_id))

    def clear(self) -> None:
        """Select nothing."""
        self.set(())

    def rename(self, old: str, new: str) -> None:
        """Hold a node under its new id, if it is selected."""
        if old in self._nodes:
            current = new if self._current == old else self._current
            self.set((new if key == old else key for key in self._nodes), current)

    def keep(self, existing: Collection[str]) -> None:
        """Drop what is no longer there."""
        self.set((key for key in self._nodes if key in existing), self._current)
