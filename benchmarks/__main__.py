"""Run all benchmarks one after the other, and write what they print into ``docs/figures.md``.

Nothing else should run meanwhile.  It takes some ten minutes on two cores.

Run:  python -m benchmarks
"""

from __future__ import annotations

import ast
import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import PySide6

HERE = Path(__file__).parent
FIGURES = HERE.parent / "docs" / "figures.md"
BEGIN, END = "<!-- measured: python -m benchmarks -->", "<!-- end of what was measured -->"
LINE = re.compile(r"(?P<verdict>ok|OVER|FAIL)\s+(?P<what>.+)")
WORDS = {"ok": "kept", "OVER": "**missed**", "FAIL": "**missed**"}


def main() -> int:
    """Write the figures; return 1 if a limit was passed."""
    parts, kept = [_machine()], True
    for path in sorted(HERE.glob("bench_*.py")):
        ran = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{path.stem}"],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        print(f"{path.stem}: {'all limits kept' if ran.returncode == 0 else 'a limit was passed'}", flush=True)
        kept &= ran.returncode == 0
        parts.append(_section(path, ran.stdout))
    before, _, rest = FIGURES.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    FIGURES.write_text(f"{before}{BEGIN}\n\n" + "\n".join(parts) + f"\n{END}{after}", "utf-8")
    return 0 if kept else 1


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"Measured on {datetime.now(UTC):%-d %B %Y}: {cores} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, nothing else running. "
        "*Kept* and *missed* are against the limit of the same line.\n"
    )


def _section(path: Path, printed: str) -> str:
    """Return a heading, what the benchmark says that it measures, and a row for each line that it printed."""
    described = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    first = " ".join(described.split("\n\n")[0].split())
    rows = [f"### `{path.stem}`\n\n{first}\n\n| limit | what |\n|---|---|"]
    for line in printed.splitlines():
        found = LINE.fullmatch(line.strip())
        text = (found["what"] if found else line.strip()).replace("|", "\\|")
        if text:
            rows.append(f"| {WORDS[found['verdict']] if found else ''} | {text} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
