"""Hold what is typed for shared entries that cannot be copied for one place, until somebody says whom it is for."""

from __future__ import annotations

from collections.abc import Sequence

from kneetree.ui.editor.fields.choices import Shelf
from kneetree.ui.editor.fields.entry_row import EntryRow
from kneetree.ui.flag import Flag


class Drafts:
    """The texts of one list of ``rows`` by the ids of their entries; what is ``fast`` is not dropped."""

    def __init__(self, shelf: Shelf, rows: Sequence[EntryRow]) -> None:
        self._shelf = shelf
        self.rows = rows
        """Those that are there so far."""
        self._drafts: dict[str, tuple[str, str]] = {}
        self.fast = Flag()

    def hold(self) -> None:
        """Take what rows hold that wait for an answer."""
        self._drafts |= {row.key: row.draft for row in self.rows if row.waits}

    def holds(self, row: EntryRow) -> bool:
        """Return whether what a row holds is held already."""
        return self._drafts.get(row.key) == row.draft

    def show_in(self, row: EntryRow) -> None:
        """Show in a row what is held for its entry."""
        if row.key in self._drafts:
            row.resume(self._drafts[row.key])

    def texts(self, *, in_view: bool) -> list[str]:
        """Return what is held and can be shown again, but for what the rows hold themselves that are ``in_view``."""
        seen = {row.key for row in self.rows if row.pending} if in_view else ()
        drafts = [(key, old, text) for key, (old, text) in self._drafts.items() if key not in seen]
        return [text for key, old, text in drafts if self._shelf.count(key) and self._shelf.text(key) == old]

    def drop(self, key: str) -> None:
        """Drop what is held for an entry, since it was taken or taken back."""
        if not self.fast:
            self._drafts.pop(key, None)

    def clear(self) -> None:
        """Drop all."""
        self._drafts = {}
