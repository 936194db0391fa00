"""What has changed between two states of a tree, told by what it does to people, the gravest first.

A reviewer who has signed an earlier state reads this instead of the whole tree again.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from kneetree.analysis import difference
from kneetree.analysis.difference import Diff, Difference, Result, ResultChange
from kneetree.errors import KneetreeError
from kneetree.model.change import PartName
from kneetree.model.titles import title_of
from kneetree.model.tree import Tree, Urgency
from kneetree.proof.after_edit import Known, after_edit
from kneetree.proof.lowering import Lowering
from kneetree.proof.safety_rules import Verdict


class Effect(StrEnum):
    """The kinds of what a change does, in the order in which a reviewer wants to read them."""

    RULE_BROKEN = "rule_broken"
    RULE_OPEN = "rule_open"
    RULE_GONE = "rule_gone"
    RULE_CHANGED = "rule_changed"
    CAN_FALL = "can_fall"
    CASE_LOWER = "case_lower"
    CASE_OTHER = "case_other"
    FINDING_OTHER = "finding_other"
    LEAF_URGENCY = "leaf_urgency"
    NODE_GONE = "node_gone"
    NODE_NEW = "node_new"
    REROUTED = "rerouted"
    TEXT = "text"
    OTHER = "other"


class Outcome(Struct, frozen=True):
    """What a person is told: how urgent it is, and the titles of the leaves."""

    urgency: Urgency
    leaves: str


class Line(Struct, frozen=True):
    """One effect, with the place to go to; ``before`` and ``after`` are outcomes, levels of urgency or texts."""

    effect: Effect
    part: str
    key: str
    title: str
    before: Any = None
    after: Any = None
    field: str = ""
    there: bool = True
    """Whether the place is still in the tree."""


class Since(Struct, frozen=True):
    """All effects; ``undecided`` is a sentence if it could not be proved what can lower a result.

    If ``whole`` is false, nothing was proved yet: rules and what can lower a result are still to come.
    """

    lines: tuple[Line, ...]
    undecided: str = ""
    whole: bool = True

    def of(self, effect: Effect) -> list[Line]:
        """Return the lines of one kind."""
        return [line for line in self.lines if line.effect is effect]


def since(old: Tree, new: Tree, before: Proved | None = None) -> Iterator[Since | Proved | None]:
    """Yield what has changed from ``old`` to ``new``: at first without what has to be proved, at last all of it.

    What is proved of ``old`` is yielded too; given as ``before`` it saves the same work for another ``new``.  Between
    slices there is a ``None``.
    """
    yield None
    diff = difference.compare(old, new)
    was = {(part.part, part.key): part.was for part in diff.parts if part.kind == "renamed"}
    lines = [*_results(old, new, diff), *(line for part in diff.parts for line in _parts(old, new, part))]
    lines += _altered_rules(diff)
    yield Since(_in_order(lines), whole=False)
    if before is None:
        before = yield from _proved(old, None)
        yield before
    after = yield from _proved(new, before.known)
    lines += [*_rules(new, before, after, was), *_falls(new, before, after, was)]
    yield Since(_in_order(lines), after.trouble or before.trouble)


def _in_order(lines: list[Line]) -> tuple[Line, ...]:
    order = list(Effect)
    return tuple(sorted(lines, key=lambda line: order.index(line.effect)))


class Proved(Struct):
    """What is proved of a tree."""

    verdicts: Mapping[str, Verdict] = {}
    lowerings: Mapping[str, Lowering] = {}
    trouble: str = ""
    known: Known | None = None


def _proved(tree: Tree, known: Known | None) -> Generator[None, None, Proved]:
    found = Proved()
    try:
        for news in after_edit(tree, known):
            yield None
            if news is None:
                continue
            if news.verdicts is not None:
                found.verdicts = news.verdicts if news.whole else {**found.verdicts, **news.verdicts}
            if news.lowerings is not None:
                found.lowerings = news.lowerings if news.whole else {**found.lowerings, **news.lowerings}
            found.trouble = news.trouble or found.trouble
            found.known = news.known or found.known
    except KneetreeError as error:
        found.trouble = error.sentence
    return found


def _rules(new: Tree, before: Proved, after: Proved, was: Mapping[tuple[PartName, str], str]) -> Iterator[Line]:
    for key, verdict in after.verdicts.items():
        old = before.verdicts.get(was.get(("rule", key), key))
        title = new.rules[key].statement or key
        if verdict.holds is False and (old is None or old.holds is not False):
            yield Line(Effect.RULE_BROKEN, "rule", key, title)
        elif verdict.holds is None and (old is None or old.holds is not None):
            yield Line(Effect.RULE_OPEN, "rule", key, title, after=verdict.reason)


def _altered_rules(diff: Diff) -> Iterator[Line]:
    for part in diff.parts:
        if part.part == "rule" and part.kind == "removed":
            yield Line(Effect.RULE_GONE, "rule", part.key, part.title or part.key, there=False)
        elif part.part == "rule" and part.kind in ("changed", "added"):
            yield Line(Effect.RULE_CHANGED, "rule", part.key, part.title or part.key, after=part.kind)


def _falls(new: Tree, before: Proved, after: Proved, was: Mapping[tuple[PartName, str], str]) -> Iterator[Line]:
    for key, now in after.lowerings.items():
        old = before.lowerings.get(was.get(("finding", key), key))
        if now.lowers and _is_worse(now, old):
            fell = (old.high, old.low) if old is not None and old.lowers else None
            yield Line(Effect.CAN_FALL, "lowering", key, new.statement(key), fell, (now.high, now.low))


def _is_worse(now: Lowering, old: Lowering | None) -> bool:
    """Return whether a finding lowers results that it did not lower, or lowers them further."""
    if old is None or not old.lowers or now.high is None or old.high is None or now.low is None or old.low is None:
        return True
    return now.high.rank > old.high.rank or (now.high is old.high and now.low.rank < old.low.rank)


def _results(old: Tree, new: Tree, diff: Diff) -> Iterator[Line]:
    for change in diff.cases:
        case = new.cases.get(change.id) or old.cases.get(change.id)
        title = case.story if case is not None and case.story else change.id
        lower = change.after is None or (change.before is not None and _rank(change.after) < _rank(change.before))
        effect = Effect.CASE_LOWER if lower else Effect.CASE_OTHER
        yield _result_line((old, new), effect, "case", change, title, change.id in new.cases)
    for change in diff.findings:
        there = change.id in new.findings
        title = (new if there else old).statement(change.id)
        yield _result_line((old, new), Effect.FINDING_OTHER, "finding", change, title, there)


def _rank(result: Result) -> int:
    return result.urgency.rank


def _result_line(
    trees: tuple[Tree, Tree], effect: Effect, part: str, change: ResultChange, title: str, there: bool
) -> Line:
    before, after = _outcome(trees[0], change.before), _outcome(trees[1], change.after)
    return Line(effect, part, change.id, title, before, after, there=there)


def _outcome(tree: Tree, result: Result | None) -> Outcome | None:
    if result is None:
        return None
    known = [title_of(tree, leaf) if leaf in tree.nodes else leaf for leaf in result.leaves]
    return Outcome(result.urgency, ", ".join(known))


_TEXTS = frozenset({
    "title", "text", "help", "answer_rule", "why", "statement", "means", "reassures", "reason", "name", "plain_name",
    "summary", "at_least", "under", "unit", "intended_use", "not_for", "emergency", "call", "heading", "button",
})  # fmt: skip


def _parts(old: Tree, new: Tree, part: Difference) -> Iterator[Line]:
    if part.part in ("rule", "layout", "review", "case", "region", "version"):
        return
    title = part.title or part.key or part.part
    if part.part == "node":
        title = title_of(new if part.key in new.nodes else old, part.key)
        effect = {"added": Effect.NODE_NEW, "removed": Effect.NODE_GONE, "rerouted": Effect.REROUTED}.get(part.kind)
        if effect is not None:
            yield Line(effect, "node", part.key, title, there=effect is not Effect.NODE_GONE)
            return
    if part.kind in ("added", "removed", "renamed"):
        yield Line(Effect.OTHER, part.part, part.key, title, part.was or None, part.kind, there=part.kind != "removed")
        return
    ends = [change.field for change in part.fields if change.field in ("yes", "no", "next")]
    if ends:
        yield Line(Effect.REROUTED, "node", part.key, title)
    for change in part.fields:
        if change.field in ends:
            continue
        effect = Effect.TEXT if change.field in _TEXTS else Effect.OTHER
        if part.part == "node" and change.field == "urgency":
            effect = Effect.LEAF_URGENCY
        yield Line(effect, part.part, part.key, title, change.before, change.after, change.field)
