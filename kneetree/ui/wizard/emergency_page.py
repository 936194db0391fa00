"""The emergency result: one dark red page, at once, with little to press.

Print and Start again, and right beneath the action, small, what takes back the answer that led here if it was a slip.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from kneetree import words
from kneetree.report.led_rows import LedHere, LedRow
from kneetree.report.summary import Summary
from kneetree.ui.style import text_labels
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.style.icon_label import IconLabel
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.sections import add_lines, describe, put_icon_above
from kneetree.ui.wizard.steady_button import SteadyButton


class EmergencyPage(ScrollPage):
    """Signals: ``wish(str)``: ``print`` or ``start_again``; ``mistake(str)`` the answer about this fact was a slip."""

    wish = Signal(str)
    mistake = Signal(str)

    def __init__(self, theme: Theme, follow: Callable[[], int]) -> None:
        super().__init__(theme, follow)
        on_surface(self, "red")
        self._keep = KeepVisible(self.scroll_area)
        self._shown: tuple[QWidget, ...] = ()
        self.mistakes: dict[str, QPushButton] = {}
        self.print = self._button(self.tr("&Print…"))
        self.again = self._button(self.tr("Start &again"))
        self.print.clicked.connect(self._on_print)
        self.again.clicked.connect(self._on_again)
        # Each made in its place, since assistive technology reads what is made first before the rest.
        before, line, after = QWidget(self.middle), ButtonRow(parent=self.middle), QWidget(self.middle)
        self._holder = text_labels.column(before, 0)
        self._after = text_labels.column(after, 0)
        line.add(self.print)
        line.add(self.again)
        for part in (before, line, after):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.more = self.tell_more_below(line)
        theme.changed.connect(self._dress)
        self._dress()

    def show_summary(self, summary: Summary, led: LedHere | None = None) -> None:
        """Show the action, beneath it in small print the answers that led here, then what to do and why."""
        led, self.mistakes = led or LedHere(), {}
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = (QWidget(), QWidget())
        column, below = (text_labels.column(part, 16) for part in self._shown)
        self._top = top = text_labels.nested(column, text_labels.row(None, 24))
        self._icon = IconLabel(self.theme, "emergency", 96, "on_emergency")
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.word = text_labels.label(summary.urgency_word, "title")
        self.word.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        text_labels.reads_first(self.word)
        top.addWidget(self.word, 1)
        column.addWidget(text_labels.label(summary.action, "strong"))
        if led.rows:
            self._add_led(column, led)
        if summary.title:
            column.addWidget(text_labels.label(summary.title, "body"))
        if summary.unsure_note:
            column.addWidget(text_labels.label(summary.unsure_note, "body"))
        for key, advice in (("do", summary.own_do), ("avoid", summary.own_avoid)):
            if advice:
                column.addWidget(text_labels.label(words.text(summary.language, f"heading.{key}"), "heading"))
                add_lines(column, advice)
        if summary.reason:
            column.addWidget(text_labels.label(words.text(summary.language, "heading.reason"), "heading"))
            column.addWidget(text_labels.label(summary.reason, "body"))
        if led.unsure:
            unsure = words.text(summary.language, "heading.unknowns")
            column.addWidget(text_labels.label(f"{unsure}: {'; '.join(led.unsure)}", "small"))
        for row in summary.get_help_if:
            below.addWidget(text_labels.label(f"{row.heading}…", "heading"))
            add_lines(below, row.lines)
        below.addWidget(text_labels.label(summary.review_sentence, "small"))
        self._holder.addWidget(self._shown[0])
        self._after.addWidget(self._shown[1])
        self.save_room()
        if self.narrow:
            self.fit_words()
        word, *headings = describe(self._shown[0])
        others = describe(self._shown[1])
        self.more.lead_to(self._shown[1] if summary.get_help_if else self.print)
        self._keep.watch_first(word)
        self._keep.watch(*headings, *others)
        order = (word, *self.mistakes.values(), *headings, self.print, self.again, *others)
        for first, then in pairwise(order):
            QWidget.setTabOrder(first, then)

    def save_room(self) -> None:
        """Leave less room around everything, and put the icon above the words in a narrow window."""
        side, edge = 12 if self.narrow else 24, 8 if self.low else 24
        self.body.setContentsMargins(side, edge, side, edge)
        self.more.make_lower(self.low)
        if self._shown:
            put_icon_above(self._top, self.word, self.narrow)
            self._top.setContentsMargins(0, 0, 0, 0)
            self._icon.show_size(36 if self.narrow else 48 if self.low else 96)

    def _add_led(self, column: QVBoxLayout, led: LedHere) -> None:
        """Name each answer that led here, with a button that takes it back."""
        self.mistakes = {row.fact: self._mistake_button(row) for row in led.rows}
        group = QButtonGroup(self._shown[0])
        group.buttonClicked.connect(self._on_mistake)
        small = text_labels.nested(column, text_labels.column(None, 4))
        for row in led.rows:
            small.addWidget(text_labels.label(row.sentence, "small"))
            group.addButton(self.mistakes[row.fact])
            small.addWidget(self.mistakes[row.fact], 0, Qt.AlignmentFlag.AlignLeft)

    def _mistake_button(self, row: LedRow) -> QPushButton:
        button = SteadyButton(self._taking_back(row))
        button.setProperty("kind", "small_on_red")
        button.setAccessibleName(f"{button.text()}: {row.sentence}")
        self._keep.watch(button)
        return button

    def _taking_back(self, row: LedRow) -> str:
        if row.slip == "unsure":
            return self.tr("I am sure now: ask me again")
        if row.slip == "ticked":
            return self.tr("I ticked that by mistake")
        return self.tr("I answered that by mistake")

    def begin(self) -> None:
        """Put the keyboard on the words, not on a button: a stray Enter must not start again."""
        super().begin()
        if self._shown:
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str) -> QPushButton:
        button = SteadyButton(text)
        button.setProperty("kind", "onred")
        self._keep.watch(button)
        return button

    def _on_mistake(self, pressed: QAbstractButton) -> None:
        self.mistake.emit(next(fact for fact, button in self.mistakes.items() if button is pressed))

    def _on_print(self) -> None:
        self.wish.emit("print")

    def _on_again(self) -> None:
        self.wish.emit("start_again")

    def _dress(self) -> None:
        for button in (self.print, self.again):
            button.setIconSize(QSize(self.theme.px(24), self.theme.px(20)))
