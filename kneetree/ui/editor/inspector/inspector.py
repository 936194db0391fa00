"""Show a form over the one selected node, or what can be done with several.

The inspector shows values and says, by ids, which field a person has changed.  It must not know the
document: the module that joins them applies the change and calls ``refresh`` or ``refuse``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kneetree.edits import is_unwritten
from kneetree.model.tree import Decision, Leaf, Node, Tree
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.field import AnyField, LineField
from kneetree.ui.editor.fields.held import HeldTyping, untaken
from kneetree.ui.editor.fields.text_editors import select_all
from kneetree.ui.editor.inspector.decision_form import DecisionForm
from kneetree.ui.editor.inspector.form_scroll import FormScroll
from kneetree.ui.editor.inspector.going_on import way_is_open
from kneetree.ui.editor.inspector.leaf_form import LeafForm
from kneetree.ui.editor.inspector.node_form import NodeForm
from kneetree.ui.editor.inspector.number_form import NumberForm
from kneetree.ui.editor.inspector.question_form import QuestionForm
from kneetree.ui.editor.labels import plain_tip
from kneetree.ui.style.text_labels import nested

_MOST_TOLD = 2
"""How many problems of a node are told over its form if more than one other is left to the list of problems."""


class Inspector(QWidget):
    """Every field of what is selected.

    Signals: ``edited(str id, str field, object value)``; ``renamed(str id, str new)``; ``go(str id)``;
    ``entry_wanted(str part, str key)`` show an entry in the library; with the id of the node first, those of
    ``NodeForm``: ``entry_edited``, ``copy_wanted``, ``made``, ``go_on``, ``text_left``, ``for_all``, ``held``, ``kept``
    and ``pattern_wanted``; ``together(bool)`` as in ``NodeForm``; ``left()`` Escape was pressed.
    """

    edited = Signal(str, str, object)
    renamed = Signal(str, str)
    go = Signal(str)
    entry_wanted = Signal(str, str)
    entry_edited = Signal(str, str, str, dict, str)
    copy_wanted = Signal(str, str, str, dict, str)
    made = Signal(str, str, str, dict, str)
    go_on = Signal(str, str)
    text_left = Signal(str)
    pattern_wanted = Signal(str, str)
    for_all = Signal(str, str, str, str, str)
    held = Signal(str, str, str)
    kept = Signal(str, str, str)
    together = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._tree: Tree | None = None
        self._ids: tuple[str, ...] = ()
        self._shown: NodeForm | None = None
        self._new = False
        self._kind = QLabel()
        self._kind.setObjectName("formHeading")
        self.node_id = LineField("id", self.tr("Id"), at_end=True)
        self._held = HeldTyping()
        self._problems = QLabel()
        self._problems.setObjectName("nodeProblems")
        self._problems.setTextFormat(Qt.TextFormat.PlainText)
        self._problems.setWordWrap(True)
        self._problems.hide()
        self.choices = Choices()
        self.question_form = QuestionForm(self.choices)
        self.number_form = NumberForm(self.choices)
        self.decision_form = DecisionForm(self.choices)
        self.leaf_form = LeafForm(self.choices)
        self._several = _Several()
        self._nothing = QLabel(self.tr("Select a question, a decision or a leaf to edit it here."))
        self._nothing.setObjectName("quiet")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._forms: tuple[NodeForm, ...] = (self.question_form, self.number_form, self.decision_form, self.leaf_form)
        for form in self._forms:
            form.edited.connect(self._field_edited)
            form.go.connect(self.go)
            form.entry_wanted.connect(self.entry_wanted)
            form.go_on.connect(self._on_enter)
            form.together.connect(self.together)
            for wish, ours in (
                (form.made, self.made),
                (form.entry_edited, self.entry_edited),
                (form.copy_wanted, self.copy_wanted),
                (form.text_left, self.text_left),
                (form.for_all, self.for_all),
                (form.held, self.held),
                (form.kept, self.kept),
            ):
                wish.connect(partial(self._pass_on, ours))
        self.leaf_form.pattern_wanted.connect(partial(self._pass_on, self.pattern_wanted))
        self._head = QWidget()
        self._head.setObjectName("form")
        head = QVBoxLayout(self._head)
        head.setContentsMargins(12, 12, 12, 0)
        head.setSpacing(8)
        head.addWidget(self._kind)
        head.addWidget(self.node_id)
        head.addWidget(self._problems)
        page, whole = QWidget(), QVBoxLayout(self)
        column = QVBoxLayout(page)
        self.form_scroll = FormScroll(
            page, self._head
        )  # the head scrolls too: it can take all the room of a low window
        whole.addWidget(self.form_scroll)
        for lines in (column, whole):
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
        column.addWidget(self._head)
        for shown in self._pages:
            column.addWidget(shown, 1)
        self.node_id.edited.connect(self._id_edited)
        self._show_pages()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the widest form, so that large text loses nothing."""
        form = max(form.minimumSizeHint().width() for form in self._forms)
        return QSize(form + self.form_scroll.verticalScrollBar().sizeHint().width(), self.fontMetrics().height() * 10)

    @property
    def ids(self) -> tuple[str, ...]:
        """The nodes shown."""
        return self._ids

    @property
    def form(self) -> NodeForm | None:
        """The form in view, if one node is shown."""
        node = self._node()
        if node is None or self._tree is None:
            return None
        if isinstance(node, Leaf):
            return self.leaf_form
        if isinstance(node, Decision):
            return self.decision_form
        return self.question_form if node.asks in self._tree.questions else self.number_form

    def show_nodes(self, tree: Tree, ids: Sequence[str]) -> None:
        """Show what is selected."""
        same = tuple(ids) == self._ids and tree is self._tree
        if not same and self._shown is not None:
            self._shown.leave(taking=tree is self._tree)
            self._put_id_aside(taking=tree is self._tree)
        self._tree, self._ids = tree, tuple(key for key in ids if key in tree.nodes)
        if not same:
            self._new = False
            self.node_id.refuse("")
            self.form_scroll.begin()
        self._show_pages()

    def refresh(self) -> None:
        """Show what is in the changed tree, without touching fields that are right."""
        if self._tree is not None:
            self.show_nodes(self._tree, self._ids)

    def take_typed(self) -> list[tuple[str, str]]:
        """Take all that was typed, and return what cannot be taken with the name of its field."""
        self.node_id.settle()
        shown = self._shown.take_typed() if self._shown is not None else []
        others = [kept for form in self._forms for kept in form.typed.texts(form.fields, in_view=form is self._shown)]
        ids = [(field.label.text(), text) for field, text in untaken([self.node_id])]
        return [*ids, *self._held.texts(), *shown, *others]

    def refuse(self, field: str, sentence: str) -> None:
        """Say beside a field why its value was not taken; an empty sentence takes that back."""
        if field == "id":
            self.node_id.refuse(sentence)
        elif self.form is not None:
            self.form.refuse(field, sentence)

    def show_problems(self, sentences: Sequence[str]) -> None:
        """Show what is wrong with the one node shown, in so few words that the form keeps its room."""
        told = list(sentences) if len(sentences) <= _MOST_TOLD + 1 else list(sentences[:_MOST_TOLD])
        if len(told) < len(sentences):
            told.append(self.tr("And {n} more: see Problems.").format(n=len(sentences) - len(told)))
        self._problems.setText("\n".join(told))
        self._problems.setToolTip("<br>".join(map(plain_tip, sentences)))
        self._problems.setVisible(bool(sentences))

    def set_common_actions(self, actions: Sequence[QAction]) -> None:
        """Set the commands that are offered for several nodes at once."""
        self._several.set_actions(actions)

    def show_field(self, field: str) -> AnyField | None:
        """Bring a field of the form in view into sight; if none has that name, the question's text or the first one."""
        form = self.form
        if form is None:
            return None
        editor = form.fields.get(field) or form.fields.get("text") or next(iter(form.fields.values()))
        self.form_scroll.ensureWidgetVisible(editor)
        return editor

    def focus_field(self, field: str) -> None:
        """Put the focus into a field of the form in view and bring it into sight, the text of a draft selected."""
        editor = self.show_field(field)
        if editor is not None and self.form is not None and self._tree is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if editor.name == self.form.first_to_write and is_unwritten(self._tree, self._ids[0]):
                select_all(QApplication.focusWidget())

    def focus_text(self) -> None:
        """Put the focus into the text by which people know the node shown: letters must not fall into a list."""
        if self.form is not None:
            self.focus_field(self.form.first_to_write)

    def write(self) -> None:
        """Put the focus into the text by which people know the node shown, all of it selected, since it is new.

        As long as it is shown, Enter in a text of it goes on with the next question.
        """
        self._new = True
        self.focus_text()
        if self.form is not None:
            select_all(QApplication.focusWidget())

    def call_it(self, old: str, new: str) -> None:
        """Take in that a node shown has another id now."""
        for held in (self._held, *(form.typed for form in self._forms)):
            held.call_it(old, new)
        if old in self._ids:
            self._ids = tuple(new if key == old else key for key in self._ids)
            if self._shown is not None:
                self._shown.call_it(new)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the map with Escape, where no field has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- inner -----------------------------------------------------------------------------------

    def _node(self) -> Node | None:
        return self._tree.nodes.get(self._ids[0]) if self._tree is not None and len(self._ids) == 1 else None

    def _show_pages(self) -> None:
        form, node = self.form, self._node()
        focus = QApplication.focusWidget()
        if self._shown is not None and form is not self._shown and focus is not None and self.isAncestorOf(focus):
            self.left.emit()  # before the form goes, or Qt gives the keys to whatever comes next in the window
        self._shown = None
        self._head.setVisible(form is not None)
        if form is None or node is None or self._tree is None:
            self._several.show_count(len(self._ids))
            self._show_page(self._several if self._ids else self._nothing)
            return
        self._kind.setText(self._kind_words(form))
        self._shown = form
        self.node_id.show_value(self._ids[0])
        self._held.show_again(self._ids[0], [self.node_id])
        self.node_id.forgive()
        form.show_node(self._tree, self._ids[0], node)
        self._show_page(form)

    @property
    def _pages(self) -> tuple[QWidget, ...]:
        return (*self._forms, self._several, self._nothing)

    def _show_page(self, shown: QWidget) -> None:
        for page in self._pages:
            page.setVisible(page is shown)

    def _kind_words(self, form: NodeForm) -> str:
        if form is self.leaf_form:
            return self.tr("Leaf")
        if form is self.decision_form:
            return self.tr("Decision")
        if self._tree is not None and self._tree.root == self._ids[0]:
            return self.tr("First question")
        return self.tr("Number") if form is self.number_form else self.tr("Question")

    def _field_edited(self, field: str, value: object) -> None:
        if len(self._ids) == 1:
            self.edited.emit(self._ids[0], field, value)

    def _put_id_aside(self, *, taking: bool) -> None:
        """Keep an id that was refused for when its node is shown again, unless that is of another tree."""
        if not taking or self._node() is None:
            self._held.forget()
            return
        self.node_id.settle()
        for field, text in self._held.put_aside(self._ids[0], [self.node_id]):
            self.kept.emit(self._ids[0], field.label.text(), text)

    def _id_edited(self, _field: str, new: object) -> None:
        if len(self._ids) == 1:
            self.renamed.emit(self._ids[0], str(new))

    def _on_enter(self, field: str, answer: str) -> None:
        """Go on from a node that is new, and from a question whose next one is yet to be written; else end the text."""
        if self._tree is None or self._node() is None or self.form is None:
            return
        unwritten = is_unwritten(self._tree, self._ids[0])
        first = field == self.form.first_to_write
        if self._new or unwritten or (first and way_is_open(self._tree, self._ids[0], answer)):
            self.go_on.emit(self._ids[0], answer)
        else:
            self.form.focusNextChild()

    def _pass_on(self, ours: SignalInstance, *told: object) -> None:
        if len(self._ids) == 1:
            ours.emit(self._ids[0], *told)


class _Several(QWidget):
    """How many nodes are selected, and the commands that they share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = QLabel()
        self._count.setObjectName("formHeading")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._count)
        self._buttons = nested(column, QVBoxLayout())
        column.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many."""
        self._count.setText(self.tr("{n} selected").format(n=count))

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these commands."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)
