"""Page 2 of the printed result, for a clinician: what was said, the path as a small drawing, sources of this result.

No statement is cut.  To make room they are set closer, and what was denied as one run of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPainter

from kneetree import words
from kneetree.report import path_strip
from kneetree.report.path_picture import PathPicture
from kneetree.report.summary import SourceRow
from kneetree.ui.printing.page_rows import BLACK, Row, Style, height_of, in_columns, space
from kneetree.ui.printing.path_painter import Inks, paint
from kneetree.ui.printing.sheet import GUTTER, LEAST, Sheet

_WHITE = QColor("#FFFFFF")
_PALE = QColor("#F0F0F0")
_BETWEEN = "  •  "
_SIGNS = {"said_yes": "+", "said_unsure": "?", "said_no": "×", "unasked": "•"}
"""What is printed before each statement, and before its heading, so that it can be told apart in the next column too.

Every font has these."""


@dataclass(frozen=True)
class ClinicLook:
    """How close page 2 is set.

    ``listed``: each denied statement has lines of its own.  ``questions``: the drawing has the questions themselves.
    ``addresses``: the sources come with their addresses on the web.  ``brief``: the sources are one run of text.
    ``subjects``: the drawing has no question at all.
    """

    listed: bool = False
    questions: bool = False
    addresses: bool = False
    brief: bool = False
    subjects: bool = False
    columns: int = 3
    boxes: int = 5
    leading: float = 1.0


LOOKS = (
    ClinicLook(listed=True, questions=True, addresses=True, boxes=4, leading=1.06),
    ClinicLook(listed=True, addresses=True, leading=1.06),
    ClinicLook(listed=True, addresses=True),
    ClinicLook(listed=True),
    ClinicLook(addresses=True),
    ClinicLook(),
    ClinicLook(brief=True, columns=2),
    ClinicLook(brief=True, columns=2, subjects=True),
)
"""From the best to the tightest; the first that fits the page is taken."""


def clinic_rows(sheet: Sheet, look: ClinicLook, first_room: float | None = None) -> list[Row]:
    """Return the rows of page 2; ``first_room`` is what is left of the page on which they begin."""
    made = _Clinic(sheet, look)
    return [*made.facts(first_room), *made.path(), *made.sources(), *made.purpose()]


class _Clinic:
    def __init__(self, sheet: Sheet, look: ClinicLook) -> None:
        self._sheet, self._look = sheet, look
        self._summary = sheet.summary

    def _heading(self, key: str) -> list[Row]:
        return self._sheet.heading(self._sheet.word(f"heading.{key}"), 10)

    # -- what was said ---------------------------------------------------------------------------

    def facts(self, first_room: float | None) -> list[Row]:
        sheet, facts, missing = self._sheet, self._summary.facts, self._summary.unasked
        number = self._look.columns
        column = sheet.column(number)
        others = words.count(sheet.summary.language, "unasked", missing.others) if missing.others else ""
        rows = [
            *self._said(column, "said_yes", [*facts.numbers, *facts.true]),
            *self._said(column, "said_unsure", facts.unsure),
            *self._said(column, "said_no", facts.ordinary_no, run=not self._look.listed, first=facts.lacking),
            *self._said(column, "unasked", [*missing.named, *([others] if others else [])]),
        ]
        heading = self._heading("clinic")
        left = None if first_room is None else first_room - height_of(heading)
        return heading + in_columns(rows, number, column.width + GUTTER, sheet.room - 20, left)

    def _said(
        self, column: Sheet, key: str, lines: Sequence[str], *, run: bool = False, first: Sequence[str] = ()
    ) -> list[Row]:
        """Return a heading and its statements, what counts ``first`` and in bold; that there are none is said, too."""
        sheet, leading = self._sheet, self._look.leading
        sign = _SIGNS[key]
        word = sheet.word(f"heading.{key}")
        head = column.text(f"{sign} {word}", Style(9, bold=True, before=3, after=1, keep=True))
        counts = Style(LEAST, bold=True, indent=8, sign=sign, after=1, leading=leading)
        head += [row for line in first for row in column.text(line, counts)]
        if first and not lines:
            return head
        if not lines:
            return head + column.text(sheet.word("said.none"), Style(LEAST, leading=leading))
        if run:
            return head + column.text(
                "  ".join(f"{sign}\N{NO-BREAK SPACE}{line}" for line in lines), Style(LEAST, leading=leading)
            )
        bullet = Style(LEAST, indent=8, sign=sign, after=1, leading=leading)
        return head + [row for line in lines for row in column.text(line, bullet)]

    # -- the path --------------------------------------------------------------------------------

    def path(self) -> list[Row]:
        sheet, summary, look = self._sheet, self._summary, self._look
        language, scale = summary.language, path_strip.POINTS
        picture = path_strip.draw(
            summary.path,
            summary.answers,
            language,
            sheet.width / scale,
            look.boxes,
            questions=look.questions,
            subjects=look.subjects,
        )
        rows = [self._boxes(part) for part in path_strip.by_rows(picture)]
        return [*self._heading("path"), *rows, space(2)]

    def _boxes(self, picture: PathPicture) -> Row:
        inks = Inks(BLACK, BLACK, _WHITE, _PALE, lambda _level: (_WHITE, BLACK))
        scale, family, top = path_strip.POINTS, self._sheet.family, picture.boxes[0].y

        def draw(painter: QPainter, left: float, down: float) -> None:
            painter.save()
            painter.translate(left, down)
            painter.scale(scale, scale)
            painter.translate(0, -top)
            paint(painter, picture, inks, family)
            painter.restore()

        return Row(picture.height * scale, draw)

    # -- where it comes from ---------------------------------------------------------------------

    def sources(self) -> list[Row]:
        """Return the sources in two columns; the day on which most were checked is above them, once."""
        sheet, sources = self._sheet, self._summary.sources
        if not sources:
            return []
        days = [source.checked for source in sources if source.checked]
        usual = max(days, key=days.count) if days else ""
        heading = sheet.word("heading.sources")
        if usual:
            heading = f"{heading} ({sheet.word('known.sources', checked=usual)})"
        told = [self._source(source, usual) for source in sources]
        style = Style(LEAST, after=1, leading=self._look.leading)
        if self._look.brief:
            return sheet.heading(heading, 9) + sheet.text(_BETWEEN.join(told), style)
        half = sheet.column(2)
        bullet = replace(style, indent=LEAST, sign="•")
        rows = [row for text in told for row in half.text(text, bullet)]
        return sheet.heading(heading, 10) + in_columns(rows, 2, half.width + GUTTER, sheet.room - 20)

    def _source(self, source: SourceRow, usual: str) -> str:
        said = source.citation
        if source.state and (not source.checked or source.checked != usual):
            said = f"{said} ({source.state})"
        address = source.url.removeprefix("https://").removeprefix("www.")
        return " ".join(filter(None, (said, address if self._look.addresses else "")))

    def purpose(self) -> list[Row]:
        """Return what the result is not, and what it is for if there is room."""
        summary, look = self._summary, self._look
        text = " ".join(filter(None, (summary.not_for, "" if look.brief else summary.intended_use)))
        return self._sheet.text(text, Style(LEAST, before=4, after=0, leading=look.leading)) if text else []
