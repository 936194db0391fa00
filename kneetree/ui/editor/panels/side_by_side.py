"""Show the fields of a part before and now side by side, with the words marked that differ.

What went is struck out and what came is bold and underlined, so that it is seen without colours too.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextLength, QTextTableFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from kneetree.analysis.side_by_side import pieces

Row = tuple[str, str, str]
"""What a field is called, its text before, and its text now."""
_TINT = 60


class SideBySide(QTextEdit):
    """A page of two columns; nothing in it is markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Before and now, side by side"))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these fields."""
        if list(rows) != self.rows:
            self.rows = list(rows)
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write again in the colours and the size of now."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

    def _write(self) -> None:
        self.clear()
        if not self.rows:
            return
        usual, strong, gone, come = (QTextCharFormat() for _ in range(4))
        strong.setFontWeight(QFont.Weight.DemiBold)
        tint = self.palette().highlight().color()
        tint.setAlpha(_TINT)
        gone.setFontStrikeOut(True)
        gone.setBackground(tint)
        come.setFontUnderline(True)
        come.setFontWeight(QFont.Weight.Bold)
        come.setBackground(tint)
        shape = QTextTableFormat()
        shape.setCellPadding(4)
        shape.setCellSpacing(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        shape.setColumnWidthConstraints([half, half])
        shape.setHeaderRowCount(1)
        table = self.textCursor().insertTable(1 + 2 * len(self.rows), 2, shape)
        for column, heading in enumerate((self.tr("Before"), self.tr("Now"))):
            table.cellAt(0, column).firstCursorPosition().insertText(heading, strong)
        for place, (field, before, after) in enumerate(self.rows):
            row = 1 + 2 * place
            table.mergeCells(row, 0, 1, 2)
            table.cellAt(row, 0).firstCursorPosition().insertText(field, strong)
            left, right = pieces(before, after)
            for column, runs, differs in ((0, left, gone), (1, right, come)):
                cursor = table.cellAt(row + 1, column).firstCursorPosition()
                for text, same in runs:
                    cursor.insertText(text, usual if same else differs)
        self.moveCursor(QTextCursor.MoveOperation.Start)
