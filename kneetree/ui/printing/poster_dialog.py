"""Ask on which paper and how large a poster is printed, and say how many sheets that takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from kneetree.errors import KneetreeError
from kneetree.exchange import map_sheets, map_svg, poster
from kneetree.model.tree import Tree
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.ui.language import told
from kneetree.ui.style.text_labels import nested

_WORDS = 52
"""Letters of the estimate on one line."""


class PosterDialog(QDialog):
    """``plan`` is the poster as it would be printed now; ``None`` while it is worked out or if there can be none."""

    def __init__(self, tree: Tree, parent: QWidget | None = None) -> None:
        """``tree`` must not be altered while the dialog is open."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Poster over several sheets"))
        self._tree = tree
        self._task: Task[poster.Poster | str] | None = None
        self.plan: poster.Poster | None = None
        self.paper, self.size_box = QComboBox(), QComboBox()
        for name, (wide, high) in poster.PAPERS.items():
            self.paper.addItem(
                self.tr("{name} ({wide} by {high} mm)").format(name=name, wide=f"{wide:g}", high=f"{high:g}"), name
            )
        for percent in poster.SCALES:
            points = poster.USUAL_MM * percent / 100 * 13 / 25.4 * 72
            self.size_box.addItem(
                self.tr("{n} %, text of {points} points").format(n=percent, points=f"{points:.0f}"), percent
            )
        self.size_box.setCurrentIndex(poster.SCALES.index(100))
        self.estimate = QLabel()
        self.estimate.setTextFormat(Qt.TextFormat.PlainText)
        self.estimate.setWordWrap(True)
        self.estimate.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WORDS)
        self.estimate.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.estimate.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        fields = nested(column, QFormLayout())
        fields.addRow(self.tr("&Paper"), self.paper)
        fields.addRow(self.tr("Si&ze"), self.size_box)
        column.addWidget(self.estimate)
        column.addWidget(self.buttons)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        for box in (self.paper, self.size_box):
            box.currentIndexChanged.connect(self._estimate)
        self._estimate()

    def done(self, result: int) -> None:
        """Work out nothing more."""
        self._look.stop()
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _estimate(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.plan = None
        scale = poster.USUAL_MM * self.size_box.currentData() / 100
        work = partial(_planned, self._tree, scale, poster.PAPERS[self.paper.currentData()])
        self._task = Task(work, "poster")
        self._task.start()
        self._show(self.tr("Counting the sheets…"))
        self._look.start()

    def _on_look(self) -> None:
        if self._task is None or not self._task.done:
            return
        self._look.stop()
        (found,) = self._task.results()
        if isinstance(found, str):
            self._show(found)
            return
        self.plan = found
        self._show(self._words(found))

    def _show(self, words: str) -> None:
        self.estimate.setText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(self.plan is not None)

    def _words(self, plan: poster.Poster) -> str:
        if plan.pages == 1:
            told = self.tr("It fits on one sheet.")
        else:
            told = self.tr(
                "{pages} sheets: one that shows where each belongs, and {n} to trim along the marks and glue together."
            ).format(pages=plan.pages, n=len(plan.sheets))
        if not plan.cut:
            return f"{told} {self.tr('No box is cut.')}"
        large = self.tr("Boxes that are cut, since there is no room for them on a sheet: {n}.").format(n=len(plan.cut))
        return f"{told} {large}"


def _planned(tree: Tree, scale: float, paper: tuple[float, float]) -> Iterator[poster.Poster | str]:
    try:
        yield map_sheets.poster_of(tree, map_svg.place(tree), scale=scale, paper=paper)
    except KneetreeError as error:
        yield told(error)


def ask(parent: QWidget | None, tree: Tree) -> poster.Poster | None:
    """Return the poster that the person wants, or ``None``."""
    dialog = PosterDialog(tree, parent)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    plan = dialog.plan if wanted else None
    dialog.deleteLater()
    return plan
