"""The printed result, black on white, on two pages: the first for the person, the second for a clinician.

Made from a ``Summary`` alone, in points, for any painter: PDF, printer or preview.  Each page is set as large as it
fits, and no type is smaller than 8 pt.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kneetree.report.summary import Summary
from kneetree.ui.printing import clinic_rows, person_rows
from kneetree.ui.printing.clinic_rows import ClinicLook
from kneetree.ui.printing.page_rows import BLACK, Row, height_of, lines_of, paginate, printed_font, ruled
from kneetree.ui.printing.person_rows import PersonLook
from kneetree.ui.printing.sheet import LEAST, Sheet, is_wide, paper_family

A4 = QSizeF(595.28, 841.89)
LETTER = QSizeF(612, 792)
_MARGIN = 32.0
_HEAD = 30.0
_FOOT = 20.0
_LINE = 10.0
_MOST = 2
_NARROW = (0.93, 0.9, 0.86, 0.8)
"""How narrow the type of a page is set, as high as ever, where its tightest look does not fit."""
_AT_LAST = (1.0, *_NARROW, 0.74)
"""How narrow the type of all pages is set where one of the two parts does not fit its page."""
_IF_WIDE = (0.68, 0.63, 0.58, 0.54)
"""How narrow besides where the only font is a wide one, which is then as narrow as a usual one at 0.7."""
_WORTH_FILLING = 80.0
"""The least room at the foot of a page in which another part may begin, in points."""


@dataclass(frozen=True)
class Page:
    """The rows of a page with their tops, and how narrow its type is set."""

    rows: list[tuple[Row, float]]
    narrow: float = 1.0


class Pages:
    """The pages of one summary on paper of ``size`` (points); ``placed`` is what is on each."""

    def __init__(self, summary: Summary, size: QSizeF = A4) -> None:
        self._summary = summary
        self._size = size
        self._width = size.width() - 2 * _MARGIN
        self._family = paper_family()
        self._help = self._help_lines()
        whole = size.height() - 2 * _MARGIN - _HEAD - _FOOT
        self.placed = self._made(whole, whole - _LINE * len(self._help))

    def __len__(self) -> int:
        return len(self.placed)

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw page ``number``, from 0; one unit of the painter is a point."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        self._paint_foot(painter, number)
        painter.translate(_MARGIN, _MARGIN + _HEAD)
        painter.scale(self.placed[number].narrow, 1)
        for row, top in self.placed[number].rows:
            row.paint(painter, 0, top)
        painter.restore()

    def _made(self, first_room: float, next_room: float) -> list[Page]:
        """Return a page for the person and one for a clinician, or else pages on which both flow.

        The first page has more room than the next, since it holds all the warnings and needs no reminder of them.
        """
        sheet = Sheet(self._summary, self._family, self._width, next_room)
        first = _person_page(sheet, first_room)
        second = _clinic_page(sheet, next_room) if first else None
        if first and second:
            return [first, second]
        looks, narrowest = person_rows.LOOKS[-2:], (*_AT_LAST, *(_IF_WIDE if is_wide(self._family) else ()))
        for most, tried in ((_MOST, narrowest), (_MOST + 1, narrowest[:-1])):
            for narrow, look, clinic in itertools.product(tried, looks, clinic_rows.AT_LAST):
                pages = _flowing(sheet, look, clinic, narrow, first_room)
                if len(pages) <= most:
                    return pages
        # Type that is narrower still cannot be read: better more pages.
        return _flowing(sheet, looks[-1], clinic_rows.AT_LAST[0], 1.0, first_room)

    # -- on every page ---------------------------------------------------------------------------

    def _paint_head(self, painter: QPainter) -> None:
        summary, sheet = self._summary, Sheet(self._summary, self._family, self._width, 0)
        version = sheet.word("page.version", version=summary.tree_version) if summary.tree_version else ""
        content = sheet.word("page.content", hash=summary.content_hash)
        left = " · ".join(filter(None, (summary.tree_title, version, content)))
        made = sheet.word("page.made", date=summary.made, program=summary.program)
        plain = printed_font(self._family, LEAST)
        right = lines_of(made, plain, self._width, 1)[0][0]
        taken = self._advance(plain, right)
        self._line(painter, lines_of(left, plain, self._width - taken - 12, 1)[0][0], _MARGIN)
        self._line(painter, right, _MARGIN, right=True)
        bold = printed_font(self._family, LEAST, bold=True)
        self._line(painter, lines_of(summary.review_sentence, bold, self._width, 1)[0][0], _MARGIN + 11, bold=True)
        ruled(painter, _MARGIN, _MARGIN + 24, self._width)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        """Draw the number of the page, and after the first page when to call for help."""
        reminder = self._help if number else []
        top = self._size.height() - _MARGIN - _LINE * len(reminder) - _FOOT + 6
        ruled(painter, _MARGIN, top, self._width)
        for index, line in enumerate(reminder):
            self._line(painter, line, top + 3 + _LINE * index, bold=True)
        page = Sheet(self._summary, self._family, self._width, 0).word("page.of", page=number + 1, pages=len(self))
        self._line(painter, page, top + 4 + _LINE * len(reminder), right=True)

    def _help_lines(self) -> list[str]:
        """Return the most urgent warnings, whole."""
        text = next((row.sentence for row in self._summary.get_help_if), self._summary.emergency)
        made = printed_font(self._family, LEAST, bold=True)
        return [line for line, _ in lines_of(text, made, self._width)] if text else []

    def _line(self, painter: QPainter, text: str, top: float, *, bold: bool = False, right: bool = False) -> None:
        made = printed_font(self._family, LEAST, bold)
        painter.setFont(made)
        painter.setPen(BLACK)
        left = _MARGIN + self._width - self._advance(made, text) if right else _MARGIN
        painter.drawText(QPointF(left, top + LEAST), text)

    @staticmethod
    def _advance(made: QFont, text: str) -> float:
        return QFontMetricsF(made).horizontalAdvance(text)


def _person_page(sheet: Sheet, room: float) -> Page | None:
    """Return page 1 in the best look that fits, or ``None``."""
    looks = person_rows.LOOKS
    tried = [(look, narrow) for look in looks for narrow in (1.0, _NARROW[0]) if narrow == 1 or look.told != "whole"]
    for look, narrow in [*tried, *((looks[-1], narrow) for narrow in _NARROW[1:])]:
        page = _fitting(person_rows.person_rows(_narrowed(sheet, narrow), look, room), narrow, room)
        if page is not None:
            return page
    return None


def _clinic_page(sheet: Sheet, room: float) -> Page | None:
    """Return page 2 in the best look that fits, or ``None``."""
    looks = clinic_rows.LOOKS
    tight = [look for look in looks if look.runs]
    for look, narrow in [*((look, 1.0) for look in looks), *((look, narrow) for narrow in _NARROW for look in tight)]:
        page = _fitting(clinic_rows.clinic_rows(_narrowed(sheet, narrow), look), narrow, room)
        if page is not None:
            return page
    return None


def _fitting(rows: Sequence[Row], narrow: float, room: float) -> Page | None:
    return Page(paginate(rows, room)[0], narrow) if height_of(rows) <= room else None


def _narrowed(sheet: Sheet, narrow: float) -> Sheet:
    """Return a sheet on which as much more fits as its type will be set narrower."""
    return sheet.narrow(sheet.width / narrow)


def _flowing(sheet: Sheet, look: PersonLook, clinic: ClinicLook, narrow: float, first_room: float) -> list[Page]:
    """Return the pages without a break between the two parts, set as close as can be."""
    sheet, next_room = _narrowed(sheet, narrow), sheet.room
    first = person_rows.person_rows(sheet, look, first_room)
    begun = paginate(first, next_room, first_room)
    last, top = begun[-1][-1]
    left = (next_room if len(begun) > 1 else first_room) - top - last.height
    second = clinic_rows.clinic_rows(sheet, clinic, left if left > _WORTH_FILLING else None)
    return [Page(rows, narrow) for rows in paginate([*first, *second], next_room, first_room)]
