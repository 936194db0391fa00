"""One question: the heading, the rule of how to answer, how to look, the answers, why it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kneetree.model import knowledge
from kneetree.model.knowledge import Answers
from kneetree.model.tree import Answer, Asked, Kind, Scale, Tree
from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.answer_buttons import AnswerButtons
from kneetree.ui.wizard.disclosure import text_disclosure
from kneetree.ui.wizard.number_field import NumberField
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.picture import Picture, drawing
from kneetree.ui.wizard.places_picture import keep_in_step, picture_of
from kneetree.ui.wizard.steady_button import SteadyButton
from kneetree.ui.wizard.tick_list import ItemList

_VALUES = {Answer.YES: True, Answer.NO: False, Answer.UNSURE: None}
_PICTURE_HEIGHT = 240


class Content(NamedTuple):
    """What the page of a question shows: the question, the scale of its number, and its drawing, if it has them."""

    asked: Asked
    scale: Scale | None = None
    drawing: str | None = None


def content_of(tree: Tree, node: str) -> Content | None:
    """Return what the page of the question ``node`` shows, or ``None`` if the tree has no such question."""
    try:
        asked = tree.asked(node)
    except KeyError:
        return None
    if asked.kind is Kind.DECISION:
        return None
    return Content(asked, tree.scales.get(asked.scale), drawing(asked.picture, tree.pictures))


class QuestionPage(ScrollPage):
    """The page of one question.

    Signals: ``answered(dict)`` findings with true, false or ``None`` (not sure), or a scale with its number;
    ``kept()`` the answer given before stays; ``back_asked()``.
    """

    answered = Signal(object)
    kept = Signal()
    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        content: Content,
        follow: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, follow, parent=parent)
        self.content = content
        asked = content.asked
        self.setAccessibleName(asked.text)
        self.back = QPushButton(self.tr("&Back"), self.middle)
        self.back.setProperty("kind", "quiet")
        self.back.clicked.connect(self.back_asked)
        self.progress = text_labels.label("", "muted", self.middle)
        self.progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.heading = text_labels.label(asked.text, "question", self.middle)
        self.heading.setAccessibleDescription(asked.answer_rule)
        text_labels.reads_first(self.heading)
        self.heading.installEventFilter(self)
        self.answers: AnswerButtons | None = None
        self.items: ItemList | None = None
        self.number: NumberField | None = None
        self.unsure: QPushButton | None = None
        self.picture: Picture | None = None
        self.go_on = SteadyButton(self.middle)
        self.go_on.setProperty("kind", "primary")
        self._keep = KeepVisible(self.scroll_area)
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        asked = self.content.asked
        top = text_labels.row(None, 8)
        top.addWidget(self.back)
        top.addWidget(self.progress, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.heading)
        if asked.answer_rule:
            self.body.addWidget(text_labels.label(asked.answer_rule, "body", self.middle))
        if self.content.drawing is not None:
            self.picture = picture_of(self.content.drawing, _PICTURE_HEIGHT, asked.lines, self.middle)
            self.body.addWidget(self.picture)
        if asked.help:
            title = self.tr("&How to tell") if asked.kind is Kind.NUMBER else self.tr("&How to look")
            self.body.addWidget(text_disclosure(self.theme, title, asked.help, self.middle))
        foot = text_labels.row(None, 12)
        foot.addWidget(self.go_on)
        if asked.kind is Kind.LIST:
            self._lay_out_list(asked)
        elif self.content.scale is not None:
            self._lay_out_number(asked, self.content.scale, foot)
        else:
            self._lay_out_yes_no(asked)
        foot.addStretch(1)
        self.body.addLayout(foot)
        if asked.why:
            self.body.addWidget(text_disclosure(self.theme, self.tr("&Why we ask"), asked.why, self.middle))
        self.body.addStretch(1)
        self._keep.watch(self.go_on, self.back)

    def _lay_out_list(self, asked: Asked) -> None:
        self.items = ItemList(asked.text, asked.lines, rule=asked.answer_rule, unsure=asked.unsure, parent=self.middle)
        self.items.changed.connect(self._name_go_on)
        self.body.addWidget(self.items)
        keep_in_step(self.picture, self.items)
        self.go_on.clicked.connect(self._on_items_done)
        for line in self.items.rows:
            self._keep.watch(line.tick, line.unsure)

    def _lay_out_number(self, asked: Asked, scale: Scale, foot: QHBoxLayout) -> None:
        self.number = NumberField(self.theme, asked.text, asked.answer_rule, scale, self.middle)
        self.number.entered.connect(self._on_number_done)
        self.number.changed.connect(self._on_number_typed)
        self.number.says.installEventFilter(self)
        self.body.addWidget(self.number)
        self.go_on.setText(self.tr("&Continue"))
        self.go_on.clicked.connect(self._on_number_done)
        self._keep.watch(self.number.edit, *self.number.units.values())
        if asked.unsure:
            self.unsure = QPushButton(self.tr("I'm not &sure"), self.middle)
            self.unsure.setProperty("kind", "answer")
            self.unsure.setCheckable(True)
            self.unsure.clicked.connect(self._on_number_unsure)
            foot.addWidget(self.unsure)
            self._keep.watch(self.unsure)

    def _lay_out_yes_no(self, asked: Asked) -> None:
        self.answers = AnswerButtons(asked.text, rule=asked.answer_rule, unsure=asked.unsure, parent=self.middle)
        self.answers.chosen.connect(self._on_chosen)
        self.body.addWidget(self.answers)
        self.go_on.clicked.connect(self.kept)
        self.go_on.setText(self.tr("&Keep this answer"))
        self.go_on.setProperty("kind", "quiet")
        self._keep.watch(*self.answers.buttons.values())

    def show_progress(self, progress: str) -> None:
        """Show how far the walk is, and leave alone what was ticked meanwhile."""
        self.progress.setText(progress)
        self.progress.setVisible(bool(progress))

    def show_state(self, values: Answers, known: Answers, *, answered: bool, progress: str) -> None:
        """Show what was said before: ``values`` to this question, and what is ``known`` and so not asked here.

        ``answered`` says whether this question has its answer, ``progress`` how far the walk is.
        """
        asked = self.content.asked
        self.show_progress(progress)
        if self.items is not None:
            self.items.show_values(_facts(values, asked), known)
            self._name_go_on()
        elif self.number is not None:
            said = values.get(asked.scale)
            self.number.show_number(said)
            if self.unsure is not None:
                self.unsure.setChecked(asked.scale in values and said is None)
        elif self.answers is not None:
            self.answers.show_answer(knowledge.outcome(asked, values) if answered else None)
            self.go_on.setVisible(answered)

    def _on_chosen(self, answer: Answer) -> None:
        self.answered.emit({self.content.asked.finding: _VALUES[answer]})

    def _on_items_done(self) -> None:
        if self.items is not None:
            self.answered.emit(self.items.values)

    def _on_number_done(self) -> None:
        if self.number is None:
            return
        if self.number.number is not None:
            self.answered.emit({self.content.asked.scale: self.number.number})
        elif self.number.edit.number is None and self.unsure is not None and self.unsure.isChecked():
            self._on_number_unsure()
        else:
            self.number.complain()
            self._show_sentence()

    def _show_sentence(self) -> None:
        """Scroll to what the field says below itself, which a large text puts off the screen."""
        if self.number is not None and self.number.says.text():
            self.scroll_area.ensureWidgetVisible(self.number.says, 8, 24)

    def _on_number_typed(self) -> None:
        self._show_sentence()
        if self.unsure is not None and self.number is not None and self.number.edit.text():
            self.unsure.setChecked(False)

    def _on_number_unsure(self) -> None:
        if self.number is not None and self.unsure is not None:
            self.number.show_number(None)
            self.unsure.setChecked(True)
            self.answered.emit({self.content.asked.scale: None})

    def _name_go_on(self) -> None:
        if self.items is None:
            return
        values = self.items.values
        nothing = self.tr("This does not apply, &continue") if len(values) == 1 else self.tr("None of these, &continue")
        on = self.tr("&Continue")
        self.go_on.show_one_of((nothing, on), nothing if all(value is False for value in values.values()) else on)

    def _draw(self) -> None:
        self.back.setIcon(self.theme.icon("back", "accent"))
        self.back.setIconSize(QSize(self.theme.px(24), self.theme.px(18)))

    def begin(self) -> None:
        """Put the keyboard on the question, so that the first arrow or Tab goes to the first answer.

        Where a number is asked it goes into the field, whose name is the question.
        """
        super().begin()
        if self.number is not None:
            self.number.focus()
        else:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the question to the first answer with an arrow, which the scroll area would take.

        What a number field says is scrolled to when it grows.
        """
        if event.type() == QEvent.Type.Resize and watched is not self.heading:
            QTimer.singleShot(0, self, self._show_sentence)
            return False
        arrows = (Qt.Key.Key_Down, Qt.Key.Key_Right)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in arrows:
            self._focus_first()
            return True
        return super().eventFilter(watched, event)

    def _focus_first(self) -> None:
        if self.answers is not None:
            self.answers.focus_first()
        elif self.number is not None:
            self.number.focus()
        elif self.items is not None and self.items.shown:
            self.items.shown[0].tick.setFocus(Qt.FocusReason.TabFocusReason)


def _facts(values: Mapping[str, bool | int | None], asked: Asked) -> dict[str, bool | None]:
    said = {finding: values[finding] for finding in asked.findings if finding in values}
    return {finding: None if value is None else bool(value) for finding, value in said.items()}
