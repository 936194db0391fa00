"""Show the map as the author works on it: select, fold, follow changes, and say what hands and keys mean.

It never edits: what was meant goes up as ids, and what came of it comes back as a change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kneetree.layout import Direction, EdgeKey, Placement, Point
from kneetree.model.change import Change
from kneetree.model.tree import Tree
from kneetree.ui.editor.canvas.gestures import WhyNot
from kneetree.ui.editor.canvas.ghosts import Ghost
from kneetree.ui.editor.canvas.keyboard import Keyboard
from kneetree.ui.editor.canvas.legend import draw_legend
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.marks import Badge, Difference, Marks, lit_by
from kneetree.ui.editor.canvas.pointer import Pointer
from kneetree.ui.editor.canvas.steps import DONE, Seen, Turn
from kneetree.ui.editor.canvas.view import MapView
from kneetree.ui.editor.canvas.wishes import Wishes
from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme


class Canvas(MapView):
    """Show the map with its gestures and keys; ``wishes`` says what the author means by them.

    Signals: ``folds_changed()`` other boxes may be shown than before.
    """

    folds_changed = Signal()

    def __init__(self, theme: Theme, tree: Tree, why_not: WhyNot, parent: QWidget | None = None) -> None:
        super().__init__(theme, tree, parent)
        self.wishes = Wishes(self)
        self.wishes.fold_asked.connect(self.toggle_fold)
        self._paths: tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]], str, str] = ((), (), "", "")
        self._path_to_come: list[str] = []
        self._pointer = Pointer(self, self.wishes, why_not)
        self._keyboard = Keyboard(self, self.wishes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of the tree"))
        self.setProperty("ring", False)  # it shows itself where the keys go
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # -- the tree --------------------------------------------------------------------------------

    def show_tree(self, tree: Tree) -> None:
        """Show another tree from its beginning."""
        self._pointer.stop()
        self.view_state.model = MapModel(tree, self.model.direction)
        self.view_state.marks, self._paths = Marks(), ((), (), "", "")
        self.view_state.selected, self.view_state.current, self.view_state.hovered = (), None, None
        self.begin()
        self.viewport().update()
        self.folds_changed.emit()

    def follow(self, change: Change, turn: Turn = DONE) -> None:
        """Show what ``change`` has just altered in the tree, and move nothing that is not in its way.

        If ``turn`` says that it was undone or done again, select what was selected at that time, and look where the
        author looked unless it is in sight.
        """
        self._pointer.stop()
        self.animation.stop()
        state = self.view_state
        seen = self.model.follow(change, turn, Seen(self.camera, state.selected, state.current))
        if change.whole and seen is None:
            self._look_anew()
        if any(self._paths):
            self.show_two_paths(*self._paths)
        self.update_bars()
        self.viewport().update()
        if seen is not None:
            chosen = [key for key in seen.selected if key in self.model.tree.nodes]
            self.wishes.select_asked.emit(chosen, seen.current or "")
            if self.camera != self.led_to and any(map(self.is_in_sight, change.keys("node") + change.keys("layout"))):
                return
            self.lead_to(seen.camera)

    def _look_anew(self) -> None:
        """Look at the current box where that is now, or if it is gone at the tree from its beginning."""
        current = self.view_state.current
        if current is not None and current in self.model.positions:
            self.bring_in(current)
        else:
            self.begin()

    def glide(self, placed: Placement, before: Mapping[str, Point]) -> None:
        """Let all boxes glide to where they are ``placed``, from where they were ``before``."""
        self._pointer.stop()
        model = self.model
        model.move({key: place for key, place in before.items() if model.positions.get(key) != place})

        def done() -> None:
            model.lay_out(placed)
            self.update_bars()
            self.viewport().update()
            self.folds_changed.emit()
            if self.view_state.current:
                self.bring_in_new(self.view_state.current)

        def move(places: dict[str, Point]) -> None:
            model.move(places)
            self.viewport().update()

        self.animation.stop()
        self.animation.boxes_to(dict(model.positions), placed.positions, move, done)

    def set_direction(self, direction: Direction) -> None:
        """Draw the map downwards or to the right."""
        if direction != self.model.direction:
            self.model.turn(direction)
            self.begin()
            self.viewport().update()
            self.folds_changed.emit()

    # -- what is selected and shown --------------------------------------------------------------

    def show_selection(self, nodes: Sequence[str], current: str | None) -> None:
        """Draw these nodes as selected; if the current one is hidden, unfold the map and leave the focus."""
        self.view_state.selected, self.view_state.current = tuple(nodes), current
        if current is not None and current in self.model.hidden:
            self.set_view((), self.model.focus if current == self.model.focus else None)
        self.viewport().update()

    def toggle_fold(self, nodes: Iterable[str]) -> None:
        """Fold these questions, or unfold them if the first one is folded."""
        chosen = list(nodes)
        if chosen:
            folded = self.model.folded
            self.set_view(folded - set(chosen) if chosen[0] in folded else folded | set(chosen), self.model.focus)

    def set_view(self, folded: Collection[str], focus: str | None) -> None:
        """Fold exactly these questions and show only the ways in and out of ``focus``."""
        self.model.set_view(folded, focus)
        self.update_bars()
        self.viewport().update()
        self.folds_changed.emit()

    # -- what lies over it -----------------------------------------------------------------------

    def set_badges(self, badges: Mapping[str, str]) -> None:
        """Show the worst level of the problems of each node: ``"error"`` or ``"warning"``."""
        self._show_marks(replace(self.view_state.marks, badges={key: Badge(level) for key, level in badges.items()}))

    def set_marks(self, differences: Mapping[str, str]) -> None:
        """Show how nodes differ from another tree, each by one word of ``Difference``."""
        marked = {key: Difference(word) for key, word in differences.items()}
        self._show_marks(replace(self.view_state.marks, differences=marked))

    def set_ghosts(self, ghosts: Mapping[str, Ghost]) -> None:
        """Show what another tree has and this one has not; with nothing, no ghosts."""
        self.ghosts.show(ghosts)
        self.viewport().update()

    def set_hits(self, nodes: Collection[str]) -> None:
        """Show the nodes that a search has found."""
        self._show_marks(replace(self.view_state.marks, hits=frozenset(nodes)))

    def set_coverage(self, nodes: Collection[str], edges: Collection[EdgeKey]) -> None:
        """Show what no case takes; with nothing, all is drawn as usual."""
        untaken = frozenset((str(node), str(answer)) for node, answer in edges)
        marks = replace(self.view_state.marks, untaken_nodes=frozenset(nodes), untaken_edges=untaken)
        self._show_marks(marks)

    def show_path(self, path: Sequence[tuple[str, str]]) -> None:
        """Light up a walk: nodes with the answer each was given, as in the format's paths; empty for none."""
        self.show_two_paths(path, (), "")

    def show_two_paths(
        self, path: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]], parts_at: str, of: str = ""
    ) -> None:
        """Light up the walks of two people, the second dashed after the node where they part.

        ``of`` is the name of the panel that shows them, for the legend.
        """
        self._paths = (path, other, parts_at, of)
        nodes, edges = lit_by(path, self.model.tree.nodes, self.model.routes)
        more, beside = lit_by(other, self.model.tree.nodes, self.model.routes)
        marks = replace(self.view_state.marks, path_nodes=nodes, path_edges=edges, parts_at=parts_at, path_of=of)
        self._show_marks(replace(marks, other_nodes=more - nodes, other_edges=beside - edges))

    def bring_path(self, nodes: Sequence[str]) -> None:
        """Fit a path into the view, unless all of it is in sight already; while the map is folded that waits."""
        self._path_to_come = [] if self.isVisible() else list(nodes)
        if not self.isVisible():
            return
        if not all(self.is_in_sight(key) for key in nodes if self.model.is_shown(key)):
            self.fit_nodes(nodes)

    def _show_marks(self, marks: Marks) -> None:
        self.view_state.marks = marks
        self.viewport().update()

    # -- events ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, and over it what the hand is doing."""
        with painting(self.viewport()) as painter:
            self.draw(painter, *self.room())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.view_state.focused:
                painter.setPen(self.look.pen("accent", 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            draw_legend(painter, self.view_state.marks, self.room(), self.look)
            self._pointer.draw(painter)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the path into view that was chosen while the map was folded, if it is still lit."""
        super().showEvent(event)
        path = self._path_to_come
        if path and self.view_state.marks.path_nodes.issuperset(path[:1]):
            self.bring_path(path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or mark what is under the pointer."""
        self._pointer.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self._pointer.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the texts of a box to be edited."""
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer, or pan on a touch pad."""
        self._pointer.wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the pointer is, or at the current box if a key asked."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = self.view_state.current
            point = QPointF(*self.room()) / 2
            if current is not None and self.model.is_shown(current):
                self.reveal(current)
                point = QPointF(*self.camera.to_screen(*self.model.positions[current]))
            self.wishes.menu_asked.emit(current or "", "", self.viewport().mapToGlobal(point.toPoint()))
        else:
            self._pointer.menu(QPointF(event.pos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the arrows, Home, Enter, Escape and Space; leave all other keys to the actions."""
        if event.key() == Qt.Key.Key_Escape and self._pointer.stop():
            return
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.hold_space(True)
        elif not self._keyboard.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let drags select again when Space is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go to the map."""
        super().focusInEvent(event)
        self.view_state.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.view_state.focused = False
        self._pointer.hold_space(False)
        self.viewport().update()
