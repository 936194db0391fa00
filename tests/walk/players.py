"""How tests answer the open question of a walk: anything that can be said, or all that makes a difference."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.scales import cuts
from kneetree.model.tree import Kind, Tree
from kneetree.walk.walk import Walk


def one_more(walk: Walk, data: st.DataObject, *, unsure: bool = True) -> Walk:
    """The walk with the open question answered in some way, line by line; with ``unsure`` also *not sure*."""
    asked = walk.tree.asked(walk.question or "")
    if asked.kind is Kind.NUMBER:
        scale = walk.tree.scales[asked.scale]
        number: st.SearchStrategy[Said] = st.integers(scale.least, min(scale.most, 90))
        return walk.answer({asked.scale: data.draw(st.none() | number if unsure else number)})
    values: list[Said] = [True, False, None] if unsure else [True, False]
    return walk.answer({finding: data.draw(st.sampled_from(values)) for finding in knowledge.to_ask(asked, walk.told)})


def some_more(walk: Walk, data: st.DataObject, most: int = 4, *, unsure: bool = True) -> Walk:
    """The walk with up to ``most`` more questions answered."""
    for _ in range(data.draw(st.integers(0, most))):
        if not walk.finished:
            walk = one_more(walk, data, unsure=unsure)
    return walk


def to_the_end(walk: Walk, data: st.DataObject, *, unsure: bool = True) -> Walk:
    """The walk with all questions answered."""
    while not walk.finished:
        walk = one_more(walk, data, unsure=unsure)
    return walk


def definite(walk: Walk) -> Iterator[Walk]:
    """The walks after each definite answer to the open question; of numbers only those that differ.

    A line that was answered on another path keeps that answer.
    """
    asked = walk.tree.asked(walk.question or "")
    facts = [fact for fact in knowledge.to_ask(asked, walk.told) if fact not in walk.answers]
    if asked.kind is Kind.NUMBER:
        yield from (walk.answer({asked.scale: number}) for number in bands(walk.tree)[asked.scale])
    else:
        for values in product((True, False), repeat=len(facts)):
            yield walk.answer(dict(zip(facts, values, strict=True)))


def bands(tree: Tree) -> dict[str, list[int]]:
    """For each scale one number of each band that the thresholds of the tree tell apart."""
    findings = [finding for asked in tree.all_asked() for finding in asked.findings]
    return {name: [tree.scales[name].least, *numbers] for name, numbers in cuts(findings, tree.scales).items()}


def longest(walk: Walk) -> int:
    """How many questions are asked at most, each answered for certain: by trying everything."""
    return 0 if walk.finished else 1 + max(longest(after) for after in definite(walk))


def ends(walk: Walk) -> set[int]:
    """The ranks of all results to which definite answers can still lead."""
    if walk.finished:
        assert walk.urgency is not None
        return {walk.urgency.rank}
    return set().union(*(ends(after) for after in definite(walk)))
