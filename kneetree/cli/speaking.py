"""The language in which the command line speaks: the system's, or the one that ``--language`` names for the texts.

What is printed is put into it here, and nowhere else.
"""

from __future__ import annotations

from kneetree import words
from kneetree.words.sentences import language_here, sentence, told

_named: list[str] = []
"""The language that was named on the command line, if the program speaks it."""


def begin() -> None:
    """Speak the language of the system."""
    _named.clear()


def follow(named: str | None) -> None:
    """Speak the language ``named`` for the texts of a tree, if there are words for it."""
    if named and words.speaks(named):
        _named[:] = [words.spoken(named)]


def language() -> str:
    """Return the language in which the command line speaks."""
    return _named[0] if _named else language_here()


def here(template: object, /, **values: object) -> str:
    """Return a sentence, or the sentence of an error, in the language in which the command line speaks."""
    return told(sentence(template, **values) if isinstance(template, str) else template, language())
