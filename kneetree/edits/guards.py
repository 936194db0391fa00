"""What an edit begins with: find the node or the way on that it is about, or refuse with a sentence.

Nothing here knows what is edited.
"""

from __future__ import annotations

from kneetree.edits.drafts import is_slug, quoted
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.scales import threshold
from kneetree.model.tree import Answer, Branch, Decision, Leaf, QuestionNode, Tree


def other(answer: str) -> Answer:
    """Return No for Yes, and Yes for No."""
    return Answer.NO if answer == Answer.YES else Answer.YES


def branch_of(tree: Tree, node_id: str) -> Branch:
    """Return the question or decision with that id; raise ``ShapeError`` if there is none."""
    node = tree.nodes.get(node_id)
    if not isinstance(node, QuestionNode | Decision):
        raise ShapeError("{node} is not a question; choose one.", node=quoted(tree, node_id))
    return node


def asking(tree: Tree, node_id: str) -> QuestionNode:
    """Return the node with that id if it asks something; raise ``ShapeError`` if it does not."""
    node = branch_of(tree, node_id)
    if isinstance(node, Decision):
        raise ShapeError("{node} is a decision, which asks nothing; choose a question.", node=quoted(tree, node_id))
    return node


def leaf_of(tree: Tree, node_id: str) -> Leaf:
    """Return the leaf with that id; raise ``ShapeError`` if there is none."""
    node = tree.nodes.get(node_id)
    if not isinstance(node, Leaf):
        raise ShapeError("{node} is not a result; choose one.", node=quoted(tree, node_id))
    return node


def side(answer: str) -> Answer:
    """Return ``answer`` as Yes or No; raise ``KneetreeError`` for anything else."""
    if answer not in (Answer.YES, Answer.NO):
        raise KneetreeError("Choose one side: Yes or No.")
    return Answer(answer)


def way_of(tree: Tree, source: str, answer: str) -> tuple[Branch, Answer]:
    """Return a question or decision, and one of the answers that lead on from it.

    Raises ``ShapeError`` if there is no such node, and ``KneetreeError`` if that answer does not lead on from it.
    """
    node = branch_of(tree, source)
    for known, _ in node.edges():
        if known == answer:
            return node, known
    raise KneetreeError(no_such_way(node))


def no_such_way(node: Branch) -> str:
    """Return the sentence for an answer that does not lead on from ``node``."""
    if isinstance(node, QuestionNode) and node.next:
        return "This question only collects what is answered; its one edge says Then."
    return "An edge starts at Yes or at No."


def check_finding_id(tree: Tree, key: str) -> None:
    """Raise ``KneetreeError`` if a finding cannot have that id."""
    if key in tree.scales:
        raise KneetreeError(
            "'{text}' is a number; ask it in a question of its own, and count one of its thresholds in a decision.",
            text=tree.scales[key].text or key,
        )
    limit = threshold(key)
    if limit is not None and limit.scale in tree.scales:
        scale = tree.scales[limit.scale]
        raise KneetreeError(
            "{number} is no threshold of '{text}'; choose one from {least} to {most}.",
            number=limit.number,
            text=scale.text or limit.scale,
            least=scale.least + 1,
            most=scale.most,
        )
    if not is_slug(key):
        raise KneetreeError("A finding is named by small letters and digits, with _ between; like swelling_calf.")
