"""Find what is wrong with the shape: nodes that cannot be reached, and words that come twice on one way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kneetree import edits
from kneetree.checks.codes import Problem, problem
from kneetree.model.reading_order import reading_order
from kneetree.model.tree import Question, QuestionNode, Tree
from kneetree.words.sentences import sentence


def reachability(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each node to which no way leads."""
    reached, waiting = {tree.root}, [tree.root]
    while waiting:
        for _, target in tree.nodes[waiting.pop()].edges():
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    for key in tree.nodes:
        if key not in reached:
            yield problem("unreachable", "No way leads here; connect an answer to it, or delete it.", key)


def same_text_twice(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each question whose words came before on a way to it, about other findings."""
    marks = _marks(tree.questions)
    if not marks:
        return
    before: dict[str, int] = {}
    for key in reading_order(tree.nodes, [tree.root]):
        node, after = tree.nodes[key], before.get(key, 0)
        mine, others = marks.get(node.asks, (0, 0)) if isinstance(node, QuestionNode) else (0, 0)
        text = tree.asked(key).text if after & others else ""
        if text and not edits.is_draft_text(text):
            message = sentence(
                "{text!r} was asked before on the way here, about something else; say what is meant.", text=text
            )
            yield problem("same_text_twice", message, key)
        after |= mine
        for _, target in node.edges() if after else ():
            before[target] = before.get(target, 0) | after


def _marks(questions: Mapping[str, Question]) -> dict[str, tuple[int, int]]:
    """Return, for each question whose words come with other findings too, its bit and the bits of the others."""
    first: dict[str, Question] = {}
    told_apart: dict[str, dict[tuple[str, ...], int]] = {}
    for question in questions.values():
        words = _words(question)
        before = first.setdefault(words, question)
        if before is not question and _about(before) != _about(question):
            told_apart.setdefault(words, {_about(before): 0})[_about(question)] = 0
    bit = 1
    for found in told_apart.values():
        for about in found:
            found[about] = bit
            bit <<= 1
    marks = {}
    for key, question in questions.items() if told_apart else ():
        bits = told_apart.get(_words(question))
        if bits:
            mine = bits[_about(question)]
            marks[key] = (mine, sum(bits.values()) - mine)
    return marks


def _about(question: Question) -> tuple[str, ...]:
    return tuple(sorted(question.findings))


def _words(question: Question) -> str:
    return question.text.strip().casefold()
