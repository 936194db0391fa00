"""A review holds as long as the content is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest

from kneetree.files import review, tree_files
from kneetree.files.review import ReviewState
from kneetree.model.tree import Finding, Region, Review, Tree
from tests import trees


def many() -> Tree:
    """More entries than are encoded in one piece, with ids that are not in sorted order."""
    names = [f"{'zaéZ_'[number % 5]}{number * 7919 % 1201}" for number in range(1201)]
    tree = trees.small()
    for name in names:
        tree.findings[name] = Finding(f"It is {name}")
    return tree


@pytest.mark.parametrize("make", [trees.small, many])
def test_the_hash_is_that_of_sorted_json_without_spaces(make: Callable[[], Tree]) -> None:
    tree = make()
    content = json.loads(tree_files.encode_tree(tree))
    for key in ("review", "cases", "layout", "regions"):
        content.pop(key, None)
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert review.content_hash(tree) == hashlib.sha256(canonical.encode()).hexdigest()


def test_any_edit_of_the_content_ends_a_review_and_drawing_does_not() -> None:
    tree = trees.small()
    assert review.review_state(tree) is ReviewState.DRAFT
    tree.review = Review("A. Doctor", "GP", "2026-11-24", "2027-11-24", review.content_hash(tree))
    assert review.review_state(tree) is ReviewState.REVIEWED
    tree.layout["calf"] = (1, 2)
    tree.regions["r"] = Region("R", nodes=("calf",))
    assert review.review_state(tree) is ReviewState.REVIEWED
    tree.title = "Another"
    assert review.review_state(tree) is ReviewState.CHANGED
