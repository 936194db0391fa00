"""See to it that at most one window of this computer edits a file: the second edits a copy, or only looks.

The lock is taken when the editor is shown, never by answering questions.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kneetree.files.edit_lock import EditLock, Holder
from kneetree.files.names import shown
from kneetree.ui import dialogs, unasked
from kneetree.ui.document.document import Document
from kneetree.ui.flag import Flag
from kneetree.ui.window import reading


class OneEditor(QObject):
    """Holds the lock of the open file from the time when it is first edited.

    ``take_typed`` takes what is typed in a form, which is work too; ``may_leave_typed`` asks about the rest.
    """

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._lock: EditLock | None = None
        self._edits = False
        self._taking = Flag()
        self.take_typed: Callable[[], object] = tuple
        self.may_leave_typed: Callable[[], bool] = _freely
        self._refused: Path | None = None
        """The file that cannot be locked although it is being edited already."""
        document.opened.connect(self._on_opened)
        document.state_changed.connect(self._on_path)
        document.closed.connect(self.release)

    def begin(self) -> None:
        """Take the lock of the open file, since the editor is shown; ask the author what to do if it is held."""
        self._edits = True
        path = self._document.path
        if path is None or self._taking or (self._lock is not None and self._lock.path == path):
            return
        with self._taking:
            taken = self._take(path)
        if path != self._document.path:  # another one was opened meanwhile
            self._on_path()
            return
        if taken is None:
            self._refused = path  # the author does not wait for its folder; saving compares
            return
        (holder,) = taken
        if holder is not None and not self._document.only_look:
            self.take_typed()  # the tree may have been on screen for as long as its folder took to answer
        if holder is None:
            self._document.only_look = ""
            self._document.state_changed.emit()
        elif self._has_work:
            self._tell_of_other(path)
        else:
            self._ask(path, holder)

    def why_not_write(self, path: Path) -> str | None:
        """Return why a file may not be written over now, ``""`` if it may: another window edits it.

        Returns ``None`` if the author has stopped waiting for an answer.
        """
        if self.holds(path):
            return ""
        held = reading.is_locked(self._window, path, self._folder)
        words = self.tr("{name} is being edited in another window; choose another name, or close it there first.")
        return None if held is None else words.format(name=shown(path.name)) if held else ""

    def holds(self, path: Path) -> bool:
        """Return whether this window is the one that edits a file."""
        return self._lock is not None and self._lock.path == path

    def hand_over(self) -> None:
        """Let the lock go for good: another window takes it for the same document."""
        self._edits = False
        self.release()

    def release(self) -> None:
        """Let the lock go."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def _has_work(self) -> bool:
        """Whether there is work to save; an earlier version that was opened instead of the file is none yet."""
        return self._document.dirty and self._document.stack.count() > 0

    @property
    def _folder(self) -> Path:
        return self._document.folder / "locks"

    def _take(self, path: Path) -> tuple[Holder | None] | None:
        """Take the lock and return who holds it, ``None`` if the author does not wait for the file's folder."""
        self.release()
        lock = EditLock(self._folder, path)
        taken = reading.take_lock(self._window, lock)
        self._lock = lock if taken == (None,) else None
        return taken

    def _ask(self, path: Path, holder: Holder) -> None:
        since = holder.since.strftime("%Y-%m-%d %H:%M") if holder.since is not None else ""
        with unasked.by_itself:  # the answer may have taken seconds
            edits_copy = dialogs.edited_elsewhere(self._window, shown(path.name), holder.who, since)
        if edits_copy and self._edit_copy():
            return
        if self._has_work:  # some of what was typed is in the tree by now
            self._tell_of_other(path)
            return
        words = self.tr("{name} is being edited in another window. Here you can only look at it.")
        self._document.only_look = words.format(name=shown(path.name))
        self._document.state_changed.emit()

    def _edit_copy(self) -> bool:
        """Go on with a copy that has what was typed, also while nothing could be taken; return whether that is done."""
        self._document.only_look = ""
        if not self.may_leave_typed():
            return False
        self._document.new(self._document.tree.copy(), unsaved=self._has_work)
        return True

    def _tell_of_other(self, path: Path) -> None:
        """Say once that another window edits the file too; the author's work stays, and saving compares."""
        told, self._refused = self._refused, path
        words = self.tr(
            "{name} is being edited in another window too. Your work stays open here: save it under another name "
            "(File > Save the tree as), or close the other window first."
        )
        if told != path:
            self._document.trouble.emit(words.format(name=shown(path.name)))

    def _on_opened(self) -> None:
        self._refused = None
        self._on_path()

    def _on_path(self) -> None:
        """Let the lock of another file go, and take that of the open one if it is being edited."""
        path = self._document.path
        if self._lock is not None and self._lock.path != path:
            self.release()
            # Not before every view shows the tree: the author may be asked.
            if self._edits:
                QTimer.singleShot(0, self, self._go_on)
        elif self._lock is None and self._edits and path is not None and not self._document.only_look:
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self._edits and self._lock is None and not self._document.only_look and self._document.path != self._refused:
            self.begin()


def _freely() -> bool:
    return True
