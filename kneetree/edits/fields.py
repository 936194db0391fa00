"""Edits of the fields of nodes, and of the two ways in which a question is answered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kneetree.edits.edit_builder import EditBuilder, is_slug, question_of
from kneetree.edits.parts import checked, why_not_add, with_fields
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.scales import threshold
from kneetree.model.tree import Finding, Item, Question, Tree

_NOT_HERE = frozenset({"yes", "no", "kind"})
_ANSWERED_BY = frozenset({"finding", "items", "at_least"})


def set_fields(tree: Tree, node_id: str, **fields: Any) -> Change:
    """Set some fields of one node; raise ``KneetreeError`` if a name or a value does not fit."""
    return set_fields_of(tree, [node_id], **fields)


def set_fields_of(tree: Tree, ids: Collection[str], **fields: Any) -> Change:
    """Set the same fields of several nodes (an urgency, a topic, sources), except in nodes that lack one of them."""
    if not fields.keys().isdisjoint(_NOT_HERE):
        raise KneetreeError("Where an answer leads is changed by connecting it.")
    builder = EditBuilder(tree)
    found = False
    for node_id in ids:
        node = tree.nodes.get(node_id)
        if node is None or (len(ids) > 1 and not set(fields) <= set(node.__struct_fields__)):
            continue
        found = True
        builder.set("node", node_id, with_fields("node", node, fields))
        if not fields.keys().isdisjoint(_ANSWERED_BY):
            builder.forget_findings(node)
    if not found:
        raise KneetreeError("There is no such node any more; select one that is on the map.")
    return builder.change()


def ask_finding(tree: Tree, node_id: str, finding: str, means: str | None = None) -> Change:
    """Let a question ask about one finding instead of what it asked about before.

    If ``means`` is given, the finding gets that description, and is added to the tree if it is new.
    """
    question_of(tree, node_id)
    builder = EditBuilder(tree)
    _set_answered(builder, node_id, {"finding": finding, "items": (), "at_least": 1})
    if means is not None:
        _describe(builder, finding, means)
    return builder.change()


def ask_items(
    tree: Tree, node_id: str, items: Sequence[Item], at_least: int, means: dict[str, str] | None = None
) -> Change:
    """Let a question offer a list to tick; ``means`` gives findings a description, and adds those that are new."""
    question_of(tree, node_id)
    builder = EditBuilder(tree)
    _set_answered(builder, node_id, {"finding": "", "items": tuple(items), "at_least": at_least})
    for finding, text in (means or {}).items():
        _describe(builder, finding, text)
    return builder.change()


def set_fields_with_new(
    tree: Tree, node_id: str, fields: Mapping[str, Any], part: PartName, key: str, value: Any
) -> Change:
    """Make a finding, condition or source, and set the fields of a node that name it, as one change."""
    reason = why_not_add(tree, part, key)
    if reason:
        raise KneetreeError(reason)
    node = tree.nodes.get(node_id)
    if node is None:
        raise KneetreeError("There is no such node any more; select one that is on the map.")
    builder = EditBuilder(tree)
    builder.set(part, key, checked(part, value))
    if fields.keys().isdisjoint(_ANSWERED_BY):
        builder.set("node", node_id, with_fields("node", node, fields))
    else:
        _set_answered(builder, node_id, fields)
    return builder.change()


def _set_answered(builder: EditBuilder, node_id: str, fields: Mapping[str, Any]) -> None:
    before = builder.tree.nodes[node_id]
    after = with_fields("node", before, fields)
    assert isinstance(after, Question)
    for finding in after.findings:
        if not is_slug(finding):
            raise KneetreeError("A finding is named by small letters and digits, with _ between; like swelling_calf.")
    builder.set("node", node_id, after)
    builder.forget_findings(before)


def _describe(builder: EditBuilder, finding: str, means: str) -> None:
    if threshold(finding) is not None:
        return
    old: Finding | None = builder.get("finding", finding)
    builder.set("finding", finding, Finding(means=means, usual=old.usual if old else False))
