"""How a node and the library entry that it names become one ``Asked``, and how a finding reads."""

from __future__ import annotations

from typing import Protocol

from kneetree.model import scales
from kneetree.model.asked import Asked, Kind, Line
from kneetree.model.nodes import Decision, Node, QuestionNode
from kneetree.model.values import Finding, Question, Scale


class Library(Protocol):
    """The parts of a tree from which a question is put together."""

    language: str
    nodes: dict[str, Node]
    questions: dict[str, Question]
    scales: dict[str, Scale]
    findings: dict[str, Finding]


def statement(library: Library, finding: str, value: bool = True) -> str:
    """Return a finding as a person reads it; its id if it has no statement yet.

    A threshold is put in the words of its scale, those of ``under`` if ``value`` is false.
    """
    entry = library.findings.get(finding)
    if entry is not None:
        return entry.statement or finding
    limit = scales.threshold_of(finding, library.scales)
    if limit is None:
        return finding
    return scales.statement(library.scales[limit.scale], limit.number, value, library.language)


def asked(library: Library, node_id: str) -> Asked:
    """Return what a node asks or decides; raise ``KeyError`` if there is no such node or if it is a leaf."""
    node = library.nodes[node_id]
    if isinstance(node, Decision):
        return _decision(library, node_id, node)
    if not isinstance(node, QuestionNode):
        raise KeyError(node_id)
    question = library.questions.get(node.asks)
    return _number(library, node_id, node) if question is None else _question(library, node_id, node, question)


def _decision(library: Library, node_id: str, node: Decision) -> Asked:
    return Asked(
        node=node_id,
        kind=Kind.DECISION,
        text=node.title,
        lines=tuple(
            [Line(term.finding, statement(library, term.finding), term.points, term.true) for term in node.terms]
        ),
        at_least=node.at_least,
        yes=node.yes,
        no=node.no,
        sources=node.sources,
        note=node.note,
    )


def _question(library: Library, node_id: str, node: QuestionNode, question: Question) -> Asked:
    return Asked(
        node=node_id,
        entry=node.asks,
        kind=Kind.LIST if question.lines else Kind.YES_NO,
        topic=question.topic,
        text=question.text,
        help=question.help,
        answer_rule=question.answer_rule,
        why=question.why,
        picture=question.picture,
        unsure=question.unsure,
        finding=question.finding,
        lines=tuple([Line(line, statement(library, line), node.points.get(line, 1)) for line in question.lines]),
        at_least=node.at_least,
        yes=node.yes,
        no=node.no,
        next=node.next,
        sources=question.sources,
        note=question.note,
    )


def _number(library: Library, node_id: str, node: QuestionNode) -> Asked:
    limit = scales.threshold_of(node.asks, library.scales)
    name = limit.scale if limit else node.asks
    scale = library.scales[name]
    return Asked(
        node=node_id,
        entry=name,
        kind=Kind.NUMBER,
        topic=scale.topic,
        text=scale.text,
        help=scale.help,
        answer_rule=scale.answer_rule,
        why=scale.why,
        unsure=scale.unsure,
        finding=node.asks if limit else "",
        scale=name,
        yes=node.yes,
        no=node.no,
        next=node.next,
        sources=scale.sources,
        note=scale.note,
    )
