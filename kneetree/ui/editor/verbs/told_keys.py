"""Say what the keys of each pane mean that are no shortcuts of an action, for the help that F1 opens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kneetree.ui.keys import tell

translate = QCoreApplication.translate


def tell_keys(editor: QWidget, canvas: QWidget, outline: QWidget, inspector: QWidget, panels: QWidget) -> None:
    """Tell the keys of the whole editor and of each of its panes."""
    tell(
        canvas,
        [
            translate("Editor", "Arrow keys: go along the tree; with Shift: select more"),
            translate("Editor", "Ctrl and arrow keys: move the selected boxes, with Shift in small steps"),
            translate("Editor", "Alt+Left, Alt+Right: go to what follows Yes, or No"),
            translate("Editor", "Enter: edit the selected box; Home: go to the first question; Escape: select nothing"),
        ],
    )
    tell(
        outline,
        [
            translate("Editor", "Up, Down: go through the list; Left, Right: fold and unfold"),
            translate("Editor", "Enter: edit the selected box"),
        ],
    )
    tell(
        inspector,
        [
            translate("Editor", "Tab, Shift+Tab: go to the next field, or the one before"),
            translate("Editor", "Enter in a question that is new: go on with a new one on No; Ctrl+Enter: on Yes"),
            translate("Editor", "Enter in one written before: end the text; Shift+Enter: begin a line in it"),
        ],
    )
    tell(
        panels,
        [
            translate("Editor", "Ctrl+Tab, Ctrl+Shift+Tab: go to the next panel, or the one before"),
            translate("Editor", "Tab: go from the tabs into the panel; Enter: open the chosen line; Del: remove it"),
        ],
    )
    tell(editor, [translate("Editor", "Escape: back to the map")])
