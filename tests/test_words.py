"""Every language says everything, with the same blanks to fill in, and nothing that nobody asks for."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from kneetree import words
from kneetree.files.review import ReviewState
from kneetree.model.tree import Answer, Topic, Urgency


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


ROOT = Path(words.__file__).parents[1]
_MADE_OF = {"", *Urgency, *Topic, *Answer, *ReviewState}
"""What can fill a blank of a key besides the texts of the module that makes it."""


def asked_by(source: str) -> re.Pattern[str]:
    """What a module may ask for: its texts, and its texts with blanks that are filled with other texts of it."""
    texts, blanked = set(_MADE_OF), list[list[str | None]]()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            blanked.append([str(part.value) if isinstance(part, ast.Constant) else None for part in node.values])
    fills = {re.escape(text) for text in texts if re.fullmatch(r"[\w.]*", text)}
    made = {
        "".join(one_of(fills) if part is None else re.escape(part) for part in parts)
        for parts in blanked
        if re.search("[a-z]", "".join(filter(None, parts)))
    }
    again = {
        "".join(one_of(fills | made) if part is None else re.escape(part) for part in parts)
        for parts in blanked
        if len(parts) == 2
    }
    return re.compile(one_of(fills | made | again))


def one_of(patterns: set[str]) -> str:
    return f"(?:{'|'.join(sorted(patterns))})"


def test_every_text_is_used_somewhere() -> None:
    own = {ROOT / "words" / f"{name}.py" for name in ("english", "spanish")}
    asked = [asked_by(path.read_text("utf-8")) for path in ROOT.rglob("*.py") if path not in own]
    unused = []
    for key in words.LANGUAGES["en"]:
        counted = re.sub(r"\.(one|many)$", "", key)  # what ``count`` adds
        if not any(module.fullmatch(name) for module in asked for name in (key, counted)):
            unused.append(key)
    assert unused == []


def test_what_a_module_asks_for_is_found_in_it() -> None:
    asked = asked_by("""
def said(kind, past):
    key = f"fact.{kind}"
    say("whole.key"), said("old"), f"{key}_late", f"{a}.{b}"
""")
    for key in ("whole.key", "fact.old", "fact.old_late", "fact.same_day", "fact."):
        assert asked.fullmatch(key), key
    for key in ("old.late", "fact.young", "whole.old", "other"):
        assert not asked.fullmatch(key), key
