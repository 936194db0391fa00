"""Every picture of the papers is there and is shown somewhere, and the one that moves does so calmly and is small."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from tests.papers.papers import NUMBERS, PAPERS, ROOT
from tests.papers.png import chunks

FOLDER = ROOT / "resources" / "screenshots"
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_MOST_BYTES = 1_000_000
_LEAST_SECONDS = 2.0


def shown() -> dict[Path, set[str]]:
    """Return each picture that a paper shows, with what is said of it for those who do not see it."""
    found: dict[Path, set[str]] = {}
    for paper in PAPERS:
        for words, name in _PICTURE.findall(paper.read_text("utf-8")):
            found.setdefault((paper.parent / name).resolve(), set()).add(words)
    return found


def test_each_picture_is_there_and_is_shown_and_said() -> None:
    pictures = shown()
    assert len(pictures) > 8
    assert [path.name for path in pictures if not path.is_file()] == []
    assert set(FOLDER.iterdir()) == set(pictures)
    assert [path.name for path, words in pictures.items() if not all(words)] == []


def test_the_walk_of_the_readme_moves_calmly_ends_by_itself_and_is_small() -> None:
    walk = FOLDER / "walk.png"
    assert "resources/screenshots/walk.png" in (ROOT / "README.md").read_text("utf-8").partition("\n## ")[0]
    assert walk.stat().st_size < _MOST_BYTES
    parts = chunks(walk.read_bytes())
    pages, times = struct.unpack(">II", next(data for name, data in parts if name == b"acTL"))
    delays = [struct.unpack_from(">HH", data, 20) for name, data in parts if name == b"fcTL"]
    assert 6 <= pages == len(delays)
    assert 1 <= times <= 3
    assert all(top / bottom >= _LEAST_SECONDS for top, bottom in delays)


def test_the_words_beside_the_walk_count_its_questions() -> None:
    parts = chunks((FOLDER / "walk.png").read_bytes())
    pages = sum(name == b"fcTL" for name, _ in parts)
    (words,) = shown()[FOLDER / "walk.png"]
    assert f"{NUMBERS[pages - 2]} questions" in words, "the first page and the result are no questions"
