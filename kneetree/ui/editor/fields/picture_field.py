"""Choose a picture from those that the tree brings or the program has, and show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from kneetree import shipped
from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.style.painting import painting

_SIDE = 120


class PictureField(Field[str]):
    """A picture's name, or none; ``own`` gives the SVG of the pictures that the tree brings, by name."""

    def __init__(
        self, name: str, label: str, own: Callable[[], Mapping[str, str]] = dict, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, parent=parent)
        self._own = own
        self._shipped = sorted(shipped.picture_names())
        self._names: list[str] = []
        self.box = Choice()
        self.box.activated.connect(self._commit)
        self.look = QLabel()
        self.look.setObjectName("picturePreview")
        self.look.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.put(self.box)
        self.put(self.look)
        self._value = ""
        self._svg: str | None = None
        self.look.hide()
        self._offer()

    def value(self) -> str:
        """Return the name of the picture, or an empty text for none."""
        return self._value

    def show_value(self, value: str) -> None:
        """Choose a picture; a name without a picture is shown as such."""
        self._offer()
        self.box.setCurrentIndex(self._names.index(value) if value in self._names else -1)
        svg = self._own().get(value)
        if (value, svg) == (self._value, self._svg):
            return
        self._value, self._svg = value, svg
        known = value in self._names
        self.refuse("" if known else self.tr("There is no picture called \u201c{name}\u201d.").format(name=value))
        path = shipped.picture(value) if value and svg is None else None
        self.look.setVisible(svg is not None or path is not None)
        size = QSize(_SIDE * 2, _SIDE)
        if svg is not None:
            self.look.setPixmap(drawn(svg, size, self.devicePixelRatioF()))
        elif path is not None:
            self.look.setPixmap(QIcon(str(path)).pixmap(size, self.devicePixelRatioF()))
        self.look.setAccessibleName(self.tr("Picture: {name}").format(name=self.box.currentText()))

    def _offer(self) -> None:
        own = list(self._own())
        names = ["", *own, *(name for name in self._shipped if name not in own)]
        if names != self._names:
            self._names = names
            self.box.clear()
            self.box.addItem(self.tr("No picture"))
            self.box.addItems([name.replace("_", " ") for name in names[1:]])

    def _commit(self) -> None:
        self.edited.emit(self.name, self._names[self.box.currentIndex()])


def drawn(svg: str, size: QSize, ratio: float) -> QPixmap:
    """Return an SVG text as a picture that fits into ``size`` (pixels), empty if it cannot be drawn."""
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8", "replace")))
    natural = renderer.defaultSize()
    if not renderer.isValid() or natural.isEmpty():
        return QPixmap()
    fit = natural.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    pixmap = QPixmap(fit * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, fit.width(), fit.height()))
    return pixmap
