"""One question: heading, answers by click and key, list to tick, text on demand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Answer
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.question_page import QuestionPage
from tests.trees import ask, ask_items


def page_of(qtbot: QtBot, theme: Theme, question) -> QuestionPage:
    page = QuestionPage(theme, "node", question, lambda: -1)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.show_state({}, answered=False, progress="Question 1")
    page.begin()
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QuestionPage:
    return page_of(qtbot, theme, ask("swelling_calf", "a", "b"))


@pytest.mark.parametrize(("answer", "value"), [(Answer.YES, True), (Answer.NO, False), (Answer.UNSURE, None)])
def test_one_click_answers(qtbot: QtBot, page: QuestionPage, answer: Answer, value: bool | None) -> None:
    with qtbot.waitSignal(page.answered) as signal:
        qtbot.mouseClick(page.answers.buttons[answer], Qt.MouseButton.LeftButton)
    assert signal.args == [{"swelling_calf": value}]


def test_the_question_is_heading_and_name_of_the_answers(page: QuestionPage) -> None:
    assert page.heading.text() == "Is it swelling_calf?"
    assert page.answers.accessibleName() == "Is it swelling_calf?"
    assert page.heading.textFormat() == Qt.TextFormat.PlainText
    assert all(button.accessibleName() == "" and button.text() for button in page.answers.buttons.values())


def test_markup_in_a_question_is_shown_as_text(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, ask("f", "a", "b", text="<h1>Is <b>this</b> so?</h1>", why="<img src=x>"))
    assert page.heading.text() == "<h1>Is <b>this</b> so?</h1>"
    why = next(box for box in page.findChildren(Disclosure) if box.button.text() == "&Why we ask")
    assert why.content.textFormat() == Qt.TextFormat.PlainText


def test_buttons_are_large(page: QuestionPage) -> None:
    assert all(button.height() >= 44 for button in page.answers.buttons.values())


def test_arrows_move_and_enter_presses(qtbot: QtBot, page: QuestionPage, qapp: QApplication) -> None:
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.heading, Qt.Key.Key_Down)
    yes, no, unsure = page.answers.buttons.values()
    assert qapp.focusWidget() is yes
    qtbot.keyClick(yes, Qt.Key.Key_Right)
    assert qapp.focusWidget() is no
    qtbot.keyClick(no, Qt.Key.Key_Down)
    assert qapp.focusWidget() is unsure
    qtbot.keyClick(unsure, Qt.Key.Key_Right)
    assert qapp.focusWidget() is yes
    qtbot.keyClick(yes, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.answered) as signal:
        qtbot.keyClick(unsure, Qt.Key.Key_Return)
    assert signal.args == [{"swelling_calf": None}]


def test_mnemonics_answer_and_bare_letters_do_not(qtbot: QtBot, page: QuestionPage) -> None:
    qtbot.waitUntil(page.isActiveWindow)
    given = []
    page.answered.connect(given.append)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_1):
        qtbot.keyClick(page.heading, key)
        qtbot.keyClick(page.answers.buttons[Answer.YES], key)
    assert given == []
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: given == [{"swelling_calf": False}])


def test_a_key_held_down_answers_nothing(qapp: QApplication, page: QuestionPage) -> None:
    given = []
    page.answered.connect(given.append)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    qapp.sendEvent(page.answers.buttons[Answer.YES], held)
    assert given == []


def test_an_answer_given_before_is_marked_and_can_be_kept(qtbot: QtBot, page: QuestionPage) -> None:
    assert not page.go_on.isVisible()
    page.show_state({"swelling_calf": None}, answered=True, progress="Question 1")
    assert [answer for answer, button in page.answers.buttons.items() if button.isChecked()] == [Answer.UNSURE]
    with qtbot.waitSignal(page.kept):
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)


def test_a_question_may_have_no_third_answer(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, ask("f", "a", "b", unsure=False))
    assert list(page.answers.buttons) == [Answer.YES, Answer.NO]


def test_why_and_how_are_closed_until_asked_for(qtbot: QtBot, page: QuestionPage) -> None:
    boxes = page.findChildren(Disclosure)
    assert [box.opened for box in boxes] == [False, False]
    assert "closed" in boxes[0].button.accessibleName()
    qtbot.mouseClick(boxes[0].button, Qt.MouseButton.LeftButton)
    assert boxes[0].content.isVisible()
    assert "open" in boxes[0].button.accessibleName()


def test_a_picture_has_its_description(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, ask("f", "a", "b", picture="compare_calves"))
    picture = page.findChild(Picture)
    assert picture.accessibleName() == "Compare both calves"
    assert "tape" in picture.accessibleDescription()


def test_a_picture_that_is_not_there_is_left_out(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, ask("f", "a", "b", picture="../../etc/passwd"))
    assert page.findChild(Picture) is None


# -- lists -----------------------------------------------------------------------------------------


@pytest.fixture
def listing(qtbot: QtBot, theme: Theme) -> QuestionPage:
    return page_of(qtbot, theme, ask_items({"cancer": 2, "travel": 1, "pill": 1}, 2, "a", "b"))


def test_ticked_not_ticked_and_not_sure(qtbot: QtBot, listing: QuestionPage) -> None:
    cancer, _travel, pill = listing.items.rows
    qtbot.mouseClick(cancer, Qt.MouseButton.LeftButton)
    pill.unsure.click()
    QApplication.processEvents()  # the button has another word now, and with it another width
    with qtbot.waitSignal(listing.answered) as signal:
        qtbot.mouseClick(listing.go_on, Qt.MouseButton.LeftButton)
    assert signal.args == [{"cancer": True, "travel": False, "pill": None}]


def test_a_line_is_ticked_or_not_sure_never_both(listing: QuestionPage) -> None:
    line = listing.items.rows[0]
    line.tick.click()
    line.unsure.click()
    assert (line.tick.isChecked(), line.value) == (False, None)
    line.tick.click()
    assert (line.unsure.isChecked(), line.value) == (False, True)


def test_going_on_says_so_when_nothing_is_ticked(listing: QuestionPage) -> None:
    assert listing.go_on.text() == "None of these, &continue"
    listing.items.rows[0].tick.click()
    assert listing.go_on.text() == "&Continue"


def test_every_line_has_a_name_for_screen_readers(listing: QuestionPage) -> None:
    for line in listing.items.rows:
        assert line.tick.accessibleName() == line.text.text()
        assert line.text.text() in line.unsure.accessibleName()


def test_a_list_shows_what_was_said_before(listing: QuestionPage) -> None:
    listing.show_state({"cancer": True, "travel": None}, answered=True, progress="")
    assert listing.items.values == {"cancer": True, "travel": None, "pill": False}
