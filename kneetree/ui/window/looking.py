"""What an author looks at in the editor, so that a window in another language shows the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from kneetree.ui.editor.canvas.camera import Camera
    from kneetree.ui.editor.editor import Editor


class Looking(NamedTuple):
    """The selected nodes, the part of the map in sight, and the place of the panel in front."""

    nodes: tuple[str, ...]
    camera: Camera
    panel: int


def looking_of(editor: Editor | None) -> Looking | None:
    """Return what is looked at in an editor, if there is one."""
    if editor is None:
        return None
    return Looking(editor.selection.nodes, editor.canvas.camera, editor.tabs.currentIndex())


def look_again(editor: Editor, looking: Looking | None) -> None:
    """Show in a new editor over the same tree what was looked at in another."""
    if looking is None:
        return
    panel = editor.tabs.widget(looking.panel)
    if panel is not None:
        editor.tabs.setCurrentWidget(panel)
    editor.selection.set([node for node in looking.nodes if node in editor.document.tree.nodes])
    # The map keeps its middle while it gets its size, so the view comes back once it has that.
    QTimer.singleShot(0, editor.canvas, partial(editor.canvas.look_from, looking.camera))
