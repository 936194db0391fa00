"""The top of a question's page: Back, how far the walk is, the question, the rule of how to answer it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from kneetree.model.tree import Asked
from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme


class QuestionTop(QWidget):
    """What is read before the answers; ``back`` is pressed by the person, ``progress`` filled in by the page."""

    def __init__(self, theme: Theme, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = QPushButton(QCoreApplication.translate("QuestionPage", "&Back"), self)
        self.back.setProperty("kind", "quiet")
        self.progress = text_labels.label("", "muted", self)
        self.progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.heading = text_labels.label(asked.text, "question", self)
        self.heading.setAccessibleDescription(asked.answer_rule)
        text_labels.reads_first(self.heading)
        column = text_labels.column(self, 8)
        line = text_labels.row(None, 8)
        line.addWidget(self.back)
        line.addWidget(self.progress, 1)
        column.addLayout(line)
        column.addWidget(self.heading)
        if asked.answer_rule:
            column.addWidget(text_labels.label(asked.answer_rule, "body", self))
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.back.setIcon(self._theme.icon("back", "accent"))
        self.back.setIconSize(QSize(self._theme.px(24), self._theme.px(18)))
