"""Write the man page from the parsers of the command line:  python .ci/packaging/man_page.py OUT"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import options

from kneetree import __version__

METAINFO = options.PROJECT / "resources" / "desktop" / "org.kneetree.Kneetree.metainfo.xml"
_STATUSES = (
    ("0", "Fine."),
    ("1", "Problems were found."),
    ("2", "It could not be done; one sentence on standard error says why."),
    ("3", "No window can be opened here."),
)


def page() -> str:
    """Return the man page as troff."""
    window, *commands = options.commands()
    date = ElementTree.parse(METAINFO).findall("releases/release")[0].get("date", "")
    lines = [
        f'.TH KNEETREE 1 "{date}" "kneetree {__version__}" "User Commands"',
        ".SH NAME",
        r"kneetree \- questions about pain behind the knee, and an editor for their tree",
        ".SH SYNOPSIS",
        r".B kneetree",
        r"[\fIoptions\fR] [\fITREE\fR]",
        ".br",
        ".B kneetree",
        r"\fICOMMAND\fR ...",
        ".SH DESCRIPTION",
        _text(window.told),
        ".PP",
        _text("kneetree works offline.  It is not a medical device and does not replace a doctor."),
        ".PP",
        _text("A tree file that is called like a command is named with its folder, such as ./check."),
        ".SH OPTIONS",
        *_options(window),
        ".SH COMMANDS",
        _text("The options above that are not about the window may be given to every command as well."),
    ]
    for command in commands:
        lines += [f'.SS "kneetree {command.name}"', _text(command.told), ".PP", _text(command.usage)]
        lines += _options(command, told=window.options)
    lines.append(".SH EXIT STATUS")
    for status, told in _STATUSES:
        lines += [".TP", f".B {status}", _text(told)]
    return "\n".join(lines) + "\n"


def _options(command: options.Command, told: Sequence[options.Option] = ()) -> list[str]:
    """Return a paragraph for each option but those that have been ``told`` already."""
    lines = []
    for option in (*command.places, *command.options):
        if option in told:
            continue
        value = rf"\fI{_escaped(option.value)}\fR" if option.value else ""
        names = ", ".join(rf"\fB{_escaped(name)}\fR{' ' if value else ''}{value}" for name in option.names) or value
        lines += [".TP", names, _text(option.help or f"The {option.value.lower()} file.")]
    return lines


def _text(text: str) -> str:
    """Return a paragraph in which no word is taken for a command of troff."""
    escaped = _escaped(" ".join(text.split()))
    return rf"\&{escaped}" if escaped[:1] in (".", "'") else escaped


def _escaped(text: str) -> str:
    return text.replace("\\", r"\e").replace("-", r"\-").replace("...", r".\|.\|.")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
