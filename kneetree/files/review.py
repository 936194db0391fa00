"""Whether a clinician has reviewed a tree, and whether it is still what was reviewed.

A review is bound to the content by a hash.  The hash covers the whole file except the review itself, the cases and
what only concerns the drawing (``layout``, ``regions``), written as UTF-8 JSON with sorted keys and no spaces, so that
anybody can compute it with a few lines of any language.
"""

from __future__ import annotations

import datetime
import hashlib
from enum import StrEnum

import msgspec

from kneetree.files.encoding import content_of
from kneetree.model.tree import Tree

_NOT_HASHED = ("review", "cases", "layout", "regions")


class ReviewState(StrEnum):
    """The state of a review: a draft was never reviewed; a changed tree was, but has been altered since."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    CHANGED = "changed"


def content_hash(tree: Tree) -> str:
    """Return the SHA-256 of the content in canonical form, as 64 hexadecimal digits."""
    content = {key: value for key, value in content_of(tree).items() if key not in _NOT_HASHED}
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


def review_state(tree: Tree) -> ReviewState:
    """Return the state of the review as it is now; this reads the whole content once if there is a review."""
    if tree.review is None:
        return ReviewState.DRAFT
    return ReviewState.REVIEWED if tree.review.sha256 == content_hash(tree) else ReviewState.CHANGED


def is_past(day: str, today: datetime.date) -> bool:
    """Return whether a day, as YYYY-MM-DD, is before ``today``; a text that is no day is not."""
    try:
        return datetime.date.fromisoformat(day) < today
    except ValueError:
        return False
