"""Edit one text of the library where it is used: choose another one, or write this one anew.

While the text of an entry that other places use differs from what it was, the row asks whom the new wording is for.
Nothing is taken until Enter is pressed or the row is left, since a text in the making is no entry yet.  Leaving
the row without an answer decides nothing for the other places: they keep their text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneetree.ui.editor.entry_words import kept_words, used_words
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.choices import Shelf
from kneetree.ui.editor.fields.completing_text import CompletingText
from kneetree.ui.editor.fields.number_field import Points
from kneetree.ui.editor.fields.use_bar import UsesButton
from kneetree.ui.flag import Flag
from kneetree.ui.style.text_labels import nested

_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class EntryRow(QFrame):
    """One entry: its text, how often it is used, and in a list of statements its points.

    Signals, all with the row itself: ``entered``, ``finished(row, bool here)`` the text is to be taken, ``here`` for
    this place alone; ``chosen(row, str id)`` another entry; ``reverted(row)`` the text of the entry is shown again
    instead of what was typed; ``for_all(row)`` the text of a copy is to be that of all places; and without the row
    ``worth_changed(str id, int points)``.
    """

    entered = Signal(object)
    finished = Signal(object, bool)
    chosen = Signal(object, str)
    worth_changed = Signal(str, int)
    reverted = Signal(object)
    for_all = Signal(object)

    def __init__(self, shelf: Shelf, *, copies: bool, points: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self._shown = ""
        self._shelf, self._copies = shelf, copies
        self._settling = Flag()
        self.text = CompletingText(self._others)
        self.uses = UsesButton(short=True)
        self.points = Points()
        self.points.setPrefix("+")
        self.points.setToolTip(self.tr("Points"))
        self.points.setFixedWidth(self.fontMetrics().averageCharWidth() * 4 + 36)
        self.everywhere = push(self.tr("Change it everywhere"))
        self.here = push(self.tr("Only here"))
        self.all = push(self.tr("Change them all"))
        self._keeping = 0
        self._ask = QFrame()
        self._question = QLabel()
        self._build()
        self.points.setVisible(points)
        self._showing = Flag()
        self.text.typed.connect(self._on_typed)
        self.text.chosen.connect(self._on_chosen)
        self.points.valueChanged.connect(self._on_points)
        self.everywhere.clicked.connect(self._finish)
        self.here.clicked.connect(self._finish_here)
        self.all.clicked.connect(self._on_all)
        for widget in (self.text, self.uses, self.points, self.everywhere, self.here, self.all):
            widget.installEventFilter(self)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = nested(column, QHBoxLayout())
        line.setSpacing(4)
        line.addWidget(self.text, 1)
        for widget in (self.uses, self.points):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._question.setObjectName("quiet")
        self._question.setWordWrap(True)
        asked = QVBoxLayout(self._ask)
        asked.setContentsMargins(0, 0, 0, 4)
        asked.setSpacing(4)
        asked.addWidget(self._question)
        buttons = nested(asked, QHBoxLayout())
        for button in (self.everywhere, self.here, self.all):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(self._ask)
        self._ask.hide()
        self.uses.hide()

    @property
    def typed(self) -> str:
        """The text as it is in the row now."""
        return self.text.toPlainText().strip()

    @property
    def pending(self) -> bool:
        """Whether the row holds a text that is not in the tree."""
        return self.typed != self._shown.strip()

    @property
    def shared(self) -> bool:
        """Whether other places use the entry too."""
        return bool(self.key) and self._shelf.count(self.key) > 1

    @property
    def waits(self) -> bool:
        """Whether the row holds a text for other places too, and there can be no copy for this one."""
        return not self._copies and self.pending and self.shared

    @property
    def draft(self) -> tuple[str, str]:
        """The text of the entry, and what was typed instead."""
        return self._shown, self.text.toPlainText()

    def resume(self, draft: tuple[str, str]) -> None:
        """Show again what was typed, if the text of the entry is still what it was then."""
        if draft[0] == self._shown:
            self.text.show_text(draft[1])
            self._ask_if_shared()

    def tell_others(self, keeping: int) -> None:
        """Say how many other places keep the text of which this one is a copy, and offer to change them all."""
        self._keeping = keeping
        self._ask_if_shared()

    def show_entry(self, key: str, worth: int = 1) -> None:
        """Show an entry; what somebody is typing over the same one stays."""
        text, count = self._shelf.text(key), self._shelf.count(key)
        if not (key == self.key and self.pending and text == self._shown):
            self.text.show_text(text)
        if key != self.key:
            self.points.take_back()
        self.key, self._shown = key, text
        with self._showing:
            self.points.show_number(worth)
        self.uses.show_entry(self._shelf, key)
        self.uses.setVisible(count > 1)
        self._ask_if_shared()

    def adopt(self, key: str) -> None:
        """Become the row of an entry that was made of what was typed here, before it is shown."""
        self.key, self._shown = key, self.text.toPlainText()

    def revert(self) -> None:
        """Show the text of the entry again."""
        self.text.show_text(self._shown)
        self._ask_if_shared()
        self.reverted.emit(self)

    def name(self, words: str, hint: str) -> None:
        """Say which line of which list it is, for assistive technology."""
        self.text.setAccessibleName(words)
        self.text.setPlaceholderText(hint)
        self.points.setAccessibleName(self.tr("{line}: points").format(line=words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell who has the focus, and take the text when the row is left or the file is about to be saved."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self)
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            now = QApplication.focusWidget()
            if event.reason() not in _NOT_LEFT and (now is None or not self.isAncestorOf(now)):
                self.settle()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.pending:
            if event.matches(QKeySequence.StandardKey.Save):
                self.settle()
            elif event.matches(QKeySequence.StandardKey.Undo):
                self.revert()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Take what was typed, if that is new, for this place alone: nobody has said that it is for the others."""
        self.points.settle()
        if self.pending and not self._settling:
            self._finish_here()

    def take(self) -> None:
        """Take what was typed, if that is new, for all that use it."""
        if self.pending and not self._settling:
            self._finish()

    def _finish(self) -> None:
        self.text.close_list()
        with self._settling:
            self.finished.emit(self, False)

    def _finish_here(self) -> None:
        self.text.close_list()
        with self._settling:
            self.finished.emit(self, True)

    def _on_all(self) -> None:
        self.for_all.emit(self)

    def _on_typed(self) -> None:
        self._ask_if_shared()
        if not self.pending:
            self.reverted.emit(self)  # by hand

    def _ask_if_shared(self) -> None:
        count = self._shelf.count(self.key) if self.key else 0
        asks = count > 1 and self.pending and bool(self.typed)
        self._ask.setVisible(asks or bool(self._keeping))
        self.everywhere.setVisible(asks)
        self.here.setVisible(asks and self._copies)
        self.all.setVisible(bool(self._keeping) and not asks)
        if asks:
            words = (
                self.tr("{used}. Enter changes it everywhere; if you leave it, it changes only here.")
                if self._copies
                else self.tr("{used}. Enter changes it everywhere, Escape leaves it as it was.")
            )
            self._question.setText(words.format(used=used_words(self._shelf.part, count)))
        elif self._keeping:
            self._question.setText(kept_words(self._keeping))

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(self, key)

    def _on_points(self) -> None:
        if self.key and not self._showing:
            self.worth_changed.emit(self.key, self.points.value())

    def _others(self) -> list[tuple[str, str]]:
        return [(key, words) for key, words in self._shelf.options() if key != self.key]
