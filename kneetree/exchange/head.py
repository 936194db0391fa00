"""What every exported page says of its tree: version, review, content."""

from __future__ import annotations

from kneetree.exchange.wording import words_of
from kneetree.review import ReviewState, content_hash, review_state
from kneetree.tree import Question, Tree


def review_line(tree: Tree) -> str:
    """Whether a clinician has reviewed it, in one sentence."""
    words, review, state = words_of(tree), tree.review, review_state(tree)
    if review is None:
        return words.draft
    sentence = words.reviewed if state is ReviewState.REVIEWED else words.changed
    return sentence.format(by=review.by, role=review.role, on=review.on, next=review.next)


def short_hash(tree: Tree) -> str:
    """The first twelve digits of the content's hash."""
    return content_hash(tree)[:12]


def reading_order(tree: Tree) -> list[str]:
    """The nodes that the walk can reach, each before what it leads to, a Yes right after its question."""
    done: list[str] = []
    seen: set[str] = set()
    stack: list[tuple[str, bool]] = [(tree.root, False)]
    while stack:
        node_id, left = stack.pop()
        if left:
            done.append(node_id)
            continue
        if node_id in seen:
            continue
        seen.add(node_id)
        stack.append((node_id, True))
        node = tree.nodes[node_id]
        if isinstance(node, Question):
            stack += [(node.yes, False), (node.no, False)]
    return done[::-1]
