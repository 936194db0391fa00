"""The one command of the one undo history: apply a change, or its inverse.

It knows how to apply a change and nothing of what the change means, nor of any view.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtGui import QUndoCommand

from kneetree.model.change import Change, PartChange

Way = Literal["do", "undo", "redo"]
"""Whether a change is done, undone or done again."""


class EditCommand(QUndoCommand):
    """A change that is already applied when it is pushed, so that a refused one never gets here.

    ``text`` names intent and node, as it follows "Undo".  Two commands with the same ``merge`` that
    follow one another become one step: typing in one field.
    """

    def __init__(
        self, apply: Callable[[Change, Way], None], change: Change, text: str, merge: str | None = None
    ) -> None:
        super().__init__(text)
        self.change = change
        self.merge = merge
        self._apply = apply
        self._applied = True

    def redo(self) -> None:
        """Apply the change, except the first time, when it is applied already."""
        if self._applied:
            self._applied = False
            return
        self._apply(self.change, "redo")

    def undo(self) -> None:
        """Apply the inverse."""
        self._apply(self.change.inverse(), "undo")

    def id(self) -> int:
        """Return the same number for commands that may become one step, -1 for a command that never does."""
        return -1 if self.merge is None else hash(self.merge) & 0x7FFF_FFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the later command's change into this one; drop the step if the tree is as it was before it."""
        if not isinstance(other, EditCommand) or other.merge != self.merge:
            return False
        self.change = joined(self.change, other.change)
        self.setObsolete(not self.change)
        return True


def joined(first: Change, second: Change) -> Change:
    """Return one change that does what both do, one after the other; values typed over each other become one."""
    mine = [(part.part, part.key) for part in first.parts]
    theirs = [(part.part, part.key) for part in second.parts]
    altered = all(part.before is not None and part.after is not None for part in (*first.parts, *second.parts))
    if mine != theirs or len(set(mine)) < len(mine) or not altered:
        return Change((*first.parts, *second.parts))
    parts = (
        PartChange(one.part, one.key, one.before, two.after) for one, two in zip(first.parts, second.parts, strict=True)
    )
    return Change(tuple(part for part in parts if part.before != part.after))
