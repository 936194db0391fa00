"""Dictionaries that remember what they held before they were altered, so that a step can be taken back exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
Altered = dict[Any, tuple[Any, Any]]
"""The value before and after by key; ``None`` where there was none, or is none any more."""


class Recorded(dict[Key, Value], Generic[Key, Value]):
    """A dictionary whose items are set and taken one by one; from ``begin`` to ``end`` it keeps what was before."""

    def __init__(self, values: Mapping[Key, Value] | Iterable[tuple[Key, Value]] = ()) -> None:
        super().__init__(values)
        self._before: dict[Key, Value | None] | None = None

    def __setitem__(self, key: Key, value: Value) -> None:
        self._keep(key)
        super().__setitem__(key, value)

    def __delitem__(self, key: Key) -> None:
        self._keep(key)
        super().__delitem__(key)

    def pop(self, key: Key, *default: Any) -> Any:
        """Take an item away and return its value."""
        self._keep(key)
        return super().pop(key, *default)

    def begin(self) -> None:
        """Keep from now on what is altered, unless that is being done already."""
        if self._before is None:
            self._before = {}

    def end(self) -> Altered:
        """Keep nothing any more; return what is another than at ``begin``."""
        before, self._before = self._before or {}, None
        return {key: (old, self.get(key)) for key, old in before.items() if old is not self.get(key)}

    def put(self, altered: Altered, *, forth: bool) -> None:
        """Put what was altered as it was before, or with ``forth`` as it was afterwards."""
        for key, (before, after) in altered.items():
            value = after if forth else before
            if value is None:
                self.pop(key, None)
            else:
                self[key] = value

    def _keep(self, key: Key) -> None:
        if self._before is not None and key not in self._before:
            self._before[key] = self.get(key)
