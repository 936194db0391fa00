"""The menus go on whatever PySide takes for deleted: it may do so to what Qt has made and still has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenuBar
from shiboken6 import Shiboken

from kneetree.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]


def titles(bar: QMenuBar) -> list[str]:
    return [action.text().replace("&", "") for action in bar.actions()]


def offered(window: MainWindow) -> list[str]:
    return [action.text().replace("&", "") for action in window.menus.file.actions() if action.isVisible()]


def test_whatever_is_taken_for_deleted_the_menus_follow_the_mode(open_window: Open) -> None:
    window = open_window()
    told = {}
    for shown in (window.show_edit, window.show_check):
        shown()
        told[shown.__name__] = titles(window.menuBar()), offered(window)
    assert told["show_edit"] != told["show_check"]
    for shown in (window.show_edit, window.show_check, window.show_edit):
        Shiboken.invalidate(window.menuBar())
        shown()
        assert (titles(window.menuBar()), offered(window)) == told[shown.__name__]
