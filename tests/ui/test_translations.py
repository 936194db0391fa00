"""The window in Spanish: every text of the source is translated, and the compiled file is that of the source."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

import kneetree
from kneetree import shipped
from kneetree.ui.language import Translators
from kneetree.ui.wizard.picture import in_language

SOURCES = sorted((Path(kneetree.__file__).parent / "ui").rglob("*.py"), key=str)
TEXTS = shipped.root() / "i18n" / "kneetree_es.ts"
QT_TEXTS = TEXTS.with_name("qt_es.ts")
"""What Qt's own translators have left in English, or wrong."""
SAME = {"Inspector", "&No", "No", "Error", "Zoom", "{n} %", "HTML (*.html)", "PDF (*.pdf)"}
NOT_WORDS = re.compile(r"\{[^}]*\}|&|https?://\S+|\*\.\w+")


def tool(name: str) -> str:
    """Qt's tool for translators; the test is skipped where it is not there or cannot run."""
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def run(name: str, *arguments: object) -> str:
    """What the tool says; skipped where it cannot start, as without libglib."""
    done = subprocess.run([tool(name), *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{name} cannot run here: {done.stderr.strip()[:200]}")
    return done.stdout + done.stderr


def messages(path: Path) -> Iterator[tuple[str, str, ElementTree.Element]]:
    """Each text of a file of translations, as ``(context, source, translation)``."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            assert translated is not None
            yield context.findtext("name") or "", message.findtext("source") or "", translated


@pytest.mark.parametrize("texts", [TEXTS, QT_TEXTS], ids=lambda path: path.stem)
def test_every_text_is_translated(texts: Path) -> None:
    assert [
        (context, source)
        for context, source, translated in messages(texts)
        if translated.get("type") is not None or not (translated.text or "").strip()
    ] == []


def test_gaps_to_fill_in_and_letters_to_press_survive() -> None:
    for context, source, translated in messages(TEXTS):
        spanish = translated.text or ""
        ours, theirs = (sorted(re.findall(r"\{[^}]*\}", text)) for text in (source, spanish))
        assert ours == theirs, (context, source)
        assert source.count("&") == spanish.count("&"), (context, source)
        assert source[:1].isspace() == spanish[:1].isspace(), (context, source)
        assert source[-1:].isspace() == spanish[-1:].isspace(), (context, source)
        assert source.endswith("…") == spanish.endswith("…"), (context, source)


def test_no_english_is_left_over() -> None:
    same = {source for _, source, translated in messages(TEXTS) if translated.text == source}
    assert {text for text in same if re.search(r"[a-z]{2}", NOT_WORDS.sub("", text))} <= SAME
    english = re.compile(r"\b(the|and|with|your|you|of|this|that|which|is|are|not|node|leaf|question|answer)\b", re.I)
    left = [
        (source, translated.text)
        for _, source, translated in messages(TEXTS)
        if english.search(NOT_WORDS.sub("", translated.text or ""))
    ]
    assert left == []


def test_the_source_has_no_text_that_the_file_lacks(tmp_path: Path) -> None:
    fresh = tmp_path / "kneetree_es.ts"
    run("pyside6-lupdate", *SOURCES, "-ts", fresh, "-locations", "none")
    wanted = {(context, source) for context, source, _ in messages(fresh)}
    there = {(context, source) for context, source, _ in messages(TEXTS)}
    assert sorted(wanted - there) == [], "run lupdate and translate these"
    assert sorted(there - wanted) == [], "these are no longer in the source"


@pytest.mark.parametrize("texts", [TEXTS, QT_TEXTS], ids=lambda path: path.stem)
def test_the_compiled_file_is_that_of_the_source(tmp_path: Path, texts: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    run("pyside6-lrelease", texts, "-qm", fresh)
    assert fresh.read_bytes() == texts.with_suffix(".qm").read_bytes()


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Translators]:
    """Speaks a language until the test ends."""
    made = Translators(qapp)
    yield made
    made.install("en")
    made.deleteLater()


def words_of(dialog: QDialog) -> set[str]:
    """Every text of a dialog that can be read or heard, without the letters to press."""
    found = {dialog.windowTitle()}
    for part in dialog.findChildren(QWidget):
        for name in ("text", "title", "toolTip", "placeholderText", "accessibleName"):
            found.add(str(getattr(part, name, str)()))
        if isinstance(part, QComboBox):
            found.update(part.itemText(place) for place in range(part.count()))
        if isinstance(part, QTabWidget):
            found.update(part.tabText(place) for place in range(part.count()))
    found.update(action.text() for action in dialog.findChildren(QAction))
    return {text.replace("&", "") for text in found if re.search(r"[A-Za-z]{3}", text)}


def file_dialog(folder: Path) -> QDialog:
    """Qt's own, as it is where the desktop has none."""
    made = QFileDialog(None, "", str(folder))
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return made


def print_dialog(_folder: Path) -> QDialog:
    """Qt's own again, without a printer."""
    return QPrintDialog(QPrinter())


@pytest.mark.parametrize("make", [file_dialog, print_dialog])
def test_the_dialogs_of_qt_speak_spanish(
    qtbot: QtBot, speaking: Translators, tmp_path: Path, make: Callable[[Path], QDialog]
) -> None:
    said = {}
    for spoken in ("en", "es"):
        speaking.install(spoken)
        dialog = make(tmp_path)
        qtbot.addWidget(dialog)
        said[spoken] = words_of(dialog)
    assert len(said["en"]) > 8
    assert {text for text in said["en"] & said["es"] if "/" not in text} <= {"Color"}  # and paths


def test_no_text_hides_from_the_translators() -> None:
    """``tr`` of another object, or of a variable, is found under the wrong context or not at all."""
    for path in SOURCES:
        for line in path.read_text("utf-8").splitlines():
            hidden = re.search(
                r"(?<!self)(?<!def )(?<![A-Za-z_])(\w+\.)tr\(|\btr\(f[\"']|\btr\([a-z_.]+\)|\b_tr\(", line
            )
            assert hidden is None or "self.tr(" in line, f"{path.name}: {line.strip()}"


@pytest.mark.parametrize(
    "path", sorted((shipped.root() / "pictures").glob("*.svg"), key=str), ids=lambda path: path.stem
)
def test_every_picture_speaks_spanish(path: Path) -> None:
    """Title, description and lettering; what is drawn stays."""
    svg = path.read_text("utf-8")
    spanish = in_language(svg, "es")
    words = [text.strip() for text in re.findall(r">([^<>]+)<", svg) if re.search(r"[a-z]{3}", text)]
    assert len(words) >= 2
    assert [text for text in words if f">{text}<" in spanish] == []
    shapes = re.compile(r">[^<>]*<")
    assert shapes.sub("><", spanish) == shapes.sub("><", svg)
    assert in_language(svg, "en") == svg
    for text in re.findall(r">([^<>]+)<", spanish):
        assert "&" not in text


def test_no_picture_word_is_left_over() -> None:
    words = json.loads((shipped.root() / "i18n" / "pictures_es.json").read_text("utf-8"))
    drawn = "".join(path.read_text("utf-8") for path in (shipped.root() / "pictures").glob("*.svg"))
    assert [text for text in words if f">{text}<" not in drawn] == []
    for english, spanish in words.items():
        assert re.findall(r"\d+", english) == re.findall(r"\d+", spanish), english


def test_an_ellipsis_is_one_character_without_a_space_before_it() -> None:
    for context, source, translated in messages(TEXTS):
        for text in (source, translated.text or ""):
            assert not re.search(r"\.\.\.|\s…$", text), (context, text)


def test_no_key_that_answers_a_question_throws_the_answers_away_on_the_next_page() -> None:
    def letters(context: str, english: str = "") -> set[tuple[str, str]]:
        """Each language with a letter that presses a button of ``context``, of one or of all."""
        return {
            (language, found[1].lower())
            for where, source, translated in messages(TEXTS)
            if where == context and english in source
            for language, text in (("en", source), ("es", translated.text or ""))
            if (found := re.search("&([^&])", text))
        }

    answers = letters("AnswerButtons") | letters("QuestionPage")
    assert ("es", "n") in answers
    for page in ("ResultPage", "EmergencyPage", "StartPage"):
        again = letters(page, "Start &again")
        assert len(again) == 2
        assert not again & answers, page


def test_what_has_a_letter_to_press_has_one_in_spanish_too() -> None:
    """``Alt+C`` for Continue is ``Alt+N`` there, and nothing is without one."""

    def has_letter(text: str) -> bool:
        return "&" in text.replace("&&", "")

    found = [(source, made.text) for _context, source, made in messages(TEXTS)]
    assert [pair for pair in found if has_letter(pair[0]) != has_letter(pair[1] or "")] == []
    assert sum(has_letter(source) for source, _made in found) > 100


@pytest.mark.parametrize("text", [0, 1], ids=["English", "Spanish"])
def test_the_letter_of_continue_answers_nothing(text: int) -> None:
    """Who presses it once more than there are lists must not answer a question that has not been read."""
    texts = [(source, translated.text or "") for _, source, translated in messages(TEXTS)]
    on = {_letter(pair[text]) for pair in texts if pair[0].lower().endswith("&continue") or pair[0] == "Read &on"}
    answers = {_letter(pair[text]) for pair in texts if pair[0] in ("&Yes", "&No", "I'm not &sure")}
    assert len(on) > 1
    assert len(answers) > 2
    assert not on & answers


def _letter(text: str) -> str:
    found = re.search(r"&(\w)", text)
    assert found is not None, text
    return found[1].lower()
