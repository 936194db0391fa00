"""Workbooks of other programs: what a cell says, and that nothing of openpyxl is loaded before one is read."""

from __future__ import annotations

import io

import openpyxl
import pytest

from kneetree.errors import FileProblem
from kneetree.files.workbooks import Workbook

LARGE = 1_000_000


def written(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def opened(data: bytes, *, shown: bool = True) -> Workbook:
    return Workbook(data, "x.xlsx", shown=shown, most_bytes=LARGE)


def test_a_cell_says_what_it_shows() -> None:
    book = opened(written(["a", None, True, False, 7.0, 7.5, 7]))
    assert book.titles == ["Sheet"]
    assert book.rows("Sheet", LARGE) == [["a", "", "yes", "no", "7", "7.5", "7"]]


@pytest.mark.parametrize(("shown", "text"), [(True, ""), (False, "=1+1")])
def test_a_formula_is_the_value_that_was_shown_or_the_text_that_it_is(shown: bool, text: str) -> None:
    data = written(["=1+1", "x"])  # nobody has worked it out yet
    assert opened(data, shown=shown).rows("Sheet", LARGE) == [[text, "x"]]


def test_too_many_cells_are_refused_in_one_sentence() -> None:
    book = opened(written(["a", "b"], ["c", "d"]))
    assert book.rows("Sheet", 6) == [["a", "b"], ["c", "d"]]
    with pytest.raises(FileProblem, match=r"^x\.xlsx has more than 5 cells; leave only"):
        book.rows("Sheet", 5)
