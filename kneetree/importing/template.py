"""The table that an author fills in, as it is shipped: its headings, and a few rows that show how it is meant."""

from __future__ import annotations

import io
from pathlib import Path

from kneetree import shipped
from kneetree.errors import FileProblem, shortened
from kneetree.importing import tables

SHIPPED = shipped.root() / "templates" / "questions.csv"


def template(name: str) -> bytes:
    """Return the template in the format that a file name ends in; raise ``FileProblem`` if that is not a table."""
    ending = Path(name).suffix.lower()
    data = SHIPPED.read_bytes()
    if ending == ".csv":
        return data
    if ending != ".xlsx":
        raise FileProblem("{name} does not end in .csv or .xlsx; the template is a table.", name=shortened(name))
    return _workbook(data)


def _workbook(data: bytes) -> bytes:
    import openpyxl  # noqa: PLC0415 - 150 ms, and most never write a workbook

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Questions")
    for row in tables.cells_of(data, SHIPPED.name):
        sheet.append(row)
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
