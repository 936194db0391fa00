"""Show what differs from another file or from what was saved, and for which people."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from kneetree.analysis import difference
from kneetree.analysis.difference import Diff, Difference, Result, ResultChange
from kneetree.analysis.side_by_side import in_words
from kneetree.model.tree import Tree
from kneetree.ui.editor.entry_words import LIBRARY, field_word
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.labels import entry_title, finding_name, part_word, title_of, urgency_word
from kneetree.ui.editor.panels.beside_table import next_to
from kneetree.ui.editor.panels.side_by_side import SideBySide
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table
from kneetree.ui.style.text_labels import nested

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
        self._shown: dict[str, Difference] = {}
        self._trees: tuple[Tree, Tree] | None = None
        self.state = QLabel()
        self.state.setObjectName("panelCount")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.saved_button = push(self.tr("With what was &saved"), "save")
        self.file_button = push(self.tr("With a f&ile…"), "open")
        self.end_button = push(self.tr("S&top comparing"))
        self.parts = Table(
            self.tr("Differences"), [self.tr("What"), self.tr("Part"), self.tr("Name"), self.tr("Fields")], icon
        )
        self.parts.set_widths(12, 12, 0, 14)
        self.results = Table(
            self.tr("Results that change"), [self.tr("Person"), self.tr("Before"), self.tr("Now")], icon
        )
        self.results.set_widths(30, 34)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.texts = SideBySide()
        self.tabs.addTab(next_to(self.parts, self.texts, (1, 1)), "")
        self.tabs.addTab(self.results, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        row = nested(column, QHBoxLayout())
        row.addWidget(self.state, 1)
        for button in (self.saved_button, self.file_button, self.end_button):
            row.addWidget(button)
        column.addWidget(self.tabs, 1)
        self.setFocusProxy(self.saved_button)
        self.saved_button.clicked.connect(self.saved_wanted)
        self.file_button.clicked.connect(self.file_wanted)
        self.end_button.clicked.connect(self.ended)
        self.parts.picked.connect(self._on_row)
        self.parts.opened.connect(self._on_open)
        self.results.opened.connect(self._on_open)
        self.show_nothing(self.tr("Choose what to compare the open tree with."))

    def show_nothing(self, sentence: str) -> None:
        """Show, in place of a comparison, why there is none or what to do."""
        self.state.setText(sentence)
        self._places, self._shown, self._trees = {}, {}, None
        self.parts.show_lines([])
        self.texts.show_rows([])
        self.results.show_lines([])
        self._name_tabs()
        self.end_button.setEnabled(False)

    def show_diff(self, old: Tree, new: Tree, diff: Diff, other: str) -> None:
        """Show how ``new`` differs from ``old``, which is called ``other``."""
        self._places, self._trees = {}, (old, new)
        shown = [part for part in diff.parts if part.part != "layout"]
        self._shown = {_key(part): part for part in shown}
        self.parts.show_lines([self._part_line(part) for part in shown])
        if not self.parts.current_key() and shown:
            self.parts.go_to(_key(shown[0]))
        self._on_row(self.parts.current_key())
        cases = [self._result_line(old, new, change, "case") for change in diff.cases]
        findings = [self._result_line(old, new, change, "finding") for change in diff.findings]
        self.results.show_lines([*cases, *findings])
        words = self.tr("Before: {other}. Now: the open tree as it is.")
        if not diff:
            words += " " + self.tr("There is no difference.")
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
        key = _key(part)
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

    def _on_row(self, key: str) -> None:
        part = self._shown.get(key)
        if part is None or self._trees is None:
            self.texts.show_rows([])
            return
        old, new = self._trees
        rows = [
            (field_word(change.field).capitalize(), _told(old, change.before), _told(new, change.after))
            for change in part.fields
        ]
        if part.was:
            rows.append((self.tr("Id"), part.was, part.key))
        elif part.kind in ("added", "removed") and part.key:
            before, after = (_entry(tree, part) for tree in (old, new))
            named = dict.fromkeys([*before, *after])
            rows = [(field_word(name).capitalize(), before.get(name, ""), after.get(name, "")) for name in named]
        self.texts.show_rows([row for row in rows if row[1] or row[2]])

    def _on_open(self, key: str) -> None:
        if key in self._places:
            self.go.emit(*self._places[key])


def _key(part: Difference) -> str:
    return f"{part.part}|{part.key}|{part.kind}"


def _told(tree: Tree, value: object) -> str:
    """Return a value of a field in words, with what each id in it is called."""
    return in_words(value, lambda text: _named(tree, text))


def _named(tree: Tree, text: str) -> str:
    if text in tree.nodes:
        return title_of(tree, text)
    part = next((part for part in LIBRARY if text in tree.parts.get(part, {})), None)
    return entry_title(tree, part, text) if part is not None else text


def _entry(tree: Tree, part: Difference) -> dict[str, str]:
    """Return the fields of an entry that a tree has, in words; none if it has no such entry."""
    values = difference.fields_of(tree, part.part, part.key)
    return {name: _told(tree, value) for name, value in values.items()}
