"""What all parts of a printed result share: the summary, a family of type, the width of a page, and how text is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

from kneetree import words
from kneetree.report.summary import Summary
from kneetree.ui.printing.page_rows import Row, Style, paragraph

GUTTER = 14.0
LEAST = 8
"""The smallest type on paper, in points."""
_NARROW = ("Arial", "Helvetica", "Liberation Sans", "Nimbus Sans")
_SAMPLE = "abcdefghijklmnopqrstuvwxyz"
_WIDE = 0.55
"""The mean width of a letter, by the size of the type, from which a family is too wide for small print."""


def paper_family() -> str:
    """Return the family of the window, or a narrower one that is installed if that is as wide as DejaVu Sans."""
    family = QFontInfo(QGuiApplication.font()).family()
    if not is_wide(family):
        return family
    installed = set(QFontDatabase.families())
    return next((name for name in _NARROW if name in installed), family)


def is_wide(family: str) -> bool:
    """Return whether a family of type is too wide for small print, as DejaVu Sans is."""
    made = QFont(family)
    made.setPixelSize(100)
    return QFontMetricsF(made).horizontalAdvance(_SAMPLE) / len(_SAMPLE) > 100 * _WIDE


@dataclass(frozen=True)
class Sheet:
    """Paper for one summary: text is ``width`` points wide, and at most ``room`` points are on a page."""

    summary: Summary
    family: str
    width: float
    room: float

    def narrow(self, width: float) -> Sheet:
        """Return a sheet for a column of this one."""
        return replace(self, width=width)

    def column(self, number: int) -> Sheet:
        """Return a sheet for one of ``number`` columns."""
        return self.narrow((self.width - (number - 1) * GUTTER) / number)

    def word(self, key: str, **values: object) -> str:
        """Return a text of the program in the language of the result."""
        return words.text(self.summary.language, key, **values)

    def text(self, text: str, style: Style) -> list[Row]:
        """Return a paragraph."""
        return paragraph(text, self.family, self.width, style)

    def heading(self, text: str, size: float) -> list[Row]:
        """Return a heading for text of ``size``."""
        return self.text(text, Style(size, bold=True, before=size / 2, after=2 if size > LEAST + 1 else 0, keep=True))

    def bullets(self, heading: str, lines: Iterable[str], size: float) -> list[Row]:
        """Return a heading with its lines, or nothing if there are none."""
        found = self.listed(lines, size)
        return [*self.heading(heading, size + 1), *found] if found else []

    def listed(self, lines: Iterable[str], size: float) -> list[Row]:
        """Return each line behind a bullet; the smallest type is set close."""
        close = size <= LEAST
        bullet = Style(size, indent=size, sign="•", after=0 if close else size / 6, leading=1.0 if close else 1.06)
        return [row for line in lines for row in self.text(line, bullet)]
