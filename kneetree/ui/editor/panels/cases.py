"""Show the cases, people whose result is known, with what the tree makes of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QLabel, QMenu, QTabWidget, QToolButton, QWidget

from kneetree.analysis.cases import walk_of
from kneetree.model.tree import Tree, Urgency
from kneetree.ui.editor.fields.buttons import tool
from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.found_keys import IntoFound
from kneetree.ui.editor.fields.text_editors import Line as TextLine
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.entry_panel import EntryPanel
from kneetree.ui.editor.panels.path_words import PathList
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table
from kneetree.ui.editor.panels.triage import TriageTable

if TYPE_CHECKING:
    from kneetree.analysis.cases import CaseResult, CasesSummary
    from kneetree.model.knowledge import Said

ALL, NOT_RIGHT, UNDER, OVER, NOT_FIRST, MISSED = range(6)


class CasesPanel(EntryPanel):
    """Every case with its result, the triage table and the figures.

    Signals: ``chosen(str case)`` whose path is to be shown, empty for none; ``coverage_wanted(bool)``;
    ``copy_wanted(object cases)`` copy the cases with these ids as rows; ``paste_wanted()`` paste rows.
    """

    chosen = Signal(str)
    coverage_wanted = Signal(bool)
    copy_wanted = Signal(object)
    paste_wanted = Signal()

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree: Tree | None = None
        self._results: Mapping[str, CaseResult] = {}
        self._summary: CasesSummary | None = None
        self.count = QLabel(self.tr("Running…"))
        self.count.setObjectName("panelCount")
        self.figures = QLabel()
        self.figures.setObjectName("quiet")
        self.figures.setTextFormat(Qt.TextFormat.PlainText)
        self.filter = Choice()
        self.filter.addItems([
            self.tr("All cases"), self.tr("Not right"), self.tr("Under-triage"), self.tr("Over-triage"),
            self.tr("Condition not first"), self.tr("Condition missed"),
        ])  # fmt: skip
        self.filter.setAccessibleName(self.tr("Which cases to show"))
        self.filter.setMinimumContentsLength(16)
        self.find_line = TextLine()
        self.find_line.setPlaceholderText(self.tr("Find a case"))
        self.find_line.setAccessibleName(self.tr("Find a case"))
        self.find_line.setClearButtonEnabled(True)
        self.coverage = QCheckBox(self.tr("Show &coverage on the map"))
        table = Table(
            self.tr("Cases"),
            [
                self.tr("Triage"),
                self.tr("Condition"),
                self.tr("Result"),
                self.tr("Asked"),
                self.tr("Id"),
                self.tr("Story"),
            ],
            icon,
        )
        table.set_widths(17, 13, 17, 8, 14)
        self._take(table, self.tr("&Add…"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows_button = tool("copy", self.tr("Rows"), self.tr("Copy cases as rows of a table, or paste rows"))
        self.rows_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rows_button.setMenu(self._menu(table))
        self.told = beside_table.detail_label()
        self.told.hide()
        self.path = PathList(self.tr("Path of the case"))
        self.triage = TriageTable(icon)
        self._build()
        self.table.picked.connect(self._on_row)
        self.filter.activated.connect(self._show_lines)
        self.find_line.textChanged.connect(self._show_lines)
        IntoFound(self.find_line, self.table)
        self.path.go.connect(self.go)
        self.coverage.toggled.connect(self.coverage_wanted)
        self._on_row("")

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for widget in (self.count, self.filter, self.find_line, self.coverage, self.rows_button):
            top.addWidget(widget)
        top.setStretch(2, 1)
        side = QTabWidget()
        side.setDocumentMode(True)
        side.addTab(self.path, self.tr("Path"))
        side.addTab(self.triage, self.tr("Triage table"))
        self._lay_out(top, side, self.figures, self.told)

    def _menu(self, table: Table) -> QMenu:
        menu = QMenu(self)
        for words, keys, do in (
            (self.tr("&Copy the selected cases as rows"), QKeySequence.StandardKey.Copy, self._on_copy),
            (self.tr("&Paste rows as cases"), QKeySequence.StandardKey.Paste, self.paste_wanted.emit),
        ):
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(do)
            table.addAction(action)
        return menu

    # -- values down -----------------------------------------------------------------------------

    def show_results(
        self,
        tree: Tree,
        results: Sequence[CaseResult],
        summary: CasesSummary,
        table: Mapping[Urgency, Mapping[Urgency, int]],
        under: Mapping[tuple[Urgency, Urgency], int],
    ) -> None:
        """Show what every case comes to now; ``table`` counts best level against result, ``under`` those too late."""
        self.triage.show_table(table, under, summary.total)
        self._tree, self._summary = tree, summary
        self._results = {result.id: result for result in results}
        self.count.setText(self.summary())
        self.figures.setText(self._figures())
        self._show_lines()
        self._show_path(self.table.current_key())

    def tell(self, sentence: str, *, refused: bool = False) -> None:
        """Say what came of rows that were copied or pasted, or why they were ``refused``."""
        self.told.setObjectName("refusal" if refused else "panelDetail")
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.told.style().polish(self.told)

    def heading(self) -> str:
        """Return the words for its tab."""
        if self._summary is None:
            return self.tr("Cases…")
        if self._summary.under_triaged:
            return self.tr("Cases: {n} under").format(n=self._summary.under_triaged)
        if self._summary.over_triaged:
            return self.tr("Cases: {n} over").format(n=self._summary.over_triaged)
        return self.tr("Cases {n} ok").format(n=self._summary.total - self._unsaid())

    def mark(self) -> str:
        """Return the mark for its tab."""
        if self._summary is None or not self._summary.total - self._unsaid():
            return "unsure"
        if self._summary.under_triaged:
            return "rule_broken"
        return "warning" if self._summary.over_triaged else "rule_ok"

    def summary(self) -> str:
        """Return how many are right, in words."""
        if self._summary is None or not self._summary.total:
            return self.tr("No cases yet")
        if self._summary.under_triaged:
            return self.tr("Under-triage: {n} of {all}").format(n=self._summary.under_triaged, all=self._summary.total)
        right = self._summary.triage_right - self._unsaid()
        return self.tr("{n} of {all} right").format(n=right, all=self._summary.total)

    def _unsaid(self) -> int:
        """Return how many cases do not say which levels would be right, so that none of them can be."""
        return sum(not self._expects(key) for key in self._results)

    def _expects(self, key: str) -> bool:
        case = self._tree.cases.get(key) if self._tree is not None else None
        return case is not None and bool(case.expect.urgency)

    def _figures(self) -> str:
        found = self._summary
        if found is None or not found.total:
            return self.tr("A case is a person whose result is known. Add one, or record a walk as a case.")
        return self.tr(
            "Over-triage {over}   Condition first {first}, listed {listed}   "
            "Questions: median {median}, most {most}   Conditions named: {mean:.1f}"
        ).format(
            over=found.over_triaged, first=found.condition_first, listed=found.condition_listed,
            median=found.median_questions, most=found.max_questions, mean=found.mean_conditions,
        )  # fmt: skip

    def go_to(self, key: str) -> None:
        """Make a case the current one, also one that the filter hides."""
        if key not in self.table.ids():
            self.filter.setCurrentIndex(ALL)
            self.find_line.clear()
            self._show_lines()
        self.table.go_to(key)

    # -- inner -----------------------------------------------------------------------------------

    def _show_lines(self, *_: object) -> None:
        if self._tree is None:
            return
        wanted = self.find_line.text().casefold()
        rank = {"under": 0, "over": 1, "right": 2}
        shown = [result for result in self._results.values() if self._wanted(result, wanted)]
        shown.sort(key=lambda result: rank.get(result.triage, 2))
        self.table.show_lines([self._line(result) for result in shown])

    def _wanted(self, result: CaseResult, text: str) -> bool:
        assert self._tree is not None
        passed = {
            ALL: True,
            NOT_RIGHT: result.triage != "right" or not self._expects(result.id),
            UNDER: result.triage == "under",
            OVER: result.triage == "over",
            NOT_FIRST: result.condition in ("listed", "missed"),
            MISSED: result.condition == "missed",
        }[self.filter.currentIndex()]
        case = self._tree.cases.get(result.id)
        return passed and (
            not text or text in result.id.casefold() or (case is not None and text in case.story.casefold())
        )

    def _line(self, result: CaseResult) -> Line:
        assert self._tree is not None
        triage = {
            "right": Cell(self.tr("Right"), "rule_ok", "self_care"),
            "under": Cell(self.tr("Under-triage"), "rule_broken", "danger"),
            "over": Cell(self.tr("Over-triage"), "warning", "within_days"),
        }[result.triage]
        if not self._expects(result.id):
            triage = Cell(self.tr("None expected"))
        condition = {
            "first": Cell(self.tr("First"), "yes", "self_care"),
            "listed": Cell(self.tr("Listed"), "known", "muted"),
            "missed": Cell(self.tr("Missed"), "no", "danger"),
            "none": Cell(self.tr("None expected")),
        }[result.condition]
        case = self._tree.cases.get(result.id)
        urgency = Cell(urgency_word(result.urgency), result.urgency.value, result.urgency.value)
        story = " ".join(case.story.split()) if case is not None else ""
        return Line(result.id, (triage, condition, urgency, Cell(str(result.questions)), Cell(result.id), Cell(story)))

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.table.chosen_keys())

    def _on_row(self, key: str) -> None:
        self._show_path(key)
        self.chosen.emit(key)

    def _told(self, key: str) -> Mapping[str, Said]:
        """Return what the person of a case says on the way, as the tree is now."""
        case = self._tree.cases.get(key) if self._tree is not None else None
        return walk_of(self._tree, case).told if self._tree is not None and case is not None else {}

    def _show_path(self, key: str) -> None:
        result = self._results.get(key)
        self._enable_buttons(result is not None)
        if self._tree is not None and result is not None:
            steps = [(step.node, step.answer.value, step.how) for step in result.steps]
            self.path.show_path(self._tree, steps, result.leaves, self._told(key))
        else:
            self.path.clear()
