"""Find what is wrong with the shape: nodes that cannot be reached, and words that come twice on one way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kneetree.checks.codes import Problem, problem
from kneetree.model.tree import Question, Tree
from kneetree.proof import safety_rules


def reachability(tree: Tree, arrays: safety_rules.Compiled) -> Iterator[Problem]:
    """Yield a problem for each node to which no way leads."""
    if len(arrays.order) == len(arrays.ids):
        return
    reached = bytearray(len(arrays.ids))
    for number in arrays.order:
        reached[number] = 1
    for number, key in enumerate(arrays.ids):
        if not reached[number]:
            yield problem("unreachable", "No way leads here; connect an answer to it, or delete it.", key)


def same_text_twice(tree: Tree, arrays: safety_rules.Compiled) -> Iterator[Problem]:
    """Yield a problem for each question whose words came before on a way to it, about other findings."""
    marks = _marks(arrays)
    if not marks:
        return
    before = [0] * len(arrays.ids)
    for number in arrays.order:
        after = before[number]
        mark = marks.get(number)
        if mark is not None:
            mine, others = mark
            if after & others:
                text = tree.question(arrays.ids[number]).text
                message = f"{text!r} was asked before on the way here, about something else; say what is meant."
                yield problem("same_text_twice", message, arrays.ids[number])
            after |= mine
        if after and arrays.yes[number] >= 0:
            before[arrays.yes[number]] |= after
            before[arrays.no[number]] |= after


def _marks(arrays: safety_rules.Compiled) -> dict[int, tuple[int, int]]:
    """Return, for each question whose words come with other findings too, its bit and the bits of the others."""
    words = [node.text.strip().casefold() if type(node) is Question else "" for node in arrays.nodes]
    counts = Counter(words)
    del counts[""]
    if len(counts) == counts.total():
        return {}
    bits: dict[str, dict[tuple[str, ...], int]] = {}
    twice: dict[int, dict[tuple[str, ...], int]] = {}
    for number, text in enumerate(words):
        if counts[text] > 1:
            twice[number] = bits.setdefault(text, {})
            twice[number].setdefault(_findings(arrays, number), 0)
    bit = 1
    for variants in bits.values():
        for findings in variants if len(variants) > 1 else ():
            variants[findings] = bit
            bit <<= 1
    marks = {}
    for number, variants in twice.items():
        mine = variants[_findings(arrays, number)]
        if mine:
            marks[number] = (mine, sum(variants.values()) - mine)
    return marks


def _findings(arrays: safety_rules.Compiled, number: int) -> tuple[str, ...]:
    return tuple(sorted(arrays.findings[finding] for finding in arrays.asked_by(number)))
