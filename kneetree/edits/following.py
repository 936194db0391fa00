"""Ids that follow what is written: a node that is new is called after its text, with the question and finding it made.

An id that somebody chose, or that is in a saved file, stays: others may have written it down.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kneetree.edits.drafts import PATTERN_TITLES, is_draft_condition, is_draft_title, slug_of, words_of
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.library import entry_at
from kneetree.edits.numbers import DRAFT_NUMBER
from kneetree.edits.renaming import rename_in
from kneetree.model.change import Change, PartName
from kneetree.model.tree import Decision, Leaf, Tree

MayFollow = Callable[[PartName, str], bool]
"""Whether an id of a part may become another one."""

_DRAFT = re.compile(rf"(new_(question|result|decision|finding)|{DRAFT_NUMBER})(_\d+)?|{'|'.join(PATTERN_TITLES['en'])}")


def is_draft_id(key: str) -> bool:
    """Return whether an id is one that an edit or a new tree gives to a draft."""
    return _DRAFT.fullmatch(key) is not None


def is_unwritten(tree: Tree, node_id: str) -> bool:
    """Return whether a node still has the text of a draft, or none."""
    return not _text_of(tree, node_id)


def follow_text(tree: Tree, node_id: str, may_follow: MayFollow) -> tuple[Change, dict[tuple[PartName, str], str]]:
    """Return the change that names a node after its text, and the new id of each part and id that gets one.

    The question or number that it asks and the finding of that question are named after the same text, and each
    statement of a list after its own.  Nothing changes while the text is that of a draft.
    """
    builder, given = EditBuilder(tree), dict[tuple[PartName, str], str]()
    for part, key, text in _named_after(tree, node_id):
        if not text or not may_follow(part, key) or slug_of(text, (), key) == re.sub(r"_\d+$", "", key):
            continue
        new = builder.new_id(part, text, key)
        rename_in(builder, part, key, new)
        given[part, key] = new
    return builder.change(), given


def _text_of(tree: Tree, node_id: str) -> str:
    """Return the text that a node is to be called after, or an empty one if nobody has written it yet."""
    node, words = tree.nodes.get(node_id), words_of(tree)
    if isinstance(node, Decision):
        return "" if node.title == words.decision else node.title
    if isinstance(node, Leaf):
        if node.title and not is_draft_title(node.title):
            return node.title
        condition = tree.conditions.get(node.condition)
        return "" if condition is None or is_draft_condition(condition) else condition.plain_name or condition.name
    part, key = entry_at(tree, node_id) or ("question", "")
    entry = tree.scales.get(key) if part == "scale" else tree.questions.get(key)
    return "" if entry is None or entry.text == words.question else entry.text.strip()


def _named_after(tree: Tree, node_id: str) -> list[tuple[PartName, str, str]]:
    """Return the entries that are called after a text, with that text; an entry comes before those that name it."""
    text, entry = _text_of(tree, node_id), entry_at(tree, node_id)
    named: list[tuple[PartName, str, str]] = [("node", node_id, text)]
    if entry is not None:
        named.insert(0, (*entry, text))
    question = tree.questions.get(entry[1]) if entry is not None and entry[0] == "question" else None
    if question is not None:
        if question.finding:
            named.insert(0, ("finding", question.finding, text))
        named[:0] = [("finding", key, _statement(tree, key)) for key in question.lines]
    return named


def _statement(tree: Tree, finding: str) -> str:
    """Return what a finding says, or an empty text if nobody has written it, or if it is a threshold."""
    found = tree.findings.get(finding)
    return found.statement.strip() if found is not None else ""
