"""Show what is wrong with the tree, where, and whether it can be mended at once.

The panel shows problems in the order given and says which one a person wants to see or have mended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneetree.model.tree import Tree
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.labels import entry_title, part_word, title_of
from kneetree.ui.editor.panels.table import Cell, Icon, LateLine, Line, Table

if TYPE_CHECKING:
    from kneetree.checks import Problem

ERROR_ICON, WARNING_ICON = "rule_broken", "warning"


class ProblemsPanel(QWidget):
    """All problems of the tree, those of a kind together, the kinds with errors first.

    Signals: ``go(Problem)`` to the field that has it, at one click; ``fix(Problem)``; ``closer()`` what takes long to
    find is wanted too.
    """

    go = Signal(object)
    fix = Signal(object)
    closer = Signal()

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: dict[str, Problem] = {}
        self._fixable: Collection[str] = ()
        self._alike: Mapping[str, int] = {}
        self._first: Mapping[str, str] = {}
        self._checked = False
        self.count = QLabel(self.summary())
        self.count.setObjectName("panelCount")
        self.closer_button = push(self.tr("Look closer at the rules"), "find")
        self.closer_button.setToolTip(self.tr("Also finds rules with conditions that are not needed; takes a while"))
        self.closer_button.clicked.connect(self.closer)
        self.fix_button = push(self.tr("Fi&x this"), "edit")
        self.go_button = push(self.tr("&Go there"), "chevron_right")
        self.table = Table(self.tr("Problems"), [self.tr("Level"), self.tr("Where"), self.tr("What is wrong")], icon)
        self.table.set_widths(16, 34)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.closer_button)
        row.addWidget(self.go_button)
        row.addWidget(self.fix_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._on_row)
        self.table.opened.connect(self._go)
        self.table.clicked.connect(self._go)
        self.go_button.clicked.connect(self._go)
        self.fix_button.clicked.connect(self._fix)
        self._on_row("")

    def show_problems(
        self, tree: Tree, problems: Sequence[Problem], fixable: Collection[Problem], *, checked: bool = True
    ) -> None:
        """Show what is wrong; ``fixable`` has one certain remedy, ``checked`` says that there is no more to come."""
        self._checked = checked
        self._problems = {key_of(problem): problem for problem in by_kind(problems)}
        self._fixable = {key_of(problem) for problem in fixable}
        self._alike = Counter(problem.code for problem in self._problems.values())
        self._first = {problem.code: key for key, problem in reversed(self._problems.items())}
        self.table.show_lines([
            LateLine(key, partial(self._line, tree, key, problem)) for key, problem in self._problems.items()
        ])  # fmt: skip
        self.count.setText(self.summary())
        self._on_row(self.table.current_key())

    def show_again(self, *, checked: bool) -> None:
        """Show the same problems, which are where they were, with the words that their places have now."""
        self._checked = checked
        self.table.lines_model.make_again()
        self.count.setText(self.summary())

    def refuse(self, sentence: str) -> None:
        """Say why a fix was not taken."""
        self.count.setText(sentence)

    def heading(self) -> str:
        """Return the words for its tab."""
        if not self._checked and not self._problems:
            return self.tr("Problems…")
        return self.tr("Problems {n}").format(n=len(self._problems))

    def summary(self) -> str:
        """Return how many there are of which level, in words."""
        errors = sum(problem.level == "error" for problem in self._problems.values())
        warnings = len(self._problems) - errors
        if not self._checked and not self._problems:
            return self.tr("Checking…")
        if not self._problems:
            return self.tr("No problems")
        return self.tr("Errors: {errors}   Warnings: {warnings}").format(errors=errors, warnings=warnings)

    def _line(self, tree: Tree, key: str, problem: Problem) -> Line:
        error = problem.level == "error"
        level = (
            Cell(self.tr("Error"), ERROR_ICON, "danger")
            if error
            else Cell(self.tr("Warning"), WARNING_ICON, "within_days")
        )
        where = self._where(tree, problem)
        fixable = self.tr("  (can be fixed)") if key in self._fixable else ""
        alike = self._alike[problem.code]
        of_kind = (
            self.tr("  ({n} of this kind)").format(n=alike) if alike > 1 and key == self._first[problem.code] else ""
        )
        return Line(key, (level, Cell(where), Cell(problem.sentence + fixable + of_kind)))

    def _where(self, tree: Tree, problem: Problem) -> str:
        if problem.node:
            return title_of(tree, problem.node)
        if not problem.key:
            return self.tr("The tree")
        if problem.part == "language" or problem.key not in tree.parts[problem.part]:
            return problem.key
        return self.tr("{part}: {name}").format(
            part=part_word(problem.part).capitalize(), name=entry_title(tree, problem.part, problem.key)
        )

    def _on_row(self, key: str) -> None:
        self.go_button.setEnabled(key in self._problems)
        self.fix_button.setEnabled(key in self._fixable)

    def _go(self, *_: object) -> None:
        problem = self._problems.get(self.table.current_key())
        if problem is not None:
            self.go.emit(problem)

    def _fix(self) -> None:
        problem = self._problems.get(self.table.current_key())
        if problem is not None:
            self.fix.emit(problem)


def by_kind(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems with those of a kind together, kinds with errors first, else in the order given."""
    kinds: dict[str, int] = {}
    for problem in problems:
        kinds.setdefault(problem.code, len(kinds))
    return sorted(problems, key=lambda problem: (problem.level != "error", kinds[problem.code]))


def key_of(problem: Problem) -> str:
    """Return what tells one problem from another."""
    return f"{problem.code}|{problem.node}|{problem.part}|{problem.key}|{problem.sentence}"
