"""The ring is around what has the keyboard, whole, and goes where that goes."""

from __future__ import annotations

from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenuBar,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kneetree.ui.style.focus_ring import FocusRing, _Frame
from kneetree.ui.style.text_labels import reads_first
from kneetree.ui.style.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, theme: Theme) -> QWidget:
    ring = FocusRing(qapp, theme)
    made = QWidget()
    qtbot.addWidget(made)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    inside = QWidget()
    column = QVBoxLayout(inside)
    tight = QWidget()
    row = QVBoxLayout(tight)
    row.setContentsMargins(0, 0, 0, 0)
    made.first, made.second = QPushButton("first"), QPushButton("second")
    row.addWidget(made.first)
    column.addWidget(tight)
    column.addSpacing(900)
    column.addWidget(made.second)
    scroll.setWidget(inside)
    QVBoxLayout(made).addWidget(scroll)
    made.scroll, made.ring = scroll, ring
    made.resize(400, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qapp.focusChanged.disconnect(ring._on_focus)
    ring.deleteLater()


def frame_of(window: QWidget) -> _Frame:
    return window.findChild(_Frame)


def test_the_ring_is_whole_and_around_its_target(window: QWidget) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    frame = frame_of(window)
    assert frame.isVisible()
    place = window.first.mapTo(frame.parentWidget(), QPoint(0, 0))
    assert frame.geometry().topLeft() == place - QPoint(4, 4)
    assert frame.parentWidget().rect().contains(frame.geometry())


def test_the_ring_scrolls_along_and_moves_on(window: QWidget) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    before = frame_of(window).mapTo(window, QPoint(0, 0)).y()
    window.scroll.verticalScrollBar().setValue(30)
    assert frame_of(window).mapTo(window, QPoint(0, 0)).y() == before - 30
    window.second.setFocus(Qt.FocusReason.TabFocusReason)
    frame = frame_of(window)
    assert frame.geometry().center() == window.second.mapTo(frame.parentWidget(), window.second.rect().center())


def test_no_ring_where_none_is_wanted(window: QWidget, qtbot: QtBot) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    label = QLabel("heading", window)
    label.setProperty("ring", False)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.show()
    label.setFocus()
    assert not frame_of(window).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_words_on_which_reading_starts_have_a_ring_only_where_tab_has_come(
    window: QWidget, qtbot: QtBot, key: Qt.Key
) -> None:
    words = reads_first(QLabel("heading", window))
    words.show()
    before = window.second if key == Qt.Key.Key_Tab else window.first
    first, then = (before, words) if key == Qt.Key.Key_Tab else (words, before)
    QWidget.setTabOrder(first, then)
    words.setFocus()
    assert not frame_of(window).isVisible(), "the program goes there"
    before.setFocus()
    qtbot.keyClick(window.windowHandle(), key)
    assert words.hasFocus() and frame_of(window).isVisible()
    window.second.setFocus()
    words.setFocus()
    assert not frame_of(window).isVisible(), "the program goes there again"


def test_no_ring_around_a_menu_bar_that_marks_its_menus_itself(window: QWidget) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    bar = QMenuBar(window)
    bar.addMenu("&View").addAction("Larger")
    bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bar.show()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert bar.hasFocus()
    assert not frame_of(window).isVisible()
    window.first.setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert frame_of(window).isVisible()


def test_the_ring_survives_the_end_of_what_it_was_around(window: QWidget, qtbot: QtBot) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    window.first.parentWidget().deleteLater()
    qtbot.wait(1)
    window.second.setFocus(Qt.FocusReason.TabFocusReason)
    assert frame_of(window).isVisible()


def press(window: QWidget, target: QWidget, qtbot: QtBot) -> None:
    """Press with the mouse as the window system tells of it."""
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=target.mapTo(window, target.rect().center()))
    QApplication.processEvents()


def test_what_the_mouse_has_pressed_has_no_ring_until_a_key_is_pressed(window: QWidget, qtbot: QtBot) -> None:
    window.second.setFocus(Qt.FocusReason.TabFocusReason)
    assert frame_of(window).isVisible()
    window.scroll.verticalScrollBar().setValue(0)
    press(window, window.first, qtbot)
    assert window.first.hasFocus()
    assert not frame_of(window).isVisible()
    window.second.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not frame_of(window).isVisible(), "nor has what the program goes on with"
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert frame_of(window).isVisible()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Backtab)
    assert window.first.hasFocus() and frame_of(window).isVisible()


def test_what_is_written_in_has_its_ring_also_after_the_mouse(window: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.move(30, 200)
    field.show()
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, field, qtbot)
    assert field.hasFocus() and frame_of(window).isVisible()


def test_dialogs_come_and_go_and_each_has_its_ring(window: QWidget, qtbot: QtBot, qapp: QApplication) -> None:
    for _ in range(20):
        dialog = QDialog(window)
        button = QPushButton("in it", dialog)
        button.move(20, 20)
        dialog.resize(200, 100)
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        press(dialog, button, qtbot)
        assert frame_of(dialog) is None or not frame_of(dialog).isVisible()
        qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_Shift)
        assert frame_of(dialog).isVisible()
        dialog.close()
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def box(window: QWidget, qtbot: QtBot) -> QMessageBox:
    """A dialog whose buttons Qt has made, so that nothing in Python refers to them."""
    box = QMessageBox(window)
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    box.show()
    qtbot.waitUntil(box.isActiveWindow)
    return box


def test_a_button_that_qt_has_made_has_its_ring_again_when_a_key_is_pressed(box: QMessageBox, qtbot: QtBot) -> None:
    qtbot.keyClick(box.windowHandle(), Qt.Key.Key_Tab)
    assert frame_of(box).isVisible()
    place = QApplication.focusWidget().mapTo(box, QApplication.focusWidget().rect().center())
    qtbot.mousePress(box.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(box.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert not frame_of(box).isVisible()
    qtbot.keyClick(box.windowHandle(), Qt.Key.Key_Shift)
    assert frame_of(box).isVisible()


def test_the_ring_moves_with_a_button_that_qt_has_made(box: QMessageBox, qtbot: QtBot) -> None:
    qtbot.keyClick(box.windowHandle(), Qt.Key.Key_Tab)
    before = frame_of(box).pos()
    QApplication.focusWidget().move(QApplication.focusWidget().pos() + QPoint(3, 0))
    assert frame_of(box).pos() == before + QPoint(3, 0)


def test_a_window_that_had_the_focus_is_not_kept(window: QWidget, qtbot: QtBot) -> None:
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    gone = ref(other)
    del other
    assert gone() is None


def test_what_had_the_keyboard_before_has_its_ring_at_once(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    """The first page is shown, with the keyboard on its button, before there is a ring."""
    made = QWidget()
    qtbot.addWidget(made)
    button = QPushButton("first", made)
    button.move(20, 20)
    made.show()
    made.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    ring = FocusRing(qapp, theme)
    assert frame_of(made).isVisible()
    qapp.focusChanged.disconnect(ring._on_focus)
    ring.deleteLater()
