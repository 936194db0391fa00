"""Join the inspector with the document and the selection: fields become edits, refusals go back.

This module has no rule of its own about what fits: the edits decide, and their sentence is shown beside
the field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.model.change import VALUE_TYPES, Change, PartName
from kneetree.model.tree import Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.entry_words import field_word, named, part_word, used_words
from kneetree.ui.editor.fields.held import half_typed
from kneetree.ui.editor.inspector.answered_by import NUMBER
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.inspector.number_form import BOUNDS, NUMBER_ID
from kneetree.ui.editor.inspector.question_form import LINES
from kneetree.ui.editor.joins.attempt import attempt
from kneetree.ui.editor.joins.node_edits import TYPED, edit_of, merge_key
from kneetree.ui.editor.joins.urgency_trial import UrgencyTrial
from kneetree.ui.editor.labels import quoted_apart
from kneetree.ui.editor.naming import heir_of
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.editor.verbs.given_up import words_of_given_up
from kneetree.ui.language import told

_ENDS = ("yes", "no", "next")


class InspectorJoin(QObject):
    """Keeps the inspector equal to the document and brings its edits there.

    Signals: ``said(str)`` what an author should know of an edit that was done.
    """

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection, inspector: Inspector, index: UseIndex) -> None:
        super().__init__(inspector)
        self._document, self._selection, self._inspector = document, selection, inspector
        self._trial = UrgencyTrial()
        self._steps = 0
        self._together = ""
        inspector.choices.uses = index.of
        inspector.choices.nodes_of = index.nodes_of
        document.changed.connect(self._on_changed)
        document.opened.connect(self.show)
        selection.changed.connect(self.show)
        inspector.edited.connect(self._on_edited)
        inspector.entry_edited.connect(self._on_entry_edited)
        inspector.copy_wanted.connect(self._on_copy)
        inspector.for_all.connect(self._on_for_all)
        inspector.held.connect(self._on_held)
        inspector.kept.connect(self._on_kept)
        inspector.together.connect(self._on_together)
        inspector.renamed.connect(self._on_renamed)
        inspector.made.connect(self._on_made)
        inspector.go.connect(selection.select)
        inspector.pattern_wanted.connect(self._on_pattern)
        inspector.text_left.connect(self._follow_text)
        document.saving.connect(self._on_saving)
        self.show()

    def show(self) -> None:
        """Show what is selected."""
        self._inspector.show_nodes(self._document.tree, self._selection.nodes)
        self._tell_moved()

    def _on_changed(self, change: Change) -> None:
        heir = heir_of(self._document.tree, change)
        if heir is not None:
            self._inspector.call_it(*heir)
        if self._document.turn[0] == "undo" and self._inspector.form is not None:
            for field, _, _ in half_typed(self._inspector.form.fields.values()):
                field.take_back()
        if any(part.part not in ("layout", "region", "case", "review", "title", "version") for part in change.parts):
            self._inspector.refresh()
            self._tell_moved()

    def _tell_moved(self) -> None:
        """Say beside the urgency of the leaf shown which warnings have moved with it."""
        node = self._inspector.ids[0] if len(self._inspector.ids) == 1 else ""
        self._inspector.leaf_form.fields["urgency"].tell(self._trial.sentence(self._document.tree, node))

    def _on_edited(self, node_id: str, field: str, value: Any) -> None:
        tree = self._document.tree
        text = self.tr("edit {field} of {node}").format(field=field_word(field), node=quoted_apart(tree, node_id))
        if field == "urgency":
            change = self._trial.change(tree, node_id, Urgency(value))
            self._do(field, self._trial.step(tree, change, text), lambda: change)
            return
        if field == "answered_by":
            self._answer_by(node_id, str(value), text)
            return
        if field == NUMBER_ID:
            self._rename_number(node_id, str(value))
            return
        if field in BOUNDS:
            self._bound(node_id, field, int(value), text)
            return
        if field in _ENDS:
            self._lead(node_id, field, str(value), text)
            return
        merge = self._own_key() if field == "condition" else merge_key(tree, node_id, field)
        if self._do(field, text, lambda: edit_of(tree, node_id, field, value), merge) and field == "condition":
            self._follow_text(node_id, merge)
        entry = edits.entry_at(self._document.tree, node_id)
        if entry is not None and field in TYPED:
            self._tell_shared(field, *entry)

    def _tell_shared(self, field: str, part: PartName, key: str) -> None:
        """Say below a text that is typed in how many places it changes, if there are several."""
        form = self._inspector.form
        if form is not None and field in form.fields:
            form.tell_shared(field, part, key)

    def _lead(self, source: str, answer: str, target: str, text: str) -> None:
        """Let an answer lead elsewhere, and say it if an empty result goes with that."""
        tree, said = self._document.tree, ""

        def connected() -> Change:
            nonlocal said
            change = edits.connect(tree, source, answer, target)
            said = words_of_given_up(tree, change, source, answer)
            return change

        if self._do(answer, text, connected) and said:
            self.said.emit(said)

    def _answer_by(self, node_id: str, way: str, text: str) -> None:
        """Let a question be answered another way; a number has a form of its own, in which the author goes on."""
        tree, merge, numbers = self._document.tree, self._own_key(), set(self._document.tree.scales)
        was_number = (entry := edits.entry_at(tree, node_id)) is not None and entry[0] == "scale"
        if not self._do("answered_by", text, lambda: edit_of(tree, node_id, "answered_by", way), merge):
            return
        if was_number != (way == NUMBER):
            if way == NUMBER and numbers >= tree.scales.keys():
                self.said.emit(self.tr("This tree asks for that number already, so it is asked here too."))
            self._follow_text(node_id, merge)
            self._inspector.focus_field("answered_by")

    def _rename_number(self, node_id: str, new: str) -> None:
        """Give the number that a node asks another id; its thresholds follow it wherever they are named."""
        tree = self._document.tree
        _, old = edits.entry_at(tree, node_id) or ("scale", "")
        text = self.tr("rename {old} to {new}").format(old=old, new=new)
        self._do(NUMBER_ID, text, lambda: edits.rename(tree, "scale", old, new))

    def _bound(self, node_id: str, bound: str, number: int, text: str) -> None:
        """Set a bound of a number; the threshold of one that is new goes along, since nobody can have chosen it yet."""
        tree = self._document.tree
        part, key = edits.entry_at(tree, node_id) or ("scale", "")
        is_new = not self._document.is_saved(part, key)
        asked = tree.nodes[node_id]
        self._do(bound, text, lambda: (edits.set_bound if is_new else edit_of)(tree, node_id, bound, number))
        moved = self.tr("Moved, so that it is within the new bounds.") if tree.nodes[node_id] != asked else ""
        self._inspector.number_form.number.tell(moved)

    def _on_entry_edited(self, node_id: str, part: PartName, key: str, fields: dict[str, Any], field: str) -> None:
        tree = self._document.tree
        name = next(iter(fields))
        words = self.tr("edit {field} of {part} {name}")
        text = words.format(field=field_word(name), part=part_word(part), name=named(tree, part, key))
        typed = name == field and name in TYPED
        merge = self._own_key() if field == LINES else f"{part}/{key}/{name}" if typed else None
        done = self._do(field, text, lambda: edits.set_part(tree, part, key, **fields), merge)
        if done and field == LINES:
            self._follow_text(node_id, merge)
        if typed:
            self._tell_shared(field, part, key)

    def _on_copy(self, node_id: str, part: PartName, key: str, fields: dict[str, Any], field: str) -> None:
        tree = self._document.tree
        text = self.tr("copy {part} {name} for one place").format(part=part_word(part), name=named(tree, part, key))
        done = self._do(field, text, lambda: edits.copy_for(tree, node_id, part, key, **fields)[0])
        if done and fields:
            self._say_kept(node_id, len(self._inspector.choices.uses(part, key)))

    def _say_kept(self, node_id: str, count: int) -> None:
        """Say where alone a shared text was changed, since another node may be in view by now."""
        if count == 1:
            words = self.tr("Changed only in {node}; 1 other place keeps the old text.")
        else:
            words = self.tr("Changed only in {node}; {n} other places keep the old text.")
        words += " " + self.tr("To change them too, press 'Change them all' below the text.")
        self.said.emit(words.format(node=told(edits.quoted(self._document.tree, node_id)), n=count))

    def _on_for_all(self, _node_id: str, part: PartName, copy: str, key: str, field: str) -> None:
        tree = self._document.tree
        words = self.tr("edit {field} of {part} {name}")
        text = words.format(field=field_word("text"), part=part_word(part), name=named(tree, part, key))
        self._do(field, text, lambda: edits.reword_by_copy(tree, part, copy, key))

    def _on_held(self, _node_id: str, part: PartName, key: str) -> None:
        """Say that a text of several places was not changed, since nobody said that it is to be changed in all."""
        words = self.tr("{name} was not changed: {used}. Press Enter in it to change it everywhere.")
        used = used_words(part, self._inspector.choices.shelf(part).count(key))
        self.said.emit(words.format(name=named(self._document.tree, part, key), used=used[:1].lower() + used[1:]))

    def _on_kept(self, node_id: str, field: str, text: str) -> None:
        """Say that what was typed was not taken, since another node may be in view by now."""
        words = self.tr("'{text}', typed in {node} ({field}), was not taken. It is still there.")
        node = told(edits.quoted(self._document.tree, node_id))
        self.said.emit(words.format(text=edits.shortened(text), node=node, field=field))

    def _on_renamed(self, old: str, new: str) -> None:
        tree = self._document.tree
        text = self.tr("rename {old} to {new}").format(old=old, new=new)
        if self._do("id", text, lambda: edits.rename(tree, "node", old, new)):
            self._selection.select(new)

    def _on_made(self, node_id: str, part: PartName, key: str, values: dict[str, object], field: str) -> None:
        form, tree = self._inspector.form, self._document.tree
        if form is None:
            return
        words = next((str(value) for value in values.values() if isinstance(value, str)), "")
        key = key or edits.slug_of(words, tree.parts[part], part)
        text = self.tr("add {part} {name}").format(part=part_word(part), name=f"'{edits.shortened(words) or key}'")
        try:
            fields = {field: form.value_with(field, key)}
            change = edits.set_fields_with_new(tree, node_id, fields, part, key, VALUE_TYPES[part](**values))
            merge = self._together or self._own_key()
            self._document.do(change, text, merge)
        except KneetreeError as error:
            form.refuse_entry(part, field, told(error))
            return
        form.close_entry(part)
        if node_id not in self._selection.nodes:
            words = self.tr("'{text}' was typed in {node} and is new, so it was added. Undo takes it away again.")
            name = told(edits.quoted(tree, node_id))
            self.said.emit(words.format(text=edits.shortened(next(iter(map(str, values.values())))), node=name))
        if field == "condition":
            self._follow_text(node_id, merge)

    def _on_pattern(self, node_id: str, kind: str) -> None:
        tree = self._document.tree
        text = self.tr("use a pattern for {node}").format(node=quoted_apart(tree, node_id))
        self._inspector.write()  # before the buttons go, and the focus with them
        self._do("urgency", text, lambda: edits.use_pattern(tree, node_id, kind))

    def _on_together(self, begun: bool) -> None:
        self._together = self._own_key() if begun else ""

    def _own_key(self) -> str:
        """Return what one step and the ids that follow from it have in common, and no other step."""
        self._steps += 1
        return f"inspector/{self._steps}"

    def _follow_text(self, node_id: str, step: str | None = None) -> None:
        """Let the ids of a new node follow its text, as part of the step in which that was typed."""
        tree = self._document.tree
        if node_id not in tree.nodes:
            return
        change, given = edits.follow_text(tree, node_id, self._may_follow)
        if change:
            text = self.tr("edit {field} of {node}").format(field=field_word("text"), node=edits.quoted(tree, node_id))
            merge = step or merge_key(tree, node_id, "text") or merge_key(tree, node_id, "title")
            self._document.given |= {(part, new) for (part, _), new in given.items()}
            self._do("text", text, lambda: change, merge)

    def _may_follow(self, part: PartName, key: str) -> bool:
        if self._document.is_saved(part, key):
            return False
        return edits.is_draft_id(key) or (part, key) in self._document.given

    def _on_saving(self) -> None:
        if len(self._inspector.ids) == 1:
            self._follow_text(self._inspector.ids[0])

    def _do(self, field: str, text: str, edit: Callable[[], Change], merge: str | None = None) -> bool:
        return attempt(self._document, edit, text, partial(self._inspector.refuse, field), self._together or merge)
