"""The texts of a page, each once: texts that differ in any language have numbers of their own."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import Any

from kneetree.model.tree import Tree

Said = Callable[[Tree, str], str]
"""Takes the tree in a language and an id, and returns a text of what has that id."""


class Pool:
    """Gives numbers to texts in several languages at once.  The empty text is number 0."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._rows: list[Sequence[str]] = []

    def add(self, texts: Sequence[str], key: object = None) -> int:
        """Return the number of a text, given in each language; one with a ``key`` shares its number with no other."""
        if not self._rows:
            self._rows.append([""] * len(texts))
        if key is None and not any(texts):
            return 0
        number = self._numbers.setdefault(key or tuple(texts), len(self._rows))
        if number == len(self._rows):
            self._rows.append(texts)
        return number

    def add_all(self, parts: Sequence[Sequence[Any]]) -> list[Any]:
        """Return the numbers of texts, or of lists of them, given as such a list in each language."""
        return [self.add(each) if isinstance(each[0], str) else self.add_all(each) for each in zip(*parts, strict=True)]

    def texts(self, languages: int) -> list[list[str]]:
        """Return all texts by number, for each language."""
        return [[row[place] for row in self._rows] for place in range(languages)]


_TAG = re.compile(r"[ \n]*<[^>]*>[ \n]*")


def told_in(chart: str, texts: Sequence[str]) -> list[str | int]:
    """Return texts, but instead of one that ``chart`` has between two tags its place among all texts there.

    ``texts.js`` finds them again.  That saves the page its whole own language: the chart has to hold it anyhow.
    """
    pieces = dict.fromkeys(_TAG.split(chart.replace("\r\n", "\n").replace("\r", "\n")))  # as a browser reads it
    places = {html.unescape(piece): place for place, piece in enumerate(pieces)}
    return [places.get(text, text) for text in texts]


def told_as(own: Sequence[str], texts: Sequence[str]) -> list[str | int]:
    """Return the texts of another language, and 0 for one that is the same in the page's own."""
    return [0 if text == other else text for text, other in zip(texts, own, strict=True)]
