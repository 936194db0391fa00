"""The window of parts: every part of the file can be edited, renamed, added and removed, and says where it is used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from kneetree.drawing.palette import REGION_COLOURS
from kneetree.files import tree_files
from kneetree.model.tree import Question, Recovery, Source, Topic
from kneetree.ui import dialogs
from kneetree.ui.document.document import Document
from kneetree.ui.editor.entry_words import LIBRARY
from kneetree.ui.editor.joins.parts_join import PartsJoin
from kneetree.ui.editor.parts_window.window import PartsWindow
from kneetree.ui.editor.use_index import UseIndex
from kneetree.ui.style.theme import Theme
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'


@pytest.fixture
def document(qapp, tmp_path) -> Iterator[Document]:
    tree = tree_of_all_kinds()
    tree.sources["web"] = Source("A page", "https://example.org")
    made = Document(tree, folder=tmp_path / "app")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def parts(qtbot, document: Document, theme: Theme) -> PartsWindow:
    with theme.while_many_are_made():
        made = PartsWindow(theme.icon)
    qtbot.addWidget(made)
    PartsJoin(document, made, UseIndex(document, made))
    made.show()
    return made


def page_of(parts: PartsWindow, part: str, key: str = ""):
    parts.go_to(part, key)
    return parts.records[part]


def cells(page, key: str) -> list[str]:
    return next([cell.text for cell in line.cells] for line in page.table.lines_model.lines if line.key == key)


def add(qtbot, page, key: str, *texts: str) -> None:
    """Add an entry; one whose id its words do not make is called ``key`` afterwards."""
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    for field, text in zip(page.new_entry._fields, texts, strict=False):
        field.line.setText(text)
    qtbot.keyClick(page.new_entry._fields[0].line, Qt.Key.Key_Return)
    if page.key != key:
        page.record_id.line.setText(key)
        qtbot.keyClick(page.record_id.line, Qt.Key.Key_Return)


def test_every_part_of_the_library_has_a_page(parts: PartsWindow) -> None:
    assert set(LIBRARY) | {"region"} == set(parts.records)


def test_a_button_closes_the_window_by_click_and_by_key(qtbot, parts: PartsWindow) -> None:
    assert parts.close_button.text() == "Close" and parts.close_button.isVisible()
    qtbot.keyClick(parts.about.fields["title"].line, Qt.Key.Key_Return)
    assert parts.isVisible(), "Enter in a field closes nothing"
    qtbot.mouseClick(parts.close_button, Qt.MouseButton.LeftButton)
    assert not parts.isVisible()
    parts.go_to("about", field="title")
    parts.close_button.setFocus()
    qtbot.keyClick(parts.close_button, Qt.Key.Key_Return)
    assert not parts.isVisible()


def test_the_tree_itself_is_edited(qtbot, parts: PartsWindow, document: Document) -> None:
    parts.go_to("about")
    about = parts.about.fields
    about["version"].line.end(False)
    qtbot.keyClicks(about["version"].line, ".2.0")
    qtbot.keyClicks(about["intended_use"].text, "For knees.")
    qtbot.keyClicks(about["call"].line, "112")
    qtbot.keyClicks(about["authors"].rows[0], "Ann")
    assert document.tree.version.endswith("2.0")
    assert document.tree.about.intended_use == "For knees."
    assert (document.tree.about.call, document.tree.about.authors) == ("112", ("Ann",))
    about["title"].line.selectAll()
    qtbot.keyClick(about["title"].line, Qt.Key.Key_Delete)
    assert "title" in about["title"].refusal
    assert document.tree.title


def test_the_first_page_is_edited_and_gone_again_when_empty(qtbot, parts: PartsWindow, document: Document) -> None:
    before = tree_files.encode_tree(document.tree)
    parts.go_to("start", "", "heading")
    start = parts.start.fields
    assert start["heading"].line.hasFocus()
    qtbot.keyClicks(start["heading"].line, "Knee")
    start["picture"].box.setCurrentIndex(1)
    start["picture"].box.activated.emit(1)
    assert document.tree.start.heading == "Knee" and document.tree.start.picture
    assert document.stack.count() == 2
    document.stack.undo()
    start["heading"].line.selectAll()
    qtbot.keyClick(start["heading"].line, Qt.Key.Key_Delete)
    assert tree_files.encode_tree(document.tree) == before


def test_findings_are_edited_renamed_added_and_removed(qtbot, parts: PartsWindow, document: Document) -> None:
    page = page_of(parts, "finding", "calf_swollen")
    assert page.key == "calf_swollen"
    assert cells(page, "calf_swollen") == ["Has calf_swollen", "calf_swollen", "1"]
    qtbot.keyClicks(page.fields["statement"].text, "!")
    qtbot.keyClicks(page.fields["reassures"].text, "Old.")
    finding = document.tree.findings["calf_swollen"]
    assert (finding.statement, finding.reassures) == ("Has calf_swollen!", "Old.")
    assert document.stack.count() == 2
    page.fields["usual"].box.click()
    assert document.tree.findings["calf_swollen"].usual
    assert [page.uses.item(row).text() for row in range(page.uses.count())] == ["Question: Is one calf swollen?"]
    with qtbot.waitSignal(page.use_wanted) as told:
        page.uses.itemActivated.emit(page.uses.item(0))
    assert told.args == ["question", "calf_swollen"]
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    assert "calf_swollen" in document.tree.findings and page._trouble.isVisible()
    page.record_id.line.setText("fat_calf")
    qtbot.keyClick(page.record_id.line, Qt.Key.Key_Return)
    assert document.tree.asked("swollen").finding == "fat_calf"
    assert page.key == "fat_calf"
    page.go_to("unused")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "unused" not in document.tree.findings
    add(qtbot, page, "", "It is hot")
    assert document.tree.findings["it_is_hot"].statement == "It is hot"
    assert page.key == "it_is_hot"


def test_questions(qtbot, parts: PartsWindow, document: Document) -> None:
    page = page_of(parts, "question", "calf_swollen")
    assert page.fields["finding"].isVisible() and not page.fields["lines"].isVisible()
    qtbot.keyClicks(page.fields["answer_rule"].text, "No if old.")
    assert document.tree.asked("swollen").answer_rule == document.tree.asked("again").answer_rule == "No if old."
    page.go_to("list_locks_clicks")
    lines = page.fields["lines"]
    assert [row.key for row in lines.rows] == ["locks", "clicks"]
    lines.add()
    qtbot.keyClicks(lines.rows[2].text, "It gives way")
    lines.rows[2].text.close_list()
    qtbot.keyClick(lines.rows[2].text, Qt.Key.Key_Return)
    assert document.tree.questions["list_locks_clicks"].lines == ("locks", "clicks", "it_gives_way")
    assert document.tree.findings["it_gives_way"].statement == "It gives way"
    document.stack.undo()
    assert document.tree.questions["list_locks_clicks"].lines == ("locks", "clicks")
    add(qtbot, page, "hot", "Is it hot?")
    assert document.tree.questions["hot"] == Question(topic=Topic.SYMPTOM, text="Is it hot?", finding="is_it_hot")
    assert "is_it_hot" in document.tree.findings


def test_numbers(qtbot, parts: PartsWindow, document: Document) -> None:
    page = page_of(parts, "scale", "age")
    page.fields["most"].box.setValue(50)
    assert page.fields["most"].refusal and document.tree.scales["age"].most == 120
    page.fields["most"].box.setValue(110)
    assert document.tree.scales["age"].most == 110
    add(qtbot, page, "fever", "How hot are you?", "degrees")
    assert document.tree.scales["fever"].unit == "degrees"
    add(qtbot, page, "locks", "How often?", "times")
    assert "already" in page.record_id.refusal


def test_advice_and_warnings(qtbot, parts: PartsWindow, document: Document) -> None:
    page = page_of(parts, "advice", "rest")
    assert cells(page, "rest") == ["Rest.", "rest", "5"]
    qtbot.keyClicks(page.fields["text"].text, " Well.")
    assert document.tree.advice["rest"].text == "Rest. Well."
    add(qtbot, page, "", "Use ice.")
    assert document.tree.advice["use_ice"].text == "Use ice."
    page = page_of(parts, "warning", "worse")
    add(qtbot, page, "hot", "it gets hot")
    assert document.tree.warnings["hot"].text == "it gets hot"


def test_a_condition_has_a_recovery(qtbot, parts: PartsWindow, document: Document) -> None:
    page = page_of(parts, "condition", "dvt")
    qtbot.keyClicks(page.fields["summary"].text, "A clot. ")
    page.fields["sources"]._add("web")
    dvt = document.tree.conditions["dvt"]
    assert "A clot." in dvt.summary and dvt.sources == ("src", "web") and dvt.recovery is None
    qtbot.keyClicks(page.fields["time"].text, "W")
    qtbot.keyClick(page.fields["time"].text, Qt.Key.Key_Backspace)
    assert document.tree.conditions["dvt"].recovery is None
    qtbot.keyClicks(page.fields["time"].text, "Weeks.")
    first = page.fields["first_days"]
    qtbot.keyClicks(first.rows[0].text, "Rest.")
    first.rows[0].text.close_list()
    qtbot.keyClick(first.rows[0].text, Qt.Key.Key_Return)
    assert document.tree.conditions["dvt"].recovery == Recovery("Weeks.", ("rest",))
    first.rows[0].text.selectAll()
    qtbot.keyClicks(first.rows[0].text, "Lie down.")
    first.rows[0].text.close_list()
    first.rows[0].here.click()
    assert document.tree.conditions["dvt"].recovery == Recovery("Weeks.", ("rest_2",))
    assert document.tree.advice["rest_2"].text == "Lie down."
    while document.stack.canUndo():
        document.stack.undo()
    assert document.tree.conditions["dvt"].recovery is None and first.rows[0].typed == ""


def test_sources_say_what_does_not_fit(qtbot, parts: PartsWindow, document: Document) -> None:
    page = page_of(parts, "source", "web")
    year, checked = page.fields["year"], page.fields["checked"]
    year.line.setText("20x")
    qtbot.keyClick(year.line, Qt.Key.Key_Return)
    assert year.refusal
    year.line.setText("2020")
    qtbot.keyClick(year.line, Qt.Key.Key_Return)
    assert (document.tree.sources["web"].year, year.refusal) == (2020, "")
    checked.line.setText("yesterday")
    qtbot.keyClick(checked.line, Qt.Key.Key_Return)
    assert checked.refusal
    checked.line.setText("2026-11-24")
    qtbot.keyClick(checked.line, Qt.Key.Key_Return)
    assert document.tree.sources["web"].checked == "2026-11-24"


def test_regions(qtbot, parts: PartsWindow, document: Document) -> None:
    regions = page_of(parts, "region")
    add(qtbot, regions, "clots", "Clots")
    regions.fields["nodes"]._add("clot")
    regions.fields["colour"].box.activated.emit(2)
    region = document.tree.regions["clots"]
    assert (region.title, region.nodes, region.colour) == ("Clots", ("clot",), REGION_COLOURS[2])


def test_a_picture_is_brought_from_a_file_or_the_clipboard(
    qtbot, parts: PartsWindow, document: Document, tmp_path: Path, monkeypatch
) -> None:
    page = page_of(parts, "picture")
    file = tmp_path / "calves.svg"
    file.write_text(SVG)
    monkeypatch.setattr(dialogs, "picture_path", lambda _parent: file)
    page.add_button.click()
    new = page.new_entry
    new._make()
    assert new._fields[0].refusal
    new._fields[0].choose.click()
    new._id.line.setText("calves")
    new._make()
    assert document.tree.pictures["calves"] == SVG
    assert page.key == "calves" and not page.fields["svg"].look.pixmap().isNull()
    other = SVG.replace('"20"', '"30"')
    QGuiApplication.clipboard().setText(other)
    page.fields["svg"].paste.click()
    assert document.tree.pictures["calves"] == other
    document.stack.undo()
    assert document.tree.pictures["calves"] == SVG and page.fields["svg"].value() == SVG


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no text"),
        ("<svg", "well-formed"),
        (SVG.replace("<rect", "<script/><rect"), "script"),
        (SVG.replace("<rect", '<rect onclick="x()"'), "script"),
        (SVG.replace("/></svg>", "/>" + "<g/>" * 60_000 + "</svg>"), "larger"),
    ],
)
def test_what_cannot_be_a_picture_is_refused(parts: PartsWindow, document: Document, text: str, words: str) -> None:
    page = page_of(parts, "picture")
    page.add_button.click()
    QGuiApplication.clipboard().setText(text)
    field = page.new_entry._fields[0]
    field.paste.click()
    assert words in field.refusal and "`" not in field.refusal
    assert field.value() == "" and document.stack.count() == 0


def test_a_file_that_is_no_picture_is_refused(parts: PartsWindow, tmp_path: Path, monkeypatch) -> None:
    page = page_of(parts, "picture")
    page.add_button.click()
    field = page.new_entry._fields[0]
    for name, data, words in (
        ("big.svg", b" " * 300_000, "larger"),
        ("empty.svg", b"", "well-formed"),
        ("odd.svg", b"\xff\xfe", "as text"),
        ("missing.svg", None, "as text"),
    ):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        monkeypatch.setattr(dialogs, "picture_path", lambda _parent, name=name: tmp_path / name)
        field.refuse("")
        field.choose.click()
        assert words in field.refusal, name


@pytest.mark.parametrize(
    ("part", "key", "name"), [("question", "list_locks_clicks", "lines"), ("condition", "dvt", "exercises")]
)
def test_what_is_typed_in_a_list_and_not_taken_goes_with_its_tree(
    qtbot, parts: PartsWindow, document: Document, part: str, key: str, name: str
) -> None:
    page = page_of(parts, part, key)
    field = page.fields[name]
    before = [row.typed for row in field.rows]
    field.rows[0].text.setFocus()
    qtbot.keyClicks(field.rows[0].text, "Bend the knee")
    assert field.pending
    other = tree_of_all_kinds()
    document.new(other.copy())
    assert not field.pending and [row.typed for row in field.rows] == before
    field.settle()
    assert document.stack.count() == 0 and document.tree == other


def test_asked_for_again_the_window_comes_back_from_the_task_bar(qtbot, parts: PartsWindow) -> None:
    parts.go_to("about")
    parts.showMinimized()
    qtbot.waitUntil(parts.isMinimized)
    parts.go_to("condition")
    qtbot.waitUntil(lambda: not parts.isMinimized() and parts.isVisible())


def test_what_is_typed_to_be_added_waits_at_its_entry(qtbot, parts: PartsWindow, document: Document) -> None:
    first, second = list(document.tree.conditions)[:2]
    page = page_of(parts, "condition", first)
    line = page.fields["sources"].adder.line
    qtbot.keyClicks(line, "zzz")
    page.go_to(second)
    assert page.key == second and line.text() == ""
    page.go_to(first)
    assert line.text() == "zzz" and page.fields["sources"].refusal


def test_lines_pasted_into_a_list_of_advice_become_rows_in_one_step(parts: PartsWindow, document: Document) -> None:
    key = next(iter(document.tree.conditions))
    field = page_of(parts, "condition", key).fields["exercises"]
    there, steps = len(field.value()), document.stack.index()
    field.add()
    data = QMimeData()
    data.setText("Bend it.\nStretch it.\nWalk.")
    field.rows[-1].text.insertFromMimeData(data)
    assert [row.typed for row in field.rows][there:] == ["Bend it.", "Stretch it.", "Walk."]
    assert document.stack.index() == steps + 1 and len(field.value()) == there + 3
    document.stack.undo()
    assert len(field.value()) == there
