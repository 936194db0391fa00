"""A long list is shown a few rows at a time, and whoever works with it meanwhile notices nothing of that."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Count, Finding
from kneetree.ui.editor.fields import later_rows
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.counts_field import CountsField
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.entry_row import EntryRow
from tests import trees
from tests.luck import examples

LINES = tuple(f"line_{number}" for number in range(60))


@pytest.fixture
def choices(qtbot: QtBot) -> Choices:
    tree = trees.small()
    tree.findings |= {key: Finding(statement=f"Statement {key}") for key in LINES}
    made = Choices()
    made.tree = tree
    return made


def entries(choices: Choices, qtbot: QtBot) -> EntryListField:
    field = EntryListField("lines", "Statements", choices.shelf("finding"))
    qtbot.addWidget(field)
    return field


def made(field: EntryListField) -> int:
    return len([row for row in field.findChildren(EntryRow) if row.key])


def test_the_first_rows_are_there_at_once_and_the_others_soon(choices: Choices, qtbot: QtBot) -> None:
    field = entries(choices, qtbot)
    field.show_value(LINES)
    assert (made(field), field.value()) == (later_rows.AT_ONCE, LINES)
    qtbot.waitUntil(lambda: made(field) == len(LINES))
    assert [row.key for row in field.rows] == [*LINES]
    last = field.rows[-1]
    assert (last.typed, last.text.accessibleName()) == ("Statement line_59", "Statements, 60 of 60")


def test_a_shorter_list_that_comes_meanwhile_is_the_one_that_counts(choices: Choices, qtbot: QtBot) -> None:
    field = entries(choices, qtbot)
    field.show_value(LINES)
    field.show_value(LINES[30:33])
    qtbot.wait(30)
    assert [row.key for row in field.rows] == [*LINES[30:33]]


def heard(field: EntryListField) -> list[object]:
    """Note what a person has changed."""
    values: list[object] = []
    field.edited.connect(lambda _name, value: values.append(value))
    return values


WORK: dict[str, Callable[[EntryListField], object]] = {
    "read": lambda field: field.value(),
    "add": lambda field: field.add(),
    "down": lambda field: field.move_current(1),
    "remove": lambda field: field.remove_current(),
    "forget": lambda field: field.forget(),
    "settle": lambda field: field.settle(),
}


def test_whenever_somebody_works_with_a_list_it_is_as_if_it_were_whole(choices: Choices, qtbot: QtBot) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    luck = random.Random(seed)
    for _ in range(examples(15)):
        slow, quick = entries(choices, qtbot), entries(choices, qtbot)
        told = [heard(slow), heard(quick)]
        for _ in range(4):
            keys = tuple(luck.sample(LINES, luck.randrange(1, 40)))
            names = luck.choices([*WORK], k=luck.randrange(3))
            for field in (slow, quick):
                field.show_value(keys)
            assert quick.rows
            for name in names:
                WORK[name](slow)
                WORK[name](quick)
            assert slow.value() == quick.value() == keys
        assert [row.typed for row in slow.rows] == [row.typed for row in quick.rows]
        assert [row.text.accessibleName() for row in slow.rows] == [row.text.accessibleName() for row in quick.rows]
        assert told[0] == told[1]


def test_facts_that_are_counted_come_a_few_at_a_time(choices: Choices, qtbot: QtBot) -> None:
    field = CountsField("of", "Counts", choices)
    qtbot.addWidget(field)
    terms = [Count(key, number + 1, True) for number, key in enumerate(LINES)]
    field.show_value(terms)
    assert len(field._rows) == later_rows.AT_ONCE
    assert field.value() == tuple(terms)
    assert field.row("line_59").points.value() == 60
    field.show_value(terms[5:50])
    field.show_value(terms[5:])
    qtbot.waitUntil(lambda: [*field._rows] == [*LINES[5:]])
    edited: list[object] = []
    field.edited.connect(lambda _name, value: edited.append(value))
    field._add("line_7")
    assert edited == []
    field.row("line_6").remove.click()
    assert edited == [(terms[5], *terms[7:])]
