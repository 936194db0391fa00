"""A sentence is English where it is made, and in the reader's language where it is shown."""

from __future__ import annotations

import copy
import pickle

import pytest

from kneetree.errors import FileProblem, KneetreeError
from kneetree.words import spanish_sentences
from kneetree.words.sentences import (
    Sentence,
    altered,
    capital,
    counted,
    joined,
    language_here,
    sentence,
    told,
)

THERE = "There is no finding {key!r}; describe it, or name another."


def test_a_sentence_is_its_english_text() -> None:
    said = sentence(THERE, key="pus")
    assert said == "There is no finding 'pus'; describe it, or name another."
    assert type(str(said)) is str
    assert told(said, "en") == said
    assert told(said, "fr") == said
    assert {said: 1}[str(said)] == 1


def test_it_is_told_in_spanish_with_its_quotation_marks() -> None:
    said = sentence(THERE, key="pus")
    assert told(said, "es") == "No existe el hallazgo «pus»; descríbalo o indique otro."
    assert told(said, "es-MX") == told(said, "es")


@pytest.mark.parametrize(("key", "quoted"), [
    ("10\u00a0mg\u202fa\u2009day", "10 mg a day"), ("a\nb", "a\\nb"), ("\u200b", "\\u200b"),
])  # fmt: skip
def test_spaces_of_every_kind_are_quoted_as_spaces(key: str, quoted: str) -> None:
    said = sentence(THERE, key=key)
    assert said == f"There is no finding '{quoted}'; describe it, or name another."
    assert told(said, "es") == f"No existe el hallazgo «{quoted}»; descríbalo o indique otro."
    assert sentence("{key}", key=key) == key, "what is not quoted stays as it is"


def test_copies_can_still_be_told() -> None:
    said = sentence(THERE, key="pus")
    for again in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert isinstance(again, Sentence)
        assert again == said
        assert told(again, "es") == told(said, "es")


def test_an_error_keeps_its_sentence() -> None:
    error = FileProblem("{path} is there already; choose another name, so that nothing is lost.", path="a.json")
    assert str(error) == "a.json is there already; choose another name, so that nothing is lost."
    assert told(error, "es") == "a.json ya existe; elija otro nombre para que no se pierda nada."
    whole = KneetreeError("PDF and PNG cannot be made here. {why}", why=error)
    assert str(whole) == f"PDF and PNG cannot be made here. {error}"
    assert told(whole, "es") == f"Aquí no se pueden crear PDF ni PNG. {told(error, 'es')}"


def test_only_sentences_are_translated_inside_a_sentence() -> None:
    assert spanish_sentences.SENTENCES["nothing"] == "nada"
    assert told(sentence("{named}: {title}", named=sentence("nothing"), title="nothing"), "es") == "nada: nothing"


def test_a_text_that_nobody_translated_stays_as_it_is() -> None:
    assert told("Dolor {n}", "es") == "Dolor {n}"
    assert told(sentence("No such thing {n}", n=3), "es") == "No such thing 3"
    assert told(ValueError("no"), "en") == "no"


def test_braces_in_what_is_filled_in_are_no_blanks() -> None:
    assert sentence("{text}", text="{n}") == "{n}"
    assert sentence("a brace {") == "a brace {"
    assert told(sentence(THERE, key="{key}"), "es") == "No existe el hallazgo «{key}»; descríbalo o indique otro."


def test_what_steers_a_terminal_is_escaped_in_quotes_of_any_language() -> None:
    assert "\x1b" not in told(sentence(THERE, key="\x1b[2J"), "es")


def test_numbers_have_the_comma_of_the_language() -> None:
    said = sentence("{n:,} {x:.1f} {y}", n=12345, x=2.5, y=0.5)
    assert said == "12,345 2.5 0.5"
    assert told(said, "es") == "12.345 2,5 0.5"


def test_counting() -> None:
    assert counted(1, "{number} case", "{number} cases") == "1 case"
    assert told(counted(2, "{number} case", "{number} cases"), "es") == "2 casos"


def test_joining_and_altering_happen_in_the_readers_language() -> None:
    either = joined(" or ", (sentence("nothing"), "x"))
    assert either == "nothing or x"
    assert told(either, "es") == "nada o x"
    assert joined(", ", ()) == ""
    assert capital(sentence("nothing")) == "Nothing"
    assert told(capital(sentence("nothing")), "es") == "Nada"
    marked = altered(sentence("nothing"), lambda text, language: f"{language}:{text}")
    assert marked == "en:nothing"
    assert told(marked, "es") == "es:nada"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "es_ES.UTF-8"}, "es"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "es"}, "es"),
        ({"LC_MESSAGES": "es_AR", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "es_ES", "LC_ALL": ""}, "es"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:es_MX:en"}, "es"),
        ({"LANG": "es_ES.UTF-8", "LANGUAGE": "en"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANGUAGE": "C:es"}, "en"),
    ],
)
def test_the_language_of_the_system_is_found_as_gettext_finds_it(environment: dict[str, str], language: str) -> None:
    assert language_here(environment) == language
