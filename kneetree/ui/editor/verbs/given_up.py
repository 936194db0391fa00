"""Say that an empty result went because the answer that led to it leads elsewhere now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree import edits
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Tree
from kneetree.ui.editor import labels

translate = QCoreApplication.translate


def words_of_given_up(before: Tree, change: Change, source: str, answer: str) -> str:
    """Return the sentence about the empty result that went with a change, or an empty one if none did.

    ``before`` is the tree as it was before the change, in which the answer of ``source`` led there.
    """
    node = before.nodes.get(source)
    old = dict(node.edges()).get(Answer(answer)) if node is not None else None
    if not any(part.part == "node" and part.key == old and part.after is None for part in change.parts):
        return ""
    name = edits.quoted(before, source)
    if answer == Answer.NEXT:
        words = translate(
            "Verbs", "Nothing else led to the empty result after {node}: it is gone. Undo brings it back."
        )
        return words.format(node=name)
    words = translate(
        "Verbs", "Nothing else led to the empty result at {answer} of {node}: it is gone. Undo brings it back."
    )
    return words.format(answer=labels.answer_word(answer), node=name)
