"""Read a threshold that an author has typed, such as "age 60", and give an example of one that can be typed.

What is offered, what a hint shows and what is understood are kept together here, so that they agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kneetree import words
from kneetree.edits import some_number
from kneetree.model.scales import TIMES, Threshold, Time, days, statement, threshold
from kneetree.model.tree import Scale, Tree

_TYPED = re.compile(r"(\D*?)[\s_>=\u2265]*(\d{1,9})(\D*)", re.DOTALL)


def typed_limit(tree: Tree, text: str) -> Threshold | None:
    """Return the number of a scale that a text means, whether the scale has it or not; ``None`` if it means none.

    It may be the words of the threshold, a name of the number with the number behind it, or an id.
    """
    typed = " ".join(text.split())
    limit = threshold(typed)
    if limit is not None and limit.scale in tree.scales:
        return limit
    for key, scale in tree.scales.items():
        for number in _stated(typed, scale, tree.language):
            return Threshold(key, number)
    found = _TYPED.fullmatch(typed)
    if found is None:
        return None
    wanted, tail = found.group(1).strip().casefold(), found.group(3).strip().casefold()
    for key, scale in tree.scales.items():
        if wanted in _names(key, scale):
            return Threshold(key, _in_unit(scale, int(found.group(2)), tail, tree.language))
    return None


def example(tree: Tree, used: list[str]) -> str:
    """Return the words of a threshold as they can be typed: one that is ``used`` if there is one, else any.

    The text is empty in a tree that asks for no number.
    """
    found = [*used, *unused_limits(tree, used)]
    return tree.statement(found[0]) if found else ""


def unused_limits(tree: Tree, used: list[str]) -> list[str]:
    """Return a threshold of each number of which none is ``used``, so that something can be chosen of each."""
    has = {limit.scale for key in used if (limit := threshold(key)) is not None}
    return [
        some_number(scale, key)
        for key, scale in tree.scales.items()
        if key not in has and max(scale.least, 0) < scale.most
    ]


def _stated(typed: str, scale: Scale, language: str) -> Iterator[int]:
    """Yield the number if a text is the words of its threshold, a time in any unit."""
    for digits in re.findall(r"\d{1,9}", typed):
        said = [Time(int(digits), unit) for unit in TIMES] if scale.unit == "days" else [int(digits)]
        for number in said:
            if " ".join(statement(scale, number, True, language).split()).casefold() == typed.casefold():
                yield int(number)


def _in_unit(scale: Scale, number: int, tail: str, language: str) -> int:
    """Return a number in the unit of its scale: the word behind it may name another unit of time."""
    if scale.unit == "days" and tail:
        for unit in TIMES:
            said = words.count(language, f"unit.{unit}", number).casefold().partition(" ")[2]
            if tail.split()[0] in (said, unit, unit.removesuffix("s")):
                return days(number, unit)
    return number


def _names(key: str, scale: Scale) -> set[str]:
    """Return the words before a number by which somebody may mean a scale."""
    told = (
        key, key.replace("_", " "), f"{key}_at_least", scale.unit, scale.topic.value, scale.text,
        scale.text.strip(" \u00bf?"), scale.at_least.partition("{n}")[0],
    )  # fmt: skip
    return {word.strip().casefold() for word in told if word.strip()}
