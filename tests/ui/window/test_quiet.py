"""What nobody asked for is said when the person pauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kneetree import edits
from kneetree.ui import dialogs, unasked
from kneetree.ui.document import recovery
from kneetree.ui.window import quiet
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.window.quiet import Quiet
from tests.ui.document.left import left_by


def test_what_is_typed_meanwhile_goes_where_it_belongs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiet, "PAUSE_MS", 100)
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    said: list[str] = []
    waits = Quiet(line)
    waits.say(lambda: said.append(f"first after {line.text()!r}"))
    waits.say(lambda: said.append("second"))
    for letter in "typed":
        assert said == []
        qtbot.keyClick(line.windowHandle(), letter)
        assert waits._pause.remainingTime() > 50
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["first after 'typed'", "second"]
    qtbot.mouseClick(line.windowHandle(), Qt.MouseButton.LeftButton)
    assert not waits._pause.isActive(), "nothing waits any more"


def test_no_other_object_of_the_application_is_looked_at(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[QObject] = []
    look = Quiet.eventFilter

    def note(self: Quiet, watched: QObject, event: QEvent) -> bool:
        seen.append(watched)
        return look(self, watched, event)

    monkeypatch.setattr(Quiet, "eventFilter", note)
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    waits = Quiet(line)
    waits.say(bool)
    gone = QLabel("about to go", line)
    gone.show()
    qtbot.keyClick(line.windowHandle(), "a")
    gone.deleteLater()
    qtbot.waitUntil(lambda: not Shiboken.isValid(gone))
    assert seen and all(isinstance(watched, QWindow) for watched in seen)


def test_a_window_that_opens_meanwhile_is_looked_at_too_and_one_may_go(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet, "PAUSE_MS", 300)
    first, second = QLineEdit(), QLineEdit()
    qtbot.addWidget(second)  # the first one is gone before the test ends
    first.show()
    said: list[str] = []
    waits = Quiet(second)
    waits.say(lambda: said.append("now"))
    first.returnPressed.connect(second.show)
    qtbot.keyClick(first.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(second.isVisible)
    QApplication.processEvents()
    first.deleteLater()
    for letter in "typed in the other":
        qtbot.keyClick(second.windowHandle(), letter)
        qtbot.wait(20)
        assert waits._pause.remainingTime() > 200 and said == []
    qtbot.waitUntil(lambda: said == ["now"])
    second.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_is_said_over_a_menu_or_a_dialog_that_is_open(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiet, "PAUSE_MS", 30)
    line = QLineEdit()
    menu, dialog = QMenu(line), QDialog(line)
    menu.addAction("Save")
    qtbot.addWidget(line)
    line.show()
    said: list[str] = []
    waits = Quiet(line)
    menu.popup(QPoint(0, 0))
    waits.say(lambda: said.append("now"))
    qtbot.wait(150)
    assert said == []
    dialog.open()
    menu.close()
    qtbot.wait(150)
    assert said == []
    dialog.close()
    qtbot.waitUntil(lambda: said == ["now"])


def test_what_waits_behind_a_fault_is_said_all_the_same(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiet, "PAUSE_MS", 0)
    line = QLineEdit()
    qtbot.addWidget(line)
    waits, said = Quiet(line), list[str]()

    def fail() -> None:
        raise ValueError("a fault of the program")

    with qtbot.captureExceptions() as faults:
        for call in (lambda: said.append("first"), fail, lambda: said.append("last")):
            waits.say(call)
        qtbot.waitUntil(lambda: said == ["first", "last"])
    assert len(faults) == 1
    assert not unasked.by_itself


def test_work_that_was_left_is_offered_in_a_pause_and_takes_the_place_of_no_other(
    open_window: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet, "PAUSE_MS", 300)
    window = open_window()
    document = window.document
    document.do(edits.set_title(document.tree, "Left"), "title")
    document.recovery._journal.leave()  # as when the process is gone
    document.recovery._journal = None
    document.stack.setClean()
    asked: list[bool] = []
    left: list[str] = []
    monkeypatch.setattr(
        dialogs, "recover", lambda *_, **__: asked.append(bool(unasked.by_itself)) or dialogs.Recovery.OPEN
    )
    monkeypatch.setattr(dialogs, "save_first", lambda *_: left.append(document.tree.title) or dialogs.Choice.CANCEL)
    window.files.offer_recovery()
    for letter in "typed":
        qtbot.keyClick(window.windowHandle(), letter)
        assert asked == [], "the window is being typed in"
    document.do(edits.set_title(document.tree, "Written since"), "title")
    qtbot.waitUntil(lambda: bool(left))
    assert (asked, left) == ([True], ["Written since"])
    assert document.tree.title == "Written since", "it was not given up, so the other work waits for the next start"
    (left_over,) = left_by(document).work
    recovery.forget(left_over[0])  # which would be that of another test
    assert not left_by(document).work
