"""Show which safety rules hold on every path, and the shortest path that breaks one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneetree.model.tree import Tree
from kneetree.proof.safety_rules import Verdict
from kneetree.ui.editor.panels.entry_panel import EntryPanel
from kneetree.ui.editor.panels.path_words import PathList
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table


class RulesPanel(EntryPanel):
    """Each rule with its verdict.

    Signals: ``path_wanted(list)`` of pairs of node and answer, ended by pairs of leaf and "", empty
    for none.
    """

    path_wanted = Signal(list)

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree: Tree | None = None
        self._verdicts: Mapping[str, Verdict] = {}
        self._trouble = ""
        self.count = QLabel(self.tr("Checking ..."))
        self.count.setObjectName("panelCount")
        table = Table(self.tr("Safety rules"), [self.tr("State"), self.tr("Rule"), self.tr("Id")], icon)
        table.set_widths(12, 0, 24)
        self._take(table, self.tr("&Add a rule ..."))
        self.detail = QLabel()
        self.detail.setObjectName("panelDetail")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setMargin(4)
        self.path = PathList(self.tr("Shortest path that breaks the rule"))
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.detail)
        beside.addWidget(self.path, 1)
        beside.addStretch(0)
        self._lay_out(row, side)
        self.table.picked.connect(self._on_row)
        self.path.go.connect(self.go)
        self._describe("")

    def show_rules(self, tree: Tree, verdicts: Mapping[str, Verdict], trouble: str = "") -> None:
        """Show all rules; one without a verdict is being checked, or cannot be for the reason in ``trouble``."""
        self._tree, self._verdicts, self._trouble = tree, verdicts, trouble
        rules = sorted(tree.rules, key=self._rank)
        self.table.show_lines([self._line(key) for key in rules])
        self.count.setText(self.summary())
        self._describe(self.table.current_key())

    def heading(self) -> str:
        """Return the words for its tab."""
        broken, waiting = self._count()
        if broken:
            return self.tr("Rules: {n} broken").format(n=broken)
        if waiting or self._tree is None:
            return self.tr("Rules ...")
        return self.tr("Rules {n} ok").format(n=len(self._tree.rules))

    def _count(self) -> tuple[int, int]:
        rules = self._tree.rules if self._tree is not None else {}
        broken = sum(1 for key in rules if key in self._verdicts and not self._verdicts[key].holds)
        return broken, sum(1 for key in rules if key not in self._verdicts)

    def summary(self) -> str:
        """Return how many hold, in words."""
        if self._tree is None or not self._tree.rules:
            return self.tr("No rules yet")
        broken, waiting = self._count()
        if broken:
            return self.tr("Broken: {broken} of {all}").format(broken=broken, all=len(self._tree.rules))
        if waiting:
            return self.tr("Checking ...")
        return self.tr("All {all} hold").format(all=len(self._tree.rules))

    def _rank(self, key: str) -> int:
        verdict = self._verdicts.get(key)
        return 1 if verdict is None or verdict.holds else 0

    def _line(self, key: str) -> Line:
        assert self._tree is not None
        verdict = self._verdicts.get(key)
        if verdict is None:
            state = Cell(self.tr("Checking"), "unsure", "muted")
        elif verdict.holds:
            state = Cell(self.tr("Holds"), "rule_ok", "self_care")
        else:
            state = Cell(self.tr("Broken"), "rule_broken", "danger")
        return Line(key, (state, Cell(self._tree.rules[key].statement), Cell(key)))

    def _on_row(self, key: str) -> None:
        self._describe(key)
        verdict = self._verdicts.get(key)
        broken = verdict is not None and not verdict.holds
        steps = list(verdict.path or ()) if broken and verdict is not None else []
        self.path_wanted.emit(
            [*steps, (verdict.leaf, "")] if broken and verdict is not None and verdict.leaf else steps
        )

    def _describe(self, key: str) -> None:
        there = self._tree is not None and key in self._tree.rules
        self._enable_buttons(there)
        self.path.setVisible(False)
        if not there or self._tree is None:
            self.detail.setText(self.tr("Choose a rule to see whether it holds, and how it is broken."))
            return
        verdict = self._verdicts.get(key)
        statement = self._tree.rules[key].statement
        if verdict is None:
            self.detail.setText("\n\n".join(filter(None, (statement, self._trouble))))
        elif verdict.holds:
            self.detail.setText(
                self.tr("{rule}\n\nIt holds for every walk that some person could take.").format(rule=statement)
            )
        else:
            self.detail.setText(self.tr("{rule}\n\nThis is the shortest walk that breaks it:").format(rule=statement))
            self.path.show_path(self._tree, verdict.path or (), [verdict.leaf] if verdict.leaf else [])
            self.path.setVisible(True)
