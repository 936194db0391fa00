"""A poster is printed on the paper that was asked for, or else on what the system says is usual."""

from __future__ import annotations

from pathlib import Path

import pytest

from kneetree.cli import papers
from kneetree.exchange import poster
from tests.cli.test_cli import Given, file, run

__all__ = ["file"]


@pytest.mark.parametrize(
    ("environment", "kept", "paper"),
    [
        ({}, None, "A4"),
        ({"LANG": "en_US.UTF-8"}, None, "Letter"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "es_ES.UTF-8"}, None, "A4"),
        ({"LANG": "de_DE", "LC_ALL": "fr_CA.UTF-8"}, None, "Letter"),
        ({"LANG": "C"}, "letter\n", "Letter"),
        ({"LANG": "en_US"}, "# the paper of this system\n\na4\n", "A4"),
        ({"PAPERSIZE": "a3"}, "letter", "A3"),
        ({"PAPERSIZE": "napkin"}, "Tabloid", "Tabloid"),
        ({"PAPERSIZE": ""}, "", "A4"),
    ],
)
def test_the_usual_paper(tmp_path: Path, environment: dict[str, str], kept: str | None, paper: str) -> None:
    system = tmp_path / "papersize"
    if kept is not None:
        system.write_text(kept, "utf-8")
    assert papers.usual(environment, system) == paper


def test_every_paper_is_one_of_the_posters() -> None:
    assert set(papers.NAMES.values()) <= poster.PAPERS.keys()


def test_the_paper_that_is_typed_is_taken(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, target = Given(), tmp_path / "map.poster.pdf"
    monkeypatch.setenv("PAPERSIZE", "letter")
    assert run("export", file, "-o", target, "--paper", "tabloid", given=given) == 0
    assert run("export", file, "-o", target, given=given) == 0
    assert given.papers == ["Tabloid", "Letter"]


def test_a_paper_is_refused_where_it_would_mean_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", file, "-o", tmp_path / "map.svg", "--paper", "a4") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert run("export", file, "-o", tmp_path / "map.poster.pdf", "--paper", "napkin") == 2
    assert "napkin" in capsys.readouterr().err
    assert list(tmp_path.glob("map*")) == []
