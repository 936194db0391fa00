"""Keep a spreadsheet from running a cell as a formula, whatever it takes for the border of a cell; and take that back.

A program that divides the rows at another sign than was meant sees cells where there are none: they may begin after any
comma, semicolon, tab, bar, quotation mark or line break.  An apostrophe is put before whatever could be run there.
"""

from __future__ import annotations

import re

_BORDERS = ',;|\t\r\n"'
_LEAD = r"""['"\s\u200b\ufeff]*"""
"""Characters between the border of a cell and a formula that spreadsheets drop."""
_RUN = r"[=+\-@\uff05\uff0b\uff0d\uff1d\uff20\ufe62\ufe63\ufe66\ufe6b]"
"""What a formula begins with, in its full-width and small forms too."""
_BEGINS = rf"(?:\A(?={_LEAD}(?:{_RUN}|[|\t\r\n]))|(?<=[{_BORDERS}])(?={_LEAD}{_RUN}))"
_PLACE = re.compile(_BEGINS)
_GUARDED = re.compile(rf"{_BEGINS}'")


def guarded(cell: str) -> str:
    """Return the cell as text of which no spreadsheet runs any part; ``unguarded`` gives the cell back."""
    return _PLACE.sub("'", cell)


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophes that ``guarded`` put in."""
    return _GUARDED.sub("", cell)
