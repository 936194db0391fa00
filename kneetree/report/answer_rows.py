"""The answers of a walk as rows: the question, what was said in facts, and how that came about.

Only a yes/no question is answered with Yes or No.  A list is told by what was ticked, not ticked and not sure, and a
number by its amount.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from kneetree import words
from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN, Said
from kneetree.model.scales import fact_of
from kneetree.model.tree import Answer, Asked, Kind, QuestionNode
from kneetree.report import facts
from kneetree.walk.walk import How, Step, Walk


@dataclass(frozen=True)
class AnswerRow:
    """A question or decision on the path.

    ``number`` counts the questions that were asked from 1, and is 0 for what was worked out.  ``value`` is how it came
    out, ``answer`` what was said, in words.
    """

    number: int
    node: str
    kind: Kind
    question: str
    topic: str
    value: Answer
    answer: str
    state: How
    ticked: tuple[str, ...]
    not_ticked: tuple[str, ...]
    not_sure_of: tuple[str, ...]
    """These three hold the statements of a list by what was said of them here, or what was known for a decision."""
    lacking: tuple[str, ...] = ()
    """What was denied here although it is so for most people."""
    in_doubt: bool = False
    """Whether it came out *not sure* because the person said so, and not only because something was left out."""
    statement: str = ""
    """The statement of the one finding that a yes/no question asks about."""

    @property
    def summed_up(self) -> bool:
        """Return whether ``answer`` holds all that was said, so that there is nothing to list."""
        return not (self.ticked or self.not_ticked or self.not_sure_of)


def answer_rows(walk: Walk) -> tuple[AnswerRow, ...]:
    """Return a row for each step of the path, in the order in which they came."""
    return tuple(_rows(walk, asked_only=False))


def asked_rows(walk: Walk) -> tuple[AnswerRow, ...]:
    """Return the rows of the questions that were asked, and work out no others: most steps of a path are decisions."""
    return tuple(_rows(walk, asked_only=True))


def _rows(walk: Walk, *, asked_only: bool) -> Iterator[AnswerRow]:
    told, number = dict[str, Said](), 0
    for step in walk.path:
        asked = walk.tree.asked(step.node)
        if step.asked:
            number += 1
            wanted = knowledge.to_ask(asked, told)
            told |= {fact: walk.told[fact] for fact in wanted}
            said = {fact: walk.told[fact] for fact in wanted if fact not in walk.not_asked}
            yield _asked_row(walk, number, step, asked, said)
            continue
        if step.how == "left_out":
            told |= dict.fromkeys(knowledge.to_ask(asked, told), None)
        if not asked_only:
            yield _row_of_other(walk, step, asked, told)


def _row_of_other(walk: Walk, step: Step, asked: Asked, told: Mapping[str, Said]) -> AnswerRow:
    """Return the row of a step that was not asked, after which this is ``told``."""
    left_out = words.text(walk.tree.language, "answer.left_out")
    if step.how == "left_out":
        return _row(walk, 0, step, asked, left_out, {})
    if _was_left_out(walk, step, asked):
        return replace(_row(walk, 0, step, asked, left_out, {}), state="left_out")
    return _worked_out_row(walk, step, asked, told)


def _was_left_out(walk: Walk, step: Step, asked: Asked) -> bool:
    """Return whether a step that was not asked came out as it did only because something was left out before."""
    if asked.facts and walk.not_asked.issuperset(asked.facts):
        return True
    return step.answer is Answer.UNSURE and not _in_doubt(walk, asked)


def _in_doubt(walk: Walk, asked: Asked) -> bool:
    """Return whether the person is not sure of a fact on which a question or decision turns."""
    facts_of_it = {asked.scale, *(fact_of(finding, walk.tree.scales) for finding in asked.findings)}
    said = walk.said
    return any(fact in said and said[fact] is None for fact in facts_of_it)


def never_asked(walk: Walk) -> int:
    """Return how many questions of the tree are not on the path."""
    passed = {step.node for step in walk.path}
    nodes = walk.tree.nodes.items()
    return sum(isinstance(node, QuestionNode) and key not in passed for key, node in nodes)


def not_asked(walk: Walk, elsewhere: Collection[str] = ()) -> tuple[str, ...]:
    """Return what was left out since it could not change the result: questions, and lines of lists that were asked.

    What was answered ``elsewhere``, on a way that was left since, was asked.
    """
    tree, texts = walk.tree, list[str]()
    for step in walk.path:
        asked = tree.asked(step.node)
        if step.how == "left_out":
            texts += [] if all(fact in elsewhere for fact in asked.facts) else [asked.text]
        elif step.asked and asked.is_list:
            said = walk.asked_of(step.node)
            gone = [fact for fact in walk.left_out.get(step.node, ()) if fact in walk.not_asked and fact not in said]
            gone = [fact for fact in gone if fact not in elsewhere]
            texts += [tree.statement(fact) for fact in gone]
    return tuple(dict.fromkeys(texts))


def _asked_row(walk: Walk, number: int, step: Step, asked: Asked, said: Mapping[str, Said]) -> AnswerRow:
    tree = walk.tree
    if asked.kind is Kind.NUMBER:
        return _row(walk, number, step, asked, facts.amount(tree, asked.scale, said[asked.scale]), {})
    if asked.kind is Kind.YES_NO:
        row = _row(walk, number, step, asked, _yes_or_no(tree.language, step, asked, said), {})
        return replace(row, lacking=facts.facts_of(tree, said).lacking)
    return _row(walk, number, step, asked, _list_in_words(tree.language, facts.facts_of(tree, said)), said)


def _worked_out_row(walk: Walk, step: Step, asked: Asked, told: Mapping[str, Said]) -> AnswerRow:
    """Return the row of a step that was not asked; what it rests on is listed, as far as it is known."""
    tree = walk.tree
    if asked.kind is Kind.YES_NO:
        answer = _yes_or_no(tree.language, step, asked, told)
        return _row(walk, 0, step, asked, answer, {})
    if asked.kind is Kind.NUMBER:
        answer = facts.amount(tree, asked.scale, told[asked.scale])
        return _row(walk, 0, step, asked, answer, {})
    known = {finding: knowledge.value_of(finding, told) for finding in asked.findings}
    gone = {finding for finding in known if fact_of(finding, tree.scales) in walk.not_asked}
    said: dict[str, Said] = {
        finding: value for finding, value in known.items() if value is not UNKNOWN and finding not in gone
    }
    if asked.kind is Kind.LIST:
        answer = _list_in_words(tree.language, facts.facts_of(tree, said))
    else:
        answer = words.text(tree.language, f"decided.{step.answer}")
    return _row(walk, 0, step, asked, answer, said)


def _row(walk: Walk, number: int, step: Step, asked: Asked, answer: str, said: Mapping[str, Said]) -> AnswerRow:
    told = facts.facts_of(walk.tree, said)
    return AnswerRow(
        number=number,
        node=step.node,
        kind=asked.kind,
        question=asked.text,
        topic="" if asked.kind is Kind.DECISION else words.text(walk.tree.language, f"topic.{asked.topic}"),
        value=step.answer,
        answer=answer,
        state=step.how,
        ticked=told.true,
        not_ticked=told.false,
        not_sure_of=told.unsure,
        lacking=told.lacking,
        in_doubt=step.answer is Answer.UNSURE and _in_doubt(walk, asked),
        statement=walk.tree.statement(asked.finding) if asked.kind is Kind.YES_NO else "",
    )


def _yes_or_no(language: str, step: Step, asked: Asked, told: Mapping[str, Said]) -> str:
    """Return the word for the answer to a yes/no question, also if every answer to it leads on the same way."""
    answer = step.answer
    if answer is Answer.NEXT:
        value = knowledge.value_of(asked.finding, told)
        answer = Answer.YES if value is True else Answer.NO if value is False else Answer.UNSURE
    return words.text(language, f"answer.{answer}")


def _list_in_words(language: str, told: facts.Facts) -> str:
    """Return what was ticked and what was not sure in one line; what was not ticked is listed elsewhere."""
    parts = [*told.true]
    if told.unsure:
        parts.append(words.text(language, "answer.unsure_of", items="; ".join(told.unsure)))
    return "; ".join(parts) if parts else words.text(language, "answer.none_of_these")
