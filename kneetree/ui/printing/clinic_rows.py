"""Page 2 of the printed result, for a clinician: what was said, the path as a small drawing, sources of this result.

No statement is cut.  What was denied is told subject by subject, so that the eye finds what it looks for.  To make
room statements are set closer, and what was denied of a subject as one run of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPainter

from kneetree import words
from kneetree.report import path_strip
from kneetree.report.path_picture import PathPicture
from kneetree.report.summary import SourceRow
from kneetree.ui.printing.page_rows import BLACK, Row, Style, height_of, in_columns, space, together
from kneetree.ui.printing.path_painter import Inks, paint
from kneetree.ui.printing.sheet import GUTTER, LEAST, Sheet

_WHITE = QColor("#FFFFFF")
_PALE = QColor("#F0F0F0")
_BETWEEN = "  •  "
_SHORT = 50.0
"""The greatest height in points of statements that stay in one column with their heading."""
_SIGNS = {"said_yes": "+", "said_unsure": "?", "said_no": "\N{MINUS SIGN}", "unasked": "•"}
"""What is printed before each statement, and before its heading, so that it can be told apart in the next column too.

Every font has these.  A cross is none of them: on Spanish forms it marks a Yes.  After a dash a line may
end, after a minus it does not."""


@dataclass(frozen=True)
class ClinicLook:
    """How close page 2 is set.

    ``listed``: each denied statement has lines of its own.  ``questions``: the drawing has the questions themselves.
    ``addresses``: the sources come with their addresses on the web.  ``brief``: the sources are one run of text.
    ``subjects``: the drawing has no question at all.  ``runs``: what was not asked is one run of text, too.
    ``again``: the heading of what goes on in the next column is repeated there, and what is short stays in one.
    """

    listed: bool = False
    questions: bool = False
    addresses: bool = False
    brief: bool = False
    subjects: bool = False
    runs: bool = False
    again: bool = True
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
    ClinicLook(brief=True, columns=2, subjects=True, runs=True),
    ClinicLook(brief=True, columns=2, subjects=True, runs=True, boxes=6),
    ClinicLook(brief=True, columns=2, subjects=True, runs=True, again=False),
    ClinicLook(brief=True, columns=2, subjects=True, runs=True, again=False, boxes=6),
)
"""From the best to the tightest; the first that fits the page is taken."""
AT_LAST = tuple(look for look in LOOKS if look.runs and look.boxes > ClinicLook.boxes)
"""Those of them for pages on which both parts flow."""


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
            *self._said_no(column),
            *self._said(column, "unasked", [*missing.named, *([others] if others else [])], run=self._look.runs),
        ]
        heading = self._heading("clinic")
        left = None if first_room is None else first_room - height_of(heading)
        return heading + in_columns(rows, number, column.width + GUTTER, sheet.room - 20, left)

    def _said(self, column: Sheet, key: str, lines: Sequence[str], *, run: bool = False) -> list[Row]:
        """Return a heading and its statements; that there are none is said, too."""
        told = self._run(column, key, lines) if run and lines else self._listed(column, key, lines)
        return self._headed(column, key, told)

    def _said_no(self, column: Sheet) -> list[Row]:
        """Return what was denied: first and in bold a No that counts, then all others by their subject."""
        key = "said_no"
        told = self._listed(column, key, self._summary.facts.lacking, bold=True)
        for row in self._summary.denied:
            if self._look.listed:
                subject = Style(LEAST, bold=True, after=1, keep=True, leading=self._look.leading)
                told += [*column.text(row.subject, subject), *self._listed(column, key, row.statements)]
            else:
                told += self._run(column, key, row.statements, row.subject)
        return self._headed(column, key, told)

    def _listed(self, column: Sheet, key: str, lines: Sequence[str], *, bold: bool = False) -> list[Row]:
        bullet = Style(LEAST, bold=bold, indent=8, sign=_SIGNS[key], after=1, leading=self._look.leading)
        return [row for line in lines for row in column.text(line, bullet)]

    def _run(self, column: Sheet, key: str, lines: Sequence[str], subject: str = "") -> list[Row]:
        """Return the lines as one text, which begins with their subject in bold."""
        said = (f"{_SIGNS[key]}\N{NO-BREAK SPACE}{line}" for line in lines)
        style = Style(LEAST, lead=subject, after=2 if subject else 3, leading=self._look.leading)
        return column.text("  ".join(filter(None, (subject, *said))), style)

    def _headed(self, column: Sheet, key: str, told: list[Row]) -> list[Row]:
        """Return what was told below its heading, which is repeated where that goes on in the next column."""
        sign, word = _SIGNS[key], self._sheet.word(f"heading.{key}")
        heading = Style(9, bold=True, before=3, after=1, keep=True)
        head = column.text(f"{sign} {word}", heading)
        again = column.text(f"{sign} {self._sheet.word('heading.continued', heading=word)}", heading)
        told = told or column.text(self._sheet.word("said.none"), Style(LEAST, leading=self._look.leading))
        if self._look.again:
            told = [replace(row, again=tuple(again)) for row in told]
            return together([*head, *told], _SHORT)
        return head + told

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
