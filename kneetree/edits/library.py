"""Edits of wording that several places share: a copy for one place, or one entry in the place of another."""

from __future__ import annotations

from typing import Any

from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.references import Names, kind_of_asks, references, with_references
from kneetree.edits.settling import set_value, settle_askers, settled, with_fields
from kneetree.edits.uses import uses
from kneetree.edits.words import called, noun, plain_reason
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import QuestionNode, Tree
from kneetree.words.sentences import capital

COPIED: tuple[PartName, ...] = ("question", "advice", "warning", "condition")
"""The parts of which a place can have a copy of its own."""
EXCHANGED: tuple[PartName, ...] = ("picture", "finding", "source", "condition", "question", "advice", "warning")
"""The parts in which one entry can take the place of another."""


def copy_for(
    tree: Tree, place: str, part: PartName, key: str, *, place_part: PartName = "node", **fields: Any
) -> tuple[Change, str]:
    """Return the change that lets one place use a copy of an entry, and the id of the copy.

    The copy has ``fields`` of its own, and the entry stays as it is for all other places.  A place is a node, or with
    ``place_part`` a condition.  Raises ``KneetreeError`` if the place does not use the entry.
    """
    value = tree.parts[part].get(key) if part in COPIED else None
    held = tree.parts[place_part].get(place)
    names = Names(tree.questions, tree.scales)
    if value is None or held is None or (part, key) not in references(names, held):
        raise KneetreeError(
            "That place does not use {place}; choose what is used there.", place=called(tree, part, key)
        )
    builder = EditBuilder(tree)
    new = builder.free_id(part, key)
    builder.set(part, new, value, builder.place_after(part, key))
    set_value(builder, part, new, with_fields(part, value, fields))

    def swap(kind: PartName, name: str) -> str:
        return new if kind == part and name == key else name

    held = with_references(names, held, swap)
    builder.set(place_part, place, settled(builder, held) if isinstance(held, QuestionNode) else held)
    return builder.change(), new


def replace_entry(tree: Tree, part: PartName, old: str, new: str, *, remove: bool = False) -> Change:
    """Put one entry in the place of another everywhere, and remove the other with ``remove``.

    Where a place names both, it names the new one once.  Raises ``KneetreeError`` if a place would contradict itself.
    """
    if part not in EXCHANGED:
        raise KneetreeError("One of these cannot take the place of another.")
    for key in (old, new):
        if key not in tree.parts[part]:
            raise KneetreeError(
                "There is no {noun} {key!r} any more; choose one that is in the tree.", noun=noun(part), key=key
            )
    if old == new:
        raise KneetreeError("That is the same one; choose another.")

    def swap(kind: PartName, name: str) -> str:
        return new if kind == part and name == old else name

    builder, names = EditBuilder(tree), Names(tree.questions, tree.scales)
    for use in uses(tree, part, old):
        try:
            value = with_references(names, builder.get(use.part, use.key), swap)
        except ValueError as error:
            place, reason = called(tree, use.part, use.key), plain_reason(error, tree)
            raise KneetreeError("{place} cannot be changed: {reason}.", place=capital(place), reason=reason) from error
        except KneetreeError as error:
            raise KneetreeError(
                "{error} Change {place} first.", error=error, place=called(tree, use.part, use.key)
            ) from error
        builder.set(use.part, use.key, settled(builder, value) if isinstance(value, QuestionNode) else value)
    for question in [use.key for use in uses(tree, part, old) if use.part == "question"]:
        settle_askers(builder, question)
    if remove:
        builder.set(part, old, None)
    return builder.change()


def why_not_replace_entry(tree: Tree, part: PartName, old: str, new: str) -> str | None:
    """Return why one entry cannot take the place of another, or ``None`` if it can."""
    try:
        replace_entry(tree, part, old, new)
    except KneetreeError as error:
        return error.sentence
    return None


def entry_at(tree: Tree, node_id: str) -> tuple[PartName, str] | None:
    """Return the part and id of the question or scale that a node asks, or ``None`` if it asks nothing."""
    node = tree.nodes.get(node_id)
    return kind_of_asks(Names(tree.questions, tree.scales), node.asks) if isinstance(node, QuestionNode) else None
