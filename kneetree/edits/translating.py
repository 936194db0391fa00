"""Edits of the texts of a tree in another language, entry by entry.

Every translation carries the stamp of the original that it was made from.  An edit puts the stamp of today on it if the
entry has a single text, or had no translation; an entry of several texts that is stale stays so until the author has
looked at all of them and says that they fit (``confirm_translation``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import structs

from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.settling import checked
from kneetree.errors import KneetreeError
from kneetree.files.texts import original
from kneetree.model.change import TRANSLATION, Change
from kneetree.model.texts import FIELDS, NOTHING, TextPart, Texts
from kneetree.model.translations import LANGUAGE, key_of, languages_of, place_of
from kneetree.model.tree import Tree


def why_not_begin_language(tree: Tree, code: str) -> str | None:
    """Return why a language cannot be begun, or ``None`` if it can."""
    if not LANGUAGE.fullmatch(code):
        return "Write the code of a language, such as: fr, de or pt-BR."
    if code == tree.language:
        return "The tree itself is written in that language; choose another one."
    if code in languages_of(tree):
        return "The tree has that language already; choose it in the list."
    return None


def begin_language(tree: Tree, code: str) -> Change:
    """Begin another language, in which nothing is translated yet."""
    reason = why_not_begin_language(tree, code)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    builder.set(TRANSLATION, key_of(code, "tree", ""), NOTHING)
    return builder.change()


def remove_language(tree: Tree, code: str) -> Change:
    """Take a language out with all that is translated into it; its file goes when the tree is saved."""
    if code not in languages_of(tree):
        raise KneetreeError("The tree does not have that language any more; choose another one.")
    builder = EditBuilder(tree)
    for key in tree.translations:
        if place_of(key).language == code:
            builder.set(TRANSLATION, key, None)
    return builder.change()


def take_language(tree: Tree, code: str, held: Mapping[str, Texts]) -> Change:
    """Let a language be what ``held`` says, which has texts by the keys under which a tree holds them, and no more.

    Texts whose original is gone stay out.  Raises ``KneetreeError`` if the tree itself is written in that language.
    """
    if code == tree.language:
        raise KneetreeError("The tree itself is written in that language; choose another one.")
    builder = EditBuilder(tree)
    places = {key: place_of(key) for key in (*tree.translations, *held)}
    for key, place in places.items():
        if place.language == code:
            there = place.part == "tree" or original(tree, place.part, place.key) is not None
            builder.set(TRANSLATION, key, held.get(key) if there else None)
    return builder.change()


def translate(tree: Tree, language: str, part: TextPart, key: str, **fields: Any) -> Change:
    """Set some texts of one entry in another language; raise ``KneetreeError`` if there is no such entry or text."""
    source = _original(tree, part, key)
    unknown = fields.keys() - set(FIELDS)
    if unknown:
        raise KneetreeError("There is no text {field!r} here.", field=sorted(unknown)[0])
    builder = EditBuilder(tree)
    place = key_of(language, part, key)
    old: Texts = tree.translations.get(place, NOTHING)
    new: Texts = checked(TRANSLATION, structs.replace(old, **fields))
    if _is_empty(new):
        new = NOTHING
    elif old == NOTHING or len(written(source)) == 1:
        new = structs.replace(new, of=source.of)
    builder.set(TRANSLATION, place, None if new == NOTHING and part != "tree" else new)
    return builder.change()


def confirm_translation(tree: Tree, language: str, part: TextPart, key: str) -> Change:
    """Say that the translation of an entry fits the original as it is now."""
    source = _original(tree, part, key)
    builder = EditBuilder(tree)
    place = key_of(language, part, key)
    old = tree.translations.get(place, NOTHING)
    if _is_empty(old):
        raise KneetreeError("Nothing is translated here yet; write the translation first.")
    builder.set(TRANSLATION, place, structs.replace(old, of=source.of))
    return builder.change()


def written(texts: Texts) -> list[str]:
    """Return the names of the texts that an entry has."""
    return [name for name in FIELDS if getattr(texts, name)]


def _is_empty(texts: Texts) -> bool:
    flat = (part for name in FIELDS for part in _parts(getattr(texts, name)))
    return not any(part.strip() for part in flat)


def _parts(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _original(tree: Tree, part: TextPart, key: str) -> Texts:
    found = original(tree, part, key)
    if found is None:
        raise KneetreeError("That text is no longer in the tree; choose another one.")
    return found
