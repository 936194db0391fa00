"""Where it hurts with no place ticked: said once, and then the next press goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Topic
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard import no_place
from kneetree.ui.wizard.question_page import QuestionPage
from tests.trees import collect
from tests.ui.wizard.test_places_picture import page_of


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QuestionPage:
    return page_of(qtbot, theme, collect(["calf", "thigh", "foot"], "a", picture="leg", topic=Topic.LOCATION))


@pytest.fixture
def said(page: QuestionPage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(no_place, "announce", lambda _widget, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def answered(page: QuestionPage) -> list[dict[str, bool | None]]:
    told: list[dict[str, bool | None]] = []
    page.answered.connect(told.append)
    return told


def press(qtbot: QtBot, page: QuestionPage) -> None:
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_it_is_said_once_seen_and_heard_and_the_next_press_goes_on(
    qtbot: QtBot, page: QuestionPage, said: list[str], answered: list[dict[str, bool | None]]
) -> None:
    before = page.go_on.geometry()
    press(qtbot, page)
    assert answered == []
    assert said == ["You have ticked no place. If it hurts somewhere else, continue."]
    assert page.no_place.label.isVisible() and page.go_on.geometry() == before
    press(qtbot, page)
    assert len(said) == 1
    assert answered == [{"calf": False, "thigh": False, "foot": False}]


@pytest.mark.parametrize("part", ["tick", "unsure"])
def test_a_place_that_is_ticked_or_not_sure_goes_on_at_once(
    qtbot: QtBot, page: QuestionPage, said: list[str], answered: list[dict[str, bool | None]], part: str
) -> None:
    getattr(page.items.rows[1], part).click()
    press(qtbot, page)
    assert len(answered) == 1 and not said


def test_it_goes_when_a_place_is_ticked(qtbot: QtBot, page: QuestionPage, said: list[str]) -> None:
    press(qtbot, page)
    page.items.rows[0].tick.click()
    assert said and page.no_place.label.isHidden()


def test_whoever_has_said_so_before_is_not_told_again_unless_asked_anew(
    qtbot: QtBot, page: QuestionPage, said: list[str], answered: list[dict[str, bool | None]]
) -> None:
    none = dict.fromkeys(("calf", "thigh", "foot"), False)
    page.show_state(none, {}, answered=True, progress="")
    press(qtbot, page)
    assert len(answered) == 1 and not said
    page.show_state({}, {}, answered=False, progress="")
    press(qtbot, page)
    assert len(answered) == 1 and len(said) == 1


def test_a_place_that_is_known_already_is_not_missed(
    qtbot: QtBot, page: QuestionPage, said: list[str], answered: list[dict[str, bool | None]]
) -> None:
    page.show_state({}, {"calf": True}, answered=False, progress="")
    press(qtbot, page)
    assert len(answered) == 1 and not said


def test_no_other_list_says_it(qtbot: QtBot, theme: Theme) -> None:
    assert page_of(qtbot, theme).no_place is None
