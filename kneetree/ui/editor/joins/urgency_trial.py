"""Remember the warnings of a leaf while its urgency is tried out, and say which of them have moved.

A leaf cannot hold warnings that are less urgent than itself, so a higher urgency takes them along.  That changes when a
person gets help: it is said, and the next urgency chosen begins with the warnings that the author wrote.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree import edits
from kneetree.model.change import Change
from kneetree.model.nodes import warning_levels
from kneetree.model.tree import About, Leaf, Tree, Urgency
from kneetree.ui.editor.entry_words import warning_heading

translate = QCoreApplication.translate


class UrgencyTrial:
    """The urgencies chosen one after the other for one leaf, as long as nothing else of it is edited."""

    def __init__(self) -> None:
        self._node = ""
        self._tried: list[Leaf] = []

    def change(self, tree: Tree, node_id: str, urgency: Urgency) -> Change:
        """Return the change that gives a leaf its urgency, and the warnings that were written as far as it can."""
        leaf = tree.leaf(node_id)
        if node_id != self._node or leaf not in self._tried:
            self._node, self._tried = node_id, [leaf]
        change = edits.set_fields(tree, node_id, urgency=urgency, get_help_if=self._tried[0].get_help_if)
        self._tried += [part.after for part in change.parts if isinstance(part.after, Leaf)]
        return change

    def step(self, tree: Tree, change: Change, text: str) -> str:
        """Return the name of the step of such a change, with the warnings that it moves."""
        leaf = next((part.after for part in change.parts if isinstance(part.after, Leaf)), None)
        count = self._moved(leaf)
        if leaf is None or not count:
            return text
        words = translate("UrgencyTrial", "{step}; warnings moved to \u201c{heading}\u201d: {n}")
        return words.format(step=text, heading=_heading(tree, leaf), n=count)

    def sentence(self, tree: Tree, node_id: str) -> str:
        """Return what the author has to know of the warnings of a leaf; nothing if all are where they were written."""
        leaf = tree.nodes.get(node_id)
        count = self._moved(leaf) if isinstance(leaf, Leaf) and node_id == self._node and leaf in self._tried else 0
        if not count or not isinstance(leaf, Leaf):
            return ""
        if count == 1:
            words = translate(
                "UrgencyTrial",
                "1 warning was less urgent than this and has moved to \u201c{heading}\u201d. Check that it belongs "
                "there. A lower level, or Undo, puts it back.",
            )
        else:
            words = translate(
                "UrgencyTrial",
                "{n} warnings were less urgent than this and have moved to \u201c{heading}\u201d. Check that they "
                "belong there. A lower level, or Undo, puts them back.",
            )
        return words.format(n=count, heading=_heading(tree, leaf))

    def _moved(self, leaf: Leaf | None) -> int:
        """Return how many of the warnings that were written cannot be at their level in ``leaf``."""
        if leaf is None or not self._tried:
            return 0
        allowed = warning_levels(leaf.urgency)
        written = self._tried[0].get_help_if.items()
        return len({key for level, keys in written if level not in allowed for key in keys})


def _heading(tree: Tree, leaf: Leaf) -> str:
    """Return the words of the least urgent level of warnings that a leaf can have."""
    return warning_heading(warning_levels(leaf.urgency)[-1], leaf.urgency, (tree.about or About()).call)
