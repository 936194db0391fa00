"""Pictures that a tree brings with it hold shapes and words, and nothing that runs or is fetched."""

from __future__ import annotations

import pytest

from kneetree import shipped
from kneetree.model.pictures import MOST_BYTES, fault_of


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


XLINK = 'xmlns:x="http://www.w3.org/1999/xhtml"'


@pytest.mark.parametrize(
    "text",
    [
        svg(r"<style>@\69mport 'http://x'</style>"),
        svg(r'<rect style="fill: \75rl(http://x)"/>'),
        svg("<style>@im/**/port 'x'</style>"),
        svg("<style>a{fill: u/**/rl(http://x)}</style>"),
        svg("<rect style=\"fill: image-set('//x' 1x)\"/>"),
        svg("<rect style=\"fill: src('//x')\"/>"),
        svg("<style>a<g/>@import 'x'</style>"),
        svg('<rect src="x.png"/>'),
        svg('<rect ping="x"/>'),
        svg('<rect data-x="//example.org"/>'),
        svg('<rect xml:base="http://example.org/"/>'),
        svg("<title><![CDATA[</title><script>alert(1)</script>]]></title>"),
        svg("<!--><script>alert(1)</script>-->"),
        f'<?xml-stylesheet href="http://x"?>{svg("")}',
        f'<?xml version="1.0" encoding="utf-7"?>{svg("")}',
        svg(f"<x:style {XLINK}>a</x:style>"),
        f"<x:svg {XLINK}/>",
    ],
)
def test_no_disguise_lets_in_what_is_kept_out(text: str) -> None:
    assert fault_of(text) is not None


@pytest.mark.parametrize(
    "inside",
    [
        '<g transform="translate(1 2) rotate(45)"><text>Knee (front) &amp; back</text></g>',
        '<rect style="fill: rgb(1,2,3); clip-path: url(#c)" aria-label="Calf (left)"/>',
        "<!-- drawn by hand --><style>.a {fill: #123} /* the calf (left) */</style>",
    ],
)
def test_what_drawing_programs_write_is_let_in(inside: str) -> None:
    assert fault_of(f'<?xml version="1.0" encoding="UTF-8"?>{svg(inside)}') is None


def test_parts_that_repeat_parts_are_counted_as_often_as_they_are_drawn() -> None:
    def nested(levels: int, times: int) -> str:
        row = [f'<g id="a{level}">' + f'<use href="#a{level - 1}"/>' * times + "</g>" for level in range(1, levels)]
        return svg('<g id="a0"><path/></g>' + "".join(row) + f'<use href="#a{levels - 1}"/>')

    assert fault_of(nested(3, 10)) is None
    assert "more than 20000 shapes" in (fault_of(nested(9, 10)) or "")
    assert "more than 20000 shapes" in (fault_of(nested(40, 2)) or "")
    assert "too deeply" in (fault_of(nested(40, 1)) or "")
    assert "too deeply" in (fault_of(svg('<g id="a"><use href="#a"/></g>')) or "")


def test_every_picture_of_the_program_is_let_in() -> None:
    pictures = sorted((shipped.PACKAGE.parent / "resources" / "pictures").glob("*.svg"))
    assert pictures
    assert {path.name: fault for path in pictures if (fault := fault_of(path.read_text("utf-8")))} == {}
