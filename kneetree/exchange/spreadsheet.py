"""The nodes and the cases as sheets of a workbook (XLSX), and the cases of a workbook back.

Every text is stored as text, never as a formula, and has the apostrophes of ``inert`` too, since it may be saved as CSV
later.  Only the numbers that a spreadsheet is to sort or count by are stored as numbers.  A formula that is in a
workbook is read as the text it is.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from kneetree.drawing.markup import clean
from kneetree.exchange import cases_table
from kneetree.exchange.inert import guarded
from kneetree.exchange.table import rows as rows_of_nodes
from kneetree.files import workbooks
from kneetree.files.whole_files import MAX_BYTES
from kneetree.model.tree import Tree

NODES, CASES = "Nodes", "Cases"
"""The names of the sheets."""
MOST_IN_A_CELL = 32_767
"""No spreadsheet keeps more characters in a cell."""
MOST_CELLS = 5_000_000
"""So many are read: 20,000 cases of 250 facts."""
_CUT = " … (cut: a cell holds no more)"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file within: the same tree gives the same bytes."""
_WIDE = 40


def workbook(tree: Tree) -> bytes:
    """Return a workbook with one sheet of nodes and, if the tree has cases, one of cases."""
    from openpyxl import Workbook  # noqa: PLC0415 - 120 ms, and few want a workbook
    from openpyxl.packaging.core import DocumentProperties  # noqa: PLC0415 - as above

    made, day = Workbook(write_only=True), datetime.datetime(*_DAY)
    made.properties = DocumentProperties(title=clean(tree.title), creator="kneetree", created=day)
    _fill(made, NODES, rows_of_nodes(tree), {"number", "at_least"})
    if tree.cases:
        _fill(made, CASES, cases_table.to_cells(tree, tree.cases.values()), tree.scales)
    file = io.BytesIO()
    made.save(file)
    return _timeless(file.getvalue())


def cases_rows(data: bytes, name: str) -> list[list[str]]:
    """Return the rows of the sheet of cases, or of the first sheet if none is called so.

    Raises ``FileProblem`` with the ``name`` of the file if this is not a workbook or one that unpacks to too much.
    """
    book = workbooks.Workbook(data, name, shown=False, most_bytes=MAX_BYTES)
    title = CASES if CASES in book.titles else next(iter(book.titles), None)
    rows = book.rows(title, MOST_CELLS) if title is not None else []
    return [row + [""] * (len(rows[0]) - len(row)) for row in rows]  # empty cells at the end are not stored


def _fill(
    made: Any, title: str, rows: Iterable[Sequence[str]], numbers: Collection[str] | Mapping[str, object]
) -> None:
    """Add a sheet, whose first row is of headings that stay in sight; some columns hold numbers."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    filled = [[clean(cell) for cell in row] for row in rows]
    sheet = made.create_sheet(title)
    sheet.freeze_panes = "B2"
    for place, heading in enumerate(filled[0], 1):
        longest = max((len(row[place - 1]) for row in filled), default=0)
        sheet.column_dimensions[_letters(place)].width = min(max(len(heading), longest, 4) + 2, _WIDE)
    bold, whole = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for row_at, row in enumerate(filled):
        cells: list[Any] = []
        for heading, text in zip(filled[0], row, strict=True):
            if not text:
                cells.append(None)  # most cells of cases are empty: 3.4 s with them, 1.3 s without
                continue
            cell: Any = WriteOnlyCell(sheet)
            if row_at and heading in numbers and re.fullmatch(r"-?[0-9]{1,9}", text):
                cell.value = int(text)
            else:
                cell.value = _short(guarded(text))
                cell.data_type = "s"  # it would take "=1" for a formula and "#N/A" for an error
            cell.alignment = whole
            if not row_at:
                cell.font = bold
            cells.append(cell)
        sheet.append(cells)


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    return get_column_letter(column)


def _short(text: str) -> str:
    """Return the text as a cell can hold it; cut, it says so."""
    return text if len(text) <= MOST_IN_A_CELL else text[: MOST_IN_A_CELL - len(_CUT)] + _CUT


def _timeless(data: bytes) -> bytes:
    """Return the same workbook without the time at which it was written."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", part)
            told = zipfile.ZipInfo(name, _DAY)
            told.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(told, part)
    return file.getvalue()
