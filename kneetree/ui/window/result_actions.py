"""Joins a finished walk with its result page and with paper, file and clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kneetree import report
from kneetree.files import names
from kneetree.model.knowledge import Answers
from kneetree.model.tree import About, Start, Urgency
from kneetree.report.led_rows import led_here
from kneetree.report.summary import Summary, summarise
from kneetree.ui import dialogs
from kneetree.ui.background import progress, reachable, writing
from kneetree.ui.document.session import Session
from kneetree.ui.printing import pdf, preview
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.menus import Menus
from kneetree.ui.window.mode_bar import ModeBar
from kneetree.ui.window.state_line import StateLine
from kneetree.ui.window.taken_back import TakenBack
from kneetree.ui.wizard.check_view import CheckView
from kneetree.ui.wizard.emergency_page import EmergencyPage
from kneetree.ui.wizard.notice import Notice
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT
from kneetree.ui.wizard.picture import drawing
from kneetree.ui.wizard.result_page import ResultPage
from kneetree.ui.wizard.start_page import StartPage, StartWords
from kneetree.walk.walk import Walk


class Results(QObject):
    """Shows what a finished walk says; prints, saves or copies it when asked.

    Signals: ``start_again()``; ``change_asked(str)`` the answer of that question.
    """

    start_again = Signal()
    change_asked = Signal(str)

    def __init__(self, window: QWidget, view: CheckView, session: Session, theme: Theme, menus: Menus) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._theme = theme
        self.summary: Summary | None = None
        self.kept: Answers | None = None
        """The answers whose result was printed, saved or copied last."""
        wizard = view.wizard
        self.page = ResultPage(theme, wizard.follow)
        self.emergency = EmergencyPage(theme, wizard.follow)
        self.notices = {RESULT: Notice(self.page), EMERGENCY: Notice(self.emergency)}
        self._wizard = wizard
        self._folder: Path | None = None
        self._taken_back = TakenBack()
        self.state = StateLine(self)
        wizard.setPage(RESULT, self.page)
        wizard.setPage(EMERGENCY, self.emergency)
        wizard.page_shown.connect(self._on_page)
        self._wishes: dict[str, Callable[[], None]] = {
            "print": self.print, "pdf": self.save_pdf, "html": self.save_html, "copy_text": self.copy_text,
            "copy_sources": self.copy_sources, "start_again": self.start_again.emit,
        }  # fmt: skip
        self.page.wish.connect(self._on_wish)
        self.page.change_asked.connect(self.change_asked)
        self.page.back_asked.connect(wizard.back)
        self.page.taken_back.connect(session.take_back)
        self.page.put_back.connect(self._on_put_back)
        self.emergency.wish.connect(self._on_wish)
        self.emergency.mistake.connect(session.take_back)
        menus.actions["start_again"].triggered.connect(self._on_again)
        for name in ("print", "pdf", "html", "copy_text"):
            menus.actions[name].triggered.connect(self._wishes[name])

    def take(self, walk: Walk) -> None:
        """Fill the result page if the walk is finished."""
        self.summary = summarise(walk, elsewhere=walk.elsewhere) if walk.finished else None
        if self.summary is None:
            self._taken_back.forget()
            return
        if self.summary.urgency is Urgency.EMERGENCY:
            self.emergency.show_summary(self.summary, led_here(walk))
        else:
            self.page.show_summary(self.summary, self._taken_back.of(walk))

    @property
    def is_only_on_screen(self) -> bool:
        """Whether a result of what somebody said would be lost; one that is an emergency holds nobody up."""
        walk, summary = self._session.latest, self.summary
        if walk is None or summary is None or self._session.is_try:
            return False
        return summary.urgency is not Urgency.EMERGENCY and walk.answers != self.kept

    # -- giving it away --------------------------------------------------------------------------

    def print(self) -> None:
        """Show the pages, and print them if the person says so."""
        summary = self.summary
        if summary is not None:
            dialogs.attempt(self._window, partial(self._print, summary))

    def _print(self, summary: Summary) -> None:
        if preview.show(self._window, summary, self._theme):
            self._keep()

    def _keep(self) -> None:
        walk = self._session.latest
        self.kept = dict(walk.answers) if walk is not None else None

    def save_pdf(self) -> None:
        """Ask where, and write the pages."""
        self._save(self.tr("Save the result as PDF"), "pdf", self.tr("PDF (*.pdf)"), pdf.report_bytes)

    def save_html(self) -> None:
        """Ask where, and write the page for a browser: the one that a screen reader reads best."""

        def made(summary: Summary) -> bytes:
            return report.to_html(summary).encode()

        self._save(self.tr("Save the result as HTML"), "html", self.tr("HTML (*.html)"), made)

    def copy_text(self) -> None:
        """Put the result as plain text on the clipboard."""
        if self.summary is not None:
            QApplication.clipboard().setText(report.to_text(self.summary))
            self._keep()
            self._say(self.tr("Copied. You can now paste the result into a message or a document."))

    def copy_sources(self) -> None:
        """Put the sources with their addresses on the clipboard; nothing is opened."""
        if self.summary is not None:
            lines = (" ".join(filter(None, (row.citation, row.url))) for row in self.summary.sources)
            QApplication.clipboard().setText("\n".join(lines))
            self._say(self.tr("Copied. You can now paste the sources into a message or a document."))

    def _save(self, title: str, ending: str, kinds: str, made: Callable[[Summary], bytes]) -> None:
        summary = self.summary
        if summary is None:
            return
        usual = names.free((self._folder or dialogs.documents()) / self._file_name(summary, ending))
        chosen = dialogs.save_path(self._window, title, str(reachable.place(self._window, usual)), kinds)
        if chosen is None:
            return
        path = reachable.meant(self._window, chosen)
        words = self.tr("Writing {name}\u2026").format(name=names.shown(path.name))

        def write() -> None:
            if progress.carry_out(self._window, words, writing.steps(path, made(summary))):
                self._folder = path.parent
                self._keep()
                self._say(self.tr("Saved to {path}").format(path=path))

        dialogs.attempt(self._window, write)

    def _file_name(self, summary: Summary, ending: str) -> str:
        """Return a name that says what the file is."""
        name = self.tr("{title}, result of {date}").format(title=summary.tree_title[:80], date=summary.made)
        return names.made_of(name, ending)

    def _say(self, sentence: str) -> None:
        """Say what was done beneath the result, which is on screen whatever was scrolled."""
        notice = self.notices.get(self._wizard.currentId())
        if notice is not None:
            notice.say(sentence)

    def _on_again(self) -> None:
        self.start_again.emit()

    def _on_put_back(self, fact: str) -> None:
        self._session.answer(self._taken_back.answer_to(fact))

    def _on_page(self, _number: int) -> None:
        for notice in self.notices.values():
            notice.hide()

    def _on_wish(self, name: str) -> None:
        self._wishes[name]()

    # -- what is said of the tree ----------------------------------------------------------------

    def tell_state(self) -> None:
        """Say in ``state`` which tree is open and whether a clinician has reviewed it."""
        foreign = self.tr("These questions are not there in this language.") if self._session.is_foreign else ""
        self.state.show(self._session.tree, foreign)

    def introduce(self, page: StartPage, bar: ModeBar) -> None:
        """Put the tree's own words and picture on the first page, and its word for the walk on the bar of modes."""
        tree = self._session.tree
        about, start = tree.about or About(), tree.start or Start()
        words = StartWords(start.heading or tree.title, start.text, start.button, about.emergency, about.call)
        page.say(words, (about.intended_use, about.not_for))
        page.show_drawing(drawing(start.picture, tree.pictures))
        bar.check_button.setText(start.button.replace("&", "&&") or self.tr("Answer the questions"))
