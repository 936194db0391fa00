"""Sentences of the program that keep what they were made of, so that they can be said in another language.

A ``Sentence`` is its English text.  It is put into the reader's language where it is shown (``told``), not where it is
made: the same problem is English in JSON and Spanish on a screen.  The English template is the key of the
translation, as with gettext.  A text without a translation stays as it is, so that a name from a file, or a text that a
window has translated already, is left alone.
"""

from __future__ import annotations

import os
import string
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any
from unicodedata import category

from kneetree.words import LANGUAGES, spoken

ENGLISH = "en"
_FROM = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What says in which language a program should speak, in the order in which gettext looks."""


class _Quoted(str):
    """A text that is quoted as people read it: no-break and other spaces are spaces, and no escapes such as xa0."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the text in quotation marks; what cannot be shown, such as a line break, is an escape."""
        text = str(self)
        return repr(text if text.isprintable() else "".join(" " if category(one) == "Zs" else one for one in text))


class Sentence(str):
    """An English text with its template and the values in it; ``how`` alters the text in whatever language it is."""

    __slots__ = ("how", "template", "values")

    template: str
    values: Mapping[str, object]
    how: Callable[[str, str], str] | None

    def __new__(
        cls, template: str, values: Mapping[str, object] | None = None, how: Callable[[str, str], str] | None = None
    ) -> Sentence:
        """Make the English text of a template; without values it is taken as it is."""
        shown = {name: _Quoted(value) if type(value) is str else value for name, value in (values or {}).items()}
        text = template.format_map(shown) if shown else template
        made = super().__new__(cls, how(text, ENGLISH) if how else text)
        made.template, made.values, made.how = template, values or {}, how
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Let copies keep what the text was made of."""
        return Sentence, (self.template, self.values, self.how)


def sentence(template: str, /, **values: object) -> Sentence:
    """Return the English text of ``template``, filled in with ``values``.

    A value that is a ``Sentence``, or an error whose text is one, is told in the same language as the whole; any other
    is never translated.
    """
    if isinstance(template, Sentence):
        return template
    return Sentence(template, {name: _kept(value) for name, value in values.items()})


def altered(text: str, how: Callable[[str, str], str]) -> Sentence:
    """Return what ``how`` makes of a text; it is given the text in the reader's language, and that language."""
    return Sentence("{text}", {"text": text}, how)


def joined(separator: str, texts: Iterable[str]) -> Sentence:
    """Return texts one after the other, each told in the reader's language, and ``separator`` between them too."""
    values: dict[str, object] = {f"text{number}": text for number, text in enumerate(texts)}
    template = "{between}".join(f"{{{name}}}" for name in values)
    return Sentence(template, {**values, "between": sentence(separator)})


def counted(number: int, one: str, many: str) -> Sentence:
    """Return ``one`` or ``many``, filled in with the ``number``."""
    return Sentence(one if number == 1 else many, {"number": number})


def capital(text: str) -> Sentence:
    """Return a text with a capital in front."""
    return altered(text, lambda told_text, _: f"{told_text[:1].upper()}{told_text[1:]}")


def sentence_of(error: Exception) -> Sentence:
    """Return what an error says: the sentence that it was made with, or else its text."""
    return sentence(error.args[0] if error.args and isinstance(error.args[0], Sentence) else str(error))


def told(text: object, language: str) -> str:
    """Return a text, or the text of an error, in a language; in English where there is no translation."""
    text = _kept(text)
    if not isinstance(text, str):
        return str(text)
    language = spoken(language)
    if language == ENGLISH:
        return str(text)
    if not isinstance(text, Sentence):
        return _sentences(language).get(text, text)
    template = _sentences(language).get(text.template, text.template)
    if text.values:
        values = {
            name: told(value, language) if isinstance(value, Sentence) else value for name, value in text.values.items()
        }
        template = _Filled(language).vformat(template, (), values)
    return text.how(template, language) if text.how else template


def language_here(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language in which a program should speak, as gettext finds it; English if none is known here."""
    wanted = next((value for name in _FROM if (value := environment.get(name, ""))), "")
    for name in wanted.split(":"):
        short = name.partition("_")[0].partition(".")[0].lower()
        if short in LANGUAGES:
            return short
        if short in ("c", "posix"):
            break
    return ENGLISH


def _kept(value: object) -> object:
    return sentence_of(value) if isinstance(value, Exception) else value


@cache
def _sentences(language: str) -> Mapping[str, str]:
    from kneetree.words.spanish_sentences import SENTENCES  # noqa: PLC0415 - most people never need them

    return SENTENCES if language == "es" else {}


class _Filled(string.Formatter):
    """Fills in values as a language writes them: a text in its quotation marks for ``!r``, numbers with its comma."""

    def __init__(self, language: str) -> None:
        self._language = language

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion == "r" and isinstance(value, str):
            quoted = repr(_Quoted(value))
            return f"«{quoted[1:-1]}»" if self._language == "es" else quoted
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> Any:
        text = super().format_field(value, format_spec)
        if self._language == "es" and format_spec and isinstance(value, int | float):
            return text.translate(_COMMAS)
        return text


_COMMAS = str.maketrans(",.", ".,")
