"""Text is broken so that every line has room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneetree import textsize


@given(st.text(max_size=200), st.integers(40, 300))
def test_lines_fit_and_lose_no_letter(text: str, room: int) -> None:
    lines = textsize.wrap(text, room, 13)
    assert lines
    assert all(textsize.width(line, 13) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_bold_is_wider_and_size_scales() -> None:
    assert textsize.width("Knee", 20) * 2 == textsize.width("Knee", 40)
    assert textsize.width("Knee", 20, bold=True) > textsize.width("Knee", 20)
