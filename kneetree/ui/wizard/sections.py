"""The parts of which the result page is made: care card, boxes, lists."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kneetree.report.summary import Summary
from kneetree.ui import texts
from kneetree.ui.iconlabel import IconLabel
from kneetree.ui.theme import Theme


class CareCard(QWidget):
    """The level by word, icon, colour and order; the reason below it.  The level is in the accessible name."""

    def __init__(self, theme: Theme, summary: Summary) -> None:
        super().__init__()
        level = summary.urgency.value
        self.setProperty("urgency", level)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        row = texts.row(self, 20, 24)
        row.addWidget(IconLabel(theme, level, 60, f"on_{level}"), 0, Qt.AlignmentFlag.AlignTop)
        lines = texts.column(None, 8)
        self.word = texts.label(summary.urgency_word, "title")
        self.word.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        self.word.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.word.setProperty("ring", False)
        lines.addWidget(self.word)
        for text, role in ((summary.action, "strong"), (summary.title, "strong"), (summary.reason, "body")):
            if text:
                lines.addWidget(texts.selectable(texts.label(text, role)))
        row.addLayout(lines, 1)


def card(heading: str, surface: str = "card") -> tuple[QWidget, QVBoxLayout]:
    """A box with a heading, and the column below it to fill."""
    box = QWidget()
    box.setProperty("surface", surface)
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box.setAccessibleName(heading)
    column = texts.column(box, 10, 20)
    column.addWidget(texts.label(heading, "heading"))
    return box, column


def add_lines(column: QVBoxLayout, lines: Iterable[str], sign: str = "•") -> None:
    """One paragraph a line, each behind a sign."""
    rows = texts.column(None, 6)
    column.addLayout(rows)
    for line in lines:
        row = texts.row(None, 10)
        mark = QLabel(sign)
        mark.setProperty("role", "body")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(texts.selectable(texts.label(line, "body")), 1)
        rows.addLayout(row)


def rule() -> QFrame:
    """A thin line between two rows."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line
