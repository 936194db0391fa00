"""Say no to a file that is too large to be a tree, before much time and memory go into it.

What is allowed is in ``kneetree/model/limits.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Raw

from kneetree.errors import FileProblem, shortened
from kneetree.files import placed_errors
from kneetree.files.json_places import Path
from kneetree.model import limits
from kneetree.model.values import Case

_LARGE = 4_000_000
"""Bytes from which a file is counted before it is read: counting takes a tenth of the time."""


def refuse_too_many(data: bytes, name: str) -> None:
    """Raise ``FileProblem`` if a large file has more entries of a part than a tree may have.

    Other faults are left to the code that reads it.
    """
    if len(data) < _LARGE:
        return
    try:
        parts = msgspec.json.decode(data, type=dict[str, Raw])
        for key, raw in parts.items():
            if key in limits.MOST and raw:
                kind: Any = list[Raw] if bytes(memoryview(raw)[:1]) == b"[" else dict[str, Raw]
                _refuse(key, len(msgspec.json.decode(raw, type=kind)), "", name)
    except (msgspec.MsgspecError, RecursionError):
        return


def refuse_too_large(raw: Mapping[str, Any], text: str, name: str) -> None:
    """Raise ``FileProblem`` if the plain values of a file have too many entries or a text that is too long."""
    for key, held in raw.items():
        if isinstance(held, dict | list):
            _refuse(key, len(held), placed_errors.line_of_path(text, (key,)) if _over(key, held) else "", name)
    found = _long_text(raw) if _may_have_long_text(text) else None
    if found is not None:
        path, length = found
        where = shortened(".".join(map(str, path)))
        line = placed_errors.line_of_path(text, path)
        raise FileProblem(
            "{name}{line}: `{where}`: this is {size}.",
            name=name,
            line=line,
            where=where,
            size=limits.text_of(length),
        )


def refuse_long_rows(values: Mapping[str, object], part: str, text: str, name: str) -> None:
    """Raise ``FileProblem`` if one of the questions or nodes of a file names too many entries."""
    for key, value in values.items():
        row = limits.long_row(value)
        if row is not None:
            line = placed_errors.line_of_path(text, (part, key, row[0]))
            raise FileProblem(
                "{name}{line}: `{part}.{key}.{row}`: this is {size}.",
                name=name,
                line=line,
                part=part,
                key=key,
                row=row[0],
                size=limits.row_of(row[1]),
            )


def refuse_deep_keys(case: Case, index: int, text: str, name: str) -> None:
    """Raise ``FileProblem`` if the keys of a case's own hold too much."""
    fault = limits.too_much((case.extra, case.expect_extra)) if case.extra or case.expect_extra else None
    if fault is not None:
        line = placed_errors.line_of_path(text, ("cases", index))
        raise FileProblem(
            "{name}{line}: case {id!r}: its own keys hold {fault}.", name=name, line=line, id=case.id, fault=fault
        )


def _over(key: str, held: dict[str, Any] | list[Any]) -> bool:
    return limits.too_many(key, len(held)) is not None


def _refuse(key: str, count: int, line: str, name: str) -> None:
    fault = limits.too_many(key, count)
    if fault is not None:
        raise FileProblem("{name}{line}: there are {fault}.", name=name, line=line, fault=fault)


def _may_have_long_text(text: str) -> bool:
    """Return whether two quotation marks of a JSON text are further apart than a text may be long.

    It leaps from one mark to the last that is near enough, which costs next to nothing.
    """
    marks, place = text.replace('\\"', "__"), 0
    while place + limits.TEXT + 1 < len(marks):
        place = marks.rfind('"', place + 1, place + limits.TEXT + 2)
        if place < 0:
            return True
    return False


def _long_text(raw: Mapping[str, Any]) -> tuple[Path, int] | None:
    """Return the place and length of the first text that is too long; a picture has a limit of its own."""
    waiting: list[tuple[Path, Any]] = [((key,), value) for key, value in raw.items() if key != "pictures"]
    waiting.reverse()
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str) and len(value) > limits.TEXT:
            return path, len(value)
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += reversed([((*path, key), one) for key, one in inside])
    return None
