"""The first page, then wizard and path side by side; one behind the other if the window is narrow or the text large.

The wizard is made when it is first asked for, since the first page is shown without it.  This view is shown walks and
passes on what was pressed; it knows values only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT, START
from kneetree.ui.wizard.start_page import StartPage

if TYPE_CHECKING:
    from kneetree.ui.wizard.path_panel import PathPanel
    from kneetree.ui.wizard.wizard import KneeWizard
    from kneetree.walk.walk import Walk

_PANEL = 300
_ROOM = 900
"""Below this many pixels at 100 % the path is behind a button."""


class CheckView(QWidget):
    """The mode in which a person answers the questions.

    Signals: ``change_asked(str)`` an answer on the path was pressed; ``answered(dict)``, ``kept()`` and
    ``page_shown(int)`` are those of the wizard.
    """

    change_asked = Signal(str)
    answered = Signal(object)
    kept = Signal()
    page_shown = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.start_page = StartPage(theme)
        self._wizard: KneeWizard | None = None
        self._path: PathPanel | None = None
        self._side: QWidget | None = None
        self._turned_to_path = False
        self._moment: QLabel | None = None
        self.toggle = QPushButton(self.tr("Back to the &question"))
        self.toggle.setProperty("kind", "quiet")
        self.toggle.clicked.connect(self._on_toggle)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = text_labels.nested(rows, text_labels.row(None, 0))
        line.addStretch(1)
        line.addWidget(self.toggle)
        self._columns = text_labels.nested(rows, text_labels.row(None, 0), 1)
        self._columns.addWidget(self.start_page, 1)
        theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def wizard(self) -> KneeWizard:
        """The wizard; the first page does without it."""
        if self._wizard is None:
            from kneetree.ui.wizard.wizard import KneeWizard  # noqa: PLC0415 - 12 ms of the first page

            self._wizard = wizard = KneeWizard(self._theme, self.start_page)  # inside at once it would be a dialog
            wizard.hide()
            wizard.path_asked.connect(self._on_toggle)
            wizard.page_shown.connect(self._on_page)
            wizard.answered.connect(self.answered)
            wizard.kept.connect(self.kept)
            wizard.page_shown.connect(self.page_shown)
            self._columns.insertWidget(1, wizard, 1)
        return self._wizard

    @property
    def path(self) -> PathPanel:
        """The path so far; it is made when it is first asked for, since the first page has none."""
        if self._path is None:
            self._path = self._make_path()
            self._arrange()
        return self._path

    def _make_path(self) -> PathPanel:
        from kneetree.ui.wizard.path_panel import PathPanel  # noqa: PLC0415 - 4 ms of the first page

        path = PathPanel(self._theme)
        path.change_asked.connect(self._on_change)
        self._side = QWidget(self)
        on_surface(self._side, "side")
        rows = QVBoxLayout(self._side)
        rows.setContentsMargins(12, 20, 4, 8)
        rows.addWidget(text_labels.label(self.tr("Your path"), "heading"))
        rows.addWidget(path, 1)
        self._columns.addWidget(self._side)
        return path

    def show_walk(self, walk: Walk, at: str | None = None) -> None:
        """Follow a walk to its end so far, or to the question ``at``; ``""`` is the first page."""
        from kneetree.ui.wizard.path_entries import entries_of  # noqa: PLC0415 - it brings the reports: 20 ms

        self._turned_to_path = False
        self._end_of_waiting()
        self.wizard.show_walk(walk, at)
        self.path.show_path(*entries_of(walk), self.wizard.node_shown)
        self._arrange()

    def expect_walk(self, comes: bool, *, first_page: bool = True) -> None:
        """Let nothing be started while a walk ``comes``; without the first page show only that it takes a moment."""
        self.start_page.set_waiting(comes)
        waits = comes and not first_page
        if waits is (self._moment is not None):
            return
        if waits:
            self._moment = text_labels.reads_first(text_labels.label(_moment()))
            self._moment.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
            self._columns.insertWidget(0, self._moment, 1)
        else:
            self._end_of_waiting()
        self._arrange()
        if self._moment is not None:
            self._moment.setFocus()  # or the keys would be with a button of the window

    def _end_of_waiting(self) -> None:
        if self._moment is not None:
            self._moment.hide()
            self._moment.deleteLater()
            self._moment = None

    @property
    def narrow(self) -> bool:
        """Whether path and question do not fit side by side."""
        return self.width() < self._theme.px(_ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put wizard and path side by side, or one behind the other."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the question with Escape where the path covers it."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.toggle.isVisible():
            self._on_toggle()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        page = START if self._wizard is None else self._wizard.currentId()
        wanted = page not in (START, EMERGENCY, RESULT)
        on_path = wanted and self.narrow and self._turned_to_path
        self.toggle.setVisible(on_path)
        if self._wizard is not None:
            self._wizard.show_path_apart(self.narrow)
            self._show_page(self._wizard, page, on_path=on_path)
        elif self.start_page.isHidden() is (self._moment is None):
            self.start_page.setVisible(self._moment is None)
        if self._side is None:
            return
        self._side.setVisible(wanted and (not self.narrow or self._turned_to_path))
        policy = QSizePolicy.Policy.Expanding if self.narrow else QSizePolicy.Policy.Preferred
        self._side.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        width = self._theme.px(_PANEL)
        self._side.setMinimumWidth(0 if self.narrow else width)
        self._side.setMaximumWidth(16_777_215 if self.narrow else width)

    def _show_page(self, wizard: KneeWizard, page: int, *, on_path: bool) -> None:
        """Show the first page or the wizard, which takes its whole room at once, or neither beside the path."""
        if self.start_page.isHidden() is (page == START):
            wizard.let_go()
        if page == START:
            wizard.hide()
            self.start_page.setVisible(self._moment is None)
        else:
            self.start_page.hide()
            wizard.setVisible(not on_path)

    def _on_toggle(self) -> None:
        """Turn from the question to the path or back, and put the keyboard on what turns again."""
        self._turned_to_path = not self._turned_to_path
        self._arrange()
        node = self.wizard.node_shown
        if self._turned_to_path:
            self.toggle.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        elif node is not None:
            self.wizard.question_page(node).top.path.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _on_page(self, _number: int) -> None:
        if self._path is not None:
            self._path.mark(self.wizard.node_shown)
        self._arrange()

    def _on_change(self, node: str) -> None:
        self._turned_to_path = False
        self.change_asked.emit(node)


def _moment() -> str:
    return QCoreApplication.translate("StartPage", "One moment…")
