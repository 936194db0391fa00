"""Builds the editor's panels and joins them with the document, the selection and the theme.

The editor places the widgets of ``Panels`` and connects its signals with the map.  Nothing here
decides anything: edits do, and the widgets only show.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from kneetree.ui.document import Document
from kneetree.ui.editor.buttons import dress
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.inspector_join import InspectorJoin
from kneetree.ui.editor.outline import Outline
from kneetree.ui.editor.outline_join import OutlineJoin
from kneetree.ui.editor.panels.history import HistoryPanel
from kneetree.ui.editor.selection import Selection
from kneetree.ui.theme import Theme

_LEVELS = frozenset({"emergency", "same_day", "within_days", "routine", "self_care"})


class Panels(QObject):
    """All widgets around the map.

    Signals, for the map: ``show_path(list)`` of pairs of node and answer, a leaf with "", empty for
    none; ``badges(dict)`` node id to "error" or "warning"; ``untaken(object, object)`` sets of nodes
    and of (node, answer) that no case takes, empty when coverage is not shown; ``differences(dict)``
    node id to "added", "removed", "changed", "rerouted"; ``hits(object)`` the set of nodes found;
    ``try_from(str)`` start the wizard there; ``headings(dict)`` panel name to the words for its tab;
    ``reveal(str)`` bring a node into view; ``show_panel(str)`` bring a panel to the front.
    """

    show_path = Signal(list)
    badges = Signal(dict)
    untaken = Signal(object, object)
    differences = Signal(dict)
    hits = Signal(object)
    try_from = Signal(str)
    headings = Signal(dict)
    reveal = Signal(str)
    show_panel = Signal(str)

    def __init__(self, document: Document, selection: Selection, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.outline = Outline(self._node_icon)
        self.inspector = Inspector()
        self.history = HistoryPanel(document.stack)
        OutlineJoin(document, selection, self.outline, theme)
        InspectorJoin(document, selection, self.inspector)
        self.outline.edit_wanted.connect(self._edit)
        theme.changed.connect(self._dress)
        self._dress()

    def widgets(self) -> dict[str, QWidget]:
        """The panels by name, in the order in which they are offered."""
        return {"outline": self.outline, "inspector": self.inspector, "history": self.history}

    def _edit(self, _node_id: str) -> None:
        self.show_panel.emit("inspector")
        self.inspector.focus_field("")

    def _node_icon(self, name: str) -> QIcon:
        return self._theme.icon(name, name if name in _LEVELS else "muted")

    def _dress(self) -> None:
        for widget in self.widgets().values():
            dress(widget, self._theme)


def make_panels(document: Document, selection: Selection, theme: Theme, parent: QWidget) -> Panels:
    """The panels of an editor, which is their parent until it places them."""
    return Panels(document, selection, theme, parent)
