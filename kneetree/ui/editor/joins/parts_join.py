"""Join the window of the tree's own parts with the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import Change, PartName
from kneetree.model.tree import About, Condition, Finding, Region, Source, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.attempt import attempt
from kneetree.ui.editor.labels import field_word, finding_name, part_word, title_of
from kneetree.ui.editor.panels.table import Cell, Line
from kneetree.ui.editor.parts_window.records import RecordPage
from kneetree.ui.editor.parts_window.window import PartsWindow

_KINDS: dict[PartName, type[Finding | Condition | Source | Region]] = {
    "finding": Finding,
    "condition": Condition,
    "source": Source,
    "region": Region,
}
_SINGLE: dict[str, PartName] = {"version": "version", "language": "language"}
_CHOICES = frozenset({"usual", "sources", "nodes", "colour", "year", "checked", "authors"})


class PartsJoin(QObject):
    """Keeps the window equal to the document and brings its edits there.

    Signals: ``use_wanted(str part, str id)`` go to what uses an entry.
    """

    use_wanted = Signal(str, str)

    def __init__(self, document: Document, window: PartsWindow) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        document.opened.connect(self.show_all)
        document.changed.connect(self._on_changed)
        window.about.edited.connect(self._on_about)
        self._joins = [_RecordJoin(document, part, page, self) for part, page in window.records.items()]
        self.show_all()

    def show_all(self) -> None:
        """Show all parts of the tree that is open."""
        self._window.show_tree(self._document.tree)
        self._window.about.show_tree(self._document.tree)
        for join in self._joins:
            join.show()

    def _on_changed(self, change: Change) -> None:
        if change.touches("title", "version", "language", "about"):
            self._window.about.show_tree(self._document.tree)
        for join in self._joins:
            join.follow(change)

    def _on_about(self, field: str, value: object) -> None:
        tree = self._document.tree
        text = self.tr("edit {field} of the tree").format(field=field_word(field))
        merge = None if field in _CHOICES else f"tree/{field}"
        refuse = partial(self._window.about.refuse, field)
        attempt(self._document, lambda: _edit_of_tree(tree, field, value), text, refuse, merge)


class _RecordJoin(QObject):
    """One page with one part."""

    def __init__(self, document: Document, part: PartName, page: RecordPage, above: PartsJoin) -> None:
        super().__init__(page)
        self._document, self._part, self._page = document, part, page
        self._stale = True
        page.chosen.connect(self._on_chosen)
        page.edited.connect(self._on_edited)
        page.renamed.connect(self._on_renamed)
        page.made.connect(self._on_made)
        page.removed.connect(self._on_removed)
        page.use_wanted.connect(above.use_wanted)

    def show(self) -> None:
        """Show all entries, and the chosen one in the form; later where the page is not in view."""
        self._stale = not self._page.isVisible()
        if self._stale:
            return
        entries = self._document.tree.parts[self._part]
        self._page.show_lines([line_of(key, value) for key, value in entries.items()])
        self._on_chosen(self._page.table.current_key())

    def follow(self, change: Change) -> None:
        """Show what a change of the tree has altered."""
        if change.touches(self._part):
            self.show()
        elif change.touches("node", "condition", "rule", "case", "source"):
            self._show_uses()

    def _on_chosen(self, key: str) -> None:
        if self._stale:
            self.show()
            return
        tree = self._document.tree
        value = tree.parts[self._part].get(key)
        if value is not None:
            self._page.show_record(key, structs.asdict(value))
            self._show_uses()

    def _show_uses(self) -> None:
        tree, key = self._document.tree, self._page.key
        if self._part == "region" or key not in tree.parts[self._part] or not self._page.isVisible():
            self._page.show_uses([])
            return
        self._page.show_uses([(use.part, use.key, use_words(tree, use)) for use in edits.uses(tree, self._part, key)])

    def _on_edited(self, key: str, field: str, value: object) -> None:
        tree = self._document.tree
        text = self.tr("edit {field} of {part} {name}").format(
            field=field_word(field), part=part_word(self._part), name=key
        )
        merge = None if field in _CHOICES else f"{self._part}/{key}/{field}"
        self._do(field, text, lambda: edits.set_part(tree, self._part, key, **{field: value}), merge)

    def _on_renamed(self, old: str, new: str) -> None:
        tree = self._document.tree
        text = self.tr("rename {old} to {new}").format(old=old, new=new)
        if self._do("id", text, lambda: edits.rename(tree, self._part, old, new)):
            self._page.go_to(new)

    def _on_made(self, key: str, values: dict[str, Any]) -> None:
        text = self.tr("add {part} {name}").format(part=part_word(self._part), name=key)
        try:
            made = edits.add_part(self._document.tree, self._part, key, _KINDS[self._part](**values))
            self._document.do(made, text)
        except KneetreeError as error:
            self._page.new_entry.refuse(str(error))
            return
        self._page.new_entry.hide()
        self._page.go_to(key)

    def _on_removed(self, key: str) -> None:
        tree = self._document.tree
        text = self.tr("remove {part} {name}").format(part=part_word(self._part), name=key)
        self._do("", text, lambda: edits.remove_part(tree, self._part, key))

    def _do(self, field: str, text: str, edit: Callable[[], Change], merge: str | None = None) -> bool:
        return attempt(self._document, edit, text, partial(self._page.refuse, field), merge)


def _edit_of_tree(tree: Tree, field: str, value: Any) -> Change:
    if field == "title":
        return edits.set_title(tree, str(value))
    if field in _SINGLE:
        return edits.set_single(tree, _SINGLE[field], value)
    return edits.set_single(tree, "about", structs.replace(tree.about or About(), **{field: value}))


def line_of(key: str, value: Finding | Condition | Source | Region) -> Line:
    """Return the row of an entry in its page's table."""
    texts: tuple[str, ...]
    if isinstance(value, Finding):
        texts = (value.means, "\u2713" if value.usual else "")
    elif isinstance(value, Condition):
        texts = (value.plain_name, value.name)
    elif isinstance(value, Source):
        texts = (value.citation, str(value.year or ""), value.checked)
    else:
        texts = (value.title, str(len(value.nodes)))
    return Line(key, (Cell(key), *(Cell(" ".join(text.split())) for text in texts)))


def use_words(tree: Tree, use: edits.Use) -> str:
    """Return the name of a place that uses an entry."""
    name = title_of(tree, use.key) if use.part == "node" else use.key
    if use.part == "rule":
        name = tree.rules[use.key].statement
    if use.part == "condition":
        name = tree.condition_name(use.key)
    if use.part == "finding":
        name = finding_name(tree, use.key)
    return f"{part_word(use.part).capitalize()}: {name}"
