"""The sentences of the program in Spanish, to *usted*, by their English templates.

There is a module for each package that says them.
"""

from __future__ import annotations

from kneetree.words.spanish_sentences import (
    analysis,
    checks,
    cli,
    cli_help,
    edits,
    exchange,
    files,
    importing,
    model,
    proof,
    window,
)

SENTENCES: dict[str, str] = {
    **analysis.SENTENCES,
    **checks.SENTENCES,
    **cli.SENTENCES,
    **cli_help.SENTENCES,
    **edits.SENTENCES,
    **exchange.SENTENCES,
    **files.SENTENCES,
    **importing.SENTENCES,
    **model.SENTENCES,
    **proof.SENTENCES,
    **window.SENTENCES,
}
