"""Every command in the papers is run, or there is a reason why not; `commands.py` plans for these and for no others."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kneetree import shipped
from kneetree.__main__ import main
from kneetree.exchange import cases_table
from kneetree.files import tree_files
from tests.conftest import HAS_QT
from tests.importing import drawn
from tests.importing.drawn import arrow, model, shape
from tests.papers.commands import PLANS, Elsewhere, InCI, Run
from tests.papers.papers import PAPERS, ROOT

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_PROGRAMS = (
    "kneetree", "python", "python3", "py", "pip", "npm", "pytest", "pyinstaller", "dot", "objdump", "twine", "git",
    "pyside6-lupdate", "pyside6-linguist", "pyside6-lrelease",
)  # fmt: skip
ANKLE = next(path for path in shipped.examples() if "ankle" in path.name)
OTHER_FENCES = {"json", "text"}


def commands(text: str) -> set[str]:
    """Return the commands that a paper names: the lines of each block without a language, and those in the sentences.

    In a block a line that begins with a space goes on with the description of the line before, and two spaces stand
    before a description.
    """
    found = set()
    for kind, block in _FENCE.findall(text):
        assert kind in {"", *OTHER_FENCES}, f"is a block of {kind} a command?"
        if not kind:
            lines = [line for line in block.splitlines() if line and not line.startswith(" ")]
            found |= {re.split(r"\s{2,}", line)[0] for line in lines}
    for code in _CODE.findall(_FENCE.sub("", text)):
        program, _, rest = code.partition(" ")
        ours = re.fullmatch(r"\.ci/\w+|\.venv/bin/\S+", program)
        if ours or (program in _PROGRAMS and rest):
            found.add(code)
    return found


TOLD = {command: path for path in PAPERS for command in commands(path.read_text("utf-8"))}


def test_each_command_of_the_papers_has_a_plan_and_each_plan_a_command() -> None:
    assert len(TOLD) > 40
    assert {command: path.name for command, path in TOLD.items() if command not in PLANS} == {}
    assert set(PLANS) - set(TOLD) == set()


def test_no_command_hides_in_an_indented_block() -> None:
    hidden = re.compile(rf"^ {{4,}}(?:{'|'.join(map(re.escape, _PROGRAMS))}) .*$", re.MULTILINE)
    assert [line for path in PAPERS for line in hidden.findall(_FENCE.sub("", path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```\nkneetree fly [TREE]      far away\n         and back\n```", {"kneetree fly [TREE]"}),
        ("Type `kneetree fly` or `.ci/fly --far`, not `fly`.", {"kneetree fly", ".ci/fly --far"}),
        ('```json\n{"kneetree": "fly"}\n```', set()),
    ],
)
def test_commands_are_found(text: str, told: set[str]) -> None:
    assert commands(text) == told


def test_what_ci_is_said_to_run_is_in_it() -> None:
    text = "".join((ROOT / ".ci" / name).read_text("utf-8") for name in ("run", "packages"))
    words = [plan.words for plan in PLANS.values() if isinstance(plan, InCI)]
    assert [one for one in words if one not in text] == []
    assert all(plan.reason for plan in PLANS.values() if isinstance(plan, Elsewhere))


def test_the_modules_that_are_run_by_name_are_there() -> None:
    named = [command.split()[2] for command in PLANS if command.startswith("python -m ") and "." in command]
    assert len(named) > 6
    assert [name for name in named if not (ROOT / f"{name.replace('.', '/')}.py").is_file()] == []


SYNOPSES = [command for command, plan in PLANS.items() if isinstance(plan, Run) and plan.lines]


@pytest.mark.parametrize("command", SYNOPSES)
def test_every_option_and_ending_that_a_command_offers_is_tried(command: str) -> None:
    plan = PLANS[command]
    assert isinstance(plan, Run)
    tried = " ".join(plan.lines)
    assert [one for one in re.findall(r"(?<![\w-])--?[a-z]+", command) if f" {one}" not in tried] == []
    assert [one for one in re.findall(r"\|(\.[\w.]+)", command) if one not in tried] == []
    assert [one for one in re.findall(r"--paper (\S+)\]", command) for one in one.split("|") if one not in tried] == []


RUNS = [(command, plan) for command, plan in PLANS.items() if isinstance(plan, Run)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the commands name."""
    made = tmp_path_factory.mktemp("commands")
    for name in ("ankle.json", "stings.json"):
        shutil.copy(ANKLE, made / name)
    tree = tree_files.read_tree(ANKLE).tree
    tree.title = "Ankles"
    (made / "newer.json").write_bytes(tree_files.encode_tree(tree))
    (made / "people.tsv").write_text(cases_table.to_rows(tree, tree.cases.values()), "utf-8")
    rows = ("id,question,yes goes to,no goes to,urgency", "1,Does it bleed?,3,5,", "3,Deep,,,emergency", "5,Small,,,")
    (made / "cut.csv").write_text("\n".join(rows), "utf-8")
    chart = model(
        shape("q", "Hot?"), shape("a", "Go"), shape("b", "Self-care: Stay"), arrow("1", "q", "a", "positive"),
        arrow("2", "q", "b", "negative"),
    )  # fmt: skip
    (made / "chart.drawio").write_bytes(drawn.file(chart, names=("Hand",)))
    return made


@pytest.mark.parametrize(("command", "plan"), RUNS, ids=[command for command, _ in RUNS])
def test_the_command_runs(
    command: str, plan: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    tree = tree_files.read_tree(ANKLE).tree
    names = {"case": next(iter(tree.cases)), "node": tree.root}
    for line in plan.lines or (command.removeprefix("kneetree "),):
        typed = shlex.split(line.format(**names))
        if any(part.endswith((".png", ".pdf")) for part in typed):
            if not HAS_QT:
                continue
            env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
            done = subprocess.run([sys.executable, "-m", "kneetree", *typed], env=env, capture_output=True, text=True)
            assert (done.returncode, done.stderr) == (plan.status, ""), line
        else:
            monkeypatch.setattr(sys, "argv", ["kneetree", *typed])
            assert main() == plan.status, (line, capsys.readouterr().err)
        if "-o" in typed:
            assert (folder / typed[typed.index("-o") + 1]).stat().st_size > 0
