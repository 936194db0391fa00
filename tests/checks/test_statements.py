"""Statements have a verb, and warnings complete "... if"."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import checks
from kneetree.checks import statements
from kneetree.checks.statements import has_verb
from kneetree.files import translation, tree_files
from kneetree.model.tree import WarningSign
from tests import trees
from tests.shipped.in_languages import shipped_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Heart failure", "en"),
        ("A hard or firm lump", "en"),
        ("Both ankles or both lower legs swollen", "en"),
        ("Red skin in bed", "en"),
        ("A known Baker's cyst", "en"),
        ("Insuficiencia cardíaca", "es"),
        ("Un bulto duro o firme en la pierna", "es"),
        ("Dolor por la noche o en reposo", "es"),
    ],
)
def test_a_statement_without_a_verb(text: str, language: str) -> None:
    assert not has_verb(text, language)
    assert has_verb(text, "de"), "nothing is said of languages that are not known"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("You have heart failure", "en"),
        ("It’s hard", "en"),
        ("The knee swelled up within a few hours", "en"),
        ("The pain doesn't stop", "en"),
        ("Walking brings the pain on", "en"),
        ("Le han operado de la rodilla", "es"),
        ("La rodilla se traba", "es"),
        ("El dolor empeoró de noche", "es"),
        ("El bulto cambia de tamaño", "es"),
    ],
)
def test_a_statement_with_a_verb(text: str, language: str) -> None:
    assert has_verb(text, language)


def test_no_statement_of_the_shipped_tree_is_named_wrongly() -> None:
    """They were written as sentences, so a name here is a false alarm."""
    for language in ("en", "es"):
        assert [one.message for one in statements.statements(shipped_in(language))] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the foot goes cold, blue or numb", set()),
        ("A&E sent you home and it gets worse", set()),
        ("X-rays were not taken", set()),
        ("I-131 treatment follows", set()),
        ("Baker's cyst comes back", set()),
        ("Monday comes and it is not better", set()),
        ("you feel as if you might faint", set()),
        ("it hurts even if you rest", set()),
        ("the skin turns grey, blue etc.", set()),
        ("The foot goes cold", {"warning_capital"}),
        ("A fever comes", {"warning_capital"}),
        ("“The foot” goes cold", {"warning_capital"}),
        ("the foot goes cold.", {"warning_full_stop"}),
        ("the foot goes cold!", {"warning_full_stop"}),
        ("call 999 if it gets worse", {"warning_if"}),
        ("If the foot goes cold, call.", {"warning_capital", "warning_full_stop", "warning_if"}),
        ("the gift of si", set()),
    ],
)
def test_a_warning_completes_a_sentence(text: str, codes: set[str]) -> None:
    tree = trees.small()
    tree.warnings["worse"] = WarningSign(text)
    assert {one.code for one in statements.warnings(tree)} == codes
    assert {one.place for one in statements.warnings(tree)} <= {"warning:worse"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("el pie se pone frío", set()),
        ("le duele como si ardiera", set()),
        ("llame si el pie se pone frío", {"warning_if"}),
        ("sí duele", set()),
        ("the word if is English", set()),
    ],
)
def test_a_spanish_warning_completes_a_spanish_sentence(text: str, codes: set[str]) -> None:
    tree = trees.small()
    tree.language, tree.warnings["worse"] = "es", WarningSign(text)
    assert {one.code for one in statements.warnings(tree)} == codes


def test_the_warnings_of_a_language_beside_the_tree_are_read_too(tmp_path) -> None:
    tree, path = trees.small(), tmp_path / "t.json"
    path.write_bytes(tree_files.encode_tree(tree))
    parts = {(part, key): texts for part, key, texts in translation.originals(tree)}

    def of(kind: str, **said: str) -> dict[str, translation.Texts]:
        name = "statement" if kind == "finding" else "text"
        return {
            key: translation.Texts(**{**_texts(texts), **({name: said[key]} if key in said else {})})
            for (part, key), texts in parts.items()
            if part == kind
        }

    made = translation.Language(
        format=translation.FORMAT, language="es", tree=parts["tree", ""],
        warnings=of("warning", worse="Si empeora."),
        advice=of("advice"), findings=of("finding", pill="La píldora", travel="Ha viajado"),
        questions=of("question"), conditions=of("condition"), nodes=of("node"), rules=of("rule"),
    )  # fmt: skip
    path.with_name("t.es.json").write_bytes(translation.encode(made))
    found = {(one.code, one.place, one.language) for one in checks.check_languages(tree, path)}
    assert found == {
        ("warning_capital", "warning:worse", "es"),
        ("warning_full_stop", "warning:worse", "es"),
        ("warning_if", "warning:worse", "es"),
        ("statement_without_verb", "finding:pill", "es"),
    }, "what is still in the words of the tree is not judged as Spanish"


def _texts(texts: translation.Texts) -> dict[str, object]:
    return {name: getattr(texts, name) for name in texts.__struct_fields__}


def test_the_words_of_a_threshold_say_its_number() -> None:
    tree = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()})
    assert not [one for one in checks.check(tree) if one.code == "threshold_without_number"]
    tree.scales["age"] = structs.replace(tree.scales["age"], at_least="Old")
    (found,) = [one for one in checks.check(tree) if one.code == "threshold_without_number"]
    assert (found.place, found.level) == ("scale:age", "warning")
    assert found.message == "'Old' does not say the number; write {n} where the number with its unit belongs."
