"""The picture of a path as SVG: real text, an icon and a word beside every colour, a description in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kneetree import words
from kneetree.drawing.icons import icon_shapes
from kneetree.drawing.markup import escaped
from kneetree.drawing.palette import FONT, INK, MUTED, URGENCY_COLOURS
from kneetree.report.path_picture import Box, Line, Link, PathPicture
from kneetree.report.path_rows import PathRow

_PAPER = "#FFFFFF"


def to_svg(
    picture: PathPicture, rows: Sequence[PathRow], language: str, *, coloured: bool = True, name: str = "path"
) -> str:
    """Return one ``<svg>`` element that can be a file of its own or part of a page; ``name`` begins the ids in it.

    Without colour it is black on white, and boxes are told apart by their borders.
    """
    shown = {box.node for box in picture.boxes}
    title = words.text(language, "path.title")
    if picture.parts > 1:
        title = words.text(language, "path.part", part=picture.part, parts=picture.parts)
    pen = _Pen(coloured)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(picture.width)} {_n(picture.height)}" '
        f'width="{_n(picture.width)}" height="{_n(picture.height)}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="{FONT}" font-size="14">',
        f'<title id="{name}-title">{escaped(title)}</title>',
        f'<desc id="{name}-desc">{escaped(in_words((row for row in rows if row.node in shown), language))}</desc>',
        *(pen.link(link) for link in picture.links),
        *(pen.box(box) for box in picture.boxes),
        "</svg>",
    ]
    return "\n".join(parts)


def in_words(rows: Iterable[PathRow], language: str) -> str:
    """Return the path as sentences, for people who cannot see the picture."""
    told = []
    for row in rows:
        if row.kind == "leaf":
            told.append(f"{row.urgency_word}: {row.text}.")
            continue
        said = row.said or words.text(language, "path.open")
        key = "path.step_known" if row.known else "path.step"
        told.append(words.text(language, key, number=row.number, question=row.text, answer=said.removesuffix(".")))
    return " ".join(told)


class _Pen:
    def __init__(self, coloured: bool) -> None:
        self._coloured = coloured
        self._ink = INK if coloured else "#000000"

    def box(self, box: Box) -> str:
        colour = URGENCY_COLOURS[box.urgency] if box.urgency and self._coloured else self._ink
        thick = 3 if box.urgency else 1.2
        dash = ' stroke-dasharray="5 4"' if box.known else ""
        shape = (
            f'<rect class="{box.kind}" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
            f'height="{_n(box.height)}" rx="{4 if box.urgency else 8}" fill="{_PAPER}" stroke="{colour}" '
            f'stroke-width="{thick}"{dash}/>'
        )
        icon = ""
        if box.icon and box.urgency:
            x, y, size = box.icon
            scale = size / 48
            icon = (
                f'<g transform="translate({_n(x)} {_n(y)}) scale({scale:.4f})">{icon_shapes(box.urgency, colour)}</g>'
            )
        texts = [self._text(line, colour if box.urgency and line.bold else self._ink) for line in box.lines]
        return f"<g>{shape}{icon}{''.join(texts)}</g>"

    def link(self, link: Link) -> str:
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in link.points)
        colour = MUTED if self._coloured else self._ink
        line = f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.6" stroke-linejoin="round"/>'
        head = self._head(link, colour) if link.arrow else ""
        origin = self._text(link.origin, colour) if link.origin else ""
        return f"<g>{line}{head}{self._text(link.label, self._ink)}{origin}</g>"

    def _head(self, link: Link, colour: str) -> str:
        (_, y0), (x, y) = link.points[-2:]
        if y0 == y:
            return f'<path d="M{_n(x)} {_n(y)}l-8 -4.5v9z" fill="{colour}"/>'
        return f'<path d="M{_n(x)} {_n(y)}l-4.5 -8h9z" fill="{colour}"/>'

    def _text(self, line: Line, colour: str) -> str:
        weight = ' font-weight="bold"' if line.bold else ""
        return (
            f'<text x="{_n(line.x)}" y="{_n(line.y)}" font-size="{_n(line.px)}"{weight} fill="{colour}">'
            f"{escaped(line.text)}</text>"
        )


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
