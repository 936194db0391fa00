"""Find what is not written yet or too old: purpose, sources, reasons, and what a result has to say for safety."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kneetree import edits
from kneetree.checks.codes import Place, Problem, problem
from kneetree.model.tree import Leaf, Question, Scale, Tree, Urgency
from kneetree.words.sentences import sentence

YEARS_BETWEEN_READINGS = 2
"""The years after which a source should be read again; guidelines are revised every few years."""


def purpose(tree: Tree) -> Iterator[Problem]:
    """Yield a problem if the tree does not say what it is for."""
    about = tree.about
    if about is None or not (about.intended_use and about.not_for and about.emergency):
        message = "Say what the tree is for, what it is not for, and when to call for help."
        yield problem("no_purpose", message, part="about")


def sources(tree: Tree, today: datetime.date) -> Iterator[Problem]:
    """Yield the sources that nobody has read for too long, measured from ``today``."""
    for key, source in tree.sources.items():
        if not source.checked:
            if source.url:
                message = "Say on which day this source was last read."
                yield problem("source_not_checked", message, part="source", key=key)
            continue
        try:
            read = datetime.date.fromisoformat(source.checked)
        except ValueError:
            message = sentence(
                "{checked!r} is not a day on which this can have been read; write it as 2026-11-22.",
                checked=source.checked,
            )
            yield problem("source_not_checked", message, part="source", key=key)
            continue
        if (today - read).days > YEARS_BETWEEN_READINGS * 366:
            message = sentence("This source was last read on {checked}; read it again.", checked=source.checked)
            yield problem("source_outdated", message, part="source", key=key)


def questions(tree: Tree) -> Iterator[Problem]:
    """Yield the questions and scales that do not say why they are asked, or on which source."""
    for key, question in tree.questions.items():
        yield from _asked(question, "question", key)
    for key, scale in tree.scales.items():
        yield from _asked(scale, "scale", key)


def _asked(entry: Question | Scale, part: Place, key: str) -> Iterator[Problem]:
    if not entry.why.strip():
        yield problem("no_why", "Say why this is asked.", part=part, key=key)
    if not entry.sources:
        yield problem("no_source", "Name where this comes from.", part=part, key=key)


def leaves(tree: Tree) -> Iterator[Problem]:
    """Yield what a leaf has to say and does not."""
    for key, leaf in tree.leaves():
        yield from of_leaf(tree, key, leaf)


def of_leaf(tree: Tree, key: str, leaf: Leaf) -> Iterator[Problem]:
    """Yield what one leaf has to say and does not."""
    yield from _safety_net(key, leaf)
    if any(edits.is_draft_condition(tree.conditions.get(condition)) for condition in leaf.conditions):
        yield problem("condition_not_chosen", "No condition is chosen yet; choose what is most likely.", key)
    if edits.is_urgency_open(leaf):
        message = "Nobody has chosen yet how urgent this is; choose it, then delete the note that says so."
        yield problem("urgency_not_chosen", message, key)
    if len(set(leaf.conditions)) < len(leaf.conditions):
        yield problem("conditions_twice", "A condition is named twice; take one away.", key)
    if not leaf.do:
        yield problem("no_advice", "Say first where to go, then what to do.", key)
    if not leaf.reason.strip():
        yield problem("no_reason", "Say why it is as urgent as this.", key)
    if not leaf.sources and not _sources_of_conditions(tree, leaf):
        yield problem("no_source", "Name where this comes from, here or in a condition that it names.", key)


def _sources_of_conditions(tree: Tree, leaf: Leaf) -> bool:
    """Return whether a condition of the leaf names a source; a result shows those of its conditions too."""
    return any(tree.conditions[condition].sources for condition in leaf.conditions if condition in tree.conditions)


def _safety_net(key: str, leaf: Leaf) -> Iterator[Problem]:
    if not leaf.warnings:
        yield problem("no_safety_net", "Say when to get help after all, first of all in an emergency.", key)
    elif not leaf.get_help_if.get(Urgency.EMERGENCY):
        if leaf.urgency is Urgency.EMERGENCY:
            message = "Say when to call again; no warning here does."
        else:
            message = "Say when to call for help in an emergency; no warning here does."
        yield problem("no_emergency_warning", message, key)
