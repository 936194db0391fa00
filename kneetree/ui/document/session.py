"""The walk in progress over the open document.

The one place where answers go in.  When the author edits the tree, the same answers are walked again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree import checks, edits
from kneetree.errors import CannotStart, KneetreeError
from kneetree.model.knowledge import Answers
from kneetree.model.tree import QuestionNode, Tree
from kneetree.proof.answers_to_node import walk_to_in_slices
from kneetree.ui.document.asking import Asking
from kneetree.ui.document.document import Document
from kneetree.ui.document.shown_tree import ShownTree
from kneetree.ui.language import told
from kneetree.walk.how_many_more import More
from kneetree.walk.walk import Walk

SLICE = 0.008
"""Seconds of search between two looks at the keyboard; half a frame."""


Unsaid = Mapping[str, dict[str, bool | None] | tuple[str, str]]
"""By question, ticks by finding or digits with their unit that were given on its page and not answered with."""


class PutAside(NamedTuple):
    """A walk that was stopped and can be gone on with, and the file that opens its tree, ``None`` without one.

    ``unsaid`` is what was ticked or typed meanwhile and is no answer yet: it comes back with the answers.
    """

    walk: Walk
    source: Path | None
    unsaid: Unsaid


class Session(QObject):
    """The ``walk`` and where it comes from; ``put_aside`` is one that was stopped and can be gone on with.

    ``unsaid`` returns the function that is asked what is ticked or typed on the pages and not said yet, whenever a walk
    is put aside.  It returns ``None`` once the pages are gone: a session that kept them would keep the whole window.

    Signals: ``counted(Walk, More)`` at most how many more questions can follow, before the walk changes to this one and
    again when less is proven; ``walk_changed(Walk)``; ``tree_changed()`` another or an altered tree is walked from now
    on; ``arrived()`` answers that lead to a node were found, ``refused(str)`` or none were.
    """

    counted = Signal(object, object)
    walk_changed = Signal(object)
    tree_changed = Signal()
    arrived = Signal()
    refused = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None, *, language: str = "en") -> None:
        super().__init__(parent)
        self._document = document
        self._shown = ShownTree(language)
        self.walk: Walk | None = None
        self.put_aside: PutAside | None = None
        self.unsaid: Callable[[], Callable[[], Unsaid] | None] = lambda: None
        self._trying = self._tried_before = self._is_try = False
        self._filled: Tree | None = None
        self._latest: Walk | None = None
        self._asking = Asking(self)
        self._asking.settled.connect(self._on_settled)
        self._asking.counted.connect(self._on_counted)
        self._wanted = ""
        self._search: Generator[None, None, Walk] | None = None
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._go_on.timeout.connect(self._on_search)
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)

    @property
    def tree(self) -> Tree:
        """The tree that is walked and shown: the open one, in the language of the window.

        A draft that an author tries has its gaps filled.
        """
        shown = self._shown.of(self._document.tree)
        if not self._trying:
            return shown
        if self._filled is None:
            self._filled = edits.filled(shown)
        return self._filled

    @property
    def is_foreign(self) -> bool:
        """Whether the tree is not there in the language of the window."""
        return self._shown.is_foreign(self._document.tree)

    @property
    def is_try(self) -> bool:
        """Whether an author tries a node, so that nobody has said what is answered."""
        return self._is_try

    @property
    def waiting(self) -> bool:
        """Whether it is not known yet what the walk that was asked for leaves out."""
        return self._asking.waiting

    @property
    def latest(self) -> Walk | None:
        """The walk that was asked for last: the one that is waited for, or else ``walk``.  It must not get lost."""
        return self._latest or self._asking.wanted or self.walk

    def start(self, node: str | None = None, answers: Answers | None = None) -> None:
        """Begin anew, at the root or at ``node`` with what is already known; put aside what was answered so far.

        Raises ``CannotStart`` if the tree has an error: nobody is led through a tree that is not whole.
        """
        self._check()
        self._put_aside(self._document.source)
        self._trying = self._is_try = False
        self._set(Walk.start(self.tree, node, answers))

    def resume(self, walk: Walk) -> None:
        """Go on with the answers of a walk through this tree, or through the same one in another language."""
        self._set(walk.on(self.tree))

    def start_at(self, node: str) -> None:
        """Begin anew with the answers that lead to ``node``, once they are found: in slices, for it may take seconds.

        An author tries a draft like this: what is not written yet says so.  Afterwards ``arrived`` or ``refused`` tells
        how it went.  What was answered before is put aside, unless it was a try itself.
        """
        self._tried_before = self._trying
        self._trying, self._filled = checks.first_error(self._document.tree) is not None, None
        self._search, self._wanted = walk_to_in_slices(self.tree, node), node
        self._on_search()

    def _on_search(self) -> None:
        # Put back only after a slice that went well, so that a search which has failed is never gone on with.
        steps, self._search = self._search, None
        if steps is None:
            return
        end = time.perf_counter() + SLICE
        try:
            while time.perf_counter() < end:
                next(steps)
        except StopIteration as done:
            self._arrive(_all_asked(done.value))
        except KneetreeError as error:  # nobody comes there, or it cannot be decided
            self._refuse(told(error))
        else:
            self._search = steps
            self._go_on.start()

    def _arrive(self, walk: Walk) -> None:
        """Go on with a walk to the wanted node; if that is a question which nobody is asked, say so instead."""
        if isinstance(walk.tree.nodes.get(self._wanted), QuestionNode) and walk.question != self._wanted:
            words = self.tr("Nobody is asked {question}: on every way to it the answer is known already.")
            self._refuse(words.format(question=edits.quoted(walk.tree, self._wanted)))
            return
        self._put_aside(self._document.source)
        self._is_try = True
        self.arrived.emit()
        self._set(walk)

    def _refuse(self, reason: str) -> None:
        """Stay with the walk that there was, and say why there is no other."""
        self._trying, self._filled = self._tried_before, None
        self.refused.emit(reason)

    def answer(self, answers: Answers) -> None:
        """Answer by finding (true, false, or ``None`` for not sure) and by scale (a number, or ``None``).

        The walk changes once it is known what the next question need not ask; of several answers the last one counts.
        """
        if self.walk is not None:
            self.put_aside = None
            self._set(self.walk.answer(answers))

    def take_back(self, fact: str) -> None:
        """Take back what was said of a finding or scale, and nothing else: its question is open again."""
        if self.walk is not None:
            self._set(self.walk.take_back([fact]))

    def stop(self) -> None:
        """Put the walk aside, until the first answer of another one, and give up any search."""
        self._put_aside(self._document.source)
        self.walk = self._search = self._latest = None
        self._trying = self._is_try = False
        self._asking.stop()

    def _put_aside(self, source: Path | None) -> None:
        walk = self.latest
        if self._is_try and self.put_aside is not None:
            return  # nobody said what an author tries
        if walk is not None and self._is_worth_keeping(walk):
            self.put_aside = PutAside(walk, source, self._unsaid_now())

    def _unsaid_now(self) -> Unsaid:
        ask = self.unsaid()
        return {} if ask is None else ask()

    def _is_worth_keeping(self, walk: Walk) -> bool:
        """Return whether a walk that stops is put aside; mere ticks do not drive out answers put aside before."""
        return bool(walk.asked or (self.put_aside is None and self._unsaid_now()))

    @property
    def comes_back(self) -> bool:
        """Whether the walk, if it is left for another tree, can be gone on with: its tree can be opened again."""
        walk = self.latest
        return self._document.source is not None and walk is not None and self._is_worth_keeping(walk)

    def is_of_open_tree(self, aside: PutAside) -> bool:
        """Return whether a walk that was put aside is one through the tree that is open."""
        return aside.source == self._document.source

    def take_up(self) -> None:
        """Go on with the walk that was put aside, whose tree is open; raise ``CannotStart`` as ``start`` does."""
        if self.put_aside is not None:
            self._check()
            walk, self.put_aside = self.put_aside.walk, None
            self._is_try = False
            self.resume(walk)

    def _check(self) -> None:
        found = checks.first_error(self._document.tree)
        if found is not None:
            raise CannotStart(
                self.tr("The questions cannot start: {problem} Choose Edit to mend the tree.").format(
                    problem=told(found.message)
                )
            )

    def more(self, walk: Walk) -> More:
        """Return at most how many more questions can follow in a walk, as far as that is known now."""
        return self._asking.more(walk)

    def _set(self, walk: Walk) -> None:
        self._search = None
        self._asking.settle(walk)

    def _on_settled(self, walk: Walk) -> None:
        self.walk = walk
        self._on_counted(walk)
        self.walk_changed.emit(walk)

    def _on_counted(self, walk: Walk) -> None:
        self.counted.emit(walk, self.more(walk))

    def _on_opened(self) -> None:
        self._put_aside(self._document.source_before)
        if self.put_aside is not None and self.put_aside.source is None:
            self.put_aside = None
        self.walk = self._search = None
        self._trying, self._is_try, self._filled = False, False, None
        self._asking.forget()
        self._shown.forget()
        self.tree_changed.emit()

    def _on_changed(self) -> None:
        latest = self.latest
        self._shown.forget()
        self._filled = None
        self._asking.forget()
        self._search = None
        self._latest = None if latest is None else latest.on(self.tree)
        if self.walk is not None:
            self.walk = self.walk.on(self.tree)
        self.tree_changed.emit()
        latest, self._latest = self._latest, None
        if latest is not None:
            self._set(latest)


def _all_asked(walk: Walk) -> Walk:
    """Return the walk with nothing left out so far: somebody wants to see the question to which it leads."""
    for node in [*(step.node for step in walk.path if step.asked), *([walk.question] if walk.question else [])]:
        walk = walk.leave_out(node, ())
    return walk
