"""Build the editor's panels and join them with the document, the selection and the theme.

The editor places the widgets of ``Panels`` and connects its signals with the map.  Nothing here
decides anything: edits do, and the widgets only show.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from kneetree import edits
from kneetree.ui.document.document import Document
from kneetree.ui.editor.fields.buttons import dress
from kneetree.ui.editor.fields.text_editors import REDO_KEYS
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.joins.cases_join import CasesJoin
from kneetree.ui.editor.joins.checklist_join import ChecklistJoin
from kneetree.ui.editor.joins.compare_join import CompareJoin
from kneetree.ui.editor.joins.find_join import FindJoin
from kneetree.ui.editor.joins.going import Goals, Going
from kneetree.ui.editor.joins.inspector_join import InspectorJoin
from kneetree.ui.editor.joins.library_join import LibraryJoin
from kneetree.ui.editor.joins.lowering_join import LoweringJoin
from kneetree.ui.editor.joins.marks_join import MarksJoin
from kneetree.ui.editor.joins.outline_join import OutlineJoin
from kneetree.ui.editor.joins.parts_join import PartsJoin
from kneetree.ui.editor.joins.problems_join import ProblemsJoin
from kneetree.ui.editor.joins.review_join import ReviewJoin
from kneetree.ui.editor.joins.rules_join import RulesJoin
from kneetree.ui.editor.joins.since_review_join import SinceReviewJoin
from kneetree.ui.editor.joins.translation_join import TranslationJoin
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.outline.outline import Outline
from kneetree.ui.editor.panels.cases import CasesPanel
from kneetree.ui.editor.panels.checklist import ChecklistPanel
from kneetree.ui.editor.panels.compare import ComparePanel
from kneetree.ui.editor.panels.find_bar import FindBar
from kneetree.ui.editor.panels.history import HistoryPanel
from kneetree.ui.editor.panels.library import LibraryPanel
from kneetree.ui.editor.panels.lowering import LoweringPanel
from kneetree.ui.editor.panels.problems import ProblemsPanel
from kneetree.ui.editor.panels.review import ReviewStrip
from kneetree.ui.editor.panels.rules import RulesPanel
from kneetree.ui.editor.panels.since_review import SinceReviewPanel
from kneetree.ui.editor.panels.translation import TranslationPanel
from kneetree.ui.editor.parts_window.window import PartsWindow
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.style.theme import Theme
from kneetree.walk.walk import Walk

_LEVELS = frozenset({"emergency", "same_day", "within_days", "routine", "self_care"})


class Panels(QObject):
    """All widgets around the map.

    Signals, for the map: ``show_path(list)`` of pairs of node and the answer taken there ("yes", "no",
    "unsure"), a leaf with "", empty for none; ``show_two_paths(list, list, str)`` of two people, the more urgent first,
    and the node where they part; ``badges(dict)`` node id to "error" or "warning";
    ``untaken(object, object)`` the leaves and the pairs of (node, answer) that no case takes, empty when
    coverage is not shown; ``differences(dict)`` node id to a word of ``Difference``;
    ``hits(object)`` the set of nodes found;
    ``headings(dict)`` panel name to the words for its tab;
    ``reveal(str)`` go to a node; ``bring_in(str)`` have a node in sight, moving nothing if it is;
    ``show_panel(str)`` bring a panel, or the map, to the front; ``said(str)`` what is to be said over the map;
    ``compare_over()`` nothing is left to compare.
    """

    show_path = Signal(list)
    show_two_paths = Signal(list, list, str)
    badges = Signal(dict)
    untaken = Signal(object, object)
    differences = Signal(dict)
    hits = Signal(object)
    headings = Signal(dict)
    reveal = Signal(str)
    bring_in = Signal(str)
    show_panel = Signal(str)
    said = Signal(str)
    compare_over = Signal()

    def __init__(self, document: Document, selection: Selection, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._selection, self._theme = document, selection, theme
        self.live = Live(document, self)
        self._index = UseIndex(document, self)
        self.marks = MarksJoin(self)
        self.outline = Outline(self._node_icon)
        self.inspector = Inspector()
        self.checklist = ChecklistPanel(theme.icon)
        self.problems = ProblemsPanel(theme.icon)
        self.rules = RulesPanel(theme.icon)
        self.lowering = LoweringPanel(theme.icon)
        self.cases = CasesPanel(theme.icon)
        self.library = LibraryPanel(theme.icon)
        self.translation = TranslationPanel(theme.icon)
        self.since = SinceReviewPanel(theme.icon)
        self.history = HistoryPanel(document.stack)
        self.compare = ComparePanel(theme.icon)
        self.find = FindBar(theme.icon)
        self.review = ReviewStrip()
        self._editor = parent
        self._parts: PartsWindow | None = None
        self.going = self._make_going()
        self._join()
        theme.changed.connect(self._dress)
        self._dress()
        self._tell_headings()

    @property
    def parts(self) -> PartsWindow:
        """The window of the tree's own parts, made when it is first wanted: that is a third of opening the editor."""
        if self._parts is None:
            self._parts = self._make_parts()
        return self._parts

    def widgets(self) -> dict[str, QWidget]:
        """Return the panels by name, in the order in which they are offered."""
        return {
            "outline": self.outline,
            "inspector": self.inspector,
            "problems": self.problems,
            "checklist": self.checklist,
            "rules": self.rules,
            "lowering": self.lowering,
            "cases": self.cases,
            "library": self.library,
            "translation": self.translation,
            "find": self.find,
            "compare": self.compare,
            "since": self.since,
            "history": self.history,
        }

    def titles(self) -> dict[str, str]:
        """Return what each panel is called."""
        return {
            "outline": self.tr("Outline"),
            "inspector": self.tr("Inspector"),
            "problems": self.tr("Problems"),
            "checklist": self.tr("Checklist"),
            "rules": self.tr("Rules"),
            "lowering": self.tr("What can lower a result"),
            "cases": self.tr("Cases"),
            "library": self.tr("Library"),
            "translation": self.tr("Translation"),
            "find": self.tr("Find"),
            "compare": self.tr("Compare"),
            "since": self.tr("Since review"),
            "history": self.tr("History"),
        }

    def tab_titles(self) -> dict[str, str]:
        """Return what the tab of each panel says, which is short."""
        return self.titles() | {"lowering": self.tr("Can lower")}

    def marks_of_tabs(self) -> dict[str, str]:
        """Return the mark of each panel that can have one, which shows its state."""
        return {"problems": self.problems.mark(), "rules": self.rules.mark(), "cases": self.cases.mark()}

    # -- what the editor's commands ask for ------------------------------------------------------

    def sign_off(self) -> None:
        """Ask for a reviewer's signature."""
        self._review_join.sign()

    def take_typed(self) -> list[str]:
        """Take all that was typed in a form, and return what cannot be taken, each with the name of its field."""
        typed = self.inspector.take_typed() + (self._parts.take_typed() if self._parts is not None else [])
        return [f"{label}: {edits.shortened(text)}" for label, text in typed]

    def compare_with(self, path: Path) -> None:
        """Compare the open tree with a file."""
        self.show_panel.emit("compare")
        self._compare_join.with_path(path)

    def record_walk(self, walk: Walk) -> None:
        """Make a case of a finished walk.  ``KneetreeError`` where it has no result yet."""
        self.show_panel.emit("cases")
        self._cases_join.record(walk)

    def go_to(self, part: str, key: str, field: str = "") -> None:
        """Bring what has a part, an id and perhaps a field in front of the author."""
        self.going.go_to(part, key, field)

    # -- inner -----------------------------------------------------------------------------------

    def _make_going(self) -> Going:
        goals = Goals(
            self.inspector,
            self.problems,
            self.rules,
            self.lowering,
            self.cases,
            self.library,
            self.since,
            self.translation,
            self.find,
        )
        return Going(self._document, self._selection, self._index, goals, lambda: self.parts, self)

    def _make_parts(self) -> PartsWindow:
        with self._theme.while_many_are_made():
            parts, stack = PartsWindow(self._theme.icon, self._editor), self._document.stack
        undo, redo = stack.createUndoAction(parts), stack.createRedoAction(parts)
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo.setShortcuts([QKeySequence(keys) for keys in REDO_KEYS])
        parts.addActions([undo, redo])
        PartsJoin(self._document, parts, self._index).use_wanted.connect(self.go_to)
        dress(parts, self._theme)
        return parts

    def _join(self) -> None:
        document, selection, live, theme = self._document, self._selection, self.live, self._theme
        OutlineJoin(document, selection, self.outline, theme).bring_in.connect(self.bring_in)
        InspectorJoin(document, selection, self.inspector, self._index).said.connect(self.said)
        problems = ProblemsJoin(document, selection, live, self.problems, self.inspector, self._index)
        self.going.reveal.connect(self.reveal)
        self.going.show_panel.connect(self.show_panel)
        self.going.signature_wanted.connect(self.sign_off)
        ChecklistJoin(document, self.checklist).place_wanted.connect(self.going.go_to_item)
        rules = RulesJoin(document, live, self.rules, theme)
        lowering = LoweringJoin(document, live, self.lowering)
        self._cases_join = CasesJoin(document, live, self.cases, theme)
        self._review_join = ReviewJoin(document, live, self.review)
        self._review_join.go_wanted.connect(self.go_to)
        library = LibraryJoin(document, selection, self.library, self._index)
        self._translation_join = TranslationJoin(document, self.translation)
        self._since_join = SinceReviewJoin(document, live, self.since)
        self._since_join.go.connect(self.going.go_to_effect)
        find = FindJoin(document, self.find, self._index)
        compare = self._compare_join = CompareJoin(document, self.compare)
        self.outline.edit_wanted.connect(self.going.edit)
        problems.badges.connect(self.badges)
        problems.badges.connect(self.outline.model.show_badges)
        problems.place_wanted.connect(self.going.go_to_problem)
        marks = self.marks
        rules.path_wanted.connect(marks.path_of("rules"))
        rules.paths_wanted.connect(marks.paths_of("rules"))
        lowering.paths_wanted.connect(marks.paths_of("lowering"))
        self._cases_join.path_wanted.connect(marks.path_of("cases"))
        marks.paths.connect(self._on_paths)
        for told, mine in (
            (marks.untaken, self.untaken), (marks.differences, self.differences), (marks.hits, self.hits)
        ):  # fmt: skip
            told.connect(mine)
        for shown in (self.rules, self.lowering):
            shown.reveal_wanted.connect(self.going.go_to_parting)
        self._cases_join.untaken.connect(marks.take_untaken)
        library.use_wanted.connect(self.go_to)
        library.edit_wanted.connect(self.going.go_to_entry)
        library.translate_in(self._translation_join.language)
        self.going.language_wanted.connect(self._translation_join.choose)
        self.going.translation_wanted.connect(self._translation_join.go_to)
        self._translation_join.language_changed.connect(library.translate_in)
        self._translation_join.go.connect(self.going.go_to_original)
        self.library.translate_wanted.connect(self.going.show_translation)
        self.inspector.entry_wanted.connect(self.going.show_in_library)
        find.hits.connect(marks.take_hits)
        find.node_wanted.connect(self.going.show_node)
        find.place_wanted.connect(self.go_to)
        compare.differences.connect(marks.take_differences)
        compare.ghosts.connect(marks.take_ghosts)
        compare.over.connect(self.compare_over)
        self.compare.go.connect(self.go_to)
        for panel in (self.rules, self.lowering, self.cases):
            panel.go.connect(self.going.go_to_node)
        for news in (live.problems_found, live.rules_proved, live.lowerings_found, live.cases_run):
            news.connect(self._tell_headings)

    def _on_paths(self, path: list[object], other: list[object], parts_at: str, _of: str) -> None:
        if other or parts_at:
            self.show_two_paths.emit(path, other, parts_at)
        else:
            self.show_path.emit(path)

    def _tell_headings(self) -> None:
        self.headings.emit(self.heading_words())

    def heading_words(self) -> dict[str, str]:
        """Return the words for the tips of the tabs, with their counts."""
        return self.titles() | {
            "problems": self.problems.heading(),
            "rules": self.rules.heading(),
            "lowering": self.lowering.heading(),
            "cases": self.cases.heading(),
        }

    def _node_icon(self, name: str) -> QIcon:
        return self._theme.icon(name, name if name in _LEVELS else "muted")

    def _dress(self) -> None:
        for widget in (*self.widgets().values(), self.review, *filter(None, [self._parts])):
            dress(widget, self._theme)


def make_panels(document: Document, selection: Selection, theme: Theme, parent: QWidget) -> Panels:
    """Return the panels of an editor, which is their parent until it places them."""
    return Panels(document, selection, theme, parent)
