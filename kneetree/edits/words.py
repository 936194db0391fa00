"""What the entries of a tree and the fields of the file are called in sentences for an author."""

from __future__ import annotations

import re

from kneetree.edits.drafts import shortened
from kneetree.files import placed_errors
from kneetree.model.titles import title_of
from kneetree.model.tree import Decision, Leaf, Tree
from kneetree.words.sentences import Sentence, altered, sentence, told

_PARTS = {
    "scale": "number", "warning": "warning sign", "rule": "safety rule", "advice": "line of advice",
    "start": "first page",
}  # fmt: skip
_FIELDS = {
    "at_least": "points that make it a Yes", "points": "points", "counts": "what is counted", "asks": "what is asked",
    "also": "other conditions", "get_help_if": "warnings", "given": "facts", "unless": "exceptions",
    "list": "statements", "never_lowers": "findings that never make the result less urgent",
    "below": "how far it may not fall", "every_path_to": "leaves", "questions_at_most": "most questions",
    "urgency_at_least": "lowest urgency", "least": "lowest number", "most": "highest number",
    "yes": "Yes", "no": "No", "next": "Then", "finding": "finding",
    "same_day": "Same day", "within_days": "Within days", "routine": "Routine", "self_care": "Self care",
    "emergency": "Emergency",
}  # fmt: skip
_WORDS = ("statement", "text", "plain_name", "name", "title", "citation", "story")
_THE = {
    "question": "the question", "decision": "the decision", "leaf": "the leaf", "finding": "the finding",
    "number": "the number", "warning sign": "the warning sign", "line of advice": "the line of advice",
    "condition": "the condition", "source": "the source", "picture": "the picture", "safety rule": "the safety rule",
    "case": "the case", "region": "the region", "layout": "the layout", "first page": "the first page",
    "review": "the review", "about": "the about", "title": "the title", "version": "the version",
    "language": "the language", "root": "the root",
}  # fmt: skip
"""Each of these words with its article, which in other languages depends on the word."""


def noun(part: str) -> Sentence:
    """Return what an entry of a part of the file is called."""
    return sentence(_PARTS.get(part, part))


def text_of(tree: Tree, part: str, key: str) -> str:
    """Return the words by which people know an entry or a node, shortened to one line; its id if it has none."""
    entry = tree.parts.get(part, {}).get(key)
    if part == "node":
        words = title_of(tree, key)
    elif part == "case":
        words = key
    else:
        words = next((text for name in _WORDS if (text := str(getattr(entry, name, "")).strip())), "")
    words = " ".join(words.split()) or key
    return shortened(words)


def called(tree: Tree, part: str, key: str) -> Sentence:
    """Return an entry or a node as it is named in a sentence, such as "the leaf 'A clot'"."""
    name: str = noun(part)
    if part == "node":
        node = tree.nodes.get(key)
        name = "leaf" if isinstance(node, Leaf) else "decision" if isinstance(node, Decision) else "question"
    the = sentence(_THE[name])
    return sentence("{the} '{text}'", the=the, text=text_of(tree, part, key)) if key else the


def plain_reason(error: Exception, tree: Tree | None = None) -> Sentence:
    """Return why a value does not fit, without words of the file or of the decoder, as part of a sentence.

    Findings are called by their statements if the ``tree`` is given.
    """

    def plainly(text: str, language: str) -> str:
        def said(found: re.Match[str]) -> str:
            word = found.group(1)
            known = (
                told(_FIELDS[word], language) if word in _FIELDS else tree.statement(word) if tree is not None else word
            )
            return told(sentence("'{word}'", word=known), language)

        return re.sub(r"`([^`]*)`", said, text).rstrip(".")

    return altered(placed_errors.reason_of(error), plainly)
