"""Edits of the fields of a node, of what it asks, and of the two ways in which a question is answered.

The fields of a question or a number are those of its entry in the library: editing them at one node edits them for all
nodes that ask it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import structs

from kneetree.edits.drafts import quoted
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.guards import asking
from kneetree.edits.library import entry_at
from kneetree.edits.parts import why_not_add
from kneetree.edits.settling import check_points, checked, set_value, settled, with_fields
from kneetree.errors import KneetreeError
from kneetree.model.change import VALUE_TYPES, Change, PartName
from kneetree.model.scales import statement as scale_words
from kneetree.model.scales import threshold_of
from kneetree.model.tree import QuestionNode, Scale, Tree

_ENDS = frozenset({"yes", "no", "next", "kind"})
_GONE = "There is no such node any more; select one that is on the map."


def set_fields(tree: Tree, node_id: str, **fields: Any) -> Change:
    """Set some fields of one node, or of the question or number that it asks.

    Raises ``KneetreeError`` if a name or a value does not fit.
    """
    return set_fields_of(tree, [node_id], **fields)


def set_fields_of(tree: Tree, ids: Collection[str], **fields: Any) -> Change:
    """Set the same fields of several nodes (an urgency, a topic, sources), except in nodes that lack one of them."""
    _refuse_ends(fields)
    builder = EditBuilder(tree)
    found = False
    for node_id in ids:
        node = tree.nodes.get(node_id)
        if node is None or (len(ids) > 1 and not fields.keys() <= _fields_at(tree, node_id)):
            continue
        found = True
        _set(builder, node_id, fields)
    if not found:
        raise KneetreeError(_GONE)
    return builder.change()


def set_fields_with_new(
    tree: Tree, node_id: str, fields: Mapping[str, Any], part: PartName, key: str, value: Any
) -> Change:
    """Make an entry of the library, and set the fields of a node that name it, as one change."""
    reason = why_not_add(tree, part, key)
    if reason:
        raise KneetreeError(reason)
    if node_id not in tree.nodes:
        raise KneetreeError(_GONE)
    _refuse_ends(fields)
    builder = EditBuilder(tree)
    set_value(builder, part, key, checked(part, value))
    _set(builder, node_id, fields)
    return builder.change()


def ask(tree: Tree, node_id: str, entry: str) -> Change:
    """Let a node ask another question, scale or threshold; the question that it asked before stays if it is written.

    Raises ``KneetreeError`` if there is no such entry, or if a node with Yes and No would ask for a number.
    """
    asking(tree, node_id)
    builder = EditBuilder(tree)
    _ask(builder, node_id, entry)
    return builder.change()


def ask_finding(tree: Tree, node_id: str, finding: str, statement: str | None = None) -> Change:
    """Let the question of a node ask about one finding, wherever it is asked; a threshold is asked as a number.

    The finding is added if it is new; it gets the words of ``statement`` if these are given.
    """
    asking(tree, node_id)
    if threshold_of(finding, tree.scales):
        return ask(tree, node_id, finding)
    builder = EditBuilder(tree)
    set_value(builder, "question", key := _question_of(tree, node_id), _with(builder, key, finding=finding, lines=()))
    builder.declare([finding], {} if statement is None else {finding: statement})
    return builder.change()


def ask_items(
    tree: Tree,
    node_id: str,
    lines: Sequence[str],
    at_least: int | None = None,
    *,
    points: Mapping[str, int] | None = None,
    statements: Mapping[str, str] | None = None,
) -> Change:
    """Let the question of a node offer a list of findings to tick, wherever it is asked.

    ``at_least`` and ``points`` are for this node, which keeps what it has if they are left out.  New findings are
    added, and ``statements`` gives findings their words.
    """
    node = asking(tree, node_id)
    if not lines:
        raise KneetreeError("A list needs at least one line; to ask about one finding, change how it is answered.")
    builder = EditBuilder(tree)
    key = _question_of(tree, node_id)
    set_value(builder, "question", key, _with(builder, key, finding="", lines=tuple(lines)))
    builder.declare(lines, statements)
    own: dict[str, Any] = {}
    if points is not None:
        own["points"] = {line: worth for line, worth in points.items() if worth != 1}
    if at_least is not None:
        own["at_least"] = at_least
    if own and not node.next:
        _set_own(builder, node_id, own)
    return builder.change()


def _refuse_ends(fields: Mapping[str, Any]) -> None:
    if not fields.keys().isdisjoint(_ENDS):
        raise KneetreeError("Where an answer leads is changed by connecting it.")


def _fields_at(tree: Tree, node_id: str) -> set[str]:
    entry = entry_at(tree, node_id)
    return {*tree.nodes[node_id].__struct_fields__, *(VALUE_TYPES[entry[0]].__struct_fields__ if entry else ())}


def _set(builder: EditBuilder, node_id: str, fields: Mapping[str, Any]) -> None:
    """Set fields of a node, those that it does not have itself in the question or number that it asks."""
    node = builder.node(node_id)
    assert node is not None
    entry = entry_at(builder.tree, node_id)
    if entry is None:
        set_value(builder, "node", node_id, with_fields("node", node, fields))
        return
    part, key = entry
    mine = {"asks"} if part == "scale" else set(node.__struct_fields__)
    shared = {name: value for name, value in fields.items() if name not in mine}
    own = {name: value for name, value in fields.items() if name in mine}
    if "asks" in own:
        _ask(builder, node_id, str(own.pop("asks")))
    if shared:
        set_value(builder, part, key, with_fields(part, builder.get(part, key), shared))
    if own:
        _set_own(builder, node_id, own)


def _set_own(builder: EditBuilder, node_id: str, own: Mapping[str, Any]) -> None:
    node = with_fields("node", builder.node(node_id), own)
    if "at_least" not in own:
        node = structs.replace(node, at_least=min(node.at_least, settled(builder, node).at_least))
    check_points(builder, node)
    builder.set("node", node_id, node)


def _ask(builder: EditBuilder, node_id: str, entry: str) -> None:
    tree, node = builder.tree, builder.node(node_id)
    assert isinstance(node, QuestionNode)
    if builder.get("question", entry) is None:
        scale: Scale | None = builder.get("scale", entry)
        if scale is not None:
            if not node.next:
                such = scale_words(scale, scale.least + 1, True, tree.language)
                raise KneetreeError(
                    "{node} has a Yes and a No; let it only collect before it asks for a number, or choose "
                    "one of its thresholds, such as '{such}'.",
                    node=quoted(tree, node_id),
                    such=such,
                )
        elif not (limit := threshold_of(entry, tree.scales)):
            raise KneetreeError("There is no question or number {asks!r}; choose one that is in the tree.", asks=entry)
        elif node.next:
            entry = limit.scale
    builder.set("node", node_id, settled(builder, structs.replace(node, asks=entry)))
    if entry != node.asks:
        builder.forget([node])


def _question_of(tree: Tree, node_id: str) -> str:
    """Return the id of the question that a node asks; raise ``KneetreeError`` if it asks for a number."""
    asking(tree, node_id)
    entry = entry_at(tree, node_id)
    if entry is None or entry[0] != "question":
        raise KneetreeError("{node} asks for a number; let it ask another question first.", node=quoted(tree, node_id))
    return entry[1]


def _with(builder: EditBuilder, key: str, **fields: Any) -> Any:
    return with_fields("question", builder.get("question", key), fields)
