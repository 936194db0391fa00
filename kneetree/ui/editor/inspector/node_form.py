"""Provide what the forms of nodes share: fields in a column, the tree to choose from, and where the answers lead."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from kneetree.model.change import PartName
from kneetree.model.tree import Answer, Branch, Node, Tree
from kneetree.ui.editor.entry_words import shared_words
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.field import AnyField, ChoiceField, LineField, TextField
from kneetree.ui.editor.fields.held import HeldTyping, take_all, untaken
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.new_entry import NewEntry
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.fields.reading_form import ReadingForm
from kneetree.ui.editor.fields.target_field import TargetField
from kneetree.ui.editor.fields.text_editors import select_all
from kneetree.ui.editor.fields.use_bar import UseBar
from kneetree.ui.editor.fields.warnings_field import WarningsField
from kneetree.ui.editor.fields.writing_field import WritingField
from kneetree.ui.editor.labels import title_of

F = TypeVar("F", bound=AnyField)
E = TypeVar("E", EntryListField, WarningsField)

BRANCH, GO_ON = "branch", "go_on"
"""What can follow a question: Yes and No, or one node; the value of the field ``branches``."""


class NodeForm(ReadingForm):
    """A column of fields over one node.

    Signals: ``edited(str field, object value)``; ``go(str id)`` to another node; ``entry_wanted(str part, str id)``
    show an entry of the library; ``entry_edited(str part, str id, dict fields, str field)`` for all that use it;
    ``copy_wanted(str part, str id, dict fields, str field)`` a copy for this node, with these fields;
    ``made(str part, str id, dict values, str field)`` a new entry that the named field is to have; without an id, it
    gets one from its words; ``go_on(str field, str answer)`` Enter was pressed in that text; ``text_left()`` the text
    by which people know the node was left; ``for_all(str part, str copy, str id, str field)`` an entry is to have the
    words of its copy, everywhere; ``held(str part, str id)`` what was typed for a shared entry waits for an answer;
    ``kept(str label, str text)`` what was typed in that field and not taken is shown again with the node;
    ``together(bool)`` what is told from now on is one step, until it is not.
    """

    edited = Signal(str, object)
    go = Signal(str)
    entry_wanted = Signal(str, str)
    entry_edited = Signal(str, str, dict, str)
    copy_wanted = Signal(str, str, dict, str)
    made = Signal(str, str, dict, str)
    go_on = Signal(str, str)
    text_left = Signal()
    for_all = Signal(str, str, str, str)
    held = Signal(str, str)
    kept = Signal(str, str)
    together = Signal(bool)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        self._node_id = ""
        self._last: Tree | None = None
        self.fields: dict[str, AnyField] = {}
        self.new_entries: dict[str, NewEntry] = {}
        self._targets: list[TargetField] = []
        self.typed = HeldTyping()
        self.setObjectName("form")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 16)
        self.column.setSpacing(12)

    # -- building --------------------------------------------------------------------------------

    def add(self, field: F) -> F:
        """Place a field, listen to it and return it."""
        self.fields[field.name] = field
        field.edited.connect(self.edited)
        self.column.addWidget(field)
        return field

    def add_entries(self, part: PartName, field: E) -> E:
        """Place a field of library texts, listen to it and return it."""
        text = "statement" if part == "finding" else "text"
        field.reworded.connect(partial(self._reworded, part, text, field.name))
        field.new_wanted.connect(partial(self._new_text, part, text))
        field.for_all.connect(partial(self._for_all, part, field.name))
        field.held.connect(partial(self.held.emit, part))
        field.together.connect(self.together)
        field.go.connect(self.go)
        field.entry_wanted.connect(self.entry_wanted)
        return self.add(field)

    def add_writing(self, field: WritingField) -> WritingField:
        """Place a text from which an author goes on with the next question, listen to it and return it."""
        field.go_on.connect(partial(self.go_on.emit, field.name))
        field.left.connect(self.text_left)
        return self.add(field)

    def add_uses(self, bar: UseBar) -> UseBar:
        """Place a bar that says where a shared text is used."""
        bar.go.connect(self.go)
        bar.entry_wanted.connect(self.entry_wanted)
        bar.copy_wanted.connect(self._copy)
        self.column.addWidget(bar)
        return bar

    def add_heading(self, words: str) -> None:
        """Add a line and a heading between groups of fields."""
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setObjectName("divider")
        heading = QLabel(words)
        heading.setObjectName("formHeading")
        self.column.addWidget(line)
        self.column.addWidget(heading)

    def add_new_entry(self, part: str, entry: NewEntry) -> NewEntry:
        """Place the form of a new entry under the field that may ask for it."""
        self.new_entries[part] = entry
        entry.left.connect(partial(self._entry_left, entry))
        self.edited.connect(entry.answered)
        self.column.addWidget(entry)
        return entry

    def add_ends(self, *, may_go_on: bool) -> None:
        """Place the fields of where the answers lead."""
        self.add_heading(self.tr("Where it leads"))
        if may_go_on:
            ways = [
                (BRANCH, self.tr("Yes and No lead to different places")),
                (GO_ON, self.tr("It only collects the answer, then goes on")),
            ]
            self.add(ChoiceField("branches", self.tr("After the answer"), ways))
        words = {
            Answer.YES: self.tr("Yes leads to"),
            Answer.NO: self.tr("No leads to"),
            Answer.NEXT: self.tr("Then it goes on to"),
        }
        for answer in words if may_go_on else (Answer.YES, Answer.NO):
            target = self.add(TargetField(answer.value, words[answer], self.choices.nodes))
            target.go.connect(self.go)
            self._targets.append(target)

    def add_for_authors(self) -> None:
        """Place the fields for those who check the tree."""
        self.add_heading(self.tr("For those who check it"))
        self.add(PickListField("sources", self.tr("Sources"), self.choices.sources, self.tr("Add a source\u2026")))
        self.add(TextField("note", self.tr("Note for authors"), self.tr("Never shown to a patient")))
        self.column.addStretch(1)

    def new_condition(self) -> NewEntry:
        """Return the form of a new condition."""
        fields: list[AnyField] = [
            LineField("name", self.tr("Medical name")),
            LineField("plain_name", self.tr("Plain name"), self.tr("As a patient would say it")),
        ]
        return NewEntry(self.tr("New condition"), fields)

    @property
    def first_to_write(self) -> str:
        """The field in which a new node is written first."""
        return next(iter(self.fields))

    # -- showing ---------------------------------------------------------------------------------

    def show_node(self, tree: Tree, node_id: str, node: Node) -> None:
        """Show a node; fields that have its values already are left alone."""
        same_tree, self._last = tree is self._last, tree
        if node_id != self._node_id or not same_tree:
            for field in self.fields.values():
                field.refuse("")
                field.tell("")
                if isinstance(field, EntryListField | WarningsField):
                    (field.forget if same_tree else field.forget_all)()
            for entry in self.new_entries.values():
                entry.hide()
            self.typed.put_aside(self._node_id, self.fields.values())
            if not same_tree:
                self.typed.forget()
        self.choices.tree, self.choices.but, self._node_id = tree, node_id, node_id
        self._show(node)
        self.typed.show_again(node_id, self.fields.values())
        for field in self.fields.values():
            field.forgive()

    def tell_shared(self, field: str, part: PartName, key: str) -> None:
        """Say below a text, before anybody writes in it, in how many places it changes, if there are several."""
        self.fields[field].tell(shared_words(part, self.choices.shelf(part).count(key)))

    def show_ends(self, node: Branch) -> None:
        """Show where the answers of a node lead."""
        assert self._tree is not None
        ends = {answer.value: goal for answer, goal in node.edges()}
        if "branches" in self.fields:
            self.fields["branches"].show_value(GO_ON if Answer.NEXT in ends else BRANCH)
        for target in self._targets:
            goal = ends.get(target.name, "")
            target.setVisible(bool(goal))
            if goal:
                target.show_value(goal, title_of(self._tree, goal))

    @property
    def _tree(self) -> Tree | None:
        return self.choices.tree

    def take_typed(self) -> list[tuple[str, str]]:
        """Take all that was typed and return what cannot be taken with the names of its fields."""
        entries = [entry for entry in self.new_entries.values() if entry.isVisibleTo(self)]
        take_all(self.fields.values(), entries, NewEntry.take)
        left = [(field.label.text(), text) for field, text in untaken(self.fields.values())]
        return left + [typed for entry in entries for typed in entry.untaken()]

    def call_it(self, node_id: str) -> None:
        """Take in that the node shown has another id now; it is the same node, so nothing that was typed goes."""
        self._node_id = node_id

    def refuse(self, field: str, sentence: str) -> None:
        """Say beside a field why its value was not taken; an empty sentence takes that back."""
        if field in self.fields:
            self.fields[field].refuse(sentence)

    def refuse_entry(self, part: str, field: str, sentence: str) -> None:
        """Say why a new entry was not taken: in its form, or beside the field that asked for it."""
        if part in self.new_entries:
            self.new_entries[part].refuse(sentence)
        else:
            self.refuse(field, sentence)

    def close_entry(self, part: str) -> None:
        """Close the form of a new entry, which was made."""
        if part in self.new_entries:
            self._hand_back(self.new_entries[part])
            self.new_entries[part].hide()

    def leave(self, *, taking: bool) -> None:
        """Close the forms of new entries, since another node is selected, after ``taking`` what was typed.

        A name that nothing has is that of a new entry.  What might mean one of those that are there stays typed.
        """
        taking = taking and self._tree is not None and self._node_id in self._tree.nodes
        entries = [entry for entry in self.new_entries.values() if entry.isVisibleTo(self)]
        if not taking:
            for entry in entries:
                entry.leave()
        else:
            take_all(self.fields.values(), entries, NewEntry.settle)
            for field, text in self.typed.put_aside(self._node_id, self.fields.values()):
                self.kept.emit(field.label.text(), text)

    def value_with(self, field: str, key: str) -> object:
        """Return the value that a field will have with a new entry that it has asked for."""
        editor = self.fields[field]
        return editor.value_with(key) if isinstance(editor, EntryListField | WarningsField | PickField) else key

    def _show(self, node: Node) -> None:
        raise NotImplementedError

    def _hand_back(self, entry: NewEntry) -> None:
        """Give the focus back from the form of a new entry to the field that asked for it: Qt would drop it."""
        focus, field = QApplication.focusWidget(), self.fields.get(entry.asked_by)
        if field is not None and focus is not None and entry.isAncestorOf(focus):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            select_all(QApplication.focusWidget())

    def _entry_left(self, entry: NewEntry) -> None:
        self._hand_back(entry)
        for field in self.fields.values():
            if isinstance(field, PickField):
                field.take_back()

    def _entry_made(self, part: str, field: str, key: str, values: dict[str, object]) -> None:
        self.made.emit(part, key, values, field)

    def _reworded(self, part: str, text_field: str, field: str, key: str, text: str, here: bool) -> None:
        wish = self.copy_wanted if here else self.entry_edited
        wish.emit(part, key, {text_field: text}, field)

    def _for_all(self, part: str, field: str, copy: str, key: str) -> None:
        self.for_all.emit(part, copy, key, field)

    def _new_text(self, part: str, text_field: str, field: str, text: str) -> None:
        self.made.emit(part, "", {text_field: text}, field)

    def _copy(self, part: str, key: str) -> None:
        self.copy_wanted.emit(part, key, {}, "asks")
