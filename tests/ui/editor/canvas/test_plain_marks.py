"""Below the zoom of whole texts no box is blank or all of one colour, whatever marks it."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QColor

from kneetree.model.tree import Leaf
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.marks import Marks

ZOOMS = (0.18, 0.2, 0.25, 0.29, 0.3, 0.35, 0.4, 0.45, 0.49)


@pytest.fixture
def canvas(canvas_of_kinds):
    return canvas_of_kinds


def colours_in(canvas: Canvas, key: str) -> Counter[str]:
    """Return the colours well inside a box on the screen, with how often each is there."""
    box, image = canvas.model.rect(key), canvas.grab().toImage()
    left, top = canvas.camera.to_screen(box.left + 24, box.top + 5)
    right, bottom = canvas.camera.to_screen(box.right - 24, box.bottom - 5)
    pixels = [(x, y) for x in range(round(left), round(right)) for y in range(round(top) + 3, round(bottom) - 3)]
    return Counter(image.pixelColor(x, y).name() for x, y in pixels)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("mark", ["path_nodes", "other_nodes", "untaken_nodes", "none"])
def test_what_a_box_says_is_seen_whatever_marks_it(canvas, theme, mode, mark) -> None:
    theme.choose_mode(mode)
    nodes = canvas.model.tree.nodes
    marks = Marks() if mark == "none" else Marks(**{mark: frozenset(nodes)})
    canvas.view_state.marks = marks
    for zoom in ZOOMS:
        canvas.zoom_to(zoom)
        for key, node in nodes.items():
            found = colours_in(canvas, key)
            ground = found.most_common(1)[0][0]
            assert len(found) > 1, f"{key} is blank at {zoom}"
            own = node.urgency.value if isinstance(node, Leaf) else ""
            of_marks = {QColor(theme.colours[role]).name() for role in ("accent", "within_days") if role != own}
            assert ground not in of_marks, f"{key} is all mark at {zoom}"
            if own:
                assert ground == QColor(theme.colours[own]).name()
