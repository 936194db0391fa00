"""A form that Tab walks in the order in which it is read, also through rows that came later.

Qt puts what is made later at the end of the window's order, so that Tab would go from a new row to the window's first
button and leave out the rest of the form.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kneetree.ui.editor.fields.going import bring_into_sight
from kneetree.ui.qt_access import settle_layouts


class ReadingForm(QWidget):
    """A widget whose fields follow one another by their places; only its first and last one lead out of it."""

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go to what is read next, or before."""
        fields, held = self.in_reading_order(), QApplication.focusWidget()
        if held not in fields:
            return super().focusNextPrevChild(following)
        place = fields.index(held) + (1 if following else -1)
        if not 0 <= place < len(fields):
            return super().focusNextPrevChild(following)
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        fields[place].setFocus(reason)
        bring_into_sight(fields[place])
        return True

    def in_reading_order(self) -> list[QWidget]:
        """Return what takes the keys by Tab: line by line, and in a line from where reading begins."""
        settle_layouts()  # else a new row has no place yet
        takes = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisibleTo(self)
            and widget.isEnabledTo(self)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ]
        places = {widget: QRect(widget.mapTo(self, QPoint(0, 0)), widget.size()) for widget in takes}
        takes.sort(key=lambda widget: places[widget].top())
        lines: list[list[QWidget]] = []
        for widget in takes:
            if lines and places[widget].center().y() <= places[lines[-1][0]].bottom():
                lines[-1].append(widget)
            else:
                lines.append([widget])
        back = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return [
            widget for line in lines for widget in sorted(line, key=lambda widget: places[widget].left(), reverse=back)
        ]
