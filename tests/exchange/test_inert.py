"""No cell is run as a formula, whatever sign a spreadsheet divides the cells at, and nothing is lost by that."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import exchange
from kneetree.exchange.cases_table import from_rows, to_rows
from kneetree.exchange.inert import guarded, unguarded
from kneetree.model.tree import Case
from tests.trees import small

EVIL = "=+-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
CELLS = st.text(st.sampled_from(f"ab1'\" ,;|\t\r\n\u200b\ufeff\u00a0{EVIL}"), max_size=12)
FORMULA = re.compile(f'^["\\s\u200b\ufeff]*[{re.escape(EVIL)}]')


def cells_of(text: str, delimiter: str) -> list[str]:
    """Return what a spreadsheet may take for cells: with its quotation marks, and without regard to them."""
    read = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row]
    return [*read, *re.split(f"[{re.escape(delimiter)}\r\n]", text), *re.split(f'[{re.escape(delimiter)}\r\n"]', text)]


def written(rows: list[list[str]], delimiter: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=3), st.sampled_from(",\t"), st.sampled_from(",;\t|"))
def test_no_cell_is_a_formula_wherever_it_is_divided(rows: list[list[str]], by: str, read_by: str) -> None:
    text = written([[guarded(cell) for cell in row] for row in rows], by)
    for cell in cells_of(text, read_by):
        assert not FORMULA.match(cell), cell


@given(CELLS | st.text(max_size=20))
def test_nothing_is_lost(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert re.sub("'", "", guarded(cell)) == re.sub("'", "", cell)


@pytest.mark.parametrize("cell", ["=1+1", " =1+1", "'=1", "a;=1", "a\n-1", "\ta", "\uff1d1", "|cmd", "\ufeff=1"])
def test_what_could_be_run_has_an_apostrophe_before_it(cell: str) -> None:
    assert guarded(cell).count("'") == cell.count("'") + 1


@pytest.mark.parametrize("cell", ["", "a-b", "2 - 3", "Is it worse, or not?", "a, b; c", "it's", "5 +", "x@y"])
def test_an_ordinary_text_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@pytest.mark.parametrize("sign", list(",;\t|"))
def test_no_text_of_a_tree_is_a_formula_in_its_table(sign: str) -> None:
    tree = small()
    for key, question in tree.questions.items():
        tree.questions[key] = structs.replace(question, text=f"=1{sign}=2\n-3", help='"@x', note=f"a{sign} +4")
    for cell in cells_of(exchange.export(tree, "csv").decode("utf-8-sig"), sign):
        assert not FORMULA.match(cell), cell


@pytest.mark.parametrize("sign", list(",;\t|"))
def test_cases_come_back_from_a_table_divided_by_any_sign(sign: str) -> None:
    tree = small()
    finding = next(iter(tree.findings))
    people = [Case(id="p1", story='=1;=2|"-3"\n@x, +5', findings={finding: True}), Case(id="p2", story="plain")]
    assert from_rows(tree, to_rows(tree, people, sign)) == people
    assert from_rows(tree, f"\ufeffsep={sign}\r\n" + to_rows(tree, people, sign)) == people
    for cell in cells_of(to_rows(tree, people, sign), sign):
        assert not FORMULA.match(cell), cell
