"""Find what the next question need not ask, and how many more can follow, in a thread, while the person reads.

What is left out is the same whether it was found before the person answered or is found afterwards: only a budget of
conflicts decides.  A person who answers before it was found stays on their page until it is, which is some hundredths
of a second; the window goes on meanwhile.  No page waits for how many more questions can follow: until that is counted,
a bound is shown in its place, and the number only falls when it comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.model.knowledge import Said
from kneetree.model.tree import Tree
from kneetree.proof import pace
from kneetree.proof.left_out import LeavesOut
from kneetree.proof.most_more import MostMore
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.walk.how_many_more import More, bounded
from kneetree.walk.leaving_out import as_if_open, settled, unsettled
from kneetree.walk.walk import Walk

SMALL = 40
"""The most nodes, and facts asked, of a tree in which a question takes no thread: at most 25 ms."""
_COUNTED = 3
"""For how many of the likely answers it is counted ahead how many more questions can follow; some 0.1 s for each."""

_TURN_S = 0.04
"""Seconds in which nothing is worked out while a page turns: twice what that takes."""
_PAUSE_MS = 20
"""How long a page has to come on screen before work begins that nobody waits for, and that takes turns with it."""


class Asking(QObject):
    """Settles the walks through one tree at a time (see ``leaving_out``).

    Signals: ``settled(Walk)``, at once where that takes no time; ``counted(Walk)`` when it is known afterwards how many
    more questions can follow.
    """

    settled = Signal(object)
    counted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copy: Tree | None = None
        self._leaves_out: LeavesOut | None = None
        self._most_more: MostMore | None = None
        self._is_small = False
        self._wanted: Walk | None = None
        self._counting: Walk | None = None
        self._task: Task[Walk] | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._begin)

    @property
    def waiting(self) -> bool:
        """Whether a walk is being settled."""
        return self._wanted is not None

    @property
    def wanted(self) -> Walk | None:
        """The walk that is being settled, if there is one."""
        return self._wanted

    def more(self, walk: Walk) -> More:
        """Return at most how many more questions can follow, as far as that is known now."""
        return bounded(walk) if self._most_more is None else self._most_more.so_far(walk)

    def forget(self) -> None:
        """Drop what is under way, and what was found.  Call this when the tree is another one or was altered."""
        self.stop()
        self._copy = self._leaves_out = self._most_more = None

    def stop(self) -> None:
        """Drop the walk that is being settled."""
        self._wanted = None
        self._drop_task()

    def settle(self, walk: Walk) -> None:
        """Settle ``walk``, and no other that was asked for before."""
        self.stop()
        if self._leaves_out is None or self._copy is None:
            self._copy = walk.tree.copy()
            self._most_more = MostMore(self._copy)
            self._leaves_out = LeavesOut(self._copy, self._most_more)
            self._is_small = _is_small(self._copy)
        if self._is_small:
            walk = settled(walk, self._leaves_out)
            if self._most_more is not None:
                self._most_more(walk)
            self.settled.emit(walk)
            return
        walk = self._as_far_as_known(walk)
        if unsettled(walk) is not None:
            self._wanted = walk
            self._prepare(partial(_settle, self._on_copy(walk), self._leaves_out, self._most_more), "asking")
            self._begin()
            return
        self._tell(walk)

    def _tell(self, walk: Walk) -> None:
        """Tell of a walk that is settled, and work on once its page has come."""
        pace.hold(_TURN_S)
        self.settled.emit(walk)
        self._go_on(walk)

    def _as_far_as_known(self, walk: Walk) -> Walk:
        """Return the walk with everything left out that was found before."""
        leaves_out = self._leaves_out
        while leaves_out is not None and (node := unsettled(walk)) is not None:
            before = self._on_copy(as_if_open(walk, node))
            if not leaves_out.known(before):
                break
            walk = walk.leave_out(node, leaves_out(before))
        return walk

    def _go_on(self, walk: Walk) -> None:
        """Count how many more can follow the question that is read; then look ahead, unless something is under way."""
        if walk.question is None or self._most_more is None or self.waiting or self._task is not None:
            return
        if self._most_more.known(walk):
            self._look_ahead(walk)
            return
        self._counting = walk
        self._prepare(partial(_count, self._on_copy(walk), self._most_more), "counting")
        self._pause.start()

    def _look_ahead(self, walk: Walk) -> None:
        """Settle, one after the other, the walks to which the likeliest answers lead."""
        if self._leaves_out is not None and self._most_more is not None:
            work = partial(_settle_likely, self._on_copy(walk), self._leaves_out, self._most_more)
            self._prepare(work, "asking ahead")
            self._pause.start()

    def _on_copy(self, walk: Walk) -> Walk:
        """Return the walk through the copy of its tree, which nobody alters."""
        assert self._copy is not None
        return replace(walk, tree=self._copy)

    def _prepare(self, work: partial[Iterator[Walk]], name: str) -> None:
        self._task = Task(work, name)

    def _begin(self) -> None:
        if self._task is not None:
            self._task.start()
            self._look.start()

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._counting = None
        self._pause.stop()
        self._look.stop()

    def _on_look(self) -> None:
        task, wanted, counting = self._task, self._wanted, self._counting
        if task is None or not task.done:
            return
        self._drop_task()
        self._wanted = None
        try:
            found = task.results()
        except Exception:
            if wanted is not None:
                self.settled.emit(wanted)  # nobody is kept on a page by a fault: all is asked
            raise
        if wanted is not None:
            self._tell(replace(wanted, left_out=found[-1].left_out))
        elif counting is not None:
            self.counted.emit(counting)
            self._go_on(counting)


def _is_small(tree: Tree) -> bool:
    if len(tree.nodes) > SMALL:
        return False
    return len({fact for asked in tree.all_asked() for fact in asked.facts}) <= SMALL // 2


def _settle(walk: Walk, leaves_out: LeavesOut, most_more: MostMore | None) -> Iterator[Walk]:
    """Yield the walk settled; work out here the bound that its page shows at first, 15 ms of the window's thread."""
    found = settled(walk, leaves_out)
    if most_more is not None:
        most_more.so_far(found)
    yield found


def _count(walk: Walk, most_more: MostMore) -> Iterator[Walk]:
    most_more(walk)
    yield walk


def _settle_likely(walk: Walk, leaves_out: LeavesOut, most_more: MostMore) -> Iterator[Walk]:
    """Yield what the likely answers lead to, so that it is known; all No first, since most people say so.

    The bound that their pages show at first is known, too.  How many more can follow is counted last, and only after
    the same answer to the whole question.
    """
    assert walk.question is not None
    asked = walk.tree.asked(walk.question)
    likely: list[dict[str, Said]]
    if asked.scale:
        scale = walk.tree.scales[asked.scale]
        likely = [{asked.scale: scale.most}, {asked.scale: scale.least}, {asked.scale: None}]
    else:
        likely = [dict.fromkeys(asked.findings, value) for value in (False, True, None)]
        likely += [{**likely[0], finding: True} for finding in asked.findings[1:]] if asked.is_list else []
    for answers in likely:
        yield from _settle(walk.answer(answers), leaves_out, most_more)
    for answers in likely[:_COUNTED]:
        yield from _count(settled(walk.answer(answers), leaves_out), most_more)
