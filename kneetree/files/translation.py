"""The same tree in another language: a file of texts beside it, such as ``tree.es.json`` beside ``tree.json``.

The texts of a node (or condition, finding, rule) carry a stamp of the original that they were made from.  If the
original has changed since, the translation is *stale* and the whole node falls back to the original, so that no
question mixes languages.  If a leaf has no fresh and complete translation, the language cannot be used at all: nobody
may be told only half of when to get help.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct, field, structs

from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import placed_errors, tree_files
from kneetree.files.whole_files import read_bytes
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import About, Leaf, Question, Slug, Tree

TextPart = Literal["tree", "node", "condition", "finding", "rule"]
"""The parts of a tree that have texts; ``tree`` is the tree's own title and purpose."""
_Value = TypeVar("_Value", bound=Struct)
FORMAT = "kneetree-texts/1"
_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
"""The form of a language's name, which keeps ``tree.schema.json`` from being taken for a language."""


class Texts(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The texts of one node or other part; ``of`` is the stamp of the original that they translate."""

    of: str
    title: str = ""
    text: str = ""
    help: str = ""
    why: str = ""
    items: tuple[str, ...] = ()
    reason: str = ""
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    get_help_if: tuple[str, ...] = ()
    name: str = ""
    plain_name: str = ""
    summary: str = ""
    means: str = ""
    statement: str = ""
    intended_use: str = ""
    not_for: str = ""
    emergency: str = ""


_FIELDS = tuple(name for name in Texts.__struct_fields__ if name != "of")


class Language(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The content of a language file: texts by the id of what they belong to."""

    format: str
    language: str
    tree: Texts
    nodes: dict[Slug, Texts] = field(default_factory=dict)
    conditions: dict[Slug, Texts] = field(default_factory=dict)
    findings: dict[Slug, Texts] = field(default_factory=dict)
    rules: dict[Slug, Texts] = field(default_factory=dict)


class Fault(StrEnum):
    """A way in which the translation of a part can be wrong."""

    MISSING = "translation_missing"
    STALE = "translation_stale"
    INCOMPLETE = "translation_incomplete"
    LEFT_OVER = "translation_left_over"
    SAFETY_NET = "translation_safety_net"


class Gap(Struct, frozen=True):
    """A fault in one part (a ``node``, a ``condition``) with its id; ``of`` is the stamp of the original now."""

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


def originals(tree: Tree) -> Iterator[tuple[TextPart, str, Texts]]:
    """Yield each part of ``tree`` that has texts, as ``(part, id, texts with their stamp)``."""
    about = tree.about or About()
    yield (
        "tree",
        "",
        _stamped(title=tree.title, intended_use=about.intended_use, not_for=about.not_for, emergency=about.emergency),
    )
    for key, node in tree.nodes.items():
        yield "node", key, _node_texts(node)
    for key, condition in tree.conditions.items():
        yield (
            "condition",
            key,
            _stamped(name=condition.name, plain_name=condition.plain_name, summary=condition.summary),
        )
    for key, finding in tree.findings.items():
        yield "finding", key, _stamped(means=finding.means)
    for key, rule in tree.rules.items():
        yield "rule", key, _stamped(statement=rule.statement)


def gaps(tree: Tree, language: Language) -> list[Gap]:
    """Return all that is missing, stale, incomplete or left over in ``language`` for ``tree``."""
    return list(_gaps(tree, list(originals(tree)), language))


def translate(tree: Tree, language: Language) -> Tree:
    """Return a copy of ``tree`` with the texts of ``language``, except for parts whose translation has a fault.

    Raises ``KneetreeError`` if a leaf has no fresh and complete translation.
    """
    parts = list(originals(tree))
    missing = list(_gaps(tree, parts, language))
    bare = [gap.key for gap in missing if gap.fault is Fault.SAFETY_NET]
    if bare:
        raise KneetreeError(
            f"The language {language.language!r} cannot be used: the advice of {len(bare)} leaves "
            f"(first {bare[0]!r}) is not translated or has changed since."
        )
    faulty = {(gap.part, gap.key) for gap in missing}
    fresh = {
        (part, key): texts
        for part, key, _ in parts
        if (part, key) not in faulty and (texts := _texts(language, part).get(key)) is not None
    }
    twin = tree.copy()
    twin.apply(_change_into(tree, language.language, fresh))
    return twin


def _change_into(tree: Tree, language: str, fresh: Mapping[tuple[TextPart, str], Texts]) -> Change:
    """Return the change to ``tree`` that puts the texts of ``fresh`` in place of its own."""
    builder = ChangeBuilder(tree)
    builder.set("language", "", language)
    for (part, key), texts in fresh.items():
        if part == "tree":
            builder.set("title", "", texts.title)
            if tree.about is not None:
                builder.set("about", "", _filled(tree.about, texts, "intended_use", "not_for", "emergency"))
        elif part == "node":
            builder.set("node", key, _node(tree.nodes[key], texts))
        elif part == "condition":
            builder.set("condition", key, _filled(tree.conditions[key], texts, "name", "plain_name", "summary"))
        elif part == "finding":
            builder.set("finding", key, _filled(tree.findings[key], texts, "means"))
        elif part == "rule":
            builder.set("rule", key, _filled(tree.rules[key], texts, "statement"))
    return builder.change()


def _filled(value: _Value, texts: Texts, *names: str) -> _Value:
    return structs.replace(value, **{name: getattr(texts, name) for name in names})


def _gaps(tree: Tree, parts: list[tuple[TextPart, str, Texts]], language: Language) -> Iterator[Gap]:
    known: dict[str, set[str]] = {}
    for part, key, original in parts:
        known.setdefault(part, set()).add(key)
        fault = _fault(original, _texts(language, part).get(key))
        if fault is not None:
            yield Gap(fault, part, key, original.of)
            if part == "node" and isinstance(tree.nodes[key], Leaf):
                yield Gap(Fault.SAFETY_NET, part, key, original.of)
    keyed: tuple[TextPart, ...] = ("node", "condition", "finding", "rule")
    for part in keyed:
        yield from (Gap(Fault.LEFT_OVER, part, key) for key in _texts(language, part) if key not in known.get(part, ()))


def _texts(language: Language, part: str) -> dict[str, Texts]:
    if part == "tree":
        return {"": language.tree}
    found: dict[str, Texts] = getattr(language, f"{part}s")
    return found


def _node_texts(node: Question | Leaf) -> Texts:
    if isinstance(node, Leaf):
        return _stamped(
            title=node.title, reason=node.reason, do=node.do, avoid=node.avoid, get_help_if=node.get_help_if
        )
    return _stamped(text=node.text, help=node.help, why=node.why, items=tuple(item.text for item in node.items))


def _node(node: Question | Leaf, texts: Texts) -> Question | Leaf:
    if isinstance(node, Leaf):
        return _filled(node, texts, "title", "reason", "do", "avoid", "get_help_if")
    items = tuple(structs.replace(item, text=text) for item, text in zip(node.items, texts.items, strict=True))
    return structs.replace(_filled(node, texts, "text", "help", "why"), items=items)


def _stamped(**texts: Any) -> Texts:
    stamp = hashlib.sha256(msgspec.json.encode(texts, order="sorted")).hexdigest()[:8]
    return Texts(of=stamp, **texts)


def _fault(original: Texts, translated: Texts | None) -> Fault | None:
    """Return what is wrong with a translation, or ``None``.

    Every text of the original and no other must be translated, and a list must have as many lines as the original.
    """
    if translated is None:
        return Fault.MISSING if any(getattr(original, name) for name in _FIELDS) else None
    if translated.of != original.of:
        return Fault.STALE
    for name in _FIELDS:
        mine, theirs = getattr(original, name), getattr(translated, name)
        if isinstance(mine, tuple):
            if len(mine) != len(theirs) or any(bool(a) != bool(b) for a, b in zip(mine, theirs, strict=True)):
                return Fault.INCOMPLETE
        elif bool(mine) != bool(theirs):
            return Fault.INCOMPLETE
    return None
