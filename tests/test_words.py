"""Every language says everything, with the same blanks to fill in."""

from __future__ import annotations

import string

import pytest

from kneetree import words
from kneetree.model.tree import Topic, Urgency


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", [language for language in words.LANGUAGES if language != "en"])
def test_a_language_has_every_text_with_the_same_blanks(language: str) -> None:
    english, other = words.LANGUAGES["en"], words.LANGUAGES[language]
    assert english.keys() == other.keys()
    for key, text in english.items():
        assert other[key]
        assert blanks(other[key]) == blanks(text), key


def test_each_urgency_and_topic_has_its_word() -> None:
    for urgency in Urgency:
        for kind in ("urgency", "level", "action"):
            assert words.text("en", f"{kind}.{urgency}")
    for topic in Topic:
        assert words.text("es", f"topic.{topic}")


def test_an_unknown_language_is_told_in_english() -> None:
    assert words.text("xx", "answer.yes") == "Yes"
    assert words.text("es-MX", "answer.yes") == "Sí"
    assert words.text("ES_es", "answer.yes") == "Sí"


NOBODY_SAYS = {
    "en": (
        "at the next good time", "get help after all", "seen within days", "every way was followed", "this mattered",
        "that are true", "what is true", "in two ways", "known already", "b ? q", "n if none is",
    ),
    "es": ("esto importó", "lo que es cierto", "de dos maneras", "parado.", "sin saber", "b ? q", "sabido"),
}  # fmt: skip
"""What people stumbled over, in small letters."""


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_what_people_stumbled_over_is_said_no_more(language: str) -> None:
    for key, text in words.LANGUAGES[language].items():
        assert [odd for odd in NOBODY_SAYS[language] if odd in text.casefold()] == [], key


def test_counting() -> None:
    assert words.count("en", "asked", 1) == "1 question asked"
    assert words.count("en", "asked", 2) == "2 questions asked"


def test_what_is_filled_in_is_never_taken_as_a_blank() -> None:
    assert "{other}" in words.text("en", "ask.not_understood", typed="{other}")
