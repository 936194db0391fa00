"""A double click presses one page, never the next: on pages of danger signs it would tick one that nobody has read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.wizard.second_click import UNREAD_MS, SecondClick


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        self.pressed += 1


def press(page: Page, place: QPoint, kind: QEvent.Type = QEvent.Type.MouseButtonPress) -> None:
    """Press as the window system does, which tells the window and not the widget."""
    at = QPointF(page.mapFromGlobal(place))
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        page.windowHandle(), QMouseEvent(kind, at, QPointF(place), left, left, Qt.KeyboardModifier.NoModifier)
    )


def shown(qtbot: QtBot) -> tuple[Page, SecondClick, QPoint]:
    page = Page()
    qtbot.addWidget(page)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()
    place = page.mapToGlobal(QPoint(100, 100))
    QCursor.setPos(place)
    QApplication.processEvents()
    return page, SecondClick(page), QCursor.pos()


def test_the_second_click_of_two_does_not_reach_the_next_page(qtbot: QtBot) -> None:
    page, second, place = shown(qtbot)
    press(page, place)
    assert page.pressed == 1
    second.page_turned()
    press(page, place)
    press(page, place, QEvent.Type.MouseButtonDblClick)
    assert page.pressed == 1


def test_a_page_may_come_into_another_window_meanwhile(qtbot: QtBot) -> None:
    page, second, _ = shown(qtbot)
    second.page_turned()
    around = QWidget()
    qtbot.addWidget(around)
    page.setParent(around)  # its own window of the system is gone
    second.page_turned()
    around.show()
    second.page_turned()


def test_a_click_elsewhere_or_later_is_taken(qtbot: QtBot) -> None:
    page, second, place = shown(qtbot)
    second.page_turned()
    press(page, place + QPoint(60, 40))
    assert page.pressed == 1
    second.page_turned()
    qtbot.wait(max(QApplication.doubleClickInterval(), UNREAD_MS) + 50)
    press(page, place)
    assert page.pressed == 2
    press(page, place)
    assert page.pressed == 3


def test_a_click_before_anybody_can_have_read_the_new_page_is_not_taken(qtbot: QtBot) -> None:
    """It is half a second after the first one: too late for a double click, and meant for the page before it."""
    page, second, place = shown(qtbot)
    second.page_turned()
    qtbot.wait(500)
    press(page, place)
    assert page.pressed == 0


def test_a_letter_presses_nothing_before_anybody_can_have_read_the_new_page(qtbot: QtBot) -> None:
    """Six letters in a second denied three lists of danger signs."""
    page, second, _ = shown(qtbot)
    button, pressed = QPushButton("&Continue", page), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    button.setFocus()
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(pressed) == 1)
    for turned in (second.page_turned, lambda: second.page_scrolled(button, by_pointer=False)):
        turned()
        qtbot.wait(500)
        qtbot.keyClick(page.windowHandle(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
        qtbot.wait(200)
        assert len(pressed) == 1
    qtbot.wait(300)
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(pressed) == 2)


def test_a_letter_that_is_held_down_presses_nothing(qtbot: QtBot) -> None:
    page, _second, _ = shown(qtbot)
    for held in (False, True):
        alt = Qt.KeyboardModifier.AltModifier
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, alt, "c", held)
        event.ignore()
        QApplication.sendEvent(page, event)
        assert event.isAccepted() is held, "what is accepted is no shortcut"
