"""Join map, outline, inspector and panels over the open document into one widget."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QVBoxLayout, QWidget

from kneetree import edits
from kneetree.model.change import Change
from kneetree.model.tree import Tree
from kneetree.ui import settings
from kneetree.ui.background.garbage import settle_memory
from kneetree.ui.document.document import Document
from kneetree.ui.editor.canvas.accessible import make_accessible, tell_current
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.minimap import Minimap
from kneetree.ui.editor.canvas.steps import Turn
from kneetree.ui.editor.fields.text_editors import REDO_KEYS
from kneetree.ui.editor.joins.map_join import MapJoin
from kneetree.ui.editor.joins.panels import make_panels
from kneetree.ui.editor.naming import heir_of
from kneetree.ui.editor.panels.panel_tabs import PanelTabs
from kneetree.ui.editor.room import INSPECTOR, MAP, OUTLINE, PANELS, Room
from kneetree.ui.editor.saying import Saying
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.verbs import making, menus
from kneetree.ui.editor.verbs.actions import Actions
from kneetree.ui.editor.verbs.bar import Bar
from kneetree.ui.editor.verbs.context import VerbContext
from kneetree.ui.editor.verbs.told_keys import tell_keys
from kneetree.ui.language import told
from kneetree.ui.style.theme import Theme
from kneetree.walk.walk import Walk

SIDES = (OUTLINE, INSPECTOR)
SETTLE_MS = 800


class Editor(QWidget):
    """The second mode of the window.  Signals: ``try_from(str)`` start the wizard at this node."""

    try_from = Signal(str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(settle_memory)
        self._to_map = QTimer(self, interval=0, singleShot=True)  # one made by the way would keep the map
        self.document, self.theme = document, theme
        self.selection = Selection(self)
        make_accessible()
        self.canvas = Canvas(theme, document.tree, self._why_not)
        self.minimap = Minimap(self.canvas)
        self.saying = Saying(self.canvas)
        does = (document.do, self.say, self.write)
        context = VerbContext(self._tree, *does, self.selection, self.canvas, self, self._why_not_alter)
        self.context = context
        self.commands = Actions(context, theme)
        self.panels = make_panels(document, self.selection, theme, self)
        self.undo = document.stack.createUndoAction(self, self.tr("Undo"))
        self.redo = document.stack.createRedoAction(self, self.tr("Redo"))
        self.try_here = QAction(self.tr("Try from &here"), self)
        self.find_text = QAction(self.tr("&Find and replace…"), self)
        self.parts = QAction(self.tr("Parts of the tr&ee…"), self)
        self.translate = QAction(self.tr("Tra&nslate…"), self)
        self.since_review = QAction(self.tr("What changed since the re&view"), self)
        self.sign = QAction(self.tr("&Sign off…"), self)
        self.whole_tree = (self.translate, self.since_review, self.sign)
        there = settings.yes_or_no("editor/small_map", usual=True)
        self.small_map = QAction(self.tr("Small ma&p"), self, checkable=True, checked=there)
        self.minimap.put_away(not there)
        lower = {name: panel for name, panel in self.panels.widgets().items() if name not in SIDES}
        self.tabs = PanelTabs(lower, self.panels.tab_titles(), self.panels.review)
        self._on_map = MapJoin(context, self.commands, self.try_here, theme)
        self._lay_out()
        self._set_keys()
        self._dress()
        self._join()
        self._on_selection()
        self._settle.start()

    # -- building --------------------------------------------------------------------------------

    def _set_keys(self) -> None:
        keys = QKeySequence.StandardKey
        for action, key in (
            (self.undo, keys.Undo),
            (self.find_text, keys.Find),
            (self.try_here, "F5"),
            (self.small_map, "Ctrl+7"),
            (self.translate, "F7"),
            (self.since_review, "F4"),
        ):
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.redo.setShortcuts([QKeySequence(redo) for redo in REDO_KEYS])
        self.redo.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        ours = (self.undo, self.redo, self.find_text, self.try_here, self.small_map, self.translate, self.since_review)
        self.addActions([*ours, *self.room.toggles.values(), *self.room.steps, *self.commands.of_all()])
        for widget in (self.canvas, self.panels.outline):
            widget.addActions(self.commands.of_boxes())
        tell_keys(self, self.canvas, self.panels.outline, self.panels.inspector, self.tabs)

    def _lay_out(self) -> None:
        widgets = self.panels.widgets()
        for name in widgets.keys() - set(SIDES):
            widgets[name].setObjectName(widgets[name].objectName() or name)
        panes = {OUTLINE: widgets[OUTLINE], MAP: self.canvas, INSPECTOR: widgets[INSPECTOR], PANELS: self.tabs}
        self.room = Room(panes, self.theme, self._panels_height)
        self.across, self.down = self.room.across, self.room.down
        map_actions = [self.commands[name] for name in ("zoom_out", "zoom_usual", "zoom_in", "fit", "tidy")]
        actions = (self.undo, self.redo, *map_actions, self.try_here, self.parts, self.find_text)
        self.bar = Bar(actions, tuple(self.room.toggles.values()), self.commands["zoom_usual"], self.theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.room, 1)

    def _panels_height(self) -> int:
        """Return the least height at which the panel in front shows what it must, in pixels."""
        page = self.tabs.currentWidget()
        least = page.minimumSizeHint().height() if page is not None else 0
        return least + self.tabs.tabBar().sizeHint().height()

    def _join(self) -> None:
        canvas, panels, document = self.canvas, self.panels, self.document
        self._to_map.timeout.connect(self._begin)
        self.room.to_map.connect(self.go_to_map)
        self.room.shared_out.connect(canvas.keep_fitted)
        self.tabs.currentChanged.connect(self.room.arrange)
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
        panels.marks.ghosts.connect(canvas.set_ghosts)
        panels.hits.connect(canvas.set_hits)
        panels.reveal.connect(canvas.reveal)
        panels.bring_in.connect(canvas.bring_in)
        panels.headings.connect(self._on_headings)
        panels.show_panel.connect(self.show_panel)
        panels.said.connect(self.say)
        panels.compare_over.connect(partial(self.tabs.leave, panels.compare))
        panels.find.left.connect(self.go_to_map)
        self.find_text.triggered.connect(panels.going.open_find)
        self.parts.triggered.connect(panels.going.open_parts)
        self.translate.triggered.connect(panels.going.translate)
        self.since_review.triggered.connect(panels.going.show_since_review)
        self.sign.triggered.connect(panels.sign_off)
        self.try_here.triggered.connect(self._on_try)
        self.small_map.toggled.connect(self._on_small_map)
        self.theme.changed.connect(self._dress)
        panels.inspector.go_on.connect(partial(making.go_on, self.context))
        panels.inspector.go.connect(self.write)
        panels.inspector.left.connect(canvas.setFocus)
        panels.inspector.set_common_actions([self.commands[name] for name in menus.ON_MANY if name != menus.BREAK])
        self._on_tab()
        self._on_headings(panels.heading_words())
        self._on_camera()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keys to the map at first."""
        super().showEvent(event)
        if not event.spontaneous():
            self._to_map.start()
        self.room.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the state of the review, and the button to sign, where there is hardly room for the name of a panel."""
        super().resizeEvent(event)
        there = self.width() >= self.theme.px(500) and self.height() >= self.theme.px(200)
        focus = self.window().focusWidget()
        if not there and focus is not None and self.panels.review.isAncestorOf(focus):
            self.tabs.tabBar().setFocus()  # Qt would give the keys to whatever comes next in the window
        self.tabs.let_review_show(there)

    # -- what others ask for ---------------------------------------------------------------------

    def add_menus(self, bar: QMenuBar, before: QAction | None = None) -> list[QMenu]:
        """Add the menus Edit, Node and Map to a menu bar, to be shown while the editor is."""
        made = []
        offered: tuple[tuple[str, menus.Entries, Sequence[QAction]], ...] = (
            (self.tr("E&dit"), menus.EDIT, (self.undo, self.redo, self.find_text, self.parts, *self.whole_tree)),
            (self.tr("&Node"), menus.NODE, (self.try_here,)),
            (self.tr("&Map"), menus.MAP, (*self.room.toggles.values(), self.small_map, *self.room.steps)),
        )
        for title, names, more in offered:
            menu = QMenu(title, bar)
            menus.fill(menu, names, self.commands, more)
            bar.insertMenu(before, menu) if before else bar.addMenu(menu)
            made.append(menu)
        return made

    def show_panel(self, name: str) -> None:
        """Bring a panel, or the map, to the front, also one that was folded."""
        if name not in (*SIDES, MAP):
            self.tabs.setCurrentWidget(self.panels.widgets()[name])
            name = PANELS
        self.room.show_pane(name)

    def places(self) -> list[tuple[str, QWidget]]:
        """Return what the help tells the keys of, by name, the pane that has them first."""
        return [*self.room.places(), (self.tr("In the whole editor"), self)]

    def go_to_map(self) -> None:
        """Show the map and give it the keys."""
        self.room.show_pane(MAP)
        self.canvas.setFocus()

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

    def write(self, node: str) -> None:
        """Open a node in the inspector with its text selected, whatever had the focus."""
        self._to_map.stop()
        self.selection.select(node)
        self.show_panel("inspector")
        self.panels.inspector.write()

    # -- inner -----------------------------------------------------------------------------------

    def _tree(self) -> Tree:
        return self.document.tree

    def _why_not_alter(self) -> str:
        return self.document.only_look

    def _why_not(self, source: str, answer: str, target: str) -> str | None:
        reason = edits.why_not_connect(self.document.tree, source, answer, target)
        return told(reason) if reason else None

    def _begin(self) -> None:
        """Give the keys to the map at first, or to the first question as long as nobody has written it."""
        root = self.document.tree.root
        if edits.is_unwritten(self.document.tree, root) and root in self.document.tree.nodes:
            self.show_panel("checklist")
            self.write(root)
        else:
            self.canvas.setFocus()

    def _on_opened(self) -> None:
        self.selection.clear()
        self.canvas.show_tree(self.document.tree)
        self.commands.refresh()
        self.say("")
        self._settle.start()
        if self.isVisible() and edits.is_unwritten(self.document.tree, self.document.tree.root):
            self._begin()

    def _on_changed(self, change: Change) -> None:
        self.say("")
        self.canvas.follow(change, Turn(*self.document.turn))
        heir = heir_of(self.document.tree, change)
        if heir is not None:
            self.selection.rename(*heir)
        self.selection.keep(self.document.tree.nodes)
        self.commands.refresh()

    def _on_selection(self) -> None:
        self.canvas.show_selection(self.selection.nodes, self.selection.current)
        self.try_here.setEnabled(self.selection.current is not None)
        tell_current(self.canvas)

    def _on_activated(self, node: str) -> None:
        self.selection.select(node)
        self.show_panel("inspector")
        self.panels.inspector.focus_text()

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
        self.tabs.tell(words, self.panels.marks_of_tabs(), self.theme.icon)

    def _on_try(self) -> None:
        if self.selection.current is not None:
            self.try_from.emit(self.selection.current)

    def _on_small_map(self, shown: bool) -> None:
        self.minimap.put_away(not shown)
        settings.keep("editor/small_map", shown)

    def _dress(self) -> None:
        self._on_headings(self.panels.heading_words())
        for action, icon in ((self.undo, "undo"), (self.redo, "redo"), (self.find_text, "find")):
            action.setIcon(self.theme.icon(icon))
