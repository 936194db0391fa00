"""Parts of a tree as text, to be copied, cut, duplicated, or pasted into this or another tree.

The text is JSON, ``kneetree-fragment/2``: nodes by id, with the entries of the library that they and these entries
name.  It comes from a clipboard and so from anywhere: nothing in it is trusted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct, field, structs

from kneetree.edits.connecting import leads_to
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.guards import way_of
from kneetree.edits.references import Names, references, with_references
from kneetree.edits.settling import set_value
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.change import Change, PartName
from kneetree.model.shape import find_cycle
from kneetree.model.tree import (
    Advice,
    Condition,
    Decision,
    Finding,
    Leaf,
    Node,
    Position,
    Question,
    QuestionNode,
    Scale,
    Slug,
    Source,
    Tree,
    WarningSign,
)
from kneetree.model.values import can_stand

FORMAT = "kneetree-fragment/2"
MOST_BYTES = 8 * 1024 * 1024
MOST_NODES = 20_000
OFFSET = 40
_NOTHING_TO_PASTE = "What was copied is not a part of a tree; copy some boxes first."
_BROUGHT: tuple[PartName, ...] = (
    "picture", "source", "scale", "finding", "advice", "warning", "condition", "question",
)  # fmt: skip
"""The parts that come along, each after those that its entries name."""


class _Fragment(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    format: str
    nodes: dict[Slug, QuestionNode | Decision | Leaf]
    picture: dict[Slug, str] = field(default_factory=dict, name="pictures")
    scale: dict[Slug, Scale] = field(default_factory=dict, name="scales")
    finding: dict[Slug, Finding] = field(default_factory=dict, name="findings")
    source: dict[Slug, Source] = field(default_factory=dict, name="sources")
    condition: dict[Slug, Condition] = field(default_factory=dict, name="conditions")
    question: dict[Slug, Question] = field(default_factory=dict, name="questions")
    advice: dict[Slug, Advice] = field(default_factory=dict)
    warning: dict[Slug, WarningSign] = field(default_factory=dict, name="warnings")
    layout: dict[Slug, Position] = field(default_factory=dict)


def below(tree: Tree, ids: Iterable[str]) -> list[str]:
    """Return the nodes ``ids`` and all that they lead to, in file order."""
    waiting = [node_id for node_id in ids if node_id in tree.nodes]
    found = set(waiting)
    while waiting:
        for _, target in tree.nodes[waiting.pop()].edges():
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
        return error.sentence
    return None


def copied(text: str) -> list[str]:
    """Return the ids that the nodes of a copied part had where they come from, none if it is no such part."""
    try:
        return list(_read(text).nodes)
    except KneetreeError:
        return []


def paste(
    tree: Tree,
    text: str,
    *,
    end: tuple[str, str] | None = None,
    at: Position | None = None,
    places: Mapping[str, Position] | None = None,
) -> tuple[Change, list[str]]:
    """Return the change that pastes a copied part, and the new ids of its nodes, tops first.

    A top is a node that no other node of the part leads to.  With ``end`` (a node and its answer) that answer leads to
    the first top; otherwise the part is not connected.  The first top is placed ``at`` that point, in scene pixels, or
    each node at its place among ``places``, by the id that it had.
    Ids of nodes that are taken are replaced.  An entry that the part names is shared if the tree has the same under
    that id; if it has another there, the entry comes under a new id.  An answer whose target was not copied leads
    there again if the tree has it and no circle comes of it, else to a new leaf.
    """
    return _pasted(tree, _read(text), end, at, places)


def duplicate(
    tree: Tree, ids: Collection[str], *, subtree: bool = True, places: Mapping[str, Position] | None = None
) -> tuple[Change, list[str]]:
    """Return the change that puts an unconnected copy beside the original, and the copy's ids as ``paste`` does.

    The copies ask the same questions and give the same advice: the wording is shared.  ``places`` says where the copy
    of each node goes, in scene pixels; without it only the copies of nodes that the author has placed have one.
    """
    fragment = _read(copy(tree, ids, subtree=subtree))
    return _pasted(tree, fragment, None, None, places)


def _pasted(
    tree: Tree,
    fragment: _Fragment,
    end: tuple[str, str] | None,
    at: Position | None,
    places: Mapping[str, Position] | None = None,
) -> tuple[Change, list[str]]:
    builder = EditBuilder(tree)
    way = way_of(tree, *end) if end else None
    names = Names(fragment.question, fragment.scale)  # what an id means where it was copied
    new = _bring(builder, fragment, names)
    nodes = {key: builder.free_id("node", key) for key in fragment.nodes}
    anchor = end[0] if end else next(reversed(tree.nodes))

    def swap(part: PartName, key: str) -> str:
        return key if part == "node" else new.get((part, key), key)

    for key, node in fragment.nodes.items():
        led = _led(builder, node, nodes, anchor, end[0] if end else None)
        builder.set("node", nodes[key], with_references(names, led, swap))
    tops = _tops(fragment.nodes)
    if places is None:
        _stand(builder, fragment, nodes, tops, at)
    else:
        _stand_at(builder, {nodes[key]: place for key, place in places.items() if key in nodes})
    if end and way:
        builder.lead(end[0], way[1], nodes[tops[0]])
        builder.drop_draft(way[0].target(way[1]))
    change = builder.change()
    _check(tree, change)
    return change, [nodes[key] for key in tops] + [nodes[key] for key in fragment.nodes if key not in tops]


def _fragment(tree: Tree, chosen: list[str]) -> _Fragment:
    """Return the nodes with all that they name, and that this names, and their places."""
    nodes = {node_id: tree.nodes[node_id] for node_id in chosen}
    names = Names(tree.questions, tree.scales)
    wanted: set[tuple[PartName, str]] = set()
    waiting: list[Any] = list(nodes.values())
    while waiting:
        for part, key in references(names, waiting.pop()):
            if part != "node" and (part, key) not in wanted and key in tree.parts[part]:
                wanted.add((part, key))
                waiting.append(tree.parts[part][key])
    brought: dict[str, Any] = {
        part: {key: value for key, value in tree.parts[part].items() if (part, key) in wanted} for part in _BROUGHT
    }
    layout = {key: place for key, place in tree.layout.items() if key in nodes}
    return _Fragment(format=FORMAT, nodes=nodes, layout=layout, **brought)


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
        raise KneetreeError(
            "What was copied has more than {most} nodes; open it as a tree of its own.", most=MOST_NODES
        )
    if find_cycle(fragment.nodes, fragment.nodes):
        raise KneetreeError("What was copied goes round in a circle; mend it where it comes from.")
    return fragment


def _bring(builder: EditBuilder, fragment: _Fragment, names: Names) -> dict[tuple[PartName, str], str]:
    """Add the entries that the tree lacks, and return the id that each entry of the part has in the tree."""
    new: dict[tuple[PartName, str], str] = {}

    def swap(part: PartName, key: str) -> str:
        return new.get((part, key), key)

    for part in _BROUGHT:
        there = builder.tree.parts[part]
        for key, entry in getattr(fragment, part).items():
            value = with_references(names, entry, swap)
            if there.get(key) == value:
                new[part, key] = key
            else:
                new[part, key] = builder.free_id(part, key)
                if part == "scale":
                    set_value(builder, part, new[part, key], value)
                else:
                    builder.set(part, new[part, key], value)
    return new


def _check(tree: Tree, change: Change) -> None:
    """Raise ``KneetreeError`` if what was copied does not fit together."""
    try:
        tree.copy().apply(change)
    except ShapeError as error:
        raise KneetreeError("What was copied cannot be pasted here. {error}", error=error) from error


def _led(builder: EditBuilder, node: Node, new: dict[str, str], anchor: str, source: str | None) -> Node:
    """Return a node of the part whose answers lead to nodes of the part, of the tree, or to new leaves."""
    ends: dict[str, str] = {}
    for answer, target in node.edges():
        if target in new:
            ends[answer.value] = new[target]
        elif target in builder.tree.nodes and not (
            source and (target == source or leads_to(builder.tree, target, source))
        ):
            ends[answer.value] = target
        else:
            ends[answer.value] = builder.new_leaf(anchor)
    return structs.replace(node, **ends) if ends else node


def _tops(nodes: dict[str, Node]) -> list[str]:
    led = {target for node in nodes.values() for _, target in node.edges()}
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
    places: dict[str, Position] = {}
    for key, (x, y) in layout.items():
        places[new[key]] = (x - origin[0] + to[0], y - origin[1] + to[1])
    _stand_at(builder, places)


def _stand_at(builder: EditBuilder, places: Mapping[str, Position]) -> None:
    for key, place in places.items():
        if can_stand(place):
            builder.set("layout", key, place)
