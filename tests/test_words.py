"""The words of reports and terminal: the same keys and the same gaps to fill in every language."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from kneetree import words
from kneetree.tree import Answer, Urgency
from kneetree.words import LANGUAGES

OTHERS = sorted(set(LANGUAGES) - {"en"})


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_same_keys_in_the_same_order(language: str) -> None:
    assert list(LANGUAGES[language]) == list(LANGUAGES["en"])


@pytest.mark.parametrize("language", OTHERS)
def test_same_placeholders(language: str) -> None:
    theirs = LANGUAGES[language]
    assert {key: _gaps(text) for key, text in theirs.items()} == {
        key: _gaps(text) for key, text in LANGUAGES["en"].items()
    }


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    same = {key for key, text in LANGUAGES[language].items() if text == LANGUAGES["en"][key]}
    assert same == {"answer.no", "path.step"}
    assert [
        text
        for text in LANGUAGES[language].values()
        if re.search(r"\b(the|and|with|your|you|question|answer|known|page)\b", re.sub(r"\{\w+\}", "", text))
    ] == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_numbers_and_ends_of_sentences_agree(language: str) -> None:
    for key, text in LANGUAGES[language].items():
        original = LANGUAGES["en"][key]
        assert re.findall(r"\d+", text) == re.findall(r"\d+", original), key
        assert text.endswith(".") == original.endswith(".") or key == "column.number", key
        assert text, key


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_level_and_answer_has_its_word(language: str) -> None:
    for urgency in Urgency:
        for kind in ("urgency", "level", "action"):
            assert words.text(language, f"{kind}.{urgency.value}")
    assert len({words.text(language, f"answer.{answer.value}") for answer in Answer}) == len(list(Answer))


@pytest.mark.parametrize(
    ("language", "used"), [("es", "es"), ("es-MX", "es"), ("ES_ar", "es"), ("en-GB", "en"), ("de", "en"), ("", "en")]
)
def test_a_language_that_is_not_there_falls_back_as_a_whole(language: str, used: str) -> None:
    assert words.spoken(language) == used


def test_counting() -> None:
    assert words.count("es", "asked", 1) == "1 pregunta hecha"
    assert words.count("es", "asked", 3) == "3 preguntas hechas"
