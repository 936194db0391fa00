"""The top of a question's page: Back, how far the walk is, the path, the question, the rule of how to answer it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kneetree.model.tree import Asked
from kneetree.ui.style import room, text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.steady_button import SteadyButton


class QuestionTop(QWidget):
    """What is read before the answers; ``back`` and ``path`` are pressed by the person, the page fills in ``progress``.

    ``path`` is hidden until there is no room for the path beside the question.
    """

    def __init__(self, theme: Theme, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = SteadyButton(QCoreApplication.translate("QuestionPage", "&Back"), self)
        self.back.setProperty("kind", "quiet")
        self.path = SteadyButton(QCoreApplication.translate("CheckView", "Yo&ur path"), self)
        self.path.setProperty("kind", "quiet")
        self.path.hide()
        self.progress = text_labels.label("", "muted", self)
        self.heading = text_labels.label(asked.text, "question", self)
        self.heading.setAccessibleDescription(asked.answer_rule)
        text_labels.reads_first(self.heading)
        column = self._column = text_labels.column(self, 8)
        self._line = text_labels.nested(column, QGridLayout())
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.setColumnStretch(1, 1)
        self._line.addWidget(self.back, 0, 0)
        self._line.addWidget(self.path, 0, 2)
        self._stands_below: bool | None = None
        column.addWidget(self.heading)
        self.rule = text_labels.label(asked.answer_rule, "body", self)
        self.rule.setVisible(bool(asked.answer_rule))
        column.addWidget(self.rule)
        self._place_progress(below=False)
        theme.changed.connect(self._draw)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put how far the walk is between the buttons, or below them where there is no room."""
        super().resizeEvent(event)
        self._place_progress(below=room.is_narrow(self._theme, self.width()))

    def make_smaller(self, smaller: bool) -> None:
        """Show all in a smaller type, for a window that is low or narrow, or as large as ever."""
        text_labels.show_as(self.progress, "tiny" if smaller else "muted")
        text_labels.show_as(self.heading, "heading" if smaller else "question")
        text_labels.show_as(self.rule, "fine" if smaller else "body")
        self._column.setSpacing(2 if smaller else 8)

    def _place_progress(self, *, below: bool) -> None:
        if below == self._stands_below:
            return
        self._stands_below = below
        self._line.removeWidget(self.progress)
        if below:
            self._line.addWidget(self.progress, 1, 0, 1, 3)
        else:
            self._line.addWidget(self.progress, 0, 1)
        side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
        self.progress.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _draw(self) -> None:
        self.back.setIcon(self._theme.icon("back", "accent"))
        self.back.setIconSize(QSize(self._theme.px(24), self._theme.px(18)))
