"""The command line in Spanish: all that it prints, and nothing else changes by that."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from kneetree.cli import arguments, help_words, speaking
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.words.sentences import sentence, told
from kneetree.words.spanish_sentences import SENTENCES
from tests.cli.test_check import guarded
from tests.cli.test_cli import run

COMMANDS = [
    ("--help",),
    *((name, "--help") for name in arguments.COMMANDS),
    ("check", "tree.json", "-v"),
    ("check", "--nothing"),
    ("check", "none.json"),
    ("check", "broken.json"),
    ("check", "typed.json"),
    ("cases", "tree.json"),
    ("cases", "tree.json", "--spared"),
    ("stats", "tree.json"),
    ("diff", "tree.json", "other.json"),
    ("diff", "tree.json", "tree.json"),
    ("report", "tree.json", "--case", "nobody"),
    ("report", "tree.json"),
    ("ask", "tree.json", "--answers", "y"),
    ("ask", "tree.json", "--answers", "y,y,y,y,y,y"),
    ("export", "tree.json", "-o", "out.nothing"),
    ("export", "tree.json", "-o", "out.svg", "--paper", "a4"),
    ("import", "table.csv", "-o", "new.json"),
    ("import", "table.csv"),
    ("import", "drawing.mmd", "-o", "new.json"),
]


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    tree = guarded()
    Path("tree.json").write_bytes(tree_files.encode_tree(tree))
    tree.title = "Other"
    del tree.rules["hot"]
    Path("other.json").write_bytes(tree_files.encode_tree(tree))
    Path("broken.json").write_text('{"format": "kneetree/6",\n "title": }', "utf-8")
    typed = json.loads(Path("tree.json").read_text("utf-8"))
    typed["nodes"]["calf"]["asks"] = 3
    Path("typed.json").write_text(json.dumps(typed), "utf-8")
    Path("table.csv").write_text("id,kind,question,yes goes to\na,list,Is it so?,b\n", "utf-8")
    Path("drawing.mmd").write_text("flowchart TD\nA[Is it so?] -->|maybe| B[One]\nA -->|perhaps| C[Two]\n", "utf-8")


@cache
def english() -> re.Pattern[str]:
    """Whatever only an English sentence says: the longest run of its words between two blanks."""
    runs = {max(re.split(r"\{[^}]*\}|`[^`]*`", text), key=len).strip() for text in SENTENCES}
    spanish = "\n".join(SENTENCES.values())
    return re.compile("|".join(re.escape(run) for run in sorted(runs) if run.count(" ") > 1 and run not in spanish))


def said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, *typed: str
) -> tuple[int, str]:
    monkeypatch.setenv("LANGUAGE", language)
    status = run(*typed)
    printed = capsys.readouterr()
    return status, printed.out + printed.err


@pytest.mark.parametrize("typed", COMMANDS, ids=" ".join)
def test_a_command_says_everything_in_spanish_and_ends_alike(
    typed: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, in_english = said(capsys, monkeypatch, "en", *typed)
    Path("new.json").unlink(missing_ok=True)
    same, in_spanish = said(capsys, monkeypatch, "es", *typed)
    assert same == status
    assert in_spanish != in_english
    assert english().findall(" ".join(in_spanish.split())) == []
    assert english().search(" ".join(in_english.split())), "what is looked for would not be found"


@pytest.mark.parametrize(
    "typed", [("check", "tree.json"), ("cases", "tree.json"), ("stats", "tree.json")], ids=" ".join
)
def test_json_is_the_same_in_every_language(
    typed: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said(capsys, monkeypatch, "es", *typed, "--json") == said(capsys, monkeypatch, "en", *typed, "--json")


def test_the_language_of_the_texts_is_that_of_what_is_said_about_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, printed = said(capsys, monkeypatch, "en", "ask", "--language", "es", "--answers", "y,y,y")
    assert status == 2
    assert printed.startswith("kneetree: Sobran respuestas: ")
    assert said(capsys, monkeypatch, "en", "ask", "tree.json", "--language", "fr")[1].startswith(
        "kneetree: tree.json is not"
    )
    assert speaking.language() == "en"


def test_what_argparse_refuses_with_is_known_by_its_template() -> None:
    for message, spanish in (
        ("the following arguments are required: -o", "faltan estos argumentos: -o"),
        ("argument -o: expected one argument", "el argumento -o necesita un valor"),
        ("argument --case: not allowed with argument --answers", "el argumento --case no puede ir junto con el"),
    ):
        assert help_words.refusal(message) == message
        assert told(help_words.refusal(message), "es").startswith(spanish)
    assert told(help_words.refusal("something else"), "es") == "something else"


def test_errors_of_the_system_are_told_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _, printed = said(capsys, monkeypatch, "es", "report", "tree.json", "--answers", "n,n", "-o", "none/there.html")
    assert printed.startswith("kneetree: No se puede guardar none/there.html: no existe la carpeta ")
    assert printed.endswith("/none. Cree esa carpeta o elija otro sitio.\n")
    assert told(KneetreeError("{name} cannot be used: {why}.", name="x", why=sentence("permission denied")), "es") == (
        "x no se puede usar: permiso denegado."
    )


def test_what_check_warns_of_has_another_word_than_the_warnings_of_a_tree(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, printed = said(capsys, monkeypatch, "es", "check", "tree.json")
    assert re.search(r"^aviso: .*\[\w+\]$", printed, re.MULTILINE)
    stale = sentence(
        "{part} {key!r} has changed meanwhile; this step no longer fits.", part=sentence("warning"), key="w"
    )
    assert told(stale, "es").startswith("«w» (advertencia) ")
