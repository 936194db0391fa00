"""The result: what to do first, then what it may be and why, then the rest.  It shows a ``Summary``, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from kneetree import words
from kneetree.report.summary import Summary
from kneetree.ui.style import text_labels
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.columns import Columns
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.earlier_answers import Earlier
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.path_entries import spoken
from kneetree.ui.wizard.path_view import PathView
from kneetree.ui.wizard.sections import (
    CareCard,
    add_lines,
    box_below,
    card,
    describe,
    holder_of_lines,
    source_label,
)
from kneetree.ui.wizard.steady_button import SteadyButton
from kneetree.ui.wizard.what_was_said import WhatWasSaid

_WIDTH = 1180
"""Two columns, each at most as wide as text should be."""


class ResultPage(ScrollPage):
    """Shows one result after the other.

    Signals: ``change_asked(str)`` the answer of that question; ``wish(str)`` what to do with the result:
    ``print``, ``pdf``, ``html``, ``copy_text``, ``copy_sources``, ``start_again``, ``record``; ``back_asked()``;
    ``taken_back(str)`` and ``put_back(str)`` what was said of a fact on a way that was left.
    """

    change_asked = Signal(str)
    wish = Signal(str)
    back_asked = Signal()
    taken_back = Signal(str)
    put_back = Signal(str)

    card: CareCard
    said: WhatWasSaid
    _summary: Summary

    def __init__(self, theme: Theme, follow: Callable[[], int]) -> None:
        super().__init__(theme, follow, _WIDTH)
        self.path: Disclosure | None = None
        self.sources: Disclosure | None = None
        self._keep = KeepVisible(self.scroll_area)
        self.more = self.tell_more_below(self.middle, [])  # until all that is not folded away has been in sight
        self._content: QWidget | None = None
        self._earlier = Earlier()
        self._stays = False
        self._buttons: list[tuple[QPushButton, str]] = []
        self._parts: list[Disclosure] = []
        self._to_open: Collection[int] = ()
        self.wishes: dict[str, QPushButton] = {}
        theme.changed.connect(self._dress)

    def show_summary(self, summary: Summary, earlier: Earlier | None = None) -> None:
        """Show a finished walk; if nothing changed but what was taken back, all that is on screen stays."""
        earlier, before = earlier or Earlier(summary.earlier), self._earlier
        self._stays = earlier.gone != before.gone and earlier.rows == before.rows and summary.path == self._summary.path
        self._summary, self._earlier = summary, earlier
        if self._stays:
            self.said.show_gone(earlier.gone)
            return
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._buttons, self.wishes, self._parts = [], {}, []
        self.path = self.sources = None
        self._content = QWidget()
        self._wish_buttons = QButtonGroup(self._content)
        self._wish_buttons.buttonClicked.connect(self._on_wish)
        self._column = text_labels.column(self._content, 16)
        self._add_top(summary)
        parts = Columns(self.theme)
        for part in (
            self._advice(summary),
            self._help(summary),
            self.card.why,
            self._conditions(summary),
            self._would_change(summary),
            self._recovery(summary),
            self._said(summary),
        ):
            if part is not None:
                parts.add(part)
                self._keep.watch(*describe(part))
        self._column.addWidget(parts)
        for add in (self._add_path, self._add_sources, self._add_about):
            add(summary)
        self.body.addWidget(self._content)
        self.more.lead_to(parts.parts[-1])
        self.body.addStretch(1)
        for place, opened in enumerate(self._parts):
            opened.show_opened(place in self._to_open)
        self._to_open = ()
        self._dress()
        if self.narrow:
            self.fit_words()

    def begin(self) -> None:
        """Put the keyboard on the level, the first thing that is read."""
        if self._stays:
            self._stays = False
            return
        super().begin()
        if self._content is not None:
            self.card.word.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, super().begin)  # again once all has its place

    @property
    def opened(self) -> tuple[int, ...]:
        """Which of the parts to open are open, by their place on the page."""
        return tuple(place for place, part in enumerate(self._parts) if part.opened)

    def open_next(self, places: Collection[int]) -> None:
        """Open these of the parts to open in the result that comes next: they were open in another language."""
        self._to_open = places

    def save_room(self) -> None:
        """Leave less room around everything."""
        side, edge = 12 if self.narrow else 24, 8 if self.low else 24
        self.body.setContentsMargins(side, edge, side, edge)
        self.more.make_lower(self.low)

    def _heading(self, key: str) -> str:
        return words.text(self._summary.language, f"heading.{key}")

    # -- the parts, first things first -----------------------------------------------------------

    def _add_top(self, summary: Summary) -> None:
        back = self._button(self.tr("&Back"), "back", "quiet")
        back.clicked.connect(self.back_asked)
        top = text_labels.nested(self._column, text_labels.row(None, 0))
        top.addWidget(back)
        top.addStretch(1)
        self.card = CareCard(self.theme, summary)
        self._column.addWidget(self.card)
        word, *others = describe(self.card)
        self._keep.watch_first(word)
        self._keep.watch(*others)
        line = ButtonRow()
        self._add_wish(line, "print", self.tr("&Print…"), "print")
        self._add_wish(line, "pdf", self.tr("Save as P&DF…"), "pdf")
        self._add_wish(line, "html", self.tr("Save as HTM&L…"), "save")
        self._add_wish(line, "copy_text", self.tr("&Copy text"), "copy")
        self._add_wish(line, "start_again", self.tr("Start &again"), "restart")
        self._column.addWidget(line)

    def _advice(self, summary: Summary) -> QWidget | None:
        """Return what to do and to avoid; what only less urgent results say is folded."""
        if not (summary.do or summary.avoid):
            return None
        box, column = card(self._heading("do" if summary.do else "avoid"))
        add_lines(column, summary.own_do)
        if summary.own_avoid and summary.do:
            column.addWidget(text_labels.label(self._heading("avoid"), "heading"))
        add_lines(column, summary.own_avoid)
        more, less = summary.other_do, summary.other_avoid
        if more or less:
            holder, lines = holder_of_lines()
            add_lines(lines, more)
            if less:
                lines.addWidget(text_labels.label(self._heading("avoid"), "strong"))
            add_lines(lines, less)
            self._fold(column, f"{self._heading('other_advice')} ({len(more) + len(less)})", holder)
        return box

    def _help(self, summary: Summary) -> QWidget | None:
        """Return when to call or to get help, the most urgent first."""
        if not summary.get_help_if:
            return None
        first, *others = summary.get_help_if
        box, column = card(f"{first.heading}…", "note")
        add_lines(column, first.lines)
        for row in others:
            column.addSpacing(6)
            column.addWidget(text_labels.label(f"{row.heading}…", "heading"))
            add_lines(column, row.lines)
        return box

    def _conditions(self, summary: Summary) -> QWidget:
        """Return what it may be, by name; what each condition is is folded below, unless there is only one."""
        box, column = card(self._heading("conditions"))
        several = len(summary.conditions) > 1
        column.addWidget(
            text_labels.label(self._heading("conditions_note" if several else "one_condition_note"), "muted")
        )
        told = [row for row in summary.conditions if row.summary]
        for row in summary.conditions:
            column.addWidget(text_labels.selectable(text_labels.label(row.both_names, "strong")))
        if several and told:
            holder, lines = holder_of_lines()
            for row in told:
                lines.addWidget(text_labels.label(row.both_names, "strong"))
                lines.addWidget(text_labels.selectable(text_labels.label(row.summary, "body")))
            self._fold(column, self._heading("about_conditions"), holder)
        else:
            for row in told:
                column.addWidget(text_labels.selectable(text_labels.label(row.summary, "body")))
        if len(summary.leaves) > 1:
            holder, lines = holder_of_lines()
            lines.addWidget(text_labels.label(self._heading("results_note"), "muted"))
            add_lines(lines, [f"{leaf.urgency_word}: {leaf.title}" for leaf in summary.leaves])
            self._fold(column, f"{self._heading('open_results')} ({len(summary.leaves)})", holder)
        return box

    def _would_change(self, summary: Summary) -> QWidget:
        box, column = card(self._heading("changes"))
        add_lines(column, summary.would_change)
        return box

    def _recovery(self, summary: Summary) -> QWidget | None:
        """Return how the first condition gets better: how long it takes and the first days; the rest is folded."""
        recovery = summary.recovery
        if recovery is None:
            return None
        box, column = card(f"{self._heading('recovery')}: {recovery.condition}")
        if recovery.time:
            column.addWidget(text_labels.selectable(text_labels.label(recovery.time, "body")))
        for key, lines in recovery.parts:
            heading = words.text(summary.language, key)
            if lines is recovery.first_days:
                column.addWidget(text_labels.label(heading, "strong"))
                add_lines(column, lines)
            else:
                holder, inner = holder_of_lines()
                add_lines(inner, lines)
                self._fold(column, f"{heading} ({len(lines)})", holder)
        return box

    def _said(self, summary: Summary) -> QWidget:
        """Return what the person said, in facts."""
        self.said = WhatWasSaid(self.theme, summary, self._earlier, self._keep)
        self.said.change_asked.connect(self.change_asked)
        self.said.taken_back.connect(self.taken_back)
        self.said.put_back.connect(self.put_back)
        self._parts += self.said.folds
        return self.said

    def _add_path(self, summary: Summary) -> None:
        said = " ".join(f"{row.question} {spoken(row)}." for row in summary.answers)
        view = PathView(self.theme, summary.path, summary.language, f"{said} {summary.urgency_word}.")
        self.path = self._fold(box_below(self._column), self._heading("path"), view)

    def _add_sources(self, summary: Summary) -> None:
        if not summary.sources:
            return
        holder, column = holder_of_lines()
        for row in summary.sources:
            column.addWidget(source_label(row))
        line = ButtonRow()
        self._add_wish(line, "copy_sources", self.tr("Copy the sources"), "copy")
        column.addWidget(line)
        self.sources = self._fold(
            box_below(self._column), f"{self._heading('sources')} ({len(summary.sources)})", holder
        )

    def _add_about(self, summary: Summary) -> None:
        language = summary.language
        version = words.text(language, "page.version", version=summary.tree_version)
        content = words.text(language, "page.content", hash=summary.content_hash)
        parts = [summary.tree_title, version, content]
        self._column.addWidget(
            text_labels.selectable(text_labels.label(f"{summary.review_sentence} {' · '.join(parts)}", "muted"))
        )

    # -- inner -----------------------------------------------------------------------------------

    def _fold(self, column: QVBoxLayout, title: str, content: QWidget) -> Disclosure:
        made = Disclosure(self.theme, title, content)
        self._parts.append(made)
        self._keep.watch(made.button)
        column.addWidget(made)
        return made

    def _add_wish(self, line: ButtonRow, name: str, text: str, icon: str) -> None:
        button = self._button(text, icon, "")
        self._wish_buttons.addButton(button)
        self.wishes[name] = button
        line.add(button)

    def _button(self, text: str, icon: str, kind: str) -> QPushButton:
        button = SteadyButton(text)
        button.setProperty("kind", kind)
        self._buttons.append((button, icon))
        self._keep.watch(button)
        return button

    def _on_wish(self, pressed: QAbstractButton) -> None:
        for name, button in self.wishes.items():
            if button is pressed:
                self.wish.emit(name)
                return

    def _dress(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self.theme.icon(icon, "accent" if button.property("kind") == "quiet" else "ink"))
            button.setIconSize(QSize(self.theme.px(24), self.theme.px(18)))
