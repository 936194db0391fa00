"""Joins the View menu's choices of colours, text size and language with theme and settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from kneetree.ui import language
from kneetree.ui.style.theme import TEXT_PERCENTS, Theme
from kneetree.ui.window.menus import Menus, check_choice


class ViewMenu(QObject):
    """Signals: ``language_chosen()`` the window is to be shown in another language."""

    language_chosen = Signal()

    def __init__(self, menus: Menus, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._menus = menus
        self._theme = theme
        menus.mode.triggered.connect(self._on_mode)
        menus.text.triggered.connect(self._on_text)
        menus.language.triggered.connect(self._on_language)
        menus.actions["larger"].triggered.connect(self._on_larger)
        menus.actions["smaller"].triggered.connect(self._on_smaller)
        self._tick()

    def _tick(self) -> None:
        check_choice(self._menus.mode, self._theme.mode)
        check_choice(self._menus.text, str(self._theme.text_percent))
        check_choice(self._menus.language, language.language_setting())

    def _on_mode(self, action: QAction) -> None:
        self._theme.choose_mode(action.data())

    def _on_text(self, action: QAction) -> None:
        self._theme.choose_text(int(action.data()))

    def _on_larger(self) -> None:
        self._step(1)

    def _on_smaller(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        at = TEXT_PERCENTS.index(self._theme.text_percent) + step
        self._theme.choose_text(TEXT_PERCENTS[min(max(at, 0), len(TEXT_PERCENTS) - 1)])
        self._tick()

    def _on_language(self, action: QAction) -> None:
        self.choose_language(action.data())

    def choose_language(self, setting: str) -> None:
        """Keep a language, tick it in the menu, and ask for the window in it if it has another one."""
        before = language.chosen()
        language.choose(setting)
        self._tick()
        if language.chosen() != before:
            self.language_chosen.emit()
