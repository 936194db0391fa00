"""Take nodes away, and say which texts of the library nothing uses any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Leaf, Tree
from kneetree.ui.editor import labels
from kneetree.ui.editor.verbs import asking
from kneetree.ui.editor.verbs.context import VerbContext

translate = QCoreApplication.translate

BELOW = "below"
"""The choice to keep neither side of what is deleted."""
MOST_NAMED = 3
"""So many of the texts that are left unused are named; the others are counted."""


def delete(context: VerbContext) -> None:
    """Take the selected nodes away; of a single question or decision it is asked what stays."""
    chosen, branch = context.chosen(), context.branch()
    if len(chosen) == 1 and branch is not None:
        _delete_branch(context, branch)
    elif len(chosen) == 1:
        _gone(context, lambda tree: edits.delete_leaf(tree, chosen[0]), translate("Verbs", "delete {node}"), chosen[0])
    elif chosen and may_take(context, deletion(chosen), chosen):
        text = translate("Verbs", "delete {n} nodes").format(n=len(chosen))
        take_away(context, deletion(chosen), text)


def delete_keep(context: VerbContext, keep: str) -> None:
    """Take the current question or decision away and keep one of its sides, or what follows it."""
    branch = context.branch()
    if branch is not None and may_take(context, deletion([branch], keep), [branch]):
        _delete_keeping(context, branch, keep)


def delete_below(context: VerbContext) -> None:
    """Take the current node away with all that only it leads to."""
    current = context.current()
    if current is not None and may_take(context, deletion([current], BELOW), [current]):
        _delete_keeping(context, current, BELOW)


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
    if may_take(context, change, chosen):
        context.step(change, translate("Verbs", "delete {node} with its texts").format(node=name))


def deletion(nodes: Sequence[str], keep: str = "") -> Callable[[Tree], Change]:
    """Return what deletes nodes; ``keep`` is the answer of a single one whose side stays, or ``BELOW`` for neither."""
    if keep == BELOW:
        return lambda tree: edits.delete_subtree(tree, nodes[0])
    if keep:
        side = "" if keep == Answer.NEXT else keep
        return lambda tree: edits.delete_question(tree, nodes[0], side)
    return lambda tree: edits.delete(tree, nodes)


def taken_too(tree: Tree, make: Callable[[Tree], Change], nodes: Sequence[str]) -> list[str]:
    """Return what a change takes away besides ``nodes``, in file order, without results that nobody has written."""
    try:
        gone = {part.key for part in make(tree).parts if part.part == "node" and part.after is None}
    except KneetreeError:
        return []  # the step will say why it is refused
    return [key for key in tree.nodes if key in gone and key not in nodes and not edits.is_draft(tree.nodes[key])]


def may_take(context: VerbContext, make: Callable[[Tree], Change], nodes: Sequence[str]) -> bool:
    """Ask whether a change may take away more than ``nodes``; it may if it takes no more."""
    tree = context.tree()
    more = taken_too(tree, make, nodes)
    if not more:
        return True
    named = "; ".join(edits.quoted(tree, key) for key in more[:MOST_NAMED])
    if len(more) == 1:
        words = translate("Verbs", "This also deletes a box that can only be reached from there: {names}.")
    elif len(more) <= MOST_NAMED:
        words = translate("Verbs", "This also deletes {n} boxes that can only be reached from there: {names}.")
    else:
        words = translate(
            "Verbs", "This also deletes {n} boxes that can only be reached from there: {names}, and others."
        )
    go_on = translate("Verbs", "Delete all that only it leads to")
    title = translate("Verbs", "More is deleted")
    return asking.choice(context.window, title, words.format(n=len(more), names=named), [(BELOW, go_on)]) == BELOW


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
        f"{labels.part_word(part)} \u2018{edits.shortened(labels.entry_title(tree, part, key))}\u2019"
        for part, key in left
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


def what_stays(context: VerbContext, branch: str) -> str | None:
    """Ask what stays of a question or decision: the answer that is kept, ``BELOW`` if none, ``None`` to give up.

    Only what can be done is offered.  If nothing can, ``BELOW`` is returned unasked: the step says why it is refused.
    """
    tree = context.tree()
    words = {
        "yes": translate("Verbs", "Keep its Yes: {node}"),
        "no": translate("Verbs", "Keep its No: {node}"),
        "next": translate("Verbs", "Keep what follows: {node}"),
    }
    choices = [
        (answer.value, words[answer].format(node=edits.quoted(tree, target)))
        for answer, target in tree.nodes[branch].edges()
    ]
    choices.append((BELOW, translate("Verbs", "Delete all that only it leads to")))
    answers = [
        (keep, _with_count(tree, text, branch, keep))
        for keep, text in choices
        if _can_be_done(tree, deletion([branch], keep))
    ]
    if not answers:
        return BELOW
    question = translate("Verbs", "Delete {node}? What leads to it will lead to what stays.")
    title = translate("Verbs", "Delete {kind}").format(kind=labels.kind_word(tree, branch))
    return asking.choice(context.window, title, question.format(node=edits.quoted(tree, branch)), answers)


def _can_be_done(tree: Tree, make: Callable[[Tree], Change]) -> bool:
    try:
        make(tree)
    except KneetreeError:
        return False
    return True


def _with_count(tree: Tree, words: str, branch: str, keep: str) -> str:
    """Return the words of a choice with how many boxes go besides the question itself."""
    count = len(taken_too(tree, deletion([branch], keep), [branch]))
    return translate("Verbs", "{choice} (boxes that go too: {n})").format(choice=words, n=count) if count else words


def _delete_branch(context: VerbContext, branch: str) -> None:
    keep = what_stays(context, branch)
    if keep is not None:
        _delete_keeping(context, branch, keep)


def _delete_keeping(context: VerbContext, node: str, keep: str) -> None:
    words = {
        "yes": translate("Verbs", "delete {node}, keep its Yes"),
        "no": translate("Verbs", "delete {node}, keep its No"),
        "next": translate("Verbs", "delete {node}"),
        BELOW: translate("Verbs", "delete {node} and what is below"),
    }[keep]
    _gone(context, deletion([node], keep), words, node)


def _gone(context: VerbContext, make: Callable[[Tree], Change], words: str, node: str) -> None:
    tree = context.tree()
    above = [source for source, _ in tree.parents(node)]
    if take_away(context, make, words.format(node=edits.quoted(tree, node))) is None:
        return
    left = [key for key in above if key in context.tree().nodes]
    if left and node not in context.tree().nodes:
        context.show(left[0])
