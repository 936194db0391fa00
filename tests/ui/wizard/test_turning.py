"""A page is shown once when it is turned to: Qt's own wizard hides and shows all that is on it twice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Answer
from kneetree.ui.style.theme import Theme
from tests import trees
from tests.ui.wizard.test_check_view import Driver


class Counted(QObject):
    """Counts how often what it watches is told of something."""

    def __init__(self, what: QEvent.Type) -> None:
        super().__init__()
        self._what = what
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        self.times += event.type() == self._what
        return False


def test_what_is_on_a_page_is_shown_once_at_each_turn(qtbot: QtBot, theme: Theme) -> None:
    driver = Driver(qtbot, theme, trees.small())
    first = driver.page
    driver.press(Answer.NO)
    second, shown, resized = driver.page, Counted(QEvent.Type.Show), Counted(QEvent.Type.Resize)
    assert second is not first
    QApplication.processEvents()
    driver.view.wizard.back()
    QApplication.processEvents()
    assert driver.page is first
    second.heading.installEventFilter(shown)
    second.installEventFilter(resized)
    driver.press(Answer.NO)
    QApplication.processEvents()
    assert driver.page is second
    assert (shown.times, resized.times) == (1, 0)
    assert second.heading.isVisible()
    assert second.scroll_area.size() == second.size()


def test_a_page_that_is_shown_again_where_it_is_stays_on_screen(qtbot: QtBot, theme: Theme) -> None:
    driver, shown = Driver(qtbot, theme, trees.small()), Counted(QEvent.Type.Show)
    driver.page.heading.installEventFilter(shown)
    driver.show()
    QApplication.processEvents()
    assert shown.times == 0
    assert driver.page.heading.isVisible()
