"""Open the tree's own parts in a window beside the editor, so that no part of the file needs another tool.

The window stays open while the author works on the map.  It must not know the document.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from kneetree.model.tree import Tree
from kneetree.ui.editor.entry_words import parts_word
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.panels.table import Icon
from kneetree.ui.editor.parts_window.about import AboutPage, FieldsPage, StartPage
from kneetree.ui.editor.parts_window.pages import record_pages
from kneetree.ui.editor.parts_window.records import RecordPage
from kneetree.ui.on_screen import bring_to_front, resize_on_screen
from kneetree.ui.style.text_labels import nested


class PartsWindow(QDialog):
    """Pages by name: about, start, and a page for each part of the library and for regions."""

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Parts of the tree"))
        self.setModal(False)
        self.choices = Choices()
        self.about = AboutPage()
        self.start = StartPage(self.choices)
        self.records = record_pages(self.choices, icon)
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Parts"))
        self.names.setFixedWidth(self.fontMetrics().averageCharWidth() * 20)
        self.pages = QStackedWidget()
        titles = {"about": self.tr("About this tree"), "start": self.tr("First page"), "region": self.tr("Regions")}
        self._pages: dict[str, QWidget] = {"about": self.about, "start": self.start}
        self._pages |= {str(part): page for part, page in self.records.items()}
        for name, page in self._pages.items():
            self.names.addItem(titles.get(name) or parts_word(name))
            self.pages.addWidget(page)
        self.close_button = push(self.tr("Close"))
        self.close_button.setObjectName("")
        self.close_button.setAutoDefault(True)  # or Enter would not press it
        self.close_button.clicked.connect(self.close)
        whole = QVBoxLayout(self)
        row, foot = nested(whole, QHBoxLayout(), 1), nested(whole, QHBoxLayout())
        row.setSpacing(16)
        row.addWidget(self.names)
        row.addWidget(self.pages, 1)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.names.setCurrentRow(0)
        letter = self.fontMetrics().averageCharWidth()
        resize_on_screen(self, letter * 140, letter * 88)

    def show_tree(self, tree: Tree) -> None:
        """Take the tree whose parts can be chosen in fields."""
        self.choices.tree = tree

    def take_typed(self) -> list[tuple[str, str]]:
        """Take all that was typed on any page, and return what cannot be taken with the name of its field."""
        pages: list[FieldsPage | RecordPage] = [self.about, self.start, *self.records.values()]
        return [typed for page in pages for typed in page.take_typed()]

    def go_to(self, part: str, key: str = "", field: str = "") -> None:
        """Show a page, one of its entries and one of its fields; ``about`` for the tree itself."""
        bring_to_front(self)  # first, since a page is filled when it is shown
        name = part if part in self._pages else "about"
        self.names.setCurrentRow(list(self._pages).index(name))
        page = self._pages[name]
        if name in self.records and key:
            self.records[part].go_to(key)  # type: ignore[index]
            field = field or next(iter(self.records[part].fields))  # type: ignore[index]
        if field:
            (page if isinstance(page, FieldsPage) else self.records[part]).focus_field(field)  # type: ignore[index]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the window, and not Enter in a field."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
