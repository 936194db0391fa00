"""The guides that ship with the program, in a window of their own that needs no network.

A guide is a Markdown file in ``resources/guides``.  What it names of the window is written as ``{Context: text}``, the
place and English text under which the window itself looks the words up, so that a guide never calls anything otherwise
than the window does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from kneetree import shipped
from kneetree.ui import dialogs, keys, language
from kneetree.ui.on_screen import resize_on_screen, room_on_screen

NAMED = re.compile(r"\{(\w*): ([^{}]+)\}")
"""What a guide names of the window: the context of its words and the English text."""
_MARKDOWN = re.compile(r"([\\*_`\[\]<>#])")
_PICTURE = re.compile(r"\n+ *!\[[^\]]*\]\([^)]*\)")
"""A picture of the window, for those who read a guide in ``docs``: beside the window itself it is not needed."""
_EMPTY_CELL = re.compile(r"(?<=\|) +(?=\|)")
"""Qt joins an empty cell of a table with the one before it, but not one that holds a no-break space."""

_ESCAPED = r"\\\1"


def guide_files(code: str) -> list[Path]:
    """Return the guides in a language in their order, or the English ones if there are none."""
    folder = shipped.root() / "guides"
    return sorted((folder / code).glob("*.md")) or sorted((folder / language.SPOKEN[0]).glob("*.md"))


def name_in_window(context: str, text: str) -> str:
    """Return what the window calls something, without the mark of its letter."""
    return keys.plain(QCoreApplication.translate(context, text))


def filled_in(guide: str) -> str:
    """Return the Markdown of a guide with the names of the window in bold, and without pictures of the window."""

    def name(found: re.Match[str]) -> str:
        words = name_in_window(found.group(1), found.group(2))
        return f"**{_MARKDOWN.sub(_ESCAPED, words)}**"

    return NAMED.sub(name, _EMPTY_CELL.sub(" \N{NO-BREAK SPACE} ", _PICTURE.sub("", guide)))


def title_of(guide: str) -> str:
    """Return the heading of a guide."""
    return guide.partition("\n")[0].lstrip("# ")


class GuidesWindow(QDialog):
    """A list of guides with the text of the chosen one beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guides"))
        self.setModal(False)
        self._files = guide_files(language.chosen())
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Guides"))
        self.names.setWordWrap(True)
        self.page = _Page()
        self.page.setAccessibleName(self.tr("The chosen guide"))
        for path in self._files:
            self.names.addItem(title_of(path.read_text("utf-8")))
        letter = self.fontMetrics().averageCharWidth()
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.names.setFixedWidth(min(letter * 32, round(room_on_screen(self).width() * 0.3)))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.names)
        row.addWidget(self.page, 1)
        self.names.currentRowChanged.connect(self._on_row)
        self.page.anchorClicked.connect(self._on_link)
        self.page.resized.connect(self._again)
        self.names.setCurrentRow(0)
        resize_on_screen(self, letter * 118, letter * 84)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self.page.show_guide(filled_in(self._files[row].read_text("utf-8")))

    def _again(self) -> None:
        self._on_row(self.names.currentRow())

    def _on_link(self, url: QUrl) -> None:
        """Go to another guide; ask before anything is opened outside the program."""
        names = [path.name for path in self._files]
        if url.isRelative() and url.path() in names:
            self.names.setCurrentRow(names.index(url.path()))
        elif url.scheme() in ("http", "https"):
            question = self.tr("Open {address} in your browser?").format(address=url.toString())
            if dialogs.confirm(self, question, self.tr("Open it"), self.tr("This needs the internet.")):
                QDesktopServices.openUrl(url)


class _Page(QTextBrowser):
    """Text that loads nothing by itself and opens nothing by itself.  Signals: ``resized()`` its font has changed."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

    def show_guide(self, markdown: str) -> None:
        """Show a guide with room between its paragraphs and steps."""
        self.setMarkdown(markdown)
        letter = self.fontMetrics().height()
        self.document().setDocumentMargin(letter)
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setTopMargin(letter if form.headingLevel() > 1 else 0)
            is_code = form.hasProperty(QTextFormat.Property.BlockCodeFence.value)
            form.setNonBreakableLines(False)  # a long command wraps, so that the page does not scroll sideways
            form.setBottomMargin(letter * (0.2 if is_code else 0.4 if block.textList() is not None else 0.7))
            form.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.resized.emit()

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        """Qt: load nothing."""
        return None
