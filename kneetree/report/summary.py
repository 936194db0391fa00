"""``Summary``: everything that a finished walk says, as one frozen value of plain texts.

Screen, print, HTML, text and JSON are made from it and from nothing else, so they cannot disagree.  It knows the words
of its language, but not how anything looks.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from kneetree import __version__, words
from kneetree.errors import CannotStart
from kneetree.files.review import ReviewState, content_hash, review_state
from kneetree.model.points import no_denies_every_line
from kneetree.model.tree import About, Leaf, Source, Tree, Urgency
from kneetree.report.answer_rows import AnswerRow, answer_rows, never_asked
from kneetree.report.path_rows import PathRow, path_rows
from kneetree.walk import why
from kneetree.walk.walk import Walk
from kneetree.walk.why import Effect, Outlook

_T = TypeVar("_T")


@dataclass(frozen=True)
class ConditionRow:
    """What it may be: ``plain_name`` for everybody, ``name`` as doctors call it."""

    id: str
    plain_name: str
    name: str
    summary: str

    @property
    def both_names(self) -> str:
        """Return the plain name, followed by the medical one if that is different."""
        return self.plain_name if self.name in ("", self.plain_name) else f"{self.plain_name} ({self.name})"


@dataclass(frozen=True)
class LeafRow:
    """One result that the answers lead to."""

    node: str
    urgency: Urgency
    urgency_word: str
    title: str
    reason: str
    condition: str


@dataclass(frozen=True)
class ChangeRow:
    """What the result would be if one answer were the other one; ``sentence`` says all of it."""

    node: str
    question: str
    answer: str
    other: str
    effect: Effect
    lowest: Urgency
    highest: Urgency
    finished: bool
    result: str
    sentence: str


@dataclass(frozen=True)
class UnknownRow:
    """A question with a *not sure* in it, and what that changed: the urgency, only the conditions, or nothing."""

    node: str
    question: str
    mattered: Literal["urgency", "result", "nothing"]
    if_yes: Urgency
    if_no: Urgency
    sentence: str


@dataclass(frozen=True)
class SourceRow:
    """Where a statement comes from; ``checked`` is the day on which it was last read, or empty."""

    id: str
    citation: str
    url: str
    year: int | None
    checked: str


@dataclass(frozen=True)
class Summary:
    """A finished walk.  Lists of several results are merged, the most urgent first, without repetition."""

    language: str
    urgency: Urgency
    urgency_word: str
    """Such as "Get medical care today"."""
    level: str
    """The same in one or two words, such as "Today"."""
    action: str
    """One line that goes with the urgency."""
    title: str
    reason: str
    conditions: tuple[ConditionRow, ...]
    """The most likely one of the most urgent result first."""
    do: tuple[str, ...]
    avoid: tuple[str, ...]
    get_help_if: tuple[str, ...]
    leaves: tuple[LeafRow, ...]
    answers: tuple[AnswerRow, ...]
    asked: int
    known: int
    never_asked: int
    path: tuple[PathRow, ...]
    changes: tuple[ChangeRow, ...]
    nearest: str
    """The nearest more urgent result in words, or that there is none."""
    unknowns: tuple[UnknownRow, ...]
    sources: tuple[SourceRow, ...]
    emergency: str
    intended_use: str
    not_for: str
    tree_title: str
    tree_version: str
    content_hash: str
    """The first twelve digits of ``sha256``."""
    sha256: str
    review_state: ReviewState
    review_sentence: str
    licence: str
    authors: tuple[str, ...]
    made: str
    """The day of this summary, as YYYY-MM-DD."""
    program: str
    findings: dict[str, bool | None]
    """What was answered on the path, by finding: true, false, or None for not sure."""


def summarise(walk: Walk, made: datetime.date | None = None) -> Summary:
    """Return the summary of a finished walk, made today unless ``made`` says otherwise.

    Raises ``CannotStart`` if the walk is not finished.
    """
    tree = walk.tree
    if not walk.finished:
        raise CannotStart("The walk has not ended yet; answer its open question first.")
    language = words.spoken(tree.language)
    leaves = [tree.leaf(key) for key in walk.leaves]
    first, about = leaves[0], tree.about or About()
    turned = why.turns(walk)
    sha256 = content_hash(tree)
    return Summary(
        language=tree.language,
        urgency=first.urgency,
        urgency_word=urgency_word(language, first.urgency),
        level=words.text(language, f"level.{first.urgency}"),
        action=words.text(language, f"action.{first.urgency}"),
        title=leaf_title(tree, first),
        reason=first.reason,
        conditions=_conditions(tree, leaves),
        do=_merged(leaves, lambda leaf: leaf.do),
        avoid=_merged(leaves, lambda leaf: leaf.avoid),
        get_help_if=_merged(leaves, lambda leaf: leaf.get_help_if),
        leaves=tuple(_leaf_row(tree, language, key) for key in walk.leaves),
        answers=answer_rows(walk),
        asked=walk.asked,
        known=len(walk.path) - walk.asked,
        never_asked=never_asked(walk),
        path=path_rows(walk),
        changes=tuple(_change(tree, language, turn) for turn in turned),
        nearest=_nearest(tree, language, first.urgency, turned),
        unknowns=tuple(_unknown(tree, language, unknown) for unknown in why.unknowns(walk)),
        sources=_sources(tree, walk, leaves),
        emergency=about.emergency,
        intended_use=about.intended_use,
        not_for=about.not_for,
        tree_title=tree.title,
        tree_version=tree.version,
        content_hash=sha256[:12],
        sha256=sha256,
        review_state=review_state(tree),
        review_sentence=review_sentence(tree),
        licence=about.licence,
        authors=about.authors,
        made=(made or datetime.date.today()).isoformat(),
        program=__version__,
        findings=dict(walk.told),
    )


def review_sentence(tree: Tree, language: str | None = None) -> str:
    """Return a sentence that says whether a clinician has reviewed the tree as it is."""
    review, spoken = tree.review, language or tree.language
    if review is None:
        return words.text(spoken, "review.draft")
    return words.text(
        spoken, f"review.{review_state(tree)}", by=review.by, role=review.role, on=review.on, next=review.next
    )


def urgency_word(language: str, urgency: Urgency) -> str:
    """Return how soon to get help, in words: "Get medical care today"."""
    return words.text(language, f"urgency.{urgency}")


def leaf_title(tree: Tree, leaf: Leaf) -> str:
    """Return a leaf's title, or the plain name of its first condition if it has none."""
    return leaf.title or tree.condition_name(leaf.condition)


def _merged(leaves: Iterable[Leaf], lines: Callable[[Leaf], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for leaf in leaves for line in lines(leaf)))


def _conditions(tree: Tree, leaves: Iterable[Leaf]) -> tuple[ConditionRow, ...]:
    """Return the conditions of all results: those of the most urgent result first, and none twice."""
    every = list(leaves)
    ids = dict.fromkeys([*every[0].conditions, *(condition for leaf in every for condition in leaf.conditions)])
    rows = []
    for key in ids:
        known = tree.conditions.get(key)
        rows.append(
            ConditionRow(key, tree.condition_name(key), known.name if known else key, known.summary if known else "")
        )
    return tuple(rows)


def _leaf_row(tree: Tree, language: str, key: str) -> LeafRow:
    leaf = tree.leaf(key)
    word = urgency_word(language, leaf.urgency)
    return LeafRow(key, leaf.urgency, word, leaf_title(tree, leaf), leaf.reason, tree.condition_name(leaf.condition))


def _result(language: str, outlook: Outlook) -> str:
    if outlook.lowest is outlook.highest:
        return urgency_word(language, outlook.lowest)
    lowest, highest = urgency_word(language, outlook.lowest), urgency_word(language, outlook.highest)
    return words.text(language, "change.between", lowest=lowest, highest=highest)


def _change(tree: Tree, language: str, turn: why.Turn) -> ChangeRow:
    question = tree.question(turn.node)
    result = _result(language, turn.outlook)
    other = words.text(language, f"answer.{turn.other}")
    item = next((item.text for item in question.items if item.finding == turn.item), "")
    if item and no_denies_every_line(question):
        sentence = words.text(language, "change.item", item=item, result=result)
    else:
        sentence = words.text(language, "change.answer", question=question.text, other=other, result=result)
    return ChangeRow(
        node=turn.node,
        question=question.text,
        answer=words.text(language, f"answer.{turn.answer}"),
        other=other,
        effect=turn.effect,
        lowest=turn.outlook.lowest,
        highest=turn.outlook.highest,
        finished=turn.outlook.finished,
        result=result,
        sentence=sentence,
    )


def _nearest(tree: Tree, language: str, urgency: Urgency, turned: Iterable[why.Turn]) -> str:
    if urgency is Urgency.EMERGENCY:
        return words.text(language, "nearest.none_emergency")
    turn = why.nearest(turned)
    return words.text(language, "nearest.none") if turn is None else _change(tree, language, turn).sentence


def _unknown(tree: Tree, language: str, unknown: why.Unknown) -> UnknownRow:
    mattered: Literal["urgency", "result", "nothing"] = (
        "urgency" if unknown.changes_urgency else "result" if unknown.changes_result else "nothing"
    )
    question = tree.question(unknown.node).text
    yes, no = _result(language, unknown.yes), _result(language, unknown.no)
    sentence = words.text(language, f"unknown.{mattered}", question=question, yes=yes, no=no)
    return UnknownRow(unknown.node, question, mattered, unknown.yes.lowest, unknown.no.lowest, sentence)


def _sources(tree: Tree, walk: Walk, leaves: Iterable[Leaf]) -> tuple[SourceRow, ...]:
    """Return the sources of the results, of their conditions and of the questions that were asked, in this order."""
    ids: dict[str, None] = {}
    for leaf in leaves:
        ids |= dict.fromkeys(leaf.sources)
        for condition in leaf.conditions:
            known = tree.conditions.get(condition)
            ids |= dict.fromkeys(known.sources if known else ())
    for step in walk.path:
        ids |= {} if step.known else dict.fromkeys(tree.question(step.node).sources)
    return tuple(_source(key, tree.sources[key]) for key in ids if key in tree.sources)


def _source(key: str, source: Source) -> SourceRow:
    return SourceRow(key, source.citation, source.url, source.year, source.checked)
