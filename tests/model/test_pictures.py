"""Pictures that a tree brings with it hold shapes and words, and nothing that runs or is fetched."""

from __future__ import annotations

import pytest

from kneetree.model.pictures import MOST_BYTES, fault_of, part_ids


def svg(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<g id="calf"><path d="M0 0"/><title>Calf</title></g>',
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>',
        '<use xlink:href="#calf"/><use href="#calf"/>',
        "<style>path {fill: red}</style>",
    ],
)
def test_shapes_words_and_style_are_let_in(inside: str) -> None:
    assert fault_of(svg(inside)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (svg("<script>alert(1)</script>"), "the element `script`"),
        (svg('<rect onclick="alert(1)"/>'), "a script (`onclick`)"),
        (svg('<rect OnLoad="alert(1)"/>'), "a script"),
        (svg("<image/>"), "the element `image`"),
        (svg("<foreignObject/>"), "the element `foreignObject`"),
        (svg("<a href='#x'/>"), "the element `a`"),
        (svg('<use href="https://example.org/x.svg#a"/>'), "`href` refers to something outside"),
        (svg('<use xlink:href="data:image/png;base64,AAAA"/>'), "`href` refers to something outside"),
        (svg('<rect fill="url(https://example.org/x)"/>'), "`fill` refers to something outside"),
        (svg("<rect style=\"fill: url( 'http://x')\"/>"), "`style` refers to something outside"),
        (svg('<use href="javascript:alert(1)"/>'), "refers to something outside"),
        (svg("<style>@import 'x.css';</style>"), "its style refers to something outside"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "declares a document type"),
        ("<svg", "not well-formed SVG"),
        ("", "not well-formed SVG"),
        ("<html/>", "its first element must be `svg`"),
        (svg("x" * MOST_BYTES), "larger than 200 KB"),
        (svg("é" * (MOST_BYTES // 2)), "larger than 200 KB"),
    ],
)
def test_what_runs_or_is_fetched_is_kept_out(text: str, told: str) -> None:
    assert told in (fault_of(text) or "")


def test_a_picture_may_be_as_large_as_the_format_says() -> None:
    room = MOST_BYTES - len(svg("<!---->"))
    assert fault_of(svg(f"<!--{'x' * room}-->")) is None
    assert fault_of(svg(f"<!--{'x' * (room + 1)}-->")) is not None


def test_the_parts_of_a_picture() -> None:
    assert part_ids(svg('<g id="a"><path id="b"/></g><path/>')) == {"a", "b"}
