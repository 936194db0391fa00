"""The window: two modes over one open tree, answering its questions and editing it.  It only joins.

It is on screen before there is a tree; ``load`` starts the thread that brings one.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from kneetree import shipped
from kneetree.ui import language
from kneetree.ui.flag import Flag
from kneetree.ui.qt_access import application
from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.window import faults, looking, placing, unkept
from kneetree.ui.window.foot import Foot
from kneetree.ui.window.help import Help
from kneetree.ui.window.left_open import LeftOpen
from kneetree.ui.window.menus import Menus
from kneetree.ui.window.mode_bar import ModeBar, ModeStack, be_neutral
from kneetree.ui.window.titles import title_of
from kneetree.ui.window.view_menu import ViewMenu
from kneetree.ui.wizard.check_view import CheckView
from kneetree.ui.wizard.page_ids import EMERGENCY, START

if TYPE_CHECKING:
    from kneetree.files.opening import Opened
    from kneetree.model.knowledge import Answers
    from kneetree.ui.document.document import Document
    from kneetree.ui.document.session import Session
    from kneetree.ui.editor.editor import Editor
    from kneetree.ui.window.file_actions import Files
    from kneetree.ui.window.leaving import Leaving
    from kneetree.ui.window.loading import Loader
    from kneetree.ui.window.modes import EditMode
    from kneetree.ui.window.result_actions import Results
    from kneetree.walk.walk import Walk

_PATIENCE = 1000
"""Milliseconds after which loading begins in any case."""


class MainWindow(QMainWindow):
    """Joins menus, wizard, editor, document and session."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.document: Document | None = None
        self.session: Session | None = None
        self.edit_mode: EditMode | None = None
        self.results: Results | None = None
        self.files: Files | None = None
        self._loader: Loader | None = None
        self._load_waits = self._gave_up = self._start_waits = self._edit_waits = False
        self.handing_over = Flag()
        self._path_to_open: Path | None = None
        self._left = LeftOpen()
        self.leaving: Leaving | None = None
        self.menus = Menus(self)
        self.view = CheckView(theme)
        self.modes = ModeStack()
        self.modes.addWidget(self.view)
        self.foot = Foot()
        unkept.Unkept(self.foot)
        self._lay_out()
        self._join()
        self.setWindowTitle("kneetree")
        self.setMinimumSize(360, 420)
        placing.restore(self)
        self.view.start_page.begin()

    # -- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QWidget()
        on_surface(middle, "paper")
        rows = text_labels.column(middle, 0)
        self.bar = ModeBar(self.theme, self, check=self.tr("Check my knee"), edit=self.tr("Edit"))
        rows.addWidget(self.bar)
        rows.addWidget(self.modes, 1)
        rows.addWidget(self.foot)
        self.setCentralWidget(middle)

    def _join(self) -> None:
        actions = self.menus.actions
        actions["quit"].triggered.connect(self.close)
        actions["check"].triggered.connect(self.show_check)
        actions["edit"].triggered.connect(self.show_edit)
        actions["record"].triggered.connect(self.record_walk)
        actions["shipped"].triggered.connect(self._load_shipped)
        actions["open"].triggered.connect(self._load_another)
        self.help = Help(self, self.menus, self.foot, lambda: self.editor)
        self.view_menu = ViewMenu(self.menus, self.theme, self)
        self.menus.set_result_there(False)
        self.bar.check_button.clicked.connect(self.show_check)
        self.bar.edit_button.clicked.connect(self.show_edit)
        start = self.view.start_page
        start.start_asked.connect(self.start)
        start.open_asked.connect(actions["open"].trigger)
        start.again_asked.connect(self.start_again)
        start.edit_asked.connect(self.show_edit)
        self.view.page_shown.connect(self._on_page)
        self.view.answered.connect(self._on_answered)
        self.view.kept.connect(self.start)
        self.view.change_asked.connect(self.change_answer)

    # -- the tree --------------------------------------------------------------------------------

    def load(self, path: Path | None, left: LeftOpen | None = None) -> None:
        """Read ``path`` or the shipped tree in a thread, the first page being up meanwhile; go on with what is left."""
        self._path_to_open = path
        self._left = left or LeftOpen()
        if path is not None and self.document is None:
            be_neutral(self.view.start_page, self.bar)
        if self._left.walk is not None:
            self.view.expect_walk(True, first_page=self._left.at == "")
        self._load_waits, self._gave_up = True, False
        # Not before the first page is painted, which the thread would hold up; a hidden window has none to paint.
        QTimer.singleShot(_PATIENCE, self._begin_to_load)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to load the rest once the first page is on its way to the screen."""
        super().paintEvent(event)
        if self._load_waits:
            QTimer.singleShot(0, self._begin_to_load)

    def _begin_to_load(self) -> None:
        if not self._load_waits:
            return
        self._load_waits = False
        from kneetree.ui.window.loading import Loader  # noqa: PLC0415 - 2 ms of the first page

        if self._loader is not None:
            self._loader.deleteLater()
        self._loader = Loader(None if self._left.document else self._path_to_open, self, self.menus)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)
        self._loader.slow.connect(self.view.start_page.set_trouble)
        self._loader.start()

    def wait_for_loader(self) -> None:
        """Wait until the loader's thread has ended, or see that it never begins.  Call this before the window goes."""
        self._load_waits = False
        if self._loader is not None:
            self._loader.wait()

    def _on_loaded(self, opened: Opened) -> None:
        try:
            self._join_tree(opened)
        except Exception:
            if self.results is None:  # half joined; the next try begins anew
                for part in (self.session, self.files, self.document):
                    if part is not None and part is not self._left.document:
                        part.deleteLater()
                self.document = self.files = self.session = None
            self._on_load_failed("")  # what it was is told where all faults of the program are
            raise

    def _join_tree(self, opened: Opened) -> None:
        # Imported by the loader meanwhile; at the top they would hold up the first page.
        from kneetree.ui.document.document import Document  # noqa: PLC0415
        from kneetree.ui.document.session import Session  # noqa: PLC0415
        from kneetree.ui.style.focus_ring import draw_ring  # noqa: PLC0415
        from kneetree.ui.window.file_actions import Files  # noqa: PLC0415
        from kneetree.ui.window.leaving import Leaving  # noqa: PLC0415
        from kneetree.ui.window.result_actions import Results  # noqa: PLC0415

        draw_ring(application(), self.theme)
        self.document = self._left.document or Document(opened.tree, self)
        self.files = Files(self.document, self, self.menus)
        if self._path_to_open is not None and self._left.document is None:
            self.files.take(opened)
        self.session = Session(self.document, self, language=language.chosen())
        self.results = Results(self, self.view, self.session, self.theme, self.menus)
        self.results.state.told.connect(self.foot.show_text)
        self.results.start_again.connect(self.start_again)
        self.results.change_asked.connect(self.change_answer)
        self.leaving = Leaving(self, self.session, self.files, self.view, self.results, self._left)
        self.session.counted.connect(self.view.wizard.show_more)
        self.view.wizard.count_with(self.session.more)
        self.session.walk_changed.connect(self._on_walk)
        self.session.tree_changed.connect(self._on_tree)
        self.document.state_changed.connect(self._show_state)
        self._on_tree()
        self.leaving.take_over()
        self.view.start_page.set_trouble("")
        if self._start_waits and self._left.walk is None:
            self.start()
        if self._edit_waits:
            self.show_edit()
        self.files.compare_with = self.compare_with
        QTimer.singleShot(0, self.files.offer_recovery)

    @property
    def left_open(self) -> tuple[Path | None, LeftOpen]:
        """The file that a window in another language opens, and what it goes on with."""
        if self.document is None or self.leaving is None:
            return self._path_to_open, self._left
        seen = looking.looking_of(self.editor) or self._left.looking
        left = self.leaving.left_open._replace(document=self.document, looking=seen)
        return shipped.unless_first(self.document.source), left

    def _on_load_failed(self, sentence: str) -> None:
        edits, self._edit_waits, self._start_waits, self._gave_up = self._edit_waits, False, False, True
        self.view.expect_walk(False)
        self.view.start_page.set_trouble(sentence)
        faults.show_focus(self.theme)
        if edits and sentence:
            faults.tell(self, sentence)

    def _load_again(self) -> None:
        if self._gave_up and self.document is None:  # the file may be there again
            self.load(self._path_to_open, self._left)

    def _load_shipped(self) -> None:
        if self.files is None:  # what was asked for cannot be had, or does not come
            self.load(None)

    def _load_another(self) -> None:
        if self.files is None and self._gave_up:
            faults.open_another(self, self.load)

    # -- the walk --------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin with the first question, or go on where the walk is; before the tree is there, wait for it."""
        if self.session is None or self.files is None:
            self._start_waits = True
            self.view.start_page.set_waiting(True)
            self._load_again()
            return
        if self.session.walk is not None:
            self._on_walk(self.session.walk)
        elif not self.session.waiting:  # else it comes by itself
            self.files.attempt(self.session.start)

    def start_again(self) -> None:
        """Put aside what was answered and show the first page, which offers to go back to it."""
        if self.session is not None:
            self.session.stop()
        self.view.wizard.start_again()
        self.menus.set_result_there(False)
        self._show_state()

    def change_answer(self, node: str) -> None:
        """Show a question on the path again, its answer marked."""
        if self.session is not None and self.session.walk is not None:
            self.show_check()
            self.view.show_walk(self.session.walk, node)

    def _on_answered(self, answers: Answers) -> None:
        if self.session is not None and self.files is not None:
            self.files.attempt(partial(self.session.answer, answers))

    def _on_page(self, number: int) -> None:
        self.bar.allow(number != EMERGENCY)  # it interrupts everything: nothing to press but what is on its page
        self.menus.set_at_start(number == START)

    def _on_walk(self, walk: Walk) -> None:
        if self.results is not None:
            self.results.take(walk)
        self.view.show_walk(walk, self.leaving.place(walk) if self.leaving is not None else None)
        self.menus.set_result_there(walk.finished)

    def _on_tree(self) -> None:
        if self.session is None:
            return
        self.view.wizard.keep_pages(self.session.tree)
        if self.session.latest is None:
            self.view.wizard.start_again()
            self.menus.set_result_there(False)
        self._show_state()

    def _show_state(self) -> None:
        if self.document is None or self.session is None or self.results is None:
            return
        self.results.tell_state()
        self.results.introduce(self.view.start_page, self.bar)
        self.setWindowTitle(title_of(self.document, self.session.tree.title))

    # -- modes -----------------------------------------------------------------------------------

    @property
    def editor(self) -> Editor | None:
        """The editor, once it was asked for."""
        return self.edit_mode.editor if self.edit_mode is not None else None

    def show_check(self) -> None:
        """Show the wizard."""
        if self.edit_mode is not None:
            self.edit_mode.show_menus(False)
        self.modes.show_only(self.view)
        self.bar.show_mode(self.bar.check_button)

    def show_edit(self) -> None:
        """Show the editor, which is built when it is first asked for."""
        if self.document is None or self.session is None or self.files is None:
            self._edit_waits = True
            self._load_again()
            return
        if self.edit_mode is None:
            from kneetree.ui.window.waiting import opened  # noqa: PLC0415 - most never ask for the editor

            self.edit_mode = opened(self, self.modes, self.document, self.session, self.files, self.theme, self.menus)
            self.session.arrived.connect(self.show_check)
            looking.look_again(self.edit_mode.editor, self._left.looking)
        self.modes.show_only(self.edit_mode.editor)
        self.bar.show_mode(self.bar.edit_button, self.edit_mode.editor.actions())
        self.edit_mode.show_menus(True)
        self.files.one_editor.begin()

    def record_walk(self) -> None:
        """Make a case of the finished walk, in the editor."""
        self.show_edit()
        if self.edit_mode is not None:
            self.edit_mode.record_walk()

    def compare_with(self, path: Path) -> None:
        """Compare the open tree with a file, in the editor."""
        self.show_edit()
        if self.editor is not None:
            self.editor.panels.compare_with(path)

    # -- coming and going ------------------------------------------------------------------------

    def report_fault(self, error: BaseException, detail: str) -> None:
        """Tell of an exception that nothing caught: its sentence if it has one, else that the program has a fault."""
        faults.report(self, error, detail)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work; remember where the window was."""
        if self.files is None and self._left.document is not None and not (self._gave_up or self.handing_over):
            event.ignore()  # what was left is not taken over yet, so nobody could be asked
            QTimer.singleShot(50, self.close)  # milliseconds
            return
        if self.files is not None and not self.files.may_close(goes_on=bool(self.handing_over)):
            event.ignore()
            return
        self.wait_for_loader()
        placing.keep(self)
        event.accept()
