"""An author at work: everything is done by clicks, keys and typed text on real widgets, and each of them counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QTabWidget, QWidget

from kneetree.ui.editor.editor import Editor

CTRL, SHIFT, ALT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


class Actions:
    """Counts what an author does: a click, a key command, or one text typed into one field is one action."""

    def __init__(self, wait: Callable[[Callable[[], bool]], None]) -> None:
        """Let ``wait`` wait until something is so, as ``qtbot.waitUntil`` does."""
        self.count = 0
        self.clicks = 0
        self._wait = wait

    @property
    def receiver(self) -> QWidget:
        """What gets the keys now: an open list, else the field with the focus."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        last = QApplication.activeWindow()
        window: QWidget | None = QApplication.activeModalWidget() or (
            last if last is not None and last.windowType() in kinds else None
        )
        window = window or next(widget for widget in shown if widget.windowType() in kinds)
        if not window.isActiveWindow():
            window.activateWindow()  # there is no window manager here that does it after a dialog is gone
            self._wait(window.isActiveWindow)
        found = window.focusWidget()
        assert found is not None, f"nothing in {window} has the focus"
        return found

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget that can be seen, in its middle if no place is given."""
        assert widget.isVisible() and widget.isEnabled(), f"{widget} cannot be clicked"
        place = widget.rect().center() if place is None else place
        seen = widget.visibleRegion().contains(place)
        assert seen, f"{widget.accessibleName() or widget} is out of sight"
        QTest.mouseClick(widget, LEFT, PLAIN, place)
        self.count += 1
        self.clicks += 1
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key."""
        QTest.keyClick(self.receiver, key, modifiers)
        self.count += 1
        QApplication.processEvents()

    def press_for_dialog(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, then: Callable[[], None]) -> None:
        """Press a key that opens a dialog which holds up what opened it, and do there what is to be done."""

        def in_dialog() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or dialog.focusWidget() is None:
                QTimer.singleShot(20, in_dialog)
                return
            try:
                then()
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(20, in_dialog)
        self.press(key, modifiers)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        for letter in text:
            QTest.keyClicks(self.receiver, letter)
        self.count += 1
        QApplication.processEvents()

    def wait_for(self, happens: Callable[[], bool]) -> None:
        """Wait, which does not count as an action."""
        self._wait(happens)

    # -- places of the editor --------------------------------------------------------------------

    def click_in_outline(self, editor: Editor, node: str) -> None:
        """Choose a node in the outline."""
        view, model = editor.panels.outline.view, editor.panels.outline.model
        index = model.index_of(model.rows.full[node])
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def click_tab(self, tabs: QTabWidget, widget: QWidget) -> None:
        """Bring a panel to the front by its tab."""
        bar = tabs.tabBar()
        self.click(bar, bar.tabRect(tabs.indexOf(widget)).center())

    def click_line(self, box: QComboBox) -> None:
        """Click into the line of a box to choose by name."""
        line = box.lineEdit()
        assert line is not None
        self.click(line)
