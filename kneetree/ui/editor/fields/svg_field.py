"""Bring a picture into the tree: an SVG file or text, which is shown as it will be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kneetree.files.names import shown
from kneetree.model import pictures
from kneetree.ui import dialogs
from kneetree.ui.background import in_thread, reachable
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.picture_field import drawn
from kneetree.ui.language import told

_SIDE = 220


class SvgField(Field[str]):
    """SVG text, from a file or from the clipboard; what cannot be a picture is refused with the reason."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._svg = ""
        self.look = QLabel()
        self.look.setObjectName("picturePreview")
        self.choose = push(self.tr("Choose an SVG file\u2026"), "open")
        self.paste = push(self.tr("Paste SVG"))
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose)
        row.addWidget(self.paste)
        row.addStretch(1)
        self.put(body)
        self.put(self.look)
        self.label.setBuddy(self.choose)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.paste.clicked.connect(self._on_paste)

    def value(self) -> str:
        """Return the SVG text, or an empty one."""
        return self._svg

    def show_value(self, value: str) -> None:
        """Show a picture."""
        self._svg = value
        pixmap = drawn(value, QSize(_SIDE * 2, _SIDE), self.devicePixelRatioF())
        self.look.setPixmap(pixmap)
        self.look.setVisible(not pixmap.isNull())
        self.look.setAccessibleName(self.label.text())

    def take(self, svg: str) -> None:
        """Take a text if it can be a picture, or say why it cannot."""
        fault = pictures.fault_of(svg)
        if fault:
            self.refuse(self.tr("This picture cannot be used: {fault}.").format(fault=told(fault).replace("`", "")))
            return
        self.refuse("")
        self.show_value(svg)
        self.edited.emit(self.name, svg)

    def _on_choose(self) -> None:
        path = dialogs.picture_path(self)
        if path is None:
            return
        path = reachable.meant(self.window(), path)
        name = shown(path.name)
        words = self.tr("Reading {name}\u2026").format(name=name)
        try:
            svg = in_thread.result_of(self.window(), words, partial(_read, path), "reading a picture")
        except (OSError, ValueError):  # a name or a text that is none
            self.refuse(self.tr("\u201c{name}\u201d cannot be read as text. Choose an SVG file.").format(name=name))
            return
        if svg is not None and len(svg) > pictures.MOST_BYTES:
            too_large = self.tr("This picture is larger than {n} KB. Make it simpler.")
            self.refuse(too_large.format(n=pictures.MOST_BYTES // 1024))
        elif svg is not None:
            self.take(svg)

    def _on_paste(self) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if not text:
            self.refuse(self.tr("The clipboard holds no text. Copy the SVG first."))
        else:
            self.take(text)


def _read(path: Path) -> Iterator[str]:
    """Yield the text of a picture; of one that is too large, just enough to show that it is."""
    with path.open(encoding="utf-8") as file:
        yield file.read(pictures.MOST_BYTES + 1)
