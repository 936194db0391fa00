"""Ids made of words, many of them at a time."""

from __future__ import annotations

from collections.abc import Callable

from kneetree.edits import slug_of


class Ids:
    """Gives ids of one part of a tree, each once; ``means`` says which ids mean something else already."""

    def __init__(self, means: Callable[[str], bool] = lambda _key: False) -> None:
        self._means = means
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def take(self, key: str) -> None:
        """Keep an id that a file gives."""
        self._taken.add(key)

    def new(self, text: str, otherwise: str) -> str:
        """Return an id made of the words of a text, of ``otherwise`` if it has none.

        A thousand equal texts cost no more than a thousand others: the number that is free next is remembered.
        """
        base = slug_of(text, (), otherwise)
        if self._means(base):
            base = slug_of(f"fact {base}", (), otherwise)
        key = base
        while key in self._taken or self._means(key):
            number = self._next[base] = self._next.get(base, 1) + 1
            key = f"{base}_{number}"
        self._taken.add(key)
        return key
