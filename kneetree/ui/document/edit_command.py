"""The one command of the one undo history: apply a change, or its inverse.

It knows how to apply a change and nothing of what the change means, nor of any view.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtGui import QUndoCommand

from kneetree.model.change import Change, PartChange
from kneetree.ui.common_ends import common_ends

Way = Literal["do", "undo", "redo"]
"""Whether a change is done, undone or done again."""


class EditCommand(QUndoCommand):
    """A change that is already applied when it is pushed, so that a refused one never gets here.

    ``text`` names intent and node, as it follows "Undo".  Two commands with the same ``merge`` that
    follow one another become one step: typing in one field.  What comes in or goes out at once, as a text that is
    pasted, begins a step of its own, and after what came in another begins.
    """

    def __init__(
        self, apply: Callable[[Change, Way], None], change: Change, text: str, merge: str | None = None
    ) -> None:
        super().__init__(text)
        self.change = change
        self.merge = merge
        self._last = change
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
        if _are_of_one_text(self._last, other.change) and (
            came_in(self._last) > 1 or came_in(other.change) > 1 or went_out(other.change) > 1
        ):
            return False
        self.change, self._last = joined(self.change, other.change), other.change
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


def came_in(change: Change) -> int:
    """Return how many letters came into the one text that a change alters; 0 if it alters more, or something else."""
    before, after = _text(change)
    return len(after) - sum(common_ends(before, after))


def went_out(change: Change) -> int:
    """Return how many letters went out of the one text that a change alters; 0 if it alters more, or something else."""
    before, after = _text(change)
    return len(before) - sum(common_ends(before, after))


def _are_of_one_text(one: Change, other: Change) -> bool:
    """Return whether two changes can be typing in the same field; ids that follow from a text are not."""
    first, second = ([(part.part, part.key) for part in change.parts] for change in (one, other))
    return len(first) == 1 and first == second


def _text(change: Change) -> tuple[str, str]:
    """Return the one text that a change alters, before and after; two empty ones if that is not all that it does."""
    if len(change.parts) != 1:
        return "", ""
    old, new = change.parts[0].before, change.parts[0].after
    if isinstance(old, Struct) and type(old) is type(new):
        altered = [(value, getattr(new, name)) for name, value in asdict(old).items() if value != getattr(new, name)]
        old, new = altered[0] if len(altered) == 1 else (None, None)
    if isinstance(old, tuple) and isinstance(new, tuple) and all(isinstance(line, str) for line in (*old, *new)):
        old, new = "\n".join(old), "\n".join(new)
    return (old, new) if isinstance(old, str) and isinstance(new, str) else ("", "")
