"""What is chosen by keys from an open list of offers is taken once, in every field that has one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.counts_field import CountsField
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import AnyField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.fields.target_field import TargetField
from kneetree.ui.style.theme import Theme
from tests.ui.editor.actions import Actions
from tests.ui.editor.fields.conftest import show_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NAMES = [("nice", "NICE guideline on the knee"), ("nhs", "A page of the NHS"), ("heart", "Heart attack")]


class Known(Choices):
    """Choices that are always the same."""

    def findings(self) -> list[tuple[str, str]]:
        return NAMES

    def facts(self) -> list[tuple[str, str]]:
        return NAMES

    def statement(self, fact: str) -> str:
        return dict(NAMES)[fact]


def names() -> list[tuple[str, str]]:
    return NAMES


def pick_list(_theme: Theme) -> AnyField:
    return PickListField("f", "Sources", names, "Add")


def facts(theme: Theme) -> AnyField:
    return FactsField("f", "Findings", Known(), theme, unsure=False)


def unsure(theme: Theme) -> AnyField:
    return FactsField("f", "Findings", Known(), theme, unsure=True)


def counts(_theme: Theme) -> AnyField:
    return CountsField("f", "Counts", Known())


def pick(_theme: Theme) -> AnyField:
    return PickField("f", "Most likely", names)


def pick_or_new(_theme: Theme) -> AnyField:
    return PickField("f", "Most likely", names, may_be_new=True)


def target(_theme: Theme) -> AnyField:
    return TargetField("f", "Yes leads to", names)


@pytest.mark.parametrize("shows", [True, False], ids=["shown_again", "not_shown_again"])
@pytest.mark.parametrize("ender", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("make", [pick_list, facts, unsure, counts, pick, pick_or_new, target])
def test_what_is_chosen_by_keys_is_taken_once(
    qtbot: QtBot,
    theme: Theme,
    do: Actions,
    form: QWidget,
    make: Callable[[Theme], AnyField],
    ender: Qt.Key,
    shows: bool,
) -> None:
    field = make(theme)
    show_in(form, field, qtbot)
    taken: list[object] = []
    field.edited.connect(lambda _name, value: taken.append(value))
    if shows:
        field.edited.connect(lambda _name, value: field.show_value(value))
    box = getattr(field, "adder", None) or field.box  # type: ignore[attr-defined]
    box.line.setFocus()
    for text, key in (("NICE", "nice"), ("heart", "heart")):
        taken.clear()
        box.line.selectAll()
        do.type(text)
        assert QApplication.activePopupWidget() is not None, "nothing is offered"
        do.press(Qt.Key.Key_Down)
        do.press(ender)
        assert len(taken) == 1, taken
        assert key in str(taken[0]) and str(taken[0]).count(f"'{key}'") <= 1, taken
        assert not field.refusal


def test_what_is_written_out_is_not_said_to_be_found_by_what_was_typed_before(
    qtbot: QtBot, do: Actions, form: QWidget
) -> None:
    field = PickField("f", "Most likely", names, may_be_new=True)
    show_in(form, field, qtbot)
    taken: list[object] = []
    field.edited.connect(lambda _name, value: taken.append(value))
    field.box.line.setFocus()
    do.type("gout")
    do.press(Qt.Key.Key_Return)
    field.box.line.selectAll()
    do.type("heart attack")
    do.press(Qt.Key.Key_Tab)
    assert taken == ["heart"] and field.notice == ""
