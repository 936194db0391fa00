"""The shipped icons as SVG text in any colour: for the window, for paper and for drawings.

All of them are drawn in one colour, which is replaced here and nowhere else.  This module knows nothing
of Qt and is quick to import, since the first page of the window waits for it.
"""

from __future__ import annotations

import re
from functools import cache

from kneetree import shipped
from kneetree.drawing.palette import INK
from kneetree.errors import FileProblem

DRAWN_IN = INK
"""The colour of every line in the files."""


def icon_svg(name: str, colour: str) -> str:
    """Return the whole file of the icon ``name``, its lines in ``colour`` (as SVG writes one: ``#RRGGBB``).

    Raises ``FileProblem`` if there is no such icon.
    """
    return _source(name).replace(DRAWN_IN, colour)


def icon_shapes(name: str, colour: str) -> str:
    """Return only the shapes of an icon on its 48 x 48 field, for use in another drawing.

    Title and description are left out.  Raises ``FileProblem`` if there is no such icon.
    """
    whole = icon_svg(name, colour)
    begin, end = whole.index("<g "), whole.rindex("</g>") + len("</g>")
    return re.sub(r"\s*\n\s*", "", whole[begin:end])


@cache
def _source(name: str) -> str:
    path = shipped.root() / "icons" / f"{name}.svg"
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise FileProblem("The picture {name} is missing; install kneetree again.", name=path.name) from error
