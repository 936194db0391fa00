"""The same tree in another language: a file of texts beside it, such as ``tree.es.json`` beside ``tree.json``.

Each entry of the tree that has texts is translated once, under its own id, and carries a stamp of the original that it
was made from.  If the original has changed since, the entry is *stale* and falls back to the original; a question and
the statements of its list do so together, so that no question mixes languages.  If a warning or the first line of
advice of a leaf has no fresh translation, the language cannot be used at all: nobody may be told only half of when to
get help.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field, structs

from kneetree import words
from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import placed_errors, tree_files
from kneetree.files.whole_files import read_bytes
from kneetree.model.change import Change, PartName
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.nodes import Decision, Leaf, Node
from kneetree.model.tree import Condition, Review, Rule, Slug, Tree

TextPart = Literal[
    "tree", "about", "start", "scale", "finding", "question", "advice", "warning",
    "condition", "node", "rule", "region",
]  # fmt: skip
"""The parts of a tree that have texts; ``tree`` is its title."""
FORMAT = "kneetree-texts/2"
_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
"""The form of a language's name, which keeps ``tree.schema.json`` from being taken for a language."""


class Texts(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The texts of one entry; ``of`` is the stamp of the original that they translate."""

    of: str
    title: str = ""
    heading: str = ""
    text: str = ""
    button: str = ""
    unit: str = ""
    at_least: str = ""
    under: str = ""
    statement: str = ""
    means: str = ""
    reassures: str = ""
    help: str = ""
    answer_rule: str = ""
    why: str = ""
    name: str = ""
    plain_name: str = ""
    summary: str = ""
    recovery_time: str = ""
    reason: str = ""
    unless: tuple[str, ...] = ()
    intended_use: str = ""
    not_for: str = ""
    emergency: str = ""
    call: str = ""


_NOTHING = Texts("")
_FIELDS = tuple(name for name in Texts.__struct_fields__ if name != "of")


class Language(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The content of a language file: texts by the id of what they belong to, and a review of its own."""

    format: str
    language: str
    review: Review | None = None
    tree: Texts
    about: Texts = _NOTHING
    start: Texts = _NOTHING
    scales: dict[Slug, Texts] = field(default_factory=dict)
    findings: dict[Slug, Texts] = field(default_factory=dict)
    questions: dict[Slug, Texts] = field(default_factory=dict)
    advice: dict[Slug, Texts] = field(default_factory=dict)
    warnings: dict[Slug, Texts] = field(default_factory=dict)
    conditions: dict[Slug, Texts] = field(default_factory=dict)
    nodes: dict[Slug, Texts] = field(default_factory=dict)
    rules: dict[Slug, Texts] = field(default_factory=dict)
    regions: dict[Slug, Texts] = field(default_factory=dict)


_SINGLE: tuple[TextPart, ...] = ("tree", "about", "start")
_SECTION: dict[TextPart, str] = {
    "scale": "scales", "finding": "findings", "question": "questions", "advice": "advice", "warning": "warnings",
    "condition": "conditions", "node": "nodes", "rule": "rules", "region": "regions",
}  # fmt: skip
_NAMES: dict[TextPart, tuple[str, ...]] = {
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
_KNOWN_UNITS = ("years", "days")
"""Units with a meaning in the format; the program has its own words for them in each language."""


class Fault(StrEnum):
    """A way in which the translation of an entry can be wrong."""

    MISSING = "translation_missing"
    STALE = "translation_stale"
    INCOMPLETE = "translation_incomplete"
    LEFT_OVER = "translation_left_over"
    SAFETY_NET = "translation_safety_net"


class Gap(Struct, frozen=True):
    """A fault in one entry (a ``node``, a ``condition``) with its id; ``of`` is the stamp of the original now."""

    fault: Fault
    part: TextPart
    key: str
    of: str = ""


def languages(tree_path: Path) -> dict[str, Path]:
    """Return the language files beside a tree file, by language."""
    found = sorted(tree_path.parent.glob(f"{tree_path.stem}.*.json"))
    named = ((path.name[len(tree_path.stem) + 1 : -len(".json")], path) for path in found)
    return {name: path for name, path in named if _LANGUAGE.fullmatch(name)}


def read(path: Path) -> Language:
    """Return the language file at ``path``; raise ``FileProblem`` with file, line and key if it is not a valid one."""
    data = read_bytes(path)
    text, raw = tree_files.decode_json(data, path.name)
    if raw.get("format") != FORMAT:
        raise FileProblem(f'{path.name}: not a language file; its `format` must be "{FORMAT}".')
    try:
        return msgspec.json.decode(data, type=Language)
    except (msgspec.MsgspecError, RecursionError) as error:
        placed_errors.explain(error, text, raw, Language, path.name)


def encode(language: Language) -> bytes:
    """Return the bytes of a language file."""
    return msgspec.json.format(msgspec.json.encode(language), indent=2) + b"\n"


# -- the originals ---------------------------------------------------------------------------------


def originals(tree: Tree) -> Iterator[tuple[TextPart, str, Texts]]:
    """Yield each entry of ``tree`` that has texts, as ``(part, id, texts with their stamp)``."""
    yield "tree", "", _stamped(title=tree.title)
    if tree.about is not None:
        yield "about", "", _same(tree.about, "about")
    if tree.start is not None:
        yield "start", "", _same(tree.start, "start")
    same: tuple[tuple[TextPart, Mapping[str, Struct]], ...] = (
        ("scale", tree.scales), ("finding", tree.findings), ("question", tree.questions),
        ("advice", tree.advice), ("warning", tree.warnings), ("region", tree.regions),
    )  # fmt: skip
    for part, values in same:
        yield from ((part, key, _same(value, part)) for key, value in values.items())
    for key, condition in tree.conditions.items():
        yield "condition", key, _condition_texts(condition)
    for key, node in tree.nodes.items():
        if isinstance(node, Leaf):
            yield "node", key, _stamped(title=node.title, reason=node.reason)
        elif isinstance(node, Decision):
            yield "node", key, _stamped(title=node.title)
    for key, rule in tree.rules.items():
        unless = tuple(exemption.why for exemption in rule.unless)
        yield "rule", key, _stamped(statement=rule.statement, **({"unless": unless} if unless else {}))


def _same(value: Struct, part: TextPart) -> Texts:
    return _stamped(**{name: getattr(value, name) for name in _NAMES[part]})


def _condition_texts(condition: Condition) -> Texts:
    time = condition.recovery.time if condition.recovery else ""
    return _stamped(name=condition.name, plain_name=condition.plain_name, summary=condition.summary, recovery_time=time)


def _stamped(**texts: Any) -> Texts:
    """Return the texts with their stamp; a text that is empty does not count, so that new fields break no stamp."""
    given = {name: text for name, text in texts.items() if text}
    stamp = hashlib.sha256(msgspec.json.encode(given, order="sorted")).hexdigest()[:8]
    return Texts(of=stamp, **given)


# -- what is wrong ---------------------------------------------------------------------------------


def gaps(tree: Tree, language: Language) -> list[Gap]:
    """Return all that is missing, stale, incomplete or left over in ``language`` for ``tree``."""
    return list(_gaps(tree, list(originals(tree)), language))


def _gaps(tree: Tree, parts: list[tuple[TextPart, str, Texts]], language: Language) -> Iterator[Gap]:
    known: dict[str, set[str]] = {}
    vital = {("warning", warning) for _, leaf in tree.leaves() for warning in leaf.warnings}
    vital |= {("advice", leaf.do[0]) for _, leaf in tree.leaves() if leaf.do}
    for part, key, original in parts:
        known.setdefault(part, set()).add(key)
        fault = _fault(original, _texts(language, part).get(key))
        if fault is not None:
            yield Gap(fault, part, key, original.of)
            if (part, key) in vital:
                yield Gap(Fault.SAFETY_NET, part, key, original.of)
    for part in _SECTION:
        yield from (Gap(Fault.LEFT_OVER, part, key) for key in _texts(language, part) if key not in known.get(part, ()))


def _texts(language: Language, part: TextPart) -> dict[str, Texts]:
    if part in _SINGLE:
        texts: Texts = getattr(language, part)
        return {} if texts == _NOTHING else {"": texts}
    found: dict[str, Texts] = getattr(language, _SECTION[part])
    return found


def _fault(original: Texts, translated: Texts | None) -> Fault | None:
    """Return what is wrong with a translation, or ``None``.

    Every text of the original and no other must be translated, and a rule must have as many exemptions.
    """
    if translated is None:
        return Fault.MISSING if any(getattr(original, name) for name in _FIELDS) else None
    if translated.of != original.of:
        return Fault.STALE
    for name in _FIELDS:
        mine, theirs = getattr(original, name), getattr(translated, name)
        if bool(mine) != bool(theirs) or (isinstance(mine, tuple) and len(mine) != len(theirs)):
            return Fault.INCOMPLETE
    return None


# -- translating -----------------------------------------------------------------------------------


def translate(tree: Tree, language: Language) -> Tree:
    """Return a copy of ``tree`` with the texts of ``language``, except for entries whose translation has a fault.

    Raises ``KneetreeError`` if a warning or the first line of advice of a leaf has no fresh translation, or if the
    program itself has no words for how urgent a result is in that language.
    """
    if words.spoken(language.language) != re.split("[-_]", language.language)[0].lower():
        raise KneetreeError(
            f"The language {language.language!r} cannot be used: the program does not know how to say in it how "
            "urgently to get help."
        )
    parts = list(originals(tree))
    missing = list(_gaps(tree, parts, language))
    bare = [gap for gap in missing if gap.fault is Fault.SAFETY_NET]
    if bare:
        raise KneetreeError(
            f"The language {language.language!r} cannot be used: {len(bare)} warnings or lines of advice "
            f"(first {bare[0].key!r}) are not translated or have changed since."
        )
    faulty = _with_their_lists(tree, {(gap.part, gap.key) for gap in missing})
    fresh = {
        (part, key): texts
        for part, key, _ in parts
        if (part, key) not in faulty and (texts := _texts(language, part).get(key)) is not None
    }
    twin = tree.copy()
    twin.apply(_change_into(tree, language.language, fresh))
    return twin


def _with_their_lists(tree: Tree, faulty: Collection[tuple[TextPart, str]]) -> set[tuple[TextPart, str]]:
    """Return the faulty entries with the questions and statements that must fall back together with them."""
    lists_of: dict[str, list[str]] = {}
    for key, question in tree.questions.items():
        for line in question.lines:
            lists_of.setdefault(line, []).append(key)
    found = set(faulty)
    waiting = list(faulty)
    while waiting:
        part, key = waiting.pop()
        beside: list[tuple[TextPart, str]] = []
        if part == "question" and key in tree.questions:
            beside = [("finding", line) for line in tree.questions[key].lines]
        elif part == "finding":
            beside = [("question", question) for question in lists_of.get(key, ())]
        new = [entry for entry in beside if entry not in found]
        found.update(new)
        waiting += new
    return found


def _change_into(tree: Tree, language: str, fresh: Mapping[tuple[TextPart, str], Texts]) -> Change:
    """Return the change to ``tree`` that puts the texts of ``fresh`` in place of its own."""
    builder = ChangeBuilder(tree)
    builder.set("language", "", language)
    for (part, key), texts in fresh.items():
        if part == "tree":
            builder.set("title", "", texts.title)
            continue
        name: PartName = part
        builder.set(name, key, _translated(part, builder.get(name, key), texts))
    return builder.change()


def _translated(part: TextPart, value: Any, texts: Texts) -> Any:
    """Return ``value`` with its texts replaced."""
    if part in _NAMES:
        kept = {"unit"} if part == "scale" and value.unit in _KNOWN_UNITS else set()
        return structs.replace(value, **{name: getattr(texts, name) for name in _NAMES[part] if name not in kept})
    if part == "condition":
        return _translated_condition(value, texts)
    if part == "rule":
        return _translated_rule(value, texts)
    return _translated_node(value, texts)


def _translated_node(node: Node, texts: Texts) -> Node:
    if isinstance(node, Leaf):
        return structs.replace(node, title=texts.title, reason=texts.reason)
    return structs.replace(node, title=texts.title)


def _translated_condition(condition: Condition, texts: Texts) -> Condition:
    recovery = condition.recovery and structs.replace(condition.recovery, time=texts.recovery_time)
    return structs.replace(
        condition, name=texts.name, plain_name=texts.plain_name, summary=texts.summary, recovery=recovery
    )


def _translated_rule(rule: Rule, texts: Texts) -> Rule:
    unless = tuple(
        structs.replace(exemption, why=why) for exemption, why in zip(rule.unless, texts.unless, strict=True)
    )
    return structs.replace(rule, statement=texts.statement, unless=unless)
