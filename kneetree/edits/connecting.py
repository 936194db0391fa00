"""Edits of where an answer leads: to another node, to a new one, or through a new question."""

from __future__ import annotations

from kneetree.edits.edit_builder import EditBuilder, answer_of, is_draft, other, question_of, quoted
from kneetree.errors import ShapeError
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Position, Question, Tree


def why_not_connect(tree: Tree, source: str, answer: str, target: str) -> str | None:
    """Return why that answer cannot lead there, or ``None``; this is quick enough to be asked while hovering."""
    question = tree.nodes.get(source)
    if not isinstance(question, Question):
        return "Only a question has a Yes and a No."
    if target not in tree.nodes:
        return "There is no such node; drop it on a box, or on empty space for a new one."
    if target == source:
        return "A question cannot lead to itself."
    if question.target(other(answer)) == target:
        return f"Its {other(answer).capitalize()} already leads there; the two must lead to different places."
    if leads_to(tree, target, source):
        return f"That would go round in a circle: {quoted(tree, target)} already leads to {quoted(tree, source)}."
    return None


def leads_to(tree: Tree, start: str, end: str) -> bool:
    """Return whether some answers lead from ``start`` to ``end``, by a search upwards, where the graph is narrow."""
    above = tree.graph.pred
    seen, waiting = {end}, [end]
    while waiting:
        for parent in above[waiting.pop()]:
            if parent == start:
                return True
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return False


def connect(tree: Tree, source: str, answer: str, target: str) -> Change:
    """Let an answer lead to ``target``; what it led to stays, unless that is an empty draft with no other parent."""
    answer_of(answer)
    question = question_of(tree, source)
    reason = why_not_connect(tree, source, answer, target)
    if reason:
        raise ShapeError(reason)
    builder = EditBuilder(tree)
    builder.lead(source, answer, target)
    builder.drop_draft(question.target(answer))
    return builder.change()


def add_question(tree: Tree, source: str, answer: str, at: Position | None = None) -> Change:
    """Add a question at the end of an answer, with its middle ``at`` a point in scene pixels if that is given.

    The new question's No leads to what the answer led to, if that is a draft or has no other parent; otherwise it
    leads to a new leaf.
    """
    question, answer = question_of(tree, source), answer_of(answer)
    builder = EditBuilder(tree)
    old = question.target(answer)
    kept = is_draft(tree.nodes[old]) or _only(tree, old, source)
    yes = builder.new_leaf(source)
    no = old if kept else builder.new_leaf(source)
    builder.lead(source, answer, builder.new_question(question.topic, yes, no, source, at))
    return builder.change()


def add_leaf(tree: Tree, source: str, answer: str, at: Position | None = None) -> Change:
    """Add an empty leaf at the end of an answer, its middle ``at`` a point; the old end stays as in ``connect``."""
    question, answer = question_of(tree, source), answer_of(answer)
    builder = EditBuilder(tree)
    builder.lead(source, answer, builder.new_leaf(source, at))
    builder.drop_draft(question.target(answer))
    return builder.change()


def insert_question(tree: Tree, source: str, answer: str, keep: str = "no") -> Change:
    """Insert a question on an edge: its ``keep`` answer leads on to where the edge led, the other to a new leaf."""
    question, answer, kept = question_of(tree, source), answer_of(answer), answer_of(keep)
    builder = EditBuilder(tree)
    old = question.target(answer)
    leaf = builder.new_leaf(source)
    yes, no = (old, leaf) if kept is Answer.YES else (leaf, old)
    builder.lead(source, answer, builder.new_question(question.topic, yes, no, source, _between(tree, source, old)))
    return builder.change()


def _only(tree: Tree, node_id: str, parent: str) -> bool:
    return node_id != tree.root and EditBuilder(tree).parents(node_id) == [parent]


def _between(tree: Tree, above: str, below: str) -> Position | None:
    if above in tree.layout and below in tree.layout:
        (x, y), (x2, y2) = tree.layout[above], tree.layout[below]
        return round((x + x2) / 2), round((y + y2) / 2)
    return None
