"""The map moves on at the edge only for a drag that is moved there, and never runs away from the hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from kneetree.ui.editor.canvas.edge_scroll import ZONE, EdgeScroll
from tests.ui.editor.canvas.hand import LEFT, grip, spot


@pytest.mark.parametrize(
    ("places", "push"),
    [
        ((500, 100, 5), 1), ((500, 900, 995), -1),
        ((500, 100, 5, 5), 1), ((500, 100, 5, 9), 0), ((500, 100, 9, 5, 9, 5), 1),
        ((5, 4, 3), 0), ((5, 9, 15), 0), ((995, 990), 0),
        ((5, 100, 5), 1), ((995, 900, 995), -1),
        ((500, 100), 0), ((500, 900), 0),
    ],
)  # fmt: skip
def test_the_map_moves_for_a_pointer_that_came_into_the_zone_and_stays(places: tuple[float, ...], push: int) -> None:
    edge = EdgeScroll(places[0], 1000)
    for place in places[1:]:
        edge.follow(place, 1000)
    assert (edge.push > 0) - (edge.push < 0) == push


def test_a_line_drawn_from_a_grip_at_the_edge_hits_what_it_is_dropped_on(qtbot, canvas) -> None:
    port, start = canvas.viewport(), grip(canvas, "lungs", "yes")
    canvas.pan_by(0, ZONE / 4 - start.y())
    start = grip(canvas, "lungs", "yes")
    port, end = canvas.viewport(), spot(canvas, "strain")
    seen = canvas.camera
    qtbot.mousePress(port, LEFT, pos=start)
    for step in range(1, 4):
        qtbot.mouseMove(port, start + QPoint(step * 10, step * 4))
        qtbot.wait(50)
    assert canvas.camera == seen
    qtbot.mouseMove(port, end)
    with qtbot.waitSignal(canvas.wishes.connect_asked):
        qtbot.mouseRelease(port, LEFT, pos=end)
