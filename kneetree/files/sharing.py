"""Hold each id and each row of ids of a tree once in memory, however often its file repeats them.

Decoding makes a new text for each place of the file.  In a large tree most of a node is ids that stand elsewhere too.
The values are the same as before, but this is allowed only for values that nobody else holds yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import force_setattr

from kneetree.model.nodes import Leaf, Node, QuestionNode
from kneetree.model.values import Question


def share_ids(questions: Mapping[str, Question], nodes: Mapping[str, Node]) -> None:
    """Let questions and nodes that were just decoded share what is equal in them, and the keys that they name."""
    same: dict[object, object] = {}
    keys = {key: key for key in nodes}
    asked = {key: key for key in questions}
    for question in questions.values():
        _share(same, question, ("sources",))
    for node in nodes.values():
        if isinstance(node, QuestionNode):
            force_setattr(node, "asks", asked.get(node.asks, node.asks))
            for field in ("next",) if node.next else ("yes", "no"):
                target = getattr(node, field)
                force_setattr(node, field, keys.get(target, target))
        elif isinstance(node, Leaf):
            _share(same, node, ("condition", "also", "do", "avoid", "sources"))
            net = node.get_help_if
            force_setattr(node, "get_help_if", same.setdefault(tuple(net.items()), net))


def _share(same: dict[object, object], value: Question | Leaf, fields: Iterable[str]) -> None:
    for field in fields:
        held = getattr(value, field)
        if held:
            force_setattr(value, field, same.setdefault(held, held))
