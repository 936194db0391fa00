"""Work that was taken back, as its author would tell it: which changes were one step, and where the last one was.

The journal holds each letter as a change of its own, since it was put down when it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from kneetree.model.change import Change, PartChange
from kneetree.ui.document.edit_command import joined

_SHOWN = ("node", "question", "scale", "rule", "case")
"""What can be shown in the editor without another window."""


class Place(NamedTuple):
    """A part of a tree with its id, and the field in it, ``""`` if it is not one field."""

    part: str
    key: str
    field: str = ""


def steps(changes: Iterable[Change]) -> list[Change]:
    """Return changes as steps: those that follow one another and alter the same texts of the same parts are one."""
    found: list[Change] = []
    typed_before: tuple[Place, ...] = ()
    for change in changes:
        typed = _typed_in(change)
        if found and typed and typed == typed_before:
            found[-1] = joined(found[-1], change)
        else:
            found.append(change)
        typed_before = typed
    return [step for step in found if step]


def place_of(changes: Iterable[Change]) -> Place | None:
    """Return where the last of some changes was that altered something which can be shown and is still there."""
    gone: set[tuple[str, str]] = set()
    for part in (part for change in reversed(list(changes)) for part in reversed(change.parts)):
        shown = "node" if part.part == "layout" else part.part
        if part.after is None:
            gone.add((part.part, part.key))
        elif shown in _SHOWN and (shown, part.key) not in gone:
            fields = [*_fields(part)] if shown == part.part else []
            return Place(shown, part.key, fields[0] if len(fields) == 1 else "")
    return None


def _typed_in(change: Change) -> tuple[Place, ...]:
    """Return the fields in which a change alters nothing but text, none if it does anything else."""
    found: list[Place] = []
    for part in change.parts:
        if part.before is None or part.after is None:
            return ()
        fields = _fields(part)
        if not all(_is_text(before, after) for before, after in fields.values()):
            return ()
        found += [Place(part.part, part.key, name) for name in fields]
    return tuple(found)


def _fields(part: PartChange) -> dict[str, tuple[object, object]]:
    """Return the fields of a part that are altered, before and after; ``""`` is the whole of a part that has none."""
    before, after = msgspec.to_builtins(part.before), msgspec.to_builtins(part.after)
    if not isinstance(before, dict) or not isinstance(after, dict):
        return {"": (before, after)}
    both = {name: (before.get(name), after.get(name)) for name in {**before, **after}}
    return {name: (was, now) for name, (was, now) in both.items() if was != now}


def _is_text(before: object, after: object) -> bool:
    """Return whether both are texts, or alike but for texts in them; a text that is missing is an empty one."""
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_is_text, before, after))
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_is_text(before[key], after[key]) for key in before)
    return before == after or all(one is None or isinstance(one, str) for one in (before, after))
