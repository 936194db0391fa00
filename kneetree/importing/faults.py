"""What keeps a table or a drawing from becoming a tree: every fault at once, or what only its author can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kneetree.errors import KneetreeError, shortened
from kneetree.words.sentences import Sentence, capital, joined, sentence

_NAMED = 60
"""The most letters of a shape's text that name it in a sentence."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in one place, and what to do: ``where`` is such as "Row 5" or the text of a shape in quotes."""

    where: str
    reason: str

    @property
    def sentence(self) -> Sentence:
        """The fault as a sentence for the author."""
        reason = sentence(self.reason)
        return sentence("{where}: {reason}", where=self.where, reason=reason) if self.where else capital(reason)


class Faulty(KneetreeError):
    """A table or drawing cannot become a tree; ``faults`` has everything that is wrong with it, each place once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__(joined("\n", (fault.sentence for fault in self.faults)))


@dataclass(frozen=True)
class Wanted:
    """Something that only the author can tell; the answer under ``key`` is the first part of one of ``choices``.

    ``kind`` and ``names``, the texts in the question, put it into another language.  What ``may_wait`` can be left
    open: it then arrives as an error of ``check``.
    """

    key: str
    kind: Literal["page", "sheet", "label", "arrow", "urgency"]
    question: str
    choices: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()
    may_wait: bool = False


class Unsettled(KneetreeError):
    """The author has to answer ``wanted`` before there can be a tree."""

    def __init__(self, wanted: Iterable[Wanted]) -> None:
        self.wanted = tuple(wanted)
        super().__init__(joined("\n", (sentence(one.question) for one in self.wanted)))


def named(text: str) -> Sentence:
    """Return the text of a shape or row as it is named in a sentence."""
    return sentence("'{title}'", title=shortened(" ".join(text.split()), _NAMED))
