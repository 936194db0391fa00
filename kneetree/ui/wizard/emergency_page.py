"""The emergency result: one dark red page, at once, with nothing to press but Print and Start again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kneetree import words
from kneetree.summary import Summary
from kneetree.ui import texts
from kneetree.ui.iconlabel import IconLabel
from kneetree.ui.theme import Theme
from kneetree.ui.wizard.page import KeepVisible, ScrollPage
from kneetree.ui.wizard.sections import add_lines


class EmergencyPage(ScrollPage):
    """Signals: ``wish(str)``: ``print`` or ``start_again``."""

    wish = Signal(str)

    def __init__(self, theme: Theme, follow: Callable[[], int]) -> None:
        super().__init__(theme, follow)
        self.setProperty("surface", "red")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._keep = KeepVisible(self.scroll)
        self._content: QWidget | None = None
        self.print = self._button(self.tr("&Print ..."))
        self.again = self._button(self.tr("Start &again"))
        self.print.clicked.connect(self._on_print)
        self.again.clicked.connect(self._on_again)
        self._holder = texts.column(None, 0)
        self.body.addLayout(self._holder)
        line = texts.row(None, 16)
        line.addWidget(self.print)
        line.addWidget(self.again)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_summary(self, summary: Summary) -> None:
        """Show what to do now, nothing else."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = texts.column(self._content, 16)
        top = texts.row(None, 24)
        top.addWidget(IconLabel(self.theme, "emergency", 96, "on_emergency"), 0, Qt.AlignmentFlag.AlignTop)
        self.word = texts.label(summary.urgency_word, "title")
        self.word.setAccessibleName(f"{summary.level}: {summary.urgency_word}")
        self.word.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.word.setProperty("ring", False)
        top.addWidget(self.word, 1)
        column.addLayout(top)
        column.addWidget(texts.label(summary.action, "strong"))
        for text in (summary.title, summary.reason):
            if text:
                column.addWidget(texts.label(text, "body"))
        for key, lines in (("do", summary.do), ("avoid", summary.avoid), ("get_help_if", summary.get_help_if)):
            if lines:
                column.addWidget(texts.label(words.text(summary.language, f"heading.{key}"), "heading"))
                add_lines(column, lines)
        column.addWidget(texts.label(summary.review_sentence, "small"))
        self._holder.addWidget(self._content)

    def begin(self) -> None:
        """The keyboard is on the words, not on a button: a stray Enter must not start again."""
        super().begin()
        if self._content is not None:
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "onred")
        self._keep.watch(button)
        return button

    def _on_print(self) -> None:
        self.wish.emit("print")

    def _on_again(self) -> None:
        self.wish.emit("start_again")

    def _dress(self) -> None:
        for button in (self.print, self.again):
            button.setIconSize(QSize(self.theme.px(24), self.theme.px(20)))
