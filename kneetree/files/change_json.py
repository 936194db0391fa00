"""A ``Change`` as one line of JSON: what the crash journal holds."""

from __future__ import annotations

import msgspec

from kneetree.errors import FileProblem
from kneetree.model.change import VALUE_TYPES, Change, PartChange


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
    before, after = (None if value is None else msgspec.convert(value, kind) for value in (part.before, part.after))
    return PartChange(part.part, part.key, before, after, part.at)
