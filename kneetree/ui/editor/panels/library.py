"""Show all texts that a tree shares: find one, see where it is used, use it here, put one in the place of another.

The panel shows entries and says by part and id what a person wants; it must not know the document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kneetree.model.change import PartName
from kneetree.ui.editor.entry_words import LIBRARY, parts_word
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.found_keys import IntoFound
from kneetree.ui.editor.fields.pick_fields import Options, PickBox
from kneetree.ui.editor.fields.text_editors import Line as TextLine
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.table import Icon, Line, Table
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.style.text_labels import nested

_TRANSLATION = 4
"""The column of translations, beside that of texts."""


class LibraryPanel(QWidget):
    """Entries of the library in a table, and the uses of the chosen one beside it.

    Signals, with part and id of an entry: ``chosen`` it is shown, ``use_here`` at the selected node, ``edit``,
    ``translate_wanted`` translate it, ``remove``; ``replace_wanted(str part, str old, str new, bool remove)``;
    ``remove_unused()``; ``use_wanted(str part, str id)`` go to a place that uses it; ``shown()`` the panel has come
    into view.
    """

    chosen = Signal(str, str)
    use_here = Signal(str, str)
    edit = Signal(str, str)
    translate_wanted = Signal(str, str)
    remove = Signal(str, str)
    replace_wanted = Signal(str, str, str, bool)
    remove_unused = Signal()
    use_wanted = Signal(str, str)
    shown = Signal()

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._uses: list[tuple[str, str]] = []
        self.part = Choice()
        self.part.addItem(self.tr("Everything"), "")
        for name in LIBRARY:
            self.part.addItem(parts_word(name), name)
        self.part.setAccessibleName(self.tr("Which part of the library"))
        self.find_line = TextLine()
        self.find_line.setPlaceholderText(self.tr("Find in the library"))
        self.find_line.setAccessibleName(self.find_line.placeholderText())
        self.find_line.setClearButtonEnabled(True)
        self.unused = QCheckBox(self.tr("Only &unused"))
        self.count = QLabel()
        self.count.setObjectName("panelCount")
        headings = [self.tr("Kind"), self.tr("Text"), self.tr("Used"), self.tr("Id"), self.tr("Translation")]
        self.table = Table(self.tr("Library"), headings, icon)
        self.table.set_widths(11, 0, 6, 24, 44)
        self.table.horizontalHeader().moveSection(_TRANSLATION, 2)
        self.table.setColumnHidden(_TRANSLATION, True)
        self.use_button = push(self.tr("Use &it here"), "plus")
        self.edit_button = push(self.tr("&Edit\u2026"), "edit")
        self.replace_button = push(self.tr("Re&place\u2026"))
        self.remove_button = push(self.tr("De&lete"), "delete")
        self.all_button = push(self.tr("Delete all unused"))
        self.replacing = _Replacing()
        self.trouble = QLabel()
        self.trouble.setObjectName("refusal")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.uses_label = QLabel()
        self.uses_label.setObjectName("fieldLabel")
        self.uses = QListWidget()
        self.uses.setObjectName("pathList")
        self.uses.setAccessibleName(self.tr("Where it is used"))
        self.uses.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.uses_label.setBuddy(self.uses)
        self.setFocusProxy(self.find_line)
        self._build()
        self._connect()
        self._on_row("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        top = nested(column, QHBoxLayout())
        for widget in (self.part, self.find_line, self.unused, self.count):
            top.addWidget(widget, 1 if widget is self.find_line else 0)
        buttons = ButtonRow()
        for button in (self.use_button, self.edit_button, self.replace_button, self.remove_button, self.all_button):
            buttons.add(button)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(8, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(self.uses_label)
        beside.addWidget(self.uses, 1)
        parts = beside_table.next_to(self.table, side, (3, 1))
        parts.setSizes([750, 250])
        column.addWidget(buttons)
        column.addWidget(self.replacing)
        column.addWidget(self.trouble)
        column.addWidget(parts, 1)

    def _connect(self) -> None:
        self.part.currentIndexChanged.connect(self._show_lines)
        self.find_line.textChanged.connect(self._show_lines)
        IntoFound(self.find_line, self.table)
        self.unused.toggled.connect(self._show_lines)
        self.table.picked.connect(self._on_row)
        self.table.opened.connect(self._on_opened)
        self.table.remove_wanted.connect(self._on_remove)
        self.use_button.clicked.connect(self._on_use_here)
        self.edit_button.clicked.connect(self._on_edit)
        self.replace_button.clicked.connect(self._on_replace)
        self.remove_button.clicked.connect(self._on_remove)
        self.all_button.clicked.connect(self.remove_unused)
        self.replacing.wanted.connect(self._on_replace_by)
        self.uses.itemActivated.connect(self._on_use)
        self.uses.itemClicked.connect(self._on_use)

    # -- values down -----------------------------------------------------------------------------

    @property
    def entry(self) -> tuple[PartName, str]:
        """Part and id of the chosen entry; without an id if none is chosen."""
        part, _, key = self.table.current_key().partition("/")
        return next((name for name in LIBRARY if name == part), "question"), key

    def show_entries(self, lines: Sequence[Line]) -> None:
        """Show all entries: rows of kind, text, count of uses, id and translation, whose key is ``part/id``."""
        self._lines = list(lines)
        unused = sum(1 for line in lines if line.cells[2].text == "0")
        self.all_button.setEnabled(bool(unused))
        self.all_button.setText(self.tr("Delete all unused ({n})").format(n=unused))
        self._show_lines()

    def show_translations(self, shown: bool) -> None:
        """Show the column of translations, or hide it."""
        self.table.setColumnHidden(_TRANSLATION, not shown)

    def show_uses(self, words: str, uses: Sequence[tuple[str, str, str]]) -> None:
        """Show where the chosen entry is used: part, id and words of each place."""
        self.uses_label.setText(words)
        self.uses.setAccessibleName(words or self.tr("Where it is used"))
        self._uses = [(part, key) for part, key, _ in uses]
        self.uses.clear()
        for _, _, place in uses:
            self.uses.addItem(QListWidgetItem(place))

    def offer_use(self, why_not: str | None) -> None:
        """Let the entry be used at the selected node, or say as a tip why it cannot be."""
        self.use_button.setEnabled(why_not is None and bool(self.table.current_key()))
        self.use_button.setToolTip(why_not or "")

    def set_options(self, options: Callable[[PartName], Sequence[tuple[str, str]]]) -> None:
        """Set what gives the entries of a part, by which one can be replaced."""
        self.replacing.options = options

    def refuse(self, sentence: str) -> None:
        """Say why something was not done."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def go_to(self, part: str, key: str) -> None:
        """Choose an entry, also one that is not among those shown."""
        if f"{part}/{key}" not in self.table.ids():
            self.part.setCurrentIndex(0)
            self.unused.setChecked(False)
            self.find_line.clear()
        self.table.go_to(f"{part}/{key}")

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is only needed in view."""
        super().showEvent(event)
        self.shown.emit()

    # -- ids up ----------------------------------------------------------------------------------

    def _show_lines(self, *_: object) -> None:
        part, wanted = self.part.currentData(), self.find_line.text().casefold().split()
        shown = [line for line in self._lines if self._fits(line, part, wanted)]
        self.table.show_lines(shown)
        self.count.setText(self.tr("{n} of {all}").format(n=len(shown), all=len(self._lines)))
        self._on_row(self.table.current_key())

    def _fits(self, line: Line, part: str, wanted: Sequence[str]) -> bool:
        if part and not line.key.startswith(f"{part}/"):
            return False
        if self.unused.isChecked() and line.cells[2].text != "0":
            return False
        words = f"{line.cells[1].text} {line.cells[3].text} {line.cells[_TRANSLATION].text}".casefold()
        return all(word in words for word in wanted)

    def _on_row(self, key: str) -> None:
        for button in (self.use_button, self.edit_button, self.replace_button, self.remove_button):
            button.setEnabled(bool(key))
        self.replacing.hide()
        self.refuse("")
        self.chosen.emit(*self.entry)

    def _on_use_here(self) -> None:
        self.use_here.emit(*self.entry)

    def _on_opened(self, _key: str) -> None:
        """Edit what was opened: the translation where that is the column under the mouse."""
        column = self.table.currentIndex().column()
        (self.translate_wanted if column == _TRANSLATION else self.edit).emit(*self.entry)

    def _on_edit(self, *_: object) -> None:
        self.edit.emit(*self.entry)

    def _on_remove(self, *_: object) -> None:
        self.remove.emit(*self.entry)

    def _on_replace(self) -> None:
        self.replacing.ask(*self.entry)

    def _on_replace_by(self, new: str, remove: bool) -> None:
        part, key = self.entry
        self.replace_wanted.emit(part, key, new, remove)

    def _on_use(self, item: QListWidgetItem) -> None:
        self.use_wanted.emit(*self._uses[self.uses.row(item)])


class _Replacing(QFrame):
    """Choose what takes the place of an entry everywhere; hidden until it is asked for.

    Signals: ``wanted(str new, bool remove)``.
    """

    wanted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newEntry")
        self.options: Callable[[PartName], Sequence[tuple[str, str]]] = lambda _part: ()
        self._part: PartName = "question"
        self._key = ""
        others: Options = self._others
        self.box = PickBox(others)
        self.box.line.setPlaceholderText(self.tr("Write a part of its text"))
        label = QLabel(self.tr("Everywhere use this instead:"))
        label.setBuddy(self.box)
        self.box.setAccessibleName(label.text())
        self.remove = QCheckBox(self.tr("and delete the old one"))
        self.remove.setChecked(True)
        self.do = push(self.tr("Replace"))
        leave = push(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        for widget in (self.remove, self.do, leave):
            row.addWidget(widget)
        self.box.picked.connect(self._on_picked)
        self.do.clicked.connect(self._on_do)
        leave.clicked.connect(self.hide)
        self.hide()

    def ask(self, part: PartName, key: str) -> None:
        """Open for an entry."""
        self._part, self._key = part, key
        self.box.show_key("", "")
        self.box.line.clear()
        self.do.setEnabled(False)
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _others(self) -> list[tuple[str, str]]:
        return [(key, words) for key, words in self.options(self._part) if key != self._key]

    def _on_picked(self, key: str) -> None:
        self.box.show_key(key, dict(self.options(self._part)).get(key, ""))
        self.do.setEnabled(True)

    def _on_do(self) -> None:
        self.wanted.emit(self.box.key(), self.remove.isChecked())
