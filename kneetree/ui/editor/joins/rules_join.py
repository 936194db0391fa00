"""Join the panel of safety rules and the dialog of a rule with the document and its live verdicts."""

from __future__ import annotations

from functools import partial

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Rule
from kneetree.proof import safety_rules
from kneetree.proof.strength import Strength
from kneetree.report.rule_words import rule_title
from kneetree.ui.background.task import Work
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.editor.joins.attempt import may_alter
from kneetree.ui.editor.live.closer import strength_of
from kneetree.ui.editor.live.threaded import Threaded
from kneetree.ui.editor.live.verdicts import Live, proved
from kneetree.ui.editor.panels.rules import RulesPanel
from kneetree.ui.language import told
from kneetree.ui.style.theme import Theme

_REST_MS = 150


class RulesJoin(QObject):
    """Keeps the panel equal to the verdicts and brings edits of rules to the document.

    Signals: ``path_wanted(list)`` of pairs of node and the answer taken there; ``paths_wanted(list, list, str)`` of
    such pairs for two people, and the node where they part.
    """

    path_wanted = Signal(list)
    paths_wanted = Signal(list, list, str)

    def __init__(self, document: Document, live: Live, panel: RulesPanel, theme: Theme) -> None:
        super().__init__(panel)
        self._document, self._live, self._panel, self._theme = document, live, panel, theme
        document.opened.connect(self.show)
        document.changed.connect(self._on_changed)
        live.rules_proved.connect(self.show)
        live.problems_found.connect(self._show_needless)
        self._thread = Threaded(self, rest_ms=_REST_MS)
        self._thread.done.connect(self._on_strength)
        panel.path_wanted.connect(self.path_wanted)
        panel.paths_wanted.connect(self.paths_wanted)
        panel.table.picked.connect(self._on_picked)
        panel.add.connect(self._on_add)
        panel.edit.connect(self._on_edit)
        panel.remove.connect(self._on_remove)
        self.show()

    def show(self) -> None:
        """Show all rules with the verdicts there are."""
        self._panel.show_rules(self._document.tree, self._live.verdicts, told(self._live.rules_trouble))
        self._on_picked(self._panel.table.current_key())

    def _show_needless(self) -> None:
        self._panel.show_needless({one.key for one in self._live.problems if one.code == "needless_condition"})

    def _on_changed(self, change: Change) -> None:
        if change.touches("rule", "finding", "scale", "condition", "about", "language"):
            self.show()

    def _on_picked(self, key: str) -> None:
        """Have the strength of the chosen rule told, if it is one that has one and holds."""
        rule, verdict = self._document.tree.rules.get(key), self._live.verdicts.get(key)
        if rule is None or rule.urgency_at_least is None or verdict is None or not verdict.holds:
            self._thread.stop("strength")
            return
        self._thread.start("strength", partial(self._strength, key))

    def _strength(self, key: str) -> Work[object]:
        rule = self._document.tree.rules.get(key)
        return partial(strength_of, self._document.tree.copy(), rule) if rule is not None else partial(iter, ())

    def _on_strength(self, _job: str, found: list[object]) -> None:
        for strength in found:
            if isinstance(strength, Strength):
                self._panel.show_strength(strength)
                if strength.rule_id in self._document.tree.rules:
                    self._live.take_strength(strength)

    def _on_add(self) -> None:
        if may_alter(self._document, self._panel):
            self._open(None)

    def _on_edit(self, key: str) -> None:
        self._open(self._document.tree.rules.get(key))

    def _on_remove(self, key: str) -> None:
        change = edits.remove_part(self._document.tree, "rule", key)
        self._document.do(change, self.tr("remove safety rule {name}").format(name=key))

    def _open(self, rule: Rule | None) -> None:
        dialog = RuleDialog(self._document.tree, self._theme, self._panel.window())
        _RuleEditing(self._document, dialog, rule)
        dialog.open()


class _RuleEditing(QObject):
    """One dialog over one rule, new or old; it ends with the dialog."""

    def __init__(self, document: Document, dialog: RuleDialog, rule: Rule | None) -> None:
        super().__init__(dialog)
        self._document, self._dialog, self._rule = document, dialog, rule
        self._thread = Threaded(self, rest_ms=_REST_MS)
        self._thread.done.connect(self._on_proved)
        dialog.draft_changed.connect(self._prove)
        dialog.wanted.connect(self._keep)
        if rule is not None:
            dialog.show_rule(rule)
        self._prove()

    def _prove(self) -> None:
        self._thread.start("draft", self._work)

    def _work(self) -> Work[object]:
        draft = structs.replace(self._dialog.rule(), id="draft")
        return partial(proved, self._document.tree.copy(), [draft])

    def _on_proved(self, _job: str, found: list[safety_rules.Verdict | str | None]) -> None:
        verdict = next(result for result in found if result is not None)
        if isinstance(verdict, str):
            self._dialog.show_result(verdict)
        elif verdict.holds:
            self._dialog.show_result(self.tr("This holds now."))
        elif verdict.holds is None:
            self._dialog.show_result(self.tr("This could not be decided: {reason}").format(reason=told(verdict.reason)))
        else:
            self._dialog.show_result(self._broken(verdict))

    def _broken(self, verdict: safety_rules.Verdict) -> str:
        tree = self._document.tree
        leaf = edits.quoted(tree, verdict.leaf) if verdict.leaf else "\u2013"
        if verdict.other_leaf is not None:
            words = self.tr("This is broken now: one person ends in {leaf}, the same with other {fact} in {other}.")
            other, fact = edits.quoted(tree, verdict.other_leaf), verdict.finding or ""
            return words.format(leaf=leaf, other=other, fact=tree.statement(fact))
        asked = sum(how == "asked" for _, _, how in verdict.path or ())
        if asked == 1:
            words = self.tr("This is broken now: the shortest walk has 1 question and ends in {leaf}.")
        else:
            words = self.tr("This is broken now: the shortest walk has {n} questions and ends in {leaf}.")
        return words.format(n=asked, leaf=leaf)

    def _keep(self) -> None:
        tree, rule = self._document.tree, self._dialog.rule()
        key = rule.id or edits.slug_of(rule_title(tree, rule), tree.rules, "rule")
        rule = structs.replace(rule, id=key)
        try:
            if self._rule is None:
                self._document.do(
                    edits.add_part(tree, "rule", key, rule), self.tr("add safety rule {name}").format(name=key)
                )
            else:
                old = self._rule.id
                change = edits.replace_and_rename(tree, "rule", old, key, rule)
                self._document.do(change, self.tr("edit safety rule {name}").format(name=old))
        except KneetreeError as error:
            self._dialog.refuse(told(error), "id" if key != (self._rule.id if self._rule else "") else "")
            return
        self._dialog.accept()
