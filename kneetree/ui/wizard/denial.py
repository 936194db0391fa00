"""What the button below a list says while nothing is ticked: what the person then says of every line.

Most lists name problems, and "None of these" is good news.  Of a list of what the person can do, or of what is so for
most people, the same words would say that something is wrong, and nobody says that without meaning it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from kneetree import words
from kneetree.model.tree import Finding

translate = QCoreApplication.translate


class Sign(StrEnum):
    """What kind of fact a line states, and so what it means that it does not apply."""

    PROBLEM = "problem"
    GOOD = "good"
    """It reassures, and most people do not have it."""
    USUAL = "usual"
    """It is so for most people."""
    ABILITY = "ability"
    """Most people can do it."""


def sign_of(finding: Finding, statement: str, language: str) -> Sign:
    """Return what kind of fact a line is: its ``finding`` as the tree has it, its ``statement`` in ``language``."""
    if finding.usual:
        return Sign.ABILITY if statement.startswith(words.text(language, "statement.can")) else Sign.USUAL
    return Sign.GOOD if finding.reassures else Sign.PROBLEM


def denial(signs: Sequence[Sign]) -> str:
    """Return the words that deny every line, ``""`` if they would be good news of one line and bad of another."""
    kinds = set(signs)
    if not kinds:
        return ""
    if kinds <= {Sign.USUAL, Sign.ABILITY}:
        texts = _denials_of_abilities() if kinds == {Sign.ABILITY} else _denials_of_the_usual()
    elif len(kinds) == 1:
        texts = _denials()
    else:
        return ""
    return texts[min(len(signs), len(texts)) - 1]


def go_on_texts(
    signs: Sequence[Sign], values: Sequence[bool | None], *, unread: bool
) -> tuple[tuple[str, str, str], str]:
    """Return what the button says in turn, and which of that now, below lines of these kinds with these values."""
    on, more = translate("QuestionPage", "&Continue"), translate("QuestionPage", "Read &on")
    nothing = denial(signs) or on
    shown = on if any(value is not False for value in values) else nothing
    return (nothing, on, more), more if unread else shown


def _denials() -> tuple[str, str, str]:
    return (
        translate("QuestionPage", "This does not apply, &continue"),
        translate("QuestionPage", "Neither of these, &continue"),
        translate("QuestionPage", "None of these, &continue"),
    )


def _denials_of_the_usual() -> tuple[str, str, str]:
    return (
        translate("QuestionPage", "This does not apply, &continue"),
        translate("QuestionPage", "Neither of these applies, &continue"),
        translate("QuestionPage", "None of these applies, &continue"),
    )


def _denials_of_abilities() -> tuple[str, str, str]:
    return (
        translate("QuestionPage", "I cannot do this, &continue"),
        translate("QuestionPage", "I can do neither of these, &continue"),
        translate("QuestionPage", "I can do none of these, &continue"),
    )
