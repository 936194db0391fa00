"""Find the paper that a poster is printed on: what was typed, or else what the system says is usual."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

NAMES = {"a4": "A4", "letter": "Letter", "a3": "A3", "tabloid": "Tabloid"}
"""What may be typed, with the names of ``exchange.poster``."""
SYSTEM_FILE = Path("/etc/papersize")
_LETTER_LANDS = frozenset(["US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE"])
"""Where Letter is usual, as in the locales of glibc."""


def usual(environment: Mapping[str, str] = os.environ, system_file: Path = SYSTEM_FILE) -> str:
    """Return the usual paper: by ``PAPERSIZE``, by the file in which a system keeps it, by the locale, or else A4."""
    for word in (environment.get("PAPERSIZE", ""), _first_word(system_file)):
        if word.casefold() in NAMES:
            return NAMES[word.casefold()]
    names = (environment.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    land = re.search(r"_([A-Z]{2})\b", next(filter(None, names), ""))
    return "Letter" if land and land[1] in _LETTER_LANDS else "A4"


def _first_word(path: Path) -> str:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    told = [line.split("#")[0].strip() for line in lines]
    return next(filter(None, told), "")
