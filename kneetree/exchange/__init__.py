"""A tree as bytes in the formats of other programs; ``docs/exchange.md`` says what each format loses.

PNG and PDF need Qt, so they are made from the SVG picture in ``kneetree.ui``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from kneetree.errors import KneetreeError
from kneetree.exchange.chart import chart
from kneetree.exchange.dot import dot
from kneetree.exchange.fhir import fhir
from kneetree.exchange.graphml import graphml
from kneetree.exchange.map_svg import svg
from kneetree.exchange.mermaid import mermaid
from kneetree.exchange.spreadsheet import workbook
from kneetree.exchange.table import table
from kneetree.exchange.web_page import web_page
from kneetree.model.tree import Tree

__all__ = ["DRAWN", "FORMATS", "export", "format_of"]

FORMATS: Mapping[str, Callable[[Tree], bytes]] = {
    "svg": svg,
    "dot": dot,
    "mmd": mermaid,
    "graphml": graphml,
    "csv": table,
    "xlsx": workbook,
    "fhir.json": fhir,
    "chart.html": chart,
    "html": web_page,
}
"""The functions that write each format, by the ending of a file name."""
DRAWN = ("png", "poster.pdf", "pdf")
"""The endings of the pictures that need Qt; a poster is spread over several sheets."""


def format_of(name: str) -> str:
    """Return which of ``FORMATS`` or ``DRAWN`` a file name asks for; raise ``KneetreeError`` if the name fits none."""
    lower = PurePath(name).name.lower()
    for ending in (*FORMATS, *DRAWN):
        if lower.endswith(f".{ending}"):
            return ending
    known = ", ".join(f".{ending}" for ending in (*FORMATS, *DRAWN))
    raise KneetreeError(
        "{name} does not say which format to export to; let its name end in one of {known}.", name=name, known=known
    )


def export(tree: Tree, format: str) -> bytes:
    """Return the tree in one of ``FORMATS``; raise ``KneetreeError`` for any other."""
    if format not in FORMATS:
        raise KneetreeError(
            "There is no export called {format!r}; choose one of {formats}.", format=format, formats=", ".join(FORMATS)
        )
    return FORMATS[format](tree)
