"""What is offered, what the hint shows and what can be typed of a number are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt

from kneetree import edits, shipped
from kneetree.files import tree_files
from kneetree.model.scales import Time, threshold_of
from kneetree.model.scales import statement as said
from kneetree.model.tree import Scale
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.fact_fields import FactsField
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PLAIN = Scale(text="How many stairs?", unit="steps", least=0, most=40, at_least="{n} or more", under="Less than {n}")
BARE = structs.replace(PLAIN, text="How bad is it?", unit="", most=10)
COLD = structs.replace(BARE, text="How cold is it?", least=-10, most=0)
DAYS = structs.replace(PLAIN, text="When?", unit="days", most=9000, at_least="Started {n} or more ago")


def choices_of(language: str = "en", **scales: Scale) -> Choices:
    tree = tree_of_all_kinds()
    tree.apply(edits.set_single(tree, "language", language))
    for key, scale in scales.items():
        tree.apply(edits.add_part(tree, "scale", key, scale))
    choices = Choices()
    choices.tree = tree
    return choices


@pytest.mark.parametrize("language", ["en", "es"])
def test_whatever_is_offered_can_be_typed_in_its_words(language: str) -> None:
    choices = choices_of(language, stairs=PLAIN, bad=BARE, days=DAYS, cold=COLD)
    tree = choices.tree
    assert not any(key.startswith("cold") for key, _ in choices.facts()), "it has no number for a threshold"
    limits = [(key, words) for key, words in choices.facts() if threshold_of(key, tree.scales)]
    assert {threshold_of(key, tree.scales).scale for key, _ in limits} == {"age", "stairs", "bad", "days"}
    for key, words in limits:
        assert choices.threshold(words) == choices.threshold(words.upper()) == choices.threshold(key) == key
    assert choices.example() in [words for _, words in limits]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("age 60", "age_at_least_60"),
        ("years >= 60", "age_at_least_60"),
        ("How many stairs? 12", "stairs_at_least_12"),
        ("how many stairs 12", "stairs_at_least_12"),
        ("12 steps or more", "stairs_at_least_12"),
        ("days 3 weeks", "days_at_least_21"),
        ("days 3", "days_at_least_3"),
        ("Started 3 weeks or more ago", "days_at_least_21"),
        ("nothing 12", ""),
        ("12", ""),
    ],
)
def test_a_number_is_understood_as_people_write_it(typed: str, key: str) -> None:
    assert choices_of(stairs=PLAIN, days=DAYS).threshold(typed) == key


def test_every_time_can_be_typed_in_its_unit() -> None:
    choices = choices_of(days=DAYS)
    for unit in ("days", "weeks", "months", "years"):
        time = Time(5, unit)
        assert choices.threshold(said(DAYS, time, True, "en")) == f"days_at_least_{int(time)}"


def test_the_hint_is_one_that_the_tree_has(qtbot, theme) -> None:
    choices = choices_of(stairs=PLAIN)
    field = FactsField("given", "If", choices, theme, unsure=False)
    qtbot.addWidget(field)
    field.show()
    hint = field.adder.line.placeholderText()
    assert hint == f"Add a finding, or a number such as: {choices.example()}"
    field.adder.setFocus()
    qtbot.keyClicks(field.adder.line, "stairs 12")
    assert field.notice == "Enter adds: 12 steps or more"
    qtbot.keyClick(field.adder.line, Qt.Key.Key_Return)
    assert field.value() == {"stairs_at_least_12": True}
    assert not field.notice


def test_a_tree_without_numbers_does_not_speak_of_them(qtbot, theme) -> None:
    choices = Choices()
    choices.tree = edits.first_tree("New")
    field = FactsField("given", "If", choices, theme, unsure=False)
    qtbot.addWidget(field)
    assert field.adder.line.placeholderText() == "Add a finding\u2026"


@pytest.mark.parametrize("path", shipped.examples(), ids=lambda path: path.name)
def test_the_hint_of_each_shipped_tree_can_be_typed(path: Path) -> None:
    choices = Choices()
    choices.tree = tree_files.decode_tree(path.read_bytes(), path.name)
    if choices.tree.scales:
        assert choices.threshold(choices.example())
