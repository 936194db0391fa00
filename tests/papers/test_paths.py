"""Every path that a document mentions is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_PATH = re.compile(r"(?:\.?[\w-]+/)+[\w.*-]*|[\w-]+\.(?:md|py|toml|spec|qss)")
_FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}
ELSEWHERE = {"kneetree/resources", "kneetree/1", "kneetree/2"}
"""Where the resources lie in an installed package, and names of formats."""


def mentioned(paper: Path) -> Iterator[tuple[str, Path]]:
    """The paths in a document's code spans and links, each with the place where it must be."""
    text = re.sub(r"```.*?```", "", paper.read_text("utf-8"), flags=re.DOTALL)
    for link in _LINK.findall(text):
        if "://" not in link and not link.startswith("mailto:"):
            yield link, paper.parent / link
    for code in _CODE.findall(text):
        if (
            code not in ELSEWHERE
            and not code.startswith(".venv/")
            and _PATH.fullmatch(code)
            and (code.split("/")[0] in _FOLDERS or "/" not in code)
        ):
            yield code, ROOT / code


def there(place: Path) -> bool:
    if place.exists() or any(place.parent.glob(place.name)):
        return True
    # A bare name such as ``accessible.py`` may lie anywhere in the package.
    return place.parent == ROOT and any((ROOT / folder).rglob(place.name) for folder in ("kneetree", "docs", "tests"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_every_path_that_a_document_mentions_is_there(paper: Path) -> None:
    assert [name for name, place in mentioned(paper) if not there(place)] == []


def test_paths_are_found_in_the_documents() -> None:
    found = {name for paper in PAPERS for name, _ in mentioned(paper)}
    assert len(found) > 60
    assert "kneetree/model/change.py" in found
    assert not there(ROOT / "kneetree" / "no_such_module.py")


@pytest.mark.parametrize("folder", ["kneetree", "kneetree/ui", "kneetree/ui/editor"])
def test_the_design_names_every_package_and_module_of_the_upper_floors(folder: str) -> None:
    text = (ROOT / "docs" / "design.md").read_text("utf-8")
    parts = [path for path in (ROOT / folder).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    names = [f"`{folder}/{path.name}{'' if path.suffix else '/'}`" for path in parts if path.name != "__init__.py"]
    assert [name for name in names if name not in text] == []
