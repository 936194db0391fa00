"""Edits of where an answer leads: to another node, to a new one, or through a new question or decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from msgspec import structs

from kneetree.edits.drafts import is_draft, quoted
from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.guards import no_such_way, other, side, way_of
from kneetree.edits.numbers import some_number
from kneetree.edits.words import plain_reason
from kneetree.errors import KneetreeError, ShapeError
from kneetree.model.change import Change
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Answer, Count, Decision, Leaf, Node, Position, QuestionNode, Region, Topic, Tree
from kneetree.words.sentences import sentence

Counts = Sequence[str | Count]


def why_not_connect(tree: Tree, source: str, answer: str, target: str) -> str | None:
    """Return why that answer cannot lead there, or ``None``; this is quick enough to be asked while hovering."""
    node = tree.nodes.get(source)
    if node is None or isinstance(node, Leaf):
        return "A result leads nowhere; draw from a question or a decision."
    if answer not in dict(node.edges()):
        return no_such_way(node)
    if target not in tree.nodes:
        return "There is no such node; drop it on a box, or on empty space for a new one."
    if target == source:
        return "A question cannot lead to itself."
    if answer != Answer.NEXT and node.target(other(answer)) == target:
        return sentence(
            "Its {answer} already leads there; the two must lead to different places.",
            answer=sentence(other(answer).capitalize()),
        )
    if leads_to(tree, target, source):
        return sentence(
            "That would go round in a circle: {target} already leads to {source}.",
            target=quoted(tree, target),
            source=quoted(tree, source),
        )
    return None


def leads_to(tree: Tree, start: str, end: str) -> bool:
    """Return whether some answers lead from ``start`` to ``end``, by a search upwards, where the graph is narrow."""
    above = tree.graph.pred
    seen, waiting = {end}, [end]
    while waiting:
        for parent in above[waiting.pop()]:
            if parent == start:
                return True
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return False


def connect(tree: Tree, source: str, answer: str, target: str) -> Change:
    """Let an answer lead to ``target``; what it led to stays, unless that is an empty draft with no other parent."""
    node, way = way_of(tree, source, answer)
    reason = why_not_connect(tree, source, way, target)
    if reason:
        raise ShapeError(reason)
    builder = EditBuilder(tree)
    builder.lead(source, way, target)
    builder.drop_draft(node.target(way))
    return builder.change()


def add_leaf(tree: Tree, source: str, answer: str, at: Position | None = None) -> Change:
    """Add an empty leaf at the end of an answer, its middle ``at`` a point; the old end stays as in ``connect``."""
    node, way = way_of(tree, source, answer)
    builder = EditBuilder(tree)
    leaf = builder.new_leaf(source, at)
    builder.lead(source, way, leaf)
    join_regions(builder, source, [leaf])
    builder.drop_draft(node.target(way))
    return builder.change()


def add_question(
    tree: Tree, source: str, answer: str, at: Position | None = None, *, asks: str = "", collect: bool = False
) -> Change:
    """Add a question at the end of an answer, with its middle ``at`` a point in scene pixels if that is given.

    ``asks`` is the id of a question, scale or threshold, a new draft if it is left out.  A scale, and any question
    with ``collect``, only collects.  The new question's No or Then leads to what the answer led to, if that is a draft
    or has no other parent; otherwise it leads to a new leaf.
    """
    return _add(tree, source, answer, at, _asking(tree, source, answer, asks, collect))


def add_decision(
    tree: Tree,
    source: str,
    answer: str,
    at: Position | None = None,
    *,
    counts: Counts = (),
    at_least: int = 1,
    title: str = "",
) -> Change:
    """Add a decision at the end of an answer, as ``add_question`` adds a question.

    If ``counts`` is empty, it counts what ``source`` asks or counts.
    """
    return _add(
        tree, source, answer, at, partial(_decision, source=source, counts=counts, at_least=at_least, title=title)
    )


def insert_question(
    tree: Tree, source: str, answer: str, keep: str = "no", *, asks: str = "", collect: bool = False
) -> Change:
    """Insert a question on an edge: its ``keep`` answer leads on to where the edge led, the other to a new leaf.

    ``asks`` and ``collect`` are as in ``add_question``; a question that only collects leads on to where the edge led.
    """
    return _insert(tree, source, answer, keep, _asking(tree, source, answer, asks, collect))


def insert_decision(
    tree: Tree,
    source: str,
    answer: str,
    keep: str = "no",
    *,
    counts: Counts = (),
    at_least: int = 1,
    title: str = "",
) -> Change:
    """Insert a decision on an edge, as ``insert_question`` inserts a question and ``add_decision`` makes a decision."""
    return _insert(
        tree, source, answer, keep, partial(_decision, source=source, counts=counts, at_least=at_least, title=title)
    )


def some_threshold(tree: Tree, scale: str) -> str:
    """Return a threshold of a scale: the first that a node asks or counts, else one in the middle.

    Raises ``KneetreeError`` if the scale has only one number.
    """
    for asked in tree.all_asked():
        for finding in asked.findings:
            limit = threshold_of(finding, tree.scales)
            if limit and limit.scale == scale:
                return finding
    return some_number(tree.scales[scale], scale)


class _New(NamedTuple):
    """A node to be made: its name, whether it only collects, and what makes it of its ends."""

    name: str
    collects: bool
    node: Callable[..., Node]


def _add(tree: Tree, source: str, answer: str, at: Position | None, make: Callable[[EditBuilder], _New]) -> Change:
    node, way = way_of(tree, source, answer)
    builder = EditBuilder(tree)
    old = node.target(way)
    kept = is_draft(tree.nodes[old]) or _only(tree, old, source)
    return _put(builder, (source, way), make(builder), old if kept else "", Answer.NO, at)


def _insert(tree: Tree, source: str, answer: str, keep: str, make: Callable[[EditBuilder], _New]) -> Change:
    node, way = way_of(tree, source, answer)
    kept, old, builder = side(keep), node.target(way), EditBuilder(tree)
    return _put(builder, (source, way), make(builder), old, kept, _between(tree, source, old))


def _put(
    builder: EditBuilder, end: tuple[str, Answer], new: _New, on: str, kept: Answer, at: Position | None
) -> Change:
    """Make a node at an end; it leads ``on`` by its ``kept`` answer, and to new leaves where nothing is named."""
    source = end[0]
    answers = (Answer.NEXT,) if new.collects else (Answer.YES, Answer.NO)
    ends = {
        answer.value: on if on and (answer is kept or new.collects) else builder.new_leaf(source) for answer in answers
    }
    node_id = builder.new_node(new.node(**ends), new.name, source, at)
    builder.lead(*end, node_id)
    join_regions(builder, source, [node_id, *(target for target in ends.values() if target != on)])
    return builder.change()


def join_regions(builder: EditBuilder, source: str, come: Sequence[str]) -> None:
    """Put new nodes in the regions of the node that leads to them, right after it."""
    for key in builder.tree.regions:
        region: Region = builder.get("region", key)
        if source in region.nodes:
            at = region.nodes.index(source) + 1
            nodes = (*region.nodes[:at], *come, *region.nodes[at:])
            builder.set("region", key, structs.replace(region, nodes=nodes))


def _asking(tree: Tree, source: str, answer: str, asks: str, collect: bool) -> Callable[[EditBuilder], _New]:
    node, way = way_of(tree, source, answer)
    return partial(_question, source=source, below=node.target(way), asks=asks, collect=collect)


def topic_between(tree: Tree, above: str, below: str) -> Topic:
    """Return the topic of a new question that ``above`` leads to and that leads on to ``below``.

    It is that of the question above.  Only between two questions about danger signs is it one about them: an author
    who goes on after the last of them would otherwise find "red flag" all the way down the tree.
    """
    topic = tree.asked(above).topic
    if topic is Topic.RED_FLAG and (_is_leaf(tree, below) or tree.asked(below).topic is not Topic.RED_FLAG):
        return Topic.SYMPTOM
    return topic


def _is_leaf(tree: Tree, node_id: str) -> bool:
    return isinstance(tree.nodes.get(node_id), Leaf)


def _question(builder: EditBuilder, source: str, below: str, asks: str, collect: bool) -> _New:
    tree = builder.tree
    if not asks:
        asks, name = builder.draft_question(topic_between(tree, source, below)), "new_question"
    else:
        name = asks
        limit = None if asks in tree.questions else threshold_of(asks, tree.scales)
        if asks in tree.scales:
            collect = True
        elif limit and collect:
            asks = limit.scale
        elif not limit and asks not in tree.questions:
            raise KneetreeError("There is no question or number {asks!r}; choose one that is in the tree.", asks=asks)
    return _New(name, collect, partial(QuestionNode, asks=asks))


def _decision(builder: EditBuilder, source: str, counts: Counts, at_least: int, title: str) -> _New:
    chosen = tuple(counts) or counts_of(builder.tree, source)
    builder.declare(count if isinstance(count, str) else count.finding for count in chosen)
    made = partial(Decision, title=title or builder.words.decision, counts=chosen, at_least=at_least)
    try:
        made(yes="yes", no="no")
    except ValueError as error:
        raise KneetreeError("That does not fit: {reason}.", reason=plain_reason(error)) from error
    return _New("new_decision", False, made)


def counts_of(tree: Tree, node_id: str) -> tuple[str | Count, ...]:
    """Return what a decision counts that takes the place of a node, or that comes right after it."""
    asked = tree.asked(node_id)
    if asked.scale:
        return (asked.finding or some_threshold(tree, asked.scale),)
    if not asked.lines:
        return (asked.finding,)
    return tuple([
        line.finding if (line.points, line.true) == (1, True) else Count(line.finding, line.points, line.true)
        for line in asked.lines
    ])  # fmt: skip


def _only(tree: Tree, node_id: str, parent: str) -> bool:
    return node_id != tree.root and EditBuilder(tree).parents(node_id) == [parent]


def _between(tree: Tree, above: str, below: str) -> Position | None:
    if above in tree.layout and below in tree.layout:
        (x, y), (x2, y2) = tree.layout[above], tree.layout[below]
        return round((x + x2) / 2), round((y + y2) / 2)
    return None
