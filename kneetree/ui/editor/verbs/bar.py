"""Show what an author needs most as buttons in a line above the editor; what finds no room is in a menu at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from kneetree.ui.keys import plain
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme

_EDGE, _GAP = 8, 4


class Bar(QWidget):
    """Buttons for ``actions`` from the left and for ``toggles`` at the right end, which are the last to lose theirs.

    ``zoom`` is the action whose button shows how large the map is drawn.
    """

    def __init__(self, actions: Sequence[QAction], toggles: Sequence[QAction], zoom: QAction, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("mapBar")
        on_surface(self, "bar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons = {action: self._button(action) for action in actions}
        self.more = QToolButton(self)
        self.more.setText(self.tr("More"))
        self.more.setAccessibleName(self.tr("More commands"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("kind", "tool")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self.toggles = {action: self._button(action) for action in toggles}
        self.zoom = self.buttons[zoom]
        theme.changed.connect(self._dress)
        self._dress()

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom in percent; a press on it goes back to 100."""
        percent = zoom * 100
        self.zoom.setText(f"{percent:.0f} %" if percent >= 1 else f"{percent:.2f} %")

    def in_menu(self) -> list[QAction]:
        """Return the actions that have no button now, in the order of the menu that holds them."""
        return [action for action, button in (self.buttons | self.toggles).items() if button.isHidden()]

    def sizeHint(self) -> QSize:
        """Return the height of the buttons, and the width at which each has its place."""
        every = [*self.buttons.values(), *self.toggles.values()]
        wide = sum(_size(button).width() + _GAP for button in every)
        return QSize(wide + 2 * _EDGE, max(button.sizeHint().height() for button in every) + _EDGE)

    def minimumSizeHint(self) -> QSize:
        """Return room for the menu alone."""
        return QSize(self.more.sizeHint().width() + 2 * _EDGE, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons in the new width."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place the buttons again when one of them has another size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.updateGeometry()
            self._place()
        return super().event(event)

    # -- inner -----------------------------------------------------------------------------------

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("kind", "tool")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(plain(action.text()))
        return button

    def _place(self) -> None:
        """Give the toggles their room first, then the actions from the left, and the menu what is left over."""
        room = self.width() - 2 * _EDGE
        wide = {action: _size(button).width() for action, button in (self.buttons | self.toggles).items()}
        if sum(wide.values()) + _GAP * (len(wide) - 1) > room:
            room -= self.more.sizeHint().width() + _GAP
        kept: set[QAction] = set()
        for action in (*self.toggles, *self.buttons):
            room -= wide[action] + _GAP
            if room + _GAP < 0:
                break
            kept.add(action)
        left, right = _EDGE, self.width() - _EDGE
        for action, button in self.buttons.items():
            button.setVisible(action in kept)
            if action in kept:
                left = self._put(button, left)
        hidden = [action for action in wide if action not in kept]
        self.more.setVisible(bool(hidden))
        if hidden:
            self._put(self.more, left)
        if self._menu.actions() != hidden:
            for action in self._menu.actions():  # PySide takes actions for deleted that ``clear`` has only removed
                self._menu.removeAction(action)
            self._menu.addActions(hidden)
        for action, button in reversed(self.toggles.items()):
            button.setVisible(action in kept)
            if action in kept:
                right -= wide[action] + _GAP
                self._put(button, right + _GAP)

    def _put(self, button: QToolButton, left: int) -> int:
        size = _size(button)
        button.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        return left + size.width() + _GAP

    def _dress(self) -> None:
        side = self._theme.px(18)
        for button in (*self.buttons.values(), *self.toggles.values(), self.more):
            button.setIconSize(QSize(side, side))
        self.zoom.setMinimumWidth(self._theme.px(76))
        self.updateGeometry()


def _size(button: QToolButton) -> QSize:
    return button.sizeHint().expandedTo(button.minimumSize())
