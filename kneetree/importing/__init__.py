"""A table or a flow chart that was made elsewhere becomes a tree: CSV, XLSX, draw.io, yEd's GraphML and Mermaid.

Nothing here alters a tree or writes a file.  What is read is judged by ``kneetree.checks`` as any other draft is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from kneetree.drawing.markup import clean
from kneetree.errors import FileProblem, shortened
from kneetree.importing import chart_rows, drawio, mermaid, tables, workbooks, yed
from kneetree.importing.charts import Page
from kneetree.importing.faults import Fault, Faulty, Unsettled, Wanted, named
from kneetree.importing.rows import Sheet
from kneetree.importing.said import Said, plainly, urgency_of
from kneetree.importing.tree_of_rows import tree_of
from kneetree.model.tree import Tree
from kneetree.words.sentences import joined

__all__ = ["ENDINGS", "Fault", "Faulty", "Imported", "Said", "Unsettled", "Wanted", "plainly", "read", "urgency_of"]


class Imported(NamedTuple):
    """A tree, and sentences about what was read otherwise than it is written."""

    tree: Tree
    notes: tuple[str, ...]


ENDINGS = ("csv", "tsv", "xlsx", "drawio", "xml", "svg", "graphml", "mmd", "mermaid", "md")
"""The endings of the files that can be read; ``xml`` and ``svg`` where they hold a drawing of draw.io."""

_CHARTS: Mapping[str, Callable[[bytes, str], list[Page]]] = {
    "drawio": drawio.pages, "xml": drawio.pages, "svg": drawio.pages, "graphml": yed.pages, "mmd": mermaid.pages,
    "mermaid": mermaid.pages, "md": mermaid.pages,
}  # fmt: skip
_NAMED = 6
"""So many results are named where one is not found."""
_MOST_BYTES = 16 * 1024 * 1024
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def read(data: bytes, name: str, said: Said | None = None) -> Imported:
    """Return the tree that is in the bytes of a file called ``name``.

    Raises ``FileProblem`` if that cannot be read at all, ``Faulty`` with everything in it that cannot become a tree,
    and ``Unsettled`` with what the author has to say first; ``said`` is what they have said so far.
    """
    told = said or Said()
    shown = shortened(name)
    if len(data) > _MOST_BYTES:
        raise FileProblem("{name} has more than {most} MB; divide it.", name=shown, most=_MOST_BYTES // 2**20)
    if told.language and not _LANGUAGE.fullmatch(told.language):
        raise FileProblem(
            "{language} is no code of a language; write one such as en or es.", language=shortened(told.language)
        )
    sheet = _sheet(data, name, shown, told)
    for one in told.urgencies:
        if one not in told.used:
            raise FileProblem(
                "No result has the id, the text or the colour {what}. Write it as it is in {name}, such as {known}.",
                what=named(one),
                name=shown,
                known=_results(sheet),
            )
    return Imported(tree_of(sheet), sheet.notes)


def _results(sheet: Sheet) -> str:
    """Return the ids of the first results, each in quotes."""
    leads = [row.key for row in sheet.rows if not (row.yes or row.no or row.next or row.leads)]
    return joined(", ", (named(key) for key in leads[:_NAMED])) if leads else "#f8cecc"


def _sheet(data: bytes, name: str, shown: str, said: Said) -> Sheet:
    path = PurePath(name)
    ending = path.suffix.lower().removeprefix(".")
    title = clean(path.name).partition(".")[0].replace("_", " ").strip() or "Tree"
    if ending in ("csv", "tsv"):
        return tables.sheet_of(tables.cells_of(data, shown), said, title)
    if ending == "xlsx":
        return tables.sheet_of(workbooks.cells_of(data, shown, said), said, title)
    if ending in _CHARTS:
        return chart_rows.sheet_of(_CHARTS[ending](data, shown), said, title)
    known = ", ".join(f".{one}" for one in ENDINGS)
    raise FileProblem(
        "{name} does not end in one of {known}; save it in one of these formats.", name=shown, known=known
    )
