"""Work out again after every edit what is known of the tree, without holding up the window.

``Live`` starts the proof, cases, checks and the review's hash when a change may alter them, and tells
their results.  The proof runs in one thread and the rest in another, each over a copy of the tree: a
proof that takes seconds holds up nothing else.
It must not know which widgets show them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kneetree import checks, shipped
from kneetree.analysis import cases
from kneetree.errors import KneetreeError
from kneetree.files import beside, review
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Decision, Finding, Leaf, Question, Rule, Scale, Tree
from kneetree.proof import safety_rules
from kneetree.proof.after_edit import Known, News, after_edit
from kneetree.proof.lowering import Lowering
from kneetree.proof.strength import Strength, strengths
from kneetree.ui.background.task import Work
from kneetree.ui.document.document import Document
from kneetree.ui.editor.live.threaded import Threaded

PROOF, CASES, PROBLEMS, TAKEABLE, REVIEW = "proof", "cases", "problems", "takeable", "review"
NEEDLESS = "needless"
_ORDER = (CASES, PROBLEMS, REVIEW, TAKEABLE)
"""What an author waits for comes first, and what needs the solver last."""
_REST_MS = 40
"""How long nothing may change before work begins, so that typing never waits for it."""

_AFTER_PROOF_MS = 250
"""How long other work waits for the proof, so that they do not compete; most proofs are done by then."""


class Live(QObject):
    """The latest results over the document's tree.

    Signals: ``problems_found()``, ``rules_proved()``, ``lowerings_found()``, ``cases_run()``,
    ``review_told()``: the value of that name is new.  ``rules_proved`` and ``lowerings_found`` may come
    twice after an edit: first of those who still break a rule, or fall, then of all.
    """

    problems_found = Signal()
    rules_proved = Signal()
    lowerings_found = Signal()
    cases_run = Signal()
    review_told = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._found: dict[str, list[checks.Problem]] = {}
        self._copy: Tree | None = None
        self._known: Known | None = None
        self.checked = False
        self.verdicts: Mapping[str, safety_rules.Verdict] = {}
        self.rules_trouble = ""
        self.lowerings: Mapping[str, Lowering] = {}
        self.lowerings_whole = False
        self.lowerings_trouble = ""
        self.results: list[cases.CaseResult] = []
        self.review = review.ReviewState.DRAFT
        self._proving = Threaded(self, rest_ms=_REST_MS)
        self._proving.heard.connect(self._on_heard)
        self._checking = Threaded(self, rest_ms=_REST_MS, order=_ORDER)
        self._closely = Threaded(self, rest_ms=_REST_MS)
        for thread in (self._proving, self._checking, self._closely):
            thread.done.connect(self._on_done)
        document.opened.connect(self.start_all)
        document.changed.connect(self._on_changed)
        self.start_all()

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        return self._proving.busy or self._checking.busy

    @property
    def problems(self) -> list[checks.Problem]:
        """All problems found, of nodes that are still there."""
        nodes = self._document.tree.nodes
        rules = self._document.tree.rules
        found = (*self._found.get(PROBLEMS, ()), *self._found.get(TAKEABLE, ()))
        needless = [one for one in self._found.get(NEEDLESS, ()) if one.part != "rule" or one.key in rules]
        return [problem for problem in (*found, *needless) if problem.node is None or problem.node in nodes]

    def start_all(self) -> None:
        """Another tree is open."""
        self.verdicts, self.results, self._found, self.checked = {}, [], {}, False
        self.lowerings, self.lowerings_whole, self.lowerings_trouble = {}, False, ""
        self._known = self._copy = None
        self._closely.stop(NEEDLESS)
        for job in (PROOF, *_ORDER):
            self._start(job)

    def look_closely(self) -> None:
        """Find the rules that hold without some of their conditions, too.

        Call this when somebody asks for it: it takes seconds that would be lacking for what every edit needs.
        """
        self._closely.start(NEEDLESS, self._prepare_needless)

    def take_strength(self, strength: Strength) -> None:
        """Take in how strong one rule is, which somebody else has worked out: it may have needless conditions."""
        others = [one for one in self._found.get(NEEDLESS, ()) if one.key != strength.rule_id]
        found = [*others, *checks.needless_conditions(self._document.tree, [strength])]
        if found != self._found.get(NEEDLESS, []):
            self._found[NEEDLESS] = found
            self.problems_found.emit()

    def _on_changed(self, change: Change) -> None:
        if all(part.part == "layout" for part in change.parts):
            return
        self._copy = None
        altered = {part.key for part in change.parts if part.part == "rule"}  # which may have become another
        self._found[NEEDLESS] = [one for one in self._found.get(NEEDLESS, ()) if one.key not in altered]
        walks = any(alters_walks(part) for part in change.parts)
        if walks or change.touches("rule") or any(_alters_usual(part) for part in change.parts):
            self._start(PROOF)
        if walks:
            self._start(TAKEABLE)
        self._start(PROBLEMS)
        if walks or change.touches("case", "finding", "scale"):
            self._start(CASES)
        self._start(REVIEW)

    def _start(self, job: str) -> None:
        if job == PROOF:
            self.lowerings_whole = False
            self._proving.start(job, self._prepare_proof)
        else:
            rest = _AFTER_PROOF_MS if self._proving.busy else _REST_MS
            self._checking.start(job, partial(self._prepare, job), rest)

    def _prepare_proof(self) -> Work[object]:
        return partial(_decided, self._document.tree.copy(), self._known)

    def _prepare_needless(self) -> Work[object]:
        rules = self._document.tree.rules
        holding = [rules[key] for key, verdict in self.verdicts.items() if verdict.holds and key in rules]
        return partial(_too_narrow, self._document.tree.copy(), holding)

    def _prepare(self, job: str) -> Work[object]:
        """Return work for a thread; these jobs follow one another, so that they can share a copy of the tree."""
        if self._copy is None:
            self._copy = self._document.tree.copy()
        tree = self._copy
        if job == PROBLEMS:
            document = self._document
            gone = beside.taken_out(tree, document.languages, document.path, document.watch.beside)
            return partial(_checked, tree, document.path, shipped.picture_names(), gone.keys())
        return partial({CASES: _run, TAKEABLE: _searched, REVIEW: _compared}[job], tree)

    def _on_heard(self, _job: str, found: Sequence[object]) -> None:
        """Take in what the proof knows while it goes on."""
        for news in found:
            if isinstance(news, News):
                self._take(news)

    def _take(self, news: News) -> None:
        if news.known is not None:
            self._known = news.known
        if news.verdicts is not None:
            self.verdicts = news.verdicts if news.whole else {**self.verdicts, **news.verdicts}
            self.rules_proved.emit()
        if news.lowerings is not None:
            self.lowerings = news.lowerings if news.whole else {**self.lowerings, **news.lowerings}
            self.lowerings_whole, self.lowerings_trouble = news.whole, news.trouble
            self.lowerings_found.emit()

    def _on_done(self, job: str, found: list[Any]) -> None:
        if job in (PROBLEMS, TAKEABLE, NEEDLESS):
            self._found[job] = _problems(found)
            self.checked = self.checked or job != NEEDLESS
            self.problems_found.emit()
        elif job == PROOF:
            self._checking.hurry()
            trouble = next((words for words in found if isinstance(words, str)), "")
            if trouble or self.rules_trouble:
                self.rules_trouble = trouble
                self.rules_proved.emit()
        elif job == CASES:
            self.results = [result for result in found if result is not None]
            self.cases_run.emit()
        else:
            self.review = found[0]
            self.review_told.emit()


def _decided(tree: Tree, known: Known | None) -> Iterator[object]:
    try:
        yield from after_edit(tree, known)
    except KneetreeError as error:
        yield error.sentence


def _checked(tree: Tree, path: Path | None, pictures: frozenset[str], taken_out: Collection[str]) -> Iterator[object]:
    yield from checks.check_steps(tree, pictures, takeable_too=False)
    yield from checks.check_translations(tree, path, taken_out)


def _run(tree: Tree) -> Iterator[object]:
    return cases.run_steps(tree, list(tree.cases.values()))


def _compared(tree: Tree) -> Iterator[object]:
    yield review.review_state(tree)


def proved(tree: Tree, rules: Sequence[Rule] | None = None) -> Iterator[object]:
    """Yield the verdicts on rules (the tree's own if none are given), or a sentence if there can be none.

    There is a ``None`` now and then, between which the work can be ended.
    """
    try:
        yield from safety_rules.prove_steps(tree, rules)
    except KneetreeError as error:
        yield error.sentence


def _searched(tree: Tree) -> Iterator[object]:
    try:
        yield from checks.takeable_steps(tree)
    except KneetreeError as error:
        yield checks.Problem("undecided", "warning", None, error.sentence, part="layout")


def _too_narrow(tree: Tree, holding: list[Rule]) -> Iterator[object]:
    """Yield the rules that hold without some of their conditions, as ``check`` tells them."""
    found: list[Strength] = []
    try:
        for strength in strengths(tree, holding):
            found += [] if strength is None else [strength]
            yield None
    except KneetreeError as error:
        yield checks.not_decided(f"How strong the rules are is not known. {error}")
    yield from checks.needless_conditions(tree, found)


def _problems(found: list[object]) -> list[checks.Problem]:
    return [problem for problem in found if isinstance(problem, checks.Problem)]


def alters_walks(part: PartChange) -> bool:
    """Return whether a change can make any walk go or end differently; texts and drawing cannot."""
    if part.part in ("node", "question", "scale"):
        return _walked(part.before) != _walked(part.after)
    return part.part == "root"


def _walked(value: object) -> object:
    """Return what of a node, or of what it asks, any walk turns on."""
    if isinstance(value, Leaf):
        return value.conditions, value.urgency
    if isinstance(value, Decision):
        return value.counts, value.at_least, value.edges()
    if isinstance(value, Question):
        return value.findings, bool(value.lines), value.unsure
    if isinstance(value, Scale):
        return value.least, value.most, value.unsure
    return value


def _alters_usual(part: PartChange) -> bool:
    """Return whether a change alters which person breaks a rule with the fewest facts away from usual."""
    before, after = part.before, part.after
    return isinstance(before, Finding) and isinstance(after, Finding) and before.usual != after.usual
