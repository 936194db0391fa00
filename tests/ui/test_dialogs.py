"""Questions that the program asks: what Enter does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

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


@pytest.mark.parametrize(("typed", "kinds", "meant"), [
    ("knee", "Trees (*.json)", "knee.json"),
    ("knee.v2", "Trees (*.json)", "knee.v2"),
    ("knee", "Web page (*.html)", "knee.html"),
    ("knee.pdf", "Poster (*.poster.pdf)", "knee.poster.pdf"),
    ("knee.json", "Trees (*.json)", "knee.json"),
])  # fmt: skip
@pytest.mark.parametrize("agrees", [True, False])
def test_a_name_that_gets_its_ending_replaces_no_file_unasked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, kinds: str, meant: str, agrees: bool
) -> None:
    (tmp_path / meant).write_text("another's")
    begun: list[str] = []
    asked: list[str] = []

    def choose(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        begun.append(suggested)
        return (str(tmp_path / typed), kinds) if len(begun) == 1 else ("", "")

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        wanted = "Replace" if agrees else dialogs.translate("QPlatformTheme", "Cancel")
        next(button for button in box.buttons() if button.text() == wanted).click()
        return 0

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QMessageBox, "exec", press)
    chosen = dialogs.save_path(None, "Save the tree", "new", kinds)
    if typed == meant:  # Qt has asked already
        assert (chosen, asked, begun) == (tmp_path / meant, [], ["new"])
        return
    assert asked == [f"Already there: {meant}"]
    assert chosen == (tmp_path / meant if agrees else None)
    assert begun == (["new"] if agrees else ["new", str(tmp_path / meant)]), "after Cancel the dialog comes again"


def test_a_name_that_is_free_gets_its_ending_without_a_question(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "knee").write_text("it has no ending, and stays")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "knee"), "PDF (*.pdf)"))
    monkeypatch.setattr(dialogs, "confirm", lambda *_: pytest.fail("there is nothing to replace"))
    assert dialogs.save_path(None, "Save", "new", "PDF (*.pdf)") == tmp_path / "knee.pdf"
