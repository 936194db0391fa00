"""Show rows with ids in a table: words, icons, and what is read aloud.

The table knows cells and nothing of what they mean.  Showing rows again keeps the current one and the
place on the page, so that results that come in while somebody reads do not make it jump.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kneetree.ui.editor.labels import plain_tip

Icon = Callable[[str, str], QIcon]
"""Gives the icon of a name in the colour of a role."""
_LEAST_MAIN, _LEAST_OTHER = 28, 9
"""Letters that the column that matters keeps at least, and each of the others."""
_PADDING = 16
KEY_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place of a table shows; ``order`` is what it is sorted by and ``spoken`` is read out, else its text."""

    text: str
    icon: str = ""
    role: str = "ink"
    order: int | str | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its id and its cells; a ``heading`` is over the rows that follow, a ``done`` row is struck out."""

    key: str
    cells: tuple[Cell, ...]
    heading: bool = False
    done: bool = False


class LateLine:
    """A row whose cells are made when they are first looked at: of thousands of rows some ten are in sight."""

    heading = False

    def __init__(self, key: str, make: Callable[[], Line], *, done: bool = False) -> None:
        self.key = key
        self.done = done
        self._make = make

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, as they are made now."""
        return self._make().cells

    @property
    def is_made(self) -> bool:
        """Whether the cells were looked at."""
        return "cells" in self.__dict__

    def forget(self) -> None:
        """Make the cells anew when they are next looked at."""
        self.__dict__.pop("cells", None)


AnyLine = Line | LateLine


class TableModel(QAbstractTableModel):
    """Rows of cells."""

    def __init__(self, headings: Sequence[str], icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = list(headings)
        self._icon = icon
        self._heading_font, self._done_font = QFont(), QFont()
        self.lines: list[AnyLine] = []

    def show(self, lines: Sequence[AnyLine]) -> bool:
        """Take new rows; ``True`` where they are other rows, not only other words in the same ones."""
        new = list(lines)
        if [line.key for line in new] != [line.key for line in self.lines]:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
            return True
        differ = [at for at, (old, line) in enumerate(zip(self.lines, new, strict=True)) if old != line]
        self.lines = new
        last = len(self._headings) - 1
        if any(isinstance(line, LateLine) for line in new):
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, last))
            return False
        for at in differ:
            self.dataChanged.emit(self.index(at, 0), self.index(at, last))
        return False

    def set_font(self, font: QFont) -> None:
        """Show headings in the bold of a font, which is that of the table, and strike out what is done."""
        self._heading_font, self._done_font = QFont(font), QFont(font)
        self._heading_font.setBold(True)
        self._done_font.setStrikeOut(True)

    def make_again(self) -> None:
        """Let rows that were made when they were looked at be made anew."""
        for line in self.lines:
            if isinstance(line, LateLine):
                line.forget()
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self._headings) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Qt: how many rows."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Qt: how many columns."""
        return len(self._headings)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the headings."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what a cell shows."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        cell = line.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(cell.icon, cell.role) if cell.icon else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.text if line.heading else cell.spoken or cell.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {cell.text}" if index.column() else self._spoken(line)
        if role == Qt.ItemDataRole.FontRole:
            return self._heading_font if line.heading else self._done_font if line.done else None
        return line.key if role == KEY_ROLE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Do not sort: the panel that shows the rows decides their order."""

    def _spoken(self, line: AnyLine) -> str:
        return ", ".join(cell.spoken or cell.text for cell in line.cells if cell.spoken or cell.text)


class Table(QTableView):
    """Rows of which one is current.

    Signals: ``picked(str key)`` when a person or the program moves to another row, empty for none;
    ``opened(str key)`` on Enter or a double click; ``remove_wanted(str key)`` on Delete.
    """

    picked = Signal(str)
    opened = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, name: str, headings: Sequence[str], icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("panelTable")
        self.lines_model = TableModel(headings, icon, self)
        self.setModel(self.lines_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.doubleClicked.connect(self._on_double_click)
        self._widths: tuple[int, ...] = ()
        self._least = _LEAST_MAIN
        self._fit_rows()

    def minimumSizeHint(self) -> QSize:
        """Return room for the headings and one row: the rest can be scrolled."""
        row = self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), self.horizontalHeader().sizeHint().height() + row + 4)

    def set_widths(self, *letters: int, least: int = _LEAST_MAIN) -> None:
        """Set the widths of the columns in letters of the font; 0 for the one that matters, which else is the last.

        That one takes what is left, which several of them share.  Where this is less than ``least`` letters the others
        give it some of theirs, and what finds no room after that is scrolled to.
        """
        self._widths, self._least = letters, least
        self.horizontalHeader().setStretchLastSection(False)
        self._fit_rows()

    def show_lines(self, lines: Sequence[AnyLine]) -> None:
        """Show rows; the current one stays current while it is among them."""
        key, place = self.current_key(), self.verticalScrollBar().value()
        if self.lines_model.show(lines):
            with QSignalBlocker(self.selectionModel()):
                self.go_to(key)
            self.verticalScrollBar().setValue(place)
            if self.current_key() != key:
                self.picked.emit(self.current_key())

    def current_key(self) -> str:
        """Return the id of the current row, or an empty one."""
        at = self.currentIndex().row()
        return self.lines_model.lines[at].key if 0 <= at < len(self.lines_model.lines) else ""

    def chosen_keys(self) -> list[str]:
        """Return the ids of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines_model.lines[row].key for row in rows]

    def go_to(self, key: str) -> None:
        """Make a row the current one."""
        for at, line in enumerate(self.lines_model.lines):
            if line.key == key:
                self.setCurrentIndex(self.lines_model.index(at, 0))
                return

    def ids(self) -> list[str]:
        """Return the ids of all rows, in order."""
        return [line.key for line in self.lines_model.lines]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to remove."""
        key = self.current_key()
        if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(key)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def refresh_icons(self) -> None:
        """Make the icons anew for the theme, which has changed."""
        self.viewport().update()

    def _fit_rows(self) -> None:
        metrics = self.fontMetrics()
        self.lines_model.set_font(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 12)
        self.setIconSize(QSize(metrics.height(), metrics.height()))
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        if not self._widths:
            return
        letter, columns = self.fontMetrics().averageCharWidth(), self.lines_model.columnCount()
        mains = [at for at, width in enumerate(self._widths) if not width] or [columns - 1]
        wide = {at: width * letter + _PADDING for at, width in enumerate(self._widths) if at not in mains}
        least, room = self._least * letter + _PADDING, self.viewport().width()
        spare = {at: max(width - _LEAST_OTHER * letter - _PADDING, 0) for at, width in wide.items()}
        lacking = sum(wide.values()) + least - room
        share = min(max(lacking / (sum(spare.values()) or 1), 0.0), 1.0)
        for at in wide:
            wide[at] -= ceil(spare[at] * share)
            self.setColumnWidth(at, wide[at])
        for at in mains:
            self.setColumnWidth(at, max(room - sum(wide.values()), least) // len(mains))

    def _on_row(self, *_: object) -> None:
        self.picked.emit(self.current_key())

    def _on_double_click(self, _index: QModelIndex) -> None:
        self.opened.emit(self.current_key())
