"""The first page: what this is and is not, the emergency note, Start.

It is up before any tree is read, so it has words of its own until the tree brings some.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from kneetree import shipped
from kneetree.ui.style import text_labels
from kneetree.ui.style.icon_label import IconLabel
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.button_row import ButtonRow
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.picture import Picture

_WIDE = 640


class StartPage(ScrollPage):
    """Signals: ``start_asked()``, ``again_asked()``, ``open_asked()``, ``edit_asked()``."""

    start_asked = Signal()
    open_asked = Signal()
    edit_asked = Signal()
    again_asked = Signal()

    def __init__(self, theme: Theme, follow: Callable[[], int]) -> None:
        super().__init__(theme, follow, 860)
        self.heading = text_labels.label(self.tr("Pain behind the knee"), "title")
        self.use = text_labels.label(
            self.tr("Answer some questions. See how soon to get help, what it may be, and why."), "body"
        )
        self.emergency = text_labels.label(
            self.tr(
                "Call emergency services (999 or 112, or your local number) for breathlessness, chest pain "
                "or collapse. Call them too for a cold or numb foot, or a leg out of shape."
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
        self.start = QPushButton(self.tr("&Start"))
        self.start.setProperty("kind", "primary")
        self.start.clicked.connect(self.start_asked)
        self.again = QPushButton(self.tr("Start &again"))
        self.again.clicked.connect(self.again_asked)
        self.again.hide()
        self.open = QPushButton(self.tr("&Open a tree ..."))
        self.open.clicked.connect(self.open_asked)
        self.edit = QPushButton(self.tr("Edit the &questions"))
        self.edit.clicked.connect(self.edit_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.addStretch(1)
        self._top = text_labels.row(None, 32)
        self.picture = Picture(shipped.root() / "pictures" / "start_knee.svg", 280)
        self._top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = text_labels.column(None, 12)
        words.addWidget(self.heading)
        words.addWidget(self.use)
        words.addWidget(_note(self.theme, self.emergency))
        words.addWidget(self.limits)
        words.addWidget(self.about)
        words.addWidget(self.trouble)
        buttons = ButtonRow()
        for button in (self.start, self.again, self.open, self.edit):
            buttons.add(button)
        words.addSpacing(8)
        words.addWidget(buttons)
        words.addStretch(1)
        self._top.addLayout(words, 1)
        self.body.addLayout(self._top)
        self.body.addStretch(2)

    def say(self, *, title: str, emergency: str, about: tuple[str, ...]) -> None:
        """Show the words of the open tree; ours stay if it has none.  ``about`` says what it is for and is not."""
        for label, text in ((self.heading, title), (self.emergency, emergency)):
            if text:
                label.setText(text)
        said = "\n\n".join(filter(None, about))
        self.about_text.setText(said)
        self.about.setVisible(bool(said))

    def set_started(self, started: bool) -> None:
        """Offer to go on with the walk in progress and to start again, or only to start."""
        self.start.setText(self.tr("&Go on") if started else self.tr("&Start"))
        self.again.setVisible(started)

    def set_waiting(self, waiting: bool) -> None:
        """Say that Start was pressed and waits for the tree, or offer Start again."""
        self.start.setEnabled(not waiting)
        self.start.setText(self.tr("One moment ...") if waiting else self.tr("&Start"))

    def set_trouble(self, sentence: str) -> None:
        """Say why the questions cannot start; an empty sentence hides the line."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def begin(self) -> None:
        """Put the keyboard on Start, so that Enter presses it."""
        super().begin()
        self.start.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the picture beside the words, or no picture if there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_WIDE)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.picture.setVisible(not narrow)


def _note(theme: Theme, words: QLabel) -> QWidget:
    box = QWidget()
    on_surface(box, "note")
    inner = text_labels.row(box, 12, 12)
    sign = IconLabel(theme, "emergency", 36, "danger")
    inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    inner.addWidget(words, 1)
    return box
