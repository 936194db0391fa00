"""Edits that turn a leaf into a question or a question into a leaf under the same id, or move the start."""

from __future__ import annotations

from kneetree.edits.edit_builder import EditBuilder, cut_off, is_draft, leaf_of, question_of
from kneetree.errors import ShapeError
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Topic, Tree


def leaf_to_question(tree: Tree, node_id: str) -> Change:
    """Put a question in the place of a leaf; its No leads to that leaf, its Yes to a new one.

    The question takes over the id, so that what led to the leaf leads to the question; the leaf gets a new id.
    """
    leaf = leaf_of(tree, node_id)
    builder = EditBuilder(tree)
    kept = builder.new_node(leaf, f"{node_id}_end"[:90], node_id)
    yes = builder.new_leaf(node_id)
    parents = tree.parents(node_id)
    topic = question_of(tree, parents[0][0]).topic if parents else Topic.SYMPTOM
    draft = builder.new_question(topic, yes, kept, node_id)
    builder.set("node", node_id, builder.node(draft))
    builder.set("node", draft, None)
    return builder.change()


def question_to_leaf(tree: Tree, node_id: str) -> Change:
    """Put a leaf in the place of a question, under its id, and delete what only the question led to.

    If an answer of the question leads to a leaf that is not a draft, that leaf is put there, the more urgent of two;
    otherwise it is an empty draft.
    """
    question = question_of(tree, node_id)
    builder = EditBuilder(tree)
    ends = [tree.nodes[target] for target in (question.yes, question.no)]
    written = [end for end in ends if isinstance(end, Leaf) and not is_draft(end)]
    leaf = max(written, key=lambda end: end.urgency.rank) if written else builder.draft_leaf()
    gone = cut_off(builder, [node_id], {tree.root})[1:]
    builder.set("node", node_id, leaf)
    builder.remove(gone)
    builder.forget_findings(question)
    return builder.change()


def set_root(tree: Tree, node_id: str) -> Change:
    """Let the walk begin at another node."""
    if node_id not in tree.nodes:
        raise ShapeError("There is no such node; choose one that is on the map.")
    builder = EditBuilder(tree)
    builder.set("root", "", node_id)
    return builder.change()
