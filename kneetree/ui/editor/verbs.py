"""What an author can do to the tree from map, menu or keyboard: one small function for each verb.

A verb asks what it must, lets an edit make the change, names the step and shows what came of it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Question, Region, Tree
from kneetree.ui.editor import asking, labels
from kneetree.ui.editor.bench import Bench

COLOURS = ("#0B5C7A", "#B4460B", "#2C6E49", "#7A5C00", "#1F5FA8", "#8A0F24")


translate = QCoreApplication.translate


def connect(bench: Bench, source: str, answer: str, target: str) -> None:
    """Let an answer lead to another node."""
    name = edits.quoted(bench.tree(), source)
    text = translate("Verbs", "connect {answer} of {node}").format(answer=labels.answer_word(answer), node=name)
    bench.step(lambda tree: edits.connect(tree, source, answer, target), text)


def connect_to(bench: Bench, answer: str, source: str | None = None) -> None:
    """Ask where an answer of the current question shall lead."""
    question = source or bench.question()
    if question is None:
        return
    tree = bench.tree()
    nodes = [(key, labels.title_of(tree, key)) for key in tree.nodes if key != question]
    title = translate("Verbs", "{answer} of {node} leads to").format(
        answer=labels.answer_word(answer), node=edits.quoted(tree, question)
    )
    target = asking.node(
        bench.window, title, nodes, lambda key: edits.why_not_connect(bench.tree(), question, answer, key)
    )
    if target is not None:
        connect(bench, question, answer, target)


def insert(bench: Bench, answer: str, source: str | None = None) -> None:
    """A new question on an edge."""
    question = source or bench.question()
    if question is not None:
        name = edits.quoted(bench.tree(), question)
        text = translate("Verbs", "insert question on {answer} of {node}").format(
            answer=labels.answer_word(answer), node=name
        )
        bench.show_new(bench.step(lambda tree: edits.insert_question(tree, question, answer), text))


def add(bench: Bench, kind: str, answer: str, source: str | None = None, at: tuple[float, float] | None = None) -> None:
    """A new question or leaf at the end of an answer, where it was dropped."""
    question = source or bench.question()
    if question is None:
        return
    name = edits.quoted(bench.tree(), question)
    words = (
        translate("Verbs", "add question at {answer} of {node}")
        if kind == "question"
        else translate("Verbs", "add leaf at {answer} of {node}")
    )
    place = (round(at[0]), round(at[1])) if at else None
    make = edits.add_question if kind == "question" else edits.add_leaf
    text = words.format(answer=labels.answer_word(answer), node=name)
    bench.show_new(bench.step(lambda tree: make(tree, question, answer, place), text))


def delete(bench: Bench) -> None:
    """Take the selected nodes away; of a single question it is asked which side stays."""
    chosen = bench.chosen()
    question = bench.question()
    if len(chosen) == 1 and question is not None:
        _delete_question(bench, question)
    elif len(chosen) == 1:
        _gone(bench, lambda tree: edits.delete_leaf(tree, chosen[0]), translate("Verbs", "delete {node}"), chosen[0])
    elif chosen:
        text = translate("Verbs", "delete {n} nodes").format(n=len(chosen))
        bench.step(lambda tree: edits.delete(tree, chosen), text)


def delete_keep(bench: Bench, keep: str) -> None:
    """Take the current question away and keep one of its sides."""
    question = bench.question()
    if question is not None:
        words = (
            translate("Verbs", "delete {node}, keep its Yes")
            if keep == "yes"
            else translate("Verbs", "delete {node}, keep its No")
        )
        _gone(bench, lambda tree: edits.delete_question(tree, question, keep), words, question)


def delete_below(bench: Bench) -> None:
    """Take the current node away with all that only it leads to."""
    current = bench.current()
    if current is not None:
        _gone(
            bench,
            lambda tree: edits.delete_subtree(tree, current),
            translate("Verbs", "delete {node} and what is below"),
            current,
        )


def _delete_question(bench: Bench, question: str) -> None:
    tree = bench.tree()
    node = tree.question(question)
    answers = [
        ("yes", translate("Verbs", "Keep its Yes: {node}").format(node=edits.quoted(tree, node.yes))),
        ("no", translate("Verbs", "Keep its No: {node}").format(node=edits.quoted(tree, node.no))),
        ("below", translate("Verbs", "Delete all that only it leads to")),
    ]
    words = translate("Verbs", "Delete {node}? What leads to it will lead to the side that stays.")
    chosen = asking.choice(
        bench.window, translate("Verbs", "Delete a question"), words.format(node=edits.quoted(tree, question)), answers
    )
    if chosen == "below":
        delete_below(bench)
    elif chosen is not None:
        delete_keep(bench, chosen)


def _gone(bench: Bench, make: object, words: str, node: str) -> None:
    tree = bench.tree()
    above = [source for source, _ in tree.parents(node)]
    if bench.step(make, words.format(node=edits.quoted(tree, node))) is None:  # type: ignore[arg-type]
        return
    left = [key for key in above if key in bench.tree().nodes]
    if left and node not in bench.tree().nodes:
        bench.selection.select(left[0])


def swap(bench: Bench) -> None:
    """Exchange Yes and No of the selected questions."""
    chosen = [key for key in bench.chosen() if isinstance(bench.tree().nodes[key], Question)]
    if chosen:
        name = edits.quoted(bench.tree(), chosen[-1])
        text = translate("Verbs", "swap Yes and No of {node}").format(node=name)
        bench.step(lambda tree: edits.swap(tree, chosen), text)


def turn(bench: Bench) -> None:
    """A leaf becomes a question, a question a leaf."""
    current = bench.current()
    if current is None:
        return
    name = edits.quoted(bench.tree(), current)
    if isinstance(bench.tree().nodes[current], Leaf):
        bench.step(
            lambda tree: edits.leaf_to_question(tree, current),
            translate("Verbs", "turn {node} into a question").format(node=name),
        )
    else:
        bench.step(
            lambda tree: edits.question_to_leaf(tree, current),
            translate("Verbs", "turn {node} into a leaf").format(node=name),
        )


def copy(bench: Bench) -> None:
    """Put the selected nodes, with all below them, on the clipboard as text."""
    try:
        QGuiApplication.clipboard().setText(edits.copy(bench.tree(), bench.chosen(), subtree=len(bench.chosen()) == 1))
    except KneetreeError as error:
        bench.say(str(error))


def cut(bench: Bench) -> None:
    """Copy, and take the nodes away."""
    chosen = bench.chosen()
    if chosen:
        copy(bench)
        name = edits.quoted(bench.tree(), chosen[-1])
        whole = len(chosen) == 1
        text = translate("Verbs", "cut {node}").format(node=name)
        bench.step(lambda tree: edits.delete_subtree(tree, chosen[0]) if whole else edits.delete(tree, chosen), text)


def paste(bench: Bench, answer: str | None = None) -> None:
    """Bring in what is on the clipboard: at an answer of the current question, else unconnected in sight."""
    text = QGuiApplication.clipboard().text()
    question = bench.question()
    end = (question, answer) if question is not None and answer is not None else None
    at = None if end else _in_sight(bench)
    _bring(bench, lambda tree: edits.paste(tree, text, end=end, at=at), translate("Verbs", "paste"))


def duplicate(bench: Bench) -> None:
    """A copy of the selected nodes beside them."""
    chosen = bench.chosen()
    if not chosen:
        return
    name = edits.quoted(bench.tree(), chosen[-1])
    _bring(
        bench,
        lambda tree: edits.duplicate(tree, chosen, subtree=len(chosen) == 1),
        translate("Verbs", "duplicate {node}").format(node=name),
    )


def _bring(bench: Bench, make: object, text: str) -> None:
    made: list[str] = []

    def change(tree: Tree) -> Change:
        brought, ids = make(tree)  # type: ignore[operator]
        made.extend(ids)
        return brought

    if bench.step(change, text) is not None and made:
        bench.selection.set(reversed(made), made[0])
        bench.canvas.reveal(made[0])


def _in_sight(bench: Bench) -> tuple[int, int]:
    wide, high = bench.canvas.room()
    x, y = bench.canvas.camera.to_map(wide / 2, high / 2)
    return round(x), round(y)


def rename(bench: Bench) -> None:
    """Give the current node another id, everywhere it is named."""
    current = bench.current()
    if current is None:
        return
    new = asking.text(
        bench.window,
        translate("Verbs", "Rename the id"),
        translate("Verbs", "Id of {node}").format(node=edits.quoted(bench.tree(), current)),
        current,
        lambda value: edits.why_not_rename(bench.tree(), "node", current, value),
    )
    if new is not None and new != current:
        text = translate("Verbs", "rename {old} to {new}").format(old=current, new=new)
        if bench.step(lambda tree: edits.rename(tree, "node", current, new), text) is not None:
            bench.selection.select(new)


def set_root(bench: Bench) -> None:
    """Let the walk begin at the current node."""
    current = bench.current()
    if current is not None:
        text = translate("Verbs", "start with {node}").format(node=edits.quoted(bench.tree(), current))
        bench.step(lambda tree: edits.set_root(tree, current), text)


def make_region(bench: Bench) -> None:
    """A named, coloured area of the selected nodes."""
    chosen = bench.chosen()
    if not chosen:
        return
    title = asking.text(
        bench.window,
        translate("Verbs", "New region"),
        translate("Verbs", "What do the selected boxes have in common?"),
        "",
        lambda value: None if value else translate("Verbs", "Give the region a title."),
    )
    if title:
        taken = bench.tree().regions
        key = edits.slug_of(title, taken, "region")
        region = Region(title=title, colour=COLOURS[len(taken) % len(COLOURS)], nodes=tuple(chosen))
        text = translate("Verbs", "add region '{title}'").format(title=title)
        bench.step(lambda tree: edits.add_part(tree, "region", key, region), text)


def leave_regions(bench: Bench) -> None:
    """Take the selected nodes out of every region; a region that is left empty goes."""
    chosen = set(bench.chosen())
    tree = bench.tree()
    for key, region in list(tree.regions.items()):
        rest = set(region.nodes) - chosen
        if len(rest) == len(region.nodes):
            continue
        text = translate("Verbs", "take nodes out of region '{title}'").format(title=region.title)
        if rest:
            bench.step(lambda now, key=key: edits.take_from_region(now, key, chosen), text)  # type: ignore[misc]
        else:
            bench.step(lambda now, key=key: edits.remove_part(now, "region", key), text)  # type: ignore[misc]


def move(bench: Bench, places: dict[str, tuple[float, float]], merge: str | None = None) -> None:
    """Let boxes stay where they were put."""
    words = translate("Verbs", "move {node}") if len(places) == 1 else translate("Verbs", "move {n} boxes")
    text = words.format(node=edits.quoted(bench.tree(), next(iter(places))), n=len(places))
    if bench.step(lambda tree: edits.move(tree, places), text, merge) is None:
        bench.canvas.model.put_back()
        bench.canvas.viewport().update()


def tidy(bench: Bench) -> None:
    """Leave all boxes to the layout again; they glide to their places."""
    before = dict(bench.canvas.model.positions)
    bench.step(edits.tidy, translate("Verbs", "tidy the map"))
    bench.canvas.tidy(before)
