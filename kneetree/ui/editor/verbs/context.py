"""Hold what every verb of the editor works with: the tree, the selection, the map, and a way to be refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, QuestionNode, Tree
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.verbs.given_up import words_of_given_up
from kneetree.ui.language import told


class Do(Protocol):
    """Make a change one named step; an empty one only if that is asked for."""

    def __call__(self, change: Change, text: str, merge: str | None = None, *, even_empty: bool = False) -> None:
        """Raise ``KneetreeError`` if it is refused."""


@dataclass(frozen=True)
class VerbContext:
    """``tree`` gives the open tree, ``do`` makes a change one named step, ``say`` shows a sentence.

    ``write`` opens a node where its text can be typed; ``why_not_alter`` returns why the tree can only be looked at.
    """

    tree: Callable[[], Tree]
    do: Do
    say: Callable[[str], None]
    write: Callable[[str], None]
    selection: Selection
    canvas: Canvas
    window: QWidget
    why_not_alter: Callable[[], str] = str

    def may_alter(self) -> bool:
        """Return whether the tree may be altered, and say why not before an author is asked how."""
        reason = self.why_not_alter()
        if reason:
            self.say(reason)
        return not reason

    def step(
        self, make: Callable[[Tree], Change], text: str, merge: str | None = None, *, even_empty: bool = False
    ) -> Change | None:
        """Make and do a change; one that is refused says why and is ``None``."""
        try:
            change = make(self.tree())
            self.do(change, text, merge, even_empty=even_empty)
        except KneetreeError as error:
            self.say(told(error))
            return None
        self.say("")
        return change

    def lead(
        self, source: str, answer: str, make: Callable[[Tree], Change], text: str, merge: str | None = None
    ) -> Change | None:
        """Do a change that lets an answer lead elsewhere, as ``step`` does; say it if an empty result goes with it."""
        change = self.step(make, text, merge)
        said = words_of_given_up(self.tree(), change, source, answer) if change is not None else ""
        if said:
            self.say(said)
        return change

    def chosen(self) -> list[str]:
        """Return the selected nodes that are in the tree."""
        nodes = self.tree().nodes
        return [key for key in self.selection.nodes if key in nodes]

    def current(self) -> str | None:
        """Return the current node."""
        current = self.selection.current
        return current if current in self.tree().nodes else None

    def branch(self) -> str | None:
        """Return the current node if it leads on: a question or a decision."""
        current = self.current()
        return current if current and not isinstance(self.tree().nodes[current], Leaf) else None

    def question(self) -> str | None:
        """Return the current node if it is a question."""
        current = self.current()
        return current if current and isinstance(self.tree().nodes[current], QuestionNode) else None

    def answers(self) -> list[str]:
        """Return the answers by which the current node leads on."""
        current = self.current()
        return [answer.value for answer, _ in self.tree().nodes[current].edges()] if current else []

    def show(self, node: str) -> None:
        """Select a node and bring it into sight; if it is in sight, the view stays."""
        if node in self.tree().nodes:
            self.selection.select(node)
            self.canvas.bring_in_new(node)

    def show_new(self, change: Change | None) -> None:
        """Open the first node that a change has made to be written, a question or decision before a leaf."""
        if change is None:
            return
        nodes = self.tree().nodes
        made = [part.key for part in change.parts if part.part == "node" and part.before is None and part.key in nodes]
        made.sort(key=lambda key: isinstance(nodes[key], Leaf))
        if made:
            self.show(made[0])
            self.write(made[0])
