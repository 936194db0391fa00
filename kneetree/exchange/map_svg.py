"""The whole map as one SVG picture: what the editor shows at 100 %, on white.

Shape, icon, word and colour together show what a box is, so that the picture can be read in black and white too.  Apart
from a style for printing, only features of SVG Tiny are used (attributes, no filters), so that all programs draw it
alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import structs

from kneetree import layout
from kneetree.drawing import text_width
from kneetree.drawing.icons import icon_shapes
from kneetree.drawing.markup import escaped, language_tag
from kneetree.drawing.palette import ACCENT, FONT, INK, LINE, MUTED, URGENCY_COLOURS
from kneetree.exchange.export_words import Words, words_of
from kneetree.layout import Direction, Placement, Point, Rect, Route, rect_around
from kneetree.layout.box_sizes import (
    HEADING_HEIGHT,
    LINE_HEIGHT,
    PADDING,
    STUB_LINE_HEIGHT,
    STUB_PADDING,
    text_left,
)
from kneetree.model.titles import title_of
from kneetree.model.tree import Decision, Leaf, Position, Tree, Urgency
from kneetree.report.summary import review_sentence

MARGIN = 32.0
HEAD = 64.0
CUT = 9.0
BAND = 27.0
ICON = 15.0
_PRINT = """<style>
@media print { .band { fill: #FFFFFF; stroke: #000000 } .onband { fill: #000000 } .oniconband { display: none } }
</style>"""


def svg(tree: Tree) -> bytes:
    """Return the map from top to bottom, with the boxes that an author placed where they were put."""
    return draw(tree, place(tree)).encode()


def place(tree: Tree, direction: Direction = "down", fixed: Mapping[str, Position] | None = None) -> Placement:
    """Return the placement that the picture shows; ``fixed`` replaces the places that the author chose."""
    return layout.place(tree, layout.measure(tree), direction=direction, fixed=tree.layout if fixed is None else fixed)


def size_of(placement: Placement) -> tuple[float, float]:
    """Return the width and height of the picture in pixels."""
    return placement.extent.width + 2 * MARGIN, placement.extent.height + 2 * MARGIN + HEAD


def within(placement: Placement, area: Rect) -> Placement:
    """Return the same map with only what shows in ``area``, given in pixels of the picture."""
    right, down = move_of(placement)
    seen = Rect(area.left - right, area.top - down, area.right - right, area.bottom - down)
    boxes = {key: middle for key, middle in placement.positions.items() if meet(placement.rect(key), seen)}
    routes = {key: route for key, route in placement.routes.items() if meet(around_route(route), seen)}
    stubs = {key: stub for key, stub in placement.stubs.items() if meet(rect_around(stub.position, stub.size), seen)}
    return structs.replace(placement, positions=boxes, routes=routes, stubs=stubs)


def shows(placement: Placement, area: Rect) -> bool:
    """Return whether any box or line shows in ``area``, given in pixels of the picture."""
    seen = within(placement, area)
    return bool(seen.positions or seen.routes or seen.stubs)


def around_route(route: Route) -> Rect:
    """Return the rectangle of a line and its word, in pixels of the scene."""
    across, down = zip(*route.points, route.label, strict=True)
    return Rect(min(across) - MARGIN, min(down) - MARGIN, max(across) + MARGIN, max(down) + MARGIN)


def meet(a: Rect, b: Rect) -> bool:
    """Return whether two rectangles have a point in common."""
    return a.left <= b.right and b.left <= a.right and a.top <= b.bottom and b.top <= a.bottom


def move_of(placement: Placement) -> Point:
    """Return the shift from the scene to the picture, in pixels."""
    return MARGIN - placement.extent.left, MARGIN + HEAD - placement.extent.top


def draw(
    tree: Tree, placement: Placement, area: Rect | None = None, *, only: Placement | None = None, ground: bool = True
) -> str:
    """Return the picture of a placed map; ``area`` leaves out the boxes and lines that do not show there.

    With ``only``, a part of the placement, it has what is in that; without ``ground`` neither title nor regions.
    """
    words = words_of(tree)
    width, height = size_of(placement)
    move = move_of(placement)
    shown = only if only is not None else placement if area is None else within(placement, area)
    below = [f'<rect width="{_n(width)}" height="{_n(height)}" fill="#FFFFFF"/>', *_head(tree)] if ground else []
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{_n(width)}" '
        f'height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}" xml:lang="{language_tag(tree.language)}" '
        f'role="img" aria-labelledby="map-title map-desc" font-family="{FONT}">',
        f'<title id="map-title">{escaped(tree.title)}</title>',
        f'<desc id="map-desc">{escaped(words.map_of)}. {escaped(review_sentence(tree))}</desc>',
        _PRINT,
        _icons(),
        *below,
        f'<g transform="translate({_n(move[0])} {_n(move[1])})">',
        *(_regions(tree, placement, area) if ground else ()),
        '<g fill="none" stroke-width="1.5" stroke-linecap="round">',
        *_lines(shown),
        "</g>",
        *_stubs(shown),
        *(_box(tree, words, shown, node_id) for node_id in tree.nodes if node_id in shown.positions),
        *_answers(words, shown),
        "</g>",
        "</svg>",
        "",
    ]
    return "\n".join(parts)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _icons() -> str:
    made = [f'<g id="icon-{level}">{icon_shapes(level, "#FFFFFF")}</g>' for level in Urgency]
    return (
        "<defs>"
        + "".join(
            [*made, *(f'<g id="icon-{name}">{icon_shapes(name, ACCENT)}</g>' for name in ("question", "decision"))]
        )
        + "</defs>"
    )


def _head(tree: Tree) -> list[str]:
    return [
        _text(MARGIN, MARGIN + 18, tree.title, INK, 20, bold=True),
        _text(MARGIN, MARGIN + 42, under_title(tree), MUTED, 13),
    ]


def under_title(tree: Tree) -> str:
    """Return the line under the title: the version, and whether the tree was reviewed."""
    version = f"{words_of(tree).text('page.version', version=tree.version)}. " if tree.version else ""
    return version + review_sentence(tree)


def title_place(polygons: Sequence[Sequence[Point]]) -> Point:
    """Return where the title of a region begins, a little below its words."""
    return min((polygon[0] for polygon in polygons), key=lambda corner: (corner[1], corner[0]))


def word_width(word: str) -> float:
    """Return how wide the ground of an answer's word is, in pixels."""
    return max(28.0, text_width.width(word, 11, bold=True) + 10)


def _text(x: float, y: float, text: str, colour: str, px: float, *, bold: bool = False, more: str = "") -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(px)}"{weight} fill="{colour}"{more}>{escaped(text)}</text>'


def _regions(tree: Tree, placement: Placement, area: Rect | None) -> list[str]:
    right, down = move_of(placement)
    parts = []
    for region in tree.regions.values():
        polygons = layout.area_of(placement, region.nodes)
        if not polygons:
            continue
        near = polygons if area is None else [one for one in polygons if meet(_box_of(one, right, down), area)]
        shape = "".join(f"M{'L'.join(map(_at, polygon))}Z" for polygon in near)
        colour = escaped(region.colour)
        x, y = title_place(polygons)
        if shape:
            parts.append(f'<path d="{shape}" fill="{colour}" fill-opacity="0.1"/>')
        parts.append(_text(x, y - 6, region.title, colour, 15, bold=True))
    return parts


def _box_of(polygon: Sequence[Point], right: float, down: float) -> Rect:
    across, along = zip(*polygon, strict=True)
    return Rect(min(across) + right, min(along) + down, max(across) + right, max(along) + down)


def _lines(placement: Placement) -> list[str]:
    parts = []
    for (_, answer), route in placement.routes.items():
        start = route.points[0]
        path = [f"M{_n(start[0])} {_n(start[1])}"]
        for a, b in pairwise(route.points):
            c, d = layout.curve(a, b, placement.direction)
            path.append(f"L{_at(b)}" if (c, d) == (a, b) else f"C{_at(c)} {_at(d)} {_at(b)}")
        dashes = ' stroke-dasharray="5 4"' if answer == "no" else ""
        parts.append(f'<path d="{"".join(path)}" stroke="{LINE}"{dashes}/>')
        parts.append(f'<path d="{_arrow(route.points, placement.direction)}" fill="{LINE}" stroke="none"/>')
    return parts


def _at(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _arrow(points: tuple[Point, ...], direction: Direction) -> str:
    (x, y), (before_x, before_y) = points[-1], points[-2]
    if direction == "down":
        back = -7 if y >= before_y else 7
        return f"M{_at((x, y))}L{_at((x - 4, y + back))}L{_at((x + 4, y + back))}Z"
    back = -7 if x >= before_x else 7
    return f"M{_at((x, y))}L{_at((x + back, y - 4))}L{_at((x + back, y + 4))}Z"


def _answers(words: Words, placement: Placement) -> list[str]:
    """Return the word of every edge, on a white background so that the line does not cross it."""
    parts = []
    for (_, answer), route in placement.routes.items():
        x, y = route.label
        word = words.text(f"answer.{answer}")
        wide = word_width(word)
        parts.append(
            f'<rect x="{_n(x - wide / 2)}" y="{_n(y - 8)}" width="{wide}" height="16" rx="5" fill="#FFFFFF" '
            f'stroke="{LINE}" stroke-width="0.8"/>'
        )
        parts.append(_text(x, y + 4, word, INK, 11, bold=True, more=' text-anchor="middle"'))
    return parts


def _stubs(placement: Placement) -> list[str]:
    parts = []
    for stub in placement.stubs.values():
        box = layout.rect_around(stub.position, stub.size)
        parts.append(
            f'<rect x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(box.width)}" height="{_n(box.height)}" rx="6" '
            f'fill="#FFFFFF" stroke="{MUTED}" stroke-dasharray="3 3"/>'
        )
        for row, line in enumerate(layout.stub_lines(stub.text)):
            y = box.top + STUB_PADDING + row * STUB_LINE_HEIGHT + 12
            parts.append(_text(box.left + STUB_PADDING, y, line, MUTED, 12))
    return parts


def _box(tree: Tree, words: Words, placement: Placement, node_id: str) -> str:
    node, box = tree.nodes[node_id], placement.rect(node_id)
    leaf = isinstance(node, Leaf)
    if isinstance(node, Leaf):
        colour, icon, text = URGENCY_COLOURS[node.urgency], node.urgency.value, "#FFFFFF"
        shape = [
            f'<path d="{_cut(box, box.bottom)}" fill="#FFFFFF" stroke="{colour}" stroke-width="1.6"/>',
            f'<path class="band" d="{_cut(box, box.top + BAND, flat=True)}" fill="{colour}"/>',
        ]
    else:
        icon, text = "decision" if isinstance(node, Decision) else "question", MUTED
        shape = [_outline(layout.form_of(tree, node), box)]
    word = words.kind(tree, node_id)
    if node_id == tree.root:
        word = f"{words.text('path.start')} · {word}"
    title = title_of(tree, node_id)
    base = box.top + PADDING + HEADING_HEIGHT + 13.5
    left = box.left + text_left(node)
    lines = [_text(left, base + row * LINE_HEIGHT, line, INK, 13) for row, line in enumerate(layout.text_lines(title))]
    scale = ICON / 48
    place_icon = f"translate({_n(left)} {_n(box.top + 6.5)}) scale({scale:.4f})"
    return "".join(
        [
            f"<g><title>{escaped(_told(tree, words, node_id))}</title>",
            *shape,
            f'<use class="{"oniconband" if leaf else "icon"}" xlink:href="#icon-{icon}" transform="{place_icon}"/>',
            _text(
                left + 22, box.top + 18, word, text, 11, bold=True,
                more=' class="onband"' if leaf else "",
            ),
            *lines,
            "</g>",
        ]
    )  # fmt: skip


def _told(tree: Tree, words: Words, node_id: str) -> str:
    """Return all that a box stands for: its kind, its title, and for a decision what it counts."""
    node, title = tree.nodes[node_id], title_of(tree, node_id)
    if isinstance(node, Leaf):
        return f"{words.urgency(node.urgency)}: {title}"
    asked = tree.asked(node_id)
    if isinstance(node, Decision):
        return f"{words.kind(tree, node_id)}: {title}. {words.threshold(asked)}: {'; '.join(words.lines(tree, asked))}"
    return f"{words.text('kind.question')}: {words.topic(asked)}: {title}"


def _outline(form: layout.Form, box: Rect) -> str:
    """Return the outline of what leads on, as the editor draws it: a box, round ends, two sheets, a hexagon."""
    look = f'fill="#FFFFFF" stroke="{INK}" stroke-width="1.2"'
    if form == "decision":
        slant, middle = layout.POINT + 2, (box.top + box.bottom) / 2
        corners = [
            (box.left + slant, box.top), (box.right - slant, box.top), (box.right, middle),
            (box.right - slant, box.bottom), (box.left + slant, box.bottom), (box.left, middle),
        ]  # fmt: skip
        return f'<path d="M{"L".join(_at(corner) for corner in corners)}Z" {look}/>'
    corner = layout.NUMBER_CORNER if form == "number" else 8
    shifts = (layout.SHEET, 0.0) if form == "sheets" else (0.0,)
    return "".join(
        f'<rect x="{_n(box.left + by)}" y="{_n(box.top + by)}" width="{_n(box.width)}" height="{_n(box.height)}" '
        f'rx="{_n(corner)}" {look}/>'
        for by in shifts
    )


def _cut(box: Rect, bottom: float, *, flat: bool = False) -> str:
    corners = [
        (box.left + CUT, box.top), (box.right - CUT, box.top), (box.right, box.top + CUT),
        *([(box.right, bottom), (box.left, bottom)] if flat else [
            (box.right, bottom - CUT), (box.right - CUT, bottom), (box.left + CUT, bottom), (box.left, bottom - CUT),
        ]),
        (box.left, box.top + CUT),
    ]  # fmt: skip
    return "M" + "L".join(_at(corner) for corner in corners) + "Z"
