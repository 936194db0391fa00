"""The menu bar: what it offers and which keys.  What an entry does is joined by the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from kneetree.ui.language import SETTINGS
from kneetree.ui.style.theme import MODES, TEXT_PERCENTS

TEXT_KEYS = {"larger": ("Ctrl+.", "Ctrl++", "Ctrl+="), "smaller": ("Ctrl+,", "Ctrl+-")}
"""Keys for the size of the text, the first of which mean that everywhere.

Full stop and comma are typed alike on every layout.  Ctrl+Shift+Plus is taken for Ctrl+Plus where plus needs Shift.
"""
_AUTHORS = ("new", "save", "save_as", "revert", "earlier", "import", "export", "record")
"""What only an author needs of the File menu."""


class Menus(QObject):
    """Actions by name in ``actions``; the choices of the View menu in ``mode``, ``text``, ``language``.

    All menus are made in Python: one that Qt has made may become unusable here while it is still on screen (see
    ``docs/decisions/0014-menus-are-made-here.md``).
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.file = self._menu(window.menuBar(), self.tr("&File"))
        keys = QKeySequence.StandardKey
        self._add(self.file, "new", self.tr("&New tree"), keys.New)
        self.examples = self._menu(self.file, self.tr("New fro&m example"))
        self._add(self.file, "open", self.tr("&Open a tree…"), keys.Open)
        self.recent = self._menu(self.file, self.tr("Open r&ecent"))
        self._add(self.file, "lost", "")
        self.show_lost("")
        self._add(self.file, "shipped", self.tr("Use the tree that comes with &kneetree"))
        self.file.addSeparator()
        self._add(self.file, "save", self.tr("&Save the tree"), keys.Save)
        self._add(self.file, "save_as", self.tr("Save the tree &as…"), keys.SaveAs)
        self._add(self.file, "revert", self.tr("Re&vert to the file"))
        self._add(self.file, "earlier", self.tr("Ear&lier versions…"))
        self._add(self.file, "import", self.tr("Import a table or a dra&wing…"))
        self._add(self.file, "export", self.tr("E&xport the tree…"))
        self.file.addSeparator()
        self._add(self.file, "start_again", self.tr("Start a&gain"))
        self._add(self.file, "print", self.tr("&Print the result…"), keys.Print)
        self._add(self.file, "pdf", self.tr("Save the result as P&DF…"))
        self._add(self.file, "html", self.tr("Save the result as &HTML…"))
        self._add(self.file, "copy_text", self.tr("&Copy the result as text"))
        self._add(self.file, "record", self.tr("&Record this walk as a case…"))
        self.file.addSeparator()
        self._add(self.file, "quit", self.tr("&Quit"), keys.Quit)
        self.view = self._menu(window.menuBar(), self.tr("&View"))
        self._add(self.view, "check", self.tr("&Answer the questions"), "Ctrl+1")
        self._add(self.view, "edit", self.tr("&Edit the questions"), "Ctrl+2")
        self.view.addSeparator()
        names = {"system": self.tr("As the &system"), "light": self.tr("&Light"), "dark": self.tr("&Dark")}
        self.mode = self._choices(self.tr("C&olours"), {mode: names[mode] for mode in MODES})
        self.text = self._choices(
            self.tr("&Text size"), {str(percent): self.tr("{n} %").format(n=percent) for percent in TEXT_PERCENTS}
        )
        self._add(self.view, "larger", self.tr("&Larger text"))
        self._add(self.view, "smaller", self.tr("S&maller text"))
        self.set_map_there(False)
        names = {"system": self.tr("As the &system"), "en": "&English", "es": "Es&pañol"}
        self.language = self._choices(self.tr("La&nguage"), {setting: names[setting] for setting in SETTINGS})
        self.help = self._menu(window.menuBar(), self.tr("&Help"))
        self._add(self.help, "guides", self.tr("&Guides"), "Shift+F1")
        self._add(self.help, "keys", self.tr("&Keyboard"), "F1")
        self._add(self.help, "about", self.tr("&About kneetree"))
        self._authors, self._at_start = False, True
        self.show_authors(False)

    def show_authors(self, shown: bool) -> None:
        """Show what an author does with the file, or leave the File menu to what a patient needs."""
        self._authors = shown
        for name in _AUTHORS:
            self.actions[name].setVisible(shown or (name == "new" and self._at_start))
        self.examples.menuAction().setVisible(shown)
        self.actions["start_again"].setVisible(not shown and not self._at_start)

    def set_at_start(self, there: bool) -> None:
        """Offer to begin a tree also on the first page, where a new author looks for it; a walk is not to be lost.

        On all other pages of a walk it is offered to start that again.
        """
        self._at_start = there
        self.show_authors(self._authors)

    def show_lost(self, name: str, path: Path | None = None) -> None:
        """Lead to the earlier versions of a file that cannot be opened, or to none if ``path`` is left out."""
        lost = self.actions["lost"]
        lost.setText(self.tr("Earl&ier versions of {name}…").format(name=name.replace("&", "&&")))
        lost.setData(path)
        lost.setVisible(path is not None)

    @property
    def lost(self) -> Path | None:
        """The file whose earlier versions the menu leads to although it cannot be opened."""
        held = self.actions["lost"].data()
        return held if isinstance(held, Path) else None

    def set_map_there(self, there: bool) -> None:
        """Leave Ctrl with plus and minus to the map while it is on screen; else they mean the text, as in a browser."""
        for name, (always, *others) in TEXT_KEYS.items():
            all_keys = [always] if there else [*others, always]
            self.actions[name].setShortcuts([QKeySequence(keys) for keys in all_keys])

    def set_result_there(self, there: bool) -> None:
        """Enable what prints, saves and copies a result, or disable it if there is none."""
        for name in ("print", "pdf", "html", "copy_text", "record"):
            self.actions[name].setEnabled(there)

    def _menu(self, above: QMenuBar | QMenu, title: str) -> QMenu:
        menu = QMenu(title, above)
        above.addMenu(menu)
        return menu

    def _add(self, menu: QMenu, name: str, text: str, keys: QKeySequence.StandardKey | str = "") -> None:
        action = QAction(text, self._window)
        if keys:
            action.setShortcuts([QKeySequence(keys)])  # for a single one PySide would look for ``Qt``
        menu.addAction(action)
        self.actions[name] = action

    def _choices(self, title: str, names: dict[str, str]) -> QActionGroup:
        menu = self._menu(self.view, title)
        group = QActionGroup(self._window)
        for name, text in names.items():
            action = QAction(text, group, checkable=True)
            action.setData(name)
            menu.addAction(action)
        return group


def check_choice(group: QActionGroup, name: str) -> None:
    """Tick the choice of that name."""
    for action in group.actions():
        action.setChecked(action.data() == name)
