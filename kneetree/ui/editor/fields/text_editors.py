"""Type a text, on one line or on as many as it needs, and leave undo to the document's one history."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from kneetree.ui.common_ends import common_ends

REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")
"""The keys of redo, both on every system: who comes from another one has the other in the fingers."""


_BREAKS = re.compile(r" *[\x00-\x1f\x7f\x85\u2028\u2029][ \x00-\x1f\x7f\x85\u2028\u2029]*")


_MARK = re.compile(r"^\s*[\u2022\u25e6\u25aa\u2023\u00b7*\u2013-]\s+")
"""The mark of an entry of a list, in a text from elsewhere."""


def _left_to_history(event: QEvent) -> bool:
    """Leave the keys of undo and redo to the window; return whether ``event`` is one of them."""
    left = isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo)
        or QKeySequence(event.keyCombination()) in [QKeySequence(keys) for keys in REDO_KEYS]
    )
    if left:
        event.ignore()
    return left


class OneLine(QValidator):
    """Makes one line of what is pasted into a field: Qt shows its line breaks as spaces and keeps them in the text."""

    def validate(self, text: str, cursor: int) -> object:
        """Put a space where lines end and none at the ends of the text; every text can be used."""
        if _BREAKS.search(text):
            before = text.encode("utf-16-le")[: 2 * cursor].decode("utf-16-le", "ignore")
            text, cursor = on_one_line(text), _utf16(on_one_line(before))
        return QValidator.State.Acceptable, text, cursor


class Line(QLineEdit):
    """A line of text that leaves undo and redo to the document's one history, and holds no line break."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(OneLine(self))

    def event(self, event: QEvent) -> bool:
        """Do not claim the keys of undo and redo."""
        if event.type() == QEvent.Type.ShortcutOverride and _left_to_history(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window."""
        if not _left_to_history(event):
            super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Set the text without moving the cursor further than the difference requires."""
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)))


class GrowingText(QPlainTextEdit):
    """Several lines of text, as tall as they need; Tab leaves it, undo is the document's.

    Signals: ``grown()`` when the height has changed; ``lines_pasted(list)`` lines to be put into rows of their own,
    where the text ``parts_lines``.
    """

    grown = Signal()
    lines_pasted = Signal(list)
    parts_lines = False

    def __init__(self, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Do not claim the keys of undo and redo; follow a change of the font."""
        if event.type() == QEvent.Type.ShortcutOverride and _left_to_history(event):
            return False
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window."""
        if not _left_to_history(event):
            super().keyPressEvent(event)

    def toPlainText(self) -> str:
        """Return the text with its no-break spaces, of which Qt's own makes ordinary ones."""
        return _with_line_breaks(self.document().toRawText())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected with its no-break spaces too."""
        copied = QMimeData()
        copied.setText(_with_line_breaks(self.textCursor().selectedText()))
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, several lines as rows where this is a row of a list."""
        lines = lines_in(source.text()) if self.parts_lines and source.hasText() else []
        if len(lines) > 1 and not self.isReadOnly():
            apart = source.text().startswith(f" {lines[0]}") and not self.textCursor().atStart()
            self.lines_pasted.emit([" " * apart + lines[0], *lines[1:]])
        else:
            super().insertFromMimeData(source)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: all of the text is in view anyway."""
        event.ignore()

    def show_text(self, text: str) -> None:
        """Set the text, altering only the stretch that differs; the cursor stays where it was."""
        old = self.toPlainText()
        if old == text:
            return
        start, end = common_ends(old, text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_utf16(old[:start]))
        cursor.setPosition(_utf16(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        block, inner = self.document().begin(), 0.0
        while block.isValid():
            inner += self.blockBoundingRect(block).height()
            block = block.next()
        inner = max(inner, self._lines * self.fontMetrics().lineSpacing()) + 2 * self.document().documentMargin()
        around = self.height() - self.viewport().height()
        height = round(inner) + max(around, 2 * self.frameWidth()) + 1
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.grown.emit()


def on_one_line(text: str) -> str:
    """Return a text with a space in place of each run of line breaks, tabs and spaces around them, none at the ends."""
    return " ".join(filter(None, _BREAKS.split(text)))


def lines_in(text: str) -> list[str]:
    """Return the lines of a text that say something, without the marks that lists begin with elsewhere."""
    lines = (_MARK.sub("", line).strip() for line in re.split(r"[\r\n\x0b\x0c\x85\u2028\u2029]+", text))
    return [line for line in lines if line]


def select_all(editor: QWidget | None) -> None:
    """Select the whole text of an editor, so that typing takes its place; what holds no text is left alone."""
    if isinstance(editor, QComboBox):
        editor = editor.lineEdit()
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.selectAll()


def _with_line_breaks(raw: str) -> str:
    """Return a text of Qt, which has separators of paragraphs and lines in it, with line breaks instead."""
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
