"""Parts of a tree as text, to be copied, cut, duplicated, or pasted into this or another tree.

The text is JSON, ``kneetree-fragment/1``: nodes by id, with the findings, conditions and sources that they name.  It
comes from a clipboard and so from anywhere: nothing in it is trusted.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field, structs

from kneetree.edits.connecting import leads_to
from kneetree.edits.edit_builder import EditBuilder, answer_of, findings_in, question_of
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import (
    Condition,
    Finding,
    Leaf,
    Node,
    Position,
    Question,
    Slug,
    Source,
    Tree,
    find_cycle,
)
from kneetree.model.values import can_stand

_Value = TypeVar("_Value")

FORMAT = "kneetree-fragment/1"
MOST_BYTES = 8 * 1024 * 1024
MOST_NODES = 20_000
OFFSET = 40
_NOTHING_TO_PASTE = "What was copied is not a part of a tree; copy some boxes first."


class _Fragment(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    format: str
    nodes: dict[Slug, Question | Leaf]
    findings: dict[Slug, Finding] = field(default_factory=dict)
    sources: dict[Slug, Source] = field(default_factory=dict)
    conditions: dict[Slug, Condition] = field(default_factory=dict)
    layout: dict[Slug, Position] = field(default_factory=dict)


def below(tree: Tree, ids: Iterable[str]) -> list[str]:
    """Return the nodes ``ids`` and all that they lead to, in file order."""
    waiting = [node_id for node_id in ids if node_id in tree.nodes]
    found = set(waiting)
    while waiting:
        node = tree.nodes[waiting.pop()]
        if isinstance(node, Question):
            for target in (node.yes, node.no):
                if target not in found:
                    found.add(target)
                    waiting.append(target)
    return [node_id for node_id in tree.nodes if node_id in found]


def copy(tree: Tree, ids: Collection[str], *, subtree: bool = True) -> str:
    """Return the nodes as text, with all that they lead to unless ``subtree`` is false."""
    chosen = below(tree, ids) if subtree else [node_id for node_id in tree.nodes if node_id in set(ids)]
    if not chosen:
        raise KneetreeError("There is nothing to copy; select some boxes first.")
    return msgspec.json.format(msgspec.json.encode(_fragment(tree, chosen)), indent=2).decode() + "\n"


def why_not_paste(text: str) -> str | None:
    """Return why a text cannot be pasted, or ``None`` if it can."""
    try:
        _read(text)
    except KneetreeError as error:
        return str(error)
    return None


def paste(
    tree: Tree, text: str, *, end: tuple[str, str] | None = None, at: Position | None = None
) -> tuple[Change, list[str]]:
    """Return the change that pastes a copied part, and the new ids of its nodes, tops first.

    A top is a node that no other node of the part leads to.  With ``end`` (a question and its answer) that answer
    leads to the first top; otherwise the part is not connected.  The first top is placed ``at`` that point, in scene
    pixels.  Ids that are taken are replaced, and what the part names but the tree lacks is added.  An answer whose
    target was not copied leads there again if the tree has it and no circle comes of it, else to a new leaf.
    """
    fragment = _read(text)
    given_way = question_of(tree, end[0]).target(answer_of(end[1])) if end else None
    builder = EditBuilder(tree)
    new = {key: builder.new_id("node", key, "node") for key in fragment.nodes}
    anchor = end[0] if end else next(reversed(tree.nodes))
    for key, node in fragment.nodes.items():
        builder.set("node", new[key], _led(builder, node, new, anchor, end))
    brought: dict[PartName, Mapping[str, Any]] = {
        "finding": fragment.findings,
        "source": fragment.sources,
        "condition": fragment.conditions,
    }
    for part, values in brought.items():
        for key, value in values.items():
            if key not in tree.parts[part]:
                builder.set(part, key, value)
    tops = _tops(fragment.nodes)
    _stand(builder, fragment, new, tops, at)
    if end and given_way:
        builder.lead(*end, new[tops[0]])
        builder.drop_draft(given_way)
    return builder.change(), [new[key] for key in tops] + [new[key] for key in fragment.nodes if key not in tops]


def duplicate(tree: Tree, ids: Collection[str], *, subtree: bool = True) -> tuple[Change, list[str]]:
    """Return the change that puts an unconnected copy beside the original, and the copy's ids as ``paste`` does."""
    return paste(tree, copy(tree, ids, subtree=subtree))


def _fragment(tree: Tree, chosen: list[str]) -> _Fragment:
    """Return the nodes with all that they name and where they stand."""
    nodes = {node_id: tree.nodes[node_id] for node_id in chosen}
    asked = {finding for node in nodes.values() for finding in findings_in(node)}
    named = {condition for node in nodes.values() if isinstance(node, Leaf) for condition in node.conditions}
    conditions = _only(tree.conditions, named)
    cited = {source for value in (*nodes.values(), *conditions.values()) for source in value.sources}
    return _Fragment(
        format=FORMAT,
        nodes=nodes,
        findings=_only(tree.findings, asked),
        sources=_only(tree.sources, cited),
        conditions=conditions,
        layout=_only(tree.layout, nodes),
    )


def _only(values: Mapping[str, _Value], keys: Container[str]) -> dict[str, _Value]:
    return {key: value for key, value in values.items() if key in keys}


def _read(text: str) -> _Fragment:
    if len(text) > MOST_BYTES:
        raise KneetreeError("What was copied is too large to be a part of a tree.")
    try:
        fragment = msgspec.json.decode(text.encode("utf-8", "surrogatepass"), type=_Fragment)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise KneetreeError(_NOTHING_TO_PASTE) from error
    if fragment.format != FORMAT or not fragment.nodes:
        raise KneetreeError(_NOTHING_TO_PASTE)
    if len(fragment.nodes) > MOST_NODES:
        raise KneetreeError(f"What was copied has more than {MOST_NODES} nodes; open it as a tree of its own.")
    if find_cycle(fragment.nodes, fragment.nodes):
        raise KneetreeError("What was copied goes round in a circle; mend it where it comes from.")
    return fragment


def _led(builder: EditBuilder, node: Node, new: dict[str, str], anchor: str, end: tuple[str, str] | None) -> Node:
    if not isinstance(node, Question):
        return node
    ends = []
    for target in (node.yes, node.no):
        if target in new:
            ends.append(new[target])
        elif target in builder.tree.nodes and not (
            end and (target == end[0] or leads_to(builder.tree, target, end[0]))
        ):
            ends.append(target)
        else:
            ends.append(builder.new_leaf(anchor))
    return structs.replace(node, yes=ends[0], no=ends[1])


def _tops(nodes: dict[str, Node]) -> list[str]:
    led = {target for node in nodes.values() if isinstance(node, Question) for target in (node.yes, node.no)}
    return [key for key in nodes if key not in led]


def _stand(
    builder: EditBuilder, fragment: _Fragment, new: dict[str, str], tops: list[str], at: Position | None
) -> None:
    """Place the part beside the original, or with its first top ``at`` a point and the rest around it."""
    layout = {key: place for key, place in fragment.layout.items() if key in new and can_stand(place)}
    origin: Position = (0, 0)
    to: Position = (OFFSET, OFFSET)
    if at is not None:
        if tops[0] not in layout:
            layout = {tops[0]: at}
        origin, to = layout[tops[0]], at
    for key, (x, y) in layout.items():
        place = (x - origin[0] + to[0], y - origin[1] + to[1])
        if can_stand(place):
            builder.set("layout", new[key], place)
