"""Join the reviewer's panel with the document: find what was reviewed, and compare with it in a thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.analysis.since_review import Proved, Since, since
from kneetree.errors import KneetreeError
from kneetree.files import reviewed, tree_files
from kneetree.files.names import shown
from kneetree.files.review import ReviewState, content_hash
from kneetree.model.change import Change
from kneetree.model.tree import Review, Tree
from kneetree.ui import dialogs
from kneetree.ui.background import in_thread, reachable
from kneetree.ui.background.task import Work
from kneetree.ui.document.document import Document
from kneetree.ui.editor.live.threaded import Threaded
from kneetree.ui.editor.live.verdicts import Live
from kneetree.ui.editor.panels.since_review import SinceReviewPanel
from kneetree.ui.language import told

_REST_MS = 500
_JOB = "since"


class SinceReviewJoin(QObject):
    """Keeps a copy of every tree that is opened or signed as reviewed, and compares the open one with it.

    Signals: ``go(str part, str key, str field)`` to the place of a line.
    """

    go = Signal(str, str, str)

    def __init__(self, document: Document, live: Live, panel: SinceReviewPanel) -> None:
        super().__init__(panel)
        self._document, self._live, self._panel = document, live, panel
        self._old: Tree | None = None
        self._of: str = ""
        self._note = ""
        self._chosen = False
        self._proved: Proved | None = None
        self._thread = Threaded(self, rest_ms=_REST_MS)
        self._thread.heard.connect(self._on_heard)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.show)
        live.review_told.connect(self._on_review)
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)
        panel.shown.connect(self._soon.start)
        panel.file_wanted.connect(self._on_file)
        panel.go.connect(self.go)

    def show(self) -> None:
        """Compare again, if the panel is in view."""
        if not self._panel.isVisible():
            return
        review = self._document.tree.review
        if review is None and not self._chosen:
            self._say(
                self.tr(
                    "No review is recorded, so there is nothing to compare with. Sign off once somebody has "
                    "reviewed the tree, or choose an earlier file."
                )
            )
            return
        if review is not None and not self._chosen and self._of != review.sha256:
            self._old, self._of, self._proved = self._find(review), review.sha256, None
        if self._old is None and review is not None:
            words = self.tr(
                "The tree that {by} reviewed on {on} is not on this computer. Ask for that file and choose it here: "
                "it is recognised by its content."
            )
            self._say(words.format(by=review.by, on=review.on))
        elif self._old is not None:
            self._panel.show_state(self.tr("Comparing…"), offer_file=False)
            self._thread.start(_JOB, self._prepare)

    def _find(self, review: Review) -> Tree | None:
        path = self._document.path
        others = [*([path] if path is not None else []), *self._document.backups()]
        return reviewed.find(review.sha256, self._folder, others)

    @property
    def _folder(self) -> Path:
        return self._document.folder / "reviewed"

    def _say(self, sentence: str) -> None:
        self._thread.stop(_JOB)
        self._panel.show_changes([])
        self._panel.show_state(sentence, offer_file=True)

    def _prepare(self) -> Work[object]:
        assert self._old is not None
        return partial(since, self._old, self._document.tree.copy(), self._proved)

    def _on_heard(self, _job: str, results: list[object]) -> None:
        for found in results:
            if isinstance(found, Proved):
                self._proved = found
            elif isinstance(found, Since):
                self._tell(found)

    def _tell(self, found: Since) -> None:
        self._panel.show_changes(found.lines)
        review = self._document.tree.review
        if review is not None and not self._chosen:
            words = self.tr("Since {by}, {role}, reviewed the tree on {on}: {told}")
            if not found.lines:
                words = self.tr("Nothing has changed since {by}, {role}, reviewed the tree on {on}.")
            sentence = words.format(by=review.by, role=review.role, on=review.on, told=self._count(found))
        else:
            sentence = self.tr("Compared with the chosen file: {told}").format(told=self._count(found))
        waiting = "" if found.whole else self.tr("Rules, and what can lower a result, are being checked…")
        if waiting and not found.lines:
            sentence = ""
        more = [part for part in (sentence, self._note, told(found.undecided), waiting) if part]
        self._panel.show_state(" ".join(more), offer_file=self._chosen)

    def _count(self, found: Since) -> str:
        if len(found.lines) == 1:
            return self.tr("1 change")
        return self.tr("{n} changes, the gravest first").format(n=len(found.lines))

    def _on_review(self) -> None:
        """Keep what was reviewed, so that it is there once the tree is altered."""
        if self._live.review is ReviewState.REVIEWED and self._old is None:
            reviewed.keep(self._folder, self._document.tree)
            self._of = ""
            self._soon.start()

    def _on_opened(self) -> None:
        self._old, self._of, self._note, self._chosen, self._proved = None, "", "", False, None
        self._soon.start()

    def _on_changed(self, change: Change) -> None:
        if change.touches("review"):
            self._chosen, self._note = False, ""
            reviewed.keep(self._folder, self._document.tree)
        self._soon.start()

    def _on_file(self) -> None:
        window, here = self._panel.window(), self._document.path.parent if self._document.path else None
        path = dialogs.open_path(window, reachable.folder(window, here), self.tr("Choose the file that was reviewed"))
        if path is None:
            return
        path = reachable.meant(window, path)
        words = self.tr("Reading {name}\u2026").format(name=shown(path.name))
        try:
            read = in_thread.result_of(self._panel.window(), words, partial(tree_files.steps, path), "reviewed tree")
        except KneetreeError as error:
            self._say(told(error))
            return
        if read is None:
            return
        tree = read.tree
        review = self._document.tree.review
        self._old, self._note, self._proved = tree, "", None
        self._chosen = review is None or content_hash(tree) != review.sha256
        if review is not None and self._chosen:
            self._note = self.tr("It is not what {by} reviewed: its content is another.").format(by=review.by)
        elif review is not None:
            self._of = review.sha256
            tree_there = tree.copy()
            tree_there.review = review
            reviewed.keep(self._folder, tree_there)
        self.show()
