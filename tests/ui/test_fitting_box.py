"""A message box is never larger than the screen, and no word of a button in it is cut, however large letters are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kneetree.ui import dialogs
from kneetree.ui.style.theme import Theme

WORDS = ["Conservar lo mío", "Tomar lo suyo", "Comparar", "Guardar en otro sitio…", "Decidir más tarde"]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("percent", "sentences"), [(100, 2), (150, 2), (100, 60), (200, 8)])
def test_all_of_a_box_is_on_the_screen(qtbot: QtBot, theme: Theme, percent: int, sentences: int) -> None:
    theme.choose_text(percent)
    found: list[str] = []
    seen: list[bool] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        for button in box.findChildren(QPushButton):
            place = QRect(button.mapToGlobal(QPoint()), button.size())
            if button.isVisible() and not (screen.contains(place) and button.width() >= button.sizeHint().width()):
                found.append(f"{button.text()}: {place} on {screen}, wants {button.sizeHint()}")
        seen.append(box.width() <= screen.width() and screen.contains(box.geometry().bottomLeft()))
        box.reject()

    QTimer.singleShot(250, look)
    pressed = dialogs.choose(
        None, "Otro programa ha cambiado el árbol", "Una frase bastante larga. " * sentences, *WORDS
    )
    assert (pressed, found, seen) == (len(WORDS) - 1, [], [True])
