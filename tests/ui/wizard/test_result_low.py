"""The result in a low window: what to do comes before what can be done with the result."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Answer
from kneetree.ui.wizard.result_page import ResultPage
from tests.ui.wizard.test_result_page import page, summary_of

__all__ = ["page"]
LOW, HIGH = 300, 800


def settled(page: ResultPage, height: int) -> ResultPage:
    page.resize(700, height)
    for _ in range(3):
        QApplication.processEvents()
    return page


def order(page: ResultPage) -> list[str]:
    """Return what comes from top to bottom, by its words; print stands for all of its row."""
    parts: list[tuple[QWidget, str]] = [(page.wishes["print"], "print"), (page.card, "action")]
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() == "What to do":
            parts.append((label, "do"))
    parts.sort(key=lambda part: part[0].mapTo(page, QPoint(0, 0)).y())
    return [name for _, name in parts]


def tabbed(page: ResultPage) -> list[str]:
    """Return the words of what Tab comes to, in its order."""
    found, widget = [], page.card.word.nextInFocusChain()
    while widget is not page.card.word:
        if page.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget.text() if hasattr(widget, "text") else "")
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize(("height", "wanted"), [(LOW, ["action", "do", "print"]), (HIGH, ["action", "print", "do"])])
@pytest.mark.parametrize("before", [LOW, HIGH])
def test_what_to_do_comes_first_in_a_low_window(page: ResultPage, height: int, wanted: list[str], before: int) -> None:
    settled(page, before).show_summary(summary_of(Answer.NO, Answer.YES))
    settled(page, height)
    assert page.low is (height == LOW)
    assert order(page) == wanted
    came = [text for text in tabbed(page) if text in ("What to do", "&Print…")]
    assert came == (["What to do", "&Print…"] if height == LOW else ["&Print…", "What to do"])


def test_a_window_that_becomes_low_keeps_what_is_open_and_the_keyboard(qtbot: QtBot, page: ResultPage) -> None:
    settled(page, HIGH).show_summary(summary_of(Answer.NO, Answer.YES))
    page.begin()
    qtbot.waitUntil(page.isActiveWindow)
    page.path.button.click()
    opened = page.opened
    page.card.word.setFocus()
    settled(page, LOW)
    assert page.opened == opened and page.path.opened
    assert QApplication.focusWidget() is page.card.word


def test_each_wish_is_told_once_after_the_window_became_low(qtbot: QtBot, page: ResultPage) -> None:
    settled(page, HIGH).show_summary(summary_of(Answer.NO, Answer.YES))
    settled(page, LOW)
    told: list[str] = []
    page.wish.connect(told.append)
    page.wishes["copy_text"].click()
    assert told == ["copy_text"]
