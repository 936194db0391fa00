"""What ended a command, in one sentence: an error of ours, of the system, or a fault of the program."""

from __future__ import annotations

import os
from pathlib import Path

from kneetree.errors import KneetreeError, reason_of, shortened
from kneetree.words.sentences import Sentence, sentence


def sentence_of(error: BaseException) -> Sentence:
    """Return what to say about an error."""
    if isinstance(error, KneetreeError):
        return error.sentence
    if isinstance(error, MemoryError):
        return sentence("There is not enough memory for this.")
    if isinstance(error, OSError) and error.filename is not None:
        name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else str(error.filename)
        return sentence("{name} cannot be used: {why}.", name=shortened(name), why=reason_of(error))
    return sentence(
        "Something went wrong in the program ({place}). Please report it; with --debug the whole traceback is printed.",
        place=_place_of(error),
    )


def _place_of(error: BaseException) -> Sentence:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    name = type(error).__name__
    if trace is None:
        return sentence("{name}: {error}", name=name, error=error)
    file = Path(trace.tb_frame.f_code.co_filename).name
    return sentence("{name} in {file} line {line}: {error}", name=name, file=file, line=trace.tb_lineno, error=error)
