"""Nodes and cases in a workbook: all texts are texts, nothing is a formula, and cases come back."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kneetree import exchange
from kneetree.drawing.markup import clean
from kneetree.errors import FileProblem
from kneetree.exchange import cases_table, spreadsheet
from kneetree.exchange.inert import unguarded
from kneetree.exchange.table import rows as rows_of_nodes
from kneetree.model.tree import Advice, Case, Tree
from tests.exchange.test_cases_table import people
from tests.exchange.test_exchange import TREES
from tests.trees import ask, leaf, make, small

FORMULAS = ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://x")', "\t=1", "'=1", "a;=1", "=1;=2", "#N/A"]


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("tree", TREES, ids=["small", "evil", "rich"])
def test_the_nodes_are_those_of_the_table_and_every_text_is_a_text(tree: Tree) -> None:
    book = opened(exchange.export(tree, "xlsx"))
    told = [
        [unguarded("" if c.value is None else str(c.value)) for c in row] for row in book[spreadsheet.NODES].iter_rows()
    ]
    # XML has one kind of line break
    assert told == [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in rows_of_nodes(tree)]
    for sheet in book:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n"}  # an empty cell counts as a number
            assert not any(isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")) for cell in row)
    assert book[spreadsheet.NODES]["A2"].value == 1
    assert book.properties.title == clean(tree.title).strip()
    assert ("Cases" in book.sheetnames) == bool(tree.cases)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_tree_or_a_case_is_a_formula(text: str) -> None:
    tree = make({"q": ask("f", "a", "b", text=text, help=text), "a": leaf(), "b": leaf()}, advice={"x": Advice(text)})
    tree.cases["c"] = Case(id="c", story=text)
    data = exchange.export(tree, "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name), name
    story = opened(data)[spreadsheet.CASES]["B2"]
    assert story.data_type == "s"
    assert story.value[0] == "'" or not story.value.lstrip("'").startswith(tuple("=+-@"))


@given(st.data())
def test_cases_come_back_from_a_workbook(data: st.DataObject) -> None:
    tree = small()
    wanted = data.draw(people(tree))
    tree.cases.clear()
    tree.cases.update({case.id: case for case in wanted})
    if not wanted:
        return
    rows = spreadsheet.cases_rows(exchange.export(tree, "xlsx"), "x.xlsx")
    empty = small()
    empty.cases.clear()
    # A workbook holds no control characters, and one kind of line break: so compare with what is without them.
    plain = [
        [clean(cell).replace("\r\n", "\n").replace("\r", "\n") for cell in row]
        for row in cases_table.to_cells(tree, wanted)
    ]
    assert [[unguarded(cell) for cell in row] for row in rows] == plain


def test_numbers_are_numbers_and_the_same_tree_gives_the_same_bytes() -> None:
    tree = TREES[2].copy()
    tree.cases["c"] = Case(id="c", story="45", extra={"age": 45})
    sheet = opened(exchange.export(tree, "xlsx"))[spreadsheet.CASES]
    cells = {sheet.cell(1, column).value: sheet.cell(2, column).value for column in range(1, sheet.max_column + 1)}
    assert (cells["age"], cells["story"]) == (45, "45")
    assert exchange.export(tree, "xlsx") == exchange.export(tree, "xlsx")
    assert cases_table.from_cells(tree, spreadsheet.cases_rows(exchange.export(tree, "xlsx"), "x"))[-1].extra == {
        "age": 45
    }


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    tree = small()
    long = {f"a{number}": Advice("x" * 20_000) for number in range(2)}
    tree.advice.update(long)
    tree.nodes["strain"] = structs.replace(tree.leaf("strain"), do=tuple(long))
    texts = [
        cell
        for row in opened(exchange.export(tree, "xlsx"))[spreadsheet.NODES].iter_rows(values_only=True)
        for cell in row
    ]
    assert max(len(text) for text in texts if isinstance(text, str)) == spreadsheet.MOST_IN_A_CELL
    assert any(isinstance(text, str) and text.endswith("(cut: a cell holds no more)") for text in texts)


def packed(sheet: str, **others: str) -> bytes:
    """A workbook whose one sheet is replaced by ``sheet``."""
    file = io.BytesIO()
    book = openpyxl.Workbook()
    book.save(file)
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
        for name, text in others.items():
            new.writestr(name, text)
    return out.getvalue()


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ENTITY = f'<!DOCTYPE x [<!ENTITY a "b">]><worksheet {NS}><sheetData/></worksheet>'
WIDE = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 400))
FORMULA = f'<worksheet {NS}><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no workbook"),
        (b"id,story\n", "no workbook"),
        (packed("<broken"), "no workbook"),
        (packed(ENTITY), "no workbook"),
        (packed(ENTITY.encode("utf-16").decode("utf-16"), other="<!DOCTYPE x>"), "no workbook"),
        (packed("", bomb="0" * (65 << 20)), "more than 64 MB"),
        (packed(f"<worksheet {NS}><sheetData>{WIDE}</sheetData></worksheet>"), "more than 5,000,000 cells"),
    ],
    ids=["empty", "csv", "broken", "entity", "entity elsewhere", "bomb", "wide"],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    with pytest.raises(FileProblem, match=told):
        spreadsheet.cases_rows(data, "x.xlsx")


def test_a_formula_is_read_as_the_text_it_is() -> None:
    assert spreadsheet.cases_rows(packed(FORMULA), "x.xlsx") == [["=1+1"]]


def test_nothing_of_it_is_loaded_before_a_workbook_is_wanted() -> None:
    code = "import sys, kneetree.exchange, kneetree.cli.commands; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
