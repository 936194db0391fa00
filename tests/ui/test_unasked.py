"""Dialogs that nobody has asked for: what is being typed when they come up answers none of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneetree.errors import KneetreeError
from kneetree.ui import dialogs, unasked
from kneetree.ui.background import progress
from kneetree.ui.window import faults
from kneetree.ui.window.quiet import Quiet

ASKS: dict[str, Callable[[QWidget], object]] = {
    "recover": lambda parent: dialogs.recover(parent, "a.json", "2026-11-28T12:00:00", 3),
    "confirm": lambda parent: dialogs.confirm(parent, "Reload?", "Reload from disk"),
    "changed": lambda parent: dialogs.changed_meanwhile(parent, "a.json", unsaved=2),
    "elsewhere": lambda parent: dialogs.edited_elsewhere(parent, "a.json", "Ann", ""),
    "choose": lambda parent: dialogs.choose(parent, "It cannot be opened.", "Why", "Open that version", "Not now"),
    "problem": lambda parent: dialogs.problem(parent, "The disk is full."),
}
ESCAPED = {
    "recover": dialogs.Recovery.LATER,
    "confirm": False,
    "changed": dialogs.Theirs.LATER,
    "elsewhere": False,
    "choose": 1,
    "problem": None,
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def press_everything(dialog: QDialog, *, buttons: bool = True) -> None:
    """Press what somebody may press who looks elsewhere."""
    for key in (Qt.Key.Key_T, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_D, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget() or dialog, key)
        QTest.keyClick(dialog.windowHandle(), key)
        assert dialog.isVisible(), key
    for button in dialog.findChildren(QPushButton) if buttons else ():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert dialog.isVisible(), button.text()


@pytest.mark.parametrize("name", ASKS)
def test_what_is_in_flight_answers_nothing_and_escape_decides_nothing_later(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(unasked, "PAUSE_MS", 150)
    seen: list[QDialog] = []

    def meanwhile() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        press_everything(dialog)
        deaf = dialog.findChild(unasked._Deaf)
        qtbot.waitUntil(lambda: not deaf._pause.isActive())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, meanwhile)
    with unasked.by_itself:
        answer = ASKS[name](window)
    assert len(seen) == 1
    assert answer == ESCAPED[name]


def test_each_press_puts_off_when_it_listens(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unasked, "PAUSE_MS", 4_000)

    def meanwhile() -> None:
        dialog = QApplication.activeModalWidget()
        deaf = dialog.findChild(unasked._Deaf)
        qtbot.waitUntil(lambda: deaf._pause.remainingTime() < 3_500)
        QTest.keyClick(dialog, Qt.Key.Key_A)
        left = deaf._pause.remainingTime()
        deaf._listen()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert left > 3_700

    QTimer.singleShot(0, meanwhile)
    with unasked.by_itself:
        assert dialogs.recover(window, "a.json", "2026-11-28T12:00:00", 3) is dialogs.Recovery.OPEN


def test_a_dialog_that_was_asked_for_listens_at_once(window: QWidget) -> None:
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return))
    assert dialogs.recover(window, "a.json", "2026-11-28T12:00:00", 3) is dialogs.Recovery.OPEN


def test_who_goes_on_typing_does_not_stop_long_work(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_AT_ONCE_S", 0.0)
    pressed: list[bool] = []

    def steps() -> progress.Steps:
        for step in range(60):
            bar = QApplication.activeModalWidget()
            if isinstance(bar, QDialog) and bar.isVisible() and not pressed:
                pressed.append(True)
                press_everything(bar, buttons=False)
            yield step / 60

    assert progress.carry_out(window, "Saving…", steps())
    assert pressed


def test_what_comes_by_itself_is_told_so(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    by_itself: list[bool] = []
    for name in ("problem", "unexpected"):
        monkeypatch.setattr(dialogs, name, lambda *_: by_itself.append(bool(unasked.by_itself)))
    faults.report(window, KneetreeError("It is full."), "")
    faults.report(window, ZeroDivisionError(), "")
    quiet = Quiet(window)
    quiet.say(lambda: dialogs.problem(window, "It is full."))
    quiet._on_pause()
    assert by_itself == [True] * 3
    assert not unasked.by_itself
