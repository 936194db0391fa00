"""What is wrong with the shape: what cannot be reached, and words that come twice on one way."""

from __future__ import annotations

from collections.abc import Iterator

from kneetree import safety
from kneetree.checks.codes import Problem, problem
from kneetree.tree import Question, Tree


def reachability(tree: Tree, arrays: safety.Compiled) -> Iterator[Problem]:
    """Nodes to which no way leads."""
    reached = bytearray(len(arrays.ids))
    for number in arrays.order:
        reached[number] = 1
    for number, key in enumerate(arrays.ids):
        if not reached[number]:
            yield problem("unreachable", "No way leads here; connect an answer to it, or delete it.", key)


def same_text_twice(tree: Tree, arrays: safety.Compiled) -> Iterator[Problem]:
    """Questions on one way with the same words about different findings; one bit a wording and its findings."""
    variants: dict[str, dict[tuple[str, ...], int]] = {}
    for _, question in tree.questions():
        found = variants.setdefault(question.text.casefold().strip(), {})
        found.setdefault(tuple(sorted(question.findings)), 0)
    bit = 1
    for found in variants.values():
        if len(found) > 1:
            for findings in found:
                found[findings] = bit
                bit <<= 1
    if bit == 1:
        return
    before = [0] * len(arrays.ids)
    for number in arrays.order:
        node = arrays.nodes[number]
        if not isinstance(node, Question):
            continue
        found = variants[node.text.casefold().strip()]
        mine = found[tuple(sorted(node.findings))]
        others = sum(found.values()) - mine
        if before[number] & others:
            message = f"{node.text!r} was asked before on the way here, about something else; say what is meant."
            yield problem("same_text_twice", message, arrays.ids[number])
        after = before[number] | mine
        before[arrays.yes[number]] |= after
        before[arrays.no[number]] |= after
