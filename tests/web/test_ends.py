"""The web page of odd trees in a browser: nothing in a text runs, and a page past its review says so."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from kneetree import edits
from kneetree.exchange.web.page import page
from kneetree.model.tree import Tree
from tests.trees import small
from tests.web.browser import in_browser
from tests.web.test_made import EVIL, evil

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def ends(folder: Path, *visits: tuple[Tree, str]) -> list[dict[str, Any]]:
    """What is there at the end of the page of each tree on a day."""
    given = []
    for number, (tree, day) in enumerate(visits):
        name = f"page{number}.html"
        (folder / name).write_bytes(page([tree], datetime.date(2026, 1, 1)))
        given.append({"name": name, "day": day})
    found: list[dict[str, Any]] = in_browser("ends.mjs", folder, given)
    return found


def test_what_looks_like_markup_is_read_as_text(tmp_path: Path) -> None:
    (end,) = ends(tmp_path, (evil(), "2026-11-28"))
    assert end["troubles"] == []
    assert (end["scripts"], end["pictures"]) == (2, 0)
    shown = EVIL.partition("\u2028")[0].strip()
    assert shown in end["question"]
    assert shown in end["result"]


def test_a_page_past_its_review_says_that_it_is_out_of_date(tmp_path: Path) -> None:
    tree = small()
    tree.apply(edits.sign_off(tree, "A. Doctor", "GP", "2025-11-28", "2026-11-28"))
    fresh, old = ends(tmp_path, (tree, "2026-11-28"), (tree, "2026-11-29"))
    assert fresh["review"] == fresh["start"]
    assert "Reviewed by A. Doctor, GP, on 2025-11-28. Next review: 2026-11-28." in fresh["review"]
    assert "out of date" not in fresh["review"]
    assert old["start"].startswith("This page is out of date.")
    assert "The review that was due on 2026-11-28 has not been recorded." in old["start"]
    assert old["review"] == old["start"]
