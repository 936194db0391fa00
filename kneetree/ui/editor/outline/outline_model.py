"""Give Qt the outline: words, icons and what assistive technology reads of each row.

The model follows the tree by changes.  It must not know what is selected, nor which view asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Tree
from kneetree.ui.editor.labels import answer_word, node_icon, plain_tip, spoken_node, title_of
from kneetree.ui.editor.naming import named_after
from kneetree.ui.editor.outline.outline_rows import HEADING, Row, Rows

REFERENCE_ROLE = Qt.ItemDataRole.UserRole
ANSWER_ROLE = Qt.ItemDataRole.UserRole + 1
NODE_ROLE = Qt.ItemDataRole.UserRole + 2
BADGE_ROLE = Qt.ItemDataRole.UserRole + 3

_Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractItemModel):
    """Rows of ``outline_rows`` for a tree view."""

    def __init__(self, icon: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tree: Tree | None = None
        self._badges: Mapping[str, str] = {}
        self.rows = Rows()

    # -- following the tree ----------------------------------------------------------------------

    def show(self, tree: Tree) -> None:
        """Another tree."""
        self.beginResetModel()
        try:
            self._tree = tree
            self.rows.build(tree)
        finally:
            self.endResetModel()

    def follow(self, change: Change) -> None:
        """Take over ``change``; rows that are still there keep their indexes."""
        if self._tree is None:
            return
        if any(_alters_structure(part) for part in change.parts):
            self._alter(change)
            return
        for key in {*change.keys("node"), *named_after(self._tree, change)}:
            for row in self.rows.of(key):
                index = self.index_of(row)
                self.dataChanged.emit(index, index)

    def show_badges(self, badges: Mapping[str, str]) -> None:
        """Mark the nodes that have an "error" or a "warning"."""
        before, self._badges = self._badges, badges
        for key in before.keys() | badges.keys():
            if before.get(key) != badges.get(key):
                for row in self.rows.of(key):
                    index = self.index_of(row)
                    self.dataChanged.emit(index, index)

    def refresh_icons(self) -> None:
        """Make the icons anew for the theme, which has changed."""
        for row in self.rows.by_number.values():
            index = self.index_of(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def _alter(self, change: Change) -> None:
        assert self._tree is not None
        self.layoutAboutToBeChanged.emit()
        try:
            before = self.persistentIndexList()
            self.rows.follow(self._tree, change)
            after = []
            for index in before:
                row = self.rows.by_number.get(index.internalId())
                after.append(self.index_of(row) if row is not None else QModelIndex())
            self.changePersistentIndexList(before, after)
        finally:
            self.layoutChanged.emit()

    # -- rows and indexes ------------------------------------------------------------------------

    def row_of(self, index: _Index) -> Row | None:
        """Return the row at an index."""
        return self.rows.by_number.get(index.internalId()) if index.isValid() else None

    def index_of(self, row: Row) -> QModelIndex:
        """Return the index of a row."""
        return self.createIndex(row.place, 0, row.number)

    def index(self, place: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        """Qt: the child at a place."""
        above = self.row_of(parent)
        level = self.rows.top if above is None else above.children
        if column != 0 or not 0 <= place < len(level):
            return QModelIndex()
        return self.createIndex(place, 0, level[place].number)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: _Index, /) -> QModelIndex: ...

    def parent(self, index: _Index | None = None) -> QObject | QModelIndex | None:
        """Qt: the row above an index; without one, the object that owns the model."""
        if index is None:
            return super().parent()
        row = self.row_of(index)
        return QModelIndex() if row is None or row.parent is None else self.index_of(row.parent)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Qt: how many children."""
        row = self.row_of(parent)
        return len(self.rows.top) if row is None else len(row.children)

    def hasChildren(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own
        """Qt: asked for every row in view, so without counting."""
        row = self.row_of(parent)
        return bool(self.rows.top if row is None else row.children)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Qt: one."""
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Qt: all rows but the heading can be selected."""
        row = self.row_of(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.node == HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what a row shows or says."""
        row = self.row_of(index)
        if row is None or self._tree is None:
            return None
        if row.node == HEADING:
            return self.tr("Not reached from the first question") if role in _TEXT_ROLES else None
        if row.node not in self._tree.nodes:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(self._tree, row.node)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(node_icon(self._tree, row.node))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{spoken_node(self._tree, row.node)} ({row.node})")
        if role == BADGE_ROLE:
            return self._badges.get(row.node, "")
        return {REFERENCE_ROLE: row.reference, ANSWER_ROLE: row.answer, NODE_ROLE: row.node}.get(role)

    def _spoken(self, row: Row) -> str:
        assert self._tree is not None
        words = spoken_node(self._tree, row.node)
        if row.reference:
            words = self.tr("See {name}").format(name=title_of(self._tree, row.node))
        badge = self._badges.get(row.node)
        if badge:
            words += self.tr(", has an error") if badge == "error" else self.tr(", has a warning")
        if not row.answer:
            return words
        return self.tr("{answer} of {question}: {node}").format(
            answer=answer_word(row.answer), question=title_of(self._tree, row.asked_by), node=words
        )


_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _alters_structure(part: PartChange) -> bool:
    if part.part == "root":
        return True
    if part.part != "node":
        return False
    old, new = part.before, part.after
    return old is None or new is None or bool(old.edges() != new.edges())
