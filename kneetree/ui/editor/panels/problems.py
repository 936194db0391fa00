"""Show what is wrong with the tree, where, and whether it can be mended at once.

The panel shows problems in the order given and says which one a person wants to see or have mended.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneetree.model.tree import Tree
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.labels import entry_title, part_word, title_of
from kneetree.ui.editor.panels.grouped_table import Group, GroupedTable
from kneetree.ui.editor.panels.problem_topics import PLACE_OF, topic_of, topic_words
from kneetree.ui.editor.panels.table import Cell, Icon, LateLine, Line
from kneetree.ui.language import told
from kneetree.ui.style.text_labels import nested

if TYPE_CHECKING:
    from kneetree.checks import Problem

ERROR_ICON, WARNING_ICON = "rule_broken", "warning"
_FIX = 2
"""The column that offers to mend a problem."""


class ProblemsPanel(QWidget):
    """All problems of the tree in groups: by how bad they are, then by what they are about.

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
        self._checked = False
        self.count = QLabel(self.summary())
        self.count.setObjectName("panelCount")
        self.closer_button = push(self.tr("Look closer at the rules"), "find")
        self.closer_button.setToolTip(self.tr("Also finds rules with conditions that are not needed; takes a while"))
        self.fix_button = push(self.tr("Fi&x this"), "edit")
        self.table = GroupedTable(
            self.tr("Problems"), [self.tr("Where"), self.tr("What is wrong"), self.tr("Remedy")], icon
        )
        self.table.set_widths(48, 0, 7)
        self.go_action, self.fix_action = QAction(self.tr("&Go there"), self), QAction(self.tr("Fi&x this"), self)
        self.table.addActions([self.go_action, self.fix_action])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        row = nested(column, QHBoxLayout())
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.closer_button)
        row.addWidget(self.fix_button)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._on_row)
        self.table.opened.connect(self._go)
        self.table.row_clicked.connect(self._on_click)
        self.go_action.triggered.connect(self._go)
        self.closer_button.clicked.connect(self.closer)
        for wanted in (self.fix_button.clicked, self.fix_action.triggered):
            wanted.connect(self._fix)
        self._on_row("")

    def show_problems(
        self, tree: Tree, problems: Sequence[Problem], fixable: Collection[Problem], *, checked: bool = True
    ) -> None:
        """Show what is wrong; ``fixable`` has one certain remedy, ``checked`` says that there is no more to come."""
        self._checked = checked
        self._problems = {key_of(problem): problem for problem in by_kind(problems)}
        self._fixable = {key_of(problem) for problem in fixable}
        self.table.show_groups([
            Group(
                f"{level}:{topic}",
                _heading(level, topic_words(topic)),
                [LateLine(key, partial(self._line, tree, key, problem)) for key, problem in of_group],
            )
            for (level, topic), of_group in groupby(self._problems.items(), lambda pair: _group_of(pair[1]))
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

    def mark(self) -> str:
        """Return the mark for its tab."""
        if not self._checked and not self._problems:
            return "unsure"
        if any(problem.level == "error" for problem in self._problems.values()):
            return ERROR_ICON
        return WARNING_ICON if self._problems else "rule_ok"

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
        where = self._where(tree, problem)
        level, icon, role = (
            (self.tr("Error"), ERROR_ICON, "danger")
            if problem.level == "error"
            else (self.tr("Warning"), WARNING_ICON, "within_days")
        )
        fix = Cell(self.tr("Fix"), "edit", spoken=self.tr("can be fixed")) if key in self._fixable else Cell("")
        return Line(key, (Cell(where, icon, role, spoken=f"{level}: {where}"), Cell(told(problem.sentence)), fix))

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
        self.go_action.setEnabled(key in self._problems)
        for fix in (self.fix_button, self.fix_action):
            fix.setEnabled(key in self._fixable)

    def _on_click(self, key: str, column: int) -> None:
        if column == _FIX and key in self._fixable:
            self._fix()
        else:
            self._go()

    def _go(self, *_: object) -> None:
        problem = self._problems.get(self.table.current_key())
        if problem is not None:
            self.go.emit(problem)

    def _fix(self) -> None:
        problem = self._problems.get(self.table.current_key())
        if problem is not None:
            self.fix.emit(problem)


def by_kind(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems group by group, those of a kind together, else in the order given."""
    return sorted(
        problems,
        key=lambda problem: (problem.level != "error", PLACE_OF.get(problem.code, len(PLACE_OF)), problem.code),
    )


def _group_of(problem: Problem) -> tuple[str, str]:
    return problem.level, topic_of(problem.code)


def _heading(level: str, topic: str) -> str:
    if level == "error":
        return QCoreApplication.translate("Problems", "Errors: {topic}").format(topic=topic)
    return QCoreApplication.translate("Problems", "Warnings: {topic}").format(topic=topic)


def key_of(problem: Problem) -> str:
    """Return what tells one problem from another."""
    return f"{problem.code}|{problem.node}|{problem.part}|{problem.key}|{problem.sentence}"
