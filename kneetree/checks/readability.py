"""How hard a text is to read: sentences, words, syllables, and the usual formulas made of them.

English uses the Flesch-Kincaid grade level (Kincaid and others 1975), in years of school.  Spanish uses the Flesch
scale as Fernández Huerta fitted it (1959), turned into the same years.  A score is a lint: it finds long words and long
sentences, and proves nothing.
"""

from __future__ import annotations

import re

LANGUAGES = ("en", "es")
_SENTENCE = re.compile(r"[.!?:;]+(?=\s|$)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line or list item without a full stop counts as one."""
    return [part.strip() for part in _SENTENCE.split(text) if part and part.strip()]


def words(text: str) -> list[str]:
    """Return the words of a text; numbers are not counted."""
    return _WORD.findall(text)


def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, judged by its vowels: right for nearly all words, and at least 1."""
    lower = word.lower()
    if language == "es":
        return max(1, len(_SPANISH_VOWELS.findall(lower)))
    count = len(_VOWELS.findall(lower))
    if lower.endswith("e") and not lower.endswith(("le", "ee")) and count > 1:
        count -= 1
    if lower.endswith(("es", "ed")) and count > 1 and lower[-3:-2] not in "aeiouytdsxz":
        count -= 1
    return max(1, count)


def years_of_school(text: str, language: str) -> float | None:
    """Return about how many years of school a text needs; ``None`` if it has no words or its language is unknown."""
    found, parts = words(text), sentences(text)
    if language not in LANGUAGES or not found:
        return None
    per_sentence = len(found) / max(1, len(parts))
    per_word = sum(syllables(word, language) for word in found) / len(found)
    if language == "en":
        return 0.39 * per_sentence + 11.8 * per_word - 15.59
    ease = 206.84 - 60 * per_word - 1.02 * per_sentence
    return max(0.0, (100 - ease) / 5)
