"""Put the values of a tree into the editor's words, in one place.

This module knows the values and how people call them.  It must not know widgets, the document or a walk.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from kneetree import edits
from kneetree.model import titles
from kneetree.model.asked import Asked, Kind
from kneetree.model.tree import Answer, Decision, Leaf, Topic, Tree, Urgency


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
    """Return an answer on a path or beside an edge in words; *then* stands for the way on from what only collects."""
    words: dict[str, str] = {
        Answer.YES: tr("Yes"),
        Answer.NO: tr("No"),
        Answer.UNSURE: tr("Not sure"),
        Answer.NEXT: tr("then"),
    }
    return words.get(answer, answer)


def node_icon(tree: Tree, node_id: str) -> str:
    """Return the name of the icon of a node's kind: a leaf has that of its urgency."""
    node = tree.nodes[node_id]
    if isinstance(node, Leaf):
        return node.urgency.value
    return {Kind.LIST: "list", Kind.NUMBER: "number", Kind.DECISION: "decision"}.get(
        tree.asked(node_id).kind, "question"
    )


def heading(tree: Tree, node_id: str) -> str:
    """Return the words above the text of a box: an urgency, "Decision", or a topic and what is special about it."""
    node = tree.nodes[node_id]
    if isinstance(node, Leaf):
        return urgency_word(node.urgency)
    if isinstance(node, Decision):
        return tr("Decision")
    asked = tree.asked(node_id)
    words = topic_word(asked.topic)
    if asked.kind is Kind.NUMBER:
        return tr("{topic} · number").format(topic=words)
    if asked.collects:
        return tr("{topic} · collects").format(topic=words)
    return tr("{topic} · list").format(topic=words) if asked.is_list else words


def kind_word(tree: Tree, node_id: str) -> str:
    """Return what kind of node this is, as a noun."""
    if isinstance(tree.nodes[node_id], Leaf):
        return tr("Leaf")
    return _kind(tree.asked(node_id))


def _kind(asked: Asked) -> str:
    if asked.kind is Kind.NUMBER:
        return tr("Number")
    if asked.kind is Kind.DECISION:
        return tr("Decision")
    if asked.collects:
        return tr("List that collects") if asked.is_list else tr("Question that collects")
    return tr("List") if asked.is_list else tr("Question")


def title_of(tree: Tree, node_id: str) -> str:
    """Return what a node is called on one line, or its id if that says nothing."""
    return " ".join(titles.title_of(tree, node_id).split()) or node_id


def told_apart(tree: Tree, node_id: str) -> str:
    """Return what a node is called; one that nobody has written yet by the answers that lead to it as well."""
    return _apart(tree, node_id, title_of(tree, node_id))


def quoted_apart(tree: Tree, node_id: str) -> str:
    """Return a node as it is named in a step, in quotes; one that nobody has written yet also by what leads to it."""
    return _apart(tree, node_id, edits.quoted(tree, node_id))


def _apart(tree: Tree, node_id: str, title: str) -> str:
    """Return a title with the way to a node from the nearest question that is written, else from the first one."""
    answers: list[str] = []
    here = node_id
    while edits.is_unwritten(tree, here) and (above := tree.parents(here)):
        here, answer = above[0]
        answers.insert(0, answer_word(answer))
    if not answers:
        return title
    words = QCoreApplication.translate("Verbs", "{title} (after {answer} of {node})")
    return words.format(title=title, answer=", ".join(answers), node=edits.quoted(tree, here))


def note_of(tree: Tree, node_id: str) -> str:
    """Return the note for authors on a node, which for a question is that of its wording."""
    node = tree.nodes[node_id]
    return node.note if isinstance(node, Leaf) else tree.asked(node_id).note


def spoken_node(tree: Tree, node_id: str) -> str:
    """Return a node in words for assistive technology: kind, name, urgency or where it leads."""
    node = tree.nodes.get(node_id)
    if node is None:
        return node_id
    name = title_of(tree, node_id)
    if isinstance(node, Leaf):
        return tr("Leaf, {urgency}, {name}").format(urgency=urgency_word(node.urgency), name=name)
    asked = tree.asked(node_id)
    words = tr("{kind}: {name}").format(kind=_kind(asked), name=name)
    if asked.collects:
        return tr("{node}, then to {next}").format(node=words, next=title_of(tree, asked.next))
    return tr("{node}, Yes to {yes}, No to {no}").format(
        node=words, yes=title_of(tree, asked.yes), no=title_of(tree, asked.no)
    )


def finding_name(tree: Tree, finding_id: str) -> str:
    """Return a finding or threshold as people read it."""
    return tree.statement(finding_id)


def plain_tip(text: str) -> str:
    """Text from a file as a tool tip that never takes it as markup."""
    return f"<span>{escape(text)}</span>" if text else ""


def field_word(field: str) -> str:
    """Return what a field of the file is called in the name of a step: "Undo edit help of ..."."""
    return {
        "text": tr("text"), "topic": tr("topic"), "help": tr("how to tell"), "answer_rule": tr("when to say yes or no"),
        "why": tr("why it is asked"), "finding": tr("finding"), "lines": tr("lines"), "at_least": tr("points needed"),
        "points": tr("points"), "asks": tr("question that is asked"), "unsure": tr("third answer"),
        "counts": tr("what is counted"), "picture": tr("picture"), "sources": tr("sources"), "note": tr("note"),
        "yes": tr("Yes"), "no": tr("No"), "next": tr("then"), "title": tr("title"), "condition": tr("condition"),
        "also": tr("other conditions"), "urgency": tr("urgency"), "reason": tr("reason"), "do": tr("what to do"),
        "avoid": tr("what to avoid"), "get_help_if": tr("safety net"), "version": tr("version"),
        "language": tr("language"), "intended_use": tr("intended use"), "not_for": tr("what it is not for"),
        "emergency": tr("emergency note"), "call": tr("emergency number"), "licence": tr("licence"),
        "authors": tr("authors"), "heading": tr("heading"), "button": tr("button"), "statement": tr("statement"),
        "means": tr("meaning"), "usual": tr("usual value"), "reassures": tr("why it reassures"), "unit": tr("unit"),
        "least": tr("lowest number"), "most": tr("highest number"), "under": tr("words below a threshold"),
        "citation": tr("citation"), "url": tr("address"), "year": tr("year"), "checked": tr("day it was checked"),
        "name": tr("medical name"), "plain_name": tr("plain name"), "summary": tr("summary"),
        "recovery": tr("recovery"), "colour": tr("colour"), "nodes": tr("nodes"), "story": tr("story"),
        "findings": tr("findings"), "expect": tr("expected result"), "given": tr("facts"),
        "urgency_at_least": tr("lowest urgency"), "unless": tr("exemptions"), "never_lowers": tr("never lowers"),
        "below": tr("level"), "every_path_to": tr("leaves"), "questions_at_most": tr("most questions"),
        "source": tr("source"), "root": tr("first question"), "review": tr("review"),
    }.get(field, field)  # fmt: skip


def part_word(part: str) -> str:
    """Return what an entry of a keyed part is called."""
    return {
        "finding": tr("finding"), "scale": tr("number"), "source": tr("source"), "condition": tr("condition"),
        "question": tr("question"), "advice": tr("advice"), "warning": tr("warning sign"), "picture": tr("picture"),
        "rule": tr("safety rule"), "case": tr("case"), "region": tr("region"), "node": tr("node"),
        "about": tr("about this tree"), "start": tr("first page"),
    }.get(part, part)  # fmt: skip


def entry_title(tree: Tree, part: str, key: str) -> str:
    """Return what an entry of the library is called: the words that people read, or its id if there are none."""
    entry = tree.parts.get(part, {}).get(key)
    if entry is None:
        return key
    for name in ("statement", "text", "plain_name", "name", "title", "citation"):
        words = " ".join(str(getattr(entry, name, "")).split())
        if words:
            return words
    return key
