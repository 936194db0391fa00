"""The words of boxes keep within them."""

from __future__ import annotations

import pytest

from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.style.theme import Theme


@pytest.mark.parametrize("room", [60.0, 120.0, 174.0])
@pytest.mark.parametrize("text", ["Start · Red flag · list", "Inicio · Señal de alarma · lista que solo reúne"])
def test_the_heading_of_a_box_is_cut_where_it_has_no_room(theme: Theme, room: float, text: str) -> None:
    look = Look(theme)
    whole = look.words(text, "heading")
    found = look.heading_within(text, room)
    assert found.width <= room
    assert (found is whole) is (whole.width <= room)
    assert look.heading_within(text, room) is found, "it is not shaped again for each frame"
