"""Edits of where boxes are on the map: moved by hand, or left to the map again."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kneetree.edits.edit_builder import EditBuilder
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Position, Tree
from kneetree.model.values import can_stand


def move(tree: Tree, places: Mapping[str, Position]) -> Change:
    """Put boxes in ``places``: their middles by id in scene pixels, rounded to whole ones."""
    builder = EditBuilder(tree)
    for node_id, (x, y) in places.items():
        if node_id not in tree.nodes:
            raise KneetreeError("There is no such node any more; select one that is on the map.")
        if not can_stand((x, y)):
            raise KneetreeError("A box cannot be so far away; drop it nearer.")
        builder.set("layout", node_id, (round(x), round(y)))
    return builder.change()


def tidy(tree: Tree, ids: Collection[str] | None = None) -> Change:
    """Let the map place the boxes among ``ids`` again, or all boxes if ``ids`` is left out."""
    builder = EditBuilder(tree)
    for node_id in tree.layout:
        if ids is None or node_id in ids:
            builder.set("layout", node_id, None)
    return builder.change()
