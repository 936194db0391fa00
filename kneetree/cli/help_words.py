"""The words of ``argparse``, its own and ours, in the language of the command line.

The man page and the completions are made from the same parsers and stay in English.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any

from kneetree.cli.speaking import here
from kneetree.words.sentences import Sentence, sentence

_REFUSALS = tuple(
    (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(template)), re.DOTALL), template)
    for template in (
        "the following arguments are required: {names}",
        "unrecognized arguments: {names}",
        "one of the arguments {names} is required",
        "argument {name}: expected one argument",
        "argument {name}: not allowed with argument {other}",
        "argument {name}: ignored explicit argument {value}",
        "argument {name}: invalid choice: {value} (choose from {choices})",
        "argument {name}: invalid {type} value: {value}",
    )
)
"""What ``argparse`` refuses with, as templates; what is not here stays in English."""


def refusal(message: str) -> Sentence:
    """Return what ``argparse`` has refused with as a sentence that can be told in other languages."""
    for pattern, template in _REFUSALS:
        found = pattern.fullmatch(message)
        if found:
            return sentence(template, **found.groupdict())
    return sentence(message)


class Formatter(argparse.HelpFormatter):
    """Help in the language of the command line."""

    def start_section(self, heading: str | None) -> None:
        """Begin a section under its heading."""
        super().start_section(here(heading) if heading else heading)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with what can be typed."""
        super().add_usage(here(usage) if usage else usage, actions, groups, prefix or here("usage: "))

    def add_text(self, text: str | None) -> None:
        """Add a paragraph."""
        super().add_text(here(text) if text and text is not argparse.SUPPRESS else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return here(action.help) if action.help else action.help


class RawFormatter(Formatter, argparse.RawDescriptionHelpFormatter):
    """The same, with the lines of a paragraph left as they are."""
