"""One question: heading, rule, answers by click and key, list to tick, number, text on demand."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kneetree.model.scales import Time
from kneetree.model.tree import Answer
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.question_page import QuestionPage
from tests.trees import SCALES, ask, ask_items, collect, leaf, make, number


def page_of(qtbot: QtBot, theme: Theme, node, **more) -> QuestionPage:
    asked = getattr(node, "node", node)
    leaves = {target: leaf() for _, target in asked.edges()}
    tree = make({"node": node, **leaves}, **more)
    page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.show_state({}, {}, answered=False, progress="Question 1")
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


def test_an_answer_is_a_button_and_not_a_check_box_to_a_screen_reader(page: QuestionPage) -> None:
    page.show_state({"swelling_calf": False}, {}, answered=True, progress="Question 1")
    spoken = [QAccessible.queryAccessibleInterface(button) for button in page.answers.buttons.values()]
    assert {button.role() for button in spoken} == {QAccessible.Role.Button}
    assert [button.text(QAccessible.Text.Description) for button in spoken] == ["", "chosen", ""]


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
    page.show_state({"swelling_calf": None}, {}, answered=True, progress="Question 1")
    assert [answer for answer, button in page.answers.buttons.items() if button.chosen] == [Answer.UNSURE]
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
    before = listing.go_on.sizeHint()
    listing.items.rows[0].tick.click()
    assert listing.go_on.text() == "&Continue"
    assert listing.go_on.sizeHint() == before, "nothing moves that the person did not move"


def test_a_page_that_says_the_same_finds_its_place_once(qtbot: QtBot, listing: QuestionPage) -> None:
    QApplication.processEvents()
    asked: list[QEvent.Type] = []

    class Asked(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
            asked.append(event.type())
            return False

    watcher = Asked()
    listing.go_on.parentWidget().installEventFilter(watcher)
    listing.show_state({}, {}, answered=False, progress=listing.progress.text())
    QApplication.processEvents()
    assert QEvent.Type.LayoutRequest not in asked


def test_every_line_has_a_name_for_screen_readers(listing: QuestionPage) -> None:
    for line in listing.items.rows:
        assert line.tick.accessibleName() == line.text.text()
        assert line.text.text() in line.unsure.accessibleName()


def test_a_list_shows_what_was_said_before(listing: QuestionPage) -> None:
    listing.show_state({"cancer": True, "travel": None}, {}, answered=True, progress="")
    assert listing.items.values == {"cancer": True, "travel": None, "pill": False}


def test_a_list_asks_only_what_is_not_known(listing: QuestionPage) -> None:
    listing.show_state({"cancer": True, "travel": True}, {"cancer": True}, answered=False, progress="")
    assert [line.isVisible() for line in listing.items.rows] == [False, True, True]
    assert listing.items.values == {"travel": True, "pill": False}
    listing.show_state({}, {}, answered=False, progress="")
    assert all(line.isVisible() for line in listing.items.rows)


def test_a_list_that_collects_is_ticked_like_any_other(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, collect(["travel", "pill"], "a", unsure=False))
    assert not any(line.unsure.isVisible() for line in page.items.rows)
    page.items.rows[1].tick.click()
    with qtbot.waitSignal(page.answered) as signal:
        page.go_on.click()
    assert signal.args == [{"travel": False, "pill": True}]


def test_an_old_not_sure_is_not_shown_where_it_cannot_be_said(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, collect(["travel"], "a", unsure=False))
    page.show_state({"travel": None}, {}, answered=False, progress="")
    assert page.items.values == {"travel": False}


# -- the rule of how to answer ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "node",
    [ask("f", "a", "b", answer_rule="Say <b>no</b> if old."), collect(["f"], "a", answer_rule="Say <b>no</b> if old.")],
)
def test_the_rule_is_always_shown_and_read_with_the_question(qtbot: QtBot, theme: Theme, node) -> None:
    page = page_of(qtbot, theme, node)
    (rule,) = [label for label in page.findChildren(QLabel) if label.text() == "Say <b>no</b> if old."]
    assert rule.isVisible()
    assert rule.textFormat() == Qt.TextFormat.PlainText
    assert page.heading.accessibleDescription() == rule.text()
    assert (page.answers or page.items).accessibleDescription() == rule.text()


# -- numbers ---------------------------------------------------------------------------------------


@pytest.fixture
def age(qtbot: QtBot, theme: Theme) -> QuestionPage:
    return page_of(qtbot, theme, ask("age_at_least_17", "a", "b"))


@pytest.fixture
def days(qtbot: QtBot, theme: Theme) -> QuestionPage:
    return page_of(qtbot, theme, number("days", "a"))


def typed(qtbot: QtBot, page: QuestionPage, text: str) -> None:
    page.number.focus()
    qtbot.keyClicks(page.number.edit, text)


def given(page: QuestionPage) -> list[object]:
    answers: list[object] = []
    page.answered.connect(answers.append)
    return answers


@pytest.mark.parametrize(("text", "value"), [("72", 72), ("0", 0), ("120", 120), ("007", 7)])
def test_digits_and_enter_answer_a_number(qtbot: QtBot, age: QuestionPage, text: str, value: int) -> None:
    answers = given(age)
    typed(qtbot, age, text)
    qtbot.keyClick(age.number.edit, Qt.Key.Key_Return)
    assert answers == [{"age": value}]


def test_a_number_has_the_keyboard_and_says_what_can_be_given(qtbot: QtBot, age: QuestionPage) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is age.number.edit)
    assert age.number.edit.accessibleName() == "How old are you? Number of years, from 0 to 120"


@pytest.mark.parametrize("text", ["", "121", "9999999"])
def test_a_number_outside_says_the_range_and_keeps_the_keyboard(qtbot: QtBot, age: QuestionPage, text: str) -> None:
    answers = given(age)
    typed(qtbot, age, text)
    qtbot.mouseClick(age.go_on, Qt.MouseButton.LeftButton)
    assert answers == []
    assert age.number.says.text() == "Please give a whole number from 0 to 120 (years)."
    assert age.number.edit.accessibleDescription() == age.number.says.text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is age.number.edit)
    typed(qtbot, age, "70")
    assert age.number.says.text() == ""


def test_letters_and_signs_are_not_taken(qtbot: QtBot, age: QuestionPage) -> None:
    typed(qtbot, age, "-4x2.5e")
    assert age.number.edit.text() == "425"
    age.number.edit.lineEdit().insert("٣")
    assert age.number.edit.text() == "425"


def test_the_wheel_alters_nothing_and_arrows_stay_in_the_range(qtbot: QtBot, age: QuestionPage) -> None:
    typed(qtbot, age, "119")
    middle = QPointF(age.number.edit.rect().center())
    turned = QWheelEvent(
        middle, age.number.edit.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(age.number.edit, turned)
    assert age.number.number == 119
    for _ in range(3):
        qtbot.keyClick(age.number.edit, Qt.Key.Key_Up)
    assert age.number.number == 120


@pytest.mark.parametrize(
    ("unit", "text", "value"), [("days", "3", 3), ("weeks", "3", 21), ("months", "5", 152), ("years", "2", 730)]
)
def test_a_time_can_be_given_in_any_unit(qtbot: QtBot, days: QuestionPage, unit: str, text: str, value: int) -> None:
    answers = given(days)
    typed(qtbot, days, text)
    days.number.units[unit].click()
    assert days.number.says.text() == ("" if unit == "days" else f"= {value} days")
    qtbot.keyClick(days.number.units[unit], Qt.Key.Key_Return)
    assert answers == [{"days": value}]


def test_a_screen_reader_hears_a_number_its_range_and_its_units(qtbot: QtBot, days: QuestionPage) -> None:
    field = QAccessible.queryAccessibleInterface(days.number.edit)
    assert field.role() == QAccessible.Role.SpinBox
    assert field.text(QAccessible.Text.Name) == "How long ago did it start? Number of days, from 0 to 36500"
    typed(qtbot, days, "5")
    value = field.valueInterface()
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (5, 0, 36500)
    for unit, button in days.number.units.items():
        assert (button.text(), button.accessibleDescription()) == (unit, "Unit of time")


def test_a_unit_that_a_screen_reader_marks_counts(qtbot: QtBot, days: QuestionPage) -> None:
    answers = given(days)
    typed(qtbot, days, "3")
    unit = QAccessible.queryAccessibleInterface(days.number.units["weeks"]).actionInterface()
    assert "Toggle" in unit.actionNames()
    unit.doAction("Toggle")
    assert days.number.says.text() == "= 21 days"
    days.go_on.click()
    assert answers == [{"days": 21}]


def test_the_range_is_said_in_the_unit(qtbot: QtBot, days: QuestionPage) -> None:
    days.number.units["months"].click()
    assert days.number.edit.accessibleName().endswith("Number of months, from 0 to 1200")
    typed(qtbot, days, "1201")
    days.go_on.click()
    assert days.number.says.text() == "Please give a whole number from 0 to 1200 (months)."
    days.number.units["weeks"].click()
    typed(qtbot, days, "5214")
    assert days.number.number == 36498
    typed(qtbot, days, "5215")
    assert days.number.number is None


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, ("0", "days")),
        (Time(0, "weeks"), ("0", "weeks")),
        (Time(2, "months"), ("2", "months")),
        (None, ("", "days")),
    ],
)
def test_any_time_given_before_is_shown(days: QuestionPage, number: int | None, shown: tuple[str, str]) -> None:
    days.number.show_number(7)
    days.show_state({"days": number}, {}, answered=True, progress="")
    assert (days.number.edit.text(), days.number.unit) == shown


def test_a_time_is_shown_again_in_the_unit_in_which_it_was_given(qtbot: QtBot, days: QuestionPage) -> None:
    typed(qtbot, days, "3")
    days.number.units["weeks"].click()
    days.show_state({"days": 21}, {}, answered=True, progress="")
    assert (days.number.edit.text(), days.number.unit) == ("3", "weeks")
    days.show_state({"days": 22}, {}, answered=True, progress="")
    assert (days.number.edit.text(), days.number.unit) == ("22", "days")
    assert days.number.units["days"].isChecked()


def test_a_number_may_be_not_sure(qtbot: QtBot, days: QuestionPage) -> None:
    answers = given(days)
    typed(qtbot, days, "5")
    days.unsure.click()
    assert answers == [{"days": None}]
    days.show_state({"days": None}, {}, answered=True, progress="")
    assert days.unsure.chosen
    assert days.number.edit.text() == ""
    days.go_on.click()
    assert answers == [{"days": None}] * 2
    typed(qtbot, days, "5")
    assert not days.unsure.chosen


def test_a_number_below_nought_can_be_typed_where_it_can_be_given(qtbot: QtBot, theme: Theme) -> None:
    scale = structs.replace(SCALES["age"], unit="degrees", least=-20, most=50)
    page = page_of(qtbot, theme, number("age", "a"), scales={"age": scale})
    answers = given(page)
    typed(qtbot, page, "-5-")
    page.go_on.click()
    assert answers == [{"age": -5}]
    typed(qtbot, page, "-21")
    page.go_on.click()
    assert answers == [{"age": -5}]


def test_a_number_that_must_be_known_has_no_third_answer(qtbot: QtBot, theme: Theme) -> None:
    scale = structs.replace(SCALES["age"], unsure=False, unit="stairs", answer_rule="Count them.")
    page = page_of(qtbot, theme, number("age", "a"), scales={"age": scale})
    assert page.unsure is None
    assert page.number.edit.accessibleDescription() == "Count them."
    assert "stairs" in page.number.edit.accessibleName()


# -- pictures that a tree brings -------------------------------------------------------------------


def test_a_tree_brings_its_own_pictures(qtbot: QtBot, theme: Theme) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><title>A leg</title></svg>'
    page = page_of(qtbot, theme, ask("f", "a", "b", picture="leg"), pictures={"leg": svg})
    picture = page.findChild(Picture)
    assert picture.isVisible()
    assert picture.accessibleName() == "A leg"


def test_tab_comes_to_the_unit_that_is_chosen_also_after_another_had_the_keyboard(
    qtbot: QtBot, days: QuestionPage
) -> None:
    """Else the arrows would move the ring alone, and years would be answered as days."""
    number = days.number
    assert number is not None
    number.units["years"].setFocus(Qt.FocusReason.TabFocusReason)
    number.units["years"].setChecked(True)
    days.show_state({}, {}, answered=False, progress="")
    number.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(number.edit, Qt.Key.Key_Tab)
    assert number.units["days"].hasFocus() and number.units["days"].isChecked()
    qtbot.keyClick(number.units["days"], Qt.Key.Key_Right)
    assert number.units["weeks"].hasFocus() and number.unit == "weeks"


@pytest.mark.parametrize("in_field", [True, False])
def test_the_keys_that_scroll_scroll_the_page_and_alter_no_number(
    qtbot: QtBot, days: QuestionPage, theme: Theme, in_field: bool
) -> None:
    theme.choose_text(200)
    days.resize(500, 300)
    days.show()
    qtbot.waitUntil(days.isVisible)
    QApplication.processEvents()
    typed(qtbot, days, "72")
    at = days.number.edit if in_field else days.heading
    at.setFocus()
    bar, keys = days.scroll_area.verticalScrollBar(), Qt.Key
    assert bar.maximum() > 0
    for key, place in ((keys.Key_End, bar.maximum()), (keys.Key_Home, 0)):
        qtbot.keyClick(at, key)
        assert bar.value() == place
    qtbot.keyClick(at, keys.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(at, keys.Key_PageUp)
    assert bar.value() == 0
    assert days.number.edit.text() == "72"
    qtbot.keyClick(days.number.edit, keys.Key_Up)
    assert days.number.edit.text() == "73"
    theme.choose_text(100)
