"""A language that was begun goes away wholly: by undo or by its own button, its problems and its file with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from kneetree import edits
from kneetree.errors import FileProblem, shortened
from kneetree.files import backups, beside, opening, translation
from kneetree.files.texts import FORMAT, Language
from kneetree.files.translation import encode
from kneetree.model.texts import Texts
from kneetree.model.translations import languages_of
from kneetree.model.tree import Tree
from kneetree.ui import dialogs
from kneetree.ui.document.document import Document
from kneetree.ui.editor.forms.signoff import SignOffDialog, Standing
from kneetree.ui.editor.joins.panels import Panels
from kneetree.ui.editor.panels.problem_words import problem_words
from kneetree.ui.editor.panels.problems import key_of
from kneetree.ui.editor.selection import Selection
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


def test_a_language_is_removed_by_its_button_once_it_is_asked(
    qtbot, panels: Panels, document: Document, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, panels)
    begin(qtbot, panels, "fr")
    document.save()
    before = dict(document.tree.translations)
    french = beside.place_of_language(file, "fr")
    written, asked = french.read_bytes(), list[str]()
    answers = iter([False, True])

    def answered(_parent: object, *words: str) -> bool:
        asked.append(" ".join(words))
        return next(answers)

    monkeypatch.setattr(dialogs, "confirm", answered)
    qtbot.mouseClick(panels.translation.remove_button, Qt.MouseButton.LeftButton)
    assert document.tree.translations == before, "Cancel loses nothing"
    qtbot.mouseClick(panels.translation.remove_button, Qt.MouseButton.LeftButton)
    assert "(fr)" in asked[1] and "earlier versions" in asked[1]
    assert languages_of(document.tree) == ["es"]
    assert panels.translation.language.currentData() == "es"
    assert french.read_bytes() == written, "nothing is written before it is saved"
    document.save()
    assert not french.exists() and kept(document, french)[0] == written
    assert beside.place_of_language(file, "es").exists()
    document.stack.undo()
    assert document.tree.translations == before
    document.save()
    assert french.read_bytes() == written


def test_a_language_can_be_begun_anew_before_its_removal_is_saved(
    qtbot, panels: Panels, document: Document, file: Path
) -> None:
    begin(qtbot, panels)
    document.save()
    document.do(edits.remove_language(document.tree, "es"), "remove")
    begin(qtbot, panels)
    assert not panels.translation.trouble.isVisible()
    document.save()
    assert opening.read(file).tree.translations == document.tree.translations


def test_a_file_that_cannot_be_kept_is_not_taken_away(
    qtbot, panels: Panels, document: Document, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, panels)
    document.save()
    before = {path: path.read_bytes() for path in file.parent.glob("tree*.json")}
    undo_all(document)
    monkeypatch.setattr(backups, "keep", lambda *_: None)
    with pytest.raises(FileProblem, match="no room to keep") as refused:
        document.save()
    assert f"in {shortened(str(document.folder))}, or no permission" in str(refused.value)
    assert {path: path.read_bytes() for path in file.parent.glob("tree*.json")} == before


def test_problems_of_a_translation_are_told_in_plain_words_and_lead_to_it(
    qtbot, panels: Panels, selection: Selection, document: Document
) -> None:
    begin(qtbot, panels, "fr")
    begin(qtbot, panels, "es")
    document.do(edits.translate(document.tree, "es", "node", "clot", title="Coagulo", reason="x"), "translate")
    document.do(edits.set_fields(document.tree, "clot", title="Another"), "edit")
    settle(qtbot, panels)
    told = {(one.code, one.part, one.key): problem_words(one) for one in panels.live.problems if one.language == "es"}
    assert {code for code, _, _ in told} >= {"translation_missing", "translation_stale", "translation_safety_net"}
    for words in told.values():
        assert "Español (es)" in words
        assert '"of"' not in words and ".json" not in words
    assert "again: the original has changed" in told["translation_stale", "node", "clot"]
    selection.select("clot")
    assert told["translation_stale", "node", "clot"] in panels.inspector._problems.text()
    panels._translation_join.choose("fr")
    stale = next(one for one in panels.live.problems if one.code == "translation_stale")
    panels.problems.table.go_to(key_of(stale))
    shown: list[str] = []
    panels.show_panel.connect(shown.append)
    qtbot.keyClick(panels.problems.table, Qt.Key.Key_Return)
    assert shown == ["translation"]
    assert panels._translation_join.language == "es"
    assert panels.translation.entry == ("node", "clot")


def test_the_refusal_to_sign_names_the_language_and_leads_to_it(
    qtbot, panels: Panels, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def standing() -> Standing:
        settle(qtbot, panels)
        panels.sign_off()
        (dialog,) = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, SignOffDialog) and one.isVisible()
        ]
        found = dialog.standing[0]
        dialog.reject()
        dialog.deleteLater()
        return found

    before = standing()
    begin(qtbot, panels)
    assert "Español (es): " in standing().words or before.fine, "which of them are in the language is said"
    only = [one for one in panels.live.problems if one.language]
    with monkeypatch.context() as patched:
        patched.setattr(type(panels.live), "problems", property(lambda _: only))  # nothing else is wrong
        now = standing()
    assert not now.fine and "Español (es)" in now.words and "remove the language" in now.words
    shown: list[str] = []
    panels.show_panel.connect(shown.append)
    panels.go_to(now.part, now.key)
    assert shown == ["translation"] and panels._translation_join.language == "es"
    undo_all(document)
    assert standing() == before
