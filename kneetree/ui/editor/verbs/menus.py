"""Put the editor's menus together from its actions.  They decide nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kneetree.ui.editor.verbs.actions import ANSWERS, Actions
from kneetree.ui.editor.verbs.making import BETWEEN, KINDS

translate = QCoreApplication.translate

BREAK = ""


@dataclass(frozen=True)
class Submenu:
    """A menu within a menu: what can be made at an answer, or on the way there if ``between``."""

    answer: str
    between: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The actions in it."""
        kinds = BETWEEN if self.between else KINDS
        return tuple([f"{'insert' if self.between else 'new'}_{kind}_{self.answer}" for kind in kinds])

    @property
    def title(self) -> str:
        """What it is called."""
        if self.between:
            return {
                "yes": translate("Menus", "Insert on Y&es"),
                "no": translate("Menus", "Insert on N&o"),
                "next": translate("Menus", "Insert &after it"),
            }[self.answer]
        return {
            "yes": translate("Menus", "New at Yes"),
            "no": translate("Menus", "New at No"),
            "next": translate("Menus", "New after it"),
        }[self.answer]


@dataclass(frozen=True)
class Group:
    """A menu within a menu: verbs of one kind that are seldom needed."""

    kind: str
    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return {
            "change": translate("Menus", "Chan&ge it"),
            "clipboard": translate("Menus", "Copy and &paste"),
            "map": translate("Menus", "On t&he map"),
            "delete": translate("Menus", "Delete othe&rwise"),
        }[self.kind]


Entries = tuple[str | Submenu | Group, ...]


def _of_each(name: str) -> tuple[str, ...]:
    return tuple([f"{name}_{answer}" for answer in ANSWERS])


_CONNECT, _PASTE, _KEEP = _of_each("connect"), _of_each("paste"), _of_each("delete_keep")
_INSERT = tuple([Submenu(answer, between=True) for answer in ANSWERS])
_NEW = tuple([Submenu(answer) for answer in ANSWERS])
NODE: Entries = (
    *_CONNECT, BREAK, *_INSERT, *_NEW, BREAK, "swap", "turn", "collecting", "collect_first", "rename", "set_root",
    BREAK, "make_region", "leave_regions", BREAK, *_KEEP, "delete_below", "delete_texts",
)  # fmt: skip
EDIT: Entries = (
    "cut", "copy", "copy_below", "paste", *_PASTE, "duplicate", "duplicate_below", "delete",
    BREAK, "select_all", "select_below",
)  # fmt: skip
MAP: Entries = (
    "zoom_in", "zoom_out", "zoom_usual", "fit", "fit_selection", "reveal", BREAK, "tidy", "turn_map", BREAK,
    "fold", "focus", "show_all",
)  # fmt: skip
ON_BRANCH: Entries = (
    *_CONNECT, *_INSERT, BREAK, "swap", "duplicate", "delete", BREAK,
    Group("change", ("turn", "collecting", "collect_first", "set_root", "rename")),
    Group("clipboard", ("cut", "copy", "copy_below", "duplicate_below", *_PASTE)),
    Group("map", ("fold", "focus", "make_region", "leave_regions")),
    Group("delete", (*_KEEP, "delete_below", "delete_texts")),
)  # fmt: skip
ON_LEAF: Entries = (
    "turn", "duplicate", "delete", BREAK, "cut", "copy", "rename", BREAK,
    Group("map", ("focus", "make_region", "leave_regions")),
    Group("delete", ("delete_below", "delete_texts")),
)  # fmt: skip
ON_MANY = (
    "cut", "copy", "copy_below", "duplicate", "duplicate_below", BREAK, "swap", "make_region",
    "leave_regions", "fit_selection", BREAK, "delete", "delete_texts",
)  # fmt: skip
ON_GROUND: Entries = ("paste", "select_all", BREAK, "fit", "zoom_usual", "tidy", "turn_map", BREAK, "show_all")
ON_EDGE: dict[str, Entries] = {
    answer: (f"connect_{answer}", Submenu(answer, between=True), Submenu(answer), BREAK, f"paste_{answer}")
    for answer in ANSWERS
}


class _Part(QMenu):
    """A submenu that is there only while something in it is."""

    def __init__(self, title: str, above: QMenu) -> None:
        super().__init__(title, above)
        above.aboutToShow.connect(self.settle)

    def settle(self) -> None:
        """Be there, or not."""
        self.menuAction().setVisible(any(action.isVisible() for action in self.actions()))


def fill(menu: QMenu, entries: Sequence[str | Submenu | Group], actions: Actions, more: Sequence[QAction] = ()) -> None:
    """Put actions and submenus into a menu, with a line at each break."""
    for action in more:
        menu.addAction(action)
    if more:
        menu.addSeparator()
    for entry in entries:
        if isinstance(entry, Submenu | Group):
            part = _Part(entry.title, menu)
            part.addActions([actions[name] for name in entry.names])
            menu.addMenu(part)
            part.settle()
        elif entry == BREAK:
            menu.addSeparator()
        else:
            menu.addAction(actions[entry])


def names_in(entries: Sequence[str | Submenu | Group]) -> set[str]:
    """Return all actions in a menu and its submenus."""
    found = {entry for entry in entries if isinstance(entry, str) and entry != BREAK}
    return found.union(*(entry.names for entry in entries if isinstance(entry, Submenu | Group)))
