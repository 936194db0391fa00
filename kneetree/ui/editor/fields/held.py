"""Keep what is typed in a field that chooses by name and was not taken, while the form shows something else."""

from __future__ import annotations

from collections.abc import Iterable

from kneetree.ui.editor.fields.counts_field import CountsField
from kneetree.ui.editor.fields.exemptions_field import ExemptionsField
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import AnyField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.pick_fields import PickBox, PickField
from kneetree.ui.editor.fields.target_field import TargetField


def box_of(field: AnyField) -> PickBox | None:
    """Return the box of a field that chooses by name, or ``None`` for another kind of field."""
    if isinstance(field, PickField | TargetField):
        return field.box
    return field.adder if isinstance(field, PickListField | CountsField | FactsField) else None


def _parts_of(field: AnyField) -> list[AnyField]:
    """Return the fields of which a field is made, or just the field."""
    return [part for card in field.cards for part in card.parts] if isinstance(field, ExemptionsField) else [field]


def half_typed(fields: Iterable[AnyField]) -> list[tuple[AnyField, PickBox, str]]:
    """Return the fields that choose by name in which something is typed and not taken, with what it is."""
    fields = [part for field in fields for part in _parts_of(field)]
    found = [(field, box) for field in fields if (box := box_of(field)) is not None and box.pending]
    return [(field, box, text) for field, box in found if (text := box.line.text().strip())]


class HeldTyping:
    """What is typed and not taken, by what the form showed then and by field; it is never part of a tree."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], str] = {}

    def put_aside(self, key: str, fields: Iterable[AnyField]) -> list[tuple[AnyField, str]]:
        """Take what is typed out of the fields, since ``key`` goes out of view; return what there was."""
        fields = list(fields)
        held = half_typed(fields)
        for field, _, text in held:
            self._held[key, field.name] = text
        for box in filter(None, map(box_of, fields)):
            if box.pending:
                box.go_back()
        return [(field, text) for field, _, text in held]

    def show_again(self, key: str, fields: Iterable[AnyField]) -> None:
        """Put what was typed for ``key`` back into its fields, each of which says what to do with it."""
        for field in fields:
            box = box_of(field)
            if box is not None and (text := self._held.pop((key, field.name), "")):
                box.resume(text)

    def call_it(self, old: str, new: str) -> None:
        """Take in that something has another id now."""
        for key, field in [place for place in self._held if place[0] == old]:
            self._held[new, field] = self._held.pop((key, field))

    def forget(self) -> None:
        """Drop everything, since another tree is shown."""
        self._held.clear()
