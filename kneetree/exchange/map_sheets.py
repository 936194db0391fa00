"""The map in parts: over the sheets of a poster, and in pieces that are drawn one over the other."""

from __future__ import annotations

from msgspec import structs

from kneetree import layout
from kneetree.drawing import text_width
from kneetree.exchange import poster
from kneetree.exchange.export_words import words_of
from kneetree.exchange.map_svg import (
    MARGIN,
    around_route,
    meet,
    move_of,
    size_of,
    title_place,
    under_title,
    word_width,
)
from kneetree.layout import Placement, Rect, rect_around
from kneetree.model.tree import Tree


def solid(tree: Tree, placement: Placement) -> dict[str, Rect]:
    """Return what no cut should run through, in pixels of the picture: boxes by id, then stubs, words and titles."""
    right, down = move_of(placement)
    words = words_of(tree)
    found = {key: placement.rect(key) for key in placement.positions}
    for (source, answer), stub in placement.stubs.items():
        found[f"{source} {answer} stub"] = rect_around(stub.position, stub.size)
    for (source, answer), route in placement.routes.items():
        wide = word_width(words.text(f"answer.{answer}"))
        found[f"{source} {answer} word"] = rect_around(route.label, (wide, 16.0))
    for key, region in tree.regions.items():
        polygons = layout.area_of(placement, region.nodes)
        if polygons:
            x, y = title_place(polygons)
            wide = text_width.width(region.title, 15, bold=True)
            found[f"{key} region"] = Rect(x, y - 22, x + wide, y)
    moved = {
        key: Rect(box.left + right, box.top + down, box.right + right, box.bottom + down) for key, box in found.items()
    }
    head = max(text_width.width(tree.title, 20, bold=True), text_width.width(under_title(tree), 13))
    return {**moved, " head": Rect(MARGIN, MARGIN - 4, MARGIN + head, MARGIN + 48)}


def poster_of(
    tree: Tree, placement: Placement, *, scale: float = poster.USUAL_MM, paper: tuple[float, float] = poster.A4
) -> poster.Poster:
    """Return how the picture is spread over sheets; raise ``KneetreeError`` if that takes too many."""
    boxes = solid(tree, placement)
    right, down = move_of(placement)
    routes = [around_route(route) for route in placement.routes.values()]
    there = [Rect(box.left + right, box.top + down, box.right + right, box.bottom + down) for box in routes]
    there += boxes.values()
    nodes = {key: box for key, box in boxes.items() if key in placement.positions}
    words = [box for key, box in boxes.items() if key not in placement.positions]
    return poster.poster(
        *size_of(placement),
        nodes,
        lambda area: any(meet(box, area) for box in there),
        words=words,
        scale=scale,
        paper=paper,
    )


def pieces(placement: Placement, most: int = 60) -> list[Placement]:
    """Return the placement in parts of at most ``most`` lines or boxes, to be drawn one over the other.

    The first has none: it is for the ground.
    """
    bare = structs.replace(placement, positions={}, routes={}, stubs={})
    routes, stubs = list(placement.routes.items()), list(placement.stubs.items())
    boxes = list(placement.positions.items())
    made = [bare]
    made += [structs.replace(bare, routes=dict(routes[at : at + most])) for at in range(0, len(routes), most)]
    made += [structs.replace(bare, stubs=dict(stubs[at : at + most])) for at in range(0, len(stubs), most)]
    return made + [structs.replace(bare, positions=dict(boxes[at : at + most])) for at in range(0, len(boxes), most)]
