"""Edits of the parts beside the nodes: findings, sources, conditions, rules, cases, regions, and the tree's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from msgspec import Struct, structs

from kneetree.edits.edit_builder import EditBuilder, findings_in, is_slug
from kneetree.errors import KneetreeError
from kneetree.model.change import VALUE_TYPES, Change, PartName
from kneetree.model.tree import Case, Condition, Leaf, Question, Region, Rule, Tree

EDITABLE: tuple[PartName, ...] = ("finding", "source", "condition", "rule", "case", "region")


class Use(Struct, frozen=True):
    """A place that names a finding, condition, source or node."""

    part: PartName
    key: str


def checked(part: PartName, value: Any) -> Any:
    """Return the value as the type that belongs to ``part``; raise ``KneetreeError`` with what does not fit."""
    try:
        return msgspec.convert(msgspec.json.decode(msgspec.json.encode(value)), VALUE_TYPES[part])
    except (msgspec.MsgspecError, UnicodeError, TypeError, ValueError, RecursionError) as error:
        raise KneetreeError(f"That does not fit: {_plain(error)}.") from error


def with_fields(part: PartName, value: Any, fields: Mapping[str, Any]) -> Any:
    """Return ``value`` with some fields set and checked; raise ``KneetreeError`` if a name or value does not fit."""
    unknown = fields.keys() - set(value.__struct_fields__)
    if unknown:
        raise KneetreeError(f"There is no field {sorted(unknown)[0]!r} here.")
    try:
        altered = structs.replace(value, **fields)
    except ValueError as error:
        raise KneetreeError(f"That does not fit: {_plain(error)}.") from error
    return checked(part, altered)


def add_part(tree: Tree, part: PartName, key: str, value: Any) -> Change:
    """Add a finding, source, condition, rule, case or region under an id that is not taken."""
    reason = why_not_add(tree, part, key)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    builder.set(part, key, checked(part, with_id(part, key, value)))
    return builder.change()


def why_not_add(tree: Tree, part: PartName, key: str) -> str | None:
    """Return why a part cannot be added under that id, or ``None`` if it can."""
    if part not in EDITABLE:
        return "That cannot be added here."
    if key in tree.parts[part]:
        return f"There is a {part} {key!r} already; choose another id."
    if not (key.strip() if part == "case" else is_slug(key)):
        return "An id is made of small letters and digits, with _ or - between them; write it like calf_swollen."
    return None


def set_part(tree: Tree, part: PartName, key: str, **fields: Any) -> Change:
    """Set some fields of a finding, source, condition, rule, case or region."""
    if part not in EDITABLE or key not in tree.parts[part]:
        raise KneetreeError(f"There is no {part} {key!r} any more.")
    if "id" in fields:
        raise KneetreeError("An id is changed by renaming it, so that all that names it follows.")
    builder = EditBuilder(tree)
    builder.set(part, key, with_fields(part, tree.parts[part][key], fields))
    return builder.change()


def replace_part(tree: Tree, part: PartName, key: str, value: Any) -> Change:
    """Replace the whole value under an id, for example to give a rule another of its forms."""
    if part not in EDITABLE or key not in tree.parts[part]:
        raise KneetreeError(f"There is no {part} {key!r} any more.")
    builder = EditBuilder(tree)
    builder.set(part, key, checked(part, with_id(part, key, value)))
    return builder.change()


def remove_part(tree: Tree, part: PartName, key: str) -> Change:
    """Remove a part; a source is also removed from everything that cites it.

    Raises ``KneetreeError`` if a finding or condition is still in use.
    """
    reason = why_not_remove(tree, part, key)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    builder.set(part, key, None)
    if part == "source":
        for use in uses(tree, "source", key):
            value = tree.parts[use.part][use.key]
            kept = tuple(source for source in value.sources if source != key)
            builder.set(use.part, use.key, structs.replace(value, sources=kept))
    return builder.change()


def why_not_remove(tree: Tree, part: PartName, key: str) -> str | None:
    """Return why a part must stay, or ``None`` if it can be removed."""
    if part not in EDITABLE or key not in tree.parts[part]:
        return f"There is no {part} {key!r} any more."
    if part not in ("finding", "condition"):
        return None
    used = uses(tree, part, key)
    if not used:
        return None
    first = used[0]
    more = f" and {len(used) - 1} more" if len(used) > 1 else ""
    return f"The {first.part} {first.key!r}{more} names it; change that first."


def uses(tree: Tree, part: PartName, key: str) -> list[Use]:
    """Return every place that names a finding, condition, source or node, each once."""
    if part == "node":
        found = [Use("node", parent) for parent, _ in tree.parents(key)] if key in tree.nodes else []
        return found + [Use("region", name) for name, region in tree.regions.items() if key in region.nodes]
    kinds: tuple[PartName, ...] = ("node", "condition", "rule", "case")
    return [Use(kind, name) for kind in kinds for name, value in tree.parts[kind].items() if key in _named(value, part)]


def _named(value: Any, part: PartName) -> Collection[str]:
    if part == "source":
        return value.sources if isinstance(value, Question | Leaf | Condition | Rule) else ()
    if part == "finding":
        return findings_in(value)
    if isinstance(value, Leaf):
        return value.conditions
    if isinstance(value, Rule):
        return (value.every_path_to.conditions or ()) if value.every_path_to else ()
    return value.expect.conditions if isinstance(value, Case) else ()


def set_title(tree: Tree, title: str) -> Change:
    """Set the tree's title; raise ``KneetreeError`` if it is empty."""
    if not title.strip():
        raise KneetreeError("A tree needs a title; write one.")
    return set_single(tree, "title", title)


def set_single(tree: Tree, part: PartName, value: Any) -> Change:
    """Set the title, version, language or ``about`` as a whole."""
    if part not in ("title", "version", "language", "about"):
        raise KneetreeError("That is not set this way.")
    builder = EditBuilder(tree)
    builder.set(part, "", None if value is None and part == "about" else checked(part, value))
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
        raise KneetreeError(f"There is no region {key!r} any more.")
    return region


def with_id(part: PartName, key: str, value: Any) -> Any:
    """Return the value with the id ``key`` in it, if it is a rule or a case."""
    return structs.replace(value, id=key) if part in ("rule", "case") else value


def _plain(error: Exception) -> str:
    return str(error).rstrip(".").replace("`", "'")
