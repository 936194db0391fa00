"""Work out what everybody who reaches a node has been asked and what is known there, as far as the graph alone tells.

Sets of facts travel down the tree as bits, some thousands at a time so that memory stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kneetree.model.asked import Kind
from kneetree.proof.arrays import Compiled, Turn

_AT_A_TIME = 2048


def surely_asked(tree: Compiled) -> bytearray:
    """Return 1 for each question that cannot be passed, since nothing above it asks what it asks, and else 0."""
    decisions = tree.decisions
    sure = bytearray(place >= 0 and place not in decisions for place in tree.turn)
    known = dict.fromkeys((node for askers in tree.asked_again.values() for node in askers), 0)
    for masks in _masks(tree, tree.asked_again):
        arrived = [0] * len(tree.ids)
        for node in tree.order:
            bits, arrived[node] = arrived[node], 0
            mask = masks.get(node, 0)
            if mask:
                known[node] += (bits & mask).bit_count()
                bits |= mask
            if bits and tree.yes[node] >= 0:
                arrived[tree.yes[node]] |= bits
                arrived[tree.no[node]] |= bits
    for node, count in known.items():
        turn = tree.turn_of(node)
        enough = 1 if turn.terms else len(turn.facts)
        if count >= enough:
            sure[node] = 0
    return sure


def complete_turns(tree: Compiled, sure: Sequence[int]) -> set[int]:
    """Return the places in ``turns`` of decisions all of whose facts are always known there.

    ``sure`` is what ``surely_asked`` returns.
    """
    standing = {tree.turn[node] for node in tree.order if tree.turn[node] in tree.decisions}
    return standing - {tree.turn[node] for node in incomplete(tree, sure)}


def incomplete(tree: Compiled, sure: Sequence[int]) -> list[int]:
    """Return the decisions at which some fact may not be known; ``sure`` is what ``surely_asked`` returns."""
    decisions = [node for node in tree.order if tree.turn[node] in tree.decisions]
    counted = {node: {tree.fact(finding) for finding, _, _ in tree.turn_of(node).terms} for node in decisions}
    missing = {node: len(facts) for node, facts in counted.items()}
    wanted = dict.fromkeys(fact for facts in counted.values() for fact in facts)
    for masks in _masks(tree, wanted, counted):
        arrived = [-1] * len(tree.ids)
        arrived[tree.root] = 0
        for node in tree.order:
            bits, arrived[node] = arrived[node], -1
            mask = masks.get(node, 0)
            if node in missing:
                missing[node] -= (bits & mask).bit_count()
            elif mask and (sure[node] or leaves_all_known(tree.turn_of(node))):
                bits |= mask
            if tree.yes[node] >= 0:
                arrived[tree.yes[node]] &= bits
                arrived[tree.no[node]] &= bits
    return [node for node, count in missing.items() if count]


def leaves_all_known(turn: Turn) -> bool:
    """Return whether all facts of a question are known after it; those of a list that is passed need not be."""
    return turn.kind is not Kind.LIST or not turn.terms


def _masks(
    tree: Compiled, facts: Iterable[str], counted: dict[int, set[str]] | None = None
) -> Iterator[dict[int, int]]:
    """Yield for some facts at a time the bits of those that each node asks for, or that a decision counts."""
    listed = list(facts)
    for start in range(0, len(listed), _AT_A_TIME):
        masks: dict[int, int] = {}
        bits = {fact: 1 << place for place, fact in enumerate(listed[start : start + _AT_A_TIME])}
        for fact, bit in bits.items():
            for node in tree.askers(fact):
                masks[node] = masks.get(node, 0) | bit
        for node, named in (counted or {}).items():
            masks[node] = sum(bits.get(fact, 0) for fact in named)
        yield masks
