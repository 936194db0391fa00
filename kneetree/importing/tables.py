"""Read tables of questions and results, as rows of cells: those that an author fills in, and the program's own.

The text of the program's own table is kept letter by letter; a cell that somebody filled in is trimmed.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kneetree.drawing.markup import clean
from kneetree.errors import FileProblem
from kneetree.exchange.inert import unguarded
from kneetree.files import divided_text
from kneetree.importing import headings, own_cells, written_cells
from kneetree.importing.faults import Fault, Faulty
from kneetree.importing.rows import Row, Sheet
from kneetree.importing.said import Said
from kneetree.importing.written_cells import CellError
from kneetree.model import limits
from kneetree.words.sentences import sentence

Cells = Sequence[str]


def cells_of(data: bytes, name: str) -> list[list[str]]:
    """Return the cells of a text whose rows are divided by commas, semicolons, tabs or bars.

    Raises ``FileProblem`` if it is none.
    """
    try:
        return divided_text.cells(_decoded(data))
    except csv.Error as error:
        raise FileProblem("{name} is no table ({error}); save it again as CSV.", name=name, error=error) from error


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")  # Excel writes CSV in the encoding of its system


def sheet_of(cells: Sequence[Cells], said: Said, title: str) -> Sheet:
    """Return the rows of a table whose first row has the headings; raise ``Faulty`` if these are not understood."""
    body = [[clean(unguarded(cell)) for cell in row] for row in cells]
    at = next((number for number, row in enumerate(body) if any(cell.strip() for cell in row)), None)
    if at is None:
        raise Faulty([Fault("", "there are no rows in this table; fill in the template.")])
    columns, faults = headings.columns_of(body[at])
    if faults:
        raise Faulty(faults)
    if len(body) - at > limits.MOST["nodes"]:
        raise Faulty([Fault("", sentence("there are {count:,} rows; divide the table.", count=len(body) - at))])
    own = headings.is_own(columns)
    by_name = [
        (
            sentence("Row {number}", number=number),
            {column: row[place] for place, column in columns.items() if place < len(row)},
        )
        for number, row in enumerate(body[at + 1 :], at + 2)
        if any(cell.strip() for cell in row)
    ]
    language = said.language or "en"
    net = own_cells.Nets([cells.get("get_help_if", "") for _, cells in by_name], language) if own else None
    made: list[Row] = []
    for where, row in by_name:
        try:
            made.append(_own(where, row, net, said) if net is not None else written_cells.row(where, row, said))
        except CellError as error:
            faults += [Fault(where, reason) for reason in error.reasons]
            made.append(_stub(where, row))
    return Sheet(
        rows=tuple(made), title=said.title or title, ids=own, faults=tuple(faults), root=_root(by_name, made),
        language=net.language if net is not None else language, call=net.call if net is not None else "",
    )  # fmt: skip


def _own(where: str, cells: Mapping[str, str], net: own_cells.Nets, said: Said) -> Row:
    """Return a row of the program's own table, as urgent as the author says beside it."""
    row = own_cells.row(where, cells, net)
    told = said.urgency(row.key, row.text) if row.kind == "leaf" else None
    return row if told is None else replace(row, urgency=told)


def _stub(where: str, cells: Mapping[str, str]) -> Row:
    """Return what others need of a row that cannot be read: what it is called, and where it leads."""
    text = (cells.get("text") or cells.get("title") or "").strip()
    key = cells.get("id", "").strip() or text or where
    leads = tuple(filter(None, (cells.get(column, "").strip() for column in ("yes", "no", "next"))))
    return Row(where=where, key=key, name=key, text=text, faulty=True, leads=leads)


def _root(by_name: Sequence[tuple[str, Mapping[str, str]]], rows: Sequence[Row]) -> str:
    """Return the key of the row that the program's own table numbers 1, ``""`` if there is none."""
    for (_, cells), row in zip(by_name, rows, strict=False):
        if cells.get("number", "").strip() == "1":
            return row.key
    return ""
