"""Read the cells of an XLSX workbook: the values that are shown, never a formula.

A workbook is a packed folder of XML.  Before openpyxl sees it, its parts are counted and looked through for document
types, by which XML could draw in other files or grow without end.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

from kneetree.errors import FileProblem
from kneetree.importing import headings, xml_reading
from kneetree.importing.faults import Fault, Faulty, Unsettled, Wanted, named
from kneetree.importing.said import Said

_MOST_BYTES = 48 * 1024 * 1024
"""What all parts of a workbook may be together, unpacked."""
_MOST_PARTS = 1_000
_MOST_CELLS = 100_000
"""So many take openpyxl a second or two; a table of the program with more has thousands of rows, and fits CSV."""


def cells_of(data: bytes, name: str, said: Said) -> list[list[str]]:
    """Return the cells of the one sheet that holds a table of questions, or of the one that the author means.

    Raises ``FileProblem`` if the file cannot be read, ``Unsettled`` if the author has to choose a sheet.
    """
    _look_through(data, name)
    import openpyxl  # noqa: PLC0415 - 150 ms, and most never read a workbook

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = {sheet.title: _values(sheet, name) for sheet in book.worksheets}
    except (FileProblem, Faulty):
        raise
    except Exception as error:  # a damaged workbook raises whatever the damage led to
        raise FileProblem(f"{name} is damaged, or not a workbook; save it again as .xlsx.") from error
    return _chosen({title: rows for title, rows in sheets.items() if rows}, said)


def _look_through(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
                raise FileProblem(f"{name} is too large to be a table of questions; save the one sheet alone.")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    xml_reading.refuse_declarations(packed.read(part), name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise FileProblem(f"{name} is damaged, or not a workbook; save it again as .xlsx.") from error


def _values(sheet: Any, name: str) -> list[list[str]]:
    rows: list[list[str]] = []
    count = 0
    sheet.reset_dimensions()  # some programs write a wrong size, which would cut rows off
    for row in sheet.iter_rows(values_only=True):
        cells = [_shown(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        count += len(row) + 1
        if count > _MOST_CELLS:
            raise FileProblem(f"{name} has more than {_MOST_CELLS:,} cells; save it as CSV.")
        rows.append(cells)
    while rows and not any(rows[-1]):
        rows.pop()
    return rows if any(any(row) for row in rows) else []


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _chosen(sheets: dict[str, list[list[str]]], said: Said) -> list[list[str]]:
    titles: Sequence[str] = list(sheets)
    wanted = said.answers.get("page", "") or said.page
    if wanted:
        for number, title in enumerate(titles, 1):
            if wanted in (title, str(number)):
                return sheets[title]
        known = ", ".join(named(title) for title in titles)
        raise Faulty([Fault("", f"there is no sheet {named(wanted)} in this workbook; there is: {known}.")])
    fitting = [title for title in titles if _is_table(sheets[title])]
    if len(fitting) == 1:
        return sheets[fitting[0]]
    if len(titles) > 1:
        choices = tuple((str(number), title) for number, title in enumerate(titles, 1))
        raise Unsettled([Wanted("page", "sheet", "Which sheet holds the questions?", choices)])
    return sheets[titles[0]] if titles else []


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    first = next((row for row in rows if any(cell.strip() for cell in row)), ())
    return not headings.columns_of(first)[1]
