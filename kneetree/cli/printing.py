"""What the commands share in printing: lines for people in a terminal, and JSON for programs."""

from __future__ import annotations

import difflib
import json
import shlex
from collections.abc import Iterable
from typing import Any

import msgspec

from kneetree.analysis.cases import CasesSummary
from kneetree.cli import output, speaking
from kneetree.files.review import content_hash
from kneetree.model.tree import Tree
from kneetree.report.plain_text import plain
from kneetree.report.summary import review_sentence
from kneetree.words.sentences import Sentence, joined, sentence


def print_json(content: Any) -> None:
    """Print one JSON object, in ASCII so that any pipe can carry it."""
    output.write(json.dumps(msgspec.to_builtins(content), indent=2) + "\n")


def harmless(text: str) -> str:
    """Return text that may come from a file without anything that could steer a terminal."""
    return plain(text)


def say(template: str = "", /, **values: object) -> None:
    """Print a line for people, in the language of the command line."""
    output.write(f"{plain(speaking.here(template, **values))}\n")


def command(words: Iterable[str]) -> str:
    """Return a command as it can be typed."""
    return plain(shlex.join(words))


def close_to(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that says a name is not known, with a similar name if there is one."""
    found = difflib.get_close_matches(name, list(known), 1)
    if found:
        return sentence("; did you mean {near!r}?", near=found[0])
    return sentence("; `kneetree cases --json` tells which it has.")


def print_head(tree: Tree) -> None:
    """Print which tree it is, in which version, and whether anybody has reviewed it."""
    title = (
        "{title}, version {version}, content {content}. {review}"
        if tree.version
        else "{title}, content {content}. {review}"
    )
    review = review_sentence(tree, speaking.language())
    say(title, title=tree.title, version=tree.version, content=content_hash(tree)[:12], review=review)


def cases_line(summary: CasesSummary) -> Sentence:
    """Return the figures of cases in one sentence."""
    if not summary.total:
        return sentence("There are no cases.")
    return sentence(
        "Cases: {total}; triage right {triage_right}, under-triaged {under_triaged}, over-triaged {over_triaged}; "
        "condition first {condition_first}, listed {condition_listed}; "
        "questions: median {median_questions:g}, most {max_questions}; lines: median {median_lines:g}, "
        "most {max_lines}; conditions named: {mean_conditions:.1f} on average.",
        **{name: getattr(summary, name) for name in summary.__struct_fields__},
    )


def arrows(path: Iterable[tuple[str, str, str]]) -> Sentence:
    """Return a path in one line, with a word where nobody was asked."""
    ways = (
        sentence(_HOW.get(how, "{node} {answer}"), node=node, answer=sentence(answer)) for node, answer, how in path
    )
    return joined(" -> ", ways)


_HOW = {"known": "{node} {answer} (known)", "decided": "{node} {answer} (decided)"}
