"""Show the tree as a list that can be read, searched and edited by keyboard alone.

The outline selects the ids that it is given and tells which ones a person picks.  It must not know the
document, nor the selection that it shares with the map.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kneetree.model.change import Change
from kneetree.model.tree import Tree
from kneetree.ui.editor.fields.text_editors import Line
from kneetree.ui.editor.labels import answer_word, title_of
from kneetree.ui.editor.outline.outline_model import ANSWER_ROLE, BADGE_ROLE, REFERENCE_ROLE, OutlineModel
from kneetree.ui.flag import Flag

UNFOLD_UP_TO = 1500
"""Trees with more nodes begin folded, so that opening one stays quick."""
_READABLE = 24
"""So many letters of the current row are in sight, if the view is wide enough."""
_BADGES = {"error": "\u2716", "warning": "\u26a0"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Outline(QWidget):
    """The tree as an indented list with a line to find in it.

    Signals: ``picked(list ids, str current)`` by a person; ``edit_wanted(str id)`` Enter on a node;
    ``menu_wanted(QPoint)`` in global pixels.
    """

    picked = Signal(list, str)
    edit_wanted = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self._tree: Tree | None = None
        self._applying = Flag()
        self.model = OutlineModel(icon, self)
        self.find_line = Line()
        self.find_line.setPlaceholderText(self.tr("Find in the outline"))
        self.find_line.setAccessibleName(self.tr("Find in the outline"))
        self.find_line.setClearButtonEnabled(True)
        self.view = _View()
        self.view.setAccessibleName(self.tr("Outline"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.find_line)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.find_line.textEdited.connect(self._find_first)
        self.find_line.installEventFilter(self)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.selectionModel().currentChanged.connect(self._on_selection)
        self.view.activated.connect(self._on_activated)
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.view.typed.connect(self._find_typed)

    def minimumSizeHint(self) -> QSize:
        """Room for some words, however much its neighbours want."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, super().minimumSizeHint().height())

    # -- values down -----------------------------------------------------------------------------

    def show_tree(self, tree: Tree) -> None:
        """Another tree, unfolded unless it is large."""
        self._tree = tree
        with self._applying:
            self.model.show(tree)
            self.view.make_room(self.model.rows.depth)
            if len(tree.nodes) <= UNFOLD_UP_TO:
                self.view.expandAll()

    def follow(self, change: Change) -> None:
        """Show what a change has altered; what is folded stays folded."""
        with self._applying:
            full = self.model.rows.full
            known = {key for key in change.keys("node") if key in full}
            self.model.follow(change)
            self.view.make_room(self.model.rows.depth)
            for key in change.keys("node"):
                if key not in known and key in self.model.rows.full:
                    self.view.expand(self.model.index_of(self.model.rows.full[key]))

    def select(self, ids: Sequence[str], current: str | None) -> None:
        """Show what is selected elsewhere."""
        if set(ids) == set(self.selected()) and (current or "") == self.current():
            return
        with self._applying:
            chosen = QItemSelection()
            for key in ids:
                row = self.model.rows.full.get(key)
                if row is not None:
                    index = self.model.index_of(row)
                    chosen.select(index, index)
            selection = self.view.selectionModel()
            selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            row = self.model.rows.full.get(current or "")
            if row is not None:
                index = self.model.index_of(row)
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.view.scrollTo(index)

    # -- looking ---------------------------------------------------------------------------------

    def selected(self) -> list[str]:
        """Return the ids that are selected here."""
        rows = (self.model.row_of(index) for index in self.view.selectionModel().selectedIndexes())
        return list(dict.fromkeys(row.node for row in rows if row is not None))

    def current(self) -> str:
        """Return the id that has the cursor, or an empty one."""
        row = self.model.row_of(self.view.currentIndex())
        return row.node if row is not None else ""

    def search(self, text: str, *, after: str = "", backwards: bool = False) -> str:
        """Return the next node in reading order whose title or id holds ``text``, or an empty id."""
        if self._tree is None or not text:
            return ""
        order = self.model.rows.in_order()
        start = order.index(after) if after in self.model.rows.full else -1
        turn = order[start + 1 :] + order[: start + 1]
        if backwards:
            turn = (
                list(reversed(order[:start])) + list(reversed(order[start:])) if start >= 0 else list(reversed(order))
            )
        wanted = text.casefold()
        for key in turn:
            if key in self._tree.nodes and (wanted in title_of(self._tree, key).casefold() or wanted in key):
                return key
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the find line goes on, Shift+Enter back, Down into the list, Escape clears."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(self.search(self.find_line.text(), after=self.current(), backwards=backwards))
            return True
        if event.key() == Qt.Key.Key_Down:
            self.view.setFocus()
            return True
        if event.key() == Qt.Key.Key_Escape and self.find_line.text():
            self.find_line.clear()
            return True
        return super().eventFilter(watched, event)

    # -- ids up ----------------------------------------------------------------------------------

    def _go(self, key: str) -> None:
        if key:
            self.select([key], key)
            self.picked.emit([key], key)

    def _find_first(self, text: str) -> None:
        here = self.current()
        if here and self._tree is not None and text.casefold() in title_of(self._tree, here).casefold():
            return
        self._go(self.search(text, after=here))

    def _find_typed(self, text: str) -> None:
        here, tree = self.current(), self._tree
        if tree is None or (len(text) > 1 and title_of(tree, here).casefold().startswith(text)):
            return
        for key in self._after(here):
            if any(word.startswith(text) for word in _starts(title_of(tree, key))):
                self._go(key)
                return

    def _after(self, here: str) -> list[str]:
        order = [key for key in self.model.rows.in_order() if self._tree is not None and key in self._tree.nodes]
        start = order.index(here) + 1 if here in order else 0
        return order[start:] + order[:start]

    def _on_selection(self, *_: object) -> None:
        if not self._applying:
            self.picked.emit(self.selected(), self.current())

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.model.row_of(index)
        if row is None or self._tree is None or row.node not in self._tree.nodes:
            return
        if row.reference:
            full = self.model.index_of(self.model.rows.full[row.node])
            self.view.setCurrentIndex(full)
            self.view.scrollTo(full)
        else:
            self.edit_wanted.emit(row.node)

    def _on_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(place))


def _starts(title: str) -> list[str]:
    folded = title.casefold()
    return [folded, *(folded[at + 1 :] for at, letter in enumerate(folded) if letter == " ")]


class _View(QTreeView):
    """A tree view whose type-to-find also reaches what is folded.

    Signals: ``typed(str)`` what was typed within the keyboard's interval, in lower case.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._depth = 0
        self._text = ""
        self._timer = 0

    def make_room(self, depth: int) -> None:
        """Be so wide that the text of a row that is ``depth`` steps indented has the width of the whole view."""
        self._depth = depth
        self._widen()

    def _widen(self) -> None:
        self.header().resizeSection(0, self.viewport().width() + (self._depth + 1) * self.indentation())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the rows that are indented most."""
        super().resizeEvent(event)
        self._widen()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, sideways too if the beginning of its text is not."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        bar.setValue(before)
        left, wide = self.visualRect(index).left(), self.viewport().width()
        if left < 0 or left > wide - min(wide // 2, self.fontMetrics().averageCharWidth() * _READABLE):
            bar.setValue(before + left - 2 * self.indentation())

    def keyboardSearch(self, text: str) -> None:
        """Collect what is typed and tell it."""
        if self._timer:
            self.killTimer(self._timer)
        else:
            self._text = ""
        self._timer = self.startTimer(900)
        self._text += text.casefold()
        self.typed.emit(self._text)

    def changeEvent(self, event: QEvent) -> None:
        """Let icons and indents grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            height = self.fontMetrics().height()
            self.setIconSize(QSize(height, height))
            self.setIndentation(height)
            self._widen()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Begin anew after a pause."""
        if event.timerId() == self._timer:
            self.killTimer(self._timer)
            self._timer = 0
            return
        super().timerEvent(event)


_IN_SIGHT = 1_000
"""The letters of a title that may be in sight; Qt measures all that it is given, 6 ms for 20,000 in each row."""


class _Delegate(QStyledItemDelegate):
    """The answer before the title in a quiet weight; references in italics."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Use italics for references, and put the answer before the words."""
        super().initStyleOption(option, index)
        option.text = option.text[:_IN_SIGHT]
        view = self.parent()
        if isinstance(view, _View) and option.rect.right() > view.viewport().width():
            option.rect.setRight(view.viewport().width())  # so that a long text ends in an ellipsis that is in sight
        answer = index.data(ANSWER_ROLE)
        if answer:
            option.text = f"{answer_word(answer)}  {option.text}"
        if index.data(REFERENCE_ROLE):
            option.font.setItalic(True)
            option.text = f"{option.text} \u2197"
        badge = index.data(BADGE_ROLE)
        if badge:
            option.text = f"{_BADGES[badge]} {option.text}"
