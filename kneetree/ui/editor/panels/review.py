"""Show the state of the review beside the panels' tabs: draft, reviewed, or changed since."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kneetree.files.review import ReviewState
from kneetree.model.tree import Review
from kneetree.ui.editor.fields.buttons import push


class ReviewStrip(QWidget):
    """One line: whether the tree was reviewed, and a button to sign.

    Signals: ``sign_wanted()``, ``withdraw_wanted()``; ``changed()`` it needs more room now, or less.
    """

    changed = Signal()
    sign_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewStrip")
        self.says_more = False
        """Whether the state is more than the foot of the window says already, as it does of a draft."""
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.sign_button = push(self.tr("Sign off…"), "edit")
        self.withdraw_button = push(self.tr("Withdraw review"))
        self.withdraw_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.addWidget(self.state, 1)
        row.addWidget(self.withdraw_button)
        row.addWidget(self.sign_button)
        self.sign_button.clicked.connect(self.sign_wanted)
        self.withdraw_button.clicked.connect(self.withdraw_wanted)

    def show_state(self, state: ReviewState, review: Review | None) -> None:
        """Show what holds now."""
        words = self.words(state, review)
        if words != self.state.text():
            self.state.setText(words)
            self.says_more = review is not None and state is not ReviewState.DRAFT
            self.withdraw_button.setVisible(review is not None)
            self.changed.emit()

    def words(self, state: ReviewState, review: Review | None) -> str:
        """Return the state in words."""
        if review is None or state is ReviewState.DRAFT:
            return self.tr("Draft: no clinician has reviewed it")
        if state is ReviewState.CHANGED:
            return self.tr("Changed since {by}, {role}, reviewed it on {on}").format(
                by=review.by, role=review.role, on=review.on
            )
        return self.tr("Reviewed by {by}, {role}, on {on}; next review by {next}").format(
            by=review.by, role=review.role, on=review.on, next=review.next
        )
