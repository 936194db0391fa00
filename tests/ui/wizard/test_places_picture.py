"""The picture that answers: clicks and touch on places, in step with the list beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kneetree.drawing.places import Mark
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.places_picture import PlacesPicture
from kneetree.ui.wizard.question_page import QuestionPage
from tests.shipped.seeded_faults import shipped as shipped_tree
from tests.trees import ask, collect, leaf, make

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320" width="480" height="320">
<title>A leg</title><rect width="480" height="320" fill="#fff"/>
<g transform="translate(100 0)"><g id="calf"><circle cx="0" cy="100" r="40"/><circle cx="300" cy="100" r="40"/></g></g>
<rect id="foot" x="80" y="240" width="12" height="40" fill="none"/>
</svg>"""
CALF, CALF_AGAIN, FOOT, NOWHERE = QPoint(100, 100), QPoint(400, 100), QPoint(86, 260), QPoint(250, 200)


def page_of(qtbot: QtBot, theme: Theme, node=None, svg: str = SVG) -> QuestionPage:
    node = node or collect(["calf", "thigh", "foot"], "a", picture="leg")
    tree = make({"node": node, "a": leaf(), "b": leaf()}, pictures={"leg": svg})
    page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    page.show_state({}, {}, answered=False, progress="")
    page.begin()
    QApplication.processEvents()
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QuestionPage:
    return page_of(qtbot, theme)


def at(page: QuestionPage, point: QPoint) -> QPoint:
    """A point of the drawing as it is shown now."""
    return point * (page.picture.height() / 320)


def click(qtbot: QtBot, page: QuestionPage, point: QPoint) -> None:
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=at(page, point))


@pytest.mark.parametrize("point", [CALF, CALF_AGAIN])
def test_a_click_on_a_place_ticks_its_line_and_a_second_one_takes_it_back(
    qtbot: QtBot, page: QuestionPage, point: QPoint
) -> None:
    click(qtbot, page, point)
    assert page.items.values == {"calf": True, "thigh": False, "foot": False}
    assert page.picture.marks["calf"] is Mark.TICKED
    assert page.go_on.text() == "&Continue"
    click(qtbot, page, point)
    assert page.items.values["calf"] is False
    assert page.picture.marks["calf"] is Mark.PLAIN


def test_a_click_beside_every_place_ticks_nothing(qtbot: QtBot, page: QuestionPage) -> None:
    click(qtbot, page, NOWHERE)
    assert not any(page.items.values.values())


def test_a_small_place_is_hit_from_close_by(qtbot: QtBot, page: QuestionPage) -> None:
    click(qtbot, page, FOOT + QPoint(12, 0))
    assert page.items.values["foot"] is True
    click(qtbot, page, FOOT + QPoint(20, 0))
    assert page.items.values["foot"] is True


def test_a_place_is_pressed_only_where_it_is_let_go(qtbot: QtBot, page: QuestionPage) -> None:
    qtbot.mousePress(page.picture, Qt.MouseButton.LeftButton, pos=at(page, CALF))
    qtbot.mouseRelease(page.picture, Qt.MouseButton.LeftButton, pos=at(page, FOOT))
    qtbot.mouseClick(page.picture, Qt.MouseButton.RightButton, pos=at(page, CALF))
    assert not any(page.items.values.values())


def test_two_quick_clicks_are_two(qtbot: QtBot, page: QuestionPage) -> None:
    click(qtbot, page, CALF)
    qtbot.mouseDClick(page.picture, Qt.MouseButton.LeftButton, pos=at(page, CALF))
    assert page.items.values["calf"] is True, "a click, and a double click that is two of them"


def test_a_finger_ticks_a_line(page: QuestionPage) -> None:
    finger = QTest.createTouchDevice()
    point = page.picture.mapTo(page.window(), at(page, CALF))
    window = page.window().windowHandle()
    QTest.touchEvent(window, finger).press(0, point, window).commit()
    QTest.touchEvent(window, finger).release(0, point, window).commit()
    QApplication.processEvents()
    assert page.items.values["calf"] is True
    assert page.picture.shown_pointed == "", "nothing stays pointed at where a finger was"


def test_a_line_marks_its_place(page: QuestionPage) -> None:
    calf, _thigh, foot = page.items.rows
    calf.tick.click()
    foot.unsure.click()
    assert page.picture.marks == {"calf": Mark.TICKED, "foot": Mark.UNSURE}
    calf.tick.click()
    assert page.picture.marks["calf"] is Mark.PLAIN


def test_a_place_that_was_not_sure_is_ticked_by_a_click(qtbot: QtBot, page: QuestionPage) -> None:
    page.items.rows[0].unsure.click()
    click(qtbot, page, CALF)
    assert page.items.values["calf"] is True
    assert page.picture.marks["calf"] is Mark.TICKED


def test_what_was_said_before_is_marked(page: QuestionPage) -> None:
    page.show_state({"calf": None, "foot": True}, {}, answered=True, progress="")
    assert page.picture.marks == {"calf": Mark.UNSURE, "foot": Mark.TICKED}


def test_a_line_that_is_not_asked_has_no_place(qtbot: QtBot, page: QuestionPage) -> None:
    page.show_state({}, {"calf": True}, answered=False, progress="")
    assert page.picture.marks == {"calf": Mark.ABSENT, "foot": Mark.PLAIN}
    click(qtbot, page, CALF)
    assert page.items.values == {"thigh": False, "foot": False}
    page.show_state({}, {}, answered=False, progress="")
    click(qtbot, page, CALF)
    assert page.items.values["calf"] is True


def test_marks_are_seen(page: QuestionPage) -> None:
    seen = [page.picture.grab().toImage()]
    for change in (page.items.rows[0].tick.click, page.items.rows[0].unsure.click):
        change()
        seen.append(page.picture.grab().toImage())
    page.picture.show_pointed("calf")
    seen.append(page.picture.grab().toImage())
    assert all(one != other for number, one in enumerate(seen) for other in seen[:number])


# -- what the pointer is told ----------------------------------------------------------------------


def test_it_is_drawn_once_for_each_look_that_it_has(qtbot: QtBot, page: QuestionPage) -> None:
    drawn = page.picture._drawn.cacheKey()
    page.picture.repaint()
    assert page.picture._drawn.cacheKey() == drawn
    click(qtbot, page, CALF)
    page.picture.repaint()
    assert page.picture._drawn.cacheKey() != drawn
    drawn = page.picture._drawn.cacheKey()
    page.picture.setFixedSize(240, 160)
    page.picture.repaint()
    assert page.picture._drawn.cacheKey() != drawn
    assert page.picture._drawn.size() == page.picture.size() * page.picture.devicePixelRatioF()


def test_the_place_under_the_pointer_is_shown(qtbot: QtBot, page: QuestionPage) -> None:
    qtbot.mouseMove(page.picture, at(page, CALF))
    qtbot.waitUntil(lambda: page.picture.shown_pointed == "calf")
    assert page.picture.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(page.picture, at(page, NOWHERE))
    qtbot.waitUntil(lambda: page.picture.shown_pointed == "")
    assert page.picture.cursor().shape() is not Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(page.picture, at(page, CALF_AGAIN))
    qtbot.waitUntil(lambda: page.picture.shown_pointed == "calf")
    QApplication.sendEvent(page.picture, QEvent(QEvent.Type.Leave))
    assert page.picture.shown_pointed == ""


def test_the_tip_is_the_statement_of_the_place_as_plain_text(
    qtbot: QtBot, page: QuestionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[QPoint, str]] = []
    monkeypatch.setattr(QToolTip, "showText", lambda where, text, *_more: told.append((where, text)))
    for point in (CALF, NOWHERE):
        here = at(page, point)
        QApplication.sendEvent(page.picture, QHelpEvent(QEvent.Type.ToolTip, here, page.picture.mapToGlobal(here)))
    ((where, text),) = told
    assert text == f"<span>{page.items.rows[0].text.text()}</span>"
    assert page.picture.mapFromGlobal(where).y() > page.picture.height() * 0.9, "beneath, where it hides no place"


def test_a_tip_goes_with_its_place(qtbot: QtBot, page: QuestionPage, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden: list[bool] = []
    qtbot.mouseMove(page.picture, at(page, CALF))
    qtbot.waitUntil(lambda: page.picture.shown_pointed == "calf")
    monkeypatch.setattr(QToolTip, "hideText", lambda: hidden.append(True))
    qtbot.mouseMove(page.picture, at(page, CALF + QPoint(5, 0)))
    qtbot.mouseMove(page.picture, at(page, FOOT))
    qtbot.waitUntil(lambda: page.picture.shown_pointed == "foot")
    assert hidden == [True]


def test_the_place_of_the_line_with_pointer_or_keyboard_is_shown(qtbot: QtBot, page: QuestionPage) -> None:
    calf, thigh, foot = page.items.rows
    calf.tick.setFocus()
    qtbot.waitUntil(lambda: page.picture.shown_pointed == "calf")
    thigh.tick.setFocus()
    qtbot.waitUntil(lambda: page.picture.shown_pointed == "")
    QApplication.sendEvent(foot, QEvent(QEvent.Type.Enter))
    assert page.picture.shown_pointed == "foot"
    QApplication.sendEvent(foot, QEvent(QEvent.Type.Leave))
    assert page.picture.shown_pointed == ""


def test_the_list_alone_is_for_the_keyboard_and_screen_readers(page: QuestionPage) -> None:
    assert page.picture.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert page.picture.toolTip() == "", "Qt would read it to screen readers as a description"
    told = QAccessible.queryAccessibleInterface(page.picture)
    assert told.childCount() == 0
    statements = {row.text.text() for row in page.items.rows}
    for part in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
        assert told.text(part) not in statements


# -- other pictures --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "svg"),
    [
        (ask("calf", "a", "b", picture="leg"), SVG),
        (collect(["thigh"], "a", picture="leg"), SVG),
        (collect(["calf"], "a", picture="leg"), SVG.replace('id="calf"', "")),
    ],
)
def test_a_picture_without_places_for_the_list_only_shows(qtbot: QtBot, theme: Theme, node, svg: str) -> None:
    assert not isinstance(page_of(qtbot, theme, node, svg).picture, PlacesPicture)


# -- the shipped picture ---------------------------------------------------------------------------


@pytest.fixture
def where(qtbot: QtBot, theme: Theme) -> QuestionPage:
    tree = shipped_tree()
    node = next(name for name, node in tree.nodes.items() if getattr(node, "asks", "") == "where")
    page = QuestionPage(theme, content_of(tree, node), lambda: -1)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    page.show_state({}, {}, answered=False, progress="")
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("height", [400, 320, 258])
def test_every_line_can_be_ticked_in_the_shipped_picture(qtbot: QtBot, where: QuestionPage, height: int) -> None:
    """Where there is room, as clear as it must be, and as it is in a window of 1024 by 600."""
    where.picture.setFixedSize(where.picture.sizeHint() * (height / 400))
    assert where.picture.height() == height
    reached = {}
    for y in range(0, height, 3):
        for x in range(0, where.picture.width(), 3):
            found = where.picture.place_at(QPointF(x, y))
            reached.setdefault(found, []).append(QPoint(x, y))
    findings = {row.finding for row in where.items.rows}
    assert set(reached) - {""} == findings
    for finding in findings:
        assert len(reached[finding]) * 9 >= 24 * 24, f"{finding} is too small to hit"
        qtbot.mouseClick(where.picture, Qt.MouseButton.LeftButton, pos=reached[finding][len(reached[finding]) // 2])
    assert where.items.values == dict.fromkeys(where.items.values, True)
