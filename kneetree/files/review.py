"""Whether a clinician has reviewed a tree, and whether it is still what was reviewed.

A review is bound to the content by a hash.  The hash covers the whole file except the review itself, the cases and
what only concerns the drawing (``layout``, ``regions``), written as UTF-8 JSON with sorted keys and no spaces, so that
anybody can compute it with a few lines of any language.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from kneetree.files.encoding import content_of
from kneetree.model.tree import Tree

_NOT_HASHED = ("review", "cases", "layout", "regions")
_AT_ONCE = 500
"""How many entries are encoded in one call.  With all 25,000 questions in one, which no other thread can interrupt, the
window stood still for 50 ms."""


class ReviewState(StrEnum):
    """The state of a review: a draft was never reviewed; a changed tree was, but has been altered since."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    CHANGED = "changed"


def content_hash(tree: Tree) -> str:
    """Return the SHA-256 of the content in canonical form, as 64 hexadecimal digits."""
    content = {key: value for key, value in content_of(tree).items() if key not in _NOT_HASHED}
    found = hashlib.sha256()
    for piece in _canonical(content):
        found.update(piece)
    return found.hexdigest()


def _canonical(content: dict[str, Any]) -> Iterator[bytes]:
    """Yield the canonical form in pieces, none of which takes long."""
    before = b"{"
    for key in sorted(content):
        yield before + _encoded(key) + b":"
        value = content[key]
        if isinstance(value, dict) and len(value) > _AT_ONCE:
            names, before = sorted(value), b"{"
            for start in range(0, len(names), _AT_ONCE):
                yield before + _encoded({name: value[name] for name in names[start : start + _AT_ONCE]})[1:-1]
                before = b","
            yield b"}"
        else:
            yield _encoded(value)
        before = b","
    yield b"}"


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value, order="sorted")


def review_state(tree: Tree) -> ReviewState:
    """Return the state of the review as it is now; this reads the whole content once if there is a review."""
    if tree.review is None:
        return ReviewState.DRAFT
    return ReviewState.REVIEWED if tree.review.sha256 == content_hash(tree) else ReviewState.CHANGED


def is_past(day: str, today: datetime.date) -> bool:
    """Return whether a day, as YYYY-MM-DD, is before ``today``; a text that is not a day never is."""
    try:
        return datetime.date.fromisoformat(day) < today
    except ValueError:
        return False
