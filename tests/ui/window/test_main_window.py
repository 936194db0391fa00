"""The window as a person uses it: from Start to paper, files that fail, nothing lost, nothing written unasked."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kneetree import shipped
from kneetree.files import tree_files
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import About, Answer, Review, Start, Tree
from kneetree.ui import dialogs
from kneetree.ui.document import asking
from kneetree.ui.document.document import Document
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import EMERGENCY, RESULT, START
from kneetree.ui.wizard.question_page import QuestionPage
from tests import trees
from tests.proof.test_longest import longer_on_paper
from tests.ui.wizard.test_pressed_again import settle

Open = Callable[..., MainWindow]


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(qtbot: QtBot, window: MainWindow, *answers: str) -> None:
    for given in answers:
        page = window.view.wizard.question_page(window.view.wizard.node_shown)
        if page.answers is not None:
            click(qtbot, page.answers.buttons[Answer(given)])
        else:
            click(qtbot, page.go_on)


def texts_of(window: MainWindow) -> str:
    page = window.view.wizard.currentPage()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


# -- from start to result --------------------------------------------------------------------------


def test_start_pressed_before_the_tree_is_there_waits_and_goes_on(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    click(qtbot, window.view.wizard.start_page.start)
    assert window.view.wizard.currentId() == START
    assert not window.view.wizard.start_page.start.isEnabled()
    window.load(path)
    qtbot.waitUntil(lambda: window.view.wizard.node_shown == "lungs", timeout=20_000)
    window.wait_for_loader()


def test_a_file_that_is_back_can_be_started(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    window.load(path)
    page = window.view.wizard.start_page
    qtbot.waitUntil(page.trouble.isVisible, timeout=20_000)
    click(qtbot, page.start)
    assert not page.start.isEnabled()
    qtbot.waitUntil(page.start.isEnabled, timeout=20_000)
    path.write_bytes(tree_files.encode_tree(trees.small()))
    click(qtbot, page.start)
    qtbot.waitUntil(lambda: window.view.wizard.node_shown == "lungs", timeout=20_000)
    window.wait_for_loader()


@pytest.mark.parametrize(
    "where", ["kneetree.ui.window.loading.importlib.import_module", "kneetree.ui.document.session.Session.__init__"]
)
def test_start_can_be_pressed_again_after_a_fault_while_loading(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    page = window.view.wizard.start_page

    def fail(*_arguments: object, **_named: object) -> None:
        if threading.current_thread() is threading.main_thread():
            raise ZeroDivisionError

    with qtbot.captureExceptions() as caught, monkeypatch.context() as patched:
        patched.setattr(where, fail)
        click(qtbot, page.start)
        window.load(path)
        qtbot.waitUntil(page.start.isEnabled, timeout=5_000)
        qtbot.wait(50)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert (window.document, window.files, window.session) == (None, None, None)
    click(qtbot, page.start)
    qtbot.waitUntil(lambda: window.view.wizard.node_shown == "lungs", timeout=20_000)
    assert len(window.findChildren(Document)) == 1
    window.wait_for_loader()


def test_start_tries_again_where_no_thread_could_be_had(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("no more threads")

    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    page = window.view.wizard.start_page
    with qtbot.captureExceptions() as caught, monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", refuse)
        click(qtbot, page.start)
        window.load(path)
        qtbot.waitUntil(page.start.isEnabled, timeout=20_000)
    assert len(caught) == 1
    click(qtbot, page.start)
    qtbot.waitUntil(lambda: window.view.wizard.node_shown == "lungs", timeout=20_000)
    window.wait_for_loader()


@pytest.mark.parametrize("fault", [MemoryError, RecursionError, KeyboardInterrupt])
def test_a_fault_in_reading_is_told_and_nobody_waits(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]
) -> None:
    def read(_path: Path) -> None:
        raise fault

    monkeypatch.setattr(tree_files, "read_tree", read)
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    page = window.view.wizard.start_page
    with qtbot.captureExceptions() as caught:
        click(qtbot, page.start)
        window.load(tmp_path / "tree.json")
        qtbot.waitUntil(page.start.isEnabled, timeout=20_000)
    assert len(caught) == 1
    assert window.session is None


def test_from_start_to_the_result_by_clicks(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    click(qtbot, window.view.wizard.start_page.start)
    answer(qtbot, window, "no", "yes")
    assert window.view.wizard.currentId() == RESULT
    shown = texts_of(window)
    for expected in (
        "Get medical care today", "A dvt", "A strain", "Rest.", "it gets worse", "Because.",
        "Is it swelling_calf? Yes", "Draft: no clinician has reviewed it.",
    ):  # fmt: skip
        assert expected in shown
    assert shown.index("Get medical care today") < shown.index("A dvt")
    assert "https://example.org/" not in shown
    click(qtbot, window.results.page.sources.button)
    assert "https://example.org/" in texts_of(window)


def test_from_start_to_the_result_by_keyboard_alone(qtbot: QtBot, open_window: Open, qapp: QApplication) -> None:
    window = open_window()
    qtbot.waitUntil(window.isActiveWindow)
    window.view.wizard.start_page.begin()
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    assert window.view.wizard.node_shown == "lungs"
    for keys in ((Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return), (Qt.Key.Key_Down, Qt.Key.Key_Return)):
        for key in keys:
            qtbot.keyClick(qapp.focusWidget(), key)
    assert window.view.wizard.currentId() == RESULT
    assert window.session.walk.answers == {"breathless": False, "swelling_calf": True}


def test_an_emergency_leaves_only_print_start_again_and_a_way_back(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    click(qtbot, window.view.wizard.start_page.start)
    answer(qtbot, window, "yes")
    assert window.view.wizard.currentId() == EMERGENCY
    pressable = [button for button in window.centralWidget().findChildren(QPushButton) if button.isVisible()]
    words = {"I answered that by mistake", "Print…", "Start again"}
    assert {button.text().replace("&", "") for button in pressable} == words
    assert "Call emergency services now" in texts_of(window)
    assert not window.view.path.isVisible()
    click(qtbot, window.results.emergency.again)
    assert window.view.wizard.currentId() == START
    assert window.session.walk is None
    assert window.bar.isVisible()


def test_every_answer_on_the_result_can_be_changed(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.start()
    answer(qtbot, window, "no", "yes")
    changes = [button for button in window.results.page.findChildren(QPushButton) if button.text() == "Change"]
    assert len(changes) == 2
    assert changes[0].accessibleName() == "Change: Is it swelling_calf? Yes"
    click(qtbot, changes[0])
    assert window.view.wizard.node_shown == "calf"
    answer(qtbot, window, "no")
    assert window.view.wizard.node_shown == "risks"


def test_going_back_to_the_first_page_goes_on_where_it_was(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.start()
    answer(qtbot, window, "no")
    for _ in range(2):
        click(qtbot, window.view.wizard.question_page(window.view.wizard.node_shown).back)
    start = window.view.wizard.start_page
    assert start.start.text() == "&Go on"
    click(qtbot, start.start)
    assert window.view.wizard.node_shown == "calf"
    window.view.wizard.back()
    window.view.wizard.back()
    click(qtbot, start.again)
    assert window.session.walk is None
    assert start.start.text() == "&Start"


# -- every screen says what it is ------------------------------------------------------------------


def test_the_state_of_review_is_on_every_screen(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    assert window.foot.text().startswith("Draft: no clinician has reviewed it.")
    assert "Small tree 1.0.0" in window.foot.text()
    window.document.tree.review = Review("Dr A", "GP", "2026-01-01", "2999-01-01", "0" * 64)
    window.document.state_changed.emit()
    assert window.foot.text().startswith("Changed since the review by Dr A")
    window.document.tree.review = Review("Dr A", "GP", "2020-01-01", "2021-01-01", "0" * 64)
    window.document.state_changed.emit()
    assert window.foot.text().startswith("The review that was due on 2021-01-01 has not been recorded.")
    window.start()
    assert window.foot.isVisible()
    answer(qtbot, window, "yes")
    assert "due on 2021-01-01" in texts_of(window), "on the page that interrupts everything too"


# -- paper, files, clipboard -----------------------------------------------------------------------


@pytest.fixture
def result(qtbot: QtBot, open_window: Open) -> MainWindow:
    window = open_window()
    window.start()
    answer(qtbot, window, "no", "unsure", "go on")
    return window


@pytest.mark.parametrize(("wish", "ending", "start"), [("pdf", "pdf", b"%PDF"), ("html", "html", b"<!DOCTYPE html>")])
def test_the_result_is_saved_where_the_person_says(
    qtbot: QtBot,
    result: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    wish: str,
    ending: str,
    start: bytes,
) -> None:
    path = tmp_path / f"out.{ending}"
    monkeypatch.setattr(dialogs, "save_path", lambda *_: path)
    click(qtbot, result.results.page.wishes[wish])
    assert path.read_bytes()[: len(start)].lower() == start.lower()
    notice = result.results.notices[RESULT]
    assert notice.isVisible()
    assert notice.label.accessibleName() == f"Saved to {path}"
    assert notice.label.text().replace("\u200b", "") == f"Saved to {path}"


@pytest.mark.parametrize(("wish", "ending"), [("pdf", "pdf"), ("html", "html")])
def test_a_file_is_offered_in_the_documents_by_a_name_that_says_what_it_is(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wish: str, ending: str
) -> None:
    tree = trees.small()
    builder = ChangeBuilder(tree)
    builder.set("title", "", "../Knee: left/right?")
    tree.apply(builder.change())
    window = open_window(tree)
    window.start()
    answer(qtbot, window, "no", "yes")
    offered: list[Path] = []

    def choose(_parent: object, _title: str, suggested: str, _kinds: str) -> Path:
        offered.append(Path(suggested))
        return tmp_path / "mine" / f"x.{ending}"

    monkeypatch.setattr(dialogs, "save_path", choose)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    (tmp_path / "mine").mkdir()
    click(qtbot, window.results.page.wishes[wish])
    click(qtbot, window.results.page.wishes[wish])
    name = f"Knee left right , result of {window.results.summary.made}.{ending}"
    assert offered == [tmp_path / name, tmp_path / "mine" / name], "the second where the first was saved"


def test_a_second_result_of_the_same_day_is_offered_a_name_that_is_free(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window()
    window.start()
    answer(qtbot, window, "no", "yes")
    offered: list[str] = []

    def take(_parent: object, _title: str, suggested: str, _kinds: str) -> Path:
        offered.append(Path(suggested).name)
        return Path(suggested)

    monkeypatch.setattr(dialogs, "save_path", take)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    for _ in range(3):
        click(qtbot, window.results.page.wishes["html"])
    name = offered[0].removesuffix(".html")
    assert offered == [f"{name}.html", f"{name} 2.html", f"{name} 3.html"]
    assert {path.name for path in tmp_path.glob("*.html")} == set(offered), "nothing was written over"


def test_what_was_done_does_not_cover_the_buttons_that_are_pressed(qtbot: QtBot, result: MainWindow) -> None:
    page, notice = result.results.page, result.results.notices[RESULT]
    bar, view = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport()
    places, told = set(), set()
    for width, height in product((900, 620), (420, 500, 600, 800)):  # in the narrow one the sentence takes more lines
        result.resize(width, height)
        QApplication.processEvents()
        button = page.wishes["copy_text"]  # in a low window the page has its parts in another order
        for value in range(0, bar.maximum() + 1, 8):
            bar.setValue(value)
            top = button.mapTo(view, QPoint(0, 0)).y()
            if 0 <= top <= view.height() - button.height():
                click(qtbot, button)
                shown = QRect(notice.mapTo(result, QPoint(0, 0)), notice.size())
                for other in page.wishes.values():
                    if other.parentWidget() is button.parentWidget():
                        assert not shown.intersects(QRect(other.mapTo(result, QPoint(0, 0)), other.size()))
                if page.more.isVisible():
                    assert not shown.intersects(QRect(page.more.mapTo(result, QPoint(0, 0)), page.more.size()))
                    told.add(notice.y() == 0)
                places.add(notice.y() == 0)
                notice.hide()
    assert places == {True, False}, "at the head of the page, and where there is room at its foot"
    assert False in told, "at the foot, above the button that scrolls on"


def test_what_was_done_is_no_longer_said_on_another_page(qtbot: QtBot, result: MainWindow) -> None:
    notice = result.results.notices[RESULT]
    assert not notice.isVisible()
    click(qtbot, result.results.page.wishes["copy_text"])
    assert notice.isVisible()
    result.view.wizard.back()
    answer(qtbot, result, "go on")
    assert result.view.wizard.currentId() == RESULT
    assert not notice.isVisible()


def test_what_was_done_is_said_on_when_what_was_pressed_is_gone(qtbot: QtBot, result: MainWindow) -> None:
    notice, pressed = result.results.notices[RESULT], QPushButton("Copy", result.results.page)
    pressed.show()
    pressed.setFocus()
    notice.say("Copied")
    assert notice._pressed is pressed
    pressed.deleteLater()
    qtbot.waitUntil(lambda: not Shiboken.isValid(pressed))
    notice._place()
    assert notice.isVisible()


def test_the_wheel_scrolls_the_page_beneath_what_was_done(qtbot: QtBot, result: MainWindow) -> None:
    page, notice = result.results.page, result.results.notices[RESULT]
    bar = page.scroll_area.verticalScrollBar()
    page.wishes["copy_text"].click()
    bar.setValue(0)
    middle = QPointF(notice.rect().center())
    turned = QWheelEvent(
        middle, notice.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(notice, turned)
    assert bar.maximum() > 0
    assert bar.value() > 0


@pytest.mark.parametrize(
    ("percent", "size"), [(200, (900, 620)), (200, (420, 600)), (100, (420, 420)), (100, (900, 620))]
)
def test_the_last_line_can_be_read_above_what_was_done(
    qtbot: QtBot, result: MainWindow, theme: Theme, percent: int, size: tuple[int, int]
) -> None:
    theme.choose_text(percent)
    result.resize(*size)
    settle()
    page, notice = result.results.page, result.results.notices[RESULT]
    bar, last = page.scroll_area.verticalScrollBar(), page.middle.findChildren(QLabel)[-1]
    for label in page.middle.findChildren(QLabel):
        if label.isVisible() and bottom(label) > bottom(last):
            last = label
    bar.setValue(bar.maximum())
    settle()

    before = bar.value(), bottom(last)
    notice.say("Saved to " + "/a/long/way/to/it" * 6)
    settle()
    assert (bar.value(), bottom(last)) == before, "nothing moves"
    qtbot.keyClick(page, Qt.Key.Key_End)
    settle()
    assert bottom(last) <= notice.mapToGlobal(QPoint(0, 0)).y()
    scrolled = bar.value(), bottom(last)
    notice.hide()
    settle()
    assert (bar.value(), bottom(last)) == scrolled, "nothing moves when it goes"
    bar.setValue(0)
    settle()
    bar.setValue(bar.maximum())
    settle()
    assert (bar.value(), bottom(last)) == before, "the page ends where it did"
    theme.choose_text(100)


def bottom(widget: QWidget) -> int:
    return widget.mapToGlobal(QPoint(0, widget.height())).y()


def test_what_was_done_goes_when_it_can_have_been_read_and_moves_nothing(qtbot: QtBot, result: MainWindow) -> None:
    page, notice = result.results.page, result.results.notices[RESULT]
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()  # "More below" has gone by then

    def places() -> list[object]:
        return [page.scroll_area.geometry(), bar.value(), bar.maximum()]

    before = places()
    page.wishes["copy_text"].click()
    assert notice.isVisible()
    assert notice.geometry().bottom() == page.rect().bottom()
    assert places() == before
    assert notice.timer.isActive()
    assert 6000 <= notice.timer.interval() <= 10_000, "it can be read twice, and is no longer news"
    notice.timer.setInterval(0)  # all that time is over
    qtbot.waitUntil(notice.isHidden)
    assert places() == before


@pytest.mark.parametrize(("answers", "number"), [(("yes",), EMERGENCY), (("no", "yes"), RESULT)])
def test_a_result_begins_at_its_top_in_the_smallest_window(
    qtbot: QtBot, theme: Theme, open_window: Open, answers: tuple[str, ...], number: int
) -> None:
    """The focus goes to the headline, which is below its icon there, and must not scroll to it."""
    theme.choose_text(200)
    window = open_window()
    window.resize(360, 500)
    window.start()
    answer(qtbot, window, *answers)
    assert window.view.wizard.currentId() == number
    page = window.view.wizard.currentPage()
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().maximum() > 500)
    assert page.window().focusWidget().property("role") == "question"
    for _ in range(5):
        QApplication.processEvents()
        assert page.scroll_area.verticalScrollBar().value() == 0
    theme.choose_text(175)
    for _ in range(5):
        QApplication.processEvents()
        assert page.scroll_area.verticalScrollBar().value() == 0


def test_what_was_done_is_said_on_the_emergency_page_too(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.start()
    answer(qtbot, window, "yes")
    window.menus.actions["copy_text"].trigger()
    assert window.results.notices[EMERGENCY].label.text().startswith("Copied.")
    assert window.results.notices[EMERGENCY].isVisible()


@pytest.mark.parametrize("wish", ["pdf", "html"])
def test_a_folder_that_is_not_there_is_one_sentence_and_nothing_lost(
    qtbot: QtBot, result: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wish: str, said: list[str]
) -> None:
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "nowhere" / "out")
    click(qtbot, result.results.page.wishes[wish])
    assert len(said) == 1
    assert result.view.wizard.currentId() == RESULT
    assert not result.results.notices[RESULT].isVisible(), "nothing was saved"


def test_cancelling_writes_nothing(qtbot: QtBot, result: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "save_path", lambda *_: None)
    click(qtbot, result.results.page.wishes["pdf"])


def test_the_result_is_copied_as_text(qtbot: QtBot, result: MainWindow, qapp: QApplication) -> None:
    click(qtbot, result.results.page.wishes["copy_text"])
    assert "GET MEDICAL CARE TODAY" in qapp.clipboard().text()
    notice = result.results.notices[RESULT]
    assert notice.label.text() == "Copied. You can now paste the result into a message or a document."
    click(qtbot, result.results.page.wishes["copy_sources"])
    assert qapp.clipboard().text() == "A book. https://example.org/"


def file_menu(window: MainWindow) -> list[str]:
    entries = [action for action in window.menus.file.actions() if action.isVisible() and not action.isSeparator()]
    return [entry.text().replace("&", "") for entry in entries]


def test_the_file_menu_holds_what_a_patient_needs_and_in_edit_what_an_author_needs(open_window: Open) -> None:
    window = open_window()
    assert file_menu(window)[0] == "New tree", "on the first page, where a new author looks for it"
    window.start()
    patient = [
        "Open a tree…", "Open recent", "Use the tree that comes with kneetree", "Start again", "Print the result…",
        "Save the result as PDF…", "Save the result as HTML…", "Copy the result as text", "Quit",
    ]  # fmt: skip
    authors = [
        "New tree", "New from example", "Save the tree", "Save the tree as…", "Revert to the file", "Earlier versions…",
        "Export the tree…", "Import a table or a drawing…",
    ]  # fmt: skip
    assert file_menu(window) == patient
    window.show_edit()
    assert set(file_menu(window)) == {*patient, *authors, "Record this walk as a case…"} - {"Start again"}
    window.show_check()
    assert file_menu(window) == patient


def test_there_is_nothing_to_print_before_there_is_a_result(open_window: Open, result: MainWindow) -> None:
    names = ("print", "pdf", "html", "copy_text")
    assert all(result.menus.actions[name].isEnabled() for name in names)
    result.start_again()
    assert not any(result.menus.actions[name].isEnabled() for name in names)


# -- other trees -----------------------------------------------------------------------------------


def spoilt(**parts: object) -> str:
    """The file of the small tree with some of its parts exchanged."""
    whole = json.loads(tree_files.encode_tree(trees.small()))
    for name, value in parts.items():
        whole[name] = {**whole[name], **value} if isinstance(value, dict) and name in whole else value
    return json.dumps(whole)


SCALE = {"text": "How many?", "unit": "steps", "at_least": "{n}", "under": "{n}"}
SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BAD_FILES = {
    "cut": ('{"format": "kneetree/2", "title"', "line"),
    "old": (spoilt(format="kneetree/1"), "kneetree/1"),
    "unknown": (
        spoilt(nodes={"calf": {"kind": "question", "asks": "nothing", "yes": "risks", "no": "strain"}}),
        "nothing",
    ),
    "both": (
        spoilt(
            nodes={"risks": {"kind": "question", "asks": "list_cancer_travel_pill", "next": "strain", "at_least": 2}}
        ),
        "at_least",
    ),
    "scale": (spoilt(scales={"steps": {**SCALE, "least": 9, "most": 1}}), "least"),
    "script": (spoilt(pictures={"leg": SCRIPT}), "script"),
}


@pytest.mark.parametrize(("content", "told"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_cannot_be_opened_leaves_what_was_open(
    open_window: Open,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    said: list[str],
    qtbot: QtBot,
    content: str,
    told: str,
) -> None:
    window = open_window()
    window.start()
    answer(qtbot, window, "no")
    bad = tmp_path / "bad.json"
    bad.write_text(content)
    monkeypatch.setattr(dialogs, "open_path", lambda *_: bad)
    window.menus.actions["open"].trigger()
    assert len(said) == 1
    assert "bad.json" in said[0]
    assert told in said[0]
    assert "\n" not in said[0]
    assert window.view.wizard.node_shown == "calf"
    assert window.session.walk.answers == {"breathless": False}


def test_a_tree_brings_its_own_words(qtbot: QtBot, open_window: Open) -> None:
    tree = trees.small()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A hip</title></svg>'
    builder = ChangeBuilder(tree)
    builder.set("start", "", Start("Pain in the hip", "Answer.", "Check my hip", "hip"))
    builder.set("about", "", About(call="112"))
    builder.set("picture", "hip", svg)
    tree.apply(builder.change())
    window = open_window(tree)
    page = window.view.wizard.start_page
    assert (page.heading.text(), page.use.text(), page.start.text()) == ("Pain in the hip", "Answer.", "Check my hip")
    assert page.picture.accessibleName() == "A hip"
    assert page.emergency.text() == "In an emergency, call 112 now."
    assert window.bar.check_button.text() == "Check my hip"
    window.start()
    answer(qtbot, window, "yes")
    assert "Call 112 now" in texts_of(window)
    assert "Call 112 again if…" in texts_of(window)


def test_another_tree_is_not_called_a_knee_while_it_is_read(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "hip.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))
    window = MainWindow(theme)
    qtbot.addWidget(window)
    assert window.bar.check_button.text() == "Check my knee", "the one that comes with the program"
    window.load(path)
    window.show()
    assert window.session is None
    assert window.bar.check_button.text() == "Answer the questions"
    assert "knee" not in texts_of(window).lower()
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    window.wait_for_loader()


def test_a_tree_without_words_says_nothing_of_knees(open_window: Open) -> None:
    window = open_window()
    assert window.bar.check_button.text() == "Answer the questions"
    assert "knee" not in texts_of(window).lower()


def test_another_tree_starts_anew(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    window.start()
    answer(qtbot, window, "no")
    other = tmp_path / "other.json"
    other.write_bytes(tree_files.encode_tree(trees.make({
        "first": trees.ask("f", "a", "b"), "a": trees.leaf(), "b": trees.leaf("self_care"),
    }, title="Other <b>tree</b>")))  # fmt: skip
    monkeypatch.setattr(dialogs, "open_path", lambda *_: other)
    window.menus.actions["open"].trigger()
    assert window.view.wizard.currentId() == START
    assert window.view.wizard.start_page.heading.text() == "Other <b>tree</b>"
    assert window.windowTitle() == "other.json"
    window.start()
    assert window.view.wizard.node_shown == "first"


def test_unsaved_work_is_asked_about_before_the_window_closes(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from kneetree.model.change_builder import ChangeBuilder

    window = open_window()
    builder = ChangeBuilder(window.document.tree)
    builder.set("title", "", "Changed")
    window.document.do(builder.change(), "change title")
    assert window.windowTitle().startswith("*")
    monkeypatch.setattr(dialogs, "save_first", lambda *_: dialogs.Choice.CANCEL)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    monkeypatch.setattr(dialogs, "save_first", lambda *_: dialogs.Choice.SAVE)
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()
    assert tree_files.read_tree(tmp_path / "small.json").tree.title == "Changed"


def test_an_edit_keeps_the_answers_and_shows_the_new_words(qtbot: QtBot, open_window: Open) -> None:
    from kneetree.model.change_builder import ChangeBuilder

    window = open_window()
    window.start()
    answer(qtbot, window, "no")
    builder = ChangeBuilder(window.document.tree)
    builder.set("question", "swelling_calf", trees.ask("swelling_calf", "a", "b", text="Is it thick?").question)
    window.document.do(builder.change(), "text")
    assert window.view.wizard.node_shown == "calf"
    assert window.view.wizard.question_page("calf").heading.text() == "Is it thick?"
    assert window.session.walk.answers == {"breathless": False}
    window.document.stack.undo()
    assert window.view.wizard.question_page("calf").heading.text() == "Is it swelling_calf?"


# -- what must never happen ------------------------------------------------------------------------


def test_a_walk_writes_nothing_and_opens_no_socket(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("a socket was opened")

    window = open_window()
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "settings" not in path.parts}
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    opened: list[tuple[object, ...]] = []
    real_open = Path.open

    def watch(path: Path, mode: str = "r", *args: object, **more: object) -> object:
        if set(mode) & set("wax+"):
            opened.append((path, mode))
        return real_open(path, mode, *args, **more)

    monkeypatch.setattr(Path, "open", watch)
    window.start()
    answer(qtbot, window, "no", "unsure", "go on")
    window.start_again()
    assert opened == []
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "settings" not in path.parts}
    assert after == before


def test_nothing_of_the_window_can_reach_the_network() -> None:
    """No module of the program names a network module of Qt or of Python."""
    package = Path(tree_files.__file__).parent
    for path in package.rglob("*.py"):
        text = path.read_text("utf-8")
        for name in ("QtNetwork", "import socket", "urllib.request", "http.client", "QDesktopServices", "webbrowser"):
            assert name not in text, f"{path} names {name}"


def test_a_fault_of_the_program_is_told_and_the_work_kept(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from kneetree.errors import KneetreeError

    window = open_window()
    told: list[str] = []
    monkeypatch.setattr(dialogs, "unexpected", lambda _parent, detail: told.append(detail))
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: told.append(sentence))
    window.report_fault(ValueError("x"), "Traceback ...")
    window.report_fault(KneetreeError("The disk is full."), "Traceback ...")
    assert told == ["Traceback ...", "The disk is full."]
    assert window.isVisible()


def test_text_of_200_percent_loses_nothing(qtbot: QtBot, open_window: Open, theme: Theme) -> None:
    window = open_window()
    theme.choose_text(200)
    window.resize(1280, 800)
    window.start()
    answer(qtbot, window, "no", "yes")
    page = window.results.page
    QApplication.processEvents()  # the strip below finds its place
    for widget in page.findChildren(QLabel) + page.findChildren(QPushButton):
        if widget.isVisible() and widget.text():
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right <= page.width(), widget.text()
            if isinstance(widget, QPushButton):
                assert widget.width() >= widget.sizeHint().width(), widget.text()
            elif widget.wordWrap():
                assert widget.height() >= widget.heightForWidth(widget.width()) - 1, widget.text()


def test_the_first_question_says_how_many_follow_at_most(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted in a thread, and not what the graph alone allows."""
    monkeypatch.setattr(asking, "SMALL", 0)
    window = open_window(longer_on_paper())
    click(qtbot, window.view.wizard.start_page.start)
    qtbot.waitUntil(lambda: "Question 1, at most 2 more" in texts_of(window), timeout=20_000)
    answer(qtbot, window, "yes")
    qtbot.waitUntil(lambda: "Question 2, at most 1 more" in texts_of(window), timeout=20_000)


FIRST = "Question 1, at most 23 more"


def begun(qtbot: QtBot, open_window: Open) -> tuple[MainWindow, Tree, QuestionPage]:
    """The window on the shipped tree with its first page, which says by now how many questions follow at most."""
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    window = open_window(tree)
    window.start()
    qtbot.waitUntil(lambda: window.session.walk is not None, timeout=20_000)
    page = window.view.wizard.question_page(tree.root)
    qtbot.waitUntil(lambda: page.progress.text() == FIRST, timeout=20_000)
    return window, tree, page


def test_a_question_gone_back_to_says_what_the_proof_said_of_it(qtbot: QtBot, open_window: Open) -> None:
    window, tree, page = begun(qtbot, open_window)
    window.session.answer(dict.fromkeys(tree.asked(tree.root).findings, False))
    qtbot.waitUntil(lambda: window.view.wizard.node_shown != tree.root, timeout=20_000)
    page.progress.setText("")
    window.view.wizard.back()
    assert window.view.wizard.node_shown == tree.root
    assert page.progress.text() == FIRST


def test_a_question_asked_again_after_a_slip_says_how_many_follow_at_most(qtbot: QtBot, open_window: Open) -> None:
    window, tree, page = begun(qtbot, open_window)
    page.items.rows[0].tick.click()
    click(qtbot, page.go_on)
    while window.view.wizard.node_shown == tree.root:  # the lines have to be read first
        click(qtbot, page.go_on)
    emergency = window.view.wizard.currentPage()
    click(qtbot, next(iter(emergency.mistakes.values())))
    qtbot.waitUntil(lambda: window.view.wizard.node_shown == tree.root, timeout=20_000)
    qtbot.waitUntil(lambda: page.progress.text() == FIRST, timeout=20_000)


def test_the_keyboard_goes_from_page_to_page_and_to_nothing_between(
    open_window: Callable[..., MainWindow], qapp: QApplication
) -> None:
    """A screen reader would say each part that had it on the way."""
    window = open_window(trees.small())
    window.start()
    assert window.session is not None
    wizard = window.view.wizard
    wizard.question_page(str(wizard.node_shown)).go_on.setFocus()
    went: list[QWidget] = []
    qapp.focusChanged.connect(lambda _old, now: went.append(now))
    window.session.answer(dict.fromkeys(window.session.tree.asked(str(wizard.node_shown)).facts, False))
    assert [widget for widget in went if widget is not None] == [wizard.question_page(str(wizard.node_shown)).heading]


def test_another_colour_leaves_the_keyboard_where_it_is(
    open_window: Callable[..., MainWindow], qapp: QApplication
) -> None:
    window = open_window(trees.small())
    window.start()
    wizard = window.view.wizard
    heading = wizard.question_page(str(wizard.node_shown)).heading
    heading.setFocus()
    window.theme.choose_mode("dark")
    QApplication.processEvents()
    assert qapp.focusWidget() is heading


@pytest.mark.parametrize(
    "reason",
    [
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    ],
)
def test_a_result_stays_where_it_is_read_when_a_menu_or_dialog_is_closed(
    result: MainWindow, reason: Qt.FocusReason
) -> None:
    page = result.results.page
    bar = page.scroll_area.verticalScrollBar()
    headline = page.focusWidget()
    headline.clearFocus()
    bar.setValue(bar.maximum())
    headline.setFocus(reason)
    assert bar.value() == bar.maximum() > 0
    headline.clearFocus()
    headline.setFocus(Qt.FocusReason.TabFocusReason)
    assert bar.value() == 0
