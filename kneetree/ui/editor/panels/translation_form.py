"""Write the texts of one entry in another language, each below its original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kneetree.files.translation import Fault
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.text_editors import GrowingText
from kneetree.ui.flag import Flag
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.style.text_labels import nested


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in both languages; ``field`` is its name in the entry, ``words`` what people call it."""

    field: str
    words: str
    original: str
    translated: str


class _Text(GrowingText):
    """A text in which Enter goes on and Shift+Enter begins a line.  Signals: ``entered()``."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TranslationForm(QWidget):
    """The texts of one entry.

    Signals: ``edited(str field, str text)``; ``confirmed()`` the translation fits the original as it is now;
    ``go()`` to where the original is edited; ``through()`` Enter was pressed in the last text.
    """

    edited = Signal(str, str)
    confirmed = Signal()
    go = Signal()
    through = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = Flag()
        self._in_sight = QTimer(self, interval=0, singleShot=True)  # once a new form has its place
        self._in_sight.timeout.connect(self._bring_in)
        self._fields: tuple[str, ...] = ()
        self.entry = ("", "")
        self.texts: dict[str, GrowingText] = {}
        self._originals: dict[str, QLabel] = {}
        self.fits_button = push(self.tr("I&t fits as it is"), "yes")
        self.go_button = push(self.tr("Show the ori&ginal"))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Texts of the entry"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.area, 1)
        page = QWidget()
        page.setObjectName("translationForm")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(4, 4, 4, 4)
        rows.setSpacing(4)
        self._pairs = nested(rows, QVBoxLayout())
        self._pairs.setSpacing(4)
        self._page = QWidget()
        self._pairs.addWidget(self._page)
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        rows.addWidget(self.state)
        foot = ButtonRow()  # below the texts, since beside a low table they need the whole height
        for button in (self.fits_button, self.go_button):
            foot.add(button)
        rows.addWidget(foot)
        rows.addStretch(1)
        self.area.setWidget(page)
        self.fits_button.clicked.connect(self.confirmed)
        self.go_button.clicked.connect(self.go)
        self.show_entry("", "", [], None)

    def show_entry(self, part: str, key: str, pairs: Sequence[Pair], fault: Fault | None) -> None:
        """Show an entry; what is being typed stays where it is."""
        fields = tuple(pair.field for pair in pairs)
        with self._showing:
            if (part, key) != self.entry or fields != self._fields:
                self.entry, self._fields = (part, key), fields
                self._make(pairs)
            for pair in pairs:
                self._originals[pair.field].setText(pair.original)
                self.texts[pair.field].show_text(pair.translated)
        self.state.setText(self._state(fault) if pairs else "")
        self.fits_button.setVisible(fault is Fault.STALE)
        self.go_button.setVisible(bool(pairs))

    def begin(self, *_: object, last: bool = False) -> None:
        """Begin to write: in the first text that is not translated, or the ``last``, else in the first one."""
        texts = list(self.texts.values())
        left = [text for text in texts if not text.toPlainText()] or texts[:1]
        if left:
            self._write(left[-1 if last else 0])

    def go_to_empty(self, way: int) -> bool:
        """Go to the next text of this entry that is not translated, or to the one before; return whether there is one.

        What counts is the text in which the keys are or were last.
        """
        texts = list(self.texts.values())
        at = next((place for place, text in enumerate(texts) if text is self.focusWidget()), None)
        if at is None:
            return False
        rest = texts[at + 1 :] if way > 0 else texts[:at][::-1]
        wanted = next((text for text in rest if not text.toPlainText().strip()), None)
        if wanted is not None:
            self._write(wanted)
        return wanted is not None

    def _write(self, text: GrowingText) -> None:
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._in_sight.start()

    def _go_on(self, text: GrowingText) -> None:
        texts = list(self.texts.values())
        following = texts[texts.index(text) + 1 :]
        if following:
            self._write(following[0])
        else:
            self.through.emit()

    def _bring_in(self) -> None:
        for field, text in self.texts.items():
            if text.hasFocus():
                self.area.ensureWidgetVisible(self._originals[field], 0, 0)
                self.area.ensureWidgetVisible(text, 0, 4)

    def _state(self, fault: Fault | None) -> str:
        if fault is Fault.STALE:
            return self.tr("The original has changed since. Mend the translation, then say that it fits.")
        if fault is Fault.INCOMPLETE:
            return self.tr("Not every text is translated yet.")
        return self.tr("Not translated yet.") if fault is Fault.MISSING else self.tr("Translated.")

    def _make(self, pairs: Sequence[Pair]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.texts, self._originals = {}, {}
        for pair in pairs:
            words = QLabel(f"{pair.words[:1].upper()}{pair.words[1:]}")
            words.setObjectName("fieldLabel")
            original = QLabel()
            original.setTextFormat(Qt.TextFormat.PlainText)
            original.setWordWrap(True)
            original.setMinimumSize(1, 1)
            original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text = _Text()
            text.entered.connect(partial(self._go_on, text))
            text.setAccessibleName(words.text())
            text.textChanged.connect(partial(self._on_text, pair.field, text))
            self._originals[pair.field], self.texts[pair.field] = original, text
            for widget in (words, original, text):
                column.addWidget(widget)
        self._pairs.replaceWidget(self._page, page)
        self._page.hide()
        self._page.deleteLater()
        self._page = page

    def _on_text(self, field: str, text: GrowingText) -> None:
        text.setAccessibleDescription(self._originals[field].text())
        if not self._showing:
            self.edited.emit(field, text.toPlainText())
