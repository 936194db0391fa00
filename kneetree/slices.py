"""Work that is done in slices: a generator that yields between them and returns what it has found."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

_Found = TypeVar("_Found")


def result_of(work: Generator[object, None, _Found]) -> _Found:
    """Return what ``work`` returns at its end, without a rest between its slices; what it yields is dropped."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: _Found = end.value
            return found
