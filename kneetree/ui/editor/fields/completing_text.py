"""A text that offers what is in the library already while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from kneetree.ui.editor.fields.text_editors import GrowingText
from kneetree.ui.editor.fields.whole_words import WideOffers
from kneetree.ui.flag import Flag

LEAST_LETTERS = 2
"""So many letters must be typed before anything is offered."""
_TAKEN_BY_LIST = (
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
)  # fmt: skip


class CompletingText(GrowingText):
    """Several lines of text, with a list of the texts that hold what has been typed.

    Signals: ``typed()`` when a person has changed the text; ``chosen(str id)`` an entry of the list.
    """

    typed = Signal()
    chosen = Signal(str)

    def __init__(self, options: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._options = options
        self._keys: dict[str, str] = {}
        self._showing = Flag()
        self._offers: QCompleter | None = None
        self.textChanged.connect(self._on_changed)

    @property
    def completer(self) -> QCompleter:
        """What offers the texts; it is made when it is first asked for, since most rows of a list are only read."""
        if self._offers is None:
            offers = QCompleter(QStringListModel(self), self)
            offers.setFilterMode(Qt.MatchFlag.MatchContains)
            offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offers.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            offers.setWidget(self)
            WideOffers(offers)
            offers.activated.connect(self._on_chosen)
            self._offers = offers
        return self._offers

    @property
    def offering(self) -> bool:
        """Whether the list is open."""
        popup = self._offers.popup() if self._offers is not None else None
        return popup is not None and popup.isVisible()

    def show_text(self, text: str) -> None:
        """Set the text without taking it for typing."""
        with self._showing:
            super().show_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the open list the keys that choose in it."""
        if self.offering and event.key() in _TAKEN_BY_LIST:
            event.ignore()
            return
        super().keyPressEvent(event)

    def close_list(self) -> None:
        """Close the list of offers."""
        popup = self._offers.popup() if self._offers is not None else None
        if popup is not None:
            popup.hide()

    def _on_changed(self) -> None:
        if self._showing:
            return
        self.typed.emit()
        text = " ".join(self.toPlainText().split())
        if len(text) < LEAST_LETTERS or not self.hasFocus():
            self.close_list()
            return
        self._keys = {words: key for key, words in self._options()}
        names = self.completer.model()
        assert isinstance(names, QStringListModel)
        names.setStringList(list(self._keys))
        self.completer.setCompletionPrefix(text)
        if self.completer.completionCount() and self.completer.currentCompletion() != text:
            self.completer.complete()
        else:
            self.close_list()

    def _on_chosen(self, words: str) -> None:
        key = self._keys.get(words, "")
        if key:
            self.chosen.emit(key)
