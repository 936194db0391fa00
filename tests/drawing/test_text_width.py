"""Text is broken so that every line has room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneetree.drawing import text_width


@given(st.text(max_size=200), st.integers(40, 300))
def test_lines_fit_and_lose_no_letter(text: str, room: int) -> None:
    lines = text_width.wrap(text, room, 13)
    assert lines
    assert all(text_width.width(line, 13) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_bold_is_wider_and_size_scales() -> None:
    assert text_width.width("Knee", 20) * 2 == text_width.width("Knee", 40)
    assert text_width.width("Knee", 20, bold=True) > text_width.width("Knee", 20)
