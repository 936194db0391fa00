"""A table that an author fills in: every column means what its heading says, and every fault is named at once."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from kneetree import checks, importing
from kneetree.errors import FileProblem
from kneetree.exchange.inert import guarded
from kneetree.files import tree_files
from kneetree.importing import headings
from kneetree.importing.template import SHIPPED, template
from kneetree.model.tree import Count, Decision, Scale, Tree, Urgency
from kneetree.walk.typed_answers import walk_with
from kneetree.words.sentences import told

HEADINGS = [*headings.TEMPLATE, "asks", "statement", "unit", "least", "most", "over", "under", "note"]
GOOD = [
    {"id": "q", "kind": "question", "question": "Is it hot?", "statements": "It is hot", "yes goes to": "a",
     "no goes to": "b"},
    {"id": "a", "kind": "result", "question": "Go", "urgency": "emergency", "condition": "Gout",
     "what to do": "Go now.\nTake a list.", "get help if": "emergency: you faint; emergency: it gets worse"},
    {"id": "b", "kind": "result", "question": "Stay", "urgency": "self-care", "condition": "Gout",
     "what to do": "Go now.", "get help if": "emergency: you faint\nroutine: it stays"},
]  # fmt: skip


def table(rows: list[dict[str, str]], divider: str = ",") -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, HEADINGS, delimiter=divider)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def read(rows: list[dict[str, str]], **said: object) -> Tree:
    tree = importing.read(table(rows), "Sore_knees.csv", importing.Said(**said)).tree
    assert tree_files.decode_tree(tree_files.encode_tree(tree), "x") == tree
    return tree


def faults(rows: list[dict[str, str]]) -> list[str]:
    with pytest.raises(importing.Faulty) as caught:
        read(rows)
    return [fault.sentence for fault in caught.value.faults]


def changed(row: int, **cells: str) -> list[dict[str, str]]:
    """The good table with other cells in one row; ``_`` stands for a space in a heading."""
    rows = [dict(one) for one in GOOD]
    rows[row] |= {heading.replace("_", " "): cell for heading, cell in cells.items()}
    return rows


def test_what_is_written_is_in_the_tree() -> None:
    tree = read(GOOD)
    assert (tree.title, tree.root) == ("Sore knees", "q")
    assert tree.statement(tree.asked("q").finding) == "It is hot"
    leaf = tree.leaf("a")
    assert (leaf.title, leaf.urgency, tree.condition_name(leaf.condition)) == ("Go", Urgency.EMERGENCY, "Gout")
    assert [tree.advice[key].text for key in leaf.do] == ["Go now.", "Take a list."]
    assert leaf.do[0] == tree.leaf("b").do[0], "a text is written once"
    assert [tree.warnings[key].text for key in leaf.warnings] == ["you faint", "it gets worse"]
    assert tree.leaf("b").get_help_if.keys() == {Urgency.EMERGENCY, Urgency.ROUTINE}
    assert checks.first_error(tree) is None
    assert walk_with(tree, "y").leaves == ("a",)


def test_the_template_is_a_tree_without_errors_and_has_the_promised_headings() -> None:
    tree = importing.read(SHIPPED.read_bytes(), SHIPPED.name).tree
    assert [one.message for one in checks.check(tree) if one.level == "error"] == []
    assert next(csv.reader(io.StringIO(SHIPPED.read_text("utf-8-sig")))) == list(headings.TEMPLATE)
    assert importing.read(template("x.xlsx"), "questions.xlsx").tree == tree
    assert template("x.csv") == SHIPPED.read_bytes()


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_as_spreadsheets_write_it(divider: str, encoding: str) -> None:
    rows = changed(0, question="¿Está más caliente?")
    tree = importing.read(table(rows, divider).decode().encode(encoding), "x.csv").tree
    assert tree.asked("q").text == "¿Está más caliente?"


@pytest.mark.parametrize("within", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("after", ["\n", "\r", "\r\n"])
def test_lines_end_as_each_system_ends_them(within: str, after: str) -> None:
    expected = read(GOOD)
    cells = list(csv.reader(io.StringIO(table(GOOD).decode(), newline="")))
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator=after, quoting=csv.QUOTE_ALL)
    writer.writerows([[cell.replace("\n", within) for cell in row] for row in cells])
    assert importing.read(file.getvalue().encode(), "Sore_knees.csv").tree == expected


def test_formulas_stay_texts_and_lose_their_apostrophe() -> None:
    assert read(changed(0, question=guarded("=1+1 is it?"))).asked("q").text == "=1+1 is it?"


def test_lists_numbers_thresholds_and_decisions() -> None:
    tree = read(
        [
            {"id": "age", "kind": "number", "question": "How old are you?", "then": "you", "unit": "years",
             "least": "0", "most": "120", "over": "Aged {n} or over", "under": "Aged under {n}"},
            {"id": "you", "kind": "list", "question": "Which apply?", "statements": "- One\n- Two\n- Three",
             "then": "old"},
            {"id": "old", "asks": "age_at_least_60", "yes goes to": "any", "no goes to": "sum"},
            {"id": "any", "kind": "list", "question": "And these?", "statements": "Two; Four", "points": "2; 1",
             "at least": "2", "yes goes to": "go", "no goes to": "sum"},
            {"id": "sum", "kind": "decision", "question": "Enough", "statements": "One\nThree (not)\nage_at_least_40",
             "points": "1\n2\n1", "at least": "2", "yes goes to": "go", "no goes to": "stay"},
            {"id": "go", "question": "Go", "urgency": "today"},
            {"id": "stay", "question": "Stay", "urgency": "En casa"},
        ]
    )  # fmt: skip
    assert tree.scales["age"] == Scale(
        text="How old are you?", unit="years", least=0, most=120, at_least="Aged {n} or over", under="Aged under {n}"
    )
    assert tree.nodes["old"].asks == "age_at_least_60"
    assert tree.nodes["any"].points == {"two": 2}
    assert tree.nodes["any"].at_least == 2
    assert tree.asked("you").lines[1].finding == tree.asked("any").lines[0].finding == "two"
    decision = tree.nodes["sum"]
    assert isinstance(decision, Decision)
    assert decision.counts == ("one", Count("three", 2, False), "age_at_least_40")
    assert [leaf.urgency for _, leaf in tree.leaves()] == [Urgency.SAME_DAY, Urgency.SELF_CARE]


def test_rows_are_called_by_their_number_or_by_their_text() -> None:
    tree = read([
        {"id": "1.0", "question": "Is it hot?", "yes goes to": "2", "no goes to": "look after it"},
        {"id": "2", "question": "Go", "urgency": "emergency"}, {"question": "Look after it", "urgency": "routine"},
    ])  # fmt: skip
    assert (tree.nodes["1"].target("yes"), tree.nodes["1"].target("no")) == ("2", "look_after_it")


def test_what_is_missing_is_an_error_of_check_and_no_default() -> None:
    rows = [{"id": "q", "question": "Is it hot?", "yes goes to": "a", "no goes to": "b"},
        {"id": "a", "question": "Go"}, {"id": "b", "question": "Stay"}]  # fmt: skip
    tree = read(rows)
    found = {(one.code, one.key) for one in checks.check(tree) if one.level == "error"}
    each = {(code, key) for code in ("no_safety_net", "condition_not_chosen", "urgency_not_chosen") for key in "ab"}
    assert found == each | {("not_written", "is_it_hot")}
    assert tree.about is None
    assert not (tree.advice or tree.warnings or tree.rules or tree.cases)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (changed(0, yes_goes_to="gone"), "Row 2: Yes leads to 'gone', and there is no such row"),
        (changed(0, yes_goes_to=""), "Row 2: it does not say where Yes leads."),
        (changed(0, no_goes_to="a"), "Row 2: Yes and No lead to the same"),
        (changed(0, then="a"), "Row 2: it has Then beside Yes or No"),
        (changed(0, kind="riddle"), "Row 2: 'riddle' is no kind"),
        (changed(0, at_least="two"), "Row 2: 'two' under 'at least' is no whole number"),
        (changed(0, points="1\n2"), "Row 2: there are 2 points for 1 statements"),
        (changed(0, statements="A\nB", points="0\n1", kind="list"), "Row 2: 0 points are not possible"),
        (changed(0, statements="A\nB", at_least="3", kind="list"), "Row 2: 'at least' is 3, and all points"),
        (changed(0, statements="A\nA", kind="list"), "Row 2: a statement is there twice"),
        (changed(0, statements="", kind="list"), "Row 2: this counts or lists nothing"),
        (changed(0, kind="number"), "Row 2: a number leads on by Then"),
        (changed(0, asks="age_at_least_60"), "Row 2: it divides at 'age_at_least_60', and no row asks"),
        (changed(1, urgency="tomorrow"), "Row 3: 'tomorrow' is no urgency"),
        (changed(1, get_help_if="you faint"), "Row 3: say how soon before each reason"),
        (changed(2, get_help_if="self-care: it hurts"), "Row 4: a reason to get help is marked 'self care'"),
        (changed(1, kind="result", yes_goes_to="b"), "Row 3: this is a result, and a result leads nowhere"),
        (changed(1, id="q"), "Row 3: the id 'q' is also that of Row 2"),
        (changed(1, question="x" * 20_001), "There is a text of 20,001 characters"),
        (changed(2, id="b", kind="question", yes_goes_to="q", no_goes_to="a"), "Row 2: the questions go round"),
        (changed(2, id="b", kind="question", yes_goes_to="b", no_goes_to="a"), "Row 4: the questions go round"),
        ([*GOOD, {"id": "z", "question": "Alone", "urgency": "routine"}], "Row 5: nothing leads here, so it is"),
        ([*GOOD, {"note": "x"}], "Row 5: it has neither an id nor a text"),
    ],
)  # fmt: skip
def test_a_fault_names_its_row(rows: list[dict[str, str]], told: str) -> None:
    assert any(sentence.startswith(told) for sentence in faults(rows)), faults(rows)


def test_all_faults_are_told_at_once_and_none_follows_from_another() -> None:
    rows = changed(0, kind="riddle")
    rows[1] |= {"urgency": "tomorrow", "get help if": "soon: x"}
    rows[2] |= {"id": "gone", "question": "Elsewhere"}
    told = faults(rows)
    assert [sentence.split(":")[0] for sentence in told] == ["Row 2", "Row 3", "Row 3", "Row 4"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"a,b\n1,2\n", b"question,yes,no,mood\n", b"question,yes,yes,no\n"])
def test_what_is_no_table_of_questions_is_refused(data: bytes) -> None:
    with pytest.raises(importing.Faulty):
        importing.read(data, "x.csv")


def workbook(*sheets: list[dict[str, str]]) -> bytes:
    """A workbook that begins with a sheet of words."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "About"
    book.worksheets[0].append(["Only words"])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Questions {number}")
        for row in csv.reader(io.StringIO(table(rows).decode())):
            sheet.append(row)
        sheet["F2"] = "=1+1"  # 'at least', whose value nobody has worked out
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_shows_the_values_of_its_one_table() -> None:
    assert importing.read(workbook(GOOD), "x.xlsx").tree.nodes == read(GOOD).nodes


def test_a_workbook_with_several_tables_is_asked_about() -> None:
    data = workbook(changed(0, question="Is it cold?"), GOOD)
    with pytest.raises(importing.Unsettled) as caught:
        importing.read(data, "x.xlsx")
    assert caught.value.wanted[0].choices == (("1", "About"), ("2", "Questions 1"), ("3", "Questions 2"))
    for said in (importing.Said(page="Questions 2"), importing.Said(answers={"page": "3"})):
        assert importing.read(data, "x.xlsx", said).tree.nodes == read(GOOD).nodes
    with pytest.raises(importing.Faulty, match="no sheet 'Else'") as refused:
        importing.read(data, "x.xlsx", importing.Said(page="Else"))
    assert "«About», «Questions 1», «Questions 2»" in told(refused.value, "es")


def test_thousand_equal_texts_get_ids_of_their_own() -> None:
    rows = [{"id": f"q{n}", "question": "Same?", "yes goes to": "end", "no goes to": f"q{n + 1}"} for n in range(1000)]
    rows += [{"id": "q1000", "question": "Rest", "urgency": "routine"}, {"id": "end", "question": "Go"}]
    tree = read(rows)
    assert len(tree.nodes) == 1002
    assert len(tree.questions) == 1


@pytest.mark.parametrize("what", ["b", "stay"])
@pytest.mark.parametrize("written", ["", "emergency"])
def test_how_urgent_a_result_is_can_be_said_beside_the_table_by_its_id_or_text(what: str, written: str) -> None:
    tree = read(changed(2, urgency=written), urgencies={what: Urgency.ROUTINE})
    assert [leaf.urgency for _, leaf in tree.leaves()] == [Urgency.EMERGENCY, Urgency.ROUTINE]


@pytest.mark.parametrize("what", ["c", "q", "is it hot", "#f8cecc"])
def test_what_is_said_of_no_result_is_refused_with_what_would_be_taken(what: str) -> None:
    with pytest.raises(FileProblem) as caught:
        read(GOOD, urgencies={"a": Urgency.EMERGENCY, what: Urgency.ROUTINE})
    assert f"'{what}'" in caught.value.sentence and "'a', 'b'" in caught.value.sentence
