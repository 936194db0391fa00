"""Show which safety rules hold on every path, which could not be decided, and the shortest path that breaks one.

Beside the author's statement of the chosen rule is all that the rule says, in words that the program made.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kneetree.model.knowledge import Said
from kneetree.model.tree import Tree
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.strength import Strength
from kneetree.report.rule_words import rule_texts, rule_title
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.entry_panel import EntryPanel
from kneetree.ui.editor.panels.path_words import PathList, Step
from kneetree.ui.editor.panels.strength_words import strength_texts
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table
from kneetree.ui.language import told

_BROKEN, _UNDECIDED, _WAITING, _HOLDS = range(4)
"""The states of a rule, in the order in which they are shown."""


class RulesPanel(EntryPanel):
    """Each rule with its verdict.

    Signals: ``path_wanted(list)`` of pairs of node and answer, ended by pairs of leaf and "", empty
    for none; ``paths_wanted(list, list, str)`` of such pairs for the two people who break a rule, the more urgent
    one first, and the node where they part; ``reveal_wanted(str id)`` with that node.
    """

    path_wanted = Signal(list)
    paths_wanted = Signal(list, list, str)
    reveal_wanted = Signal(str)

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree: Tree | None = None
        self._verdicts: Mapping[str, Verdict] = {}
        self._trouble = ""
        self._strength: Strength | None = None
        self._needless: Collection[str] = ()
        self.count = QLabel(self.tr("Checking…"))
        self.count.setObjectName("panelCount")
        table = Table(self.tr("Safety rules"), [self.tr("State"), self.tr("Rule"), self.tr("Id")], icon)
        table.set_widths(12, 0, 24)
        self._take(table, self.tr("&Add a rule…"))
        self.detail = beside_table.detail_label()
        self.path = PathList(self.tr("Shortest path that breaks the rule"))
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        self._lay_out(row, beside_table.text_and_path(self.detail, self.tr("The chosen rule"), self.path, (1, 1)))
        self.table.picked.connect(self._on_row)
        self.path.go.connect(self.go)
        self._describe("")

    def show_rules(self, tree: Tree, verdicts: Mapping[str, Verdict], trouble: str = "") -> None:
        """Show all rules; one without a verdict is being checked, or cannot be for the reason in ``trouble``."""
        self._tree, self._verdicts, self._trouble = tree, verdicts, trouble
        self._strength = None
        self._show_lines()
        self.count.setText(self.summary())
        self._describe(self.table.current_key())
        self._light(self.table.current_key())

    def show_needless(self, rules: Collection[str]) -> None:
        """Mark the rules that hold without some of their conditions, as far as that is known."""
        if rules != self._needless:
            self._needless = rules
            self._show_lines()

    def show_strength(self, strength: Strength) -> None:
        """Show how strong a rule is, if it still is the chosen one."""
        if strength.rule_id == self.table.current_key():
            self._strength = strength
            self._describe(strength.rule_id)

    def heading(self) -> str:
        """Return the words for its tab."""
        broken, undecided, waiting = self._count()
        if broken:
            return self.tr("Rules: {n} broken").format(n=broken)
        if undecided:
            return self.tr("Rules: {n} not decided").format(n=undecided)
        if waiting or self._tree is None:
            return self.tr("Rules…")
        return self.tr("Rules {n} ok").format(n=len(self._tree.rules))

    def mark(self) -> str:
        """Return the mark for its tab."""
        broken, undecided, waiting = self._count()
        if broken:
            return "rule_broken"
        if undecided:
            return "warning"
        return "unsure" if waiting or self._tree is None or not self._tree.rules else "rule_ok"

    def _count(self) -> tuple[int, int, int]:
        """Return how many rules are broken, not decided, and not checked yet."""
        states = [self._state(key) for key in (self._tree.rules if self._tree is not None else ())]
        return states.count(_BROKEN), states.count(_UNDECIDED), states.count(_WAITING)

    def _state(self, key: str) -> int:
        verdict = self._verdicts.get(key)
        if verdict is None:
            return _WAITING
        return _UNDECIDED if verdict.holds is None else _HOLDS if verdict.holds else _BROKEN

    def summary(self) -> str:
        """Return how many hold, in words."""
        if self._tree is None or not self._tree.rules:
            return self.tr("No rules yet")
        broken, undecided, waiting = self._count()
        if broken:
            return self.tr("Broken: {broken} of {all}").format(broken=broken, all=len(self._tree.rules))
        if undecided:
            return self.tr("Not decided: {n} of {all}").format(n=undecided, all=len(self._tree.rules))
        if waiting:
            return self.tr("Checking…")
        return self.tr("All {all} hold").format(all=len(self._tree.rules))

    def _show_lines(self) -> None:
        if self._tree is not None:
            rules = sorted(self._tree.rules, key=lambda key: min(self._state(key), _WAITING))
            self.table.show_lines([self._line(key) for key in rules])

    def _line(self, key: str) -> Line:
        assert self._tree is not None
        state = {
            _BROKEN: Cell(self.tr("Broken"), "rule_broken", "danger"),
            _UNDECIDED: Cell(self.tr("Not decided"), "warning", "within_days"),
            _WAITING: Cell(self.tr("Not checked yet"), "unsure", "muted"),
            _HOLDS: Cell(self.tr("Holds"), "rule_ok", "self_care"),
        }[self._state(key)]
        if key in self._needless and self._state(key) == _HOLDS:
            spoken = self.tr("Holds, and would hold without some of its conditions")
            state = Cell(self.tr("Too narrow"), "warning", "within_days", spoken=spoken)
        return Line(key, (state, Cell(rule_title(self._tree, self._tree.rules[key])), Cell(key)))

    def _on_row(self, key: str) -> None:
        self._strength = None
        self._describe(key)
        verdict = self._light(key)
        if verdict is not None and verdict.parts_at:
            self.reveal_wanted.emit(verdict.parts_at)

    def _light(self, key: str) -> Verdict | None:
        """Have the map show how the chosen rule is broken, as far as that is known, and return what is known of it."""
        verdict = self._verdicts.get(key)
        ways = [[*((node, answer) for node, answer, _ in path), (leaf, "")] for path, leaf, _ in _paths(verdict)]
        if verdict is not None and len(ways) == 2:
            self.paths_wanted.emit(*ways, verdict.parts_at or "")
        else:
            self.path_wanted.emit(ways[0] if ways else [])
        return verdict

    def _describe(self, key: str) -> None:
        there = self._tree is not None and key in self._tree.rules
        self._enable_buttons(there)
        self.path.setVisible(False)
        if not there or self._tree is None:
            self.detail.setText(self.tr("Choose a rule to see whether it holds, and how it is broken."))
            return
        verdict = self._verdicts.get(key)
        statement = "\n\n".join(rule_texts(self._tree, self._tree.rules[key]))
        if verdict is None:
            self.detail.setText("\n\n".join(filter(None, (statement, self._trouble))))
        elif verdict.holds:
            holds = self.tr("{rule}\n\nIt holds for every walk that some person could take.").format(rule=statement)
            strength = strength_texts(self._tree, self._strength) if self._strength is not None else ()
            self.detail.setText("\n\n".join((holds, *strength)))
        elif verdict.holds is None:
            self.detail.setText("\n\n".join(filter(None, (statement, self.tr("Not decided."), told(verdict.reason)))))
        elif verdict.other_path is not None:
            words = self.tr("{rule}\n\nThese two people differ only in one fact: {fact}")
            self.detail.setText(words.format(rule=statement, fact=self._tree.statement(verdict.finding or "")))
            self._show_paths(self._tree, verdict)
        else:
            self.detail.setText(self.tr("{rule}\n\nThis is the shortest walk that breaks it:").format(rule=statement))
            self._show_paths(self._tree, verdict)

    def _show_paths(self, tree: Tree, verdict: Verdict) -> None:
        self.path.clear()
        paths = _paths(verdict)
        for place, (steps, leaf, said) in enumerate(paths):
            if len(paths) > 1:
                self.path.add_heading(
                    self.tr("The less urgent result:") if place else self.tr("The more urgent result:")
                )
            self.path.add_path(tree, steps, [leaf], said)
        self.path.setVisible(True)


def _paths(verdict: Verdict | None) -> list[tuple[tuple[Step, ...], str, Mapping[str, Said]]]:
    """Return the ways that break a rule, each with its leaf and what is said on it."""
    if verdict is None or verdict.holds is not False:
        return []
    both = (
        (verdict.path, verdict.leaf, verdict.answers),
        (verdict.other_path, verdict.other_leaf, verdict.other_answers),
    )
    return [(path, leaf, told) for path, leaf, told in both if path is not None and leaf is not None]
