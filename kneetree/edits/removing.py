"""Edits that delete nodes so that every answer still leads somewhere.

The wording that a deleted node used stays in the library: ``unused_after`` tells what nothing uses any more.
"""

from __future__ import annotations

from collections.abc import Collection

from kneetree.edits.drafts import is_draft, quoted
from kneetree.edits.edit_builder import EditBuilder, cut_off
from kneetree.edits.guards import branch_of, leaf_of, other, side
from kneetree.errors import ShapeError
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Decision, Leaf, QuestionNode, Tree


def delete_question(tree: Tree, node_id: str, keep: str = "") -> Change:
    """Delete a question or decision; what led to it leads to its ``keep`` side, and its other side goes with it.

    One that only collects has one way on, which is kept.  Nodes of the other side that something else leads to stay.
    """
    node = branch_of(tree, node_id)
    kept = Answer.NEXT if isinstance(node, QuestionNode) and node.next else side(keep)
    builder = EditBuilder(tree)
    target = node.target(kept)
    builder.lead_all(dict.fromkeys(tree.parents(node_id), target))
    root = tree.root
    if root == node_id:
        root = target
        builder.begin_at(root)
    builder.remove(cut_off(builder, [node_id], {root, target}))
    return builder.change()


def why_not_delete_question(tree: Tree, node_id: str, keep: str = "") -> str | None:
    """Return why a question cannot be deleted so that it keeps that side, or ``None`` if it can."""
    try:
        delete_question(tree, node_id, keep)
    except ShapeError as error:
        return error.sentence
    return None


def delete_leaf(tree: Tree, node_id: str) -> Change:
    """Replace a leaf by a new draft; if it is a draft already, delete its question and keep the other side.

    A leaf that no answer leads to is deleted.  Raises ``ShapeError`` if a draft is the end of several answers, or of
    a question that only collects.
    """
    leaf = leaf_of(tree, node_id)
    parents = tree.parents(node_id)
    if not is_draft(leaf) or not parents:
        return delete(tree, [node_id])
    if len(parents) > 1:
        raise ShapeError(
            "{node} is the end of several answers; connect these elsewhere first.", node=quoted(tree, node_id)
        )
    source, answer = parents[0]
    if answer is Answer.NEXT:
        raise ShapeError(
            "{node} has no other way on; connect it elsewhere, or delete it too.", node=quoted(tree, source)
        )
    return delete_question(tree, source, other(answer))


def delete_subtree(tree: Tree, node_id: str) -> Change:
    """Delete a node with all that only it leads to; one empty leaf takes its place."""
    return _delete(tree, {node_id}, splice=False)


def delete(tree: Tree, ids: Collection[str]) -> Change:
    """Delete several nodes.

    A question or decision that is deleted with one of its sides, or that only collects, is bridged if that leaves one
    way on: what led to it leads there.  Elsewhere an empty leaf takes the place of a node.  What only the deleted
    nodes lead to is deleted with them.
    """
    return _delete(tree, set(ids) & tree.nodes.keys(), splice=True)


def _delete(tree: Tree, chosen: set[str], splice: bool) -> Change:
    if not chosen:
        return Change()
    instead = _bridges(tree, chosen) if splice else dict.fromkeys(chosen)
    builder = EditBuilder(tree)
    root = _root_without(tree, chosen, instead)
    if root != tree.root:
        builder.begin_at(root)
    for node_id in (key for key in tree.nodes if key in chosen):
        _lead_past(builder, node_id, chosen, instead[node_id])
    builder.remove(cut_off(builder, [key for key in tree.nodes if key in chosen], {root}))
    return builder.change()


def _root_without(tree: Tree, chosen: set[str], instead: dict[str, str | None]) -> str:
    """Return where the walk begins without the chosen nodes; raise ``ShapeError`` if nothing replaces the root."""
    root = instead[tree.root] if tree.root in chosen else tree.root
    if root is None:
        raise ShapeError(
            "{node} is the first question; make another node the first one before you delete it.",
            node=quoted(tree, tree.root),
        )
    return root


def _lead_past(builder: EditBuilder, node_id: str, chosen: set[str], instead: str | None) -> None:
    """Let what leads to a deleted node lead to ``instead``, or to one empty leaf if it cannot."""
    tree, draft = builder.tree, None
    for source, answer in tree.parents(node_id):
        if source in chosen:
            continue
        held = builder.node(source)
        assert isinstance(held, QuestionNode | Decision)
        target = instead
        if target is None or target in [end for way, end in held.edges() if way is not answer]:
            target = draft = draft or builder.new_leaf(source, tree.layout.get(node_id))
        builder.lead(source, answer, target)


def _bridges(tree: Tree, chosen: set[str]) -> dict[str, str | None]:
    """Return what replaces each chosen node: the one way on that it keeps, or ``None`` for a new leaf."""
    instead: dict[str, str | None] = {}
    for node_id in reversed(tree.topological()):
        if node_id not in chosen:
            continue
        node = tree.nodes[node_id]
        instead[node_id] = None
        targets = [] if isinstance(node, Leaf) else [target for _, target in node.edges()]
        if len(targets) == 1 or any(target in chosen for target in targets):
            sides = [instead[target] if target in chosen else target for target in targets]
            left = [way for way in sides if way is not None]
            if len(left) == 1 or (len(left) == 2 and left[0] == left[1]):
                instead[node_id] = left[0]
    return instead
