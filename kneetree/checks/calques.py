"""Find wordings that read like a translation, and say what a native writer says instead.

Every text of a tree that can be translated is searched.  The wordings themselves are listed in
``kneetree.words.calques``; this module only looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kneetree.checks.codes import Problem, problem
from kneetree.files.texts import originals
from kneetree.model.texts import FIELDS, Texts
from kneetree.model.tree import Tree
from kneetree.words.calques import CALQUES
from kneetree.words.sentences import sentence

_PAUSE_EVERY = 50
_LONGEST = 60


def calques(tree: Tree) -> Iterator[Problem | None]:
    """Yield a problem for each such wording, once for each place, with ``None`` now and then."""
    language = tree.language.partition("-")[0]
    if language not in CALQUES:
        return
    for number, (part, key, texts) in enumerate(originals(tree)):
        node = key if part == "node" else None
        for message in dict.fromkeys(_faults(language, part, texts)):
            yield problem("wording_pattern", message, node, part, key)
        if number % _PAUSE_EVERY == 0:
            yield None


def found(language: str, part: str, text: str) -> Iterator[tuple[str, int]]:
    """Yield each wording to replace in a text of a part, as the words that are there and the number of its row."""
    rows = CALQUES[language]
    for match in _any_of(language).finditer(text):
        row = (match.lastindex or 0) - 1
        if rows[row].part in ("", part):
            yield match.group().strip(), row


@cache
def _any_of(language: str) -> re.Pattern[str]:
    """Return all rows of a language as one expression, in which the group that matches is the number of the row.

    It is compiled on first use, since most walks never check a tree.
    """
    rows = "|".join(f"({row.written})" for row in CALQUES[language])
    return re.compile(rf"(?<!\w)(?:{rows})(?!\w)", re.IGNORECASE)


def _faults(language: str, part: str, texts: Texts) -> Iterator[str]:
    for name in FIELDS:
        value = getattr(texts, name)
        for text in value if isinstance(value, tuple) else (value,):
            for words, row in found(language, part, text) if text else ():
                short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
                yield sentence(
                    "{short!r} reads like a translation; write {meant}.",
                    short=short,
                    meant=sentence(CALQUES[language][row].meant),
                )
