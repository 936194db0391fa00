"""The panels below the map by their tabs, each of which is whole: what finds no room in the row is in a menu beside it.

The tip of a tab says how many problems, rules or cases there are, and its mark how bad they are, so that no tab
moves while something is being worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QTabBar, QTabWidget, QToolButton, QWidget

from kneetree.ui.editor.labels import plain_tip
from kneetree.ui.editor.panels.review import ReviewStrip
from kneetree.ui.editor.panels.table import Icon
from kneetree.ui.qt_access import layout_of

MARKS = {"rule_ok": "self_care", "warning": "within_days", "rule_broken": "danger", "unsure": "muted"}
"""The marks that a tab can have, with the colour of each."""
_SPARE = 8


class _Bar(QTabBar):
    """A row of tabs that says how wide each of them wants to be, and begins with its first tab where all find room."""

    def __init__(self) -> None:
        super().__init__()
        self._later = QTimer(self, interval=0, singleShot=True)  # once the bar has its own width
        self._later.timeout.connect(self._scroll_back)

    def tabLayoutChange(self) -> None:
        """Look whether the tabs are still scrolled though there is no need for it."""
        super().tabLayoutChange()
        self._later.start()

    def _scroll_back(self) -> None:
        """Bring the first tab back into sight: Qt leaves a bar scrolled after tabs were hidden to make room."""
        shown = [place for place in range(self.count()) if self.isTabVisible(place)]
        if shown and self.tabRect(shown[0]).left() < 0 and sum(map(self.wide, shown)) <= self.width():
            self.setUsesScrollButtons(False)
            self.setUsesScrollButtons(True)

    def wide(self, place: int) -> int:
        """Return the width of a tab in pixels, also of one that is not shown."""
        return self.tabSizeHint(place).width()


class PanelTabs(QTabWidget):
    """Panels by name, and the state of the review in the corner while there is room for it."""

    def __init__(self, panels: Mapping[str, QWidget], titles: Mapping[str, str], review: ReviewStrip) -> None:
        super().__init__()
        self._bar = _Bar()
        self.setTabBar(self._bar)
        self.setObjectName("panelTabs")
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self._places = {name: self.addTab(panel, titles[name]) for name, panel in panels.items()}
        self._told = dict(titles)
        self._review, self._review_fits = review, True
        self.more = QToolButton()
        self.more.setText(self.tr("More"))
        self.more.setToolTip(plain_tip(self.tr("Panels whose tabs find no room here")))
        self.more.setAccessibleName(self.tr("More panels"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("kind", "tool")
        menu = QMenu(self.more)
        menu.aboutToShow.connect(self._fill)
        self.more.setMenu(menu)
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.more)
        row.addWidget(review)
        self.setCornerWidget(corner)
        self._front = self._before = self.currentIndex()
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.fit)
        self.currentChanged.connect(self._on_front)
        self.currentChanged.connect(self.fit)
        review.changed.connect(self.fit)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Bring a panel to the front, also one whose tab found no room."""
        self.setTabVisible(self.indexOf(widget), True)
        super().setCurrentWidget(widget)

    def leave(self, panel: QWidget) -> None:
        """Bring what was in front before a panel back there, and the keys with it, if that panel is in front."""
        if self.currentWidget() is not panel:
            return
        focus = QApplication.focusWidget()
        had_keys = focus is not None and panel.isAncestorOf(focus)
        before = self.widget(self._before)
        if before is not None and before is not panel:
            self.setCurrentWidget(before)
            if had_keys:
                before.setFocus()

    def tell(self, words: Mapping[str, str], marks: Mapping[str, str], icon: Icon) -> None:
        """Show the state of panels, in words and by a mark from ``MARKS``."""
        for name, place in self._places.items():
            self._told[name] = words.get(name, self.tabText(place))
            self.setTabToolTip(place, plain_tip(self._told[name]))
            if name in marks:
                self.setTabIcon(place, icon(marks[name], MARKS[marks[name]]))
        self._later.start()

    def let_review_show(self, there: bool) -> None:
        """Say whether the state of the review may be beside the tabs at all."""
        self._review_fits = there
        self.fit()

    def fit(self) -> None:
        """Show the tabs that find room, the one in front among them, and leave the others to the menu."""
        wide = {place: self._bar.wide(place) for place in range(self.count())}
        room = self.width() - _SPARE
        everything = sum(wide.values())
        least = wide[self.currentIndex()] + self.more.sizeHint().width()
        room -= self._fit_review(room - everything, room - least)
        shown = set(wide)
        if everything > room:
            room -= self.more.sizeHint().width() + wide[self.currentIndex()]
            shown = {self.currentIndex()}
            for place in wide:
                if place not in shown and wide[place] > room:
                    break
                room -= 0 if place in shown else wide[place]
                shown.add(place)
        for place in wide:
            if self.isTabVisible(place) != (place in shown):
                self.setTabVisible(place, place in shown)
        self.more.setVisible(len(shown) < self.count())

    def _fit_review(self, room: int, most: int) -> int:
        """Show what finds room of the state of the review, and return how much it takes.

        The words need ``room`` pixels beside all tabs.  The button to sign stays as long as it finds ``most``: for tabs
        there is the menu.
        """
        review = self._review
        for there, words, spare in ((True, True, room), (True, False, most), (False, False, 0)):
            review.state.setVisible(words and review.says_more)
            review.setVisible(there and self._review_fits)
            layout_of(review).activate()
            needed = review.sizeHint().width() if review.isVisibleTo(self) else 0
            if needed <= max(spare, 0):
                break
        return needed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tabs that find room now."""
        super().resizeEvent(event)
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Look again what finds room once the text has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._later.start()

    def _on_front(self, place: int) -> None:
        self._before, self._front = self._front, place

    def _fill(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for name, place in self._places.items():
            if not self.isTabVisible(place):
                menu.addAction(self._told[name]).triggered.connect(partial(self._bring, place))

    def _bring(self, place: int) -> None:
        panel = self.widget(place)
        if panel is not None:
            self.setCurrentWidget(panel)
            panel.setFocus()
