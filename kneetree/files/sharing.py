"""Hold each id and each row of ids of a tree once in memory, however often its file repeats them.

Decoding makes a new text for each place of the file.  In a large tree most of a node is ids that are elsewhere too.
The values are the same as before, but this is allowed only for values that nobody else holds yet.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import force_setattr

from kneetree.model.nodes import Leaf, Node, QuestionNode
from kneetree.model.values import Question, Urgency


def share_ids(questions: Mapping[str, Question], nodes: Mapping[str, Node]) -> None:
    """Let questions and nodes that were just decoded share what is equal in them, and the keys that they name."""
    keys = {key: key for key in nodes}
    asked = {key: key for key in questions}
    rows: dict[tuple[str, ...], tuple[str, ...]] = {}
    conditions: dict[str, str] = {}
    nets: dict[object, dict[Urgency, tuple[str, ...]]] = {}
    for question in questions.values():
        if question.sources:
            force_setattr(question, "sources", rows.setdefault(question.sources, question.sources))
    for node in nodes.values():
        if isinstance(node, QuestionNode):
            force_setattr(node, "asks", asked.get(node.asks, node.asks))
            if node.next:
                force_setattr(node, "next", keys.get(node.next, node.next))
            else:
                force_setattr(node, "yes", keys.get(node.yes, node.yes))
                force_setattr(node, "no", keys.get(node.no, node.no))
        elif isinstance(node, Leaf):
            force_setattr(node, "condition", conditions.setdefault(node.condition, node.condition))
            for field, row in (("also", node.also), ("do", node.do), ("avoid", node.avoid), ("sources", node.sources)):
                if row:
                    force_setattr(node, field, rows.setdefault(row, row))
            net = node.get_help_if
            force_setattr(node, "get_help_if", nets.setdefault((*net, *net.values()), net))
