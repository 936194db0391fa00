"""Somebody who does what a guide says, with the words of the guide and nothing else.

A step of a guide is written out in English where it is followed, and has to be the next one of the guide.  What is
pressed, chosen and typed is looked up in the step itself, in the language of the window; at its end nothing that the
step names, writes or quotes may be left over.  So neither a guide nor what follows it can be changed alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from kneetree import shipped
from kneetree.model.titles import title_of
from kneetree.ui import keys
from kneetree.ui.window.guides import NAMED, name_in_window
from kneetree.ui.window.main_window import MainWindow

_STEP = re.compile(r"^\d+\. (.*)$", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*/([\w-]+)\.png\)")
KEY = re.compile(r"`([^`]+)`")
_QUOTED = {"en": re.compile('"([^"]+)"'), "es": re.compile("«([^»]+)»")}
FOLLOWED = ("2-first-tree", "3-rules", "6-reviewing", "7-publishing", "8-paper-chart")
"""The guides whose steps are followed."""
_LEFT = Qt.MouseButton.LeftButton
Wait = Callable[[Callable[[], bool]], None]


def guide(name: str, language: str) -> str:
    """Return the text of a guide."""
    return (shipped.root() / "guides" / language / f"{name}.md").read_text("utf-8")


def steps(text: str) -> list[str]:
    """Return the numbered steps of a guide."""
    return _STEP.findall(text)


def quoted(text: str, language: str) -> list[str]:
    """Return what a guide quotes: what is to be typed, and what the tree itself says."""
    return _QUOTED[language].findall(text)


def pictures(text: str) -> dict[int, str]:
    """Return the pictures of a guide, each by the number of the step, from 0, that it belongs to."""
    return {len(steps(text[: found.start()])) - 1: found.group(1) for found in _PICTURE.finditer(text)}


class Newcomer:
    """Follows one guide in one window; ``shoot`` gets the name of each picture when its place is come to."""

    def __init__(
        self, window: MainWindow, language: str, wait: Wait, shoot: Callable[[str], None] = lambda _: None
    ) -> None:
        self.window, self.language, self.wait, self._shoot = window, language, wait, shoot
        self._english: list[str] = []
        self._spoken: list[str] = []
        self._pictures: dict[int, str] = {}
        self._step = -1
        self._left: list[object] = []
        self._quotes: list[str] = []

    @contextmanager
    def reading(self, name: str) -> Iterator[None]:
        """Follow a guide from its first step to its last."""
        text = guide(name, "en")
        self._english, self._spoken = steps(text), steps(guide(name, self.language))
        self._pictures, self._step = pictures(text), -1
        yield
        assert self._step == len(self._english) - 1, f"not followed: {self._english[self._step + 1 :]}"

    @contextmanager
    def step(self, english: str) -> Iterator[None]:
        """Do what a step says, of which nothing may be left out."""
        self._step += 1
        assert english == self._english[self._step], f"the guide says: {self._english[self._step]}"
        spoken = self._spoken[self._step]
        self._quotes = quoted(spoken, self.language)
        assert len(self._quotes) == len(quoted(english, "en")), spoken
        self._left = [*NAMED.findall(spoken), *KEY.findall(spoken), *range(len(self._quotes))]
        yield
        assert self._left == [], f"step {self._step + 1} says more than was done: {english}"
        if self._step in self._pictures:
            self._shoot(self._pictures[self._step])

    # -- the words of a step ---------------------------------------------------------------------

    def name(self, english: str) -> str:
        """Return what the window calls something that the step names."""
        found = next((one for one in NAMED.findall(self._spoken[self._step]) if one[1] == english), None)
        assert found is not None, f"the step does not name {english}"
        self._left = [one for one in self._left if one != found]
        return name_in_window(*found)

    def quote(self, number: int) -> str:
        """Return one of the texts that the step quotes, counted from 0."""
        self._left = [one for one in self._left if one != number]
        return self._quotes[number]

    # -- what a person does ----------------------------------------------------------------------

    @property
    def front(self) -> QWidget:
        """The window that the person looks at: a dialog, if one is open."""
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        return QApplication.activeModalWidget() or next(iter(dialogs), self.window)

    def key(self, keys_: str) -> None:
        """Press a key that the step names."""
        self._left = [one for one in self._left if one != keys_]
        (combined,) = [QKeySequence(keys_)[0]]
        front = self.front
        if not front.isActiveWindow():
            front.activateWindow()
            self.wait(front.isActiveWindow)
        QTest.keyClick(front.focusWidget() or front, combined.key(), combined.keyboardModifiers())
        QApplication.processEvents()

    def choose(self, entry: str, menu: str) -> None:
        """Choose an entry of a menu; both are named in the step."""
        self._action(entry, menu).trigger()
        QApplication.processEvents()

    def _action(self, entry: str, menu: str) -> QAction:
        words, title = self.name(entry), self.name(menu)
        menus = [action.menu() for action in self.window.menuBar().actions() if action.isVisible()]
        (found,) = [one for one in menus if isinstance(one, QMenu) and keys.plain(one.title()) == title]
        found.aboutToShow.emit()
        (action,) = [one for one in found.actions() if keys.plain(one.text()) == words]
        assert action.isVisible() and action.isEnabled(), words
        return action

    def press(self, button: str) -> None:
        """Press a button that the step names."""
        words = self.name(button)

        def there() -> list[QAbstractButton]:
            every = self.front.findChildren(QAbstractButton)
            return [one for one in every if keys.plain(one.text()) == words and one.isVisible() and one.isEnabled()]

        self.wait(lambda: bool(there()))
        self.click(there()[0])

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click something, once it was scrolled into sight as a person does."""
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()
        QApplication.processEvents()
        place = widget.rect().center() if place is None else place
        assert widget.visibleRegion().contains(place), f"{widget} is out of sight"
        QTest.mouseClick(widget, _LEFT, Qt.KeyboardModifier.NoModifier, place)
        QApplication.processEvents()

    def field(self, label: str) -> QWidget:
        """Return the editor under a label that the step names."""
        words = self.name(label)

        def there() -> list[QWidget]:
            labels = [one for one in self.front.findChildren(QLabel) if one.isVisible()]
            named = [one.buddy() for one in labels if keys.plain(one.text()) == words]
            return [one for one in named if one is not None and one.isVisible()]

        self.wait(lambda: bool(there()))
        assert len(there()) == 1, f"there are several fields called {words}"
        return there()[0]

    def write(self, text: str, label: str) -> None:
        """Write a text in a field, instead of what is there."""
        field = self.field(label)
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        assert isinstance(line, QLineEdit | QPlainTextEdit | QTextEdit), label
        self.click(line)
        line.selectAll()
        self.type(text)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        for letter in text:
            target = self.front.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def choose_in(self, label: str, option: str) -> None:
        """Choose one of the options of a field by keys; both are named in the step."""
        box, words = self.field(label), self.name(option)
        assert isinstance(box, QComboBox)
        row = box.findText(words)
        assert row >= 0, f"{words} is not offered: {[box.itemText(at) for at in range(box.count())]}"
        box.setFocus()
        box.showPopup()
        view = box.view()
        self.wait(view.isVisible)
        view.setCurrentIndex(box.model().index(row, box.modelColumn(), box.rootModelIndex()))
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.wait(lambda: not view.isVisible())
        assert box.currentText() == words

    def click_tab(self, panel: str) -> None:
        """Click the tab of a panel that the step names."""
        editor = self.window.editor
        assert editor is not None
        words = self.name(panel)
        (key,) = [one for one, title in editor.panels.titles().items() if title == words]
        tabs: QTabWidget = editor.tabs
        bar = tabs.tabBar()
        place = tabs.indexOf(editor.panels.widgets()[key])
        # Tabs may be about to find other places; one that finds none is in the menu beside them.
        self.wait(lambda: tabs.isTabVisible(place) and bar.visibleRegion().contains(bar.tabRect(place).center()))
        self.click(bar, bar.tabRect(place).center())

    def click_line(self, table: QTableView, words: str) -> None:
        """Click the line of a table that begins with some words."""

        def row() -> int:
            model = table.model()
            every = (str(model.index(at, 0).data()) for at in range(model.rowCount()))
            return next((at for at, text in enumerate(every) if text.startswith(words)), -1)

        self.wait(lambda: row() >= 0)
        index = table.model().index(row(), 0)
        table.scrollTo(index)
        self.click(table.viewport(), table.visualRect(index).center())

    def click_box(self, title: str) -> None:
        """Click the box on the map that says ``title``."""
        editor = self.window.editor
        assert editor is not None
        tree, canvas = editor.document.tree, editor.canvas
        found = [key for key in tree.nodes if title_of(tree, key) == title]
        assert len(found) == 1, (title, found)
        place = QPointF(*canvas.camera.to_screen(*canvas.model.positions[found[0]])).toPoint()
        self.click(canvas.viewport(), place)
        assert editor.selection.current == found[0]

    def sees(self, words: str) -> None:
        """Wait until some words can be read in the window."""
        self.wait(lambda: any(words in text for text in self.texts()))

    def texts(self) -> list[str]:
        """Return all that can be read in labels, buttons and tables now."""
        found = [one.text() for one in self.front.findChildren(QLabel) if one.isVisible()]
        found += [one.text() for one in self.front.findChildren(QAbstractButton) if one.isVisible()]
        for table in self.front.findChildren(QTableView):
            if table.isVisible():
                model = table.model()
                for row in range(model.rowCount()):
                    found += [str(model.index(row, at).data()) for at in range(model.columnCount())]
        return found
