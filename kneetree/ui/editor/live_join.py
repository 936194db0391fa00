"""What is known of the tree, worked out again after every edit, without holding up the window.

It starts checks, rules, cases and the review's hash when a change may alter them, and tells their
results.  It must not know who shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kneetree import cases, checks, data, review, safety
from kneetree.change import Change, PartChange
from kneetree.errors import KneetreeError
from kneetree.tree import Leaf, Question, Tree
from kneetree.ui.document import Document
from kneetree.ui.editor.background import Background
from kneetree.ui.editor.threaded import Threaded, Work

PROBLEMS, TAKEABLE, RULES, CASES, REVIEW = "problems", "takeable", "rules", "cases", "review"
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
        self.verdicts: dict[str, safety.Verdict] = {}
        self.rules_trouble = ""
        self.results: list[cases.CaseResult] = []
        self.review = review.ReviewState.DRAFT
        self._background = Background(self, rest_ms=_REST_MS)
        self._background.done.connect(self._on_done)
        self._thread = Threaded(self, rest_ms=_REST_MS)
        self._thread.done.connect(self._on_done)
        document.opened.connect(self.start_all)
        document.changed.connect(self._on_changed)
        self.start_all()

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        return self._background.busy or self._thread.busy

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
        if walks or change.touches("rule"):
            self._start(RULES)
        if walks or change.touches("case", "finding"):
            self._start(CASES)
        self._start(REVIEW)

    def _start(self, job: str) -> None:
        if job in (PROBLEMS, TAKEABLE, RULES):
            # Each has steps that go over the whole graph at once, too long for a slice.
            prepare = {PROBLEMS: self._check, TAKEABLE: self._search, RULES: self._prove}[job]
            self._thread.start(job, prepare)
        else:
            self._background.start(job, self._run if job == CASES else self._compare_hash)

    def _check(self) -> Work:
        return partial(_checked, self._document.tree.copy(), self._document.path)

    def _search(self) -> Work:
        return partial(_searched, self._document.tree.copy())

    def _prove(self) -> Work:
        return partial(_proved, self._document.tree.copy())

    def _run(self) -> Iterator[object]:
        tree = self._document.tree
        return cases.run_steps(tree, list(tree.cases.values()))

    def _compare_hash(self) -> Iterator[object]:
        yield review.review_state(self._document.tree)

    def _on_done(self, job: str, found: list) -> None:
        if job in (PROBLEMS, TAKEABLE):
            self._found[job] = _problems(found)
            self.checked = True
            self.problems_found.emit()
        elif job == RULES:
            self.verdicts = {verdict.rule_id: verdict for verdict in found if isinstance(verdict, safety.Verdict)}
            self.rules_trouble = next((words for words in found if isinstance(words, str)), "")
            self.rules_proved.emit()
        elif job == CASES:
            self.results = list(found)
            self.cases_run.emit()
        else:
            self.review = found[0]
            self.review_told.emit()


def _checked(tree: Tree, path: Path | None) -> Iterator[object]:
    yield from checks.check_steps(tree, data.picture_names(), takeable_too=False)
    if path is not None:
        yield from checks.check_languages(tree, path)


def _searched(tree: Tree) -> Iterator[object]:
    try:
        yield from checks.takeable_steps(tree)
    except KneetreeError as error:
        yield checks.Problem("undecided", "warning", None, str(error), part="layout")


def _problems(found: list[object]) -> list[checks.Problem]:
    return [problem for problem in found if isinstance(problem, checks.Problem)]


def _proved(tree: Tree) -> Iterator[object]:
    try:
        yield from safety.prove_steps(tree)
    except KneetreeError as error:
        yield str(error)


def alters_walks(part: PartChange) -> bool:
    """Whether a change can make any walk go or end differently; texts and drawing cannot."""
    if part.part != "node":
        return part.part == "root"
    return _walked(part.before) != _walked(part.after)


def _walked(node: object) -> object:
    if isinstance(node, Question):
        items = tuple((item.finding, item.points) for item in node.items)
        return node.finding, items, node.at_least, node.yes, node.no
    return (node.conditions, node.urgency) if isinstance(node, Leaf) else node
