"""Show a path in words: what was asked, what was said in facts, what followed, where it ends.

A list is told by what was ticked and a number by its amount; Yes and No are for yes/no questions and decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN, Said
from kneetree.model.tree import Asked, Kind, Leaf, Tree
from kneetree.report import facts
from kneetree.ui.editor.labels import answer_word, plain_tip, title_of

Step = tuple[str, str, str]
"""A node, the answer there, and whether it was ``"asked"``, ``"known"`` or ``"decided"``."""


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

    def clear(self) -> None:
        """Show no path."""
        super().clear()
        self._ids = []

    def show_path(
        self, tree: Tree, path: Iterable[Step], ends: Iterable[str], told: Mapping[str, Said] | None = None
    ) -> None:
        """Show the steps, then where they end; ``told`` is what the person says on the way."""
        self.clear()
        self.add_path(tree, path, ends, told)

    def add_path(
        self, tree: Tree, path: Iterable[Step], ends: Iterable[str], told: Mapping[str, Said] | None = None
    ) -> None:
        """Show another path below what is shown."""
        number = 0
        for node, answer, how in path:
            number += how == "asked"
            mark = f"{number}." if how == "asked" else "\u2013"
            self._add(node, f"{mark}  {title_of(tree, node)} {self._said(tree, node, answer, how, told or {})}")
        for end in ends:
            self._add(end, f"\u2192  {title_of(tree, end)}")

    def add_heading(self, words: str) -> None:
        """Show a line that leads nowhere."""
        self._add("", words)

    def _said(self, tree: Tree, node: str, answer: str, how: str, told: Mapping[str, Said]) -> str:
        if node not in tree.nodes or isinstance(tree.nodes[node], Leaf):
            return ""
        words = _in_facts(tree, tree.asked(node), told) or answer_word(answer)
        if how == "known":
            return self.tr("{answer} (known)").format(answer=words)
        return self.tr("{answer} (decided)").format(answer=words) if how == "decided" else words

    def _add(self, node: str, words: str) -> None:
        entry = QListWidgetItem(words)
        entry.setToolTip(plain_tip(words))
        self.addItem(entry)
        self._ids.append(node)

    def _on_item(self, item: QListWidgetItem) -> None:
        if self._ids[self.row(item)]:
            self.go.emit(self._ids[self.row(item)])


def _in_facts(tree: Tree, asked: Asked, told: Mapping[str, Said]) -> str:
    """Return what was said at a list or of a number; nothing at other questions, or if it is not known."""
    if asked.kind is Kind.NUMBER:
        return facts.amount(tree, asked.scale, told[asked.scale]) if asked.scale in told else ""
    if asked.kind is not Kind.LIST:
        return ""
    known = {finding: knowledge.value_of(finding, told) for finding in asked.findings}
    said: dict[str, Said] = {finding: value for finding, value in known.items() if value is not UNKNOWN}
    if not said:
        return ""
    found = facts.facts_of(tree, said)
    words = [f"\u2611 {statement}" for statement in found.true] + [f"? {statement}" for statement in found.unsure]
    return "; ".join(words) or "\u2610"
