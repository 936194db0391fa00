"""What was denied, subject by subject: of fifty statements nobody finds the one that they look for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kneetree import words
from kneetree.model.knowledge import Said
from kneetree.model.tree import QuestionNode, Topic
from kneetree.report.facts import facts_of
from kneetree.walk.walk import Walk


@dataclass(frozen=True)
class Denied:
    """What was denied of one subject, such as "Danger signs"; the path calls its questions by the same word."""

    subject: str
    statements: tuple[str, ...]


def denied(walk: Walk, elsewhere: Mapping[str, Said]) -> tuple[Denied, ...]:
    """Return what is not true, and is not for most people; the subject that was asked about first comes first.

    What was said ``elsewhere`` than on the path comes last of its subject.
    """
    topics = dict(_topics(walk))
    said: dict[Topic, dict[str, Said]] = {}
    earlier: dict[Topic, dict[str, Said]] = {}
    for answers, found in ((walk.said, said), (elsewhere, earlier)):
        for fact, value in answers.items():
            if value is False and fact in walk.tree.findings:
                found.setdefault(topics.get(fact, Topic.SYMPTOM), {})[fact] = value
    rows = (
        Denied(
            words.text(walk.tree.language, f"topic.{topic}"),
            facts_of(walk.tree, said.get(topic, {}), earlier.get(topic)).ordinary_no,
        )
        for topic in dict.fromkeys((*said, *earlier))
    )
    return tuple(row for row in rows if row.statements)


def _topics(walk: Walk) -> Iterator[tuple[str, Topic]]:
    """Yield the findings with what each is about; the question of the path comes last, and so has the last word."""
    for node in (*walk.tree.nodes, *(step.node for step in walk.path if step.asked)):
        if isinstance(walk.tree.nodes[node], QuestionNode):
            asked = walk.tree.asked(node)
            for finding in asked.findings:
                yield finding, asked.topic
