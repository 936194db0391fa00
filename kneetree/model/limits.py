"""How large a tree may be: beyond these sizes nothing here was tried, and a person would only wait.

The reader of files holds them, and ``Tree.apply`` does, so that no edit makes a tree that is refused when it is opened
again.  The reasons are in ``docs/format.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from msgspec import Struct

from kneetree.errors import ShapeError
from kneetree.model.change import Change
from kneetree.words.sentences import sentence

TEXT = 20_000
"""The most characters of any one text but that of a picture, which has a limit of its own."""

ROW = 100
"""The most lines of a list, findings that a decision counts, or lines of advice of a leaf."""

DEPTH = 50
"""How many levels deep the keys of a case's own may go."""

MOST: Mapping[str, int] = {
    "nodes": 100_000, "findings": 100_000, "questions": 100_000, "advice": 100_000, "warnings": 100_000,
    "conditions": 100_000, "sources": 100_000, "layout": 100_000, "cases": 20_000, "regions": 10_000, "safety": 5_000,
    "scales": 1_000, "pictures": 1_000,
}  # fmt: skip
"""The most entries of each part, by its key in the file."""

_KEY_OF = {
    "node": "nodes", "finding": "findings", "question": "questions", "advice": "advice", "warning": "warnings",
    "condition": "conditions", "source": "sources", "layout": "layout", "case": "cases", "region": "regions",
    "rule": "safety", "scale": "scales", "picture": "pictures",
}  # fmt: skip


class Parts(Protocol):
    """What is asked of a tree here."""

    @property
    def parts(self) -> dict[str, dict[str, Any]]:
        """The values of each keyed part, by its name in a ``Change``."""
        ...


def too_many(key: str, count: int) -> str | None:
    """Return what is wrong with so many entries under a key of the file, in words, or ``None``."""
    if count <= MOST.get(key, count):
        return None
    return sentence(
        "{count:,} entries under `{key}`; a tree may have {most:,}, so divide it into several",
        count=count,
        key=key,
        most=MOST[key],
    )


def too_much(value: object) -> str | None:
    """Return what is wrong with the size of a value of a tree, in words, or ``None``."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        held, depth = waiting.pop()
        if isinstance(held, str):
            if len(held) > TEXT:
                return text_of(len(held))
            continue
        inside = _inside(held)
        if inside is None:
            continue
        if depth > DEPTH:
            return sentence(
                "values inside one another more than {most} levels deep; take some of the levels out", most=DEPTH
            )
        waiting += [(one, depth + 1) for one in inside]
    return None


def text_of(length: int) -> str:
    """Return the words for a text of so many characters, which is too long."""
    return sentence(
        "a text of {length:,} characters; at most {most:,} are allowed, so shorten it or divide it",
        length=length,
        most=TEXT,
    )


def row_of(length: int) -> str:
    """Return the words for a row of so many entries, which are too many."""
    return sentence("a list of {length:,} entries; at most {most:,} are allowed, so divide it", length=length, most=ROW)


def long_row(value: object) -> tuple[str, int] | None:
    """Return the key of a question or node that has too many entries, and how many, or ``None``."""
    for field in ("lines", "counts", "do", "avoid"):
        length = len(getattr(value, field, ()))
        if length > ROW:
            return "list" if field == "lines" else field, length
    return None


def check_change(tree: Parts, change: Change) -> None:
    """Raise ``ShapeError`` if ``change``, which was applied to ``tree`` just now, has made something too large."""
    for part in change.parts:
        if part.after is None:
            continue
        fault = None if part.part == "picture" else too_much(part.after)
        row = long_row(part.after)
        if row is not None:
            fault = row_of(row[1])
        if fault is not None:
            raise ShapeError("That would be {fault}.", fault=fault)
    for name in {part.part for part in change.parts if part.before is None and part.part in _KEY_OF}:
        fault = too_many(_KEY_OF[name], len(tree.parts[name]))
        if fault is not None:
            raise ShapeError("That would be {fault}.", fault=fault)


def _inside(held: object) -> Iterable[Any] | None:
    """Return what a value consists of, ``None`` if it is a single one."""
    if isinstance(held, Struct):
        return [getattr(held, field) for field in held.__struct_fields__]
    if isinstance(held, Mapping):
        return [*held, *held.values()]
    return held if isinstance(held, tuple | list) else None
