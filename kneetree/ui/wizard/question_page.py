"""One question: the heading, the rule of how to answer, how to look, the answers, why it is asked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneetree.model import knowledge
from kneetree.model.knowledge import Answers
from kneetree.model.scales import Span
from kneetree.model.tree import Answer, Asked, Kind, Scale
from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard import beside
from kneetree.ui.wizard.answer_buttons import VALUES, AnswerButtons
from kneetree.ui.wizard.band_choice import BandChoice, choice_of
from kneetree.ui.wizard.beside import Beside
from kneetree.ui.wizard.choice_button import ChoiceButton
from kneetree.ui.wizard.content import Content
from kneetree.ui.wizard.denial import go_on_texts
from kneetree.ui.wizard.disclosure import text_disclosure
from kneetree.ui.wizard.list_keys import ListKeys
from kneetree.ui.wizard.no_place import NoPlace, no_place_of
from kneetree.ui.wizard.number_field import NumberField
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.places_picture import keep_in_step, picture_of
from kneetree.ui.wizard.question_top import QuestionTop
from kneetree.ui.wizard.reading import Reading
from kneetree.ui.wizard.steady_button import SteadyButton
from kneetree.ui.wizard.tick_list import ItemList, ItemRow, facts_of
from kneetree.ui.wizard.typed_anywhere import TypedAnywhere

Draft = dict[str, bool | None] | tuple[str, str]
"""Ticks by finding, or digits with their unit, that were given on a page and not said."""
_PICTURE_HEIGHT = 240
_WIDTH = text_labels.READING_WIDTH + beside.GAP + beside.ASIDE
"""Every question is as wide as one with a drawing beside it, so that nothing jumps from page to page."""


class QuestionPage(ScrollPage):
    """The page of one question.

    Signals: ``answered(dict)`` findings with true, false or ``None`` (not sure), or a scale with its number;
    ``kept()`` the answer given before stays; ``back_asked()``;
    ``path_asked()`` the path is to be shown instead.
    """

    answered = Signal(object)
    kept = Signal()
    back_asked = Signal()
    path_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        content: Content,
        follow: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, follow, _WIDTH, parent)
        self.content = content
        asked = content.asked
        self.setAccessibleName(asked.text)
        self.body.setSpacing(12)
        self.body.setContentsMargins(24, 12, 24, 8)
        top = self.top = QuestionTop(theme, asked, self.middle)
        self.back, self.progress, self.heading = top.back, top.progress, top.heading
        self.back.clicked.connect(self.back_asked)
        top.path.clicked.connect(self.path_asked)
        self.heading.installEventFilter(self)
        row = text_labels.nested(self.body, text_labels.row(None, 0))
        row.addWidget(top, 1000)
        row.addStretch(1)
        # At the beginning, since somebody may be led back here because of it.
        self.kept_note = text_labels.label(
            self.tr("As you left it. It counts only once you continue."), "body", self.middle
        )
        self.kept_note.hide()
        self.body.addWidget(self.kept_note)
        self._keep = KeepVisible(self.scroll_area)
        self._keep.watch(self.back, top.path, top.heading)
        self.picture: Picture | None = None
        self._place = Beside(theme, self.scroll_area, self.middle)
        self.body.addWidget(self._place)
        self.body.addStretch(1)
        self._lay_out_aside()
        self.answers: AnswerButtons | None = None
        self.items: ItemList | None = None
        self._reading: Reading | None = None
        self.no_place: NoPlace | None = None
        self.number: NumberField | None = None
        self.unsure: ChoiceButton | None = None
        if asked.kind is Kind.LIST:
            self._lay_out_list(asked)
        elif content.scale is not None:
            self._lay_out_number(asked, content.scale)
        else:
            self._lay_out_yes_no(asked)
        self._foot = foot = text_labels.nested(self._place.body, text_labels.row(None, 12))
        self.go_on = SteadyButton("", self._place.main)
        foot.addWidget(self.go_on)
        self._connect_go_on(foot)
        foot.addStretch(1)
        self.bands = self._bands(content)
        if asked.why:
            why = text_disclosure(theme, self.tr("&Why we ask"), asked.why, self._place.main)
            self._place.body.addWidget(why)
            self.show_when_opened(why)
        self._place.body.addStretch(1)
        self._place.first = self.items.rows[0] if self.items else self.answers or self.number or self.go_on
        lines = [*(self.items.rows if self.items else ()), self.go_on]
        self.more = self._place.more = self.tell_more_below(self.answers or self.bands or self.go_on, lines)

    # What is made first is also read first by assistive technology, and reached first with Tab.

    def _lay_out_aside(self) -> None:
        asked, place = self.content.asked, self._place
        if self.content.drawing is not None:
            self.picture = picture_of(self.content.drawing, _PICTURE_HEIGHT, asked.lines, self.theme, place.aside)
            place.show_drawing(self.picture)
        if not asked.help:
            return
        title = self.tr("How to te&ll") if asked.kind is Kind.NUMBER else self.tr("How to &look")
        help_ = text_disclosure(self.theme, title, asked.help, place.aside)
        place.add_aside(help_)
        self.show_when_opened(help_)

    def _lay_out_list(self, asked: Asked) -> None:
        rule, unsure, within = asked.answer_rule, asked.unsure, self._place.main
        self.items = ItemList(asked.text, asked.lines, rule=rule, unsure=unsure, parent=within)
        self.items.changed.connect(self._name_go_on)
        self._reading = Reading(self.scroll_area, self.items, lambda: self.items.shown if self.items else [])
        self._reading.changed.connect(self._name_go_on)
        self._place.body.addWidget(self.items)
        keep_in_step(self.picture, self.items, self._place.bring_in_sight)
        for line in self.items.rows:
            self._keep.watch(line.tick, line.unsure, around=line)

    def _lay_out_number(self, asked: Asked, scale: Scale) -> None:
        self.number = NumberField(self.theme, asked.text, asked.answer_rule, scale, self._place.main)
        TypedAnywhere(self, self.number)
        self.number.entered.connect(self._on_number_done)
        self.number.changed.connect(self._on_number_typed)
        self.number.says.installEventFilter(self)
        self._place.body.addWidget(self.number)
        self._keep.watch(self.number.edit, *self.number.units.values())

    def _lay_out_yes_no(self, asked: Asked) -> None:
        self.answers = AnswerButtons(asked.text, rule=asked.answer_rule, unsure=asked.unsure, parent=self._place.main)
        self.answers.chosen.connect(self._on_chosen)
        self._place.body.addWidget(self.answers)
        self._keep.watch(*self.answers.buttons.values())

    def _connect_go_on(self, foot: QHBoxLayout) -> None:
        self._keep.watch(self.go_on)
        self.go_on.setProperty("kind", "primary")
        if self.items is not None:
            self.go_on.clicked.connect(self._on_items_done)
            ListKeys(self.items, self.go_on)
            self.no_place = no_place_of(self.content.asked, self.picture, self.items, self._place)
        elif self.number is not None:
            self.go_on.setText(self.tr("&Continue"))
            self.go_on.clicked.connect(self._on_number_done)
            if self.content.asked.unsure:
                self.unsure = ChoiceButton(self.tr("I'm not &sure"), "answer", self._place.main)
                self.unsure.clicked.connect(self._on_number_unsure)
                foot.addWidget(self.unsure)
                self._keep.watch(self.unsure)
        else:
            self.go_on.setText(self.tr("&Keep this answer"))
            self.go_on.setProperty("kind", "quiet")
            self.go_on.clicked.connect(self.kept)

    def _bands(self, content: Content) -> BandChoice | None:
        bands = choice_of(content, self._place.main)
        if bands is not None:
            bands.chosen.connect(self._on_band)
            self._place.body.addWidget(bands)
            self._keep.watch(*bands.buttons.values())
        return bands

    def save_room(self) -> None:
        """Show the question in a smaller type, and everything nearer together."""
        side, edge = 12 if self.narrow else 24, 4 if self.low else 12
        self.body.setContentsMargins(side, edge, side, min(edge, 8))
        self.body.setSpacing(2 if self.low else 12)
        self.more.make_lower(self.low)
        text_labels.stack(self._foot, self.narrow)
        self.top.make_smaller(self.low or self.narrow)
        if self.items is not None:
            self.items.make_smaller(self.low or self.narrow)
        elif self.number is not None:
            self.number.make_lower(self.low)

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
        if self._reading is not None and not answered:
            self._reading.forget()
        if self.no_place is not None:
            self.no_place.forget(said=answered)
        if self.items is not None:
            self.items.show_values(facts_of(values, asked), known)
            self._name_go_on()
        elif self.number is not None:
            said, kept = values.get(asked.scale), self.number.draft
            is_band = self.bands is not None and self.bands.show_number(said)
            self.number.show_number(None if is_band else said)
            if self.unsure is not None:
                self.unsure.show_chosen(asked.scale in values and said is None)
            self.show_draft(kept)
        elif self.answers is not None:
            self.answers.show_value(knowledge.value_of(asked.finding, values) if answered else knowledge.UNKNOWN)
            self.go_on.setVisible(answered)
        self.kept_note.setVisible(self.draft is not None)

    @property
    def draft(self) -> Draft | None:
        """What was ticked or typed but not yet answered with, ``None`` if there is nothing: it is not an answer."""
        if self.items is not None:
            return self.items.draft or None
        return self.number.draft if self.number is not None else None

    def show_draft(self, draft: Draft | None) -> None:
        """Show what was ticked or typed and not yet said; with ``None`` only what was said."""
        if self.items is not None:
            self.items.show_draft(draft if isinstance(draft, dict) else {})
        elif self.number is not None:
            self.number.show_draft(draft if isinstance(draft, tuple) else None)

    def _answer(self, answers: Answers) -> None:
        """Say what is answered, from where on nothing is kept that was not said."""
        for field in (self.items, self.number):
            if field is not None:
                field.settle()
        self.answered.emit(answers)

    def _on_chosen(self, answer: Answer) -> None:
        self._answer({self.content.asked.finding: VALUES[answer]})

    def _on_items_done(self) -> None:
        """Answer with what is ticked, once every line has been on screen; until then show the next ones."""
        if self.items is None:
            return
        with self.scrolled_by(self.go_on):
            line = self._reading.read_on() if self._reading else None
            waits = line is None and self.no_place is not None and self.no_place.say(self.scroll_area)
        if isinstance(line, ItemRow):
            line.tick.setFocus(Qt.FocusReason.OtherFocusReason)  # so that a screen reader says it
        elif not waits:
            self._answer(self.items.values)

    def _on_number_done(self) -> None:
        """Answer with the number that was typed, or keep what was chosen instead of typing one."""
        if self.number is None:
            return
        is_empty, band = self.number.edit.number is None, self.bands.number if self.bands else None
        if self.number.number is not None:
            self._answer({self.content.asked.scale: self.number.number})
        elif is_empty and band is not None:
            self._on_band(band)
        elif is_empty and self.unsure is not None and self.unsure.chosen:
            self._on_number_unsure()
        else:
            self.number.complain()
            self._show_sentence()

    def _on_band(self, band: Span) -> None:
        self._mark(band=band)
        self._answer({self.content.asked.scale: band})

    def _show_sentence(self) -> None:
        """Scroll to what the field says below itself, which a large text puts off the screen."""
        if self.number is not None and self.number.says.text():
            self.scroll_area.ensureWidgetVisible(self.number.says, 8, 24)

    def _on_number_typed(self) -> None:
        if self.number is not None and self.number.edit.hasFocus():
            self.scroll_area.ensureWidgetVisible(self.number, 8, 24)  # of the edit only the caret would be seen
        self._show_sentence()
        if self.number is not None and self.number.edit.text():
            self._mark()

    def _on_number_unsure(self) -> None:
        self._mark(unsure=True)
        self._answer({self.content.asked.scale: None})

    def _mark(self, *, band: Span | None = None, unsure: bool = False) -> None:
        """Mark the range that was chosen, or that the number is not sure, and nothing else; the field is then empty."""
        if self.number is not None and (unsure or band is not None):
            self.number.show_number(None)
        if self.bands is not None:
            self.bands.show_number(band)
        if self.unsure is not None:
            self.unsure.show_chosen(unsure)

    def _name_go_on(self) -> None:
        if self.items is not None:
            values = self.items.values
            signs = compress(self.content.signs, [line.finding in values for line in self.items.rows])
            unread = self._reading is not None and self._reading.begun and bool(self._reading.unseen)
            self.go_on.show_one_of(*go_on_texts(list(signs), list(values.values()), unread=unread))

    def begin(self) -> None:
        """Put the keyboard on the question, so that the first arrow or Tab goes to the first answer.

        Where a number is asked it goes into the field, whose name is the question.
        """
        super().begin()
        if self.number is not None:
            self.number.focus()
            super().begin()  # the question is read first, even if the field is below the window
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
