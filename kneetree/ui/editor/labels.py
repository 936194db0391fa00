"""Put the values of a tree into the editor's words, in one place.

This module knows the values and how people call them.  It must not know widgets, the document or a walk.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from kneetree.model.scales import threshold
from kneetree.model.tree import Answer, Leaf, Node, Question, Topic, Tree, Urgency


def tr(text: str) -> str:
    """Return the text in the language of the window.  Calls outside a class have no context for lupdate either."""
    return QCoreApplication.translate("", text)


def urgency_word(urgency: Urgency) -> str:
    """Return how soon to get help, as a short name that is the same everywhere in the editor."""
    return {
        Urgency.EMERGENCY: tr("Emergency"),
        Urgency.SAME_DAY: tr("Same day"),
        Urgency.WITHIN_DAYS: tr("Within days"),
        Urgency.ROUTINE: tr("Routine"),
        Urgency.SELF_CARE: tr("Self care"),
    }[urgency]


def topic_word(topic: Topic) -> str:
    """Return what a question is about."""
    return {
        Topic.RED_FLAG: tr("Red flag"),
        Topic.LOCATION: tr("Location"),
        Topic.SWELLING: tr("Swelling"),
        Topic.ONSET: tr("How it began"),
        Topic.AGE: tr("Age"),
        Topic.ACTIVITY: tr("Activity"),
        Topic.SYMPTOM: tr("Symptom"),
        Topic.HISTORY: tr("History"),
    }[topic]


def answer_word(answer: str) -> str:
    """Return an answer on a path in words, also one that was known before it was asked."""
    return {
        Answer.YES: tr("Yes"),
        Answer.NO: tr("No"),
        Answer.UNSURE: tr("Not sure"),
        "known": tr("Known"),
    }.get(answer, answer)


def node_icon(node: Node) -> str:
    """Return the name of the icon of a node's kind: a leaf has that of its urgency."""
    return node.urgency.value if isinstance(node, Leaf) else "question"


def title_of(tree: Tree, node_id: str) -> str:
    """Return what a node is called: a question's text, a leaf's title or condition, or its id if that says nothing."""
    node = tree.nodes.get(node_id)
    if node is None:
        return node_id
    text = node.text if isinstance(node, Question) else node.title or tree.condition_name(node.condition)
    return " ".join(text.split()) or node_id


def spoken_node(tree: Tree, node_id: str) -> str:
    """Return a node in words for assistive technology: kind, name, urgency or targets."""
    node = tree.nodes.get(node_id)
    if node is None:
        return node_id
    if isinstance(node, Leaf):
        return tr("Leaf, {urgency}, {name}").format(urgency=urgency_word(node.urgency), name=title_of(tree, node_id))
    return tr("Question, {name}, Yes to {yes}, No to {no}").format(
        name=title_of(tree, node_id), yes=title_of(tree, node.yes), no=title_of(tree, node.no)
    )


def finding_name(tree: Tree, finding_id: str) -> str:
    """Return what a finding means in words; thresholds of age and days explain themselves."""
    finding = tree.findings.get(finding_id)
    if finding is not None and finding.means:
        return finding.means
    limit = threshold(finding_id)
    if limit is None:
        return finding_id
    words = tr("Aged {n} or over") if limit.scale == "age" else tr("Began {n} days ago or more")
    return words.format(n=limit.number)


def is_threshold(finding_id: str) -> bool:
    """Return whether a finding follows from age or days and so needs no entry."""
    return threshold(finding_id) is not None


def plain_tip(text: str) -> str:
    """Text from a file as a tool tip that never takes it as markup."""
    return f"<span>{escape(text)}</span>" if text else ""


def field_word(field: str) -> str:
    """Return what a field of the file is called in the name of a step: "Undo edit help of ..."."""
    return {
        "text": tr("text"), "topic": tr("topic"), "help": tr("how to tell"), "why": tr("why it is asked"),
        "finding": tr("finding"), "items": tr("items"), "at_least": tr("points needed"), "unsure": tr("third answer"),
        "picture": tr("picture"), "sources": tr("sources"), "note": tr("note"), "answered_by": tr("way to answer"),
        "yes": tr("Yes"), "no": tr("No"), "title": tr("title"), "condition": tr("condition"),
        "also": tr("other conditions"), "urgency": tr("urgency"), "reason": tr("reason"), "do": tr("what to do"),
        "avoid": tr("what to avoid"), "get_help_if": tr("safety net"), "version": tr("version"),
        "language": tr("language"), "intended_use": tr("intended use"), "not_for": tr("what it is not for"),
        "emergency": tr("emergency note"), "licence": tr("licence"), "authors": tr("authors"), "means": tr("meaning"),
        "usual": tr("usual value"), "citation": tr("citation"), "url": tr("address"), "year": tr("year"),
        "checked": tr("day it was checked"), "name": tr("medical name"), "plain_name": tr("plain name"),
        "summary": tr("summary"), "colour": tr("colour"), "nodes": tr("nodes"),
    }.get(field, field)  # fmt: skip


def part_word(part: str) -> str:
    """Return what an entry of a keyed part is called."""
    return {
        "finding": tr("finding"), "source": tr("source"), "condition": tr("condition"), "rule": tr("safety rule"),
        "case": tr("case"), "region": tr("region"), "node": tr("node"), "about": tr("about this tree"),
    }.get(part, part)  # fmt: skip
