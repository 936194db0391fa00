"""See to it that no answers are lost by a slip: ask before they are left, and give back what was put aside."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kneetree.ui import dialogs
from kneetree.ui.document.session import Session, Unsaid
from kneetree.ui.window.file_actions import Files
from kneetree.ui.window.left_open import LeftOpen
from kneetree.ui.window.result_actions import Results
from kneetree.ui.wizard.check_view import CheckView
from kneetree.ui.wizard.in_sight import in_sight, look_again
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.page_ids import START
from kneetree.walk.walk import Walk


class Leaving(QObject):
    """Joins the walk with what would end it: closing the window, another tree, Start again."""

    def __init__(
        self, window: QWidget, session: Session, files: Files, view: CheckView, results: Results, left: LeftOpen
    ) -> None:
        """Make the join; ``left`` is what ``take_over`` goes on with."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._files = files
        self._view = view
        self._wizard = view.wizard
        self._results = results
        self._result = results.page
        self._page = view.start_page
        self._left = left
        self._taken_over, self.waits = False, left.walk is not None
        files.may_leave_walk = self.may_leave
        files.what_reloading_does = self._what_reloading_does
        session.unsaid = WeakMethod(self._unsaid)
        self._page.take_up_asked.connect(self._take_up)
        session.arrived.connect(self._on_arrived)
        self._wizard.page_shown.connect(self._offer)
        session.tree_changed.connect(self._offer)
        self._offer()

    def _on_arrived(self) -> None:
        self._wizard.show_drafts({})

    def may_leave(self, closing: bool) -> bool:
        """Return whether the walk may be left: nothing is lost with it, or the person says so."""
        comes_back = not closing and self._session.comes_back
        if self._in_the_middle:
            return dialogs.leave_walk(self._window, comes_back=comes_back)
        return comes_back or not self._results.is_only_on_screen or dialogs.leave_result(self._window)

    @property
    def left_open(self) -> LeftOpen:
        """What a window in another language goes on with."""
        walk = self._session.latest
        if self.waits:
            return self._left._replace(walk=walk)
        opened = self._result.opened if walk is not None and walk.finished else ()
        page = self._page if self._wizard.currentId() == START else self._wizard.currentPage()
        seen = in_sight(page) if isinstance(page, ScrollPage) else None
        at = "" if page is self._page else self._wizard.node_shown
        if self._session.waiting:
            at = seen = None
        left = LeftOpen(walk, self._session.put_aside, self._wizard.drafts, at, seen, opened)
        return left._replace(kept=self._results.kept)

    def take_over(self) -> None:
        """Go on with what another window has left."""
        self._taken_over = True
        self._session.put_aside = self._left.put_aside
        self._results.kept = self._left.kept
        self._wizard.show_drafts(self._left.drafts)
        if self._left.walk is not None:
            self._result.open_next(self._left.opened)
            self._session.resume(self._left.walk)
        self._offer()

    def place(self, walk: Walk) -> str | None:
        """Return where a walk that comes now was looked at in the other window; see ``LeftOpen.at``."""
        waited, self.waits = self.waits, False
        if not waited or self._left.walk is None or walk.answers != self._left.walk.answers:
            return None
        QTimer.singleShot(0, self, self._look_again)  # once the page has found its place
        return self._left.at

    def _look_again(self) -> None:
        page = self._page if self._wizard.currentId() == START else self._wizard.currentPage()
        if isinstance(page, ScrollPage) and self._left.in_sight is not None:
            look_again(page, self._left.in_sight)

    @property
    def _in_the_middle(self) -> bool:
        walk = self._session.latest
        return walk is not None and not walk.finished and bool(walk.asked or self._wizard.drafts)

    def _take_up(self) -> None:
        """Go on with the walk that was put aside, in its own tree, once that is open again."""
        aside = self._session.put_aside
        if aside is None:
            return
        if self._session.is_of_open_tree(aside) or self._open(aside.source):
            self._wizard.show_drafts(aside.unsaid)
            self._files.attempt(self._session.take_up)
            self._page.set_waiting(self._session.waiting)

    def _unsaid(self) -> Unsaid:
        return self._wizard.drafts

    def _open(self, source: Path | None) -> bool:
        return source is not None and self._files.may_leave() and self._files.open_path(source)

    def _what_reloading_does(self) -> str:
        if not self._session.comes_back:
            return ""
        return self.tr(
            "The questions begin anew with the new file. Your answers are kept: “Back to my answers” on the first "
            "page goes on with them."
        )

    def _offer(self) -> None:
        """Offer to go back to the answers that were put aside, and say how long that can be done."""
        aside, walk = self._session.put_aside, self._session.latest
        if self._taken_over and walk is None:
            self.waits = False  # it was put aside
        begun = walk is not None and bool(walk.asked or self._wizard.drafts)
        self._page.set_started(begun)
        self._view.expect_walk(self.waits or self._session.waiting, first_page=not self.waits or self._left.at == "")
        self._page.prefer_take_up(walk is not None and aside is not None and not begun)
        if aside is None:
            self._page.set_put_aside("")
        elif self._session.is_of_open_tree(aside):
            self._page.set_put_aside(
                self.tr("Your earlier answers stay here until you give a new answer or close kneetree.")
            )
        else:
            text = self.tr(
                "Your answers to “{title}” stay here until you answer another question or close kneetree. "
                "Going back opens those questions again."
            )
            self._page.set_put_aside(text.format(title=aside.walk.tree.title))
