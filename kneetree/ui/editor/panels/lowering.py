"""Show what can lower a result: the findings whose presence makes somebody less urgent, the worst first.

Beside the table is whom the chosen finding concerns: two people who differ only in it, what they answer, and
where their paths part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kneetree.model.scales import fact_of, threshold_of
from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.proof.lowering import Fall, Lowering, worst_first
from kneetree.report import facts
from kneetree.report.rule_words import rule_title
from kneetree.ui.editor.labels import title_of, urgency_word
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.path_words import PathList
from kneetree.ui.editor.panels.table import Cell, Icon, LateLine, Line, Table

_IN_ROW = 6
"""The most facts about two people in their row; all of them are told beside the table."""


class LoweringPanel(QWidget):
    """Each finding that can lower a result, or of which that is not decided.

    Signals: ``go(str id)`` to a node; ``picked(str finding)``, empty for none; ``paths_wanted(list, list, str)`` of
    pairs of node and answer for the two people, the more urgent one first, and the node where they part;
    ``reveal_wanted(str id)`` when a person has chosen a row, with that node.
    """

    go = Signal(str)
    picked = Signal(str)
    paths_wanted = Signal(list, list, str)
    reveal_wanted = Signal(str)

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree: Tree | None = None
        self._shown: Mapping[str, Lowering] = {}
        self._rules: Mapping[tuple[str, bool], Rule] = {}
        self._whole = False
        self._trouble = ""
        self._smallest: tuple[str, Fall] | None = None
        self.count = QLabel(self.summary())
        self.count.setObjectName("panelCount")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        headings = [self.tr("From"), self.tr("To"), self.tr("Finding"), self.tr("Settled by"), self.tr("Concerns")]
        self.table = Table(self.tr("What can lower a result"), headings, icon)
        self.table.set_widths(16, 16, 0, 18, 30)
        self.detail = beside_table.detail_label()
        self.path = PathList(self.tr("The paths of the two people"))
        self.setFocusProxy(self.table)
        self._lay_out()
        self.table.picked.connect(self._on_row)
        self.table.opened.connect(self._on_opened)
        self.path.go.connect(self.go)
        self._describe()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        side = beside_table.text_and_path(self.detail, self.tr("The chosen finding"), self.path, (3, 2))
        beside_table.lay_out(self, row, self.table, side)

    # -- showing ---------------------------------------------------------------------------------

    def show_lowerings(self, tree: Tree, found: Mapping[str, Lowering], *, whole: bool, trouble: str = "") -> None:
        """Show what can lower a result; there is more to come unless ``whole``, and nothing if there is ``trouble``."""
        self._tree, self._whole, self._trouble = tree, whole, trouble
        self._shown = {} if trouble else dict(sorted(found.items(), key=lambda one: worst_first(one[1])))
        self._smallest = None
        self._rules = _rules_for_everybody(tree)
        rows, shown = _Rows(tree, self._rules), (one for one in self._shown.values() if one.lowers is not False)
        lines = [LateLine(one.finding, partial(rows.line, one)) for one in shown]
        self.table.show_lines(lines)
        self.count.setText(self.summary())
        self._describe()

    def show_smallest(self, finding: str, fall: Fall) -> None:
        """Show the smallest person of the chosen finding, if it still is the chosen one."""
        if finding == self.table.current_key():
            self._smallest = finding, fall
            self._describe()
            if self.isVisible():
                self._light()

    def heading(self) -> str:
        """Return the words for its tab."""
        lowering, undecided = self._counts()
        if self._trouble:
            return self.tr("Can lower: not decided")
        if lowering or self._whole:
            return self.tr("Can lower: {n}").format(n=lowering or undecided)
        return self.tr("Can lower…")

    def summary(self) -> str:
        """Return how many can lower a result, in words."""
        if self._trouble:
            return self.tr("Not decided. {reason}").format(reason=self._trouble)
        lowering, undecided = self._counts()
        if not self._whole and not self._shown:
            return self.tr("Checking…")
        if not self._shown:
            return self.tr("The tree asks about no finding yet")
        if undecided:
            words = self.tr("Can lower a result: {n} of {all}. Not decided: {open}")
            return words.format(n=lowering, all=len(self._shown), open=undecided)
        if not lowering:
            return self.tr("No finding can lower a result")
        return self.tr("Can lower a result: {n} of {all}").format(n=lowering, all=len(self._shown))

    def _counts(self) -> tuple[int, int]:
        states = [one.lowers for one in self._shown.values()]
        return states.count(True), states.count(None)

    # -- the chosen one --------------------------------------------------------------------------

    def _on_row(self, key: str) -> None:
        self._smallest = None
        self._describe()
        self._light()
        fall = self._fall()
        if fall is not None and fall.parts_at:
            self.reveal_wanted.emit(fall.parts_at)
        self.picked.emit(key)

    def _on_opened(self, _key: str) -> None:
        fall = self._fall()
        if fall is not None and fall.parts_at:
            self.go.emit(fall.parts_at)

    def _fall(self) -> Fall | None:
        key = self.table.current_key()
        if self._smallest is not None and self._smallest[0] == key:
            return self._smallest[1]
        one = self._shown.get(key)
        return one.fall if one is not None else None

    def _light(self) -> None:
        """Ask for the two paths on the map, or for none."""
        fall = self._fall()
        if fall is None:
            self.paths_wanted.emit([], [], "")
            return
        more, less = (
            [*((node, answer) for node, answer, _ in path.steps), (path.leaf, "")]
            for path in (fall.without, fall.having)
        )
        self.paths_wanted.emit(more, less, fall.parts_at or "")

    def _describe(self) -> None:
        one, tree, fall = self._shown.get(self.table.current_key()), self._tree, self._fall()
        self.path.setVisible(fall is not None)
        self.path.clear()
        if one is None or tree is None:
            self.detail.setText(self.tr("Choose a finding to see whose result it lowers, and where the paths part."))
            return
        texts = [_statement(tree, one.finding, one.value), self._why(tree, one)]
        if fall is None or not _there(tree, fall):
            self.path.setVisible(False)
            texts.append(
                self.tr("It could not be decided whether this lowers a result; the tree is too hard for that.")
            )
            self.detail.setText("\n\n".join(filter(None, texts)))
            return
        texts.append(self._two_people(tree, fall))
        if not one.exact:
            texts.append(self.tr("There may be somebody whose result it lowers further."))
        self.detail.setText("\n\n".join(filter(None, texts)))
        for path, words in (
            (fall.without, self.tr("Without it: {level}")),
            (fall.having, self.tr("With it: {level}")),
        ):
            self.path.add_heading(words.format(level=urgency_word(tree.leaf(path.leaf).urgency)))
            self.path.add_path(tree, path.steps, [path.leaf], path.said)

    def _why(self, tree: Tree, one: Lowering) -> str:
        """Return what the author has said about the finding."""
        rule, entry = self._rules.get((one.finding, one.value)), tree.findings.get(one.finding)
        if rule is not None:
            return self.tr("A rule says that it never does: {rule}").format(rule=rule_title(tree, rule))
        if entry is not None and entry.reassures:
            return self.tr("It may lower a result, because it reassures: {why}").format(why=entry.reassures)
        return self.tr("No rule says that it never lowers a result, and it is not marked as reassuring.")

    def _two_people(self, tree: Tree, fall: Fall) -> str:
        """Return in words what the two people answer and get, and where they part."""
        both = tuple(_others(tree, fall))
        more, less = (urgency_word(tree.leaf(path.leaf).urgency) for path in (fall.without, fall.having))
        told = (
            self.tr("Two people both say: {facts}.").format(facts="; ".join(both))
            if both
            else self.tr("Two people have nothing else that is unusual.")
        )
        first, second = _statement(tree, fall.finding, not fall.value), _statement(tree, fall.finding, fall.value)
        differ = self.tr(
            "For one of them: {first}. The result is “{more}”. For the other: {second}. The result is “{less}”."
        )
        sentences = [told, differ.format(first=first, more=more, second=second, less=less)]
        if fall.parts_at in tree.nodes:
            sentences.append(self.tr("Their paths part at “{node}”.").format(node=title_of(tree, fall.parts_at)))
        if self._smallest is None:
            sentences.append(self.tr("Looking for the simplest such people…"))
        return " ".join(sentences)


class _Rows(NamedTuple):
    """What the rows are made of; no widget, since what makes a row must not keep the panel that shows it alive."""

    tree: Tree
    rules: Mapping[tuple[str, bool], Rule]

    def line(self, one: Lowering) -> Line:
        """Return the row of a finding."""
        said = Cell(_statement(self.tree, one.finding, one.value))
        settled = self._settled(one)
        if one.lowers is None or one.high is None or one.low is None:
            open_words = QCoreApplication.translate("LoweringPanel", "Not decided")
            return Line(one.finding, (Cell(open_words, "warning", "within_days"), Cell(""), said, settled, Cell("")))
        concerns = Cell(_shortly(self.tree, one.fall) if one.fall else "")
        return Line(one.finding, (_level(one.high), _level(one.low), said, settled, concerns))

    def _settled(self, one: Lowering) -> Cell:
        entry = self.tree.findings.get(one.finding)
        if self.rules.get((one.finding, one.value)) is not None:
            icon, role = ("rule_broken", "danger") if one.lowers else ("rule_ok", "self_care")
            return Cell(QCoreApplication.translate("LoweringPanel", "A rule"), icon, role)
        if entry is not None and entry.reassures:
            return Cell(QCoreApplication.translate("LoweringPanel", "It reassures"), "info", "muted")
        return Cell(QCoreApplication.translate("LoweringPanel", "Nothing yet"), "unsure", "muted")


def _level(level: Urgency) -> Cell:
    return Cell(urgency_word(level), level.value, level.value)


def _rules_for_everybody(tree: Tree) -> dict[tuple[str, bool], Rule]:
    """Return the rules that say that a value of a finding never lowers a result, for any person."""
    found: dict[tuple[str, bool], Rule] = {}
    for rule in tree.rules.values():
        for finding, value in (rule.never_lowers or {}).items() if not rule.given else ():
            found.setdefault((finding, value), rule)
    return found


def _statement(tree: Tree, finding: str, value: bool) -> str:
    """Return one value of a finding or threshold, as people read it."""
    words = tree.statement(finding, value).rstrip(".")
    return words if value or threshold_of(finding, tree.scales) else facts.line(tree, finding, False)


def _shortly(tree: Tree, fall: Fall) -> str:
    """Return the first facts that both people say: nobody reads more in a row, and a long way has hundreds."""
    told = list(islice(_others(tree, fall), _IN_ROW + 1))
    return "; ".join(told if len(told) <= _IN_ROW else [*told[:_IN_ROW], "\u2026"])


def _others(tree: Tree, fall: Fall) -> Iterator[str]:
    """Yield the facts that both people say and that are worth saying: numbers, and what is not as usual."""
    apart, having, without = fact_of(fall.finding, tree.scales), fall.having.said, fall.without.said
    names = chain(without, (name for name in having if name not in without))
    known = (name for name in names if name != apart and (name in tree.findings or name in tree.scales))
    said = ((name, having[name] if name in having else without[name]) for name in known)
    return (words.rstrip(".") for words in facts.each_unusual(tree, said))


def _there(tree: Tree, fall: Fall) -> bool:
    """Return whether the leaves of both people are still there; an edit may have come in between."""
    return all(path.leaf in tree.nodes for path in (fall.without, fall.having))
