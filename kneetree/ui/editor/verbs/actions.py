"""Offer every verb of the editor as an action, for menus, context menus, keys and the tool bar alike.

A table says what a verb is called, which keys it has, what must be selected for it, and which function it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from kneetree.model.tree import Answer, Leaf
from kneetree.ui.editor.canvas import folds
from kneetree.ui.editor.verbs import making, removing, verbs
from kneetree.ui.editor.verbs.context import VerbContext
from kneetree.ui.keys import call
from kneetree.ui.style.theme import Theme

ZOOM_STEP = 1.25
ANSWERS = tuple(answer.value for answer in (Answer.YES, Answer.NO, Answer.NEXT))
"""The answers by which a node may lead on."""


class Needs(Enum):
    """What must be selected."""

    NOTHING = auto()
    NODES = auto()
    NODE = auto()
    BRANCH = auto()
    QUESTION = auto()
    TWO_WAYS = auto()
    QUESTION_OF_TWO_WAYS = auto()
    SELECTION_OR_FOLD = auto()


@dataclass(frozen=True)
class Verb:
    """One row of the table; ``boxes`` says that its keys count only in map and outline.

    A verb for one ``answer`` can be had only where the current node leads on by it.  ``told`` is what the help calls
    it, if its text alone does not say enough.  One that only ``looks`` alters no tree.
    """

    name: str
    text: str
    do: Callable[[VerbContext], None]
    needs: Needs = Needs.NOTHING
    keys: str | QKeySequence.StandardKey = ""
    icon: str = ""
    boxes: bool = False
    answer: str = ""
    told: str = ""
    looks: bool = False


class VerbAction(QAction):
    """The action of one verb in one editor."""

    def __init__(self, verb: Verb, context: VerbContext, parent: QObject) -> None:
        super().__init__(verb.text, parent)
        self._verb, self._context = verb, context
        self.setObjectName(verb.name)
        if verb.keys:
            self.setShortcut(QKeySequence(verb.keys))
            self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if verb.told:
            call(self, verb.told)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        if self._verb.looks or self._context.may_alter():
            self._verb.do(self._context)


class Actions(QObject):
    """The actions by name; ``context`` is what they work on."""

    def __init__(self, context: VerbContext, theme: Theme) -> None:
        super().__init__(context.window)
        self._context, self._theme = context, theme
        self._verbs = {verb.name: verb for verb in self._table()}
        self.by_name: dict[str, QAction] = {name: VerbAction(verb, context, self) for name, verb in self._verbs.items()}
        theme.changed.connect(self._dress)
        context.selection.changed.connect(self.refresh)
        context.canvas.folds_changed.connect(self.refresh)
        self._dress()
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def of_boxes(self) -> list[QAction]:
        """Return the actions whose keys count only in map and outline: in a text field they mean the text."""
        return [self.by_name[name] for name, verb in self._verbs.items() if verb.boxes]

    def of_all(self) -> list[QAction]:
        """Return the actions whose keys count in the whole editor."""
        return [self.by_name[name] for name, verb in self._verbs.items() if not verb.boxes]

    def refresh(self) -> None:
        """Let an action be had only where it means something."""
        context = self._context
        chosen, branch, question, current = context.chosen(), context.branch(), context.question(), context.current()
        answers = context.answers()
        there = {
            Needs.NOTHING: True,
            Needs.NODES: bool(chosen),
            Needs.NODE: current is not None,
            Needs.BRANCH: branch is not None,
            Needs.QUESTION: question is not None,
            Needs.TWO_WAYS: len(answers) == 2,
            Needs.QUESTION_OF_TWO_WAYS: question is not None and len(answers) == 2,
            Needs.SELECTION_OR_FOLD: bool(context.canvas.model.folded) or context.canvas.model.focus is not None,
        }
        for name, verb in self._verbs.items():
            action, meant = self.by_name[name], not verb.answer or verb.answer in answers
            action.setEnabled(there[verb.needs] and meant)
            action.setVisible(meant or (branch is None and verb.answer != Answer.NEXT))
        collects = len(answers) == 1
        self._name(
            "turn", self.tr("T&urn into a leaf"), self.tr("T&urn into a question"), not answers and bool(current)
        )
        self._name("swap", self.tr("&Swap Yes and No"), self.tr("&Swap Yes and No (it only collects)"), collects)
        self._name("collecting", self.tr("Only &collect the answers…"), self.tr("Give &it a Yes and a No"), collects)
        folded = branch is not None and branch in context.canvas.model.folded
        self._name("fold", self.tr("&Fold what is below"), self.tr("Un&fold"), folded)

    def _name(self, name: str, usual: str, other: str, is_other: bool) -> None:
        self.by_name[name].setText(other if is_other else usual)

    def _dress(self) -> None:
        for name, verb in self._verbs.items():
            if verb.icon:
                self.by_name[name].setIcon(self._theme.icon(verb.icon))

    def _table(self) -> list[Verb]:
        altering = [*self._edge_verbs(), *self._tree_verbs(), *self._box_verbs()]
        return [*altering, *(replace(verb, looks=True) for verb in (*self._copy_verbs(), *self._map_verbs()))]

    def _edge_verbs(self) -> list[Verb]:
        """Return what can be done to each answer of a node: connect it, and make something of each kind there."""
        connect = {
            "yes": self.tr("Connect &Yes to…"),
            "no": self.tr("Connect &No to…"),
            "next": self.tr("Connect &what follows to…"),
        }
        paste = {
            "yes": self.tr("Paste at Yes"),
            "no": self.tr("Paste at No"),
            "next": self.tr("Paste after it"),
        }
        keep = {
            "yes": self.tr("Delete, keep its Yes"),
            "no": self.tr("Delete, keep its No"),
            "next": self.tr("Delete, keep what follows"),
        }
        told = {
            "yes": self.tr("Insert a question on Yes"),
            "no": self.tr("Insert a question on No"),
            "next": self.tr("Insert a question after it"),
        }
        keys = {"yes": "Y", "no": "N", "next": "T"}
        found = []
        for answer in ANSWERS:
            for name, text, do, key in (
                ("connect", connect[answer], making.connect_to, f"Ctrl+Alt+{keys[answer]}"),
                ("paste", paste[answer], verbs.paste, ""),
                ("delete_keep", keep[answer], removing.delete_keep, ""),
            ):
                found.append(Verb(f"{name}_{answer}", text, _with(do, answer), Needs.BRANCH, key, answer=answer))
            for kind in making.KINDS:
                found.append(self._kind_verb("new", making.add, kind, answer))
            for kind in making.BETWEEN:
                verb = self._kind_verb("insert", making.insert, kind, answer)
                asks = kind == "question"
                found.append(replace(verb, keys=f"Ctrl+Shift+{keys[answer]}", told=told[answer]) if asks else verb)
        return found

    def _kind_verb(self, name: str, make: Callable[[VerbContext, str, str], None], kind: str, answer: str) -> Verb:
        text, icon = kind_words(kind)
        do = _of_kind(make, kind, answer)
        return Verb(f"{name}_{kind}_{answer}", text, do, Needs.BRANCH, icon=icon, answer=answer)

    def _tree_verbs(self) -> list[Verb]:
        two = Needs.QUESTION_OF_TWO_WAYS
        return [
            Verb("swap", self.tr("&Swap Yes and No"), verbs.swap, Needs.TWO_WAYS, "Ctrl+E"),
            Verb("turn", self.tr("T&urn into a leaf"), verbs.turn, Needs.NODE, "Ctrl+T"),
            Verb("collecting", self.tr("Only &collect the answers…"), verbs.collecting, Needs.QUESTION),
            Verb("collect_first", self.tr("Collect first, then &decide"), verbs.collect_first, two),
            Verb("set_root", self.tr("Make it the fi&rst question"), verbs.set_root, Needs.QUESTION, "Ctrl+Shift+Home"),
            Verb("make_region", self.tr("New re&gion of the selection…"), verbs.make_region, Needs.NODES, "Ctrl+G"),
            Verb("leave_regions", self.tr("Take out of its regions"), verbs.leave_regions, Needs.NODES, "Ctrl+Shift+G"),
            Verb("tidy", self.tr("&Tidy"), verbs.tidy, keys="Ctrl+L", icon="tidy"),
        ]  # fmt: skip

    def _box_verbs(self) -> list[Verb]:
        some, keys = Needs.NODES, QKeySequence.StandardKey
        return [
            Verb("cut", self.tr("Cu&t"), verbs.cut, some, keys.Cut, boxes=True),
            Verb("paste", self.tr("&Paste"), verbs.paste, keys=keys.Paste, boxes=True),
            Verb("duplicate", self.tr("&Duplicate"), verbs.duplicate, some, "Ctrl+D", boxes=True),
            Verb("duplicate_below", self.tr("Duplicate with all bel&ow"), verbs.duplicate_below, some, "Ctrl+Shift+D"),
            Verb("delete", self.tr("De&lete…"), removing.delete, some, keys.Delete, "delete", boxes=True),
            Verb("delete_below", self.tr("Delete with what is below"), removing.delete_below, Needs.NODE),
            Verb("delete_texts", self.tr("Delete with te&xts only it uses"), removing.delete_with_texts, some),
            Verb("rename", self.tr("Rena&me the id…"), verbs.rename, Needs.NODE, "F2", boxes=True),
        ]  # fmt: skip

    def _copy_verbs(self) -> list[Verb]:
        """Return what is done with boxes and alters none of them."""
        some, keys = Needs.NODES, QKeySequence.StandardKey
        return [
            Verb("copy", self.tr("&Copy"), verbs.copy, some, keys.Copy, "copy", boxes=True),
            Verb("copy_below", self.tr("Copy with all belo&w"), verbs.copy_below, some, "Ctrl+Shift+C", boxes=True),
            Verb("select_all", self.tr("Select &all"), _select_all, keys=keys.SelectAll, boxes=True),
            Verb("select_below", self.tr("Select what is &below"), _select_below, some, "Ctrl+Shift+A", boxes=True),
        ]  # fmt: skip

    def _map_verbs(self) -> list[Verb]:
        """Return what alters only how the map is seen."""
        keys = QKeySequence.StandardKey
        return [
            Verb("fold", self.tr("&Fold what is below"), _fold, Needs.BRANCH, "F9"),
            Verb("focus", self.tr("Show only its &ways in and out"), _focus, Needs.NODE, "F8"),
            Verb("show_all", self.tr("Show &everything again"), _show_all, Needs.SELECTION_OR_FOLD, "Shift+F9"),
            Verb("zoom_in", self.tr("Zoom &in"), _nearer, keys=keys.ZoomIn, icon="zoom_in"),
            Verb("zoom_out", self.tr("Zoom &out"), _further, keys=keys.ZoomOut, icon="zoom_out"),
            Verb("zoom_usual", self.tr("Zoom to &100 %"), lambda b: b.canvas.zoom_to(1.0), keys="Ctrl+0"),
            Verb("fit", self.tr("Fit the whole &map"), lambda b: b.canvas.fit_all(), keys="Ctrl+9", icon="fit"),
            Verb("fit_selection", self.tr("Fit the selectio&n"), _fit_chosen, Needs.NODES, "Ctrl+8"),
            Verb("reveal", self.tr("Go to the selected box"), _reveal, Needs.NODE, "Ctrl+J"),
            Verb("turn_map", self.tr("Left to &right, or top down"), _turn_map, keys="Ctrl+Shift+L"),
        ]  # fmt: skip


def kind_words(kind: str) -> tuple[str, str]:
    """Return what a new node of a kind is called in a menu, and its icon."""
    return {
        "question": (QCoreApplication.translate("Actions", "&Question"), "question"),
        "again": (QCoreApplication.translate("Actions", "Question that is there &already…"), "find"),
        "list": (QCoreApplication.translate("Actions", "&List"), "list"),
        "collect": (QCoreApplication.translate("Actions", "List that &collects"), "list"),
        "number": (QCoreApplication.translate("Actions", "&Number…"), "number"),
        "decision": (QCoreApplication.translate("Actions", "&Decision"), "decision"),
        "leaf": (QCoreApplication.translate("Actions", "L&eaf"), "leaf"),
    }[kind]


def _of_kind(make: Callable[[VerbContext, str, str], None], kind: str, answer: str) -> Callable[[VerbContext], None]:
    return lambda context: make(context, kind, answer)


def _with(verb: Callable[[VerbContext, str], None], answer: str) -> Callable[[VerbContext], None]:
    return lambda context: verb(context, answer)


def _nearer(context: VerbContext) -> None:
    context.canvas.zoom_by(ZOOM_STEP)


def _further(context: VerbContext) -> None:
    context.canvas.zoom_by(1 / ZOOM_STEP)


def _fit_chosen(context: VerbContext) -> None:
    context.canvas.fit_nodes(context.chosen())


def _select_all(context: VerbContext) -> None:
    shown = [key for key in context.tree().nodes if context.canvas.model.is_shown(key)]
    context.selection.set(shown, context.current())


def _select_below(context: VerbContext) -> None:
    nodes = context.tree().nodes
    below = folds.reach(nodes, context.chosen())
    context.selection.set([key for key in nodes if key in below], context.current())


def _fold(context: VerbContext) -> None:
    chosen = [key for key in context.chosen() if not isinstance(context.tree().nodes[key], Leaf)]
    context.canvas.toggle_fold(chosen)


def _focus(context: VerbContext) -> None:
    current = context.current()
    again = context.canvas.model.focus == current
    context.canvas.set_view(context.canvas.model.folded, None if again else current)
    if current is not None:
        context.canvas.reveal(current)


def _show_all(context: VerbContext) -> None:
    context.canvas.set_view((), None)


def _reveal(context: VerbContext) -> None:
    current = context.current()
    if current is not None:
        context.canvas.reveal(current)


def _turn_map(context: VerbContext) -> None:
    context.canvas.set_direction("right" if context.canvas.model.direction == "down" else "down")
