"""The printed result: black on white, what to do first, the path as a drawing, what was said on every page.

Made from a ``Summary`` alone, in points, for any painter: PDF, printer or preview.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QGuiApplication, QPainter, QPen

from kneetree import words
from kneetree.report import path_picture
from kneetree.report.path_picture import PathPicture
from kneetree.report.summary import SourceRow, Summary
from kneetree.ui.printing.page_rows import (
    BLACK,
    Row,
    Style,
    in_columns,
    lines_of,
    paginate,
    paragraph,
    printed_font,
    ruled,
    space,
)
from kneetree.ui.printing.path_painter import Inks, paint
from kneetree.ui.style.icon_painter import paint_icon

A4 = QSizeF(595.28, 841.89)
_MARGIN = 42.0
_HEAD = 36.0
_SIZES = ((0.62, 7), (0.58, 6), (0.53, 6), (0.46, 6))
"""Points a pixel of the drawing, and of the sources' text; the first that brings the walk on two pages."""
_GUTTER = 14.0
_USUAL_PAGES = 2
_HELP_LINES = 3
_WHITE = QColor("#FFFFFF")
_PALE = QColor("#F0F0F0")
_HEADING = Style(12, bold=True, before=9, after=3, keep=True)
_SUBHEADING = Style(10, bold=True, before=4, after=2, keep=True)
_BULLET = Style(10, indent=12, sign="•", after=2)


class Pages:
    """The pages of one summary on paper of ``size`` (points)."""

    def __init__(self, summary: Summary, size: QSizeF = A4) -> None:
        self._summary = summary
        self._size = size
        self._width = size.width() - 2 * _MARGIN
        self._family = QFontInfo(QGuiApplication.font()).family()
        self._help = self._help_lines()
        self._foot = 10.0 * len(self._help) + 22
        self._room = size.height() - 2 * _MARGIN - _HEAD - self._foot
        for self._scale, self._tiny in _SIZES:
            self._pages = paginate(self._rows(), self._room)
            if len(self._pages) <= _USUAL_PAGES:
                break

    def __len__(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw page ``number``, from 0; one unit of the painter is a point."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        for row, top in self._pages[number]:
            row.paint(painter, _MARGIN, _MARGIN + _HEAD + top)
        self._paint_foot(painter, number)
        painter.restore()

    # -- on every page ---------------------------------------------------------------------------

    def _word(self, key: str, **values: object) -> str:
        return words.text(self._summary.language, key, **values)

    def _paint_head(self, painter: QPainter) -> None:
        summary = self._summary
        version = self._word("page.version", version=summary.tree_version) if summary.tree_version else ""
        content = self._word("page.content", hash=summary.content_hash)
        left = " · ".join(filter(None, (summary.tree_title, version, content)))
        made = self._word("page.made", date=summary.made, program=summary.program)
        plain = printed_font(self._family, 8)
        right = lines_of(made, plain, self._width, 1)[0][0]
        taken = self._advance(plain, right)
        self._line(painter, lines_of(left, plain, self._width - taken - 12, 1)[0][0], _MARGIN, 8)
        self._line(painter, right, _MARGIN, 8, right=True)
        bold = printed_font(self._family, 8, bold=True)
        self._line(painter, lines_of(summary.review_sentence, bold, self._width, 1)[0][0], _MARGIN + 12, 8, bold=True)
        ruled(painter, _MARGIN, _MARGIN + 26, self._width)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        top = self._size.height() - _MARGIN - self._foot + 6
        ruled(painter, _MARGIN, top, self._width)
        for index, line in enumerate(self._help):
            self._line(painter, line, top + 3 + 10 * index, 8, bold=True)
        page = self._word("page.of", page=number + 1, pages=len(self))
        self._line(painter, page, top + 5 + 10 * len(self._help), 8, right=True)

    def _help_lines(self) -> list[str]:
        text = " ".join(row.sentence for row in self._summary.get_help_if[:2]) or self._summary.emergency
        if not text:
            return []
        return [line for line, _ in lines_of(text, printed_font(self._family, 8, bold=True), self._width, _HELP_LINES)]

    def _line(
        self, painter: QPainter, text: str, top: float, size: float, *, bold: bool = False, right: bool = False
    ) -> None:
        made = printed_font(self._family, size, bold)
        painter.setFont(made)
        painter.setPen(BLACK)
        left = _MARGIN + self._width - self._advance(made, text) if right else _MARGIN
        painter.drawText(QPointF(left, top + size), text)

    @staticmethod
    def _advance(made: QFont, text: str) -> float:
        return QFontMetricsF(made).horizontalAdvance(text)

    # -- what is said ----------------------------------------------------------------------------

    def _rows(self) -> list[Row]:
        summary = self._summary
        rows = [self._name_row(), self._frame()]
        if summary.reason:
            rows += self._text(summary.reason, Style(10, before=6))
        rows += self._bullets("do", summary.do)
        for row in summary.get_help_if:
            rows += self._list(f"{row.heading}…", row.lines)
        rows += self._bullets("avoid", summary.avoid)
        rows += self._conditions()
        rows += self._recovery()
        if len(summary.leaves) > 1:
            rows += self._bullets("results", [f"{leaf.urgency_word}: {leaf.title}" for leaf in summary.leaves])
        rows += self._changes()
        rows += self._bullets("unknowns", [row.sentence for row in summary.unknowns])
        rows += self._facts()
        rows += self._purpose()
        rows += self._path()
        rows += self._sources()
        return rows

    def _text(self, text: str, style: Style) -> list[Row]:
        return paragraph(text, self._family, self._width, style)

    def _heading(self, key: str) -> list[Row]:
        return self._text(self._word(f"heading.{key}"), _HEADING)

    def _bullets(self, key: str, lines: tuple[str, ...] | list[str]) -> list[Row]:
        return self._list(self._word(f"heading.{key}"), lines)

    def _list(self, heading: str, lines: Iterable[str], style: Style = _HEADING) -> list[Row]:
        found = [row for line in lines for row in self._text(line, _BULLET)]
        return [*self._text(heading, style), *found] if found else []

    def _name_row(self) -> Row:
        def draw(painter: QPainter, left: float, top: float) -> None:
            made = printed_font(self._family, 9)
            painter.setFont(made)
            painter.setPen(BLACK)
            painter.drawText(QPointF(left, top + 16), self._word("page.name"))
            start = self._advance(made, self._word("page.name")) + 8
            ruled(painter, left + start, top + 18, self._width - start)

        return Row(28, draw)

    def _frame(self) -> Row:
        """Return the level in a thick frame with its icon: black on white, told by word and shape."""
        summary, inner = self._summary, self._width - 78
        parts = [(summary.urgency_word, 18.0, True), (summary.action, 11.0, True), (summary.title, 11.0, False)]
        lines = [
            (line, size, bold)
            for text, size, bold in parts
            if text
            for line, _ in lines_of(text, printed_font(self._family, size, bold), inner, 6)
        ]
        height = max(68.0, 26 + sum(size * 1.35 for _, size, _ in lines))

        def draw(painter: QPainter, left: float, top: float) -> None:
            painter.setPen(QPen(BLACK, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 1.5, top + 1.5, self._width - 3, height - 3), 6, 6)
            paint_icon(painter, summary.urgency, BLACK.name(), QRectF(left + 14, top + 12, 44, 44))
            y = top + 12
            for line, size, bold in lines:
                painter.setFont(printed_font(self._family, size, bold))
                painter.setPen(BLACK)
                painter.drawText(QPointF(left + 70, y + size), line)
                y += size * 1.35

        return Row(height, draw)

    def _conditions(self) -> list[Row]:
        summary = self._summary
        note = "conditions_note" if len(summary.conditions) > 1 else "one_condition_note"
        rows = self._heading("conditions") + self._text(self._word(f"heading.{note}"), Style(9, keep=True))
        for row in summary.conditions:
            rows += self._text(
                row.both_names, Style(10, bold=True, indent=12, sign="•", after=0, keep=bool(row.summary))
            )
            if row.summary:
                rows += self._text(row.summary, Style(9, indent=12, after=2))
        return rows

    def _recovery(self) -> list[Row]:
        recovery = self._summary.recovery
        if recovery is None:
            return []
        rows = self._text(f"{self._word('heading.recovery')}: {recovery.condition}", _HEADING)
        rows += self._text(recovery.time, Style(10)) if recovery.time else []
        for key, lines in recovery.parts:
            rows += self._list(self._word(key), lines, _SUBHEADING)
        return rows

    def _facts(self) -> list[Row]:
        """Return what the person told, each number and statement once; what does not apply is small."""
        told = self._summary.facts
        rows = self._text("; ".join(told.numbers), Style(9)) if told.numbers else []
        for key, statements in (("true", told.true), ("unsure", told.unsure)):
            if statements:
                rows += self._text(f"{self._word(f'heading.facts_{key}')}: {'; '.join(statements)}", Style(9))
        if told.false:
            rows += self._text(f"{self._word('heading.facts_false')}:", Style(9, after=1, keep=True))
            rows += self._text("; ".join(told.false), Style(self._tiny))
        return [*self._heading("answers"), *rows] if rows else []

    def _changes(self) -> list[Row]:
        nearest = self._summary.nearest
        return self._heading("changes") + self._text(nearest, Style(10))

    def _purpose(self) -> list[Row]:
        text = " ".join(filter(None, (self._summary.not_for, self._summary.intended_use)))
        return self._text(text, Style(min(8, self._tiny + 1), before=4, after=0)) if text else []

    def _sources(self) -> list[Row]:
        """Return the sources in two columns; the day on which most were checked is above them, once."""
        sources = self._summary.sources
        if not sources:
            return []
        days = [source.checked for source in sources if source.checked]
        usual = max(days, key=days.count) if days else ""
        heading = self._word("heading.sources")
        if usual:
            heading = f"{heading} ({self._word('known.sources', checked=usual)})"
        found = [self._source(source, usual) for source in sources]
        return self._text(heading, _HEADING) + in_columns(found, (self._width + _GUTTER) / 2)

    def _source(self, source: SourceRow, usual: str) -> list[Row]:
        said = source.citation
        if source.state and (not source.checked or source.checked != usual):
            said = f"{said} ({source.state})"
        text = " ".join(filter(None, (said, source.url)))
        return paragraph(text, self._family, (self._width - _GUTTER) / 2, Style(self._tiny, after=1))

    # -- the path --------------------------------------------------------------------------------

    def _path(self) -> list[Row]:
        summary = self._summary
        counts = [words.count(summary.language, "asked", summary.asked)]
        if summary.known:
            counts.append(words.count(summary.language, "known", summary.known))
        if summary.not_asked:
            counts.append(words.count(summary.language, "not_asked", len(summary.not_asked)))
        never = words.count(summary.language, "never_asked", summary.never_asked)
        rows = self._heading("path") + self._text(f"{', '.join(counts)}. {never}", Style(self._tiny, keep=True))
        parts = self._parts()
        for at in range(0, len(parts), 2):
            rows.append(self._strip(parts[at : at + 2]))
        return [*rows, space(4)]

    def _parts(self) -> tuple[PathPicture, ...]:
        """Return the path in columns, two beside each other, as even as they come."""
        width = (self._width - _GUTTER) / 2 / self._scale
        most = (self._room - 60) / self._scale
        rows, language = self._summary.path, self._summary.language
        whole = path_picture.draw(rows, language, width)[0].height
        for share in (0.53, 0.58, 0.65, 0.75):
            if whole * share <= most:
                parts = path_picture.draw(rows, language, width, whole * share)
                if len(parts) <= 2:
                    return parts
        return path_picture.draw(rows, language, width, most)

    def _strip(self, parts: tuple[PathPicture, ...]) -> Row:
        inks = Inks(BLACK, BLACK, _WHITE, _PALE, lambda _level: (_WHITE, BLACK))

        def draw(painter: QPainter, left: float, top: float) -> None:
            for number, part in enumerate(parts):
                painter.save()
                painter.translate(left + number * ((self._width + _GUTTER) / 2), top)
                painter.scale(self._scale, self._scale)
                paint(painter, part, inks, self._family)
                painter.restore()

        return Row(max(part.height for part in parts) * self._scale, draw)
