"""Do what an author asks for on the map, in a menu or by a key: one small function for each verb.

What makes nodes is in ``making``, what takes them away in ``removing``.

A verb asks what it must, lets an edit make the change, names the step and shows what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kneetree import edits
from kneetree.drawing.palette import region_colour
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Region, Tree
from kneetree.ui.editor.canvas.free_space import beside, free_near
from kneetree.ui.editor.verbs import asking, removing
from kneetree.ui.editor.verbs.context import VerbContext
from kneetree.ui.editor.verbs.removing import may_take, take_away
from kneetree.ui.language import told

translate = QCoreApplication.translate


def swap(context: VerbContext) -> None:
    """Exchange Yes and No of the selected questions and decisions."""
    chosen = [key for key in context.chosen() if len(context.tree().nodes[key].edges()) == 2]
    if chosen:
        name = edits.quoted(context.tree(), chosen[-1])
        text = translate("Verbs", "swap Yes and No of {node}").format(node=name)
        context.step(lambda tree: edits.swap(tree, chosen), text)


def turn(context: VerbContext) -> None:
    """Make a leaf a question, or a question or decision a leaf."""
    current = context.current()
    if current is None:
        return
    name = edits.quoted(context.tree(), current)
    if isinstance(context.tree().nodes[current], Leaf):
        text = translate("Verbs", "turn {node} into a question").format(node=name)
        if context.step(lambda tree: edits.leaf_to_question(tree, current), text) is not None:
            context.write(current)
    elif may_take(context, lambda tree: edits.question_to_leaf(tree, current), [current]):
        text = translate("Verbs", "turn {node} into a leaf").format(node=name)
        take_away(context, lambda tree: edits.question_to_leaf(tree, current), text)


def collecting(context: VerbContext) -> None:
    """Let the current question only collect what is answered, or give it a Yes and a No again."""
    question, tree = context.question(), context.tree()
    if question is None:
        return
    name = edits.quoted(tree, question)
    if len(tree.nodes[question].edges()) == 1:
        text = translate("Verbs", "let {node} branch").format(node=name)
        context.step(lambda tree: edits.to_branching(tree, question), text)
        return
    words = {"yes": translate("Verbs", "To its Yes: {node}"), "no": translate("Verbs", "To its No: {node}")}
    answers = [
        (answer.value, words[answer].format(node=edits.quoted(tree, target)))
        for answer, target in tree.nodes[question].edges()
    ]
    ask = translate("Verbs", "Where is {node} to lead once it only collects? What only the other answer led to goes.")
    keep = asking.choice(context.window, translate("Verbs", "Only collect the answers"), ask.format(node=name), answers)
    if keep is not None:
        text = translate("Verbs", "let {node} only collect").format(node=name)
        take_away(context, lambda tree: edits.to_collecting(tree, question, keep), text)


def collect_first(context: VerbContext) -> None:
    """Let the current question only collect, and decide right after it what it decided."""
    question = context.question()
    if question is not None:
        text = translate("Verbs", "decide after {node}").format(node=edits.quoted(context.tree(), question))
        context.show_new(context.step(lambda tree: edits.collect_first(tree, question), text))


def copy(context: VerbContext) -> None:
    """Put just the selected nodes on the clipboard as text."""
    _copy(context, context.chosen())


def copy_below(context: VerbContext) -> None:
    """Put the selected nodes, with all below them, on the clipboard as text, and say how many these are."""
    _copy(context, edits.below(context.tree(), context.chosen()))


def cut(context: VerbContext) -> None:
    """Copy the selected nodes and take them away; what goes with them is asked about, and copied too."""
    chosen, branch = context.chosen(), context.branch()
    if not chosen:
        return
    keep = ""
    if len(chosen) == 1 and branch is not None:
        answer = removing.what_stays(context, branch)
        if answer is None:
            return
        keep = answer
    make = removing.deletion(chosen, keep)
    text = translate("Verbs", "cut {node}").format(node=edits.quoted(context.tree(), chosen[-1]))
    if keep or may_take(context, make, chosen):
        _copy(context, [*chosen, *removing.taken_too(context.tree(), make, chosen)])
        take_away(context, make, text)


def _copy(context: VerbContext, nodes: Sequence[str]) -> None:
    try:
        QGuiApplication.clipboard().setText(edits.copy(context.tree(), nodes, subtree=False))
    except KneetreeError as error:
        context.say(told(error))
        return
    context.say(translate("Verbs", "Copied: {n}").format(n=len(nodes)) if len(nodes) > 1 else "")


def paste(context: VerbContext, answer: str | None = None) -> None:
    """Bring in what is on the clipboard: at an answer of the current question, else unconnected on free ground.

    A copy from this tree is put beside its origin, one from elsewhere in the middle of what is seen.
    """
    text = QGuiApplication.clipboard().text()
    branch = context.branch()
    end = (branch, answer) if branch is not None and answer is not None else None
    words = translate("Verbs", "paste")
    copied = edits.copied(text)
    if end is not None:
        _bring(context, lambda tree: edits.paste(tree, text, end=end), words, end)
    elif copied and all(context.canvas.model.is_shown(key) for key in copied):
        places = _beside(context, copied)
        _bring(context, lambda tree: edits.paste(tree, text, places=places), words)
    else:
        at = _in_sight(context)
        _bring(context, lambda tree: edits.paste(tree, text, at=at), words)


def duplicate(context: VerbContext) -> None:
    """Put a copy of just the selected nodes beside them, standing to each other as they do, and select it."""
    chosen = context.chosen()
    if chosen:
        text = translate("Verbs", "duplicate {node}").format(node=edits.quoted(context.tree(), chosen[-1]))
        _duplicate(context, chosen, text)


def duplicate_below(context: VerbContext) -> None:
    """Put a copy of the selected nodes and of all below them beside these, and select it."""
    chosen = context.chosen()
    if chosen:
        nodes = edits.below(context.tree(), chosen)
        text = translate("Verbs", "duplicate {node} with all below: {n}")
        _duplicate(context, nodes, text.format(node=edits.quoted(context.tree(), chosen[-1]), n=len(nodes)))


def _duplicate(context: VerbContext, nodes: Sequence[str], text: str) -> None:
    places = _beside(context, nodes)
    _bring(context, lambda tree: edits.duplicate(tree, nodes, subtree=False, places=places), text)


def _bring(
    context: VerbContext,
    make: Callable[[Tree], tuple[Change, Sequence[str]]],
    text: str,
    end: tuple[str, str] | None = None,
) -> None:
    made: list[str] = []

    def change(tree: Tree) -> Change:
        brought, ids = make(tree)
        made.extend(ids)
        return brought

    done = context.lead(*end, change, text) if end is not None else context.step(change, text)
    if done is not None and made:
        context.selection.set(reversed(made), made[0])
        context.canvas.bring_in_new(made[0])
        if len(made) == 1:
            context.write(made[0])


def _beside(context: VerbContext, nodes: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return free places for copies of nodes beside these."""
    return {key: (round(x), round(y)) for key, (x, y) in beside(context.canvas.model, nodes).items()}


def _in_sight(context: VerbContext) -> tuple[int, int]:
    """Return free ground near the middle of what is seen."""
    wide, high = context.canvas.room()
    x, y = free_near(context.canvas.model, context.canvas.camera.to_map(wide / 2, high / 2))
    return round(x), round(y)


def rename(context: VerbContext) -> None:
    """Give the current node another id, everywhere it is named."""
    current = context.current()
    if current is None:
        return
    new = asking.text(
        context.window,
        translate("Verbs", "Rename the id"),
        translate("Verbs", "Id of {node}").format(node=edits.quoted(context.tree(), current)),
        current,
        lambda value: edits.why_not_rename(context.tree(), "node", current, value),
    )
    if new is not None and new != current:
        text = translate("Verbs", "rename {old} to {new}").format(old=current, new=new)
        if context.step(lambda tree: edits.rename(tree, "node", current, new), text) is not None:
            context.selection.select(new)


def set_root(context: VerbContext) -> None:
    """Let the walk begin at the current node."""
    current = context.current()
    if current is not None:
        text = translate("Verbs", "start with {node}").format(node=edits.quoted(context.tree(), current))
        context.step(lambda tree: edits.set_root(tree, current), text)


def make_region(context: VerbContext) -> None:
    """Make a named, coloured area of the selected nodes."""
    chosen = context.chosen()
    if not chosen:
        return
    title = asking.text(
        context.window,
        translate("Verbs", "New region"),
        translate("Verbs", "What do the selected boxes have in common?"),
        "",
        lambda value: None if value else translate("Verbs", "Give the region a title."),
    )
    if title:
        taken = context.tree().regions
        key = edits.slug_of(title, taken, "region")
        region = Region(title=title, colour=region_colour(len(taken)), nodes=tuple(chosen))
        text = translate("Verbs", "add region '{title}'").format(title=title)
        context.step(lambda tree: edits.add_part(tree, "region", key, region), text)


def leave_regions(context: VerbContext) -> None:
    """Take the selected nodes out of every region; a region that is left empty goes."""
    chosen = set(context.chosen())
    left = [region.title for region in context.tree().regions.values() if not chosen.isdisjoint(region.nodes)]
    if len(left) == 1:
        text = translate("Verbs", "take nodes out of region '{title}'").format(title=left[0])
    else:
        text = translate("Verbs", "take nodes out of {n} regions").format(n=len(left))
    context.step(lambda tree: edits.leave_regions(tree, chosen), text)


def move(context: VerbContext, places: dict[str, tuple[float, float]], merge: str | None = None) -> None:
    """Let boxes stay where they were put."""
    words = translate("Verbs", "move {node}") if len(places) == 1 else translate("Verbs", "move {n} boxes")
    text = words.format(node=edits.quoted(context.tree(), next(iter(places))), n=len(places))
    if context.step(lambda tree: edits.move(tree, places), text, merge) is None:
        context.canvas.model.put_back()
        context.canvas.viewport().update()


def tidy(context: VerbContext) -> None:
    """Leave all boxes to the layout again, as a step of its own; they glide to their places."""
    canvas = context.canvas
    canvas.animation.stop()
    placed, before = canvas.model.tidied(), dict(canvas.model.positions)
    if canvas.model.stands_as(placed):
        context.say(translate("Verbs", "The map is tidy already."))
    elif context.step(edits.tidy, translate("Verbs", "tidy the map"), even_empty=True) is not None:
        canvas.glide(placed, before)
