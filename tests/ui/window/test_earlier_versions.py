"""Earlier versions: listed with what differs, compared, and restored as one step that can be undone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import backups, beside, translation, tree_files, whole_files
from kneetree.files.translation import encode
from kneetree.model.translations import languages_of
from kneetree.model.tree import Review
from kneetree.ui import dialogs
from kneetree.ui.document import earlier, recent_files
from kneetree.ui.document.earlier import Earlier
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.earlier_versions import EarlierDialog
from kneetree.ui.window.main_window import MainWindow
from tests import trees
from tests.full_disk import no_room_for
from tests.ui.document.left import left_by
from tests.ui.editor.canvas.scene import scene_of
from tests.ui.window.versions import in_versions

Open = Callable[..., MainWindow]
NAMES = ["[a]*?.json", "a" * 200 + ".json", "b" * 240, os.fsdecode(b"\xff\xfe.json"), "sp ace; &.json"]


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "data"))


def saved_as(window: MainWindow, titles: list[str]) -> None:
    for title in titles:
        window.document.do(edits.set_title(window.document.tree, title), "title")
        assert window.files.save()


def test_a_clock_that_is_set_back_leaves_the_newest_first(tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    spanish = beside.place_of_language(path, "es")
    made = [
        (path, "20261129-120000"),
        (spanish, "20261129-120500"),
        (path, "20261129-121000"),
        (spanish, "20251129-122000"),
        (path, "20251129-123000"),
        (path, "20261129-130000"),
    ]
    for number, (of, when) in enumerate(made):
        backups.keep(backups.folder_of(tmp_path, of), b"%d" % number, datetime.strptime(when, "%Y%m%d-%H%M%S"))
    (found,) = earlier.steps(tmp_path, path)
    assert [state.path.read_bytes() for state in found] == [b"5", b"4", b"2", b"3", b"1", b"0"]


def test_a_version_is_restored_as_one_step_and_the_present_is_kept(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.show_edit()
    saved_as(window, ["One", "Two"])
    window.document.do(edits.set_title(window.document.tree, "Not saved"), "title")
    rows: list[str] = []

    def press(dialog: EarlierDialog) -> None:
        rows.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        dialog.list.setCurrentRow(1)
        dialog.restore_button.click()

    in_versions(press)
    steps = window.document.stack.count()
    window.menus.actions["earlier"].trigger()
    assert len(rows) == 2
    assert all("entries that differ from now: 1" in row for row in rows)
    assert window.document.tree.title == "Small tree"
    assert window.document.stack.count() == steps + 1
    assert window.document.dirty
    newest = earlier.states(window.document.folder, window.document.path)[0]
    assert tree_files.read_tree(newest.path).tree.title == "Not saved"
    window.document.stack.undo()
    assert window.document.tree.title == "Not saved"


@pytest.mark.skipif(sys.platform == "win32", reason="this system limits no file")
def test_nothing_is_restored_unasked_where_the_present_cannot_be_kept(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_window()
    window.show_edit()
    saved_as(window, ["One"])
    window.document.do(edits.set_title(window.document.tree, "Not saved"), "title")
    asked: list[str] = []
    agrees = [False]
    room = ExitStack()

    def confirm(_parent: object, question: str, yes: str, what_it_does: str) -> bool:
        asked.append(f"{question} {yes} {what_it_does}")
        room.close()  # what is restored after all is put down in the journal
        return agrees[0]

    monkeypatch.setattr(dialogs, "confirm", confirm)
    state = earlier.states(window.document.folder, window.document.path)[0]
    for agrees[0], title in ((False, "Not saved"), (True, "Small tree")):
        with room:
            room.enter_context(no_room_for(100))
            window.files.versions.restore(Earlier(state.when, state.path))
        assert window.document.tree.title == title
    assert len(asked) == 2 and str(window.document.folder) in asked[0]
    window.document.stack.undo()
    assert window.document.tree.title == "Not saved"


@pytest.mark.skipif(sys.platform == "win32", reason="this system limits no file")
def test_what_was_saved_is_not_said_to_be_kept_where_there_is_no_room(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path, told = open_window(), tmp_path / "small.json", list[str]()
    saved_as(window, ["Mine"])
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: bool(told.append(arguments[-1])))
    path.write_bytes(path.read_bytes().replace(b"Mine", b"Older"))
    with no_room_for(100):
        window.files._on_changed_on_disk()
    assert "cannot be kept" in told[0] and "another name" in told[0]
    assert window.document.tree.title == "Mine"


def test_a_version_without_places_is_drawn_as_if_it_had_just_been_opened(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.show_edit()
    document = window.document
    canvas = window.editor.canvas
    for answer in ("yes", "no", "yes"):
        window.editor.selection.select(document.tree.root)
        window.editor.commands[f"insert_question_{answer}"].trigger()
    assert window.files.save()
    document.do(
        edits.delete_subtree(document.tree, next(iter(document.tree.nodes[document.tree.root].edges()))[1]), "go"
    )
    assert window.files.save()
    before = scene_of(canvas.model)

    def press(dialog: EarlierDialog) -> None:
        dialog.list.setCurrentRow(0)
        dialog.restore_button.click()

    in_versions(press)
    window.menus.actions["earlier"].trigger()
    restored = scene_of(canvas.model)
    assert restored != before
    assert restored == scene_of(MapModel(document.tree.copy()))
    document.stack.undo()
    assert scene_of(canvas.model) == before
    document.stack.redo()
    assert scene_of(canvas.model) == restored


def test_a_version_is_compared_in_the_panel(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.show_edit()
    saved_as(window, ["One"])
    in_versions(lambda dialog: dialog.compare_button.click())
    window.menus.actions["earlier"].trigger()
    qtbot.waitUntil(lambda: window.editor.panels.compare.end_button.isEnabled())
    assert window.editor.panels.compare.parts.ids()


def test_a_damaged_version_says_so_and_restores_nothing(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    monkeypatch.setattr(dialogs, "inform", lambda _parent, heading, text: said.append(f"{heading}: {text}"))
    window = open_window()
    window.show_edit()
    window.menus.actions["earlier"].trigger()
    assert said == ["Earlier versions: There are no earlier versions of this file yet."]
    saved_as(window, ["One"])
    earlier.states(window.document.folder, window.document.path)[0].path.write_bytes(b"{")
    rows: list[str] = []

    def press(dialog: EarlierDialog) -> None:
        rows.append(dialog.list.item(0).text())
        dialog.restore_button.click()

    in_versions(press)
    window.menus.actions["earlier"].trigger()
    assert "cannot be read" in rows[0]
    assert len(said) == 2
    assert window.document.tree.title == "One"


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_file_of_any_name_is_opened_saved_shown_and_kept(
    open_window: Open, tmp_path: Path, name: str, qtbot: QtBot
) -> None:
    window = open_window()
    path = tmp_path / name
    path.write_bytes((tmp_path / "small.json").read_bytes())
    assert window.files.open_path(path)
    window.show_edit()
    saved_as(window, ["One", "Two"])
    assert tree_files.read_tree(path).tree.title == "Two"
    titles = [tree_files.read_tree(state.path).tree.title for state in earlier.states(window.document.folder, path)]
    assert titles == ["One", "Small tree"]
    window.windowTitle().encode()
    window.menus.recent.aboutToShow.emit()
    window.menus.recent.actions()[0].text().encode()
    assert recent_files.paths()[0] == path
    in_versions(lambda dialog: dialog.reject())
    window.menus.actions["earlier"].trigger()
    whole_files.write_bytes(path, b"{")
    assert not left_by(window.document).work


def test_a_file_with_other_names_is_told_of_once_before_it_is_saved(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agrees = [False]
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda _parent, question, *_: asked.append(question) or agrees[0])
    window = open_window()
    path, other = tmp_path / "small.json", tmp_path / "other.json"
    other.hardlink_to(path)
    window.show_edit()
    window.document.do(edits.set_title(window.document.tree, "One"), "title")
    assert not window.files.save()
    agrees[0] = True
    assert window.files.save()
    assert tree_files.read_tree(other).tree.title == "Small tree"
    other.unlink()
    other.hardlink_to(path)
    window.document.do(edits.set_title(window.document.tree, "Two"), "title")
    assert window.files.save()
    assert len(asked) == 2


def test_links_in_a_circle_are_told(open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: said.append(sentence))
    window = open_window()
    loop = tmp_path / "round.json"
    loop.symlink_to(loop)
    assert not window.files.open_path(loop)
    monkeypatch.setattr(dialogs, "save_path", lambda *_: loop)
    assert not window.files.save_as()
    assert len(said) == 2
    assert window.document.path == tmp_path / "small.json"


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_is_never_larger_than_the_screen(open_window: Open, theme: Theme, qtbot: QtBot, percent: int) -> None:
    window = open_window()
    theme.choose_text(percent)
    dialog = EarlierDialog(window, "tree.json", [], window.document.tree.copy())
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    assert dialog.width() < room.width() and dialog.height() < room.height()
    dialog.reject()


def test_no_number_is_cut_where_letters_are_large(qtbot: QtBot, tmp_path: Path) -> None:
    state = Earlier(datetime(2026, 11, 28, 12, 0), tmp_path / "there is none.json")
    dialog = EarlierDialog(None, "tree.json", [state], trees.small())
    qtbot.addWidget(dialog)
    dialog._look.stop()
    dialog.list.item(0).setText("2026-11-28 12:00:00   entradas que difieren de la actual: 123456")
    dialog.resize(300, 300)
    dialog.show()
    text, room = dialog.list.item(0).text(), dialog.list.viewport().width()
    assert dialog.list.fontMetrics().horizontalAdvance(text) > room
    place = dialog.list.visualItemRect(dialog.list.item(0))
    assert place.width() <= room
    assert place.height() >= 2 * dialog.list.fontMetrics().lineSpacing()


def test_a_translation_that_was_taken_out_comes_back_with_its_review(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.show_edit()
    document = window.document
    assert document.path is not None
    place, question = beside.place_of_language(document.path, "es"), next(iter(document.tree.questions))
    document.do(edits.begin_language(document.tree, "es"), "begin")
    document.do(edits.translate(document.tree, "es", "question", question, text="¿Pantorrilla?"), "translate")
    assert window.files.save()
    review = Review("Dr A", "GP", "2026-11-01", "2027-11-01", "0" * 64)
    reviewed = encode(structs.replace(translation.decode(place.read_bytes(), "es"), review=review))
    place.write_bytes(reviewed)
    assert window.files.open_path(document.path)
    window.document.do(edits.remove_language(document.tree, "es"), "remove")
    assert window.files.save()
    assert not place.exists()
    assert window.files.open_path(document.path)
    rows: list[str] = []

    def press(dialog: EarlierDialog) -> None:
        texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        rows.extend(text for text in texts if "Español (es)" in text)
        dialog.list.setCurrentRow(texts.index(rows[0]))
        assert not dialog.compare_button.isEnabled()
        dialog.restore_button.click()

    in_versions(press)
    steps = document.stack.count()
    window.menus.actions["earlier"].trigger()
    assert "entries that differ from now: 2" in rows[0]
    assert document.stack.count() == steps + 1
    assert list(languages_of(document.tree)) == ["es"]
    assert window.files.save()
    assert place.read_bytes() == reviewed
    document.stack.undo()
    assert not languages_of(document.tree)


def test_the_present_translation_is_kept_when_another_is_restored(open_window: Open) -> None:
    window = open_window()
    window.show_edit()
    document = window.document
    place, question = beside.place_of_language(document.path, "es"), next(iter(document.tree.questions))
    document.do(edits.begin_language(document.tree, "es"), "begin")
    for text in ("¿Una?", "¿Dos?"):
        document.do(edits.translate(document.tree, "es", "question", question, text=text), "translate")
        assert window.files.save()
    document.do(edits.translate(document.tree, "es", "question", question, text="¿Sin guardar?"), "translate")
    (state,) = earlier.states(document.folder, place)
    window.files.versions.restore(Earlier(state.when, state.path, "es"))
    assert "¿Una?" in encode(beside.language_of(document.tree, "es")).decode()
    assert "¿Sin guardar?" in earlier.states(document.folder, place)[0].path.read_text("utf-8")


def test_what_was_saved_is_an_earlier_version_once_another_program_has_written_over_it(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path, told = open_window(), tmp_path / "small.json", list[str]()
    saved_as(window, ["Mine"])
    mine = path.read_bytes()
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: told.append(arguments[-1]) or True)
    path.write_bytes(mine.replace(b"Mine", b"Older"))
    qtbot.waitUntil(lambda: window.document.tree.title == "Older")
    assert "Earlier versions" in told[0]
    assert window.document.backups()[0].read_bytes() == mine
