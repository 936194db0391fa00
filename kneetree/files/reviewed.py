"""Copies of trees as they were when somebody reviewed them, found again by the hash of the review."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import tree_files, whole_files
from kneetree.files.review import ReviewState, content_hash, review_state
from kneetree.model.tree import Tree


def keep(folder: Path, tree: Tree) -> Path | None:
    """Keep a copy of a tree in ``folder`` if it is what was reviewed, and return it; ``None`` if it is not.

    A copy that cannot be written is not there later, which is told then: nothing is lost by it.
    """
    if review_state(tree) is not ReviewState.REVIEWED or tree.review is None:
        return None
    copy = folder / f"{tree.review.sha256}.json"
    if not copy.exists():
        with suppress(FileProblem, OSError):
            folder.mkdir(parents=True, exist_ok=True)
            whole_files.write_bytes(copy, tree_files.encode_tree(tree))
    return copy if copy.exists() else None


def find(sha256: str, folder: Path, others: Iterable[Path] = ()) -> Tree | None:
    """Return the tree whose content has that hash, from ``folder`` or else from ``others``; ``None`` if none has."""
    for path in (folder / f"{sha256}.json", *others):
        try:
            tree = tree_files.read_tree(path).tree
        except KneetreeError:
            continue
        if content_hash(tree) == sha256:
            return tree
    return None
