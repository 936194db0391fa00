"""Joins a finished walk with its result page and with paper, file and clipboard."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneetree.tree import About
from kneetree.ui.menus import Menus
from kneetree.ui.session import Session
from kneetree.ui.theme import Theme
from kneetree.ui.wizard.check_view import CheckView
from kneetree.ui.wizard.start_page import StartPage
from kneetree.walk import Walk


class Results(QObject):
    """Shows what a finished walk says, and gives it away when asked."""

    def __init__(self, window: QWidget, view: CheckView, session: Session, theme: Theme, menus: Menus) -> None:
        super().__init__(window)
        self._window = window
        self._view = view
        self._session = session
        self._theme = theme

    def take(self, walk: Walk) -> None:
        """Fill the result page where the walk is finished."""

    def state_line(self) -> str:
        """Which tree is open and whether a clinician has reviewed it."""
        return "state"

    def introduce(self, page: StartPage) -> None:
        """The tree's own words on the first page."""
        about = self._session.tree.about or About()
        page.say(title=self._session.tree.title, use="", emergency=about.emergency, limits="")
