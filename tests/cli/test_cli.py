"""The command line as it is typed: output, exit status, one sentence where something is wrong."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneetree import shipped
from kneetree.cli import arguments as command_line
from kneetree.cli.qt_functions import QtFunctions
from kneetree.errors import KneetreeError
from kneetree.exchange.cases_table import to_rows
from kneetree.files import tree_files
from kneetree.files.review import content_hash
from kneetree.model.tree import QuestionNode, Review, Rule, Tree
from kneetree.proof import safety_rules
from kneetree.report.rule_words import rule_words
from kneetree.report.summary import Summary
from tests import trees
from tests.luck import examples
from tests.report.walks import rich

ROOT = Path(__file__).parents[2]


class Given:
    """Functions of Qt that keeps what it was given."""

    def __init__(self, status: int = 0) -> None:
        self.windows: list[Path | None] = []
        self.reports: list[tuple[Summary, Path]] = []
        self.pictures: list[tuple[Tree, Path]] = []
        self.papers: list[str] = []
        self.status = status

    def window(self, tree: Path | None) -> int:
        self.windows.append(tree)
        return self.status

    def picture(self, tree: Tree, path: Path, paper: str) -> None:
        self.pictures.append((tree, path))
        self.papers.append(paper)

    @property
    def qt(self) -> QtFunctions:
        return QtFunctions(
            self.window,
            lambda summary, path: self.reports.append((summary, path)),
            self.picture,
        )


def run(*arguments: object, given: Given | None = None) -> int:
    return command_line.run([str(argument) for argument in arguments], (given or Given()).qt)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))
    return path


def saved(path: Path, tree: Tree) -> Path:
    path.write_bytes(tree_files.encode_tree(tree))
    return path


# -- ask and report ----------------------------------------------------------------------------------


def test_ask_with_answers(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", file, "--answers", "n,y") == 0
    shown = capsys.readouterr().out
    assert "GET MEDICAL CARE TODAY" in shown
    assert "--answers n,y" in shown


def test_ask_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "--json", "--answers", "n,u,n", file) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["leaves"] == ["clot_today", "strain"]
    assert record["path"] == [["lungs", "no", "asked"], ["calf", "unsure", "asked"], ["risks", "no", "asked"]]


@pytest.mark.parametrize("answers", ["", "n", "y,y", "n,q", "n,n,7"])
def test_answers_that_do_not_fit_are_told_in_a_sentence(
    file: Path, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", file, f"--answers={answers}") == 2
    told = capsys.readouterr()
    assert not told.out
    assert told.err.startswith("kneetree: ")
    assert told.err.count("\n") == 1


def test_a_tree_that_is_one_leaf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path / "leaf.json", trees.make({"x": trees.leaf()}))
    assert run("ask", path, "--answers", "") == 0
    assert run("report", path, "--answers", "", "-o", tmp_path / "o.html") == 0
    assert run("stats", path) == 0
    assert run("check", path) == 0


def test_check_says_that_the_next_review_is_past(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = trees.small()
    tree.review = Review("A. Doctor", "GP", "2020-01-02", "2021-01-02", content_hash(tree))
    run("check", saved(tmp_path / "t.json", tree))
    assert "The review that was due on 2021-01-02 has not been recorded." in capsys.readouterr().out


def test_a_walk_through_a_pipe(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\nn\n1\n"))
    assert run("ask", file) == 0
    shown = capsys.readouterr().out
    assert "\nGET MEDICAL CARE TODAY\n" in shown
    assert shown.splitlines()[-1] == "GET MEDICAL CARE TODAY", "what counts is before the eyes at the end"


def test_with_json_the_questions_go_to_standard_error(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert run("ask", file, "--json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["urgency"] == "emergency"
    assert "breathless" in told.err


def test_a_walk_is_not_begun_on_a_tree_with_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = trees.small()
    tree.nodes["strain"] = trees.leaf("self_care", "strain", get_help_if={})
    assert run("ask", saved(tmp_path / "t.json", tree), "--answers", "n,y") == 2
    assert "cannot be walked" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", "<!DOCTYPE"), ("txt", "=="), ("json", "{"), ("HTML", "<!DOCTYPE")]
)
def test_reports_by_their_ending(file: Path, tmp_path: Path, ending: str, begins: str) -> None:
    out = tmp_path / f"out.{ending}"
    assert run("report", file, "--answers", "y", "-o", out) == 0
    assert out.read_text("utf-8").startswith(begins)


def test_a_report_of_a_case(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", file, "--case", "a") == 0
    assert "GET MEDICAL CARE TODAY" in capsys.readouterr().out
    assert run("report", file, "--case", "aa") == 2
    assert "did you mean 'a'?" in capsys.readouterr().err


def test_pdf_and_pictures_are_made_by_qt(file: Path, tmp_path: Path) -> None:
    given = Given()
    assert run("report", file, "--answers", "y", "-o", tmp_path / "o.pdf", given=given) == 0
    assert given.reports[0][0].urgency == "emergency"
    for name in ("o.png", "o.pdf"):
        assert run("export", file, "-o", tmp_path / name, given=given) == 0
    assert [path.name for _, path in given.pictures] == ["o.png", "o.pdf"]
    assert given.pictures[0][0].title == "Small tree"


@pytest.mark.parametrize("name", ["o.docx", "o", ".html", "o.pdf.exe"])
def test_an_ending_that_says_nothing(file: Path, tmp_path: Path, name: str) -> None:
    assert run("report", file, "--answers", "y", "-o", tmp_path / name) == 2
    assert not (tmp_path / name).exists()


def test_a_language_beside_the_tree(capsys: pytest.CaptureFixture[str]) -> None:
    if (shipped.PACKAGE / "tree.es.json").exists():
        assert run("ask", "--language", "es", "--answers", "1") in (0, 2)
    assert run("ask", "--language", "tlh", "--answers", "1") == 2
    assert "there is: en" in capsys.readouterr().err


# -- check, cases, stats, diff -----------------------------------------------------------------------


def test_check_tells_problems_rules_and_cases(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", file)
    shown = capsys.readouterr().out
    assert "Safety rules: 1 of 1 hold" in shown
    assert "under-triaged 0" in shown
    assert "rule holds" not in shown
    run("check", file, "-v")
    tree = tree_files.read_tree(file).tree
    rule = tree.rules["swollen"]
    told = f"rule holds: swollen: {rule.statement}\n  In words: {rule_words(tree, rule)}\n"
    assert told in capsys.readouterr().out


def test_check_says_once_what_is_so_in_many_places(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", file)
    shown = capsys.readouterr().out
    findings = tree_files.read_tree(file).tree.findings
    assert shown.count("[may_lower]") == 1
    assert f"warning: {len(findings)} places: Nothing says" in shown
    assert "  " + ", ".join(f"finding:{key}" for key in findings) + "\n" in shown


def test_check_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", file, "--json")
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["problems", "rules", "lowering", "cases"]
    (rule,) = found["rules"]
    words = rule.pop("words")
    assert rule == {
        "id": "swollen", "holds": True, "decided": True, "needless": [], "without": [],
        "path": None, "other_path": None,
    }  # fmt: skip
    assert found["lowering"] == []
    tree = tree_files.read_tree(file).tree
    assert words == rule_words(tree, tree.rules["swollen"])
    assert list(found["cases"]) == [
        "total", "triage_right", "under_triaged", "over_triaged", "condition_first", "condition_listed",
        "median_questions", "max_questions", "median_lines", "max_lines", "mean_conditions",
    ]  # fmt: skip
    assert all(list(problem) == ["code", "level", "node", "message"] for problem in found["problems"])


def test_check_fails_on_a_broken_rule_an_error_and_under_triage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = trees.small()
    tree.nodes["calf"] = QuestionNode(asks="swelling_calf", yes="strain", no="risks")
    path = saved(tmp_path / "t.json", tree)
    assert run("check", path) == 1
    shown = capsys.readouterr().out
    assert "rule broken: swollen" in shown
    assert "lungs no -> calf yes -> strain" in shown
    assert f"  In words: {rule_words(tree, tree.rules['swollen'])}" in shown
    assert run("check", path, "--json") == 1
    rule = json.loads(capsys.readouterr().out)["rules"][0]
    assert rule["path"] == [["lungs", "no", "asked"], ["calf", "yes", "asked"]]
    assert run("cases", path) == 1
    assert "UNDER-TRIAGED" in capsys.readouterr().out


def test_cases_of_a_tree_and_of_a_file(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cases", file, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["summary"]["total"] == 2
    assert list(found["cases"][0]) == [
        "id", "triage", "condition", "urgency", "leaves", "questions", "lines", "path",
    ]  # fmt: skip
    other = tmp_path / "cases.json"
    other.write_text(
        json.dumps(
            {
                "format": "kneetree-cases/1",
                "title": "Others",
                "cases": [{"id": "z", "findings": {}, "expect": {"conditions": ["dvt"], "urgency": ["emergency"]}}],
            }
        )
    )
    assert run("cases", file, other) == 1
    shown = capsys.readouterr().out
    assert "z: UNDER-TRIAGED (self_care, expected emergency); condition missed" in shown
    assert run("cases", other, "--json") in (0, 1), "a file of cases alone goes through the shipped tree"
    assert json.loads(capsys.readouterr().out)["summary"]["total"] == 1


@pytest.mark.parametrize("command", ["cases", "ask", "report", "export", "stats", "check"])
def test_every_command_knows_numbers_collecting_lists_and_decisions(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path / "rich.json", rich())
    more = {
        "ask": ["--answers", "=72,1+3,n"], "report": ["--answers", "=72,2,u"], "export": ["-o", tmp_path / "o.html"],
    }  # fmt: skip
    assert run(command, path, *more.get(command, [])) == 0
    assert not capsys.readouterr().err


def test_a_number_is_given_with_its_unit_and_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = trees.make(
        {
            "d": trees.number("days", "a"),
            "a": trees.ask("days_at_least_21", "x", "y"),
            "x": trees.leaf(),
            "y": trees.leaf("same_day"),
        }
    )
    path = saved(tmp_path / "t.json", tree)
    assert run("ask", path, "--answers", "=3w") == 0
    shown = capsys.readouterr().out
    assert "3 weeks" in shown
    assert "--answers =3w" in shown
    assert run("ask", path, "--answers", "=1y", "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["told"] == {"days": 365}
    assert record["path"] == [["d", "next", "asked"], ["a", "yes", "known"]]


@pytest.mark.parametrize("typed", ["=121", "=-1", "=7.5", "=3w", "=", "=99999999999", "y", "121"])
def test_a_number_that_is_none_of_its_scale_is_told_in_a_sentence(
    typed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path / "rich.json", rich())
    for command in ("ask", "report"):
        assert run(command, path, f"--answers={typed},n,n") == 2
        told = capsys.readouterr()
        assert not told.out
        assert told.err.count("\n") == 1
        assert "How old are you?" in told.err


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ({"age": 130}, "130 is not a whole number from 0 to 120 years"),
        ({"age": 7.5}, "7.5 is not a whole number"),
        ({"age": True}, "true is not a whole number"),
        ({"findings": {"age_at_least_17": True}}, "give the number as `age`"),
    ],
)
def test_a_case_that_is_no_person_of_the_tree_is_told_with_file_and_line(
    case: dict[str, object], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = saved(tmp_path / "rich.json", rich())
    other = tmp_path / "others.json"
    other.write_text(json.dumps({"format": "kneetree-cases/1", "cases": [{"id": "z", **case}]}, indent=1))
    assert run("cases", tree, other) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.count("\n") == 1
    assert "others.json line " in said.err
    assert "case 'z'" in said.err
    assert told in said.err


def test_a_number_that_a_case_does_not_give_is_not_sure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = saved(tmp_path / "rich.json", rich())
    other = tmp_path / "others.json"
    other.write_text(json.dumps({"format": "kneetree-cases/1", "cases": [{"id": "z"}, {"id": "y", "age": None}]}))
    assert run("cases", tree, other, "--json") == 0
    rows = json.loads(capsys.readouterr().out)["cases"]
    assert [row["path"][0] for row in rows] == [["age", "next", "asked"]] * 2
    assert rows[0]["path"][-1] == ["adult", "unsure", "known"]
    assert (rows[0]["questions"], rows[0]["lines"]) == (3, 5)


def test_a_rule_about_two_people_is_told_with_both_ways(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = trees.make(
        {"a": trees.ask("f", "y", "x"), "x": trees.leaf("same_day"), "y": trees.leaf("self_care")},
        rules={"up": Rule(id="up", statement="F never lowers.", never_lowers={"f": True})},
    )
    path = saved(tmp_path / "t.json", tree)
    assert run("check", path, "--json") == 1
    rule = json.loads(capsys.readouterr().out)["rules"][0]
    assert (rule["holds"], rule["decided"]) == (False, True)
    assert {rule["path"][0][1], rule["other_path"][0][1]} == {"yes", "no"}
    assert run("check", path) == 1
    shown = capsys.readouterr().out
    assert "rule broken: up: F never lowers." in shown
    assert "a yes -> y" in shown
    assert "a no -> x" in shown


def test_a_rule_that_is_not_decided_is_told_and_counts_as_an_error(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    verdict = safety_rules.Verdict("swollen", None, reason="It takes too long to decide; make the rule simpler.")
    monkeypatch.setattr(safety_rules, "prove_steps", lambda tree, purse: iter([verdict]))
    assert run("check", file) == 1
    shown = capsys.readouterr().out
    assert "rule not decided: swollen" in shown
    assert "It takes too long" in shown
    assert "0 of 1 hold on every path. 1 could not be decided." in shown
    assert run("check", file, "--json") == 1
    (rule,) = json.loads(capsys.readouterr().out)["rules"]
    assert (rule["holds"], rule["decided"]) == (None, False)


def test_stats_and_diff(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stats", file) == 0
    assert run("stats", file, "--json") == 0
    tree = trees.small()
    tree.title = "Other"
    other = saved(tmp_path / "o.json", tree)
    capsys.readouterr()
    assert run("diff", file, file) == 0
    assert "the same" in capsys.readouterr().out
    assert run("diff", file, other, "--json") == 0
    assert json.loads(capsys.readouterr().out)["same"] is False


@pytest.mark.parametrize("ending", ["svg", "dot", "mmd", "graphml", "csv", "xlsx", "fhir.json", "chart.html", "html"])
def test_export(file: Path, tmp_path: Path, ending: str) -> None:
    assert run("export", file, "-o", tmp_path / f"o.{ending}") == 0
    assert (tmp_path / f"o.{ending}").stat().st_size > 100


def test_a_mermaid_chart_can_be_of_a_part(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart = tmp_path / "o.mmd"
    assert run("export", file, "-o", chart, "--from", "risks") == 0
    assert "Part: risks" in chart.read_text("utf-8")
    assert run("export", file, "-o", chart, "--from", "nowhere") == 2
    assert "'nowhere'" in capsys.readouterr().err
    assert run("export", file, "-o", tmp_path / "o.dot", "--from", "risks") == 2
    assert ".mmd" in capsys.readouterr().err


def test_a_walk_is_written_as_a_response_to_the_questionnaire(file: Path, tmp_path: Path) -> None:
    form, answered = tmp_path / "form.fhir.json", tmp_path / "answered.fhir.json"
    assert run("export", file, "-o", form) == 0
    assert run("report", file, "--answers", "u", "-o", answered) == 0
    read = json.loads(answered.read_text("utf-8"))
    assert read["resourceType"] == "QuestionnaireResponse"
    assert read["questionnaire"].split("|")[0] == json.loads(form.read_text("utf-8"))["url"]
    assert read["item"][0]["answer"][0]["valueCoding"]["code"] == "asked-unknown"


def test_the_web_page_speaks_all_languages_or_the_one_that_was_asked_for(tmp_path: Path) -> None:
    page = tmp_path / "knee.html"
    assert run("export", "-o", page) == 0
    assert '"tag":"es"' in page.read_text("utf-8")
    assert run("export", "-o", page, "--language", "es") == 0
    assert '<html lang="es">' in page.read_text("utf-8")
    assert '"tag":"en"' not in page.read_text("utf-8")


def test_a_tree_that_cannot_be_walked_makes_no_web_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = trees.small()
    tree.nodes["strain"] = trees.leaf("self_care", "strain", get_help_if={})
    broken = saved(tmp_path / "broken.json", tree)
    assert run("export", broken, "-o", tmp_path / "o.html") == 2
    assert "cannot be walked" in capsys.readouterr().err
    assert not (tmp_path / "o.html").exists()
    assert run("export", broken, "-o", tmp_path / "o.chart.html") == 0


# -- the window --------------------------------------------------------------------------------------


def test_without_a_command_the_window_opens(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(command_line.screen, "why_no_window", lambda: None)
    monkeypatch.setattr(command_line.screen, "offer_libraries", lambda: None)
    given = Given(status=0)
    assert run(given=given) == 0
    assert run(file, given=given) == 0
    assert given.windows == [None, file]


def test_no_display_is_said_with_status_3(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command_line.screen, "why_no_display", lambda: "There is no display here.")
    given = Given()
    assert run(given=given) == 3
    told = capsys.readouterr().err
    assert "There is no display here." in told
    assert "kneetree ask" in told
    assert not given.windows


def test_a_command_wins_over_a_file_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_line.screen, "why_no_display", lambda: "none")
    saved(tmp_path / "stats", trees.small())
    given = Given()
    assert run("stats", "stats", given=given) == 0
    assert run("./stats", given=given) == 3
    assert run("nothing-like-it", given=given) == 2
    assert "nor a command of that name" in capsys.readouterr().err


# -- what can be wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"\xef\xbb\xbf{}", b"[]", b"nonsense", b"{" * 100_000, b'{"format": "kneetree/9"}',
        b'{"format": "kneetree/2", "title": 3}', b'{"format": "kneetree/2", "format": "kneetree/2"}', b"\x00" * 1000,
        b'{"format": "kneetree/1", "title": "Old"}',
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["ask", "check", "cases", "stats"])
def test_bad_files_are_told_in_a_sentence(
    tmp_path: Path, command: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    extra = ["--answers", "y"] if command == "ask" else []
    assert run(command, path, *extra) == 2
    told = capsys.readouterr()
    assert "bad.json" in told.err
    assert told.err.count("\n") == 1
    assert not told.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--nonsense"], ["check", "a", "b"], ["report"], ["report", "--case", "a", "--answers", "y"],
        ["diff", "a"], ["export"], ["--nonsense"], ["check", "no-such-file"], ["cases", "no", "such"], ["ask", "/"],
        ["check", "\x00"], ["check", "a" * 5000], ["ask", "--answers"], ["--json"], ["", "check"],
    ],
)  # fmt: skip
def test_wrong_command_lines_are_told_in_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_line.screen, "why_no_display", lambda: "none")
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.err.startswith("kneetree: ")
    assert told.err.count("\n") == 1


def test_errors_of_qt_functions_are_told(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(summary: Summary, path: Path) -> None:
        raise KneetreeError("No printer\nhere.")

    qt = QtFunctions(lambda tree: 0, fail, lambda tree, path, paper: None)
    assert command_line.run(["report", str(file), "--answers", "y", "-o", str(tmp_path / "o.pdf")], qt) == 2
    assert capsys.readouterr().err == "kneetree: No printer here.\n"


def test_a_bug_is_told_with_its_place(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(tree: Tree, path: Path, paper: str) -> None:
        raise ValueError("oh")

    qt = QtFunctions(lambda tree: 0, lambda summary, path: None, fail)
    assert command_line.run(["export", str(file), "-o", "o.png"], qt) == 2
    assert "ValueError in test_cli.py line" in capsys.readouterr().err


def test_debug_prints_the_traceback(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(tree: Tree, path: Path, paper: str) -> None:
        raise ValueError("oh")

    qt = QtFunctions(lambda tree: 0, lambda summary, path: None, fail)
    assert command_line.run(["--debug", "export", str(file), "-o", "o.png"], qt) == 2
    assert "Traceback" in (told := capsys.readouterr().err)
    assert told.splitlines()[-1].startswith("kneetree: Something went wrong in the program (ValueError in test_cli.py")
    assert run("check", "no-such-file", "--debug") == 2
    assert "Traceback" in (told := capsys.readouterr().err)
    assert told.splitlines()[-1] == "kneetree: There is no file no-such-file; check the name and the folder."


LONG = "a" * 5000


@pytest.mark.parametrize(
    "typed",
    [
        [LONG], ["ask", LONG], ["check", LONG], ["cases", LONG], ["cases", LONG, LONG], ["stats", LONG],
        ["diff", LONG, LONG], ["report", LONG, "--answers", "y"], ["export", LONG, "-o", "o.svg"],
        ["export", "-o", f"{LONG}.svg"], ["report", "--answers", "y", "-o", f"{LONG}.txt"], ["check", "x\0y"],
    ],
    ids=lambda typed: " ".join(typed)[:24],
)  # fmt: skip
def test_a_name_that_no_file_can_have_is_never_blamed_on_the_output(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*typed) == 2
    told = capsys.readouterr().err
    assert "output" not in told
    assert "went wrong" not in told
    assert len(told) < 400
    assert told.count("\n") == 1


def test_an_error_of_the_system_names_its_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(tree: Tree, path: Path, paper: str) -> None:
        raise OSError(28, "No space left on device", "there.png")

    qt = QtFunctions(lambda tree: 0, lambda summary, path: None, fail)
    assert command_line.run(["export", str(file), "-o", "o.png"], qt) == 2
    assert capsys.readouterr().err == "kneetree: there.png cannot be used: no space left on device.\n"


def test_nowhere_to_print_to(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run("cases", file) == 0
    assert run("cases", "no-such-file") == 2
    sys.stdout.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60), deadline=None)
@given(data=st.data())
def test_no_mutated_file_ever_gives_a_traceback(
    data: st.DataObject, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytearray(tree_files.encode_tree(trees.small()))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        change = data.draw(st.sampled_from(["byte", "cut", "double"]))
        if change == "byte":
            content[at] = data.draw(st.integers(0, 255))
        elif change == "cut":
            del content[at : at + data.draw(st.integers(1, 40))]
        else:
            content[at:at] = content[at : at + data.draw(st.integers(1, 40))]
    path = tmp_path / "mutated.json"
    path.write_bytes(bytes(content))
    command = data.draw(st.sampled_from(["check", "cases", "ask"]))
    extra = ["--answers", "n,n,1"] if command == "ask" else []
    status = run(command, path, *extra)
    assert status in (0, 1, 2)
    told = capsys.readouterr()
    assert (status == 2) == bool(told.err)


# -- as a process ------------------------------------------------------------------------------------


def process(*arguments: str, text: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    named = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "kneetree", *arguments],
        input=text, capture_output=True, env={**named, **environment}, cwd=ROOT, check=False,
        encoding="utf-8", errors="replace", timeout=100,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_no_window_in_a_process() -> None:
    done = process()
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_the_walk_in_a_terminal_never_loads_qt(file: Path) -> None:
    code = (
        "import sys; from kneetree.__main__ import main; sys.argv[1:] = ['ask', sys.argv[1]]; status = main(); "
        "assert status == 0; assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], input="n\ny\n", capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_window_waits_for_nothing_heavy() -> None:
    code = (
        "import sys; import kneetree.__main__; "
        "print([name for name in ('networkx', 'msgspec', 'PySide6', 'kneetree.model.tree') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_a_reader_that_goes_away_and_a_full_disk(file: Path) -> None:
    command = [sys.executable, "-m", "kneetree", "cases", str(file), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as started:
        assert started.stdout is not None and started.stderr is not None
        started.stdout.close()
        told = started.stderr.read()
        assert started.wait(60) == 0, "the status tells what the cases came to, even if nobody reads the output"
    assert told == b""
    if not Path("/dev/full").exists():
        return
    for typed in (command, [*command[:3], "--help"], [*command[:3], "ask", str(file), "--answers", "y"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(typed, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
        assert done.returncode == 2
        assert done.stderr == "kneetree: The output cannot be written: no space left on device.\n"


@pytest.mark.parametrize("answers", ["-,n,n", "-", "-;n"])
def test_answers_may_begin_with_a_question_that_was_left_out(
    file: Path, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run("ask", file, "--answers", answers)
    assert "expected one argument" not in capsys.readouterr().err
    assert run("report", file, "--answers", "-o", "x.html") == 2
    assert "expected one argument" in capsys.readouterr().err


def test_terminals_that_know_little(file: Path) -> None:
    done = process("ask", str(file), text="wrong\nn\ny\n", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert '"wrong" is not understood' in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("typed", [["ask"], ["ask", "--json"], ["cases"], ["--help"]], ids=" ".join)
@pytest.mark.parametrize("unbuffered", [False, True])
def test_a_full_disk_is_told_once_however_output_is_buffered(file: Path, typed: list[str], unbuffered: bool) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    if unbuffered:
        environment["PYTHONUNBUFFERED"] = "1"
    command = [sys.executable, "-m", "kneetree", *typed, *([] if typed == ["--help"] else [str(file)])]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command,
            input="n\ny\n",
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.endswith("kneetree: The output cannot be written: no space left on device.\n")
    assert "Exception ignored" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head")
def test_a_reader_that_goes_away_in_the_middle_of_a_walk_ends_it(file: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        [sys.executable, "-m", "kneetree", "ask", str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment,
    ) as walk:  # fmt: skip
        assert walk.stdin is not None and walk.stdout is not None and walk.stderr is not None
        walk.stdout.readline()
        walk.stdout.close()
        walk.stdin.write("n\n")
        walk.stdin.flush()
        with contextlib.suppress(BrokenPipeError):
            walk.stdin.write("n\n")
            walk.stdin.close()
        told = walk.stderr.read()
        assert walk.wait(60) == 2
    assert told == "kneetree: The walk has ended, since nobody reads the questions any more.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("more", [[], ["--debug"]], ids=["plain", "debug"])
def test_an_error_needs_no_standard_error(more: list[str]) -> None:
    command = [sys.executable, "-m", "kneetree", "check", "no-such-file", *more]
    with Path("/dev/full").open("w") as full:
        assert subprocess.run(command, stdout=subprocess.PIPE, stderr=full, cwd=ROOT, check=False).returncode == 2
        assert subprocess.run(command, stdout=full, stderr=full, cwd=ROOT, check=False).returncode == 2


def test_debug_is_told_of_and_never_shortened(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--help") == 0
    assert "--debug" in capsys.readouterr().out
    assert run("check", "--deb", "no-such-file") == 2
    assert "--deb" in capsys.readouterr().err


def test_only_the_output_module_writes_to_the_standard_streams() -> None:
    folder = ROOT / "kneetree" / "cli"
    writing = {
        path.name
        for path in folder.glob("*.py")
        if re.search(r"sys\.(stdout|stderr)\.(write|flush)|\bprint\(|print_exc", path.read_text("utf-8"))
    }
    assert writing == {"output.py"}


def test_findings_of_cases_that_the_tree_does_not_have_are_told(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": key, "findings": {"swelling_calf": True, "sweling_calf": True}} for key in ("a", "b")]
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"format": "kneetree-cases/1", "cases": [*rows, {"id": "c", "findings": {"x": None}}]}))
    run("cases", file, path)
    said = "Not used, since the tree does not have these findings: 'sweling_calf' in 2 cases, 'x' in 1 case."
    assert said in capsys.readouterr().out
    run("cases", file)
    assert "Not used" not in capsys.readouterr().out


def test_cases_tell_what_their_people_are_spared(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cases", file) == 0
    assert "could not change" not in capsys.readouterr().out
    assert run("cases", file, "--spared") == 0
    assert "Not asked, since it could not change the result: 0 of" in capsys.readouterr().out
    assert run("cases", file, "--spared", "--json") == 0
    assert json.loads(capsys.readouterr().out)["spared"]["screens_spared"] == 0


def test_cases_can_be_a_table_of_a_spreadsheet(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = tree_files.read_tree(file).tree
    table = tmp_path / "people.tsv"
    table.write_text(to_rows(tree, tree.cases.values()), newline="")
    run("cases", file, "--json")
    own = json.loads(capsys.readouterr().out)
    assert run("cases", file, table, "--json") == 0
    assert json.loads(capsys.readouterr().out) == own
    book = tmp_path / "people.xlsx"
    assert run("export", file, "-o", book) == 0
    assert run("cases", file, book, "--json") == 0
    assert json.loads(capsys.readouterr().out) == own
    book.write_text("id,story")
    assert run("cases", file, book) == 2
    assert "this is no workbook" in capsys.readouterr().err
    table.write_text("id,story\n,Somebody\n")
    assert run("cases", file, table, "--json") == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)["cases"]] == ["somebody"]
    table.write_text("id,no_such_fact\na,yes\n")
    assert run("cases", file, table) == 2
    assert "Row 1: there is no fact 'no_such_fact'" in capsys.readouterr().err
