"""Show what is wrong with the tree, where, and whether it can be mended at once.

The panel shows problems in the order given and says which one a person wants to see or have mended.  While the
pointer is over the list or the keyboard in it, every row stays where it is: what is solved is struck out, and what is
new waits.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneetree.model.tree import Tree
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.labels import entry_title, part_word, told_apart
from kneetree.ui.editor.panels.grouped_table import Group, GroupedTable
from kneetree.ui.editor.panels.hold import Hold
from kneetree.ui.editor.panels.problem_topics import PLACE_OF, topic_of, topic_words
from kneetree.ui.editor.panels.problem_words import problem_words
from kneetree.ui.editor.panels.table import AnyLine, Cell, Icon, LateLine, Line
from kneetree.ui.style.text_labels import nested

if TYPE_CHECKING:
    from kneetree.checks import Problem

ERROR_ICON, WARNING_ICON = "rule_broken", "warning"
_MOST_HIGH = 16_777_215
"""The height at which Qt leaves a widget to its layout."""
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
        self._rows: dict[str, Problem] = {}
        """The problems of the rows that are shown, by row: while these are held, some may be solved."""
        self._waiting = 0
        """How many problems have no row yet, since the rows are held."""
        self._tree: Tree | None = None
        self._fixable: Collection[str] = ()
        self._checked = False
        self.count = QLabel(self.summary())
        self.count.setObjectName("panelCount")
        self.count.setWordWrap(True)
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
        row.addWidget(self.count, 1)
        row.addWidget(self.closer_button)
        row.addWidget(self.fix_button)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._hold = Hold(self.table)
        self._hold.let_go.connect(self._on_let_go)
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
        held = tree is self._tree and bool(self._rows) and self._hold.held
        self._tree, self._checked = tree, checked
        self._problems = {key_of(problem): problem for problem in by_kind(problems)}
        self._fixable = {key_of(problem) for problem in fixable}
        if held:
            self._rows, self._waiting = _in_their_rows(self._rows, self._problems)
        else:
            self._rows, self._waiting = self._problems, 0
        self._show_rows(tree)

    def _show_rows(self, tree: Tree) -> None:
        rows = _Rows(tree, self._fixable)
        made = {line.key: line for line in self.table.lines_model.lines if isinstance(line, LateLine)}
        self.table.show_groups([
            Group(
                f"{level}:{topic}",
                _heading(level, topic_words(topic)),
                [self._row(rows, key, problem, made.get(key)) for key, problem in of_group],
            )
            for (level, topic), of_group in groupby(self._rows.items(), lambda pair: _group_of(pair[1]))
        ])  # fmt: skip
        self._tell()
        self._on_row(self.table.current_key())

    def _row(self, rows: _Rows, key: str, problem: Problem, made: LateLine | None) -> AnyLine:
        if self._rows is self._problems or not self._is_solved(problem):
            return LateLine(key, partial(rows.line, key, problem))
        if made is not None and made.done:
            return made
        where = made.cells[0].text if made is not None and made.is_made else ""
        return LateLine(key, partial(rows.solved_line, key, problem, where), done=True)

    def show_again(self, *, checked: bool) -> None:
        """Show the same problems, which are where they were, with the words that their places have now."""
        self._checked = checked
        self.table.lines_model.make_again()
        self._tell()

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

    def _tell(self) -> None:
        """Say how many problems there are, and how many wait until the rows may move."""
        words = self.summary()
        if self._waiting:
            words = self.tr("{summary}   New: {n}").format(summary=words, n=self._waiting)
        # Another line of words would push the rows down.
        self.count.setMaximumHeight(self.count.height() if self._rows is not self._problems else _MOST_HIGH)
        self.count.setText(words)
        self.count.setToolTip(self.tr("New problems are listed once you leave the list.") if self._waiting else "")

    def _is_solved(self, problem: Problem) -> bool:
        return key_of(problem) not in self._problems

    def _on_let_go(self) -> None:
        """Let the rows be those of now."""
        if self._tree is not None and self._rows is not self._problems:
            self._rows, self._waiting = self._problems, 0
            self._show_rows(self._tree)

    def _on_row(self, key: str) -> None:
        problem = self._rows.get(key)
        self.go_action.setEnabled(problem is not None and self._is_there(problem))
        for fix in (self.fix_button, self.fix_action):
            fix.setEnabled(self._is_fixable(problem))

    def _is_fixable(self, problem: Problem | None) -> bool:
        return problem is not None and key_of(problem) in self._fixable

    def _is_there(self, problem: Problem) -> bool:
        """Return whether what a problem is about is still in the tree: a solved one may be about what is gone."""
        if not self._is_solved(problem) or self._tree is None:
            return True
        if problem.node:
            return problem.node in self._tree.nodes
        return problem.key in self._tree.parts.get(problem.part, {})

    def _on_click(self, key: str, column: int) -> None:
        if column == _FIX and self._is_fixable(self._rows.get(key)):
            self._fix()
        else:
            self._go()

    def _go(self, *_: object) -> None:
        problem = self._rows.get(self.table.current_key())
        if problem is not None and self._is_there(problem):
            self.go.emit(problem)

    def _fix(self) -> None:
        problem = self._rows.get(self.table.current_key())
        if problem is not None and self._is_fixable(problem):
            self.fix.emit(problem)


class _Rows(NamedTuple):
    """What the rows are made of; no widget, since what makes a row must not keep the panel that shows it alive."""

    tree: Tree
    fixable: Collection[str]

    def line(self, key: str, problem: Problem) -> Line:
        """Return the row of a problem."""
        where = self._where(problem)
        level, icon, role = (
            (QCoreApplication.translate("ProblemsPanel", "Error"), ERROR_ICON, "danger")
            if problem.level == "error"
            else (QCoreApplication.translate("ProblemsPanel", "Warning"), WARNING_ICON, "within_days")
        )
        fix = Cell("")
        if key_of(problem) in self.fixable:
            spoken = QCoreApplication.translate("ProblemsPanel", "can be fixed")
            fix = Cell(QCoreApplication.translate("ProblemsPanel", "Fix"), "edit", spoken=spoken)
        return Line(key, (Cell(where, icon, role, spoken=f"{level}: {where}"), Cell(problem_words(problem)), fix))

    def solved_line(self, key: str, problem: Problem, where: str) -> Line:
        """Return the row of a problem that is no more; ``where`` is how its place was called, if it was in sight."""
        where = where or self._where(problem)
        words = QCoreApplication.translate("ProblemsPanel", "Solved: {where}").format(where=where)
        return Line(key, (Cell(where, "rule_ok", "self_care", spoken=words), Cell(problem_words(problem)), Cell("")))

    def _where(self, problem: Problem) -> str:
        tree = self.tree
        if problem.node:
            return told_apart(tree, problem.node) if problem.node in tree.nodes else problem.node
        if not problem.key:
            return QCoreApplication.translate("ProblemsPanel", "The tree")
        if problem.part == "language" or problem.key not in tree.parts[problem.part]:
            return problem.key
        return QCoreApplication.translate("ProblemsPanel", "{part}: {name}").format(
            part=part_word(problem.part).capitalize(), name=entry_title(tree, problem.part, problem.key)
        )


def _in_their_rows(rows: Mapping[str, Problem], problems: Mapping[str, Problem]) -> tuple[dict[str, Problem], int]:
    """Return the problem of each row as it is now, or was before it was solved, and how many others there are.

    A problem whose sentence quotes what is being typed is told in other words at each letter: it keeps its row where
    it is the only one of its kind at its place.
    """
    there = {key for key in map(key_of, rows.values()) if key in problems}
    others, lost = _by_place(problems, there), _by_place({key_of(one): one for one in rows.values()}, there)
    reworded = {
        key_of(lost[at][0]): alike[0] for at, alike in others.items() if len(alike) == len(lost.get(at, ())) == 1
    }
    now = {row: reworded.get(key_of(problem), problem) for row, problem in rows.items()}
    return now, sum(map(len, others.values())) - len(reworded)


def _by_place(problems: Mapping[str, Problem], but: Collection[str]) -> dict[tuple[object, ...], list[Problem]]:
    """Return the problems that are not in ``but`` by what they say of which place, whatever their words are."""
    found: dict[tuple[object, ...], list[Problem]] = {}
    for key, one in problems.items():
        if key not in but:
            found.setdefault((one.code, one.node, one.part, one.key), []).append(one)
    return found


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
