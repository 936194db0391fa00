"""A text that grows is altered only where it differs, whatever was there."""

from __future__ import annotations

from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneetree.ui.editor.fields.text_editors import GrowingText

TEXTS = st.text(st.sampled_from(["a", "b", " ", "\u00a0", "\u202f", "é", "🦵", "\n"]), max_size=12)


def units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def alike(one: str, other: str) -> str:
    """What two texts begin with alike."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@given(TEXTS, TEXTS, st.integers(0, 12))
def test_a_text_replaces_another_and_the_cursor_stays(qapp: QApplication, old: str, new: str, place: int) -> None:
    editor = GrowingText()
    editor.setPlainText(old)
    cursor = editor.textCursor()
    cursor.setPosition(min(place, units(old)))
    editor.setTextCursor(cursor)
    before = editor.textCursor().position()
    editor.show_text(new)
    assert editor.toPlainText() == new
    front = alike(old, new)
    behind = alike(old[len(front) :][::-1], new[len(front) :][::-1])
    if before < units(front):
        assert editor.textCursor().position() == before
    elif units(old) - before < units(behind):
        assert units(new) - editor.textCursor().position() == units(old) - before
    editor.deleteLater()


def test_only_the_stretch_that_differs_is_altered(qapp: QApplication) -> None:
    editor = GrowingText()
    editor.setPlainText("Does it hurt at night?")
    told: list[tuple[int, int, int]] = []
    editor.document().contentsChange.connect(lambda *where: told.append(where))
    editor.show_text("Does it hurt badly at night?")
    assert told == [(13, 0, 6)]
    editor.deleteLater()


@given(TEXTS, TEXTS)
def test_no_break_spaces_outlive_typing_copying_and_pasting(qapp: QApplication, text: str, pasted: str) -> None:
    editor = GrowingText()
    editor.show_text(text)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "x")
    assert editor.toPlainText() == text + "x"
    QApplication.clipboard().setText(pasted)
    editor.paste()
    assert editor.toPlainText() == text + "x" + pasted
    editor.selectAll()
    editor.copy()
    assert QApplication.clipboard().text() == text + "x" + pasted
    editor.deleteLater()
