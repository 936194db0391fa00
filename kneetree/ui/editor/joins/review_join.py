"""Join the state of the review, and signing, with the document."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree import edits
from kneetree.checks import Problem
from kneetree.errors import KneetreeError
from kneetree.model.translations import languages_of
from kneetree.report.rule_words import rule_texts
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.signoff import SignOffDialog, Standing
from kneetree.ui.editor.joins.attempt import may_alter
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.panels.begin_language import language_name
from kneetree.ui.editor.panels.review import ReviewStrip
from kneetree.ui.language import told

_LOOK_MS = 200
"""Milliseconds between two looks at what is still worked out while a reviewer waits for it."""


class ReviewJoin(QObject):
    """Keeps the strip equal to the document and brings signatures there.

    Signals: ``go_wanted(str part, str key)`` to what keeps the tree from being signed.
    """

    go_wanted = Signal(str, str)

    def __init__(self, document: Document, live: Live, strip: ReviewStrip) -> None:
        super().__init__(strip)
        self._document, self._live, self._strip = document, live, strip
        live.review_told.connect(self.show)
        strip.sign_wanted.connect(self.sign)
        strip.withdraw_wanted.connect(self._withdraw)
        self.show()

    def show(self) -> None:
        """Show the state."""
        self._strip.show_state(self._live.review, self._document.tree.review)

    def sign(self) -> None:
        """Ask for the signature."""
        if not may_alter(self._document, self._strip):
            return
        tree = self._document.tree
        state = self._strip.words(self._live.review, tree.review)
        rules = "\n\n".join("\n".join(rule_texts(tree, rule)) for rule in tree.rules.values())
        dialog = SignOffDialog(tree.review, state, rules, self._strip.window())
        dialog.go.connect(self.go_wanted)
        _Signing(self._document, self._live, dialog)
        dialog.open()

    def _withdraw(self) -> None:
        self._document.do(edits.withdraw_review(self._document.tree), self.tr("withdraw the review"))


class _Signing(QObject):
    """One dialog; it ends with the dialog."""

    def __init__(self, document: Document, live: Live, dialog: SignOffDialog) -> None:
        super().__init__(dialog)
        self._document, self._live, self._dialog = document, live, dialog
        dialog.wanted.connect(self._sign)
        for news in (live.problems_found, live.rules_proved, live.cases_run, live.review_told):
            news.connect(self._show)
        self._wait = QTimer(self, interval=_LOOK_MS)
        self._wait.timeout.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Show the state of the tree, and look again as long as something is still being worked out."""
        busy = self._live.busy
        self._dialog.show_standing((self._problems(busy), self._rules(busy), self._cases(busy)))
        if busy and not self._wait.isActive():
            self._wait.start()
        elif not busy:
            self._wait.stop()

    def _problems(self, busy: bool) -> Standing:
        errors = [problem for problem in self._live.problems if problem.level == "error"]
        warnings = len(self._live.problems) - len(errors)
        if errors:
            return self._errors(errors)
        words = self.tr("No errors; warnings: {n}").format(n=warnings)
        return _unless_busy(busy, self.tr("Problems"), Standing(words, True))

    def _errors(self, errors: list[Problem]) -> Standing:
        """Return how many errors there are, and which languages they are in: one can be finished or removed."""
        codes = list(dict.fromkeys(problem.language for problem in errors if problem.language))
        names, n = ", ".join(map(language_name, codes)), len(errors)
        translated = sum(bool(problem.language) for problem in errors)
        if translated == n and codes[0] in languages_of(self._document.tree):
            words = self.tr("Errors: {n}, all in the translation into {names}. Finish it, or remove the language")
            return Standing(words.format(n=n, names=names), False, "language", codes[0])
        words = (
            self.tr("Errors: {n}, of which in the translation into {names}: {m}") if codes else self.tr("Errors: {n}")
        )
        return Standing(words.format(n=n, names=names, m=translated), False, "problems")

    def _rules(self, busy: bool) -> Standing:
        rules, verdicts = self._document.tree.rules, self._live.verdicts
        broken = [key for key in rules if key in verdicts and verdicts[key].holds is False]
        open_ones = [key for key in rules if key not in verdicts or verdicts[key].holds is None]
        if broken:
            return Standing(self.tr("Rules broken: {n}").format(n=len(broken)), False, "rule", broken[0])
        words = self.tr("Rules not decided: {n}").format(n=len(open_ones))
        found = Standing(words, False, "rule", open_ones[0]) if open_ones else None
        held = Standing(self.tr("All rules hold: {n}").format(n=len(rules)), True)
        if not rules:
            held = Standing(self.tr("Rules: none"), True, empty=True)
        return _unless_busy(busy, self.tr("Rules"), found or held)

    def _cases(self, busy: bool) -> Standing:
        people = self._document.tree.cases
        under = [result.id for result in self._live.results if result.triage == "under" and result.id in people]
        if under:
            return Standing(self.tr("Cases under-triaged: {n}").format(n=len(under)), False, "case", under[0])
        words = self.tr("No case is under-triaged; cases: {n}").format(n=len(people))
        found = Standing(words, True) if people else Standing(self.tr("Cases: none"), True, empty=True)
        return _unless_busy(busy, self.tr("Cases"), found)

    def _sign(self) -> None:
        self._show()
        if self._dialog.fault() is not None:
            self._dialog.want()
            return
        by, role, on, following = self._dialog.values()
        try:
            change = edits.sign_off(self._document.tree, by, role, on, following)
            self._document.do(change, self.tr("sign off by {name}").format(name=by.strip()))
        except KneetreeError as error:
            self._dialog.refuse(told(error))
            return
        self._dialog.accept()


def _unless_busy(busy: bool, name: str, found: Standing) -> Standing:
    """Return what was found, or only its name as long as that can change."""
    return Standing(f"{name}\u2026", None) if busy else found
