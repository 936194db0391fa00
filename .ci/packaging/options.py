"""Read what can be typed, for the man page and the completions, from the parsers of the command line."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT))
os.environ["LANGUAGE"] = "en"  # the man page is English, whoever builds it

from kneetree.cli import arguments  # noqa: E402 - found by the line above


@dataclass(frozen=True)
class Option:
    """An option or a place on the command line: its names are empty for a place.

    ``value`` is what follows the names, such as FILE, or empty; ``choices`` are the only ones there are, if any.
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str
    needed: bool

    @property
    def takes_file(self) -> bool:
        """Return whether what follows is the name of a file."""
        return self.value in ("TREE", "FILE", "CASES", "OLD", "NEW")


@dataclass(frozen=True)
class Command:
    """A command with its options and places; that of the window has no name."""

    name: str
    told: str
    usage: str
    options: tuple[Option, ...]
    places: tuple[Option, ...]


def commands() -> list[Command]:
    """Return the window and every command."""
    return [_command(name, parser) for name, parser in arguments.parsers().items()]


def _command(name: str, parser: argparse.ArgumentParser) -> Command:
    found = [_option(action, parser) for action in parser._actions]
    return Command(
        name=name,
        told=(parser.description or "").strip(),
        usage=" ".join(parser.format_usage().removeprefix("usage: ").split()),
        options=tuple(option for option in found if option.names),
        places=tuple(option for option in found if not option.names),
    )


def _option(action: argparse.Action, parser: argparse.ArgumentParser) -> Option:
    takes = action.nargs != 0
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    choices = tuple(map(str, action.choices or ()))
    return Option(
        names=tuple(action.option_strings),
        value=("|".join(choices) or metavar) if takes else "",
        choices=choices,
        help=parser._get_formatter()._expand_help(action) if action.help else "",
        needed=action.required,
    )
