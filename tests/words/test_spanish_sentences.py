"""Every sentence of the core has its Spanish: what the command line prints, what ``check`` names, what is refused."""

from __future__ import annotations

import argparse
import ast
import re
import string
from pathlib import Path

import pytest

from kneetree.analysis import difference
from kneetree.checks import CODES
from kneetree.checks.calques import found as calques_in
from kneetree.cli import arguments
from kneetree.files.translation import Fault
from kneetree.model.change import KEYED_PARTS, SINGLE_PARTS
from kneetree.model.tree import Answer, Urgency
from kneetree.words.calques import CALQUES
from kneetree.words.spanish_sentences import SENTENCES
from tests.words import said

DONE = (
    "checks",
    "cli",
    "__main__",
    "analysis",
    "files",
    "model",
    "walk",
    "report",
    "drawing",
    "proof",
    "edits",
    "importing",
    "exchange",
    "ui",
)
QUIET = ("layout", "__init__", "collector", "slices", "shipped", "errors", "words")
"""What says nothing of its own."""
ONLY_CALLED = ("ui/", "exchange/", "importing/headings.py", "importing/said.py", "importing/written_cells.py")
"""Where other texts are Qt's to translate, go into a file in the language of its tree, or may be written in a table."""

NOT_SAID = {
    "checks/codes.py": None,  # the table of docs/checks.md, in English
    "checks/statements.py": {"etc."},
    "drawing/palette.py": None,  # colours and fonts
    "drawing/places.py": None,  # the same
    "edits/beginning.py": {  # what a new tree says, in both languages
        "Call an ambulance now, and do not drive yourself.",
        "Get medical help today: phone your doctor or an out-of-hours service.",
        "You can look after this yourself for now.",
        "Llame ahora a una ambulancia y no conduzca usted.",
        "Busque atención médica hoy: llame a su médico o a un servicio de guardia.",
        "Por ahora puede cuidarse usted en casa.",
        "you get worse while you wait",
        "you have chest pain or are short of breath",
        "you faint or become confused",
        "you are no better after two weeks",
        "empeora mientras espera",
        "le duele el pecho o le falta el aire",
        "se desmaya o se siente confuso",
        "no está mejor después de dos semanas",
    },
    "edits/drafts.py": {  # the same
        "New question",
        "New decision",
        "New result",
        "Not chosen yet",
        "Its urgency is not chosen yet.",
        "without text",
        "Pregunta nueva",
        "Resultado nuevo",
        "Aún sin elegir",
        "Aún no se ha elegido la urgencia.",
        "sin texto",
        "Call an ambulance",
        "Be seen today",
        "Look after it yourself",
        "Llamar a una ambulancia",
        "Ir hoy al médico",
        "Cuidarse en casa",
    },
    "edits/filling.py": {"Not written yet", "Aún sin escribir"},
    "edits/numbers.py": {  # what a new number says, in both languages, and by what it is known
        "{n} or more",
        "Less than {n}",
        "Menos de {n}",
        "How old are you?",
        "Aged {n} or over",
        "Aged under {n}",
        "How long ago did it start?",
        "Started {n} or more ago",
        "Started less than {n} ago",
        "¿Qué edad tiene?",
        "Tiene {n} o más",
        "Tiene menos de {n}",
        "¿Hace cuánto empezó?",
        "Empezó hace {n} o más",
        "Empezó hace menos de {n}",
    },
    "files/journal.py": {"in use"},  # and SQL, below
    "files/own_folder.py": {"Application Support"},  # a folder of macOS
    "files/tree_schema.py": None,  # the reference of the format, in English
    "report/html_page.py": None,  # HTML; its words are those of the reports
    "report/html_style.py": None,
    "report/path_svg.py": None,
    "walk/typed_answers.py": {"not sure", "no sé", "no se", "no lo sé", "no lo se"},  # what people type
}
"""Texts that nobody is told by the program, by module; ``None`` stands for all of a module."""
NOT_TRANSLATED = {
    "kneetree {}", "kneetree: {}\n", "PRAGMA application_id = {}", "PRAGMA user_version = {}", "cell {}", "fact {}",
}  # fmt: skip
"""The name of the program before what it says, SQL, and what ids are made of."""
NO_WORDS = {"error: {told} [{code}]", "no", "{number} error", '"fuerte" or "grave"'}
"""What is the same in both languages."""


def is_said(text: said.Said) -> bool:
    silent = NOT_SAID.get(text.module, set())
    if silent is None or text.text in silent or "\n    " in text.text:
        return False
    return not re.match(r"(?:PRAGMA|SELECT|INSERT|BEGIN) |(?:Object|Expected|Invalid) .*[`'(]", text.text)


def only_called(path: Path) -> bool:
    return str(path.relative_to(said.ROOT)).startswith(ONLY_CALLED)


def texts_of(path: Path) -> list[said.Said]:
    return [text for text in said.texts(path, only_called=only_called(path)) if is_said(text)]


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("package", DONE)
def test_every_sentence_of_a_package_has_its_spanish(package: str) -> None:
    told = [text for path in said.modules(package) for text in texts_of(path)]
    assert told
    assert [
        text for text in told if text.text not in SENTENCES and re.search("[a-z]{2}", said.without_blanks(text.text))
    ] == []


@pytest.mark.parametrize("package", DONE)
def test_nothing_is_filled_in_before_it_can_be_translated(package: str) -> None:
    early = [
        text for path in said.modules(package) for text in said.filled_too_early(path, only_called=only_called(path))
    ]
    assert [text for text in early if is_said(text) and text.text not in NOT_TRANSLATED] == []


def test_every_package_is_done_or_says_nothing() -> None:
    says = {path.relative_to(said.ROOT).parts[0].removesuffix(".py") for path in said.ROOT.rglob("*.py")}
    assert says == {*DONE, *QUIET}


def test_words_that_come_from_tables_have_their_spanish() -> None:
    words = [*KEYED_PARTS, *SINGLE_PARTS, *Answer, *Urgency, *(level.replace("_", " ") for level in Urgency)]
    words += [heading for _, heading in difference._HEADINGS]
    words += [CODES[fault].means for fault in Fault]
    words += [
        row.meant for rows in CALQUES.values() for row in rows if re.search("[a-z]", re.sub('"[^"]*"', "", row.meant))
    ]
    assert [word for word in words if word not in SENTENCES] == []


def test_the_words_of_argparse_have_their_spanish() -> None:
    for parser in arguments.parsers().values():
        groups: list[argparse._ArgumentGroup] = parser._action_groups
        assert {str(group.title) for group in groups if group._group_actions} <= SENTENCES.keys()
        for action in parser._actions:
            text = getattr(action.help, "template", action.help)
            assert text is None or text in SENTENCES, text


def test_the_word_before_what_can_be_typed_is_as_long_as_in_english() -> None:
    """``argparse`` counts it: ``parse_intermixed_args`` takes the usage without its first seven letters."""
    assert len(SENTENCES["usage: "]) == len("usage: ")


def test_the_blanks_are_the_same() -> None:
    for english, spanish in SENTENCES.items():
        assert blanks(spanish) == blanks(english), english


def test_both_begin_and_end_alike() -> None:
    for english, spanish in SENTENCES.items():
        for ours, theirs in ((english[:1], spanish[:1]), (english[-1:], spanish[-1:])):
            assert ours.isspace() == theirs.isspace(), english
        for mark in ".:…":
            assert english.rstrip().endswith(mark) == spanish.rstrip().endswith(mark), english


def test_each_sentence_is_translated_in_one_place() -> None:
    folder = said.ROOT / "words" / "spanish_sentences"
    keys = [
        ast.literal_eval(key)
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if key is not None
    ]
    assert sorted(keys) == sorted(SENTENCES)


def test_no_english_is_left_over() -> None:
    same = {english for english, spanish in SENTENCES.items() if english == spanish}
    assert {text for text in same if re.search("[a-z]{2}", said.without_blanks(text))} - NO_WORDS == set()


def test_nothing_reads_like_a_translation() -> None:
    """A question mark that is typed, as in 1+3?, is not a question."""
    mark = next(row for row, calque in enumerate(CALQUES["es"]) if calque.meant.startswith("an opening question mark"))
    wordings = {
        (text, words) for text in SENTENCES.values() for words, row in calques_in("es", "node", text) if row != mark
    }
    assert wordings == set()
    asked = {spanish for english, spanish in SENTENCES.items() if re.search(r"\?(?: \[|$)", english)}
    assert {spanish for spanish in asked if "¿" not in spanish} == set()


def test_every_translation_is_of_something_that_is_said() -> None:
    """Texts of the system and of argparse are not in our source."""
    there = {
        node.value
        for path in said.ROOT.rglob("*.py")
        if "spanish_sentences" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    there |= {level.replace("_", " ") for level in Urgency} | set(_FROM_OUTSIDE)
    assert SENTENCES.keys() - there == set()


_FROM_OUTSIDE = (
    "positional arguments", "options", "show this help message and exit", "show program's version number and exit",
    "no such file or directory", "permission denied", "operation not permitted", "is a directory", "not a directory",
    "no space left on device", "read-only file system", "disk quota exceeded", "file exists", "file name too long",
    "input/output error", "too many open files", "too many levels of symbolic links", "embedded null byte",
    "stale file handle", "device or resource busy", "broken pipe", "Expecting value", "Expecting ',' delimiter",
    "Expecting ':' delimiter", "Expecting property name enclosed in double quotes", "Unterminated string starting at",
    "Invalid control character at", "Invalid \\escape", "Invalid \\uXXXX escape", "Extra data",
    "Illegal trailing comma before end of object", "Illegal trailing comma before end of array",
)  # fmt: skip


def test_what_says_something_is_found(tmp_path: Path) -> None:
    """The collector itself: a sentence, each side of a choice, an error, help; no documentation, no key."""
    source = tmp_path / "it.py"
    source.write_text(
        '''
"""Documentation that is not said."""
_TABLE = {"key": "This text is said later."}
raise KneetreeError("gone")
say("one" if few else "many", x=f"{filled} too early")
raise KneetreeError(_TABLE["key"].format(x=1))
parser.add_argument("--x", help="helps")
re.compile("not said by anybody")
''',
        "utf-8",
    )
    said_root, said.ROOT = said.ROOT, tmp_path
    try:
        texts = {text.text for text in said.texts(source)}
        early = [text.text for text in said.filled_too_early(source)]
    finally:
        said.ROOT = said_root
    assert texts == {"This text is said later.", "gone", "one", "many", "helps"}
    assert sorted(early) == ["_TABLE['key'].format(x=1)", "{} too early"]
