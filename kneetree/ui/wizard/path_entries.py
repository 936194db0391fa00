"""What the path beside the wizard says: each question that was asked with what was answered, in facts.

What was worked out from these answers, without asking, is told apart, since a person did not say it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree.model.tree import Kind
from kneetree.report.answer_rows import AnswerRow, asked_rows, not_asked
from kneetree.report.concluded import concluded
from kneetree.ui.wizard.path_panel import PathEntry
from kneetree.walk.walk import Walk

translate = QCoreApplication.translate


def entries_of(walk: Walk) -> tuple[list[PathEntry], list[str]]:
    """Return the places on the path, and a line for each thing that was worked out."""
    entries = [_answered(row) for row in asked_rows(walk)]
    worked_out = list(concluded(walk))
    gone = not_asked(walk)
    if gone:
        text = translate("CheckView", "Not asked: could not change the result ({number})\n{questions}")
        worked_out.append(text.format(number=len(gone), questions="\n".join(gone)))
    if walk.question is not None:
        entries.append(PathEntry(walk.question, walk.tree.asked(walk.question).text, "open", number=walk.asked + 1))
    else:
        entries.append(PathEntry("", translate("CheckView", "Your result"), "end"))
    return entries, worked_out


def spoken(row: AnswerRow) -> str:
    """Return all that was said to a question in one line, what was not ticked included."""
    if row.kind is not Kind.LIST or not row.not_ticked:
        return row.answer
    text = translate("CheckView", "{said}; does not apply: {statements}")
    return text.format(said=row.answer, statements="; ".join(row.not_ticked))


def _answered(row: AnswerRow) -> PathEntry:
    ticked = [f"✓ {text}" for text in row.ticked]
    not_sure = translate("CheckView", "Not sure: {statement}")
    unsure = [f"? {not_sure.format(statement=text)}" for text in row.not_sure_of]
    lines = [*ticked, *unsure]
    if lines and row.not_ticked:
        others = len(row.not_ticked)
        one, many = (
            translate("CheckView", "The other one does not apply"),
            translate("CheckView", "The other {number} do not apply"),
        )
        lines.append(one if others == 1 else many.format(number=others))
    answer = translate("CheckView", "Change") if lines else row.answer
    return PathEntry(row.node, row.question, "answered", answer, tuple(lines), spoken(row), row.number)
