"""Edits that give a node another kind under the same id, exchange Yes and No, or move the start."""

from __future__ import annotations

from collections.abc import Collection

from kneetree.edits.connecting import counts_of, some_threshold, topic_between
from kneetree.edits.drafts import is_draft, quoted
from kneetree.edits.edit_builder import EditBuilder, cut_off
from kneetree.edits.guards import asking, branch_of, leaf_of, other, side
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.scales import Threshold, id_of, threshold_of
from kneetree.model.titles import title_of
from kneetree.model.tree import Answer, Decision, Leaf, Question, QuestionNode, Topic, Tree


def leaf_to_question(tree: Tree, node_id: str) -> Change:
    """Put a question in the place of a leaf; its No leads to that leaf, its Yes to a new one.

    The question takes over the id, so that what led to the leaf leads to the question; the leaf gets a new id.
    """
    leaf = leaf_of(tree, node_id)
    builder = EditBuilder(tree)
    kept = builder.new_node(leaf, f"{node_id}_end"[:90], node_id)
    yes = builder.new_leaf(node_id)
    parents = tree.parents(node_id)
    asks = builder.draft_question(topic_between(tree, parents[0][0], node_id) if parents else Topic.SYMPTOM)
    builder.set("node", node_id, QuestionNode(asks=asks, yes=yes, no=kept))
    return builder.change()


def question_to_leaf(tree: Tree, node_id: str) -> Change:
    """Put a leaf in the place of a question or decision, under its id, and delete what only that led to.

    If an answer leads to a leaf that is not a draft, that leaf is put there, the more urgent of two; otherwise it is
    an empty draft.
    """
    node = branch_of(tree, node_id)
    builder = EditBuilder(tree)
    ends = [tree.nodes[target] for _, target in node.edges()]
    written = [end for end in ends if isinstance(end, Leaf) and not is_draft(end)]
    leaf = max(written, key=lambda end: end.urgency.rank) if written else builder.draft_leaf()
    gone = cut_off(builder, [node_id], {tree.root})[1:]
    builder.set("node", node_id, leaf)
    builder.remove(gone)
    builder.forget([node])
    return builder.change()


def to_collecting(tree: Tree, node_id: str, keep: str = "no") -> Change:
    """Let a question only collect what is answered, and go on where its ``keep`` answer leads.

    What only the other answer led to is deleted.  A threshold becomes the number itself.
    """
    node, kept = asking(tree, node_id), side(keep)
    if node.next:
        raise KneetreeError("{node} only collects already.", node=quoted(tree, node_id))
    builder = EditBuilder(tree)
    on, lost = node.target(kept), node.target(other(kept))
    builder.set("node", node_id, QuestionNode(asks=_collected(tree, node.asks), next=on))
    if lost != tree.root and not builder.parents(lost):
        builder.remove(cut_off(builder, [lost], {tree.root, on}))
    return builder.change()


def to_branching(tree: Tree, node_id: str, keep: str = "no", number: int | None = None) -> Change:
    """Give a question that only collects a Yes and a No: ``keep`` leads where it went on, the other to a new leaf.

    A number branches on the threshold ``number``; if that is left out, on one that is in use or else in the middle.
    """
    node, kept = asking(tree, node_id), side(keep)
    if not node.next:
        raise KneetreeError("{node} has a Yes and a No already.", node=quoted(tree, node_id))
    asks = node.asks
    if asks not in tree.questions:
        asks = some_threshold(tree, asks) if number is None else id_of(Threshold(asks, number))
        if threshold_of(asks, tree.scales) is None:
            scale = tree.scales[node.asks]
            raise KneetreeError(
                "{number} is no threshold of this number; choose one from {least} to {most}.",
                number=number,
                least=scale.least + 1,
                most=scale.most,
            )
    builder = EditBuilder(tree)
    leaf = builder.new_leaf(node_id)
    yes, no = (node.next, leaf) if kept is Answer.YES else (leaf, node.next)
    builder.set("node", node_id, QuestionNode(asks=asks, yes=yes, no=no))
    return builder.change()


def collect_first(tree: Tree, node_id: str) -> Change:
    """Let a question only collect, and put a decision after it that counts the same and has the same Yes and No."""
    node = asking(tree, node_id)
    if node.next:
        raise KneetreeError("{node} only collects already.", node=quoted(tree, node_id))
    builder = EditBuilder(tree)
    decision = Decision(
        title=title_of(tree, node_id) or builder.words.decision,
        counts=counts_of(tree, node_id),
        at_least=node.at_least,
        yes=node.yes,
        no=node.no,
    )
    on = builder.new_node(decision, f"{node_id}_decision"[:90], node_id)
    builder.set("node", node_id, QuestionNode(asks=_collected(tree, node.asks), next=on))
    return builder.change()


def swap(tree: Tree, ids: Collection[str]) -> Change:
    """Exchange the targets of Yes and No in the questions and decisions among ``ids``.

    Raises ``KneetreeError`` if all that is chosen only collects.
    """
    builder, collecting, turned = EditBuilder(tree), 0, 0
    for node_id in ids:
        node = tree.nodes.get(node_id)
        if node is None or isinstance(node, Leaf):
            continue
        if isinstance(node, QuestionNode) and node.next:
            collecting += 1
            continue
        turned += 1
        builder.lead_all({(node_id, Answer.YES): node.no, (node_id, Answer.NO): node.yes})
    if collecting and not turned:
        raise KneetreeError("A question that only collects has no Yes and No to exchange; choose one that has.")
    return builder.change()


def set_root(tree: Tree, node_id: str) -> Change:
    """Let the walk begin at another node, which is not a decision."""
    builder = EditBuilder(tree)
    builder.begin_at(node_id)
    return builder.change()


def _collected(tree: Tree, asks: str) -> str:
    """Return what a node asks that only collects: for a threshold, its scale."""
    entry: Question | None = tree.questions.get(asks)
    limit = threshold_of(asks, tree.scales)
    return asks if entry is not None or limit is None else limit.scale
