"""Edits of an id, everywhere it is named."""

from __future__ import annotations

from typing import Any

from kneetree.edits.drafts import NO_SLUG, clash, is_slug
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.parts import with_id
from kneetree.edits.references import Names, with_references
from kneetree.edits.settling import checked, set_value
from kneetree.edits.uses import LIBRARY, uses
from kneetree.edits.words import noun
from kneetree.errors import KneetreeError
from kneetree.model.change import TRANSLATION, Change, PartName
from kneetree.model.translations import key_of, place_of
from kneetree.model.tree import Tree
from kneetree.words.sentences import sentence

NAMED: tuple[PartName, ...] = ("node", *LIBRARY, "rule", "case", "region")
"""The parts that have ids of their own."""


def why_not_rename(tree: Tree, part: PartName, old: str, new: str) -> str | None:
    """Return why an id cannot become ``new``, or ``None`` if it can."""
    if part not in NAMED:
        return "That has no id of its own."
    if old not in tree.parts[part]:
        return sentence("There is no {noun} {old!r}.", noun=noun(part), old=old)
    if new == old:
        return None
    if new in tree.parts[part]:
        return sentence("There is a {noun} {new!r} already; choose another id.", noun=noun(part), new=new)
    if part == "case":
        return None if new.strip() else "An id needs at least one letter."
    if not is_slug(new):
        return NO_SLUG
    if part == "scale":
        if any(new in case.extra for case in tree.cases.values()):
            return sentence("Some cases have something else under {new!r}; choose another id.", new=new)
        if any(name.startswith(f"{new}_at_least_") for rule in tree.rules.values() for name in rule.findings):
            return sentence("A rule has a finding whose id begins with '{new}_at_least_'; choose another id.", new=new)
    return clash(tree, part, new)


def rename(tree: Tree, part: PartName, old: str, new: str) -> Change:
    """Give a part another id and change every place that names it; the thresholds of a scale follow it."""
    reason = why_not_rename(tree, part, old, new)
    if reason:
        raise KneetreeError(reason)
    if old == new:
        return Change()
    builder = EditBuilder(tree)
    rename_in(builder, part, old, new)
    return builder.change()


def replace_and_rename(tree: Tree, part: PartName, old: str, new: str, value: Any) -> Change:
    """Give a rule, case or other part a whole new value and, if ``new`` differs from ``old``, another id."""
    reason = why_not_rename(tree, part, old, new)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    set_value(builder, part, old, checked(part, with_id(part, old, value)))
    if new != old:
        rename_in(builder, part, old, new)
    return builder.change()


def rename_in(builder: EditBuilder, part: PartName, old: str, new: str) -> None:
    """Give a part another id, which is known to be free, as a step of a larger edit."""
    tree = builder.tree
    value = with_id(part, new, builder.get(part, old))
    builder.set(part, old, None)
    builder.set(part, new, value, list(tree.parts[part]).index(old))
    _rename_in_other_languages(builder, part, old, new)
    if part == "node":
        _rename_on_the_map(builder, old, new)
    if part not in ("node", *LIBRARY):
        return

    def swap(kind: PartName, key: str) -> str:
        return new if kind == part and key == old else key

    names = Names(tree.questions, tree.scales)
    for use in uses(tree, part, old):
        builder.set(use.part, use.key, with_references(names, builder.get(use.part, use.key), swap))


def _rename_on_the_map(builder: EditBuilder, old: str, new: str) -> None:
    tree = builder.tree
    if tree.root == old:
        builder.set("root", "", new)
    if old in tree.layout:
        place = tree.layout[old]
        builder.set("layout", old, None)
        builder.set("layout", new, place, list(tree.layout).index(old))


def _rename_in_other_languages(builder: EditBuilder, part: PartName, old: str, new: str) -> None:
    """Take the translations of an entry along with its id."""
    for at, (key, texts) in enumerate(builder.tree.translations.items()):
        place = place_of(key)
        if place.key == old and place.part == part:
            builder.set(TRANSLATION, key, None)
            builder.set(TRANSLATION, key_of(place.language, place.part, new), texts, at)
