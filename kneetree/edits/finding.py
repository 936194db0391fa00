"""Find and replace in all texts of a tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from msgspec import Struct, structs

from kneetree.edits.edit_builder import EditBuilder
from kneetree.errors import KneetreeError
from kneetree.model.change import KEYED_PARTS, SINGLE_PARTS, Change, PartName
from kneetree.model.tree import (
    About,
    Advice,
    Case,
    Condition,
    Decision,
    Exemption,
    Finding,
    Leaf,
    Question,
    Recovery,
    Region,
    Rule,
    Scale,
    Source,
    Start,
    Tree,
    WarningSign,
)

MOST_MATCHES = 10_000
_TEXTS: dict[type, tuple[str, ...]] = {
    About: ("intended_use", "not_for", "emergency", "call", "authors"),
    Start: ("heading", "text", "button"),
    Scale: ("text", "help", "answer_rule", "why", "at_least", "under", "note"),
    Finding: ("statement", "means", "reassures"),
    Source: ("citation",),
    Condition: ("name", "plain_name", "summary", "recovery"),
    Recovery: ("time",),
    Question: ("text", "help", "answer_rule", "why", "note"),
    Advice: ("text",),
    WarningSign: ("text",),
    Decision: ("title", "note"),
    Leaf: ("title", "reason", "note"),
    Rule: ("statement", "unless"),
    Exemption: ("why",),
    Case: ("story", "source"),
    Region: ("title",),
}
"""The fields of each type that hold text which people read, or values with such fields."""


class Query(Struct, frozen=True):
    """A search: ``regex`` as in Python's ``re``, ``case`` to tell capitals apart, ``whole`` for whole words only."""

    text: str
    regex: bool = False
    case: bool = False
    whole: bool = False


class Match(Struct, frozen=True):
    """A place that matches: ``field`` is like ``"unless[0].why"``; ``start`` and ``end`` are indexes in ``text``."""

    part: PartName
    key: str
    field: str
    start: int
    end: int
    text: str


def find(tree: Tree, query: Query) -> list[Match]:
    """Return every place where the query matches, in file order, at most ``MOST_MATCHES``."""
    pattern = _pattern(query)
    found: list[Match] = []
    for part, key, value in _values(tree):
        for name, text in texts(value):
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    found.append(Match(part, key, name, match.start(), match.end(), text))
                    if len(found) >= MOST_MATCHES:
                        return found
    return found


def find_ids(tree: Tree, query: Query) -> list[Match]:
    """Return the parts whose id matches the query, each once."""
    pattern = _pattern(query)
    return [
        Match(part, key, "id", match.start(), match.end(), key)
        for part in KEYED_PARTS
        if part != "layout"
        for key in tree.parts[part]
        if (match := pattern.search(key))
    ]


def replace(tree: Tree, query: Query, instead: str, only: Collection[Match] | None = None) -> tuple[Change, int]:
    """Replace every match, or those in ``only``, with ``instead``; return the change and how many places it alters.

    If the query is a regex, ``instead`` may name groups, such as ``\\1``.
    """
    pattern = _pattern(query)
    chosen = None if only is None else {(match.part, match.key, match.field, match.start) for match in only}
    builder, count = EditBuilder(tree), 0

    for part, key, value in _values(tree):

        def alter(name: str, text: str, part: PartName = part, key: str = key) -> str:
            nonlocal count

            def put(match: re.Match[str]) -> str:
                nonlocal count
                if match.end() == match.start() or (
                    chosen is not None and (part, key, name, match.start()) not in chosen
                ):
                    return match.group()
                count += 1
                return _expand(match, instead) if query.regex else instead

            return pattern.sub(put, text)

        altered = _altered(value, "", alter)
        if altered != value:
            if part == "title" and not altered.strip():
                raise KneetreeError("That would leave the tree without a title; leave a word of it.")
            builder.set(part, key, altered)
    return builder.change(), count


def texts(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts in a value, each after the name of its field."""
    found: list[tuple[str, str]] = []

    def note(name: str, text: str) -> str:
        found.append((name, text))
        return text

    _altered(value, "", note)
    yield from found


def _values(tree: Tree) -> Iterator[tuple[PartName, str, Any]]:
    for single in SINGLE_PARTS:
        if single in ("title", "about", "start") and getattr(tree, single) is not None:
            yield single, "", getattr(tree, single)
    for part in KEYED_PARTS:
        if part not in ("layout", "picture"):
            yield from ((part, key, value) for key, value in tree.parts[part].items())


def _altered(value: Any, name: str, alter: Callable[[str, str], str]) -> Any:
    """Return a text, or a value with its texts, as ``alter`` makes it of the name of the field and the text."""
    if isinstance(value, str):
        return alter(name or "title", value)
    changes: dict[str, Any] = {}
    for field in _TEXTS.get(type(value), ()):
        held = getattr(value, field)
        if not held:
            continue
        path = f"{name}.{field}" if name else field
        if isinstance(held, tuple):
            new: Any = tuple([_altered(each, f"{path}[{index}]", alter) for index, each in enumerate(held)])
        else:
            new = _altered(held, path, alter)
        if new != held:
            changes[field] = new
    return structs.replace(value, **changes) if changes else value


def _pattern(query: Query) -> re.Pattern[str]:
    if not query.text:
        raise KneetreeError("Write what to look for.")
    source = query.text if query.regex else re.escape(query.text)
    if query.whole:
        source = rf"\b(?:{source})\b"
    try:
        return re.compile(source, 0 if query.case else re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise KneetreeError("That is not a regular expression: {error}.", error=error) from error


def _expand(match: re.Match[str], instead: str) -> str:
    try:
        return match.expand(instead)
    except (re.error, IndexError) as error:
        raise KneetreeError("The replacement does not fit the expression: {error}.", error=error) from error
