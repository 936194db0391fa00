"""Choose by name among many: findings, conditions, sources, nodes.

The choices are fetched only when somebody is about to choose, so that a tree of thousands of
nodes costs nothing while a person types elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.whole_words import ElidedLine, WideOffers

Options = Callable[[], Sequence[tuple[str, str]]]
"""Gives pairs of an id and its words."""


def shown_words(key: str, words: str) -> str:
    """Return how a choice reads in the list: its words, with the id that tells it from others."""
    words = " ".join(words.split())
    return f"{words}  ({key})" if words and words != key else key


class PickBox(Choice):
    """An editable combo box over pairs of id and words; any part of either finds a choice.

    Signals: ``picked(str id)``; ``unknown(str text)`` when Enter is pressed on what is no choice;
    ``left_unknown(str text)`` when the focus goes elsewhere from it; ``settled()`` the box holds again what was last
    shown or picked.  Where its line ``tells_new``, Ctrl+Enter makes a new one of what only a part of another is called;
    ``found_by`` is what was typed when the choice picked last was the only one that holds it, or empty.
    """

    settled = Signal()
    picked = Signal(str)
    unknown = Signal(str)
    left_unknown = Signal(str)

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self.found_by = ""
        self._keys: dict[str, str] = {}
        self._key = self._words = self._shown = ""
        self._just_come = self._hinted = False
        self._taken: str | None = None
        self._names = QStringListModel(self)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = ElidedLine()
        self.setLineEdit(self.line)
        self.setModel(self._names)
        self._offers = completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        WideOffers(completer)
        self.setCurrentIndex(-1)
        self.activated.connect(self._take)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self._take)
        self.line.as_new.connect(self._take_as_new)
        self.line.editingFinished.connect(self._on_left)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the whole text with the click that brings the focus, as Tab does, so that typing takes its place."""
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.line and self._just_come:
            self._just_come = False
            if not self.line.hasSelectedText():
                QTimer.singleShot(0, self.line, self.line.selectAll)  # the line handles the click after this
        return super().eventFilter(watched, event)

    def setAccessibleName(self, name: str) -> None:
        """Name the line to type in as well: a screen reader finds it as a field of its own."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def key(self) -> str:
        """Return the id that was last shown or picked."""
        return self._key

    def shown(self) -> tuple[str, str]:
        """Return the id last shown or picked, with its words, as ``show_key`` takes them."""
        return self._key, self._words

    def words_of(self, key: str) -> str:
        """Return the words of a choice, or an empty text if there is none of that id."""
        return dict(self._options()).get(key, "") if key else ""

    def show_key(self, key: str, words: str, *, as_hint: bool = False) -> None:
        """Show a choice, ``as_hint`` in an empty line; what is typed and not taken stays until another one is shown."""
        keep = self.pending and key == self._key
        if as_hint or self._hinted:
            self.line.setPlaceholderText(words if as_hint else "")
        self._key, self._words, self._hinted = key, words, as_hint
        shown = shown_words(key, words) if key and not as_hint else ""
        self._keys[shown] = key
        self._shown = shown
        if not keep:
            self.line.show_text(shown)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def resume(self, text: str) -> None:
        """Show again what was typed here and not taken, and say that it was not."""
        self._refresh()
        self.line.show_text(text)
        self.left_unknown.emit(text)

    def showPopup(self) -> None:
        """Open with the choices as they are now."""
        self._refresh()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for the choices when somebody is about to type."""
        self._just_come = event.reason() == Qt.FocusReason.MouseFocusReason  # the line is told past its filters
        back = event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if not back or not self._names.rowCount():
            self._refresh()
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason and not self.pending:
            self.line.selectAll()  # the program has led here for a choice; typing takes its place

    @property
    def pending(self) -> bool:
        """Whether the box holds something else than what was last shown or picked."""
        return self.line.text() != self._shown

    def event(self, event: QEvent) -> bool:
        """Claim the keys of undo while there is something to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride and self._takes_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was typed with Escape and undo."""
        if self._takes_back(event) or (event.key() == Qt.Key.Key_Escape and self.pending):
            self.go_back()
        else:
            super().keyPressEvent(event)

    def offer(self) -> None:
        """Open the list of the choices that hold what is typed, or of all if nothing is."""
        text = self.line.text().strip() if self.pending else ""
        if not text:
            self.showPopup()
            return
        self._refresh()
        self._offers.setCompletionPrefix(text)
        if self._offers.completionCount():
            self._offers.complete()

    def _takes_back(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo) and self.pending

    def go_back(self) -> None:
        """Show the choice again instead of what was typed."""
        popup = self._offers.popup()
        if popup is not None:
            popup.hide()  # else a key would choose from what was offered for the text that is gone
        self.line.show_text(self._shown)
        self.settled.emit()

    def _on_typed(self) -> None:
        self._forget_taken()
        if not self.pending:
            self.settled.emit()

    def _refresh(self) -> None:
        text, place = self.line.text(), self.line.cursorPosition()
        self._keys = {shown_words(key, words): key for key, words in self._options()}
        names = list(self._keys)
        if names != self._names.stringList():
            self._names.setStringList(names)
        self.setCurrentIndex(names.index(text) if text in self._keys else -1)
        self.line.show_text(text)
        self.line.setCursorPosition(place)

    def _typed_key(self) -> str | None:
        text = self.line.text().strip()
        if text in self._keys.values():
            return text
        return self._keys[text] if text in self._keys else self._called(text)

    def _called(self, text: str) -> str | None:
        """Return the one choice whose words are just what is typed, in small or capital letters."""
        found = [key for shown, key in self._keys.items() if shown.casefold() == shown_words(key, text).casefold()]
        return found[0] if text and len(found) == 1 else None

    def _take(self, *_: object) -> None:
        text = self.line.text().strip()
        if key := self._typed_key():
            self._take_known(key)
        elif match := self._only_match():
            self._take_known(match, found_by=text)
        else:
            self.unknown.emit(text)

    def _take_as_new(self) -> None:
        """Take the text as the name of a new one, where there may be new ones, although another one holds it."""
        text = self.line.text().strip()
        if not text or self._typed_key():
            self._take()
            return
        popup = self._offers.popup()
        if popup is not None:
            popup.hide()
        self.unknown.emit(text)

    def is_held(self, text: str) -> bool:
        """Return whether one of the choices, as they are now, holds a text."""
        return any(text.casefold() in shown_words(key, words).casefold() for key, words in self._options())

    def _only_match(self) -> str | None:
        """Return the one choice that holds what is typed, which the list offers; ``None`` if there is not just one."""
        text = self.line.text().strip().casefold()
        found = [key for shown, key in self._keys.items() if text and key and text in shown.casefold()]
        return found[0] if len(found) == 1 else None

    def _take_known(self, key: str, found_by: str = "") -> None:
        """Take a choice once: Enter in the list of offers is told by the line and, right after it, by the list."""
        if key == self._taken:
            return
        if key != self._key:
            self._taken, self.found_by = key, found_by
            QTimer.singleShot(0, self, self._forget_taken)
            self.picked.emit(key)
        else:
            self.go_back()

    def _forget_taken(self) -> None:
        self._taken = None

    def settle(self) -> bool:
        """Take the choice whose words are typed in full; return whether there is one."""
        key = self._typed_key() if self.pending else None
        if key is not None:
            self._take_known(key)
        return key is not None

    def _on_left(self) -> None:
        if not self.line.hasFocus() and self.pending and not self.settle():
            self.left_unknown.emit(self.line.text().strip())


class PickField(Field[str]):
    """One id, chosen by its words.

    Signals: ``new_wanted(str name, str text)`` when the text typed is no choice and new ones may
    be made; without ``may_be_new`` the field says so itself; ``new_named(str name, str text)`` one is to be made of
    that name, without asking for more, since the form goes out of view.
    """

    new_wanted = Signal(str, str)
    new_named = Signal(str, str)

    def __init__(
        self,
        name: str,
        label: str,
        options: Options,
        *,
        may_be_new: bool = False,
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, parent=parent)
        self._may_be_new = may_be_new
        self._may_be_empty = may_be_empty
        self._asked = self._told_of = ""
        self.box = PickBox(options)
        self.box.line.tells_new = may_be_new
        self.box.picked.connect(self._picked)
        self.box.unknown.connect(self._unknown)
        self.box.left_unknown.connect(self._left)
        self.box.settled.connect(self._settled)
        self.put(self.box)

    def value(self) -> str:
        """Return the id."""
        return self.box.key()

    def value_with(self, key: str) -> str:
        """Return the value with a new entry."""
        return key

    def settle(self) -> None:
        """Take the choice that is typed, or have a new one made if no other is called so, not even in part."""
        self.box.settle()
        text = self.box.line.text().strip() if self._may_be_new and self.pending else ""
        if text and not self.box.is_held(text):
            self.new_named.emit(self.name, text)

    def show_value(self, value: str, words: str = "", *, as_hint: bool = False) -> None:
        """Show an id with its words, looked up if they are left out; ``as_hint`` if it is yet to be chosen."""
        if value != self._told_of:
            self.tell("")
        self.box.show_key(value, words or self.box.words_of(value), as_hint=as_hint)

    def _picked(self, key: str) -> None:
        self._asked = ""
        self.refuse("")
        words = self.tr("The only one with '{text}' in it. For a new one, type that again and press Ctrl+Enter.")
        self._told_of = key if self.box.found_by and self._may_be_new else ""
        self.tell(words.format(text=self.box.found_by) if self._told_of else "")
        self.edited.emit(self.name, key)

    @property
    def pending(self) -> bool:
        """Whether the box holds what is no choice."""
        return self.box.pending

    def take_back(self) -> None:
        """Show the choice again."""
        self.box.go_back()

    def _settled(self) -> None:
        self._asked = ""
        self.refuse("")

    def _left(self, text: str) -> None:
        if text and text == self._asked:
            return
        if not text and not self._may_be_empty:
            self.box.go_back()
        elif text and self._may_be_new:
            words = self.tr("Nothing is called that yet. Press Enter here to add it, or Escape to go back.")
            self.refuse(words)
        else:
            self._unknown(text)

    def _unknown(self, text: str) -> None:
        if not text and self._may_be_empty:
            self._picked("")
        elif text and self._may_be_new:
            self.refuse("")
            self._asked = text
            self.new_wanted.emit(self.name, text)
        elif text:
            self.refuse(self.tr("Nothing here is called that. Choose one from the list."))
        else:
            self.refuse(self.tr("This cannot be empty. Choose one from the list."))
