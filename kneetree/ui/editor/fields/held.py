"""Keep what is typed in a field and was not taken, while the form shows something else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from kneetree.ui.editor.fields.counts_field import CountsField
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.exemptions_field import ExemptionsField
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import AnyField, OneLineField, TextField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.new_entry import NewEntry
from kneetree.ui.editor.fields.number_field import NumberField, Points
from kneetree.ui.editor.fields.pick_fields import PickBox, PickField
from kneetree.ui.editor.fields.target_field import TargetField
from kneetree.ui.editor.fields.warnings_field import WarningsField


def box_of(field: AnyField) -> PickBox | None:
    """Return the box of a field that chooses by name, or ``None`` for another kind of field."""
    if isinstance(field, PickField | TargetField):
        return field.box
    return field.adder if isinstance(field, PickListField | CountsField | FactsField) else None


def _parts_of(field: AnyField) -> list[AnyField]:
    """Return the fields of which a field is made, or just the field."""
    if isinstance(field, ExemptionsField):
        return [part for card in field.cards for part in card.parts]
    return list(field.levels.values()) if isinstance(field, WarningsField) else [field]


def half_typed(fields: Iterable[AnyField]) -> list[tuple[AnyField, PickBox, str]]:
    """Return the fields that choose by name in which something is typed and not taken, with what it is."""
    fields = [part for field in fields for part in _parts_of(field)]
    found = [(field, box) for field in fields if (box := box_of(field)) is not None and box.pending]
    return [(field, box, text) for field, box in found if (text := box.line.text().strip())]


def untaken(fields: Iterable[AnyField]) -> list[tuple[AnyField, str]]:
    """Return the fields in which something is typed and not taken, with what it is, refused or not."""
    found = ((part, _typed(part)) for field in fields for part in _parts_of(field) if part.pending)
    return [(field, text.strip()) for field, text in found if text.strip()]


def _typed(field: AnyField) -> str:
    box = box_of(field)
    typed = [points.typed for points in _points_of(field).values() if points.pending]
    if box is not None:
        typed = [box.line.text(), *typed] if box.pending else typed
    elif isinstance(field, EntryListField):
        typed = [row.typed for row in field.rows if row.pending] + typed
    elif isinstance(field, OneLineField):
        typed = [field.line.text()]
    else:
        typed = [field.box.typed if isinstance(field, NumberField) else str(field.value())]
    return "; ".join(filter(str.strip, typed))


def _points_of(field: AnyField) -> Mapping[str, Points]:
    """Return the boxes of points in the rows that a list has so far, by the ids of what they are given to."""
    if isinstance(field, CountsField):
        return field.points
    return {row.key: row.points for row in field.drafts.rows} if isinstance(field, EntryListField) else {}


def _points_in(field: AnyField, key: str) -> Points | None:
    """Return the box of points in a row of a list, which is made if it was to come later."""
    if isinstance(field, CountsField):
        return field.row(key).points if any(term.finding == key for term in field.value()) else None
    rows = field.rows if isinstance(field, EntryListField) else []
    return next((row.points for row in rows if row.key == key), None)


def take_all(fields: Collection[AnyField], entries: Iterable[NewEntry], take: Callable[[NewEntry], None]) -> None:
    """Take what is typed in fields and in open forms of new entries; a name that nothing has is that of a new one.

    Such names come last: the form of a new entry that is open is the answer to one of them.
    """
    for field in fields:
        if not isinstance(field, PickField):
            field.settle()
    for entry in entries:
        take(entry)
    for field in fields:
        if isinstance(field, PickField):
            field.settle()


class HeldTyping:
    """What is typed and not taken, by what the form showed then and by field; it is never part of a tree."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], tuple[str, str, str]] = {}
        """The text, the reason why it was not taken, and what the field is called."""

    def put_aside(self, key: str, fields: Iterable[AnyField]) -> list[tuple[AnyField, str]]:
        """Take what is typed out of the fields, since ``key`` goes out of view; return what there was.

        Lists of texts keep theirs themselves.
        """
        fields = list(fields)
        held: list[tuple[AnyField, str]] = []
        for field, text in untaken(fields):
            box = box_of(field)
            if not isinstance(field, EntryListField) and (box is None or box.pending):
                typed = text if box is None else box.line.text().strip()
                self._held[key, field.name] = typed, field.refusal, field.label.text()
                held.append((field, typed))
        for field in fields:
            for row, points in _points_of(field).items():
                if points.pending and points.typed.strip():
                    self._held[key, f"{field.name}/{row}"] = points.typed, "", field.label.text()
                    held.append((field, points.typed))
                points.take_back()
            box = box_of(field)
            if box is not None and box.pending:
                box.go_back()
            elif isinstance(field, OneLineField | TextField | NumberField) and field.pending:
                field.take_back()
        return held

    def show_again(self, key: str, fields: Iterable[AnyField]) -> None:
        """Put what was typed for ``key`` back into its fields, each of which says what to do with it."""
        for field in fields:
            box, (text, reason, _) = box_of(field), self._held.pop((key, field.name), ("", "", ""))
            if text and box is not None:
                box.resume(text)
            elif text and isinstance(field, NumberField):
                field.resume(text)
            elif text and isinstance(field, OneLineField | TextField):
                field.resume(text, reason)
            for at, name in [place for place in self._held if place[1].startswith(f"{field.name}/")]:
                points = _points_in(field, name.partition("/")[2]) if at == key else None
                if points is not None:
                    points.resume(self._held.pop((at, name))[0])

    def texts(self, fields: Mapping[str, AnyField] | None = None, *, in_view: bool = True) -> list[tuple[str, str]]:
        """Return all that is kept, also by the lists among ``fields``, each with the name of its field.

        What the rows of lists hold that are ``in_view`` is left out: it is ``untaken``.
        """
        parts = [part for field in (fields or {}).values() for part in _parts_of(field)]
        lists = [part for part in parts if isinstance(part, EntryListField)]
        waiting = [(part.label.text(), text) for part in lists for text in part.drafts.texts(in_view=in_view)]
        return [(label, text) for text, _, label in self._held.values()] + waiting

    def call_it(self, old: str, new: str) -> None:
        """Take in that something has another id now."""
        for key, field in [place for place in self._held if place[0] == old]:
            self._held[new, field] = self._held.pop((key, field))

    def forget(self) -> None:
        """Drop everything, since another tree is shown."""
        self._held.clear()
