"""Join the panel of problems with the document: badges on the map, the way to each place, quick fixes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.checks import Problem, remedies
from kneetree.errors import KneetreeError
from kneetree.ui.document.document import Document
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.panels.problem_words import problem_words
from kneetree.ui.editor.panels.problems import ProblemsPanel
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.language import told

MOST_REMEDIES = 500
"""Beyond so many problems a remedy is looked for only where it is asked for."""


class ProblemsJoin(QObject):
    """Keeps the panel, the map's badges and the inspector's note equal to the problems found.

    Signals: ``badges(dict)`` node id to "error" or "warning"; ``place_wanted(Problem)``.
    """

    badges = Signal(dict)
    place_wanted = Signal(object)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        live: Live,
        panel: ProblemsPanel,
        inspector: Inspector,
        index: UseIndex,
    ) -> None:
        super().__init__(panel)
        self._document, self._selection, self._live = document, selection, live
        self._panel, self._inspector, self._index = panel, inspector, index
        self._told: Mapping[str, str] = {}
        self._shown: tuple[list[Problem], list[Problem]] | None = None
        self._of_node: dict[str, list[Problem]] = {}
        index.changed.connect(self._on_uses)
        live.problems_found.connect(self.show)
        selection.changed.connect(self._show_of_node)
        panel.go.connect(self.place_wanted)
        panel.fix.connect(self._on_fix)
        panel.closer.connect(live.look_closely)

    def show(self) -> None:
        """Show what was found, errors first; where it is the same as before, only the words of its places anew."""
        tree, found = self._document.tree, self._live.problems
        problems = sorted(found, key=lambda problem: problem.level != "error")
        fixable = [problem for problem in problems[:MOST_REMEDIES] if remedies.remedy(tree, problem) is not None]
        if found and (found, fixable) == self._shown:
            self._panel.show_again(checked=self._live.checked)
            return
        self._shown = (found, fixable)
        self._panel.show_problems(tree, problems, fixable, checked=self._live.checked)
        worst: dict[str, str] = {}
        self._of_node = {}
        for problem in found:
            for node in self._nodes(problem):
                self._of_node.setdefault(node, []).append(problem)
                if worst.get(node) != "error":
                    worst[node] = problem.level
        if worst != self._told:
            self._told = worst
            self.badges.emit(worst)
        self._show_of_node()

    def _on_uses(self) -> None:
        """Show all anew next time: an entry without words may be shown by other nodes now."""
        self._shown = None

    def _nodes(self, problem: Problem) -> list[str]:
        """Return the nodes that wear a problem: its own, or those that show an entry without words."""
        if problem.node or problem.code != "not_written":
            return [problem.node] if problem.node else []
        return self._index.nodes_of(problem.part, problem.key)

    def _show_of_node(self) -> None:
        self._inspector.show_problems(
            [problem_words(one) for one in self._of_node.get(self._selection.current or "", ())]
        )

    def _words(self, remedy: remedies.Remedy) -> str:
        name = edits.quoted(self._document.tree, remedy.key)
        words = {
            "unreachable": self.tr("delete {node}, which nothing leads to"),
            "unused": self.tr("remove unused {node}"),
            "described_threshold": self.tr("remove the entry of {node}, which is a limit of a number"),
            "no_question_mark": self.tr("add a question mark to {node}"),
            "warning_capital": self.tr("begin {node} with a small letter"),
            "warning_full_stop": self.tr("take the full stop from {node}"),
            "same_wording": self.tr("use one entry instead of {node}"),
            "conditions_twice": self.tr("name each condition of {node} once"),
            "drawn_but_not_there": self.tr("forget what was drawn for {node}"),
        }
        return words[remedy.kind].format(node=name)

    def _on_fix(self, problem: Problem) -> None:
        remedy = remedies.remedy(self._document.tree, problem)
        if remedy is None:
            return
        try:
            self._document.do(remedy.change, self._words(remedy))
        except KneetreeError as error:
            self._panel.refuse(told(error))
