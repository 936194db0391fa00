"""A text that grows is altered only where it differs, whatever was there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from kneetree.ui.editor.fields.text_editors import GrowingText

TEXTS = st.text(st.sampled_from(["a", "b", " ", "é", "🦵", "\n"]), max_size=12)


@given(TEXTS, TEXTS, st.integers(0, 12))
def test_a_text_replaces_another_and_the_cursor_stays(qapp: QApplication, old: str, new: str, place: int) -> None:
    editor = GrowingText()
    editor.setPlainText(old)
    cursor = editor.textCursor()
    cursor.setPosition(min(place, len(editor.toPlainText().encode("utf-16-le")) // 2))
    editor.setTextCursor(cursor)
    editor.show_text(new)
    assert editor.toPlainText() == new
    editor.deleteLater()


def test_only_the_stretch_that_differs_is_altered(qapp: QApplication) -> None:
    editor = GrowingText()
    editor.setPlainText("Does it hurt at night?")
    told: list[tuple[int, int, int]] = []
    editor.document().contentsChange.connect(lambda *where: told.append(where))
    editor.show_text("Does it hurt badly at night?")
    assert told == [(13, 0, 6)]
    editor.deleteLater()
