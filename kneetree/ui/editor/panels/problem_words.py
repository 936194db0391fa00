"""Say what is wrong in the words of the window: a problem of a translation as what an author does about it.

The sentence of the check itself names files and stamps, which somebody who edits the file by hand needs.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree.checks import Problem
from kneetree.files.translation import Fault
from kneetree.ui.editor.panels.begin_language import language_name
from kneetree.ui.language import told

_FAULTS = frozenset(Fault)


def problem_words(problem: Problem) -> str:
    """Return what is wrong and what to do, in the language of the window."""
    translate = QCoreApplication.translate
    if problem.code not in _FAULTS or not problem.language:
        return told(problem.sentence)
    words = {
        Fault.MISSING: translate("Problems", "Translate this text into {language}: it has no translation yet."),
        Fault.STALE: translate("Problems", "Translate this text into {language} again: the original has changed."),
        Fault.INCOMPLETE: translate(
            "Problems", "Go through this translation into {language}: it does not have the same texts as the original."
        ),
        Fault.LEFT_OVER: translate(
            "Problems", "The text of this translation into {language} is gone; it is left out at the next save."
        ),
        Fault.SAFETY_NET: translate(
            "Problems", "Nobody can be asked in {language} without this text: translate it, or remove the language."
        ),
    }[Fault(problem.code)]
    return words.format(language=language_name(problem.language))
