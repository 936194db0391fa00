"""Where a poster is cut: between boxes, with nothing left out, on as few sheets as may be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneetree.errors import KneetreeError
from kneetree.exchange import map_sheets, map_svg, poster
from kneetree.layout import Rect
from tests import trees
from tests.shipped.seeded_faults import shipped

SPANS = st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 90)).map(lambda pair: (pair[0], pair[0] + pair[1])))


@settings(deadline=None)
@given(SPANS, SPANS, st.floats(1, 1500), st.floats(100, 500))
def test_pieces_cover_all_are_short_enough_and_cut_no_span_that_need_not_be_cut(spans, others, end, length):
    ends = poster.cuts(spans, others, 0.0, end, length)
    assert ends == sorted(ends)
    assert ends[-1] == end
    starts = [0.0, *ends[:-1]]
    assert all(0 < stop - start <= length + 1e-6 for start, stop in zip(starts, ends, strict=True))
    for start, stop in zip(starts, ends[:-1], strict=False):
        if any(first < stop < last for first, last in spans):
            edges = {edge for span in spans for edge in span if start < edge <= start + length} | {start + length}
            assert all(any(first < edge < last for first, last in spans) for edge in edges)


def everywhere(_area: Rect) -> bool:
    return True


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60, unique=True),
    st.sampled_from(sorted(poster.PAPERS)),
    st.floats(0.1, 0.4),
)
def test_boxes_in_rows_are_whole_on_one_sheet_each(places, paper, scale):
    boxes = {f"{x} {y}": Rect(x * 240.0 + 10, y * 150.0 + 10, x * 240.0 + 230, y * 150.0 + 130) for x, y in places}
    made = poster.poster(7500, 4700, boxes, everywhere, scale=scale, paper=poster.PAPERS[paper])
    assert made.cut == ()
    for box in boxes.values():
        holding = [
            sheet for sheet in made.sheets
            if sheet.area.left <= box.left and box.right <= sheet.area.right
            and sheet.area.top <= box.top and box.bottom <= sheet.area.bottom
        ]  # fmt: skip
        assert len(holding) == 1
    across, down = (side - 2 * poster.MARGIN_MM for side in made.paper)
    assert all(sheet.area.width * scale <= across + 1e-6 for sheet in made.sheets)
    assert all(sheet.area.height * scale <= down + 1e-6 for sheet in made.sheets)
    assert sum(sheet.area.width * sheet.area.height for sheet in made.sheets) == pytest.approx(7500 * 4700)
    assert len({sheet.name for sheet in made.sheets}) == len(made.sheets)
    assert made.pages == len(made.sheets) + (len(made.sheets) > 1)


def test_a_picture_that_fits_takes_one_sheet_and_a_wide_one_lies_across():
    made = poster.poster(270, 180, {}, everywhere, scale=1.0)
    assert (len(made.sheets), made.pages, made.paper) == (1, 1, (297.0, 210.0))
    assert poster.poster(7000, 17000, {}, everywhere, scale=0.1).paper in (poster.A4, poster.A4[::-1])


def test_a_box_larger_than_a_sheet_is_said_to_be_cut():
    boxes = {"huge": Rect(100, 100, 900, 900), "small": Rect(950, 100, 1000, 150)}
    assert poster.poster(1100, 1000, boxes, everywhere, scale=1.0).cut == ("huge",)


def test_where_nothing_shows_there_is_no_sheet():
    made = poster.poster(1900, 250, {}, lambda area: area.left == 0, scale=1.0)
    assert [sheet.area.left for sheet in made.sheets] == [0]


def test_what_makes_no_sense_is_refused():
    with pytest.raises(KneetreeError, match="too small"):
        poster.poster(100, 100, {}, everywhere, paper=(15, 400))
    with pytest.raises(KneetreeError, match="sheets"):
        poster.poster(100_000, 100_000, {}, everywhere, scale=1.0)
    with pytest.raises(KneetreeError, match="sheets"):
        poster.poster(6_000, 5_000, {}, everywhere, scale=1.0)


def test_the_marks_stand_outside_the_picture():
    marks = poster.crop_marks(Rect(10, 10, 150, 200))
    assert len(marks) == 8
    for start, end in marks:
        for x, y in (start, end):
            assert 4 <= x <= 156 and 4 <= y <= 206
            assert x < 10 or x > 150 or y < 10 or y > 200 or x in (10, 150) or y in (10, 200)


@pytest.mark.parametrize("paper", ["A4", "A3", "Letter"])
@pytest.mark.parametrize("tree", [trees.ladder(30), shipped()], ids=["ladder", "shipped"])
def test_no_box_of_a_map_is_cut_and_hardly_a_word(tree, paper):
    placement = map_svg.place(tree)
    boxes = map_sheets.solid(tree, placement)
    assert boxes.keys() >= tree.nodes.keys()
    made = map_sheets.poster_of(tree, placement, paper=poster.PAPERS[paper])
    assert made.cut == ()
    lost = []
    for name, box in boxes.items():
        whole = [
            sheet.name for sheet in made.sheets
            if sheet.area.left <= box.left and box.right <= sheet.area.right
            and sheet.area.top <= box.top and box.bottom <= sheet.area.bottom
        ]  # fmt: skip
        if len(whole) != 1:
            lost.append(name)
    assert not tree.nodes.keys() & set(lost)
    assert len(lost) <= 1  # words give way where a box would be cut else


@given(
    st.floats(200, 9000),
    st.floats(200, 9000),
    st.sampled_from([0.09, 0.18, 0.27]),
    st.sampled_from(sorted(poster.PAPERS)),
)
def test_sheets_are_drawn_as_large_as_their_paper_allows(wide: float, high: float, scale: float, paper: str) -> None:
    made = poster.poster(wide, high, {}, everywhere, scale=scale, paper=poster.PAPERS[paper])
    rooms = [side - 2 * poster.MARGIN_MM for side in made.paper]
    used = [
        max(sheet.area.width * made.scale / rooms[0], sheet.area.height * made.scale / rooms[1])
        for sheet in made.sheets
    ]
    assert max(used) <= 1 + 1e-9
    assert max(used) == pytest.approx(1) or made.scale == pytest.approx(scale * poster.MOST_LARGER)
    assert scale <= made.scale
