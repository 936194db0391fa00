"""The parts of which the result page is made: care card, boxes, lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kneetree import words
from kneetree.model.tree import Kind
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.summary import SourceRow, Summary
from kneetree.ui.style import room, text_labels
from kneetree.ui.style.arranged import Arranged, height_of, hint_of
from kneetree.ui.style.icon_label import IconLabel
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.columns import ROOM

_HEADINGS = ("title", "heading")
"""The roles of labels that have something below them."""


class TwoParts(Arranged):
    """Two parts side by side, the second below the first where there is no room; they are read in this order."""

    def __init__(
        self,
        theme: Theme,
        first: QWidget,
        second: QWidget,
        spacing: int = 16,
        *,
        least: int = ROOM,
        grows: tuple[bool, bool] = (True, True),
    ) -> None:
        """``least`` is the width in pixels at 100 % that both need; ``grows`` says which of them takes what is left."""
        super().__init__(QSizePolicy.Policy.Minimum)
        self._theme, self._least, self._spacing, self._grows = theme, least, spacing, grows
        for part in (first, second):
            self.add(part)
        theme.changed.connect(self.place_anew)

    def place(self, room: QRect, *, move: bool) -> int:
        """Place both parts and return how high they are together."""
        if len(self.parts) < len(self._grows):
            return 0
        wide, wanted = room.width(), [hint_of(part).width() for part in self.parts]
        stacked = wide < self._theme.px(self._least)
        if stacked:
            widths = [wide if grows else min(wide, hint) for grows, hint in zip(self._grows, wanted, strict=True)]
        elif all(self._grows):
            widths = [(wide - self._spacing) // 2, (wide - self._spacing + 1) // 2]
        else:
            taken = sum(hint for grows, hint in zip(self._grows, wanted, strict=True) if not grows)
            left = wide - self._spacing - taken
            widths = [left if grows else hint for grows, hint in zip(self._grows, wanted, strict=True)]
        heights = [height_of(part, width) for part, width in zip(self.parts, widths, strict=True)]
        whole = sum(heights) + self._spacing if stacked else max(heights)
        if move:
            x = y = 0
            for part, grows, width, height in zip(self.parts, self._grows, widths, heights, strict=True):
                centred = 0 if stacked or grows else (whole - height) // 2
                part.setGeometry(x, y + centred, width, whole if grows and not stacked else height)
                x, y = (x, y + height + self._spacing) if stacked else (x + width + self._spacing, y)
        return whole


class CareCard(QWidget):
    """The level by word, icon, colour and order, and the reason beside it.  The level is in the accessible name.

    Where there is no room beside it, the reason is in the box ``why`` instead, which comes after what to do.
    """

    def __init__(self, theme: Theme, summary: Summary) -> None:
        super().__init__()
        level = summary.urgency.value
        self.setProperty("urgency", level)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        self._theme = theme
        self._row = text_labels.row(self, 20, 24)
        self._icon = IconLabel(theme, level, 60, f"on_{level}")
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.word = text_labels.label(summary.urgency_word, "title")
        self.word.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        text_labels.reads_first(self.word)
        action, reason = QWidget(), QWidget()
        lines = text_labels.column(action, 8)
        lines.addWidget(self.word)
        for text in (summary.action, summary.title):
            lines.addWidget(text_labels.selectable(text_labels.label(text, "strong")))
        if summary.unsure_note:
            lines.addWidget(text_labels.selectable(text_labels.label(summary.unsure_note, "body")))
        lines.addStretch(1)
        lines = text_labels.column(reason, 8)
        self._reason = text_labels.selectable(text_labels.label(summary.reason, "body"))
        lines.addWidget(self._reason)
        lines.addStretch(1)
        self._row.addWidget(TwoParts(theme, action, reason, 24), 1)
        self.why, below = card(words.text(summary.language, "heading.reason"))
        below.addWidget(text_labels.selectable(text_labels.label(summary.reason, "body")))
        self.why.hide()
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the icon above the words, and the reason elsewhere, where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = room.is_narrow(self._theme, self.width())
        put_icon_above(self._row, self.word, narrow)
        self._icon.show_size(36 if narrow else 60)
        apart = bool(self._reason.text()) and self.width() < self._theme.px(ROOM)
        self._reason.setVisible(not apart)
        self.why.setVisible(apart)
        describe(self)


def put_icon_above(row: QBoxLayout, word: QLabel, narrow: bool) -> None:
    """Lay out a level's icon above its ``word``, in a smaller type, or beside it."""
    text_labels.stack(row, narrow)
    edge = 12 if narrow else 24
    row.setContentsMargins(edge, edge, edge, edge)
    text_labels.show_as(word, "question" if narrow else "title")


def card(heading: str, surface: str = "card") -> tuple[QWidget, QVBoxLayout]:
    """Return a box with a heading, and the column below it to fill."""
    box = QWidget()
    on_surface(box, surface)
    box.setAccessibleName(heading)
    column = text_labels.column(box, 8, 16)
    column.addWidget(text_labels.label(heading, "heading"))
    return box, column


def describe(box: QWidget) -> list[QLabel]:
    """Let a screen reader say what is in the open below a heading when it comes to it; return the headings.

    Each heading can be reached with the keyboard, and no text below it.
    """
    labels = [label for label in box.findChildren(QLabel) if label.isVisibleTo(box)]
    headings = [label for label in labels if label.property("role") in _HEADINGS]
    places = [*(labels.index(heading) for heading in headings), len(labels)]
    for heading, (start, end) in zip(headings, pairwise(places), strict=True):
        heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        below = (text_labels.plain(label.text()) for label in labels[start + 1 : end])
        heading.setAccessibleDescription("\n".join(filter(None, below)))
    return headings


def add_lines(column: QVBoxLayout, lines: Iterable[str]) -> None:
    """Add each line as a paragraph of its own behind a bullet."""
    rows = text_labels.nested(column, text_labels.column(None, 4))
    for line in lines:
        rows.addWidget(text_labels.selectable(text_labels.listed(line)))


def only_no(row: AnswerRow, language: str) -> bool:
    """Return whether nothing was said to a question but a No that most people would say."""
    if row.lacking:
        return False
    if row.kind is Kind.YES_NO:
        return row.answer == words.text(language, "answer.no")
    return row.kind is Kind.LIST and not (row.ticked or row.not_sure_of)


def add_said(column: QVBoxLayout, row: AnswerRow, language: str) -> None:
    """Add what was said to a question: in a list each statement that was ticked or not sure, never Yes or No.

    The statements of a list are whole by themselves; any other answer needs its question.
    """
    if not (row.ticked or row.not_sure_of):
        column.addWidget(text_labels.label(f"{row.question} {row.answer}", "body"))
    for statement in row.ticked:
        column.addWidget(text_labels.label(f"✓ {statement}", "body"))
    for statement in row.not_sure_of:
        text = words.text(language, "answer.not_sure", items=statement)
        column.addWidget(text_labels.label(f"? {text}", "body"))
    for statement in row.lacking if row.kind is Kind.LIST else ():
        text = words.text(language, "fact.not", statement=statement)
        column.addWidget(text_labels.label(f"\N{MINUS SIGN} {text}", "body"))


def add_no(column: QVBoxLayout, row: AnswerRow, language: str) -> None:
    """Add what does not apply: a question answered No, or each statement of a list that was not ticked."""
    column.addWidget(text_labels.label(f"{row.number}. {row.question}", "small"))
    if not row.not_ticked:
        column.addWidget(text_labels.label(row.answer, "strong"))
    else:
        text = words.text(language, "answer.not_ticked", items="; ".join(row.not_ticked))
        column.addWidget(text_labels.label(text, "muted"))


def ordinary_no(row: AnswerRow) -> AnswerRow:
    """Return a row without what was denied although it is so for most people: that is shown in the open."""
    return replace(row, not_ticked=tuple(text for text in row.not_ticked if text not in row.lacking))


def source_label(row: SourceRow) -> QWidget:
    """Return a source with its address, which can go on in the next line."""
    said = f"{row.citation} ({row.state})" if row.state else row.citation
    text = " ".join(filter(None, (said, row.url)))
    label = text_labels.label(text_labels.breaking(text), "small")
    label.setAccessibleName(text)
    # What was broken would not be an address any more where it is pasted: there is a button that copies.
    return text_labels.selectable(label) if label.text() == text else label


def small(text: str) -> QWidget:
    """Return a text that is folded away."""
    label = text_labels.selectable(text_labels.label(text, "small"))
    label.setContentsMargins(24, 0, 0, 8)
    return label


def box_below(column: QVBoxLayout) -> QVBoxLayout:
    """Return the column of a new box in ``column`` that holds nothing but a part to open."""
    box = QWidget()
    on_surface(box, "card")
    inner = text_labels.column(box, 0)
    inner.setContentsMargins(16, 8, 16, 8)
    column.addWidget(box)
    return inner


def holder_of_lines() -> tuple[QWidget, QVBoxLayout]:
    """Return what is folded away, and its column to fill."""
    holder = QWidget()
    column = text_labels.column(holder, 8)
    column.setContentsMargins(24, 0, 0, 8)
    return holder, column
