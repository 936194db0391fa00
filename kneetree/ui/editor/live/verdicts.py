"""Work out again after every edit what is known of the tree, without holding up the window.

``Live`` starts checks, rules, cases and the review's hash when a change may alter them, and tells their
results.  What the solver decides runs in a thread, over a copy of the tree; the rest runs in slices.
It must not know which widgets show them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from kneetree import checks, shipped
from kneetree.analysis import cases
from kneetree.errors import KneetreeError
from kneetree.files import review
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Decision, Finding, Leaf, Question, Rule, Scale, Tree
from kneetree.proof import safety_rules
from kneetree.ui.background.task import Work
from kneetree.ui.document.document import Document
from kneetree.ui.editor.live.slices import Background
from kneetree.ui.editor.live.threaded import Threaded

PROBLEMS, TAKEABLE, RULES, CASES, REVIEW = "problems", "takeable", "rules", "cases", "review"
_ORDER = (CASES, PROBLEMS, REVIEW)
"""What an author waits for comes first."""
_REST_MS = 40
"""How long nothing may change before work begins, so that typing never waits for it."""


class Live(QObject):
    """The latest results over the document's tree.

    Signals: ``problems_found()``, ``rules_proved()``, ``cases_run()``, ``review_told()``: the value
    of that name is new.
    """

    problems_found = Signal()
    rules_proved = Signal()
    cases_run = Signal()
    review_told = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._found: dict[str, list[checks.Problem]] = {}
        self.checked = False
        self.verdicts: dict[str, safety_rules.Verdict] = {}
        self.rules_trouble = ""
        self.results: list[cases.CaseResult] = []
        self.review = review.ReviewState.DRAFT
        self._background = Background(self, rest_ms=_REST_MS, order=_ORDER)
        self._solving = Threaded(self, rest_ms=_REST_MS)
        for done in (self._background.done, self._solving.done):
            done.connect(self._on_done)
        document.opened.connect(self.start_all)
        document.changed.connect(self._on_changed)
        self.start_all()

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        return self._background.busy or self._solving.busy

    @property
    def problems(self) -> list[checks.Problem]:
        """All problems found, of nodes that are still there."""
        nodes = self._document.tree.nodes
        found = (*self._found.get(PROBLEMS, ()), *self._found.get(TAKEABLE, ()))
        return [problem for problem in found if problem.node is None or problem.node in nodes]

    def start_all(self) -> None:
        """Another tree is open."""
        self.verdicts, self.results, self._found, self.checked = {}, [], {}, False
        for job in (PROBLEMS, TAKEABLE, RULES, CASES, REVIEW):
            self._start(job)

    def _on_changed(self, change: Change) -> None:
        if all(part.part == "layout" for part in change.parts):
            return
        self._start(PROBLEMS)
        walks = any(alters_walks(part) for part in change.parts)
        if walks:
            self._start(TAKEABLE)
        if walks or change.touches("rule") or any(_alters_usual(part) for part in change.parts):
            self._start(RULES)
        if walks or change.touches("case", "finding", "scale"):
            self._start(CASES)
        self._start(REVIEW)

    def _start(self, job: str) -> None:
        if job in (RULES, TAKEABLE):
            self._solving.start(job, partial(self._solve, job))
        else:
            work = {CASES: self._run, PROBLEMS: self._check, REVIEW: self._compare_hash}[job]
            self._background.start(job, work)

    def _solve(self, job: str) -> Work[object]:
        """Return work for a thread; nothing else may have the copy of the tree that it is given."""
        return partial(proved if job == RULES else _searched, self._document.tree.copy())

    def _check(self) -> Iterator[object]:
        tree, path = self._document.tree, self._document.path
        yield from checks.check_steps(tree, shipped.picture_names(), takeable_too=False)
        if path is not None:
            yield from checks.check_languages(tree, path)

    def _run(self) -> Iterator[object]:
        tree = self._document.tree
        return cases.run_steps(tree, list(tree.cases.values()))

    def _compare_hash(self) -> Iterator[object]:
        yield review.review_state(self._document.tree)

    def _on_done(self, job: str, found: list[Any]) -> None:
        if job in (PROBLEMS, TAKEABLE):
            self._found[job] = _problems(found)
            self.checked = True
            self.problems_found.emit()
        elif job == RULES:
            self.verdicts = {verdict.rule_id: verdict for verdict in found if isinstance(verdict, safety_rules.Verdict)}
            self.rules_trouble = next((words for words in found if isinstance(words, str)), "")
            self.rules_proved.emit()
        elif job == CASES:
            self.results = list(found)
            self.cases_run.emit()
        else:
            self.review = found[0]
            self.review_told.emit()


def proved(tree: Tree, rules: Sequence[Rule] | None = None) -> Iterator[object]:
    """Yield the verdicts on rules (the tree's own if none are given), or a sentence if there can be none.

    There is a ``None`` now and then, between which the work can be ended.
    """
    try:
        yield from safety_rules.prove_steps(tree, rules)
    except KneetreeError as error:
        yield str(error)


def _searched(tree: Tree) -> Iterator[object]:
    try:
        yield from checks.takeable_steps(tree)
    except KneetreeError as error:
        yield checks.Problem("undecided", "warning", None, str(error), part="layout")


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
