"""The parts of which the result page is made: care card, boxes, lists."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kneetree import words
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.summary import Summary
from kneetree.ui.style import text_labels
from kneetree.ui.style.icon_label import IconLabel
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme


class CareCard(QWidget):
    """The level by word, icon, colour and order; the reason below it.  The level is in the accessible name."""

    def __init__(self, theme: Theme, summary: Summary) -> None:
        super().__init__()
        level = summary.urgency.value
        self.setProperty("urgency", level)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        row = text_labels.row(self, 20, 24)
        row.addWidget(IconLabel(theme, level, 60, f"on_{level}"), 0, Qt.AlignmentFlag.AlignTop)
        lines = text_labels.column(None, 8)
        self.word = text_labels.label(summary.urgency_word, "title")
        self.word.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        text_labels.reads_first(self.word)
        lines.addWidget(self.word)
        for text, role in ((summary.action, "strong"), (summary.title, "strong"), (summary.reason, "body")):
            if text:
                lines.addWidget(text_labels.selectable(text_labels.label(text, role)))
        if summary.said:
            said = f"{words.text(summary.language, 'heading.said')}: {'; '.join(summary.said)}."
            lines.addWidget(text_labels.selectable(text_labels.label(said, "small")))
        row.addLayout(lines, 1)


def card(heading: str, surface: str = "card") -> tuple[QWidget, QVBoxLayout]:
    """Return a box with a heading, and the column below it to fill."""
    box = QWidget()
    on_surface(box, surface)
    box.setAccessibleName(heading)
    column = text_labels.column(box, 10, 20)
    column.addWidget(text_labels.label(heading, "heading"))
    return box, column


def add_lines(column: QVBoxLayout, lines: Iterable[str], sign: str = "•") -> None:
    """Add each line as a paragraph of its own behind a sign."""
    rows = text_labels.column(None, 6)
    column.addLayout(rows)
    for line in lines:
        row = text_labels.row(None, 10)
        mark = QLabel(sign)
        mark.setProperty("role", "body")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_labels.selectable(text_labels.label(line, "body")), 1)
        rows.addLayout(row)


def add_facts(column: QVBoxLayout, row: AnswerRow, language: str) -> None:
    """Add what was said to a question: in a list each statement by what was said of it, never Yes or No."""
    if row.summed_up or not (row.ticked or row.not_sure_of):
        column.addWidget(text_labels.label(row.answer, "strong"))
    for statement in row.ticked:
        column.addWidget(text_labels.label(f"✓ {statement}", "strong"))
    for key, statements in (("answer.not_sure", row.not_sure_of), ("answer.not_ticked", row.not_ticked)):
        if statements:
            role = "strong" if key == "answer.not_sure" else "muted"
            column.addWidget(text_labels.label(words.text(language, key, items="; ".join(statements)), role))


def rule() -> QFrame:
    """Return a thin line to put between two rows."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line
