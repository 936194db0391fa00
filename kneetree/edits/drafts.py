"""Ids that are made of words, and the drafts that edits put where nobody has written anything yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass

from kneetree.model.scales import threshold
from kneetree.model.titles import title_of
from kneetree.model.tree import Case, Condition, Finding, Leaf, Node, Question, Tree, Urgency
from kneetree.model.values import SLUG_PATTERN
from kneetree.words.sentences import Sentence, sentence

TITLE_LENGTH = 40
DRAFT_URGENCY = Urgency.SAME_DAY
"""The urgency of a new leaf, which is rather urgent, to be safe until somebody decides."""
_SLUG = re.compile(SLUG_PATTERN)
NO_SLUG = "An id is made of small letters and digits, with _ or - between them; write it like calf_swollen."


@dataclass(frozen=True)
class Words:
    """What an edit writes into a draft, in one language."""

    question: str
    decision: str
    leaf: str
    condition: str
    urgency: str
    nameless: str


_DRAFTS = {
    "en": Words(
        "New question", "New decision", "New result", "Not chosen yet", "Its urgency is not chosen yet.", "without text"
    ),
    "es": Words(
        "Pregunta nueva",
        "Decisión nueva",
        "Resultado nuevo",
        "Aún sin elegir",
        "Aún no se ha elegido la urgencia.",
        "sin texto",
    ),
}


PATTERN_TITLES = {
    "en": {"ambulance": "Call an ambulance", "today": "Be seen today", "self_care": "Look after it yourself"},
    "es": {"ambulance": "Llamar a una ambulancia", "today": "Ir hoy al médico", "self_care": "Cuidarse en casa"},
}
"""What the leaves of a new tree are called until each has a condition, in the languages of drafts."""


def words_of(tree: Tree) -> Words:
    """Return the words of drafts in the language of the tree, in English if there are none."""
    return words_in(tree.language)


def words_in(language: str) -> Words:
    """Return the words of drafts in a language, in English if there are none."""
    return _DRAFTS.get(language.partition("-")[0], _DRAFTS["en"])


def quoted(tree: Tree, node_id: str) -> Sentence:
    """Return a node as it is named in a sentence: its title in quotes, shortened; its id if it has no text yet."""
    title = " ".join(title_of(tree, node_id).split())
    if title:
        return sentence("'{title}'", title=shortened(title))
    return sentence("'{title}' ({nameless})", title=node_id, nameless=words_of(tree).nameless)


def shortened(text: str, most: int = TITLE_LENGTH) -> str:
    """Return a text in at most so many letters, cut after a whole word if there is one in its second half."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    end = kept.rfind(" ") if text[most - 1] != " " else len(kept)
    return f"{kept[:end].rstrip() if end >= most // 2 else kept.rstrip()}…"


def is_slug(text: str) -> bool:
    """Return whether a text may be an id."""
    return len(text) <= 100 and _SLUG.match(text) is not None


def slug_of(text: str, taken: Container[str], otherwise: str) -> str:
    """Return an id made of a text's words (of ``otherwise`` if it has none) that is not in ``taken``."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    base = "_".join(re.findall(r"[a-z0-9]+", plain)[:6])[:80].strip("_") or otherwise
    return numbered(base, taken)


def numbered(base: str, taken: Container[str]) -> str:
    """Return ``base``, or ``base`` with the lowest number that makes it an id not in ``taken``."""
    if base not in taken:
        return base
    number = 2
    while f"{base}_{number}" in taken:
        number += 1
    return f"{base}_{number}"


def clash(tree: Tree, part: str, key: str) -> str | None:
    """Return why an id that is free in its own part means something else already, or ``None`` if it does not.

    A scale shares its ids with questions, findings and the keys of a case, and claims the ids of its thresholds.
    """
    if part in ("question", "finding"):
        if key in tree.scales:
            return sentence("There is a number {key!r} already; choose another id.", key=key)
        limit = threshold(key)
        if limit is not None and limit.scale in tree.scales:
            return sentence("{key!r} already says that a number is at least so much; choose another id.", key=key)
    if part == "scale":
        for other, values in (("question", tree.questions), ("finding", tree.findings)):
            if key in values:
                return sentence(
                    "There is a {other} {key!r} already; choose another id.", other=sentence(other), key=key
                )
            if any(name.startswith(f"{key}_at_least_") for name in values):
                return sentence(
                    "There is a {other} whose id begins with '{key}_at_least_'; choose another id.",
                    other=sentence(other),
                    key=key,
                )
        if key in Case.__struct_fields__:
            return sentence("A case has something else under {key!r}; choose another id.", key=key)
    return None


def is_draft_title(title: str) -> bool:
    """Return whether a title is one that an edit gives to a new leaf."""
    patterns = (title for titles in PATTERN_TITLES.values() for title in titles.values())
    return title in {*(words.leaf for words in _DRAFTS.values()), *patterns}


def is_draft(node: Node | None) -> bool:
    """Return whether a node was made to fill an end and nobody has written or chosen anything in it since."""
    return (
        isinstance(node, Leaf)
        and is_draft_title(node.title)
        and node.urgency is DRAFT_URGENCY
        and not (node.also or node.reason or node.do or node.avoid or node.get_help_if or node.sources or node.note)
    )


def draft_condition(language: str) -> Condition:
    """Return the condition that says, in a language, that none is chosen yet."""
    return Condition(words_in(language).condition)


def is_draft_condition(condition: object) -> bool:
    """Return whether a condition only says that nobody has chosen one yet."""
    return any(condition == Condition(words.condition) for words in _DRAFTS.values())


def urgency_note(language: str) -> str:
    """Return the note of a leaf that says, in a language, that nobody has chosen its urgency yet."""
    return words_in(language).urgency


def is_urgency_open(leaf: Leaf) -> bool:
    """Return whether the note of a leaf says that nobody has chosen its urgency yet."""
    return without_urgency_note(leaf.note) != leaf.note


def without_urgency_note(note: str) -> str:
    """Return a note without the line that says that nobody has chosen the urgency yet."""
    said = {words.urgency for words in _DRAFTS.values()}
    lines = note.split("\n")
    kept = [line for line in lines if line.strip() not in said]
    return note if len(kept) == len(lines) else "\n".join(kept)


def is_draft_text(text: str) -> bool:
    """Return whether a text is the one that an edit gives to a new question."""
    return text in {words.question for words in _DRAFTS.values()}


def is_draft_question(question: Question | None) -> bool:
    """Return whether a question was made by an edit and nobody has written anything into it since."""
    return (
        isinstance(question, Question)
        and is_draft_text(question.text)
        and not (
            question.help
            or question.answer_rule
            or question.why
            or question.picture
            or question.sources
            or question.note
        )
    )


def is_draft_finding(finding: Finding | None) -> bool:
    """Return whether there is a finding that nobody has described yet."""
    return finding is not None and not (finding.statement or finding.means or finding.reassures)
