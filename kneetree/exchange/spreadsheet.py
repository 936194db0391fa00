"""The nodes and the cases as sheets of a workbook (XLSX), and the cases of a workbook back.

Every text is stored as text, never as a formula, and has the apostrophes of ``inert`` too, since it may be saved as CSV
later.  Only the numbers that a spreadsheet is to sort or count by are stored as numbers.  A formula that stands in a
workbook is read as the text it is.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kneetree.drawing.markup import clean
from kneetree.errors import FileProblem
from kneetree.exchange import cases_table
from kneetree.exchange.inert import guarded
from kneetree.exchange.table import rows as rows_of_nodes
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
_BROKEN = "{name}: this is no workbook that can be read; save it as .xlsx again, or as CSV."


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

    Raises ``FileProblem`` with the ``name`` of the file if this is no workbook or one that unpacks to too much.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - as above

    _look_at(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that are not read, such as rules for what may be typed
            read = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            sheet: Any = read[CASES] if CASES in read.sheetnames else read.worksheets[0]
            sheet.reset_dimensions()  # a file may say that it is larger than it is
            rows = list(_rows(sheet, name))
            return [row + [""] * (len(rows[0]) - len(row)) for row in rows]  # empty cells at the end are not stored
    except FileProblem:
        raise
    except Exception as error:  # it raises whatever a broken file brings about
        raise FileProblem(_BROKEN.format(name=name)) from error


# -- writing ---------------------------------------------------------------------------------------


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


# -- reading ---------------------------------------------------------------------------------------


def _rows(sheet: Any, name: str) -> Iterator[list[str]]:
    """Yield the rows of a sheet; a few bytes can ask for thousands of empty cells, so they are counted."""
    count = 0
    for row in sheet.iter_rows(values_only=True):
        count += len(row)
        if count > MOST_CELLS:
            raise FileProblem(f"{name}: there are more than {MOST_CELLS:,} cells; leave only the cases in the sheet.")
        yield [_text(value) for value in row]


def _look_at(data: bytes, name: str) -> None:
    """Refuse what is no archive, unpacks to more than a tree file may have, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_BYTES:
                raise FileProblem(f"{name}: the workbook unpacks to more than {MAX_BYTES // 2**20} MB; split it.")
            if any(_declares(archive, part) for part in archive.infolist()):
                raise FileProblem(_BROKEN.format(name=name))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise FileProblem(_BROKEN.format(name=name)) from error


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether a part has a document type, as no workbook does: it could declare entities."""
    with archive.open(part) as file:
        return any(b"<!DOCTYPE" in piece.replace(b"\0", b"") for piece in _pieces(file))


def _pieces(file: Any) -> Iterator[bytes]:
    """Yield a file in pieces that overlap, so that no word lies on a border unseen."""
    before = b""
    while piece := file.read(1 << 20):
        yield before + piece
        before = piece[-32:]


def _text(value: object) -> str:
    """Return a cell as it would stand in a table."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
