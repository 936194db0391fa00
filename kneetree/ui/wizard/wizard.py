"""The wizard: a QWizard whose pages follow the walk, one question a page.

Its history is always the questions asked on the path, so that Back is one question back and a changed
answer leads straight on to the first question that is still open.  It is shown walks and says what was
pressed; it never decides what is asked next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget, QWizard, QWizardPage

from kneetree.ui.flag import Flag
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.bare import make_bare
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT, START
from kneetree.ui.wizard.start_page import StartPage
from kneetree.ui.wizard.turning import shown_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kneetree.model.knowledge import Answers
    from kneetree.model.tree import Tree
    from kneetree.ui.wizard.question_page import Draft, QuestionPage
    from kneetree.ui.wizard.second_click import SecondClick
    from kneetree.walk.how_many_more import CountsMore, More
    from kneetree.walk.walk import Walk

_FIRST_QUESTION = 10
_IDLE = 40
"""Milliseconds after a page is shown in which the next ones are made: it takes half of what turning to one does."""
_WORTH_SAYING = 20
"""A bound above this tells a person nothing but fright, unless it is known that so many can follow."""


class KneeWizard(QWizard):
    """Questions and result.  In the place of the first page, which is shown without a wizard, it has an empty one.

    Signals: ``answered(dict)`` findings with true, false or ``None``, or a number; ``kept()`` the answer shown stays;
    ``back_asked()``; ``page_shown(int)``, also of the first page; ``path_asked()``.
    """

    answered = Signal(object)
    kept = Signal()
    page_shown = Signal(int)
    path_asked = Signal()

    def __init__(self, theme: Theme, start_page: StartPage, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Widget)
        self._theme = theme
        self._flow: list[int] = [START]
        self._ids: dict[str, int] = {}
        self._question_pages: dict[str, QuestionPage] = {}
        self._next_id = _FIRST_QUESTION
        self._walk: Walk | None = None
        self._more: tuple[Walk, More] | None = None
        self._counts: CountsMore | None = None
        self._drafts: dict[str, Draft] = {}
        self._path_apart = False
        self._turning = Flag()
        self._second_click: SecondClick | None = None
        self._ahead = QTimer(self, interval=_IDLE, singleShot=True)
        self._ahead.timeout.connect(self._prepare)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoDefaultButton)
        self.setOption(QWizard.WizardOption.NoCancelButton)
        self.setButtonLayout([])
        self.start_page = start_page
        self.setPage(START, _NoPage(self.follow))
        self.setStartId(START)
        self.currentIdChanged.connect(self._on_page)
        self.restart()
        theme.changed.connect(self._bare)

    def _bare(self) -> None:
        make_bare(self)

    # -- where the walk is -----------------------------------------------------------------------

    def follow(self) -> int:
        """Return the id of the page after the current one along the walk, -1 if there is none."""
        now = self.currentId()
        at = self._flow.index(now) if now in self._flow else -1
        return self._flow[at + 1] if 0 <= at < len(self._flow) - 1 else -1

    @property
    def node_shown(self) -> str | None:
        """The question on screen, if it is one."""
        return self._node_of(self.currentId())

    def _node_of(self, number: int) -> str | None:
        return next((node for node, its_number in self._ids.items() if its_number == number), None)

    def show_walk(self, walk: Walk, at: str | None = None) -> None:
        """Follow a walk to its end so far, or to the question ``at`` on its path."""
        self._walk = walk
        asked = [step.node for step in walk.path if step.asked]
        ends = [walk.question] if walk.question is not None else []
        self._flow = [START, *(self._page_of(node, walk) for node in [*asked, *ends])]
        if not ends:
            self._flow.append(EMERGENCY if walk.urgency == "emergency" else RESULT)
        target = self._ids.get(at, -1) if at is not None else -1
        self._go_to(target if target in self._flow else self._flow[-1])
        QTimer.singleShot(0, self, self._ahead.start)  # on a slow machine, too, not before this page is painted

    def show_more(self, walk: Walk, more: More) -> None:
        """Show at most how many more questions can follow in ``walk``, now or once it is shown."""
        self._more = walk, more
        node = self.node_shown
        if node is not None and (node == walk.question or walk is self._walk):
            self.question_page(node).show_progress(self._progress(node))

    def count_with(self, counts: CountsMore) -> None:
        """Ask ``counts``, which knows what is proven so far, also for the questions that are gone back to."""
        self._counts = counts

    @property
    def drafts(self) -> dict[str, Draft]:
        """What was ticked or typed on pages that were left before it was said, by question."""
        pages = {node: page.draft for node, page in self._question_pages.items()}
        return {**self._drafts, **{node: draft for node, draft in pages.items() if draft is not None}}

    def show_drafts(self, drafts: Mapping[str, Draft]) -> None:
        """Show these instead of all others, also on pages that are not made yet."""
        self._drafts = dict(drafts)
        for node, page in self._question_pages.items():
            page.show_draft(self._drafts.pop(node, None))

    def start_again(self) -> None:
        """Go back to the first page, with nothing answered and nothing ticked."""
        self.show_drafts({})
        self._walk = None
        self._flow = [START]
        self._go_to(START)

    def keep_pages(self, tree: Tree) -> None:
        """Drop the pages of questions that are not the same in ``tree``: another tree, or an altered one.

        What was ticked or typed on them and not said is shown on the pages that come in their stead.
        """
        gone = [node for node in self._ids if not self._is_same(node, tree)]
        if gone and self.node_shown is not None:
            self._flow = [START]
            self._go_to(START)
        for node in gone:
            self.removePage(self._ids.pop(node))
            page = self._question_pages.pop(node)
            if page.draft is not None:
                self._drafts[node] = page.draft
            page.deleteLater()

    def show_path_apart(self, apart: bool) -> None:
        """Offer the path on the pages of questions, since it is not beside them, or do not."""
        if apart != self._path_apart:
            self._path_apart = apart
            for page in self._question_pages.values():
                page.top.path.setVisible(apart)

    def question_page(self, node: str) -> QuestionPage:
        """Return the page of a question that has one; raise ``KeyError`` otherwise."""
        return self._question_pages[node]

    def _is_same(self, node: str, tree: Tree) -> bool:
        from kneetree.ui.wizard.content import content_of  # noqa: PLC0415 - as in _page_of

        return content_of(tree, node) == self.question_page(node).content

    def _page_of(self, node: str, walk: Walk) -> int:
        if node not in self._ids:
            # Reading the values of the tree costs as much as a window; the first page does not wait for it.
            from kneetree.ui.wizard.content import content_of  # noqa: PLC0415
            from kneetree.ui.wizard.question_page import QuestionPage  # noqa: PLC0415

            frame = self.page(START).parentWidget()
            content = content_of(walk.tree, node)
            assert content is not None  # it is on the path
            page = QuestionPage(self._theme, content, self.follow, frame)
            page.answered.connect(self.answered)
            page.kept.connect(self.kept)
            page.back_asked.connect(self.back)
            page.path_asked.connect(self.path_asked)
            page.top.path.setVisible(self._path_apart)
            page.show_draft(self._drafts.pop(node, None))
            self._ids[node], self._question_pages[node] = self._next_id, page
            self.setPage(self._next_id, page)
            self._next_id += 1
        return self._ids[node]

    def _prepare(self) -> None:
        """Make the page that each answer leads to, then lay it out, one thing at a time, while the person reads."""
        walk, now = self._walk, self.node_shown
        if walk is None or walk.question is None or now is None:
            return
        room = self.question_page(now).size()
        for answers in _likely_answers(walk, walk.question):
            following = walk.answer(answers)
            node = following.question
            if node is None or node in {step.node for step in walk.path}:
                continue
            if node not in self._ids:
                self._page_of(node, walk)
                self.question_page(node).ensurePolished()
            elif self.question_page(node).size() != room:
                self._fill(node, following, self.question_page(now).progress.text())
                self.question_page(node).lay_out_ahead(room)
            else:
                continue
            self._ahead.start()
            return

    # -- turning pages ---------------------------------------------------------------------------

    def _go_to(self, target: int) -> None:
        node = self._node_of(target)
        if node is not None and self._walk is not None:  # before it is shown, so that it finds its place only once
            self._fill(node, self._walk, self._progress(node))
        if target != self.currentId():
            self.let_go()
        with self._turning, shown_once(self, self._question_pages.get(node or "")):
            while self.currentId() not in (target, START) and not self._is_ahead(target):
                self.back()
            for _ in range(self._flow.index(target) - self._flow.index(self.currentId())):
                self.next()
        self._arrive(target)

    def let_go(self) -> None:
        """Take the keyboard from the page that goes: Qt would hand it round as each part of it is hidden."""
        focus = QApplication.focusWidget()
        if focus is not None and (self.isAncestorOf(focus) or self.start_page.isAncestorOf(focus)):
            focus.clearFocus()

    def _is_ahead(self, target: int) -> bool:
        history = self.visitedIds()
        return history == self._flow[: len(history)] and target in self._flow[len(history) :]

    def _on_page(self, number: int) -> None:
        if self._turning or number < 0:
            return
        node = self.node_shown
        if node is not None and self._walk is not None:
            self._fill(node, self._walk, self._progress(node))
        self._arrive(number)

    def _arrive(self, number: int) -> None:
        if self._second_click is None and self._walk is not None:
            from kneetree.ui.wizard.second_click import SecondClick  # noqa: PLC0415 - no page turns before the first

            self._second_click = SecondClick(self)
        if self._second_click is not None:
            self._second_click.page_turned()
        if self.isVisible():
            self._begin_page()  # while the editor is shown, the keys stay there
        self.page_shown.emit(number)

    def _fill(self, node: str, walk: Walk, progress: str) -> None:
        """Let the page of a question show what was said in a walk."""
        gone: Answers = dict.fromkeys(walk.left_out.get(node, ()))
        answered, known = node != walk.question, {**walk.told_before(node), **gone}
        self.question_page(node).show_state(walk.answers, known, answered=answered, progress=progress)

    def _progress(self, node: str) -> str:
        number = self._flow.index(self._ids[node])
        plain = self.tr("Question {number}").format(number=number)
        if self._walk is None:
            return plain
        state = _state_at(self._walk, node)
        more, rises, exact = self._more_of(state)
        was_unsure = None in state.said.values()  # a person who has seen a number has to see why it rises
        if more > _WORTH_SAYING and not exact and not was_unsure:
            return plain
        if more == 0:
            return self.tr("Question {number}, the last one").format(number=number)
        if rises:
            text = self.tr("Question {number}, at most {more} more, since “not sure” leaves both possibilities open")
        else:
            text = self.tr("Question {number}, at most {more} more")
        return text.format(number=number, more=more)

    def _more_of(self, state: Walk) -> More:
        from kneetree.walk.how_many_more import bounded  # noqa: PLC0415 - as in _page_of

        if self._more is not None and self._more[0] is state:
            return self._more[1]
        return (self._counts or bounded)(state)

    def showEvent(self, event: QShowEvent) -> None:
        """Bare the wizard again, which Qt lays out anew with its style, and give the keys to the page."""
        super().showEvent(event)
        self._bare()
        if not event.spontaneous():
            self._begin_page()

    def _begin_page(self) -> None:
        page = self.currentPage()
        if isinstance(page, ScrollPage):
            page.begin()

    # -- keys that a dialog would take -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore Enter away from a button, and Escape: a stray key must not answer or close."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Do nothing: a wizard in the window is never closed."""


class _NoPage(QWizardPage):
    """What the wizard has where the first page is."""

    def __init__(self, follow: Callable[[], int]) -> None:
        super().__init__()
        self._follow = follow

    def nextId(self) -> int:
        """Return the id of the first question, -1 while there is none."""
        return self._follow()


def _likely_answers(walk: Walk, node: str) -> list[dict[str, bool | int | None]]:
    """Return answers to a question that show which questions can come next: all No, all Yes, or low and high."""
    asked = walk.tree.asked(node)
    if asked.scale:
        scale = walk.tree.scales[asked.scale]
        return [{asked.scale: scale.least}, {asked.scale: scale.most}]
    return [dict.fromkeys(asked.findings, value) for value in (False, True)]


def _state_at(walk: Walk, node: str) -> Walk:
    """Return a walk as it was at a question, also one that was gone back to: it may be answered otherwise."""
    from kneetree.walk.how_many_more import as_asked  # noqa: PLC0415 - as in _page_of

    return walk if node == walk.question else as_asked(walk, node)
