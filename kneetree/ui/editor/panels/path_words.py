"""Show a path in words: what was asked, what was answered, where it ends."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kneetree.model.tree import Tree
from kneetree.ui.editor.labels import answer_word, plain_tip, title_of


class PathList(QListWidget):
    """The steps of a path, one a line; Enter or a double click goes to the node.

    Signals: ``go(str id)``.
    """

    go = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("pathList")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ids: list[str] = []
        self.itemActivated.connect(self._on_item)

    def minimumSizeHint(self) -> QSize:
        """Return room for two steps: the rest can be scrolled."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() * 3)

    def show_path(self, tree: Tree, path: Iterable[tuple[str, str]], ends: Iterable[str]) -> None:
        """Show the steps, then where they end."""
        self.clear()
        self._ids = []
        for number, (node, answer) in enumerate(path, start=1):
            self._add(node, f"{number}.  {answer_word(answer)}: {title_of(tree, node)}")
        for end in ends:
            self._add(end, f"\u2192  {title_of(tree, end)}")

    def _add(self, node: str, words: str) -> None:
        entry = QListWidgetItem(words)
        entry.setToolTip(plain_tip(words))
        self.addItem(entry)
        self._ids.append(node)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.go.emit(self._ids[self.row(item)])
