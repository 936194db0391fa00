"""A text that grows is altered only where it differs, whatever was there."""

from __future__ import annotations

from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneetree.ui.editor.fields.text_editors import GrowingText, Line, on_one_line

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


PASTED = st.text(st.sampled_from(["a", "🦵", " ", "\n", "\r", "\t", "\u2028", "\u00a0", "\x07"]), max_size=10)


@given(PASTED, st.integers(0, 4))
def test_what_is_pasted_into_one_line_is_one_line(qapp: QApplication, pasted: str, place: int) -> None:
    line = Line()
    told: list[str] = []
    line.textEdited.connect(told.append)
    line.setText("b  c")
    line.setCursorPosition(place)
    QApplication.clipboard().setText(pasted)
    line.paste()
    whole = "b  c"[:place] + pasted + "b  c"[place:]
    assert line.text() == on_one_line(whole)
    assert told in ([], [line.text()]), "nobody is given a text with line breaks"
    assert not set(line.text()) & set("\n\r\t\u2028\x07")
    assert [letter for letter in line.text() if letter not in " "] == [
        letter for letter in whole if letter not in " \n\r\t\u2028\x07"
    ]
    QTest.keyClicks(line, "x")
    before = on_one_line("b  c"[:place] + pasted)
    assert line.text().startswith(before + "x"), "one goes on where one was"
    line.deleteLater()


def test_texts_of_several_lines_become_one() -> None:
    assert on_one_line("Call now\r\nand wait\r\n\tfor help\r\n") == "Call now and wait for help"
    assert on_one_line("\n  Title \n") == "Title"
    assert on_one_line("as  it  is ") == "as  it  is "
