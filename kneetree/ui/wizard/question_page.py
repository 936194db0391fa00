"""One question: the heading, how to look, the answers, why it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kneetree import shipped
from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN
from kneetree.model.tree import Answer, Question
from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.answer_buttons import AnswerButtons
from kneetree.ui.wizard.disclosure import text_disclosure
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.tick_list import ItemList

_VALUES = {Answer.YES: True, Answer.NO: False, Answer.UNSURE: None}
_PICTURE_HEIGHT = 240


class QuestionPage(ScrollPage):
    """The page of one question.

    Signals: ``answered(dict)`` findings with true, false or ``None`` (not sure); ``kept()`` the answer
    given before stays; ``back_asked()``.
    """

    answered = Signal(object)
    kept = Signal()
    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        node_id: str,
        question: Question,
        follow: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, follow, parent=parent)
        self.node_id = node_id
        self.question = question
        self.setAccessibleName(question.text)
        self.back = QPushButton(self.tr("&Back"), self.middle)
        self.back.setProperty("kind", "quiet")
        self.back.clicked.connect(self.back_asked)
        self.progress = text_labels.label("", "muted", self.middle)
        self.progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.heading = text_labels.label(question.text, "question", self.middle)
        text_labels.reads_first(self.heading)
        self.heading.installEventFilter(self)
        self.answers: AnswerButtons | None = None
        self.items: ItemList | None = None
        self.go_on = QPushButton(self.middle)
        self.go_on.setProperty("kind", "primary")
        self._keep = KeepVisible(self.scroll_area)
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        question = self.question
        top = text_labels.row(None, 8)
        top.addWidget(self.back)
        top.addWidget(self.progress, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.heading)
        path = shipped.picture(question.picture) if question.picture else None
        if path is not None:
            self.body.addWidget(Picture(path, _PICTURE_HEIGHT, self.middle))
        if question.help:
            self.body.addWidget(text_disclosure(self.theme, self.tr("&How to look"), question.help, self.middle))
        if question.items:
            self.items = ItemList(question.text, question.items, unsure=question.unsure, parent=self.middle)
            self.items.changed.connect(self._name_go_on)
            self.body.addWidget(self.items)
            self.go_on.clicked.connect(self._on_items_done)
            for line in self.items.rows:
                self._keep.watch(line.tick, line.unsure)
        else:
            self.answers = AnswerButtons(question.text, unsure=question.unsure, parent=self.middle)
            self.answers.chosen.connect(self._on_chosen)
            self.body.addWidget(self.answers)
            self.go_on.clicked.connect(self.kept)
            self.go_on.setText(self.tr("&Keep this answer"))
            self.go_on.setProperty("kind", "quiet")
            self._keep.watch(*self.answers.buttons.values())
        foot = text_labels.row(None, 12)
        foot.addWidget(self.go_on)
        foot.addStretch(1)
        self.body.addLayout(foot)
        if question.why:
            self.body.addWidget(text_disclosure(self.theme, self.tr("&Why we ask"), question.why, self.middle))
        self.body.addStretch(1)
        self._keep.watch(self.go_on, self.back)

    def show_state(self, values: Mapping[str, bool | None], *, answered: bool, progress: str) -> None:
        """Show what is known: ``values`` by finding, whether this question has its answer, how far the walk is."""
        self.progress.setText(progress)
        self.progress.setVisible(bool(progress))
        if self.items is not None:
            known = {finding: knowledge.value_of(finding, values) for finding in self.question.findings}
            self.items.show_values({finding: value for finding, value in known.items() if value is not UNKNOWN})
            self._name_go_on()
        elif self.answers is not None:
            self.answers.show_answer(knowledge.outcome(self.question, values) if answered else None)
            self.go_on.setVisible(answered)

    def _on_chosen(self, answer: Answer) -> None:
        self.answered.emit({self.question.finding: _VALUES[answer]})

    def _on_items_done(self) -> None:
        if self.items is not None:
            self.answered.emit(self.items.values)

    def _name_go_on(self) -> None:
        if self.items is not None:
            none = all(value is False for value in self.items.values.values())
            self.go_on.setText(self.tr("None of these, &continue") if none else self.tr("&Continue"))

    def _draw(self) -> None:
        self.back.setIcon(self.theme.icon("back", "accent"))
        self.back.setIconSize(QSize(self.theme.px(24), self.theme.px(18)))

    def begin(self) -> None:
        """Put the keyboard on the question, so that the first arrow or Tab goes to the first answer."""
        super().begin()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the question to the first answer with an arrow, which the scroll area would take."""
        arrows = (Qt.Key.Key_Down, Qt.Key.Key_Right)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in arrows:
            self._focus_first()
            return True
        return super().eventFilter(watched, event)

    def _focus_first(self) -> None:
        if self.answers is not None:
            self.answers.focus_first()
        elif self.items is not None:
            self.items.rows[0].tick.setFocus(Qt.FocusReason.TabFocusReason)
