"""Edits of the parts beside the nodes: the entries of the library, rules, cases, regions, and the tree's own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from msgspec import structs

from kneetree.edits.drafts import NO_SLUG, clash, is_slug
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.settling import checked, set_value, with_fields
from kneetree.edits.uses import LIBRARY, reason_of, uses, without_source
from kneetree.edits.words import noun
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import Region, Tree
from kneetree.words.sentences import sentence

EDITABLE: tuple[PartName, ...] = (*LIBRARY, "rule", "case", "region")
_SINGLE = ("title", "version", "language", "about", "start")


def add_part(tree: Tree, part: PartName, key: str, value: Any) -> Change:
    """Add an entry of the library, a rule, a case or a region under an id that is not taken."""
    reason = why_not_add(tree, part, key)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    set_value(builder, part, key, checked(part, with_id(part, key, value)))
    return builder.change()


def why_not_add(tree: Tree, part: PartName, key: str) -> str | None:
    """Return why a part cannot be added under that id, or ``None`` if it can."""
    if part not in EDITABLE:
        return "That cannot be added here."
    if key in tree.parts[part]:
        return sentence("There is a {noun} {key!r} already; choose another id.", noun=noun(part), key=key)
    if not (key.strip() if part == "case" else is_slug(key)):
        return NO_SLUG
    return clash(tree, part, key)


def set_part(tree: Tree, part: PartName, key: str, **fields: Any) -> Change:
    """Set some fields of an entry of the library, a rule, a case or a region, for all that use it."""
    value = _value(tree, part, key)
    if "id" in fields:
        raise KneetreeError("An id is changed by renaming it, so that all that names it follows.")
    if part == "picture":
        raise KneetreeError("A picture is exchanged as a whole.")
    builder = EditBuilder(tree)
    set_value(builder, part, key, with_fields(part, value, fields))
    return builder.change()


def replace_part(tree: Tree, part: PartName, key: str, value: Any) -> Change:
    """Replace the whole value under an id, for example to give a rule another of its forms."""
    _value(tree, part, key)
    builder = EditBuilder(tree)
    set_value(builder, part, key, checked(part, with_id(part, key, value)))
    return builder.change()


def remove_part(tree: Tree, part: PartName, key: str) -> Change:
    """Remove a part; a source is also removed from everything that cites it.

    Raises ``KneetreeError`` if any other entry is still in use.
    """
    reason = why_not_remove(tree, part, key)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    builder.set(part, key, None)
    if part == "source":
        for use in uses(tree, "source", key):
            builder.set(use.part, use.key, without_source(tree.parts[use.part][use.key], key))
    return builder.change()


def why_not_remove(tree: Tree, part: PartName, key: str) -> str | None:
    """Return why a part must stay, or ``None`` if it can be removed."""
    if part not in EDITABLE or key not in tree.parts[part]:
        return sentence("There is no {noun} {key!r} any more.", noun=noun(part), key=key)
    if part not in LIBRARY or part == "source":
        return None
    return reason_of(tree, uses(tree, part, key))


def _value(tree: Tree, part: PartName, key: str) -> Any:
    if part not in EDITABLE or key not in tree.parts[part]:
        raise KneetreeError("There is no {noun} {key!r} any more.", noun=noun(part), key=key)
    return tree.parts[part][key]


def set_title(tree: Tree, title: str) -> Change:
    """Set the tree's title; raise ``KneetreeError`` if it is empty."""
    if not title.strip():
        raise KneetreeError("A tree needs a title; write one.")
    return set_single(tree, "title", title)


def set_single(tree: Tree, part: PartName, value: Any) -> Change:
    """Set the title, version, language, ``about`` or ``start`` as a whole; ``None`` removes the last two."""
    if part not in _SINGLE:
        raise KneetreeError("That is not set this way.")
    builder = EditBuilder(tree)
    builder.set(part, "", None if value is None and part in ("about", "start") else checked(part, value))
    return builder.change()


def put_in_region(tree: Tree, key: str, ids: Collection[str]) -> Change:
    """Add nodes to a region; a node may be in several."""
    region = _region(tree, key)
    added = tuple(node_id for node_id in tree.nodes if node_id in set(ids) and node_id not in region.nodes)
    return set_part(tree, "region", key, nodes=region.nodes + added)


def take_from_region(tree: Tree, key: str, ids: Collection[str]) -> Change:
    """Take nodes out of a region, which stays even if it is empty."""
    region = _region(tree, key)
    return set_part(tree, "region", key, nodes=tuple(node for node in region.nodes if node not in set(ids)))


def leave_regions(tree: Tree, ids: Collection[str]) -> Change:
    """Take nodes out of every region; a region that this leaves empty goes."""
    builder, leaving = EditBuilder(tree), frozenset(ids)
    for key, region in tree.regions.items():
        rest = tuple(node for node in region.nodes if node not in leaving)
        if len(rest) < len(region.nodes):
            builder.set("region", key, structs.replace(region, nodes=rest) if rest else None)
    return builder.change()


def _region(tree: Tree, key: str) -> Region:
    region = tree.regions.get(key)
    if region is None:
        raise KneetreeError("There is no region {key!r} any more.", key=key)
    return region


def with_id(part: PartName, key: str, value: Any) -> Any:
    """Return the value with the id ``key`` in it, if it is a rule or a case."""
    return structs.replace(value, id=key) if part in ("rule", "case") else value
