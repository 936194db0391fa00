"""How changes are made: ``ChangeBuilder`` collects one part by part, and ``between`` compares two trees.

Nothing here alters a tree or knows what an edit means.
"""

from __future__ import annotations

from typing import Any

from kneetree.model.change import KEYED_PARTS, SINGLE_PARTS, TRANSLATION, Change, PartChange, PartName
from kneetree.model.tree import Tree


class ChangeBuilder:
    """A collector of changes to the parts of a tree, from which an edit makes its ``Change``.

    Setting the same part twice keeps the first *before* and the last *after*; a part that is set back to what it was
    drops out.  Nothing is applied to the tree.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._parts = _parts(tree)  # made once: half the time of a large edit went into making it again
        self._after: dict[tuple[PartName, str], Any] = {}
        self._at: dict[tuple[PartName, str], int] = {}

    def get(self, part: PartName, key: str = "") -> Any:
        """Return the value as it will be after the changes collected so far, or ``None`` if there will be none."""
        if (part, key) in self._after:
            return self._after[part, key]
        return self._before(part, key)

    def set(self, part: PartName, key: str, value: Any, at: int | None = None) -> None:
        """Give a part a value, or remove it with ``None``; ``at`` is the index of a new id, last by default."""
        self._after[part, key] = value
        if at is not None:
            self._at[part, key] = at

    def change(self) -> Change:
        """Return what was collected: parts that are added first, then those altered, then those removed."""
        come, alter, go = [], [], []
        places: dict[str, list[str]] = {}

        def ids_of(part: str) -> list[str]:  # an edit of a text needs none of them
            if part not in places:
                places[part] = list(self._parts[part])
            return places[part]

        for (part, key), after in self._after.items():
            before = self._before(part, key)
            if before == after:
                continue
            if part in SINGLE_PARTS or (before is not None and after is not None):
                alter.append(PartChange(part, key, before, after))
            elif before is None:
                at = self._at.get((part, key), len(ids_of(part)))
                ids_of(part).insert(at, key)
                come.append(PartChange(part, key, None, after, at))
            else:
                go.append((part, key, before))
        # Parts are removed from the last to the first, so that each index still holds when its turn comes.
        index = {part: {key: at for at, key in enumerate(ids_of(part))} for part in {part for part, _, _ in go}}
        go.sort(key=lambda entry: (entry[0], -index[entry[0]][entry[1]]))
        gone = [PartChange(part, key, before, None, index[part][key]) for part, key, before in go]
        return Change((*come, *alter, *gone))

    def _before(self, part: PartName, key: str) -> Any:
        if part in SINGLE_PARTS:
            return getattr(self._tree, part)
        return self._parts[part].get(key)


def instead(old: Tree, new: Tree) -> Change:
    """Return the change that puts ``new`` in the place of ``old``, as a whole."""
    return Change(between(old, new).parts, whole=True)


def between(old: Tree, new: Tree) -> Change:
    """Return the change that turns ``old`` into ``new``, except for the order of the ids that both have."""
    builder = ChangeBuilder(old)
    for single in SINGLE_PARTS:
        builder.set(single, "", getattr(new, single))
    mine_all, theirs_all = _parts(old), _parts(new)
    for keyed in (*KEYED_PARTS, TRANSLATION):
        mine, theirs = mine_all[keyed], theirs_all[keyed]
        for key in mine.keys() - theirs.keys():
            builder.set(keyed, key, None)
        for at, (key, value) in enumerate(theirs.items()):
            builder.set(keyed, key, value, None if key in mine else at)
    return builder.change()


def _parts(tree: Tree) -> dict[str, dict[str, Any]]:
    return {**tree.parts, TRANSLATION: tree.translations}
