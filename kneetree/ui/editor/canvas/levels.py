"""From which zoom on the map shows what: titles from afar, then the first words of a box, then whole texts.

A zoom of 1 is 100 %, at which text is as large as elsewhere in the program; with large text, an author sees the same
at the same zoom.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Zooms:
    """Hold the zoom from which on each thing is shown."""

    boxes: float = 0.1
    """Each box by itself, in maps that are too large to draw them all from afar."""
    badges: float = 0.15
    """A badge at each box that has a problem; from further off they are counted beside the title of a region."""
    icons: float = 0.18
    """The icon of each box, and around it what marks it; from further off a mark fills its box, to be seen at all."""
    first_words: float = 0.3
    """The first words of each box; from further off regions have large titles that stay in sight."""
    whole_texts: float = 0.5
    """Boxes as they are, with whole texts, lines with their answers, grips and stubs."""


FROM = Zooms()
