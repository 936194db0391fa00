"""The result: what to do first, then what it may be and why, then the rest.  It shows a ``Summary``, nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kneetree import words
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.summary import SourceRow, Summary
from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.button_row import ButtonRow
from kneetree.ui.wizard.disclosure import Disclosure, text_disclosure
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.path_entries import spoken, worked_out_line
from kneetree.ui.wizard.path_view import PathView
from kneetree.ui.wizard.sections import CareCard, add_facts, add_lines, card, rule

_WIDTH = 820


class ResultPage(ScrollPage):
    """Shows one result after the other.

    Signals: ``change_asked(str)`` the answer of that question; ``wish(str)`` what to do with the result:
    ``print``, ``pdf``, ``html``, ``copy_text``, ``copy_sources``, ``start_again``, ``record``; ``back_asked()``.
    """

    change_asked = Signal(str)
    wish = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme, follow: Callable[[], int]) -> None:
        super().__init__(theme, follow, _WIDTH)
        self._keep = KeepVisible(self.scroll_area)
        self._content: QWidget | None = None
        self.worked_out: Disclosure | None = None
        self.not_asked: Disclosure | None = None
        self._buttons: list[tuple[QPushButton, str]] = []
        self._changes: dict[QAbstractButton, str] = {}
        self.wishes: dict[str, QPushButton] = {}
        theme.changed.connect(self._dress)

    def show_summary(self, summary: Summary) -> None:
        """Show a finished walk."""
        self._summary = summary
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._buttons, self._changes, self.wishes = [], {}, {}
        self.worked_out = self.not_asked = None
        self._content = QWidget()
        self._wish_buttons = QButtonGroup(self._content)
        self._wish_buttons.buttonClicked.connect(self._on_wish)
        self._change_buttons = QButtonGroup(self._content)
        self._change_buttons.buttonClicked.connect(self._on_change)
        self._column = text_labels.column(self._content, 16)
        self._add_top(summary)
        self._add_advice(summary)
        self._add_conditions(summary)
        self._add_recovery(summary)
        self._add_answers(summary)
        self._add_path(summary)
        self._add_changes(summary)
        self._add_sources(summary)
        self._add_about(summary)
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        self._dress()

    def begin(self) -> None:
        """Put the keyboard on the level, the first thing that is read."""
        super().begin()
        if self._content is not None:
            self.card.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, key: str) -> str:
        return words.text(self._summary.language, f"heading.{key}")

    # -- the parts, first things first -----------------------------------------------------------

    def _add_top(self, summary: Summary) -> None:
        back = self._button(self.tr("&Back"), "back", "quiet")
        back.clicked.connect(self.back_asked)
        top = text_labels.row(None, 0)
        top.addWidget(back)
        top.addStretch(1)
        self._column.addLayout(top)
        self.card = CareCard(self.theme, summary)
        self._column.addWidget(self.card)
        line = ButtonRow()
        self._add_wish(line, "print", self.tr("&Print…"), "print")
        self._add_wish(line, "pdf", self.tr("Save as P&DF…"), "pdf")
        self._add_wish(line, "html", self.tr("Save as HTM&L…"), "save")
        self._add_wish(line, "copy_text", self.tr("&Copy text"), "copy")
        self._add_wish(line, "start_again", self.tr("Start &again"), "restart")
        self._column.addWidget(line)

    def _add_advice(self, summary: Summary) -> None:
        self._add_list(self._heading("do"), summary.do)
        for row in summary.get_help_if:
            self._add_list(f"{row.heading}…", row.lines, "note")
        self._add_list(self._heading("avoid"), summary.avoid)

    def _add_list(self, heading: str, lines: tuple[str, ...], surface: str = "card") -> None:
        if lines:
            box, column = card(heading, surface)
            add_lines(column, lines)
            self._column.addWidget(box)

    def _add_recovery(self, summary: Summary) -> None:
        recovery = summary.recovery
        if recovery is None:
            return
        box, column = card(f"{self._heading('recovery')}: {recovery.condition}")
        if recovery.time:
            column.addWidget(text_labels.selectable(text_labels.label(recovery.time, "body")))
        for key, lines in recovery.parts:
            column.addWidget(text_labels.label(words.text(summary.language, key), "strong"))
            add_lines(column, lines)
        self._column.addWidget(box)

    def _add_conditions(self, summary: Summary) -> None:
        box, column = card(self._heading("conditions"))
        note = "conditions_note" if len(summary.conditions) > 1 else "one_condition_note"
        column.addWidget(text_labels.label(self._heading(note), "muted"))
        for row in summary.conditions:
            column.addWidget(text_labels.selectable(text_labels.label(row.both_names, "strong")))
            if row.summary:
                column.addWidget(text_labels.selectable(text_labels.label(row.summary, "small")))
        self._column.addWidget(box)
        if len(summary.leaves) > 1:
            box, column = card(self._heading("results"))
            column.addWidget(text_labels.label(self._heading("results_note"), "muted"))
            add_lines(column, [f"{leaf.urgency_word}: {leaf.title}" for leaf in summary.leaves])
            self._column.addWidget(box)

    def _add_answers(self, summary: Summary) -> None:
        box, column = card(self._heading("answers"))
        for row in summary.answers:
            column.addWidget(rule())
            column.addLayout(self._answer(row))
        if summary.worked_out:
            lines = "\n".join(worked_out_line(row) for row in summary.worked_out)
            title = f"{self._heading('worked_out')} ({len(summary.worked_out)})"
            self.worked_out = text_disclosure(self.theme, title, lines, box, role="small")
            self._keep.watch(self.worked_out.button)
            column.addWidget(rule())
            column.addWidget(self.worked_out)
        if summary.not_asked:
            title = f"{self._heading('not_asked')} ({len(summary.not_asked)})"
            self.not_asked = text_disclosure(self.theme, title, "\n".join(summary.not_asked), box, role="small")
            self._keep.watch(self.not_asked.button)
            column.addWidget(rule())
            column.addWidget(self.not_asked)
        self._column.addWidget(box)

    def _answer(self, row: AnswerRow) -> QHBoxLayout:
        line = text_labels.row(None, 12)
        said = text_labels.column(None, 2)
        said.addWidget(text_labels.label(f"{row.number}. {row.question}", "small"))
        add_facts(said, row, self._summary.language)
        line.addLayout(said, 1)
        change = QPushButton(self.tr("Change"))
        change.setAccessibleName(
            self.tr("Change: {question} {answer}").format(question=row.question, answer=spoken(row))
        )
        self._change_buttons.addButton(change)
        self._changes[change] = row.node
        self._keep.watch(change)
        line.addWidget(change, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _add_path(self, summary: Summary) -> None:
        box, column = card(self._heading("path"))
        said = " ".join(f"{row.question} {spoken(row)}." for row in summary.answers)
        column.addWidget(PathView(self.theme, summary.path, summary.language, f"{said} {summary.urgency_word}."))
        self._column.addWidget(box)

    def _add_changes(self, summary: Summary) -> None:
        box, column = card(self._heading("changes"))
        column.addWidget(text_labels.label(summary.nearest, "strong"))
        add_lines(
            column,
            [row.sentence for row in summary.changes if row.effect != "same" and row.sentence != summary.nearest],
        )
        self._column.addWidget(box)
        if summary.unknowns:
            box, column = card(self._heading("unknowns"))
            add_lines(column, [row.sentence for row in summary.unknowns], "?")
            self._column.addWidget(box)

    def _add_sources(self, summary: Summary) -> None:
        if not summary.sources:
            return
        box, column = card(self._heading("sources"))
        for row in summary.sources:
            column.addWidget(text_labels.selectable(text_labels.label(self._source(row), "small")))
        line = ButtonRow()
        self._add_wish(line, "copy_sources", self.tr("Copy the sources"), "copy")
        column.addWidget(line)
        self._column.addWidget(box)

    def _source(self, row: SourceRow) -> str:
        said = f"{row.citation} ({row.state})" if row.state else row.citation
        return " ".join(filter(None, (said, row.url)))

    def _add_about(self, summary: Summary) -> None:
        language = summary.language
        version = words.text(language, "page.version", version=summary.tree_version)
        content = words.text(language, "page.content", hash=summary.content_hash)
        parts = [summary.tree_title, version, content]
        self._column.addWidget(
            text_labels.selectable(text_labels.label(f"{summary.review_sentence} {' · '.join(parts)}", "muted"))
        )

    # -- inner -----------------------------------------------------------------------------------

    def _add_wish(self, line: ButtonRow, name: str, text: str, icon: str) -> None:
        button = self._button(text, icon, "")
        self._wish_buttons.addButton(button)
        self.wishes[name] = button
        line.add(button)

    def _button(self, text: str, icon: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        self._buttons.append((button, icon))
        self._keep.watch(button)
        return button

    def _on_wish(self, pressed: QAbstractButton) -> None:
        for name, button in self.wishes.items():
            if button is pressed:
                self.wish.emit(name)
                return

    def _on_change(self, pressed: QAbstractButton) -> None:
        self.change_asked.emit(self._changes[pressed])

    def _dress(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self.theme.icon(icon, "accent" if button.property("kind") == "quiet" else "ink"))
            button.setIconSize(QSize(self.theme.px(24), self.theme.px(18)))
