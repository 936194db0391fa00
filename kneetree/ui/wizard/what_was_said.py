"""What the person said, on the result: yes and not sure in the open, no folded, each with a button to change it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from kneetree import words
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.earlier_rows import EarlierRow
from kneetree.report.summary import Summary
from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.earlier_answers import Earlier, EarlierAnswers
from kneetree.ui.wizard.page_frame import KeepVisible
from kneetree.ui.wizard.path_entries import spoken
from kneetree.ui.wizard.sections import (
    TwoParts,
    add_no,
    add_said,
    holder_of_lines,
    only_no,
    ordinary_no,
    small,
)
from kneetree.ui.wizard.steady_button import SteadyButton

_ROOM_FOR_CHANGE = 300
"""Pixels at 100 % that an answer needs with the button beside it that changes it."""


class WhatWasSaid(QWidget):
    """Signals: ``change_asked(str)`` the answer of that question.

    ``taken_back(str)`` and ``put_back(str)`` are about what was said of a fact on a way that was left.
    """

    change_asked = Signal(str)
    taken_back = Signal(str)
    put_back = Signal(str)

    def __init__(self, theme: Theme, summary: Summary, earlier: Earlier, keep: KeepVisible) -> None:
        super().__init__()
        self._theme, self._summary, self._keep = theme, summary, keep
        self.said_no: Disclosure | None = None
        self.worked_out: Disclosure | None = None
        self.not_asked: Disclosure | None = None
        self._changes: dict[QAbstractButton, str] = {}
        self._change_buttons = QButtonGroup(self)
        self._change_buttons.buttonClicked.connect(self._on_change)
        on_surface(self, "card")
        heading = self._heading("you_said")
        self.setAccessibleName(heading)
        self._column = text_labels.column(self, 8, 16)
        self._column.addWidget(text_labels.label(heading, "heading"))
        self._add_answers()
        self._earlier: list[EarlierAnswers] = []
        self._add_earlier(self._column, [row for row in earlier.rows if row.kind != "no"])
        self._add_denied([row for row in earlier.rows if row.kind == "no"])
        self.show_gone(earlier.gone)
        if summary.concluded:
            title = f"{self._heading('worked_out')} ({len(summary.concluded)})"
            self.worked_out = self._fold(title, small("\n".join(summary.concluded)))
        if summary.not_asked:
            self.not_asked = self._fold(self._heading("left_out"), small("\n".join(summary.not_asked)))

    @property
    def folds(self) -> Iterator[Disclosure]:
        """The parts to open, from top to bottom."""
        return (part for part in (self.said_no, self.worked_out, self.not_asked) if part is not None)

    def _add_answers(self) -> None:
        for row in self._summary.answers:
            if not only_no(row, self._summary.language):
                self._column.addWidget(self._answer(row))

    def show_gone(self, gone: Collection[str]) -> None:
        """Show which facts that were told on a way that was left were taken back."""
        for part in self._earlier:
            part.show_gone(gone)

    def _add_earlier(self, column: QVBoxLayout, rows: Sequence[EarlierRow]) -> None:
        """Add what was said on a way that was left, if it was anything, under a heading of its own."""
        if not rows:
            return
        column.addWidget(text_labels.label(self._heading("said_earlier"), "strong"))
        made = EarlierAnswers(self._theme, rows, self._keep)
        made.taken_back.connect(self.taken_back)
        made.put_back.connect(self.put_back)
        column.addWidget(made)
        self._earlier.append(made)

    def _add_denied(self, earlier: Sequence[EarlierRow]) -> None:
        holder, lines = holder_of_lines()
        denied = sum(self._add_no(lines, row) for row in self._summary.answers) + len(earlier)
        self._add_earlier(lines, earlier)
        if denied:
            self.said_no = self._fold(f"{self._heading('you_said_no')} ({denied})", holder)

    def _add_no(self, lines: QVBoxLayout, row: AnswerRow) -> int:
        """Add what was denied in an answer, and return how many facts that is."""
        denies, rest = only_no(row, self._summary.language), ordinary_no(row)
        if denies:
            lines.addWidget(self._answer(row))
        elif rest.not_ticked:
            add_no(lines, rest, self._summary.language)
        return len(rest.not_ticked) or int(denies)

    def _answer(self, row: AnswerRow) -> QWidget:
        words_said = QWidget()
        said = text_labels.column(words_said, 2)
        if only_no(row, self._summary.language):
            add_no(said, row, self._summary.language)
        else:
            add_said(said, row, self._summary.language)
            for unknown in self._summary.unknowns:
                if unknown.node == row.node:
                    said.addWidget(text_labels.label(unknown.effect, "muted"))
        change = SteadyButton(self.tr("Change"))
        change.setAccessibleName(
            self.tr("Change: {question} {answer}").format(question=row.question, answer=spoken(row))
        )
        self._change_buttons.addButton(change)
        self._changes[change] = row.node
        self._keep.watch(change)
        return TwoParts(self._theme, words_said, change, 12, least=_ROOM_FOR_CHANGE, grows=(True, False))

    def _heading(self, key: str) -> str:
        return words.text(self._summary.language, f"heading.{key}")

    def _fold(self, title: str, content: QWidget) -> Disclosure:
        made = Disclosure(self._theme, title, content)
        self._keep.watch(made.button)
        self._column.addWidget(made)
        return made

    def _on_change(self, pressed: QAbstractButton) -> None:
        self.change_asked.emit(self._changes[pressed])
