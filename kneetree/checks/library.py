"""Find what is wrong with the library: entries that nothing uses, that say nothing, or that say the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kneetree import edits
from kneetree.checks.codes import Place, Problem, problem
from kneetree.model.change import PartName
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Tree
from kneetree.words.sentences import sentence

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_SMALL = {
    "en": """
        a an and are be been do does for has have i in is it its my of on or so than that the their then there these
        they this those to was were will with you your
        """,
    "es": """
        a al con de del e el ella en es esa ese esta este está están estas estos ha han la las le lo los me mi mis o
        para por que se ser son su sus tiene tengo u un una unas unos usted y
        """,
}
"""Words that do not tell two wordings apart; no word that denies is among them."""
_UNUSED: dict[str, str] = {
    "finding": "Nothing uses this finding; take it away.",
    "question": "Nothing uses this question; take it away.",
    "advice": "Nothing uses this line of advice; take it away.",
    "warning": "Nothing uses this warning; take it away.",
    "scale": "Nothing uses this number; take it away.",
    "condition": "Nothing uses this condition; take it away.",
    "source": "Nothing uses this source; take it away.",
    "picture": "Nothing uses this picture; take it away.",
}
_SAME: dict[str, str] = {
    "finding": "It says the same as the finding {before!r}; keep one of the two, or tell them apart.",
    "question": "It says the same as the question {before!r}; keep one of the two, or tell them apart.",
    "advice": "It says the same as the line of advice {before!r}; keep one of the two, or tell them apart.",
    "warning": "It says the same as the warning {before!r}; keep one of the two, or tell them apart.",
}


def unused(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each entry that nothing names."""
    for use in edits.unused(tree):
        yield problem("unused", _UNUSED[use.part], part=use.part, key=use.key)


def not_written(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each entry in use whose words, which people read, are not written yet."""
    used = edits.all_uses(tree)
    for part, fields in _READ.items():
        for key, entry in tree.parts[part].items():
            if (part, key) in used:
                for field in fields:
                    message = why_unwritten(part, entry, field)
                    if message:
                        yield problem("not_written", message, part=part, key=key)


def why_unwritten(part: PartName, entry: Any, field: str) -> str:
    """Return what to write if nobody has written a field that people read, else an empty text."""
    text: str = getattr(entry, field)
    if text.strip() and not (part == "question" and edits.is_draft_text(text)):
        return ""
    return sentence("Write {what}; nobody has yet.", what=sentence(_READ[part][field]))


_READ: dict[PartName, dict[str, str]] = {
    "finding": {"statement": "the statement of this finding as people read it"},
    "question": {"text": "the words of this question"},
    "scale": {
        "text": "the words of this question",
        "at_least": "the words for a number that is high enough",
        "under": "the words for a number that is too low",
    },
    "advice": {"text": "this line of advice"},
    "warning": {"text": "this warning"},
    "condition": {"name": "the name of this condition"},
}


def described_thresholds(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each finding whose id is that of a threshold, which needs no description."""
    for key in tree.findings:
        limit = threshold_of(key, tree.scales)
        if limit is not None:
            number = edits.text_of(tree, "scale", limit.scale)
            message = sentence(
                "The number '{number}' gives this its words already; take this description away.", number=number
            )
            yield problem("described_threshold", message, part="finding", key=key)


def same_wording(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each entry that says the same as one before it, after case, punctuation and small words."""
    small = frozenset(_SMALL.get(tree.language.partition("-")[0], "").split())
    for part, entries in _worded(tree).items():
        first: dict[Any, str] = {}
        for key, (text, about) in entries.items():
            words = essence(text, small)
            before = first.setdefault((words, about), key) if words else key
            if before != key:
                yield problem("same_wording", sentence(_SAME[part], before=before), part=part, key=key)


def _worded(tree: Tree) -> dict[Place, dict[str, tuple[str, object]]]:
    """Return the texts to compare; two lists with one heading are the same only if they have the same lines."""
    return {
        "finding": {key: (entry.statement, None) for key, entry in tree.findings.items()},
        "question": {
            key: (entry.text, frozenset(entry.lines))
            for key, entry in tree.questions.items()
            if not edits.is_draft_text(entry.text)
        },
        "advice": {key: (entry.text, None) for key, entry in tree.advice.items()},
        "warning": {key: (entry.text, None) for key, entry in tree.warnings.items()},
    }


def essence(text: str, small: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the words of a text without case, punctuation and the words in ``small``, unless it has no others."""
    words = tuple(_WORD.findall(text.casefold()))
    return tuple([word for word in words if word not in small]) or words
