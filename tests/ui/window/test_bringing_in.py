"""File > Import: a table or a drawing opens in Edit as unsaved work, with what is missing in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.importing import Wanted
from kneetree.importing.template import SHIPPED, template
from kneetree.model.tree import Answer, Urgency, WarningSign
from kneetree.ui import dialogs
from kneetree.ui.window import import_dialogs
from kneetree.ui.window.import_dialogs import AnswersDialog
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import RESULT
from tests.importing import drawn
from tests.importing.drawn import arrow, model, shape

Open = Callable[..., MainWindow]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str], str]]:
    """What the window lists: the heading, the sentences, and the button that is offered."""
    listed: list[tuple[str, list[str], str]] = []

    def tell(_parent: object, heading: str, sentences: list[str], more: str = "") -> bool:
        listed.append((heading, list(sentences), more))
        return bool(more)

    monkeypatch.setattr(import_dialogs, "tell", tell)
    return listed


def bring_in(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    monkeypatch.setattr(import_dialogs, "path", lambda _parent: path)
    window.menus.actions["import"].trigger()


def test_only_an_author_is_offered_to_import(open_window: Open) -> None:
    window = open_window()
    assert not window.menus.actions["import"].isVisible()
    window.show_edit()
    assert window.menus.actions["import"].isVisible()


def test_a_table_opens_as_unsaved_work_with_its_problems(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window()
    window.show_edit()
    window.editor.panels.show_panel.emit("history")
    bring_in(window, monkeypatch, tmp_path / "mine.csv", SHIPPED.read_bytes())
    document = window.document
    assert (document.path, document.dirty, document.tree.title) == (None, True, "mine")
    assert window.windowTitle() == "*mine"
    assert window.editor.isVisible()
    assert window.editor.tabs.currentWidget() is window.editor.panels.problems
    assert (tmp_path / "mine.csv").read_bytes() == SHIPPED.read_bytes()
    left: list[str] = []
    monkeypatch.setattr(dialogs, "save_first", lambda _parent, name: left.append(name) or dialogs.Choice.CANCEL)
    assert not window.files.may_leave()
    assert left == ["mine"]
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "mine.json")
    window.menus.actions["save"].trigger()
    assert not document.dirty


def test_an_import_before_the_editor_was_opened_shows_problems_too(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    bring_in(window, monkeypatch, tmp_path / "mine.csv", SHIPPED.read_bytes())
    assert window.editor.isVisible()
    assert window.editor.tabs.currentWidget() is window.editor.panels.problems
    window.document.stack.setClean()


@pytest.mark.parametrize("opened", [False, True])
def test_all_of_an_import_is_in_sight_and_stays_so_as_the_panes_settle(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, opened: bool
) -> None:
    window = open_window()
    window.resize(1280, 800)
    if opened:
        window.show_edit()
    rows = "id,kind,question,yes,no,urgency\n"
    rows += "".join(f"q{n},question,Is it number {n}?,l{n},q{n + 1},\n" for n in range(30))
    rows += "".join(f"l{n},result,Result {n},,,routine\n" for n in range(30)) + "q30,result,Nothing,,,routine\n"
    bring_in(window, monkeypatch, tmp_path / "mine.csv", rows.encode())
    canvas = window.editor.canvas
    assert len(window.document.tree.nodes) == 61

    def all_in_sight() -> bool:
        return canvas.zoom < 1 and all(map(canvas.is_in_sight, window.document.tree.nodes))

    qtbot.waitUntil(all_in_sight, timeout=5000)
    window.resize(1500, 900)
    QApplication.processEvents()
    qtbot.waitUntil(all_in_sight, timeout=5000)
    window.document.stack.setClean()


def test_faults_are_listed_and_the_open_tree_stays(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[tuple[str, list[str], str]]
) -> None:
    window = open_window()
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "new.xlsx")
    bring_in(window, monkeypatch, tmp_path / "bad.csv", b"id,question,yes,no\nq,Hot?,a,b\na,Go,,\n")
    ((heading, sentences, more),) = told
    assert "bad.csv" in heading
    assert sentences == ["Row 2: No leads to 'b', and there is no such row; write the id of one that is there."]
    assert more
    assert (tmp_path / "new.xlsx").read_bytes()[:2] == template("x.xlsx")[:2]
    assert window.document.path == tmp_path / "small.json"
    assert window.editor is None


def test_a_file_that_cannot_be_read_is_a_sentence(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    said: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    bring_in(window, monkeypatch, tmp_path / "bad.drawio", b"<mxfile>")
    assert len(said) == 1
    assert window.document.path == tmp_path / "small.json"


def chart() -> bytes:
    return drawn.file(
        model(
            shape("q", "Hot?"), shape("a", "Go"), shape("b", "Self-care: Stay"), arrow("1", "q", "a", "positive"),
            arrow("2", "q", "b", "negative"), shape("t", "A title", style=drawn.TEXT),
        )
    )  # fmt: skip


def test_what_only_the_author_knows_is_asked_in_one_dialog(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[tuple[str, list[str], str]]
) -> None:
    window = open_window()
    asked: list[list[str]] = []

    def answers(_parent: object, wanted: list[Wanted]) -> dict[str, str]:
        asked.append([one.key for one in wanted])
        return {"label:positive": "no", "label:negative": "yes", "urgency:a": "routine"}

    monkeypatch.setattr(import_dialogs, "answers", answers)
    bring_in(window, monkeypatch, tmp_path / "x.drawio", chart())
    assert asked == [["label:positive", "label:negative", "urgency:a"]]
    tree = window.document.tree
    assert tree.nodes[tree.root].target("no") == "go"
    assert tree.leaf("go").urgency is Urgency.ROUTINE
    assert [sentences for _, sentences, _ in told] == [["Nothing was made of 'A title', which is beside the chart."]]
    window.document.stack.setClean()


def test_a_drawn_chart_is_walked_once_what_check_names_is_filled_in(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window()
    bring_in(window, monkeypatch, tmp_path / "knee.drawio", drawn.file(model(*drawn.chart())))
    document = window.document
    said: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    window.start()
    assert len(said) == 1, "it has errors, so it cannot be walked yet"
    results = [key for key, _ in document.tree.leaves()]
    document.do(edits.add_part(document.tree, "warning", "worse", WarningSign("it gets worse")), "warning")
    document.do(edits.set_fields_of(document.tree, results, get_help_if={Urgency.EMERGENCY: ("worse",)}), "net")
    document.do(edits.set_part(document.tree, "condition", "unknown", name="A sore knee"), "condition")
    for finding in list(document.tree.findings):
        document.do(edits.set_part(document.tree, "finding", finding, statement="It is so."), "finding")
    window.show_check()
    window.start()
    for given, node in ((Answer.NO, "are_you_short_of_breath"), (Answer.YES, "is_one_calf_bigger")):
        qtbot.waitUntil(lambda node=node: window.view.wizard.node_shown == node, timeout=20_000)
        page = window.view.wizard.question_page(node)
        qtbot.mouseClick(page.answers.buttons[given], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.view.wizard.currentId() == RESULT, timeout=20_000)
    assert window.results.summary.urgency is Urgency.SAME_DAY
    document.stack.setClean()


def test_giving_up_the_answers_leaves_all_as_it_was(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(import_dialogs, "answers", lambda *_: None)
    bring_in(window, monkeypatch, tmp_path / "x.drawio", chart())
    assert window.document.path == tmp_path / "small.json"
    assert not window.document.dirty


def test_unsaved_work_is_not_lost_for_an_import(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    bring_in(window, monkeypatch, tmp_path / "one.csv", SHIPPED.read_bytes())
    monkeypatch.setattr(dialogs, "save_first", lambda *_: dialogs.Choice.CANCEL)
    bring_in(window, monkeypatch, tmp_path / "two.csv", SHIPPED.read_bytes())
    assert window.document.tree.title == "one"
    window.document.stack.setClean()


# -- the dialogs -----------------------------------------------------------------------------------

WANTED = (
    Wanted("label:x", "label", "?", (("yes", "Yes"), ("no", "No")), ("'Hot <b>?'", "'Go'", "'{0} x'")),
    Wanted("urgency:a", "urgency", "?", (("routine", "routine"), ("same_day", "same day")), ("'Go'",), may_wait=True),
)


def test_all_but_what_may_wait_has_to_be_chosen(qtbot: QtBot) -> None:
    dialog = AnswersDialog(WANTED)
    qtbot.addWidget(dialog)
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "'Hot <b>?' leads to 'Go' by '{0} x'. Is that Yes or No?" in words
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    box = dialog.boxes["label:x"]
    assert [box.itemText(at) for at in range(box.count())] == ["Choose…", "Yes", "No"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert ok.isEnabled()
    assert dialog.said == {"label:x": "yes", "urgency:a": ""}
    qtbot.keyClick(dialog.boxes["urgency:a"], Qt.Key.Key_End)
    assert dialog.said == {"label:x": "yes", "urgency:a": "same_day"}
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert not ok.isEnabled()


@pytest.fixture
def pressed() -> Iterator[Callable[[str], list[str]]]:
    """Presses a button of the dialog that opens next, and keeps what the dialog said."""

    def press(button: str) -> list[str]:
        said: list[str] = []

        def on_open() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            said.append(dialog.findChild(QPlainTextEdit).toPlainText())
            buttons = dialog.findChild(QDialogButtonBox).buttons()
            next(one for one in buttons if one.text().replace("&", "") == button).click()

        QTimer.singleShot(0, on_open)
        return said

    yield press


@pytest.mark.parametrize(("button", "more"), [("OK", False), ("Save a template", True)])
def test_the_list_can_be_read_and_offers_more(
    qtbot: QtBot, pressed: Callable[[str], list[str]], button: str, more: bool
) -> None:
    said = pressed(button)
    assert import_dialogs.tell(None, "What is wrong", ["Row 1: <b>", "Row 2"], "Save a &template") is more
    assert said == ["Row 1: <b>\n\nRow 2"]
