"""``Change``: the one currency of editing.

A change holds, for each part of a tree that it touches, the value before and after.  Undo is its inverse, the crash
journal is a list of them, the comparison of two files is one.  This module names the parts that a tree has; it knows
neither the tree nor what an edit means.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from kneetree.model.values import (
    About,
    Case,
    Condition,
    Finding,
    Leaf,
    Position,
    Question,
    Region,
    Review,
    Rule,
    Source,
)

PartName = Literal[
    "title", "version", "language", "about", "review", "root",
    "finding", "source", "condition", "node", "rule", "case", "layout", "region",
]  # fmt: skip
SINGLE_PARTS: tuple[PartName, ...] = ("title", "version", "language", "about", "review", "root")
KEYED_PARTS: tuple[PartName, ...] = (
    "finding", "source", "condition", "node", "rule", "case", "layout", "region",
)  # fmt: skip

VALUE_TYPES: dict[str, Any] = {
    "title": str, "version": str, "language": str, "about": About, "review": Review, "root": str,
    "finding": Finding, "source": Source, "condition": Condition, "node": Question | Leaf, "rule": Rule,
    "case": Case, "layout": Position, "region": Region,
}  # fmt: skip
"""The type of each part's value."""


class PartChange(Struct, frozen=True, omit_defaults=True):
    """One part of a tree, before and after; ``None`` where it is not there.

    ``key`` is the id within a keyed part and ``""`` for a single one.  ``at`` is the place of the
    id in its mapping: where it was for a part that goes, where it shall stand for one that comes.
    """

    part: PartName
    key: str
    before: Any = None
    after: Any = None
    at: int | None = None

    def inverse(self) -> PartChange:
        """The same with before and after exchanged."""
        return PartChange(self.part, self.key, self.after, self.before, self.at)


class Change(Struct, frozen=True):
    """Part changes, in the order in which they are applied."""

    parts: tuple[PartChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(tuple(part.inverse() for part in reversed(self.parts)))

    def keys(self, part: PartName) -> list[str]:
        """The ids touched within one keyed part, in order, each once."""
        return list(dict.fromkeys(change.key for change in self.parts if change.part == part))

    def touches(self, *parts: PartName) -> bool:
        """Whether anything in one of ``parts`` is touched."""
        return any(change.part in parts for change in self.parts)
