"""Find what is wrong with a tree: structure, content, wording, and the languages beside it.

Each problem has a code (``CODES``), a level, a place and a sentence that says what to do.  Time is linear in the nodes.
Whether safety rules hold and how cases come out is decided in ``kneetree.proof`` and ``kneetree.analysis``.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from pathlib import Path

from kneetree.checks import impossible_leaves, references, structure, wording
from kneetree.checks.codes import CODES, Code, Level, Problem, problem
from kneetree.errors import KneetreeError
from kneetree.files import translation
from kneetree.model.tree import Tree
from kneetree.proof import safety_rules

__all__ = [
    "CODES",
    "Code",
    "Level",
    "Problem",
    "check",
    "check_languages",
    "check_steps",
    "first_error",
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

    Finding the leaves that nobody reaches is the one search that takes seconds.  With ``takeable_too`` false it is left
    out, for a caller that runs ``takeable_steps`` only when the questions have changed.
    """
    arrays = safety_rules.compiled(tree)
    yield None
    yield from structure.reachability(tree, arrays)
    yield from structure.same_text_twice(tree, arrays)
    yield None
    yield from references.parts(tree, today or datetime.date.today())
    yield from references.nodes(tree, pictures)
    yield from wording.wording(tree)
    if takeable_too:
        yield from impossible_leaves.nobody_reaches(tree, arrays)


def takeable_steps(tree: Tree) -> Iterator[Problem | None]:
    """Yield a problem for each leaf that nobody reaches, and ``None`` after each leaf that was looked at."""
    return impossible_leaves.nobody_reaches(tree, safety_rules.compiled(tree))


def first_error(tree: Tree) -> Problem | None:
    """Return an error that keeps a walk from starting, or ``None``."""
    arrays = safety_rules.compiled(tree)
    for found in (
        *structure.reachability(tree, arrays),
        *references.nodes(tree, ()),
        *references.parts(tree, _LONG_AGO),
    ):
        if found.level == "error":
            return found
    return None


_LONG_AGO = datetime.date(1, 1, 1)


def check_languages(tree: Tree, path: Path) -> list[Problem]:
    """Return what is missing or stale in the language files beside the tree file ``path``."""
    found: list[Problem] = []
    for name, file in translation.languages(path).items():
        try:
            gaps = translation.gaps(tree, translation.read(file))
        except KneetreeError as error:
            found.append(problem("translation_unreadable", str(error), part="language", key=name, language=name))
            continue
        for gap in gaps:
            wish = f"Translate {gap.part} {gap.key!r} again" if gap.of else f"Delete {gap.part} {gap.key!r}"
            stamp = f', with "of": "{gap.of}"' if gap.of else ""
            message = f"{CODES[gap.fault].means} {wish} in {file.name}{stamp}."
            node = gap.key if gap.part == "node" and gap.key in tree.nodes else None
            found.append(problem(gap.fault, message, node, gap.part, gap.key, language=name))
    return sorted(found, key=lambda one: one.level != "error")
