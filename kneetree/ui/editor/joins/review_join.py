"""Join the state of the review, and signing, with the document."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.report.rule_words import rule_texts
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.signoff import SignOffDialog
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.panels.review import ReviewStrip


class ReviewJoin(QObject):
    """Keeps the strip equal to the document and brings signatures there."""

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
        tree = self._document.tree
        state = self._strip.words(self._live.review, tree.review)
        rules = "\n\n".join("\n".join(rule_texts(tree, rule)) for rule in tree.rules.values())
        dialog = SignOffDialog(tree.review, state, rules, self._strip.window())
        _Signing(self._document, dialog)
        dialog.open()

    def _withdraw(self) -> None:
        self._document.do(edits.withdraw_review(self._document.tree), self.tr("withdraw the review"))


class _Signing(QObject):
    """One dialog; it ends with the dialog."""

    def __init__(self, document: Document, dialog: SignOffDialog) -> None:
        super().__init__(dialog)
        self._document, self._dialog = document, dialog
        dialog.wanted.connect(self._sign)

    def _sign(self) -> None:
        by, role, on, following = self._dialog.values()
        try:
            change = edits.sign_off(self._document.tree, by, role, on, following)
            self._document.do(change, self.tr("sign off by {name}").format(name=by.strip()))
        except KneetreeError as error:
            self._dialog.refuse(str(error))
            return
        self._dialog.accept()
