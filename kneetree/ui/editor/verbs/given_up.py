"""Say that an empty result went because the answer that led to it leads elsewhere now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree import edits
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Tree
from kneetree.ui.editor import labels

translate = QCoreApplication.translate


def words_of_given_up(tree: Tree, change: Change, source: str, answer: str) -> str:
    """Return the sentence about the empty result that an answer of ``source`` led to before a change that removed it.

    It is empty if the change removed none.  ``tree`` may be the one before the change or after it.
    """
    was = next((part.before for part in change.parts if part.part == "node" and part.key == source), None)
    old = dict(was.edges()).get(Answer(answer)) if was is not None else None
    if not any(part.part == "node" and part.key == old and part.after is None for part in change.parts):
        return ""
    name = edits.quoted(tree, source)
    if answer == Answer.NEXT:
        words = translate(
            "Verbs", "Nothing else led to the empty result after {node}: it is gone. Undo brings it back."
        )
        return words.format(node=name)
    words = translate(
        "Verbs", "Nothing else led to the empty result at {answer} of {node}: it is gone. Undo brings it back."
    )
    return words.format(answer=labels.answer_word(answer), node=name)
