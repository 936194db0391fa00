"""Questions that the program asks: what Enter does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from kneetree.ui import dialogs

pytestmark = pytest.mark.usefixtures("qapp")


def test_enter_agrees_to_nothing_that_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def press_enter(box: QMessageBox) -> int:
        button = box.defaultButton()
        asked.append(button.text())
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_enter)
    assert not dialogs.confirm(None, "Throw away what you have written here?", "Throw it away")
    assert asked == [dialogs.translate("QPlatformTheme", "Cancel")]
