"""Share the room of the editor between its four panes, and let each be folded away.

What an author wants to see and how large it is are kept for each text size.  Where there is no room for all of it, what
was asked for last goes first: on a small screen or with large text one pane is seen at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kneetree.ui import settings
from kneetree.ui.style.theme import Theme

OUTLINE, MAP, INSPECTOR, PANELS = PANES = ("outline", "map", "inspector", "panels")
"""The panes in reading order."""
_COLUMNS = (OUTLINE, MAP, INSPECTOR)
_LEAST_WIDE = {OUTLINE: 180, MAP: 240, INSPECTOR: 280, PANELS: 0}
_LEAST_HIGH = 160
_MOST_PX = 32_000
_USUAL = {OUTLINE: 320, INSPECTOR: 330}
_KEYS = {OUTLINE: "Ctrl+3", MAP: "Ctrl+4", INSPECTOR: "Ctrl+5", PANELS: "Ctrl+6"}


class Room(QWidget):
    """Hold the panes by name; ``toggles`` are the actions that show and fold them, ``steps`` go from one to the next.

    Signals: ``to_map()`` the author wants to go back to the map; ``shared_out()`` the author has given the panes
    other room.
    """

    to_map = Signal()
    shared_out = Signal()

    def __init__(self, panes: Mapping[str, QWidget], theme: Theme, panels_height: Callable[[], int]) -> None:
        """``panels_height`` returns the least height of the lower panels, in pixels."""
        super().__init__()
        self._panes, self._theme, self._panels_height = dict(panes), theme, panels_height
        self._percent = theme.text_percent
        self._begun = False
        self._wanted: set[str] = set(PANES)
        self._recent: list[str] = [MAP, INSPECTOR, PANELS, OUTLINE]
        self._sizes: dict[str, int] = {}
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.arrange)
        self._make_actions()
        self._lay_out()
        theme.changed.connect(self._on_theme)

    def _make_actions(self) -> None:
        names = {
            OUTLINE: self.tr("Outline"),
            MAP: self.tr("Map"),
            INSPECTOR: self.tr("Inspector"),
            PANELS: self.tr("Panels"),
        }
        self.toggles: dict[str, QAction] = {}
        for name in PANES:
            action = QAction(names[name], self, checkable=True, checked=True)
            action.setToolTip(self.tr("Show or fold: {pane}").format(pane=names[name]))
            _give_keys(action, _KEYS[name])
            action.triggered.connect(partial(self._on_toggle, name))
            self.toggles[name] = action
        self.steps = (QAction(self.tr("Next pane"), self), QAction(self.tr("Previous pane"), self))
        for action, keys, go in zip(self.steps, ("F6", "Shift+F6"), (self.go_on, self.go_back), strict=True):
            _give_keys(action, keys)
            action.triggered.connect(go)

    def _lay_out(self) -> None:
        self.across, self.down = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        for name in _COLUMNS:
            self.across.addWidget(self._panes[name])
        self.across.setStretchFactor(_COLUMNS.index(MAP), 1)
        self.down.addWidget(self.across)
        self.down.addWidget(self._panes[PANELS])
        self.down.setStretchFactor(0, 1)
        for splitter in (self.across, self.down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(6)
            splitter.splitterMoved.connect(self._on_moved)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.down)

    # -- what others ask for ---------------------------------------------------------------------

    def begin(self) -> None:
        """Share the room out as it was last time at this text size, the first time with most of it for the map."""
        if not self._begun:
            self._begun = True
            self._restore()

    def is_shown(self, pane: str) -> bool:
        """Return whether a pane is seen now."""
        return not self._panes[pane].isHidden() and (pane == PANELS or not self.across.isHidden())

    def places(self) -> list[tuple[str, QWidget]]:
        """Return the panes with what they are called, the one that has the keys first."""
        named = [(self.toggles[name].text(), self._panes[name]) for name in PANES]
        here = self._panes.get(self._pane_with_keys())
        return sorted(named, key=lambda pair: pair[1] is not here)

    def show_pane(self, pane: str) -> None:
        """Let a pane be seen, in the place of others if there is no room beside them."""
        self._wanted.add(pane)
        self._recent.remove(pane)
        self._recent.insert(0, pane)
        self.arrange()

    def fold(self, pane: str) -> None:
        """Fold a pane away; the last that is left stays."""
        if [name for name in PANES if self.is_shown(name)] == [pane]:
            if pane == MAP:
                self.arrange()
                return
            self._wanted.add(MAP)
        self._wanted.discard(pane)
        if not self._wanted:
            self._wanted.add(MAP)
        self.arrange()

    def go_on(self) -> None:
        """Go to the next pane that is not folded."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the pane before."""
        self._go(-1)

    def arrange(self) -> None:
        """Show what is wanted and finds room."""
        if not self._begun:
            return
        shown = self._fitting()
        here = self._pane_with_keys()
        for name in shown:
            self._panes[name].setVisible(True)
        if here and here not in shown:  # before it goes, or Qt would give the keys to whatever comes next in the window
            self._focus(shown[0])
        for name in PANES:
            self._panes[name].setVisible(name in shown)
            self.toggles[name].setChecked(name in shown)
        self.across.setVisible(any(name in shown for name in _COLUMNS))
        self._ask_for_room()
        self._apply_sizes(shown)

    def _ask_for_room(self) -> None:
        """Let each pane ask for what it needs, and for no more than there is: else it would end outside the window."""
        for name in (OUTLINE, MAP, INSPECTOR):
            self._panes[name].setMinimumWidth(min(self._least_wide(name), self.width()))
        self.across.setMinimumHeight(min(self._theme.px(_LEAST_HIGH), self.height()))
        self._panes[PANELS].setMinimumHeight(min(self._panels_height(), self.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the room for one small pane: with more of them some are put away instead."""
        return QSize(self._theme.px(_LEAST_WIDE[OUTLINE]), self._theme.px(_LEAST_HIGH) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what finds room now."""
        super().resizeEvent(event)
        if self._begun and set(self._fitting()) != {name for name in PANES if self.is_shown(name)}:
            self.arrange()
        elif self._begun:
            self._ask_for_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the map, from wherever it means nothing else."""
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.to_map.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Look again what finds room once the text has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._later.start()

    # -- inner -----------------------------------------------------------------------------------

    def _least_wide(self, name: str) -> int:
        least = self._theme.px(_LEAST_WIDE[name])
        return max(least, self._panes[name].minimumSizeHint().width()) if name == INSPECTOR else least

    def _fitting(self) -> list[str]:
        shown: list[str] = []
        for name in self._recent:
            if name in self._wanted and self._fits([*shown, name]):
                shown.append(name)
        return shown

    def _fits(self, names: list[str]) -> bool:
        columns = [self._least_wide(name) for name in names if name in _COLUMNS]
        wide = sum(columns) + _gap(self.across) * (len(columns) - 1)
        high = self._theme.px(_LEAST_HIGH) + _gap(self.down) + self._panels_height()
        both = columns and PANELS in names
        return len(names) == 1 or (wide <= self.width() and (not both or high <= self.height()))

    def _on_toggle(self, name: str) -> None:
        if self.is_shown(name):
            self.fold(name)
        else:
            self.show_pane(name)
        self._keep()
        self.shared_out.emit()

    def _go(self, step: int) -> None:
        names = [name for name in PANES if name in self._wanted or name == MAP]
        here = self._pane_with_keys()
        at = names.index(here) if here in names else -1 if step > 0 else 0
        for _ in names:
            at = (at + step) % len(names)
            self.show_pane(names[at])
            if self._focus(names[at]):
                return

    def _pane_with_keys(self) -> str:
        focus = self.window().focusWidget()
        if focus is None:
            return ""
        return next((name for name, pane in self._panes.items() if pane is focus or pane.isAncestorOf(focus)), "")

    def _focus(self, name: str) -> bool:
        """Give the keys to what had them last in a pane, or to what comes first there; return whether there is any."""
        pane = self._panes[name]
        inside, at = pane.focusWidget(), pane.nextInFocusChain()
        here = inside if inside is not None and _takes_keys(inside, pane) else None
        while here is None and at is not None and at is not pane:
            here = at if _takes_keys(at, pane) else None
            at = at.nextInFocusChain()
        if here is not None:
            here.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return here is not None

    # -- sizes -----------------------------------------------------------------------------------

    def _apply_sizes(self, shown: list[str]) -> None:
        wide, high = self.width(), self.height()
        usual = {
            OUTLINE: min(self._theme.px(_USUAL[OUTLINE]), int(wide * 0.27)),
            INSPECTOR: min(self._theme.px(_USUAL[INSPECTOR]), int(wide * 0.26)),
            # What the largest panel needs, if there is room.
            PANELS: max(int(high * 0.3), min(self._panels_need(), high - self._theme.px(_LEAST_HIGH))),
        }
        size = {name: self._sizes.get(name, usual[name]) for name in usual}
        sides = sum(size[name] for name in (OUTLINE, INSPECTOR) if name in shown)
        self.across.setSizes([size[OUTLINE], max(wide - sides, 1), size[INSPECTOR]])
        self.down.setSizes([max(high - size[PANELS], 1), size[PANELS]])

    def _panels_need(self) -> int:
        """Return the height that the largest panel asks for now, in pixels.

        Qt tells a splitter on a hidden page nothing of what its parts need meanwhile, so the layout around it goes by
        what they needed when somebody asked last: before they were dressed or after, as it came.
        """
        for splitter in self._panes[PANELS].findChildren(QSplitter):
            splitter.updateGeometry()
        return self._panes[PANELS].minimumSizeHint().height()

    def _on_moved(self) -> None:
        outline, _, inspector = self.across.sizes()
        for name, size in ((OUTLINE, outline), (INSPECTOR, inspector), (PANELS, self.down.sizes()[1])):
            if size and self.is_shown(name):
                self._sizes[name] = size
        self._keep()
        self.shared_out.emit()

    def _keep(self) -> None:
        place = f"editor/room/{self._percent}"
        settings.keep(f"{place}/folded", ",".join(name for name in PANES if name not in self._wanted))
        for name, size in self._sizes.items():
            settings.keep(f"{place}/{name}", size)

    def _restore(self) -> None:
        place = f"editor/room/{self._percent}"
        folded = settings.text(f"{place}/folded").split(",")
        self._wanted = {name for name in PANES if name not in folded} or {MAP}
        self._sizes = {}
        for name in (*_USUAL, PANELS):
            kept = settings.number(f"{place}/{name}", 1, _MOST_PX)
            if kept is not None:
                self._sizes[name] = kept
        self.arrange()

    def _on_theme(self) -> None:
        if self._theme.text_percent != self._percent:
            self._percent = self._theme.text_percent
            if self._begun:
                self._restore()


def _takes_keys(widget: QWidget, pane: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and pane.isAncestorOf(widget) and widget.isVisibleTo(pane) and widget.isEnabled()


def _give_keys(action: QAction, keys: str) -> None:
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _gap(panes: QSplitter) -> int:
    """Return the pixels between two panes: the style sheet may give the handle more than Qt says."""
    handle = panes.handle(1)
    hint, least = handle.sizeHint(), handle.minimumSizeHint()
    upright = panes.orientation() == Qt.Orientation.Vertical
    said = max(hint.height(), least.height()) if upright else max(hint.width(), least.width())
    return max(panes.handleWidth(), said)
