"""Sentences, words and syllables as a reader counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.checks import readability


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("knee", "en", 1), ("swollen", "en", 2), ("leg", "en", 1), ("artery", "en", 3), ("makes", "en", 1),
        ("little", "en", 2), ("pierna", "es", 2), ("rodilla", "es", 3), ("médico", "es", 3),
    ],
)  # fmt: skip
def test_syllables(word: str, language: str, count: int) -> None:
    assert readability.syllables(word, language) == count


def test_sentences_end_where_a_reader_stops() -> None:
    assert readability.sentences("Rest. Is it 2.5 cm? Look: now!\nA line") == [
        "Rest",
        "Is it 2.5 cm",
        "Look",
        "now",
        "A line",
    ]


def test_plain_text_needs_fewer_years_than_hard_text() -> None:
    plain = readability.years_of_school("Sit on a chair. Put your leg up. Look at both legs.", "en")
    hard = readability.years_of_school(
        "Unilateral peripheral oedema necessitates urgent ultrasonographic evaluation.", "en"
    )
    assert plain < 3 < 15 < hard
    assert readability.years_of_school("Siéntese en una silla. Mire sus dos piernas.", "es") < 8
    assert readability.years_of_school("Bein hoch.", "de") is None
    assert readability.years_of_school("12 34", "en") is None


@given(st.text(max_size=200), st.sampled_from(readability.LANGUAGES))
def test_any_text_has_a_score_or_none(text: str, language: str) -> None:
    score = readability.years_of_school(text, language)
    assert score is None or score == score
