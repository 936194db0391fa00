"""What the core says is shown in the language of the window: problems, refusals of an edit, errors of files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import kneetree
from kneetree import checks, edits
from kneetree.errors import KneetreeError
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.attempt import attempt
from kneetree.ui.editor.panels.problems import ProblemsPanel
from kneetree.ui.language import Translators, told
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from tests import trees

UI = Path(kneetree.__file__).parent / "ui"


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[Translators]:
    made = Translators(qapp)
    made.install("es")
    yield made
    made.install("en")
    made.deleteLater()


def test_sentences_follow_the_language_of_the_window(spanish: Translators) -> None:
    error = KneetreeError("{node} is not a result; choose one.", node="x")
    assert told(error) == "x no es un resultado; elija uno."
    spanish.install("en")
    assert told(error) == str(error) == "x is not a result; choose one."


def test_the_panel_names_the_problems_of_a_tree_in_spanish(spanish: Translators, qtbot: QtBot, theme: Theme) -> None:
    tree = trees.make({"a": trees.ask("f", "b", "c"), "b": trees.leaf(), "c": trees.leaf("self_care")})
    panel = ProblemsPanel(theme.icon)
    qtbot.addWidget(panel)
    panel.show_problems(tree, checks.check(tree), [])
    shown = {line.cells[1].text for line in panel.table.lines_model.lines if not line.heading and len(line.cells) > 1}
    assert "Diga para qué sirve el árbol, para qué no sirve y cuándo hay que pedir ayuda." in shown
    assert {text for text in shown if re.search(r"\b(?:the|this|say|there)\b", text, re.IGNORECASE)} == set()


def test_a_refused_edit_says_why_in_spanish(spanish: Translators, qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    tree = trees.make({"a": trees.ask("f", "b", "c"), "b": trees.leaf(), "c": trees.leaf("self_care")})
    document, refused = Document(tree, folder=tmp_path), list[str]()
    assert not attempt(document, lambda: edits.connect(tree, "a", "yes", "a"), "connect", refused.append)
    assert refused == ["Una pregunta no puede llevar a sí misma."]
    document.close()


def test_a_file_that_cannot_be_read_says_why_in_spanish(
    spanish: Translators, open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "knee', "utf-8")
    files = open_window().files
    assert files is not None
    assert not files.open_path(broken)
    assert said[0].startswith("broken.json línea 1: no es JSON válido (un texto que empieza aquí no termina)")


def test_no_error_is_shown_without_its_translation() -> None:
    found = [path.name for path in UI.rglob("*.py") if re.search(r"\bstr\((?:error|fault|problem)\)", path.read_text())]
    assert found == []
