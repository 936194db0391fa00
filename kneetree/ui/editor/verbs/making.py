"""Connect what leads on, and make new nodes at the end of an answer or on the way to one.

A verb asks what it must, lets an edit make the change, names the step and shows what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kneetree import edits
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Leaf, Position, QuestionNode, Tree
from kneetree.ui.editor import labels
from kneetree.ui.editor.verbs import asking
from kneetree.ui.editor.verbs.context import VerbContext

translate = QCoreApplication.translate

KINDS = ("question", "again", "list", "collect", "number", "decision", "leaf")
"""What can be made at the end of an answer; *again* asks a question that is there already."""
BETWEEN = KINDS[:-1]
"""What can be made on the way to a node."""

_NEW = "+"


@dataclass(frozen=True)
class Wanted:
    """A kind of node and what it asks: the id of a question or scale, after ``+`` if it is to be made too."""

    kind: str
    asks: str = ""


def connect(context: VerbContext, source: str, answer: str, target: str) -> None:
    """Let an answer lead to another node."""
    name = edits.quoted(context.tree(), source)
    if answer == Answer.NEXT:
        text = translate("Verbs", "connect what follows {node}").format(node=name)
    else:
        text = translate("Verbs", "connect {answer} of {node}").format(answer=labels.answer_word(answer), node=name)
    context.lead(source, answer, lambda tree: edits.connect(tree, source, answer, target), text)


def connect_to(context: VerbContext, answer: str, source: str | None = None) -> None:
    """Ask where an answer of the current node is to lead."""
    branch = source or context.branch()
    if branch is None:
        return
    tree = context.tree()
    nodes = [(key, labels.told_apart(tree, key)) for key in tree.nodes if key != branch]
    if answer == Answer.NEXT:
        title = translate("Verbs", "After {node} comes").format(node=edits.quoted(tree, branch))
    else:
        title = translate("Verbs", "{answer} of {node} leads to").format(
            answer=labels.answer_word(answer), node=edits.quoted(tree, branch)
        )
    target = asking.node(
        context.window, title, nodes, lambda key: edits.why_not_connect(context.tree(), branch, answer, key)
    )
    if target is not None:
        connect(context, branch, answer, target)


def insert(context: VerbContext, kind: str, answer: str, source: str | None = None) -> None:
    """Put a new node on an edge."""
    branch = source or context.branch()
    wanted = _wanted(context, kind) if branch is not None else None
    if branch is None or wanted is None:
        return
    words = (
        translate("Verbs", "insert {kind} after {node}")
        if answer == Answer.NEXT
        else translate("Verbs", "insert {kind} on {answer} of {node}")
    )
    text = _step(context, words, kind, answer, branch)
    _make(context, lambda tree: _inserted(tree, wanted, branch, answer), text, branch)


def go_on(context: VerbContext, source: str, answer: str) -> None:
    """Go on from a question that was just written: a new one on the way of an answer, or on its only way."""
    node = context.tree().nodes.get(source)
    if node is None or isinstance(node, Leaf):
        return
    if edits.is_unwritten(context.tree(), source):
        context.say(translate("Verbs", "Write this one first; Enter then goes on with the next."))
        return
    ways = {known.value: target for known, target in node.edges()}
    way = answer if answer in ways else next(iter(ways))
    following = ways[way]
    if isinstance(context.tree().nodes[following], QuestionNode) and edits.is_unwritten(context.tree(), following):
        context.show(following)  # it waits there to be written
        context.write(following)
    else:
        insert(context, "question", way, source)


def add(
    context: VerbContext, kind: str, answer: str, source: str | None = None, at: tuple[float, float] | None = None
) -> None:
    """Add a new node at the end of an answer, where it was dropped."""
    branch = source or context.branch()
    wanted = _wanted(context, kind) if branch is not None else None
    if branch is None or wanted is None:
        return
    words = (
        translate("Verbs", "add {kind} after {node}")
        if answer == Answer.NEXT
        else translate("Verbs", "add {kind} at {answer} of {node}")
    )
    place = (round(at[0]), round(at[1])) if at else None
    text = _step(context, words, kind, answer, branch)
    _make(context, lambda tree: _added(tree, wanted, branch, answer, place), text, None if place else branch)


def _make(context: VerbContext, make: Callable[[Tree], Change], text: str, beside: str | None) -> None:
    """Make new nodes in one step and show them; if the author has placed the node ``beside``, other boxes make way."""
    merge = f"make {beside} {len(context.tree().nodes)}"
    change = context.step(make, text, merge)
    if change is not None and beside in context.tree().layout:
        come = [part.key for part in change.parts if part.part == "node" and part.before is None]
        places = context.canvas.model.room_among_placed(come)
        context.step(lambda tree: edits.move(tree, places), text, merge)
    context.show_new(change)


def kind_noun(kind: str) -> str:
    """Return what a new node of a kind is called in the name of a step."""
    return {
        "question": translate("Verbs", "question"),
        "again": translate("Verbs", "question that is there already"),
        "list": translate("Verbs", "list"),
        "collect": translate("Verbs", "list that collects"),
        "number": translate("Verbs", "number"),
        "decision": translate("Verbs", "decision"),
        "leaf": translate("Verbs", "leaf"),
    }[kind]


def _step(context: VerbContext, words: str, kind: str, answer: str, branch: str) -> str:
    name = edits.quoted(context.tree(), branch)
    return words.format(kind=kind_noun(kind), answer=labels.answer_word(answer), node=name)


# -- what a new node asks ------------------------------------------------------------------------------


def _wanted(context: VerbContext, kind: str) -> Wanted | None:
    """Ask what a new node is to ask if its kind needs that; return ``None`` if the author gave up."""
    tree = context.tree()
    if kind == "again":
        if not tree.questions:
            context.say(translate("Verbs", "There is no question yet that could be asked again."))
            return None
        entries = [(key, f"{question.text} ({key})") for key, question in tree.questions.items()]
        return _picked(context, kind, translate("Verbs", "Which question is to be asked here?"), entries)
    if kind == "number":
        entries = [(key, f"{scale.text} ({key})") for key, scale in tree.scales.items()]
        if len(entries) == 1:
            return Wanted(kind, entries[0][0])
        entries += [
            (_NEW + key, translate("Verbs", "New: {text}").format(text=scale.text))
            for key, scale in edits.usual_numbers(tree).items()
            if key not in tree.scales
        ]
        return _picked(context, kind, translate("Verbs", "Which number is to be asked here?"), entries)
    return Wanted(kind)


def _picked(context: VerbContext, kind: str, title: str, entries: list[tuple[str, str]]) -> Wanted | None:
    key = asking.node(context.window, title, entries, lambda _key: None)
    return Wanted(kind, key) if key is not None else None


# -- the changes ---------------------------------------------------------------------------------------


def _added(tree: Tree, wanted: Wanted, source: str, answer: str, place: Position | None) -> Change:
    if wanted.kind == "leaf":
        return edits.add_leaf(tree, source, answer, place)
    if wanted.kind == "decision":
        return edits.add_decision(tree, source, answer, place)
    first, tree, asks = _declared(tree, wanted)
    made = edits.add_question(tree, source, answer, place, asks=asks, collect=wanted.kind == "collect")
    return _together(first, _shaped(tree, wanted.kind, made))


def _inserted(tree: Tree, wanted: Wanted, source: str, answer: str) -> Change:
    if wanted.kind == "decision":
        return edits.insert_decision(tree, source, answer)
    first, tree, asks = _declared(tree, wanted)
    made = edits.insert_question(tree, source, answer, asks=asks, collect=wanted.kind == "collect")
    return _together(first, _shaped(tree, wanted.kind, made))


def _declared(tree: Tree, wanted: Wanted) -> tuple[Change, Tree, str]:
    """Return the change that makes what is to be asked, the tree that has it, and its id."""
    if not wanted.asks.startswith(_NEW):
        return Change(), tree, wanted.asks
    key = wanted.asks.removeprefix(_NEW)
    change = edits.add_part(tree, "scale", key, edits.usual_numbers(tree)[key])
    twin = tree.copy()
    twin.apply(change)
    return change, twin, key


def _shaped(tree: Tree, kind: str, change: Change) -> Change:
    """Return ``change`` with its new question made a list, if the kind is one."""
    if kind not in ("list", "collect"):
        return change
    made = next(
        part.key
        for part in change.parts
        if part.part == "node" and part.before is None and isinstance(part.after, QuestionNode)
    )
    twin = tree.copy()
    twin.apply(change)
    return _together(change, edits.ask_items(twin, made, twin.asked(made).findings))


def _together(first: Change, second: Change) -> Change:
    return Change((*first.parts, *second.parts))
