"""Where the files are that ship with the program: in a wheel, an editable install or a bundle."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
"""Not ``importlib.resources``: importing it takes 5 ms of the 100 ms that an empty window takes."""
SHIPPED_TREE = PACKAGE / "tree.json"
SCHEMA = PACKAGE / "tree.schema.json"


def root() -> Path:
    """Return the folder ``resources``; it is in the package when installed, beside it in a checkout."""
    inside = PACKAGE / "resources"
    return inside if inside.is_dir() else PACKAGE.parent / "resources"


def examples() -> list[Path]:
    """Return the tree files of the examples, in the order of their names."""
    return sorted((root() / "examples").glob("*.kneetree.json"))


def is_shipped(path: Path) -> bool:
    """Return whether a file came with the program, so that it is only ever opened as a copy."""
    try:
        whole = path.resolve()
        return whole == SHIPPED_TREE.resolve() or whole.parent == (root() / "examples").resolve()
    except (OSError, RuntimeError):  # links that lead round in a circle
        return False


def unless_first(path: Path | None) -> Path | None:
    """Return ``path``, or ``None`` if it is the tree that the program begins with."""
    return None if path == SHIPPED_TREE else path


def picture(name: str) -> Path | None:
    """Return the file of the picture that a question names, or ``None`` if there is none of that name."""
    return next((path for path in (root() / "pictures").glob("*.svg") if path.stem == name), None)


def picture_names() -> frozenset[str]:
    """Return the names that a question may give as its ``picture``."""
    return frozenset(path.stem for path in (root() / "pictures").glob("*.svg"))
