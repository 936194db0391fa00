"""The sizes and counts in the papers are those that the program has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kneetree
from kneetree import importing
from kneetree.exchange.mermaid import MOST_EDGES, MOST_TEXT
from kneetree.exchange.spreadsheet import MOST_IN_A_CELL
from kneetree.files import backups, whole_files
from kneetree.importing import charts, workbooks
from kneetree.model import limits, pictures
from tests.papers.papers import NUMBERS, ROOT

MOST = limits.MOST
ALIKE = ("nodes", "findings", "questions", "advice", "warnings", "conditions", "sources", "layout")
CLAIMS = [
    ("docs/format.md", f"a file {whole_files.MAX_BYTES // 2**20} MB"),
    (
        "docs/format.md",
        f"{MOST['nodes']:,} nodes, findings, questions, lines of advice, warnings, conditions, sources or",
    ),
    ("docs/format.md", f"{MOST['cases']:,} cases"),
    ("docs/format.md", f"{MOST['regions']:,} regions"),
    ("docs/format.md", f"{MOST['safety']:,} rules"),
    ("docs/format.md", f"{MOST['scales']:,} scales"),
    ("docs/format.md", f"{MOST['pictures']:,} pictures"),
    ("docs/format.md", f"a text {limits.TEXT:,} characters"),
    ("docs/format.md", f"`do` and `avoid` {limits.ROW} entries each"),
    ("docs/format.md", f"the keys of a case's own {limits.DEPTH} levels"),
    ("docs/exchange.md", f"Above {MOST_EDGES} edges or {MOST_TEXT:,} characters"),
    ("docs/exchange.md", f"a cell holds {MOST_IN_A_CELL:,} characters"),
    ("docs/exchange.md", f"({importing._MOST_BYTES // 2**20} MB, {charts.MOST_SHAPES:,} shapes on a page,"),
    ("docs/exchange.md", f"{workbooks._MOST_CELLS:,} cells of a workbook)"),
    ("docs/format.md", f"at most {pictures.MOST_BYTES // 1024} KB"),
    ("docs/packaging.md", f"kneetree_{kneetree.__version__}_amd64.deb"),
    ("README.md", f"{NUMBERS[backups.MOST]} earlier states of each file are kept"),
]


@pytest.mark.parametrize(("paper", "claim"), CLAIMS, ids=[claim for _, claim in CLAIMS])
def test_a_figure_is_what_the_program_holds(paper: str, claim: str) -> None:
    text = re.sub(r"\s+", " ", (ROOT / paper).read_text("utf-8"))
    assert claim in text


def test_what_is_told_in_one_figure_has_one() -> None:
    assert len({MOST[key] for key in ALIKE}) == 1
    assert set(MOST) == {*ALIKE, "cases", "regions", "safety", "scales", "pictures"}


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("bench_*.py")), ids=lambda path: path.stem)
def test_every_benchmark_is_described_and_its_figures_are_kept(path: Path) -> None:
    assert f"`python -m benchmarks.{path.stem}`" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert f"### `{path.stem}`" in (ROOT / "docs" / "figures.md").read_text("utf-8")
