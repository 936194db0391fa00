from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneetree.errors import KneetreeError
from kneetree.exchange import poster


@settings(deadline=None)
@given(st.floats(1, 5000), st.floats(1, 5000), st.floats(100, 900), st.floats(100, 900), st.floats(0, 90))
def test_the_tiles_cover_the_picture_and_share_the_overlap(width, height, across, down, overlap):
    made = poster.tiles(width, height, (across, down), overlap)
    assert made[0].left == made[0].top == 0
    assert max(tile.right for tile in made) >= width - 1e-6 * width
    assert max(tile.bottom for tile in made) >= height - 1e-6 * height
    for tile in made:
        assert tile.width == pytest.approx(across) and tile.height == pytest.approx(down)
        assert tile.left < width and tile.top < height
    row = [tile for tile in made if tile.top == 0]
    for left, right in pairwise(row):
        assert left.right - right.left == pytest.approx(overlap)


def test_a_picture_that_fits_takes_one_sheet_and_a_wide_one_lies_across():
    assert len(poster.tiles(100, 100, (100, 100), 10)) == 1
    assert len(poster.tiles(101, 100, (100, 100), 10)) == 2
    assert len(poster.tiles(190, 100, (100, 100), 10)) == 2
    made = poster.poster(270, 180, 1.0)
    assert (made.columns, made.rows, made.paper) == (1, 1, (297.0, 210.0))
    assert poster.poster(7000, 17000, 0.1).paper in (poster.A4, poster.A4[::-1])


def test_what_makes_no_sense_is_refused():
    with pytest.raises(KneetreeError):
        poster.tiles(100, 100, (50, 50), 50)
    with pytest.raises(KneetreeError, match="sheets"):
        poster.poster(100_000, 100_000, 1.0)


def test_the_marks_stand_outside_the_picture():
    marks = poster.crop_marks(poster.A4)
    assert len(marks) == 8
    for start, end in marks:
        for x, y in (start, end):
            assert 0 <= x <= 210 and 0 <= y <= 297
            assert x <= 10 or x >= 200 or y <= 10 or y >= 287
