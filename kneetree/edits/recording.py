"""Edits that record what people did with a tree: a walk as a case, and a review."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.settling import set_value
from kneetree.errors import KneetreeError
from kneetree.files.review import content_hash
from kneetree.model.change import Change
from kneetree.model.knowledge import Answers
from kneetree.model.tree import Case, Expect, Leaf, Review, Tree


def record_walk(
    tree: Tree,
    answers: Answers,
    leaves: Sequence[str],
    *,
    case_id: str = "",
    story: str = "",
    source: str = "",
) -> Change:
    """Record the answers of a finished walk as a new case that expects the result of that walk.

    ``answers`` holds findings and the numbers of scales.  ``leaves`` are those reached, the most urgent first.  In the
    case, a finding that is not in ``answers`` has its usual value, and a number that is not there is *not sure*.
    Raises ``KneetreeError`` if a number is outside the present bounds of its scale.
    """
    reached = [tree.leaf(node_id) for node_id in leaves]
    if not reached:
        raise KneetreeError("This walk has no result yet; answer on until it has, then record it.")
    builder = EditBuilder(tree)
    key = case_id.strip() or builder.new_id("case", "recorded", "recorded")
    if key in tree.cases:
        raise KneetreeError("There is a case {key!r} already; choose another id.", key=key)
    set_value(builder, "case", key, _case(tree, key, answers, reached, story, source))
    return builder.change()


def _case(tree: Tree, key: str, answers: Answers, reached: list[Leaf], story: str, source: str) -> Case:
    urgency = max((leaf.urgency for leaf in reached), key=lambda level: level.rank)
    return Case(
        id=key,
        story=story,
        findings={
            fact: value if value is None else bool(value) for fact, value in answers.items() if fact not in tree.scales
        },
        expect=Expect(
            conditions=tuple(dict.fromkeys(leaf.condition for leaf in reached)),
            urgency=(urgency,),
            best_urgency=urgency,
        ),
        source=source,
        extra={fact: int(value) for fact, value in answers.items() if fact in tree.scales and value is not None},
    )


def why_not_sign(by: str, role: str, on: str, next_on: str) -> str | None:
    """Return why a review cannot be recorded like this, or ``None`` if it can."""
    if not by.strip():
        return "Write the reviewer's name."
    if not role.strip():
        return "Write the reviewer's role, such as: general practitioner."
    try:
        first, following = datetime.date.fromisoformat(on), datetime.date.fromisoformat(next_on)
    except ValueError:
        return "Write both dates as year, month, day, like 2026-11-24."
    if following <= first:
        return "The next review must be later than this one."
    return None


def sign_off(tree: Tree, by: str, role: str, on: str, next_on: str) -> Change:
    """Record a review of the content as it is now; ``on`` and ``next_on`` are ISO dates."""
    reason = why_not_sign(by, role, on, next_on)
    if reason:
        raise KneetreeError(reason)
    builder = EditBuilder(tree)
    builder.set("review", "", Review(by.strip(), role.strip(), on, next_on, content_hash(tree)))
    return builder.change()


def withdraw_review(tree: Tree) -> Change:
    """Remove the review, so that the tree is a draft again."""
    builder = EditBuilder(tree)
    builder.set("review", "", None)
    return builder.change()
