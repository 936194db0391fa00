"""The colours that screen, report and export share."""

from __future__ import annotations

import re

import pytest

from kneetree.drawing.palette import ACCENT, REGION_COLOURS, URGENCY_COLOURS, region_colour
from kneetree.model.tree import Region, Urgency
from kneetree.model.values import COLOUR_PATTERN


def test_every_urgency_has_a_colour_most_urgent_first():
    assert list(URGENCY_COLOURS) == sorted(Urgency, key=lambda urgency: -urgency.rank)


@pytest.mark.parametrize("colour", [*URGENCY_COLOURS.values(), *REGION_COLOURS])
def test_white_and_the_colour_can_be_read_on_each_other(colour):
    assert re.match(COLOUR_PATTERN, colour)
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def test_new_regions_take_one_colour_after_the_other_and_begin_with_the_one_of_a_new_region():
    taken = [region_colour(number) for number in range(2 * len(REGION_COLOURS))]
    assert taken == [*REGION_COLOURS, *REGION_COLOURS]
    assert len(set(REGION_COLOURS)) == len(REGION_COLOURS)
    assert taken[0] == Region("").colour == ACCENT
