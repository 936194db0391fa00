"""Joins the two modes of the window: the wizard, and the editor, which is built when it is first asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from kneetree.ui import dialogs, unasked
from kneetree.ui.document.document import Document
from kneetree.ui.document.recovered import Place
from kneetree.ui.document.session import Session
from kneetree.ui.editor.editor import Editor
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.file_actions import Files
from kneetree.ui.window.menus import Menus
from kneetree.walk.walk import Walk

_MOST_TOLD = 8
"""The most texts that are told of those that cannot be taken."""


class EditMode(QObject):
    """The editor in the window, its menus, and what goes over from one mode to the other."""

    def __init__(
        self,
        window: QMainWindow,
        pages: QStackedWidget,
        document: Document,
        session: Session,
        files: Files,
        theme: Theme,
        menus: Menus,
    ) -> None:
        """Build the editor and make it one of ``pages``."""
        super().__init__(window)
        self.editor = Editor(document, theme)
        pages.addWidget(self.editor)
        self._session = session
        self._files = files
        self._all_menus = menus
        self._window = window
        self._menus = self.editor.add_menus(window.menuBar(), menus.view.menuAction())
        self.editor.try_from.connect(self.try_from)
        session.walk_changed.connect(self._on_walk)
        session.refused.connect(self._on_refused)
        files.bringing_in.brought.connect(self._on_brought)
        files.recovered.connect(self._on_recovered)
        files.exported.connect(self.editor.say)
        files.take_typed = files.one_editor.take_typed = self.editor.panels.take_typed
        files.may_leave_typed = files.one_editor.may_leave_typed = self.may_leave_typed
        self.show_menus(False)

    def show_menus(self, shown: bool) -> None:
        """Put the menus Edit, Node and Map, which belong to the editor, into the bar or take them away.

        A menu that is only hidden keeps its letter: Alt+N would no longer answer No.  What is typed is taken before the
        editor goes, so that the questions are asked with it.
        """
        if not shown:
            self.editor.panels.take_typed()
        self._all_menus.set_map_there(shown)
        self._all_menus.show_authors(shown)
        bar, view = self._window.menuBar(), self._all_menus.view.menuAction()
        for menu in self._menus:
            if shown:
                bar.insertMenu(view, menu)
            else:
                bar.removeAction(menu.menuAction())
        if shown:
            self._on_walk(self._session.walk)

    def may_leave_typed(self) -> bool:
        """Take what is typed in a form, and return whether to go on; ask where something cannot be taken."""
        left = self.editor.panels.take_typed()
        if not left:
            return True
        told = self.tr("This cannot be taken as it is, and is lost if you go on:")
        question = self.tr("Leave without what you typed?")
        return dialogs.confirm(self._window, question, self.tr("Leave it out"), "\n".join([told, *left[:_MOST_TOLD]]))

    def try_from(self, node: str) -> None:
        """Walk on from a node of the map once answers that lead there are found; stay in the map if there are none."""
        self.editor.panels.take_typed()
        self._files.attempt(lambda: self._session.start_at(node))

    def _on_brought(self) -> None:
        """Show all of a tree that came in from elsewhere, since its author knows it as a whole, and what is missing."""
        self.editor.panels.show_panel.emit("problems")
        self.editor.canvas.fit_all()

    def _on_recovered(self, place: Place | None) -> None:
        """Go to where the author was when the program ended."""
        if place is not None:
            self.editor.panels.going.go_to(*place)

    def _on_refused(self, reason: str) -> None:
        with unasked.by_itself:  # the search may have taken seconds
            dialogs.problem(self.editor.window(), reason)

    def record_walk(self) -> None:
        """Make a case of the finished walk."""
        walk = self._session.walk
        if walk is not None:
            self._files.attempt(lambda: self.editor.record_walk(walk))

    def _on_walk(self, walk: Walk | None) -> None:
        if self.editor.isVisible() or walk is None:
            self.editor.show_walk(walk)
