"""A flag that is up only while a block runs, so that an exception never leaves it up.

A widget raises it while the program fills it in, and asks it whether a person or the program has made
a change.  It must not know what it is used for.
"""

from __future__ import annotations

from types import TracebackType


class Flag:
    """True inside its ``with`` block; blocks may be nested."""

    def __init__(self) -> None:
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._depth -= 1
