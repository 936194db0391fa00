"""What the commands share in printing: lines for people in a terminal, and JSON for programs."""

from __future__ import annotations

import difflib
import json
import shlex
from collections.abc import Iterable
from typing import Any

import msgspec

from kneetree.analysis.cases import CasesSummary
from kneetree.cli import output
from kneetree.files.review import content_hash
from kneetree.model.tree import Tree
from kneetree.report.plain_text import plain
from kneetree.report.summary import review_sentence


def print_json(content: Any) -> None:
    """Print one JSON object, in ASCII so that any pipe can carry it."""
    output.write(json.dumps(msgspec.to_builtins(content), indent=2) + "\n")


def harmless(text: str) -> str:
    """Return text that may come from a file without anything that could steer a terminal."""
    return plain(text)


def say(text: str = "") -> None:
    """Print a line for people."""
    output.write(f"{plain(text)}\n")


def command(words: Iterable[str]) -> str:
    """Return a command as it can be typed."""
    return plain(shlex.join(words))


def close_to(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that says a name is not known, with a similar name if there is one."""
    found = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {found[0]!r}?" if found else "; `kneetree cases --json` tells which it has."


def print_head(tree: Tree) -> None:
    """Print which tree it is, in which version, and whether anybody has reviewed it."""
    version = f", version {tree.version}" if tree.version else ""
    say(f"{tree.title}{version}, content {content_hash(tree)[:12]}. {review_sentence(tree, 'en')}")


def number(count: int, thing: str) -> str:
    """Return a count with the English word for what is counted."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def cases_line(summary: CasesSummary) -> str:
    """Return the figures of cases in one sentence."""
    if not summary.total:
        return "There are no cases."
    return (
        f"Cases: {summary.total}; triage right {summary.triage_right}, under-triaged {summary.under_triaged}, "
        f"over-triaged {summary.over_triaged}; condition first {summary.condition_first}, "
        f"listed {summary.condition_listed}; questions: median {summary.median_questions:g}, "
        f"most {summary.max_questions}; lines: median {summary.median_lines:g}, "
        f"most {summary.max_lines}; conditions named: {summary.mean_conditions:.1f} on average."
    )


def arrows(path: Iterable[tuple[str, str, str]]) -> str:
    """Return a path in one line, with a word where nobody was asked."""
    return " -> ".join(f"{node} {answer}{_HOW.get(how, '')}" for node, answer, how in path)


_HOW = {"known": " (known)", "decided": " (decided)"}
