"""Join the panel of cases and the dialog of a case with the document and its live results."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kneetree import edits
from kneetree.analysis import cases
from kneetree.errors import KneetreeError
from kneetree.exchange import cases_table
from kneetree.model.tree import Case
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.case import CaseDialog
from kneetree.ui.editor.joins.attempt import may_alter
from kneetree.ui.editor.labels import title_of, urgency_word
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.panels.cases import CasesPanel
from kneetree.ui.language import told
from kneetree.ui.style.theme import Theme
from kneetree.walk.walk import Walk

_MOST_FAULTS = 5
"""How many rows at fault are named; the others are counted."""


class CasesJoin(QObject):
    """Keeps the panel equal to the results and brings edits of cases to the document.

    Signals: ``path_wanted(list)`` of pairs of node and the answer taken there; ``untaken(object,
    object)`` the nodes and the pairs of node and answer that no case takes, empty when not shown.
    """

    path_wanted = Signal(list)
    untaken = Signal(object, object)

    def __init__(self, document: Document, live: Live, panel: CasesPanel, theme: Theme) -> None:
        super().__init__(panel)
        self._document, self._live, self._panel, self._theme = document, live, panel, theme
        self._coverage = False
        live.cases_run.connect(self.show)
        panel.chosen.connect(self._on_chosen)
        panel.coverage_wanted.connect(self._on_coverage)
        panel.add.connect(self._on_add)
        panel.edit.connect(self._on_edit)
        panel.remove.connect(self._on_remove)
        panel.copy_wanted.connect(self._on_copy)
        panel.paste_wanted.connect(self._on_paste)
        document.opened.connect(self._tell_nothing)

    def show(self) -> None:
        """Show what every case comes to."""
        tree, results = self._document.tree, self._live.results
        there = [result for result in results if result.id in tree.cases]
        people = [tree.cases[result.id] for result in there]
        table, under = cases.triage_table(people, there), cases.under_table(people, there)
        self._panel.show_results(tree, there, cases.summarise(there), table, under)
        if chosen := self._panel.table.current_key():
            self._on_chosen(chosen)  # who may go another way by now
        if self._coverage:
            self._tell_coverage()

    def record(self, walk: Walk) -> None:
        """Open the editor of cases over a finished walk, its result filled in as what is expected."""
        change = edits.record_walk(self._document.tree, walk.said, walk.leaves)
        if may_alter(self._document, self._panel):
            self._open(change.parts[0].after, new=True)

    def _on_chosen(self, key: str) -> None:
        result = next((result for result in self._live.results if result.id == key), None)
        if result is None:
            self.path_wanted.emit([])
            return
        steps = [(step.node, step.answer.value) for step in result.steps]
        self.path_wanted.emit([*steps, *((leaf, "") for leaf in result.leaves)])

    def _on_coverage(self, shown: bool) -> None:
        self._coverage = shown
        if shown:
            self._tell_coverage()
        else:
            self.untaken.emit(frozenset(), frozenset())

    def _tell_nothing(self) -> None:
        self._panel.tell("")

    def _tell_coverage(self) -> None:
        missed = cases.coverage(self._document.tree, self._live.results)
        self.untaken.emit(frozenset(missed.leaves), frozenset(missed.branches))

    def _on_add(self) -> None:
        if may_alter(self._document, self._panel):
            self._open(Case(id=""), new=True)

    def _on_edit(self, key: str) -> None:
        case = self._document.tree.cases.get(key)
        if case is not None:
            self._open(case, new=False)

    def _on_remove(self, key: str) -> None:
        change = edits.remove_part(self._document.tree, "case", key)
        self._document.do(change, self.tr("remove case {name}").format(name=key))

    def _on_copy(self, keys: list[str]) -> None:
        tree = self._document.tree
        people = [tree.cases[key] for key in keys if key in tree.cases]
        if not people:
            self._panel.tell(self.tr("Select the cases to copy first."), refused=True)
            return
        QGuiApplication.clipboard().setText(cases_table.to_rows(tree, people))
        self._panel.tell(self.tr("Copied as rows for a spreadsheet: {n}").format(n=len(people)))

    def _on_paste(self) -> None:
        tree = self._document.tree
        try:
            found = cases_table.from_rows(tree, QGuiApplication.clipboard().text())
            change = edits.put_cases(tree, found)
            self._document.do(change, self.tr("paste {n} cases").format(n=len(found)))
        except cases_table.Faulty as error:
            self._panel.tell(self._fault_words(error), refused=True)
            return
        except KneetreeError as error:
            self._panel.tell(told(error), refused=True)
            return
        new = sum(part.before is None for part in change.parts)
        words = self.tr("Pasted. New cases: {new}; changed: {changed}; as they were: {same}")
        same = len(found) - len(change.parts)
        self._panel.tell(words.format(new=new, changed=len(change.parts) - new, same=same))

    def _fault_words(self, error: cases_table.Faulty) -> str:
        lines = [self.tr("Nothing was pasted:")]
        lines += [
            self.tr("Row {n}: {why}").format(n=fault.row, why=told(fault.reason))
            for fault in error.faults[:_MOST_FAULTS]
        ]
        if len(error.faults) > _MOST_FAULTS:
            lines.append(self.tr("And more rows: {n}").format(n=len(error.faults) - _MOST_FAULTS))
        return "\n".join(lines)

    def _open(self, case: Case, *, new: bool) -> None:
        dialog = CaseDialog(self._document.tree, self._theme, self._panel.window())
        _CaseEditing(self._document, dialog, case, new=new)
        dialog.open()


class _CaseEditing(QObject):
    """One dialog over one case; it ends with the dialog."""

    def __init__(self, document: Document, dialog: CaseDialog, case: Case, *, new: bool) -> None:
        super().__init__(dialog)
        self._document, self._dialog, self._old, self._new = document, dialog, case.id, new
        dialog.show_case(case)
        dialog.draft_changed.connect(self._run)
        dialog.wanted.connect(self._keep)
        self._run()

    def _run(self) -> None:
        tree = self._document.tree
        result = cases.run_case(tree, self._dialog.case())
        words = {
            "right": self.tr("{level}: {leaf} (right)"),
            "under": self.tr("{level}: {leaf} (under-triage)"),
            "over": self.tr("{level}: {leaf} (over-triage)"),
        }[result.triage]
        if not self._dialog.case().expect.urgency:
            words = self.tr("{level}: {leaf} (nothing expected yet)")
        leaf = title_of(tree, result.leaves[0])
        self._dialog.show_result(words.format(level=urgency_word(result.urgency), leaf=leaf))

    def _keep(self) -> None:
        tree, case = self._document.tree, self._dialog.case()
        if self._dialog.trouble_field():
            return
        if not case.id:
            case = structs.replace(case, id=edits.slug_of(case.story, tree.cases, "case"))
        try:
            if self._new:
                change, text = edits.add_part(tree, "case", case.id, case), self.tr("add case {name}")
                self._document.do(change, text.format(name=case.id))
            else:
                change = edits.replace_and_rename(tree, "case", self._old, case.id, case)
                self._document.do(change, self.tr("edit case {name}").format(name=self._old))
        except KneetreeError as error:
            self._dialog.refuse(told(error), "id" if self._new or case.id != self._old else "")
            return
        self._dialog.accept()
