"""A draft with its gaps filled, so that an author can try it at any time: what nobody has written says so.

The tree that comes out is for showing only; it is never saved, and nothing in it is an edit.
"""

from __future__ import annotations

from msgspec import structs

from kneetree.edits.drafts import is_draft_condition, words_of
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import Advice, Condition, Finding, Leaf, Tree, WarningSign

_GAP = {"en": "Not written yet", "es": "Aún sin escribir"}


def filled(tree: Tree) -> Tree:
    """Return a copy of a tree in which every text that a person would miss says that it is not written yet.

    Ids that name nothing are left out, or stand for an entry that is not written.
    """
    gap = _GAP.get(tree.language.partition("-")[0], _GAP["en"])
    work, twin = ChangeBuilder(tree), tree.copy()
    draft = words_of(tree).question
    for key, question in tree.questions.items():
        text = question.text.strip()
        if text in ("", draft):
            work.set("question", key, structs.replace(question, text=f"{gap}: {key}" if not text else f"{gap}."))
        for finding in question.findings:
            if not tree.findings.get(finding, Finding("")).statement.strip():
                held = work.get("finding", finding) or Finding("")
                said = f"{gap}: {text}" if text and not question.lines else f"{gap}."
                work.set("finding", finding, structs.replace(held, statement=said))
    for key, advice in tree.advice.items():
        if not advice.text.strip():
            work.set("advice", key, Advice(f"{gap}."))
    for key, warning in tree.warnings.items():
        if not warning.text.strip():
            work.set("warning", key, WarningSign(gap.lower()))
    for key, leaf in tree.leaves():
        work.set("node", key, _whole(tree, leaf))
        for condition in leaf.conditions:
            held_condition = tree.conditions.get(condition)
            if held_condition is None or is_draft_condition(held_condition):
                work.set("condition", condition, Condition(gap))
    twin.apply(work.change())
    return twin


def _whole(tree: Tree, leaf: Leaf) -> Leaf:
    """Return a leaf without advice and warnings that the tree does not have."""
    return structs.replace(
        leaf,
        do=tuple(key for key in leaf.do if key in tree.advice),
        avoid=tuple(key for key in leaf.avoid if key in tree.advice),
        get_help_if={
            level: tuple(key for key in keys if key in tree.warnings) for level, keys in leaf.get_help_if.items()
        },
    )
