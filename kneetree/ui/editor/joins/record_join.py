"""Join one page of the tree's parts with the document: entries down, edits up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model import pictures
from kneetree.model.change import VALUE_TYPES, Change, PartName
from kneetree.model.tree import Condition, Finding, Question, Recovery, Region, Scale, Source, Topic, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.entry_words import entry_text, field_word, named, part_word, use_words
from kneetree.ui.editor.joins.attempt import attempt
from kneetree.ui.editor.panels.table import Cell, Line
from kneetree.ui.editor.parts_window.records import RecordPage
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.language import told
from kneetree.words.sentences import altered

_CHOICES = frozenset({
    "usual", "sources", "nodes", "colour", "year", "checked", "unsure", "topic", "finding", "lines", "picture", "svg",
    "first_days", "exercises", "back_to_activity", "least", "most",
})  # fmt: skip
_OF_RECOVERY = Recovery.__struct_fields__


class RecordJoin(QObject):
    """One page with one part.

    Signals: ``use_wanted(str part, str id)`` go to what uses an entry.
    """

    use_wanted = Signal(str, str)

    def __init__(self, document: Document, part: PartName, page: RecordPage, index: UseIndex) -> None:
        super().__init__(page)
        self._document, self._part, self._page, self._index = document, part, page, index
        self._stale = True
        self._steps, self._together = 0, ""
        page.chosen.connect(self._on_chosen)
        page.edited.connect(self._on_edited)
        page.renamed.connect(self._on_renamed)
        page.made.connect(self._on_made)
        page.removed.connect(self._on_removed)
        page.reworded.connect(self._on_reworded)
        page.for_all.connect(self._on_for_all)
        page.text_made.connect(self._on_text_made)
        page.together.connect(self._on_together)
        page.use_wanted.connect(self.use_wanted)
        index.changed.connect(self.show)

    def show(self) -> None:
        """Show all entries, and the chosen one in the form; later where the page is not in view."""
        self._stale = not self._page.isVisible()
        if self._stale:
            return
        entries = self._document.tree.parts[self._part]
        uses = [len(self._index.of(self._part, key)) for key in entries]
        self._page.show_lines(
            [line_of(self._document.tree, self._part, key, used) for key, used in zip(entries, uses, strict=True)]
        )
        self._on_chosen(self._page.table.current_key())

    def follow(self, change: Change) -> None:
        """Show what a change of the tree has altered."""
        if change.touches(self._part):
            self.show()
        elif self._page.isVisible():
            self._on_chosen(self._page.table.current_key())

    def _on_chosen(self, key: str) -> None:
        if self._stale:
            self.show()
            return
        value = self._document.tree.parts[self._part].get(key)
        if value is not None:
            self._page.show_record(key, fields_of(value))
            self._show_uses()

    def _show_uses(self) -> None:
        tree, key = self._document.tree, self._page.key
        if self._part == "region" or key not in tree.parts[self._part] or not self._page.isVisible():
            self._page.show_uses([])
            return
        self._page.show_uses([(use.part, use.key, use_words(tree, use)) for use in self._index.of(self._part, key)])

    def _on_edited(self, key: str, field: str, value: object) -> None:
        tree = self._document.tree
        merge = None if field in _CHOICES else f"{self._part}/{key}/{field}"
        self._do(field, self._edit_text(field, key), lambda: edit_of(tree, self._part, key, field, value), merge)

    def _on_renamed(self, old: str, new: str) -> None:
        tree = self._document.tree
        text = self.tr("rename {old} to {new}").format(old=old, new=new)
        if self._do("id", text, lambda: edits.rename(tree, self._part, old, new)):
            self._page.go_to(new)

    def _on_made(self, key: str, values: dict[str, Any]) -> None:
        words = key or next((value for value in values.values() if isinstance(value, str)), "")
        key = edits.slug_of(words, self._document.tree.parts[self._part], self._part)
        text = self.tr("add {part} {name}").format(part=part_word(self._part), name=f"'{edits.shortened(words)}'")
        try:
            made = edits.add_part(self._document.tree, self._part, key, new_value(self._part, key, values))
            self._document.do(made, text)
        except KneetreeError as error:
            self._page.new_entry.refuse(told(error))
            return
        self._page.new_entry.hide()
        self._page.go_to(key)

    def _on_removed(self, key: str) -> None:
        tree = self._document.tree
        text = self.tr("remove {part} {name}").format(part=part_word(self._part), name=named(tree, self._part, key))
        self._do("", text, lambda: edits.remove_part(tree, self._part, key))

    def _on_reworded(self, key: str, field: str, other: str, text: str, here: bool) -> None:
        tree, part = self._document.tree, _part_in(field)
        fields = {"statement" if part == "finding" else "text": text}
        words = self._edit_text(field, key)
        if here:
            self._do(field, words, lambda: edits.copy_for(tree, key, part, other, place_part=self._part, **fields)[0])
        else:
            self._do(field, words, lambda: edits.set_part(tree, part, other, **fields))

    def _on_for_all(self, key: str, field: str, copy: str, other: str) -> None:
        tree, part = self._document.tree, _part_in(field)
        self._do(field, self._edit_text(field, key), lambda: edits.reword_by_copy(tree, part, copy, other))

    def _on_text_made(self, key: str, field: str, text: str) -> None:
        tree, part = self._document.tree, _part_in(field)
        new = edits.slug_of(text, tree.parts[part], part)
        value = self._page.value_with(field, new)

        def edit() -> Change:
            added = edits.add_part(tree, part, new, VALUE_TYPES[part](text))
            twin = tree.copy()
            twin.apply(added)
            return Change((*added.parts, *edit_of(twin, self._part, key, field, value).parts))

        self._do(
            field, self.tr("add {part} {name}").format(part=part_word(part), name=f"'{edits.shortened(text)}'"), edit
        )

    def _on_together(self, begun: bool) -> None:
        """Make one step of all that follows, until that is over."""
        self._steps += 1
        self._together = f"{self._part} together {self._steps}" if begun else ""

    def _edit_text(self, field: str, key: str) -> str:
        words = self.tr("edit {field} of {part} {name}")
        name = named(self._document.tree, self._part, key)
        return words.format(field=field_word(field), part=part_word(self._part), name=name)

    def _do(self, field: str, text: str, edit: Callable[[], Change], merge: str | None = None) -> bool:
        return attempt(self._document, edit, text, partial(self._page.refuse, field), self._together or merge)


def _part_in(field: str) -> PartName:
    return "finding" if field == "lines" else "advice"


def fields_of(value: Any) -> dict[str, Any]:
    """Return the fields of an entry as its page has them: those of the recovery beside those of its condition."""
    if isinstance(value, str):
        return {"svg": value}
    fields = {name: getattr(value, name) for name in value.__struct_fields__}
    if isinstance(value, Condition):
        recovery = fields.pop("recovery") or Recovery()
        fields |= {name: getattr(recovery, name) for name in _OF_RECOVERY}
    return fields


def edit_of(tree: Tree, part: PartName, key: str, field: str, value: Any) -> Change:
    """Return the edit that gives a field of an entry its value."""
    if part == "picture":
        return edits.replace_part(tree, part, key, usable(str(value)))
    if part == "condition" and field in _OF_RECOVERY:
        recovery = structs.replace(tree.conditions[key].recovery or Recovery(), **{field: value})
        return edits.set_part(tree, part, key, recovery=None if recovery == Recovery() else recovery)
    if field == "lines" and not value:
        raise KneetreeError("A list needs at least one statement; delete the question to do without it.")
    return edits.set_part(tree, part, key, **{field: value})


def usable(svg: str) -> str:
    """Return a text that can be a picture; raise ``KneetreeError`` with the reason if it cannot."""
    fault = pictures.fault_of(svg)
    if fault:
        raise KneetreeError(
            "This picture cannot be used: {fault}.", fault=altered(fault, lambda text, _: text.replace("`", ""))
        )
    return svg


def new_value(part: PartName, key: str, values: dict[str, Any]) -> Any:
    """Return a new entry with these values, and with what it cannot be without."""
    if part == "picture":
        return usable(str(values["svg"]))
    if part == "question":
        return Question(topic=Topic.SYMPTOM, finding=key, **values)
    if part == "scale":
        return Scale(least=0, most=100, at_least="{n} or more", under="Less than {n}", **values)
    return VALUE_TYPES[part](**values)


def line_of(tree: Tree, part: PartName, key: str, used: int) -> Line:
    """Return the row of an entry in its page's table."""
    value = tree.parts[part][key]
    if isinstance(value, Region):
        return Line(key, (Cell(value.title), Cell(key), Cell(str(len(value.nodes)))))
    texts: tuple[str, ...] = (entry_text(tree, part, key),)
    if isinstance(value, Finding) and value.usual:
        texts = (f"{texts[0]} \u2713",)
    elif isinstance(value, Condition):
        texts = (value.plain_name, value.name)
    elif isinstance(value, Source):
        texts = (value.citation, str(value.year or ""), value.checked)
    cells = [Cell(" ".join(text.split())) for text in texts]
    return Line(key, (*cells, Cell(key), Cell(str(used))))
