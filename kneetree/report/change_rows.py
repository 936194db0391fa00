"""What would change a result, and what a *not sure* did to it, as sentences in facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kneetree import words
from kneetree.model.tree import About, Kind, Topic, Tree, Urgency
from kneetree.report import facts
from kneetree.walk import why
from kneetree.walk.walk import Walk
from kneetree.walk.why import Effect, Outlook


@dataclass(frozen=True)
class ChangeRow:
    """What the result would be if something had been said otherwise; ``sentence`` says all of it."""

    node: str
    question: str
    changed: dict[str, bool | int]
    """What would be said otherwise, by finding or scale."""
    effect: Effect
    lowest: Urgency
    highest: Urgency
    finished: bool
    worth_telling: bool
    """Whether it is of use to the person: it may be more urgent, and it is something that can still happen to them.

    An age does not change, time only passes, and what goes away or becomes as usual is no reason to get help sooner.
    """
    result: str
    sentence: str


@dataclass(frozen=True)
class UnknownRow:
    """A question with a *not sure* in it, and what that changed: the urgency, only the conditions, or nothing."""

    node: str
    question: str
    facts: tuple[str, ...]
    """The statements, or the number, that were not sure."""
    mattered: Literal["urgency", "result", "nothing"]
    if_yes: Urgency
    if_no: Urgency
    sentence: str
    effect: str
    """The sentence without the facts, for a place where they are beside it."""


def change_rows(walk: Walk, turned: Iterable[why.Turn]) -> tuple[ChangeRow, ...]:
    """Return a row for each turn of a walk."""
    return tuple(_change(walk, turn) for turn in turned)


def nearest(walk: Walk, turned: Iterable[why.Turn]) -> str:
    """Return the nearest more urgent result in words, if possible one worth telling, or that there is none."""
    language, every = walk.tree.language, tuple(turned)
    if walk.urgency is Urgency.EMERGENCY:
        return words.text(language, "nearest.none_emergency")
    turn = (
        why.nearest(turn for turn in every if _worth_telling(walk, turn))
        or why.nearest(turn for turn in every if not _becomes_usual(walk, turn))
        or why.nearest(every)
    )
    if turn is not None:
        return _change(walk, turn).sentence
    if why.untried(walk):
        return words.text(language, "nearest.none_of_last", number=why.MOST_TURNS)
    return words.text(language, "nearest.none")


def unknown_rows(walk: Walk) -> tuple[UnknownRow, ...]:
    """Return a row for each question that has a *not sure* in it."""
    return tuple(_unknown(walk, unknown) for unknown in why.unknowns(walk))


def unknown_lines(language: str, rows: Sequence[UnknownRow]) -> tuple[str, ...]:
    """Return the sentences of ``rows``; those that say the same of other facts are one sentence about all these.

    Of several facts of one question it is only known what comes of all of them and of none.
    """
    lines = list[str]()
    for row in rows:
        several = len(row.facts) > 1
        alike = [other for other in rows if other.mattered == row.mattered and (len(other.facts) > 1) == several]
        if row.mattered == "urgency" or len(alike) == 1:
            lines.append(row.sentence)
        else:
            told = "; ".join(fact for other in alike for fact in other.facts)
            lines.append(words.text(language, f"unknown.{row.mattered}_{'lists' if several else 'each'}", facts=told))
    return tuple(dict.fromkeys(lines))


def _change(walk: Walk, turn: why.Turn) -> ChangeRow:
    tree, language = walk.tree, walk.tree.language
    asked = tree.asked(turn.node)
    changed = _otherwise(walk, turn.changed)
    result = _changed_result(walk, turn.outlook)
    question = asked.text if asked.kind is Kind.YES_NO else ""
    clauses = [facts.clause(tree, fact, value, walk.told.get(fact), question) for fact, value in changed.items()]
    told = facts.joined(language, clauses)
    sentence = words.text(language, "change.facts", facts=told, result=facts.lowered(result))
    return ChangeRow(
        node=turn.node,
        question=asked.text,
        changed=changed,
        effect=turn.effect,
        lowest=turn.outlook.lowest,
        highest=turn.outlook.highest,
        finished=turn.outlook.finished,
        worth_telling=_worth_telling(walk, turn),
        result=result,
        sentence=sentence,
    )


def _otherwise(walk: Walk, changed: dict[str, bool | int]) -> dict[str, bool | int]:
    """Return what differs from what was told: what would be true, or else what would not be."""
    other = {fact: value for fact, value in changed.items() if fact not in walk.told or walk.told[fact] is not value}
    true = {fact: value for fact, value in other.items() if value is not False}
    return true or {fact: value for fact, value in other.items() if walk.told.get(fact) is True}


def _worth_telling(walk: Walk, turn: why.Turn) -> bool:
    """Return whether a changed answer may make it more urgent, as a fact that is not usual or a longer time."""
    if not _may_be_more(walk, turn.outlook) or _becomes_usual(walk, turn):
        return False
    for fact, value in turn.changed.items():
        scale, said = walk.tree.scales.get(fact), walk.told.get(fact)
        if scale is None:
            continue
        younger = scale.unit == "days" and said is not None and value < said
        if scale.topic is Topic.AGE or younger or not turn.outlook.finished:
            return False
    return True


def _may_be_more(walk: Walk, outlook: Outlook) -> bool:
    return walk.urgency is None or outlook.highest.rank > walk.urgency.rank


def _becomes_usual(walk: Walk, turn: why.Turn) -> bool:
    """Return whether every fact that would be said otherwise would then be as it is for most people."""
    findings = walk.tree.findings
    changed = _otherwise(walk, turn.changed)
    return all(fact in findings and value is findings[fact].usual for fact, value in changed.items())


def _changed_result(walk: Walk, outlook: Outlook) -> str:
    """Return a result in words; of one that may be as urgent as now, or less, only how urgent it may become."""
    if walk.urgency is not None and outlook.lowest.rank <= walk.urgency.rank < outlook.highest.rank:
        language, call = walk.tree.language, (walk.tree.about or About()).call
        return words.text(language, "change.perhaps", highest=words.urgency(language, outlook.highest, call))
    return _result(walk.tree, outlook)


def _result(tree: Tree, outlook: Outlook) -> str:
    language, call = tree.language, (tree.about or About()).call
    lowest = words.urgency(language, outlook.lowest, call)
    if outlook.lowest is outlook.highest:
        return lowest
    highest = words.urgency(language, outlook.highest, call)
    return words.text(language, "change.between", lowest=lowest, highest=highest)


def _unknown(walk: Walk, unknown: why.Unknown) -> UnknownRow:
    mattered: Literal["urgency", "result", "nothing"] = (
        "urgency" if unknown.changes_urgency else "result" if unknown.changes_result else "nothing"
    )
    tree, language = walk.tree, walk.tree.language
    asked = tree.asked(unknown.node)
    number = asked.kind is Kind.NUMBER
    unsure = [fact for fact, said in walk.asked_of(asked.node).items() if said is None]
    told = (asked.text,) if number else tuple(tree.statement(fact) for fact in unsure)
    kind = mattered if len(told) == 1 else f"{mattered}_all"
    if number and mattered == "urgency":
        kind = "number_days" if tree.scales[asked.scale].unit == "days" else "number"
    results = {"yes": facts.lowered(_result(tree, unknown.yes)), "no": facts.lowered(_result(tree, unknown.no))}
    sentence = words.text(language, f"unknown.{kind}", facts="; ".join(told), **results)
    effect = words.text(language, f"unsure.{kind}", **results)
    return UnknownRow(unknown.node, asked.text, told, mattered, unknown.yes.lowest, unknown.no.lowest, sentence, effect)
