"""Read the cells of a text whose rows are divided by commas, semicolons, tabs or bars, as spreadsheets write it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator


def cells(text: str) -> list[list[str]]:
    """Return the rows of a text; the divider is the one that its first line names, or that gives the most headings.

    Raises ``csv.Error`` if the text is not a table.
    """
    plain = text.lstrip("\ufeff")
    told = re.match(r"sep=(.)\r?\n", plain)  # spreadsheets write and read such a line
    plain = plain[told.end() :] if told else plain
    return list(_divided(plain, told[1] if told else max("\t;,|", key=lambda mark: _width(plain, mark))))


def _divided(text: str, divider: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=divider)


def _width(text: str, divider: str) -> int:
    """Return how many headings there are if the cells are divided so."""
    try:
        return len(next(_divided(text, divider), ()))
    except csv.Error:
        return 0
