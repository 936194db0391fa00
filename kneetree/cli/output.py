"""Standard output and standard error: the only place where the command line writes to them.

A full disk, or a reader that has gone away, becomes ``OutputFailed`` here, so that no other error is ever blamed on the
output.
"""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from kneetree.cli import speaking
from kneetree.errors import KneetreeError, reason_of

_PLAINER = {"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "→": "->"}


_gone: set[int] = set()
"""The streams that nobody reads any more."""


class OutputFailed(KneetreeError):
    """Standard output cannot be written: the disk is full, or its device has gone."""


def is_conversation() -> bool:
    """Return whether somebody can be asked: what is written is read on a terminal, and what is typed comes from one."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def prepare() -> None:
    """Make every stream ready for any text.

    What a terminal cannot show is shown more plainly; bytes of the input that are not text are replaced.
    """
    codecs.register_error("plainer", _plainer)
    if sys.stdout is None:  # closed, or a Windows program without a console
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "plainer"), (sys.stderr, "plainer")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_PLAINER.get(character, "?") for character in wrong), error.end


def write(text: str, *, flush: bool = False) -> None:
    """Write text to standard output; raise ``OutputFailed`` if it cannot be written.

    If the program that read the output has ended, the text is dropped and all that follows: the command goes on to its
    end, so that its exit status tells what it found and does not depend on when the reader left.
    """
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except BrokenPipeError:
        _gone.add(id(sys.stdout))
        _abandon(sys.stdout)
    except OSError as error:
        raise OutputFailed("The output cannot be written: {why}.", why=reason_of(error)) from error


def reader_has_gone() -> bool:
    """Return whether the program that read the output has ended."""
    return id(sys.stdout) in _gone


def flush() -> None:
    """Write what is still waiting; raise ``OutputFailed`` if it cannot be written."""
    write("", flush=True)


def note(text: str) -> None:
    """Write text to standard error; do nothing if that is closed or cannot be written."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def complain(sentence: object) -> None:
    """Print one line to standard error; do nothing if that is closed or cannot be written."""
    note(f"kneetree: {' '.join(speaking.here(sentence).split())}\n")


def settle() -> None:
    """Write what is still waiting, or drop it if it cannot be written, so that Python says nothing of it at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            _abandon(stream)


def _abandon(stream: TextIO) -> None:
    with suppress(OSError, ValueError, AttributeError):  # a stand-in need not be a file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
