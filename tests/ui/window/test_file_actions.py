"""The file menu: open, save, export, recover; what goes wrong is a sentence and loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder
from kneetree.ui import dialogs, language
from kneetree.ui.document.document import Document
from kneetree.ui.window import quiet
from kneetree.ui.window.file_actions import Files
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.window.menus import Menus
from tests import trees
from tests.ui.document.left import left_by
from tests.ui.window import pausing

Open = Callable[..., MainWindow]


def retitle(window: MainWindow, title: str) -> Change:
    builder = ChangeBuilder(window.document.tree)
    builder.set("title", "", title)
    return builder.change()


def test_save_writes_the_file_that_was_opened(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.document.do(retitle(window, "Changed"), "title")
    window.menus.actions["save"].trigger()
    assert tree_files.read_tree(tmp_path / "small.json").tree.title == "Changed"
    assert window.windowTitle() == "small.json"


def test_save_as_goes_on_with_the_new_file(open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "other.json")
    window.menus.actions["save_as"].trigger()
    assert window.windowTitle() == "other.json"
    assert (tmp_path / "other.json").read_bytes() == (tmp_path / "small.json").read_bytes()
    window.menus.recent.aboutToShow.emit()
    assert [action.data().name for action in window.menus.recent.actions()] == ["other.json", "small.json"]


def test_recent_files_open(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    (tmp_path / "b&b.json").write_bytes(tree_files.encode_tree(trees.make({"q": trees.ask("f", "a", "b"),
        "a": trees.leaf(), "b": trees.leaf("self_care")}, title="Second")))  # fmt: skip
    window.files.open_path(tmp_path / "b&b.json")
    window.files.open_path(tmp_path / "small.json")
    window.menus.recent.aboutToShow.emit()
    second = window.menus.recent.actions()[1]
    assert second.text().endswith("b&&b.json")
    second.trigger()
    window.menus.recent.triggered.emit(second)
    assert window.document.tree.title == "Second"


def test_a_full_or_forbidden_place_is_a_sentence(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    window = open_window()
    window.document.do(retitle(window, "Changed"), "title")
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "nowhere" / "tree.json")
    window.menus.actions["save_as"].trigger()
    window.menus.actions["export"].trigger()
    assert len(said) == 2
    assert window.document.dirty
    assert window.document.tree.title == "Changed"


def test_revert_asks_before_changes_are_given_up(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    window.document.do(retitle(window, "Changed"), "title")
    monkeypatch.setattr(dialogs, "confirm", lambda *_: False)
    window.menus.actions["revert"].trigger()
    assert window.document.tree.title == "Changed"
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    window.menus.actions["revert"].trigger()
    assert window.document.tree.title == "Small tree"


def test_a_new_tree_is_edited_before_it_can_be_walked(open_window: Open, said: list[str]) -> None:
    window = open_window()
    window.menus.actions["new"].trigger()
    assert not window.menus.actions["revert"].isEnabled()
    assert window.document.tree.title == "New tree"
    window.start()
    assert len(said) == 1
    assert "Choose Edit to mend the tree" in said[0]
    assert window.session.walk is None


@pytest.mark.parametrize("spoken", language.SPOKEN)
def test_no_two_formats_have_one_name(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, spoken: str
) -> None:
    window, offered = open_window(), []
    monkeypatch.setattr(dialogs, "save_path", lambda *given: offered.append(given[-1]))
    translators = language.Translators(qapp)
    translators.install(spoken)
    try:
        window.menus.actions["export"].trigger()
    finally:
        translators.install("en")
    names = [kind.rpartition(" (")[0] for kind in offered[0].split(";;")]
    assert len(names) == len({*names}) == 12


FORMATS = ["svg", "png", "pdf", "html", "chart.html", "dot", "mmd", "graphml", "csv", "xlsx", "fhir.json"]


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_written(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, said: list[str]
) -> None:
    window = open_window()
    path = tmp_path / f"out.{ending}"
    monkeypatch.setattr(dialogs, "save_path", lambda *_: path)
    window.menus.actions["export"].trigger()
    assert said == []
    assert path.stat().st_size > 100


def test_no_web_page_is_made_of_a_tree_that_cannot_be_walked(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    window = open_window()
    window.menus.actions["new"].trigger()
    path = tmp_path / "out.html"
    monkeypatch.setattr(dialogs, "save_path", lambda *_: path)
    window.menus.actions["export"].trigger()
    assert len(said) == 1
    assert "Choose Edit to mend the tree" in said[0]
    assert not path.exists()


Asked = list[tuple[bool, int]]


@pytest.fixture
def theirs(monkeypatch: pytest.MonkeyPatch) -> tuple[Asked, Callable[[dialogs.Theirs], None]]:
    """What is asked where a file was changed meanwhile, and what takes the answer, which is LATER at first."""
    asked: Asked = []
    answer = [dialogs.Theirs.LATER]

    def ask(_parent: object, _name: str, *, gone: bool, unreadable: bool, unsaved: int) -> dialogs.Theirs:
        assert not unreadable
        asked.append((gone, unsaved))
        return answer[0]

    monkeypatch.setattr(dialogs, "changed_meanwhile", ask)
    monkeypatch.setattr(quiet, "PAUSE_MS", 0)
    return asked, lambda choice: answer.__setitem__(0, choice)


def write_theirs(window: MainWindow) -> None:
    other = window.document.tree.copy()
    other.title = "Theirs"
    window.document.path.write_bytes(tree_files.encode_tree(other))


def on_disk(window: MainWindow) -> str:
    return str(tree_files.read_tree(window.document.path).tree.title)


def test_a_file_changed_by_another_program_is_asked_about_once(open_window: Open, theirs: object, qtbot: QtBot) -> None:
    asked, answer = theirs
    window = open_window()
    answer(dialogs.Theirs.THEIRS)
    window.document.do(retitle(window, "Mine"), "title")
    write_theirs(window)
    qtbot.waitUntil(lambda: window.document.tree.title == "Theirs", timeout=5000)
    assert asked == [(False, 1)]
    assert not window.document.dirty


def test_where_nothing_can_be_lost_it_is_only_asked_whether_to_read_it_again(
    open_window: Open, theirs: object, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked, _ = theirs
    window = open_window()
    questions: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda _parent, question, *_: questions.append(question) or True)
    write_theirs(window)
    qtbot.waitUntil(lambda: window.document.tree.title == "Theirs", timeout=5000)
    assert (len(questions), asked) == (1, [])


def test_a_file_that_is_gone_is_told_too_and_can_be_saved_again(
    open_window: Open, theirs: object, qtbot: QtBot
) -> None:
    asked, answer = theirs
    window = open_window()
    answer(dialogs.Theirs.MINE)
    window.document.path.unlink()
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    assert asked == [(True, 0)]
    assert window.document.dirty, "closing the window asks now"
    assert window.files.save()
    assert window.document.path.is_file()


@pytest.mark.parametrize("choice", list(dialogs.Theirs))
def test_saving_asks_where_the_file_was_changed_although_nobody_told_us(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theirs: object, choice: dialogs.Theirs
) -> None:
    asked, answer = theirs
    window = open_window()
    window.document.watch.stop()
    window.document.watch._path = window.document.path  # as where the system tells of no changes
    window.document.do(retitle(window, "Mine"), "title")
    write_theirs(window)
    answer(choice)
    compared: list[Path] = []
    window.files.compare_with = compared.append
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "elsewhere.json")
    theirs_path = window.document.path
    saved = window.files.save()
    assert asked == [(False, 1)]
    assert (theirs_path, "Theirs" if choice is not dialogs.Theirs.MINE else "Mine") == (
        theirs_path,
        tree_files.read_tree(theirs_path).tree.title,
    )
    assert saved is (choice in (dialogs.Theirs.MINE, dialogs.Theirs.THEIRS, dialogs.Theirs.ELSEWHERE))
    assert window.document.tree.title == ("Theirs" if choice is dialogs.Theirs.THEIRS else "Mine")
    assert compared == ([theirs_path] if choice is dialogs.Theirs.COMPARE else [])
    assert window.document.dirty is (choice in (dialogs.Theirs.LATER, dialogs.Theirs.COMPARE))
    if choice is dialogs.Theirs.THEIRS:
        window.document.stack.undo()
        assert window.document.tree.title == "Mine"
        assert window.document.dirty
    if choice is dialogs.Theirs.LATER:
        assert not window.files.save(), "it is asked again, not written over"
        assert len(asked) == 2
    if choice is dialogs.Theirs.MINE:
        backups = sorted((window.document.folder / "backups").rglob("*.json"))
        assert any(b"Theirs" in backup.read_bytes() for backup in backups)


@pytest.mark.parametrize("choice", list(dialogs.Recovery))
def test_work_that_was_left_is_offered(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: dialogs.Recovery, qtbot: QtBot
) -> None:
    window = open_window()
    folder = tmp_path / "app"
    killed = Document(tree_files.read_tree(tmp_path / "small.json").tree, folder=folder)
    killed.open(tmp_path / "small.json")
    builder = ChangeBuilder(killed.tree)
    builder.set("title", "", "Almost lost")
    killed.do(builder.change(), "title")
    killed.recovery._journal.leave()  # as when the process is gone
    document = Document(trees.small(), folder=folder)
    monkeypatch.setattr(dialogs, "recover", lambda *_, **__: choice)
    files = Files(document, window, Menus(window))
    pausing.offer_recovery(files)
    assert (document.tree.title == "Almost lost") is (choice is dialogs.Recovery.OPEN)
    assert bool(left_by(document).work) is (choice is dialogs.Recovery.LATER)
    document.close()


def test_what_is_set_aside_is_said_and_where_it_lies(
    open_window: Open, tmp_path: Path, said: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    folder = tmp_path / "app" / "journals"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.journal").write_text("Dear diary, it hurts behind the knee. " * 100)
    (folder / "b.journal-wal").write_bytes(b"log")
    document = Document(trees.small(), folder=tmp_path / "app")
    pausing.offer_recovery(Files(document, window, Menus(window)))
    (sentences,) = said
    for words in ("not of this version", "damaged", str(folder / "set aside" / "a.journal"), "Nothing was deleted"):
        assert words in sentences
    document.close()


def test_a_damaged_journal_is_offered_as_such(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.informativeText() or box.text()))
    dialogs.recover(None, "a.json", "2026-11-27T12:00:00", 3)
    dialogs.recover(None, "a.json", "2026-11-27T12:00:00", 3, damaged=True)
    assert "cannot be read" not in shown[0]
    assert "cannot be read" in shown[1]


def test_work_of_which_nothing_is_left_is_not_offered_as_no_changes(
    monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.informativeText() or box.text()))
    for changes in (0, 1, 2):
        dialogs.recover(None, "a.json", "2026-11-27T12:00:00", changes)
    none, one, two = shown
    assert none == one
    assert "a change to a.json" in one
    assert "2 changes to a.json" in two


def test_work_that_was_left_opens_where_it_was_and_is_told_as_its_author_would(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "data"))
    window = open_window()
    document = window.document
    sentence, question = "Did your calf swell within a few days?", next(iter(document.tree.questions))
    for end in range(1, len(sentence) + 1):
        builder = ChangeBuilder(document.tree)
        builder.set("question", question, replace(document.tree.questions[question], text=sentence[:end]))
        document.do(builder.change(), "typing", merge="text")
    document.recovery._journal.leave()  # as when the process is gone
    document.recovery._journal = None
    document.stack.setClean()
    asked: list[int] = []
    choose = lambda _parent, _name, _when, changes, **_: asked.append(changes) or dialogs.Recovery.OPEN  # noqa: E731
    monkeypatch.setattr(dialogs, "recover", choose)
    pausing.offer_recovery(window.files)
    assert asked == [1]
    assert document.tree.questions[question].text == sentence
    assert document.stack.count() == 1
    assert window.editor is not None and window.editor.isVisible()
    node = next(
        key
        for key in document.tree.nodes
        if document.tree.nodes[key].edges() and document.tree.asked(key).entry == question
    )
    assert window.editor.selection.current == node
