"""Read the cells of an XLSX workbook that nobody has to trust.

A workbook is a packed folder of XML.  Before openpyxl sees it, its parts are counted and looked through for document
types, by which XML could draw in other files or grow without end.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kneetree.errors import FileProblem

_MOST_PARTS = 1_000
_PIECE = 1 << 20
_BROKEN = "{name}: this is no workbook that can be read; save it as .xlsx again, or as CSV."
_DECLARES = "{name}: this is no workbook that can be read: it declares a document type; save it as .xlsx again."


class Workbook:
    """An opened workbook, whose sheets are read one by one; ``titles`` are their names in order."""

    def __init__(self, data: bytes, name: str, *, shown: bool, most_bytes: int) -> None:
        """Open the bytes of a file called ``name``, which may unpack to ``most_bytes``.

        With ``shown`` a formula is read as the value that was last shown for it, else as the text that it is.  Raises
        ``FileProblem`` if this is not a workbook, or not one to be read.
        """
        _look_through(data, name, most_bytes)
        import openpyxl  # noqa: PLC0415 - 150 ms, and most never read a workbook

        self._name = name
        with _told(name):
            self._book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=shown, keep_links=False)
            self.titles: list[str] = [sheet.title for sheet in self._book.worksheets]

    def rows(self, title: str, most_cells: int) -> list[list[str]]:
        """Return the rows of a sheet; raise ``FileProblem`` if it is damaged or has too many cells, empty ones too."""
        found: list[list[str]] = []
        count = 0
        with _told(self._name):
            sheet: Any = self._book[title]
            sheet.reset_dimensions()  # some programs write a wrong size, which would cut rows off
            for row in sheet.iter_rows(values_only=True):
                count += len(row) + 1
                if count > most_cells:
                    raise FileProblem(
                        "{name} has more than {cells:,} cells; leave only the table in the sheet, or save it as CSV.",
                        name=self._name,
                        cells=most_cells,
                    )
                found.append([_text(value) for value in row])
        return found


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn whatever openpyxl raises for a damaged file into one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that are not read, such as rules for what may be typed
            yield
    except FileProblem:
        raise
    except Exception as error:
        raise FileProblem(_BROKEN, name=name) from error


def _look_through(data: bytes, name: str, most_bytes: int) -> None:
    """Refuse what is not an archive, unpacks to too much, or declares a document type."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > most_bytes:
                raise FileProblem(
                    "{name} is too large: it unpacks to more than {megabytes} MB, or {parts} parts; "
                    "save the one sheet alone.",
                    name=name,
                    megabytes=most_bytes // 2**20,
                    parts=_MOST_PARTS,
                )
            if any(_declares(packed, part) for part in parts):
                raise FileProblem(_DECLARES, name=name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise FileProblem(_BROKEN, name=name) from error


def _declares(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether a part has a document type, as no workbook does: it could declare entities."""
    with packed.open(part) as file:
        return any(b"<!DOCTYPE" in piece.replace(b"\0", b"") for piece in _pieces(file))


def _pieces(file: Any) -> Iterator[bytes]:
    """Yield a file in pieces that overlap, so that no word lies on a border unseen."""
    before = b""
    while piece := file.read(_PIECE):
        yield before + piece
        before = piece[-32:]


def _text(value: object) -> str:
    """Return a cell as it would be written in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
