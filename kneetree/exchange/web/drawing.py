"""A drawing in fewer bytes that looks the same: no comments, no line breaks, and paths in steps instead of places.

A step from point to point is a shorter number than a place, and steps repeat.  Whatever is out of the ordinary in a
drawing that an author brought along stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

_COMMENT = re.compile(r"<!--[\s\S]*?-->")
_BETWEEN = re.compile(r">\s*\n\s*<")
_PATH = re.compile(r"(?<=\sd=\")[^\"]*(?=\")")
_PLAIN = re.compile(r"M[MLHVCSQTZ0-9. ,-]*")
_PART = re.compile(r"([MLHVCSQTZ])([^MLHVCSQTZ]*)")
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}


def smaller(svg: str) -> str:
    """Return a drawing that shows the same in fewer bytes."""
    bare = _BETWEEN.sub("><", _COMMENT.sub("", svg)).strip()
    return _PATH.sub(lambda found: _in_steps(found[0]), bare)


def _in_steps(path: str) -> str:
    """Return a path in steps, or as it is if it is more than lines and curves between places."""
    parts = [(letter, _NUMBER.findall(told)) for letter, told in _PART.findall(path)]
    if not _PLAIN.fullmatch(path) or any(len(numbers) % _LENGTHS.get(letter, 99) for letter, numbers in parts):
        return path
    made = "".join(_steps(parts))
    return made if len(made) < len(path) else path


def _steps(parts: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    here = start = (Decimal(0), Decimal(0))
    for letter, told in parts:
        if letter == "Z":
            here = start
            yield "z"
            continue
        numbers = [Decimal(number) for number in told]
        length = _LENGTHS[letter]
        steps = []
        for first in range(0, len(numbers), length):
            places = numbers[first : first + length]
            steps += [number - here[_axis(letter, place)] for place, number in enumerate(places)]
            here = _after(letter, places, here)
            if letter == "M" and not first:
                start = here
        yield letter.lower() + _joined(steps)


def _axis(letter: str, place: int) -> int:
    return 1 if letter == "V" else place % 2


def _after(letter: str, places: list[Decimal], here: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    if letter == "H":
        return places[0], here[1]
    if letter == "V":
        return here[0], places[0]
    return places[-2], places[-1]


def _joined(numbers: list[Decimal]) -> str:
    """Return numbers as a path writes them, with a blank only where one could be read as part of another."""
    told = [_short(number) for number in numbers]
    return "".join(
        text if not place or text.startswith("-") or (text.startswith(".") and "." in told[place - 1]) else f" {text}"
        for place, text in enumerate(told)
    )


def _short(number: Decimal) -> str:
    """Return a number without a zero before its point or after its last digit."""
    text = format(number.normalize() if number else Decimal(0), "f")
    return re.sub(r"^(-?)0(?=\.)", r"\1", text)
