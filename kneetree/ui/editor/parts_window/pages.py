"""Build the pages of the library in the window of the tree's parts: their columns, fields and new entries."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kneetree.model.change import PartName
from kneetree.model.tree import Topic
from kneetree.ui.editor.entry_words import parts_word
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.field import AnyField, ChoiceField, LineField, TextField, TickField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.new_entry import NewEntry
from kneetree.ui.editor.fields.number_field import FURTHEST, NumberField
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.fields.picture_field import PictureField
from kneetree.ui.editor.fields.simple_fields import ColourField, DayField, YearField
from kneetree.ui.editor.fields.svg_field import SvgField
from kneetree.ui.editor.labels import topic_word, tr
from kneetree.ui.editor.panels.table import Icon
from kneetree.ui.editor.parts_window.records import RecordPage


def record_pages(choices: Choices, icon: Icon) -> dict[PartName, RecordPage]:
    """Return the pages by part, in the order in which they are offered."""
    return {
        "question": _questions(choices, icon),
        "finding": _findings(choices, icon),
        "scale": _scales(choices, icon),
        "advice": _advice(choices, icon),
        "warning": _warnings(choices, icon),
        "condition": _conditions(choices, icon),
        "source": _sources(icon),
        "picture": _pictures(icon),
        "region": _regions(choices, icon),
    }


class QuestionPage(RecordPage):
    """The questions: one is about a finding or has a list, and shows the field of the one that it has."""

    def show_record(self, key: str, values: Mapping[str, object]) -> None:
        """Show one question."""
        super().show_record(key, values)
        self.fields["lines"].setVisible(bool(values["lines"]))
        self.fields["finding"].setVisible(not values["lines"])


def _questions(choices: Choices, icon: Icon) -> RecordPage:
    def own_pictures() -> Mapping[str, str]:
        return choices.tree.pictures if choices.tree is not None else {}

    fields: list[AnyField] = [
        TextField("text", tr("Question")),
        TextField("answer_rule", tr("Answer rule"), tr("When to say yes or no: always shown")),
        PickField("finding", tr("Finding"), choices.findings),
        EntryListField("lines", tr("Statements"), choices.shelf("finding"), copies=False),
        TickField("unsure", tr('Offer "I am not sure"')),
        ChoiceField("topic", tr("Topic"), [(topic, topic_word(topic)) for topic in Topic]),
        TextField("help", tr("How to tell")),
        TextField("why", tr("Why it is asked")),
        PictureField("picture", tr("Picture"), own_pictures),
        _sources_field(choices),
        TextField("note", tr("Note for authors")),
    ]
    new = NewEntry(tr("New question"), [LineField("text", tr("Question"))])
    return _page("question", [tr("Question")], (0, 18, 7), fields, new, icon, kind=QuestionPage)


def _findings(choices: Choices, icon: Icon) -> RecordPage:
    fields: list[AnyField] = [
        TextField("statement", tr("Statement"), tr("For example: One calf is bigger than the other")),
        TextField("means", tr("What it means exactly")),
        TextField("reassures", tr("Why it may lower the urgency"), tr("Empty if it may not")),
        TickField("usual", tr("Usually true, when nothing is said")),
    ]
    new = NewEntry(tr("New finding"), [LineField("statement", tr("Statement"))])
    return _page("finding", [tr("Statement")], (0, 18, 7), fields, new, icon)


def _scales(choices: Choices, icon: Icon) -> RecordPage:
    fields: list[AnyField] = [
        TextField("text", tr("Question")),
        TextField("answer_rule", tr("Answer rule")),
        LineField("unit", tr("Unit"), tr("years, days or a word of your own")),
        NumberField("least", tr("Lowest number"), least=-FURTHEST, most=FURTHEST),
        NumberField("most", tr("Highest number"), least=-FURTHEST, most=FURTHEST),
        LineField("at_least", tr("Words from a number on"), tr("For example: Aged {n} or over")),
        LineField("under", tr("Words below a number"), tr("For example: Aged under {n}")),
        TickField("unsure", tr('Offer "I am not sure"')),
        ChoiceField("topic", tr("Topic"), [(topic, topic_word(topic)) for topic in Topic]),
        TextField("help", tr("How to tell")),
        TextField("why", tr("Why it is asked")),
        _sources_field(choices),
        TextField("note", tr("Note for authors")),
    ]
    new = NewEntry(tr("New number"), [LineField("text", tr("Question")), LineField("unit", tr("Unit"))])
    return _page("scale", [tr("Question")], (0, 18, 7), fields, new, icon)


def _advice(choices: Choices, icon: Icon) -> RecordPage:
    new = NewEntry(tr("New advice"), [LineField("text", tr("Text"))])
    return _page("advice", [tr("Text")], (0, 18, 7), [TextField("text", tr("Text"), lines=3)], new, icon)


def _warnings(choices: Choices, icon: Icon) -> RecordPage:
    hint = tr("For example: you become short of breath")
    fields: list[AnyField] = [TextField("text", tr("Words that complete \u201c\u2026 if\u201d"), hint, lines=3)]
    new = NewEntry(tr("New warning"), [LineField("text", tr("Text"), hint)])
    return _page("warning", [tr("Text")], (0, 18, 7), fields, new, icon)


def _conditions(choices: Choices, icon: Icon) -> RecordPage:
    advice = choices.shelf("advice")
    fields: list[AnyField] = [
        LineField("name", tr("Medical name")),
        LineField("plain_name", tr("Plain name")),
        TextField("summary", tr("Summary"), lines=4),
        TextField("time", tr("How long it takes to get better")),
        EntryListField("first_days", tr("In the first days"), advice),
        EntryListField("exercises", tr("Exercises"), advice),
        EntryListField("back_to_activity", tr("Back to activity"), advice),
        _sources_field(choices),
    ]
    new = NewEntry(
        tr("New condition"), [LineField("plain_name", tr("Plain name")), LineField("name", tr("Medical name"))]
    )
    return _page("condition", [tr("Plain name"), tr("Medical name")], (0, 20, 16, 7), fields, new, icon)


def _sources(icon: Icon) -> RecordPage:
    fields: list[AnyField] = [
        TextField("citation", tr("Citation")),
        LineField("url", tr("Address"), tr("It begins with https://")),
        YearField("year", tr("Year")),
        DayField("checked", tr("Day somebody last read it")),
    ]
    new = NewEntry(
        tr("New source"),
        [LineField("citation", tr("Citation")), LineField("url", tr("Address"), tr("It begins with https://"))],
    )
    return _page("source", [tr("Citation"), tr("Year"), tr("Checked")], (0, 7, 11, 14, 7), fields, new, icon)


def _pictures(icon: Icon) -> RecordPage:
    new = NewEntry(tr("New picture"), [SvgField("svg", tr("Picture"))], known_by_id=True)
    return _page("picture", [tr("Name")], (0, 18, 7), [SvgField("svg", tr("Picture"))], new, icon)


def _regions(choices: Choices, icon: Icon) -> RecordPage:
    return RecordPage(
        tr("Regions"),
        [tr("Title"), tr("Id"), tr("Nodes")],
        (0, 16, 8),
        [
            LineField("title", tr("Title")),
            ColourField("colour", tr("Colour")),
            PickListField("nodes", tr("Nodes"), choices.nodes, tr("Add a node\u2026")),
        ],
        NewEntry(tr("New region"), [LineField("title", tr("Title"))]),
        icon,
    )


def _page(
    part: PartName,
    headings: list[str],
    widths: tuple[int, ...],
    fields: list[AnyField],
    new_entry: NewEntry,
    icon: Icon,
    *,
    kind: type[RecordPage] = RecordPage,
    parent: QWidget | None = None,
) -> RecordPage:
    return kind(parts_word(part), [*headings, tr("Id"), tr("Used")], widths, fields, new_entry, icon, parent)


def _sources_field(choices: Choices) -> PickListField:
    return PickListField("sources", tr("Sources"), choices.sources, tr("Add a source\u2026"))
