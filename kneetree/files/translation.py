"""The same tree in another language: a file of texts beside it, such as ``tree.es.json`` beside ``tree.json``.

Each entry of the tree that has texts is translated once, under its own id, and carries a stamp of the original that it
was made from.  If the original has changed since, the entry is *stale* and falls back to the original; a question and
the statements of its list do so together, so that no question mixes languages.  If a warning or the first line of
advice of a leaf has no fresh translation, or the emergency number with what is said about it, the language cannot be
used at all: nobody may be told only half of when to get help, or be told to call another country's number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, structs

from kneetree import words
from kneetree.errors import FileProblem, KneetreeError, shortened
from kneetree.files import placed_errors, tree_files
from kneetree.files.texts import FORMAT, NAMES, SECTION, SINGLE, Language, originals
from kneetree.files.whole_files import read_bytes
from kneetree.model.change import Change, PartName
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.nodes import Leaf, Node
from kneetree.model.texts import FIELDS, NOTHING, TextPart, Texts
from kneetree.model.translations import LANGUAGE
from kneetree.model.tree import Condition, Rule, Tree
from kneetree.words.sentences import sentence

__all__ = [
    "FORMAT",
    "Fault",
    "Gap",
    "Language",
    "TextPart",
    "Texts",
    "decode",
    "encode",
    "fault_of",
    "gaps",
    "languages",
    "originals",
    "read",
    "texts_of",
    "translate",
    "why_not_spoken",
]  # fmt: skip

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
    """Return the language files beside a tree file, by language; none where its folder cannot be read.

    They are not searched for by a pattern, since a file may be called ``[a].json``.
    """
    head, tail = f"{tree_path.stem}.", ".json"
    try:
        found = sorted(path for path in tree_path.parent.iterdir() if path.name.startswith(head))
    except OSError:
        return {}
    named = ((path.name[len(head) : -len(tail)], path) for path in found if path.name.endswith(tail))
    return {name: path for name, path in named if LANGUAGE.fullmatch(name)}  # tree.schema.json is none


def read(path: Path) -> Language:
    """Return the language file at ``path``; raise ``FileProblem`` with file, line and key if it is not a valid one."""
    return decode(read_bytes(path), path.name)


def decode(data: bytes, name: str) -> Language:
    """Return the language in the bytes of a file called ``name``; raise ``FileProblem`` as ``read`` does."""
    text, raw = tree_files.decode_json(data, name)
    if raw.get("format") != FORMAT:
        raise FileProblem('{name}: not a language file; its `format` must be "{format}".', name=name, format=FORMAT)
    try:
        language = msgspec.json.decode(data, type=Language)
    except (msgspec.MsgspecError, RecursionError) as error:
        placed_errors.explain(error, text, raw, Language, name)
    named = name.split(".")[-2:-1]
    if named and LANGUAGE.fullmatch(named[0]) and name.count(".") > 1 and named[0] != language.language:
        line = placed_errors.line_of_path(text, ("language",))
        told = shortened(language.language)
        raise FileProblem(
            "{name}{line}: its name says {named!r} and its `language` says {told!r}; mend the wrong one.",
            name=name,
            line=line,
            named=named[0],
            told=told,
        )
    return language


def encode(language: Language) -> bytes:
    """Return the bytes of a language file."""
    return tree_files.pretty(language)


# -- what is wrong ---------------------------------------------------------------------------------


def gaps(tree: Tree, language: Language) -> list[Gap]:
    """Return all that is missing, stale, incomplete or left over in ``language`` for ``tree``."""
    return list(_gaps(tree, list(originals(tree)), language))


def _gaps(tree: Tree, parts: list[tuple[TextPart, str, Texts]], language: Language) -> Iterator[Gap]:
    known: dict[str, set[str]] = {}
    vital = {("warning", warning) for _, leaf in tree.leaves() for warning in leaf.warnings}
    vital |= {("advice", leaf.do[0]) for _, leaf in tree.leaves() if leaf.do}
    vital.add(("about", ""))  # the number to call is the reader's own, not that of the original
    for part, key, original in parts:
        known.setdefault(part, set()).add(key)
        fault = fault_of(original, texts_of(language, part).get(key))
        if fault is not None:
            yield Gap(fault, part, key, original.of)
            if (part, key) in vital:
                yield Gap(Fault.SAFETY_NET, part, key, original.of)
    for part in SECTION:
        yield from (
            Gap(Fault.LEFT_OVER, part, key) for key in texts_of(language, part) if key not in known.get(part, ())
        )


def texts_of(language: Language, part: TextPart) -> dict[str, Texts]:
    """Return the translated texts of a part by id."""
    if part in SINGLE:
        texts: Texts = getattr(language, part)
        return {} if texts == NOTHING else {"": texts}
    found: dict[str, Texts] = getattr(language, SECTION[part])
    return found


def fault_of(original: Texts, translated: Texts | None) -> Fault | None:
    """Return what is wrong with a translation, or ``None``.

    Every text of the original and no other must be translated, and a rule must have as many exemptions.
    """
    if translated is None:
        return Fault.MISSING if any(getattr(original, name) for name in FIELDS) else None
    if translated.of != original.of:
        return Fault.STALE
    for name in FIELDS:
        mine, theirs = getattr(original, name), getattr(translated, name)
        if isinstance(mine, tuple):
            if len(mine) != len(theirs) or not all(text.strip() for text in theirs):
                return Fault.INCOMPLETE
        elif bool(mine.strip()) != bool(theirs.strip()):
            return Fault.INCOMPLETE
    return None


# -- translating -----------------------------------------------------------------------------------


def translate(tree: Tree, language: Language) -> Tree:
    """Return a copy of ``tree`` with the texts of ``language``, except for entries whose translation has a fault.

    Raises ``KneetreeError`` if a warning, the first line of advice of a leaf or the emergency number has no fresh
    translation, or if the program itself has no words for how urgent a result is in that language.
    """
    silence = why_not_spoken(language.language)
    if silence is not None:
        raise KneetreeError(silence)
    parts = list(originals(tree))
    missing = list(_gaps(tree, parts, language))
    bare = [gap for gap in missing if gap.fault is Fault.SAFETY_NET]
    if bare:
        raise KneetreeError(
            "The language {language!r} cannot be used: {count} warnings, lines of advice or texts "
            "about emergencies (first {key!r}) are not translated or have changed since.",
            language=language.language,
            count=len(bare),
            key=bare[0].key or bare[0].part,
        )
    faulty = _with_their_lists(tree, {(gap.part, gap.key) for gap in missing})
    fresh = {
        (part, key): texts
        for part, key, _ in parts
        if (part, key) not in faulty and (texts := texts_of(language, part).get(key)) is not None
    }
    twin = tree.copy()
    twin.apply(_change_into(tree, language.language, fresh))
    return twin


def why_not_spoken(language: str) -> str | None:
    """Return why a language cannot be used whatever is translated: the program has no words for it, or ``None``."""
    if words.speaks(language):
        return None
    return sentence(
        "The language {language!r} cannot be used: the program cannot say in it how urgently to get help.",
        language=language,
    )


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
    if part in NAMES:
        kept = {"unit"} if part == "scale" and value.unit in _KNOWN_UNITS else set()
        return structs.replace(value, **{name: getattr(texts, name) for name in NAMES[part] if name not in kept})
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
