"""A language that was begun goes away wholly: by undo or by its own button, its problems and its file with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from kneetree import edits
from kneetree.files import backups, beside, opening, translation
from kneetree.files.texts import FORMAT, Language
from kneetree.files.translation import encode
from kneetree.model.texts import Texts
from kneetree.model.tree import Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels
from tests.journals import as_if_killed
from tests.ui.editor.conftest import tree_of_all_kinds
from tests.ui.editor.panels.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened() -> Tree:
    QSettings().remove("editor/translate_into")
    return tree_of_all_kinds()


@pytest.fixture
def file(document: Document, tmp_path: Path) -> Path:
    """The tree's file, in which everything is saved."""
    document.save_as(tmp_path / "tree.json")
    return tmp_path / "tree.json"


def begin(qtbot, panels: Panels, code: str = "es") -> None:
    """Begin a language and translate one text, as an author does."""
    panel = panels.translation
    qtbot.mouseClick(panel.begin_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.begin.code, code)
    qtbot.keyClick(panel.begin.code, Qt.Key.Key_Return)
    text = next(iter(panel.form.texts.values()))
    text.setFocus()
    qtbot.keyClicks(text, "Hola")


def of_languages(qtbot, panels: Panels) -> list[str]:
    settle(qtbot, panels)
    return [problem.sentence for problem in panels.live.problems if problem.language]


def undo_all(document: Document) -> None:
    while document.stack.canUndo():
        document.stack.undo()


def kept(document: Document, place: Path) -> list[bytes]:
    return [one.path.read_bytes() for one in backups.kept(backups.folder_of(document.folder, place))]


def test_undo_after_saving_takes_problems_and_file_away(qtbot, panels: Panels, document: Document, file: Path) -> None:
    begin(qtbot, panels)
    document.save()
    spanish = beside.place_of_language(file, "es")
    written = spanish.read_bytes()
    assert of_languages(qtbot, panels)
    undo_all(document)
    assert of_languages(qtbot, panels) == [], "at once, not only after saving"
    assert document.dirty
    document.save()
    assert not spanish.exists()
    assert kept(document, spanish)[0] == written
    assert of_languages(qtbot, panels) == []
    assert opening.read(file).languages == {}
    while document.stack.canRedo():
        document.stack.redo()
    document.save()
    assert spanish.read_bytes() == written, "and it comes back as it was"


def test_the_file_that_somebody_made_by_hand_meanwhile_stays(
    qtbot, panels: Panels, document: Document, file: Path
) -> None:
    """Whatever is undone: what we have not read or written ourselves is not ours to take away."""
    begin(qtbot, panels)
    undo_all(document)
    by_hand = encode(Language(format=FORMAT, language="es", tree=Texts(of="12345678", title="A mano")))
    spanish = beside.place_of_language(file, "es")
    spanish.write_bytes(by_hand)
    document.do(edits.set_title(document.tree, "Other"), "title")
    document.save()
    assert spanish.read_bytes() == by_hand
    document.do(edits.set_title(document.tree, "Again"), "title")
    assert of_languages(qtbot, panels), "it is told of as before"


def test_recovered_work_never_writes_over_a_language_it_did_not_have(document: Document, file: Path, tmp_path) -> None:
    document.do(edits.set_title(document.tree, "Other"), "title")
    work = as_if_killed(document.folder / "journals", tmp_path / "copy")
    by_hand = encode(Language(format=FORMAT, language="es", tree=Texts(of="12345678", title="A mano")))
    spanish = beside.place_of_language(file, "es")
    spanish.write_bytes(by_hand)
    document.recover(tmp_path / "none", work)
    document.save_as(file)
    assert spanish.read_bytes() == by_hand
    assert "A mano" in translation.read(spanish).tree.title
