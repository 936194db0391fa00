"""The picture that a question or the first page names: one that the tree brings with it, or a shipped one."""

from __future__ import annotations

from kneetree import shipped
from kneetree.model.tree import Tree


def svg_of(tree: Tree, name: str) -> str | None:
    """Return a picture as SVG text, ``None`` if there is none of that name.

    A picture of the tree comes before a shipped one of the same name.
    """
    if name in tree.pictures:
        return tree.pictures[name]
    path = shipped.picture(name) if name else None
    try:
        return path.read_text("utf-8") if path else None
    except OSError:
        return None
