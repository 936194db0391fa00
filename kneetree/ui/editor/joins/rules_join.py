"""Join the panel of safety rules and the dialog of a rule with the document and its live verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Answer, Question, Rule, Tree
from kneetree.proof import safety_rules
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.rule import RuleDialog
from kneetree.ui.editor.live.slices import Background
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.panels.rules import RulesPanel
from kneetree.ui.style.theme import Theme


class RulesJoin(QObject):
    """Keeps the panel equal to the verdicts and brings edits of rules to the document.

    Signals: ``path_wanted(list)`` of pairs of node and the answer taken there.
    """

    path_wanted = Signal(list)

    def __init__(self, document: Document, live: Live, panel: RulesPanel, theme: Theme) -> None:
        super().__init__(panel)
        self._document, self._live, self._panel, self._theme = document, live, panel, theme
        document.opened.connect(self.show)
        document.changed.connect(self._on_changed)
        live.rules_proved.connect(self.show)
        panel.path_wanted.connect(self._on_path)
        panel.add.connect(self._on_add)
        panel.edit.connect(self._on_edit)
        panel.remove.connect(self._on_remove)
        self.show()

    def show(self) -> None:
        """Show all rules with the verdicts there are."""
        self._panel.show_rules(self._document.tree, self._live.verdicts, self._live.rules_trouble)

    def _on_changed(self, change: Change) -> None:
        if change.touches("rule"):
            self.show()

    def _on_path(self, path: list[tuple[str, str]]) -> None:
        self.path_wanted.emit(taken(self._document.tree, path))

    def _on_add(self) -> None:
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
        self._background = Background(self, rest_ms=150)
        self._background.done.connect(self._on_proved)
        dialog.draft_changed.connect(self._prove)
        dialog.wanted.connect(self._keep)
        if rule is not None:
            dialog.show_rule(rule)
        self._prove()

    def _prove(self) -> None:
        self._background.start("draft", self._steps)

    def _steps(self) -> Iterator[object]:
        draft = structs.replace(self._dialog.rule(), id="draft")
        try:
            yield from safety_rules.prove_steps(self._document.tree, [draft])
        except KneetreeError as error:
            yield str(error)

    def _on_proved(self, _job: str, found: list[safety_rules.Verdict | str]) -> None:
        verdict = found[0]
        if isinstance(verdict, str):
            self._dialog.show_result(verdict)
        elif verdict.holds:
            self._dialog.show_result(self.tr("This holds now."))
        else:
            words = self.tr("This is broken now: the shortest walk has {n} questions and ends in {leaf}.")
            leaf = edits.quoted(self._document.tree, verdict.leaf) if verdict.leaf else "\u2013"
            self._dialog.show_result(words.format(n=len(verdict.path or ()), leaf=leaf))

    def _keep(self) -> None:
        tree, rule = self._document.tree, self._dialog.rule()
        key = rule.id or edits.slug_of(rule.statement, tree.rules, "rule")
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
            self._dialog.refuse(str(error), "id" if key != (self._rule.id if self._rule else "") else "")
            return
        self._dialog.accept()


def taken(tree: Tree, path: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the same path with the answer that was taken instead of *known*."""
    found = []
    following = [*(node for node, _ in path[1:]), ""]
    for (node, answer), after in zip(path, following, strict=False):
        question = tree.nodes.get(node)
        if answer == "known" and isinstance(question, Question) and after in (question.yes, question.no):
            answer = Answer.YES.value if after == question.yes else Answer.NO.value
        found.append((node, answer))
    return found
