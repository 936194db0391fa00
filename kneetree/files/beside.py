"""The language files beside a tree, as the translations that the tree holds while it is edited.

A language file is written only if something in it has changed.  A translation whose original is gone stays in the tree,
so that undo finds it, and is left out when its file is written.  The file of a language that the tree held and no
longer holds is taken away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import structs

from kneetree.errors import KneetreeError
from kneetree.files import translation
from kneetree.files.texts import FORMAT, SECTION, SINGLE, Language
from kneetree.files.translation import texts_of
from kneetree.files.whole_files import read_bytes
from kneetree.model.texts import NOTHING, TextPart, Texts
from kneetree.model.translations import key_of, languages_of, place_of
from kneetree.model.tree import Tree


class Beside(NamedTuple):
    """The languages beside a tree by their code, a sentence for each that is unreadable, and the bytes of all files."""

    languages: dict[str, Language]
    faults: list[str]
    data: dict[Path, bytes]


def read(path: Path) -> Beside:
    """Return what the language files beside the tree file ``path`` hold."""
    found = Beside({}, [], {})
    for name, place in translation.languages(path).items():
        try:
            found.data[place] = read_bytes(place)
            found.languages[name] = translation.decode(found.data[place], place.name)
        except KneetreeError as error:
            found.faults.append(error.sentence)
    return found


def place_of_language(path: Path, code: str) -> Path:
    """Return where the language file for a language lies beside the tree file ``path``."""
    return path.with_name(f"{path.stem}.{code}.json")


def translations(languages: Mapping[str, Language]) -> dict[str, Texts]:
    """Return the texts of language files as a tree holds them."""
    found: dict[str, Texts] = {}
    for code, language in languages.items():
        found[key_of(code, "tree", "")] = language.tree
        for part in (*SINGLE[1:], *SECTION):
            found |= {key_of(code, part, key): texts for key, texts in texts_of(language, part).items()}
    return found


def with_languages(tree: Tree, languages: Mapping[str, Language]) -> Tree:
    """Return a copy of ``tree`` that holds the texts of language files."""
    twin = tree.copy()
    twin.translations = translations(languages)
    return twin


def language_of(tree: Tree, code: str, base: Language | None = None) -> Language | None:
    """Return the file of a language that ``tree`` holds, or ``None`` if it does not hold that language.

    ``base`` is the file as it was read, whose review is kept and whose order of entries too.
    """
    if code not in languages_of(tree):
        return None
    order = {key: place for place, key in enumerate(translations({code: base}))} if base is not None else {}
    held = [(key, place_of(key), texts) for key, texts in tree.translations.items()]
    mine = [row for row in held if row[1].language == code]
    mine.sort(key=lambda row: order.get(row[0], len(order)))
    single: dict[str, Texts] = {}
    sections: dict[TextPart, dict[str, Texts]] = {part: {} for part in SECTION}
    for _, (_, part, key), texts in mine:
        if part in SECTION:
            sections[part][key] = texts
        else:
            single[part] = texts
    fields: dict[str, Any] = {name: single.get(name, NOTHING) for name in SINGLE}
    fields |= {SECTION[part]: held_there for part, held_there in sections.items()}
    made = Language(format=FORMAT, language=code, **fields)
    return made if base is None else structs.replace(made, format=base.format, review=base.review)


def to_write(tree: Tree, read_before: Mapping[str, Language], *, all_of_them: bool = False) -> dict[str, Language]:
    """Return the language files to write, by code: those that differ from what was read, or ``all_of_them``."""
    found: dict[str, Language] = {}
    for code in dict.fromkeys((*read_before, *languages_of(tree))):
        base = read_before.get(code)
        language = language_of(tree, code, base)
        if language is not None and (all_of_them or language != base):
            found[code] = _without_left_over(tree, language)
    return found


def taken_out(
    tree: Tree, read_before: Mapping[str, Language], path: Path | None, there: Collection[Path]
) -> dict[str, Path]:
    """Return the files of languages that were taken out of ``tree`` since they were read or written, by code.

    Of ``there``, the files that we have read or written ourselves: one that somebody else has laid beside ``path``
    meanwhile is never among them.
    """
    if path is None:
        return {}
    gone = (code for code in read_before if code not in languages_of(tree))
    places = {code: place_of_language(path, code) for code in gone}
    return {code: place for code, place in places.items() if place in there}


def without_file(languages: Mapping[str, Language], path: Path, gone: Collection[Path]) -> dict[str, Language]:
    """Return the languages whose files beside ``path`` are ``gone``, so that they are written again if undo needs them.

    They keep their review and the order of their entries.
    """
    return {code: unwritten(held) for code, held in languages.items() if place_of_language(path, code) in gone}


def unwritten(language: Language) -> Language:
    """Return a language that equals no file, since it lacks its code, and so is written at the next save."""
    return structs.replace(language, language="")


def _without_left_over(tree: Tree, language: Language) -> Language:
    gone = {(gap.part, gap.key) for gap in translation.gaps(tree, language) if gap.fault is translation.Fault.LEFT_OVER}
    kept = {
        name: {key: texts for key, texts in texts_of(language, part).items() if (part, key) not in gone}
        for part, name in SECTION.items()
    }
    return structs.replace(language, **kept)
