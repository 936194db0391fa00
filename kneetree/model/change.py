"""``Change``: the one currency of editing.

A change holds, for each part of a tree that it touches, the value before and after.  Undo is its
inverse, the crash journal is a list of them, the comparison of two files is one.  This module
knows the values of the tree and how to write them as JSON; it never decides what an edit means.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from kneetree.errors import FileProblem
from kneetree.model.tree import (
    KEYED_PARTS,
    SINGLE_PARTS,
    About,
    Case,
    Condition,
    Finding,
    Leaf,
    PartName,
    Position,
    Question,
    Region,
    Review,
    Rule,
    Source,
    Tree,
)

VALUE_TYPES: dict[str, Any] = {
    "title": str, "version": str, "language": str, "about": About, "review": Review, "root": str,
    "finding": Finding, "source": Source, "condition": Condition, "node": Question | Leaf, "rule": Rule,
    "case": Case, "layout": Position, "region": Region,
}  # fmt: skip


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


def to_json(change: Change) -> bytes:
    """One line of JSON, without a newline."""
    return msgspec.json.encode(change)


def from_json(line: bytes) -> Change:
    """The change that ``to_json`` wrote; ``FileProblem`` where the line is none."""
    try:
        raw = msgspec.json.decode(line, type=Change)
        return Change(tuple(_typed(part) for part in raw.parts))
    except (msgspec.MsgspecError, RecursionError) as error:
        raise FileProblem(f"A line of the journal cannot be read: {error}.") from error


def _typed(part: PartChange) -> PartChange:
    kind = VALUE_TYPES[part.part]
    before, after = (
        None if value is None else msgspec.convert(value, kind, strict=False) for value in (part.before, part.after)
    )
    return PartChange(part.part, part.key, before, after, part.at)


class ChangeBuilder:
    """Collects part changes against a tree; the usual way for an edit to make its ``Change``.

    Setting the same part twice keeps the first *before* and the last *after*; a part set back to
    what it was drops out.  Nothing is applied to the tree.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._after: dict[tuple[PartName, str], Any] = {}
        self._at: dict[tuple[PartName, str], int] = {}

    def get(self, part: PartName, key: str = "") -> Any:
        """The value as it will be after the changes collected so far, or ``None``."""
        if (part, key) in self._after:
            return self._after[part, key]
        return self._before(part, key)

    def set(self, part: PartName, key: str, value: Any, at: int | None = None) -> None:
        """Give a part a value (``None`` takes it away); ``at`` is a new id's place, last if left out."""
        self._after[part, key] = value
        if at is not None:
            self._at[part, key] = at

    def change(self) -> Change:
        """What was collected: new parts first, then altered ones, then those that go."""
        come, alter, go = [], [], []
        places = {name: list(values) for name, values in self._tree.parts.items()}
        for (part, key), after in self._after.items():
            before = self._before(part, key)
            if before == after:
                continue
            if part in SINGLE_PARTS or (before is not None and after is not None):
                alter.append(PartChange(part, key, before, after))
            elif before is None:
                at = self._at.get((part, key), len(places[part]))
                places[part].insert(at, key)
                come.append(PartChange(part, key, None, after, at))
            else:
                go.append((part, key, before))
        # From the last to the first, so that each place is still the one in the whole mapping.
        index = {part: {key: at for at, key in enumerate(places[part])} for part in {part for part, _, _ in go}}
        go.sort(key=lambda entry: (entry[0], -index[entry[0]][entry[1]]))
        gone = [PartChange(part, key, before, None, index[part][key]) for part, key, before in go]
        return Change((*come, *alter, *gone))

    def _before(self, part: PartName, key: str) -> Any:
        if part in SINGLE_PARTS:
            return getattr(self._tree, part)
        return self._tree.parts[part].get(key)


def between(old: Tree, new: Tree) -> Change:
    """The change that makes ``new`` of ``old``, order of ids aside for those that both have."""
    builder = ChangeBuilder(old)
    for single in SINGLE_PARTS:
        builder.set(single, "", getattr(new, single))
    for keyed in KEYED_PARTS:
        mine, theirs = old.parts[keyed], new.parts[keyed]
        for key in mine.keys() - theirs.keys():
            builder.set(keyed, key, None)
        for at, (key, value) in enumerate(theirs.items()):
            builder.set(keyed, key, value, None if key in mine else at)
    return builder.change()
