"""Say which edit gives a field of a node its value, and which changes of a field are one step of the history."""

from __future__ import annotations

from typing import Any

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.scales import Threshold, id_of, threshold_of
from kneetree.model.tree import Count, Decision, QuestionNode, Tree
from kneetree.ui.editor.inspector.answered_by import LIST, NUMBER
from kneetree.ui.editor.inspector.node_form import GO_ON
from kneetree.ui.editor.inspector.question_form import LINES

TYPED = frozenset({
    "text", "help", "answer_rule", "why", "note", "title", "reason", "statement", "means", "reassures", "unit", "under",
})  # fmt: skip
"""The fields in which a text is typed."""


def edit_of(tree: Tree, node_id: str, field: str, value: Any) -> Change:
    """Return the edit that gives a field of a node its value."""
    node = tree.nodes.get(node_id)
    if isinstance(node, QuestionNode):
        return _edit_of_question(tree, node_id, node, field, value)
    if isinstance(node, Decision) and field in ("counts", "at_least"):
        return _edit_of_decision(tree, node_id, node, field, value)
    return edits.set_fields(tree, node_id, **{field: value})


def _edit_of_question(tree: Tree, node_id: str, node: QuestionNode, field: str, value: Any) -> Change:
    question = tree.questions.get(node.asks)
    if field == "branches":
        if (value == GO_ON) == bool(node.next):
            return Change()
        return edits.collect_first(tree, node_id) if value == GO_ON else edits.to_branching(tree, node_id)
    if field == "asks":
        return edits.ask(tree, node_id, askable(tree, node, str(value)))
    if field == "number":
        limit = threshold_of(node.asks, tree.scales)
        return edits.ask(tree, node_id, id_of(Threshold(limit.scale, int(value)))) if limit else Change()
    if field == "answered_by" and value == NUMBER:
        return edits.ask_number(tree, node_id)
    if field == "answered_by" and question is None:
        return edits.ask_in_words(tree, node_id, as_list=value == LIST)
    if field == "answered_by" and question is not None:
        if (value == LIST) == bool(question.lines):
            return Change()
        if value == LIST:
            return edits.ask_items(tree, node_id, [question.finding], None if node.next else 1)
        return edits.ask_finding(tree, node_id, question.lines[0])
    if field == "finding":
        return edits.ask_finding(tree, node_id, str(value))
    if field == LINES:
        return edits.ask_items(tree, node_id, value)
    return edits.set_fields(tree, node_id, **{field: value})


def _edit_of_decision(tree: Tree, node_id: str, node: Decision, field: str, value: Any) -> Change:
    terms: tuple[Count, ...] = value if field == "counts" else node.terms
    most = sum(term.points for term in terms)
    if not terms:
        raise KneetreeError("A decision counts at least one fact; delete the decision to do without it.")
    if field == "at_least" and value > most:
        raise KneetreeError("What is counted has {most} points together; a Yes cannot need more.", most=most)
    at_least = value if field == "at_least" else min(node.at_least, most)
    return edits.set_fields(tree, node_id, counts=terms, at_least=at_least)


def askable(tree: Tree, node: QuestionNode, entry: str) -> str:
    """Return what a node is to ask for an entry that was chosen: a threshold of a number, if it has a Yes and a No."""
    scale = tree.scales.get(entry)
    if scale is None or node.next or scale.least == scale.most:
        return entry
    return edits.some_number(scale, entry)


def merge_key(tree: Tree, node_id: str, field: str) -> str | None:
    """Return a key that all typing in one field shares, so that it becomes one step; ``None`` for other changes.

    A text of a question is typed at one node and belongs to all that ask it.
    """
    entry = edits.entry_at(tree, node_id)
    if entry is None:
        return f"node/{node_id}/{field}" if field in TYPED else None
    typed = field in TYPED or (field == "at_least" and entry[0] == "scale")
    return f"{entry[0]}/{entry[1]}/{field}" if typed else None
