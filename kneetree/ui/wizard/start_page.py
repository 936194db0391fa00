"""The first page: what this is and is not, the emergency note, Start.

It is up before any tree is read.  For the tree that comes with the program it has that tree's words from the start, so
that nothing moves when the tree is there; another tree brings its own, and what it lacks is said in general words.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from kneetree.ui import language
from kneetree.ui.announcing import announce
from kneetree.ui.style import text_labels
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.style.icon_label import IconLabel
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.picture import Picture, drawing
from kneetree.ui.wizard.steady_button import SteadyButton

_WIDE = 640
_HIGH, _LOW = 520, 340
"""Heights in pixels at 100 % from which the drawing is large, and there at all: Start has to be on screen."""
_SMALLER = 0.6
_OWN_NAMES = {"en": "English", "es": "Español"}


class StartWords(NamedTuple):
    """What a tree says of itself before the first question; what is empty is said in general words."""

    heading: str = ""
    text: str = ""
    button: str = ""
    emergency: str = ""
    call: str = ""


class StartPage(ScrollPage):
    """What is on screen first.

    Signals: ``start_asked()``, ``again_asked()``, ``take_up_asked()``, ``open_asked()``, ``edit_asked()``;
    ``language_asked(str)``: show all in this language.
    """

    start_asked = Signal()
    open_asked = Signal()
    edit_asked = Signal()
    again_asked = Signal()
    take_up_asked = Signal()
    language_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda: -1, 860)
        self.heading = text_labels.label(self.tr("Pain behind the knee"), "title")
        self._use_word = self.tr(
            "Answer some questions to see how soon to get help, what may be causing the pain, and why. "
            "“You” always means the person with the pain."
        )
        self.use = text_labels.label(self._use_word, "body")
        self.emergency = text_labels.label(
            self.tr(
                "Call emergency services (999, or your local number) for breathlessness, chest pain "
                "or collapse. Call them too for a cold or numb foot, or a leg that is bent out of shape."
            ),
            "strong",
        )
        self.limits = text_labels.label(
            self.tr("This is not a diagnosis and does not replace a doctor. Nothing you answer leaves this computer."),
            "muted",
        )
        self.about_text = text_labels.label("", "small")
        self.about_text.setContentsMargins(24, 0, 0, 8)
        self.about = Disclosure(theme, self.tr("&What this is for, and what it is not"), self.about_text)
        self.trouble = text_labels.label("", "strong")
        self.trouble.hide()
        self._started = self._is_still = False
        self._start_word = self.tr("Check my knee")
        self.start = SteadyButton(self._start_word)
        self.start.setProperty("kind", "primary")
        self.start.clicked.connect(self.start_asked)
        self.again = SteadyButton(self.tr("Start &again"))
        self.again.clicked.connect(self._on_again)
        self.again.hide()
        self.take_up = SteadyButton(self.tr("&Back to my answers"))
        self.take_up.clicked.connect(self.take_up_asked)
        self.take_up.hide()
        self.put_aside = text_labels.label("", "muted")
        self.put_aside.hide()
        self.open = SteadyButton(self.tr("&Open a tree…"))
        self.open.clicked.connect(self.open_asked)
        self.edit = SteadyButton(self.tr("Edit the &questions"))
        self.edit.clicked.connect(self.edit_asked)
        # By its own name, for people who cannot read the language that is shown.
        self._other = "en" if language.chosen() == "es" else "es"
        self.other_language = SteadyButton(_OWN_NAMES[self._other])
        self.other_language.setProperty("kind", "quiet")
        self.other_language.clicked.connect(self._on_language)
        self._lay_out()
        text_labels.reads_first(self.heading)
        self.more = self.tell_more_below(self.start)
        self.more.changed.connect(self._choose_focus)
        self._settled = QTimer(self, interval=0, singleShot=True)
        self._settled.timeout.connect(self._choose_focus)
        self.more.changed.connect(self._settled.start)
        self._keep = KeepVisible(self.scroll_area)
        self._keep.watch_first(self.heading)
        self._keep.watch(self.other_language, self.about.button, self.start, self.again, self.take_up)
        self._keep.watch(self.open, self.edit)

    def _lay_out(self) -> None:
        self.body.addStretch(1)
        self._top = text_labels.nested(self.body, text_labels.row(None, 32))
        self._beside = text_labels.nested(self._top, text_labels.column(None, 0))
        self._beside.addStretch(1)
        self.picture: Picture | None = None
        self._drawing: str | None = None
        self.show_drawing(drawing("start_knee", {}))
        words = text_labels.nested(self._top, text_labels.column(None, 12), 1)
        self._head = head = text_labels.nested(words, text_labels.row(None, 8))
        head.addWidget(self.heading, 1)
        text_labels.at_top(head, self.other_language, at_left=True)
        words.addWidget(self.use)
        words.addWidget(_note(self.theme, self.emergency))
        words.addWidget(self.limits)
        words.addWidget(self.about)
        words.addWidget(self.trouble)
        buttons = ButtonRow()
        for button in (self.start, self.again, self.take_up, self.open, self.edit):
            buttons.add(button, shown=button not in (self.again, self.take_up))
        words.addSpacing(8)
        words.addWidget(buttons)
        words.addWidget(self.put_aside)
        words.addStretch(1)
        self.body.addStretch(2)

    def say(self, words: StartWords, about: tuple[str, ...]) -> None:
        """Show the words of the open tree; ``about`` says what it is for and what it is not."""
        self.heading.setText(words.heading)
        self.use.setText(words.text or self._use_word)
        self.emergency.setText(words.emergency or self._call(words.call))
        said = "\n\n".join(filter(None, about))
        self.about_text.setText(said)
        self.about.setVisible(bool(said))
        self._start_word = words.button.replace("&", "&&") or self.tr("&Start")
        self._name_start()

    def be_neutral(self) -> None:
        """Take the words of the shipped tree away before another one is read."""
        self.say(StartWords(), ())
        self.show_drawing(None)

    def _call(self, number: str) -> str:
        if number:
            return self.tr("In an emergency, call {number} now.").format(number=number)
        return self.tr("In an emergency, call your local emergency number now.")

    def show_drawing(self, svg: str | None) -> None:
        """Show a picture beside the words, or none."""
        if svg == self._drawing:
            return
        self._drawing = svg
        if self.picture is not None:
            self.picture.hide()
            self.picture.deleteLater()
        self.picture = None if svg is None else Picture(svg, 280, self.middle)
        if self.picture is not None:
            self.picture.follow(self.theme)
            self._beside.insertWidget(0, self.picture)
        self._arrange()

    def set_started(self, started: bool) -> None:
        """Offer to go on with the walk in progress and to start again, or only to start."""
        self._started = started
        self.again.setEnabled(started)
        self.again.setVisible(started or self._is_still)
        self._name_start()

    def prefer_take_up(self, preferred: bool) -> None:
        """Let the large button be the one that goes back to what was put aside, or again the one that starts."""
        for button, kind in ((self.take_up, preferred), (self.start, not preferred)):
            if (button.property("kind") == "primary") != kind:
                button.setProperty("kind", "primary" if kind else "")
                button.style().unpolish(button)
                button.style().polish(button)

    def _on_again(self) -> None:
        """Start again, and let nothing move under the mouse: what it pressed stays until the page is left."""
        self._is_still = True
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left(), self._top.geometry().top(), margins.right(), margins.bottom())
        self.body.setStretch(0, 0)
        self.start.setFocus()
        self.again_asked.emit()

    def _let_move(self) -> None:
        if self._is_still:
            self._is_still = False
            self.body.setStretch(0, 1)
            self.again.setVisible(self._started)

    def set_put_aside(self, sentence: str) -> None:
        """Offer to go back to the answers that were put aside, and say how long; with an empty sentence do not."""
        self.put_aside.setText(sentence)
        for part in (self.take_up, self.put_aside):
            part.setVisible(bool(sentence))
        self.more.lead_to(self.put_aside if sentence else self.start)

    def set_waiting(self, waiting: bool) -> None:
        """Say that a walk comes as soon as it can, so that none can be started meanwhile, or offer Start again."""
        if waiting is not self.start.isEnabled():
            return
        if waiting and self.window().focusWidget() is self.start:
            self.heading.setFocus()  # or Qt would give the keys to another button
        self.start.setEnabled(not waiting)
        self._name_start()
        self._choose_focus()

    def _name_start(self) -> None:
        waiting = not self.start.isEnabled()
        going_on = self.tr("&Go on") if self._started else self._start_word
        if waiting or not self._started:
            self.start.setText(self.tr("One moment…") if waiting else going_on)
        else:
            self.start.show_one_of((going_on, self._start_word), going_on)  # as wide as it will be

    def _on_language(self) -> None:
        self.language_asked.emit(self._other)

    def set_trouble(self, sentence: str) -> None:
        """Say why the questions cannot start; an empty sentence hides the line."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        announce(self.trouble, sentence)
        if sentence:
            QTimer.singleShot(0, self, self._show_trouble)  # once it has its place

    def _show_trouble(self) -> None:
        self.lay_out_now()
        self.scroll_area.ensureWidgetVisible(self.trouble, 8, 8)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard when the page comes on screen."""
        super().showEvent(event)
        if not event.spontaneous():
            self._let_move()
            self._arrange()
            self.begin()

    def begin(self) -> None:
        """Put the keyboard on Start, so that Enter presses it, or where reading starts if Start is out of sight."""
        super().begin()
        self._first.setFocus()

    @property
    def _first(self) -> QWidget:
        large = self.take_up if self.take_up.property("kind") == "primary" else self.start
        strip = 0 if self.more.isHidden() else self.more.sizeHint().height()  # also before it has its place
        seen = large.mapTo(self.scroll_area, QPoint(0, large.height())).y() <= self.height() - strip
        return large if seen else self.heading

    def _choose_focus(self) -> None:
        """Choose anew when it turns out that there is less or more room, unless something was done since."""
        unmoved = self.scroll_area.verticalScrollBar().value() == 0
        if unmoved and self.window().focusWidget() in (self.start, self.take_up, self.heading):
            self._first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the picture beside the words, or no picture if there is no room."""
        super().resizeEvent(event)
        self._let_move()
        self._arrange()

    def save_room(self) -> None:
        """Say all but the emergency in a smaller type, so that the emergency is seen at once."""
        smaller = self.low or self.narrow
        text_labels.stack(self._head, self.narrow)
        text_labels.show_as(self.heading, "question" if smaller else "title")
        text_labels.show_as(self.use, "small" if smaller else "body")

    def _arrange(self) -> None:
        edge = 24 if self.height() >= self.theme.px(_HIGH) else 8
        self.body.setContentsMargins(24, edge, 24, edge)
        narrow = self.width() < self.theme.px(_WIDE)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        if self.picture is not None:
            whole, room = self.picture.sizeHint(), self.height()
            self.picture.setVisible(not narrow and room >= self.theme.px(_LOW))
            self.picture.setMaximumSize(whole if room >= self.theme.px(_HIGH) else whole * _SMALLER)


def _note(theme: Theme, words: QLabel) -> QWidget:
    box = QWidget()
    on_surface(box, "note")
    inner = text_labels.row(box, 12, 12)
    sign = IconLabel(theme, "emergency", 36, "danger")
    text_labels.at_top(inner, sign)
    inner.addWidget(words, 1)
    return box
