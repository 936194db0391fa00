"""``kneetree import``: a draft tree is written, and whatever is open or wrong is named line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kneetree import edits
from kneetree.cli import output
from kneetree.files import tree_files
from kneetree.importing.template import SHIPPED
from kneetree.model.tree import Urgency
from tests.cli.test_cli import run
from tests.importing import drawn
from tests.importing.drawn import arrow, model, shape


def chart(yes: str = "Yes", no: str = "No", name: str = "Triage") -> bytes:
    red = shape("a", "Go", style=f"{drawn.BOX}fillColor=#f8cecc;")
    cells = (shape("q", "Hot?"), red, shape("b", "Stay"), arrow("1", "q", "a", yes), arrow("2", "q", "b", no))
    return drawn.file(model(*cells), model(shape("n", "Notes")), names=(name, "Notes"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "mine.drawio"
    place.write_bytes(chart())
    return place


def test_the_template_becomes_a_tree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, tree = tmp_path / "t.csv", tmp_path / "t.json"
    assert run("import", "--template", table) == 0
    assert table.read_bytes() == SHIPPED.read_bytes()
    assert run("import", table, "-o", tree) == 0
    assert "2 questions, 3 results." in capsys.readouterr().out
    assert run("check", tree) == 0


def test_options_say_what_the_drawing_does_not(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(chart("Positive", "Negative"))
    tree = tmp_path / "t.json"
    said = ["--page", "Triage", "--yes", "positive, plus", "--no", "negative", "--title", "Mine", "--language", "es"]
    assert run("import", file, "-o", tree, *said, "--urgency", "#F8CECC=emergency", "--urgency", "Stay=self-care") == 0
    made = tree_files.read_tree(tree).tree
    assert (made.title, made.language) == ("Mine", "es")
    assert [leaf.urgency for _, leaf in made.leaves()] == [Urgency.EMERGENCY, Urgency.SELF_CARE]
    assert "It is a draft: " in capsys.readouterr().out


def test_without_a_terminal_everything_that_is_open_is_named(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(chart("Positive", ""))
    assert run("import", file, "-o", tmp_path / "t.json") == 2
    assert "Which page holds the questions? Triage; Notes" in capsys.readouterr().err
    assert run("import", file, "-o", tmp_path / "t.json", "--page", "1") == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("kneetree: 'Hot?' leads to 'Go' by 'Positive'.")
    assert told[1].startswith("kneetree: 'Hot?' leads to 'Stay' by an arrow without a label.")
    assert len(told) == 3
    assert not (tmp_path / "t.json").exists()


def test_every_fault_is_a_line_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "t.csv"
    table.write_text("id,question,yes,no\nq,Hot?,a,b\nz,Cold?,a,a\na,Go,,\n", "utf-8")
    assert run("import", table, "-o", tmp_path / "t.json") == 2
    rows = [line.split(":")[1] for line in capsys.readouterr().err.splitlines()]
    assert rows == [" Row 2", " Row 3", " Row 3"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"], ["import", "FILE"], ["import", "-o", "x.json"], ["import", "FILE", "-o", "x.txt"],
        ["import", "gone.csv", "-o", "x.json"], ["import", "--template", "x.ods"], ["import", "FILE", "-o", "FILE"],
        ["import", "FILE", "-o", "x.json", "--page", "1", "--urgency", "red"],
        ["import", "FILE", "-o", "x.json", "--page", "1", "--urgency", "red=soon"],
        ["import", "FILE", "-o", "x.json", "--page", "1", "--language", "../es"],
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(file.parent)
    assert run(*[str(file) if one == "FILE" else one for one in arguments]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert [path.name for path in file.parent.iterdir()] == ["mine.drawio"]


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t.json").write_text("mine", "utf-8")
    (tmp_path / "t.csv").write_text("mine", "utf-8")
    assert run("import", file, "-o", tmp_path / "t.json", "--page", "1") == 2
    assert run("import", "--template", tmp_path / "t.csv") == 2
    assert capsys.readouterr().err.count("is there already") == 2
    assert [(tmp_path / name).read_text("utf-8") for name in ("t.json", "t.csv")] == ["mine", "mine"]


def test_in_a_terminal_it_asks(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(chart("Positive", ""))
    typed = iter(["9", "1", "maybe", "n", "Y", "", "5"])
    monkeypatch.setattr(output, "is_conversation", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _prompt: next(typed))
    assert run("import", file, "-o", tmp_path / "t.json") == 0
    made = tree_files.read_tree(tmp_path / "t.json").tree
    assert (made.nodes["hot"].target("yes"), made.nodes["hot"].target("no")) == ("stay", "go")
    assert edits.is_urgency_open(made.leaf("go"))
    assert made.leaf("stay").urgency is Urgency.SELF_CARE
    assert next(typed, None) is None
    assert "How urgent is 'Go'?" in capsys.readouterr().out


def test_answers_that_end_too_soon_are_a_sentence(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ended(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(output, "is_conversation", lambda: True)
    monkeypatch.setattr("builtins.input", ended)
    assert run("import", file, "-o", tmp_path / "t.json") == 2
    assert "nothing more was answered" in capsys.readouterr().err
