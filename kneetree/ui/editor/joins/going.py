"""Bring what the author asks for to the front: a node, a field of a form, an entry, a problem, a panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kneetree import edits
from kneetree.checks import Problem, remedies
from kneetree.checks.checklist import Item
from kneetree.model.translations import languages_of
from kneetree.ui.document.document import Document
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.panels.cases import CasesPanel
from kneetree.ui.editor.panels.find_bar import FindBar
from kneetree.ui.editor.panels.library import LibraryPanel
from kneetree.ui.editor.panels.lowering import LoweringPanel
from kneetree.ui.editor.panels.problems import ProblemsPanel
from kneetree.ui.editor.panels.rules import RulesPanel
from kneetree.ui.editor.panels.since_review import SinceReviewPanel
from kneetree.ui.editor.panels.translation import TranslationPanel
from kneetree.ui.editor.parts_window.window import PartsWindow
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.use_index import UseIndex


class Goals(NamedTuple):
    """The panels to which one can go."""

    inspector: Inspector
    problems: ProblemsPanel
    rules: RulesPanel
    lowering: LoweringPanel
    cases: CasesPanel
    library: LibraryPanel
    since: SinceReviewPanel
    translation: TranslationPanel
    find: FindBar


class Going(QObject):
    """Goes to places in the editor.

    ``parts`` returns the window of the tree's own parts, which is made when it is first wanted.  Signals:
    ``reveal(str)`` have a node in sight; ``show_panel(str)`` bring a panel, or the map, to the front;
    ``translation_wanted(str, str)`` go to the translation of an entry with a part and an id; ``language_wanted(str)``
    translate into a language; ``signature_wanted()``.
    """

    reveal = Signal(str)
    show_panel = Signal(str)
    translation_wanted = Signal(str, str)
    language_wanted = Signal(str)
    signature_wanted = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        index: UseIndex,
        goals: Goals,
        parts: Callable[[], PartsWindow],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._index = document, selection, index
        self._goals, self._parts = goals, parts

    # -- what the editor's commands ask for ------------------------------------------------------

    def open_find(self) -> None:
        """Find and replace."""
        self.show_panel.emit("find")
        self._goals.find.begin()

    def open_parts(self) -> None:
        """Open the window of the tree's own parts."""
        self._parts().go_to("about")

    def show_since_review(self) -> None:
        """Show what has changed since the last review."""
        self.show_panel.emit("since")
        self._goals.since.table.setFocus()

    def translate(self) -> None:
        """Go to the translation of what the author looks at: the entry chosen in the library, or what is selected.

        An author who is in the translation already stays at the entry they are at.
        """
        focus = QApplication.focusWidget()
        if focus is not None and self._goals.translation.isAncestorOf(focus):
            return
        part, key = "", ""
        current = self._selection.current
        if self._goals.library.isVisible() and self._goals.library.table.current_key():
            part, key = self._goals.library.entry
        elif current is not None:
            part, key = edits.entry_at(self._document.tree, current) or ("node", current)
        self.show_translation(part, key)

    def go_to(self, part: str, key: str, field: str = "") -> None:
        """Bring what has a part, an id and perhaps a field in front of the author."""
        if part == "node":
            self.show_panel.emit("inspector" if field else "map")
            self._look_at(key)
            if field:
                self._goals.inspector.focus_field(field)
        elif part == "language":
            self.language_wanted.emit(key)
            self.show_translation("", "")
        elif part == "problems":
            self.show_panel.emit("problems")
            self._goals.problems.table.setFocus()
        elif part == "lowering":
            self.show_panel.emit("lowering")
            self._goals.lowering.table.go_to(key)
        elif part == "rule":
            self.show_panel.emit("rules")
            self._goals.rules.table.go_to(key)
        elif part == "case":
            self.show_panel.emit("cases")
            self._goals.cases.go_to(key)
        elif part in ("question", "scale") and self._index.nodes_of(part, key):
            self.go_to("node", self._index.nodes_of(part, key)[0], field)
        else:
            self._parts().go_to(part, key, field)

    def go_to_entry(self, part: str, key: str) -> None:
        """Go to an entry in the window of the tree's own parts."""
        self._parts().go_to(part, key)

    def go_to_problem(self, problem: Problem) -> None:
        """Go to the very field that a problem is about, or to where it lies."""
        field = remedies.field_of(self._document.tree, problem)
        if problem.language in languages_of(self._document.tree):
            self.language_wanted.emit(problem.language)
            self.show_translation(*(("", "") if problem.part == "language" else (problem.part, problem.key)))
        elif problem.node:
            self.go_to("node", problem.node, field)
        elif problem.part == "finding" and self._form_of_finding(problem.key, field):
            return
        elif problem.part not in ("layout", "language"):
            self._show_first_use(problem.part, problem.key)
            self.go_to(problem.part, problem.key, field)

    def _form_of_finding(self, finding: str, field: str) -> bool:
        """Go to a field of a finding in the form of the question that asks about it; return whether there is one."""
        tree = self._document.tree
        for node in self._index.nodes_of("finding", finding):
            asked = tree.asked(node)
            if asked.entry in tree.questions and finding in asked.findings:
                self.go_to("node", node, "lines" if asked.lines else field or "statement")
                return not asked.lines or field == "statement"
        return False

    def go_to_item(self, item: Item) -> None:
        """Go to what an item of the checklist asks for."""
        if item.part == "review":
            self.signature_wanted.emit()
        else:
            self.go_to(item.part, item.key, item.field)

    def _show_first_use(self, part: str, key: str) -> None:
        nodes = self._index.nodes_of(part, key)
        if nodes:
            self.go_to("node", nodes[0])

    def show_in_library(self, part: str, key: str) -> None:
        """Show an entry in the library."""
        self.show_panel.emit("library")
        self._goals.library.go_to(part, key)

    def show_translation(self, part: str, key: str) -> None:
        """Show the translation of an entry."""
        self.show_panel.emit("translation")
        self.translation_wanted.emit(part, key)

    def go_to_effect(self, part: str, key: str, field: str) -> None:
        """Go to where a change since the review was made."""
        if part == "root":
            self.go_to("node", self._document.tree.root)
        else:
            self.go_to("about" if part in ("title", "version", "language") else part, key, field)

    def go_to_original(self, part: str, key: str) -> None:
        """Go to the text that a translation was made from."""
        self.go_to("about" if part == "tree" else part, key)

    def go_to_parting(self, node_id: str) -> None:
        """Have the node in sight at which the paths of two people part, if it is still there."""
        if node_id in self._document.tree.nodes:
            self.reveal.emit(node_id)

    def go_to_node(self, node_id: str) -> None:
        """Select a node and have it in sight."""
        self.go_to("node", node_id)

    def _look_at(self, node_id: str) -> None:
        self._selection.select(node_id)
        self.reveal.emit(node_id)

    def show_node(self, node_id: str, field: str) -> None:
        """Select a node and show a field of its form; the keys stay where they are."""
        self._look_at(node_id)
        self._goals.inspector.show_field(field)

    def edit(self, node_id: str) -> None:
        """Go to the text by which people know a node, as a double click on its box does."""
        self.show_panel.emit("inspector")
        self._look_at(node_id)
        self._goals.inspector.focus_text()
