"""Show what differs from another file or from what was saved, and for which people."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from kneetree.analysis.difference import Diff, Difference, Result, ResultChange
from kneetree.model.tree import Tree
from kneetree.ui.editor.entry_words import field_word
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.labels import finding_name, part_word, title_of, urgency_word
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table

_ICONS = {
    "added": ("plus", "self_care"),
    "removed": ("delete", "danger"),
    "changed": ("edit", "routine"),
    "rerouted": ("chevron_right", "within_days"),
    "renamed": ("note", "muted"),
}


class ComparePanel(QWidget):
    """The open tree against another.

    Signals: ``saved_wanted()``, ``file_wanted()`` compare with these; ``ended()`` stop comparing;
    ``go(str part, str key)`` to what differs.
    """

    saved_wanted = Signal()
    file_wanted = Signal()
    ended = Signal()
    go = Signal(str, str)

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, tuple[str, str]] = {}
        self.state = QLabel()
        self.state.setObjectName("panelCount")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.saved_button = push(self.tr("With what was &saved"), "save")
        self.file_button = push(self.tr("With a f&ile…"), "open")
        self.end_button = push(self.tr("S&top comparing"))
        self.parts = Table(
            self.tr("Differences"), [self.tr("What"), self.tr("Part"), self.tr("Name"), self.tr("Fields")], icon
        )
        self.parts.set_widths(14, 14, 50)
        self.results = Table(
            self.tr("Results that change"), [self.tr("Person"), self.tr("Before"), self.tr("Now")], icon
        )
        self.results.set_widths(40, 44)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.parts, "")
        self.tabs.addTab(self.results, "")
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        for button in (self.saved_button, self.file_button, self.end_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.tabs, 1)
        self.setFocusProxy(self.saved_button)
        self.saved_button.clicked.connect(self.saved_wanted)
        self.file_button.clicked.connect(self.file_wanted)
        self.end_button.clicked.connect(self.ended)
        self.parts.opened.connect(self._on_open)
        self.results.opened.connect(self._on_open)
        self.show_nothing(self.tr("Choose what to compare the open tree with."))

    def show_nothing(self, sentence: str) -> None:
        """Show no comparison, but why there is none or what to do."""
        self.state.setText(sentence)
        self._places = {}
        self.parts.show_lines([])
        self.results.show_lines([])
        self._name_tabs()
        self.end_button.setEnabled(False)

    def show_diff(self, old: Tree, new: Tree, diff: Diff, other: str) -> None:
        """Show how ``new`` differs from ``old``, which is called ``other``."""
        self._places = {}
        shown = [part for part in diff.parts if part.part != "layout"]
        self.parts.show_lines([self._part_line(part) for part in shown])
        cases = [self._result_line(old, new, change, "case") for change in diff.cases]
        findings = [self._result_line(old, new, change, "finding") for change in diff.findings]
        self.results.show_lines([*cases, *findings])
        words = self.tr("Compared with {other}: no difference") if not diff else self.tr("Compared with {other}")
        self.state.setText(words.format(other=other))
        self._name_tabs()
        self.end_button.setEnabled(True)

    def _name_tabs(self) -> None:
        self.tabs.setTabText(0, self.tr("Differences: {n}").format(n=len(self.parts.ids())))
        self.tabs.setTabText(1, self.tr("Results that change: {n}").format(n=len(self.results.ids())))

    def _part_line(self, part: Difference) -> Line:
        icon, role = _ICONS[part.kind]
        words = {
            "added": self.tr("Added"),
            "removed": self.tr("Removed"),
            "changed": self.tr("Changed"),
            "rerouted": self.tr("Leads elsewhere"),
            "renamed": self.tr("Renamed"),
        }[part.kind]
        name = " ".join((part.title or part.key).split())
        if part.was:
            name = self.tr("{old} is now {new}").format(old=part.was, new=part.key)
        fields = ", ".join(field_word(change.field) for change in part.fields)
        key = f"{part.part}|{part.key}|{part.kind}"
        if part.kind != "removed":
            self._places[key] = (part.part, part.key)
        kind = part_word(part.part) if part.key or part.part in ("about", "start") else field_word(part.part)
        return Line(key, (Cell(words, icon, role), Cell(kind.capitalize()), Cell(name), Cell(fields)))

    def _result_line(self, old: Tree, new: Tree, change: ResultChange, part: str) -> Line:
        key = f"{part}|{change.id}"
        name = self.tr("Case {id}").format(id=change.id)
        if part == "finding":
            name = self.tr("Only this: {finding}").format(finding=finding_name(new, change.id))
        if change.id in new.parts[part]:
            self._places[key] = (part, change.id)
        return Line(key, (Cell(name), self._told(old, change.before), self._told(new, change.after)))

    def _told(self, tree: Tree, result: Result | None) -> Cell:
        if result is None:
            return Cell(self.tr("No result"))
        names = ", ".join(title_of(tree, leaf) for leaf in result.leaves)
        return Cell(f"{urgency_word(result.urgency)}: {names}", result.urgency.value, result.urgency.value)

    def _on_open(self, key: str) -> None:
        if key in self._places:
            self.go.emit(*self._places[key])
