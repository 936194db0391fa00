"""The composition root: application, theme, window, and the thread that loads what is not needed at once.

Kept lean: until the first page is up nothing is imported that it does not show.
"""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from kneetree import __version__
from kneetree.ui import language
from kneetree.ui.background import arenas, garbage
from kneetree.ui.flag import Flag
from kneetree.ui.qt_access import application
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow

_STYLE = "Fusion"


def make_app(arguments: list[str]) -> QApplication:
    """Return the application, with the names that say where its settings are kept."""
    if QApplication.instance():
        app = application()
        app.setStyle(_STYLE)
    else:
        arenas.share_one()
        # Named here, the style is not given to PySide, which would make its class: 6 ms of the first page.
        app = QApplication([*(arguments or ["kneetree"]), "-style", _STYLE])
    app.setApplicationName("kneetree")
    app.setApplicationDisplayName("kneetree")
    app.setOrganizationName("kneetree")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("org.kneetree.Kneetree")
    return app


def open_window(path: Path | None = None) -> int:
    """Open the window on a tree file, or on the shipped tree; returns the exit status when it closes.

    A file that cannot be read is reported in the window: a person who opened it in a file manager sees nothing else.
    """
    app = make_app(sys.argv[:1])
    garbage.collect_in_window()  # Python's own collector would look through all of Qt before the first page: 5 ms
    theme = Theme(app, apply=False)
    windows = Windows(app, theme)
    hook = _Hook(windows)
    sys.excepthook = hook.report
    try:
        windows.show(path)
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        windows.end()


class Windows(QObject):
    """Holds the one window.  Another language gives another window, with the same file and the same answers."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._translators = language.Translators(app)
        self.window = self._make()
        theme.apply()

    def show(self, path: Path | None) -> None:
        """Put the window on the screen and begin to load."""
        self.window.show()
        self.window.load(path)

    def end(self) -> None:
        """Delete the window while there still is an application, not in whatever order the interpreter ends."""
        self.window.wait_for_loader()
        self.window.deleteLater()
        garbage.unsettle_memory()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def speak(self) -> None:
        """Take up the chosen language for all that is built from now on."""
        self._translators.install(language.chosen())

    def _make(self) -> MainWindow:
        self.speak()
        window = MainWindow(self._theme)
        window.view_menu.may_change = self._may_change
        window.view_menu.language_chosen.connect(self._on_language)
        window.view.start_page.language_asked.connect(window.view_menu.choose_language)
        return window

    def _may_change(self) -> bool:
        files = self.window.files
        return files is None or files.may_leave_typed()

    def _on_language(self) -> None:
        from kneetree.ui.window.veil import Veil  # noqa: PLC0415 - the first page does without it

        old = self.window
        before = old.grab()
        old.wait_for_loader()
        editing = old.editor is not None and old.editor.isVisible()
        quits = self._app.quitOnLastWindowClosed()
        self._app.setQuitOnLastWindowClosed(False)
        try:
            if old.document is not None:
                old.document.saving.emit()  # what is typed goes into the tree
            path, left = old.left_open
            with old.handing_over:
                old.close()
            self.window = self._make()
            if left.document is not None:
                left.document.setParent(self.window)
            self.window.show()
            self.window.load(path, left)
            Veil(self.window, before, partial(self._is_filled, editing))
            if editing:
                self.window.show_edit()
            old.deleteLater()
            garbage.unsettle_memory()
        finally:
            self._app.setQuitOnLastWindowClosed(quits)

    def _is_filled(self, editing: bool) -> bool:
        window = self.window
        walk_there = window.session is not None and window.leaving is not None and not window.leaving.waits
        return walk_there and (not editing or window.editor is not None)


class _Hook:
    """Reports faults of the program that nothing caught; the work goes on."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._busy = Flag()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell standard error, and the person unless another fault is being told."""
        if issubclass(kind, KeyboardInterrupt):
            self._windows.window.close()
            return
        detail = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:
            with suppress(OSError):  # a full disk must not keep the person from being told
                sys.stderr.write(detail)
        if self._busy:
            return
        with self._busy:
            self._windows.window.report_fault(error, detail)
