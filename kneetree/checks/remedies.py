"""Quick fixes: for a problem with one certain remedy, the change that mends it.

A remedy is offered only if every author would choose it; if there is a choice to make, there is none.  This module
knows problems and edits, and never applies anything.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, structs

from kneetree import edits
from kneetree.checks import Problem
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import Question, Tree

FIELDS = {
    "same_text_twice": "text", "unknown_condition": "condition", "unknown_source": "sources",
    "unknown_picture": "picture", "finding_without_meaning": "finding", "no_safety_net": "get_help_if",
    "no_advice": "do", "no_reason": "reason", "no_why": "why", "no_source": "sources", "conditions_twice": "also",
    "too_many_conditions": "also", "double_negative": "text", "negative_question": "text", "no_question_mark": "text",
}  # fmt: skip
"""The field of the node that a problem's code is about, if it is about one."""


class Remedy(Struct, frozen=True):
    """A change that mends a problem; ``kind`` and ``key`` say in ids what it does to what."""

    kind: str
    key: str
    change: Change


def remedy(tree: Tree, problem: Problem) -> Remedy | None:
    """Return the one certain remedy, or ``None`` if there is none or it no longer fits."""
    make = _REMEDIES.get(problem.code)
    if make is None:
        return None
    try:
        change = make(tree, problem)
    except (KneetreeError, KeyError):
        return None
    return Remedy(problem.code, problem.node or problem.key, change) if change else None


def _delete_lost(tree: Tree, problem: Problem) -> Change:
    return edits.delete_subtree(tree, problem.key)


def _remove_unused(tree: Tree, problem: Problem) -> Change:
    if problem.part == "tree":
        return Change()
    return edits.remove_part(tree, problem.part, problem.key)


def _add_question_mark(tree: Tree, problem: Problem) -> Change:
    text = tree.question(problem.key).text.rstrip()
    return edits.set_fields(tree, problem.key, text=text.rstrip(".:;, ") + "?")


def _name_each_once(tree: Tree, problem: Problem) -> Change:
    leaf = tree.leaf(problem.key)
    also = tuple(dict.fromkeys(condition for condition in leaf.also if condition != leaf.condition))
    return edits.set_fields(tree, problem.key, also=also)


def _forget_drawing(tree: Tree, problem: Problem) -> Change:
    work = ChangeBuilder(tree)
    if problem.part == "layout":
        work.set("layout", problem.key, None)
    else:
        region = tree.regions[problem.key]
        work.set(
            "region", problem.key, structs.replace(region, nodes=tuple(n for n in region.nodes if n in tree.nodes))
        )
    return work.change()


_REMEDIES: dict[str, Callable[[Tree, Problem], Change]] = {
    "unreachable": _delete_lost,
    "unused": _remove_unused,
    "no_question_mark": _add_question_mark,
    "conditions_twice": _name_each_once,
    "drawn_but_not_there": _forget_drawing,
}


def field_of(tree: Tree, problem: Problem) -> str:
    """Return the field in which a problem of a node is mended, or an empty text."""
    field = FIELDS.get(problem.code, "")
    node = tree.nodes.get(problem.node or "")
    if field == "finding" and isinstance(node, Question) and node.items:
        return "items"
    return field
