"""Find what is wrong with a tree: structure, content, wording, and the languages beside it.

Each problem has a code (``CODES``), a level, a place and a sentence that says what to do.  Time is linear in the tree,
except for what the solver decides (``takeable_steps``).
Whether safety rules hold and how cases come out is decided in ``kneetree.proof`` and ``kneetree.analysis``.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from msgspec import structs

from kneetree import shipped
from kneetree.checks import (
    calques,
    completeness,
    facts,
    library,
    reaching,
    references,
    rules,
    statements,
    structure,
    wording,
)
from kneetree.checks.codes import CODES, Code, Level, Place, Problem, problem
from kneetree.errors import KneetreeError
from kneetree.files import beside, translation
from kneetree.model.translations import languages_of
from kneetree.model.tree import Tree
from kneetree.proof.strength import Strength
from kneetree.words.sentences import sentence

__all__ = [
    "CODES",
    "Code",
    "Level",
    "Problem",
    "check",
    "check_languages",
    "check_steps",
    "check_translations",
    "first_error",
    "needless_conditions",
    "not_decided",
    "takeable_steps",
]


def check(tree: Tree, pictures: Collection[str] = (), today: datetime.date | None = None) -> list[Problem]:
    """Return all problems of a tree, errors first, otherwise in the order in which they were found.

    ``pictures`` are the names that a question may give; ``today`` is the day by which the age of sources is measured.
    """
    found = [one for one in check_steps(tree, pictures, today) if one is not None]
    return sorted(found, key=lambda one: one.level != "error")


def check_steps(
    tree: Tree, pictures: Collection[str] = (), today: datetime.date | None = None, *, takeable_too: bool = True
) -> Iterator[Problem | None]:
    """Yield the same problems one by one, with a ``None`` now and then, so that a window can work between them.

    What only the solver can tell can take seconds.  With ``takeable_too`` false it is left out, for a caller that runs
    ``takeable_steps`` only when the questions have changed.
    """
    yield from structure.reachability(tree)
    yield from structure.same_text_twice(tree)
    yield None
    yield from completeness.purpose(tree)
    yield from completeness.sources(tree, today or datetime.date.today())
    yield from _content(tree, pictures)
    yield None
    yield from _library(tree)
    yield from wording.wording(tree)
    yield from calques.calques(tree)
    yield from rules.without_direction(tree)  # last, since a new tree has as many as it has findings
    if takeable_too:
        yield from takeable_steps(tree)


def _content(tree: Tree, pictures: Collection[str]) -> Iterator[Problem | None]:
    yield from references.library(tree, pictures)
    yield from references.nodes(tree)
    yield from completeness.leaves(tree)
    yield None
    yield from completeness.questions(tree)
    yield from references.rules(tree)
    yield from rules.hidden_exemptions(tree)
    yield from references.cases(tree)
    yield from references.drawing(tree)


def _library(tree: Tree) -> Iterator[Problem | None]:
    yield from library.unused(tree)
    yield None
    yield from library.not_written(tree)
    yield from library.described_thresholds(tree)
    yield None
    yield from library.same_wording(tree)
    yield from facts.lists(tree)
    yield from facts.asked_in_two_ways(tree)
    yield from facts.asked_with_and_without_not_sure(tree)
    yield None
    yield from statements.statements(tree)
    yield from statements.thresholds(tree)
    yield from statements.warnings(tree)


def takeable_steps(tree: Tree) -> Iterator[Problem | None]:
    """Yield what only the solver can tell: leaves that nobody reaches, and decisions that can lack a fact.

    There is a ``None`` now and then, so that a window can work between them.
    """
    yield from reaching.decisions_lacking(tree)
    yield from reaching.nobody_reaches(tree)


def needless_conditions(tree: Tree, strengths: Iterable[Strength]) -> list[Problem]:
    """Return a problem for each rule that has conditions without which it holds as well, going by ``strengths``.

    It is not among the problems that ``check`` returns, since it takes seconds to tell how strong rules are.
    """
    return list(rules.needless_conditions(tree, strengths))


def not_decided(sentence: str) -> Problem:
    """Return the problem that something about the whole tree could not be decided; ``sentence`` says what."""
    return problem("not_decided", sentence, part="tree")


def first_error(tree: Tree) -> Problem | None:
    """Return an error that keeps a walk from starting, or ``None``.

    A decision that can lack a fact is not looked for: that takes the solver, and the fact counts as not sure, so that
    the result is never less urgent.
    """
    found = (
        *structure.reachability(tree),
        *_content(tree, shipped.picture_names()),
        *library.not_written(tree),
    )
    return next((one for one in found if one is not None and one.level == "error"), None)


def check_languages(tree: Tree, path: Path) -> list[Problem]:
    """Return what is missing, stale or badly worded in the language files beside the tree file ``path``."""
    found: list[Problem] = []
    for name, file in translation.languages(path).items():
        found += _in_file(tree, name, file)
    return sorted(found, key=lambda one: one.level != "error")


def check_translations(tree: Tree, path: Path | None, taken_out: Collection[str] = ()) -> list[Problem]:
    """Return the same of the languages that ``tree`` holds; of files beside ``path`` only those that it does not.

    Those of languages that were ``taken_out`` go when the tree is saved, and nothing is wrong with them any more.
    """
    found: list[Problem] = []
    stem = path.stem if path is not None else "tree"
    for code in languages_of(tree):
        language = beside.language_of(tree, code)
        if language is not None:
            found += _in_language(tree, language, f"{stem}.{code}.json")
    for name, file in translation.languages(path).items() if path is not None else ():
        if name not in languages_of(tree) and name not in taken_out:
            found += _in_file(tree, name, file)
    return sorted(found, key=lambda one: one.level != "error")


def _in_file(tree: Tree, name: str, file: Path) -> list[Problem]:
    try:
        return _in_language(tree, translation.read(file), file.name)
    except KneetreeError as error:
        return [problem("translation_unreadable", error.sentence, part="language", key=name, language=name)]


def _in_language(tree: Tree, language: translation.Language, file: str) -> list[Problem]:
    """Return what is wrong with a language, which lies in ``file``."""
    found: list[Problem] = []
    name = language.language
    silence = translation.why_not_spoken(name)
    if silence is not None:
        found.append(problem("translation_unreadable", silence, part="language", key=name, language=name))
    for gap in translation.gaps(tree, language):
        part, means = sentence(gap.part), sentence(CODES[gap.fault].means)
        named = sentence("{part} {key!r}" if gap.key else "the texts of {part!r}", part=part, key=gap.key)
        wish = 'Translate {named} again in {file}, with "of": "{of}".' if gap.of else "Delete {named} in {file}."
        wished = sentence(wish, named=named, file=file, of=gap.of)
        message = sentence("{means} {wish}", means=means, wish=wished)
        node = gap.key if gap.part == "node" and gap.key in tree.nodes else None
        found.append(problem(gap.fault, message, node, gap.part, gap.key, language=name))
    return found + _said_in(tree, language)


def _said_in(tree: Tree, language: translation.Language) -> list[Problem]:
    """Return what is wrong with the wording of a language, if it can be used at all."""
    try:
        translated = translation.translate(tree, language)
    except KneetreeError:
        return []  # why it cannot be used is told as a problem already
    said = (statements.statements, statements.thresholds, statements.warnings)
    found = [one for check_of in said for one in check_of(translated)]
    found += [one for one in calques.calques(translated) if one is not None]
    mine, theirs = _texts(tree), _texts(translated)
    fallen_back = {place for place, texts in mine.items() if theirs[place] == texts}
    return [structs.replace(one, language=language.language) for one in found if (one.part, one.key) not in fallen_back]


def _texts(tree: Tree) -> dict[tuple[Place, str], translation.Texts]:
    return {(part, key): texts for part, key, texts in translation.originals(tree)}
