"""Put a text beside what it was, word by word, so that what came and what went can be marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Any

Piece = tuple[str, bool]
"""A run of text, and whether the other side has it too."""
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 4000
"""Of longer texts only the beginning and the end are compared, since the time grows with the square."""


def pieces(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts as runs; those of each side, joined, are its whole text."""
    one, other = _WORD.findall(before), _WORD.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for same, here, there in _runs(one, other):
        if here:
            left.append(("".join(here), same))
        if there:
            right.append(("".join(there), same))
    return left, right


def _runs(one: list[str], other: list[str]) -> list[tuple[bool, list[str], list[str]]]:
    if len(one) > MOST_WORDS or len(other) > MOST_WORDS:
        most = min(len(one), len(other))
        head = next((at for at in range(most) if one[at] != other[at]), most)
        tail = next((at for at in range(most - head) if one[-1 - at] != other[-1 - at]), most - head)
        ends = (len(one) - tail, len(other) - tail)
        return [
            (True, one[:head], other[:head]),
            (False, one[head : ends[0]], other[head : ends[1]]),
            (True, one[ends[0] :], other[ends[1] :]),
        ]
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(tag == "equal", one[a:b], other[c:d]) for tag, a, b, c, d in steps]


def in_words(value: Any, name: Callable[[str], str] = str) -> str:
    """Return a value of a field, as plain values of JSON, as lines to read.

    ``name`` says what an id is called.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return name(value)
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, Mapping):
        return "\n".join(f"{name(str(key))}: {in_words(part, name)}" for key, part in value.items() if part is not None)
    if isinstance(value, list | tuple):
        return "\n".join(in_words(part, name) for part in value)
    return str(value)
