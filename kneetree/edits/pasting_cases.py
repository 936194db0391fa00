"""Putting many cases into a tree at once, as new ones or in the place of those with the same id."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.settling import checked
from kneetree.model.change import Change
from kneetree.model.tree import Case, Tree


def put_cases(tree: Tree, cases: Sequence[Case]) -> Change:
    """Return the change that puts all ``cases`` into the tree; one without an id gets one made of its story."""
    builder = EditBuilder(tree)
    for case in cases:
        if case.id:
            builder.set("case", case.id, checked("case", case))
    for case in cases:
        if not case.id:
            first = " ".join(case.story.split()[:6])
            key = builder.new_id("case", first, "case")
            while builder.get("case", key) is not None:
                key = builder.new_id("case", key, "case")
            builder.set("case", key, checked("case", structs.replace(case, id=key)))
    return builder.change()
