"""``Library``: the entries of a tree that is made of rows, each text once, and the nodes that name them."""

from __future__ import annotations

from typing import TypeVar

from kneetree.edits import draft_condition, urgency_note
from kneetree.importing.faults import Fault, named
from kneetree.importing.ids import Ids
from kneetree.importing.rows import Row, Sheet, Statement
from kneetree.importing.said import plainly
from kneetree.importing.thresholds import derived_scale
from kneetree.model.nodes import warning_levels
from kneetree.model.scales import number_named, threshold, threshold_of
from kneetree.model.tree import (
    Advice,
    Condition,
    Count,
    Decision,
    Finding,
    Leaf,
    Node,
    Question,
    QuestionNode,
    Scale,
    Source,
    Topic,
    Urgency,
    WarningSign,
)
from kneetree.model.values import is_id
from kneetree.words.sentences import altered, sentence, sentence_of

_MOST_POINTS = 1000
_FURTHEST = 1_000_000_000
_CASE_KEYS = ("id", "story", "findings", "expect", "source")
T = TypeVar("T")


class UnfitError(Exception):
    """A row cannot become a node; the text is the reason."""


class Library:
    """Makes nodes of rows one by one, and collects what they name."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.scales: dict[str, Scale] = {}
        self.findings: dict[str, Finding] = {}
        self.questions: dict[str, Question] = {}
        self.conditions: dict[str, Condition] = {}
        self.advice: dict[str, Advice] = {}
        self.warnings: dict[str, WarningSign] = {}
        self.sources: dict[str, Source] = {}
        self.faults: list[Fault] = []
        self._known: dict[tuple[str, object], str] = {}
        self._ids = {part: Ids() for part in ("scale", "condition", "advice", "warning", "source")}
        for part in ("finding", "question"):
            self._ids[part] = Ids(lambda key: number_named(key, self.scales) is not None)
        for key in _CASE_KEYS:
            self._ids["scale"].take(key)
        self._make_scales()

    # -- numbers ---------------------------------------------------------------------------------

    def _make_scales(self) -> None:
        """Make the numbers first: their ids mean something wherever else they are used."""
        for row in self._sheet.rows:
            if row.kind == "number" and not _is_threshold(row, self._sheet):
                key = self._scale_id(row)
                self._make_scale(key, row)
        if not self._sheet.ids:
            return
        limits: dict[str, dict[int, str]] = {}
        for row in self._sheet.rows:
            for finding, text in [(row.asks, row.statement), *((line.finding, line.text) for line in row.lines)]:
                limit = threshold(finding)
                asked = row.kind == "number" or (row.kind == "decision" and finding != row.asks)
                if limit is not None and asked and limit.scale not in self.scales:
                    if row.kind == "number" and row.least is not None:
                        self._make_scale(limit.scale, row)
                    else:
                        limits.setdefault(limit.scale, {})[limit.number] = text
        for scale, texts in limits.items():
            if scale not in self.scales and is_id(scale):
                self.scales[scale] = derived_scale(texts, self._sheet.language)

    def _scale_id(self, row: Row) -> str:
        if self._sheet.ids and row.asks:
            return row.asks
        called = "scale", plainly(row.asks or row.name)
        if called not in self._known:
            self._known[called] = self._ids["scale"].new(row.asks or row.name, "number")
        return self._known[called]

    def _make_scale(self, key: str, row: Row) -> None:
        if key in self.scales:
            return
        if row.least is None or row.most is None:
            told = "say between which numbers the answer lies, in the columns 'least' and 'most'."
            self.faults.append(Fault(row.where, told))
            return
        if row.least > row.most or max(abs(row.least), abs(row.most)) > _FURTHEST:
            self.faults.append(Fault(row.where, "'least' is above 'most', or one of them is too large; correct them."))
            return
        self.scales[key] = Scale(
            topic=_topic(row), text=row.text, help=row.help, answer_rule=row.answer_rule, why=row.why,
            unit=row.unit, least=row.least, most=row.most, at_least=row.over, under=row.under,
            sources=self._named_sources(row), note=row.note,
        )  # fmt: skip

    # -- nodes -----------------------------------------------------------------------------------

    def node(self, row: Row, ends: dict[str, str]) -> Node:
        """Return the node of a row that leads to ``ends``; raise ``UnfitError`` if it cannot be one."""
        kind = row.kind or _kind_of(row)
        if kind == "leaf":
            if ends:
                raise UnfitError("this is a result, and a result leads nowhere; empty its Yes, No and Then.")
            return self._leaf(row)
        _check_ends(ends)
        if kind == "decision":
            return self._decision(row, ends)
        if kind == "number":
            return self._number(row, ends)
        lines = self._lines(row) if kind == "list" else ()
        asks = self._question(row, tuple(line.finding for line in lines))
        if kind == "yes_no":
            return _built(QuestionNode, asks=asks, **ends)
        points = {line.finding: _points(line) for line in lines if line.points != 1}
        if "next" in ends:
            return _built(QuestionNode, asks=asks, **ends)
        _check_at_least(row, lines)
        return _built(QuestionNode, asks=asks, at_least=row.at_least, points=points, **ends)

    def _number(self, row: Row, ends: dict[str, str]) -> QuestionNode:
        if not _is_threshold(row, self._sheet):
            if "next" not in ends:
                raise UnfitError("a number leads on by Then; divide at a number in a row of its own, further on.")
            return _built(QuestionNode, asks=self._scale_id(row), **ends)
        limit = threshold(row.asks)
        scale = self.scales.get(limit.scale) if limit is not None else None
        if limit is None or scale is None:
            raise UnfitError(
                sentence(
                    "it divides at {asks}, and no row asks for that number; add one before it.", asks=named(row.asks)
                )
            )
        if not scale.least < limit.number <= scale.most:
            raise UnfitError(
                sentence(
                    "{asks} is outside of what the number can be, {least} to {most}; correct one of them.",
                    asks=named(row.asks),
                    least=scale.least,
                    most=scale.most,
                )
            )
        return _built(QuestionNode, asks=row.asks, **ends)

    def _decision(self, row: Row, ends: dict[str, str]) -> Decision:
        if "next" in ends:
            raise UnfitError("a decision leads on by Yes and No; write these instead of Then.")
        lines = self._lines(row)
        _check_at_least(row, lines)
        counts = tuple(Count(line.finding, _points(line), line.true) for line in lines)
        return _built(
            Decision, title=row.text, counts=counts, at_least=row.at_least, sources=self._named_sources(row),
            note=row.note, **ends,
        )  # fmt: skip

    def _leaf(self, row: Row) -> Leaf:
        net: dict[Urgency, tuple[str, ...]] = {}
        for level, text in row.get_help_if:
            net[level] = (*net.get(level, ()), self._warning(text))
        urgency, note = row.urgency, row.note
        if urgency is None:
            urgency = min([Urgency.SAME_DAY, *net], key=lambda level: level.rank)
            note = "\n".join(filter(None, (urgency_note(self._sheet.language), note)))
        low = next((level for level in net if level not in warning_levels(urgency)), None)
        if low is not None:
            told = sentence(low.value.replace("_", " "))
            raise UnfitError(
                sentence(
                    "a reason to get help is marked {told!r}, which is too low for this result; move it up.", told=told
                )
            )
        return _built(
            Leaf, urgency=urgency, title=row.text, condition=self._condition(row.condition),
            also=tuple(self._condition(name) for name in row.also), reason=row.reason,
            do=tuple(self._advice(text) for text in row.do), avoid=tuple(self._advice(text) for text in row.avoid),
            get_help_if=net, sources=self._named_sources(row), note=note,
        )  # fmt: skip

    # -- entries ---------------------------------------------------------------------------------

    def _question(self, row: Row, lines: tuple[str, ...]) -> str:
        """Return the id of the question of a row; rows that ask the same in the same words share one."""
        wording = (
            row.text, lines, row.help, row.answer_rule, row.why, row.topic, row.note, row.sources, row.statement,
            row.finding,
        )  # fmt: skip
        key = row.asks if self._sheet.ids else self._known.get(("question", wording), "")
        if not key:
            key = self._known["question", wording] = self._ids["question"].new(row.text, "question")
        if key not in self.questions:
            finding = "" if lines else self._finding_of(row, key)
            self.questions[key] = _built(
                Question, topic=_topic(row), text=row.text, help=row.help, answer_rule=row.answer_rule, why=row.why,
                finding=finding, lines=lines, sources=self._named_sources(row), note=row.note,
            )  # fmt: skip
        return key

    def _finding_of(self, row: Row, question: str) -> str:
        if row.finding or row.statement:
            return self._finding(row.statement, row.finding)
        called = "asked", plainly(row.text)
        if called not in self._known:
            key = self._known[called] = self._ids["finding"].new(question, "finding")
            self.findings[key] = Finding("")
        return self._known[called]

    def _finding(self, text: str, key: str) -> str:
        """Return the id of a fact; a threshold needs no entry."""
        for said in filter(None, (key, text)):
            if threshold_of(said, self.scales) is not None:
                return said
        if key and self._sheet.ids:
            self.findings.setdefault(key, Finding("" if text == key else text))
            return key
        return self._entry("finding", self.findings, text, Finding(text))

    def _lines(self, row: Row) -> tuple[Statement, ...]:
        if not row.lines:
            raise UnfitError("this counts or lists nothing; write its statements, one on each line.")
        lines = tuple(
            Statement(line.text, self._finding(line.text, line.finding), line.points, line.true) for line in row.lines
        )
        if len({line.finding for line in lines}) < len(lines):
            raise UnfitError("a statement is there twice; take one away.")
        return lines

    def _condition(self, name: str) -> str:
        if not name:
            return self._entry("condition", self.conditions, "unknown", draft_condition(self._sheet.language))
        if self._sheet.ids:
            self.conditions.setdefault(name, Condition(""))
            return name
        return self._entry("condition", self.conditions, name, Condition(name))

    def _advice(self, text: str) -> str:
        return self._entry("advice", self.advice, text, Advice(text))

    def _warning(self, text: str) -> str:
        return self._entry("warning", self.warnings, text, WarningSign(text))

    def _named_sources(self, row: Row) -> tuple[str, ...]:
        if self._sheet.ids:
            for key in row.sources:
                self.sources.setdefault(key, Source(""))
            return row.sources
        return tuple(self._entry("source", self.sources, text, Source(text)) for text in row.sources)

    def _entry(self, part: str, entries: dict[str, T], text: str, value: T) -> str:
        known = self._known.get((part, value))
        if known is None:
            known = self._known[part, value] = self._ids[part].new(text, part)
            entries[known] = value
        return known


def _kind_of(row: Row) -> str:
    if not (row.yes or row.no or row.next):
        return "leaf"
    return "list" if row.lines else "yes_no"


def _is_threshold(row: Row, sheet: Sheet) -> bool:
    """Return whether a row divides at a number rather than asks for it."""
    return threshold(row.asks) is not None and (bool(row.finding) if sheet.ids else not row.next)


def _topic(row: Row) -> Topic:
    return Topic(row.topic) if row.topic else Topic.SYMPTOM


def _points(line: Statement) -> int:
    if not 1 <= line.points <= _MOST_POINTS:
        raise UnfitError(
            sentence(
                "{points} points are not possible; write a number from 1 to {most:,}.",
                points=line.points,
                most=_MOST_POINTS,
            )
        )
    return line.points


def _check_at_least(row: Row, lines: tuple[Statement, ...]) -> None:
    most = sum(_points(line) for line in lines)
    if not 1 <= row.at_least <= min(most, _MOST_POINTS):
        raise UnfitError(
            sentence(
                "'at least' is {at_least}, and all points together are {most}; correct one of them.",
                at_least=row.at_least,
                most=most,
            )
        )


def _check_ends(ends: dict[str, str]) -> None:
    if "next" in ends:
        if len(ends) > 1:
            raise UnfitError("it has Then beside Yes or No; keep either Then, or both of the others.")
        return
    missing = [word for answer, word in (("yes", "Yes"), ("no", "No")) if answer not in ends]
    if missing:
        one, both = "it does not say where {answer} leads.", "it does not say where Yes and No lead."
        raise UnfitError(sentence(one if len(missing) == 1 else both, answer=sentence(missing[0])))
    if ends["yes"] == ends["no"]:
        raise UnfitError("Yes and No lead to the same; let them lead to two different rows.")


def _built(kind: type[T], **fields: object) -> T:
    """Return a value; what it refuses is a fault of its row."""
    try:
        return kind(**fields)
    except ValueError as error:
        why = altered(sentence_of(error), lambda text, _: text.replace("`", "'"))
        raise UnfitError(sentence("{why}.", why=why)) from error
