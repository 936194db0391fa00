"""Open the tree's own parts in a window beside the editor, so that no part of the file needs another tool.

The window stays open while the author works on the map.  It must not know the document.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QWidget

from kneetree.model.change import PartName
from kneetree.model.tree import Tree
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.field import LineField, TextField, TickField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.new_entry import NewEntry
from kneetree.ui.editor.fields.simple_fields import ColourField, DayField, YearField
from kneetree.ui.editor.panels.table import Icon
from kneetree.ui.editor.parts_window.about import AboutPage
from kneetree.ui.editor.parts_window.records import RecordPage


class PartsWindow(QDialog):
    """Pages by name: about, finding, condition, source, region."""

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Parts of the tree"))
        self.setModal(False)
        self._icon = icon
        self._choices = Choices()
        self.about = AboutPage()
        self.records: dict[PartName, RecordPage] = {
            "finding": self._findings(),
            "condition": self._conditions(),
            "source": self._sources(),
            "region": self._regions(),
        }
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Parts"))
        self.names.setFixedWidth(self.fontMetrics().averageCharWidth() * 20)
        self.pages = QStackedWidget()
        titles: dict[str, str] = {
            "about": self.tr("About this tree"),
            "finding": self.tr("Findings"),
            "condition": self.tr("Conditions"),
            "source": self.tr("Sources"),
            "region": self.tr("Regions"),
        }
        for name, page in {"about": self.about, **self.records}.items():
            self.names.addItem(titles[name])
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.names)
        row.addWidget(self.pages, 1)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.names.setCurrentRow(0)
        letter, room = self.fontMetrics().averageCharWidth(), self.screen().availableSize() * 0.9
        self.resize(QSize(letter * 125, letter * 80).boundedTo(room))

    def show_tree(self, tree: Tree) -> None:
        """Take the tree whose parts can be chosen in fields."""
        self._choices.tree = tree

    def go_to(self, part: str, key: str = "") -> None:
        """Show a page, and one of its entries; ``about`` for the tree itself."""
        self.show()
        self.names.setCurrentRow(["about", *self.records].index(part) if part in self.records else 0)
        if part in self.records and key:
            self.records[part].go_to(key)
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is no reason to close; Escape is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    # -- the pages -------------------------------------------------------------------------------

    def _findings(self) -> RecordPage:
        return RecordPage(
            self.tr("Findings"),
            [self.tr("Id"), self.tr("Meaning"), self.tr("Usual")],
            (16, 0, 7),
            [
                TextField("means", self.tr("It means")),
                TickField("usual", self.tr("Usually true, when nothing is said")),
            ],
            NewEntry(self.tr("New finding"), [LineField("means", self.tr("It means"))]),
            self._icon,
        )

    def _conditions(self) -> RecordPage:
        return RecordPage(
            self.tr("Conditions"),
            [self.tr("Id"), self.tr("Plain name"), self.tr("Medical name")],
            (18, 24),
            [
                LineField("name", self.tr("Medical name")),
                LineField("plain_name", self.tr("Plain name")),
                TextField("summary", self.tr("Summary"), lines=4),
                PickListField("sources", self.tr("Sources"), self._choices.sources, self.tr("Add a source ...")),
            ],
            NewEntry(
                self.tr("New condition"),
                [LineField("name", self.tr("Medical name")), LineField("plain_name", self.tr("Plain name"))],
            ),
            self._icon,
        )

    def _sources(self) -> RecordPage:
        return RecordPage(
            self.tr("Sources"),
            [self.tr("Id"), self.tr("Citation"), self.tr("Year"), self.tr("Checked")],
            (16, 0, 7, 11),
            [
                TextField("citation", self.tr("Citation")),
                LineField("url", self.tr("Address"), "https://"),
                YearField("year", self.tr("Year")),
                DayField("checked", self.tr("Day somebody last read it")),
            ],
            NewEntry(
                self.tr("New source"),
                [LineField("citation", self.tr("Citation")), LineField("url", self.tr("Address"), "https://")],
            ),
            self._icon,
        )

    def _regions(self) -> RecordPage:
        return RecordPage(
            self.tr("Regions"),
            [self.tr("Id"), self.tr("Title"), self.tr("Nodes")],
            (16, 0, 8),
            [
                LineField("title", self.tr("Title")),
                ColourField("colour", self.tr("Colour")),
                PickListField("nodes", self.tr("Nodes"), self._choices.nodes, self.tr("Add a node ...")),
            ],
            NewEntry(self.tr("New region"), [LineField("title", self.tr("Title"))]),
            self._icon,
        )
