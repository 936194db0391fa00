"""An author at work: everything is done by clicks, keys and typed text on real widgets, and each of them counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTabWidget, QWidget

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
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
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

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        for letter in text:
            QTest.keyClicks(self.receiver, letter)
        self.count += 1
        QApplication.processEvents()

    def wait_for(self, happens: Callable[[], bool]) -> None:
        """Wait, which is no action."""
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
