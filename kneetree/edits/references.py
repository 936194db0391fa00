"""What names what: every reference in the values of a tree, found and exchanged in one place.

Renaming, pasting, replacing one entry by another, and counting uses all ask this module, so that none of them misses
a place.  It knows values only, not trees or changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct, structs

from kneetree.errors import KneetreeError
from kneetree.model.change import PartName
from kneetree.model.scales import Threshold, id_of, threshold_of
from kneetree.model.tree import (
    Case,
    Condition,
    Count,
    Decision,
    Exemption,
    Leaf,
    Question,
    QuestionNode,
    Recovery,
    Region,
    Rule,
    Scale,
    Start,
    Urgency,
)

_Value = TypeVar("_Value", bound=Struct)
_Said = TypeVar("_Said")

Swap = Callable[[PartName, str], str]
"""Gives the id that replaces an id of a part; it returns the same id where nothing is replaced."""


class Names(NamedTuple):
    """The questions and scales that there are, by which the ids of facts and of what a node asks are told apart."""

    questions: Mapping[str, Question]
    scales: Mapping[str, Scale]


NAMED_BY: dict[PartName, tuple[type, ...]] = {
    "picture": (Start, Question),
    "scale": (QuestionNode, Decision, Rule, Case),
    "finding": (Question, QuestionNode, Decision, Rule, Case),
    "source": (Scale, Condition, Question, Decision, Leaf, Rule),
    "condition": (Leaf, Rule, Case),
    "question": (QuestionNode,),
    "advice": (Condition, Leaf),
    "warning": (Leaf,),
    "node": (QuestionNode, Decision, Region),
}
"""The types of value that can name an id of each part."""


def references(names: Names, value: Any) -> dict[tuple[PartName, str], None]:
    """Return every id that a value names, each with its part, in order; a threshold names its scale."""
    found: dict[tuple[PartName, str], None] = {}

    def note(part: PartName, key: str) -> str:
        found[part, key] = None
        return key

    with_references(names, value, note)
    return found


def with_references(names: Names, value: Any, swap: Swap) -> Any:
    """Return a value with the ids that it names exchanged by ``swap``.

    Where two ids become the same one, a list names it once.  Raises ``KneetreeError`` if the value says two different
    things of them, and ``ValueError`` if the result breaks a rule of its type.
    """
    exchange = _EXCHANGES.get(type(value))
    return value if exchange is None else exchange(names, value, swap)


def kind_of_asks(names: Names, asks: str) -> tuple[PartName, str]:
    """Return the part and the id of the entry that a node asks: a question, or the scale of a number or threshold."""
    if asks in names.questions:
        return "question", asks
    limit = threshold_of(asks, names.scales)
    return ("scale", limit.scale) if limit else ("scale", asks) if asks in names.scales else ("question", asks)


def _asks(names: Names, asks: str, swap: Swap) -> str:
    part, key = kind_of_asks(names, asks)
    return swap("question", asks) if part == "question" else _of_scale(names, asks, key, swap)


def _of_scale(names: Names, fact: str, scale: str, swap: Swap) -> str:
    new = swap("scale", scale)
    if new == scale:
        return fact
    limit = threshold_of(fact, names.scales)
    return id_of(Threshold(new, limit.number)) if limit else new


def _fact(names: Names, fact: str, swap: Swap) -> str:
    limit = threshold_of(fact, names.scales)
    if limit is None and fact not in names.scales:
        return swap("finding", fact)
    return _of_scale(names, fact, limit.scale if limit else fact, swap)


def _question_node(names: Names, node: QuestionNode, swap: Swap) -> QuestionNode:
    points: dict[str, int] = {}
    for line, worth in node.points.items():
        line = swap("finding", line)
        points[line] = max(worth, points.get(line, 1))
    return _altered(
        node,
        asks=_asks(names, node.asks, swap),
        points=points,
        yes=_node(node.yes, swap),
        no=_node(node.no, swap),
        next=_node(node.next, swap),
    )


def _node(target: str, swap: Swap) -> str:
    return swap("node", target) if target else ""


def _decision(names: Names, node: Decision, swap: Swap) -> Decision:
    counts = tuple([_count(names, count, swap) for count in node.counts])
    at_least = node.at_least
    if counts != node.counts:
        counts = _merged(counts)
        at_least = min(at_least, sum(1 if isinstance(count, str) else count.points for count in counts))
    return _altered(
        node,
        counts=counts,
        at_least=at_least,
        yes=swap("node", node.yes),
        no=swap("node", node.no),
        sources=_each("source", node.sources, swap),
    )


def _count(names: Names, count: str | Count, swap: Swap) -> str | Count:
    if isinstance(count, str):
        return _fact(names, count, swap)
    return _altered(count, finding=_fact(names, count.finding, swap))


def _merged(counts: tuple[str | Count, ...]) -> tuple[str | Count, ...]:
    found: dict[str, str | Count] = {}
    for count in counts:
        term = Count(count) if isinstance(count, str) else count
        known = found.setdefault(term.finding, count)
        other = Count(known) if isinstance(known, str) else known
        if other.true is not term.true:
            raise _contradiction()
        if term.points > other.points:
            found[term.finding] = count
    return tuple(found.values())


def _leaf(names: Names, leaf: Leaf, swap: Swap) -> Leaf:
    condition = swap("condition", leaf.condition)
    also = _each("condition", leaf.also, swap)
    if (condition, also) != (leaf.condition, leaf.also):
        also = tuple([key for key in also if key != condition])
    return _altered(
        leaf,
        condition=condition,
        also=also,
        do=_each("advice", leaf.do, swap),
        avoid=_each("advice", leaf.avoid, swap),
        get_help_if=_warnings(leaf.get_help_if, swap),
        sources=_each("source", leaf.sources, swap),
    )


def _warnings(old: dict[Urgency, tuple[str, ...]], swap: Swap) -> dict[Urgency, tuple[str, ...]]:
    new = {level: _each("warning", keys, swap) for level, keys in old.items()}
    if new == old:
        return old
    seen: set[str] = set()
    for level in sorted(new, key=lambda level: -level.rank):
        new[level] = tuple([key for key in new[level] if key not in seen])
        seen.update(new[level])
    return {level: keys for level, keys in new.items() if keys}


def _question(names: Names, question: Question, swap: Swap) -> Question:
    return _altered(
        question,
        picture=swap("picture", question.picture) if question.picture else "",
        finding=_fact(names, question.finding, swap) if question.finding else "",
        lines=_facts(names, question.lines, swap),
        sources=_each("source", question.sources, swap),
    )


def _scale(names: Names, scale: Scale, swap: Swap) -> Scale:
    return _altered(scale, sources=_each("source", scale.sources, swap))


def _start(names: Names, start: Start, swap: Swap) -> Start:
    return _altered(start, picture=swap("picture", start.picture) if start.picture else "")


def _condition(names: Names, condition: Condition, swap: Swap) -> Condition:
    recovery = condition.recovery
    if recovery is not None:
        recovery = _recovery(recovery, swap)
    return _altered(condition, recovery=recovery, sources=_each("source", condition.sources, swap))


def _recovery(recovery: Recovery, swap: Swap) -> Recovery:
    return _altered(
        recovery,
        first_days=_each("advice", recovery.first_days, swap),
        exercises=_each("advice", recovery.exercises, swap),
        back_to_activity=_each("advice", recovery.back_to_activity, swap),
    )


def _rule(names: Names, rule: Rule, swap: Swap) -> Rule:
    every = rule.every_path_to
    if every is not None and every.conditions is not None:
        every = _altered(every, conditions=_each("condition", every.conditions, swap))
    return _altered(
        rule,
        given=None if rule.given is None else _said(names, rule.given, swap),
        unless=tuple([_exemption(names, exemption, swap) for exemption in rule.unless]),
        every_path_to=every,
        asks=None if rule.asks is None else _facts(names, rule.asks, swap),
        never_lowers=None if rule.never_lowers is None else _said(names, rule.never_lowers, swap),
        sources=_each("source", rule.sources, swap),
    )


def _exemption(names: Names, exemption: Exemption, swap: Swap) -> Exemption:
    return _altered(
        exemption,
        given=_said(names, exemption.given, swap),
        sources=_each("source", exemption.sources, swap),
    )


def _case(names: Names, case: Case, swap: Swap) -> Case:
    expect = _altered(
        case.expect,
        conditions=_each("condition", case.expect.conditions, swap),
        listed_ok=_each("condition", case.expect.listed_ok, swap),
    )
    extra = {swap("scale", key) if key in names.scales else key: value for key, value in case.extra.items()}
    return _altered(case, findings=_said(names, case.findings, swap), extra=extra, expect=expect)


def _region(names: Names, region: Region, swap: Swap) -> Region:
    return _altered(region, nodes=_each("node", region.nodes, swap))


def _each(part: PartName, keys: tuple[str, ...], swap: Swap) -> tuple[str, ...]:
    return _once(keys, tuple([swap(part, key) for key in keys]))


def _facts(names: Names, facts: tuple[str, ...], swap: Swap) -> tuple[str, ...]:
    return _once(facts, tuple([_fact(names, fact, swap) for fact in facts]))


def _once(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return old if new == old else tuple(dict.fromkeys(new))


def _said(names: Names, values: Mapping[str, _Said], swap: Swap) -> dict[str, _Said]:
    found: dict[str, _Said] = {}
    for key, value in values.items():
        key = _fact(names, key, swap)
        if found.setdefault(key, value) is not value:
            raise _contradiction()
    return found


def _contradiction() -> KneetreeError:
    return KneetreeError("Something names both, with different values, and would contradict itself.")


def _altered(value: _Value, **fields: Any) -> _Value:
    """Return the value with those of ``fields`` that differ; the order of keys in a mapping is a difference too."""
    new = {name: field for name, field in fields.items() if _differs(getattr(value, name), field)}
    return structs.replace(value, **new) if new else value


def _differs(old: Any, new: Any) -> bool:
    return bool(old is not new and (old != new or (isinstance(old, dict) and list(old) != list(new))))


_EXCHANGES: dict[type, Callable[[Names, Any, Swap], Any]] = {
    QuestionNode: _question_node,
    Decision: _decision,
    Leaf: _leaf,
    Question: _question,
    Scale: _scale,
    Start: _start,
    Condition: _condition,
    Rule: _rule,
    Case: _case,
    Region: _region,
}
