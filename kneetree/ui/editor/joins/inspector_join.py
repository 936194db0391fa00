"""Join the inspector with the document and the selection: fields become edits, refusals go back.

This module has no rule of its own about what fits: the edits decide, and their sentence is shown beside
the field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import Condition, Finding, Item, Leaf, Node, Question, Source, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.inspector.question_form import ITEMS
from kneetree.ui.editor.joins.attempt import attempt
from kneetree.ui.editor.labels import field_word, part_word
from kneetree.ui.editor.selection import Selection

_TYPED = frozenset({"text", "help", "why", "note", "title", "reason"})
_LISTS = frozenset({"do", "avoid", "get_help_if"})


class InspectorJoin(QObject):
    """Keeps the inspector equal to the document and brings its edits there."""

    def __init__(self, document: Document, selection: Selection, inspector: Inspector) -> None:
        super().__init__(inspector)
        self._document, self._selection, self._inspector = document, selection, inspector
        document.changed.connect(self._on_changed)
        document.opened.connect(self.show)
        selection.changed.connect(self.show)
        inspector.edited.connect(self._on_edited)
        inspector.renamed.connect(self._on_renamed)
        inspector.made.connect(self._on_made)
        inspector.go.connect(selection.select)
        self.show()

    def show(self) -> None:
        """Show what is selected."""
        self._inspector.show_nodes(self._document.tree, self._selection.nodes)

    def _on_changed(self, change: Change) -> None:
        if change.touches("node", "root", "finding", "condition", "source"):
            self._inspector.refresh()

    def _on_edited(self, node_id: str, field: str, value: Any) -> None:
        tree = self._document.tree
        text = self.tr("edit {field} of {node}").format(field=field_word(field), node=edits.quoted(tree, node_id))
        merge = merge_key(tree, node_id, field, value)
        self._do(field, text, lambda: edit_of(tree, node_id, field, value), merge)

    def _on_renamed(self, old: str, new: str) -> None:
        tree = self._document.tree
        text = self.tr("rename {old} to {new}").format(old=old, new=new)
        if self._do("id", text, lambda: edits.rename(tree, "node", old, new)):
            self._selection.select(new)

    def _on_made(self, node_id: str, part: PartName, key: str, values: dict[str, object], field: str) -> None:
        form = self._inspector.form
        if form is None:
            return
        kinds = {"finding": Finding, "condition": Condition, "source": Source}
        text = self.tr("add {part} {name}").format(part=part_word(part), name=key)
        tree = self._document.tree
        try:
            fields = fields_of(tree.nodes[node_id], field, form.hold_new(field, key))
            change = edits.set_fields_with_new(tree, node_id, fields, part, key, kinds[part](**values))
            self._document.do(change, text)
        except KneetreeError as error:
            form.release_new(field)
            form.refuse_entry(part, str(error))
            return
        form.close_entry(part)

    def _do(self, field: str, text: str, edit: Callable[[], Change], merge: str | None = None) -> bool:
        return attempt(self._document, edit, text, partial(self._inspector.refuse, field), merge)


def edit_of(tree: Tree, node_id: str, field: str, value: Any) -> Change:
    """Return the edit that gives a field of a node its value."""
    node = tree.nodes[node_id]
    if field in ("yes", "no"):
        return edits.connect(tree, node_id, field, str(value))
    if not isinstance(node, Question):
        return edits.set_fields(tree, node_id, **{field: value})
    if field == "answered_by":
        if (value == ITEMS) == bool(node.items):
            return Change()
        if value == ITEMS:
            return edits.ask_items(tree, node_id, [Item(node.finding, node.text)], 1)
        return edits.ask_finding(tree, node_id, node.items[0].finding)
    if field == "finding":
        return edits.ask_finding(tree, node_id, str(value))
    if field == "items":
        if not value:
            raise KneetreeError("A list needs at least one item; to ask about one finding, change how it is answered.")
        return edits.ask_items(tree, node_id, value, points_needed(node, value))
    return edits.set_fields(tree, node_id, **{field: value})


def fields_of(node: Node, field: str, value: Any) -> dict[str, Any]:
    """Return the fields of a node that follow from a new finding or condition in one of them."""
    if field == "finding":
        return {"finding": value, "items": (), "at_least": 1}
    if field == "items" and isinstance(node, Question):
        return {"finding": "", "items": value, "at_least": points_needed(node, value)}
    return {field: value}


def points_needed(node: Question, items: Sequence[Item]) -> int:
    """Return the points that make a Yes, no more than the items give together."""
    return min(node.at_least, sum(item.points for item in items))


def merge_key(tree: Tree, node_id: str, field: str, value: Any) -> str | None:
    """Return what typing in one field has in common, so that it is one step; ``None`` for all else."""
    node = tree.nodes.get(node_id)
    if field in _TYPED:
        return f"node/{node_id}/{field}"
    if field == "items" and isinstance(node, Question):
        place = _one_place(node.items, value)
        return None if place is None else f"node/{node_id}/items/{place}"
    if field in _LISTS and isinstance(node, Leaf):
        place = _one_place(getattr(node, field), value)
        return None if place is None else f"node/{node_id}/{field}/{place}"
    return None


def _one_place(old: tuple[object, ...], new: tuple[object, ...]) -> int | None:
    """Return the place of the one entry that differs or was added at the end; ``None`` for any other difference."""
    if len(new) == len(old) + 1 and new[:-1] == old:
        return len(old)
    differ = [place for place, (one, two) in enumerate(zip(old, new, strict=False)) if one != two]
    return differ[0] if len(old) == len(new) and len(differ) == 1 else None
