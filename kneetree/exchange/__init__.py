"""A tree in other programs' formats, as bytes.  What each loses is written in ``docs/exchange.md``.

PNG and PDF are made from the SVG picture where Qt is: not here.
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
from kneetree.exchange.table import table
from kneetree.model.tree import Tree

__all__ = ["DRAWN", "FORMATS", "export", "format_of"]

FORMATS: Mapping[str, Callable[[Tree], bytes]] = {
    "svg": svg,
    "dot": dot,
    "mmd": mermaid,
    "graphml": graphml,
    "csv": table,
    "fhir.json": fhir,
    "html": chart,
}
"""What a file name ends in, and what writes it."""
DRAWN = ("png", "poster.pdf", "pdf")
"""Endings of the pictures that need Qt; the second is one over several sheets."""


def format_of(name: str) -> str:
    """The format that a file name asks for, one of ``FORMATS`` or ``DRAWN``; ``KneetreeError`` where it is none."""
    lower = PurePath(name).name.lower()
    for ending in (*FORMATS, *DRAWN):
        if lower.endswith(f".{ending}"):
            return ending
    known = ", ".join(f".{ending}" for ending in (*FORMATS, *DRAWN))
    raise KneetreeError(f"{name} does not say which format it shall have; let its name end in one of {known}.")


def export(tree: Tree, format: str) -> bytes:
    """The tree in one of ``FORMATS``."""
    if format not in FORMATS:
        raise KneetreeError(f"There is no export called {format!r}; choose one of {', '.join(FORMATS)}.")
    return FORMATS[format](tree)
