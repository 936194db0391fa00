"""Say where a shared text is used, list the places, and offer a copy for the one place in view."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from kneetree.edits import shortened
from kneetree.ui.editor.entry_words import used_words
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.choices import Shelf
from kneetree.ui.editor.fields.pick_fields import shown_words
from kneetree.ui.editor.labels import plain_tip

MOST_PLACES = 30
"""The most places that a menu lists; all of them are in the library."""
_LONGEST = 50


class UsesButton(QToolButton):
    """How often an entry is used; pressed, it lists the places.

    Signals: ``go(str id)`` to a node; ``entry_wanted(str part, str id)`` show the entry in the library.
    """

    go = Signal(str)
    entry_wanted = Signal(str, str)

    def __init__(self, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = short
        self._shelf: Shelf | None = None
        self._key = ""
        self.setAccessibleName(self.tr("Where it is used"))
        self.setProperty("kind", "tool")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not short:
            self.setProperty("icon_name", "chevron_down")
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.places = QMenu(self)
        self.places.aboutToShow.connect(self._fill)
        self.clicked.connect(self._open)

    def show_entry(self, shelf: Shelf, key: str) -> None:
        """Show how often an entry is used."""
        self._shelf, self._key = shelf, key
        count = shelf.count(key)
        words = used_words(shelf.part, count)
        self.setText(f"\u00d7{count}" if self._short else words)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))

    def _open(self) -> None:
        self.places.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        self.places.clear()
        if self._shelf is None:
            return
        places = self._shelf.places(self._key)
        for node, words in places[:MOST_PLACES]:
            self.places.addAction(
                shown_words(node, shortened(words, _LONGEST)).replace("&", "&&"), partial(self.go.emit, node)
            )
        if len(places) > MOST_PLACES:
            more = self.places.addAction(self.tr("and {n} more").format(n=len(places) - MOST_PLACES))
            more.setEnabled(False)
        self.places.addSeparator()
        self.places.addAction(self.tr("Show it in the library"), self._show_entry)

    def _show_entry(self) -> None:
        if self._shelf is not None:
            self.entry_wanted.emit(self._shelf.part, self._key)


class UseBar(QWidget):
    """The places that share a text, and a copy for this one.

    Signals: ``go(str id)``, ``entry_wanted(str part, str id)``, ``copy_wanted(str part, str id)``.
    """

    go = Signal(str)
    entry_wanted = Signal(str, str)
    copy_wanted = Signal(str, str)

    def __init__(self, *, copies: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._key, self._copies = "", "", copies
        self.uses = UsesButton()
        self.copy = push(self.tr("Make a copy for this place"))
        column = QVBoxLayout(self)  # side by side they are wider than all fields of the form
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(4)
        column.addWidget(self.uses, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignLeft)
        self.uses.go.connect(self.go)
        self.uses.entry_wanted.connect(self.entry_wanted)
        self.copy.clicked.connect(self._on_copy)

    def show_entry(self, shelf: Shelf, key: str) -> None:
        """Show where an entry is used; the copy is offered only where others use it too."""
        self._part, self._key = shelf.part, key
        self.uses.show_entry(shelf, key)
        self.copy.setVisible(self._copies and shelf.count(key) > 1)

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self._part, self._key)
