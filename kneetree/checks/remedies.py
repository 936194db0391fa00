"""Quick fixes: for a problem with one certain remedy, the change that mends it.

A remedy is offered only if every author would choose it; if there is a choice to make, there is none.  This module
knows problems and edits, and never applies anything.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, structs

from kneetree import edits
from kneetree.checks import Problem, library
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.scales import threshold_of
from kneetree.model.tree import About, Tree

FIELDS = {
    "same_text_twice": "text", "unknown_condition": "condition", "unknown_finding": "counts",
    "unknown_picture": "picture", "decision_lacks": "counts", "no_safety_net": "get_help_if",
    "no_emergency_warning": "get_help_if", "unknown_warning": "get_help_if", "no_advice": "do", "unknown_advice": "do",
    "no_reason": "reason", "no_why": "why", "no_source": "sources", "unknown_source": "sources",
    "conditions_twice": "also", "condition_not_chosen": "condition", "urgency_not_chosen": "urgency",
    "double_negative": "text", "negative_question": "text", "no_question_mark": "text",
    "asked_in_two_ways": "text", "list_mixes_reassuring": "lines", "list_mixes_usual": "lines",
    "may_lower": "reassures", "source_not_checked": "checked", "source_outdated": "checked",
    "statement_without_verb": "statement", "warning_capital": "text", "warning_full_stop": "text", "warning_if": "text",
}  # fmt: skip
"""The field in which a problem is mended, of the value that it is in, by the code of the problem."""


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
    return edits.remove_part(tree, _part(problem), problem.key)


def _remove_described(tree: Tree, problem: Problem) -> Change:
    work = ChangeBuilder(tree)
    if problem.key in tree.findings and threshold_of(problem.key, tree.scales):
        work.set("finding", problem.key, None)
    return work.change()


def _add_question_mark(tree: Tree, problem: Problem) -> Change:
    text = tree.parts[_part(problem)][problem.key].text.rstrip()
    return edits.set_part(tree, _part(problem), problem.key, text=text.rstrip(".:;, ") + "?")


def _begin_small(tree: Tree, problem: Problem) -> Change:
    text = tree.warnings[problem.key].text.strip()
    return edits.set_part(tree, "warning", problem.key, text=text[:1].lower() + text[1:])


def _take_full_stop(tree: Tree, problem: Problem) -> Change:
    text = tree.warnings[problem.key].text.strip()
    return edits.set_part(tree, "warning", problem.key, text=text.rstrip(".! "))


def _use_first(tree: Tree, problem: Problem) -> Change:
    """Put the first of several entries with exactly the same words in the place of this one.

    There is no remedy for findings and questions, since these also count as different facts.
    """
    if problem.part not in ("advice", "warning"):
        return Change()
    entries = tree.parts[problem.part]
    words = library.essence(entries[problem.key].text)
    first = next(key for key, entry in entries.items() if library.essence(entry.text) == words)
    if first == problem.key:
        return Change()
    return edits.replace_entry(tree, problem.part, problem.key, first, remove=True)


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
        left = tuple(node for node in region.nodes if node in tree.nodes)
        work.set("region", problem.key, structs.replace(region, nodes=left))
    return work.change()


def _part(problem: Problem) -> PartName:
    if problem.part == "tree":
        raise KeyError(problem.part)
    return problem.part


_REMEDIES: dict[str, Callable[[Tree, Problem], Change]] = {
    "unreachable": _delete_lost,
    "unused": _remove_unused,
    "described_threshold": _remove_described,
    "no_question_mark": _add_question_mark,
    "warning_capital": _begin_small,
    "warning_full_stop": _take_full_stop,
    "same_wording": _use_first,
    "conditions_twice": _name_each_once,
    "drawn_but_not_there": _forget_drawing,
}
KINDS = tuple(_REMEDIES)
"""The codes of the problems that can have a remedy."""


_WORDS_OF = {"finding": "statement", "condition": "name", "source": "citation"}
"""The field that holds the words of an entry, if it is not its text."""


def _first_gap(tree: Tree) -> str:
    about = tree.about or About()
    return next((name for name in ("intended_use", "not_for", "emergency") if not getattr(about, name).strip()), "")


def field_of(tree: Tree, problem: Problem) -> str:
    """Return the field in which a problem is mended, or an empty text if it is not a field of that value."""
    field = FIELDS.get(problem.code, "")
    if problem.code == "not_written":
        field = _WORDS_OF.get(problem.part, "text")
    elif problem.code == "no_purpose":
        return _first_gap(tree)
    key = problem.node or problem.key
    value = tree.parts.get("node" if problem.node else problem.part, {}).get(key)
    return field if field in getattr(value, "__struct_fields__", ()) else ""
