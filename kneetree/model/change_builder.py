"""``ChangeBuilder``: collects the parts of a change against a tree, and compares two trees part by part."""

from __future__ import annotations

from typing import Any

from kneetree.model.change import KEYED_PARTS, SINGLE_PARTS, Change, PartChange, PartName
from kneetree.model.tree import Tree


class ChangeBuilder:
    """Collects part changes against a tree; the usual way for an edit to make its ``Change``.

    Setting the same part twice keeps the first *before* and the last *after*; a part set back to
    what it was drops out.  Nothing is applied to the tree.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._after: dict[tuple[PartName, str], Any] = {}
        self._at: dict[tuple[PartName, str], int] = {}

    def get(self, part: PartName, key: str = "") -> Any:
        """The value as it will be after the changes collected so far, or ``None``."""
        if (part, key) in self._after:
            return self._after[part, key]
        return self._before(part, key)

    def set(self, part: PartName, key: str, value: Any, at: int | None = None) -> None:
        """Give a part a value (``None`` takes it away); ``at`` is a new id's place, last if left out."""
        self._after[part, key] = value
        if at is not None:
            self._at[part, key] = at

    def change(self) -> Change:
        """What was collected: new parts first, then altered ones, then those that go."""
        come, alter, go = [], [], []
        places = {name: list(values) for name, values in self._tree.parts.items()}
        for (part, key), after in self._after.items():
            before = self._before(part, key)
            if before == after:
                continue
            if part in SINGLE_PARTS or (before is not None and after is not None):
                alter.append(PartChange(part, key, before, after))
            elif before is None:
                at = self._at.get((part, key), len(places[part]))
                places[part].insert(at, key)
                come.append(PartChange(part, key, None, after, at))
            else:
                go.append((part, key, before))
        # From the last to the first, so that each place is still the one in the whole mapping.
        index = {part: {key: at for at, key in enumerate(places[part])} for part in {part for part, _, _ in go}}
        go.sort(key=lambda entry: (entry[0], -index[entry[0]][entry[1]]))
        gone = [PartChange(part, key, before, None, index[part][key]) for part, key, before in go]
        return Change((*come, *alter, *gone))

    def _before(self, part: PartName, key: str) -> Any:
        if part in SINGLE_PARTS:
            return getattr(self._tree, part)
        return self._tree.parts[part].get(key)


def between(old: Tree, new: Tree) -> Change:
    """The change that makes ``new`` of ``old``, order of ids aside for those that both have."""
    builder = ChangeBuilder(old)
    for single in SINGLE_PARTS:
        builder.set(single, "", getattr(new, single))
    for keyed in KEYED_PARTS:
        mine, theirs = old.parts[keyed], new.parts[keyed]
        for key in mine.keys() - theirs.keys():
            builder.set(keyed, key, None)
        for at, (key, value) in enumerate(theirs.items()):
            builder.set(keyed, key, value, None if key in mine else at)
    return builder.change()
