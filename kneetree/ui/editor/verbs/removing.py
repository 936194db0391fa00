"""Take nodes away, and say which texts of the library nothing uses any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kneetree import edits
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Leaf, Tree
from kneetree.ui.editor import labels
from kneetree.ui.editor.verbs import asking
from kneetree.ui.editor.verbs.context import VerbContext

translate = QCoreApplication.translate

MOST_NAMED = 3
"""So many of the texts that are left unused are named; the others are counted."""


def delete(context: VerbContext) -> None:
    """Take the selected nodes away; of a single question or decision it is asked what stays."""
    chosen, branch = context.chosen(), context.branch()
    if len(chosen) == 1 and branch is not None:
        _delete_branch(context, branch)
    elif len(chosen) == 1:
        _gone(context, lambda tree: edits.delete_leaf(tree, chosen[0]), translate("Verbs", "delete {node}"), chosen[0])
    elif chosen:
        text = translate("Verbs", "delete {n} nodes").format(n=len(chosen))
        take_away(context, lambda tree: edits.delete(tree, chosen), text)


def delete_keep(context: VerbContext, keep: str) -> None:
    """Take the current question or decision away and keep one of its sides, or what follows it."""
    branch = context.branch()
    if branch is not None:
        words = {
            "yes": translate("Verbs", "delete {node}, keep its Yes"),
            "no": translate("Verbs", "delete {node}, keep its No"),
            "next": translate("Verbs", "delete {node}"),
        }[keep]
        side = "" if keep == Answer.NEXT else keep
        _gone(context, lambda tree: edits.delete_question(tree, branch, side), words, branch)


def delete_below(context: VerbContext) -> None:
    """Take the current node away with all that only it leads to."""
    current = context.current()
    if current is not None:
        words = translate("Verbs", "delete {node} and what is below")
        _gone(context, lambda tree: edits.delete_subtree(tree, current), words, current)


def delete_with_texts(context: VerbContext) -> None:
    """Take the selected nodes away with all texts and findings that nothing else uses; leaves become drafts."""
    chosen = context.chosen()
    if not chosen:
        return

    def change(tree: Tree) -> Change:
        if len(chosen) == 1 and isinstance(tree.nodes[chosen[0]], Leaf):
            made = edits.delete_leaf(tree, chosen[0])
        else:
            made = edits.delete(tree, chosen)
        return edits.with_unused_removed(tree, made)

    name = edits.quoted(context.tree(), chosen[-1])
    context.step(change, translate("Verbs", "delete {node} with its texts").format(node=name))


def take_away(context: VerbContext, make: Callable[[Tree], Change], text: str) -> Change | None:
    """Do a change that takes nodes away, and say which texts stay in the library though nothing uses them now."""
    unused: list[tuple[str, str]] = []

    def change(tree: Tree) -> Change:
        made = make(tree)
        unused.extend((entry.part, entry.key) for entry in edits.unused_after(tree, made))
        return made

    done = context.step(change, text)
    # The change itself takes drafts away that nobody wrote; what is left is in the library still.
    left = [(part, key) for part, key in unused if key in context.tree().parts[part]]
    if done is not None and left:
        context.say(words_of_unused(context.tree(), left))
    return done


def words_of_unused(tree: Tree, left: list[tuple[str, str]]) -> str:
    """Return the sentence about entries that nothing uses any more."""
    named = [
        f"{labels.part_word(part)} \u2018{_short(labels.entry_title(tree, part, key))}\u2019" for part, key in left
    ]
    words = "; ".join(named[:MOST_NAMED])
    more = len(named) - MOST_NAMED
    if more > 0:
        return translate(
            "Verbs", "Nothing uses these any more: {names}; and {n} more. They stay in the library."
        ).format(names=words, n=more)
    if len(named) == 1:
        return translate("Verbs", "Nothing uses this any more: {names}. It stays in the library.").format(names=words)
    return translate("Verbs", "Nothing uses these any more: {names}. They stay in the library.").format(names=words)


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


def _delete_branch(context: VerbContext, branch: str) -> None:
    tree = context.tree()
    words = {
        "yes": translate("Verbs", "Keep its Yes: {node}"),
        "no": translate("Verbs", "Keep its No: {node}"),
        "next": translate("Verbs", "Keep what follows: {node}"),
    }
    answers = [
        (answer.value, words[answer].format(node=edits.quoted(tree, target)))
        for answer, target in tree.nodes[branch].edges()
    ]
    answers.append(("below", translate("Verbs", "Delete all that only it leads to")))
    question = translate("Verbs", "Delete {node}? What leads to it will lead to what stays.")
    title = translate("Verbs", "Delete {kind}").format(kind=labels.kind_word(tree, branch))
    chosen = asking.choice(context.window, title, question.format(node=edits.quoted(tree, branch)), answers)
    if chosen == "below":
        delete_below(context)
    elif chosen is not None:
        delete_keep(context, chosen)


def _gone(context: VerbContext, make: Callable[[Tree], Change], words: str, node: str) -> None:
    tree = context.tree()
    above = [source for source, _ in tree.parents(node)]
    if take_away(context, make, words.format(node=edits.quoted(tree, node))) is None:
        return
    left = [key for key in above if key in context.tree().nodes]
    if left and node not in context.tree().nodes:
        context.selection.select(left[0])
