"""The keys under which a tree holds its texts in other languages: language, part and id, as in ``es/question/calf``.

The title, what the tree is about and its first page have no id: ``es/tree/``.  A language is there as soon as a tree
holds anything under it, be it a title that is not translated yet.
"""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from kneetree.model.texts import TextPart
from kneetree.model.tree import Tree

LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
"""The form of the code of a language."""


class Place(NamedTuple):
    """A language, and the entry whose texts are translated into it."""

    language: str
    part: TextPart
    key: str


def key_of(language: str, part: TextPart, key: str) -> str:
    """Return the key of the translation of an entry."""
    return f"{language}/{part}/{key}"


def place_of(key: str) -> Place:
    """Return what a key that ``key_of`` made is the key of."""
    language, part, entry = key.split("/", 2)
    return Place(language, cast("TextPart", part), entry)


def languages_of(tree: Tree) -> list[str]:
    """Return the languages that a tree has texts in beside its own, each once."""
    return list(dict.fromkeys(key.partition("/")[0] for key in tree.translations))
