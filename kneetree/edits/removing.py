"""Edits that delete nodes so that every answer still leads somewhere, or that exchange Yes and No."""

from __future__ import annotations

from collections.abc import Collection

from kneetree.edits.edit_builder import EditBuilder, answer_of, cut_off, is_draft, leaf_of, other, question_of, quoted
from kneetree.errors import ShapeError
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Question, Tree


def delete_question(tree: Tree, node_id: str, keep: str) -> Change:
    """Delete a question; what led to it leads to its ``keep`` side, and its other side is deleted with it.

    Nodes of the other side that something else leads to stay.
    """
    question, kept = question_of(tree, node_id), answer_of(keep)
    builder = EditBuilder(tree)
    target = question.target(kept)
    builder.lead_all(dict.fromkeys(tree.parents(node_id), target))
    root = tree.root
    if root == node_id:
        root = target
        builder.set("root", "", root)
    builder.remove(cut_off(builder, [node_id], {root, target}))
    return builder.change()


def why_not_delete_question(tree: Tree, node_id: str, keep: str) -> str | None:
    """Return why a question cannot be deleted so that it keeps that side, or ``None`` if it can."""
    try:
        delete_question(tree, node_id, keep)
    except ShapeError as error:
        return str(error)
    return None


def delete_leaf(tree: Tree, node_id: str) -> Change:
    """Replace a leaf by a new draft; if it is a draft already, delete its question and keep the other side.

    A leaf that no answer leads to is deleted.  Raises ``ShapeError`` if a draft is the end of several answers.
    """
    leaf = leaf_of(tree, node_id)
    parents = tree.parents(node_id)
    if not is_draft(leaf) or not parents:
        return delete(tree, [node_id])
    if len(parents) > 1:
        raise ShapeError(f"{quoted(tree, node_id)} is the end of several answers; connect these elsewhere first.")
    source, answer = parents[0]
    return delete_question(tree, source, other(answer))


def delete_subtree(tree: Tree, node_id: str) -> Change:
    """Delete a node with all that only it leads to; one empty leaf takes its place."""
    return _delete(tree, {node_id}, splice=False)


def delete(tree: Tree, ids: Collection[str]) -> Change:
    """Delete several nodes.

    A question that is deleted with one of its sides is bridged if that leaves one way on: what led to the question
    leads there.  Elsewhere an empty leaf takes the place of a node.  What only the deleted nodes lead to is deleted
    with them.
    """
    return _delete(tree, set(ids) & tree.nodes.keys(), splice=True)


def _delete(tree: Tree, chosen: set[str], splice: bool) -> Change:
    if not chosen:
        return Change()
    instead = _bridges(tree, chosen) if splice else dict.fromkeys(chosen)
    builder = EditBuilder(tree)
    root = _root_without(tree, chosen, instead)
    builder.set("root", "", root)
    for node_id in (key for key in tree.nodes if key in chosen):
        _lead_past(builder, node_id, chosen, instead[node_id])
    builder.remove(cut_off(builder, [key for key in tree.nodes if key in chosen], {root}))
    return builder.change()


def _root_without(tree: Tree, chosen: set[str], instead: dict[str, str | None]) -> str:
    """Return where the walk begins without the chosen nodes; raise ``ShapeError`` if nothing replaces the root."""
    root = instead[tree.root] if tree.root in chosen else tree.root
    if root is None:
        raise ShapeError(
            f"{quoted(tree, tree.root)} is the first question; make another node the first one before you delete it."
        )
    return root


def _lead_past(builder: EditBuilder, node_id: str, chosen: set[str], instead: str | None) -> None:
    """Let what leads to a deleted node lead to ``instead``, or to one empty leaf if it cannot."""
    tree, draft = builder.tree, None
    for source, answer in tree.parents(node_id):
        if source in chosen:
            continue
        held = builder.node(source)
        assert isinstance(held, Question)
        target = instead
        if target is None or target == held.target(other(answer)):
            target = draft = draft or builder.new_leaf(source, tree.layout.get(node_id))
        builder.lead(source, answer, target)


def _bridges(tree: Tree, chosen: set[str]) -> dict[str, str | None]:
    """Return what replaces each chosen node: the one way on that a question keeps, or ``None`` for a new leaf."""
    instead: dict[str, str | None] = {}
    for node_id in reversed(tree.topological()):
        if node_id not in chosen:
            continue
        node = tree.nodes[node_id]
        instead[node_id] = None
        if isinstance(node, Question) and (node.yes in chosen or node.no in chosen):
            sides = [instead[target] if target in chosen else target for target in (node.yes, node.no)]
            left = [side for side in sides if side is not None]
            if len(left) == 1 or (len(left) == 2 and left[0] == left[1]):
                instead[node_id] = left[0]
    return instead


def swap(tree: Tree, ids: Collection[str]) -> Change:
    """Exchange the targets of Yes and No in the questions among ``ids``."""
    builder = EditBuilder(tree)
    for node_id in ids:
        node = tree.nodes.get(node_id)
        if isinstance(node, Question):
            builder.lead_all({(node_id, Answer.YES): node.no, (node_id, Answer.NO): node.yes})
    return builder.change()
