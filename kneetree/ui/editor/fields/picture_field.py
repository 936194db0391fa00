"""Choose the picture of a question from those that the program has, and show it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from kneetree import shipped
from kneetree.ui.editor.fields.field import Choice, Field

_SIDE = 120


class PictureField(Field[str]):
    """A picture's name, or none."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self.box = Choice()
        self._names = ["", *sorted(shipped.picture_names())]
        self.box.addItem(self.tr("No picture"))
        for picture in self._names[1:]:
            self.box.addItem(picture.replace("_", " "))
        self.box.activated.connect(self._commit)
        self.look = QLabel()
        self.look.setObjectName("picturePreview")
        self.look.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.put(self.box)
        self.put(self.look)
        self._value = ""
        self.look.hide()

    def value(self) -> str:
        """Return the name of the picture, or an empty text for none."""
        return self._value

    def show_value(self, value: str) -> None:
        """Choose a picture; a name that the program has none for is shown as such."""
        if value == self._value:
            return
        self._value = value
        known = self._value in self._names
        self.box.setCurrentIndex(self._names.index(self._value) if known else -1)
        self.refuse("" if known else self.tr("There is no picture called {name!r}.").format(name=self._value))
        path = shipped.picture(self._value) if self._value else None
        self.look.setVisible(path is not None)
        if path is not None:
            size = QSize(_SIDE * 2, _SIDE)
            self.look.setPixmap(QIcon(str(path)).pixmap(size, self.devicePixelRatioF()))
            self.look.setAccessibleName(self.tr("Picture: {name}").format(name=self.box.currentText()))

    def _commit(self) -> None:
        self.edited.emit(self.name, self._names[self.box.currentIndex()])
