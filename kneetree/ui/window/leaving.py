"""See to it that no answers are lost by a slip: ask before they are left, and give back what was put aside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneetree.ui import dialogs
from kneetree.ui.document.session import Session
from kneetree.ui.window.file_actions import Files
from kneetree.ui.wizard.wizard import KneeWizard


class Leaving(QObject):
    """Joins the walk with what would end it: closing the window, another tree, Start again."""

    def __init__(self, window: QWidget, session: Session, files: Files, wizard: KneeWizard) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._page = wizard.start_page
        files.may_leave_walk = self.may_leave
        self._wizard = wizard
        self._page.take_up_asked.connect(wizard.take_up_drafts)
        self._page.take_up_asked.connect(session.take_up)
        session.arrived.connect(partial(wizard.show_drafts, {}))
        wizard.page_shown.connect(self._offer)
        session.tree_changed.connect(self._offer)
        self._offer()

    def may_leave(self) -> bool:
        """Return whether the walk may be left: it is at its end or nothing is answered, or the person says so."""
        walk = self._session.walk
        if walk is None or walk.finished or not (walk.asked or self._wizard.drafts):
            return True
        return dialogs.leave_walk(self._window)

    def _offer(self) -> None:
        self._page.set_put_aside(self._session.put_aside is not None)
