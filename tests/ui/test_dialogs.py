"""Questions that the program asks: what Enter does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from kneetree.ui import dialogs

BUTTONS = {
    "changed": ["Keep mine", "Take theirs", "Compare", "Save elsewhere…", "Decide later"],
    "gone": ["Keep mine", "Save elsewhere…", "Decide later"],
    "unreadable": ["Save elsewhere…", "Decide later"],
}
"""What can be done about a file, by what has become of it; the first is what Enter does."""
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


@pytest.mark.parametrize("what", BUTTONS)
def test_what_can_be_done_about_a_file_that_is_another_now(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    boxes: list[tuple[set[str], str]] = []

    def look(box: QMessageBox) -> int:
        boxes.append(({button.text() for button in box.buttons()}, box.defaultButton().text()))
        box.escapeButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    told = {"gone": what == "gone", "unreadable": what == "unreadable"}
    assert dialogs.changed_meanwhile(None, "a.json", unsaved=3, **told) is dialogs.Theirs.LATER
    assert boxes == [(set(BUTTONS[what]), BUTTONS[what][0])]
