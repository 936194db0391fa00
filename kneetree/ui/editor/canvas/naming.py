"""What things are called on the map and to a screen reader: kinds, topics, urgencies, answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree import layout
from kneetree.tree import Leaf, Question, Topic, Tree, Urgency


def _tr(text: str) -> str:
    return QCoreApplication.translate("Map", text)


def urgency_words(urgency: Urgency) -> str:
    """How soon to get help, in words that fit a box."""
    return {
        Urgency.EMERGENCY: _tr("Call emergency services now"),
        Urgency.SAME_DAY: _tr("Get medical care today"),
        Urgency.WITHIN_DAYS: _tr("See a doctor within days"),
        Urgency.ROUTINE: _tr("Make an appointment"),
        Urgency.SELF_CARE: _tr("Look after it yourself"),
    }[urgency]


def topic_words(topic: Topic) -> str:
    """What a question is about."""
    return {
        Topic.RED_FLAG: _tr("red flag"),
        Topic.LOCATION: _tr("where it is"),
        Topic.SWELLING: _tr("swelling"),
        Topic.ONSET: _tr("how it began"),
        Topic.AGE: _tr("age"),
        Topic.ACTIVITY: _tr("activity"),
        Topic.SYMPTOM: _tr("symptom"),
        Topic.HISTORY: _tr("history"),
    }[topic]


def answer_word(answer: str) -> str:
    """Yes or No."""
    return _tr("Yes") if answer == "yes" else _tr("No")


def heading(node: Question | Leaf) -> str:
    """The line above the text of a box."""
    return urgency_words(node.urgency) if isinstance(node, Leaf) else topic_words(node.topic)


def spoken(tree: Tree, node_id: str) -> str:
    """A node as a screen reader says it: kind, text, urgency or where Yes and No lead."""
    node = tree.nodes[node_id]
    title = layout.title_of(tree, node_id)
    if isinstance(node, Leaf):
        return _tr("Leaf: {title}. {urgency}.").format(title=title, urgency=urgency_words(node.urgency))
    return _tr("Question: {title} Yes leads to {yes}. No leads to {no}.").format(
        title=title, yes=layout.title_of(tree, node.yes), no=layout.title_of(tree, node.no)
    )
