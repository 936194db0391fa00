"""The words of reports and of the terminal, in each language that a tree may have.

A language that is not here falls back to English as a whole.  ``text`` fills in ``{name}``; ``count`` chooses a key
that ends in ``.one`` or ``.many``.  What a window says is not here; sentences of the program itself, such as errors,
are in ``words.sentences``.
"""

from __future__ import annotations

from kneetree.words.english import ENGLISH
from kneetree.words.spanish import SPANISH

LANGUAGES = {"en": ENGLISH, "es": SPANISH}


def spoken(language: str) -> str:
    """Return the language of ``LANGUAGES`` for a tree in ``language`` (``"es-MX"`` gives ``"es"``)."""
    short = _short(language)
    return short if short in LANGUAGES else "en"


def speaks(language: str) -> bool:
    """Return whether there are words for a language, or for that of which it is a kind, such as ``"es-MX"``."""
    return _short(language) in LANGUAGES


def _short(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def text(language: str, key: str, **values: object) -> str:
    """Return the words for ``key`` with ``values`` filled in; raise ``KeyError`` for a key that does not exist."""
    return LANGUAGES[spoken(language)][key].format(**values)


def urgency(language: str, level: str, call: str = "") -> str:
    """Return how soon to get help, as an instruction; for an emergency with the number ``call`` if there is one."""
    if level == "emergency" and call:
        return text(language, "urgency.emergency_number", number=call)
    return text(language, f"urgency.{level}")


def count(language: str, key: str, number: int) -> str:
    """Return the words for a number of things: ``key`` has the forms ``.one`` and ``.many``."""
    return text(language, f"{key}.{'one' if number == 1 else 'many'}", number=number)
