"""Says once that no place is ticked on the page that asks where it hurts, and lets the next press go on.

Somebody who hurts where the picture has no place goes on with one press more.  Somebody who has overlooked the picture
would be told later that nothing of this hurts.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from kneetree.model.tree import Asked, Topic
from kneetree.ui.announcing import announce
from kneetree.ui.qt_access import settle_layouts
from kneetree.ui.style import text_labels
from kneetree.ui.wizard.beside import Beside
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.places_picture import PlacesPicture
from kneetree.ui.wizard.tick_list import ItemList


class NoPlace:
    """A sentence that is hidden until it is needed, and again as soon as anything is ticked."""

    def __init__(self, items: ItemList, parent: QWidget) -> None:
        self._items = items
        self._was_said = False
        sentence = QCoreApplication.translate(
            "QuestionPage", "You have ticked no place. If it hurts somewhere else, continue."
        )
        self.label = text_labels.label(sentence, "body", parent)
        self.label.hide()
        items.changed.connect(self.forget)

    def forget(self, *, said: bool = False) -> None:
        """Take the sentence away; it will come again unless it has been ``said`` and was meant."""
        self._was_said = said
        self.label.hide()

    def say(self, scroll: QScrollArea) -> bool:
        """Say it and return true if no place is ticked or not sure, and it was not said before."""
        rows = self._items.shown
        is_known = len(rows) < len(self._items.rows)
        if self._was_said or is_known or any(row.value is not False for row in rows):
            return False
        self._was_said = True
        self.label.show()
        settle_layouts()
        scroll.ensureWidgetVisible(self.label, 0, 8)
        announce(self.label, self.label.text())
        return True


def no_place_of(asked: Asked, picture: Picture | None, items: ItemList, place: Beside) -> NoPlace | None:
    """Return the sentence, put below all that is in a place yet, for a list of places; for another list ``None``."""
    if not isinstance(picture, PlacesPicture) or asked.topic is not Topic.LOCATION:
        return None
    made = NoPlace(items, place.main)
    place.body.addWidget(made.label)
    return made
