"""Join map, outline, inspector and panels over the open document into one widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QSplitter, QTabWidget, QVBoxLayout, QWidget

from kneetree import edits
from kneetree.model.change import Change
from kneetree.model.tree import Tree
from kneetree.ui.background.garbage import settle_memory
from kneetree.ui.document.document import Document
from kneetree.ui.editor.canvas.accessible import make_accessible, tell_current
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.minimap import Minimap
from kneetree.ui.editor.canvas.steps import Turn
from kneetree.ui.editor.joins.map_join import MapJoin
from kneetree.ui.editor.joins.panels import make_panels
from kneetree.ui.editor.saying import Saying
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.verbs import menus
from kneetree.ui.editor.verbs.actions import Actions
from kneetree.ui.editor.verbs.context import VerbContext
from kneetree.ui.style.theme import Theme
from kneetree.walk.walk import Walk

SIDES = {"outline": "left", "inspector": "right"}
SETTLE_MS = 800


class Editor(QWidget):
    """The second mode of the window.  Signals: ``try_from(str)`` start the wizard at this node."""

    try_from = Signal(str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sized = False
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(settle_memory)
        self._to_map = QTimer(self, interval=0, singleShot=True)  # one made by the way would keep the map
        self.document, self.theme = document, theme
        self.selection = Selection(self)
        make_accessible()
        self.canvas = Canvas(theme, document.tree, self._why_not)
        self.minimap = Minimap(self.canvas)
        self.saying = Saying(self.canvas)
        context = VerbContext(self._tree, document.do, self.say, self.selection, self.canvas, self)
        self.context = context
        self.commands = Actions(context, theme)
        self.panels = make_panels(document, self.selection, theme, self)
        self.undo = document.stack.createUndoAction(self, self.tr("Undo"))
        self.redo = document.stack.createRedoAction(self, self.tr("Redo"))
        self.try_here = QAction(self.tr("Try from &here"), self)
        self.find_text = QAction(self.tr("&Find and replace…"), self)
        self.parts = QAction(self.tr("Parts of the tr&ee…"), self)
        self.sign = QAction(self.tr("&Sign off…"), self)
        self.small_map = QAction(self.tr("Small ma&p"), self, checkable=True, checked=True)
        self._set_keys()
        self.tabs = QTabWidget()
        self._dress()
        self._on_map = MapJoin(context, self.commands, self.try_here, theme)
        self.bar = menus.Bar(self.commands, (self.undo, self.redo), (self.try_here, self.parts, self.find_text), theme)
        self._lay_out()
        self._join()
        self._on_selection()
        self._settle.start()

    # -- building --------------------------------------------------------------------------------

    def _set_keys(self) -> None:
        keys = QKeySequence.StandardKey
        for action, key in (
            (self.undo, keys.Undo),
            (self.redo, keys.Redo),
            (self.find_text, keys.Find),
            (self.try_here, "F5"),
        ):
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addActions([self.undo, self.redo, self.find_text, self.try_here, *self.commands.of_all()])
        for widget in (self.canvas, self.panels.outline):
            widget.addActions(self.commands.of_boxes())

    def _lay_out(self) -> None:
        widgets = self.panels.widgets()
        self.tabs.setObjectName("panelTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setMinimumHeight(self.theme.px(40))
        for name, widget in widgets.items():
            if name not in SIDES:
                widget.setObjectName(widget.objectName() or name)
                self.tabs.addTab(widget, name)
        self.tabs.setCornerWidget(self.panels.review)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.canvas, 1)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.down = QSplitter(Qt.Orientation.Vertical)
        for widget in (widgets["outline"], middle, widgets["inspector"]):
            self.across.addWidget(widget)
        self.across.setStretchFactor(1, 1)
        self.down.addWidget(self.across)
        self.down.addWidget(self.tabs)
        self.down.setStretchFactor(0, 1)
        for splitter in (self.across, self.down):
            splitter.setChildrenCollapsible(True)
            splitter.setHandleWidth(6)
            splitter.splitterMoved.connect(self._on_splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.down, 1)

    def _join(self) -> None:
        canvas, panels, document = self.canvas, self.panels, self.document
        self._to_map.timeout.connect(canvas.setFocus)
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)
        self.selection.changed.connect(self._on_selection)
        canvas.wishes.activated.connect(self._on_activated)
        canvas.camera_changed.connect(self._on_camera)
        panels.outline.menu_wanted.connect(self._on_map.open_menu)
        panels.marks.paths.connect(canvas.show_two_paths)
        panels.marks.path_chosen.connect(self._on_path_chosen)
        self.tabs.currentChanged.connect(self._on_tab)
        panels.badges.connect(canvas.set_badges)
        panels.untaken.connect(canvas.set_coverage)
        panels.differences.connect(canvas.set_marks)
        panels.hits.connect(canvas.set_hits)
        panels.reveal.connect(canvas.reveal)
        panels.bring_in.connect(canvas.bring_in)
        panels.headings.connect(self._on_headings)
        panels.show_panel.connect(self.show_panel)
        self.find_text.triggered.connect(panels.open_find)
        self.parts.triggered.connect(panels.open_parts)
        self.sign.triggered.connect(panels.sign_off)
        self.try_here.triggered.connect(self._on_try)
        self.small_map.toggled.connect(self._on_small_map)
        self.theme.changed.connect(self._dress)
        panels.inspector.set_common_actions([self.commands[name] for name in menus.ON_MANY if name != menus.BREAK])
        self._on_tab()
        self._on_headings(panels.heading_words())
        self._on_camera()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keys to the map at first."""
        super().showEvent(event)
        if not event.spontaneous():
            self._to_map.start()
        if not self._sized:
            self._sized = True
            self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what the foot of the window says too if the panels' names need the room."""
        super().resizeEvent(event)
        self.panels.review.setVisible(self.width() >= self.theme.px(1150))

    def _size(self) -> None:
        """Share the room out as it was last time, the first time with most of it for the map."""
        wide, high = self.width(), self.height()
        outline, inspector = min(self.theme.px(260), wide * 0.18), min(self.theme.px(330), wide * 0.26)
        self.across.setSizes([int(outline), int(wide - outline - inspector), int(inspector)])
        below = max(high * 0.3, min(self.theme.px(230), high * 0.45))  # what the largest panel needs, if there is room
        self.down.setSizes([int(high - below), int(below)])
        for name, splitter in (("across", self.across), ("down", self.down)):
            state = QSettings().value(f"editor/{name}")
            if isinstance(state, QByteArray):
                splitter.restoreState(state)

    # -- what others ask for ---------------------------------------------------------------------

    def add_menus(self, bar: QMenuBar, before: QAction | None = None) -> list[QAction]:
        """Add the menus Edit, Node and Map to a menu bar, to be shown while the editor is."""
        made = []
        offered: tuple[tuple[str, menus.Entries, Sequence[QAction]], ...] = (
            (self.tr("E&dit"), menus.EDIT, (self.undo, self.redo, self.find_text, self.parts, self.sign)),
            (self.tr("&Node"), menus.NODE, (self.try_here,)),
            (self.tr("&Map"), menus.MAP, (self.small_map,)),
        )
        for title, names, more in offered:
            menu = QMenu(title, bar)
            menus.fill(menu, names, self.commands, more)
            made.append(bar.insertMenu(before, menu) if before else bar.addMenu(menu))
        return made

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front, also one that was pushed together."""
        widget = self.panels.widgets()[name]
        if name in SIDES:
            place = 0 if SIDES[name] == "left" else 2
            sizes = self.across.sizes()
            if not sizes[place]:
                sizes[place] = 300
                self.across.setSizes(sizes)
            return
        self.tabs.setCurrentWidget(widget)
        least = widget.minimumSizeHint().height() + self.tabs.tabBar().sizeHint().height()
        above, below = self.down.sizes()
        if below < least:
            self.down.setSizes([above + below - least, least])

    def show_walk(self, walk: Walk | None) -> None:
        """Light up the walk in the wizard."""
        steps = walk.path if walk is not None else ()
        path = [(step.node, step.answer.value) for step in steps]
        self.panels.marks.show_walk([*path, *((leaf, "") for leaf in (walk.leaves if walk is not None else ()))])

    def record_walk(self, walk: Walk) -> None:
        """Make a case of a finished walk; ``KneetreeError`` where it has no result."""
        self.panels.record_walk(walk)

    def say(self, sentence: str) -> None:
        """Show over the map why something was not done, or what came of it, until something else is done."""
        self.saying.say(sentence)

    # -- inner -----------------------------------------------------------------------------------

    def _tree(self) -> Tree:
        return self.document.tree

    def _why_not(self, source: str, answer: str, target: str) -> str | None:
        return edits.why_not_connect(self.document.tree, source, answer, target)

    def _on_opened(self) -> None:
        self.selection.clear()
        self.canvas.show_tree(self.document.tree)
        self.commands.refresh()
        self.say("")
        self._settle.start()

    def _on_changed(self, change: Change) -> None:
        self.say("")
        self.canvas.follow(change, Turn(*self.document.turn))
        self.selection.keep(self.document.tree.nodes)
        self.commands.refresh()

    def _on_selection(self) -> None:
        self.canvas.show_selection(self.selection.nodes, self.selection.current)
        self.try_here.setEnabled(self.selection.current is not None)
        tell_current(self.canvas)

    def _on_activated(self, node: str) -> None:
        self.selection.select(node)
        self.show_panel("inspector")
        self.panels.inspector.focus_field("")

    def _on_tab(self) -> None:
        """Let the map show what the panel in front has to say of it."""
        front = self.tabs.currentWidget()
        for name, widget in self.panels.widgets().items():
            if widget is front:
                self.panels.marks.bring_forward(name)

    def _on_path_chosen(self, nodes: list[str]) -> None:
        """Bring a path into sight if a person has chosen it: it may also have become another by an edit."""
        chosen_in = QApplication.focusWidget()
        if chosen_in is not None and self.tabs.isAncestorOf(chosen_in):
            self.canvas.bring_path(nodes)

    def _on_camera(self) -> None:
        self.bar.show_zoom(self.canvas.zoom)

    def _on_headings(self, words: dict[str, str]) -> None:
        for name, widget in self.panels.widgets().items():
            if name not in SIDES:
                self.tabs.setTabText(self.tabs.indexOf(widget), words.get(name, name))

    def _on_try(self) -> None:
        if self.selection.current is not None:
            self.try_from.emit(self.selection.current)

    def _on_small_map(self, shown: bool) -> None:
        self.minimap.put_away(not shown)

    def _on_splitter(self) -> None:
        QSettings().setValue("editor/across", self.across.saveState())
        QSettings().setValue("editor/down", self.down.saveState())

    def _dress(self) -> None:
        for action, icon in ((self.undo, "undo"), (self.redo, "redo"), (self.find_text, "find")):
            action.setIcon(self.theme.icon(icon))
