"""Find a text in all texts of the tree, and replace it.

The bar says what to look for and shows matches; it must not know the tree or how it is searched.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from kneetree.edits import Match, Query
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.text_editors import Line as TextLine
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.style.text_labels import nested

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """What to find, what to put instead, and every place found.

    Signals: ``query_changed()``; ``stepped(Match)`` show a place while the focus stays here; ``go(Match)`` to
    a place to edit it; ``replace_wanted(Match)``, ``replace_all_wanted()``;
    ``left()`` on Escape.
    """

    query_changed = Signal()
    stepped = Signal(object)
    go = Signal(object)
    replace_wanted = Signal(object)
    replace_all_wanted = Signal()
    left = Signal()

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: dict[str, Match] = {}
        self._report = ""
        self.text = _line(self.tr("Find in all texts"))
        self.instead = _line(self.tr("Replace with"))
        self.case = QCheckBox(self.tr("Match &case"))
        self.whole = QCheckBox(self.tr("Whole &words"))
        self.regex = QCheckBox(self.tr("Regular e&xpression"))
        self.previous_button = push(self.tr("&Previous"), "chevron_up")
        self.next_button = push(self.tr("N&ext"), "chevron_down")
        self.replace_button = push(self.tr("&Replace"))
        self.all_button = push(self.tr("Replace &all"))
        self.count = QLabel()
        self.count.setObjectName("panelCount")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble = QLabel()
        self.trouble.setObjectName("refusal")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.table = Table(self.tr("Places found"), [self.tr("Where"), self.tr("Field"), self.tr("Text")], icon)
        self.table.set_widths(36, 18)
        self._build()
        self.setFocusProxy(self.text)
        for line in (self.text, self.instead):
            line.installEventFilter(self)
        self.text.textChanged.connect(self._on_query)
        for box in (self.case, self.whole, self.regex):
            box.toggled.connect(self._on_query)
        self.table.picked.connect(self._on_row)
        self.table.opened.connect(self._on_open)
        self.previous_button.clicked.connect(self.previous)
        self.next_button.clicked.connect(self.next)
        self.replace_button.clicked.connect(self._replace)
        self.all_button.clicked.connect(self.replace_all_wanted)
        self.show_matches([], {})

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        grid = nested(column, QGridLayout())
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, line in enumerate((self.text, self.instead)):
            label = QLabel(line.accessibleName())
            label.setBuddy(line)
            label.setObjectName("fieldLabel")
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        for row, widgets in enumerate((
            (self.case, self.whole, self.regex, self.previous_button, self.next_button),
            (self.replace_button, self.all_button, self.count),
        )):  # fmt: skip
            beside = ButtonRow()
            for widget in widgets:
                beside.add(widget)
            grid.addWidget(beside, row, 2)
        grid.setColumnStretch(1, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.table, 1)

    # -- values ----------------------------------------------------------------------------------

    def query(self) -> Query:
        """Return what is looked for."""
        return Query(self.text.text(), self.regex.isChecked(), self.case.isChecked(), self.whole.isChecked())

    def show_matches(self, matches: Sequence[Match], places: dict[Match, tuple[str, str]]) -> None:
        """Show what was found; ``places`` gives the words for where and for the field."""
        self._matches = {f"{m.part}|{m.key}|{m.field}|{m.start}": m for m in matches}
        self.table.show_lines([_row(key, match, *places[match]) for key, match in self._matches.items()])
        self.refuse("")
        found = len(self._matches)
        words = self.tr("{n} found").format(n=found) if self.text.text() else ""
        self.count.setText(f"{self._report}  {words}".strip())
        for button in (self.previous_button, self.next_button, self.all_button):
            button.setEnabled(bool(found))
        self._on_row(self.table.current_key())

    def report(self, sentence: str) -> None:
        """Say what was replaced, until something else is looked for."""
        self._report = sentence

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be looked for, or replaced."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def begin(self, text: str = "") -> None:
        """Take the focus, with a text to look for."""
        if text:
            self.text.setText(text)
        self.text.selectAll()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next(self) -> None:
        """Go to the next place, from the last to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the place before, from the first to the last."""
        self._step(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next, Shift+Enter to the one before, Down into the list, Escape leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and watched is self.text:
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() in _ENTER:
                self._replace()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    # -- inner -----------------------------------------------------------------------------------

    def _on_query(self, *_: object) -> None:
        self._report = ""
        self.query_changed.emit()

    def _step(self, by: int) -> None:
        keys = self.table.ids()
        if keys:
            here = self.table.current_key()
            at = keys.index(here) + by if here in keys else (0 if by > 0 else -1)
            self.table.go_to(keys[at % len(keys)])
            self.stepped.emit(self._matches[self.table.current_key()])

    def _on_row(self, key: str) -> None:
        self.replace_button.setEnabled(key in self._matches)

    def _on_open(self, key: str) -> None:
        if key in self._matches:
            self.go.emit(self._matches[key])

    def _replace(self) -> None:
        match = self._matches.get(self.table.current_key())
        if match is not None:
            self.replace_wanted.emit(match)
        else:
            self._step(1)


def _line(name: str) -> TextLine:
    line = TextLine()
    line.setAccessibleName(name)
    line.setClearButtonEnabled(True)
    return line


def _row(key: str, match: Match, where: str, field: str) -> Line:
    from_, to = max(0, match.start - 30), match.end + 60
    text = " ".join(match.text[from_:to].split())
    return Line(key, (Cell(where), Cell(field), Cell(f"\u2026{text}" if from_ else text)))
