"""Page 1 of the printed result, for the person: what to do, when to get help, what it may be, how it gets better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from kneetree.model.tree import Urgency
from kneetree.report.first_sentence import parted
from kneetree.report.summary import ConditionRow
from kneetree.ui.printing.page_rows import (
    BLACK,
    Row,
    Style,
    beside,
    boxed,
    height_of,
    in_columns,
    lines_of,
    printed_font,
    ruled,
    space,
    together,
)
from kneetree.ui.printing.sheet import GUTTER, LEAST, Sheet
from kneetree.ui.style.icon_painter import paint_icon

_PADDING = 8.0


@dataclass(frozen=True)
class PersonLook:
    """How large the text is, how much is told of each condition, and whether all of it runs in two columns.

    ``nearest``: of what would change the result only the nearest is told.  ``runs``: the conditions are one run of
    text, and so are the results of one urgency that are still open.
    """

    size: int
    told: Literal["whole", "first sentence", "name"]
    columns: bool = False
    nearest: bool = False
    runs: bool = False


LOOKS = (
    PersonLook(12, "whole"),
    PersonLook(11, "whole"),
    PersonLook(10, "whole"),
    PersonLook(11, "first sentence"),
    PersonLook(10, "first sentence"),
    PersonLook(10, "first sentence", columns=True),
    PersonLook(9, "first sentence"),
    PersonLook(9, "first sentence", columns=True),
    PersonLook(9, "name", columns=True),
    PersonLook(LEAST, "name", columns=True),
    PersonLook(LEAST, "name", columns=True, nearest=True),
    PersonLook(LEAST, "name", columns=True, nearest=True, runs=True),
)
"""From the best to the tightest; the first that fits the page is taken."""


def person_rows(sheet: Sheet, look: PersonLook, room: float) -> list[Row]:
    """Return the rows of page 1, which has ``room`` points."""
    return _Person(sheet, look).rows(room)


class _Person:
    def __init__(self, sheet: Sheet, look: PersonLook) -> None:
        self._sheet, self._look, self._size = sheet, look, look.size
        self._summary = sheet.summary

    def rows(self, room: float) -> list[Row]:
        rows = [self._by_hand(), self._frame()]
        for text in filter(None, (self._summary.unsure_note, self._told(), self._summary.reason)):
            rows += self._sheet.text(text, Style(self._size, before=6))
        if self._look.columns:
            return rows + self._in_columns(room - height_of(rows))
        rows += [*self._advice(), *self._conditions(), *self._open(self._sheet, 2)]
        return rows + self._recovery()

    def _told(self) -> str:
        """Return what to tell those who are called, in an emergency: what was said that is out of the ordinary."""
        summary = self._summary
        if summary.urgency is not Urgency.EMERGENCY or not summary.said:
            return ""
        return f"{self._sheet.word('heading.said')}: {'; '.join(summary.said)}"

    def _in_columns(self, room: float) -> list[Row]:
        """Return all that follows the reason in two columns, without frames."""
        half = self._sheet.column(2)
        rows = [
            *self._do(half),
            *self._avoid(half),
            *self._others(half),
            *self._calls(half),
            *half.heading(half.word("heading.conditions"), self._size + 1),
            *half.text(self._note(), Style(self._small, keep=True)),
            *self._all_conditions(half),
            *self._open(half, 1),
            *self._recovery_head(half),
            *self._recovery_lines(half),
        ]
        return in_columns(rows, 2, half.width + GUTTER, self._sheet.room, max(0, room))

    @property
    def _small(self) -> int:
        return max(LEAST, self._size - 1)

    def _do(self, sheet: Sheet) -> list[Row]:
        return sheet.bullets(sheet.word("heading.do"), self._summary.own_do, self._size)

    def _avoid(self, sheet: Sheet) -> list[Row]:
        return sheet.bullets(sheet.word("heading.avoid"), self._summary.own_avoid, self._size)

    def _others(self, sheet: Sheet) -> list[Row]:
        """Return what only the other results say, under a heading of its own."""
        rows, avoid = sheet.listed(self._summary.other_do, self._size), self._summary.other_avoid
        if avoid:
            rows += sheet.text(f"{sheet.word('heading.avoid')}:", Style(self._size, before=2, keep=True))
            rows += sheet.listed(avoid, self._size)
        return [*sheet.heading(sheet.word("heading.other_advice"), self._size + 1), *rows] if rows else []

    def _calls(self, sheet: Sheet) -> list[Row]:
        """Return when to get help; no warning is parted from the words that say how soon."""
        told = (sheet.bullets(f"{help_.heading}…", help_.lines, self._size) for help_ in self._summary.get_help_if)
        return [row for rows in told for row in together(rows, sheet.room / 3)]

    def _open(self, sheet: Sheet, number: int) -> list[Row]:
        """Return what is still open: other results, what would change this one (in columns), what was not sure."""
        summary, size = self._summary, self._size
        rows: list[Row] = []
        if len(summary.leaves) > 1:
            rows += sheet.bullets(sheet.word("heading.results"), self._results(), size)
        rows += self._changes(sheet, number)
        unknowns = summary.unknown_lines
        return rows + sheet.bullets(sheet.word("heading.unknowns"), unknowns, size)

    def _results(self) -> list[str]:
        leaves = self._summary.leaves
        if not self._look.runs:
            return [f"{leaf.urgency_word}: {leaf.title}" for leaf in leaves]
        titles = dict[str, list[str]]()
        for leaf in leaves:
            titles.setdefault(leaf.urgency_word, []).append(leaf.title)
        return [f"{word}: {'; '.join(same)}" for word, same in titles.items()]

    def _changes(self, sheet: Sheet, number: int) -> list[Row]:
        """Return what would change the result, the nearest change first."""
        lines = self._summary.would_change[: 1 if self._look.nearest else None]
        heading = sheet.word("heading.changes")
        if len(lines) < 2 or number < 2:
            return sheet.bullets(heading, lines, self._size)
        column = sheet.column(number)
        rows = [row for line in lines for row in together(column.listed([line], self._size), sheet.room)]
        return sheet.heading(heading, self._size + 1) + in_columns(rows, number, column.width + GUTTER, sheet.room)

    def _by_hand(self) -> Row:
        """Return the lines that are filled in by hand: a name, and which side it is."""
        sheet = self._sheet
        made = printed_font(sheet.family, 9)
        name, side = sheet.word("page.name"), sheet.word("page.side")
        boxes = [sheet.word("page.left"), sheet.word("page.right")]
        advance = QFontMetricsF(made).horizontalAdvance
        taken = advance(side) + sum(advance(word) + 26 for word in boxes)

        def draw(painter: QPainter, left: float, top: float) -> None:
            painter.setFont(made)
            painter.setPen(BLACK)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawText(QPointF(left, top + 14), name)
            x = left + sheet.width - taken
            painter.drawText(QPointF(x, top + 14), side)
            x += advance(side) + 8
            for word in boxes:
                painter.drawRect(QRectF(x, top + 6, 9, 9))
                painter.drawText(QPointF(x + 13, top + 14), word)
                x += advance(word) + 26
            start = left + advance(name) + 8
            ruled(painter, start, top + 16, left + sheet.width - taken - 16 - start)

        return Row(24, draw)

    def _frame(self) -> Row:
        """Return the level in a thick frame with its icon: black on white, told by word and shape."""
        summary, sheet, inner = self._summary, self._sheet, self._sheet.width - 78
        parts = [(summary.urgency_word, 18.0, True), (summary.action, 11.0, True), (summary.title, 11.0, False)]
        lines = [
            (line, size, bold)
            for text, size, bold in parts
            if text
            for line, _ in lines_of(text, printed_font(sheet.family, size, bold), inner, 6)
        ]
        height = max(64.0, 20 + sum(size * 1.35 for _, size, _ in lines))

        def draw(painter: QPainter, left: float, top: float) -> None:
            painter.setPen(QPen(BLACK, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 1.5, top + 1.5, sheet.width - 3, height - 3), 6, 6)
            paint_icon(painter, summary.urgency, BLACK.name(), QRectF(left + 14, top + 10, 44, 44))
            y = top + 9
            for line, size, bold in lines:
                painter.setFont(printed_font(sheet.family, size, bold))
                painter.setPen(BLACK)
                painter.drawText(QPointF(left + 70, y + size), line)
                y += size * 1.35

        return Row(height, draw)

    def _advice(self) -> list[Row]:
        """Return what to do and to avoid on the left, and when to get help in a frame on the right."""
        half = self._sheet.column(2)
        calls = self._calls(half.narrow(half.width - 2 * _PADDING))
        framed = [space(self._size / 2), boxed(beside([(0, calls)]), half.width, _PADDING)] if calls else []
        both = [(0.0, [*self._do(half), *self._avoid(half), *self._others(half)]), (half.width + GUTTER, framed)]
        told = [column for column in both if column[1]]
        return [beside(told)] if told else []

    def _note(self) -> str:
        key = "conditions_note" if len(self._summary.conditions) > 1 else "one_condition_note"
        return self._sheet.word(f"heading.{key}")

    def _conditions(self) -> list[Row]:
        sheet, half = self._sheet, self._sheet.column(2)
        told = self._all_conditions(half)
        return [
            *sheet.heading(sheet.word("heading.conditions"), self._size + 1),
            *sheet.text(self._note(), Style(self._small, keep=True)),
            *in_columns(told, 2, half.width + GUTTER, sheet.room),
        ]

    def _all_conditions(self, column: Sheet) -> list[Row]:
        conditions = self._summary.conditions
        if self._look.runs:
            return column.text("; ".join(row.both_names for row in conditions), Style(self._small, bold=True))
        return [row for condition in conditions for row in self._condition(column, condition)]

    def _condition(self, column: Sheet, row: ConditionRow) -> list[Row]:
        small = self._small
        said = {"whole": row.summary, "first sentence": parted(row.summary)[0], "name": ""}[self._look.told]
        name = Style(small, bold=True, indent=small, sign="•", after=0 if said else 2, keep=bool(said))
        return [*column.text(row.both_names, name), *(column.text(said, Style(small, indent=small)) if said else [])]

    def _recovery(self) -> list[Row]:
        """Return how it gets better in a frame, several lines in two columns."""
        sheet, recovery = self._sheet, self._summary.recovery
        inner = sheet.narrow(sheet.width - 2 * _PADDING)
        number = 2 if recovery is not None and sum(len(lines) for _, lines in recovery.parts) > 1 else 1
        column = inner.column(number)
        blocks = in_columns(self._recovery_lines(column), number, column.width + GUTTER, sheet.room / 2)
        head = self._recovery_head(inner)
        return [space(6), boxed(beside([(0, [*head, *blocks])]), sheet.width, _PADDING)] if head else []

    def _recovery_head(self, sheet: Sheet) -> list[Row]:
        recovery = self._summary.recovery
        if recovery is None:
            return []
        rows = sheet.heading(f"{sheet.word('heading.recovery')}: {recovery.condition}", self._size + 1)
        return rows + (sheet.text(recovery.time, Style(self._small)) if recovery.time else [])

    def _recovery_lines(self, sheet: Sheet) -> list[Row]:
        parts = self._summary.recovery.parts if self._summary.recovery else ()
        return [row for key, lines in parts for row in sheet.bullets(sheet.word(key), lines, self._small)]
