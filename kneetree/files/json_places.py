"""The lines of a JSON text on which its keys and list entries begin.

They are looked for only once something is known to be wrong, so this may be slow; it never recurses, whatever the depth
of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_FURTHEST = 8_000_000
"""Characters after which a place is not looked for any more: that takes a second for some three million."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


def line_of(text: str, path: Path) -> int | None:
    """Return the line, counted from 1, on which the value at ``path`` (or its key) begins, or ``None``."""
    for place, offset in places(text):
        if place == path:
            return text.count("\n", 0, offset) + 1
    return None


def line_of_word(text: str, word: str) -> int | None:
    """Return the line, counted from 1, of the first number or name that is ``word``, outside of texts, or ``None``."""
    found = next((token for token in _TOKEN.finditer(text) if token.group() == word), None)
    return None if found is None else text.count("\n", 0, found.start()) + 1


def twice_given(text: str) -> tuple[Path, int] | None:
    """Return the first key that is given twice in one object, with the line of its second place, or ``None``."""
    seen: set[Path] = set()
    for place, offset in places(text):
        if place in seen:
            return place, text.count("\n", 0, offset) + 1
        if isinstance(place[-1], str):
            seen.add(place)
    return None


def places(text: str) -> Iterator[tuple[Path, int]]:
    """Yield the keys and list entries of well-formed JSON as ``(path, offset)``, in the order of the text.

    Of a very large text only the beginning is looked through.
    """
    path: list[str | int] = []
    kinds: list[str] = []
    expecting_key = False
    for token in _TOKEN.finditer(text):
        if token.start() > _FURTHEST:
            return
        word = token.group()
        if kinds and kinds[-1] == "[" and word not in ",]:}":
            yield tuple(path), token.start()
        if word == "{":
            kinds.append("{")
            path.append("")
            expecting_key = True
        elif word == "[":
            kinds.append("[")
            path.append(0)
        elif word in ("}", "]"):
            kinds.pop()
            path.pop()
            expecting_key = False
        elif word == ",":
            if kinds[-1] == "[":
                path[-1] = int(path[-1]) + 1
            else:
                expecting_key = True
        elif expecting_key and word != ":":
            path[-1] = json.loads(word)
            expecting_key = False
            yield tuple(path), token.start()
