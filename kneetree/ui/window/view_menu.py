"""Joins the View menu's choices of colours, text size and language with theme and settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from kneetree.ui import language
from kneetree.ui.style.theme import TEXT_PERCENTS, Theme
from kneetree.ui.window.menus import Menus, check_choice


class ViewMenu(QObject):
    """Signals: ``language_chosen()`` the window is to be shown in another language.

    ``may_change`` is asked before that, since the other window shows nothing of what is half typed in this one.
    """

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
        self.may_change: Callable[[], bool] = _yes
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
        before, kept = language.chosen(), language.language_setting()
        language.choose(setting)
        if language.chosen() != before and not self.may_change():
            language.choose(kept)
        self._tick()
        if language.chosen() != before:
            self.language_chosen.emit()


def _yes() -> bool:
    return True
