"""``Summary``: everything that a finished walk says, as one frozen value of plain texts.

Screen, print, HTML, text and JSON are made from it and from nothing else, so they cannot disagree.  It knows the words
of its language, but not how anything looks.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kneetree import __version__, words
from kneetree.errors import CannotStart
from kneetree.files.review import ReviewState, content_hash, is_past, review_state
from kneetree.model.knowledge import Said
from kneetree.model.tree import About, Leaf, Source, Tree, Urgency
from kneetree.report import change_rows
from kneetree.report.answer_rows import AnswerRow, answer_rows, never_asked, not_asked
from kneetree.report.care_rows import HelpRow, RecoveryRow, advice_texts, help_rows, recovery_row
from kneetree.report.change_rows import ChangeRow, UnknownRow
from kneetree.report.concluded import concluded
from kneetree.report.denied import Denied, denied
from kneetree.report.earlier_rows import EarlierRow, earlier_rows
from kneetree.report.facts import Facts, facts_of, noteworthy
from kneetree.report.path_rows import PathRow, path_rows
from kneetree.report.unasked import Unasked, unasked
from kneetree.report.unsure_note import unsure_note
from kneetree.walk import why
from kneetree.walk.walk import Walk

_MOST_CHANGES = 5
"""The most lines that say what would change a result: nobody reads more of them."""


def medical_name(plain_name: str, name: str) -> str:
    """Return a medical name if it says anything that the plain one does not, else an empty string.

    It is shown in brackets, so what is in brackets itself follows a comma.
    """
    return "" if name.casefold() in plain_name.casefold() else name.replace(" (", ", ").replace(")", "")


@dataclass(frozen=True)
class ConditionRow:
    """What it may be: ``plain_name`` for everybody, ``name`` as doctors call it."""

    id: str
    plain_name: str
    name: str
    summary: str

    @property
    def medical_name(self) -> str:
        """The medical name, for the brackets after the plain one; see ``medical_name``."""
        return medical_name(self.plain_name, self.name)

    @property
    def both_names(self) -> str:
        """The plain name, followed by the medical one if there is another: not “A bruise (Bruise)”."""
        return f"{self.plain_name} ({self.medical_name})" if self.medical_name else self.plain_name


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
class SourceRow:
    """Where a statement comes from; ``checked`` is the day on which it was last read, or empty.

    ``state`` says so in words, or that nobody has read it; it is empty if the citation says that itself.
    """

    id: str
    citation: str
    url: str
    year: int | None
    checked: str
    state: str


@dataclass(frozen=True)
class Summary:
    """A finished walk.  Lists of several results are merged, the most urgent first, without repetition."""

    language: str
    urgency: Urgency
    urgency_word: str
    """Such as "Get medical care today", with the number to call if the tree has one."""
    level: str
    """The same in one or two words, such as "Today"."""
    action: str
    """One line that goes with the urgency."""
    title: str
    unsure_note: str
    """That title and reason are what could be, where only a *not sure* led there."""
    reason: str
    said: tuple[str, ...]
    """What the person told that is out of the ordinary: numbers, and facts that are not as usual."""
    conditions: tuple[ConditionRow, ...]
    """The most likely one of the most urgent result first."""
    do: tuple[str, ...]
    """What the results say that are as urgent as the most urgent one."""
    avoid: tuple[str, ...]
    own_do: tuple[str, ...]
    """What the most urgent result alone says to do; ``do`` begins with it and goes on with what the others add."""
    own_avoid: tuple[str, ...]
    get_help_if: tuple[HelpRow, ...]
    recovery: RecoveryRow | None
    leaves: tuple[LeafRow, ...]
    answers: tuple[AnswerRow, ...]
    """What was asked."""
    worked_out: tuple[AnswerRow, ...]
    """What followed from earlier answers, and decisions, as authors call them."""
    concluded: tuple[str, ...]
    """What followed from the numbers that were given, in facts."""
    not_asked: tuple[str, ...]
    """Questions, and lines of lists, that were left out since they could not change the result."""
    steps: tuple[tuple[str, str, str], ...]
    """The whole path: each node with its answer, and whether it was asked, known, decided or left out."""
    earlier: tuple[EarlierRow, ...]
    """What was told on a way that was left."""
    facts: Facts
    """All that was told, each fact once, also on a way that was left."""
    denied: tuple[Denied, ...]
    """What ``facts.ordinary_no`` holds, subject by subject."""
    unasked: Unasked
    asked: int
    known: int
    """How many steps were worked out."""
    never_asked: int
    path: tuple[PathRow, ...]
    """The path as the person took it, without what was worked out."""
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
    told: dict[str, Said]
    """What was answered on the path, by finding and by scale: true, false, a number, or None for not sure."""

    @property
    def other_do(self) -> tuple[str, ...]:
        """Return what only other results that are as urgent say to do."""
        return tuple(line for line in self.do if line not in self.own_do)

    @property
    def other_avoid(self) -> tuple[str, ...]:
        """Return what only other results that are as urgent say to avoid."""
        return tuple(line for line in self.avoid if line not in self.own_avoid)

    @property
    def unknown_lines(self) -> tuple[str, ...]:
        """Return what each *not sure* changes, in as few sentences as say it."""
        return change_rows.unknown_lines(self.language, self.unknowns)

    @property
    def would_change(self) -> tuple[str, ...]:
        """Return what would make the result more urgent, at most five lines: the nearest first, then what is certain.

        What is not worth telling is left out, and nobody is told what would make a result less urgent.
        """
        if self.urgency is Urgency.EMERGENCY:
            return (self.nearest,)
        others = [row for row in self.changes if row.worth_telling and row.sentence != self.nearest]
        others.sort(key=lambda row: row.effect == "open")
        return tuple(dict.fromkeys([self.nearest, *(row.sentence for row in others)]))[:_MOST_CHANGES]


def summarise(walk: Walk, made: datetime.date | None = None, elsewhere: Mapping[str, Said] | None = None) -> Summary:
    """Return the summary of a finished walk, made today unless ``made`` says otherwise.

    ``elsewhere`` is what the same person answered on a way that they have left, such as all that came before they went
    back and ticked a danger sign.  It changes no result, but whoever treats them has to know it.

    Raises ``CannotStart`` if the walk is not finished.
    """
    tree = walk.tree
    if not walk.finished:
        raise CannotStart("The walk has not ended yet; answer its open question first.")
    language = words.spoken(tree.language)
    leaves = [tree.leaf(key) for key in walk.leaves]
    first, about = leaves[0], tree.about or About()
    turned, rows = why.turns(walk), answer_rows(walk)
    as_urgent = [leaf for leaf in leaves if leaf.urgency is first.urgency]
    do = advice_texts(tree, _merged(as_urgent, lambda leaf: leaf.do))
    sha256, elsewhere = content_hash(tree), elsewhere or {}
    return Summary(
        language=tree.language,
        urgency=first.urgency,
        urgency_word=words.urgency(language, first.urgency, about.call),
        level=words.text(language, f"level.{first.urgency}"),
        action=words.text(language, f"action.{first.urgency}"),
        title=leaf_title(tree, first),
        unsure_note=unsure_note(walk),
        reason=first.reason,
        said=noteworthy(walk, elsewhere),
        conditions=_conditions(tree, leaves),
        do=do,
        avoid=advice_texts(tree, _merged(as_urgent, lambda leaf: leaf.avoid)),
        own_do=advice_texts(tree, first.do),
        own_avoid=advice_texts(tree, first.avoid),
        get_help_if=help_rows(tree, leaves),
        recovery=recovery_row(tree, first, do),
        leaves=tuple(_leaf_row(tree, language, key) for key in walk.leaves),
        answers=tuple(row for row in rows if row.state == "asked"),
        worked_out=tuple(row for row in rows if row.state in ("known", "decided")),
        concluded=concluded(walk),
        not_asked=not_asked(walk, elsewhere),
        steps=tuple((step.node, step.answer.value, step.how) for step in walk.path),
        earlier=earlier_rows(tree, elsewhere),
        facts=facts_of(tree, walk.said, elsewhere),
        denied=denied(walk, elsewhere),
        unasked=unasked(walk, elsewhere),
        asked=walk.asked,
        known=sum(step.how in ("known", "decided") for step in walk.path),
        never_asked=never_asked(walk),
        path=path_rows(walk),
        changes=change_rows.change_rows(walk, turned),
        nearest=change_rows.nearest(walk, turned),
        # Those who are to call now must not read what it would be if one of these were not so.
        unknowns=() if first.urgency is Urgency.EMERGENCY else change_rows.unknown_rows(walk),
        sources=_sources(tree, walk, leaves),
        emergency=about.emergency,
        intended_use=about.intended_use,
        not_for=about.not_for,
        tree_title=tree.title,
        tree_version=tree.version,
        content_hash=sha256[:12],
        sha256=sha256,
        review_state=review_state(tree),
        review_sentence=review_sentence(tree, today=made),
        licence=about.licence,
        authors=about.authors,
        made=(made or datetime.date.today()).isoformat(),
        program=__version__,
        told=walk.said,
    )


def review_sentence(tree: Tree, language: str | None = None, today: datetime.date | None = None) -> str:
    """Return whether a clinician has reviewed the tree as it is, and first of all if its next review is past."""
    review, spoken = tree.review, language or tree.language
    if review is None:
        return words.text(spoken, "review.draft")
    past = "_past" if is_past(review.next, today or datetime.date.today()) else ""
    key = f"review.{review_state(tree)}{past}"
    return words.text(spoken, key, by=review.by, role=review.role, on=review.on, next=review.next)


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
    word = words.urgency(language, leaf.urgency, (tree.about or About()).call)
    return LeafRow(key, leaf.urgency, word, leaf_title(tree, leaf), leaf.reason, tree.condition_name(leaf.condition))


def _sources(tree: Tree, walk: Walk, leaves: Iterable[Leaf]) -> tuple[SourceRow, ...]:
    """Return the sources of the results, of their conditions and of the questions that were asked, in this order."""
    ids: dict[str, None] = {}
    for leaf in leaves:
        ids |= dict.fromkeys(leaf.sources)
        for condition in leaf.conditions:
            known = tree.conditions.get(condition)
            ids |= dict.fromkeys(known.sources if known else ())
    for step in walk.path:
        ids |= dict.fromkeys(tree.asked(step.node).sources) if step.asked else {}
    return tuple(source_row(tree.language, key, tree.sources[key]) for key in ids if key in tree.sources)


def source_row(language: str, key: str, source: Source) -> SourceRow:
    """Return the source ``key`` as a result names it, in the words of ``language``."""
    unchecked = words.text(language, "general.not_checked")
    if source.checked:
        state = words.text(language, "known.sources", checked=source.checked)
    else:
        # A citation is not translated, so it may say this in another language than the tree's.
        told = any(words.text(other, "general.not_checked") in source.citation.casefold() for other in words.LANGUAGES)
        state = "" if told else unchecked
    return SourceRow(key, citation_of(language, source), source.url, source.year, source.checked, state)


def citation_of(language: str, source: Source) -> str:
    """Return how a source is cited: a citation is not translated, but that something is general knowledge is no name.

    So that is said in ``language``, with or without "not checked", as the file says it in any language.
    """
    citation = source.citation.removesuffix(".").casefold()
    for other in words.LANGUAGES:
        known = words.text(other, "general.knowledge").casefold()
        unchecked = f"{known}, {words.text(other, 'general.not_checked')}"
        if citation == known:
            return words.text(language, "general.knowledge")
        if citation == unchecked:
            return f"{words.text(language, 'general.knowledge')}, {words.text(language, 'general.not_checked')}"
    return source.citation
