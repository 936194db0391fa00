"""The texts of a tree, entry by entry, each with the stamp of the original that a translation was made from.

This module knows which entries have texts and what a file of translated ones holds; it does not know when a translation
can be used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Literal, cast

import msgspec
from msgspec import Struct, field

from kneetree.model.change import PartName
from kneetree.model.nodes import Decision, Leaf
from kneetree.model.texts import NOTHING, TextPart, Texts
from kneetree.model.tree import Condition, Review, Slug, Tree

FORMAT = "kneetree-texts/2"


class Language(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The content of a language file: texts by the id of what they belong to, and a review of its own."""

    format: str
    language: str
    review: Review | None = None
    tree: Texts
    about: Texts = NOTHING
    start: Texts = NOTHING
    scales: dict[Slug, Texts] = field(default_factory=dict)
    findings: dict[Slug, Texts] = field(default_factory=dict)
    questions: dict[Slug, Texts] = field(default_factory=dict)
    advice: dict[Slug, Texts] = field(default_factory=dict)
    warnings: dict[Slug, Texts] = field(default_factory=dict)
    conditions: dict[Slug, Texts] = field(default_factory=dict)
    nodes: dict[Slug, Texts] = field(default_factory=dict)
    rules: dict[Slug, Texts] = field(default_factory=dict)
    regions: dict[Slug, Texts] = field(default_factory=dict)


SINGLE: tuple[TextPart, ...] = ("tree", "about", "start")
SECTION: dict[TextPart, str] = {
    "scale": "scales", "finding": "findings", "question": "questions", "advice": "advice", "warning": "warnings",
    "condition": "conditions", "node": "nodes", "rule": "rules", "region": "regions",
}  # fmt: skip
NAMES: dict[TextPart, tuple[str, ...]] = {
    "about": ("intended_use", "not_for", "emergency", "call"),
    "start": ("heading", "text", "button"),
    "scale": ("text", "unit", "at_least", "under", "help", "answer_rule", "why"),
    "finding": ("statement", "means", "reassures"),
    "question": ("text", "help", "answer_rule", "why"),
    "advice": ("text",),
    "warning": ("text",),
    "region": ("title",),
}
"""The texts of a part whose value has fields of the same names."""


_IN_ORDER: tuple[Literal[
    "scale", "finding", "question", "advice", "warning", "region", "condition", "node", "rule",
], ...] = ("scale", "finding", "question", "advice", "warning", "region", "condition", "node", "rule")  # fmt: skip
_SINGLES: tuple[Literal["about", "start"], ...] = ("about", "start")


def original(tree: Tree, part: TextPart, key: str) -> Texts | None:
    """Return the texts of one entry with their stamp, or ``None`` if there is no such entry or it has no texts."""
    if part == "tree":
        return _stamped(title=tree.title)
    value: Any = getattr(tree, part) if part in SINGLE else tree.parts[cast("PartName", part)].get(key)
    return None if value is None else _texts_of(part, value)


def originals(tree: Tree) -> Iterator[tuple[TextPart, str, Texts]]:
    """Yield each entry of ``tree`` that has texts, as ``(part, id, texts with their stamp)``."""
    yield "tree", "", _stamped(title=tree.title)
    for single in _SINGLES:
        value = getattr(tree, single)
        if value is not None:
            yield single, "", _same(value, single)
    for part in _IN_ORDER:
        for key, value in tree.parts[part].items():
            texts = _texts_of(part, value)
            if texts is not None:
                yield part, key, texts


def _texts_of(part: TextPart, value: Any) -> Texts | None:
    if part == "condition":
        return _condition_texts(value)
    if part == "rule":
        unless = tuple(exemption.why for exemption in value.unless)
        return _stamped(statement=value.statement, **({"unless": unless} if unless else {}))
    if part == "node":
        if isinstance(value, Leaf):
            return _stamped(title=value.title, reason=value.reason)
        return _stamped(title=value.title) if isinstance(value, Decision) else None
    return _same(value, part)


def _same(value: Struct, part: TextPart) -> Texts:
    return _stamped(**{name: getattr(value, name) for name in NAMES[part]})


def _condition_texts(condition: Condition) -> Texts:
    time = condition.recovery.time if condition.recovery else ""
    return _stamped(name=condition.name, plain_name=condition.plain_name, summary=condition.summary, recovery_time=time)


def _stamped(**texts: Any) -> Texts:
    """Return the texts with their stamp; a text that is empty does not count, so that new fields break no stamp."""
    given = {name: text for name, text in texts.items() if text}
    stamp = hashlib.sha256(msgspec.json.encode(given, order="sorted")).hexdigest()[:8]
    return Texts(of=stamp, **given)
