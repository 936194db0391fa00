"""Let the map say what the author wishes, without knowing who fulfils it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """Carry what gestures and keys mean up to the editor, as ids.

    Signals: ``select_asked(list, str)`` select these nodes, and make the named one current or else the last;
    ``fold_asked(list)`` fold or unfold these questions; ``activated(str)`` edit the texts of this node;
    ``moved(dict)`` boxes were put at these middles; ``nudged(dict)`` the same by keys;
    ``connect_asked(question, answer, target)``; ``dropped(question, answer, point of the map, point of the
    viewport)`` make a new node there; ``menu_asked(node or "", answer or "", point on the screen)``;
    ``hint(str)`` show a sentence in the status line, or none if it is empty.
    """

    select_asked = Signal(list, str)
    fold_asked = Signal(list)
    activated = Signal(str)
    moved = Signal(dict)
    nudged = Signal(dict)
    connect_asked = Signal(str, str, str)
    dropped = Signal(str, str, object, object)
    menu_asked = Signal(str, str, object)
    hint = Signal(str)
