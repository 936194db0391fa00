"""Find what is wrong with the shape: nodes that cannot be reached, and words that come twice on one way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kneetree.checks.codes import Problem, problem
from kneetree.model.reading_order import reading_order
from kneetree.model.tree import Asked, Kind, Leaf, Tree


def reachability(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each node to which no way leads."""
    reached, waiting = {tree.root}, [tree.root]
    while waiting:
        new = [target for _, target in tree.nodes[waiting.pop()].edges() if target not in reached]
        reached.update(new)
        waiting += new
    for key in tree.nodes:
        if key not in reached:
            yield problem("unreachable", "No way leads here; connect an answer to it, or delete it.", key)


def same_text_twice(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each question whose words came before on a way to it, about other findings."""
    order = [tree.asked(key) for key in reading_order(tree.nodes, [tree.root]) if not isinstance(tree.nodes[key], Leaf)]
    marks = _marks([asked for asked in order if asked.kind in (Kind.YES_NO, Kind.LIST)])
    if not marks:
        return
    before: dict[str, int] = {}
    for asked in order:
        after = before.get(asked.node, 0)
        mine, others = marks.get(asked.node, (0, 0))
        if after & others:
            message = f"{asked.text!r} was asked before on the way here, about something else; say what is meant."
            yield problem("same_text_twice", message, asked.node)
        after |= mine
        for _, target in asked.edges() if after else ():
            before[target] = before.get(target, 0) | after


def _marks(questions: list[Asked]) -> dict[str, tuple[int, int]]:
    """Return, for each question whose words come with other findings too, its bit and the bits of the others."""
    words = {asked.node: asked.text.strip().casefold() for asked in questions}
    counts = Counter(words.values())
    variants: dict[str, dict[tuple[str, ...], int]] = {}
    bit = 1
    for asked in questions:
        if counts[words[asked.node]] > 1:
            found = variants.setdefault(words[asked.node], {})
            if found.setdefault(_about(asked), bit) == bit:
                bit <<= 1
    marks = {}
    for asked in questions:
        bits = variants.get(words[asked.node], {})
        if len(bits) > 1:
            mine = bits[_about(asked)]
            marks[asked.node] = (mine, sum(bits.values()) - mine)
    return marks


def _about(asked: Asked) -> tuple[str, ...]:
    return tuple(sorted(asked.findings))
