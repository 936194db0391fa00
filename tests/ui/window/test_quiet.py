"""What nobody asked for is said when the person pauses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kneetree.ui.window import quiet
from kneetree.ui.window.quiet import Quiet


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
        qtbot.keyClick(line, letter)
        assert waits._pause.remainingTime() > 50
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["first after 'typed'", "second"]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert not waits._pause.isActive(), "nothing waits any more"
