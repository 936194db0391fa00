"""Saving on a disk that does not answer, or has no room: the window lives, and nothing is lost or written twice."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QProgressDialog
from pytestqt.qtbot import QtBot

from kneetree import edits, shipped
from kneetree.files import journal, translation, tree_files, whole_files
from kneetree.files.meanwhile import Found, Meanwhile
from kneetree.files.texts import FORMAT, Language
from kneetree.importing import template
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.texts import Texts
from kneetree.ui import dialogs
from kneetree.ui.document import recovery
from kneetree.ui.window import import_dialogs, quiet
from kneetree.ui.window.main_window import MainWindow
from tests import trees
from tests.ui.document.left import left_by
from tests.ui.window import pausing

Open = Callable[..., MainWindow]


@pytest.fixture
def said(said: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(quiet, "PAUSE_MS", 0)
    return said


class Share:
    """A folder of which some calls of the system do not return until ``answers`` is set, and none in the window."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.answers = threading.Event()
        self.hangs: set[str] = set()
        self.reached = threading.Event()
        for owner, name in ((os, "stat"), (os, "lstat"), (os, "replace"), (tempfile, "mkstemp"), (Path, "read_bytes")):
            monkeypatch.setattr(owner, name, self._slow(getattr(owner, name), name))

    def _slow(self, real: Callable[..., object], name: str) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            if any(str(one).startswith(str(self.folder)) for one in (*given, *named.values())):
                self._wait(name)
            return real(*given, **named)

        return call

    def _wait(self, name: str) -> None:
        if not self.hangs:
            return
        assert threading.current_thread() is not threading.main_thread(), f"{name}: the window's thread would hang"
        if name in self.hangs:
            self.reached.set()
            assert self.answers.wait(60)


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    (tmp_path / "share").mkdir()
    made = Share(tmp_path / "share", monkeypatch)
    yield made
    made.answers.set()


def opened(open_window: Open, share: Share) -> MainWindow:
    window = open_window()
    path = share.folder / "tree.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))
    assert window.files.open_path(path)
    window.document.do(edits.set_title(window.document.tree, "Mine"), "title")
    return window


def title(share: Share) -> str:
    return str(tree_files.read_tree(share.folder / "tree.json").tree.title)


def during(window: MainWindow, share: Share, do: Callable[[], object]) -> list[str]:
    """Do something as soon as the bar is there and the thread hangs; return what the bar says, in a list to come."""
    seen: list[str] = []

    def look() -> None:
        bar = window.findChild(QProgressDialog)
        if bar is None or not bar.isVisible() or not share.reached.is_set():
            QTimer.singleShot(20, window, look)
            return
        seen.append(bar.labelText())
        do()

    QTimer.singleShot(20, window, look)
    return seen


def stop(window: MainWindow) -> Callable[[], None]:
    return lambda: window.findChild(QProgressDialog).canceled.emit()


@pytest.mark.parametrize("call", ["stat", "lstat", "mkstemp", "read_bytes"])
def test_a_save_that_is_stopped_before_it_writes_has_written_nothing(
    open_window: Open, share: Share, said: list[str], qtbot: QtBot, call: str
) -> None:
    window = opened(open_window, share)
    share.hangs = {call}
    seen = during(window, share, stop(window))
    assert not window.files.save()
    assert (seen, said) == (["Saving tree.json…"], [])
    assert window.document.dirty
    share.hangs = set()
    share.answers.set()
    qtbot.waitUntil(lambda: threading.active_count() == 1)
    assert title(share) == "Small tree"
    assert [path.name for path in share.folder.iterdir()] == ["tree.json"]
    assert window.files.save()
    assert title(share) == "Mine"


def test_while_it_is_saved_the_window_lives_and_begins_no_second_save(
    open_window: Open, share: Share, said: list[str], qtbot: QtBot
) -> None:
    window = opened(open_window, share)
    share.hangs = {"mkstemp"}
    again: list[bool] = []

    def use_it() -> None:
        again.append(window.files.save())
        again.append(window.close())
        window.document.do(edits.set_title(window.document.tree, "Later"), "title")
        share.answers.set()

    seen = during(window, share, use_it)
    assert window.files.save()
    assert (len(seen), again, said) == (1, [False, False], [])
    assert window.isVisible()
    share.hangs = set()
    assert title(share) == "Mine"
    assert window.document.tree.title == "Later"
    assert window.document.dirty, "what was changed meanwhile is not saved"
    assert window.windowTitle() == "*tree.json"
    window.document.recovery._journal.leave()  # as when the process is gone
    ((_, work),) = left_by(window.document).work
    assert (work.tree.title, len(work.changes)) == ("Later", 1)
    assert tree_files.decode_tree(work.base, "base").title == "Mine"
    assert window.files.save()
    assert title(share) == "Later"
    assert not window.document.dirty


@pytest.mark.parametrize("edited", [False, True])
def test_a_save_that_cannot_be_stopped_any_more_goes_on_although_nobody_waits(
    open_window: Open, share: Share, said: list[str], qtbot: QtBot, edited: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(open_window, share)
    share.hangs = {"replace"}
    during(window, share, stop(window))
    assert not window.files.save()
    assert len(said) == 1 and "tree.json is still being saved" in said[0]
    assert window.document.dirty
    assert not window.files.save()
    assert len(said) == 2, "not twice at once"
    if edited:
        window.document.do(edits.set_title(window.document.tree, "Later"), "title")
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "save_first", lambda _parent, name: asked.append(name) or dialogs.Choice.CANCEL)
    assert not window.close()
    assert asked == ["tree.json"]
    share.hangs = set()
    share.answers.set()
    qtbot.waitUntil(lambda: title(share) == "Mine" and window.document.meanwhile() == Found(Meanwhile.SAME))
    assert window.document.dirty is edited
    assert window.files.save()
    assert title(share) == ("Later" if edited else "Mine")
    qtbot.wait(500)
    assert len(said) == 2, "what we have written ourselves is nobody else's"


def test_what_does_not_come_to_an_end_can_be_saved_elsewhere(
    open_window: Open, share: Share, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = opened(open_window, share)
    share.hangs = {"replace"}
    during(window, share, stop(window))
    assert not window.files.save()
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "elsewhere.json")
    assert window.files.save_as()
    assert window.document.path == tmp_path / "elsewhere.json"
    share.hangs = set()
    share.answers.set()
    qtbot.waitUntil(lambda: threading.active_count() == 1)
    assert window.document.path == tmp_path / "elsewhere.json"
    assert not window.document.dirty


@pytest.mark.parametrize("wish", ["revert", "theirs", "look"])
def test_reading_the_file_again_can_be_stopped(
    open_window: Open, share: Share, said: list[str], monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    window = opened(open_window, share)
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    monkeypatch.setattr(dialogs, "changed_meanwhile", lambda *_, **__: dialogs.Theirs.THEIRS)
    if wish == "theirs":
        other = trees.small()
        other.title = "Theirs"
        window.document.watch._watcher.blockSignals(True)
        (share.folder / "tree.json").write_bytes(tree_files.encode_tree(other))
        real = dialogs.changed_meanwhile

        def choose(*given: object, **named: object) -> dialogs.Theirs:
            share.hangs = {"read_bytes"}
            return real(*given, **named)

        monkeypatch.setattr(dialogs, "changed_meanwhile", choose)
    else:
        share.hangs = {"read_bytes"}
    do: dict[str, Callable[[], object]] = {
        "revert": window.menus.actions["revert"].trigger,
        "theirs": window.menus.actions["save"].trigger,
        "look": window.files._on_changed_on_disk,
    }
    seen = during(window, share, stop(window))
    do[wish]()
    assert seen == ["Looking at tree.json…" if wish == "look" else "Opening tree.json…"]
    assert (window.document.tree.title, window.document.dirty, said) == ("Mine", True, [])


def test_a_change_on_the_disk_is_looked_at_in_a_thread(
    open_window: Open, share: Share, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = opened(open_window, share)
    told: list[int] = []
    window.document.changed_on_disk.connect(lambda: told.append(1))
    monkeypatch.setattr(window.files, "_on_changed_on_disk", lambda: None)
    (share.folder / "tree.json").write_bytes(b"{}")
    share.hangs = {"read_bytes"}
    qtbot.waitUntil(share.reached.is_set)
    assert told == []
    share.answers.set()
    qtbot.waitUntil(lambda: told == [1])
    share.hangs = set()


def test_work_that_was_left_waits_for_no_share(
    open_window: Open, share: Share, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(open_window, share)
    (share.folder / "tree.es.json").write_bytes(
        translation.encode(Language(format=FORMAT, language="es", tree=Texts(of="12345678", title="Primero")))
    )
    window.document.recovery._journal.leave()  # as when the process is gone
    window.document.recovery._journal = None
    window.document.stack.setClean()
    monkeypatch.setattr(dialogs, "recover", lambda *_, **__: dialogs.Recovery.OPEN)
    share.hangs = {"read_bytes"}
    seen = during(window, share, stop(window))
    pausing.offer_recovery(window.files)
    assert seen == ["Opening tree.json…"]
    assert len(left_by(window.document).work) == 1, "it is offered again"
    share.hangs = set()
    pausing.offer_recovery(window.files)
    assert window.document.tree.title == "Mine" and window.document.dirty
    assert left_by(window.document).work == []


def test_what_is_half_put_in_its_place_is_not_taken_for_the_work_of_another(
    open_window: Open, share: Share, said: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The language file is there, and the tree's own hangs, then fails."""
    window = opened(open_window, share)
    builder = ChangeBuilder(window.document.tree)
    builder.set("translation", "es/tree/", Texts(of="12345678", title="Mío"))
    window.document.do(builder.change(), "title")
    told: list[int] = []
    window.document.changed_on_disk.connect(lambda: told.append(1))
    hung, answers = threading.Event(), threading.Event()
    real = os.replace

    def hang(source: str, target: Path) -> None:
        if target.name == "tree.json":
            hung.set()
            answers.wait(60)
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)

    monkeypatch.setattr(os, "replace", hang)
    share.reached.set()
    during(window, share, lambda: (hung.wait(60), window.findChild(QProgressDialog).canceled.emit()))
    assert not window.files.save()
    assert len(said) == 1
    qtbot.wait(900)
    assert told == []
    answers.set()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "cannot be saved: input/output error" in said[1]
    assert window.document.dirty
    monkeypatch.setattr(os, "replace", real)
    assert window.files.save(), "it is asked nothing"
    assert title(share) == "Mine"
    assert told == []


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether the disk is full: then nothing that is written gets there."""
    is_full = [True]
    real, begin = os.fsync, journal._whole

    def fsync(handle: int) -> None:
        if is_full[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    def whole(database: sqlite3.Connection) -> object:
        if is_full[0]:
            raise sqlite3.OperationalError("database or disk is full")
        return begin(database)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(journal, "_whole", whole)
    return is_full


def test_on_a_full_disk_the_author_is_told_what_to_do_and_nothing_is_lost(
    open_window: Open, tmp_path: Path, said: list[str], full: list[bool], qtbot: QtBot
) -> None:
    window = open_window()
    path = tmp_path / "small.json"
    before = path.read_bytes()
    for number in range(3):
        window.document.do(edits.set_title(window.document.tree, f"Title {number}"), "title")
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "journal cannot be written" in said[0] and "save often" in said[0]
    said.clear()
    window.menus.actions["save"].trigger()
    assert len(said) == 1
    assert "no room left on that disk" in said[0] and "Make room there and save again" in said[0]
    assert path.read_bytes() == before
    assert window.document.dirty and window.document.tree.title == "Title 2"
    assert not [one for one in tmp_path.iterdir() if one.suffix == ".part"]
    window.document.do(edits.set_title(window.document.tree, "Title 3"), "title")
    full[0] = False
    window.menus.actions["save"].trigger()
    assert tree_files.read_tree(path).tree.title == "Title 3"
    assert not window.document.dirty
    assert len(said) == 1, "the journal's trouble is told once"
    window.document.do(edits.set_title(window.document.tree, "Title 4"), "title")
    assert window.document.recovery.running


def test_a_tree_too_large_to_be_opened_again_stays_open_and_in_its_journal(
    open_window: Open, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    path = tmp_path / "small.json"
    before = path.read_bytes()
    monkeypatch.setattr(whole_files, "MAX_BYTES", len(before) + 1000)
    window.document.do(edits.set_title(window.document.tree, "x" * 2000), "title")
    assert not window.files.save()
    assert len(said) == 1 and "could not be opened again" in said[0] and "Nothing was written" in said[0]
    assert path.read_bytes() == before
    assert window.document.dirty and window.document.recovery.running
    window.document.recovery._journal.leave()  # as when the process is gone
    window.document.recovery._journal = None
    ((place, work),) = left_by(window.document).work
    assert work.tree.title == "x" * 2000
    recovery.forget(place)  # or it would be offered in the next window
    window.document.stack.undo()
    assert window.files.save()


@pytest.mark.parametrize(
    ("title", "name"),
    [("Knee: left/right?", "Knee left right"), ("", "tree"), ("...", "tree"), ("?!", "!"), (" ?? ", "tree")],
)
def test_a_new_tree_is_offered_in_the_documents_by_its_title(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, title: str, name: str
) -> None:
    window = open_window()
    document, files = window.document, window.files
    builder = ChangeBuilder(document.tree)
    builder.set("title", "", title)
    new = document.tree.copy()
    new.apply(builder.change())
    document.new(new)
    offered: list[str] = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    monkeypatch.setattr(dialogs, "save_path", lambda _parent, _title, suggested, _kinds: offered.append(suggested))
    assert not files.save()
    files.export()
    assert offered == [str(tmp_path / f"{name}.json"), str(tmp_path / f"{name}.svg")]


@pytest.mark.parametrize("way", ["new", "example", "shipped", "import"])
def test_the_first_save_offers_a_name_made_of_the_title_however_the_tree_was_begun(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    window = open_window()
    actions = window.menus.actions
    if way == "new":
        actions["new"].trigger()
    elif way == "example":
        window.files.new_from(shipped.examples()[0])
    elif way == "shipped":
        actions["shipped"].trigger()
        actions["edit"].trigger()
    else:
        window.show_edit()
        table = tmp_path / "mine.csv"
        table.write_bytes(template.SHIPPED.read_bytes())
        monkeypatch.setattr(import_dialogs, "path", lambda _parent: table)
        actions["import"].trigger()
    window.document.do(edits.set_fields(window.document.tree, window.document.tree.root, note="Begun"), "edit")
    offered: list[Path] = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    monkeypatch.setattr(
        dialogs, "save_path", lambda _parent, _title, suggested, _kinds: offered.append(Path(suggested))
    )
    assert not window.files.save()
    assert offered == [tmp_path / f"{window.document.tree.title}.json"]
    assert offered[0].stem != "tree"


def test_that_there_is_no_place_for_earlier_versions_is_said_once_and_the_save_is_done(
    open_window: Open, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "data"))
    window = open_window()
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "backups").write_bytes(b"")  # as where nothing may be made in the folder
    for title in ("One", "Two"):
        window.document.do(edits.set_title(window.document.tree, title), "title")
        assert window.files.save()
        assert tree_files.read_tree(tmp_path / "small.json").tree.title == title
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "no earlier versions" in said[0] and str(tmp_path / "data") in said[0]
    assert not window.document.dirty


@pytest.mark.parametrize("agrees", [True, False])
def test_saving_elsewhere_replaces_no_translation_of_another_tree_unasked(
    open_window: Open, share: Share, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    window = opened(open_window, share)
    tree = window.document.tree
    window.document.do(edits.translate(tree, "es", "tree", "", title="El mío"), "translate")
    theirs = share.folder / "knee.es.json"
    theirs.write_text("another's")
    asked: list[tuple[str, str]] = []

    def answer(_parent: object, question: str, _yes: str, what_it_does: str = "") -> bool:
        asked.append((question, what_it_does))
        return agrees

    monkeypatch.setattr(dialogs, "confirm", answer)
    monkeypatch.setattr(dialogs, "save_path", lambda *_: share.folder / "knee.json")
    share.hangs = {"nothing"}  # the folder is asked in a thread
    assert window.files.save_as() is agrees
    share.hangs = set()
    assert [question for question, _ in asked] == ["Already there: knee.es.json"]
    assert asked[0][1].startswith("The translations of this tree are saved beside it.")
    assert (theirs.read_text() == "another's") is not agrees
    assert (share.folder / "knee.json").exists() is agrees
    asked.clear()
    if agrees:
        assert window.files.save_as(), "its own translations are saved without a question"
        assert asked == []
