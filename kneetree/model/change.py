"""``Change``: the one currency of editing.

A change holds the value before and after of each part of a tree that it touches.  Its inverse is undo, the crash
journal is a list of changes, and comparing two files gives one.  This module names the parts that a tree has; it
knows neither the tree nor what an edit means.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from kneetree.model.nodes import Node
from kneetree.model.rules import Rule
from kneetree.model.texts import Texts
from kneetree.model.values import (
    About,
    Advice,
    Case,
    Condition,
    Finding,
    Position,
    Question,
    Region,
    Review,
    Scale,
    Source,
    Start,
    WarningSign,
)

PartName = Literal[
    "title", "version", "language", "about", "start", "review", "root",
    "picture", "scale", "finding", "source", "condition", "question", "advice", "warning",
    "node", "rule", "case", "layout", "region", "translation",
]  # fmt: skip
SINGLE_PARTS: tuple[PartName, ...] = ("title", "version", "language", "about", "start", "review", "root")
KEYED_PARTS: tuple[PartName, ...] = (
    "picture", "scale", "finding", "source", "condition", "question", "advice", "warning",
    "node", "rule", "case", "layout", "region",
)  # fmt: skip

TRANSLATION: PartName = "translation"
"""The keyed part that is not in the tree's own file: texts in other languages, which lie in files beside it."""

VALUE_TYPES: dict[str, Any] = {
    "title": str, "version": str, "language": str, "about": About, "start": Start, "review": Review, "root": str,
    "picture": str, "scale": Scale, "finding": Finding, "source": Source, "condition": Condition,
    "question": Question, "advice": Advice, "warning": WarningSign,
    "node": Node, "rule": Rule, "case": Case, "layout": Position, "region": Region,
    "translation": Texts,
}  # fmt: skip
"""The type of each part's value."""


class PartChange(Struct, frozen=True, omit_defaults=True):
    """The value of one part of a tree before and after; ``None`` if the part does not exist.

    ``key`` is the id within a keyed part and ``""`` for a single one.  ``at`` is the index of the id in its mapping:
    where a removed value was, or where an added one goes (to the end if it is ``None``).
    """

    part: PartName
    key: str
    before: Any = None
    after: Any = None
    at: int | None = None

    def inverse(self) -> PartChange:
        """Return this change with ``before`` and ``after`` exchanged."""
        return PartChange(self.part, self.key, self.after, self.before, self.at)


class Change(Struct, frozen=True, omit_defaults=True):
    """Changes of the parts of a tree, in the order in which they are applied.

    A ``whole`` one puts another state of the tree, such as an earlier version, in the place of this one: nobody has
    made the steps between them here, so whatever is drawn of the tree begins anew.
    """

    parts: tuple[PartChange, ...] = ()
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(self.parts)

    def inverse(self) -> Change:
        """Return the change that undoes this one."""
        return Change(tuple(part.inverse() for part in reversed(self.parts)), self.whole)

    def keys(self, part: PartName) -> list[str]:
        """Return the ids that are touched within one keyed part, in order, each once."""
        return list(dict.fromkeys(change.key for change in self.parts if change.part == part))

    def touches(self, *parts: PartName) -> bool:
        """Return whether the change touches anything in one of ``parts``."""
        return any(change.part in parts for change in self.parts)
