"""A ``Change`` as one line of JSON, as the crash journal holds it."""

from __future__ import annotations

import msgspec

from kneetree.errors import FileProblem
from kneetree.model.change import VALUE_TYPES, Change, PartChange


def to_json(change: Change) -> bytes:
    """Return the change as one line of JSON, without a newline; raise ``UnicodeError`` for half a character."""
    return msgspec.json.encode(change)


def from_json(line: bytes) -> Change:
    """Return the change that ``to_json`` wrote; raise ``FileProblem`` if the line does not hold one."""
    try:
        raw = msgspec.json.decode(line, type=Change)
        return Change(tuple(_typed(part) for part in raw.parts), raw.whole)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise FileProblem("A line of the journal cannot be read: {error}.", error=error) from error


def _typed(part: PartChange) -> PartChange:
    kind = VALUE_TYPES[part.part]
    before, after = (None if value is None else msgspec.convert(value, kind) for value in (part.before, part.after))
    return PartChange(part.part, part.key, before, after, part.at)
