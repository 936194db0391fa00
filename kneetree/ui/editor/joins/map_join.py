"""Join the map with the verbs and the selection: what a person does on the map becomes an edit or a menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kneetree.ui.editor.verbs import asking, making, menus, verbs
from kneetree.ui.editor.verbs.actions import Actions, kind_words
from kneetree.ui.editor.verbs.context import VerbContext
from kneetree.ui.style.theme import Theme

translate = QCoreApplication.translate


class MapJoin(QObject):
    """Answers the gestures of the map; ``try_here`` is offered in the menu of a node."""

    def __init__(self, context: VerbContext, commands: Actions, try_here: QAction, theme: Theme) -> None:
        super().__init__(context.window)
        self._context, self._commands, self._try_here, self._theme = context, commands, try_here, theme
        wishes = context.canvas.wishes
        wishes.select_asked.connect(self._on_select)
        wishes.moved.connect(self._on_moved)
        wishes.nudged.connect(self._on_nudged)
        wishes.connect_asked.connect(self._on_connect)
        wishes.dropped.connect(self._on_dropped)
        wishes.menu_asked.connect(self._on_menu)
        wishes.hint.connect(context.say)

    def open_menu(self, screen: QPoint) -> None:
        """Open the menu of the current node at a place in global pixels."""
        self._on_menu(self._context.selection.current or "", "", screen)

    def _on_select(self, nodes: list[str], current: str) -> None:
        self._context.selection.set(nodes, current or None)

    def _on_moved(self, places: dict[str, tuple[float, float]]) -> None:
        verbs.move(self._context, places)

    def _on_nudged(self, places: dict[str, tuple[float, float]]) -> None:
        verbs.move(self._context, places, "nudge " + " ".join(places))

    def _on_connect(self, source: str, answer: str, target: str) -> None:
        making.connect(self._context, source, answer, target)

    def _on_dropped(self, source: str, answer: str, at: tuple[float, float], screen: QPoint) -> None:
        if not self._context.may_alter():
            return
        menu = QMenu(self._context.window)
        offered: dict[QAction, str] = {}
        for kind in making.KINDS:
            words, icon = kind_words(kind)
            offered[menu.addAction(self._theme.icon(icon), words)] = kind
        chosen = asking.entry(menu, self._context.canvas.viewport().mapToGlobal(screen))
        if chosen is not None and chosen in offered:
            making.add(self._context, offered[chosen], answer, source, at)

    def _on_menu(self, node: str, answer: str, screen: QPoint) -> None:
        if answer:
            self._context.selection.select(node)
            names: menus.Entries = menus.ON_EDGE[answer]
        elif not node:
            names = menus.ON_GROUND
        elif len(self._context.selection.nodes) > 1:
            names = menus.ON_MANY
        else:
            names = menus.ON_BRANCH if self._context.branch() else menus.ON_LEAF
        menu = QMenu(self._context.window)
        menus.fill(menu, names, self._commands, (self._try_here,) if node and not answer else ())
        asking.entry(menu, screen)
