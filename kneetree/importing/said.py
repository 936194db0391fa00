"""What an author has said about a table or a drawing, and the words for Yes, No and urgency in several languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kneetree import words
from kneetree.model.tree import Answer, Urgency

_YES = (
    "yes",
    "y",
    "true",
    "sí",
    "si",
    "s",
    "ja",
    "j",
    "oui",
    "sì",
    "sim",
    "tak",
    "ano",
    "kyllä",
    "是",
    "はい",
    "✓",
    "✔",
)
_NO = (
    "no",
    "n",
    "false",
    "nein",
    "non",
    "não",
    "nao",
    "nee",
    "nej",
    "nei",
    "nie",
    "ne",
    "ei",
    "否",
    "いいえ",
    "✗",
    "✘",
)
_NEXT = ("then", "next", "después", "luego", "dann", "weiter")
_EXTRA = {
    "same day": Urgency.SAME_DAY, "hoy mismo": Urgency.SAME_DAY, "routine": Urgency.ROUTINE, "rutina": Urgency.ROUTINE,
    "self care": Urgency.SELF_CARE, "notfall": Urgency.EMERGENCY, "heute": Urgency.SAME_DAY,
    "in den nächsten tagen": Urgency.WITHIN_DAYS, "nicht dringend": Urgency.ROUTINE,
}  # fmt: skip
"""Words for urgencies besides the names of the levels and those of the program's own reports."""


@dataclass(frozen=True)
class Said:
    """What the author says beforehand, and ``answers`` to what was asked, by its key.

    ``yes`` and ``no`` are labels that mean these, in any case; ``urgencies`` maps a colour, or an id or text in small
    letters, to how urgent it is, and ``used`` are those of them that a result has.  ``ask_urgency`` asks for what may
    wait, too.
    """

    page: str = ""
    title: str = ""
    language: str = ""
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    urgencies: Mapping[str, Urgency] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    ask_urgency: bool = False
    used: set[str] = field(default_factory=set, compare=False)

    def urgency(self, *names: str) -> Urgency | None:
        """Return how urgent a result is that has these ids, texts or colours, ``None`` if nobody has said so."""
        found = [name for name in map(_plain_name, names) if name and name in self.urgencies]
        self.used.update(found)
        return self.urgencies[found[0]] if found else None

    def answer(self, label: str) -> Answer | None:
        """Return what the label of an arrow means, ``None`` if nobody has said so."""
        plain = plainly(label)
        told = self.answers.get(f"label:{plain}", "")
        if told:
            return Answer(told)
        for answer, own, known in ((Answer.YES, self.yes, _YES), (Answer.NO, self.no, _NO), (Answer.NEXT, (), _NEXT)):
            if plain in own:
                return answer
            if plain in known and plain not in self.yes | self.no:
                return answer
        return None


def plainly(text: str) -> str:
    """Return a text in small letters without the punctuation around it, to compare it."""
    return re.sub(r"^[\s\W_]+|[\s\W_]+$", "", " ".join(text.split())).casefold() or text.strip().casefold()


def _plain_name(name: str) -> str:
    return name if name.startswith("#") else plainly(name)


def urgency_of(text: str) -> Urgency | None:
    """Return the urgency that a text names, ``None`` if it names none."""
    return _URGENCIES.get(plainly(text.replace("_", " ")))


def _known() -> dict[str, Urgency]:
    known = {plainly(text): level for text, level in _EXTRA.items()}
    for level in Urgency:
        known[plainly(level.value.replace("_", " "))] = level
        for language in words.LANGUAGES:
            for kind in ("level", "urgency"):
                known[plainly(words.text(language, f"{kind}.{level}"))] = level
    return known


_URGENCIES = _known()
