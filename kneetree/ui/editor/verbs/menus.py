"""Put the editor's menus and tool bar together from its actions.  They decide nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget, QWidgetAction

from kneetree.ui.editor.verbs.actions import Actions
from kneetree.ui.style.theme import Theme

BREAK = ""
NODE = (
    "connect_yes", "connect_no", BREAK, "insert_yes", "insert_no", "question_yes", "question_no", "leaf_yes", "leaf_no",
    BREAK, "swap", "turn", "rename", "set_root", BREAK, "make_region", "leave_regions", BREAK,
    "delete_keep_yes", "delete_keep_no", "delete_below",
)  # fmt: skip
EDIT = ("cut", "copy", "paste", "paste_yes", "paste_no", "duplicate", "delete", BREAK, "select_all", "select_below")
MAP = (
    "zoom_in", "zoom_out", "zoom_usual", "fit", "fit_selection", "reveal", BREAK, "tidy", "turn_map", BREAK,
    "fold", "focus", "show_all",
)  # fmt: skip
ON_QUESTION = (
    "connect_yes", "connect_no", "insert_yes", "insert_no", BREAK, "swap", "turn", "rename", "set_root", BREAK,
    "cut", "copy", "paste_yes", "paste_no", "duplicate", BREAK, "fold", "focus", "make_region", "leave_regions", BREAK,
    "delete", "delete_keep_yes", "delete_keep_no", "delete_below",
)  # fmt: skip
ON_LEAF = (
    "turn", "rename", BREAK, "cut", "copy", "duplicate", BREAK, "focus", "make_region", "leave_regions", BREAK,
    "delete", "delete_below",
)  # fmt: skip
ON_MANY = ("cut", "copy", "duplicate", BREAK, "swap", "make_region", "leave_regions", "fit_selection", BREAK, "delete")
ON_GROUND = ("paste", "select_all", BREAK, "fit", "zoom_usual", "tidy", "turn_map", BREAK, "show_all")
ON_EDGE = {
    "yes": ("insert_yes", "connect_yes", BREAK, "question_yes", "leaf_yes", "paste_yes"),
    "no": ("insert_no", "connect_no", BREAK, "question_no", "leaf_no", "paste_no"),
}


def fill(menu: QMenu, names: Sequence[str], actions: Actions, more: Sequence[QAction] = ()) -> None:
    """Put actions into a menu, with a line at each break."""
    for action in more:
        menu.addAction(action)
    if more:
        menu.addSeparator()
    for name in names:
        if name == BREAK:
            menu.addSeparator()
        else:
            menu.addAction(actions[name])


class Bar(QToolBar):
    """The strip above the map: undo, zoom, fit, tidy, and a line for what could not be done.

    What finds no room is behind the arrow at its end.
    """

    def __init__(self, actions: Actions, before: Sequence[QAction], after: Sequence[QAction], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("surface", "bar")
        self.setMovable(False)
        self.addActions([*before, actions["zoom_out"], actions["zoom_usual"], actions["zoom_in"]])
        self.addActions([actions["fit"], actions["tidy"]])
        self.zoom = self._button_of(actions["zoom_usual"])
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "small")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.words)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self.addActions(list(after))
        for action in self.actions():
            if not (action.isSeparator() or isinstance(action, QWidgetAction)):
                button = self._button_of(action)
                button.setProperty("kind", "tool")
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(action.text().replace("&", ""))
        theme.changed.connect(self._dress)
        self._dress()

    def _button_of(self, action: QAction) -> QToolButton:
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton), "a tool bar makes such a button for every plain action"
        return button

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom in percent; a press on it goes back to 100."""
        percent = zoom * 100
        self.zoom.setText(f"{percent:.0f} %" if percent >= 1 else f"{percent:.2f} %")

    def say(self, sentence: str) -> None:
        """Why something was not done, until something is."""
        self.words.setText(sentence)

    def _dress(self) -> None:
        side = self._theme.px(18)
        self.setIconSize(QSize(side, side))
        self.setStyleSheet("QToolButton { padding: 3px 7px; min-height: 22px; }")
        self.zoom.setMinimumWidth(self._theme.px(76))
