"""Choose the sheet of an XLSX workbook that holds the questions: the values that are shown, never a formula."""

from __future__ import annotations

from collections.abc import Sequence

from kneetree.files.workbooks import Workbook
from kneetree.importing import headings
from kneetree.importing.faults import Fault, Faulty, Unsettled, Wanted, named
from kneetree.importing.said import Said
from kneetree.words.sentences import joined, sentence

_MOST_BYTES = 48 * 1024 * 1024
"""What all parts of a workbook may be together, unpacked."""
_MOST_CELLS = 100_000
"""So many take openpyxl a second or two; a table of the program with more has thousands of rows, and fits CSV."""


def cells_of(data: bytes, name: str, said: Said) -> list[list[str]]:
    """Return the cells of the one sheet that holds a table of questions, or of the one that the author means.

    Raises ``FileProblem`` if the file cannot be read, ``Unsettled`` if the author has to choose a sheet.
    """
    book = Workbook(data, name, shown=True, most_bytes=_MOST_BYTES)
    sheets = {title: _without_empty_ends(book.rows(title, _MOST_CELLS)) for title in book.titles}
    return _chosen({title: rows for title, rows in sheets.items() if rows}, said)


def _without_empty_ends(rows: list[list[str]]) -> list[list[str]]:
    """Take the empty cells at the end of each row away, and the empty rows at the end."""
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _chosen(sheets: dict[str, list[list[str]]], said: Said) -> list[list[str]]:
    titles: Sequence[str] = list(sheets)
    wanted = said.answers.get("page", "") or said.page
    if wanted:
        for number, title in enumerate(titles, 1):
            if wanted in (title, str(number)):
                return sheets[title]
        known = joined(", ", (named(title) for title in titles))
        told = "there is no sheet {wanted} in this workbook; there is: {known}."
        raise Faulty([Fault("", sentence(told, wanted=named(wanted), known=known))])
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
